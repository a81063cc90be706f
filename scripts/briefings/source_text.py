"""What the site shows of an article, read from its seed: the words that are cited, all of it, or nothing."""

from __future__ import annotations

from pathlib import Path

from briefings.library_cards import BriefingCard
from briefings.seed import find_blocks, read_seed
from briefings.site.excerpts import cited_excerpts, whole_article
from briefings.site.sources import Sources
from briefings.site.words import Words
from briefings.store import File, read_file
from briefings.store.read import SEED_LIMIT


def sources_of(card: BriefingCard, folder: Path, extent: str, words: Words) -> Sources:
    """Return what a briefing's page may show of its article; the arguments are those of `shown_text`."""
    return Sources(shown_text(card, folder, extent), card.lang, words, whole=extent == "full")


def shown_text(card: BriefingCard, folder: Path, extent: str) -> dict[int, str]:
    """Return what the site shows of a briefing's article, by paragraph; `extent`: `cited`, `full` or `none`.

    `folder` is where the articles lie. An article that is not there, or cannot be read, shows nothing.
    """
    if extent == "none":
        return {}
    found = read_file(folder / card.seed, SEED_LIMIT, inside=folder) if card.seed else None
    seed = read_seed(found.name, found.data)[0] if isinstance(found, File) else None
    if seed is None:
        return {}
    blocks = {block.n: seed.text[block.start : block.end] for block in find_blocks(seed.text)}
    return whole_article(blocks) if extent == "full" else cited_excerpts(card, blocks)
