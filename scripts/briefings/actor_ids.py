"""Which page each group of entities has: the one it had, else a new id."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Sequence

from briefings.actor_groups import Group
from briefings.actor_rulings import KnownActor
from briefings.extract import parties
from briefings.extract.territories import state_id
from briefings.model import ActorType
from briefings.names import name_key
from briefings.slug import actor_id

_NUMBERED = re.compile(r"(.*?)(?:-(\d{1,6}))?", re.DOTALL)


def find_pages(groups: Sequence[Group], pages: Iterable[KnownActor]) -> list[str | None]:
    """Return the page each group has had, in order; no two have one. Decisions but `not_same_as` play no part.

    A page is found again by name and type, then by name, then by any full name of the group, then by its bare name, so
    that a page written as `Sjojgu` keeps its id when the full name is met. Ties go by the id's own words, then by
    number.
    """
    listed = sorted(pages, key=lambda page: _natural(page.id))
    ids: list[str | None] = [_decided(group, listed) for group in groups]
    free = {page.id for page in listed} - {own for own in ids if own}
    for keys_of_page, keys_of_group in _STEPS:
        waiting: dict[str, deque[str]] = defaultdict(deque)
        for page in listed:
            if page.id in free:
                for key in dict.fromkeys(keys_of_page(page)):
                    waiting[key].append(page.id)
        for index, group in enumerate(groups):
            if ids[index] is None and not _is_told_by_country(group):
                ids[index] = _first_free(keys_of_group(group), waiting, free)
    return ids


def new_ids(groups: Sequence[Group], pages: Collection[str]) -> list[str]:
    """Return an id for each group that no page and no other group has."""
    taken = set(pages)
    last: dict[str, int] = {}
    return [_new_id(group, taken, last) for group in groups]


def _is_told_by_country(group: Group) -> bool:
    """Say whether its country alone tells it: a state, or one of two parties of one name."""
    alone = group.type is ActorType.STATE or parties.is_shared(group.name)
    return alone and group.members[0].country is not None


def _first_free(keys: Sequence[str], waiting: dict[str, deque[str]], free: set[str]) -> str | None:
    """Take the first page that answers to one of the keys and is nobody's yet; None where there is none."""
    for key in keys:
        pages = waiting.get(key)
        while pages:
            page = pages.popleft()
            if page in free:
                free.discard(page)
                return page
    return None


def _decided(group: Group, pages: Sequence[KnownActor]) -> str | None:
    """Return the page a person or the state itself decides."""
    if group.page:
        return group.page
    country = group.members[0].country
    if group.type is ActorType.STATE and country:
        return next((page.id for page in pages if page.type is ActorType.STATE and page.country == country), None)
    if _is_told_by_country(group):
        named = [page for page in pages if page.type is group.type and name_key(page.name) == name_key(group.name)]
        return next((page.id for page in named if page.country == country), None)
    return None


Keys = Callable[[KnownActor], list[str]]
GroupKeys = Callable[[Group], list[str]]

_STEPS: tuple[tuple[Keys, GroupKeys], ...] = (
    (
        lambda page: [f"{page.type} {_base(page.id)} {name_key(page.name)}"],
        lambda group: _own_keys(group, slugged=True),
    ),
    (lambda page: [f"{page.type} {name_key(page.name)}"], lambda group: _own_keys(group, slugged=False)),
    (lambda page: [name_key(page.name)], lambda group: [name_key(group.name)]),
    (lambda page: [name_key(page.name), name_key(_base(page.id).replace("-", " "))], lambda group: _names(group, 2)),
    (
        lambda page: [f"{page.type} {name_key(page.name)}"],
        lambda group: [f"{group.type} {key}" for key in _names(group, 1)],
    ),
)


def _own_keys(group: Group, *, slugged: bool) -> list[str]:
    slug = f"{actor_id(group.name)} " if slugged else ""
    return [f"{group.type} {slug}{name_key(group.name)}"]


def _names(group: Group, least: int) -> list[str]:
    """Return the keys of the group's names of at least so many words (of organisations all), the most used first."""
    names = sorted({one.name for one in group.members}, key=lambda name: (-len(name.split()), name))
    return [name_key(name) for name in names if len(name.split()) >= least or group.type is not ActorType.PERSON]


def _new_id(group: Group, taken: set[str], last: dict[str, int]) -> str:
    """Return an id nobody has: a state's from the frozen table, else the name's slug; numbered from 2 on collision."""
    country = group.members[0].country
    made = state_id(country) if group.type is ActorType.STATE and country else None
    base = own = made or actor_id(group.name)
    while own in taken:
        last[base] = last.get(base, 1) + 1
        own = f"{base}-{last[base]}"
    taken.add(own)
    return own


def _base(own: str) -> str:
    """Return an id without the number of a collision."""
    found = _NUMBERED.fullmatch(own)
    return found[1] if found else own


def _natural(own: str) -> tuple[str, int]:
    found = _NUMBERED.fullmatch(own)
    return (found[1], int(found[2] or 1)) if found else (own, 1)
