"""Read seeds and pages; what cannot be read is a problem with its name, and never stops the rest."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from briefings.errors import Problem, Severity
from briefings.store.layout import File, Layout, problem, reason, shown

SEED_LIMIT = 2_000_000
"""Bytes of a seed. A long newspaper article has 60,000; what is above two million is no article."""
PAGE_LIMIT = 1_000_000
"""Bytes of a page, an offered copy or a sidecar."""
NAMES_LIMIT = 50_000_000
"""Bytes of the names index: some 100 a page ever built."""

_NOT_SEEDS = frozenset({"README", "README.md", "README.txt", "LICENSE", "LICENSE.md", "Thumbs.db", "desktop.ini"})


class Snapshot(Struct, frozen=True):
    """Everything a build or a check reads, each group sorted by file name."""

    seeds: tuple[File, ...]
    sidecars: tuple[File, ...]
    """`<stem>.yml` of those seeds that were read."""
    briefings: tuple[File, ...]
    actors: tuple[File, ...]
    offered_briefings: tuple[File, ...]
    offered_actors: tuple[File, ...]
    held: tuple[File, ...]
    names: File | None
    once: File | None
    problems: tuple[Problem, ...]
    """Whatever could not be read; a path named here exists, so a page must not be taken for deleted."""


def read_snapshot(layout: Layout) -> Snapshot:
    """Read everything in `layout` that can be read. Raises nothing for what lies there; see `Snapshot.problems`."""
    problems: list[Problem] = []

    def folder(path: Path, names: Iterable[str], limit: int, inside: Path | None = None) -> tuple[File, ...]:
        read = [read_file(path / name, limit, inside) for name in names]
        problems.extend(item for item in read if isinstance(item, Problem))
        return tuple(item for item in read if isinstance(item, File))

    def pages(path: Path) -> tuple[File, ...]:
        return folder(path, [name for name in _listed(path, problems) if name.endswith(".md")], PAGE_LIMIT)

    if not layout.seeds.is_dir():
        problems.append(problem(layout.seeds, "no such folder", "create it and put one article in each .txt file"))
    seed_names, sidecar_names = _sort_seeds(layout.seeds, _listed(layout.seeds, problems), problems)

    def alone(path: Path) -> File | None:
        read = read_file(path, NAMES_LIMIT) if os.path.lexists(path) else None
        problems.extend([read] if isinstance(read, Problem) else [])
        return read if isinstance(read, File) else None

    names, once = alone(layout.names), alone(layout.once)
    return Snapshot(
        seeds=folder(layout.seeds, seed_names, SEED_LIMIT, layout.seeds),
        sidecars=folder(layout.seeds, sidecar_names, PAGE_LIMIT, layout.seeds),
        briefings=pages(layout.briefings),
        actors=pages(layout.actors),
        offered_briefings=pages(layout.offered_briefings),
        offered_actors=pages(layout.offered_actors),
        held=pages(layout.held),
        names=names,
        once=once,
        problems=tuple(sorted(problems)),
    )


def read_file(path: Path, limit: int, inside: Path | None = None) -> File | Problem:
    """Read a file of at most `limit` bytes, following links, but not out of the folder `inside`; or say why not."""
    try:
        real = path.resolve(strict=True)
        if inside is not None and not real.is_relative_to(inside.resolve()):
            what = f"this link leads out of {shown(inside)}/, and what lies outside is not read"
            return problem(path, what, "put a copy of the file in its place")
        mode = real.stat()
        if stat.S_ISDIR(mode.st_mode):
            return problem(path, "this is a folder, expected a file", "rename or move the folder")
        if not stat.S_ISREG(mode.st_mode):
            return problem(path, "this is no ordinary file", "put an ordinary file in its place")
        with real.open("rb") as handle:
            # The size is not trusted, it may grow meanwhile: one byte more than allowed is read, never the whole.
            data = handle.read(limit + 1) if mode.st_size <= limit else b""
    except FileNotFoundError:
        return problem(path, "this link leads nowhere", "delete it or put the file back")
    except PermissionError:
        return problem(path, "you have no permission to read this file", "give yourself permission to read it")
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, up to Python 3.12
        return problem(path, f"cannot be read ({reason(error)})", "check the file, or restore it")
    if mode.st_size > limit or len(data) > limit:
        what = f"{max(mode.st_size, len(data)):,} bytes, expected at most {limit:,}"
        return problem(path, what, "split the file, or take away what does not belong in it")
    return File(path, data)


def _sort_seeds(folder: Path, names: list[str], problems: list[Problem]) -> tuple[list[str], list[str]]:
    """Tell seeds and their sidecars from what an editor put there by mistake, which is warned of."""
    seeds = [name for name in names if name.endswith(".txt") and name not in _NOT_SEEDS]
    stems = frozenset(name.removesuffix(".txt") for name in seeds)
    sidecars: list[str] = []
    for name in names:
        stem, _, ending = name.rpartition(".")
        if name in _NOT_SEEDS or ending == "txt":
            continue
        if ending == "yml" and stem in stems:
            sidecars.append(name)
        else:
            what, fix = _why_not_read(folder / name, stem, ending, stems)
            problems.append(problem(folder / name, what, fix, Severity.WARNING))
    return seeds, sidecars


def _why_not_read(path: Path, stem: str, ending: str, stems: frozenset[str]) -> tuple[str, str]:
    """Say what a file in the seeds folder that is neither seed nor sidecar may have been meant to be."""
    if path.is_dir():
        return "folders in here are not read", f"move its articles to {shown(path.parent)}/"
    if ending in {"yml", "yaml"} and stem in stems:
        return f"not read: what is known about {stem}.txt is expected in {stem}.yml", f"rename it to {stem}.yml"
    if ending in {"yml", "yaml"}:
        return f"there is no seed {stem}.txt beside this file", f"name it after its seed, or add {stem}.txt"
    return "not read: an article is expected in a .txt file", "save it as plain text, under a name that ends in .txt"


def _listed(folder: Path, problems: list[Problem]) -> list[str]:
    """Return the names in a folder, sorted, dot files left out; names that cannot be printed are problems."""
    try:
        names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(problem(folder, f"this folder cannot be read ({reason(error)})", "check its permissions"))
        return []
    what, fix = "the file's name holds characters that cannot be shown", "rename it, to letters and figures"
    problems.extend(problem(folder / name, what, fix) for name in names if not name.isprintable())
    return [name for name in names if name.isprintable()]
