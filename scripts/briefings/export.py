"""The way out: the whole site as a folder of plain Markdown that another generator publishes without our plugin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib.resources import files
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefings.check.body import missing_links
from briefings.errors import BriefingsError, Problem, Severity
from briefings.former_names import read_former_names
from briefings.page import decode, page_of_text, text_of
from briefings.site.edition import Edition, is_card, to_edition
from briefings.site.links import HOME
from briefings.site.plain import Docs, plain_site
from briefings.site.prose import find_variants
from briefings.site.words import Words
from briefings.source_text import sources_of
from briefings.store import Layout, read_file, read_tree, refuse_taken, shown, write_tree
from briefings.store.read import PAGE_LIMIT

FILE_LIMIT = 1_000_000_000
"""Bytes of a file that is no page; each is in memory while it is copied."""
NAMELESS = "Briefings"
"""What a site is called whose home page has no title."""
PICTURES = ("assets/briefings/pictures.css", "assets/briefings/pictures.js")
"""What the pictures on the pages are coloured and moved by: it comes with the plugin, and lies in no `docs/`."""


class Exported(Struct, frozen=True):
    """What became of an export."""

    files: int
    problems: tuple[Problem, ...]


def export(layout: Layout, target: Path, words: Words, extent: str) -> Exported:
    """Write the whole site in the language of `words` into a folder that is new or empty.

    `extent` is how much of the articles is shown: `cited`, `full` or `none`. Raises BriefingsError where the folder is
    neither, or cannot be written to.
    """
    refuse_taken(target, (layout.docs, layout.seeds))
    tree = read_tree(layout.docs)
    problems = list(tree.problems)
    former, wrong = read_former_names(layout)
    problems.extend(wrong)
    pages = {uri for uri in tree.files if uri.endswith(".md")}
    variants = find_variants(pages, words.language)
    own = {uri: shown(layout.docs / uri) for uri in tree.files if uri not in variants}
    read_from = {uri: uri for uri in sorted(pages - variants.keys())} | {to: uri for uri, to in variants.items() if to}
    edition, prose = _read(layout.docs, read_from, former, words)
    problems.extend(problem for found in edition.problems.values() for problem in found)
    sources = partial(sources_of, folder=layout.seeds, extent=extent, words=words)
    made = plain_site(edition, Docs(own, prose, _title(prose.get(HOME, ""))), sources, problems)
    there = set(own)
    others = (uri for uri in own if uri not in pages)
    count = write_tree(target, _files(made, others, layout.docs, there, problems))
    for uri, page in edition.pages.items():
        problems.extend(missing_links(page, uri, there.__contains__))
    problems.extend(_missing(layout, extent))
    return Exported(count, tuple(sorted(set(problems))))


def _read(
    docs: Path, read_from: Mapping[str, str], former: Mapping[str, str], words: Words
) -> tuple[Edition, dict[str, str]]:
    """Return the briefings and actors, and the texts of all other pages; `read_from`: page → the file that holds it."""
    cards: list[tuple[str, str, bytes]] = []
    prose: dict[str, str] = {}
    unread: dict[str, tuple[Problem, ...]] = {}
    for uri, held_by in sorted(read_from.items()):
        file = read_file(docs / held_by, PAGE_LIMIT, docs)
        if isinstance(file, Problem):
            unread[uri] = (file,)
        elif is_card(uri):
            cards.append((uri, file.shown, file.data))
        else:
            try:
                prose[uri] = decode(file.shown, file.data)
            except BriefingsError as error:
                unread[uri] = error.problems
    edition = to_edition(cards, former, words)
    return replace(edition, problems={**edition.problems, **unread}), prose


def _files(
    made: Iterable[tuple[str, str]], others: Iterable[str], docs: Path, there: set[str], problems: list[Problem]
) -> Iterator[tuple[str, bytes]]:
    """Yield (path, bytes) of all files: what is made of the pages, and people's own, which stay to the byte.

    What is made is added to `there`, the paths that there are files at.
    """
    for uri, text in made:
        there.add(uri)
        yield uri, text.encode()
    for uri in others:
        file = read_file(docs / uri, FILE_LIMIT, docs)
        if isinstance(file, Problem):
            problems.append(file)
        else:
            yield uri, file.data
    for uri in PICTURES:
        if uri not in there:
            yield uri, files("briefings").joinpath("theme", uri).read_bytes()


def _title(home: str) -> str:
    """Return what the site is called: the title that people gave its home page."""
    try:
        return text_of(page_of_text(HOME, home), "title") or NAMELESS
    except BriefingsError:
        return NAMELESS


def _missing(layout: Layout, extent: str) -> Iterator[Problem]:
    """Yield what is not there and would be missed on the pages."""
    if not (layout.docs / HOME).is_file():
        what = "there is no home page, and every other page leads to it"
        yield Problem(shown(layout.docs / HOME), 0, 0, what, "write one", Severity.WARNING)
    if extent != "none" and not layout.seeds.is_dir():
        what, fix = "no such folder, so the pages show no words of the articles", "name it with --seeds"
        yield Problem(shown(layout.seeds), 0, 0, what, fix, Severity.WARNING)
