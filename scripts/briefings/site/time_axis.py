"""The stretch of time that a timeline draws, where a date lies on it, and what is written below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from briefings.edtf_date import MONTH_LENGTH, YEAR_LENGTH
from briefings.site.svg import LETTER
from briefings.site.words import Words

NARROW, WIDE = 288, 640
"""Widths in px that a picture has to read well at: in the column of the smallest phone, of 320 px, and of a desk."""
GAP = 366
"""Days without anything that part one stretch of time from another."""
MOST_EMPTY = 0.5
"""How wide a gap may be beside all that is taken already, for what lies beyond it to be taken too."""
MOST_YEARS = 40
"""Years that still can be told apart on a phone."""
LEAST_MONTHS = 3
MOST_MONTHS = 36
"""Months that are told apart; beyond, years are."""
MONTH_STEPS, YEAR_STEPS = (1, 3, 6), (1, 2, 10)
"""Every how many months or years there is a label; each number is part of the next, so that a wide picture has all
that a narrow one has."""

Span = tuple[date, date]
"""First and last day."""


class Axis(Struct, frozen=True):
    """A stretch of time, in whole months; in whole years where only these are told apart."""

    first: date
    last: date

    def holds(self, span: Span) -> bool:
        """Say whether all of a span lies on the axis."""
        return self.first <= span[0] and span[1] <= self.last

    def part_of(self, span: Span) -> Span:
        """Return the part of a span that lies on the axis; some of it does."""
        return max(span[0], self.first), min(span[1], self.last)

    def share(self, day: date) -> float:
        """Return where a day begins, from 0 to 1."""
        return (day - self.first).days / ((self.last - self.first).days + 1)

    def shares(self, span: Span) -> tuple[float, float]:
        """Return where a span that lies on the axis begins and ends, from 0 to 1: a month is all of that month."""
        end = span[1] - self.first
        return self.share(span[0]), (end.days + 1) / ((self.last - self.first).days + 1)

    @property
    def months(self) -> int:
        """How many there are."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def by_month(self) -> bool:
        """Whether months are told apart, or years only."""
        return self.months <= MOST_MONTHS

    def periods(self) -> Iterator[tuple[str, Span]]:
        """Yield the months or the years of the axis: `2023-07` or `2023`, with the days of it that lie on the axis."""
        day = self.first
        while day <= self.last:
            following = next_month(day) if self.by_month else date(day.year + 1, 1, 1)
            last = min(following - timedelta(days=1), self.last)
            yield day.isoformat()[: MONTH_LENGTH if self.by_month else YEAR_LENGTH], (day, last)
            day = following


class Label(Struct, frozen=True):
    """A word below the axis."""

    share: float
    text: str
    year: bool
    """Whether it is a year, which stands in a line of its own, at the beginning of that year."""
    wide_only: bool
    """Whether there is no room for it on a phone."""


def to_axis(published: Iterable[Span], events: Iterable[Span]) -> Axis | None:
    """Return the axis for these; None where there are none. Their years lie before 9999.

    What lies years apart from the rest is left out: first the time is parted where nothing happened for long, and the
    stretch with most that was published is taken, of several the one with most events, then the latest; then those
    beside it are, as long as the gap before them is small beside all that is taken already.
    """
    stretches = _stretches([*((span, 1) for span in published), *((span, 0) for span in events)])
    if not stretches:
        return None
    at = max(range(len(stretches)), key=lambda index: (stretches[index].published, stretches[index].all, index))
    first, last = stretches[at].first, stretches[at].last
    before, after = stretches[:at], stretches[at + 1 :]
    while True:
        widest = (last - first) * MOST_EMPTY
        if before and first - before[-1].last <= widest:
            first = before.pop().first
        elif after and after[0].first - last <= widest:
            last = after.pop(0).last
        else:
            return _whole(max(first, date(max(last.year - MOST_YEARS + 1, 1), 1, 1)), last)


def labels(axis: Axis, words: Words) -> Iterator[Label]:
    """Yield what stands below the axis: years, and months where these are told apart; no two overlap."""
    days = (axis.last - axis.first).days + 1
    years = range(axis.first.year, axis.last.year + 1)
    starts = [axis.share(max(date(year, 1, 1), axis.first)) for year in years]
    yield from _year_labels(years, starts, 365 / days)
    if axis.by_month:
        yield from _month_labels(axis, words)


def next_month(day: date) -> date:
    """Return the first day of the month after."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _year_labels(years: Sequence[int], starts: Sequence[float], year_share: float) -> Iterator[Label]:
    width = 4 * LETTER + 8
    narrow, wide = (_step(YEAR_STEPS, width / (year_share * size)) for size in (NARROW, WIDE))
    ends = [*starts[1:], 1.0]
    for year, start, end in zip(years, starts, ends, strict=True):
        # The first year may be but a few days of it, the last may end at once.
        room = end - start if narrow == 1 else 1 - start
        if year % wide == 0 and room * WIDE >= width:
            yield Label(start, str(year), year=True, wide_only=year % narrow != 0 or room * NARROW < width)


def _month_labels(axis: Axis, words: Words) -> Iterator[Label]:
    width = max(len(words.month_in_short(month)) for month in range(1, 13)) * LETTER + 6
    narrow, wide = (_step(MONTH_STEPS, width * axis.months / size) for size in (NARROW, WIDE))
    for _, span in axis.periods():
        month = span[0].month
        middle = sum(axis.shares(span)) / 2
        edge = min(middle, 1 - middle)
        if (month - 1) % wide == 0 and edge * WIDE >= width / 2:
            wide_only = (month - 1) % narrow != 0 or edge * NARROW < width / 2
            yield Label(middle, words.month_in_short(month), year=False, wide_only=wide_only)


def _step(steps: Sequence[int], least: float) -> int:
    return next((step for step in steps if step >= least), steps[-1])


class _Stretch(Struct):
    first: date
    last: date
    published: int = 0
    all: int = 0


def _stretches(spans: Iterable[tuple[Span, int]]) -> list[_Stretch]:
    """Return the stretches of time that no long gap parts, by date."""
    found: list[_Stretch] = []
    for (first, last), published in sorted(spans):
        if not found or (first - found[-1].last).days > GAP:
            found.append(_Stretch(first, last))
        found[-1].last = max(found[-1].last, last)
        found[-1].published += published
        found[-1].all += 1
    return found


def _whole(first: date, last: date) -> Axis:
    """Return the axis of the months of both days, with one on either side where it were very short; or of the years."""
    axis = Axis(first.replace(day=1), _end_of_month(last))
    if not axis.by_month:
        return Axis(date(first.year, 1, 1), date(last.year, 12, 31))
    if axis.months >= LEAST_MONTHS or axis.first.year == 1:
        return axis
    return Axis((axis.first - timedelta(days=1)).replace(day=1), _end_of_month(next_month(last)))


def _end_of_month(day: date) -> date:
    return next_month(day) - timedelta(days=1)
