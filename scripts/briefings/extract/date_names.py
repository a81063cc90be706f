"""Times that have a name instead of a number: what they mean in a given year.

07, 07-26, 22               July, 26 July, summer
easter-2                    Good Friday: so many days from Easter Sunday
easter, pentecost           the holidays around it, as a month, as nobody agrees on when they begin
advent3                     the third Sunday of Advent
turn                        the turn of the year, from December to January
W34, Q3, H1, M5             the ISO week, the quarter, the half-year, the first five months
10h2                        the second half of October
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import easter

from briefings.edtf_date import is_valid

WINTER = "24"
NUMBERED = re.compile(r"(?P<kind>easter|advent|W|Q|H|M)(?P<number>[+-]?[0-9]{1,2})")
HALF_MONTH = re.compile(r"(?P<month>[0-9]{2})h(?P<half>[12])")
MIDDLE = 15
HOLIDAYS = {"easter": (-3, 1), "pentecost": (48, 50)}
"""Days from Easter Sunday: from Maundy Thursday to Easter Monday, from the eve of Pentecost to the Monday after."""
PENTECOST = 49
LATEST_FIRST_ADVENT = (12, 3)
MONTHS_OF = {"Q": 3, "H": 6}


def in_year(name: str, year: int) -> str | None:
    """Return what `name` means in `year` as EDTF; None where that year has no such time (29 February, week 53)."""
    try:
        value = _in_year(name, year)
    except (OverflowError, ValueError):
        return None
    return value if is_valid(value) else None


def _in_year(name: str, year: int) -> str:
    if name == WINTER:  # by months, as its season number names only one calendar year
        return f"{year:04d}-12/{year + 1:04d}-02"
    if name == "turn":
        return f"{year:04d}-12/{year + 1:04d}-01"
    if name in HOLIDAYS:
        first, last = (easter(year) + timedelta(days) for days in HOLIDAYS[name])
        return f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y-%m}/{last:%Y-%m}"
    half = HALF_MONTH.fullmatch(name)
    if half is not None:
        month = f"{year:04d}-{half['month']}"
        if half["half"] == "1":
            return f"{month}-01/{month}-{MIDDLE}"
        return f"{month}-{MIDDLE + 1}/{month}-{monthrange(year, int(half['month']))[1]}"
    match = NUMBERED.fullmatch(name)
    return _numbered(match["kind"], int(match["number"]), year) if match else f"{year:04d}-{name}"


def _numbered(kind: str, number: int, year: int) -> str:
    if kind == "easter":
        return f"{easter(year) + timedelta(number):%Y-%m-%d}"
    if kind == "advent":
        latest = date(year, *LATEST_FIRST_ADVENT)
        return (latest - timedelta(latest.isoweekday() % 7 - 7 * (number - 1))).isoformat()
    if kind == "W":
        return f"{date.fromisocalendar(year, number, 1)}/{date.fromisocalendar(year, number, 7)}"
    if kind == "M":
        return f"{year:04d}-01/{year:04d}-{number:02d}"
    length = MONTHS_OF[kind]
    return f"{year:04d}-{(number - 1) * length + 1:02d}/{year:04d}-{number * length:02d}"
