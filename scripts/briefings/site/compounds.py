"""The parts of compound words: who looks for `minister` wants the page that says `forsvarsministeren` as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice

from msgspec import Struct

from briefings.site.word_keys import key, not_first, words_of

SHORTEST_PART = 3
"""Letters of a part: `lære-bok`."""
SHORTEST_INFLECTED = 4
"""Letters of the last part where it is known in another form: `kommune-styrene`."""
SHORTEST_UNSURE = 5
"""Letters of the last part where only one of the parts is known: `vind-turbin`, `hardanger-fjord`."""
_LINKS = ("", "s", "e")
"""What stands between parts: forsvar-s-minister, barn-e-hage."""

_NOT_FIRST = not_first()


class Lexicon(Struct, frozen=True):
    """Words that may be parts of others."""

    forms: frozenset[str]
    """Folded."""
    keys: frozenset[str]


def lexicon(texts: Iterable[str]) -> Lexicon:
    """Return the parts to look for: frequent words of the three languages and all words of the site's own texts."""
    found = set(_frequent())
    for text in texts:
        found.update(word for word in words_of(text) if len(word) >= SHORTEST_PART and word.isalpha())
    return Lexicon(frozenset(found), frozenset(map(key, found)))


def parts(word: str, known: Lexicon) -> list[str]:
    """Return the first and last parts of a folded word: `udenrigsminister` → `udenrigs`, `minister`."""
    if not word.isalpha():
        return []
    reached = {0}
    found: list[str] = []
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if any(_is_part(word[start:at], known) for start in reached):
            reached.add(at)
            if _is_known(word[at:], known):
                found += [word[:at], word[at:]]
    return found or list(_unsure(word, sorted(reached), known))


def _unsure(word: str, reached: list[int], known: Lexicon) -> Iterator[str]:
    """Yield what stands behind the first known beginning, and the longest known end."""
    if len(word) < 2 * SHORTEST_UNSURE or word in _frequent():
        return
    yield from islice((word[at:] for at in reached if SHORTEST_INFLECTED <= at <= len(word) - SHORTEST_UNSURE), 1)
    ends = (word[start:] for start in range(SHORTEST_UNSURE, len(word) - SHORTEST_UNSURE + 1))
    yield from islice((end for end in ends if end in known.forms), 1)


def _is_known(tail: str, known: Lexicon) -> bool:
    return tail in known.forms or (len(tail) >= SHORTEST_INFLECTED and key(tail) in known.keys)


def _is_part(piece: str, known: Lexicon) -> bool:
    return any(
        piece.endswith(link)
        and len(piece) - len(link) >= SHORTEST_PART
        and piece.removesuffix(link) in known.forms
        and piece.removesuffix(link) not in _NOT_FIRST
        for link in _LINKS
    )


@cache
def _frequent() -> frozenset[str]:
    text = (files("briefings") / "extract" / "data" / "words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in words_of(line) if len(word) >= SHORTEST_PART)
