"""Who is who across articles: entities of all extractions → actors with ids that never change.

What the articles say is brought together first, without looking at what the build itself wrote on actor pages; the
pages then only give the ids. So a second run over its own pages gives the same result, and a bare surname that an
earlier run filed as an alias proves nothing. What people decided comes last, `not_same_as` apart: `same_as` and the
aliases they added lead whole groups, ids and all, to another page, and `hidden` leaves them out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefings.actor_groups import Appearance, Grouped, appearances_of, group_all
from briefings.actor_parties import Party, gather
from briefings.actor_rulings import KnownActor, Ruling, rule
from briefings.extract import parties, territories
from briefings.model import Actor, ActorType, Extraction
from briefings.names import fullest, is_near, skeleton

MOST_ALIKE = 12
"""Names with one skeleton that are compared with each other; where more share one, it says nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """Two actors that may be one, for a person to decide."""

    a: str
    """The smaller id."""
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Identities:
    """Who all the entities are."""

    ids: tuple[tuple[str | None, ...], ...]
    """One row for each extraction, in the order given; in it one id for each entity, None where it has no page."""
    actors: tuple[Actor, ...]
    """All that are to have a page, sorted by id."""
    proposed: tuple[Proposal, ...]


def identify(extractions: Sequence[Extraction], known: Sequence[KnownActor] = ()) -> Identities:
    """Give every entity of every extraction its actor.

    The same for any order of the extractions (apart from the order of `ids`), which must have different seed names.
    Entities whose name is too long or has no letters, and those of hidden actors, have no actor.
    """
    ruling = rule(known)
    rows = sorted(range(len(extractions)), key=lambda row: extractions[row].article.seed.name)
    appearances = [one for row in rows for one in appearances_of(row, extractions[row])]
    grouped = group_all(appearances, ruling)
    parties = gather(grouped, ruling)
    shown = [party for party in parties.all if party.id not in ruling.hidden]
    actor_at = {(one.row, one.index): party.id for party in shown for one in party.members}
    return Identities(
        ids=tuple(
            tuple(actor_at.get((row, index)) for index in range(len(extraction.entities)))
            for row, extraction in enumerate(extractions)
        ),
        actors=tuple(_actor(party, ruling.pages.get(party.id)) for party in shown),
        proposed=_propose(grouped, parties.ids, ruling, frozenset(party.id for party in shown)),
    )


# --- what a page says -----------------------------------------------------------------------------------------------


def _actor(party: Party, page: KnownActor | None) -> Actor:
    """Make what is offered as an actor's page from all its appearances.

    Name, type and a state's country are those it has by itself, or those of its page: whoever a person adds to an
    actor does not rename it. An alias that a person wrote is not offered, so that it stays known as theirs.
    """
    kind = _type(party.own) if party.own or page is None else page.type
    country = _country(party.own) or (page.country if page and not party.own else None)
    if kind is not ActorType.STATE:
        country = country or _country(party.members)
    names = territories.state_names(country) if kind is ActorType.STATE and country else ()
    name = dict(names).get("nb") or (_name(party.own) if party.own or page is None else page.name)
    aliases = {form for one in party.members for form, _ in one.forms} - {name} - party.decided
    return Actor(
        id=party.id,
        name=name,
        type=kind,
        aliases=tuple(sorted(aliases)),
        names=names,
        country=country,
        role=_role(party.members),
    )


def _type(members: Sequence[Appearance]) -> ActorType:
    kinds = Counter(one.type for one in members for _ in one.forms)
    return min(kinds, key=lambda kind: (-kinds[kind], kind.value))


def _country(members: Sequence[Appearance]) -> str | None:
    return _most_common(Counter(one.country for one in members if one.country))


def _role(members: Sequence[Appearance]) -> str | None:
    """Return the role to show: Norwegian before Danish, several words before a bare title, then the most used."""
    roles = Counter(role for one in members for role in one.roles)
    norwegian = Counter(role for one in members if one.norwegian for role in one.roles)
    chosen = norwegian or roles
    return min(
        chosen,
        key=lambda role: (" " not in role, -chosen[role], -len(role), role),
        default=None,
    )


def _name(members: Sequence[Appearance]) -> str:
    """Return the fullest name, a Norwegian article's before a Danish one's of the same number of words.

    A party goes by the name that its letters stand for.
    """
    if party := _most_common(Counter(one.name for one in members if parties.is_party_name(one.name))):
        return party
    most = max(len(form.split()) for one in members for form, _ in one.forms)
    forms: Counter[str] = Counter()
    norwegian: Counter[str] = Counter()
    for one in members:
        for form, count in one.forms:
            if one.type is not ActorType.PERSON or len(form.split()) == most:
                forms[form] += count
                norwegian[form] += count * one.norwegian
    chosen = +norwegian or forms
    if members[0].type is ActorType.PERSON:
        return fullest(chosen.items())
    return min(chosen, key=lambda form: (not form[:1].isupper(), -chosen[form], -len(form), form))


def _most_common(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)


# --- what people may want to decide ---------------------------------------------------------------------------------


def _propose(grouped: Grouped, ids: Sequence[str], ruling: Ruling, shown: frozenset[str]) -> tuple[Proposal, ...]:
    """Return the pairs that may be one actor, without those a person has decided about."""
    groups = grouped.groups
    pairs = [(ids[a], ids[b], why) for a, b, why in grouped.doubts]
    alike: dict[tuple[ActorType, str], list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        if group.type is not ActorType.STATE and len(group.name) > 4:  # noqa: PLR2004 — short names are alike by chance
            alike[group.type, skeleton(group.name)].append(index)
    for indexes in alike.values():
        near = indexes if len(indexes) <= MOST_ALIKE else []
        pairs += [
            (ids[a], ids[b], f"{groups[a].name} and {groups[b].name} may be spellings of one name")
            for place, a in enumerate(near)
            for b in near[place + 1 :]
            if is_near(groups[a].name, groups[b].name)
        ]
    found: dict[tuple[str, str], str] = {}
    for one, other, why in pairs:
        a, b = sorted((ruling.root(one), ruling.root(other)))
        if a != b and {a, b} <= shown and not ruling.are_apart(a, b):
            found[a, b] = min(why, found.get((a, b), why))
    return tuple(sorted(Proposal(a, b, why) for (a, b), why in found.items()))
