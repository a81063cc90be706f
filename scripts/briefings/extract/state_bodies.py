"""Bodies of states that are named by an adjective or by the state behind them, with words in small letters.

`russiske forsvarsdepartementet`, `det russiske forsvarsministerium`, `nasjonalforsamlingen i Armenia`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefings.extract import cues, organisations, territories
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words

_MINISTRY = re.compile(r"(?:departementet|ministeriet)s?\Z")
_HOME = frozenset({"Oslo", "København"})
MOST_SEAT_WORDS = 3
"""Words of the city a mission sits in."""


def mission(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a state's mission with the city it sits in: `den kinesiske ambassaden i Helsinki`.

    Without the city it is a building too: `demonstrasjonen utenfor den amerikanske ambassaden`.
    """
    article = tokens[index].lower in {"den", "det"}
    own = index + article
    if own + 3 >= len(tokens) or tokens[own + 2].lower != "i" or not organisations.is_mission(tokens[own + 1].text):
        return None
    if not all(token.follows for token in tokens[index + 1 : own + 4]) or not tokens[own + 3].capital:
        return None
    owner = tokens[own].text
    if not territories.adjective_state(owner) and (article or not cues.is_genitive(owner)):
        return None
    for end in range(min(own + 3 + MOST_SEAT_WORDS, len(tokens)), own + 4, -1):
        if cues.known_rule(" ".join(token.text for token in tokens[own + 3 : end])):
            return end
    return own + 4


def with_article(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of such a body with its article: `det russiske forsvarsdepartementet`."""
    if tokens[index].lower not in {"den", "det"} or index + 1 >= len(tokens) or not tokens[index + 1].follows:
        return None
    return with_adjective(tokens, index + 1)


def seated(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a body of a state that is named behind it: `nasjonalforsamlingen i Armenia`.

    With a capital letter the state's capital may be: `Parlamentet i Kyiv`, but at home it is only where the body lies.
    """
    if index + 2 >= len(tokens) or tokens[index + 1].lower != "i" or not tokens[index + 2].capital:
        return None
    if not (tokens[index + 1].follows and tokens[index + 2].follows):
        return None
    if not organisations.is_definite_state_head(tokens[index].text):
        return None
    if index + 3 < len(tokens) and tokens[index + 3].follows:
        name = f"{tokens[index + 2].text} {tokens[index + 3].text}"
        if territories.state_named(name):
            return index + 4
    seat = tokens[index + 2].text
    abroad = tokens[index].capital and territories.capital_of(seat) is not None and seat not in _HOME
    return index + 3 if abroad or territories.state_named(seat) else None


def may_be_ministry(word: str) -> bool:
    """Say whether a word looks like a ministry's name in small letters, which few words do."""
    return word.endswith(("mentet", "mentets", "steriet", "steriets"))


def ministry(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a ministry that small letters name: `ansatt i forsvarsdepartementet`.

    With its city it is one where somebody goes: `kalt inn til utenriksdepartementet i Riga`. `en kilde i
    utenriksdepartementet i Riga` is somebody unnamed, and another one `det nye forsvarsdepartementet`.
    """
    token = tokens[index]
    if not may_be_ministry(token.lower):
        return None
    field = _MINISTRY.sub("", token.lower)
    if field == token.lower or field not in read_words("organisations", "ministries"):
        return None
    before = tokens[index - 1] if index and token.follows else None
    if before is not None and (_is_new(tokens, index) or before.lower in read_words("organisations", "other_ones")):
        return None
    link, seat = (tokens[at] if at < len(tokens) and tokens[at].follows else None for at in (index + 1, index + 2))
    if link is None or seat is None or link.lower != "i" or not seat.capital:
        return index + 1
    if before is None or before.lower not in read_words("capitals", "prepositions"):
        return None
    if territories.capital_of(seat.text) is None or seat.text in _HOME:
        return None
    source = index > 1 and ends_with(tokens[index - 2].lower, read_words("organisations", "in_offices"), 0)
    return None if source else index + 3


def _is_new(tokens: Sequence[Token], noun: int) -> bool:
    """Say whether an article and an adjective stand before a noun: `det nye klimadepartementet`."""
    return noun > 1 and tokens[noun - 1].lower.endswith("e") and tokens[noun - 2].lower in {"det", "dette"}


def with_adjective(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a body of a state named with an adjective: `russiske forsvarsdepartementet`."""
    if not tokens[index].text.endswith("e") or not territories.adjective_state(tokens[index].text):
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not after.follows:
        return None
    if organisations.is_definite_state_head(after.text):
        # `det norske Utanriksdepartementet`: only the capital's own country calls it so.
        return None if after.capital or _is_named_behind(tokens, index + 2) else index + 2
    # Danish has the noun bare behind article and adjective: `det russiske forsvarsministerium`.
    article = index and tokens[index].follows and tokens[index - 1].lower in {"det", "den"}
    named = after.capital or _is_named_behind(tokens, index + 2)
    head = organisations.is_state_head(after.text) or organisations.is_force(after.text)
    return index + 2 if article and not named and head else None


def _is_named_behind(tokens: Sequence[Token], end: int) -> bool:
    """Say whether the body's own name follows: `den finske sikkerhetstjenesten Supo`."""
    return end < len(tokens) and tokens[end].follows and tokens[end].capital
