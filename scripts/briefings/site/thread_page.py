"""A thread's page, and the index of all threads: the stories that several briefings tell."""

from __future__ import annotations

from collections.abc import Iterator

from briefings import edtf_date
from briefings.library import Library
from briefings.library_cards import BriefingCard
from briefings.markdown_text import escape
from briefings.sections_read import TimelineEntry
from briefings.site.events import event_line
from briefings.site.links import (
    THREADS_INDEX,
    actor_uri,
    briefing_link,
    link,
    sections,
    thread_uri,
)
from briefings.site.parts import Listing, Parted, in_parts
from briefings.site.timelines import timeline_of_thread
from briefings.site.titles import original, summary_of, title_of
from briefings.site.words import Words, capital, lang_mark
from briefings.threads import Thread

MOST_IN_TITLE = 3
"""Actors that name a thread which people have not named."""
LEAST_SHARED = 2
"""Briefings of the thread that an actor must be in to name it."""
MOST_ACTORS = 12


def thread_pages(library: Library, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield (path, title, Markdown) of the index of threads and of each thread's page; long ones in parts."""
    yield from in_parts(_index(library, words), words)
    for thread in library.threads:
        yield from in_parts(_thread_page(thread, library, words), words)


def _index(library: Library, words: Words) -> Parted:
    """Return the list of all threads, that of the newest briefing first."""

    def line(here: str, index: int) -> str:
        return _thread_line(library.threads[index], here, library, words)

    about = words("about_threads") if library.threads else words("no_threads")
    listing = Listing("", len(library.threads), line)
    return Parted(THREADS_INDEX, words("threads"), words("threads"), (), (about,), (listing,))


def _thread_page(thread: Thread, library: Library, words: Words) -> Parted:
    """Return a thread's page: its briefings in order, what happened in them, who appears most."""
    uri, title = thread_uri(thread), thread_title(thread, library, words)
    events = events_of(thread, library)

    def briefing(here: str, index: int) -> str:
        return _briefing(here, library.briefings[thread.briefings[index]], words)

    def event(here: str, index: int) -> str:
        return event_line(here, *events[index], words)

    return Parted(
        uri,
        title,
        escape(title),
        ((THREADS_INDEX, words("threads")),),
        (f"{extent(thread, library, words)}\n{{: .strip }}", timeline_of_thread(thread, events, library, words)),
        (
            Listing("briefings_in_order", len(thread.briefings), briefing),
            Listing("happened", len(events), event),
        ),
        sections(words, ("who_appears", _actors(uri, thread, library, words))),
    )


def _thread_line(thread: Thread, here: str, library: Library, words: Words) -> str:
    """Return a thread's title, how many briefings it has, from when to when."""
    title = thread_title(thread, library, words)
    return f"- {link(here, thread_uri(thread), title)}, {extent(thread, library, words)}"


def thread_title(thread: Thread, library: Library, words: Words) -> str:
    """Return what to call a thread: the name people gave it, else those who are in most of its briefings."""
    if thread.name:
        return thread.name
    found = [actor for actor, number in library.cast_of[thread.id] if number >= LEAST_SHARED]
    people = [actor for actor in found if library.actors[actor].type == "person"]
    named = (people if len(people) > 1 else found)[:MOST_IN_TITLE]
    if not named:
        return title_of(library.briefings[thread.briefings[0]], words).text
    return words.listing([library.actors[actor].name for actor in named])


def extent(thread: Thread, library: Library, words: Words) -> str:
    """Return how many briefings a thread has, and from when to when they were published, as Markdown."""
    dates = [date for name in thread.briefings if (date := library.briefings[name].date)]
    ends = [capital(words.date(date)) for date in (dates[:1] + dates[-1:] if dates else [])]
    period = " – ".join(dict.fromkeys(escape(end, at_start=False) for end in ends))
    return " · ".join(part for part in (words.count("briefings", len(thread.briefings)), period) if part)


def events_of(thread: Thread, library: Library) -> list[tuple[BriefingCard, TimelineEntry]]:
    """Return what happened in a thread's briefings, by date, then by briefing."""
    found = [
        (library.briefings[name], entry)
        for name in thread.briefings
        for entry in library.briefings[name].sections.timeline
        if edtf_date.is_valid(entry.date)
    ]
    return sorted(found, key=lambda item: (edtf_date.sort_key(item[1].date), item[0].name, item[1].line))


def _briefing(here: str, card: BriefingCard, words: Words) -> str:
    summary = summary_of(card, words)
    date = words.date(card.date) if card.date else words("undated")
    parts = (
        f"### {briefing_link(here, card, words)}",
        original(title_of(card, words)),
        f"{escape(capital(date))}\n{{: .strip }}",
        "\n".join((escape(summary.text), lang_mark(summary.lang))).rstrip() if summary else "",
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _actors(here: str, thread: Thread, library: Library, words: Words) -> Iterator[str]:
    for actor, number in library.cast_of[thread.id][:MOST_ACTORS]:
        yield f"- {link(here, actor_uri(actor), library.actors[actor].name)}, {words.count('briefings', number)}"
