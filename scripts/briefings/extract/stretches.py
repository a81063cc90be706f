"""Names as words of their sentences, while it is settled where each begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.extract.tokens import Token
from briefings.model import MentionType

SCORE = 0.8
"""Of a name whose boundaries are set here: not measured, below that of known names."""


@dataclass(frozen=True, slots=True)
class Stretch:
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
    return " ".join(token.text for token in tokens[first:end])


def join(row: Row, spans: Sequence[tuple[int, int]], rule: str) -> Row:
    """Return the stretches with one organisation for each span, in place of all it meets."""
    for first, end in spans:
        row = [one for one in row if one.end <= first or one.first >= end]
        row.append(Stretch(first, end, MentionType.ORGANISATION, rule, SCORE))
    return sorted(row, key=lambda one: one.first)
