"""What a relative date means, seen from the day, month or year in which an article appeared.

The grammar writes a relative date as a formula, which is also the `rule` people read beside it:

    day -1                      yesterday; `day -14 about`, two weeks or so ago
    week -1                     last calendar week, Monday to Sunday
    weekday 3 back              the latest Wednesday, the day itself included; `ahead`: the coming one; `nearest`: the
                                one fewer days away; `last`, `next`: without the day itself; `of week -1`: of last week
    weekend back                Saturday and Sunday; also `ahead`, `next`, `of week -1`
    month -2, year -24          so many calendar months, years away; with `about`, approximate
    month 07 back               the latest July; `ahead`, `near`, `of year 0`; `due`: the coming one, however far off
    date 07-26 back             the latest 26 July; likewise; `date 07-26 near weekday 3`: one that is a Wednesday
    season 22 back              the latest summer; `coming`: one that has not begun; `last`: one that is over
    named easter-2 back         the latest Good Friday; likewise; the names are those of date_names.py
    century -1, decade -1       the last one
    short year 23-07-26         a year of two digits
    night 0                     the night that ends this morning; `night 1`: the one that begins this evening
    A plus -2 day               so many days, months or years from what another rule means; `whole-year`: only the year
    A to B                      from one to the other; `..` is an open end

The result is never finer than the anchor: what differs between the first and the last day of the anchor is given as
what covers both, or not at all. One exception is a convention: a shift that is short against the anchor (a weekday or
"yesterday" under a month, "last week" under a year) stays within it. Nor is it surer: `day -1` from `2025-06-20~` is
`2025-06-19~`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from briefings.edtf_date import (
    OPEN_END,
    Precision,
    day_bounds,
    days_to_edtf,
    is_valid,
    parted,
    precision,
    qualified,
)
from briefings.extract.date_names import WINTER, in_year

STAYS_WITHIN = 4
"""A shift of at most one fourth of the anchor's length stays in it: a week of a month."""
LONGEST_STAY = 14
"""Days; under a year, "last month" would be wrong in one article of twelve."""
NEAR_DAYS = 155
"""How far the nearest July may be, where no tense tells past from future; half a year is a guess."""
OTHER_YEAR_DAYS = 215
"""How far it may be where one does, in another year than the article's: farther off, writers name the year."""
SEASON_BEGUN = 31
"""Days that a season may have begun when it is still `til sommeren`."""
MONTH_LENGTH = 31
HALF_WEEK = 3
"""Days; a weekday that is not so near ahead is nearer back."""
FUTURE_YEARS = 10
"""How far a year of two digits may lie ahead."""
Days = tuple[date, date]


@lru_cache(maxsize=4096)
def resolve(rule: str, published: str) -> str | None:
    """Return what `rule` means in an article of `published` (EDTF), as EDTF; None where it cannot be told.

    A rule that is no formula (`vague`, `impossible date`) gives None. Raises ValueError if `published` is not valid.
    """
    exact, qualifier = parted(published)
    value = _reckoned(rule, exact)
    return None if value is None else qualified(value, qualifier)


def _reckoned(rule: str, published: str) -> str | None:
    if " to " in rule:
        first, _, last = rule.partition(" to ")
        start, end = (part if part == OPEN_END else _reckoned(part, published) or "" for part in (first, last))
        if last == OPEN_END and "/" in start and precision(published) is not Precision.DAY:
            return None  # `siden mandag i forrige uke` began in this month or the last: neither is told
        if last.startswith("week ") and start == published and precision(published) is not Precision.DAY:
            return published  # `denne og neste uke` of some month
        interval = start if start == end else f"{start.split('/')[0]}/{end.split('/')[-1]}"
        return interval if is_valid(interval) else None
    words = rule.split()
    try:
        if "plus" in words:
            value = _plus(_reckoned(rule.rpartition(" plus ")[0], published), int(words[-2]), words[-1], published)
        else:
            value = _resolve(words, *day_bounds(published), published)
    except OverflowError:
        return None
    return value if value is not None and is_valid(value) else None


