"""Roles behind a name and its comma, or behind a verb: `Ola Vik, tidligere leder i fagforeningen`."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from briefings.extract import titles
from briefings.extract.roles import ARTICLES, Stretch, is_adjective, is_owner
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words

MOST_AFTER = 14
"""Words of a role after the name."""
_NOW = frozenset({"nå", "no", "nu", "nåværende", "dagens"})
_ENDS = frozenset(
    {"som", "og", "har", "er", "var", "sier", "seier", "siger", "at", "siden", "sidan", "inntil", "indtil"}
)
"""Words that end what hangs on a title."""


def _after_comma(tokens: Sequence[Token], end: int) -> int | None:
    """Return where words begin that a comma parts from a name; behind brackets only `Vik (H), nå statsråd`."""
    if end + 1 < len(tokens) and tokens[end].gap == " (" and tokens[end + 1].gap == "), ":
        return end + 2 if tokens[end + 1].lower in _NOW else None
    if end >= len(tokens) or tokens[end].gap != ", ":
        return None
    return end + (tokens[end].lower in _NOW)


def role_after(tokens: Sequence[Token], end: int, names: AbstractSet[int]) -> Stretch | None:
    """Return the role after a comma behind the name that ends at token `end`; `names` are the names' first tokens."""
    first = _after_comma(tokens, end)
    if first is None:
        return None
    return role_from(tokens, first, names)


def role_from(tokens: Sequence[Token], first: int, names: AbstractSet[int]) -> Stretch | None:
    """Return the role that begins at a token, its article left out; `names` are the names' first tokens."""
    start = first
    while first < len(tokens) and tokens[first].lower in ARTICLES and (first == start or tokens[first].follows):
        first += 1
    for title in range(first, min(first + 4, len(tokens))):
        if title > first and not tokens[title].follows:
            return None
        if titles.is_person_title(tokens[title].text):
            after = tokens[title + 1] if title + 1 < len(tokens) and tokens[title + 1].follows else None
            if after is not None and title + 1 in names:
                owned = _owned_by(tokens, title + 1)
                return (first, _end(tokens, owned)) if owned else None
            if after is None or not titles.is_person_title(after.text):
                return first, _end(tokens, title)
            continue
        if not (is_adjective(tokens[title]) or _owns(tokens, title)):
            return None
    return None


def _owned_by(tokens: Sequence[Token], name: int) -> int | None:
    """Return the title that a name in the genitive owns: `president Donald Trumps | utsending`; else None."""
    end = name + 1
    while end < len(tokens) and tokens[end].follows and tokens[end].capital:
        end += 1
    owning = end < len(tokens) and tokens[end].follows and tokens[end - 1].text.endswith("s")
    return end if owning and titles.is_person_title(tokens[end].text) else None


def _owns(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word owns what follows: `Trumps`, the first word of `Donald Trumps`, `klubbens`."""
    if is_owner(tokens, index) or tokens[index].lower.endswith(("ens", "ets", "enes", "anes", "ernes")):
        return True
    following = tokens[index + 1 : index + 2]
    return bool(following) and tokens[index].capital and following[0].follows and is_owner(tokens, index + 1)


def _is_span(tokens: Sequence[Token], first: int) -> bool:
    """Say whether words tell how long somebody was something: `træner i | fem år`, `lærer i | mer enn 20 år`."""
    return any(token.lower in _SPANS for token in tokens[first + 1 : first + 4]) and not tokens[first].capital


_SPANS = frozenset(
    {"år", "måneder", "månader", "uker", "veker", "uger", "tiår", "årtier", "sesonger", "sesongar", "sæsoner"}
)


def _end(tokens: Sequence[Token], title: int) -> int:
    """Return where a role ends whose title word is at `title`: with the phrase before the next comma or verb."""
    links = read_words("titles", "links")
    end = title + 1
    while end + 1 < len(tokens) and tokens[end].follows and tokens[end].lower in links and end - title < MOST_AFTER:
        after = end + 1
        if _is_span(tokens, after):
            break
        while after < len(tokens) and after - title < MOST_AFTER and (after == end + 1 or tokens[after].follows):
            if tokens[after].lower in _ENDS or tokens[after].lower in links:
                break
            after += 1
        if after == end + 1:
            break
        end = after
    if end + 1 < len(tokens) and tokens[end].lower == "og" and titles.is_person_title(tokens[end + 1].text):
        end = end + 2
    return end
