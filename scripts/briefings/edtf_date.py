"""What can be asked of a date written in EDTF (ISO 8601-2), without ever making it finer than it is.

The subset in use, all of it valid EDTF of level 1: a day `2023-07-26`, month `2023-07`, season `2023-22` (21 spring to
24 winter), year `2023`, decade `199X`, century `18XX`; what is unspecified, `2023-XX`, `2023-07-XX`, `2023-XX-XX`; each
with `?` (uncertain), `~` (approximate) or `%` (both) behind it; and an interval of two of these, `2022/2023`, where
`..` is an open end. Years run from 0001 to 9999. Everything else (`[2023,2024]`, `Y17E8`, times) is refused here.
Our own reading takes microseconds; the `edtf` library, some 8 ms a date, is what the tests hold it against.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

QUALIFIERS = "?~%"
DATE = re.compile(r"(?:([0-9]{4})(?:-(XX|[0-9]{2})(?:-(XX|[0-9]{2}))?)?|([0-9]{3})X|([0-9]{2})XX)([?~%]?)")
OPEN_END = ".."
LONGEST = 32
"""Characters; the longest of our forms, two qualified days, has 23."""
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}
"""First and last month. Winter lies at both ends of a calendar year, so that it bounds no better than the year."""
SEASON_NAMES: Mapping[int, str] = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
YEAR_LENGTH, MONTH_LENGTH, DAY_LENGTH = 4, 7, 10
"""Characters of a plain year, month, day."""


class Precision(StrEnum):
    """How fine a date is."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class Point(Struct, frozen=True):
    """One date that is no interval."""

    precision: Precision
    first: date
    last: date
    qualifier: str
    season: int = 0


class Span(Struct, frozen=True):
    """A date read; a point has itself at both ends, None is an open end."""

    start: Point | None
    end: Point | None
    interval: bool


def is_valid(value: str) -> bool:
    """Say whether `value` is one of the forms above and stands in the calendar, an interval's ends in order."""
    return read_date(value) is not None


def precision(value: str) -> Precision:
    """Return how fine `value` is; raises ValueError where it is not valid."""
    span = _span(value)
    point = span.start or span.end
    return Precision.INTERVAL if span.interval or point is None else point.precision


def bounds(value: str) -> tuple[str, str]:
    """Return the first and the last day that `value` may mean, as `YYYY-MM-DD`; raises ValueError if not valid.

    An open end reaches to 0001-01-01 or 9999-12-31; `~` and `?` widen nothing, for nobody says by how much.
    """
    first, last = day_bounds(value)
    return first.isoformat(), last.isoformat()


