"""Feeds of the newest briefings, of all and of each actor: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org).

A feed bears whole addresses, so there are none where the site's own is not known. Its dates are the briefings' own,
never the clock's: a coarse one counts from its first instant, and what is undated stands in no
feed, for Atom asks a date.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from feedgen.ext.base import BaseEntryExtension
from feedgen.feed import FeedGenerator
from msgspec import Struct

from briefings import edtf_date
from briefings.library import Library
from briefings.library_cards import BriefingCard
from briefings.markdown_text import one_line
from briefings.site.links import ACTORS, HOME, actor_uri, briefing_uri, link
from briefings.site.place import Site, web_address
from briefings.site.titles import Shown, summary_of, title_of
from briefings.site.words import SOURCE_LANGUAGES, Words, capital

NEWEST_OF_ALL = 50
"""Briefings in the feed of the site: a busy day's, and small enough to be fetched every hour."""
NEWEST_OF_ACTOR = 20
ATOM, JSON = "feed.xml", "feed.json"
ATOM_TYPE, JSON_TYPE = "application/atom+xml", "application/feed+json"
JSON_FEED = "https://jsonfeed.org/version/1.1"
GENERATOR = "Briefings"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Feed(Struct, frozen=True):
    """The newest briefings of all, or of one actor."""

    page: str
    """The path in `docs/` of the page it belongs to."""
    folder: str
    """Where its files lie, empty or with `/` at its end."""
    title: str
    cards: tuple[BriefingCard, ...]
    """Dated ones only, the newest first."""

    @property
    def atom(self) -> str:
        """The path of its Atom file."""
        return f"{self.folder}{ATOM}"

    @property
    def json(self) -> str:
        """The path of its JSON Feed."""
        return f"{self.folder}{JSON}"


def to_feeds(library: Library, site: Site) -> dict[str, Feed]:
    """Return the feeds by the path of the page each belongs to: home, and every actor that lists show.

    There are none where the site's address is not known; one without a dated briefing is left out.
    """
    if not site.address:
        return {}
    newest = tuple(card for card in library.listed() if card.date)[:NEWEST_OF_ALL]
    found = [Feed(HOME, "", site.name, newest)]
    for actor in library.listed_actors():
        cards = (library.briefings[name] for name in library.appearances[actor.id])
        dated = tuple(card for card in cards if card.date)[:NEWEST_OF_ACTOR]
        title = f"{one_line(actor.name).strip() or actor.id} – {site.name}"
        found.append(Feed(actor_uri(actor.id), f"{ACTORS}{actor.id}/", title, dated))
    return {feed.page: feed for feed in found if feed.cards}


def feed_files(feeds: Mapping[str, Feed], site: Site, words: Words) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of the files of all feeds."""
    entries: dict[str, _Entry] = {}
    for feed in feeds.values():
        for card in feed.cards:
            if card.name not in entries:
                entries[card.name] = _Entry(card, site, words)
        own = [entries[card.name] for card in feed.cards]
        yield feed.atom, _atom(feed, own, site, words)
        yield feed.json, _json(feed, own, site, words)


def feed_link(feed: Feed, words: Words) -> str:
    """Return a paragraph of Markdown that leads to a feed."""
    return f"{words('follow')}: {link(feed.page, feed.atom, words('feed'))}\n{{: .feed }}"


def first_instant(value: str) -> datetime:
    """Return when an EDTF date begins, in UTC: `2023-07` at midnight before 1 July; `../2023` where its end begins."""
    span = edtf_date.read_date(value)
    point = span and (span.start or span.end)
    day: date = point.first if point else edtf_date.day_bounds(value)[0]
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def briefing_id(card: BriefingCard, site: Site) -> str:
    """Return what names a briefing in feeds for good: made of its seed, or of its page's name where it has none."""
    key = f"seed/{card.seed}" if card.seed else f"briefing/{card.name}"
    return uuid5(NAMESPACE_URL, f"{site.address or ''}{key}").urn


