"""A briefing's page as readers see it: its own sections, and around them what its metadata and other pages tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefings import edtf_date
from briefings.library import WITHDRAWN, Alike, BriefingCard, Library
from briefings.markdown_text import escape
from briefings.model import Why
from briefings.page import Link
from briefings.site.archive import archive_of
from briefings.site.links import actor_link, briefing_line, briefing_uri, crumbs, page, sections
from briefings.site.words import BASES, LANGUAGES, STAGES, TYPES, listing

WITHDRAWN_NOTICE = '!!! warning "Withdrawn"\n    This briefing has been withdrawn and stands in no list.'


def briefing_page(card: BriefingCard, body: str, library: Library, cited: Mapping[int, str]) -> str:
    """Return the whole page as Markdown; `cited` holds the excerpt to show for each paragraph number."""
    here = briefing_uri(card.name)
    lang = f' lang="{card.lang}"' if card.lang in LANGUAGES else ""
    return page(
        crumbs(here, archive_of(card.date)),
        f"# {escape(card.title)}{f' {{:{lang} }}' if lang else ''}",
        f"{status_strip(card)}\n{{: .strip }}",
        WITHDRAWN_NOTICE if card.stage == WITHDRAWN else "",
        f"{escape(card.summary)}\n{{: .bottom-line{lang} }}" if card.summary else "",
        body.strip("\r\n"),
        sections(
            ("Who is who", who_is_who(card, library)),
            ("Same event", _related(card, library, Why.SAME_EVENT)),
            ("Background", _related(card, library, Why.BACKGROUND)),
            ("Later", _later(card, library)),
            ("Related", (_alike(here, found, library) for found in library.alike(card.name))),
            ("From the article", _excerpts(cited, lang)),
        ),
    )


def status_strip(card: BriefingCard) -> str:
    """Return date and why, language, outlet, stage, in one line."""
    if card.date:
        basis = BASES.get((card.date_basis or "").split(" ")[0])
        date = edtf_date.in_words(card.date, "en") + (f" ({basis})" if basis else "")
    else:
        date = "Undated"
    named = [date, LANGUAGES.get(card.lang or "", card.lang)]
    kind = card.stage if card.stage in STAGES else "other"
    stage = f"*{escape(STAGES.get(card.stage, card.stage))}*{{: .stage .stage-{kind} }}"
    outlet = escape(card.outlet, at_start=False) if card.outlet else ""
    if card.url and card.url.startswith(("https://", "http://")):
        address = card.url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
        outlet = f"[{outlet or 'the article'}](<{address}>)"
    return " · ".join([*(escape(part) for part in named if part), *([outlet] if outlet else []), stage])


def who_is_who(card: BriefingCard, library: Library) -> Iterator[str]:
    """Yield a line for each actor a briefing lists, with the role it has there."""
    for ref in card.actors:
        actor = library.actors.get(ref.id)
        role = ref.role or (TYPES.get(actor.type, "").lower() if actor and actor.type != "person" else "")
        yield f"- {actor_link(briefing_uri(card.name), ref.id, library)}{f', {escape(role)}' if role else ''}"


def _related(card: BriefingCard, library: Library, why: Why) -> Iterator[str]:
    for relation in card.related:
        other = library.briefings.get(relation.page)
        if relation.why == why.value and other and other.stage != WITHDRAWN:
            yield f"- {briefing_line(briefing_uri(card.name), other)}{_reason(card, other, relation, library)}"


def _reason(card: BriefingCard, other: BriefingCard, relation: Link, library: Library) -> str:
    if relation.at:
        return f", referred to in [¶{relation.at}](#p{relation.at})"
    theirs = {ref.id for ref in other.actors}
    shared = [library.actors[ref.id].name for ref in card.actors if ref.id in theirs and ref.id in library.actors]
    return f": both name {escape(listing(shared[:4]))}" if shared else ""


def _later(card: BriefingCard, library: Library) -> Iterator[str]:
    here = briefing_uri(card.name)
    own = {relation.page for relation in card.related}
    for name, relation in library.later.get(card.name, ()):
        if relation.why == Why.BACKGROUND.value:
            yield f"- {briefing_line(here, library.briefings[name])} refers back to this one"
        elif name not in own:
            yield f"- {briefing_line(here, library.briefings[name])} reports the same event"


def _alike(here: str, found: Alike, library: Library) -> str:
    shared = listing([library.actors[actor].name for actor in found.shared[:4]])
    return f"- {briefing_line(here, library.briefings[found.name])}: also names {escape(shared)}"


def _excerpts(cited: Mapping[int, str], lang: str) -> Iterator[str]:
    for number, text in sorted(cited.items()):
        yield f"¶{number} {escape(text)}\n{{: #p{number} .cited{lang} }}\n"
