"""What lies in `docs/` already: which page belongs to which seed, and what was last offered for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from briefings.actor_rulings import KnownActor
from briefings.check import read_page
from briefings.errors import BriefingsError, Problem
from briefings.model import ActorType
from briefings.once import Once, read_once
from briefings.page import Page, claimed_seed, is_hidden, list_of, seed_of, table_of, text_of
from briefings.page_names import owners, read_page_names
from briefings.store import File, Snapshot


class Shelf(Struct, frozen=True):
    """The pages as they are before a build."""

    briefings: Mapping[str, Page]
    """By the stem of the seed they belong to."""
    own: Mapping[str, Page]
    """By page name: pages that belong to no seed, a person's alone."""
    actors: Mapping[str, Page]
    """By actor id, which is the file's name."""
    offered_briefings: Mapping[str, Page]
    """By seed stem: as the build last offered them."""
    offered_actors: Mapping[str, Page]
    held: Mapping[str, Page]
    """By seed stem: what is offered for a page that is, or was, reviewed."""
    blocked: frozenset[str]
    """Seed stems, and `actors/<id>`, whose page or offered copy cannot be read: the build leaves those alone."""
    taken: frozenset[str]
    """All names in `docs/briefings`, whether their page can be read or not."""
    names: Mapping[str, str]
    """Every name a briefing page has had → its seed's stem."""
    once: Once
    """What was offered once, and people had changed when the build stopped offering it."""
    problems: tuple[Problem, ...]

    def page_name(self, stem: str) -> str | None:
        """Return the name of a seed's page without `.md`; one that it had, where the page is gone or cannot be read."""
        if stem in self.briefings:
            return name_of(self.briefings[stem].path)
        # A name that a person's own page bears now must not be written over; a blocked page bears it rightly.
        had = sorted(name for name, owner in self.names.items() if owner == stem)
        return next((name for name in had if stem in self.blocked or name not in self.taken), None)


def name_of(path: str) -> str:
    """Return a page's name: its file's, without folder and `.md`."""
    return PurePath(path).name.removesuffix(".md")


def read_shelf(snapshot: Snapshot) -> Shelf:
    """Sort what was read. Raises nothing: a page that cannot be read is a problem, and its seed is blocked."""
    problems: list[Problem] = list(snapshot.problems)
    names = read_names(snapshot.names, problems)
    unread = {name_of(problem.path) for problem in snapshot.problems}
    blocked = {names[name] for name in unread if name in names} | {f"actors/{name}" for name in unread}
    briefings: dict[str, Page] = {}
    own: dict[str, Page] = {}
    pages: dict[str, Page] = {}
    for file, page in _read(snapshot.briefings, problems):
        if page:
            pages[name_of(file.shown)] = page
        elif seed := claimed_seed(file.data) or names.get(name_of(file.shown)):
            blocked.add(seed.removesuffix(".txt"))
    owner = owners(pages, names, blocked)
    for name, page in pages.items():
        stem = owner.get(name)
        if stem is None:
            own[name] = page
        elif stem in briefings:
            blocked.add(stem)
            problems.append(_claimed_twice(stem, page, briefings[stem]))
        else:
            briefings[stem] = page
    actors = dict(_by_name(snapshot.actors, problems, blocked, "actors/"))
    wrong: list[Problem] = []
    # Most pages are as they were offered, and need not be read twice.
    known = {page.text.encode(): page for page in (*pages.values(), *actors.values())}
    offered_briefings = dict(_by_name(snapshot.offered_briefings, wrong, blocked, "", known))
    offered_actors = dict(_by_name(snapshot.offered_actors, wrong, blocked, "actors/", known))
    problems.extend(map(_of_a_copy, wrong))
    wrong.clear()
    held = dict(_by_name(snapshot.held, wrong, blocked, ""))
    problems.extend(map(_of_a_held_copy, wrong))
    taken = frozenset(name_of(file.shown) for file in snapshot.briefings) | unread
    return Shelf(
        briefings,
        own,
        actors,
        offered_briefings,
        offered_actors,
        held,
        frozenset(blocked),
        taken,
        names,
        read_once_offered(snapshot.once, problems),
        tuple(sorted(set(problems))),
    )


