"""A body that gets its name is what it was before: `Den nye bank får navnet X`, `selskapet, som skal hete X`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.extract import organisations
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words

MOST_HELPERS = 3
"""Words between what is called and the word of calling: `, som skal nå hete X`."""
MOST_ADJECTIVES = 3
_ARTICLES = frozenset({"den", "det"})


def body_before(tokens: Sequence[Token], name: int) -> tuple[int, int] | None:
    """Return (first, end) of the definite phrase for a body that a sentence says is called by the name at `name`."""
    if name < 2 or tokens[name - 1].lower not in read_words("organisations", "naming"):  # noqa: PLR2004 — body, `heter`
        return None
    last, helpers = name - 2, read_words("organisations", "naming_helpers")
    while last >= 0 and name - 2 - last < MOST_HELPERS and tokens[last].lower in helpers:
        last -= 1
    if last < 1 or not is_body(tokens[last]):
        return None
    first = last
    while first and last - first < MOST_ADJECTIVES and tokens[first].follows and tokens[first - 1].lower.endswith("e"):
        first -= 1
    if not first or not tokens[first].follows or tokens[first - 1].lower not in _ARTICLES:
        return None
    return first - 1, last + 1


def places_of(words: Sequence[str], tokens: Sequence[Token]) -> Iterator[int]:
    """Yield where some words, in lower case, stand in a sentence, and a space parts them."""
    for first in range(len(tokens) - len(words) + 1):
        stretch = tokens[first : first + len(words)]
        same = all(token.lower == word for token, word in zip(stretch, words, strict=True))
        if same and all(token.follows for token in stretch[1:]):
            yield first


def is_body(token: Token) -> bool:
    """Say whether a word in small letters tells of a firm or a body: `bank`, `selskapet`."""
    if token.capital and not token.opens:
        return False
    return organisations.is_cue(token.text) or organisations.has_organisation_ending(token.text, alone=True)
