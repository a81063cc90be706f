"""Merge front matter three ways: what the page says, what was offered before, what is offered now.

How a field merges is `RULES`' to say: as a whole, key by key, or item by item. One function, the `Decide`, is asked for
every smallest part; all else here takes values apart into such parts and puts them together again in order.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import Enum, StrEnum
from typing import Any, Literal, TypeVar

from msgspec import Struct

_Key = TypeVar("_Key")


class _Missing(Enum):
    MISSING = "missing"


MISSING = _Missing.MISSING
"""Stands for what is not there at all; None is a value."""


class Verdict(StrEnum):
    """What became of a part in which the three differ."""

    TOOK = "took"
    KEPT = "kept"
    CONFLICT = "conflict"


class Three(Struct, frozen=True):
    """One part as it stands on the page, as it was offered before, and as it is offered now."""

    page: Any
    offered: Any
    new: Any

    def part(self, key: Hashable) -> Three:
        """Return the three mappings' values under a key."""
        return self.each(lambda mapping: mapping.get(key, MISSING))

    def each(self, change: Callable[[Any], Any]) -> Three:
        """Return the three changed, a missing one left so."""
        return Three(*(v if v is MISSING else change(v) for v in (self.page, self.offered, self.new)))


class Outcome(Struct, frozen=True):
    """What became of one part in which the three differ."""

    verdict: Verdict
    name: tuple[str, ...]
    """The field, then the item or key in it, then the item's key."""
    at: tuple[str | int, ...]
    """Where the page's front matter has the part, or what is nearest to its place."""
    page: Any
    new: Any


class Merged(Struct, frozen=True):
    """A merged value, and what became of its parts."""

    value: Any
    outcomes: tuple[Outcome, ...] = ()


Choice = tuple[Literal["page", "new"], Verdict | None]


class How(Struct, frozen=True):
    """How to merge."""

    decide: Callable[[Three], Choice]
    """Says of one smallest part, made comparable, which of page and new to take, and what to report."""
    same_page: Callable[[str], str]
    """Maps a page's name, maybe an old one, to the one it is known by."""
    once: frozenset[tuple[str, ...]] = frozenset()
    """Names of parts, as in `Outcome.name`, that were offered before though the copy of that offer is gone."""

    def decide_on(self, name: tuple[str, ...], part: Three) -> Choice:
        """Decide on the part of this name; what was offered once counts as offered just as the page has it."""
        known = part.offered is MISSING and name in self.once
        return self.decide(Three(part.page, part.page, part.new) if known else part)


def three_way(part: Three) -> Choice:
    """Take the new offer where the page is as it was offered; otherwise a person's hand was there, and it stays."""
    if part.page == part.offered:
        return "new", None if part.page == part.new else Verdict.TOOK
    if part.new == part.offered:
        return "page", Verdict.KEPT
    return "page", None if part.page == part.new else Verdict.CONFLICT


def take_offer(part: Three) -> Choice:
    """Take whatever is offered, and drop what was offered before and is no longer; what never was offered stays."""
    if part.page is MISSING and part.new is MISSING:
        return "page", None
    if part.offered is MISSING and part.new is MISSING:
        return "page", Verdict.KEPT
    return "new", None if part.page == part.new else Verdict.TOOK


# --- which field merges how -----------------------------------------------------------------------------------------


class Rule(Struct, frozen=True):
    """How the values of a field merge."""

    by: Literal["whole", "key", "item"]
    naming: str | None = None
    """The key a bare string is short for: `x` is `{id: x}`; in a list it says which item an item is."""


WHOLE = Rule("whole")
RULES: Mapping[str, Rule] = {
    "actors": Rule("item", "id"),
    "related": Rule("item", "page"),
    "aliases": Rule("item"),
    "places": Rule("item"),
    "tags": Rule("item"),
    "not_same_as": Rule("item"),
    "names": Rule("key"),
    "source": Rule("key", "seed"),
    "translations": Rule("key"),
}
"""Fields that are not here merge as a whole."""


