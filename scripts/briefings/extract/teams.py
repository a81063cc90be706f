"""National teams that are not named: `U21-landsholdet`, `håndballjentene` are the country of the article's language.

A nationality before the noun (`det svenske landslaget`) says which other one is meant; a team is its state.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract import territories
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words
from briefings.model import Lang

RULE = "national team"
HOME: dict[Lang, str] = {"nb": "NOR", "nn": "NOR", "da": "DNK"}
"""Language of an article → country (alpha-3) of its readers."""


def are_in(text: str) -> bool:
    """Say whether any noun for a national team stands in a text: in most articles none does."""
    lower = text.lower()
    return any(noun in lower for noun in read_words("organisations", "teams"))


def team_at(tokens: Sequence[Token], index: int, lang: Lang) -> tuple[int, str] | None:
    """Return (first token, country) of the phrase whose noun for a national team is at a token; else None."""
    token = tokens[index]
    if not ends_with(token.lower, read_words("organisations", "teams"), 0) or (token.capital and not _may(token)):
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].follows else None
    if after is not None and after.capital:
        return None
    before = tokens[index - 1] if index and token.follows else None
    if before is None:
        return index, HOME[lang]
    if state := territories.adjective_state(before.text):
        return index - 1, state
    owned = before.capital and not before.opens
    return None if owned or before.lower.endswith("e") else (index, HOME[lang])


def _may(token: Token) -> bool:
    return token.opens or "-" in token.text
