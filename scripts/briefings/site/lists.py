"""Actor pages and the lists on the home page."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.library import ActorCard, Library
from briefings.markdown_text import escape
from briefings.site.briefing_page import briefing_line, status_strip
from briefings.site.words import TYPES, count

BRIEFINGS = "briefings/"
NEWEST = 30
"""Briefings on the home page."""
BUSIEST = 15
"""Actors on the home page."""


def actor_page(actor: ActorCard, body: str, library: Library) -> str:
    """Return an actor's whole page as Markdown: what it is, what people wrote, and where it appears."""
    kind = " · ".join(part for part in (TYPES.get(actor.type, actor.type), actor.role) if part)
    also = [alias for alias in actor.aliases if alias != actor.name]
    parts = [
        f"# {escape(actor.name)}",
        f"{escape(kind)}\n{{: .strip }}",
        f"Also written {', '.join(map(escape, also))}." if also else "",
        body.strip("\r\n"),
        "## Appears in\n\n" + ("\n".join(_appearances(actor, library)) or "No briefing names this actor."),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def newest(library: Library) -> str:
    """Return the newest briefings as Markdown, with their bottom lines."""
    lines = [
        f"### [{escape(card.title)}]({BRIEFINGS}{card.name}.md)\n\n{status_strip(card)}\n{{: .strip }}"
        + (f"\n\n{escape(card.summary)}" if card.summary else "")
        for card in library.listed()[:NEWEST]
    ]
    return "\n\n".join(lines) or "There are no briefings yet. Put an article into `seeds/` and run `make site`."


def busiest(library: Library) -> str:
    """Return the actors in most briefings as Markdown, persons and organisations and states together."""
    shown = [actor for actor in library.actors.values() if not actor.hidden and library.appearances.get(actor.id)]
    shown.sort(key=lambda actor: (-len(library.appearances[actor.id]), actor.name, actor.id))
    lines = [
        f"- [{escape(actor.name)}](actors/{actor.id}.md) — {count(len(library.appearances[actor.id]), 'briefing')}"
        for actor in shown[:BUSIEST]
    ]
    return "\n".join(lines) or "No actors yet."


def _appearances(actor: ActorCard, library: Library) -> Iterator[str]:
    for name in library.appearances.get(actor.id, ()):
        card = library.briefings[name]
        role = next((ref.role for ref in card.actors if ref.id == actor.id and ref.role), None)
        yield f"- {briefing_line(card, '../briefings/')}{f' — {escape(role)}' if role else ''}"
