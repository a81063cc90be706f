"""Ages that somebody is called by: `den 24-årige dansker`, `den 44 år gamle ministeren`, `den 46-årige`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefings.extract.speech import speech
from briefings.extract.tokens import Token

_OF_AGE = re.compile(r"(\d{1,3})-?årige")
_YEARS_OLD = (["år", "gamle"], ["år", "gamal"])


def age_at(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Return (years, last token) of `24-årige`, `44 år gamle`."""
    if aged := _OF_AGE.fullmatch(tokens[index].lower):
        return int(aged[1]), index
    said = [token.lower for token in tokens[index + 1 : index + 3] if token.follows]
    told = tokens[index].text.isdigit() and len(tokens[index].text) == len("44") and said in _YEARS_OLD
    return (int(tokens[index].text), index + 2) if told else None


def has_noun(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a noun or an adjective may stand behind an age: no verb, preposition or sentence's end."""
    if index >= len(tokens) or not tokens[index].follows:
        return False
    words = speech()
    low = tokens[index].lower
    return not any(low in some for some in (words.finite, words.helpers, words.have, words.be, words.breaks))