def shifted(day: date, days: int) -> date:
    """Return the day so many days after another, or before it if negative; at most the calendar's last or first."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def day_bounds(value: str) -> tuple[date, date]:
    """Return `bounds` as dates to reckon with."""
    span = _span(value)
    return (span.start.first if span.start else date.min, span.end.last if span.end else date.max)


def is_approximate(value: str) -> bool:
    """Say whether any end of `value` bears `~`, `?` or `%`; raises ValueError if not valid."""
    span = _span(value)
    return any(point is not None and point.qualifier for point in (span.start, span.end))


def parted(value: str) -> tuple[str, str]:
    """Return a single date and its qualifier: `2025-06-20~` → (`2025-06-20`, `~`); of an interval nothing is parted."""
    bare = value if "/" in value else value.rstrip(QUALIFIERS)
    return bare, value[len(bare) :]


def qualified(value: str, qualifier: str) -> str:
    """Return `value` with `qualifier` behind each end, beside what is there: `2023?` and `~` give `2023%`.

    A season has none in EDTF, and stays.
    """
    if not qualifier:
        return value
    ends = [parted(end) for end in value.split("/")]
    return "/".join(end + _both(own, qualifier) if _takes_qualifier(end) else end + own for end, own in ends)


def _takes_qualifier(end: str) -> bool:
    return end not in {"", OPEN_END} and precision(end) is not Precision.SEASON


def _both(one: str, other: str) -> str:
    return one if one == other else other if not one else "%"


def sort_key(value: str | None) -> tuple[int, int, int, str]:
    """Return a key that orders dates by their first day, at the same first day the coarser before the finer.

    `2023` stands before `2023-07`, that before `2023-07-01`; None (undated) and what is not valid stand last.
    """
    if value is None or not is_valid(value):
        return (1, 0, 0, value or "")
    first, last = day_bounds(value)
    return (0, first.toordinal(), -last.toordinal(), value)


def year(value: str) -> str | None:
    """Return the year `YYYY` under which `value` is filed, None where it spans several; ValueError if not valid."""
    first, last = bounds(value)
    return first[:YEAR_LENGTH] if first[:YEAR_LENGTH] == last[:YEAR_LENGTH] else None


def month(value: str) -> str | None:
    """Return the month `YYYY-MM` under which `value` is filed, None where it is coarser; ValueError if not valid."""
    first, last = bounds(value)
    return first[:MONTH_LENGTH] if first[:MONTH_LENGTH] == last[:MONTH_LENGTH] else None


def day(value: str) -> str | None:
    """Return the day `YYYY-MM-DD` under which `value` is filed, None where it is coarser; ValueError if not valid."""
    first, last = bounds(value)
    return first if first == last else None


def contains(outer: str, inner: str) -> bool:
    """Say whether every day of `inner` lies in `outer`: `2023-07` contains `2023-07-26`; ValueError if not valid."""
    (first, last), (inner_first, inner_last) = day_bounds(outer), day_bounds(inner)
    return first <= inner_first and inner_last <= last


def compatible(one: str, other: str) -> bool:
    """Say whether both can be true of one day: `2023-07` with `2023-07-26`, not with `2023-08`; ValueError if not."""
    (first, last), (other_first, other_last) = day_bounds(one), day_bounds(other)
    return first <= other_last and other_first <= last


def days_to_edtf(first: date, last: date) -> str:
    """Return the finest single date that covers both days: a day, month or year, else an interval of months or years.

    `2023-06-30`, `2023-07-30` → `2023-06/2023-07`. Raises ValueError where `first` comes after `last`.
    """
    if first > last:
        message = f"expected the first day not to come after the last, found {first} and {last}"
        raise ValueError(message)
    start, end = first.isoformat(), last.isoformat()
    for length in (DAY_LENGTH, MONTH_LENGTH, YEAR_LENGTH):
        if start[:length] == end[:length] and (length != YEAR_LENGTH or _is_most_of_a_year(first, last)):
            return start[:length]
    near = (last.year - first.year) * 12 + last.month - first.month <= MONTHS_OF_A_QUARTER
    length = MONTH_LENGTH if near or first.year == last.year else YEAR_LENGTH
    return f"{start[:length]}/{end[:length]}"


MONTHS_OF_A_QUARTER = 3


def _is_most_of_a_year(first: date, last: date) -> bool:
    return last.month - first.month > MONTHS_OF_A_QUARTER


# --- reading --------------------------------------------------------------------------------------------------------


def _span(value: str) -> Span:
    span = read_date(value)
    if span is None:
        message = f"expected an EDTF date such as 2023-07-26, 2023-07, 2023-22 or 2022/2023, found {value[:LONGEST]!r}"
        raise ValueError(message)
    return span


@lru_cache(maxsize=8192)
def read_date(value: str) -> Span | None:
    """Return what `value` says; None where it is not valid."""
    if len(value) > LONGEST:
        return None
    start, slash, end = value.partition("/")
    if not slash:
        point = _read_point(value)
        return Span(point, point, interval=False) if point else None
    ends = [None if part == OPEN_END else _read_point(part) for part in (start, end)]
    unread = any(point is None and part != OPEN_END for point, part in zip(ends, (start, end), strict=True))
    if unread or ends == [None, None]:
        return None
    first, last = ends
    if first and last and (first.first > last.first or first.last > last.last):
        return None
    return Span(first, last, interval=True)


def _read_point(text: str) -> Point | None:
    match = DATE.fullmatch(text)
    if match is None:
        return None
    year_, month_, day_, decade, century, qualifier = match.groups()
    if year_ is None:
        first = int(decade) * 10 if decade else int(century) * 100
        size, grain = (10, Precision.DECADE) if decade else (100, Precision.CENTURY)
        return Point(grain, date(max(first, 1), 1, 1), date(first + size - 1, 12, 31), qualifier)
    number = int(year_)
    if number < 1:
        return None
    if month_ in (None, "XX"):
        if day_ not in (None, "XX"):
            return None
        return Point(Precision.YEAR, date(number, 1, 1), date(number, 12, 31), qualifier)
    return _read_part_of_year(number, int(month_), day_, qualifier)


def _read_part_of_year(number: int, part: int, day_: str | None, qualifier: str) -> Point | None:
    if part in SEASON_MONTHS and day_ is None:
        opening, closing = SEASON_MONTHS[part]
        last = date(number, closing, monthrange(number, closing)[1])
        return Point(Precision.SEASON, date(number, opening, 1), last, qualifier, part)
    if not 1 <= part <= 12:  # noqa: PLR2004 - the months of a year
        return None
    length = monthrange(number, part)[1]
    if day_ in (None, "XX"):
        return Point(Precision.MONTH, date(number, part, 1), date(number, part, length), qualifier)
    if not 1 <= int(day_) <= length:
        return None
    exact = date(number, part, int(day_))
    return Point(Precision.DAY, exact, exact, qualifier)
