"""What actor pages say of identity, and what people decided there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from briefings.model import ActorType
from briefings.names import name_key


class KnownActor(Struct, frozen=True):
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
    doubtful_aliases: tuple[str, ...] = ()
    """Those of a page with no offered copy: a person's, unless the build would offer them."""


class Ruling(Struct, frozen=True):
    """What people decided on actor pages, aliases apart, and which pages there are."""

    pages: Mapping[str, KnownActor] = field(default_factory=dict)
    """By id, sorted."""
    roots: Mapping[str, str] = field(default_factory=dict)
    """Page id → the id at the end of its `same_as`."""
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs of ids that are not the same."""
    hidden: frozenset[str] = frozenset()
    pages_by_key: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Key of a page's name or id → pages, sorted."""

    def root(self, page: str) -> str:
        """Return the id a page's actor goes by."""
        return self.roots.get(page, page)

    def are_apart(self, one: str, other: str) -> bool:
        """Say whether a person decided that two actors are not the same."""
        return frozenset({self.root(one), self.root(other)}) in self.apart


def rule(known: Iterable[KnownActor]) -> Ruling:
    """Gather what people decided."""
    pages = {page.id: page for page in sorted(known, key=lambda page: page.id)}
    roots = {own: _end_of(own, pages) for own in pages}
    apart = {
        frozenset({roots.get(own, own), roots.get(other, other)})
        for own, page in pages.items()
        for other in page.not_same_as
    }
    by_key: dict[str, list[str]] = defaultdict(list)
    for own, page in pages.items():
        for key in dict.fromkeys((name_key(page.name), name_key(own.replace("-", " ")))):
            by_key[key].append(own)
    return Ruling(
        pages=pages,
        roots=roots,
        apart=frozenset(pair for pair in apart if len(pair) > 1),
        hidden=frozenset(own for own, page in pages.items() if page.hidden or pages[roots[own]].hidden),
        pages_by_key={key: tuple(owners) for key, owners in by_key.items()},
    )


def aliases_by_key(aliases: Mapping[str, Iterable[str]], ruling: Ruling) -> dict[str, str]:
    """Return the key of each alias → the id its bearer goes by; `aliases` gives them by page.

    Of several pages that claim one, that which bears it as its name has it, else the first.
    """
    decided: dict[str, str] = {}
    for own in sorted(aliases):
        for key in map(name_key, aliases[own]):
            taken = decided.get(key)
            if key and (taken is None or (_bears(own, key, ruling) and not _bears(taken, key, ruling))):
                decided[key] = own
    return {key: ruling.root(own) for key, own in decided.items()}


def _bears(own: str, key: str, ruling: Ruling) -> bool:
    return name_key(ruling.pages[own].name) == key


def _end_of(own: str, pages: Mapping[str, KnownActor]) -> str:
    """Follow `same_as` to its end: of a broken chain the last page there is, of a circle its smallest id."""
    seen = [own]
    while (following := pages[seen[-1]].same_as) and following in pages:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
