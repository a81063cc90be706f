"""One build at a time on one docs folder, and no lock left behind by a build that died."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from briefings.errors import BriefingsError
from briefings.store.journal import settle
from briefings.store.layout import Layout, problem, reason

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_WAIT = 5.0
"""Seconds to wait for another build: one that had little to do is over by then."""
LOCK_POLL = 0.05
"""Seconds between two tries."""
WINDOWS_LOCK_BYTE = 1 << 30
"""Which byte Windows locks: far behind the process id, which must stay readable to others."""


class Held(Struct, frozen=True):
    """Says that this process holds the lock on a layout; only `locked` makes one."""

    layout: Layout


@contextlib.contextmanager
def locked(layout: Layout, wait: float = LOCK_WAIT) -> Iterator[Held]:
    """Hold the lock on `layout.docs`; what a killed build left is settled first.

    The system frees the lock when the process ends, however it ends; the file that stands for it holds the process id
    and is deleted on the way out. Raises BriefingsError if another build still holds it after `wait` seconds, or if
    the folder cannot be written to.
    """
    try:
        layout.offered.mkdir(parents=True, exist_ok=True)
        number = _acquire(layout.lock, wait)
    except OSError as error:
        folder = layout.offered if layout.offered.is_dir() else layout.docs
        what = f"the build keeps its notes in this folder, and cannot write in it ({reason(error)})"
        fix = "give yourself permission to write in it, and check that the disk is not full"
        raise BriefingsError(problem(folder, what, fix)) from error
    if number is None:
        what = f"another build ({_holder(layout.lock)}) is at work on this folder"
        raise BriefingsError(problem(layout.docs, what, "wait until it is done, then run again"))
    try:
        settle(layout)
        yield Held(layout)
    finally:
        try:
            settle(layout)
        finally:
            # Deleted while still held: whoever waits for this very file sees that it is gone, and opens the next.
            with contextlib.suppress(OSError):
                layout.lock.unlink()
            os.close(number)


def _acquire(path: Path, wait: float) -> int | None:
    """Return a descriptor that holds the lock, or None when the time is up."""
    deadline = time.monotonic() + wait
    while True:
        number = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if _try_lock(number) and _is_still(number, path):
            os.ftruncate(number, 0)
            os.write(number, f"{os.getpid()}\n".encode())
            return number
        os.close(number)
        if time.monotonic() >= deadline:
            return None
        time.sleep(LOCK_POLL)


def _try_lock(number: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(number, WINDOWS_LOCK_BYTE, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
            os.lseek(number, 0, os.SEEK_SET)
        else:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still(number: int, path: Path) -> bool:
    """Tell whether the locked file is the one at `path`, not one its last holder has just deleted."""
    try:
        return os.path.samestat(os.fstat(number), path.stat())
    except FileNotFoundError:
        return False


def _holder(path: Path) -> str:
    try:
        text = path.read_text("ascii", "replace").strip()
    except OSError:
        text = ""
    return f"process {text}" if text.isdecimal() else "of unknown process id"