def merge_front(three: Three, order: Sequence[str], how: How) -> Merged:
    """Merge three front matters; keys the page lacks are placed by `order`, those it has keep their place."""
    merged: dict[str, Any] = {}
    outcomes: list[Outcome] = []
    for key in weave(three.page, [*three.offered, *three.new], order):
        done = _merge_field(RULES.get(key, WHOLE), three.part(key), key, how)
        outcomes += done.outcomes
        if done.value is not MISSING:
            merged[key] = done.value
    return Merged(merged, tuple(outcomes))


def _merge_field(rule: Rule, field: Three, key: str, how: How) -> Merged:
    """Merge one field, part by part where its rule says so and all values have the shape for it."""
    if rule.by != "whole" and field.page is not MISSING and field.new is not MISSING:
        offered = None if field.offered is MISSING else field.offered
        parts = Three(field.page, offered, field.new).each(lambda value: _parts(rule, value))
        if MISSING not in (parts.page, parts.offered, parts.new):
            done = _merge_keys(parts, (key,), (key,), how) if rule.by == "key" else _merge_items(rule, parts, key, how)
            return Merged(field.page, done.outcomes) if done.value == parts.page else done
    return _decide(field, field.each(lambda value: _comparable(rule, value, how)), (key,), (key,), how)


def _decide(part: Three, compared: Three, name: tuple[str, ...], at: tuple[str | int, ...], how: How) -> Merged:
    """Decide on one part that is not taken apart; a value that means the same keeps the page's way of writing it."""
    choice, verdict = how.decide_on(name, compared)
    value = part.page if choice == "page" or compared.page == compared.new else part.new
    return Merged(value, (Outcome(verdict, name, at, part.page, part.new),) if verdict else ())


def _merge_keys(parts: Three, name: tuple[str, ...], at: tuple[str | int, ...], how: How) -> Merged:
    """Merge mappings key by key."""
    merged: dict[str, Any] = {}
    outcomes: list[Outcome] = []
    for key in weave(parts.page, [*parts.offered, *parts.new], list(parts.new)):
        part = parts.part(key)
        done = _decide(part, part, (*name, key), (*at, key) if key in parts.page else at, how)
        outcomes += done.outcomes
        if done.value is not MISSING:
            merged[key] = done.value
    return Merged(merged, tuple(outcomes))


def _merge_items(rule: Rule, parts: Three, key: str, how: How) -> Merged:
    """Merge lists item by item, then put the items in order."""
    named = parts.each(lambda items: dict(zip(_names(rule, items, how), items, strict=True)))
    places = {name: at for at, name in enumerate(named.page)}
    merged: dict[tuple[str, int], Any] = {}
    outcomes: list[Outcome] = []
    for name in dict.fromkeys([*named.page, *named.offered, *named.new]):
        at = (key, places[name]) if name in places else (key,)
        done = _merge_item(rule, named.part(name), (key, name[0]), at, how)
        outcomes += done.outcomes
        if done.value is not MISSING:
            merged[name] = done.value
    shared = [name for name in named.page if name in named.new and (name in named.offered or not named.offered)]
    orders = named.each(lambda items: [name for name in items if name in shared])
    choice, verdict = how.decide(orders)
    if verdict:  # two orders do not exclude each other the way two values do: no conflict to decide on
        verdict = Verdict.KEPT if choice == "page" else Verdict.TOOK
        outcomes.append(Outcome(verdict, (key, "order"), (key,), *(_shown(o) for o in (orders.page, orders.new))))
    # What a person put in before the build offered it too stands where the person put it.
    put_in = {name for name in named.page if name in named.new and name not in named.offered}
    offer = [name for name in named.new if name not in put_in]
    sequence = weave(named.page, named.new) if choice == "page" else weave(offer, named.page)
    return Merged([merged[name] for name in sequence if name in merged], tuple(outcomes))


def _shown(names: Iterable[tuple[str, int]]) -> list[str]:
    return [name for name, _ in names]


