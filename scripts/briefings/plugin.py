"""MkDocs hooks: they translate between MkDocs and the functions that lay out the site, and decide nothing."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from briefings import page as briefing_file
from briefings.errors import BriefingsError
from briefings.library import BriefingCard, Library, to_library
from briefings.markdown_text import escape
from briefings.seed import find_blocks, read_seed
from briefings.site.briefing_page import briefing_page
from briefings.site.excerpts import cited_excerpts
from briefings.site.lists import actor_page, busiest, newest
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
