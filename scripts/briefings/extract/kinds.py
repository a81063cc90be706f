"""Definite nouns that mean an organisation of the article: `selskapet`, `klubben`, `sykehuset`, `tilsynet`.

A noun means the one organisation named before it that is of its kind: by its name (`Volda sjukehus`), by what it was
called (`rederiet Havskjell`), or by how names of that kind end (`Lofotfjord Seafood` is a company). Where none or
several are, it means nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import islice

from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_table, read_words

MOST_BODIES = 60
"""Organisations that are looked at for one noun: an article with more of them is no news article."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation of the article, as far as nouns for it are concerned."""

    entity: int
    name: str
    first: int
    """Offset of its first mention."""
    called: frozenset[str]
    """Words of its roles, in lower case."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A definite noun in a sentence."""

    index: int
    kind: str


@cache
def _kinds() -> Mapping[str, str]:
    """Return definite noun → kind."""
    table: Mapping[str, Mapping[str, Sequence[str]]] = read_table("organisations")["kinds"]
    return {noun: kind for kind, row in table.items() for noun in row["nouns"]}


def is_noun(word: str) -> bool:
    """Say whether a word is a definite noun for an organisation."""
    return word.lower() in _kinds()


def find_nouns(tokens: Sequence[Token], taken: AbstractSet[int]) -> Iterator[Noun]:
    """Yield the definite nouns for organisations in a sentence; `taken` are the tokens of names and roles.

    A noun that introduces a name (`klubben Lyn`) or is defined by what follows (`sykehuset i Bodø`) is none.
    """
    for index, token in enumerate(tokens):
        kind = _kinds().get(token.lower)
        if kind is None or index in taken or (token.capital and not token.opens):
            continue
        before = tokens[index - 1] if index and token.follows else None
        after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].follows else None
        if after is not None and (after.capital or after.lower in read_words("organisations", "defining")):
            continue
        if before is not None and before.lower in read_words("organisations", "other_ones"):
            continue
        yield Noun(index, kind)


def body_of(noun: Noun, start: int, bodies: Iterable[Body]) -> int | None:
    """Return the entity that a noun at an offset means: the only one of its kind named before it; else None."""
    before = [body for body in islice(bodies, MOST_BODIES) if body.first < start]
    fitting = {body.entity for body in before if noun.kind in kinds_of(body.name, body.called)}
    if not fitting and read_table("organisations")["kinds"][noun.kind].get("default"):
        fitting = {body.entity for body in before if not kinds_of(body.name, body.called)}
    return fitting.pop() if len(fitting) == 1 else None


def kinds_of(name: str, called: AbstractSet[str]) -> frozenset[str]:
    """Return the kinds an organisation is of."""
    words = name.split()
    found: set[str] = set()
    table: Mapping[str, Mapping[str, Sequence[str]]] = read_table("organisations")["kinds"]
    for kind, row in table.items():
        stems = frozenset(row["stems"])
        own = any(ends_with(word, stems, 0) for word in called)
        own = own or any(ends_with(word.lower(), stems, 0) for word in (words[0], words[-1]))
        if own or words[-1] in row["ends"] or words[0] in row["ends"]:
            found.add(kind)
    return frozenset(found)
