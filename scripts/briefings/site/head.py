"""What a page's head tells others: its feeds, and title, bottom line and picture for those who show a link to it."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from briefings import edtf_date
from briefings.library_cards import ActorCard, BriefingCard
from briefings.markdown_text import one_line
from briefings.site.cards import HEIGHT, WIDTH
from briefings.site.feeds import ATOM_TYPE, JSON_TYPE, Feed
from briefings.site.place import Site
from briefings.site.titles import summary_of, title_of
from briefings.site.words import SOURCE_LANGUAGES, Words

REL = "alternate feed"
TERRITORIES = {"nb": "nb_NO", "nn": "nn_NO", "da": "da_DK", "sv": "sv_SE", "en": "en_GB"}
"""A language as Open Graph names it."""


class Preview(Struct, frozen=True):
    """A page as others show a link to it."""

    title: str
    description: str
    lang: str
    """Of the title; the site's own where nothing says otherwise."""
    kind: str = "website"
    """Open Graph's type."""
    facts: tuple[tuple[str, str], ...] = ()
    """(property, value) that belong to the type."""


def briefing_preview(card: BriefingCard, words: Words) -> Preview:
    """Return a briefing by its title and bottom line, translated where the site shows them so."""
    title, summary = title_of(card, words), summary_of(card, words)
    day = edtf_date.day(card.date) if card.date else None
    facts = [*([("article:published_time", day)] if day else []), *(("article:tag", tag) for tag in card.tags)]
    lang = title.lang if title.lang in SOURCE_LANGUAGES else None
    return Preview(title.text, summary.text if summary else "", lang or words.language, "article", tuple(facts))


def actor_preview(actor: ActorCard, appearances: int, words: Words) -> Preview:
    """Return an actor by what it is and how many briefings name it."""
    kind = words.one_of("types", actor.type) or actor.type
    known = [kind, words.count("briefings", appearances)]
    return Preview(actor.name, " · ".join(part for part in known if part), words.language, "profile")


def head_elements(preview: Preview, url: str | None, picture: str | None, site: Site) -> str:
    """Return the elements for a page at `url` with its picture; None where the site's address is not known."""
    return "\n".join(
        f'<meta {"name" if key.startswith("twitter:") else "property"}="{key}" content="{_attribute(value)}">'
        for key, value in _properties(preview, url, picture, site)
        if value
    )


def _properties(preview: Preview, url: str | None, picture: str | None, site: Site) -> Iterator[tuple[str, str]]:
    yield "og:type", preview.kind
    yield "og:site_name", site.name
    yield "og:title", preview.title
    yield "og:description", preview.description
    yield "og:locale", TERRITORIES[preview.lang]
    yield "og:url", url or ""
    yield from preview.facts
    if picture:
        yield "og:image", picture
        yield "og:image:type", "image/png"
        yield "og:image:width", str(WIDTH)
        yield "og:image:height", str(HEIGHT)
        yield "og:image:alt", preview.title
    # All else is taken from the properties above.
    yield "twitter:card", "summary_large_image" if picture else "summary"


def feed_elements(feeds: Sequence[Feed], site: Site) -> str:
    """Return what lets a feed reader find feeds, the nearest first.

    `rel` has a second word because Material takes each `link[rel=alternate]` for the site in another language, and
    loads the sitemap beside it.
    """
    return "\n".join(
        f'<link rel="{REL}" type="{kind}" title="{_attribute(feed.title)}" href="{_attribute(site.url(path))}">'
        for feed in feeds
        for kind, path in ((ATOM_TYPE, feed.atom), (JSON_TYPE, feed.json))
    )


def feeds_for(page: str, home: str, feeds: Mapping[str, Feed]) -> list[Feed]:
    """Return the feeds that a page names: its own, and that of all."""
    return [feeds[one] for one in dict.fromkeys((page, home)) if one in feeds]


def with_head(page: str, *elements: str) -> str:
    """Return a whole page with elements at the end of its head."""
    before, end, after = page.partition("</head>")
    added = "".join(f"{element}\n" for element in elements if element)
    return f"{before}{added}{end}{after}" if end else page


def _attribute(text: str) -> str:
    return html.escape(" ".join(one_line(text).split()))
