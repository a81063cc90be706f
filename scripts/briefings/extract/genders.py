"""Whether a person can be meant by `han` or `hun`: by first name, or by the noun for somebody without a name."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from briefings.extract.speech import speech
from briefings.extract.wordlists import read_list

SHORTEST_NOUN = 3
"""Letters of the shortest noun that tells: `mor`."""


class Gender(StrEnum):
    """What a name, a noun or a pronoun says of a person's gender."""

    MALE = "male"
    FEMALE = "female"


def gender_of_name(name: str) -> Gender | None:
    """Return the gender that a person's first name tells; None where it is borne by both, or is not known."""
    first = name.split(maxsplit=1)[0].casefold() if name.split() else ""
    for part in dict.fromkeys((first, first.partition("-")[0])):
        found = _genders().get(part)
        if found is not None:
            return found
    return None


def gender_of_noun(words: str) -> Gender | None:
    """Return the gender that the words for somebody tell: `ei kvinne i 40-åra`, `mannen`."""
    for word in words.lower().split():
        for gender, nouns in ((Gender.MALE, speech().men), (Gender.FEMALE, speech().women)):
            if any(word.endswith(noun) and len(noun) >= SHORTEST_NOUN for noun in nouns & _endings_of(word)):
                return gender
    return None


def gender_of_pronoun(pronoun: str) -> Gender | None:
    """Return the gender of a pronoun in lower case; None for `hen`, `vedkommende`."""
    if pronoun in speech().masculine:
        return Gender.MALE
    return Gender.FEMALE if pronoun in speech().feminine else None


def _endings_of(word: str) -> frozenset[str]:
    return frozenset(word[cut:] for cut in range(min(len(word), 40)))


@cache
def _genders() -> dict[str, Gender]:
    men = dict.fromkeys((name.casefold() for name in read_list("men")), Gender.MALE)
    return men | dict.fromkeys((name.casefold() for name in read_list("women")), Gender.FEMALE)
