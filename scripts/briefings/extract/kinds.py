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
from msgspec.structs import replace

from briefings.extract import parties, territories
from briefings.extract.speech import speech
from briefings.extract.tokens import Token
from briefings.extract.wordlists import Endings, gather_endings, read_table, read_words

OUTLET = "outlet"
"""The kind of those whose names are known as those of media."""
_PAPER = "paper"
_PARTY = "party"
_MEDIA = frozenset({_PAPER, "agency", "channel"})
_ARTICLES = frozenset({"det", "den"})
_SEATED = frozenset({"court"})
"""Kinds of bodies that go by where they sit."""
SHORTEST_COMPOUND = 9
"""Letters of a compound for a firm: `Bilkjempa`."""
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
    """Words of its roles, and of what the article tells it to be, in lower case."""
    apart: bool = True
    """Whether it is named outside of people's roles."""


class Noun(Struct, frozen=True):
    """A definite noun in a sentence."""

    index: int
    kind: str
    place: str | None = None
    """`Tallinn` of `retten i Tallinn`."""
    words: int = 1
    """With the article and the nationality before it: three in `den danske avisen`."""
    state: str | None = None
    """Alpha-3, of that nationality."""


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
    words = [token.lower for token in tokens]
    if known.keys().isdisjoint(words) and _ARTICLES.isdisjoint(words):
        return
    for index, word in enumerate(words):
        kind = known.get(word)
        articled = index > 1 and words[index - 2] in _ARTICLES
        if kind is None and not articled:
            continue
        token = tokens[index]
        state = _state_before(tokens, index) if articled and not token.capital else None
        if kind is None and state:
            # Danish: `det franske hold`
            kind = known.get(f"{word}et") or known.get(f"{word}en")
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
        if kind == _PAPER and before is not None and before.lower == "i":
            # `i avisen`: in any.
            continue
        yield Noun(index, kind, words=3 if state else 1, state=state)


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
    return article in _ARTICLES and adjective.endswith("e") and territories.adjective_state(adjective) is None


def _state_before(tokens: Sequence[Token], index: int) -> str | None:
    """Return the state (alpha-3) of the nationality between an article and a noun: `den danske | avisen`."""
    adjective = tokens[index - 1]
    if not (tokens[index].follows and adjective.follows and adjective.lower.endswith("e")):
        return None
    return territories.adjective_state(adjective.lower)


def _is_of(state: str | None, body: Body) -> bool:
    """Say whether nothing that a body is called is of another nationality than a state's."""
    told = {territories.adjective_state(word) for word in body.called if word.endswith("e")} if state else set()
    return told <= {None, state}


