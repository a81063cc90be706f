"""Who made a paper: `en måling, som Gallup har lavet for avisen Y`, `rapporten som NGU la fram`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.sentence_words import Word
from briefings.extract.speech import speech

MAX_MAKING = 3
"""Words from whoever made something, or whoever it is `utført av`, to the verb that says so."""
MAX_FOR = 4
"""Words from that verb to `for`: `har laget i vår for NRK`."""
_MADE = (
    "lav",
    "lag",
    "gjor",
    "gjennomfør",
    "gennemfør",
    "utfør",
    "udfør",
    "foret",
    "utarbeid",
    "udarbejd",
    "skrev",
    "saml",
    "innhent",
    "indhent",
)
_SHOWED = frozenset(
    {"la", "legg", "legger", "lagt", "lægger", "fremla", "fremlagde", "publiserte", "publisert"}
    | {"sendte", "sendt", "sende", "utsendte", "udsendte", "udsendt", "offentliggjorde"}
)


def made_by(words: Sequence[Word], end: int) -> int | None:
    """Return where the name stands of who made the paper whose noun ends before a word.

    Who only read, got or wrote of it (`rapporten som NRK har lest`) did not make it.
    """
    if end + 2 < len(words) and words[end].low.startswith(_MADE) and words[end + 1].low in {"av", "af"}:
        return end + 2 if is_plain_name(words[end + 2]) else None
    comma = end < len(words) and words[end].low == ","
    first = end + comma
    relative = first < len(words) and words[first].low in {"som", "der"}
    first += relative
    if first >= len(words) or not (relative or comma) or not is_plain_name(words[first]):
        return None
    return first if _making(words, words[first].name_end) is not None else None


def _making(words: Sequence[Word], end: int) -> int | None:
    """Return where the verb of making stands behind a name, if nothing but `har` and adverbs stands between."""
    vocabulary = speech()
    for index in range(end, min(len(words), end + MAX_MAKING)):
        low = words[index].low
        if low.startswith(_MADE) or low in _SHOWED:
            return index
        if low not in vocabulary.have and low not in vocabulary.adverbs:
            return None
    return None


def made_for(words: Sequence[Word], end: int) -> int | None:
    """Return where whoever it was made for stands, behind the name of who made it: `har lavet for | avisen Y`."""
    verb = _making(words, end)
    first = end if verb is None else verb + 1
    stop = min(len(words) - 1, first + (MAX_FOR if verb is not None else 1))
    for index in range(first, stop):
        if words[index].low == "for":
            return index + 1
        if not words[index].low[0].isalnum():
            return None
    return None


def read_by(words: Sequence[Word], end: int) -> int | None:
    """Return where the name stands of who got hold of a paper: `et notat, som | Nationen har sett`."""
    first = end + (end < len(words) and words[end].low == ",")
    if first + 1 >= len(words) or words[first].low not in {"som", "der"}:
        return None
    medium = first + 1
    while medium < min(len(words), first + MAX_MEDIUM) and words[medium].entity is None and words[medium].low != ",":
        # `som | det malaysiske nyhetsbyrået | Bernama har publisert`
        medium += 1
    if medium >= len(words) or not is_plain_name(words[medium]):
        return None
    if medium > first + 1 and not speech().names_outlet(words[medium - 1].low):
        return None
    after = [word.low for word in words[words[medium].name_end : words[medium].name_end + 2]]
    return medium if after[:1] and after[0] in speech().have and after[1:] and after[1] in _READ else None


MAX_MEDIUM = 5
"""Words from `som` to a medium's name."""
_READ = frozenset(
    {
        "publisert",
        "publiceret",
        "offentliggjort",
        "gjengitt",
        "gjengjeve",
        "gengivet",
        "omtalt",
        "trykt",
        "sett",
        "set",
        "lest",
        "lese",
        "læst",
        "fått",
        "fået",
    }
)


def is_plain_name(word: Word) -> bool:
    """Tell a name that is no genitive from a description."""
    return word.entity is not None and not word.genitive and not word.described
