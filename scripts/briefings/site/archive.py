"""Briefings and events by date: what stands on the shelf of each year, month and day that has any.

Every date stands where its own precision puts it: `2023-07` on the shelf of July, never on the 1st; what is known only
by its year on that of the year; what spans several years on that of the index. Counts include all that lies below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from briefings import edtf_date
from briefings.library import Library
from briefings.library_cards import BriefingCard
from briefings.sections_read import TimelineEntry
from briefings.site.links import DATES, DATES_INDEX, UNDATED
from briefings.site.words import Words

Trail = tuple[tuple[str, str], ...]
"""(path, text) of the pages above one, from the top."""


class Shelf(Struct):
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

    def less(self, other: Shelf) -> Shelf:
        """Return what is here and not on another shelf."""
        cards = {card.name for card in other.published}
        events = {(card.name, entry.line) for card, entry in other.events}
        return Shelf(
            [card for card in self.published if card.name not in cards],
            [(card, entry) for card, entry in self.events if (card.name, entry.line) not in events],
        )


class Archive(Struct, frozen=True):
    """All shelves, by date: `2023`, `2023-07`, `2023-07-26`; `` holds what no year holds."""

    own: Mapping[str, Shelf]
    """What stands on a page itself."""
    below: Mapping[str, Shelf]
    """That, and all that stands on the pages below it."""
    undated: tuple[BriefingCard, ...]
    inner: Mapping[str, tuple[str, ...]]
    """The shelves that one is parted into, by date: a year's months; `` has the years."""
    beside: Mapping[str, tuple[str | None, str | None]]
    """The shelf before and the one after, of the same length; those that are empty are passed over."""


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
    found = dict(sorted(below.items()))
    return Archive(dict(sorted(own.items())), found, undated, _inner(found), _beside(found))


def _inner(shelves: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for shelf in shelves:
        if shelf:
            found[shelf.rpartition("-")[0]].append(shelf)
    return {outer: tuple(inner) for outer, inner in found.items()}


def _beside(shelves: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    levels: dict[int, list[str]] = defaultdict(list)
    for shelf in shelves:
        levels[len(shelf)].append(shelf)
    return {
        shelf: (before, after)
        for level in levels.values()
        for before, shelf, after in zip([None, *level], level, [*level[1:], None], strict=False)
    }


def is_year(shelf: str) -> bool:
    """Say whether a shelf is that of a year."""
    return len(shelf) == edtf_date.YEAR_LENGTH


def archive_of(date: str | None, words: Words) -> Trail:
    """Return the archive pages above a briefing of this date."""
    if date is None:
        return ((DATES_INDEX, words("dates")), (UNDATED, words("undated").lower()))
    above = _up(shelf_of(date))[1:]
    return ((DATES_INDEX, words("dates")), *((archive_uri(one), words.date(one)) for one in above))


def archive_uri(shelf: str) -> str:
    """Return the path of an archive page in `docs/`: `dates/2023/07/26.md`."""
    return f"{DATES}{shelf.replace('-', '/')}.md" if shelf else DATES_INDEX


def shelf_of(date: str) -> str:
    """Return the shelf an EDTF date stands on: its day, month or year, `` where it spans several years."""
    return edtf_date.day(date) or edtf_date.month(date) or edtf_date.year(date) or ""


def _up(shelf: str) -> list[str]:
    """Return a shelf with all it is part of: ``, `2023`, `2023-07`."""
    parts = shelf.split("-") if shelf else []
    return ["", *("-".join(parts[: end + 1]) for end in range(len(parts)))]
