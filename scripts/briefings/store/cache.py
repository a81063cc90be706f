"""What may be kept from one build to the next, and may be deleted at any time."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

_ENTRY = re.compile(r"[0-9a-f]{64}")


class Cache(Struct, frozen=True):
    """A folder of entries, each named by a hash; whatever cannot be read or written there costs time alone."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """Return an entry; None where there is none."""
        with contextlib.suppress(OSError):
            return (self.folder / name).read_bytes() if self._is_ours() else None
        return None

    def write(self, name: str, data: bytes) -> None:
        """Keep an entry, whole or not at all; only one build at a time writes."""
        with contextlib.suppress(OSError):
            if not self._is_ours():
                return
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True)
                (self.folder / ".gitignore").write_bytes(b"*\n")
            temporary = self.folder / "new.tmp"
            temporary.write_bytes(data)
            temporary.replace(self.folder / name)

    def keep(self, names: Collection[str]) -> None:
        """Delete all entries but these."""
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir() if self._is_ours() else ():
                if _ENTRY.fullmatch(path.name) and path.name not in names:
                    path.unlink()

    def _is_ours(self) -> bool:
        """Say whether the folder is one, and no link to where other things lie."""
        return not (self.folder.is_symlink() or self.folder.parent.is_symlink())
