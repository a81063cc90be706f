"""Giving something a name: `kaller boten for lav`, `betrakter avtalen som «et skritt»`; not `kaller inn til møte`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefings.extract.sentence_words import QUOTED, Word
from briefings.extract.speech import speech
from briefings.extract.subjects import DEFINITE

MAX_LABELLED = 6
"""Words up to `for` in `kaller den nye planen for uansvarlig`."""
MAX_SEEN = 8
"""Words in which what something is seen as follows."""


def names_quality(verb: str, rest: Sequence[str]) -> bool:
    """Tell `kaller det uklokt`, `kaller boten for lav`, `stempler planen som et svik`, `kaller vedtaket historisk`."""
    vocabulary = speech()
    if QUOTED in rest[:4] or (len(rest) > 1 and rest[0] == "det"):
        return True
    if QUOTED in rest[:MAX_ASIDE] and rest[0] in _WHERE and rest[1] in _SAID_IN and verb.startswith(_CALLS):
        # `kalder på Facebook aftalen for »…«`, `kaller i en e-post vedtaket «…»`
        return True
    stop = next((index for index, low in enumerate(rest) if low in {",", ".", ":", ";", "og", "men"}), len(rest))
    clause = rest[:stop]
    if clause[:1] and clause[0] in vocabulary.called_elsewhere:
        return False
    limit = MAX_LABELLED if clause[:1] != ["i"] else MAX_ASIDE
    if any(low in {"for", "som"} for low in clause[1:limit]):
        return True
    if verb in vocabulary.seeing:
        return True
    if not verb.startswith(_CALLS) or clause[:1] == ["i"]:
        return False
    if _as_one(clause) and vocabulary.called_elsewhere.isdisjoint(clause):
        return True
    judged = clause[-1].endswith(tuple(vocabulary.qualities)) if clause else False
    return judged and 1 < len(clause) < MAX_LABELLED and vocabulary.called_elsewhere.isdisjoint(clause)


_CALLS = ("kall", "kald", "kalt")
_WHERE = frozenset({"i", "på"})
_SAID_IN = frozenset({"en", "ein", "ei", "et", "eit", "sin", "si", "sitt", "sit"}).union(
    (
        "facebook",
        "instagram",
        "linkedin",
        "twitter",
        "x",
        "bluesky",
        "telegram",
        "tiktok",
        "truth",
        "sosiale",
        "sociale",
    )
)
"""Behind `i` or `på`, these begin where it was said."""


def _as_one(clause: Sequence[str]) -> bool:
    """Tell `kaller dommen en milepæl`, `kaller den nye planen et svik` from `kaller spilleren en gang til`."""
    at = next((index for index, low in enumerate(clause[:MAX_LABELLED]) if index and low in _ONE), None)
    if at is None or at + 1 >= len(clause) or clause[at + 1] in _COUNTED:
        return False
    return clause[at - 1] in _OBJECTS or clause[at - 1].endswith(DEFINITE) or clause[0] in _OWNERS


_ONE = frozenset({"en", "ein", "ei", "et", "eit"})
_COUNTED = frozenset({"gang", "gong", "stund", "dag", "kveld", "natt", "nat", "time"})
"""What an article counts rather than calls."""
_OBJECTS = frozenset({"det", "dette", "den", "denne", "ham", "henne", "hende", "ho", "dem", "dei"})
_OWNERS = frozenset({"sin", "si", "sitt", "sit", "sine", "hans", "hennes", "hendes"})

MAX_ASIDE = 16
"""The same where it was said in something: `kalder i et skriftligt svar til Ritzau aftalen for historisk`."""


def sees_as(words: Sequence[Word], verb: int) -> bool:
    """Tell `betrakter avtalen som «et viktig skritt»`."""
    if words[verb].low not in speech().seeing:
        return False
    lows = [word.low for word in words[verb + 1 : verb + 1 + MAX_SEEN]]
    return any(pair[0] in {"som", "for"} and pair[1] == QUOTED for pair in pairwise(lows))
