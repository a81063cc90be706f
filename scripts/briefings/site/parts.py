"""A page whose lists would grow without bound, parted into several: what comes first stands on the first."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from briefings.site.links import crumbs, link, page, sections
from briefings.site.words import Words

MOST_LINES = 200
"""Lines of one list on a page."""


class Listing(Struct, frozen=True):
    """A list that may be longer than a page."""

    key: str
    """Label of its heading; empty for none."""
    size: int
    line: Callable[[str, int], str]
    """The line with this index, from 0, as the page at this path in `docs/` shows it: links differ by page."""


class Parted(Struct, frozen=True):
    """A page to lay out."""

    uri: str
    title: str
    """Plain, as in the browser's tab; `heading` says it in Markdown."""
    heading: str
    trail: tuple[tuple[str, str], ...]
    """(path, text) of the pages above."""
    head: Sequence[str]
    """Markdown that the first part has before its lists."""
    listings: Sequence[Listing]
    foot: str = ""
    """Markdown that the first part has after its lists."""


def in_parts(whole: Parted, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield (path, title, Markdown) of a page and of the parts that follow it."""
    longest = max((listing.size for listing in whole.listings), default=0)
    count = max(1, -(-longest // MOST_LINES))
    uris = [part_uri(whole.uri, number) for number in range(1, count + 1)]
    for at, here in enumerate(uris):
        named = words("part", n=str(at + 1), all=str(count)) if count > 1 else ""
        above = whole.trail if at == 0 else (*whole.trail, (whole.uri, whole.title))
        yield (
            here,
            f"{whole.title}, {named}" if at else whole.title,
            page(
                crumbs(here, above, words),
                f"# {whole.heading}, {named}" if at else f"# {whole.heading}",
                *(whole.head if at == 0 else ()),
                *(_listed(one, here, at, words) for one in whole.listings),
                whole.foot if at == 0 else "",
                _other_parts(here, uris, words),
            ),
        )


def part_uri(uri: str, number: int) -> str:
    """Return the path of a part of a page: `dates/2023/07.md`, `dates/2023/07/part-2.md`.

    Those of an index lie in a folder of their own, `threads/part/2.md`, for a thread may be called `part-2`.
    """
    if number == 1:
        return uri
    folder, name = posixpath.split(uri.removesuffix(".md"))
    return f"{folder}/part/{number}.md" if name == "index" else f"{folder}/{name}/part-{number}.md"


def _listed(listing: Listing, here: str, at: int, words: Words) -> str:
    shown = range(at * MOST_LINES, min((at + 1) * MOST_LINES, listing.size))
    lines = [listing.line(here, index) for index in shown]
    return sections(words, (listing.key, lines)) if listing.key else "\n".join(lines)


def _other_parts(here: str, uris: Sequence[str], words: Words) -> str:
    if len(uris) == 1:
        return ""
    named = ((uri, words("part", n=str(number), all=str(len(uris)))) for number, uri in enumerate(uris, 1))
    return " · ".join(f"**{name}**" if uri == here else link(here, uri, name) for uri, name in named) + "\n{: .parts }"
