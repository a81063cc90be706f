"""Who is who across articles: entities of all extractions → actors with ids that never change.

What the articles say is brought together first, without looking at what the build itself wrote on actor pages; the
pages
then only give the ids. So a second run over its own pages gives the same result, and a bare surname that an earlier
run filed as
an alias proves nothing. What people decided counts from the start: `same_as`, `not_same_as`, `hidden`, aliases they
added.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefings.actor_groups import Appearance, Group, Ruling, appearances_of, group_all
from briefings.actor_ids import fix_ids
from briefings.extract import territories
from briefings.model import Actor, ActorType, Extraction
from briefings.names import fullest, is_near, name_key, skeleton

MOST_ALIKE = 12
"""Names with one skeleton that are compared with each other; where more share one, it says nothing."""


@dataclass(frozen=True, slots=True)
class KnownActor:
    """What an actor's page says of identity."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    """(language, name in that language)."""
    country: str | None = None
    same_as: str | None = None
    """The id of the actor this one is."""
    not_same_as: tuple[str, ...] = ()
    hidden: bool = False
    decided_aliases: tuple[str, ...] = ()
    """The aliases a person added: those the build never offered."""


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
    pages = {page.id: page for page in known}
    ruling = _rule(pages)
    rows = sorted(range(len(extractions)), key=lambda row: extractions[row].article.seed.name)
    appearances = [one for row in rows for one in appearances_of(row, extractions[row])]
    grouped = group_all(appearances, ruling)
    ids = fix_ids(grouped.groups, [(page.id, page.name, page.type, page.country) for page in known], ruling)
    merged: dict[str, list[Appearance]] = defaultdict(list)
    for group, own in zip(grouped.groups, ids, strict=True):
        merged[ruling.root(own)].extend(group.members)
    shown = {own: members for own, members in merged.items() if own not in ruling.hidden}
    actor_at = {(one.row, one.index): own for own, members in shown.items() for one in members}
    return Identities(
        ids=tuple(
            tuple(actor_at.get((row, index)) for index in range(len(extraction.entities)))
            for row, extraction in enumerate(extractions)
        ),
        actors=tuple(_actor(own, members) for own, members in sorted(shown.items())),
        proposed=_propose(grouped.groups, ids, grouped.doubts, ruling, frozenset(shown)),
    )


def _rule(pages: dict[str, KnownActor]) -> Ruling:
    """Gather what people decided."""
    roots = {own: _end_of(own, pages) for own in pages}
    decided: dict[str, str] = {}
    for own in sorted(pages):
        for alias in pages[own].decided_aliases:
            key = name_key(alias)
            taken = decided.get(key)
            if key and (taken is None or (name_key(pages[own].name) == key and name_key(pages[taken].name) != key)):
                decided[key] = own
    apart = {
        frozenset({roots.get(own, own), roots.get(other, other)})
        for own, page in pages.items()
        for other in page.not_same_as
    }
    by_key: dict[str, list[str]] = defaultdict(list)
    for own in sorted(pages):
        for key in dict.fromkeys((name_key(pages[own].name), name_key(own.replace("-", " ")))):
            by_key[key].append(own)
    return Ruling(
        decided=decided,
        roots=roots,
        apart=frozenset(pair for pair in apart if len(pair) > 1),
        hidden=frozenset(own for own, page in pages.items() if page.hidden or pages[roots[own]].hidden),
        pages_by_key={key: tuple(owners) for key, owners in by_key.items()},
        names={own: page.name for own, page in pages.items()},
    )


def _end_of(own: str, pages: dict[str, KnownActor]) -> str:
    """Follow `same_as` to its end: of a broken chain the last page there is, of a circle its smallest id."""
    seen = [own]
    while (following := pages[seen[-1]].same_as) and following in pages:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


# --- what a page says -----------------------------------------------------------------------------------------------


def _actor(own: str, members: Sequence[Appearance]) -> Actor:
    """Make what is offered as an actor's page from all its appearances."""
    kinds = Counter(one.type for one in members for _ in one.forms)
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind.value))
    country = _most_common(Counter(one.country for one in members if one.country))
    names = territories.state_names(country) if kind is ActorType.STATE and country else ()
    name = dict(names).get("nb") or _name(members)
    aliases = {form for one in members for form, _ in one.forms} - {name}
    return Actor(
        id=own,
        name=name,
        type=kind,
        aliases=tuple(sorted(aliases)),
        names=names,
        country=country,
        role=_role(members),
    )


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
    """Return the fullest name, a Norwegian article's before a Danish one's of the same number of words."""
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


def _propose(
    groups: Sequence[Group],
    ids: Sequence[str],
    doubts: Sequence[tuple[int, int, str]],
    ruling: Ruling,
    shown: frozenset[str],
) -> tuple[Proposal, ...]:
    """Return the pairs that may be one actor, without those a person has decided about."""
    pairs = [(ids[a], ids[b], why) for a, b, why in doubts]
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
