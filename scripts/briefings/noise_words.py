"""The words of `data/noise.yml`, loaded once, and the ways a block is compared with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import cast

import yaml
from msgspec import Struct

from briefings.cutting import cut

MAX_TEXT = 400
"""Characters beyond which no block is tried as noise or a picture description: they are short."""

MAX_LABEL = 60
"""Characters in which a label's colon must come."""

MAX_CREDIT = 240
"""Characters beyond which no block is a credit or byline, and before a block's end in which one may begin."""

LONGEST_OPENING = 7
"""Words of the longest phrase a block is known by."""

MANY = 100
"""Words from which a block is long for every rule."""

ASKED_AGAIN = 64
"""Blocks of which what was counted is kept: a block and its neighbours are asked about by many rules in turn."""

WORD = re.compile(r"\w++(?:[-'’.]\w++)*+")
_SAID = re.compile(r"[^\W_](?:.*[^\W_])?")
"""What stands between the signs at both ends of a line."""


@lru_cache(maxsize=ASKED_AGAIN)
def phrase(text: str) -> str:
    """Return a short block's words for comparison: small letters, single spaces, no signs at the ends; else nothing."""
    if len(text) > MAX_LABEL * 2:
        return ""
    said = _SAID.search(" ".join(text.split()))
    return said[0].casefold() if said else text.strip()


def label_of(text: str) -> str:
    """Return the words before the first colon, for comparison, or nothing."""
    head, colon, _ = text[:MAX_LABEL].partition(":")
    return phrase(head) if colon else ""


def begins_with(text: str, openings: frozenset[str]) -> bool:
    """Return whether a block's first words are one of the phrases."""
    return not openings.isdisjoint(_first_phrases(text))


@lru_cache(maxsize=ASKED_AGAIN)
def _first_phrases(text: str) -> tuple[str, ...]:
    words = small_words(text)[:LONGEST_OPENING]
    if not words or words[0] not in vocabulary().opening:
        return ()
    return tuple(" ".join(words[:length]) for length in range(1, len(words) + 1))


@lru_cache(maxsize=ASKED_AGAIN)
def folded(text: str) -> str:
    """Return a text in small letters."""
    return text.casefold()


@lru_cache(maxsize=ASKED_AGAIN)
def words_in(text: str) -> list[str]:
    """Return the words of a text; hyphens, apostrophes and full stops inside a word belong to it."""
    return cut(text.split(), str.isalnum, WORD)


@lru_cache(maxsize=ASKED_AGAIN)
def small_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters."""
    return tuple(map(str.casefold, words_in(text)))


@lru_cache(maxsize=ASKED_AGAIN)
def count_words(text: str) -> int:
    """Return how many words a text has, `MANY` at most."""
    return min(len(small_words(text)), MANY)


def is_short(text: str, most: int) -> bool:
    """Return whether a block has at most so many words, of fewer than `MANY`."""
    return count_words(text) <= most


Sought = tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
"""Parts of words in small letters, and what is sought only in blocks that have one of them, as nothing else matches."""


def is_found(sought: Sought, text: str) -> bool:
    """Return whether a block has something of what is sought."""
    small = folded(text)
    return any(any(map(small.__contains__, parts)) and pattern.search(text) for parts, pattern in sought)


class Vocabulary(Struct, frozen=True):
    """The lists of `data/noise.yml` by their keys, which are explained there."""

    opening: frozenset[str]
    """The first words of all phrases that a block is known to begin with; most blocks begin with none."""

    alone: frozenset[str]
    above: frozenset[str]
    site: frozenset[str]
    link_headings: frozenset[str]
    paid: frozenset[str]
    labels: frozenset[str]
    opening_words: int
    openings: frozenset[str]
    link_openings: frozenset[str]
    patterns: re.Pattern[str]
    """All in one, as one search is faster than thirty; matched with `folded` text, as that is faster than no case."""
    patterns_with: Sought
    corrected: Sought
    corrections: frozenset[str]
    apologies: frozenset[str]
    correction_openings: frozenset[str]
    credit_labels: frozenset[str]
    source_labels: frozenset[str]
    bare_credit_labels: frozenset[str]
    unnamed_pictures: frozenset[str]
    video_labels: frozenset[str]
    agencies: frozenset[str]
    signatures: frozenset[str]
    byline_labels_colon: frozenset[str]
    byline_labels_bare: tuple[str, ...]
    byline_roles: frozenset[str]
    no_captions: frozenset[str]
    no_caption_words: frozenset[str]
    places_shown: frozenset[str]
    picture_phrases: tuple[str, ...]
    picture_words: frozenset[str]
    no_picture_words: frozenset[str]
    picture_openings: frozenset[str]
    second_person: frozenset[str]
    unfolding: frozenset[str]
    recaps: frozenset[str]
    announcing: frozenset[str]
    retelling: frozenset[str]
    speech_verbs: frozenset[str]
    between_names: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read once."""
    source = resources.files("briefings").joinpath("data/noise.yml").read_bytes()
    data = cast("dict[str, object]", yaml.load(source, Loader=yaml.CSafeLoader))
    lists = {key: tuple(_flatten(value)) for key, value in data.items() if isinstance(value, list)}
    sets = {
        key: frozenset(words)
        for key, words in lists.items()
        if key not in {"patterns", "patterns_with", "corrected", "byline_labels_bare", "picture_phrases"}
    }
    return Vocabulary(
        **sets,
        opening_words=cast("int", data["opening_words"]),
        opening=frozenset(phrase.split()[0] for key in _OPENINGS for phrase in sets[key]),
        corrected=_sought(data["corrected"]),
        patterns=_any_of(lists["patterns"], 0),
        patterns_with=_sought(data["patterns_with"]),
        byline_labels_bare=tuple(sorted(lists["byline_labels_bare"], key=lambda label: (-len(label), label))),
        picture_phrases=lists["picture_phrases"],
    )


_OPENINGS = ("openings", "link_openings", "paid", "correction_openings", "picture_openings")


def _sought(table: object) -> Sought:
    return tuple((tuple(entry["with"]), _any_of(entry["any"])) for entry in cast("list[dict[str, list[str]]]", table))


def _any_of(patterns: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)


def _flatten(value: Iterable[object]) -> Iterator[str]:
    for item in value:
        if isinstance(item, list):
            yield from _flatten(item)
        else:
            yield str(item)
