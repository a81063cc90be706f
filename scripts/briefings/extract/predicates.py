"""Roles that a clause tells: `X er advokat i Oslo`, `X, som har vore rektor`, `X trekker seg som minister`."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from briefings.extract import titles
from briefings.extract.roles import WHOSE, Stretch
from briefings.extract.roles_after import role_from
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words

MOST_OF_VERB = 4
"""Words from a verb to its `som`: `trekkjer seg no som` has two between."""

_BEING = frozenset({"er", "var", "ble", "blei", "vart", "blev", "blir", "bliver"})
_HAVING = frozenset({"har", "hadde", "havde"})
_BEEN = frozenset({"vært", "været", "vore"})
_BETWEEN = frozenset({"nå", "no", "nu", "også", "òg", "tidligere", "tidlegare"})
_FORMERLY = frozenset({"tidligere", "tidlegare"})
"""Behind `er` they are part of the role: `er tidligere dommer`."""
_TODAY = frozenset(
    {
        "dengang",
        "da",
        "då",
        "lenge",
        "længe",
        "i",
        "dag",
        "nå",
        "no",
        "nu",
        "fortsatt",
        "fortsat",
        "framleis",
        "fremdeles",
        "selv",
        "sjølv",
        "også",
        "òg",
        "til",
        "daglig",
        "dagleg",
    }
)
"""Words before `er` in a clause: `som i dag er ordfører`, `som til daglig er lege`."""
_RELATIVE = frozenset({"som", "der"})
_INDEFINITE = frozenset({"en", "ein", "ei"})


def role_told(tokens: Sequence[Token], end: int, names: AbstractSet[int]) -> Stretch | None:
    """Return the role a clause gives to the name that ends at token `end`; `names` are the names' first tokens."""
    at = behind_bracket(tokens, end)
    if at + 1 >= len(tokens):
        return None
    relative = tokens[at].gap in {", ", "), "} and tokens[at].lower in _RELATIVE and tokens[at + 1].follows
    if relative:
        first = _after_being(tokens, _after_today(tokens, at + 1))
        return role_from(tokens, first, names) if first else None
    if tokens[at].gap == ", " and tokens[at].text.isdigit():
        return _after_age(tokens, at, names)
    if not tokens[at].follows and not (at > end and tokens[at].gap == ") "):
        return None
    first = next((first for first in range(end - 1, -1, -1) if first in names), end)
    if 1 < first < at == end and tokens[first].follows and tokens[first - 1].lower in _BEING:
        # `Den gang var | Kari Vik | rektor i Bø`
        return _plain(tokens, end, names)
    if first := _after_being(tokens, at):
        return _plain(tokens, first, names)
    return _after_change(tokens, at, names)


def role_before_being(tokens: Sequence[Token], first: int, end: int, names: AbstractSet[int]) -> Stretch | None:
    """Return the role that opens a sentence whose verb leads to a name: `Kapteinen på skipet er | Ola Vik`."""
    verb = first - 1 - (first > 1 and tokens[first - 1].lower.endswith("-årige"))
    if verb < 1 or tokens[verb].lower not in _IS or not tokens[first].follows:
        return None
    closes = end >= len(tokens) or not tokens[end].follows or tokens[end].lower in _FROM
    found = role_from(tokens, 0, names) if closes and tokens[0].opens else None
    return found if found is not None and found[1] == verb else None


_IS = frozenset({"er", "heter", "heiter", "hedder", "blir", "bliver"})
_FROM = frozenset({"fra", "frå", "i", "ved", "som"})


def behind_bracket(tokens: Sequence[Token], end: int) -> int:
    """Return the token behind an age or a party's letters in brackets."""
    bracket = end + 1 < len(tokens) and tokens[end].gap == " (" and tokens[end + 1].gap.startswith(")")
    return end + 1 if bracket else end


def _after_today(tokens: Sequence[Token], at: int) -> int:
    """Return where a relative clause goes on behind `i dag`, `til daglig`."""
    end = at
    while end < at + 2 and end + 1 < len(tokens) and tokens[end].lower in _TODAY:
        end += 1
    return end


def _after_being(tokens: Sequence[Token], at: int) -> int | None:
    """Return the token behind `er`, `har vært`, `var også`; None where no such verb stands."""
    verb = tokens[at].lower
    if verb in _HAVING and at + 1 < len(tokens) and tokens[at + 1].lower in _BEEN:
        at += 1
    elif verb not in _BEING:
        return None
    at += 1
    still = _BETWEEN if verb != "er" else _BETWEEN - _FORMERLY
    if at < len(tokens) and tokens[at].lower in still and tokens[at].follows:
        at += 1
    return at if at < len(tokens) and tokens[at].follows else None


def _plain(tokens: Sequence[Token], first: int, names: AbstractSet[int]) -> Stretch | None:
    """Return a role that is a predicate: indefinite (`er advokat`), for the definite one may be somebody else's."""
    whose = tokens[first].lower in WHOSE
    first += whose or tokens[first].lower in _INDEFINITE
    found = role_from(tokens, first, names) if first < len(tokens) else None
    if found is None or found[0] != first:
        return None
    title = next(token for token in tokens[slice(*found)] if titles.is_person_title(token.text))
    owned = found[1] < len(tokens) and tokens[found[1]].follows and tokens[found[1]].lower in WHOSE
    if (titles.is_definite(title.text) and not owned) or title.capital or title.lower in read_words("titles", "states"):
        return None
    return found


def _after_age(tokens: Sequence[Token], at: int, names: AbstractSet[int]) -> Stretch | None:
    """`X, 46 år og lærar i historie`, `X, 46, lærer`, `X, 46, er lærer`."""
    first = at + 1
    if tokens[first].lower == "år" and tokens[first].follows:
        first += 1
    if first + 1 < len(tokens) and tokens[first].gap == ", " and (being := _after_being(tokens, first)):
        # `X, 46 år, er lærer i historie`
        return _plain(tokens, being, names)
    if first < len(tokens) and (tokens[first].gap == ", " or tokens[first].lower == "og"):
        first += tokens[first].lower == "og"
        return role_from(tokens, first, names)
    return None


def _after_change(tokens: Sequence[Token], at: int, names: AbstractSet[int]) -> Stretch | None:
    """`X trekker seg som statsråd`, `X går av som rektor`, `X jobbar som lege`."""
    if tokens[at].lower not in read_words("titles", "posts"):
        return None
    for link in range(at + 1, min(at + MOST_OF_VERB, len(tokens) - 1)):
        if not tokens[link].follows:
            return None
        if tokens[link].lower == "som":
            return _plain(tokens, link + 1, names)
    return None
