"""The lists that people's prose pages can hold: a marker on a line of its own is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefings.library import Library
from briefings.markdown_text import escape
from briefings.site.actor_page import busiest
from briefings.site.archive import months, to_archive
from briefings.site.briefing_page import status_strip
from briefings.site.links import ACTORS_INDEX, DATES_INDEX, briefing_uri, link

NEWEST = 20
"""Briefings on the home page."""
BUSIEST = 15
"""Actors on the home page."""


def fill(markdown: str, here: str, library: Library) -> str:
    """Put the lists in the place of their markers, such as `<!-- briefings: newest -->`."""
    for name, make in MARKERS.items():
        marker = f"<!-- briefings: {name} -->"
        if marker in markdown:
            markdown = markdown.replace(marker, make(library, here))
    return markdown


def newest(library: Library, here: str) -> str:
    """Return the newest briefings as Markdown, with their bottom lines."""
    cards = library.listed()
    lines = [
        f"### {link(here, briefing_uri(card.name), card.title)}\n\n{status_strip(card)}\n{{: .strip }}"
        + (f"\n\n{escape(card.summary)}" if card.summary else "")
        for card in cards[:NEWEST]
    ]
    if len(cards) > NEWEST:
        lines.append(f"{link(here, DATES_INDEX, 'All briefings by date')}.")
    return "\n\n".join(lines) or "There are no briefings yet. Put an article into `seeds/` and run `make site`."


def actors(library: Library, here: str) -> str:
    """Return the actors in most briefings as Markdown."""
    return f"{busiest(library, here, BUSIEST)}\n\n{link(here, ACTORS_INDEX, 'All actors')}."


def by_month(library: Library, here: str) -> str:
    """Return the years and months that have anything, as Markdown."""
    return months(to_archive(library), here)


MARKERS: Mapping[str, Callable[[Library, str], str]] = {"newest": newest, "actors": actors, "months": by_month}
"""What may stand in a marker, and what is put in its place."""
