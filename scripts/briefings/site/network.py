"""Who appears with whom: the strongest ties between actors, few enough to be drawn and read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from briefings.library import Library
from briefings.library_cards import ActorCard

LEAST = 2
"""Briefings that make a tie; one is no pattern."""
MOST_ACTORS = 40
TIES_EACH = 3
"""Strongest ties that each actor brings in; more make a knot that nobody can follow."""
MOST_LOOKED_AT = 200
"""Companions of an actor among which ties are looked for, the most frequent: some have thousands."""
EVERYWHERE = 0.5
"""Share of all briefings above which a state says nothing about those it appears with."""
ENOUGH = 20
"""Briefings from which on a state can be everywhere."""


class Tie(Struct, frozen=True):
    """Two actors that the same briefings name."""

    one: str
    other: str
    briefings: int
    """How many."""


class Network(Struct, frozen=True):
    """Actors and their ties; no actor is without one."""

    actors: tuple[ActorCard, ...]
    """By id."""
    ties: tuple[Tie, ...]
    """Those of most briefings first."""
    everywhere: tuple[ActorCard, ...]
    """The states left out because most briefings name them."""


def to_network(library: Library) -> Network:
    """Return the network of the actors in most briefings; empty where no two are together in several."""
    all_briefings = len(library.listed())
    found = [card for card in library.listed_actors() if len(library.appearances[card.id]) >= LEAST]
    everywhere = [
        card
        for card in found
        if card.type == "state"
        and all_briefings >= ENOUGH
        and len(library.appearances[card.id]) > EVERYWHERE * all_briefings
    ]
    left_out = {card.id for card in everywhere}
    busiest = _busiest((card for card in found if card.id not in left_out), library)
    return _network([card.id for card in busiest[:MOST_ACTORS]], everywhere, library)


def busiest_part(network: Network, most: int, library: Library) -> Network:
    """Return the part of a network between the actors in most briefings."""
    chosen = {card.id for card in _busiest(network.actors, library)[:most]}
    ties = tuple(tie for tie in network.ties if tie.one in chosen and tie.other in chosen)
    return replace(network, actors=_tied(ties, library), ties=ties)


def nearest(actor: str, library: Library, most: int) -> tuple[Tie, ...]:
    """Return the ties of one actor, which comes first in each, to those it is most often with."""
    cards = ((library.actors.get(other), number) for other, number in library.companions.get(actor, ()))
    listed = ((card.id, number) for card, number in cards if card and not card.hidden and number >= LEAST)
    return tuple(Tie(actor, other, number) for other, number in islice(listed, most))


def among(actors: Iterable[str], library: Library) -> tuple[Tie, ...]:
    """Return the ties between some actors, the strongest first."""
    chosen = set(actors)
    ties = [
        Tie(one, other, number)
        for one in sorted(chosen)
        for other, number in library.companions.get(one, ())[:MOST_LOOKED_AT]
        if other in chosen and one < other and number >= LEAST
    ]
    return tuple(sorted(ties, key=lambda tie: (-_strength(tie, library), tie.one, tie.other)))


def briefings_of(tie: Tie, library: Library) -> tuple[str, ...]:
    """Return the names of the briefings that a tie rests on, the newest first."""
    with_other = set(library.appearances[tie.other])
    return tuple(name for name in library.appearances[tie.one] if name in with_other)


def _network(chosen: Sequence[str], everywhere: Iterable[ActorCard], library: Library) -> Network:
    brought: dict[str, int] = dict.fromkeys(chosen, 0)
    kept: list[Tie] = []
    for tie in among(chosen, library):
        # Who has few ties yet gets this one, even to an actor that has many.
        if min(brought[tie.one], brought[tie.other]) < TIES_EACH:
            kept.append(tie)
            brought[tie.one] += 1
            brought[tie.other] += 1
    kept.sort(key=lambda tie: (-tie.briefings, tie.one, tie.other))
    return Network(_tied(kept, library), tuple(kept), tuple(everywhere))


def _busiest(cards: Iterable[ActorCard], library: Library) -> list[ActorCard]:
    return sorted(cards, key=lambda card: (-len(library.appearances[card.id]), card.id))


def _tied(ties: Iterable[Tie], library: Library) -> tuple[ActorCard, ...]:
    """Return the actors at the ends of ties, by id."""
    ends = {actor for tie in ties for actor in (tie.one, tie.other)}
    return tuple(library.actors[actor] for actor in sorted(ends))


def _strength(tie: Tie, library: Library) -> float:
    """Return how much two actors belong together: often, and seldom without each other."""
    return tie.briefings**2 / math.sqrt(len(library.appearances[tie.one]) * len(library.appearances[tie.other]))