class _Entry:
    """A briefing as both forms of feed show it; several feeds may."""

    def __init__(self, card: BriefingCard, site: Site, words: Words) -> None:
        self.card = card
        self.id = briefing_id(card, site)
        self.url = site.url(briefing_uri(card.name))
        self.source = web_address(card.url)
        self.outlet = one_line(card.outlet or "").strip()
        self.tags = [tag for one in dict.fromkeys(card.tags) if (tag := one_line(one).strip())]
        self.date = first_instant(card.date or "")
        self.title = title_of(card, words)
        self.title_text = one_line(self.title.text).strip() or card.name
        self.summary = summary_of(card, words)
        self._words = words

    @cached_property
    def content(self) -> str:
        """Date in words, bottom line, and the original of what is translated, as HTML."""
        card, words = self.card, self._words
        facts = [capital(words.date(card.date or "")), self.outlet]
        parts: list[tuple[str, str, str | None]] = [("p", " · ".join(fact for fact in facts if fact), words.language)]
        if self.summary:
            parts.append(("p", self.summary.text, _lang(self.summary, card, words)))
        translated = (shown for shown in (self.title, self.summary) if shown)
        parts += [("blockquote", shown.original, shown.original_lang) for shown in translated if shown.original]
        return "".join(_element(name, text, lang) for name, text, lang in parts)


def _element(name: str, text: str, lang: str | None) -> str:
    marked = f' lang="{lang}"' if lang in SOURCE_LANGUAGES else ""
    return f"<{name}{marked}>{html.escape(one_line(text), quote=False)}</{name}>"


def _lang(shown: Shown, card: BriefingCard, words: Words) -> str | None:
    """Return the language of a text as shown; None where nobody knows it."""
    lang = shown.lang or (words.language if shown.original else card.lang)
    return lang if lang in SOURCE_LANGUAGES else None


class _Missing(BaseEntryExtension):  # type: ignore[misc] # feedgen has no types
    """Adds to an Atom entry what feedgen can say of a whole feed only: languages, links to other than its page."""

    def __init__(self) -> None:
        self.languages: dict[str, str | None] = {}
        self.source: str | None = None

    def extend_atom(self, entry: Any) -> Any:  # noqa: ANN401 - an element of lxml, which has no types either
        """Add it."""
        for part in entry:
            if lang := self.languages.get(part.tag):
                part.set(_LANG, lang)
        if self.source:
            entry.append(entry.makeelement("link", {"rel": "via", "href": self.source}))
        return entry


def _atom(feed: Feed, entries: Sequence[_Entry], site: Site, words: Words) -> str:
    made = FeedGenerator()
    made.id(site.url(feed.atom))
    made.title(feed.title)
    made.subtitle(site.description)
    made.author(name=site.name, uri=site.address)
    made.language(words.language)
    made.generator(GENERATOR)
    made.link(href=site.url(feed.atom), rel="self", type=ATOM_TYPE)
    made.link(href=site.url(feed.page), rel="alternate", type="text/html")
    made.updated(max(entry.date for entry in entries))
    for entry in entries:
        one = made.add_entry(order="append")
        one.id(entry.id)
        one.title(entry.title_text)
        one.updated(entry.date)
        one.published(entry.date)
        one.link(href=entry.url)
        if entry.outlet:
            one.author(name=entry.outlet)
        one.category([{"term": tag} for tag in entry.tags])
        one.content(entry.content, type="html")
        one.register_extension("missing", _Missing, rss=False)
        one.missing.source = entry.source
        one.missing.languages["title"] = _lang(entry.title, entry.card, words)
        if entry.summary:
            one.summary(one_line(entry.summary.text))
            one.missing.languages["summary"] = _lang(entry.summary, entry.card, words)
    text: bytes = made.atom_str(pretty=True)
    return text.decode("utf-8")


def _json(feed: Feed, entries: Sequence[_Entry], site: Site, words: Words) -> str:
    value = {
        "version": JSON_FEED,
        "title": feed.title,
        "description": site.description,
        "home_page_url": site.url(feed.page),
        "feed_url": site.url(feed.json),
        "language": words.language,
        "authors": [{"name": site.name, "url": site.address}],
        "items": [_item(entry, words) for entry in entries],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _item(entry: _Entry, words: Words) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.source,
        "title": entry.title_text,
        "summary": one_line(entry.summary.text) if entry.summary else None,
        "content_html": entry.content,
        "date_published": entry.date.isoformat(),
        "authors": [{"name": entry.outlet}] if entry.outlet else None,
        "tags": entry.tags or None,
        "language": _lang(entry.title, entry.card, words),
    }
    return {key: value for key, value in item.items() if value is not None}
