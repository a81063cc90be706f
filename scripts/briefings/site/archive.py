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
from briefings.sections_read import TimelineEntry
from briefings.site.events import event_line
from briefings.site.links import DATES, DATES_INDEX, UNDATED, briefing_line, crumbs, link, page, sections
from briefings.site.words import Words, capital

Trail = tuple[tuple[str, str], ...]
"""(path, text) of the pages above one, from the top."""


@dataclass(slots=True)
class Shelf:
    """What one archive page holds."""

    published: list[BriefingCard] = field(default_factory=list)
    events: list[tuple[BriefingCard, TimelineEntry]] = field(default_factory=list)

    def counted(self, words: Words) -> str:
        """Return how much it is, in words."""
        parts = [
            *([words.count("briefings", len(self.published))] if self.published else []),
            *([words.count("events", len(self.events))] if self.events else []),
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
            own[shelf_of(card.date)].published.append(card)
            for shelf in _up(shelf_of(card.date)):
                below[shelf].published.append(card)
    for name, entry in library.events:
        event = (library.briefings[name], entry)
        own[shelf_of(entry.date)].events.append(event)
        for shelf in _up(shelf_of(entry.date)):
            below[shelf].events.append(event)
    undated = tuple(card for card in library.listed() if not card.date)
    return Archive(dict(sorted(own.items())), dict(sorted(below.items())), undated)


def archive_of(date: str | None, words: Words) -> Trail:
    """Return the archive pages above a briefing of this date."""
    if date is None:
        return ((DATES_INDEX, words("dates")), (UNDATED, words("undated").lower()))
    above = _up(shelf_of(date))[1:]
    return ((DATES_INDEX, words("dates")), *((archive_uri(one), words.date(one)) for one in above))


def archive_uri(shelf: str) -> str:
    """Return the path of an archive page in `docs/`: `dates/2023/07/26.md`."""
    return f"{DATES}{shelf.replace('-', '/')}.md" if shelf else DATES_INDEX


def archive_pages(archive: Archive, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield (path, title, Markdown) of every page of the archive."""
    yield DATES_INDEX, words("dates"), _index(archive, words)
    for shelf in archive.below:
        if shelf:
            yield archive_uri(shelf), capital(words.date(shelf)), _shelf_page(shelf, archive, words)
    if archive.undated:
        yield UNDATED, words("undated"), _undated(archive, words)


def months(archive: Archive, here: str, words: Words) -> str:
    """Return the years with their months as Markdown, the newest first."""
    years = sorted((shelf for shelf in archive.below if len(shelf) == 4), reverse=True)  # noqa: PLR2004 - `2023`
    lines = []
    for year in years:
        inner = [shelf for shelf in archive.below if len(shelf) == 7 and shelf.startswith(year)]  # noqa: PLR2004 - `2023-07`
        named = [link(here, archive_uri(month), words.month(month)) for month in inner]
        lines.append(f"- **{link(here, archive_uri(year), year)}** {' · '.join(named)}".rstrip())
    return "\n".join(lines) or words("nothing_dated")


def _index(archive: Archive, words: Words) -> str:
    here = DATES_INDEX
    number = words.count("briefings", len(archive.undated))
    undated = [f"- {link(here, UNDATED, number)}"] if archive.undated else []
    spans = archive.own.get("", Shelf())
    return page(
        crumbs(here, (), words),
        f"# {words('dates')}",
        words("about_dates"),
        sections(
            words,
            ("by_year_and_month", [months(archive, here, words)]),
            ("over_several_years", [*_published(here, spans.published, words), *_events(here, spans.events, words)]),
            ("undated", undated),
        ),
    )


def _shelf_page(shelf: str, archive: Archive, words: Words) -> str:
    here = archive_uri(shelf)
    own = archive.own.get(shelf, Shelf())
    inner = [one for one in archive.below if one.startswith(shelf + "-") and one.count("-") == shelf.count("-") + 1]
    is_year = len(shelf) == 4  # noqa: PLR2004 - `2023`
    everything = archive.below[shelf]
    known = words("only_year_known") if is_year else words("only_month_known")
    note = known if inner and (own.published or own.events) else ""
    return page(
        crumbs(here, archive_of(shelf, words)[:-1], words),
        f"# {capital(words.date(shelf))}",
        f"{everything.counted(words)}. {note}".strip(),
        sections(
            words,
            (
                "months" if is_year else "days",
                (
                    f"- {link(here, archive_uri(one), words.date(one))}: {archive.below[one].counted(words)}"
                    for one in inner
                ),
            ),
            ("published", _published(here, everything.published, words)),
            ("happened", _events(here, everything.events, words)),
        ),
    )


def _undated(archive: Archive, words: Words) -> str:
    return page(
        crumbs(UNDATED, archive_of(None, words)[:-1], words),
        f"# {words('undated')}",
        words("about_undated"),
        "\n".join(_published(UNDATED, archive.undated, words)),
    )


def _published(here: str, cards: Sequence[BriefingCard], words: Words) -> Iterator[str]:
    for card in cards:
        yield f"- {briefing_line(here, card, words)}"


def _events(here: str, events: Sequence[tuple[BriefingCard, TimelineEntry]], words: Words) -> Iterator[str]:
    for card, entry in events:
        yield event_line(here, card, entry, words)


def shelf_of(date: str) -> str:
    """Return the shelf an EDTF date stands on: its day, month or year, `` where it spans several years."""
    return edtf_date.day(date) or edtf_date.month(date) or edtf_date.year(date) or ""


def _up(shelf: str) -> list[str]:
    """Return a shelf with all it is part of: ``, `2023`, `2023-07`."""
    parts = shelf.split("-") if shelf else []
    return ["", *("-".join(parts[: end + 1]) for end in range(len(parts)))]
