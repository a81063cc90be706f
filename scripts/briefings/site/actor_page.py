"""An actor's page: what it is called and was, where it appears, what it said, who it appears with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefings import edtf_date
from briefings.library import STATE, Library
from briefings.library_cards import ActorCard, BriefingCard
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
from briefings.site.naming import state_name
from briefings.site.network_picture import companions_picture
from briefings.site.roles import Tenure, same_role, tenures
from briefings.site.timelines import events_with, timeline_of_actor
from briefings.site.words import Words, in_language

MOST_ROLES = 20
MANY_APPEARANCES = 12
"""Briefings from which on a list of them is parted by year."""
MOST_APPEARANCES = 60
"""Briefings on an actor's page; what comes before them is counted, year by year."""
MOST_SAID_IN = 10
"""Briefings from which an actor's page gives what it said."""
MOST_SAID_AT_ONCE = 5
"""Statements from one of them; the rest stands in the briefing."""
MOST_EVENTS = 30
"""Events on an actor's page, the latest; those before them are counted."""
MOST_COMPANIONS = 12
MOST_OF_COUNTRY = 40
"""Persons and organisations on the page of a state."""


def actor_page(actor: ActorCard, body: str, library: Library, words: Words) -> str:
    """Return an actor's whole page as Markdown: what it is, what people wrote, where it appears, what it said."""
    here = actor_uri(actor.id)
    return page(
        crumbs(here, ((ACTORS_INDEX, words("actors")),), words),
        f"# {escape(actor.name)}",
        _strip(here, actor, library, words),
        _names(actor, words),
        body.strip("\r\n"),
        "" if actor.hidden else timeline_of_actor(actor, library, words),
        words("kept_out_of_lists")
        if actor.hidden
        else sections(
            words,
            ("roles", _roles(here, actor, library, words)),
            ("appears_in", _appearances(here, actor, library, words)),
            ("happened", _happened(here, actor, library, words)),
            ("said", _said(here, actor, library, words)),
            ("together_with", _companions(here, actor, library, words)),
            ("from_this_state", _of_country(here, actor, library, words)),
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


def role_of(actor: ActorCard, library: Library) -> str:
    """Return what an actor is, in the language of the briefing that gave the role; unmarked where none has it so."""
    if not actor.role:
        return ""
    cards = (library.briefings[name] for name in library.appearances.get(actor.id, ()))
    given = (card for card in cards if any(ref.id == actor.id and ref.role == actor.role for ref in card.actors))
    card = next(given, None)
    return in_language(escape(actor.role), card.lang if card else None)


def _strip(here: str, actor: ActorCard, library: Library, words: Words) -> str:
    """Return type, role, country and how often, in one line."""
    kind = words.one_of("types", actor.type) or actor.type
    number = len(library.appearances.get(actor.id, ()))
    counted = words.count("briefings", number) if number else ""
    facts = [escape(kind), role_of(actor, library), _country(here, actor, library, words), counted]
    line = " · ".join(fact for fact in facts if fact)
    return f"{line}\n{{: .strip }}" if line else ""


def _country(here: str, actor: ActorCard, library: Library, words: Words) -> str:
    """Return the state an actor belongs to, leading to its page; empty where it has none, or is that state."""
    if not actor.country or actor.type == STATE:
        return ""
    state = library.states.get(actor.country)
    return actor_link(here, state, library) if state else escape(state_name(actor.country, words.language) or "")


def _names(actor: ActorCard, words: Words) -> str:
    """Return what else an actor is called: in other languages, and in other spellings of any language."""
    languages: dict[str, list[str]] = defaultdict(list)
    for lang, name in actor.names:
        if name != actor.name:
            languages[name].append(lang)
    in_languages = [
        f"{in_language(escape(name, at_start=False), langs[0])} ({', '.join(map(words.name_of_language, langs))})"
        for name, langs in languages.items()
    ]
    also = [alias for alias in actor.aliases if alias != actor.name and alias not in languages]
    parts = [
        words("in_other_languages", names=", ".join(in_languages)) if in_languages else "",
        words("also_written", names=escape(", ".join(also), at_start=False)) if also else "",
    ]
    return " ".join(part for part in parts if part)


def _roles(here: str, actor: ActorCard, library: Library, words: Words) -> Iterator[str]:
    """Yield the roles over time; none where all briefings say only what stands at the top of the page."""
    found = tenures(actor.id, library)
    if len(found) == 1 and same_role(found[0].role, actor.role or ""):
        return
    for tenure in found[-MOST_ROLES:]:
        number = f", {words.count('briefings', len(tenure.cards))}" if len(tenure.cards) > 1 else ""
        role = in_language(escape(tenure.role, at_start=False), tenure.lang)
        yield f"- {_period(here, tenure, words)}: {role}{number}"
    if len(found) > MOST_ROLES:
        yield f"\n{words.count('earlier_roles', len(found) - MOST_ROLES)}"


def _period(here: str, tenure: Tenure, words: Words) -> str:
    """Return from when to when briefings give a role, each date leading to its briefing; undated ones widen nothing."""
    dated = [card for card in tenure.cards if card.date] or tenure.cards[:1]
    ends = {words.date(card.date) if card.date else words("undated").lower(): card for card in (dated[0], dated[-1])}
    return " – ".join(link(here, briefing_uri(card.name), date) for date, card in ends.items())


def _appearances(here: str, actor: ActorCard, library: Library, words: Words) -> Iterator[str]:
    """Yield the briefings that name an actor, the newest first, by year where they are many."""
    cards = [library.briefings[name] for name in library.appearances.get(actor.id, ())]
    if not cards:
        yield words("in_no_briefing")
    if len(cards) < MANY_APPEARANCES:
        yield from (_appearance(here, actor, card, words) for card in cards)
        return
    # Not groupby: what spans several years may stand between two of one.
    by_year: dict[str, list[BriefingCard]] = defaultdict(list)
    for card in cards:
        by_year[_year(card, words)].append(card)
    left, rest = MOST_APPEARANCES, []
    for at, (year, found) in enumerate(by_year.items()):
        if left > 0:
            anchor = f"in-{year}" if year.isdecimal() else f"in-part-{at}"
            yield f"\n### {year}, {words.count('briefings', len(found))} {{: #{anchor} }}\n"
            yield from (_appearance(here, actor, card, words) for card in found[:left])
        if len(found) > left:
            rest.append((year, len(found) - max(left, 0)))
        left -= len(found)
    if rest:
        total = words.count("more_briefings", sum(number for _, number in rest))
        yield f"\n{total}: {', '.join(f'{year} ({number})' for year, number in rest)}."


def _appearance(here: str, actor: ActorCard, card: BriefingCard, words: Words) -> str:
    role = next((ref.role for ref in card.actors if ref.id == actor.id and ref.role), None)
    told = f", {words('as_role', role=role_in(card, role))}" if role else ""
    return f"- {briefing_line(here, card, words, told)}"


def _year(card: BriefingCard, words: Words) -> str:
    """Return the year a briefing stands under; what spans several stands under its date."""
    if not card.date:
        return words("undated")
    return edtf_date.year(card.date) or escape(words.date(card.date), at_start=False)


def _happened(here: str, actor: ActorCard, library: Library, words: Words) -> Iterator[str]:
    """Yield the events an actor has part in, the latest where they are many."""
    found = events_with(actor, library)
    for card, entry in found[-MOST_EVENTS:]:
        yield event_line(here, card, entry, words)
    if len(found) > MOST_EVENTS:
        yield f"\n{words.count('earlier_events', len(found) - MOST_EVENTS)}."


def _said(here: str, actor: ActorCard, library: Library, words: Words) -> Iterator[str]:
    """Yield what an actor said, under the briefing it stands in."""
    said = library.said.get(actor.id, ())
    by_briefing = [(name, [entry for _, entry in group]) for name, group in groupby(said, lambda pair: pair[0])]
    for name, entries in by_briefing[:MOST_SAID_IN]:
        card = library.briefings[name]
        yield f"- {briefing_line(here, card, words)}"
        yield from (f"    - {_statement(here, card, entry)}" for entry in entries[:MOST_SAID_AT_ONCE])
        if len(entries) > MOST_SAID_AT_ONCE:
            more = words.count("more_statements", len(entries) - MOST_SAID_AT_ONCE)
            yield f"    - {link(here, briefing_uri(name), more, '#statements')}"
    if rest := sum(len(entries) for _, entries in by_briefing[MOST_SAID_IN:]):
        number = words.count("briefings", len(by_briefing) - MOST_SAID_IN)
        yield f"\n{words('more_in', what=words.count('more_statements', rest), briefings=number)}"


def _statement(here: str, card: BriefingCard, entry: StatementEntry) -> str:
    text = escape(entry.words.text)
    quoted = text if entry.kind is StatementKind.REPORTED else f"«{text}»"
    mark = f" {link(here, briefing_uri(card.name), f'¶{entry.at}', f'#p{entry.at}')}" if entry.at else ""
    return f"{in_language(quoted, card.lang)}{mark}"


def _companions(here: str, actor: ActorCard, library: Library, words: Words) -> Iterator[str]:
    found = [pair for pair in library.companions.get(actor.id, ()) if pair[0] in library.actors]
    if drawn := companions_picture(actor, library, words):
        yield f"{drawn}\n"
    for other, number in found[:MOST_COMPANIONS]:
        yield f"- {actor_link(here, other, library)}, {words.count('briefings', number)}"
    yield from _more(len(found) - MOST_COMPANIONS, words)


def _of_country(here: str, actor: ActorCard, library: Library, words: Words) -> Iterator[str]:
    """Yield the persons and organisations of a state."""
    found: Sequence[str] = library.of_country.get(actor.country or "", ()) if actor.type == STATE else ()
    for other in found[:MOST_OF_COUNTRY]:
        role = role_of(library.actors[other], library)
        number = words.count("briefings", len(library.appearances[other]))
        yield f"- {actor_link(here, other, library)}{f', {role}' if role else ''} ({number})"
    yield from _more(len(found) - MOST_OF_COUNTRY, words)


def _more(number: int, words: Words) -> Iterator[str]:
    if number > 0:
        yield f"\n{words.count('more_actors', number)}."
