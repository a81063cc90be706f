"""The pages by date: one for each year, month and day that has anything, the index of them, and the undated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.site.archive import Archive, Shelf, archive_of, archive_uri, is_year
from briefings.site.calendar import Calendar, year_calendar
from briefings.site.events import event_line
from briefings.site.links import DATES_INDEX, UNDATED, briefing_line, heading, link, sections
from briefings.site.parts import Listing, Parted, in_parts
from briefings.site.words import Words, capital

MOST_REPEATED = 40
"""Briefings and events that the page of a year or month repeats from finer ones; more are counted."""
RECENT_YEARS = 6
"""Years that are shown with their months where there are more."""


def archive_pages(archive: Archive, words: Words, calendar: Calendar = year_calendar) -> Iterator[tuple[str, str, str]]:
    """Yield (path, title, Markdown) of every page by date; `calendar` draws that of a year."""
    yield from in_parts(_index(archive, words), words)
    for shelf in archive.below:
        if shelf:
            yield from in_parts(_shelf_page(shelf, archive, words, calendar), words)
    if archive.undated:
        yield from in_parts(_undated(archive, words), words)


def months(archive: Archive, here: str, words: Words) -> str:
    """Return the years with their months as Markdown, the newest first; of many, the older ones in one line."""
    years = archive.inner.get("", ())[::-1]
    recent, older = years[:RECENT_YEARS], years[RECENT_YEARS:]
    lines = [_year_line(year, archive, here, words) for year in recent]
    if older:
        named = " · ".join(link(here, archive_uri(year), year) for year in older)
        lines.append(f"- {words('earlier_years', years=named)}")
    return "\n".join(lines) or words("nothing_dated")


def _year_line(year: str, archive: Archive, here: str, words: Words) -> str:
    inner = archive.inner.get(year, ())
    named = " · ".join(link(here, archive_uri(month), words.month(month)) for month in inner)
    counted = archive.below[year].counted(words)
    return f"- **{link(here, archive_uri(year), year)}**, {counted}{f': {named}' if named else ''}"


def _index(archive: Archive, words: Words) -> Parted:
    here = DATES_INDEX
    number = words.count("briefings", len(archive.undated))
    lists = sections(
        words,
        ("by_year_and_month", [months(archive, here, words)]),
        ("undated", [f"- {link(here, UNDATED, number)}"] if archive.undated else []),
    )
    head = [words("about_dates"), lists]
    spans = archive.own.get("", Shelf())
    if spans.published or spans.events:
        head.append(f"{heading('over_several_years', words)}\n\n{spans.counted(words)}.")
    return Parted(here, words("dates"), words("dates"), (), head, _listings(spans, words))


def _shelf_page(shelf: str, archive: Archive, words: Words, calendar: Calendar) -> Parted:
    title = capital(words.date(shelf))
    own, everything = archive.own.get(shelf, Shelf()), archive.below[shelf]
    inner = archive.inner.get(shelf, ())
    repeated = len(everything.published) + len(everything.events) <= MOST_REPEATED
    shown = everything if repeated or not inner else own
    return Parted(
        uri=archive_uri(shelf),
        title=title,
        heading=title,
        trail=archive_of(shelf, words)[:-1],
        head=(
            _neighbours(shelf, archive, words),
            " ".join((f"{everything.counted(words)}.", *_notes(shelf, own, everything, shown, words))),
            _calendar(shelf, archive, words, calendar) if is_year(shelf) else _days(shelf, inner, archive, words),
        ),
        listings=_listings(shown, words),
    )


def _neighbours(shelf: str, archive: Archive, words: Words) -> str:
    """Return links to the nearest pages of the same kind, before and after this one."""
    here = archive_uri(shelf)
    found = zip(("earlier", "later_on"), archive.beside[shelf], strict=True)
    named = {key: link(here, archive_uri(other), words.date(other)) for key, other in found if other}
    parts = [words("earlier", date=named["earlier"])] if "earlier" in named else []
    if "later_on" in named:
        parts.append(words("later_on", date=named["later_on"]))
    return " · ".join(parts) + "\n{: .neighbours }" if parts else ""


def _notes(shelf: str, own: Shelf, everything: Shelf, shown: Shelf, words: Words) -> Iterator[str]:
    """Yield what a reader should know about what stands here: how exactly it is known, and what stands elsewhere."""
    if own != everything and (own.published or own.events):
        yield words("only_year_known") if is_year(shelf) else words("only_month_known")
    if rest := everything.less(shown).counted(words):
        yield words("rest_below", what=rest)


def _calendar(year: str, archive: Archive, words: Words, calendar: Calendar) -> str:
    if not archive.inner.get(year):
        return ""
    return f"{heading('months', words)}\n\n{calendar(year, archive, words)}"


def _days(month: str, days: Sequence[str], archive: Archive, words: Words) -> str:
    here = archive_uri(month)
    lines = (f"- {link(here, archive_uri(day), words.date(day))}: {archive.below[day].counted(words)}" for day in days)
    return sections(words, ("days", lines))


def _undated(archive: Archive, words: Words) -> Parted:
    title = words("undated")
    shelf = Shelf(list(archive.undated))
    return Parted(
        UNDATED, title, title, archive_of(None, words)[:-1], (words("about_undated"),), _listings(shelf, words)
    )


def _listings(shelf: Shelf, words: Words) -> tuple[Listing, Listing]:
    def published(here: str, index: int) -> str:
        return f"- {briefing_line(here, shelf.published[index], words)}"

    def happened(here: str, index: int) -> str:
        return event_line(here, *shelf.events[index], words)

    return (
        Listing("published", len(shelf.published), published),
        Listing("happened", len(shelf.events), happened),
    )
