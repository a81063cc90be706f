"""Names of pages and ids of actors: what stands in file names and addresses, and never changes once written."""

from __future__ import annotations

import re

from anyascii import anyascii

LONGEST = 60
"""Characters of a slug: long enough to tell pages apart, short enough for any file system."""
_ENOUGH = 400
"""Characters of a title that are looked at: no slug needs more, and a hostile title may be megabytes."""
_APOSTROPHES = re.compile("['\u2018\u2019\u00b4`]")
_RESERVED = re.compile(r"(?:index|readme|con|prn|aux|nul|com[0-9]|lpt[0-9])")
"""`index` and `readme` are a folder's own page to MkDocs; the others name devices to Windows."""


def slug(text: str, at_most: int = LONGEST) -> str:
    """Return a text as lower-case ASCII words with hyphens between, cut at a word; `untitled` where nothing is left."""
    plain = _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", text[:_ENOUGH]))).lower()
    words: list[str] = re.findall(r"[a-z0-9]+", plain)
    if not words:
        return "untitled"
    kept = words[0][:at_most]
    for word in words[1:]:
        if len(kept) + 1 + len(word) > at_most:
            break
        kept += "-" + word
    return kept


def page_name(date: str | None, title: str) -> str:
    """Return a briefing's name: its date made fit for a file name, and its title's slug."""
    return f"{_date_slug(date)}-{slug(title)}"


def actor_id(name: str) -> str:
    """Return the id an actor gets when it is first written."""
    made = slug(name)
    return f"{made}-1" if _RESERVED.fullmatch(made) else made


def _date_slug(date: str | None) -> str:
    """Return an EDTF date without what file names cannot hold: `2023-06~` as `2023-06`, `a/b` as `a-to-b`."""
    ends = [re.sub(r"[^0-9x-]", "", end.partition("T")[0].lower()).strip("-") for end in (date or "").split("/")]
    return "-to-".join(end for end in ends if end)[:LONGEST] or "undated"
