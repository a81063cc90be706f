"""What a build is going to write: values, so that a check can list them and write nothing."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from briefings.errors import Problem
from briefings.store.layout import shown


class Write(Struct, frozen=True):
    """One file to write."""

    path: Path
    data: bytes
    before: bytes | None
    """What was read there when the write was planned, None for no file; if that is no longer so, nothing is written."""


class Change(Struct, frozen=True):
    """What must change together or not at all."""

    first: Write
    """The page; or a file that stands alone, such as the names index."""
    then: Write | None = None
    """The page's offered copy."""

    @property
    def writes(self) -> tuple[Write, ...]:
        """Those of the two whose bytes change."""
        both = (self.first,) if self.then is None else (self.first, self.then)
        return tuple(write for write in both if write.data != write.before)


class Plan(Struct, frozen=True):
    """All a build is going to write; no path occurs twice. Raises ValueError if one does."""

    changes: tuple[Change, ...] = ()

    def __post_init__(self) -> None:
        """Refuse two writes to one path: one of them would be lost."""
        paths = [write.path for change in self.changes for write in (change.first, change.then) if write]
        if len(paths) != len(set(paths)):
            twice = sorted({shown(path) for path in paths if paths.count(path) > 1})
            message = f"planned twice: {', '.join(twice)}"
            raise ValueError(message)

    @property
    def writes(self) -> tuple[Write, ...]:
        """Every write that changes bytes, by path: what `build --check` lists."""
        return tuple(sorted((write for change in self.changes for write in change.writes), key=lambda w: w.path))


class Applied(Struct, frozen=True):
    """What became of a plan."""

    written: tuple[Path, ...]
    """Sorted."""
    problems: tuple[Problem, ...]
    """One for each change left undone, with nothing of it written."""
