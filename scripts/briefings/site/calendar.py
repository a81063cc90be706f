"""A year as twelve small months: tables whose days lead to the pages of what was published or happened on them.

Only what is known to the day stands on a day. What is known by its month stands at the head of the month, what is known
by its year or season not here at all, but in the lists of the year's page.
"""

from __future__ import annotations

import calendar
import html

from briefings.site.archive import Archive, Shelf, archive_uri
from briefings.site.raw_links import IN_PAGE, path_to
from briefings.site.words import Words, capital


def year_calendar(year: str, archive: Archive, words: Words) -> str:
    """Return the calendar of a year, `2023`, as raw HTML for Markdown."""
    months = (f"{year}-{month:02}" for month in range(1, 13))
    tables = "".join(_month(month, archive, words) for month in months)
    return f'<div class="calendar">{tables}</div>'


def weeks(month: str, first_weekday: int) -> list[list[int]]:
    """Return the weeks of a month, `2023-07`, each of seven days of the month; 0 is a day of another month."""
    return calendar.Calendar(first_weekday).monthdayscalendar(int(month[:4]), int(month[5:]))


def _month(month: str, archive: Archive, words: Words) -> str:
    weekdays = words.weekdays()
    heads = "".join(
        f'<th scope="col"><abbr title="{html.escape(name)}">{html.escape(short)}</abbr></th>'
        for _, name, short in weekdays
    )
    rows = "".join(
        f"<tr>{''.join(_day(month, day, archive, words) for day in week)}</tr>" for week in weeks(month, weekdays[0][0])
    )
    kind = "month" if month in archive.below else "month quiet"
    return (
        f'<table class="{kind}"><caption>{_caption(month, archive, words)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _caption(month: str, archive: Archive, words: Words) -> str:
    name = html.escape(capital(words.month(month)))
    shelf = archive.below.get(month)
    if not shelf:
        return f"<span>{name}</span>"
    own = archive.own.get(month)
    said = [shelf.counted(words), *([words("no_day_known", what=own.counted(words))] if own else [])]
    lines = "".join(f'<span class="counted">{html.escape(line)}</span>' for line in said)
    return f'<a class="{IN_PAGE}" href="{_path(month, month)}">{name}</a> {lines}'


def _day(month: str, day: int, archive: Archive, words: Words) -> str:
    if not day:
        return "<td></td>"
    date = f"{month}-{day:02}"
    shelf = archive.below.get(date)
    if not shelf:
        return f"<td>{day}</td>"
    name = html.escape(f"{words.date(date)}: {shelf.counted(words)}")
    link = f'<a class="{IN_PAGE}" href="{_path(month, date)}" aria-label="{name}" title="{name}">{day}</a>'
    return f'<td class="{_kind(shelf)}">{link}</td>'


def _kind(shelf: Shelf) -> str:
    return "published" if shelf.published else "happened"


def _path(month: str, shelf: str) -> str:
    return path_to(archive_uri(month[:4]), archive_uri(shelf))
