"""A year as twelve small months: tables whose days lead to the pages of what was published or happened on them.

Only what is known to the day stands on a day. What is known by its month stands at the head of the month, what is known
by its year or season not here at all, but in the lists of the year's page.
"""

from __future__ import annotations

import calendar
import html
from collections.abc import Callable

from briefings.site.archive import Archive, Shelf, archive_uri
from briefings.site.links import link
from briefings.site.raw_links import IN_PAGE, path_to
from briefings.site.words import Words, capital

Calendar = Callable[[str, Archive, Words], str]
"""Draws the calendar of a year."""


def year_calendar(year: str, archive: Archive, words: Words) -> str:
    """Return the calendar of a year, `2023`, as raw HTML for Markdown, under what its days look like."""
    months = (f"{year}-{month:02}" for month in range(1, 13))
    tables = "".join(_month(month, archive, words) for month in months)
    return f'{words("calendar_key")}\n{{: .calendar-key }}\n\n<div class="calendar">{tables}</div>'


def plain_calendar(year: str, archive: Archive, words: Words) -> str:
    """Return the calendar of a year as tables in Markdown, for generators that leave links in raw HTML alone.

    They can have no captions: what stands in these stands above. Months without anything are left out.
    """
    months = (month for month in (f"{year}-{number:02}" for number in range(1, 13)) if month in archive.below)
    return "\n\n".join(_plain_month(month, archive, words) for month in months)


def _plain_month(month: str, archive: Archive, words: Words) -> str:
    weekdays = words.weekdays()
    caption = f"**{link(archive_uri(month[:4]), archive_uri(month), capital(words.month(month)))}**"
    rows = [
        [short for _, _, short in weekdays],
        ["---" for _ in weekdays],
        *([_plain_day(month, day, archive) for day in week] for week in weeks(month, weekdays[0][0])),
    ]
    counts = "; ".join(_counts(month, archive, words))
    return "\n".join((f"{caption}: {counts}\n", *(f"| {' | '.join(cells)} |" for cells in rows)))


def _plain_day(month: str, day: int, archive: Archive) -> str:
    date = f"{month}-{day:02}"
    if not day or date not in archive.below:
        return str(day or "")
    return link(archive_uri(month[:4]), archive_uri(date), str(day))


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
    if month not in archive.below:
        return f"<span>{name}</span>"
    lines = "".join(f'<span class="counted">{html.escape(line)}</span>' for line in _counts(month, archive, words))
    return f'<a class="{IN_PAGE}" href="{_path(month, month)}">{name}</a> {lines}'


def _counts(month: str, archive: Archive, words: Words) -> list[str]:
    """Return how much a month has, and how much of it is known by the month alone."""
    own = archive.own.get(month)
    known_by_month = [words("no_day_known", what=own.counted(words))] if own else []
    return [archive.below[month].counted(words), *known_by_month]


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
