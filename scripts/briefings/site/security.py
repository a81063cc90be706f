"""What a page may do: nothing from other hosts, no inline style, no inline script but the theme's own."""

from __future__ import annotations

import base64
import hashlib
import html
import re

_INLINE = re.compile(r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_DATA = re.compile(r"""\stype\s*=\s*["']?(?:application/|text/pagefind-template)""", re.IGNORECASE)
"""Scripts of such types are never run, so no policy asks for their hash."""
_CHARSET = re.compile(r"""<meta charset=["']?utf-8["']?\s*/?>""", re.IGNORECASE)


def script_hashes(page: str) -> list[str]:
    """Return the CSP hashes of the inline scripts of a page, sorted, each once."""
    codes = {
        found["code"]
        for found in _INLINE.finditer(page)
        if not _SOURCE.search(found["attributes"]) and not _DATA.search(found["attributes"])
    }
    digests = (hashlib.sha256(code.encode("utf-8")).digest() for code in codes)
    return sorted(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)


def content_security_policy(page: str, content: str) -> str:
    """Return the policy for a whole page whose Markdown gave `content`.

    Inline scripts of the theme may run, by their hashes. Those that stand in the content may not: an article or a page
    of prose brings no script of its own. Where the content is not found in the page, no inline script is trusted.
    """
    before, _, after = page.partition(content) if content else (page, "", "")
    trusted = script_hashes(before) + script_hashes(after) if not content or content in page else []
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *dict.fromkeys(trusted)])
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",  # the search engine is WebAssembly
            "style-src 'self'",
            "img-src 'self' data:",  # icons in the theme's style sheets
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "media-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def without_engines(page: str) -> str:
    """Return a whole page with the wish that no search engine of others lists it: for what has been withdrawn."""
    return _CHARSET.sub(lambda found: f'{found[0]}<meta name="robots" content="noindex">', page, count=1)


def with_policy(page: str, content: str = "") -> str:
    """Return a whole page with its policy as the first thing after the charset; one without charset stays as it is."""
    policy = html.escape(content_security_policy(page, content), quote=False).replace('"', "&quot;")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda found: found[0] + meta, page, count=1)
