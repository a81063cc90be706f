"""How a page and its offered copy stay together when the process is killed between writing the two.

Were they to part, what the build wrote would pass for a person's edit at the next build. Two files cannot be renamed
in one step, so writing works like a small database:

1. every new content is staged in a temporary file beside its target; killed here, nothing has changed;
2. a journal names the pairs about to change;
3. all pages are renamed into place;
4. the journal is settled: every page that was replaced gets its offered copy, and the journal goes.

Whoever takes the lock next settles what a killed build left. Where a page's temporary file is gone, the page was
replaced and its offered copy follows, even if a person has edited the page since. Where it is still there, both are
dropped, and the next build plans them anew. So a pair is found as it was or as it was meant to be, never mixed.

Pages go first: should the journal itself be lost, a page ahead of its offered copy heals at the next build, whose
offer agrees with the page, while an offered copy ahead of its page would pass for deletions a person made.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from briefings.errors import BriefingsError
from briefings.store.layout import Layout, problem, reason

_TEMPORARY = re.compile(r"\.briefings-\d+-\d+\.tmp")
_PAGE = re.compile(r"(?:briefings|actors)/[^/\\]+\.md")
_OFFERED = re.compile(r"\.offered/(?:briefings|actors)/[^/\\]+\.md")


class Pair(Struct, frozen=True):
    """A page and its offered copy, about to change together."""

    page: str
    """Relative to the docs folder."""
    page_temporary: str
    """The name of its temporary file, which lies beside it; beside its target, where the page is a link."""
    before: str | None
    """SHA-256 of the page before; None for no file."""
    offered: str
    """Relative to the docs folder."""
    offered_temporary: str


def temporary_name(number: int) -> str:
    """Return the name of this process's temporary file `number`: no page, to MkDocs and to the build."""
    return f".briefings-{os.getpid()}-{number}.tmp"


def digest(data: bytes | None) -> str | None:
    """Return the SHA-256 of a file's bytes; None for no file."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def write_journal(layout: Layout, pairs: Iterable[Pair]) -> None:
    """Put the pairs on record; from here on a killed build is settled, not forgotten. Raises OSError."""
    layout.offered.mkdir(parents=True, exist_ok=True)
    temporary = layout.offered / temporary_name(0)
    with temporary.open("xb") as handle:
        handle.write(json.dumps([asdict(pair) for pair in pairs]).encode())
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(layout.journal)
    sync_folder(layout.offered)


def settle(layout: Layout) -> None:
    """Finish what the journal names, drop it, and delete every temporary file; needs the lock.

    Raises BriefingsError where an offered copy cannot be put in its place: the journal stays for the next try.
    """
    pairs = _read_journal(layout)
    folders: set[Path] = set()
    for pair in pairs:
        page, offered = (layout.docs / pair.page).resolve(), (layout.docs / pair.offered).resolve()
        temporary = offered.parent / pair.offered_temporary
        replaced = not (page.parent / pair.page_temporary).exists() and digest(_bytes_or_none(page)) != pair.before
        if replaced and temporary.exists():
            try:
                temporary.replace(offered)
            except OSError as error:
                what = f"cannot be written ({reason(error)}), though its page was"
                raise BriefingsError(problem(layout.docs / pair.offered, what, "free it and run again")) from error
            folders.add(offered.parent)
    for folder in sorted(folders):
        sync_folder(folder)
    with contextlib.suppress(FileNotFoundError):
        layout.journal.unlink()
    _delete_temporaries(layout)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last through a power cut, where the system can (Windows cannot)."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _read_journal(layout: Layout) -> tuple[Pair, ...]:
    """Read the journal; what no build can have written there names no pairs, wherever it came from."""
    try:
        pairs = tuple(Pair(**item) for item in json.loads(layout.journal.read_bytes()))
        matches = [
            pattern.fullmatch(text)
            for pair in pairs
            for pattern, text in (
                (_PAGE, pair.page),
                (_OFFERED, pair.offered),
                (_TEMPORARY, pair.page_temporary),
                (_TEMPORARY, pair.offered_temporary),
            )
        ]
    except (OSError, ValueError, TypeError, RecursionError):
        return ()
    return pairs if all(matches) else ()


def _bytes_or_none(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _delete_temporaries(layout: Layout) -> None:
    """Delete what a killed build left beside the pages, and beside the targets of pages that are links."""
    folders = {folder.resolve() for folder in layout.written if folder.is_dir()}
    for folder in tuple(folders):
        with os.scandir(folder) as entries:
            folders.update(Path(entry.path).resolve().parent for entry in entries if entry.is_symlink())
    for folder in sorted(folders):
        with contextlib.suppress(OSError):
            for path in sorted(folder.iterdir()):
                if _TEMPORARY.fullmatch(path.name):
                    path.unlink()
