"""Words for what somebody is: `forsvarsministeren`, `talsperson`, `nyheitsbyrå`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from briefings.extract.wordlists import ends_with, read_words

_DEFINITE_ENDINGS = ("en", "a", "n", "et", "t")
_SHORTEST_STEM = 4
"""Letters before a definite ending."""


def _stems(word: str) -> Iterator[str]:
    lower = word.lower()
    yield lower
    for ending in _DEFINITE_ENDINGS:
        if len(lower) >= _SHORTEST_STEM + len(ending) and lower.endswith(ending):
            yield lower.removesuffix(ending)


@cache
def _with_definite(key: str, shortest: int = 0) -> frozenset[str]:
    """Return the words listed under a key, those of `shortest` letters and more with their definite endings too."""
    words = read_words("titles", key)
    return words.union(word + ending for word in words if len(word) >= shortest for ending in _DEFINITE_ENDINGS)


@lru_cache(maxsize=8192)
def is_person_title(word: str) -> bool:
    """Say whether a word, indefinite or definite, says what a person is."""
    lower = word.lower()
    return lower in _with_definite("people", _SHORTEST_STEM) or ends_with(lower, _with_definite("heads"))


@lru_cache(maxsize=8192)
def looks_like_occupation(word: str, *, opens: bool) -> bool:
    """Say whether a word right before a name says what its bearer is, though no list has it: `Fisker`, `nevrokirurg`.

    With the capital of a sentence's start more endings count: in its middle `-er` may be a verb's.
    """
    part = word.lower().rsplit("-", 1)[-1]
    if part in read_words("titles", "no_occupations"):
        return False
    endings = read_words("titles", "occupations" if opens else "occupations_anywhere")
    return is_person_title(part) or part in endings or ends_with(part, endings)


@lru_cache(maxsize=8192)
def is_organisation_title(word: str) -> bool:
    """Say whether a word, indefinite or definite, says what an organisation is."""
    lower = word.lower()
    whole, ends = _with_definite("organisations", _SHORTEST_STEM), _with_definite("organisations")
    return lower in whole or ends_with(lower, ends)


@lru_cache(maxsize=8192)
def title_key(word: str) -> str:
    """Return the stem by which two title words are the same: `forsvarsministeren` and `forsvarsminister`.

    Nynorsk and Bokmål leaders, chiefs and spokespeople count as one.
    """
    people, organisations = read_words("titles", "people"), read_words("titles", "organisations")
    heads = read_words("titles", "heads")
    found = [stem for stem in _stems(word) if stem in people or stem in organisations or ends_with(stem, heads)]
    stem = min(found, key=lambda stem: (len(stem), stem)) if found else word.lower()
    stem = stem.replace("præsident", "president")
    for nynorsk, bokmal in (("leiar", "leder"), ("utanriks", "utenriks"), ("udenrigs", "utenriks"), ("chef", "sjef")):
        stem = stem.replace(nynorsk, bokmal)
    return stem.removesuffix("ar") + "er" if stem.endswith("ar") else stem


def is_definite(word: str) -> bool:
    """Say whether a title word has a definite ending: `presidenten`, `leiaren`."""
    lower = word.lower()
    return any(
        lower.endswith(ending) and is_person_title(lower.removesuffix(ending)) and len(lower) > len(ending) + 3
        for ending in ("en", "a", "n")
    )
