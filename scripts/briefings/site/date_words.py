"""Dates as people write them, never finer than they are known."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale
from babel.dates import format_date, format_skeleton

from briefings.edtf_date import SEASON_NAMES, Point, Precision, read_date


def date_in_words(value: str, words: Mapping[str, str], locale: Locale) -> str:
    """Return an EDTF date in words.

    `2023-07-26` → `26. juli 2023`; `2023-07` → `juli 2023`; `2023-22` in Nynorsk → `sommaren 2023`. What is not valid
    comes back as it is. `words` has the patterns that CLDR lacks: `spring` … `winter`, `decade`, `century` with
    `{year}`; `about`, `perhaps`, `since`, `until` with `{date}`; `day` for a day's number in a range.
    """
    span = read_date(value)
    if span is None:
        return value
    if span.start is None or span.end is None:
        end = span.start or span.end
        return words["since" if span.start else "until"].format(date=_point(end, words, locale) if end else "")
    return _interval(span.start, span.end, words, locale) if span.interval else _point(span.start, words, locale)


def _interval(start: Point, end: Point, words: Mapping[str, str], locale: Locale) -> str:
    closing = _point(end, words, locale)
    plain = not start.qualifier and not end.qualifier and start.precision is end.precision
    if plain and start.precision is Precision.YEAR:
        return f"{start.first.year}–{closing}"
    if plain and start.precision is Precision.MONTH and start.first.year == end.first.year:
        return f"{format_date(start.first, 'LLLL', locale)}–{closing}"
    if plain and start.precision is Precision.DAY and start.first.timetuple()[:2] == end.first.timetuple()[:2]:
        return f"{words['day'].format(day=start.first.day)}–{closing}"
    return f"{_point(start, words, locale)} – {closing}"


def _point(point: Point, words: Mapping[str, str], locale: Locale) -> str:
    said = _plain(point, words, locale)
    if point.qualifier in ("~", "%"):
        said = words["about"].format(date=said)
    return words["perhaps"].format(date=said) if point.qualifier in ("?", "%") else said


def _plain(point: Point, words: Mapping[str, str], locale: Locale) -> str:
    first = point.first
    if point.precision is Precision.DAY:
        return format_date(first, "long", locale)
    if point.precision is Precision.MONTH:
        return format_skeleton("yMMMM", first, locale=locale)
    if point.precision is Precision.SEASON:
        return words[SEASON_NAMES[point.season]].format(year=first.year)
    if point.precision is Precision.YEAR:
        return str(first.year)
    grain, years = ("decade", 10) if point.precision is Precision.DECADE else ("century", 100)
    return words[grain].format(year=point.last.year + 1 - years)
