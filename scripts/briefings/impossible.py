"""What no calendar has: `31. juni`, `mandag 26. juli 2023` (a Wednesday); said to people, never bent to a near date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice

from briefings.errors import Problem, Severity
from briefings.findings import Extraction

REASONS = {
    "impossible date": "the calendar has no such date",
    "contradictory weekday": "the date is another day of the week",
}
"""By the rule of a date that was read and has no value."""
MOST = 20
"""Problems of one seed; with more, something else is wrong with it."""


def find_impossible(extraction: Extraction, path: str) -> Iterator[Problem]:
    """Yield a warning for each impossible date of a seed, at its line and column; `path` is what the seed is called."""
    text = extraction.article.seed.text
    found = [date for date in extraction.dates if date.rule in REASONS]
    ends = [0, *accumulate(len(line) + 1 for line in text.split("\n"))] if found else []
    for date in islice(found, MOST):
        line = bisect_right(ends, date.start)
        fix = "compare the original; if it says so too, leave it: the date is left out"
        column = date.start - ends[line - 1] + 1
        yield Problem(path, line, column, f"“{date.text}”: {REASONS[date.rule]}", fix, Severity.WARNING)
