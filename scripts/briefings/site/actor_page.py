"""An actor's page, and the index of all actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefings.library import ActorCard, Library
from briefings.markdown_text import escape
from briefings.model import StatementKind
from briefings.sections_read import StatementEntry
from briefings.site.links import (
    ACTORS_INDEX,
    actor_link,
    actor_uri,
    briefing_line,
    briefing_uri,
    crumbs,
    link,
    page,
    sections,
)
from briefings.site.words import LANGUAGES, PLURALS, TYPES, count, nordic_order

MOST_SAID = 30
"""Statements on an actor's page; the rest stands in the briefings it leads to."""
MOST_COMPANIONS = 12


def actor_page(actor: ActorCard, body: str, library: Library) -> str:
    """Return an actor's whole page as Markdown: what it is, what people wrote, where it appears, what it said."""
    here = actor_uri(actor.id)
    facts = [escape(TYPES.get(actor.type, actor.type)), escape(actor.role or ""), _country(here, actor, library)]
    return page(
        crumbs(here, ((ACTORS_INDEX, "Actors"),)),
        f"# {escape(actor.name)}",
        f"{' · '.join(fact for fact in facts if fact)}\n{{: .strip }}",
        _names(actor),
        body.strip("\r\n"),
        sections(
            ("Appears in", _appearances(actor, library) or ["No briefing names this actor."]),
            ("Said", _said(here, actor, library)),
            ("Together with", _companions(here, actor, library)),
        ),
    )


def actors_index(library: Library) -> str:
    """Return the index of all listed actors as Markdown: by type, in Nordic alphabetical order, with how often."""
    listed = sorted(library.listed_actors(), key=lambda actor: (nordic_order(actor.name), actor.id))
    groups = {kind: [actor for actor in listed if actor.type == kind] for kind in TYPES}
    other = [actor for actor in listed if actor.type not in TYPES]
    return page(
        crumbs(ACTORS_INDEX, ()),
        "# Actors",
        "Who the briefings name." if listed else "No briefing names anybody yet.",
        sections(
            *((PLURALS[kind], _index_lines(actors, library)) for kind, actors in groups.items()),
            ("Others", _index_lines(other, library)),
        ),
    )


def busiest(library: Library, here: str, most: int) -> str:
    """Return the actors in most briefings as Markdown."""
    shown = sorted(
        library.listed_actors(), key=lambda actor: (-len(library.appearances[actor.id]), actor.name, actor.id)
    )
    lines = (
        f"- {link(here, actor_uri(actor.id), actor.name)}, {count(len(library.appearances[actor.id]), 'briefing')}"
        for actor in shown[:most]
    )
    return "\n".join(lines) or "No actors yet."


def _index_lines(actors: Iterable[ActorCard], library: Library) -> Iterator[str]:
    for actor in actors:
        role = f", {escape(actor.role)}" if actor.role else ""
        number = count(len(library.appearances[actor.id]), "briefing")
        yield f"- {link(ACTORS_INDEX, actor_uri(actor.id), actor.name)}{role} ({number})"


def _country(here: str, actor: ActorCard, library: Library) -> str:
    """Return the state an actor belongs to, leading to its page; empty where it has none, or is that state."""
    if not actor.country or actor.type == "state":
        return ""
    states = (card for card in library.actors.values() if card.type == "state" and card.country == actor.country)
    state = next(states, None)
    return actor_link(here, state.id, library) if state else ""


def _names(actor: ActorCard) -> str:
    also = [alias for alias in actor.aliases if alias != actor.name]
    in_languages = [f"{name} ({LANGUAGES.get(lang, lang)})" for lang, name in actor.names if name != actor.name]
    parts = [
        f"Also written {escape(', '.join(also), at_start=False)}." if also else "",
        f"In other languages: {escape(', '.join(in_languages), at_start=False)}." if in_languages else "",
    ]
    return " ".join(part for part in parts if part)


def _appearances(actor: ActorCard, library: Library) -> list[str]:
    lines = []
    for name in library.appearances.get(actor.id, ()):
        card = library.briefings[name]
        role = next((ref.role for ref in card.actors if ref.id == actor.id and ref.role), None)
        lines.append(f"- {briefing_line(actor_uri(actor.id), card)}{f', as {escape(role)}' if role else ''}")
    return lines


def _said(here: str, actor: ActorCard, library: Library) -> Iterator[str]:
    """Yield what an actor said, under the briefing it stands in."""
    last = None
    for name, entry in library.said.get(actor.id, ())[:MOST_SAID]:
        if name != last:
            yield f"- {briefing_line(here, library.briefings[name])}"
            last = name
        mark = f" {link(here, briefing_uri(name), f'¶{entry.at}', f'#p{entry.at}')}" if entry.at else ""
        yield f"    - {_words(entry)}{mark}"


def _words(entry: StatementEntry) -> str:
    words = escape(entry.words.text)
    return words if entry.kind is StatementKind.REPORTED else f"«{words}»"


def _companions(here: str, actor: ActorCard, library: Library) -> Iterator[str]:
    shown = {card.id for card in library.listed_actors()}
    found = [pair for pair in library.companions.get(actor.id, ()) if pair[0] in shown]
    for other, number in found[:MOST_COMPANIONS]:
        yield f"- {actor_link(here, other, library)}, {count(number, 'briefing')}"
