"""Names as words of their sentences, while it is settled where each begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefings.extract.tokens import Token
from briefings.findings import MentionType

SCORE = 0.8
"""Of a name whose boundaries are set here: not measured, below that of known names."""


class Stretch(Struct, frozen=True):
    """A name as words of its sentence."""

    first: int
    end: int
    type: MentionType
    rule: str
    score: float


Row = list[Stretch]
"""The names of one sentence, in order."""


def words_of(tokens: Sequence[Token], first: int, end: int) -> str:
    """Return the words of a stretch of a sentence as one text."""
    return tokens[first].text if end - first == 1 else " ".join([token.text for token in tokens[first:end]])


def join(row: Row, spans: Iterable[tuple[int, int, str]]) -> Row:
    """Return the names with one organisation for each (first, end, rule), in place of all it meets; the first wins."""
    joined: Row = []
    for first, end, rule in sorted(spans):
        if not joined or first >= joined[-1].end:
            joined.append(Stretch(first, end, MentionType.ORGANISATION, rule, SCORE))
    if not joined:
        return row
    taken = {index for one in joined for index in range(one.first, one.end)}
    left = [one for one in row if taken.isdisjoint(range(one.first, one.end))]
    return sorted([*left, *joined], key=lambda one: one.first)
