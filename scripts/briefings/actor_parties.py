"""Groups of entities → actors: the page each group has by itself, then what people decided.

Every group first finds the page it would have if nobody had decided anything, and only then do `same_as` and aliases
lead it elsewhere. So a decision never takes a page from the group that bears its name, and taking it back gives each
group its own page again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from briefings.actor_appearances import Appearance
from briefings.actor_groups import Bearers, Group, Grouped
from briefings.actor_ids import find_pages, new_ids
from briefings.actor_rulings import Ruling, aliases_by_key
from briefings.names import name_key

Place = str | int
"""The id of a page, or the index of a group that has none yet."""


class Party(Struct, frozen=True):
    """All that is one actor in the end."""

    id: str
    members: tuple[Appearance, ...]
    """Sorted by seed."""
    own: tuple[Appearance, ...]
    """Those that have this id by themselves, wherever decisions lead them: they name the actor. Empty for a page that
    only decisions lead to."""
    decided: frozenset[str]
    """The aliases a person put on its page."""


class Parties(Struct, frozen=True):
    """Every actor, and where each group went."""

    all: tuple[Party, ...]
    """Sorted by id."""
    ids: tuple[str, ...]
    """The id of each group; where its members went different ways, that of most weight."""


class _Found(Struct, frozen=True):
    """The groups and the page each has by itself."""

    groups: Sequence[Group]
    homes: Sequence[str | None]
    common: frozenset[str]


def gather(grouped: Grouped, ruling: Ruling) -> Parties:
    """Bring the groups together as people decided; the others get ids of their own."""
    found = _Found(grouped.groups, find_pages(grouped.groups, ruling.pages.values()), grouped.common)
    aliases = {own: page.decided_aliases for own, page in ruling.pages.items()}
    decided = aliases_by_key(aliases, ruling)
    places = _place(found, ruling, decided)
    if added := _confirmed(found, places, ruling):
        aliases = {own: (*aliases[own], *added.get(own, ())) for own in aliases}
        decided = aliases_by_key(aliases, ruling)
        places = _place(found, ruling, decided)
    return _parties(found, places, aliases, ruling)


def _parties(
    found: _Found, places: Sequence[Sequence[Place]], aliases: Mapping[str, Iterable[str]], ruling: Ruling
) -> Parties:
    named = {place for row in places for place in row}
    homeless = [index for index in range(len(found.groups)) if index in named]
    made = new_ids([found.groups[index] for index in homeless], ruling.pages)
    new: dict[Place, str] = dict(zip(homeless, made, strict=True))
    ids = [[new.get(place, str(place)) for place in row] for row in places]
    members: dict[str, list[Appearance]] = defaultdict(list)
    for row, group in zip(ids, found.groups, strict=True):
        for own, one in zip(row, group.members, strict=True):
            members[own].append(one)
    natural = {home or new.get(index): index for index, home in enumerate(found.homes)}
    parties = [
        Party(
            own,
            tuple(sorted(members[own], key=lambda one: (one.seed, one.index))),
            tuple(found.groups[natural[own]].members) if own in natural else (),
            frozenset(aliases.get(own, ())),
        )
        for own in sorted(members)
    ]
    return Parties(tuple(parties), tuple(max(sorted(set(row)), key=row.count) for row in ids))


# --- where decisions lead -------------------------------------------------------------------------------------------


def _place(found: _Found, ruling: Ruling, decided: Mapping[str, str]) -> list[list[Place]]:
    """Return a place for each member of each group.

    A decided alias takes what bears it; one that is a group's name takes the whole group, bare surnames included.
    """
    of_group = [_place_of_group(index, found, ruling, decided) for index in range(len(found.groups))]
    places = [
        [decided.get(name_key(one.name), place) for one in group.members]
        for group, place in zip(found.groups, of_group, strict=True)
    ]
    together: dict[Place, list[int]] = defaultdict(list)
    for index, place in enumerate(of_group):
        together[place].append(index)
    if all(len(indexes) == 1 for indexes in together.values()):
        return places
    # Bare surnames that nobody's decision was about are tried again: two who may have borne them are now one.
    bearers = Bearers(
        [_joined(place, [found.groups[i] for i in indexes]) for place, indexes in together.items()], found.common
    )
    place_of = {id(group): place for group, place in zip(bearers.groups, together, strict=True)}
    for index, group in enumerate(found.groups):
        loose = all(one.is_bare for one in group.members) and len(together[of_group[index]]) == 1
        if loose and of_group[index] in {index, found.homes[index]}:
            for at, one in enumerate(group.members):
                chosen = bearers.choose(one, ruling)
                if chosen is not None and name_key(one.name) not in decided:
                    places[index][at] = place_of[id(chosen)]
    return places


def _place_of_group(index: int, found: _Found, ruling: Ruling, decided: Mapping[str, str]) -> Place:
    home = found.homes[index]
    own: Place = index if home is None else ruling.root(home)
    return decided.get(name_key(found.groups[index].name), own)


def _joined(place: Place, groups: Sequence[Group]) -> Group:
    members = [one for group in groups for one in group.members]
    return Group(groups[0].name, groups[0].type, members, place if isinstance(place, str) else None)


def _confirmed(found: _Found, places: Sequence[Sequence[Place]], ruling: Ruling) -> dict[str, list[str]]:
    """Return, by page, the doubtful aliases that are a person's.

    What the build would offer has most likely been offered, and the copy was lost: whoever has a page keeps it. Where
    such an alias is about somebody who has none yet, the page was written by hand before the first build.
    """
    doubtful = {own: page.doubtful_aliases for own, page in ruling.pages.items() if page.doubtful_aliases}
    if not doubtful:
        return {}
    forms: dict[Place, set[str]] = defaultdict(set)
    bearers: dict[str, list[tuple[Place, str | None]]] = defaultdict(list)
    for row, group, home in zip(places, found.groups, found.homes, strict=True):
        for place, one in zip(row, group.members, strict=True):
            for shown in {place, home or place}:
                forms[shown].update(form for form, _ in one.forms)
            bearers[name_key(one.name)].append((place, home))
    confirmed: dict[str, list[str]] = defaultdict(list)
    for own, aliases in doubtful.items():
        root = ruling.root(own)
        for alias in aliases:
            others = [home for place, home in bearers[name_key(alias)] if place != root]
            offered = alias != ruling.pages[own].name and (alias in forms[own] or alias in forms[root])
            if not offered or (others and not any(others)):
                confirmed[own].append(alias)
    return confirmed
