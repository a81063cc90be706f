"""Courts that rule: what they and their rulings are called, and which of several is meant."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.sentence_words import Word
from briefings.findings import Entity
from briefings.model import ActorType

_ORGANISATION = ActorType.ORGANISATION

_A = frozenset({"en", "ein"})


def is_bench(words: Sequence[Word]) -> bool:
    """Tell `en enstemmig rett`, `ein samrøystes lagmannsrett`: the court that rules."""
    return len(words) == len(("en", "enstemmig", "rett")) and words[0].low in _A and words[2].low.endswith(_BENCHES)


_BENCHES = ("rett", "ret", "domstol")


def first_court(entities: Sequence[Entity]) -> int | None:
    """Return the court that is named first: its ruling is the news, those before it are told of later."""
    courts = [
        (entity.mentions[0].start, index)
        for index, entity in enumerate(entities)
        if entity.type is _ORGANISATION and entity.mentions and _is_court(entity.name.lower())
    ]
    return min(courts)[1] if courts else None


def _is_court(name: str) -> bool:
    return name.endswith(_COURTS) or name.startswith(_COURTS_OF_TOWNS)


RULINGS = frozenset(
    {
        "retten",
        "domstolen",
        "dommen",
        "domen",
        "kjennelsen",
        "kjenninga",
        "orskurden",
        "kendelsen",
        "dommens præmisser",
        "domspremissene",
    }
)
"""The court and what it writes: `heter det i dommen` is what the court says."""
_COURTS = (
    "tingrett",
    "lagmannsrett",
    "høyesterett",
    "høgsterett",
    "byret",
    "landsret",
    "højesteret",
    "herredsrett",
    "domstol",
    "domstolen",
)
_COURTS_OF_TOWNS = ("retten i ", "retten på ")
