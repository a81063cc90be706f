"""Where the site's pages lie, and links between them as Markdown; MkDocs rewrites and validates them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from briefings.library import Library
from briefings.library_cards import BriefingCard
from briefings.markdown_text import escape
from briefings.site.titles import title_of
from briefings.site.words import Words, in_language, lang_mark
from briefings.threads import Thread

HOME = "index.md"
BRIEFINGS = "briefings/"
ACTORS = "actors/"
ACTORS_INDEX = "actors/index.md"
DATES = "dates/"
DATES_INDEX = "dates/index.md"
UNDATED = "dates/undated.md"
NETWORK = "network.md"
THREADS = "threads/"
THREADS_INDEX = "threads/index.md"


def briefing_uri(name: str) -> str:
    """Return the path of a briefing's page in `docs/`."""
    return f"{BRIEFINGS}{name}.md"


def actor_uri(actor: str) -> str:
    """Return the path of an actor's page in `docs/`."""
    return f"{ACTORS}{actor}.md"


def name_of(uri: str) -> str:
    """Return the name of the page at a path in `docs/`: a briefing's name, an actor's id."""
    return uri.rpartition("/")[2].removesuffix(".md")


def thread_uri(thread: Thread) -> str:
    """Return the path of a thread's page in `docs/`."""
    return f"{THREADS}{thread.id}.md"


def link(here: str, target: str, text: str, anchor: str = "") -> str:
    """Return a link from the page `here` to the page `target` (paths in `docs/`); `text` is plain."""
    path = posixpath.relpath(target, posixpath.dirname(here) or ".")
    return f"[{escape(text, at_start=False)}]({path}{anchor})"


def relative_address(here: str, target: str) -> str:
    """Return the way from one page to another; both are addresses as the site has them."""
    base = here if here.endswith("/") or not here else posixpath.dirname(here)
    return posixpath.relpath(target or ".", base or ".") + ("/" if target.endswith("/") else "")


def briefing_link(here: str, card: BriefingCard, words: Words, anchor: str = "") -> str:
    """Return a briefing's title, leading to its page."""
    title = title_of(card, words)
    return f"{link(here, briefing_uri(card.name), title.text, anchor)}{lang_mark(title.lang)}"


def briefing_line(here: str, card: BriefingCard, words: Words, more: str = "") -> str:
    """Return one line that leads to a briefing: its title, its date in words, `more`, its title in the original."""
    title = title_of(card, words)
    date = words.date(card.date) if card.date else words("undated").lower()
    first = f"{briefing_link(here, card, words)}, {escape(date, at_start=False)}{more}"
    if not title.original:
        return first
    # Emphasis, for inline text takes attributes on elements only; the style sheet sets it on a line of its own.
    return f"{first} *{escape(title.original, at_start=False)}*{lang_mark(title.original_lang, '.original')}"


def actor_link(here: str, actor: str, library: Library) -> str:
    """Return an actor's name, leading to its page where it has one."""
    own = library.resolve(actor)
    card = library.actors.get(own)
    return link(here, actor_uri(own), card.name) if card else escape(actor, at_start=False)


def role_in(card: BriefingCard, role: str) -> str:
    """Return a role in the words of a briefing, as Markdown."""
    return in_language(escape(role, at_start=False), card.lang)


def crumbs(here: str, trail: Sequence[tuple[str, str]], words: Words) -> str:
    """Return the way from the home page to here: (path, text) of each page above this one."""
    steps = (link(here, target, text) for target, text in ((HOME, words("home")), *trail))
    return " › ".join(steps) + "\n{: .crumbs }"


def heading(key: str, words: Words) -> str:
    """Return a second-level heading; its anchor is the label's key, so that links hold in every language."""
    return f"## {words(key)} {{: #{key.replace('_', '-')} }}"


def sections(words: Words, *parts: tuple[str, Iterable[str]]) -> str:
    """Return second-level sections of (label of the heading, lines), those without lines left out."""
    found = ((key, "\n".join(lines).rstrip()) for key, lines in parts)
    return "\n\n".join(f"{heading(key, words)}\n\n{text}" for key, text in found if text)


def page(*parts: str) -> str:
    """Return the parts that are not empty as one page of Markdown."""
    return "\n\n".join(part for part in parts if part) + "\n"
