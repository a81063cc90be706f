"""Write a plan: each file whole, each pair whole or not at all, nothing a person changed meanwhile."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from msgspec import Struct

from briefings.errors import BriefingsError, Problem
from briefings.store.journal import Pair, digest, settle, sync_folder, temporary_name, write_journal
from briefings.store.layout import Layout, problem, reason
from briefings.store.lock import Held
from briefings.store.plan import Applied, Plan, Write

_FREE = "check the folder's permissions, that the disk is not full, and that no other program holds the file"


class _Staged(Struct, frozen=True):
    """A write whose bytes lie on the disk already, under a temporary name beside the target."""

    write: Write
    temporary: Path
    target: Path
    """The file itself, where `write.path` is a link to it."""


class _Refused(Exception):  # noqa: N818  # it is no error to others: it never leaves this module
    """A file that must not, or cannot, be written."""

    def __init__(self, path: Path, message: str, fix: str) -> None:
        super().__init__(message)
        self.problem = problem(path, message, fix)


def apply(plan: Plan, held: Held) -> Applied:
    """Write what the plan says, each change whole or not at all; identical bytes are not touched.

    A file that a person changed, made read-only or put in the way since the plan was made stays as it is: its change
    is left undone and reported. Existing files keep their permissions and, where the system lets us, their owner.
    Raises BriefingsError where the journal cannot be written or settled; then the next build settles it.
    """
    staged: list[tuple[_Staged, ...]] = []
    problems: list[Problem] = []
    number = 0
    for change in plan.changes:
        if not change.writes:
            continue
        try:
            items = []
            for write in change.writes:
                number += 1  # 0 is the journal's
                items.append(_stage(write, number))
            staged.append(tuple(items))
        except _Refused as refused:
            problems.append(refused.problem)
    pairs = [group for group in staged if len(group) > 1]
    _record(held.layout, pairs)
    done: list[_Staged] = []
    for group in staged:
        try:
            _commit(group[0])
            done.extend(group)
        except _Refused as refused:
            problems.append(refused.problem)
    for folder in sorted({item.target.parent for item in done}):
        sync_folder(folder)
    settle(held.layout)
    return Applied(tuple(sorted(item.write.path for item in done)), tuple(sorted(problems)))


def _record(layout: Layout, pairs: list[tuple[_Staged, ...]]) -> None:
    """Write the journal of all pairs; without pairs there is nothing to keep together."""
    if not pairs:
        return
    entries = [
        Pair(
            page=page.write.path.relative_to(layout.docs).as_posix(),
            page_temporary=page.temporary.name,
            before=digest(page.write.before),
            offered=offered.write.path.relative_to(layout.docs).as_posix(),
            offered_temporary=offered.temporary.name,
        )
        for page, offered in pairs
    ]
    try:
        write_journal(layout, entries)
    except OSError as error:
        raise BriefingsError(problem(layout.journal, f"cannot be written ({reason(error)})", _FREE)) from error


def _stage(write: Write, number: int) -> _Staged:
    """Lay the bytes on the disk beside their target."""
    try:
        target = write.path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        _guard(write, target)
        temporary = target.parent / temporary_name(number)
        # Not `tempfile`: its files are their owner's alone; these get the permissions a new file gets here.
        with temporary.open("xb") as handle:
            if write.before is not None:
                _keep_mode(handle.fileno(), temporary, target.stat())
            handle.write(write.data)
            handle.flush()
            os.fsync(handle.fileno())
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, up to Python 3.12
        raise _Refused(write.path, f"cannot be written ({reason(error)})", _FREE) from error
    return _Staged(write, temporary, target)


def _commit(item: _Staged) -> None:
    """Put staged bytes in their place, if the place is still as it was; else they stay where they are, for `settle`."""
    try:
        _guard(item.write, item.target)
        item.temporary.replace(item.target)
    except OSError as error:
        raise _Refused(item.write.path, f"cannot be written ({reason(error)})", _FREE) from error


def _guard(write: Write, target: Path) -> None:
    """Refuse to write over what the plan does not know, or what its owner has closed."""
    if write.before is None:
        if os.path.lexists(target):
            what = "there is a file of this name already, which the build could not read or did not know"
            raise _Refused(write.path, what, "rename or move it, then run again")
        return
    try:
        unchanged = target.read_bytes() == write.before
    except FileNotFoundError:
        unchanged = False
    if not unchanged:
        what = "this file was changed while the build ran, so it was left alone"
        raise _Refused(write.path, what, "run the build again")
    if not target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise _Refused(write.path, "this file is read-only", "make it writable, or set `stage: reviewed` in it")


def _keep_mode(descriptor: int, temporary: Path, old: os.stat_result) -> None:
    """Give the new file the old one's owner and permissions, as far as the system lets us."""
    if hasattr(os, "fchown"):
        with contextlib.suppress(PermissionError):
            os.fchown(descriptor, old.st_uid, old.st_gid)
    temporary.chmod(stat.S_IMODE(old.st_mode))
