"""Briefings and events by date: a page for each year, month and day that has any, and one for what is undated.

Every date stands where its own precision puts it: `2023-07` on the page of July, never on the 1st; what is known only
by its year on the page of the year; what spans several years on the index. Counts include all that lies below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefings import edtf_date
from briefings.library import BriefingCard, Library
from briefings.markdown_text import escape
from briefings.sections_read import TimelineEntry
from briefings.site.links import DATES, DATES_INDEX, UNDATED, briefing_line, briefing_uri, crumbs, link, page, sections
from briefings.site.words import count

Trail = tuple[tuple[str, str], ...]
"""(path, words) of the pages above one, from the top."""


@dataclass(slots=True)
class Shelf:
    """What one archive page holds."""

    published: list[BriefingCard] = field(default_factory=list)
    events: list[tuple[BriefingCard, TimelineEntry]] = field(default_factory=list)

    def counted(self) -> str:
        """Return how much it is, in words."""
        parts = [
            *([count(len(self.published), "briefing")] if self.published else []),
            *([count(len(self.events), "event")] if self.events else []),
        ]
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Archive:
    """All shelves, by date: `2023`, `2023-07`, `2023-07-26`; `` holds what no year holds."""

    own: Mapping[str, Shelf]
    """What stands on a page itself."""
    below: Mapping[str, Shelf]
    """That, and all that stands on the pages below it."""
    undated: tuple[BriefingCard, ...]


def to_archive(library: Library) -> Archive:
    """Put every listed briefing and every event on the shelf of its date."""
    own: dict[str, Shelf] = defaultdict(Shelf)
    below: dict[str, Shelf] = defaultdict(Shelf)
    for card in library.listed():
        if card.date:
            own[_shelf_of(card.date)].published.append(card)
            for shelf in _up(_shelf_of(card.date)):
                below[shelf].published.append(card)
    for name, entry in library.events:
        event = (library.briefings[name], entry)
        own[_shelf_of(entry.date)].events.append(event)
        for shelf in _up(_shelf_of(entry.date)):
            below[shelf].events.append(event)
    undated = tuple(card for card in library.listed() if not card.date)
    return Archive(dict(sorted(own.items())), dict(sorted(below.items())), undated)


def archive_of(date: str | None) -> Trail:
    """Return the archive pages above a briefing of this date."""
    if date is None:
        return ((DATES_INDEX, "Dates"), (UNDATED, "undated"))
    return ((DATES_INDEX, "Dates"), *((archive_uri(one), _words(one)) for one in _up(_shelf_of(date))[1:]))


def archive_uri(shelf: str) -> str:
    """Return the path of an archive page in `docs/`: `dates/2023/07/26.md`."""
    return f"{DATES}{shelf.replace('-', '/')}.md" if shelf else DATES_INDEX


def archive_pages(archive: Archive) -> Iterator[tuple[str, str, str]]:
    """Yield (path, title, Markdown) of every page of the archive."""
    yield DATES_INDEX, "Dates", _index(archive)
    for shelf in archive.below:
        if shelf:
            yield archive_uri(shelf), _words(shelf), _shelf_page(shelf, archive)
    if archive.undated:
        yield UNDATED, "Undated", _undated(archive)


def months(archive: Archive, here: str) -> str:
    """Return the years with their months as Markdown, the newest first."""
    years = sorted((shelf for shelf in archive.below if len(shelf) == 4), reverse=True)  # noqa: PLR2004 - `2023`
    lines = []
    for year in years:
        inner = [shelf for shelf in archive.below if len(shelf) == 7 and shelf.startswith(year)]  # noqa: PLR2004 - `2023-07`
        named = [link(here, archive_uri(month), _words(month).split(" ")[0]) for month in inner]
        lines.append(f"- **{link(here, archive_uri(year), year)}** {' · '.join(named)}".rstrip())
    return "\n".join(lines) or "Nothing is dated yet."


def _index(archive: Archive) -> str:
    here = DATES_INDEX
    undated = [f"- {link(here, UNDATED, count(len(archive.undated), 'briefing'))}"] if archive.undated else []
    spans = archive.own.get("", Shelf())
    return page(
        crumbs(here, ()),
        "# Dates",
        "Briefings by when they were published, and what they tell by when it happened, as exactly as it is known.",
        sections(
            ("By year and month", [months(archive, here)]),
            ("Over several years", [*_published(here, spans.published), *_events(here, spans.events)]),
            ("Undated", undated),
        ),
    )


def _shelf_page(shelf: str, archive: Archive) -> str:
    here = archive_uri(shelf)
    own = archive.own.get(shelf, Shelf())
    inner = [one for one in archive.below if one.startswith(shelf + "-") and one.count("-") == shelf.count("-") + 1]
    finer = {4: "Months", 7: "Days"}.get(len(shelf), "")
    everything = archive.below[shelf]
    known = {4: "the year", 7: "the month"}.get(len(shelf))
    note = f"Of some, only {known} is known." if known and inner and (own.published or own.events) else ""
    return page(
        crumbs(here, archive_of(shelf)[:-1]),
        f"# {_words(shelf)}",
        f"{everything.counted()}. {note}".strip(),
        sections(
            (
                finer,
                (f"- {link(here, archive_uri(one), _words(one))}: {archive.below[one].counted()}" for one in inner),
            ),
            ("Published", _published(here, everything.published)),
            ("Happened", _events(here, everything.events)),
        ),
    )


def _undated(archive: Archive) -> str:
    return page(
        crumbs(UNDATED, archive_of(None)[:-1]),
        "# Undated",
        "Of these, nothing tells when they were published.",
        "\n".join(_published(UNDATED, archive.undated)),
    )


def _published(here: str, cards: Sequence[BriefingCard]) -> Iterator[str]:
    for card in cards:
        yield f"- {briefing_line(here, card)}"


def _events(here: str, events: Sequence[tuple[BriefingCard, TimelineEntry]]) -> Iterator[str]:
    for card, entry in events:
        anchor = f"#p{entry.at}" if entry.at else ""
        date = escape(edtf_date.in_words(entry.date, "en"))
        yield f"- **{date}** {escape(entry.words.text)} {link(here, briefing_uri(card.name), card.title, anchor)}"


def _shelf_of(date: str) -> str:
    return edtf_date.day(date) or edtf_date.month(date) or edtf_date.year(date) or ""


def _up(shelf: str) -> list[str]:
    """Return a shelf with all it is part of: ``, `2023`, `2023-07`."""
    parts = shelf.split("-") if shelf else []
    return ["", *("-".join(parts[: end + 1]) for end in range(len(parts)))]


def _words(shelf: str) -> str:
    return edtf_date.in_words(shelf, "en")
