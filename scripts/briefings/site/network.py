"""Who appears with whom: the strongest ties between actors, few enough to be drawn and read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefings.library import ActorCard, Library

LEAST = 2
"""Briefings that make a tie; one is no pattern."""
MOST_ACTORS = 40
TIES_EACH = 3
"""Strongest ties that each actor brings in; more make a knot that nobody can follow."""
EVERYWHERE = 0.5
"""Share of all briefings above which a state says nothing about those it appears with."""
ENOUGH = 20
"""Briefings from which on a state can be everywhere."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors that the same briefings name."""

    one: str
    other: str
    briefings: tuple[str, ...]
    """Their names, the newest first."""


@dataclass(frozen=True, slots=True)
class Network:
    """Actors and their ties; no actor is without one."""

    actors: tuple[ActorCard, ...]
    """By id."""
    ties: tuple[Tie, ...]
    """The strongest first."""
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
    listed = {card.id for card in library.listed_actors()}
    pairs = [
        (other, number)
        for other, number in library.companions.get(actor, ())
        if number >= LEAST and other in listed and other != actor
    ]
    return tuple(_tie(actor, other, library) for other, _ in pairs[:most])


def among(actors: Sequence[str], library: Library) -> tuple[Tie, ...]:
    """Return all ties between some actors, the strongest first."""
    chosen = set(actors)
    ties = [
        _tie(one, other, library)
        for one in sorted(chosen)
        for other, number in library.companions.get(one, ())
        if other in chosen and one < other and number >= LEAST
    ]
    return tuple(sorted(ties, key=lambda tie: (-_strength(tie, library), tie.one, tie.other)))


def _network(chosen: Sequence[str], everywhere: Iterable[ActorCard], library: Library) -> Network:
    brought: dict[str, int] = dict.fromkeys(chosen, 0)
    kept: list[Tie] = []
    for tie in among(chosen, library):
        # Who has few ties yet gets this one, even to an actor that has many.
        if min(brought[tie.one], brought[tie.other]) < TIES_EACH:
            kept.append(tie)
            brought[tie.one] += 1
            brought[tie.other] += 1
    return Network(_tied(kept, library), tuple(kept), tuple(everywhere))


def _busiest(cards: Iterable[ActorCard], library: Library) -> list[ActorCard]:
    return sorted(cards, key=lambda card: (-len(library.appearances[card.id]), card.id))


def _tied(ties: Iterable[Tie], library: Library) -> tuple[ActorCard, ...]:
    """Return the actors at the ends of ties, by id."""
    ends = {actor for tie in ties for actor in (tie.one, tie.other)}
    return tuple(library.actors[actor] for actor in sorted(ends))


def _strength(tie: Tie, library: Library) -> float:
    """Return how much two actors belong together: often, and seldom without each other."""
    number = len(tie.briefings)
    return number * number / math.sqrt(len(library.appearances[tie.one]) * len(library.appearances[tie.other]))


def _tie(one: str, other: str, library: Library) -> Tie:
    with_other = set(library.appearances[other])
    return Tie(one, other, tuple(name for name in library.appearances[one] if name in with_other))