def _merge_item(rule: Rule, item: Three, name: tuple[str, ...], at: tuple[str | int, ...], how: How) -> Merged:
    """Merge one item of a list: key by key where page and offer both have it as a mapping."""
    compared = item.each(lambda value: _comparable_item(rule, value, how))
    if rule.naming is None or not isinstance(compared.page, dict) or not isinstance(compared.new, dict):
        return _decide(item, compared, name, at, how)
    offered = compared.offered if isinstance(compared.offered, dict) else {rule.naming: compared.page.get(rule.naming)}
    done = _merge_keys(Three(compared.page, offered, compared.new), name, at, how)
    value = item.page if done.value == compared.page else item.new if done.value == compared.new else done.value
    named_by = item.new if _name(rule, item.page) == _name(rule, item.offered) else item.page
    if _name(rule, value) != _name(rule, named_by):  # a related page's newer name, unless a person wrote another
        value = {**done.value, rule.naming: _name(rule, named_by)}
    return Merged(value, done.outcomes)


def _name(rule: Rule, item: Any) -> Any:  # noqa: ANN401 - any value front matter can hold
    return item.get(rule.naming) if isinstance(item, Mapping) else item


# --- what is compared with what -------------------------------------------------------------------------------------


def _parts(rule: Rule, value: Any) -> Any:  # noqa: ANN401 - any value front matter can hold
    """Return a field's mapping or list, short forms written out; MISSING where its value has another shape."""
    if rule.by == "key":
        if isinstance(value, str) and rule.naming:
            return {rule.naming: value}
        return {} if value is None else value if isinstance(value, Mapping) else MISSING
    if isinstance(value, str):
        return [value]
    return [] if value is None else value if isinstance(value, list) else MISSING


def _comparable(rule: Rule, value: Any, how: How) -> Any:  # noqa: ANN401 - as above
    """Return a field's value so that what means the same is equal."""
    parts = value if rule.by == "whole" else _parts(rule, value)
    if parts is MISSING:
        return value
    return [_comparable_item(rule, item, how) for item in parts] if rule.by == "item" else parts


def _comparable_item(rule: Rule, item: Any, how: How) -> Any:  # noqa: ANN401 - as above
    """Return an item with its short form written out, a page under the name it is known by."""
    if rule.naming is None:
        return item
    written_out = {rule.naming: item} if isinstance(item, str) else item
    if not isinstance(written_out, Mapping) or not isinstance(written_out.get(rule.naming), str):
        return item
    known_as = _known_as(rule, written_out[rule.naming], how)
    return {**written_out, rule.naming: known_as}


def _known_as(rule: Rule, name: str, how: How) -> str:
    return how.same_page(name.removesuffix(".md")) if rule.naming == "page" else name


def _names(rule: Rule, items: Sequence[Any], how: How) -> list[tuple[str, int]]:
    """Return what tells each item from the others, numbered where two are told by the same."""
    seen: dict[str, int] = {}
    names = []
    for item in items:
        compared = _comparable_item(rule, item, how)
        name = compared.get(rule.naming) if isinstance(compared, Mapping) and rule.naming else compared
        text = name if isinstance(name, str) else json.dumps(item, ensure_ascii=False, sort_keys=True)
        names.append((text, seen.get(text, 0)))
        seen[text] = seen.get(text, 0) + 1
    return names


def weave(base: Iterable[_Key], other: Iterable[_Key], order: Sequence[_Key] = ()) -> list[_Key]:
    """Return `base` with what only `other` has put in, each after what comes before it in `order`, else in `other`."""
    woven = list(dict.fromkeys(base))
    others = list(dict.fromkeys(other))
    sequence = list(dict.fromkeys([*order, *others]))
    there = set(woven)
    for name in others:
        if name not in there:
            before = next((each for each in reversed(sequence[: sequence.index(name)]) if each in there), None)
            woven.insert(0 if before is None else woven.index(before) + 1, name)
            there.add(name)
    return woven
