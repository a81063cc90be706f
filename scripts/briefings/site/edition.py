"""One edition of the site: which pages it has and what stands on each, whichever generator publishes it.

`plugin.py` and `export.py` both ask here, so that a page says the same wherever it is published.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from briefings.check import NOT_BRIEFINGS, read_page
from briefings.errors import BriefingsError, Problem
from briefings.library import Library, to_library
from briefings.library_cards import ActorCard, BriefingCard
from briefings.markdown_text import escape
from briefings.page import Page
from briefings.site.actor_page import actor_page
from briefings.site.actors_index import actors_index
from briefings.site.archive import to_archive
from briefings.site.archive_pages import archive_pages
from briefings.site.briefing_page import briefing_page
from briefings.site.calendar import Calendar, year_calendar
from briefings.site.home import fill
from briefings.site.links import ACTORS, BRIEFINGS, name_of
from briefings.site.naming import in_site_language
from briefings.site.network_page import network_pages
from briefings.site.sources import Sources
from briefings.site.thread_page import thread_pages
from briefings.site.titles import summary_of, title_of
from briefings.site.words import Words, in_language


class Edition(Struct, frozen=True):
    """All that the site is made of, in one language."""

    library: Library
    words: Words
    pages: Mapping[str, Page] = field(default_factory=dict)
    """By path in `docs/`: the briefing and actor pages, as they are or were last readable."""
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What keeps the page at this path from being read as it is now."""

    def briefing_at(self, uri: str) -> BriefingCard | None:
        """Return the briefing whose page lies at a path in `docs/`."""
        is_one = uri in self.pages and uri.startswith(BRIEFINGS)
        return self.library.briefings.get(name_of(uri)) if is_one else None

    def actor_at(self, uri: str) -> ActorCard | None:
        """Return the actor whose page lies at a path in `docs/`."""
        is_one = uri in self.pages and uri.startswith(ACTORS)
        return self.library.actors.get(name_of(uri)) if is_one else None


class LaidOut(Struct, frozen=True):
    """A page as the site shows it."""

    markdown: str
    title: str | None = None
    """For the page's front matter, as HTML: generators put it into pages as it is. None: what people wrote holds."""
    description: str | None = None
    """The same."""

    @property
    def front(self) -> dict[str, str]:
        """What front matter says of it, whatever people wrote there."""
        told = {"title": self.title, "description": self.description}
        return {key: text for key, text in told.items() if text is not None}


def to_edition(
    files: Iterable[tuple[str, str, bytes]],
    former: Mapping[str, str],
    words: Words,
    last_good: Mapping[str, Page] | None = None,
) -> Edition:
    """Read the briefing and actor pages among `files`: (path in `docs/`, path for people, bytes) of each.

    `former` maps every name a briefing has had to the stem of its seed; `last_good` are pages that stand in for those
    that cannot be read.
    """
    pages: dict[str, Page] = {}
    problems: dict[str, tuple[Problem, ...]] = {}
    for uri, path, data in files:
        if not is_card(uri):
            continue
        try:
            pages[uri] = read_page(path, data)
        except BriefingsError as error:
            problems[uri] = error.problems
            if last_good and uri in last_good:
                pages[uri] = last_good[uri]
    library = to_library(_under(BRIEFINGS, pages), _under(ACTORS, pages), former)
    return Edition(in_site_language(library, words), words, pages, problems)


def is_card(uri: str) -> bool:
    """Tell whether the page at a path in `docs/` is that of a briefing or an actor."""
    return uri.startswith((BRIEFINGS, ACTORS)) and name_of(uri) not in NOT_BRIEFINGS


def derived_pages(edition: Edition, calendar: Calendar = year_calendar) -> Iterator[tuple[str, LaidOut]]:
    """Yield path in `docs/` and content of the pages that no file holds; those that only lead on are `redirects`."""
    library, words = edition.library, edition.words
    for uri, title, markdown in (
        *archive_pages(to_archive(library), words, calendar),
        *actors_index(library, words),
        *thread_pages(library, words),
        *network_pages(library, words),
    ):
        yield uri, LaidOut(markdown, html.escape(title))


def lay_out(
    uri: str, prose: str, edition: Edition, sources: Callable[[BriefingCard], Sources], address: str = ""
) -> LaidOut:
    """Return a page that a file holds: all that other pages tell about it, around what it says itself.

    `prose` is the page as people wrote it, without front matter, where it is neither a briefing nor an actor; `sources`
    gives what may be shown of an article; `address` is the page's own on the web.
    """
    words, ours = edition.words, edition.pages.get(uri)
    problems = "\n\n".join(_told(problem, words) for problem in edition.problems.get(uri, ()))
    if ours is None:
        if problems:
            return LaidOut(f"# {words('unreadable')}\n\n{problems}")
        return LaidOut(fill(prose, uri, edition.library, words))
    briefing = edition.briefing_at(uri)
    laid = _briefing(briefing, ours, edition, sources(briefing), address) if briefing else _actor(uri, ours, edition)
    return replace(laid, markdown=f"{problems}\n\n{laid.markdown}") if problems else laid


def in_the_way(path: str) -> Problem:
    """Return what to say of a person's file, by its path as people know it, that lies where a derived page belongs."""
    message = "this file lies where the site puts a page of its own, which is left out"
    return Problem(path, 1, 1, message, "give the file another name or folder")


def _briefing(card: BriefingCard, page: Page, edition: Edition, sources: Sources, address: str) -> LaidOut:
    title, summary = title_of(card, edition.words), summary_of(card, edition.words)
    return LaidOut(
        briefing_page(card, page.body, edition.library, sources, address),
        html.escape(title.text),
        html.escape(summary.text if summary else ""),
    )


def _actor(uri: str, page: Page, edition: Edition) -> LaidOut:
    actor = edition.library.actors[name_of(uri)]
    return LaidOut(actor_page(actor, page.body, edition.library, edition.words), html.escape(actor.name))


def _told(problem: Problem, words: Words) -> str:
    """Return a problem as Markdown; they are for editors and stay English."""
    return f'!!! failure "{words("unreadable")}"\n    {in_language(escape(str(problem)), "en")}'


def _under(folder: str, pages: Mapping[str, Page]) -> Iterator[tuple[str, Page]]:
    return ((name_of(uri), page) for uri, page in pages.items() if uri.startswith(folder))
