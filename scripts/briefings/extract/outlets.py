"""The medium that somebody said it to: `sier han til NRK`, `skriver hun i en kronikk i Politiken`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefings.extract.cues import known_places
from briefings.extract.phrases import Phrase, phrase_at, was_met_by
from briefings.extract.sentence_words import QUOTED, Word
from briefings.extract.speech import speech

MAX_OUTLET_GAP = 6
"""Words between a speaker or verb and `til BBC`."""
_TOLD = frozenset({"til", "overfor", "over"})
MAX_APPOSED = 10
"""Words of a description between commas."""


def _appeared_in(words: Sequence[Word], position: int) -> Phrase | None:
    """Return the medium in `i en kronikk i China Daily`, `i et intervju med NRK`."""
    if words[position].low != "i" or position + 4 > len(words):
        return None
    inside = [word.low for word in words[position + 2 : position + 5]]
    kind = next((index for index, low in enumerate(inside) if low in speech().appearances), None)
    if kind is None:
        return None
    after = position + 3 + kind
    if after + 1 >= len(words) or words[after].low not in {"i", "med", "til", "på", "hos"}:
        return None
    phrase = phrase_at(words, after + 1)
    return (
        phrase
        if phrase is not None and (phrase.entity is not None or phrase.outlet or is_site(words[after + 1].low))
        else None
    )


def _after_apposition(words: Sequence[Word], first: int) -> int:
    """Return where words go on behind a description between commas: `sier Vik, leder i laget, til NRK`."""
    if first >= len(words) or words[first].low != ",":
        return first
    if first + 1 < len(words) and words[first + 1].low in _TOLD:
        return first + 1
    for index in range(first + 1, min(len(words), first + MAX_APPOSED)):
        if words[index].low in speech().finite or words[index].low in {".", ":", QUOTED, "at"}:
            return first
        if words[index].low == ",":
            goes_on = index + 1 < len(words) and words[index + 1].low in _TOLD
            return index + 1 if goes_on else first
    return first


def _is_unknown_name(words: Sequence[Word], position: int) -> bool:
    """Tell `seier Moe til Grenda`: whom somebody speaks to right behind the speaker is a medium, if nothing else.

    Not `viser til Odda`, where the preposition belongs to the verb, nor a city.
    """
    name = words[position + 1]
    free = position > 0 and words[position - 1].low not in speech().only_with
    return (
        free
        and name.capital
        and name.entity is None
        and name.end - name.start > 1
        and name.low.title() not in known_places()
    )


def is_site(low: str) -> bool:
    """Tell `forsking.no`, a medium by its address."""
    return low.endswith((".no", ".dk", ".com", ".se", ".org", ".net"))


def outlets_before(words: Sequence[Word], verb: int) -> tuple[Phrase, ...]:
    """Return the medium that opens a sentence before its verb: `Til NRK sier hun`, `I en sms til DR skriver han`."""
    first = words[0].low
    if first == "i":
        phrase = _appeared_in(words, 0)
    elif first in {"til", "overfor", "over"}:
        phrase = phrase_at(words, 1 + (first == "over"))
    else:
        return ()
    return (phrase,) if phrase is not None and not phrase.pronoun and phrase.end == verb else ()


def told_to(words: Sequence[Word], verb: int, first: int) -> tuple[Phrase, ...]:
    """Return the medium right behind a verb of telling: `har fortalt | Politiken at …`."""
    if not words[verb].low.startswith(("fortal", "fortel", "fortell", "fortæl")) or first + 1 >= len(words):
        return ()
    phrase = phrase_at(words, first)
    if phrase is None or phrase.pronoun or (phrase.entity is None and not phrase.outlet):
        return ()
    behind = [word.low for word in words[phrase.end : phrase.end + 2]]
    return (phrase,) if behind[:1] == ["at"] or behind == [",", "at"] else ()


def met_by(words: Sequence[Word], end: int) -> tuple[Phrase, ...]:
    """Return who talked to those who say something: `To ansatte, som | VG har snakket med, hevder`."""
    first = end + (end < len(words) and words[end].low == ",")
    first += first < len(words) and words[first].low in {"som", "der"}
    if first == end or first >= len(words) or words[first].entity is None or not was_met_by(words, first):
        return ()
    return (Phrase(first, words[first].name_end, words[first].entity, known=True),)


def outlets_after(words: Sequence[Word], first: int) -> tuple[Phrase, ...]:
    """Return the medium named soon after a word, if one is: in a tuple, for `Attribution.outlets`."""
    first = _after_apposition(words, first)
    for position in range(first, min(len(words), first + MAX_OUTLET_GAP)):
        low = words[position].low
        appeared = _appeared_in(words, position)
        if appeared is not None:
            return (appeared,)
        if (
            low in {"i", "på", "hos"}
            and words[position + 1 : position + 2]
            and words[position + 1].low in speech().outlets
        ):
            phrase = phrase_at(words, position + 1) if words[position + 1].capital else None
            if phrase is not None:
                return (phrase,)
        if low == "over" and position + 1 < len(words) and words[position + 1].low == "for":
            phrase = phrase_at(words, position + 2)
            return (phrase,) if phrase is not None and not phrase.pronoun else ()
        if low in {",", ".", ":", ";", "at", QUOTED}:
            return ()
        if low in {"til", "overfor", "med"}:
            phrase = phrase_at(words, position + 1)
            if phrase is not None and not phrase.pronoun:
                told = position == first and low != "med" and _is_unknown_name(words, position)
                return (replace(phrase, outlet=True) if told else phrase,)
    return ()
