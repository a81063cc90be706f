"""The site as plain Markdown: each page with front matter, laid out, for generators that know nothing of briefings.

What such a page needs is Python-Markdown's `attr_list`, `md_in_html`, `admonition` and `tables`. Links lead to Markdown
files, which all generators rewrite. Of those in raw HTML MkDocs rewrites none and Zensical every `href`, so that only
pictures have any: addresses as directories have them, under the older name of the attribute, which both leave alone.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any
from urllib.parse import quote

import yaml
from msgspec import Struct

from briefings.check.fields import ACTOR, BRIEFING
from briefings.errors import Problem
from briefings.library import WITHDRAWN
from briefings.library_cards import BriefingCard
from briefings.page import Page
from briefings.site.calendar import plain_calendar
from briefings.site.data_files import data_files
from briefings.site.edition import Edition, LaidOut, derived_pages, in_the_way, lay_out
from briefings.site.front_matter import with_front_matter
from briefings.site.links import name_of
from briefings.site.place import Site
from briefings.site.raw_links import leads_nowhere, resolve_links
from briefings.site.redirects import moved_page, redirects, title_at
from briefings.site.sources import Sources

NOT_SEARCHED: Mapping[str, Any] = {"search": {"exclude": True}}
"""Front matter that generators with a search of their own know: what only lists or leads on is not to be found."""
IN_PICTURES = "xlink:href"


class Docs(Struct, frozen=True):
    """What lies in `docs/`, the briefings and actors apart; by path there."""

    paths: Mapping[str, str]
    """What people know each file by, pages or not, those of briefings and actors too."""
    prose: Mapping[str, str]
    """The texts of people's other pages."""
    title: str
    """What the site is called."""


def plain_site(
    edition: Edition, docs: Docs, sources: Callable[[BriefingCard], Sources], problems: list[Problem]
) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of all pages and of the data; what is wrong is added to `problems`.

    `sources` gives what may be shown of an article.
    """
    words = edition.words

    def is_free(uri: str) -> bool:
        if uri in docs.paths:
            problems.append(in_the_way(docs.paths[uri]))
        return uri not in docs.paths

    leading_on = {uri: to for uri, to in redirects(edition.library) if uri in edition.pages or is_free(uri)}
    derived = {uri: laid for uri, laid in derived_pages(edition, plain_calendar) if is_free(uri)}
    pages = sorted({*edition.pages, *edition.problems, *docs.prose, *derived, *leading_on})
    addresses = {uri: address_of(uri) for uri in pages}
    for uri in pages:
        if uri in leading_on:
            text = _leading_on(uri, leading_on[uri], edition)
        elif uri in derived:
            text = with_front_matter(derived[uri].markdown, {**derived[uri].front, **NOT_SEARCHED})
        else:
            text = _held(uri, lay_out(uri, docs.prose.get(uri, ""), edition, sources), edition)
        text, missing = resolve_links(text, uri, addresses, IN_PICTURES)
        problems.extend(leads_nowhere(docs.paths.get(uri, uri), target) for target in missing)
        yield uri, text
    site = Site(docs.title, words("site_description"), None, addresses)
    for uri, text in data_files(edition.library, site):
        if is_free(uri):
            yield uri, text


def address_of(uri: str) -> str:
    """Return the address of the page at a path, as generators give it that make a directory of each page."""
    folder, _, name = uri.removesuffix(".md").rpartition("/")
    if name in ("index", "README"):
        return f"{quote(folder)}/" if folder else "./"
    return quote(uri.removesuffix(".md")) + "/"


def _held(uri: str, laid: LaidOut, edition: Edition) -> str:
    """Return a page that a file holds; people's own prose still begins with the front matter they wrote."""
    words, page = edition.words, edition.pages.get(uri)
    if page is None:
        unreadable = {"title": words("unreadable"), **NOT_SEARCHED}
        return with_front_matter(laid.markdown, unreadable) if uri in edition.problems else laid.markdown
    card = edition.briefing_at(uri)
    if card:
        about = {"date": card.date, "lang": card.lang, "tags": list(card.tags), "hide": ["navigation"]}
        others, unlisted = _others(page, BRIEFING.keys()), card.stage == WITHDRAWN
    else:
        about, others = {}, _others(page, ACTOR.keys())
        unlisted = edition.library.actors[name_of(uri)].hidden
    in_order = {"title": None, "description": None, **about, **others, **laid.front}
    return with_front_matter(laid.markdown, {**in_order, **(NOT_SEARCHED if unlisted else {})})


def _leading_on(uri: str, target: str, edition: Edition) -> str:
    library, words = edition.library, edition.words
    laid = moved_page(uri, target, library, words)
    return with_front_matter(laid, {"title": html.escape(title_at(target, library, words).text), **NOT_SEARCHED})


def _others(page: Page, known: AbstractSet[str]) -> Mapping[str, Any]:
    """Return what people wrote in front matter for a generator: keys that are none of ours, as generators read them."""
    if known >= page.data.keys():
        return {}
    # No type but YAML's own can stand there: a page that sets one, or names a date that is none, was not readable.
    return {key: value for key, value in yaml.safe_load(page.front).items() if key not in known}
