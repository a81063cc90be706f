"""A briefing's page as readers see it: its own sections, and around them what its metadata and other pages tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markdown.extensions.toc import slugify

from briefings.library import WITHDRAWN, Alike, BriefingCard, Library
from briefings.markdown_text import escape
from briefings.model import Why
from briefings.page import Link
from briefings.site.archive import archive_of
from briefings.site.body import body_in_words
from briefings.site.links import (
    actor_link,
    briefing_line,
    briefing_link,
    briefing_uri,
    crumbs,
    link,
    page,
    role_in,
    sections,
    thread_uri,
)
from briefings.site.thread_page import thread_title
from briefings.site.titles import Shown, original, summary_of, title_of
from briefings.site.words import Words, capital, lang_mark

MOST_SHARED = 4
"""Actors named as the reason of a relation."""


def briefing_page(card: BriefingCard, body: str, library: Library, cited: Mapping[int, str], words: Words) -> str:
    """Return the whole page as Markdown; `cited` holds the excerpt to show for each paragraph number."""
    here = briefing_uri(card.name)
    title, summary = title_of(card, words), summary_of(card, words)
    return page(
        crumbs(here, archive_of(card.date, words), words),
        f"# {escape(title.text)} {lang_mark(title.lang, *_anchor(title))}".rstrip(),
        original(title),
        f"{status_strip(card, words)}\n{{: .strip }}",
        _withdrawn(words) if card.stage == WITHDRAWN else "",
        f"{escape(summary.text)}\n{lang_mark(summary.lang, '.bottom-line')}" if summary else "",
        original(summary, "original-line") if summary else "",
        _thread(card, library, words),
        body_in_words(body, card.lang, words).strip("\r\n"),
        sections(
            words,
            ("who_is_who", who_is_who(card, library, words)),
            ("same_event", _related(card, library, Why.SAME_EVENT, words)),
            ("background", _related(card, library, Why.BACKGROUND, words)),
            ("later", _later(card, library, words)),
            ("related", (_alike(here, found, library, words) for found in library.alike(card.name))),
            ("from_the_article", _excerpts(cited, card.lang)),
        ),
    )


def status_strip(card: BriefingCard, words: Words) -> str:
    """Return date and why, language, outlet, stage, in one line."""
    if card.date:
        basis = words.one_of("bases", (card.date_basis or "").split(" ")[0])
        date = capital(words.date(card.date)) + (f" ({basis})" if basis else "")
    else:
        date = words("undated")
    named = [date, words.name_of_language(card.lang) if card.lang else None]
    known = words.one_of("stages", card.stage)
    stage = f"*{escape(known or card.stage)}*{{: .stage .stage-{card.stage if known else 'other'} }}"
    outlet = escape(card.outlet, at_start=False) if card.outlet else ""
    if card.url and card.url.startswith(("https://", "http://")):
        address = card.url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
        outlet = f"[{outlet or words('the_article')}](<{address}>)"
    return " · ".join([*(escape(part) for part in named if part), *([outlet] if outlet else []), stage])


def who_is_who(card: BriefingCard, library: Library, words: Words) -> Iterator[str]:
    """Yield a line for each actor a briefing lists, with the role it has there."""
    for ref in card.actors:
        actor = library.actors.get(ref.id)
        kind = words.one_of("types", actor.type) if actor and actor.type != "person" else None
        what = role_in(card, ref.role) if ref.role else (kind or "").lower()
        yield f"- {actor_link(briefing_uri(card.name), ref.id, library)}{f', {what}' if what else ''}"


def _related(card: BriefingCard, library: Library, why: Why, words: Words) -> Iterator[str]:
    for relation in card.related:
        other = library.briefings.get(relation.page)
        if relation.why == why.value and other and other.stage != WITHDRAWN:
            reason = _reason(card, other, relation, library, words)
            yield f"- {briefing_line(briefing_uri(card.name), other, words, reason)}"


def _reason(card: BriefingCard, other: BriefingCard, relation: Link, library: Library, words: Words) -> str:
    if relation.at:
        return ", " + words("referred_to_in", mark=f"[¶{relation.at}](#p{relation.at})")
    theirs = {ref.id for ref in other.actors}
    shared = [ref.id for ref in card.actors if ref.id in theirs and ref.id in library.actors]
    return ": " + words("both_name", names=_names(shared, library, words)) if shared else ""


def _later(card: BriefingCard, library: Library, words: Words) -> Iterator[str]:
    here = briefing_uri(card.name)
    own = {relation.page for relation in card.related}
    for name, relation in library.later.get(card.name, ()):
        other = library.briefings[name]
        if relation.why == Why.BACKGROUND.value:
            yield "- " + briefing_line(here, other, words, ": " + words("refers_back"))
        elif name not in own:
            yield "- " + briefing_line(here, other, words, ": " + words("reports_same"))


def _alike(here: str, found: Alike, library: Library, words: Words) -> str:
    reason = ": " + words("also_names", names=_names(found.shared, library, words))
    return "- " + briefing_line(here, library.briefings[found.name], words, reason)


def _names(actors: Sequence[str], library: Library, words: Words) -> str:
    shown = [library.actors[actor].name for actor in actors[:MOST_SHARED]]
    return escape(words.listing(shown), at_start=False)


def _thread(card: BriefingCard, library: Library, words: Words) -> str:
    """Return the thread a briefing belongs to, and what comes before and after it there."""
    thread = library.thread_of.get(card.name)
    if not thread:
        return ""
    here, index = briefing_uri(card.name), thread.briefings.index(card.name)
    named = link(here, thread_uri(thread), thread_title(thread, library, words))
    parts = [words("part_of", thread=named, n=str(index + 1), all=str(len(thread.briefings)))]
    for key, other in (("before_this", index - 1), ("after_this", index + 1)):
        if 0 <= other < len(thread.briefings):
            beside = library.briefings[thread.briefings[other]]
            parts.append(words(key, briefing=briefing_link(here, beside, words)))
    return " ".join(parts) + "\n{: .thread }"


def _excerpts(cited: Mapping[int, str], lang: str | None) -> Iterator[str]:
    for number, text in sorted(cited.items()):
        yield f"¶{number} {escape(text)}\n{lang_mark(lang, f'#p{number}', '.cited')}\n"


def _anchor(title: Shown) -> list[str]:
    """Return the anchor that the title would have untranslated: links to it hold."""
    slug = slugify(title.original or "", "-")
    return [f"#{slug}"] if slug else []


def _withdrawn(words: Words) -> str:
    return f'!!! warning "{words("withdrawn")}"\n    {words("withdrawn_notice")}'
