"""The medium that somebody said it to: `sier han til NRK`, `skriver hun i en kronikk i Politiken`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.phrases import Phrase, phrase_at
from briefings.extract.sentence_words import QUOTED, Word
from briefings.extract.speech import speech

MAX_OUTLET_GAP = 6
"""Words between a speaker or verb and `til BBC`."""
MAX_APPOSED = 10
"""Words of a description between commas."""


def _appeared_in(words: Sequence[Word], position: int) -> Phrase | None:
    """Return the medium in `i en kronikk i China Daily`, `i et intervju med NRK`."""
    if words[position].low != "i" or position + 4 > len(words):
        return None
    low, after = words[position + 2].low, words[position + 3].low
    if low not in speech().appearances or after not in {"i", "med", "til", "på", "hos"}:
        return None
    phrase = phrase_at(words, position + 4)
    return phrase if phrase is not None and phrase.entity is not None else None


def _after_apposition(words: Sequence[Word], first: int) -> int:
    """Return where words go on behind a description between commas: `sier Vik, leder i laget, til NRK`."""
    if first >= len(words) or words[first].low != ",":
        return first
    if first + 1 < len(words) and words[first + 1].low in {"til", "overfor"}:
        return first + 1
    for index in range(first + 1, min(len(words), first + MAX_APPOSED)):
        if words[index].low in speech().finite or words[index].low in {".", ":", QUOTED, "at"}:
            return first
        if words[index].low == ",":
            goes_on = index + 1 < len(words) and words[index + 1].low in {"til", "overfor"}
            return index + 1 if goes_on else first
    return first


def outlets_after(words: Sequence[Word], first: int) -> tuple[Phrase, ...]:
    """Return the medium named soon after a word, if one is: in a tuple, for `Attribution.outlets`."""
    first = _after_apposition(words, first)
    for position in range(first, min(len(words), first + MAX_OUTLET_GAP)):
        low = words[position].low
        appeared = _appeared_in(words, position)
        if appeared is not None:
            return (appeared,)
        if low == "over" and position + 1 < len(words) and words[position + 1].low == "for":
            phrase = phrase_at(words, position + 2)
            return (phrase,) if phrase is not None and not phrase.pronoun else ()
        if low in {",", ".", ":", ";", "at", QUOTED}:
            return ()
        if low in {"til", "overfor", "med"}:
            phrase = phrase_at(words, position + 1)
            if phrase is not None and not phrase.pronoun:
                return (phrase,)
    return ()
