"""`briefings check`: everything that is wrong with the pages, at once, each with its place and how to mend it.

`fields` has a table for each kind of page: key → check. `kinds`, `dates`, `references`, `countries` are the checks in
it, and `value` is what they are given: one value with its place. `trouble` explains YAML that cannot be read, `body`
checks what stands below the front matter, `across` what only shows across pages. Nothing here reads a file or needs the
extraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from briefings.check import across
from briefings.check.body import check_body
from briefings.check.fields import ACTOR, BRIEFING
from briefings.check.kinds import Field, keys_and_values
from briefings.check.references import is_id
from briefings.check.trouble import conflict_markers, diagnose, impossible_dates
from briefings.check.value import Source, Value, World, slug
from briefings.errors import BriefingsError, Problem, Severity
from briefings.page import Page, list_of, seed_of, text_of
from briefings.page import read_page as _read_page
from briefings.page_names import owners
from briefings.store import File
from briefings.yaml_tree import Node, parse

__all__ = ["check_pages", "read_page"]

NOT_BRIEFINGS = frozenset({"index", "README"})
"""Pages that introduce a folder, and are neither briefing nor actor."""
MOST = 200
"""Problems shown of one page."""


def check_pages(
    briefings: Iterable[File],
    actors: Iterable[File],
    seed_names: frozenset[str],
    names: Mapping[str, str] | None = None,
    paragraphs: Mapping[str, int] | None = None,
) -> tuple[Problem, ...]:
    """Return all that is wrong with the pages, sorted by place.

    `seed_names` are the files of `seeds/`; `names` is the index of every name a briefing page has had → its seed's
    stem; `paragraphs` tells how many paragraphs a seed has, by its file's name. Without the last two, former names are
    unknown and paragraph numbers go unchecked.
    """
    problems: list[Problem] = []
    pages = dict(_readable(briefings, problems))
    people = dict(_readable(actors, problems))
    world = _world(pages, people, seed_names, names or {}, paragraphs or {})
    claims: list[tuple[str, Value]] = []
    said: dict[str, across.ActorSays] = {}
    owner = _owners(pages, names or {})
    for name, page in pages.items():
        if page is not None:
            stem = owner.get(name)
            seed = seed_of(page) or (f"{stem}.txt" if stem else None)
            source = Source(page.path, page.front, page.front_line, parse(page.front), name, seed)
            problems.extend(_the_first(_check_briefing(page, source, world), page.path))
            claims.extend((page.path, value) for value in _at(source, ("source", "seed"), ("source",)))
    for name, page in people.items():
        if page is not None:
            source = Source(page.path, page.front, page.front_line, parse(page.front), name)
            problems.extend(_the_first(_check_actor(page, source, world), page.path))
            said[name] = _says(source)
    problems.extend(across.claimed_twice(claims))
    problems.extend(across.identities(said))
    problems.extend(across.shared_names(said))
    return tuple(sorted(set(problems)))


def _check_briefing(page: Page, source: Source, world: World) -> Iterator[Problem]:
    if source.name not in NOT_BRIEFINGS:
        yield from _check_front(page, source, BRIEFING, world)
        if source.seed and "source" not in page.data:
            what = f"the page has no source; by its name it belongs to the seed {source.seed}, and is built from that"
            fix = f"add a line source: {{seed: {source.seed}}}, or source: null to make the page yours alone"
            yield Problem(page.path, page.front_line or 1, 0, what, fix, Severity.WARNING)
    yield from check_body(page, source, "briefings", world)


def _check_actor(page: Page, source: Source, world: World) -> Iterator[Problem]:
    if source.name not in NOT_BRIEFINGS:
        yield from _check_front(page, source, ACTOR, world)
        yield from _check_file_name(page, source.name)
    yield from check_body(page, source, "actors", world)


def _the_first(problems: Iterator[Problem], path: str) -> Iterator[Problem]:
    """Yield no more problems than a person will read, and say so; a hostile page can have a hundred thousand."""
    yield from islice(problems, MOST)
    if next(problems, None) is not None:
        yield Problem(path, 0, 0, f"there are more than {MOST} problems on this page", "mend these, then check again")


def read_page(path: str, data: bytes) -> Page:
    """Read a page as `page.read_page` does, but explain broken YAML in words for people who know none."""
    try:
        return _read_page(path, data)
    except BriefingsError as error:
        text = data.decode("utf-8", "replace")
        better = conflict_markers(path, text) or diagnose(path, text)
        if better is None:
            raise
        raise BriefingsError(better) from error


def _readable(files: Iterable[File], problems: list[Problem]) -> Iterator[tuple[str, Page | None]]:
    """Yield each file's name with its page; None, and a problem, where it cannot be read."""
    for file in files:
        page: Page | None = None
        try:
            wrong_dates, data = impossible_dates(file.shown, file.data)
            problems.extend(wrong_dates)
            page = read_page(file.shown, data)
            # Marks below the front matter break nothing, but every check of the lines between them would mislead.
            if marks := conflict_markers(file.shown, page.text):
                problems.append(marks)
                page = None
        except BriefingsError as error:
            problems.extend(error.problems)
        yield file.name.removesuffix(".md"), page


