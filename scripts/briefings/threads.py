"""Links between briefings → threads: the pages that tell one story, by what people named and where links lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from briefings.slug import actor_id


class Thread(Struct, frozen=True):
    """Briefings that belong to one story."""

    id: str
    """What its page is called: the name people gave it as a slug, else the name of its oldest briefing."""
    name: str | None
    """What people call it (`thread:` in front matter, as its oldest page spells it); None where nobody named it."""
    briefings: tuple[str, ...]
    """Names of the briefings, the oldest first."""


def to_threads(pages: Sequence[str], links: Iterable[tuple[str, str]], named: Mapping[str, str]) -> tuple[Thread, ...]:
    """Return the threads, each page in one at most, that of the newest briefing first.

    `pages` are names, the oldest first; `links` are pairs of them and lead both ways; `named` says what people wrote
    under `thread`. Pages of one name are one thread, whatever links there are. A page without a name joins that of the
    named page the fewest links away, the older one where two are as near. The rest are threads where at least two are
    linked; a name that one page alone bears makes a thread too, for that is what somebody wrote.
    """
    age = {page: index for index, page in enumerate(pages)}
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in links:
        if one in age and other in age and one != other:
            beside[one].add(other)
            beside[other].add(one)
    leader: dict[str, str] = {}
    first_of: dict[str, str] = {}
    for page in pages:
        if page in named:
            leader[page] = first_of.setdefault(actor_id(named[page]), page)
    _spread(list(leader), beside, leader, age)
    for page in pages:
        if page not in leader and beside[page]:
            leader[page] = page
            _spread([page], beside, leader, age)
    members: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        if page in leader:
            members[leader[page]].append(page)
    threads = [
        Thread(actor_id(named[first]) if first in named else first, named.get(first), tuple(found))
        for first, found in members.items()
    ]
    return tuple(sorted(threads, key=lambda thread: -age[thread.briefings[-1]]))


def _spread(
    frontier: list[str], beside: Mapping[str, set[str]], leader: dict[str, str], age: Mapping[str, int]
) -> None:
    """Give every page that links lead to and that has no leader yet the leader it is first reached from."""
    while frontier:
        reached: list[str] = []
        for page in sorted(frontier, key=age.__getitem__):
            for other in sorted(beside[page], key=age.__getitem__):
                if other not in leader:
                    leader[other] = leader[page]
                    reached.append(other)
        frontier = reached