def _is_defining(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word after a noun begins what defines it: `i Bodø`, `som eier det`, but not `i fjor`, `for å`.

    `retten til` is a right.
    """
    if tokens[index].lower == "som" and _is_anothers(tokens, index - 1):
        return False
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


def _is_anothers(tokens: Sequence[Token], noun: int) -> bool:
    """Say whether the clause behind a noun is not its own: `det er klubben som …`, `den eneste fra klubben som …`."""
    if noun < 2 or not tokens[noun].follows:  # noqa: PLR2004 — two words before the noun
        return False
    before, two_before = tokens[noun - 1].lower, tokens[noun - 2].lower
    cleft = two_before == "det" and before in {"er", "var", "blir", "ble", "blei", "vart", "bliver", "blev"}
    return cleft or (
        before in read_words("organisations", "belonging") and two_before in read_words("organisations", "picked")
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
    of the kind, one of the wider kind: `flyselskapet` may be any company, but not beside an airline. `kommunen` may be
    named after it, too, and is the only one that is more than where somebody works.
    """
    row = read_table("organisations")["kinds"][noun.kind]
    bodies = tuple(islice(bodies, MOST_BODIES))
    before = [body for body in bodies if body.first < start]
    other_kinds = frozenset(row.get("beside", ()))
    before = [
        body
        for body in before
        if other_kinds.isdisjoint(kinds_of(body.names, body.called)) and _is_of(noun.state, body)
    ]
    fitting = [body for body in before if noun.kind in kinds_of(body.names, body.called)]
    if not fitting and row.get("ahead"):
        fitting = [body for body in bodies if noun.kind in kinds_of(body.names, body.called)]
        return fitting[0].entity if len(fitting) == 1 else None
    if len(fitting) > 1:
        near = [body for body in fitting if body.met.get(at, start) < start]
        fitting = near or [body for body in fitting if body.apart and row.get("ahead")]
    elif not fitting and row.get("default"):
        fitting = [body for body in before if not kinds_of(body.names, body.called)]
        if len(fitting) > 1:
            fitting = [body for body in fitting if body.met.get(at, start) < start]
    elif not fitting and (wider := row.get("of")):
        return body_of(replace(noun, kind=wider), start, at, before)
    elif not fitting and row.get("near"):
        near = [body for body in before if body.met.get(at, start) < start] or [
            body for body in before if at - 1 in body.met
        ]
        fitting = near if len(near) == 1 and not kinds_of(near[0].names, near[0].called) else []
    if noun.state and any(at in body.met and not kinds_of(body.names, body.called) for body in before):
        # `det franske hold` is as well another, of which nothing is told.
        fitting = [body for body in fitting if at in body.met]
    return fitting[0].entity if len(fitting) == 1 else None


def firm_opening(tokens: Sequence[Token], at: int, bodies: Iterable[Body]) -> int | None:
    """Return the only firm that a paragraph, or the one before, has named, if a compound for a firm opens a sentence.

    `Novo Nordisk fyrer 9000. Medicinalkoncernen venter …`; what else a body is known to be speaks against it.
    """
    first = tokens[0]
    if not first.lower.endswith(_firm_compounds()) or first.lower in _kinds():
        return None
    after = tokens[1] if len(tokens) > 1 and tokens[1].follows else None
    if after is not None and (after.capital or _is_defining(tokens, 1)):
        return None
    may = [body for body in islice(bodies, MOST_BODIES) if kinds_of(body.names, body.called) <= _FIRM]
    before = [body for body in may if body.first < first.start]
    near = [body for body in before if body.met.get(at, first.start) < first.start] or [
        body for body in before if at - 1 in body.met
    ]
    return near[0].entity if len(near) == 1 else None


@cache
def _firm_compounds() -> tuple[str, ...]:
    return tuple(sorted(read_words("organisations", "firm_compounds")))


_FIRM = frozenset({"company"})


@lru_cache(maxsize=1024)
def kinds_of(names: tuple[str, ...], called: frozenset[str]) -> frozenset[str]:
    """Return the kinds an organisation is of, by its names and what it is called."""
    ends = {word for name in names for word in (name.split()[0], name.split()[-1])}
    found = {kind for word in {*called, *map(str.lower, ends)} for kind in _kinds_by_stem(word)}
    for end in _kinds_by_end().keys() & ends:
        found.update(_kinds_by_end()[end])
    if any(" & " in name for name in names):
        found.update(form.kind for form in _forms() if form.joined)
    if any(name.lower() in speech().outlets for name in names) or not found.isdisjoint(_MEDIA):
        found.add(OUTLET)
    if any(map(parties.is_party_name, names)):
        found.add(_PARTY)
    return frozenset(kind for kind in found if _without().get(kind) not in found)


@lru_cache(maxsize=8192)
def _kinds_by_stem(lower: str) -> tuple[str, ...]:
    """Return the kinds that a word, by itself or as the end of a compound, tells."""
    return tuple(_stems().labels_of(lower))


@cache
def _stems() -> Endings:
    return gather_endings({form.kind: (form.stems, 0) for form in _forms()})


@cache
def _kinds_by_end() -> Mapping[str, frozenset[str]]:
    """Return first or last word of a name → kinds."""
    ends = frozenset[str]().union(*(form.ends for form in _forms()))
    return {end: frozenset(form.kind for form in _forms() if end in form.ends) for end in ends}


@cache
def _without() -> Mapping[str, str | None]:
    """Return kind → the kind whose bodies are none of it."""
    return {form.kind: form.without for form in _forms()}


class _Form(Struct, frozen=True):
    """What names of one kind look like."""

    kind: str
    stems: frozenset[str]
    ends: frozenset[str]
    joined: bool
    without: str | None
    """A kind whose bodies are none of this: a county is no municipality."""


@cache
def _forms() -> tuple[_Form, ...]:
    table: Mapping[str, Mapping[str, Sequence[str]]] = read_table("organisations")["kinds"]
    without = {kind: str(row["without"]) for kind, row in table.items() if "without" in row}
    return tuple(
        _Form(kind, frozenset(row["stems"]), frozenset(row["ends"]), bool(row.get("joined")), without.get(kind))
        for kind, row in table.items()
    )
