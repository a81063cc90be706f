"""Houses that only lie there: `Pressekonferansen på Hotel Bristol`, `begravelsen fra Grundtvigs Kirke` name places.

Where the house does something, somebody works there or it owns something, it is an organisation.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract import cues, titles
from briefings.extract.drafts import Draft, Located
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words

_AT_HOUSE = frozenset(
    {"på", "i", "ved", "fra", "frå", "til", "utenfor", "utanfor", "udenfor", "foran", "framfor", "nær"}
)
_AT_HOSPITAL = frozenset({"på"})
NEAR_WORDS = 40
"""Words on either side of a school in which those it is for are looked for."""
_TAUGHT = (
    "elev",
    "lærer",
    "lærar",
    "rektor",
    "foreldr",
    "forældr",
    "undervis",
    "pedagog",
    "pædagog",
    "barnehagebarn",
    "børnehavebørn",
)
"""Who and what a school is for."""
_LIFE = frozenset({"født", "fødd", "fødtes", "døde", "død", "døydde", "døyde", "sovnet", "sovna", "sov"})
"""Treatment is a hospital's doing; a birth or death is told to have happened there."""


def is_site(draft: Draft, rows: Sequence[Sequence[Token]]) -> bool:
    """Say whether what is named as a house is so only where things happen in it."""
    words = draft.name.split()
    if cues.known_rule(draft.name) == cues.ORGANISATION:
        return False
    if len(words) == 1:  # `Slottet`
        return _is_church(words[0].lower()) and all(_lies(rows[one.row], one, _AT_HOUSE) for one in draft.located)
    ends = {words[0].lower(), words[-1].lower()}
    if not ends.isdisjoint(read_words("organisations", "schools")):
        if any(_is_school(rows[one.row], one) for one in draft.located):
            return False
        links = _AT_HOUSE
    elif not ends.isdisjoint(read_words("organisations", "houses")):
        links = _AT_HOUSE
    elif not ends.isdisjoint(read_words("organisations", "hospitals")):
        links = _AT_HOSPITAL
    else:
        return False
    if links is _AT_HOSPITAL and not any(token.lower in _LIFE for one in draft.located for token in rows[one.row]):
        return False
    return all(_lies(rows[one.row], one, links) for one in draft.located)


def _is_church(word: str) -> bool:
    """Say whether one word names a church as a house, and none of many houses: `Vangskyrkja`, not `Folkekirken`."""
    if not ends_with(word, read_words("organisations", "church_ends"), 2):
        return False
    return word not in read_words("organisations", "churches_of_people")


def _is_school(tokens: Sequence[Token], one: Located) -> bool:
    """Say whether pupils or teachers are told of: `Elevane flyttar til Nes skule`, though they sit `på` it."""
    if one.first and tokens[one.first - 1].lower == "på":
        return False
    around = tokens[max(0, one.first - NEAR_WORDS) : one.end + NEAR_WORDS]
    return any(token.lower.startswith(_TAUGHT) for token in around)


def _lies(tokens: Sequence[Token], one: Located, links: frozenset[str]) -> bool:
    """Say whether a preposition stands before a name, nobody who belongs to it before that, and it owns nothing."""
    if not one.first or not tokens[one.first].follows or tokens[one.first - 1].lower not in links:
        return False
    if one.mention.text.endswith("s") and one.end < len(tokens) and tokens[one.end].follows:
        return False
    if one.first < 2:  # noqa: PLR2004 — a word before the preposition
        return True
    two = tokens[one.first - 2]
    belongs = titles.is_person_title(two.text) or (two.capital and not two.opens)
    return not (tokens[one.first - 1].follows and belongs)
