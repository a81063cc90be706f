"""Where the actors of a network stand, so that those who belong together are near and no name covers another.

NetworkX finds the places, from a fixed start; they are rounded, then moved apart by as little as it takes. It is
imported when a network is drawn, for it brings NumPy along and takes half a second to start.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

SEED = 1
ITERATIONS = 300
ROUNDS = 300
"""Rounds of moving apart, until there has to be more room."""
MORE_ROOM = 1.1
MARGIN = 4
"""Px between two boxes."""


class Size(Struct, frozen=True):
    """Room in px that somebody takes with the name, around the middle of the box."""

    width: float
    height: float


class Layout(Struct, frozen=True):
    """Places in px, from the top left."""

    places: Mapping[str, tuple[int, int]]
    """Middle of each box."""
    width: int
    height: int


def spring_layout(ties: Iterable[tuple[str, str, int]], sizes: Mapping[str, Size], width: int, height: int) -> Layout:
    """Return a layout in which ties pull together, the stronger the more: (one, other, strength) of each."""
    import networkx as nx  # noqa: PLC0415 - only who draws a network waits for it

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sizes)
    graph.add_weighted_edges_from((one, other, math.log2(1 + number)) for one, other, number in ties)
    start = dict(zip(sizes, _ring(len(sizes)), strict=True))
    found = nx.spring_layout(graph, pos=start, iterations=ITERATIONS, seed=SEED)
    # Rounded at once: what differs in the last digits between machines must not decide anything below.
    rough = {name: (round(float(x), 3), round(float(y), 3)) for name, (x, y) in found.items()}
    return _fitted(rough, sizes, width, height)


def wheel_layout(centre: str, around: Sequence[str], sizes: Mapping[str, Size], width: int, height: int) -> Layout:
    """Return a layout with one in the middle and the others around it, from the top in the order of the clock."""
    return _fitted({**dict(zip(around, _ring(len(around)), strict=True)), centre: (0.0, 0.0)}, sizes, width, height)


def _ring(number: int) -> list[tuple[float, float]]:
    turns = (math.tau * index / number for index in range(number))
    return [(round(math.sin(turn), 3), round(-math.cos(turn), 3)) for turn in turns]


def _fitted(rough: Mapping[str, tuple[float, float]], sizes: Mapping[str, Size], width: int, height: int) -> Layout:
    """Return rough places stretched over the picture and moved apart; it grows in height until all have room."""
    names = sorted(rough)
    across, down = (_ranks([rough[name][side] for name in names]) for side in (0, 1))
    boxes = [sizes[name] for name in names]
    while True:
        points = [
            [size.width / 2 + x * (width - size.width), size.height / 2 + y * (height - size.height)]
            for x, y, size in zip(across, down, boxes, strict=True)
        ]
        if _moved_apart(points, boxes, width, height):
            places = {name: (round(x), round(y)) for name, (x, y) in zip(names, points, strict=True)}
            return Layout(places, width, height)
        height = math.ceil(height * MORE_ROOM)


def _ranks(values: Sequence[float]) -> list[float]:
    """Return values spread from 0 to 1: half by how far they are apart, half by their order, which thins out crowds."""
    low, high = min(values), max(values)
    order = {
        index: rank for rank, index in enumerate(sorted(range(len(values)), key=lambda index: (values[index], index)))
    }
    last = max(len(values) - 1, 1)
    return [((value - low) / ((high - low) or 1) + order[index] / last) / 2 for index, value in enumerate(values)]


def _moved_apart(points: list[list[float]], boxes: Sequence[Size], width: int, height: int) -> bool:
    """Move boxes until none touches another or the border; False where there is no end to it."""
    for _ in range(ROUNDS):
        settled = True
        for index, (one, size) in enumerate(zip(points, boxes, strict=True)):
            for other, its_size in zip(points[:index], boxes[:index], strict=True):
                apart = [(size.width + its_size.width) / 2 + MARGIN, (size.height + its_size.height) / 2 + MARGIN]
                overlap = [apart[side] - abs(one[side] - other[side]) for side in (0, 1)]
                if min(overlap) <= 0:
                    continue
                settled = False
                # Along the side where less has to be moved, by half each, a little more than needed.
                side = 0 if overlap[0] < overlap[1] else 1
                step = (overlap[side] / 2 + 0.5) * (1 if one[side] >= other[side] else -1)
                one[side] += step
                other[side] -= step
        for point, size in zip(points, boxes, strict=True):
            point[0] = min(max(point[0], size.width / 2), width - size.width / 2)
            point[1] = min(max(point[1], size.height / 2), height - size.height / 2)
        if settled:
            return True
    return False
