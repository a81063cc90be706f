"""Which articles report the same event, and what that tells of when undated ones were published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from msgspec import Struct, field

from briefings import edtf_date
from briefings.likeness import SAME_EVENT, by_actor, likeness, may_be_same_time, may_report
from briefings.model import Basis, Published
from briefings.profile import Profile


class SameEvents(Struct, frozen=True):
    """The articles grouped by event, and the dates that this gave to undated ones."""

    pairs: tuple[tuple[str, str, float], ...]
    """(stem, stem, likeness), each pair once."""
    published: Mapping[str, Published]
    """By stem: what is known now, for those that are dated."""


class _Groups(Struct):
    """Articles joined so far, each group with the dates of its members."""

    of: dict[str, int]
    members: dict[int, list[str]]
    published: dict[str, Published] = field(default_factory=dict)

    def date_of(self, group: int) -> str | None:
        dates = [self.published[stem].value for stem in self.members[group] if stem in self.published]
        return min(dates, key=lambda value: (_width(value), value), default=None)


def group_same_events(profiles: Sequence[Profile], apart: frozenset[tuple[str, str]] = frozenset()) -> SameEvents:
    """Join articles on the same event, the most alike first; a join must not contradict a date already known.

    An undated article takes the date of the group it joins (basis `corpus`), so what it joins first decides. `apart`
    holds pairs (sorted stems) that are known to be on different events, because one refers back to the other.
    """
    by_stem = {profile.stem: profile for profile in profiles}
    groups = _Groups(
        of={stem: number for number, stem in enumerate(sorted(by_stem))},
        members={number: [stem] for number, stem in enumerate(sorted(by_stem))},
        published={profile.stem: profile.published for profile in profiles if profile.published},
    )
    pairs = []
    for score, left, right in sorted(_candidates(profiles), key=lambda found: (-found[0], *found[1:])):
        if score < SAME_EVENT or (left, right) in apart:
            continue
        if groups.of[left] == groups.of[right]:
            pairs.append((left, right, score))
        elif _may_join(groups, groups.of[left], groups.of[right], apart):
            _join(groups, groups.of[left], groups.of[right])
            pairs.append((left, right, score))
    return SameEvents(tuple(sorted(pairs)), dict(sorted(groups.published.items())))


def _candidates(profiles: Sequence[Profile]) -> list[tuple[float, str, str]]:
    by_stem = {profile.stem: profile for profile in profiles}
    compared: dict[tuple[str, str], float] = {}
    for together in by_actor(profiles).values():
        for pair in combinations(sorted(together), 2):
            left, right = (by_stem[stem] for stem in pair)
            if pair not in compared and _may_be_same_time(left, right):
                compared[pair] = likeness(left, right)
    return [(score, left, right) for (left, right), score in compared.items()]


def _may_be_same_time(left: Profile, right: Profile) -> bool:
    one, other = _value(left), _value(right)
    return may_be_same_time(one, other) and may_report(left, other) and may_report(right, one)


def _may_join(groups: _Groups, left: int, right: int, apart: frozenset[tuple[str, str]]) -> bool:
    one, other = groups.date_of(left), groups.date_of(right)
    if one and other and not may_be_same_time(one, other):
        return False
    crossing = ((a, b) for a in groups.members[left] for b in groups.members[right])
    return not any(tuple(sorted(pair)) in apart for pair in crossing)


def _join(groups: _Groups, left: int, right: int) -> None:
    """Merge two groups; members with no date, or a coarser one from their text, take the finest date in the group."""
    joined = sorted(groups.members[left] + groups.members.pop(right))
    groups.members[left] = joined
    for stem in joined:
        groups.of[stem] = left
    finest = groups.date_of(left)
    if finest is None:
        return
    giver = min(stem for stem in joined if stem in groups.published and groups.published[stem].value == finest)
    for stem in joined:
        known = groups.published.get(stem)
        if known is None or (known.basis is Basis.TEXT and _width(known.value) > _width(finest)):
            coarse = edtf_date.month(finest) or finest
            groups.published[stem] = Published(coarse, Basis.CORPUS, seed=giver)


def _value(profile: Profile) -> str | None:
    return profile.published.value if profile.published else None


def _width(value: str) -> timedelta:
    first, last = edtf_date.day_bounds(value)
    return last - first
