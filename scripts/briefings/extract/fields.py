"""What a body is for, behind `for`: `demokratiske institusjoner`, `by- og regionforskning`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words

_ADJECTIVES = (
    *("ske", "lige", "lege", "ale", "ive", "bare", "ende", "ere", "asjonal", "ational", "asjonalt", "ationalt"),
    *("klinisk", "politisk", "økonomisk", "offentlig", "offentleg", "strategisk", "medisinsk", "teknisk", "digital"),
)
"""Ends of adjectives before what a body is for: `demokratiske institusjoner`."""
_ABSTRACT = ("het", "tet")
"""Ends of nouns that are indefinite, though they end as definite ones do: `sikkerhet`, `aktivitet`."""
_DEFINITE = ("en", "et", "ene", "ane", "erne", "inga", "te", "de")
"""Ends of definite nouns, and of verbs of the past."""
_VERBAL = ("er", "ar")
LONG_NOUN = 12
"""Letters of `menneskerettigheter`; verbs of the present are shorter."""


def field_end(tokens: Sequence[Token], first: int) -> int | None:
    """Return where what a body is for ends: `strålevern`, `demokratiske institusjoner`, `by- og regionforskning`."""
    end = _noun_end(tokens, first)
    if end is None:
        return None
    joint = next_word(tokens, end)
    second = _noun_end(tokens, end + 1) if joint and joint.lower == "og" else None
    return second if second and _joins_field(tokens[second - 1].lower) else end


def _joins_field(lower: str) -> bool:
    """Say whether a word behind `og` is what a body is for too, no verb (`og mener`), nobody else (`og politiet`)."""
    if lower.endswith(_VERBAL):
        return len(lower) >= LONG_NOUN
    return lower.endswith(_ABSTRACT) or not lower.endswith(_DEFINITE)


def _noun_end(tokens: Sequence[Token], first: int) -> int | None:
    word = tokens[first] if first < len(tokens) else None
    if word is None or word.capital or not _names_field(word):
        return None
    if first + 2 < len(tokens) and tokens[first + 1].gap == "- " and tokens[first + 1].lower == "og":
        return first + 3 if not tokens[first + 2].capital else None
    after = next_word(tokens, first + 1)
    if after and word.lower.endswith(_ADJECTIVES) and not after.capital and _names_field(after):
        return first + 2
    return first + 1


def _names_field(word: Token) -> bool:
    """Say whether a lower-case word may be what an institute is for: no function word, no verb, nothing definite."""
    lower = word.lower
    return len(lower) > 4 and lower not in read_words("organisations", "no_field")  # noqa: PLR2004 — `for å`, `for den`


def next_word(tokens: Sequence[Token], index: int) -> Token | None:
    """Return a word that only a space parts from the one before."""
    return tokens[index] if index < len(tokens) and tokens[index].follows else None
