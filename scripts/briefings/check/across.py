"""Check what only shows across pages: seeds claimed twice, actors that are one another, names that two actors bear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from briefings.check.value import Value, short
from briefings.errors import Problem


class ActorSays(Struct, frozen=True):
    """What one actor page says about identity, each with its place."""

    id: str
    names: tuple[Value, ...]
    """Its name and aliases."""
    same_as: Value | None
    not_same_as: tuple[Value, ...]

    @property
    def other(self) -> str | None:
        """The id this actor is said to be."""
        return self.same_as.text if self.same_as else None


def claimed_twice(claims: Sequence[tuple[str, Value]]) -> Iterator[Problem]:
    """Yield an error at each of several pages that name one seed; `claims` are (page's path, `source.seed`)."""
    by_seed: dict[str, list[tuple[str, Value]]] = defaultdict(list)
    for path, value in claims:
        by_seed[value.text or ""].append((path, value))
    for seed, pages in sorted(by_seed.items()):
        for path, value in pages if len(pages) > 1 else ():
            others = ", ".join(sorted(other for other, _ in pages if other != path))
            what = f"the seed `{short(seed)}` belongs to {others} as well"
            yield value.wrong(what, "delete one of the pages, or the seed from its source")


def identities(actors: Mapping[str, ActorSays]) -> Iterator[Problem]:
    """Yield actors that are said to be themselves, in a circle or not, and those said to be both one and two."""
    for ident, actor in sorted(actors.items()):
        if actor.same_as is None:
            continue
        chain = _chain(ident, actors)
        if chain[-1] != ident:
            continue
        if actor.other == ident:
            yield actor.same_as.wrong(f"{ident} is said to be itself", "delete the line")
        else:
            what = f"same_as goes in a circle: {' → '.join(chain)}"
            yield actor.same_as.wrong(what, "delete same_as from the page that is to stay")
    roots = {ident: _root(ident, actors) for ident in actors}
    for ident, actor in sorted(actors.items()):
        for value in actor.not_same_as:
            other = value.text or ""
            if other == ident:
                yield value.wrong(f"{ident} is said not to be itself", "delete the line")
            elif other in roots and roots[other] == roots[ident]:
                what = f"{ident} is said not to be {other}, but same_as makes them one"
                yield value.wrong(what, "delete the not_same_as, or the same_as, that is wrong")


def shared_names(actors: Mapping[str, ActorSays]) -> Iterator[Problem]:
    """Yield a warning where two actors bear the same name of two or more words and nobody has said who is who."""
    bearers: dict[str, dict[str, Value]] = defaultdict(dict)
    for ident, actor in sorted(actors.items()):
        for value in actor.names:
            words = (value.text or "").casefold().split()
            if len(words) > 1:
                bearers[" ".join(words)].setdefault(ident, value)
    apart = {frozenset({ident, value.text or ""}) for ident, actor in actors.items() for value in actor.not_same_as}
    roots = {ident: _root(ident, actors) for ident in actors}
    for _, by_id in sorted(bearers.items()):
        for ident, value in sorted(by_id.items()):
            others = [
                other
                for other in sorted(by_id)
                if roots[other] != roots[ident] and frozenset({ident, other}) not in apart
            ]
            if others:
                what = f"the name {value.shown} is borne by {', '.join(others[:3])} as well"
                fix = f"if they are one, write same_as: {others[0]}; if not, write not_same_as: [{others[0]}]"
                yield value.doubtful(what, fix)


def _chain(ident: str, actors: Mapping[str, ActorSays]) -> list[str]:
    """Follow same_as from an actor until it ends or comes back to where it has been; the last is where it stops."""
    chain = [ident]
    seen = {ident}
    while (actor := actors.get(chain[-1])) is not None and actor.other is not None:
        chain.append(actor.other)
        if actor.other in seen:
            break
        seen.add(actor.other)
    return chain


def _root(ident: str, actors: Mapping[str, ActorSays]) -> str:
    """Return the actor that same_as leads to; in a circle, the first of it in the alphabet."""
    chain = _chain(ident, actors)
    last = chain[-1]
    if last in chain[:-1]:
        return min(chain[chain.index(last) :])
    return last
