"""A briefing's page as readers see it: its own sections, and around them what its metadata and other pages tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefings import edtf_date
from briefings.library import WITHDRAWN, BriefingCard, Library
from briefings.markdown_text import escape
from briefings.model import ActorRef, Why
from briefings.site.words import BASES, LANGUAGES, STAGES, TYPES

ACTORS = "../actors/"
"""Where actor pages lie, seen from a briefing."""


def briefing_page(card: BriefingCard, body: str, library: Library, cited: Mapping[int, str]) -> str:
    """Return the whole page as Markdown; `cited` holds the excerpt to show for each paragraph number."""
    parts = [
        f"# {escape(card.title)}",
        f"{status_strip(card)}\n{{: .strip }}",
        *(['!!! warning "Withdrawn"\n    This briefing has been withdrawn.'] if card.stage == WITHDRAWN else []),
        *([f"{escape(card.summary)}\n{{: .bottom-line }}"] if card.summary else []),
        body.strip("\r\n"),
        _section("Who is who", who_is_who(card.actors, library)),
        _section("Same event", _related(card, library, Why.SAME_EVENT)),
        _section("Background", _related(card, library, Why.BACKGROUND)),
        _section("Later", _later(card, library)),
        _section("From the article", _excerpts(cited)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def status_strip(card: BriefingCard) -> str:
    """Return date and why, language, outlet, stage, in one line."""
    if card.date:
        basis = BASES.get((card.date_basis or "").split(" ")[0])
        date = edtf_date.in_words(card.date, "en") + (f" ({basis})" if basis else "")
    else:
        date = "Undated"
    named = [date, LANGUAGES.get(card.lang or "", card.lang), card.outlet, STAGES.get(card.stage, card.stage)]
    return " · ".join(escape(part) for part in named if part)


def who_is_who(actors: Iterable[ActorRef], library: Library) -> Iterator[str]:
    """Yield a line for each actor a briefing lists, with the role it has there."""
    for ref in actors:
        actor = library.actors.get(ref.id)
        name = escape(actor.name) if actor else escape(ref.id)
        linked = f"[{name}]({ACTORS}{ref.id}.md)" if actor else name
        role = ref.role or (TYPES.get(actor.type, "") if actor and actor.type != "person" else "")
        yield f"- {linked}{f' — {escape(role)}' if role else ''}"


def briefing_line(card: BriefingCard, folder: str = "") -> str:
    """Return one line that leads to a briefing: its date and title."""
    date = edtf_date.in_words(card.date, "en") if card.date else "undated"
    return f"[{escape(card.title)}]({folder}{card.name}.md), {escape(date)}"


def _related(card: BriefingCard, library: Library, why: Why) -> Iterator[str]:
    for relation in card.related:
        other = library.briefings.get(relation.page)
        if relation.why == why.value and other and other.stage != WITHDRAWN:
            at = f" [¶{relation.at}](#p{relation.at})" if relation.at else ""
            yield f"- {briefing_line(other)}{at}"


def _later(card: BriefingCard, library: Library) -> Iterator[str]:
    for name, relation in library.later.get(card.name, ()):
        if relation.why == Why.BACKGROUND.value:
            yield f"- {briefing_line(library.briefings[name])}"


def _excerpts(cited: Mapping[int, str]) -> Iterator[str]:
    for number, text in sorted(cited.items()):
        yield f"¶{number} {escape(text)}\n{{: #p{number} .cited }}\n"


def _section(heading: str, lines: Iterable[str]) -> str:
    text = "\n".join(lines).rstrip()
    return f"## {heading}\n\n{text}" if text else ""
