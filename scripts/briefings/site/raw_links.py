"""Links in raw HTML: they name pages by their path in `docs/`, as those in Markdown do, which MkDocs leaves alone."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

MARK = "in-page"
"""The class of such a link, which stands right before its address."""
_HREF = re.compile(rf'(?<=<a class="{MARK}" href=")(?P<path>[^"#]+)')


def path_to(here: str, target: str) -> str:
    """Return what a link on the page `here` says to lead to the page `target` (paths in `docs/`)."""
    return quote(posixpath.relpath(target, posixpath.dirname(here) or "."))


def relative_address(here: str, target: str) -> str:
    """Return the way from one page to another; both are addresses as the site has them."""
    base = here if here.endswith("/") or not here else posixpath.dirname(here)
    return posixpath.relpath(target or ".", base or ".") + ("/" if target.endswith("/") else "")


def resolve_links(page: str, here: str, addresses: Mapping[str, str]) -> str:
    """Return a page's HTML with these links as addresses; `addresses` has the address of each path on the site."""

    def resolved(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(html.unescape(found["path"]))))
        return html.escape(relative_address(addresses[here], addresses[target])) if target in addresses else found[0]

    return _HREF.sub(resolved, page)
