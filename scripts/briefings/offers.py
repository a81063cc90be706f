"""Corpus + pages that lie there → what is to be written, and what to tell the person who ran the build."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from briefings.corpus import Corpus, to_briefing
from briefings.errors import BriefingsError, Problem
from briefings.merge import REVIEWED, Conflict, Merge, merge
from briefings.merge import Change as Difference
from briefings.model import ActorType
from briefings.once import write_once
from briefings.page import Page, actor_to_text, actors_of, briefing_to_text, page_name, page_of_text, slug, stage_of
from briefings.page_names import write_page_names
from briefings.page_values import Actor
from briefings.shelf import Shelf
from briefings.store import Change, File, Layout, Plan, Snapshot, Write, shown

Same = Callable[[str], str]
"""Gives the name a page goes by now for any name it has had."""


class Report(Struct):
    """What a build did or would do, by page path."""

    new: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: dict[str, tuple[Difference, ...]] = field(default_factory=dict)
    """What people changed, and the build kept."""
    held: dict[str, tuple[Difference, ...]] = field(default_factory=dict)
    """What would have changed on reviewed pages."""
    conflicts: dict[str, tuple[Conflict, ...]] = field(default_factory=dict)
    """What both people and the build changed: the page keeps what the person wrote."""
    problems: list[Problem] = field(default_factory=list)
    """Pages that could not be changed safely, and were left alone."""

    def tell(self, path: str, merged: Merge) -> None:
        """Take up what became of one page."""
        if merged.kept:
            self.kept[path] = merged.kept
        if merged.held:
            self.held[path] = merged.held
        if merged.conflicts:
            self.conflicts[path] = merged.conflicts


class _Desk(Struct, frozen=True):
    """Where pages lie, as they were read, and what is told about them: what every step of an offer needs."""

    shelf: Shelf
    layout: Layout
    before: Mapping[Path, bytes]
    """The bytes of every page and offered copy."""
    paths: Mapping[str, Path]
    """The files of the pages by the form in which they are shown, which need not be the path itself."""
    report: Report
    once: dict[str, frozenset[tuple[str, ...]]]
    """What was offered once, by seed stem or `actors/<id>`; grows while pages are merged."""


def offer(corpus: Corpus, shelf: Shelf, snapshot: Snapshot, layout: Layout) -> tuple[Plan, Report]:
    """Lay out every briefing and actor page and merge it with what people made of it."""
    pages = (*snapshot.briefings, *snapshot.actors)
    files = (*pages, *snapshot.offered_briefings, *snapshot.offered_actors, *snapshot.held)
    before = {file.path: file.data for file in files}
    desk = _Desk(shelf, layout, before, {file.shown: file.path for file in pages}, Report(), dict(shelf.once))
    page_of = name_pages(corpus, shelf)
    changes = [
        *_briefing_changes(desk, corpus, page_of),
        *_actor_changes(desk, corpus),
        *_names_change(desk, page_of, snapshot.names),
    ]
    # First: were the build killed after it, too much would be known to have been offered, never too little.
    return Plan((*_once_change(desk, snapshot.once), *changes)), desk.report


def name_pages(corpus: Corpus, shelf: Shelf) -> dict[str, str]:
    """Give every seed's page a name: the one it has, or a new one that no page has or has had."""
    names: dict[str, str] = {}
    new = []
    for entry in corpus.entries:
        known = shelf.page_name(entry.stem)
        if known is None:
            new.append(entry)
        else:
            names[entry.stem] = known
    taken = set(shelf.taken) | set(shelf.names) | set(names.values())
    for entry in new:
        # The links are not known before the pages have names; the title and the date do not depend on them.
        briefing = to_briefing(entry, {link.stem: "" for link in entry.links})
        names[entry.stem] = _free(page_name(briefing.date, briefing.title), taken)
        taken.add(names[entry.stem])
    return names


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def _briefing_changes(desk: _Desk, corpus: Corpus, page_of: dict[str, str]) -> Iterator[Change]:
    def same_page(name: str) -> str:
        return page_of.get(desk.shelf.names.get(name, ""), name)

    for entry in corpus.entries:
        if entry.stem in desk.shelf.blocked:
            continue
        page = desk.shelf.briefings.get(entry.stem)
        path = desk.paths[page.path] if page else desk.layout.briefings / f"{page_of[entry.stem]}.md"
        copies = (desk.layout.offered_briefings / f"{entry.stem}.md", desk.layout.held / f"{entry.stem}.md")
        was = (page, desk.shelf.offered_briefings.get(entry.stem))
        new = _new_page(path, briefing_to_text(to_briefing(entry, page_of)), was)
        if change := _change(desk, _Offer(entry.stem, path, new, copies, same_page), was):
            yield change


