"""Names that are given as those of somebody's relatives: `broren Trygve Olsen`, `Moren, Anne Moe`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.roles import WHOSE
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words


def is_relative(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word that a comma parts from a name says whose relative it is: `Moren, Anne Moe`, `hans søster, X`.

    `sin far, X` tells more of somebody else than of X.
    """
    word = tokens[index].lower
    if word not in read_words("persons", "kin"):
        return False
    before = tokens[index - 1].lower if index and tokens[index].follows else ""
    return before in WHOSE or (word.endswith(("en", "a")) and tokens[index].opens and tokens[index].capital)


def is_own_relative(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word that a comma parts from a name closes `Sonen hennar, X`, `kona hans, X`."""
    if not index or tokens[index].lower not in WHOSE or not tokens[index].follows:
        return False
    word = tokens[index - 1].lower
    return word in read_words("persons", "kin") and word.endswith(("en", "a"))


def is_kin(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether a name is given as somebody's relative: `broren Trygve Olsen`, `Alfie Haaland, faren`."""
    kin = read_words("persons", "kin")
    if first and (tokens[first].follows or tokens[first].gap == ", ") and tokens[first - 1].lower in kin:
        return True
    if end >= len(tokens) or tokens[end].gap != ", " or tokens[end].lower not in kin:
        return False
    after = tokens[end + 1] if end + 1 < len(tokens) and tokens[end + 1].follows else None
    # `Kari Lund, dotter til ein bonde` is nobody's relative here.
    return after is None or after.lower not in {"til", "av", "af"} or tokens[min(end + 2, len(tokens) - 1)].capital
