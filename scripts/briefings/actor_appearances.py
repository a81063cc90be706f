"""The entities of each article as far as identity across articles needs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from briefings.extract import parties
from briefings.extract.capitals import RULE as CAPITAL_RULE
from briefings.extract.organisations import organisation_key
from briefings.extract.titles import is_person_title, title_key
from briefings.findings import Entity, Extraction
from briefings.model import ActorType
from briefings.names import LONGEST_NAME, fold, name_key, strip_genitive


class Appearance(Struct, frozen=True):
    """One entity of one article."""

    row: int
    """Which extraction."""
    index: int
    """Which of its entities."""
    seed: str
    name: str
    type: ActorType
    key: str
    forms: tuple[tuple[str, int], ...]
    """(form without genitive, how often), sorted."""
    roles: tuple[str, ...]
    titles: frozenset[str]
    country: str | None
    norwegian: bool
    company: frozenset[str]
    """Keys of the other people with full names and organisations of the article."""
    states: frozenset[str]
    """Alpha-3 codes of the states the article names."""

    @property
    def is_bare(self) -> bool:
        """Whether it is a person of whom only one word is known."""
        return self.type is ActorType.PERSON and len(self.name.split()) < 2  # noqa: PLR2004 - one word


def appearances_of(row: int, extraction: Extraction) -> Iterator[Appearance]:
    """Yield the entities of an extraction that can have a page: a name of reasonable length with letters in it."""
    keys = [_key(entity) for entity in extraction.entities]
    company = {
        key
        for entity, key in zip(extraction.entities, keys, strict=True)
        if entity.type is ActorType.ORGANISATION or (entity.type is ActorType.PERSON and " " in entity.name)
    }
    states = frozenset(e.country for e in extraction.entities if e.type is ActorType.STATE and e.country)
    for index, (entity, key) in enumerate(zip(extraction.entities, keys, strict=True)):
        if not key or len(entity.name) > LONGEST_NAME or not fold(entity.name):
            continue
        roles = tuple(role.text for role in entity.roles if len(role.text) <= 2 * LONGEST_NAME)
        yield Appearance(
            row=row,
            index=index,
            seed=extraction.article.seed.name,
            name=entity.name,
            type=entity.type,
            key=key,
            forms=_forms(entity, extraction),
            roles=roles,
            titles=frozenset(title_key(word) for role in roles for word in role.split() if is_person_title(word)),
            country=entity.country,
            norwegian=extraction.article.lang in {"nn", "nb"},
            company=frozenset(company - {key}),
            states=states,
        )


def _key(entity: Entity) -> str:
    if entity.type is ActorType.STATE:
        return f"state {entity.country}" if entity.country else f"state {fold(entity.name)}"
    if entity.type is not ActorType.ORGANISATION:
        return name_key(entity.name)
    own = organisation_key(entity.name)[0]
    return f"{own} {entity.country}" if entity.country and parties.is_shared(entity.name) else own


def _forms(entity: Entity, extraction: Extraction) -> tuple[tuple[str, int], ...]:
    """Return the entity's name as written, genitives and compounds reduced, with how often each stands."""
    known = {entity.name, *entity.name.split(), *(mention.text for mention in entity.mentions)}
    counts: Counter[str] = Counter()
    for mention in entity.mentions:
        if mention.rule == CAPITAL_RULE:
            continue
        form = mention.text
        if inner := _compound(form, known):
            form = inner
        elif form != entity.name and form not in entity.name.split():
            form = _reduced(form, known, extraction)
        if len(form) <= LONGEST_NAME:
            counts[" ".join(form.split())] += 1
    return tuple(sorted((counts or Counter({entity.name: 1})).items()))


def _compound(form: str, known: set[str]) -> str | None:
    """Return the name in a compound of one of the actor's names: `Nupi-forskeren` where it is `NUPI` too."""
    prefix, hyphen, head = form.rpartition("-")
    compound = hyphen and head[:1].islower() and fold(prefix) in {fold(name) for name in known - {form}}
    return prefix if compound else None


def _reduced(form: str, known: set[str], extraction: Extraction) -> str:
    base = form[:-2] if form.endswith(("'s", "’s")) else form.removesuffix("s")
    if base in known:
        return base
    return strip_genitive(
        form, extraction.article.lang, frozenset({form} | known) if form[-2:] not in {"'s", "’s"} else ()
    )