def to_known(shelf: Shelf) -> tuple[KnownActor, ...]:
    """Return what the actor pages say of identity; an alias that the build did not offer is a person's decision.

    Whether it was offered nobody knows where the offered copy is gone, or never was: those aliases are doubtful.
    """
    known = []
    for name, page in sorted(shelf.actors.items()):
        offered = shelf.offered_actors.get(name)
        built = set(list_of(offered, "aliases")) if offered else set()
        aliases = list_of(page, "aliases")
        type_ = text_of(page, "type")
        known.append(
            KnownActor(
                id=name,
                name=text_of(page, "name") or name,
                type=ActorType(type_) if type_ in set(ActorType) else ActorType.PERSON,
                aliases=aliases,
                names=tuple(sorted(table_of(page, "names").items())),
                country=text_of(page, "country"),
                same_as=text_of(page, "same_as"),
                not_same_as=list_of(page, "not_same_as"),
                hidden=is_hidden(page),
                decided_aliases=tuple(alias for alias in aliases if alias not in built) if offered else (),
                doubtful_aliases=() if offered else aliases,
            )
        )
    return tuple(known)


def unreadable_offers(snapshot: Snapshot) -> tuple[Problem, ...]:
    """Return what keeps the build from knowing what it offered before."""
    problems: list[Problem] = []
    for _ in _read((*snapshot.offered_briefings, *snapshot.offered_actors), problems):
        pass
    held: list[Problem] = []
    for _ in _read(snapshot.held, held):
        pass
    lists: list[Problem] = []
    read_once_offered(snapshot.once, lists)
    return (*map(_of_a_copy, problems), *map(_of_a_held_copy, held), *lists)


def _of_a_copy(problem: Problem) -> Problem:
    """Return a problem of an offered copy, which nobody should mend by hand, with what to do instead."""
    message = f"this copy of what the build offered cannot be read ({problem.message})"
    fix = "restore it from version control, or delete it: everything on the page then counts as yours"
    return replace(problem, message=message, fix=fix)


def _of_a_held_copy(problem: Problem) -> Problem:
    """Return the same for what is held back from a reviewed page: the next build offers it anew."""
    message = f"this copy of what the build holds back cannot be read ({problem.message})"
    return replace(
        problem, message=message, fix="restore it from version control, or delete it: the build makes it anew"
    )


def _read(
    files: Iterable[File], problems: list[Problem], known: Mapping[bytes, Page] = {}
) -> Iterable[tuple[File, Page | None]]:
    """Read pages; `known` are some that were read before, by their bytes."""
    for file in files:
        try:
            same = known.get(file.data)
            yield file, replace(same, path=file.shown) if same else read_page(file.shown, file.data)
        except BriefingsError as error:
            problems.extend(error.problems)
            yield file, None


def _by_name(
    files: Iterable[File], problems: list[Problem], blocked: set[str], prefix: str, known: Mapping[bytes, Page] = {}
) -> Iterable[tuple[str, Page]]:
    for file, page in _read(files, problems, known):
        if page is None:
            blocked.add(prefix + name_of(file.shown))
        else:
            yield name_of(file.shown), page


def read_names(file: File | None, problems: list[Problem]) -> Mapping[str, str]:
    """Return the index of every name a briefing page has had → its seed's stem; empty where there is none to read."""
    if file is None:
        return {}
    try:
        return read_page_names(file.shown, file.data)
    except BriefingsError as error:
        problems.extend(error.problems)
        return {}


def read_once_offered(file: File | None, problems: list[Problem]) -> Once:
    """Return what was offered once; nothing where there is no file to read."""
    if file is None:
        return {}
    try:
        return read_once(file.shown, file.data)
    except BriefingsError as error:
        problems.extend(error.problems)
        return {}


def _claimed_twice(stem: str, page: Page, other: Page) -> Problem:
    if seed_of(page):
        message = f"source.seed names a seed that {other.path} belongs to already, so neither page is built"
        return Problem(
            page.path, page.front_line, 0, message, "delete one of the two pages, or the seed from its source"
        )
    message = f"this page and {other.path} bear names of the seed {stem} and say no source, so neither is built"
    fix = f"write source: {{seed: {stem}.txt}} in the one that belongs to it"
    return Problem(page.path, page.front_line, 0, message, fix)