def _actor_changes(desk: _Desk, corpus: Corpus) -> Iterator[Change]:
    shelf = desk.shelf
    for actor in (*corpus.identities.actors, *_added_by_people(shelf, corpus)):
        if f"actors/{actor.id}" in shelf.blocked:
            continue
        path = desk.layout.actors / f"{actor.id}.md"
        copy = desk.layout.offered_actors / f"{actor.id}.md"
        was = (shelf.actors.get(actor.id), shelf.offered_actors.get(actor.id))
        new = _new_page(path, actor_to_text(actor), was)
        if change := _change(desk, _Offer(f"actors/{actor.id}", path, new, (copy, None), str), was):
            yield change


def _added_by_people(shelf: Shelf, corpus: Corpus) -> list[Actor]:
    """Return a page to start from for each actor that people named on a briefing and that has none yet."""
    pages = [*shelf.briefings.values(), *shelf.own.values()]
    named = {ref.id for page in pages for ref in actors_of(page)}
    known = {actor.id for actor in corpus.identities.actors} | set(shelf.actors)
    return [
        Actor(id=name, name=name.replace("-", " ").title(), type=ActorType.PERSON)
        for name in sorted(named - known)
        if name == slug(name)
    ]


def _new_page(path: Path, text: str, was: Sequence[Page | None]) -> Page:
    """Read what is offered; one of those that were there, where it has the same text, is not read again."""
    same = next((page for page in was if page and page.text == text), None)
    return replace(same, path=shown(path)) if same else page_of_text(shown(path), text)


class _Offer(Struct, frozen=True):
    """What is offered as a page."""

    key: str
    """The seed's stem, or `actors/<id>`."""
    path: Path
    new: Page
    copies: tuple[Path, Path | None]
    """Where the offer is kept, and where it is kept while a reviewed page holds it back."""
    same_page: Same


def _change(desk: _Desk, offered: _Offer, was: tuple[Page | None, Page | None]) -> Change | None:
    """Merge one page with its new offer.

    `was` is the page and what was last offered for it. None where the page cannot be changed without touching what is
    a person's.
    """
    page, last = was
    new, path = offered.new, offered.path
    text = new.text
    if page is not None:
        try:
            merged = merge(page, last, new, same_page=offered.same_page)
        except BriefingsError as error:
            desk.report.problems.extend(error.problems)
            return None
        text = merged.text
        desk.report.tell(page.path, merged)
        if gone := {change.path_in_page for change in merged.conflicts if change.offered is None}:
            desk.once[offered.key] = desk.once.get(offered.key, frozenset()) | gone
    before = desk.before.get(path)
    write = Write(path, text.encode(), before)
    done = desk.report.new if before is None else desk.report.updated if write.data != before else desk.report.unchanged
    done.append(new.path)
    copy, held = offered.copies
    if held and page is not None and last is not None and stage_of(page) == REVIEWED:
        # The copy stays what the page was made from: once the stage changes, the page follows what was held back.
        if held not in desk.before and new.text == last.text:
            return Change(write)
        copy = held
    return Change(write, Write(copy, new.text.encode(), desk.before.get(copy)))


def _names_change(desk: _Desk, page_of: Mapping[str, str], file: File | None) -> Iterator[Change]:
    """Add the names of today to the index; one that cannot be read is left for a person to restore."""
    path = desk.layout.names
    if any(problem.path == shown(path) for problem in desk.shelf.problems):
        return
    blocked = desk.shelf.blocked
    names = dict(desk.shelf.names) | {name: stem for stem, name in page_of.items() if stem not in blocked}
    if names:
        yield Change(Write(path, write_page_names(names), file.data if file else None))


def _once_change(desk: _Desk, file: File | None) -> Iterator[Change]:
    """Write down what was offered once, where that grew; a file that cannot be read is left for a person to restore."""
    path = desk.layout.once
    if desk.once != desk.shelf.once and not any(problem.path == shown(path) for problem in desk.shelf.problems):
        yield Change(Write(path, write_once(desk.once), file.data if file else None))
