"""The lists that people's prose pages can hold: a marker on a line of its own is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefings.library import Library
from briefings.library_cards import BriefingCard
from briefings.markdown_text import escape
from briefings.site.actor_page import busiest
from briefings.site.archive import to_archive
from briefings.site.archive_pages import months
from briefings.site.briefing_page import status_strip
from briefings.site.links import ACTORS_INDEX, DATES_INDEX, briefing_link, link
from briefings.site.network_page import to_network_page
from briefings.site.timelines import timeline_of_all
from briefings.site.titles import original, summary_of, title_of
from briefings.site.words import Words, lang_mark

NEWEST = 20
"""Briefings on the home page."""
BUSIEST = 15
"""Actors on the home page."""


def fill(markdown: str, here: str, library: Library, words: Words) -> str:
    """Put the lists in the place of their markers, such as `<!-- briefings: newest -->`."""
    for name, make in MARKERS.items():
        marker = f"<!-- briefings: {name} -->"
        if marker in markdown:
            markdown = markdown.replace(marker, make(library, here, words))
    return markdown


def newest(library: Library, here: str, words: Words) -> str:
    """Return the newest briefings as Markdown, with their bottom lines."""
    cards = library.listed()
    lines = [_entry(card, here, words) for card in cards[:NEWEST]]
    if len(cards) > NEWEST:
        lines.append(f"{link(here, DATES_INDEX, words('all_by_date'))}.")
    return "\n\n".join(lines) or words("no_briefings")


def _entry(card: BriefingCard, here: str, words: Words) -> str:
    summary = summary_of(card, words)
    parts = (
        f"### {briefing_link(here, card, words)}",
        original(title_of(card, words)),
        f"{status_strip(card, words)}\n{{: .strip }}",
        "\n".join((escape(summary.text), lang_mark(summary.lang))).rstrip() if summary else "",
    )
    return "\n\n".join(part for part in parts if part)


def actors(library: Library, here: str, words: Words) -> str:
    """Return the actors in most briefings as Markdown."""
    further = f"{link(here, ACTORS_INDEX, words('all_actors'))}. {to_network_page(here, library, words)}"
    return f"{busiest(library, here, BUSIEST, words)}\n\n{further}"


def by_month(library: Library, here: str, words: Words) -> str:
    """Return the years and months that have anything, as Markdown."""
    return months(to_archive(library), here, words)


MARKERS: Mapping[str, Callable[[Library, str, Words], str]] = {
    "newest": newest,
    "actors": actors,
    "timeline": timeline_of_all,
    "months": by_month,
}
"""What may stand in a marker, and what is put in its place."""
