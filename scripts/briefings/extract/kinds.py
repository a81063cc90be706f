"""Definite nouns that mean an organisation of the article: `selskapet`, `klubben`, `sykehuset`, `tilsynet`.

A noun means the one organisation named before it that is of its kind: by its name (`Volda sjukehus`), by what it was
called (`rederiet Havskjell`), or by how names of that kind end (`Lofotfjord Seafood` is a company). Where none or
several are, it means nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice

from msgspec import Struct

from briefings.extract import territories
from briefings.extract.speech import speech
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_table, read_words

_SEATED = frozenset({"court"})
"""Kinds of bodies that go by where they sit."""
MOST_BODIES = 60
"""Organisations that are looked at for one noun: an article with more of them is no news article."""


class Body(Struct, frozen=True):
    """An organisation of the article, as far as nouns for it are concerned."""

    entity: int
    names: tuple[str, ...]
    """All it goes by, without genitives."""
    first: int
    """Offset of its first mention."""
    met: Mapping[int, int]
    """Paragraph → offset of its first mention there."""
    called: frozenset[str]
    """Words of its roles, in lower case."""


class Noun(Struct, frozen=True):
    """A definite noun in a sentence."""

    index: int
    kind: str
    place: str | None = None
    """`Tallinn` of `retten i Tallinn`."""


@cache
def _kinds() -> Mapping[str, str]:
    """Return definite noun → kind."""
    table: Mapping[str, Mapping[str, Sequence[str]]] = read_table("organisations")["kinds"]
    return {noun: kind for kind, row in table.items() for noun in row["nouns"]}


def is_noun(word: str) -> bool:
    """Say whether a word is a definite noun for an organisation."""
    return word.lower() in _kinds()


@cache
def _kinds_with_genitives() -> Mapping[str, str]:
    """Return definite noun, genitive or not → kind."""
    return {f"{noun}s": kind for noun, kind in _kinds().items()} | dict(_kinds())


def find_nouns(tokens: Sequence[Token]) -> Iterator[Noun]:
    """Yield the definite nouns for organisations in a sentence, genitives too.

    A noun that introduces a name (`klubben Lyn`) or is defined by what follows (`sykehuset i Bodø`) is none.
    """
    known = _kinds_with_genitives()
    for index, token in enumerate(tokens):
        kind = known.get(token.lower)
        if kind is None or (token.capital and not token.opens):
            continue
        before = tokens[index - 1] if index and token.follows else None
        after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].follows else None
        if kind in _SEATED and not token.capital and (place := _place_behind(tokens, index)):
            yield Noun(index, kind, place)
            continue
        if after is not None and (after.capital or _is_defining(tokens, index + 1)):
            continue
        if before is not None and (
            before.lower in read_words("organisations", "other_ones") or _is_another(tokens, index)
        ):
            continue
        yield Noun(index, kind)


def _place_behind(tokens: Sequence[Token], index: int) -> str | None:
    """Return the place told behind a noun: `retten i Tallinn`."""
    if index + 2 >= len(tokens):
        return None
    link, place = tokens[index + 1 : index + 3]
    return place.text if link.lower == "i" and link.follows and place.follows and place.capital else None


def _is_another(tokens: Sequence[Token], index: int) -> bool:
    """Say whether an adjective tells a noun from the one named: `det nye selskapet`, but not `det danske selskapet`."""
    if index < 2 or not tokens[index - 1].follows:  # noqa: PLR2004 — article and adjective
        return False
    article, adjective = tokens[index - 2].lower, tokens[index - 1].lower
    return article in {"det", "den"} and adjective.endswith("e") and territories.adjective_state(adjective) is None


def _is_defining(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word after a noun begins what defines it: `i Bodø`, `som eier det`, but not `i fjor`, `for å`.

    `retten til` is a right.
    """
    if tokens[index].lower == "til" and tokens[index - 1].lower in read_words("organisations", "rights"):
        return True
    if tokens[index].lower not in read_words("organisations", "defining"):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and (
        after.lower in speech().outlets or after.text in read_words("organisations", "platforms")
    ):
        # `sier klubben til NRK`, `skriver kraftselskapet på Facebook`
        return False
    return after is None or not (
        after.text[:1].isdigit() or after.lower in read_words("organisations", "no_definition")
    )


def seated_in(place: str, kind: str, bodies: Iterable[Body], sitting: Collection[int]) -> int | None:
    """Return the only body of a kind in an article if it sits in a place, by its name or because it is told to.

    `sitting` are the entities that the article tells to be in the place: `Harju Amtsret i Tallinn`.
    """
    fitting = [body for body in islice(bodies, MOST_BODIES) if kind in kinds_of(body.names, body.called)]
    if len(fitting) != 1:
        return None
    (body,) = fitting
    named = any(word.removesuffix("s") == place.removesuffix("s") for name in body.names for word in name.split())
    return body.entity if named or body.entity in sitting else None


def body_of(noun: Noun, start: int, at: int, bodies: Iterable[Body]) -> int | None:
    """Return the entity that a noun at an offset of a paragraph means; None where none or several may be meant.

    It is the only one of its kind named before, or of several the only one that the paragraph has named; where none is
    of the kind, one of the wider kind: `flyselskapet` may be any company, but not beside an airline.
    """
    row = read_table("organisations")["kinds"][noun.kind]
    before = [body for body in islice(bodies, MOST_BODIES) if body.first < start]
    fitting = [body for body in before if noun.kind in kinds_of(body.names, body.called)]
    if len(fitting) > 1:
        fitting = [body for body in fitting if body.met.get(at, start) < start]
    elif not fitting and row.get("default"):
        fitting = [body for body in before if not kinds_of(body.names, body.called)]
        if len(fitting) > 1:
            fitting = [body for body in fitting if body.met.get(at, start) < start]
    elif not fitting and (wider := row.get("of")):
        return body_of(Noun(noun.index, wider), start, at, before)
    elif not fitting and row.get("near"):
        near = [body for body in before if body.met.get(at, start) < start]
        fitting = near if len(near) == 1 and not kinds_of(near[0].names, near[0].called) else []
    return fitting[0].entity if len(fitting) == 1 else None


@lru_cache(maxsize=1024)
def kinds_of(names: tuple[str, ...], called: frozenset[str]) -> frozenset[str]:
    """Return the kinds an organisation is of, by its names and what it is called."""
    ends = {word for name in names for word in (name.split()[0], name.split()[-1])}
    found = {kind for word in {*called, *map(str.lower, ends)} for kind in _kinds_by_stem(word)}
    joined = any(" & " in name for name in names)
    found.update(form.kind for form in _forms() if (joined and form.joined) or not ends.isdisjoint(form.ends))
    return frozenset(found)


@lru_cache(maxsize=8192)
def _kinds_by_stem(lower: str) -> tuple[str, ...]:
    """Return the kinds that a word, by itself or as the end of a compound, tells."""
    if not ends_with(lower, _stems(), 0):
        return ()
    return tuple(form.kind for form in _forms() if ends_with(lower, form.stems, 0))


@cache
def _stems() -> frozenset[str]:
    return frozenset[str]().union(*(form.stems for form in _forms()))


class _Form(Struct, frozen=True):
    """What names of one kind look like."""

    kind: str
    stems: frozenset[str]
    ends: frozenset[str]
    joined: bool


@cache
def _forms() -> tuple[_Form, ...]:
    table: Mapping[str, Mapping[str, Sequence[str]]] = read_table("organisations")["kinds"]
    return tuple(
        _Form(kind, frozenset(row["stems"]), frozenset(row["ends"]), bool(row.get("joined")))
        for kind, row in table.items()
    )
