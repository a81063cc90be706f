"""Somebody whom no noun names: `en av dem`, `ein frå benken`, `noen på første rad`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.phrase_words import BELONGS, is_common
from briefings.extract.sentence_words import Word
from briefings.extract.speech import speech


def is_one_of_them(words: Sequence[Word], first: int) -> bool:
    """Tell `en av dem`, `fleire av dei`: somebody, though no noun says what."""
    low = words[first].low
    if low not in SOME and low not in speech().many:
        return False
    return [word.low for word in words[first + 1 : first + 3]] in (["av", "dem"], ["af", "dem"], ["av", "dei"])


def one_of_several(words: Sequence[Word], first: int) -> int | None:
    """Return the end of `ein av songarane`, `en af de tilskadekomne`, `to av de streikende`: one of many alike."""
    if (
        (words[first].low not in SOMEBODY and words[first].low not in speech().many)
        or len(words) <= first + 2
        or words[first + 1].low not in _OF
    ):
        return None
    noun = first + 2
    if words[noun].low in {"de", "dei"}:
        noun += 1
        while noun + 1 < len(words) and words[noun].low.endswith(("e", "ske")) and is_common(words, noun + 1):
            noun += 1
        several = noun < len(words) and words[noun].low.endswith(("e", "r"))
    else:
        several = words[noun].low.endswith(_PLURAL)
    if not several or words[noun].capital or words[noun].entity is not None or words[noun].low in _THINGS:
        return None
    return noun + 1


_OF = frozenset({"av", "af"})
_PLURAL = ("ane", "ene", "erne", "arne")
_THINGS = frozenset(
    {"grunnene", "grunnane", "årsakene", "årsakane", "gangene", "gongane", "tingene", "tinga", "stedene"}
)
"""What one of speaks of nothing: `en av grunnene sier nok`."""
SOME = frozenset({"en", "én", "ein", "éin", "ei", "ingen"})
"""Words before `av dem`, besides those for many."""


def one_from(words: Sequence[Word], first: int) -> int | None:
    """Return the end of `ein frå benken`, `noen på første rad`: somebody known only by the place."""
    if words[first].low not in SOMEBODY:
        return None
    low = [word.low for word in words[first : first + 3]]
    if len(low) < 3 or low[1] not in BELONGS:  # noqa: PLR2004 - words
        return None
    last = first + 2
    if low[2].endswith(("ste", "re")) and last + 1 < len(words) and is_common(words, last + 1):
        last += 1
    place = words[last]
    common = place.entity is None and not place.capital and place.low not in speech().times
    placed = last > first + 2 or place.low.endswith(("en", "et", "a", "ane", "ene", "erne"))
    return last + 1 if common and placed else None


SOMEBODY = frozenset({"en", "ein", "én", "éin", "noen", "nokon", "nogen", "flere", "fleire", "mange"})
"""Words before the place of somebody."""


def presented(words: Sequence[Word]) -> tuple[int, int] | None:
    """Return where the words for a person without a name stand that a sentence leads to.

    `En av dem som tapte, er en 61 år gammel kvinne fra Moss`, `Blandt de ramte er en 24-årig studerende.`
    """
    if len(words) < MIN_PRESENTING or words[0].low not in _LEADING:
        return None
    for at in range(2, min(len(words) - 2, MAX_PRESENTING)):
        if words[at].low in speech().be and words[at + 1].low in _A:
            first = at + 1
            end = next((index for index in range(first + 1, len(words)) if words[index].low in _ENDING), len(words))
            people = speech().men | speech().women
            told = any(words[index].low in people or words[index].low.endswith(_AT_AGE) for index in range(first, end))
            return (first, end) if told and not any(word.entity is not None for word in words[at:first]) else None
    return None


MIN_PRESENTING = 6
MAX_PRESENTING = 14
_A = frozenset({"en", "ein", "ei", "et", "eit"})
_LEADING = _A | {"blant", "blandt", "mellom", "mellem"}
_ENDING = frozenset({",", ".", "som", "der", "–", ":", "("})
_AT_AGE = ("årig", "åring", "-årene", "-åra", "-årene")
