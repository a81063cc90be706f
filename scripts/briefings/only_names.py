"""Blocks that are nothing but names, or people and what they are: `Kari Moe og Ola Dahl`."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from briefings.journalists import jobs_of_two
from briefings.noise_words import MAX_CREDIT, MAX_LABEL, WORD, vocabulary

NAME_WORDS = range(2, 5)
"""How many words a person's name has."""


@cache
def between_names() -> frozenset[str]:
    """Return the small words that may stand among names: those that join them, and journalists' jobs."""
    words = vocabulary()
    of_two = (word for role in jobs_of_two() for word in role.split())
    return words.between_names.union(words.byline_roles, of_two)


def is_described_person(text: str) -> bool:
    """Return whether a line is a person and what he or she is, as under a pull quote: `Ulla Broch, caféejer`."""
    name, comma, what = text.partition(", ")
    is_plain = bool(comma) and len(text) <= MAX_LABEL and "\n" not in text and text[-1] not in ".!?:"
    return is_plain and "," not in what and not what[:1].isupper() and are_people(name)


def are_people(text: str) -> bool:
    """Return whether a block is nothing but people's names, known by their first names: `Kari Moe og Ola Dahl`."""
    if len(text) > MAX_CREDIT or text.endswith(NO_NAME_ENDS):
        return False
    names = [name.strip() for name in _BETWEEN_PEOPLE.split(text)]
    return all(is_name(name) and _is_first_name(name.split()[0]) for name in names)


def _is_first_name(word: str) -> bool:
    return word.casefold() in _first_names() or word.partition("-")[0].casefold() in _first_names()


@cache
def _first_names() -> frozenset[str]:
    source = resources.files("briefings").joinpath("extract/data/first_names.txt").read_text(encoding="utf-8")
    lines = (line for line in source.splitlines() if not line.startswith("#"))
    return frozenset(name.casefold() for line in lines for name in line.split())


def is_name(text: str) -> bool:
    """Return whether a block is two to four words, all with a capital."""
    if len(text) > MAX_LABEL or text.endswith(NO_NAME_ENDS):
        return False
    found = WORD.findall(text)
    return len(found) in NAME_WORDS and all(word[0].isupper() for word in found)


NO_NAME_ENDS = (".", "!", "?", ":")
"""Signs behind which a block is a sentence or a label."""
_BETWEEN_PEOPLE = re.compile(r"\s?[,&|/\n]\s?|\s+(?:og|and)\s+", re.IGNORECASE)


def is_only_names(text: str, most: int) -> bool:
    """Return whether all words have a capital, small words between names and journalists' jobs excepted."""
    words, between = WORD.findall(text), between_names()
    if not 0 < len(words) <= most or not words[0][0].isupper() or _ENDS_SENTENCE.search(text[-5:]):
        return False
    return all(word[0].isupper() or word.casefold() in between or "." in word for word in words)


_ENDS_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]$")
