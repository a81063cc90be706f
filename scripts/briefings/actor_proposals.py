"""Which groups may be one actor, by near spellings, parts of names, slips: questions for a person, never decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from briefings.actor_groups import Group, Grouped
from briefings.actor_rulings import Ruling
from briefings.model import ActorType
from briefings.names import is_near, is_one_letter_off, skeleton, word_keys

MOST_ALIKE = 12
"""Names that are compared with each other for one thing in common; where more share it, it says nothing."""
SHORTEST_NAME = 5
"""Letters: shorter names are alike by chance."""
SHORTEST_SLIP = 5
"""Letters of a word that may be a slip for another."""


class Proposal(Struct, frozen=True, order=True):
    """Two actors that may be one, for a person to decide."""

    a: str
    """The smaller id."""
    b: str
    why: str
    keep: str
    """Of the two, the id that should stay if they are one: that of the fuller name, or of the more articles."""

    @property
    def leave(self) -> str:
        """The other, whose page is to say `same_as`."""
        return self.b if self.keep == self.a else self.a


def propose(grouped: Grouped, ids: Sequence[str], ruling: Ruling, shown: frozenset[str]) -> tuple[Proposal, ...]:
    """Return the pairs that may be one actor, sorted, without those decided about; `ids` are the groups'."""
    groups = grouped.groups
    pairs = [
        *grouped.doubts,
        *_spellings(groups),
        *_parts(groups, grouped.common),
        *_slips(groups, grouped.common),
    ]
    found: dict[tuple[str, str], Proposal] = {}
    for one, other, why in pairs:
        a, b = sorted((ruling.root(ids[one]), ruling.root(ids[other])))
        if a != b and {a, b} <= shown and not ruling.are_apart(a, b):
            fuller = min(one, other, key=lambda index: _rank(groups[index]))
            proposal = Proposal(a, b, why, ruling.root(ids[fuller]))
            found[a, b] = min(proposal, found.get((a, b), proposal))
    return tuple(found[pair] for pair in sorted(found))


def _rank(group: Group) -> tuple[int, int, int, str]:
    return -len(group.name.split()), -len(group.members), -len(group.name), group.name


Pair = tuple[int, int, str]
"""(group, group, why they may be one)."""


def _spellings(groups: Sequence[Group]) -> Iterator[Pair]:
    """Yield names that sound alike: `Gaddafi`, `Qaddafi`."""
    alike: dict[tuple[ActorType, str], list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        if group.type is not ActorType.STATE and len(group.name) >= SHORTEST_NAME:
            alike[group.type, skeleton(group.name)].append(index)
    for a, b in _pairs(alike.values()):
        if is_near(groups[a].name, groups[b].name):
            yield a, b, f"{groups[a].name} and {groups[b].name} may be spellings of one name"


def _parts(groups: Sequence[Group], common: frozenset[str]) -> Iterator[Pair]:
    """Yield people of whom one name leaves out words of the other's: `Tedros Ghebreyesus`."""
    alike: dict[str, list[int]] = defaultdict(list)
    for index, group in _people(groups):
        alike[word_keys(group.name)[-1]].append(index)
    for a, b in _pairs(alike.values()):
        short, long = sorted((word_keys(groups[a].name), word_keys(groups[b].name)), key=len)
        if len(short) < len(long) and _stand_in(short, long) and _is_supported(groups[a], groups[b], common):
            yield a, b, f"{groups[a].name} and {groups[b].name} may be one name, with and without its middle"


def _slips(groups: Sequence[Group], common: frozenset[str]) -> Iterator[Pair]:
    """Yield people whose names differ by one letter of one word: `Jens Stoltenber`."""
    alike: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    for index, group in _people(groups):
        keys = word_keys(group.name)
        for place in range(len(keys)):
            alike[place, (*keys[:place], *keys[place + 1 :])].append(index)
    for a, b in _pairs(alike.values()):
        differing = [
            (one, other)
            for one, other in zip(groups[a].name.split(), groups[b].name.split(), strict=False)
            if word_keys(one) != word_keys(other)
        ]
        if len(differing) == 1 and _is_slip(*differing[0]) and _is_supported(groups[a], groups[b], common):
            yield a, b, f"{groups[a].name} and {groups[b].name} are one letter apart"


def _people(groups: Sequence[Group]) -> Iterator[tuple[int, Group]]:
    for index, group in enumerate(groups):
        if group.type is ActorType.PERSON and len(word_keys(group.name)) > 1:
            yield index, group


def _pairs(alike: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    for indexes in alike:
        if len(indexes) <= MOST_ALIKE:
            yield from combinations(indexes, 2)


def _stand_in(short: Sequence[str], long: Sequence[str]) -> bool:
    """Say whether all words of a name stand in a longer one, in order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _is_slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= SHORTEST_SLIP and is_one_letter_off(one, other)


def _is_supported(one: Group, other: Group, common: frozenset[str]) -> bool:
    """Say whether title, country or company agree, and no country contradicts: names alone are alike too often."""
    countries = [{member.country for member in group.members if member.country} for group in (one, other)]
    if all(countries):
        return bool(countries[0] & countries[1])
    titles = [{title for member in group.members for title in member.titles} for group in (one, other)]
    company = [{key for member in group.members for key in member.company} - common for group in (one, other)]
    return bool(titles[0] & titles[1] or company[0] & company[1])
