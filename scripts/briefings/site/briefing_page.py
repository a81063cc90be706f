"""A briefing's page as readers see it: its own sections, and around them what its metadata and other pages tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown.extensions.toc import slugify

from briefings.library import WITHDRAWN, Library
from briefings.library_cards import BriefingCard
from briefings.markdown_text import escape
from briefings.model import Why
from briefings.page_values import ActorRef
from briefings.site.archive import archive_of
from briefings.site.body import body_in_words
from briefings.site.excerpts import citations
from briefings.site.links import (
    actor_link,
    briefing_link,
    briefing_uri,
    crumbs,
    link,
    page,
    role_in,
    sections,
    thread_uri,
)
from briefings.site.relations import alike, later, related
from briefings.site.sources import Sources
from briefings.site.thread_page import thread_title
from briefings.site.titles import Shown, original, summary_of, title_of
from briefings.site.words import Words, capital, lang_mark

INTRODUCED = 6
"""Actors that get a line of their own whatever is known of them: the file names the salient ones first."""
CORPUS = "corpus "
"""How `date_basis` begins where another article dates this one; its seed's stem follows."""


def briefing_page(card: BriefingCard, body: str, library: Library, sources: Sources, address: str = "") -> str:
    """Return the whole page as Markdown; `address` is its own on the web, for its print."""
    words = sources.words
    here = briefing_uri(card.name)
    title, summary = title_of(card, words), summary_of(card, words)
    return page(
        crumbs(here, archive_of(card.date, words), words),
        f"# {escape(title.text)} {lang_mark(title.lang, *_anchor(title))}".rstrip(),
        original(title),
        f"{status_strip(card, words, library)}\n{{: .strip }}",
        _withdrawn(words) if card.stage == WITHDRAWN else "",
        f"{escape(summary.text)}\n{lang_mark(summary.lang, '.bottom-line')}" if summary else "",
        original(summary, "original-line") if summary else "",
        _thread(card, library, words),
        body_in_words(body, card.lang, words, sources).strip("\r\n"),
        sections(words, ("who_is_who", who_is_who(card, library, words))),
        _beside(card, library, sources),
        sections(words, ("whole_article" if sources.whole else "from_the_article", [sources.excerpts()])),
        _colophon(card, address, words),
        sources.notes(citations(card)),
    )


def status_strip(card: BriefingCard, words: Words, library: Library | None = None) -> str:
    """Return date and why, language, outlet, stage, in one line; with the library, the briefing that dates it too."""
    basis = _basis(card, words, library) if card.date else ""
    date = escape(capital(words.date(card.date)) if card.date else words("undated"))
    language = escape(words.name_of_language(card.lang)) if card.lang else ""
    known = words.one_of("stages", card.stage)
    stage = f"*{escape(known or card.stage)}*{{: .stage .stage-{card.stage if known else 'other'} }}"
    outlet = escape(card.outlet, at_start=False) if card.outlet else ""
    if url := _url(card):
        outlet = f"[{outlet or words('the_article')}](<{url}>)"
    return " · ".join(part for part in (f"{date}, {basis}" if basis else date, language, outlet, stage) if part)


def _basis(card: BriefingCard, words: Words, library: Library | None) -> str:
    """Return how a briefing's date is known, as Markdown."""
    basis = card.date_basis or ""
    giver = library.briefings.get(library.by_seed.get(basis.removeprefix(CORPUS).strip(), "")) if library else None
    if basis.startswith(CORPUS) and giver and giver is not card and giver.stage != WITHDRAWN:
        return words("dated_by", briefing=briefing_link(briefing_uri(card.name), giver, words))
    return escape(words.one_of("bases", basis.split(" ")[0]) or "", at_start=False)


def _url(card: BriefingCard) -> str:
    """Return the article's address, ready to stand between angle brackets; empty where it has none on the web."""
    if not card.url or not card.url.startswith(("https://", "http://")):
        return ""
    return card.url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")


def who_is_who(card: BriefingCard, library: Library, words: Words) -> Iterator[str]:
    """Yield a line for each actor that a briefing introduces, and one with those it merely names.

    Introduced are the first and those whose role it tells.
    """
    here = briefing_uri(card.name)
    named: list[str] = []
    for index, ref in enumerate(card.actors):
        if index < INTRODUCED or ref.role:
            yield f"- {_introduced(card, ref, library, words)}"
        else:
            named.append(actor_link(here, ref.id, library))
    if named:
        yield f"\n{words('also_named', names=words.listing(named))}\n{{: .also-named }}"


def _introduced(card: BriefingCard, ref: ActorRef, library: Library, words: Words) -> str:
    actor = library.actors.get(ref.id)
    kind = words.one_of("types", actor.type) if actor and actor.type != "person" else None
    what = role_in(card, ref.role) if ref.role else (kind or "").lower()
    return f"{actor_link(briefing_uri(card.name), ref.id, library)}{f', {what}' if what else ''}"


def _beside(card: BriefingCard, library: Library, sources: Sources) -> str:
    """Return the other briefings that this one leads to, as Markdown that stands beside it on a wide screen."""
    words = sources.words
    found = sections(
        words,
        ("same_event", related(card, library, Why.SAME_EVENT, sources)),
        ("background", related(card, library, Why.BACKGROUND, sources)),
        ("later", later(card, library, words)),
        ("related", alike(card, library, words)),
    )
    label = escape(words("other_briefings"))
    return f'<aside class="beside" aria-label="{label}" markdown="1">\n\n{found}\n\n</aside>' if found else ""


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


def _colophon(card: BriefingCard, address: str, words: Words) -> str:
    """Return what only a print needs to say: what the numbers mean, where page and article lie."""
    lines: Sequence[str] = [
        *([words("numbers_are")] if any(citations(card)) else []),
        *([words("page_at", address=escape(address, at_start=False))] if address else []),
        *([words("article_at", address=escape(card.url, at_start=False))] if card.url and _url(card) else []),
    ]
    return " ".join(lines) + "\n{: .colophon }" if lines else ""


def _anchor(title: Shown) -> list[str]:
    """Return the anchor that the title would have untranslated: links to it hold."""
    slug = slugify(title.original or "", "-")
    return [f"#{slug}"] if slug else []


def _withdrawn(words: Words) -> str:
    return f'!!! warning "{words("withdrawn")}"\n    {words("withdrawn_notice")}'
