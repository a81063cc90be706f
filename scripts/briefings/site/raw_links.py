"""Links in raw HTML: they name pages by their path in `docs/`, as those in Markdown do, which MkDocs leaves alone."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

from briefings.errors import Problem
from briefings.site.links import relative_address

IN_PAGE, IN_PICTURE = "in-page", "in-picture"
"""The classes of such links, each right before the address."""
_HREF = re.compile(r'(?<=<a class="in-)(?P<kind>page|picture)" href="(?P<path>[^"#]+)(?P<anchor>[^"]*)(?=")')


def path_to(here: str, target: str, anchor: str = "") -> str:
    """Return what a link on the page `here` says to lead to the page `target` (paths in `docs/`)."""
    return quote(posixpath.relpath(target, posixpath.dirname(here) or ".")) + anchor


def resolve_links(
    page: str, here: str, addresses: Mapping[str, str], in_pictures: str = "href"
) -> tuple[str, tuple[str, ...]]:
    """Return a page's HTML with these links as addresses, and the paths that lead nowhere.

    `here` is the page's path in `docs/`, `addresses` the address of each path on the site, `in_pictures` the attribute
    that holds the address of links in SVG.
    """
    missing: list[str] = []

    def resolved(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(html.unescape(found["path"]))))
        if target not in addresses:
            missing.append(target)
            return found[0]
        address = html.escape(relative_address(addresses[here], addresses[target]))
        attribute = in_pictures if found["kind"] == "picture" else "href"
        return f'{found["kind"]}" {attribute}="{address}{found["anchor"]}'

    return _HREF.sub(resolved, page), tuple(missing)


def leads_nowhere(path: str, target: str) -> Problem:
    """Return what to say of the page at `path`, as people know it, where one of these links leads to no page."""
    return Problem(path, 1, 1, f"a link of the site's own leads to {target}, which is no page", "report this")
