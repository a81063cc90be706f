"""Pages of people's own that exist in several languages: `about.nn.md` stands in for `about.md` on a Nynorsk site."""

from __future__ import annotations

import re
from collections.abc import Collection

from briefings.site.links import ACTORS, BRIEFINGS
from briefings.site.words import LOCALES

_IN_LANGUAGE = re.compile(rf"(?P<page>.+)\.(?P<language>{'|'.join(sorted(LOCALES))})\.md")


def find_variants(paths: Collection[str], language: str) -> dict[str, str | None]:
    """Return, by path of a page in another language, the page that it stands in for on a site in `language`, or None.

    Paths are those of the documentation pages in `docs/`. A file with a language in its name and no page beside it is a
    page like any other, and so is a briefing or an actor, whose names people choose.
    """
    variants: dict[str, str | None] = {}
    for path in sorted(paths):
        named = _IN_LANGUAGE.fullmatch(path)
        if named and not path.startswith((BRIEFINGS, ACTORS)) and f"{named['page']}.md" in paths:
            variants[path] = f"{named['page']}.md" if named["language"] == language else None
    return variants