def _resolve(words: list[str], first: date, last: date, published: str) -> str | None:
    match words:
        case ["year", count, *about]:
            return _years(int(count), first, last, "~" if about else "")
        case ["month" | "date" | "season" | "named", name, "of", "year", count] if first.year == last.year:
            return in_year(name, first.year + int(count)) if words[0] != "season" or name != WINTER else None
        case ["century", count] if (first.year - 1) // 100 == (last.year - 1) // 100:
            return f"{first.year // 100 + int(count):02d}XX"
        case ["decade", count] if first.year // 10 == last.year // 10:
            return f"{first.year // 10 + int(count):03d}X"
        case ["season", name, "last"]:
            return _last_season(name, first, last)
        case ["short", "year", text]:
            return _short_year(text, last)
        case ["season", name, "coming"]:
            return _coming_season(int(name), first, last)
        case ["early", "year", way] if way in WAYS:
            january = _of_unnamed_year(JANUARY, way, (first, last), None)
            return january[:4] if january else None
        case ["month" | "date" | "season" | "named", name, way, *weekday] if way in WAYS:
            return _of_unnamed_year(name, way, (first, last), int(weekday[1]) if weekday else None)
        case _:
            return _shift(words, first, last, published)


JANUARY = "01"
WAYS = frozenset({"back", "ahead", "near", "due"})


def _years(count: int, first: date, last: date, about: str) -> str:
    start, end = f"{first.year + count:04d}{about}", f"{last.year + count:04d}{about}"
    return start if start == end else f"{start}/{end}"


def _short_year(text: str, last: date) -> str:
    year, rest = int(text[:2]), text[2:]
    century = (last.year + FUTURE_YEARS) // 100 * 100
    full = century + year if century + year <= last.year + FUTURE_YEARS else century - 100 + year
    return f"{full:04d}{rest}"


def _of_unnamed_year(name: str, way: str, anchor: Days, weekday: int | None) -> str | None:
    """Return the only July, 26 July or summer that `way` can mean; a `weekday` must fall on it."""
    found = []
    whole_year = (anchor[1] - anchor[0]).days >= MONTH_LENGTH
    for year in range(max(anchor[0].year - 1, 1), min(anchor[1].year + 1, date.max.year - 1) + 1):
        value = in_year(name, year)
        if value is None:
            continue
        first, last = day_bounds(value)
        distance = max((first - anchor[1]).days, 0) or min((last - anchor[0]).days, 0)
        here = anchor[0].year <= year <= anchor[1].year
        if _in_reach(distance, way, here=here, vague=whole_year) and weekday in {None, first.isoweekday()}:
            found.append(value)
    return found[0] if len(found) == 1 or (found and way == "due") else None


def _in_reach(distance: int, way: str, *, here: bool, vague: bool) -> bool:
    """Say whether so many days (ahead is positive) lie where `way` looks.

    `here`: in the article's own year; `vague`: only that year is known, so that the nearest is the likelier by far.
    """
    if way == "due":
        return distance >= 0
    if way == "near" or not here:
        limit = NEAR_DAYS if vague or way == "near" else OTHER_YEAR_DAYS
        if abs(distance) > limit:
            return False
    return way == "near" or distance == 0 or (distance < 0) == (way == "back")


def _last_season(name: str, first: date, last: date) -> str | None:
    """Return the latest season that is over; None where that differs within the anchor."""
    found = set()
    for day in (first, last):
        values = (in_year(name, year) for year in (day.year, day.year - 1, day.year - 2) if year >= 1)
        found.add(next((value for value in values if value and day_bounds(value)[1] < day), None))
    return found.pop() if len(found) == 1 else None


def _coming_season(season: int, first: date, last: date) -> str | None:
    """Return the first season to begin, or begun this month; None where that differs within the anchor."""
    month = 12 if str(season) == WINTER else 3 * (season - 20)
    years = {
        next(
            year
            for year in (day.year, day.year + 1)
            if year > day.year or (day - date(year, month, 1)).days < SEASON_BEGUN
        )
        for day in (first, last)
    }
    if len(years) > 1:
        return None
    (year,) = years
    return in_year(str(season), year)


