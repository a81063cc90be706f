"""MkDocs hooks: they translate between MkDocs and the functions that lay out the site, and decide nothing."""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Literal

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from briefings import search_index, theming
from briefings.check.body import missing_links
from briefings.former_names import read_former_names
from briefings.library import WITHDRAWN, to_library
from briefings.library_cards import BriefingCard
from briefings.site.cards import FONTS, SITE_CARD, card_files, card_path, to_typefaces
from briefings.site.compounds import lexicon
from briefings.site.data_files import data_files
from briefings.site.edition import Edition, derived_pages, is_card, lay_out, to_edition
from briefings.site.feeds import Feed, feed_files, feed_link, to_feeds
from briefings.site.front_matter import with_front_matter
from briefings.site.head import (
    Preview,
    actor_preview,
    briefing_preview,
    feed_elements,
    feeds_for,
    head_elements,
    with_head,
)
from briefings.site.home import MARKERS
from briefings.site.linked_data import linked_data
from briefings.site.links import HOME, name_of
from briefings.site.loading import preload_elements
from briefings.site.place import Site
from briefings.site.raw_links import leads_nowhere, resolve_links
from briefings.site.redirects import redirect_page, redirects, title_at
from briefings.site.search import SearchRecord, actor_record, briefing_record, called, prose_record, with_search_markup
from briefings.site.security import with_policy, without_engines
from briefings.site.words import LOCALES, words_in
from briefings.site_files import add_file, choose_language, use_one_stylesheet
from briefings.source_text import sources_of
from briefings.store import Layout

log = get_plugin_logger("briefings")


