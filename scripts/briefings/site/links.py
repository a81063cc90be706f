"""Where the site's pages lie, and links between them as Markdown; MkDocs rewrites and validates them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from briefings import edtf_date
from briefings.library import BriefingCard, Library
from briefings.markdown_text import escape

HOME = "index.md"
BRIEFINGS = "briefings/"
ACTORS = "actors/"
ACTORS_INDEX = "actors/index.md"
DATES = "dates/"
DATES_INDEX = "dates/index.md"
UNDATED = "dates/undated.md"


def briefing_uri(name: str) -> str:
    """Return the path of a briefing's page in `docs/`."""
    return f"{BRIEFINGS}{name}.md"


def actor_uri(actor: str) -> str:
    """Return the path of an actor's page in `docs/`."""
    return f"{ACTORS}{actor}.md"


def link(here: str, target: str, words: str, anchor: str = "") -> str:
    """Return a link from the page `here` to the page `target` (paths in `docs/`); `words` is plain text."""
    path = posixpath.relpath(target, posixpath.dirname(here) or ".")
    return f"[{escape(words, at_start=False)}]({path}{anchor})"


def briefing_line(here: str, card: BriefingCard) -> str:
    """Return one line that leads to a briefing: its title, and its date in words."""
    date = edtf_date.in_words(card.date, "en") if card.date else "undated"
    return f"{link(here, briefing_uri(card.name), card.title)}, {escape(date, at_start=False)}"


def actor_link(here: str, actor: str, library: Library) -> str:
    """Return an actor's name, leading to its page where it has one."""
    own = library.resolve(actor)
    card = library.actors.get(own)
    return link(here, actor_uri(own), card.name) if card else escape(actor, at_start=False)


def crumbs(here: str, trail: Sequence[tuple[str, str]]) -> str:
    """Return the way from the home page to here: (path, words) of each page above this one."""
    steps = (link(here, target, words) for target, words in ((HOME, "Briefings"), *trail))
    return " › ".join(steps) + "\n{: .crumbs }"


def sections(*parts: tuple[str, Iterable[str]]) -> str:
    """Return second-level sections of (heading, lines), those without lines left out."""
    found = ((heading, "\n".join(lines).rstrip()) for heading, lines in parts)
    return "\n\n".join(f"## {heading}\n\n{text}" for heading, text in found if text)


def page(*parts: str) -> str:
    """Return the parts that are not empty as one page of Markdown."""
    return "\n\n".join(part for part in parts if part) + "\n"
