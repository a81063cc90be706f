"""Timelines of coverage and events: what stands on which, and what is said beside the picture."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from briefings import edtf_date
from briefings.library import Library
from briefings.library_cards import ActorCard, BriefingCard
from briefings.sections_read import TimelineEntry
from briefings.site.archive import archive_uri, shelf_of
from briefings.site.links import DATES_INDEX, UNDATED, actor_uri, briefing_uri, link, thread_uri
from briefings.site.svg import cut, picture
from briefings.site.time_axis import Axis, to_axis
from briefings.site.timeline_picture import Kind, Mark, Row, counted, timeline_picture
from briefings.site.titles import title_of
from briefings.site.words import Words, capital
from briefings.threads import Thread

Event = tuple[BriefingCard, TimelineEntry]
LEAST = 3
"""Marks that make a picture; fewer are read faster in a list."""
LONGEST_NAME = 160
"""Letters of what happened, in the name of its mark."""
MOST_LEFT_OUT = 5
"""Years named that lie before or after the axis."""


def timeline_of_all(library: Library, here: str, words: Words) -> str:
    """Return the timeline of all listed briefings as Markdown; empty where it would show next to nothing."""
    events = ((library.briefings[name], entry) for name, entry in library.events)
    return _timeline(library.listed(), events, here, words)


def timeline_of_actor(actor: ActorCard, library: Library, words: Words) -> str:
    """Return the timeline of the briefings that name an actor and of the events it has part in, in the same way."""
    cards = [library.briefings[name] for name in library.appearances.get(actor.id, ())]
    return _timeline(cards, events_with(actor, library), actor_uri(actor.id), words)


def timeline_of_thread(thread: Thread, events: Iterable[Event], library: Library, words: Words) -> str:
    """Return the timeline of a thread, in the same way."""
    cards = [library.briefings[name] for name in thread.briefings]
    return _timeline(cards, events, thread_uri(thread), words)


def events_with(actor: ActorCard, library: Library) -> list[Event]:
    """Return the events whose words lead to an actor's page, by date, then by briefing."""
    found = [
        (library.briefings[name], entry)
        for name in library.appearances.get(actor.id, ())
        for entry in library.briefings[name].sections.timeline
        if edtf_date.is_valid(entry.date) and actor.id in map(library.resolve, entry.words.actors)
    ]
    return sorted(found, key=lambda item: (edtf_date.sort_key(item[1].date), item[0].name, item[1].line))


def _timeline(cards: Iterable[BriefingCard], events: Iterable[Event], here: str, words: Words) -> str:
    all_cards = list(cards)
    published = _by_date(_briefing_mark(card, card.date, words) for card in all_cards if card.date)
    happened = _by_date(_event_mark(card, entry, words) for card, entry in events)
    axis = to_axis((mark.span for mark in published if _has_place(mark)), (m.span for m in happened if _has_place(m)))
    if axis is None:
        return ""
    rows: list[Row] = []
    apart: list[tuple[Kind, Mark]] = []
    both: tuple[tuple[Kind, list[Mark]], ...] = (("published", published), ("happened", happened))
    for kind, marks in both:
        on_axis = [_has_place(mark) and axis.holds(mark.span) for mark in marks]
        rows.append(Row(kind, tuple(mark for mark, on in zip(marks, on_axis, strict=True) if on)))
        apart += [(kind, mark) for mark, on in zip(marks, on_axis, strict=True) if not on]
    rows = [row for row in rows if row.marks]
    if sum(len(row.marks) for row in rows) < LEAST:
        return ""
    svg = timeline_picture(rows, axis, _name(rows, axis, words), here, words)
    undated = sum(card.date is None for card in all_cards)
    left_out = [*_years(apart, here, words), *_undated(undated, here, words)]
    note = f"{words('not_drawn', what='; '.join(left_out))}\n{{: .picture-note }}" if left_out else ""
    return "\n\n".join(part for part in (picture(svg, "timeline"), note) if part)


def _briefing_mark(card: BriefingCard, edtf: str, words: Words) -> Mark:
    title = title_of(card, words)
    name = f"{capital(words.date(edtf))}: {title.text}"
    return Mark(edtf, edtf_date.day_bounds(edtf), briefing_uri(card.name), "", name, title.lang)


def _event_mark(card: BriefingCard, entry: TimelineEntry, words: Words) -> Mark:
    anchor = f"#p{entry.at}" if entry.at else ""
    name = f"{capital(words.date(entry.date))}: {cut(entry.words.text, LONGEST_NAME)}"
    return Mark(entry.date, edtf_date.day_bounds(entry.date), briefing_uri(card.name), anchor, name, card.lang)


def _by_date(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (edtf_date.sort_key(mark.date), mark.target, mark.anchor, mark.name))


def _has_place(mark: Mark) -> bool:
    """Say whether a mark lies within one year, as on the pages by date; 9999 is the end of what has no end."""
    return shelf_of(mark.date) != "" and mark.span[1].year < date.max.year


def _name(rows: Sequence[Row], axis: Axis, words: Words) -> str:
    """Return what the picture is, for those who cannot see it."""
    what = [counted(row.kind, len(row.marks), words) for row in rows]
    ends = dict.fromkeys(words.date(day.isoformat()[: edtf_date.MONTH_LENGTH]) for day in (axis.first, axis.last))
    return f"{words('timeline')}: {', '.join(what)}, {' – '.join(ends)}"


def _years(apart: Iterable[tuple[Kind, Mark]], here: str, words: Words) -> Iterator[str]:
    """Yield the years that lie before or after the axis, each with what it has; at last what spans several."""
    found: dict[str, Counter[Kind]] = defaultdict(Counter)
    for kind, mark in apart:
        found[shelf_of(mark.date)[: edtf_date.YEAR_LENGTH]][kind] += 1
    several = found.pop("", None)
    years = sorted(found)
    if early := years[: -(MOST_LEFT_OUT - 1)] if len(years) > MOST_LEFT_OUT else []:
        total = sum((found[year] for year in early), Counter[Kind]())
        yield f"{link(here, DATES_INDEX, f'{early[0]}–{early[-1]}')}: {_counted(total, words)}"
    for year in years[len(early) :]:
        yield f"{link(here, archive_uri(year), words.date(year))}: {_counted(found[year], words)}"
    if several:
        anchor = "#over-several-years"
        yield f"{link(here, DATES_INDEX, words('over_several_years').lower(), anchor)}: {_counted(several, words)}"


def _undated(number: int, here: str, words: Words) -> Iterator[str]:
    if number:
        yield f"{link(here, UNDATED, words('undated').lower())}: {words.count('briefings', number)}"


def _counted(found: Counter[Kind], words: Words) -> str:
    kinds: tuple[Kind, ...] = ("published", "happened")
    return ", ".join(counted(kind, found[kind], words) for kind in kinds if found[kind])
