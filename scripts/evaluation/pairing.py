"""Which offered thing answers which annotated one: one to one, and the most there can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from evaluation.likeness import fold
from evaluation.tally import Tally


def best_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pair rows with columns one to one so that the sum of weights is highest (Hungarian method, O(n³)).

    Pairs of weight 0 are left out; equal sums fall to the earlier column.
    """
    rows, columns = len(weights), max(map(len, weights), default=0)
    if rows > columns:
        turned = [[weights[row][column] for row in range(rows)] for column in range(columns)]
        return sorted((row, column) for column, row in best_pairs(turned))
    u, v, taken, way = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], here = row, 0
        least, done = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while taken[here]:
            done[here] = True
            delta, there = float("inf"), 0
            for column in (c for c in range(1, columns + 1) if not done[c]):
                cost = -weights[taken[here] - 1][column - 1] - u[taken[here]] - v[column]
                if cost < least[column]:
                    least[column], way[column] = cost, here
                if least[column] < delta:
                    delta, there = least[column], column
            for column in range(columns + 1):
                if done[column]:
                    u[taken[column]] += delta
                    v[column] -= delta
                else:
                    least[column] -= delta
            here = there
        while here:
            taken[here], here = taken[way[here]], way[here]
    pairs = ((taken[column] - 1, column - 1) for column in range(1, columns + 1) if taken[column])
    return sorted((row, column) for row, column in pairs if weights[row][column] > 0)


def pair_up(gold: Sequence[str], offers: Sequence[str], same: Callable[[str, str], bool]) -> list[tuple[int, int]]:
    """Pair annotated words with offered ones, one to one, exact wordings before similar ones."""
    return best_pairs([[same(a, b) * (1.0 + (fold(a) == fold(b))) for b in offers] for a in gold])


def tally_pairs(gold: Sequence[str], offers: Sequence[str], pairs: Iterable[tuple[int, int]]) -> Tally:
    """Count what was paired and what was left over on either side."""
    tally, pairs = Tally(), list(pairs)
    for i, label in enumerate(gold):
        tally.expect(ok=i in {row for row, _ in pairs}, label=label)
    for j, label in enumerate(offers):
        tally.offer(ok=j in {column for _, column in pairs}, label=label)
    return tally