class BriefingsConfig(Config):
    """The plugin's options in `mkdocs.yml`."""

    seeds_dir = config_options.Dir(exists=False, default="seeds")
    """Where the articles lie, for the excerpts that briefings cite; relative to `mkdocs.yml`."""
    offline = config_options.Type(bool, default=False)
    """Build a site that opens from disk; it has no search, which browsers allow from a server only."""
    cards = config_options.Type(int, default=1000)
    """How many of the newest briefings have a picture of their own for links to them; the others show the site's."""
    preload = config_options.ListOfItems(config_options.Type(str), default=[])
    """Fonts (WOFF2) that every page shows at once: paths on the site."""
    source_text = config_options.Choice(("cited", "full", "none"), default="cited")
    """What is shown of an article, which belongs to others: the words that are cited, all of it, or nothing."""


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Shows briefing and actor pages with all that other pages tell about them, and pages by date and by actor."""

    def __init__(self) -> None:
        """Remember nothing yet; one plugin lives through all builds of a `mkdocs serve`."""
        self.serving = False
        self.words = words_in("en")
        """What the site says, in the language that `theme.language` sets."""
        self.edition = Edition(to_library([], []), self.words)
        self.leading_on: dict[str, str] = {}
        """Path of a page that only leads on → path of the page it leads to."""
        self.written_in: dict[str, str] = {}
        """Path of a person's own page → path of the file that holds it in the site's language."""
        self.urls: dict[str, str] = {}
        """Path of a page → its address on the site."""
        self.called: dict[str, tuple[str, ...]] = {}
        """Actor id → all it is called."""
        self.site = Site("", "")
        self.feeds: dict[str, Feed] = {}
        """By the path of the page each belongs to."""
        self.cards: frozenset[str] = frozenset()
        """Paths of the pictures drawn for links."""
        self.lexicon = lexicon([])
        """The words that the search takes for parts of longer ones."""
        self.indexer: Path | None = None
        """The program that builds the search index; None where there is none or the site is built for disk."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether people are editing.

        Then a page that cannot be read keeps its last good version, and MkDocs adds a script that no policy can know.
        """
        del dirty
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the theme's parts of ours."""
        self.indexer = None if self.config.offline else search_index.indexer()
        if self.config.offline:
            theming.make_offline(config)
        elif not self.indexer:
            log.warning("the site gets no search: the program pagefind is missing; %s", search_index.INSTALL)
        self.words, unknown = theming.set_language(config)
        if unknown:
            known = ", ".join(sorted(LOCALES))
            log.warning(
                "the site's own words are not there in `%s` (theme.language): they are English; known: %s",
                unknown,
                known,
            )
        theming.add_theme(config, searchable=self.indexer is not None)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read all briefing and actor pages before any of them is rendered, and add the pages that no file holds."""
        self.written_in = choose_language(files, self.words.language)
        self._read(files, config)
        for uri, page in derived_pages(self.edition):
            add_file(files, config, uri, with_front_matter(page.markdown, page.front))
        self.leading_on = {}
        for uri, target in redirects(self.edition.library):
            if uri in self.edition.pages or add_file(files, config, uri, "---\nsearch: {exclude: true}\n---\n"):
                self.leading_on[uri] = target
        use_one_stylesheet(files, config)
        self._warn_of_missing_fonts(files)
        self.urls = {file.src_uri: file.url for file in files.documentation_pages()}
        self._add_for_machines(files, config)
        for uri, read in self.edition.pages.items():
            for problem in missing_links(read, uri, lambda path: files.get_file_from_path(path) is not None):
                log.warning("%s", problem)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put the derived parts around what the page itself says."""
        del config, files
        uri = page.file.src_uri
        if uri in self.written_in and page.edit_url:
            page.edit_url = page.edit_url.removesuffix(uri) + self.written_in[uri]
        if uri in self.leading_on:
            return ""
        seeds, extent = Path(self.config.seeds_dir), self.config.source_text
        sources = partial(sources_of, folder=seeds, extent=extent, words=self.words)
        laid = lay_out(uri, markdown, self.edition, sources, page.canonical_url or "")
        page.meta.update(laid.front)
        if self.edition.briefing_at(uri):
            page.meta.setdefault("hide", ["navigation"])  # it holds no briefing, and the page needs the room
        return f"{laid.markdown}\n\n{feed_link(self.feeds[uri], self.words)}\n" if uri in self.feeds else laid.markdown

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Tell the templates the site's words, and whether there is a search."""
        del config, files
        env.globals.update(theming.template_globals(self.words, searchable=self.indexer is not None))
        return env

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Lead links in raw HTML to their pages, and add what the search index takes from a page."""
        del files
        html, missing = resolve_links(html, page.file.src_uri, self.urls)
        for target in missing:
            log.warning("%s", leads_nowhere(f"{Path(config.docs_dir).name}/{page.file.src_uri}", target))
        record = self._search_record(page) if self.indexer else None
        return with_search_markup(html, record, self.lexicon) if record else html

    @event_priority(-100)  # the last: the policy holds the hashes of the scripts that stand in the page by then
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Let old addresses of renamed and merged pages lead on, and put the Content-Security-Policy into a page."""
        del config
        moved = self._redirect(page)
        card = self.edition.briefing_at(page.file.src_uri)
        if moved:
            output = moved
        elif card and card.stage == WITHDRAWN:
            output = without_engines(output)
        else:
            output = with_head(output, *self._head(page, card))
        return output if self.serving or self.config.offline else with_policy(output, page.content or "")

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Put the policy into pages that come from a template alone, such as 404."""
        del config
        bare = self.serving or self.config.offline or not template_name.endswith(".html")
        return output_content if bare else with_policy(output_content)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the pages once they are written."""
        if self.indexer is None:
            return
        try:
            search_index.index_site(Path(config.site_dir), self.indexer)
        except search_index.SearchIndexError as error:
            log.warning("the search index could not be built: %s", error)

    def _redirect(self, page: MkDocsPage) -> str | None:
        target = self.leading_on.get(page.file.src_uri)
        if target is None:
            return None
        title = title_at(target, self.edition.library, self.words)
        return redirect_page(page.file.url, self.urls[target], title, self.words)

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Follow the articles as well: the excerpts that briefings cite come from there."""
        if Path(self.config.seeds_dir).is_dir():
            server.watch(self.config.seeds_dir)
        return server

    def _warn_of_missing_fonts(self, files: Files) -> None:
        for path in self.config.preload:
            if files.get_file_from_path(path) is None:
                log.warning("`preload` of the plugin briefings in mkdocs.yml names %s, and there is no such file", path)

    def _read(self, files: Files, config: MkDocsConfig) -> None:
        """Read all pages; what cannot be read is warned of, which fails a strict build but never stops the server."""
        docs = Path(config.docs_dir)
        former, wrong = read_former_names(Layout(docs=docs))
        cards = (file for file in files.documentation_pages() if is_card(file.src_uri))
        read = ((file.src_uri, f"{docs.name}/{file.src_uri}", file.content_bytes) for file in cards)
        self.edition = to_edition(read, former, self.words, self.edition.pages if self.serving else None)
        self.called = called(self.edition.library.actors.values())
        self.lexicon = lexicon(page.body for page in self.edition.pages.values())
        for uri in self.edition.problems:
            if file := files.get_file_from_path(uri):
                # MkDocs would show the broken front matter as text; what replaces it is laid out in on_page_markdown.
                file.content_string = f"# {self.words('unreadable')}\n"
        for problem in (*chain.from_iterable(self.edition.problems.values()), *wrong):
            log.warning("%s", problem)

    def _add_for_machines(self, files: Files, config: MkDocsConfig) -> None:
        """Add feeds, data, and the pictures for links: all that is no page."""
        # On disk there is nothing that could be subscribed to, or linked to from elsewhere.
        address = None if self.config.offline else config.site_url or None
        self.site = Site(config.site_name, config.site_description or "", address, self.urls)
        self.feeds = to_feeds(self.edition.library, self.site)
        for uri, text in (
            *data_files(self.edition.library, self.site),
            *feed_files(self.feeds, self.site, self.words),
        ):
            add_file(files, config, uri, text)
        self.cards = frozenset()
        if address and not self.serving:  # nobody shares what they are still editing
            newest = self.edition.library.listed()[: self.config.cards]
            fonts = [file for uri in FONTS if (file := files.get_file_from_path(uri))]
            faces = to_typefaces({file.src_uri: file.content_bytes for file in fonts})
            drawn = card_files(newest, self.site, faces, self.words)
            self.cards = frozenset(uri for uri, png in drawn if add_file(files, config, uri, png))

    def _head(self, page: MkDocsPage, card: BriefingCard | None) -> Iterator[str]:
        """Yield what stands in a page's head for feed readers, for those who show links to it, and for engines."""
        uri, library = page.file.src_uri, self.edition.library
        if card:
            preview = briefing_preview(card, self.words)
        elif actor := self.edition.actor_at(uri):
            preview = actor_preview(actor, len(library.appearances.get(actor.id, ())), self.words)
        else:
            about = html.unescape(str(page.meta.get("description") or self.site.description))
            preview = Preview(html.unescape(str(page.title or self.site.name)), about, self.words.language)
        own = card_path(name_of(uri))
        picture = self.site.absolute(own if card and own in self.cards else SITE_CARD) if self.cards else None
        if not self.config.offline:  # from disk, browsers take no font that a page asks for this way
            yield preload_elements(get_relative_url(path, page.url) for path in self.config.preload)
        yield feed_elements(feeds_for(uri, HOME, self.feeds), self.site)
        yield head_elements(preview, self.site.absolute(uri), picture, self.site)
        if card:
            yield linked_data(card, library, self.site, self.words)

    def _search_record(self, page: MkDocsPage) -> SearchRecord | None:
        uri, edition = page.file.src_uri, self.edition
        if uri in self.leading_on:
            return None
        if briefing := edition.briefing_at(uri):
            return briefing_record(briefing, edition.library, self.called, self.words)
        if actor := edition.actor_at(uri):
            return actor_record(actor, edition.pages[uri].body, edition.library, self.called, self.words)
        lists = any(f"<!-- briefings: {marker} -->" in page.file.content_string for marker in MARKERS)
        if page.file.generated_by or uri in edition.problems or lists:
            return None  # lists of what other pages say
        return prose_record(str(page.title or name_of(uri)), page.meta.get("description"), self.words)
