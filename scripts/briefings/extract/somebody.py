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