def _plus(value: str | None, count: int, unit: str, published: str) -> str | None:
    """Return what lies `count` days, months or years from `value`, as fine as both allow."""
    if value is None:
        return None
    if unit == "day":
        if precision(value) is Precision.DAY:
            return (day_bounds(value)[0] + timedelta(days=count)).isoformat()
        first, last = day_bounds(value)
        stays = value == published or precision(value) is Precision.MONTH
        stays = stays and abs(count) * STAYS_WITHIN <= (last - first).days + 1
        return value if stays else None
    if unit == "whole-year":
        return f"{int(value[:4]) + count:04d}"
    if unit == "month":
        return _in_months(value, count) if precision(value) in {Precision.DAY, Precision.MONTH} else None
    return "/".join(f"{int(part[:4]) + count:04d}{part[4:]}" for part in value.split("/"))


def _in_months(value: str, count: int) -> str:
    year, month = divmod(int(value[:4]) * 12 + int(value[5:7]) - 1 + count, 12)
    return f"{year:04d}-{month + 1:02d}"


# --- shifts ---------------------------------------------------------------------------------------------------------


def _shift(words: list[str], first: date, last: date, published: str) -> str | None:
    start, end = _shift_from(words, first), _shift_from(words, last)
    if start is None or end is None:
        return None
    about = "~" if words[-1] == "about" else ""
    if first == last:
        return _days_to_value(start, about, whole=words[0] == "month" or "next" in words)
    reach = max(abs((start[0] - first).days), abs((start[1] - first).days))
    length = (last - first).days + 1
    if reach <= LONGEST_STAY and reach * STAYS_WITHIN <= length:
        return published
    return days_to_edtf(start[0], end[1]) + (about if start == end else "")


def _days_to_value(days: Days, about: str, *, whole: bool) -> str:
    if whole or days[0] == days[1]:
        return days_to_edtf(*days) + about
    return f"{days[0]}/{days[1]}"


def _shift_from(words: list[str], day: date) -> Days | None:
    """Return the first and last day that a shift from an exact day means."""
    match words:
        case ["day", count, *_]:
            return _span(day + timedelta(days=int(count)))
        case ["week", count]:
            return _week(day, int(count))
        case ["night", count]:
            return _span(day + timedelta(days=int(count) - 1), 2)
        case ["month", count, *_] if count not in WAYS:
            return _month_shift(day, int(count))
        case ["weekday", number, way, *rest]:
            return _weekday(int(number), way, rest, day)
        case ["weekend", way, *rest]:
            return _weekend(way, rest, day)
        case _:
            return None


def _span(day: date, length: int = 1) -> Days:
    return day, day + timedelta(days=length - 1)


def _week(day: date, count: int) -> Days:
    return _span(day + timedelta(days=7 * count - day.weekday()), 7)


def _month_shift(day: date, count: int) -> Days:
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


def _weekday(number: int, way: str, rest: list[str], day: date) -> Days:
    if way == "of":
        return _span(_week(day, int(rest[-1]))[0] + timedelta(days=number - 1))
    ahead = (number - day.isoweekday()) % 7
    if way == "ahead" or (way == "nearest" and ahead <= HALF_WEEK):
        return _span(day + timedelta(days=ahead))
    if way == "next":
        coming = day + timedelta(days=ahead or 7)
        # Said on a Monday, "neste onsdag" is in two days to some and in nine to others.
        later = coming if coming > _week(day, 0)[1] else coming + timedelta(days=7)
        return coming, later
    back = (day.isoweekday() - number) % 7
    return _span(day - timedelta(days=(back or 7) if way == "last" else back))


def _weekend(way: str, rest: list[str], day: date) -> Days:
    saturday = _week(day, 0)[0] + timedelta(days=5)
    if way == "of":
        return _span(saturday + timedelta(days=7 * int(rest[-1])), 2)
    if way == "next":
        return saturday if day < saturday else saturday + timedelta(days=7), saturday + timedelta(days=8)
    if way == "ahead" or day >= saturday:
        return _span(saturday, 2)
    return _span(saturday - timedelta(days=7), 2)
