"""An actor's page, and the index of all actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefings.library import ActorCard, Library
from briefings.markdown_text import escape
from briefings.model import StatementKind
from briefings.sections_read import StatementEntry
from briefings.site.events import event_line
from briefings.site.links import (
    ACTORS_INDEX,
    actor_link,
    actor_uri,
    briefing_line,
    briefing_uri,
    crumbs,
    link,
    page,
    role_in,
    sections,
)
from briefings.site.network_page import to_network_page
from briefings.site.network_picture import companions_picture
from briefings.site.timelines import events_with, timeline_of_actor
from briefings.site.words import Words, in_language, nordic_order

MOST_SAID = 30
"""Statements on an actor's page; the rest stands in the briefings it leads to."""
MOST_EVENTS = 30
"""Events on an actor's page, for the same reason."""
MOST_COMPANIONS = 12
TYPES = {"person": "persons", "organisation": "organisations", "state": "states"}
"""What an actor may be → the label above all that are."""


def actor_page(actor: ActorCard, body: str, library: Library, words: Words) -> str:
    """Return an actor's whole page as Markdown: what it is, what people wrote, where it appears, what it said."""
    here = actor_uri(actor.id)
    kind = words.one_of("types", actor.type) or actor.type
    facts = [escape(kind), _role(actor, library), _country(here, actor, library)]
    return page(
        crumbs(here, ((ACTORS_INDEX, words("actors")),), words),
        f"# {escape(actor.name)}",
        f"{' · '.join(fact for fact in facts if fact)}\n{{: .strip }}",
        _names(actor, words),
        body.strip("\r\n"),
        timeline_of_actor(actor, library, words),
        sections(
            words,
            ("appears_in", _appearances(actor, library, words) or [words("in_no_briefing")]),
            ("happened", _happened(here, actor, library, words)),
            ("said", _said(here, actor, library, words)),
            ("together_with", _companions(here, actor, library, words)),
        ),
    )


def actors_index(library: Library, words: Words) -> str:
    """Return the index of all listed actors as Markdown: by type, in Nordic alphabetical order, with how often."""
    listed = sorted(library.listed_actors(), key=lambda actor: (nordic_order(actor.name), actor.id))
    groups = {kind: [actor for actor in listed if actor.type == kind] for kind in TYPES}
    other = [actor for actor in listed if actor.type not in TYPES]
    return page(
        crumbs(ACTORS_INDEX, (), words),
        f"# {words('actors')}",
        f"{words('who_is_named')} {to_network_page(ACTORS_INDEX, library, words)}" if listed else words("nobody_named"),
        sections(
            words,
            *((TYPES[kind], _index_lines(actors, library, words)) for kind, actors in groups.items()),
            ("others", _index_lines(other, library, words)),
        ),
    )


def busiest(library: Library, here: str, most: int, words: Words) -> str:
    """Return the actors in most briefings as Markdown."""
    shown = sorted(
        library.listed_actors(), key=lambda actor: (-len(library.appearances[actor.id]), actor.name, actor.id)
    )
    counted = ((actor, words.count("briefings", len(library.appearances[actor.id]))) for actor in shown[:most])
    lines = (f"- {link(here, actor_uri(actor.id), actor.name)}, {number}" for actor, number in counted)
    return "\n".join(lines) or words("no_actors")


def _index_lines(actors: Iterable[ActorCard], library: Library, words: Words) -> Iterator[str]:
    for actor in actors:
        role = f", {_role(actor, library)}" if actor.role else ""
        number = words.count("briefings", len(library.appearances[actor.id]))
        yield f"- {link(ACTORS_INDEX, actor_uri(actor.id), actor.name)}{role} ({number})"


def _role(actor: ActorCard, library: Library) -> str:
    """Return what an actor is, in the language of the briefing that gave the role; unmarked where none has it so."""
    cards = (library.briefings[name] for name in library.appearances.get(actor.id, ()))
    given = (card for card in cards if any(ref.id == actor.id and ref.role == actor.role for ref in card.actors))
    card = next(given, None)
    return in_language(escape(actor.role or ""), card.lang if card and actor.role else None)


def _country(here: str, actor: ActorCard, library: Library) -> str:
    """Return the state an actor belongs to, leading to its page; empty where it has none, or is that state."""
    if not actor.country or actor.type == "state":
        return ""
    states = (card for card in library.actors.values() if card.type == "state" and card.country == actor.country)
    state = next(states, None)
    return actor_link(here, state.id, library) if state else ""


def _names(actor: ActorCard, words: Words) -> str:
    also = [alias for alias in actor.aliases if alias != actor.name]
    in_languages = [f"{name} ({words.name_of_language(lang)})" for lang, name in actor.names if name != actor.name]
    parts = [
        words("also_written", names=escape(", ".join(also), at_start=False)) if also else "",
        words("in_other_languages", names=escape(", ".join(in_languages), at_start=False)) if in_languages else "",
    ]
    return " ".join(part for part in parts if part)


def _appearances(actor: ActorCard, library: Library, words: Words) -> list[str]:
    lines = []
    for name in library.appearances.get(actor.id, ()):
        card = library.briefings[name]
        role = next((ref.role for ref in card.actors if ref.id == actor.id and ref.role), None)
        told = f", {words('as_role', role=role_in(card, role))}" if role else ""
        lines.append(f"- {briefing_line(actor_uri(actor.id), card, words, told)}")
    return lines


def _happened(here: str, actor: ActorCard, library: Library, words: Words) -> Iterator[str]:
    """Yield the events an actor has part in, the latest where they are many."""
    for card, entry in events_with(actor, library)[-MOST_EVENTS:]:
        yield event_line(here, card, entry, words)


def _said(here: str, actor: ActorCard, library: Library, words: Words) -> Iterator[str]:
    """Yield what an actor said, under the briefing it stands in."""
    last = None
    for name, entry in library.said.get(actor.id, ())[:MOST_SAID]:
        if name != last:
            yield f"- {briefing_line(here, library.briefings[name], words)}"
            last = name
        mark = f" {link(here, briefing_uri(name), f'¶{entry.at}', f'#p{entry.at}')}" if entry.at else ""
        yield f"    - {in_language(_quoted(entry), library.briefings[name].lang)}{mark}"


def _quoted(entry: StatementEntry) -> str:
    text = escape(entry.words.text)
    return text if entry.kind is StatementKind.REPORTED else f"«{text}»"


def _companions(here: str, actor: ActorCard, library: Library, words: Words) -> Iterator[str]:
    shown = {card.id for card in library.listed_actors()}
    found = [pair for pair in library.companions.get(actor.id, ()) if pair[0] in shown]
    if drawn := companions_picture(actor, library, words):
        yield f"{drawn}\n"
    for other, number in found[:MOST_COMPANIONS]:
        yield f"- {actor_link(here, other, library)}, {words.count('briefings', number)}"