def _owners(pages: Mapping[str, Page | None], names: Mapping[str, str]) -> Mapping[str, str]:
    """Return page name → seed stem; a page that cannot be read is taken to have the seed its name is known for."""
    unread = {names[name] for name, page in pages.items() if page is None and name in names}
    return owners({name: page for name, page in pages.items() if page is not None}, names, unread)


def _world(
    pages: Mapping[str, Page | None],
    people: Mapping[str, Page | None],
    seed_names: frozenset[str],
    names: Mapping[str, str],
    paragraphs: Mapping[str, int],
) -> World:
    """Gather what values can refer to; a page that cannot be read is there all the same."""
    page_of = {stem: name for name, stem in _owners(pages, names).items()}
    actor_names: dict[str, str] = {}
    for ident, page in sorted(people.items()):
        for name in (text_of(page, "name") or "", *list_of(page, "aliases")) if page else ():
            actor_names.setdefault(slug(name), ident)
    return World(
        briefings=frozenset(pages) - NOT_BRIEFINGS,
        former={name: page_of[stem] for name, stem in sorted(names.items()) if stem in page_of and name not in pages},
        actors=frozenset(people) - NOT_BRIEFINGS,
        actor_names=actor_names,
        seeds=seed_names,
        paragraphs=paragraphs,
    )


def _check_front(page: Page, source: Source, fields: Mapping[str, Field], world: World) -> Iterator[Problem]:
    root = source.root
    if root is not None:
        yield from keys_and_values(Value(root, "front matter", source), fields, world)
    present = {key.value for key, _ in root.entries} if root is not None else set()
    for key, field in fields.items():
        if field.required and key not in present:
            if page.front_line:
                yield Problem(page.path, page.front_line, 0, f"the page has no {key}", f"add a line {field.example}")
            else:
                fix = f"begin the file with ---, a line {field.example} and another ---"
                yield Problem(page.path, 1, 0, f"the page has no front matter, and so no {key}", fix)


def _check_file_name(page: Page, name: str) -> Iterator[Problem]:
    if not is_id(name):
        what = f"`{name}` is no actor's id: small letters a-z, figures and hyphens"
        yield Problem(page.path, 0, 0, what, f"rename the file to {slug(name) or 'an id such as kim-jong-un'}.md")


def _at(source: Source, *paths: tuple[str, ...]) -> Iterator[Value]:
    """Yield the texts that stand at these paths of keys."""
    for path in paths:
        node = source.root
        for key in path:
            node = _child(node, key)
        if node is not None and node.kind == "scalar" and node.data is not None:
            yield Value(node, ".".join(path), source)


def _child(node: Node | None, key: str) -> Node | None:
    if node is None or node.kind != "mapping":
        return None
    return next((value for found, value in node.entries if found.value == key), None)


def _says(source: Source) -> across.ActorSays:
    return across.ActorSays(
        id=source.name,
        names=(*_at(source, ("name",)), *_items(source, "aliases")),
        same_as=next(_at(source, ("same_as",)), None),
        not_same_as=tuple(_items(source, "not_same_as")),
    )


def _items(source: Source, key: str) -> Iterator[Value]:
    """Yield the texts of a list; one text alone counts as a list of one."""
    node = _child(source.root, key)
    for item in () if node is None else (node.children if node.kind == "sequence" else (node,)):
        if item.kind == "scalar" and item.data is not None:
            yield Value(item, key, source)
