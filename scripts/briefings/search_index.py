"""Build the search index over the built site; the program that does it comes with the package `pagefind_bin`."""

from __future__ import annotations

import subprocess
from pathlib import Path

try:
    from pagefind_bin import get_executable
except ImportError:  # there is none for this kind of machine: the site is built without search
    get_executable = None

LANGUAGE = "unknown"
"""One index for all pages, and no stemmer: `site/word_keys.py` has the rules of all three languages.

Without it Pagefind makes an index for each language of `<html lang>`, which here is that of the site's words, and cuts
Norwegian words by English rules. A reader who searches one word wants all languages' pages.
"""
INSTALL = "install it with `python -m pip install pagefind_bin`"
NOT_USED = (
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
)
"""Pagefind's other user interfaces: 200 KB that no page asks for."""
NOT_SEARCHED = ".headerlink, a[href^='#p']"
"""The marks ¶ beside headings and lines."""
LONGEST_RUN = 900
"""Seconds: 10,000 pages take half a minute."""


class SearchIndexError(Exception):
    """The index could not be built; the text says why."""


def indexer() -> Path | None:
    """Return the program that builds the index; None where the package has none for this machine."""
    if get_executable is None:
        return None
    try:
        program: Path = get_executable()
    except FileNotFoundError:
        return None
    return program


def index_site(site: Path, program: Path) -> None:
    """Write `pagefind/` into a built site, from the pages that hold `data-pagefind-body`; raise SearchIndexError."""
    command = [str(program), "--site", str(site), "--force-language", LANGUAGE]
    command += ["--exclude-selectors", NOT_SEARCHED, "--quiet"]
    try:
        done = subprocess.run(  # noqa: S603 — the program comes with the package, its arguments from the configuration
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=LONGEST_RUN,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchIndexError(str(error)) from error
    for name in NOT_USED:
        (site / "pagefind" / name).unlink(missing_ok=True)
    if done.returncode:
        raise SearchIndexError((done.stderr or done.stdout).strip() or f"{program.name} ended with {done.returncode}")
