"""Which item of one list is which of another."""

from __future__ import annotations

import bisect
import json
from collections.abc import Mapping, Sequence
from typing import Any

NAMING_KEYS = ("id", "page")
"""Keys that say which item of a list a mapping is, so that a change inside it is not taken for another item."""


def align(old: Sequence[Any], wanted: Sequence[Any]) -> list[int | None]:
    """Return, for each wanted item, the old item it is, so that as many as possible stay where they are.

    The old items named rise; an item that moved past others is None, and written again at its new place.
    """
    places = {name: at for at, name in enumerate(names_of(old))}
    candidates = [(at, places[name]) for at, name in enumerate(names_of(wanted)) if name in places]
    pairs: list[int | None] = [None] * len(wanted)
    for at, place in _longest_rising(candidates):
        pairs[at] = place
    return pairs


def names_of(items: Sequence[Any]) -> list[tuple[str, int]]:
    """Return what each item is known by, numbered where two are known by the same."""
    seen: dict[str, int] = {}
    names = []
    for item in items:
        name = _name_of(item)
        names.append((name, seen.get(name, 0)))
        seen[name] = seen.get(name, 0) + 1
    return names


def _name_of(item: Any) -> str:  # noqa: ANN401
    if isinstance(item, str):
        return item
    if isinstance(item, Mapping):
        for key in NAMING_KEYS:
            if isinstance(name := item.get(key), str):
                return name
    return "\0" + json.dumps(item, ensure_ascii=False, sort_keys=True)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose second numbers rise (patience sorting)."""
    tops: list[int] = []
    chain: list[tuple[int, int, int]] = []  # the pair, and where in `chain` the one before it is
    at_top: list[int] = []
    for first, second in pairs:
        pile = bisect.bisect_left(tops, second)
        chain.append((first, second, at_top[pile - 1] if pile else -1))
        tops[pile : pile + 1] = [second]
        at_top[pile : pile + 1] = [len(chain) - 1]
    run: list[tuple[int, int]] = []
    at = at_top[-1] if at_top else -1
    while at >= 0:
        first, second, at = chain[at]
        run.append((first, second))
    return run[::-1]
