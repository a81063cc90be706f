"""MkDocs hooks: they translate between MkDocs and the functions that lay out the site, and decide nothing."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from briefings import page as briefing_file
from briefings import search_index, theming
from briefings.errors import BriefingsError
from briefings.library import BriefingCard, Library, to_library
from briefings.markdown_text import escape
from briefings.seed import find_blocks, read_seed
from briefings.site.briefing_page import briefing_page
from briefings.site.excerpts import cited_excerpts
from briefings.site.lists import actor_page, busiest, newest
from briefings.site.search import SearchRecord, actor_record, briefing_record, called, prose_record, with_search_markup
from briefings.site.security import with_policy
from briefings.store import File as StoredFile
from briefings.store import read_file
from briefings.store.read import SEED_LIMIT

log = get_plugin_logger("briefings")

BRIEFINGS, ACTORS = "briefings/", "actors/"
MARKERS = {"<!-- briefings: newest -->": newest, "<!-- briefings: actors -->": busiest}
"""What a page of prose may hold, and what is put in its place."""


class BriefingsConfig(Config):
    """The plugin's options in `mkdocs.yml`."""

    seeds_dir = config_options.Dir(exists=False, default="seeds")
    """Where the articles lie, for the excerpts that briefings cite; relative to `mkdocs.yml`."""
    offline = config_options.Type(bool, default=False)
    """Build a site that opens from disk; it has no search, which browsers allow from a server only."""


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Shows briefing and actor pages with all that other pages tell about them."""

    library: Library
    pages: dict[str, briefing_file.Page]

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read all briefing and actor pages before any of them is rendered."""
        self.pages = {file.src_uri: page for file in files.documentation_pages() if (page := _read(file, config))}
        self.library = to_library(self._under(BRIEFINGS), self._under(ACTORS))
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put the derived parts around what the page itself says."""
        del config, files
        ours = self.pages.get(page.file.src_uri)
        name = page.file.src_uri.rpartition("/")[2].removesuffix(".md")
        if ours is None:
            for marker, fill in MARKERS.items():
                markdown = markdown.replace(marker, fill(self.library))
            return markdown
        if page.file.src_uri.startswith(BRIEFINGS):
            card = self.library.briefings[name]
            page.meta.update(title=html.escape(card.title), description=html.escape(card.summary or ""))
            return briefing_page(card, ours.body, self.library, self._cited(card))
        actor = self.library.actors[name]
        page.meta["title"] = html.escape(actor.name)
        return actor_page(actor, ours.body, self.library)

    def _under(self, folder: str) -> Iterator[tuple[str, briefing_file.Page]]:
        for uri, page in self.pages.items():
            if uri.startswith(folder):
                yield uri.removeprefix(folder).removesuffix(".md"), page

    def _cited(self, card: BriefingCard) -> dict[int, str]:
        folder = Path(self.config.seeds_dir)
        found = read_file(folder / card.seed, SEED_LIMIT, inside=folder) if card.seed else None
        seed = read_seed(found.name, found.data)[0] if isinstance(found, StoredFile) else None
        if seed is None:
            return {}
        return cited_excerpts(card, {block.n: seed.text[block.start : block.end] for block in find_blocks(seed.text)})

    # --- search, the theme, the policy of a page ------------------------------------------------------------------

    serving = False
    indexer: Path | None = None
    """The program that builds the search index; None where there is none or the site is built for disk."""
    called: dict[str, tuple[str, ...]]
    """Actor id → all it is called."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether pages are served while people edit: then MkDocs adds a script that the policy cannot know."""
        del dirty
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the theme's parts of ours."""
        self.indexer = None if self.config.offline else search_index.indexer()
        if self.config.offline:
            theming.make_offline(config)
        elif not self.indexer:
            log.warning("the site gets no search: the program pagefind is missing; %s", search_index.INSTALL)
        theming.add_theme(config, searchable=self.indexer is not None)
        return config

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Gather once, for all pages, what each actor is called."""
        del config, files
        names = {ref: briefing_file.table_of(page, "names").values() for ref, page in self._under(ACTORS)}
        self.called = called(self.library.actors.values(), names)
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Tell the templates whether there is a search, and its words."""
        del files
        env.globals["briefings_search"] = theming.search_globals(config.theme["language"]) if self.indexer else None
        return env

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Add what the search index takes from a page."""
        del config, files
        record = self._search_record(page) if self.indexer else None
        return with_search_markup(html, record) if record else html

    @event_priority(-100)  # the last: the policy holds the hashes of the scripts that stand in the page by then
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put the Content-Security-Policy into a page."""
        del config
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

    def _search_record(self, page: MkDocsPage) -> SearchRecord | None:
        uri = page.file.src_uri
        name = uri.rpartition("/")[2].removesuffix(".md")
        if uri.startswith((BRIEFINGS, ACTORS)):
            if uri not in self.pages:
                return None
            if uri.startswith(BRIEFINGS):
                return briefing_record(self.library.briefings[name], self.library, self.called)
            return actor_record(self.library.actors[name], self.pages[uri].body, self.library, self.called)
        if page.file.generated_by or any(marker in page.file.content_string for marker in MARKERS):
            return None  # lists of what other pages say
        return prose_record(str(page.title or name), page.meta.get("description"))


def _read(file: File, config: MkDocsConfig) -> briefing_file.Page | None:
    """Read a page of ours; one that cannot be read is warned of, which fails a strict build."""
    if not file.src_uri.startswith((BRIEFINGS, ACTORS)):
        return None
    path = f"{Path(config.docs_dir).name}/{file.src_uri}"
    try:
        return briefing_file.read_page(path, file.content_bytes)
    except BriefingsError as error:
        for problem in error.problems:
            log.warning("%s", problem)
        # MkDocs would print the broken front matter as the page; the reader gets the remedy instead.
        notice = "\n\n".join(escape(str(problem)) for problem in error.problems)
        file.content_string = f"# This page cannot be shown\n\n{notice}\n"
        return None
