"""The part of a text that spans cover."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Covered:
    """The part of a text that spans (start, end) cover, which may overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take spans in any order."""
        in_order = sorted(spans)
        self._starts = [start for start, _ in in_order]
        self._ends = list(accumulate((end for _, end in in_order), max))

    def holds(self, offset: int) -> bool:
        """Say whether a letter of the text is covered."""
        return self.meets(offset, offset + 1)

    def meets(self, start: int, end: int) -> bool:
        """Say whether any letter of `start` to `end` is covered."""
        before = bisect_left(self._starts, end)
        return before > 0 and start < self._ends[before - 1]
