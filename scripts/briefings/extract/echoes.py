"""Definite nouns that repeat part of a body's name: `havarikommisjonen` is Statens havarikommisjon.

Either the noun is the end of its name, or a noun for firms behind a part of it: `lakseselskapet` is Nordskjær Laks.
Where the names of several bodies have that part it means nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefings.extract import kinds, organisations
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words

SHORTEST_NOUN = 8
"""Letters from which on a noun is looked at: `kommunen`, not `banken`."""
SHORTEST_PART = 4
"""Letters before a noun for firms: `laks`."""
_DEFINITE = ("en", "et", "a")
_LINKS = frozenset({"i", "for", "på", "ved", "mot"})
_FIRMS = frozenset({"company", "airline"})


def find_echoes(
    tokens: Sequence[Token], ends: Mapping[str, int], bodies: Sequence[kinds.Body]
) -> Iterator[tuple[int, int]]:
    """Yield (token, entity) of the nouns of a sentence that repeat part of a body's name, genitives too.

    `ends` are those of `name_ends`.
    """
    for index, token in enumerate(tokens):
        lower = token.lower
        if len(lower) < SHORTEST_NOUN or (token.capital and not token.opens):
            continue
        noun = lower.removesuffix("s")
        if len(noun) < SHORTEST_NOUN or not noun.endswith(_DEFINITE) or "-" in noun:
            continue
        found = ends.get(organisations.short_form(noun)) if not token.capital else None
        if found is None:
            found = _firm_of(noun, bodies)
        if found is not None and not _is_another(tokens, index):
            yield index, found


def name_ends(bodies: Sequence[kinds.Body]) -> Mapping[str, int]:
    """Return the last words of bodies' names, short and alike in all languages → the only body that ends so."""
    found: dict[str, set[int]] = {}
    for body in bodies:
        for name in body.names:
            words = name.split()
            last = next((at for at, word in enumerate(words) if word in _LINKS), len(words)) - 1
            if len(words) > 1 and last >= 0 and len(words[last]) >= SHORTEST_NOUN - 1:
                found.setdefault(organisations.short_form(words[last]), set()).add(body.entity)
    return {end: next(iter(entities)) for end, entities in found.items() if len(entities) == 1}


def _firm_of(noun: str, bodies: Sequence[kinds.Body]) -> int | None:
    """Return the only firm whose name or role has the part of a compound before its noun for firms."""
    ends = read_words("organisations", "firm_nouns")
    if not ends_with(noun, ends, SHORTEST_PART):
        return None
    part = noun.removesuffix(next(end for end in sorted(ends) if noun.endswith(end)))
    parts = tuple({part, part.removesuffix("e"), part.removesuffix("s")})
    if min(map(len, parts)) < SHORTEST_PART:
        return None
    fitting = [body.entity for body in bodies if _has_part(body, parts)]
    return fitting[0] if len(fitting) == 1 else None


def _has_part(body: kinds.Body, parts: tuple[str, ...]) -> bool:
    told = kinds.kinds_of(body.names, body.called)
    words = {word.lower() for name in body.names for word in name.split()} | body.called
    return told <= _FIRMS and any(word.startswith(parts) for word in words)


def _is_another(tokens: Sequence[Token], index: int) -> bool:
    """Say whether what stands around a noun tells another one: `den svenske havarikommisjonen`, `… i Sverige`."""
    before = tokens[index - 1] if index and tokens[index].follows else None
    if before is not None and (
        (before.capital and not before.opens) or before.lower in read_words("organisations", "other_ones")
    ):
        return True
    if before is not None and before.lower.endswith("e") and index > 1 and tokens[index - 2].lower in {"den", "det"}:
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].follows else None
    if after is None or after.capital:
        return after is not None
    seat = tokens[index + 2] if index + 2 < len(tokens) else None
    return (after.lower in _LINKS or after.lower == "til") and seat is not None and seat.capital
