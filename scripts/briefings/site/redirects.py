"""Pages that only lead on: the old address of a renamed briefing, and of an actor that is another."""

from __future__ import annotations

import html
from collections.abc import Iterator

from briefings.library import Library
from briefings.markdown_text import escape
from briefings.site.links import BRIEFINGS, actor_uri, briefing_uri, link, name_of, page, relative_address
from briefings.site.titles import Shown, title_of
from briefings.site.words import SOURCE_LANGUAGES, Words, lang_mark


def redirects(library: Library) -> Iterator[tuple[str, str]]:
    """Yield (path in `docs/`, path it leads to)."""
    for name, now in library.former.items():
        if name_of(name) == name:  # the index of names is a file like any other: no path in it leads elsewhere
            yield briefing_uri(name), briefing_uri(now)
    for actor in library.actors:
        if library.resolve(actor) != actor:
            yield actor_uri(actor), actor_uri(library.resolve(actor))


def title_at(uri: str, library: Library, words: Words) -> Shown:
    """Return the title of the briefing or actor whose page lies at a path in `docs/`."""
    name = name_of(uri)
    if uri.startswith(BRIEFINGS):
        return title_of(library.briefings[name], words)
    return Shown(library.actors[name].name, None)


def moved_page(here: str, target: str, library: Library, words: Words) -> str:
    """Return a page that leads on by a link, as Markdown; both are paths in `docs/`."""
    title = title_at(target, library, words)
    there = f"{link(here, target, title.text)}{lang_mark(title.lang)}"
    return page(f"# {escape(title.text)}", words("moved", page=there))


def redirect_page(here: str, target: str, title: Shown, words: Words) -> str:
    """Return the HTML of a page that leads on at once, without JavaScript; both are addresses as the site has them."""
    address = html.escape(relative_address(here, target))
    marked = f' lang="{title.lang}"' if title.lang in SOURCE_LANGUAGES else ""
    there = f'<a href="{address}"{marked}>{html.escape(title.text)}</a>'
    return f"""<!doctype html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{html.escape(title.text)}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{address}">
</head>
<body><p>{words("moved", page=there)}</p></body>
</html>
"""
