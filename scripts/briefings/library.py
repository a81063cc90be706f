"""All pages → who appears where and when, and which briefing leads to which; reads pages only, never seeds."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefings import edtf_date
from briefings.library_cards import ActorCard, BriefingCard, to_actor_card, to_briefing_card
from briefings.page import Link, Page
from briefings.page_names import owners
from briefings.page_values import ActorRef
from briefings.sections_read import StatementEntry, TimelineEntry
from briefings.threads import Thread, to_threads

WITHDRAWN = "withdrawn"
STATE = "state"
MOST_ALIKE = 5
"""Briefings offered as related by shared actors."""
LEAST_SHARED = 2
"""Persons and organisations two briefings must share to be offered as related."""
TOO_COMMON = 100
"""Briefings an actor may be in and still tell that two of them are related."""


class Alike(Struct, frozen=True):
    """A briefing that shares actors with another."""

    name: str
    shared: tuple[str, ...]
    """Ids of the actors both name, the rarest first."""


class Library(Struct, frozen=True):
    """All briefings and actors; everything here is derived, nothing of it is stored."""

    briefings: Mapping[str, BriefingCard]
    """By name, the newest first; withdrawn ones too."""
    actors: Mapping[str, ActorCard]
    """By id; those that are another (`same_as`) and hidden ones too."""
    former: Mapping[str, str]
    """A name a briefing once had → the name it has now."""
    appearances: Mapping[str, tuple[str, ...]]
    """Actor id → names of the briefings that list it, the newest first."""
    said: Mapping[str, tuple[tuple[str, StatementEntry], ...]]
    """Actor id → (briefing, statement) of all it said, the newest briefing first."""
    companions: Mapping[str, tuple[tuple[str, int], ...]]
    """Actor id → (other actor, briefings that name both), the most frequent first."""
    states: Mapping[str, str]
    """ISO 3166 alpha-3 code of a country → id of the state."""
    of_country: Mapping[str, tuple[str, ...]]
    """Code of a country → the listed persons and organisations that belong to it, those in most briefings first."""
    events: tuple[tuple[str, TimelineEntry], ...]
    """(briefing, line of its timeline), by date, then by briefing."""
    later: Mapping[str, tuple[tuple[str, Link], ...]]
    """Briefing name → (name, relation) of the briefings that refer back to it, the newest first."""
    threads: tuple[Thread, ...]
    """The stories that several briefings tell, that of the newest briefing first."""
    thread_of: Mapping[str, Thread]
    """Briefing name → the thread it belongs to."""
    cast_of: Mapping[str, tuple[tuple[str, int], ...]]
    """Id of a thread → (actor, briefings of the thread that name it), the most frequent first."""
    by_seed: Mapping[str, str]
    """Stem of a seed → the name of its briefing."""

    def listed(self) -> tuple[BriefingCard, ...]:
        """Return the briefings that lists show, the newest first."""
        return tuple(card for card in self.briefings.values() if card.stage != WITHDRAWN)

    def listed_actors(self) -> tuple[ActorCard, ...]:
        """Return the actors that lists show, by id: those that some listed briefing names."""
        return tuple(
            card
            for card in self.actors.values()
            if not card.hidden and self.resolve(card.id) == card.id and card.id in self.appearances
        )

    def resolve(self, actor: str) -> str:
        """Return the id of the actor that this one is, by `same_as`; itself where it is no other."""
        return _resolve(actor, self.actors)

    def alike(self, name: str) -> tuple[Alike, ...]:
        """Return the briefings that share most with one and that no link leads to, those with rare actors first."""
        card = self.briefings[name]
        linked = {name, *(link.page for link in card.related), *(other for other, _ in self.later.get(name, ()))}
        shared: dict[str, list[str]] = defaultdict(list)
        for ref in card.actors:
            actor = self.actors.get(ref.id)
            found = self.appearances.get(ref.id, ())
            if actor and actor.type != STATE and not actor.hidden and len(found) <= TOO_COMMON:
                for other in found:
                    shared[other].append(ref.id)
        weights = {
            other: sum(1 / math.log(1 + len(self.appearances[actor])) for actor in actors)
            for other, actors in shared.items()
            if other not in linked and len(actors) >= LEAST_SHARED
        }
        best = sorted(weights, key=lambda other: (-weights[other], other))[:MOST_ALIKE]
        rarest = {other: sorted(shared[other], key=lambda one: (len(self.appearances[one]), one)) for other in best}
        return tuple(Alike(other, tuple(rarest[other])) for other in best)


def to_library(
    briefings: Iterable[tuple[str, Page]],
    actors: Iterable[tuple[str, Page]],
    former: Mapping[str, str] | None = None,
) -> Library:
    """Build the library from (name, page) pairs; the order they come in makes no difference.

    `former` maps every name a briefing has had to the stem of its seed.
    """
    people = {name: to_actor_card(name, page) for name, page in sorted(actors, key=lambda item: item[0])}
    pages = dict(sorted(briefings, key=lambda item: item[0]))
    owner = owners(pages, former or {})
    cards = sorted((to_briefing_card(name, page, owner.get(name)) for name, page in pages.items()), key=_newest_first)
    now = {card.seed.removesuffix(".txt"): card.name for card in cards if card.seed}
    current = {card.name for card in cards}
    moved = {name: now[stem] for name, stem in sorted((former or {}).items()) if name not in current and stem in now}
    cards = [_settled(card, people, moved) for card in cards]
    listed = [card for card in cards if card.stage != WITHDRAWN]
    threads = _threads(listed)
    appearances = _appearances(listed)
    return Library(
        briefings={card.name: card for card in cards},
        actors=people,
        former=moved,
        appearances=appearances,
        said=_said(listed, people),
        companions=_companions(listed),
        states=_states(people),
        of_country=_of_country(people, appearances),
        events=_events(listed),
        later=_later(listed),
        threads=threads,
        thread_of={name: thread for thread in threads for name in thread.briefings},
        cast_of=_cast_of(threads, {card.name: card for card in listed}, people),
        by_seed=now,
    )


def _settled(card: BriefingCard, actors: Mapping[str, ActorCard], moved: Mapping[str, str]) -> BriefingCard:
    """Return a card whose actors and links bear the ids and names that hold now, hidden actors left out."""
    refs: dict[str, ActorRef] = {}
    for ref in card.actors:
        own = _resolve(ref.id, actors)
        if not (own in actors and actors[own].hidden) and not (refs.get(own) and refs[own].role):
            refs[own] = ActorRef(own, ref.role)
    related = tuple(replace(link, page=moved.get(link.page, link.page)) for link in card.related)
    return replace(card, actors=tuple(refs.values()), related=related)


def _resolve(actor: str, actors: Mapping[str, ActorCard]) -> str:
    """Follow `same_as`; actors that lead around in a circle are all the first of them by id."""
    seen = [actor]
    while (card := actors.get(seen[-1])) and card.same_as and card.same_as in actors:
        if card.same_as in seen:
            return min(seen[seen.index(card.same_as) :])
        seen.append(card.same_as)
    return seen[-1]


def _appearances(listed: Iterable[BriefingCard]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for card in listed:
        for ref in card.actors:
            found[ref.id].append(card.name)
    return {actor: tuple(names) for actor, names in sorted(found.items())}


def _said(
    listed: Iterable[BriefingCard], actors: Mapping[str, ActorCard]
) -> dict[str, tuple[tuple[str, StatementEntry], ...]]:
    found: dict[str, list[tuple[str, StatementEntry]]] = defaultdict(list)
    for card in listed:
        for entry in card.sections.statements:
            if entry.speaker and entry.speaker.actor:
                found[_resolve(entry.speaker.actor, actors)].append((card.name, entry))
    return {actor: tuple(entries) for actor, entries in sorted(found.items())}


def _companions(listed: Iterable[BriefingCard]) -> dict[str, tuple[tuple[str, int], ...]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for card in listed:
        ids = [ref.id for ref in card.actors]
        for one in ids:
            counts[one].update(other for other in ids if other != one)
    return {
        actor: tuple(sorted(others.items(), key=lambda item: (-item[1], item[0])))
        for actor, others in sorted(counts.items())
    }


def _states(actors: Mapping[str, ActorCard]) -> dict[str, str]:
    found: dict[str, str] = {}
    for card in actors.values():
        if card.type == STATE and card.country and not card.hidden and _resolve(card.id, actors) == card.id:
            found.setdefault(card.country, card.id)
    return found


def _of_country(
    actors: Mapping[str, ActorCard], appearances: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for actor in sorted(appearances, key=lambda one: (-len(appearances[one]), one)):
        card = actors.get(actor)
        if card and card.country and card.type != STATE:
            found[card.country].append(actor)
    return {country: tuple(ids) for country, ids in sorted(found.items())}


def _events(listed: Iterable[BriefingCard]) -> tuple[tuple[str, TimelineEntry], ...]:
    found = [
        (card.name, entry) for card in listed for entry in card.sections.timeline if edtf_date.is_valid(entry.date)
    ]
    return tuple(sorted(found, key=lambda item: (edtf_date.sort_key(item[1].date), item[0], item[1].line)))


def _later(listed: Iterable[BriefingCard]) -> dict[str, tuple[tuple[str, Link], ...]]:
    found: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for card in listed:
        for relation in card.related:
            found[relation.page].append((card.name, relation))
    return {name: tuple(links) for name, links in sorted(found.items())}


def _threads(listed: Sequence[BriefingCard]) -> tuple[Thread, ...]:
    """Undated briefings come before all others: nothing says that they are new."""
    links = ((card.name, link.page) for card in listed for link in card.related)
    named = {card.name: card.thread for card in listed if card.thread}
    return to_threads([card.name for card in sorted(listed, key=_oldest_first)], links, named)


def _cast_of(
    threads: Iterable[Thread], cards: Mapping[str, BriefingCard], actors: Mapping[str, ActorCard]
) -> dict[str, tuple[tuple[str, int], ...]]:
    found = {}
    for thread in threads:
        counts = Counter(ref.id for name in thread.briefings for ref in cards[name].actors if ref.id in actors)
        found[thread.id] = tuple(counts.most_common())
    return found


def _oldest_first(card: BriefingCard) -> tuple[int, str]:
    return (edtf_date.day_bounds(card.date)[1].toordinal() if card.date else 0, card.name)


def _newest_first(card: BriefingCard) -> tuple[bool, float, str]:
    """Undated last; within a day, month or year by name."""
    if card.date is None:
        return (True, 0, card.name)
    return (False, -edtf_date.day_bounds(card.date)[1].toordinal(), card.name)
