"""Whether a person can be meant by `han` or `hun`: by first name, or by the noun for somebody without a name."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from briefings.extract.speech import speech
from briefings.extract.wordlists import read_list

SHORTEST_NOUN = 3
"""Letters of the shortest noun that tells: `mor`."""

SHORTEST_NAME = 5
"""Letters of the shortest first name whose ending tells, where no list has it."""
_WOMENS = (
    *("frid", "hild", "bjørg", "borg", "dis", "veig", "gunn", "laug", "gerd", "run", "vår", "lin", "eth"),
    *(
        "ana",
        "ina",
        "ena",
        "ona",
        "enka",
        "ella",
        "illa",
        "etta",
        "itta",
        "anna",
        "enna",
        "ara",
        "era",
        "ira",
        "esa",
        "isa",
    ),
    *("ia", "iya", "lija", "nija", "rija", "tsja", "eja", "line", "tine", "rine", "nette", "belle", "ette"),
)
"""Ends of women's names: Nordic second parts (`Sol-frid`), and those of women's names in most of Europe."""
_MENS = (
    *(
        "bjørn",
        "geir",
        "stein",
        "ulf",
        "mund",
        "vald",
        "leif",
        "finn",
        "kjell",
        "grim",
        "brand",
        "vard",
        "mar",
        "tor",
    ),
    *("slav", "mir", "slaw", "ullah", "eddin", "uddin", "jørn", "rik", "bert", "old", "ius"),
)
"""Ends of men's names, the same."""
_BOTH = frozenset(
    {"nikita", "ilia", "iliya", "elia", "josia", "tobia", "mattia", "zakaria", "jeremia", "isara", "koba"}
)
"""Men's names that end like women's."""


_ANYBODY = ("person", "personen")


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
    if len(first) >= SHORTEST_NAME and first not in _BOTH:
        if first.endswith(_WOMENS):
            return Gender.FEMALE
        return Gender.MALE if first.endswith(_MENS) else None
    return None


def gender_of_noun(words: str) -> Gender | None:
    """Return the gender that the words for somebody tell: `ei kvinne i 40-åra`, `mannen`."""
    for word in words.lower().split():
        if word.endswith(_ANYBODY):
            # `talspersonen` ends like `sonen`.
            continue
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
    return {
        name.casefold(): gender
        for gender, lists in ((Gender.MALE, ("men", "men_more")), (Gender.FEMALE, ("women", "women_more")))
        for one in lists
        for name in read_list(one)
    }
