"""Pages that only lead on: the old address of a renamed briefing, and of an actor that is another."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator

from briefings.library import Library
from briefings.site.links import actor_uri, briefing_uri


def redirects(library: Library) -> Iterator[tuple[str, str]]:
    """Yield (path in `docs/`, path it leads to)."""
    for name, now in library.former.items():
        yield briefing_uri(name), briefing_uri(now)
    for actor in library.actors:
        if library.resolve(actor) != actor:
            yield actor_uri(actor), actor_uri(library.resolve(actor))


def redirect_page(here: str, target: str, title: str) -> str:
    """Return the HTML of a page that leads on at once, without JavaScript; both are addresses as the site has them."""
    base = here if here.endswith("/") or not here else posixpath.dirname(here)
    address = html.escape(posixpath.relpath(target or ".", base or ".") + ("/" if target.endswith("/") else ""))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{html.escape(title)}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{address}">
</head>
<body><p>This page is now <a href="{address}">{html.escape(title)}</a>.</p></body>
</html>
"""
