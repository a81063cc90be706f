"""A briefing for machines that read pages: JSON-LD in the words of schema.org.

The page is a `Report` about the `NewsArticle` it is made from. Only what is known to the day bears a date: schema.org
has no coarser ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from briefings import edtf_date
from briefings.library import WITHDRAWN, Library
from briefings.library_cards import ActorCard, BriefingCard
from briefings.model import Why
from briefings.page_values import ActorRef
from briefings.site.links import actor_uri, briefing_uri
from briefings.site.place import Site, web_address
from briefings.site.titles import summary_of, title_of
from briefings.site.words import SOURCE_LANGUAGES, Words

CONTEXT = "https://schema.org"
TYPES = {"person": "Person", "organisation": "Organization", "state": "Country"}
UNKNOWN = "Thing"
ARTICLE = "_:article"
"""What the article is called inside one page where it has no address of its own."""


def linked_data(card: BriefingCard, library: Library, site: Site, words: Words) -> str:
    """Return a briefing's data as an element for its page's head: never run, and nothing in it ends the element."""
    text = json.dumps(report(card, library, site, words), ensure_ascii=False, separators=(",", ":"))
    # Within JSON these stand in strings only, where an escape means the same.
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def report(card: BriefingCard, library: Library, site: Site, words: Words) -> dict[str, Any]:
    """Return a briefing as JSON-LD, without what is not known."""
    title, summary = title_of(card, words), summary_of(card, words)
    url = site.absolute(briefing_uri(card.name))
    lang = card.lang if card.lang in SOURCE_LANGUAGES else None
    translated = title.original is not None or (summary is not None and summary.original is not None)
    article = _article(card)
    return _known(
        {
            "@context": CONTEXT,
            "@type": "Report",
            "@id": url,
            "url": url,
            "headline": title.text,
            "alternativeHeadline": title.original,
            "abstract": summary.text if summary else None,
            "inLanguage": [words.language, lang] if translated and lang else lang,
            "datePublished": _day(card),
            "creativeWorkStatus": card.stage,
            "keywords": list(card.tags),
            "isPartOf": _known({"@type": "WebSite", "name": site.name, "url": site.address}),
            "about": {"@id": article["@id"]} if article else None,
            "isBasedOn": article,
            "mentions": [
                *(_actor(ref, library.actors[ref.id], site) for ref in card.actors if ref.id in library.actors),
                *({"@type": "Place", "name": place} for place in card.places),
            ],
            "citation": [_cited(other, site, words) for other in _background(card, library)],
        }
    )


def _article(card: BriefingCard) -> dict[str, Any] | None:
    """Return the article a briefing is made from; None on a page that is an editor's alone."""
    url = web_address(card.url)
    if not (card.seed or url):
        return None
    return _known(
        {
            "@type": "NewsArticle",
            "@id": url or ARTICLE,
            "headline": card.title,
            "inLanguage": card.lang if card.lang in SOURCE_LANGUAGES else None,
            "datePublished": _day(card),
            "url": url,
            "publisher": {"@type": "Organization", "name": card.outlet} if card.outlet else None,
        }
    )


def _day(card: BriefingCard) -> str | None:
    """Return the day, where the date is one and nobody doubts it."""
    if not card.date or edtf_date.is_approximate(card.date):
        return None
    return edtf_date.day(card.date)


def _actor(ref: ActorRef, actor: ActorCard, site: Site) -> dict[str, Any]:
    """Return an actor with its role in this briefing: schema.org has a word for what people do, none for states."""
    kind = TYPES.get(actor.type, UNKNOWN)
    return _known(
        {
            "@type": kind,
            "@id": site.absolute(actor_uri(actor.id)),
            "url": site.absolute(actor_uri(actor.id)),
            "name": actor.name,
            "alternateName": [alias for alias in actor.aliases if alias != actor.name],
            "jobTitle" if kind == "Person" else "description": ref.role,
        }
    )


def _background(card: BriefingCard, library: Library) -> Iterable[BriefingCard]:
    """Yield the briefings that this one refers back to; one on the same event is not cited by it."""
    for relation in card.related:
        other = library.briefings.get(relation.page)
        if relation.why == Why.BACKGROUND.value and other and other.stage != WITHDRAWN:
            yield other


def _cited(card: BriefingCard, site: Site, words: Words) -> dict[str, Any]:
    url = site.absolute(briefing_uri(card.name))
    return _known({"@type": "Report", "@id": url, "url": url, "headline": title_of(card, words).text})


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [])}
