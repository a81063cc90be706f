"""A folder as a whole: what lies in it, and a new one that nothing lay in before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from briefings.errors import BriefingsError, Problem
from briefings.store.layout import problem, reason, shown

_FREE = "check the folder's permissions and that the disk is not full, empty it, and run again"
_ANOTHER = "name a new folder, or empty this one"


class Tree(Struct, frozen=True):
    """What lies in a folder and in those below it."""

    files: tuple[str, ...]
    """Paths in the folder, `/` between folders, sorted; what begins with a dot is left out, and what lies in it."""
    problems: tuple[Problem, ...]
    """What is not among them though it seems to lie there."""


def read_tree(folder: Path) -> Tree:
    """List a folder; links to other folders are not followed."""
    files: list[str] = []
    problems: list[Problem] = []

    def unread(error: OSError) -> None:
        problems.append(problem(Path(error.filename), f"cannot be read ({reason(error)})", "check its permissions"))

    for here, folders, names in os.walk(folder, onerror=unread):
        for name in (*folders, *names):
            path = Path(here, name)
            if name.startswith("."):
                continue
            if not name.isprintable():
                what, fix = "the name holds characters that cannot be shown", "rename it, to letters and figures"
                problems.append(problem(path, what, fix))
            elif name in names:
                files.append(path.relative_to(folder).as_posix())
            elif path.is_symlink():
                what = "links to folders are not followed"
                problems.append(problem(path, what, "put a copy of the folder in its place"))
        folders[:] = [name for name in folders if not name.startswith(".") and name.isprintable()]
    return Tree(tuple(sorted(files)), tuple(sorted(problems)))


def refuse_taken(folder: Path, others: Iterable[Path]) -> None:
    """Raise BriefingsError where `folder` is neither new nor empty, or lies in one of the others, which stay as is."""
    real = folder.resolve()
    for other in others:
        if other.is_dir() and any(above.exists() and above.samefile(other) for above in (real, *real.parents)):
            what = f"this folder lies in {shown(other)}/, and what is written here would become a part of that"
            raise BriefingsError(problem(folder, what, "name a folder that does not lie in it"))
    try:
        lies_there = min((path.name for path in folder.iterdir()), default=None)
    except FileNotFoundError:
        if folder.is_symlink():
            raise BriefingsError(problem(folder, "this link leads nowhere", "name a new folder")) from None
        return
    except NotADirectoryError:
        raise BriefingsError(problem(folder, "this is a file, expected a folder", "name a new folder")) from None
    except OSError as error:
        raise BriefingsError(problem(folder, f"cannot be read ({reason(error)})", _ANOTHER)) from error
    if lies_there is not None:
        what = f"this folder is not empty: it holds {shown(Path(lies_there))}"
        raise BriefingsError(problem(folder, what, _ANOTHER))


def write_tree(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write files, (path in the folder, bytes), into a folder that is new or empty, and return how many.

    No file is ever written over, nor outside the folder. Raises BriefingsError where one cannot be written; those
    before it lie there then, and the error says so.
    """
    written = 0
    path = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files:
            path = Path(os.path.normpath(folder / name))
            if not path.is_relative_to(os.path.normpath(folder)):
                what = f"leads out of the folder; {_so_far(written)}"
                raise BriefingsError(problem(folder / name, what, "rename the page, empty the folder, and run again"))
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as handle:
                handle.write(data)
            written += 1
    except OSError as error:
        raise BriefingsError(
            problem(path, f"cannot be written ({reason(error)}); {_so_far(written)}", _FREE)
        ) from error
    return written


def _so_far(written: int) -> str:
    return f"what lies in the folder is not whole (files written before: {written})"
