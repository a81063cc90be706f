"""What an article told the last time it was read, so that a build reads only what is new.

An entry is found by a hash of all that reading depends on: the seed, what is known about it, and the program with its
word lists and the libraries it reads with. So nothing is ever out of date, and deleting entries costs time alone. It is
JSON, read by the types of the model: what does not fit them is no entry, and none can bring code with it.
"""

from __future__ import annotations

import zlib
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version
from typing import NamedTuple

import msgspec

from briefings.build import read_article
from briefings.errors import Problem
from briefings.extraction import verify
from briefings.findings import Extraction
from briefings.store import Cache, File

LONGEST = 50_000_000
"""Bytes of an entry, unpacked: a seed of two million has ten."""
LIBRARIES = ("anyascii", "babel", "msgspec", "python-crfsuite", "python-dateutil", "pyyaml")
"""What articles are read with."""
_NOT_READING = ("site", "theme", "train", "store", "check", "__pycache__")
"""Folders of the program that no article is read with."""


class Told(NamedTuple):
    """What came of reading one article."""

    extraction: Extraction | None
    problems: tuple[Problem, ...]


class Recall:
    """Reads articles, and keeps what it found; what it found before, it does not look for again.

    Reads as `briefings.build.read_article` does. What the program failed on is not kept: the next build may not.
    """

    def __init__(self, kept: Cache) -> None:
        """Keep entries in this cache."""
        self._kept = kept
        self._asked: set[str] = set()

    def __call__(self, file: File, sidecar: bytes | None, folder: str) -> Told:
        """Return what an article tells."""
        key = key_of(file, sidecar, folder)
        self._asked.add(key)
        entry = self._kept.read(key)
        if entry is not None and (told := of_entry(entry)):
            return told
        told = Told(*read_article(file, sidecar, folder))
        if told.extraction:
            self._kept.write(key, to_entry(told))
        return told

    def forget_others(self) -> None:
        """Delete what was kept of articles that have not been asked for: they have changed, or are gone."""
        self._kept.keep(self._asked)


def key_of(file: File, sidecar: bytes | None, folder: str) -> str:
    """Return what an article's entry is found by: the same for the same article, read by the same program."""
    parts = (program(), file.shown.encode(), folder.encode(), file.data, b"" if sidecar is None else b"+" + sidecar)
    # The length of each part goes before it, so that no two articles run together into the same bytes.
    return sha256(b"".join(b"%d:" % len(part) + part for part in parts)).hexdigest()


@cache
def program() -> bytes:
    """Return what changes with the program, its word lists, and the libraries it reads with."""
    root = Path(__file__).parent
    found = sha256(python_version().encode())
    for name in LIBRARIES:
        found.update(f"{name} {_version(name)}\n".encode())
    for path in sorted(root.rglob("*")):
        within = path.relative_to(root)
        if path.is_file() and within.parts[0] not in _NOT_READING and path.suffix != ".pyc":
            data = path.read_bytes()
            found.update(f"{within.as_posix()} {len(data)}\n".encode() + data)
    return found.digest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def to_entry(told: Told) -> bytes:
    """Return what is to be kept of one article."""
    return zlib.compress(msgspec.json.encode((told.extraction, told.problems)), 1)


def of_entry(entry: bytes) -> Told | None:
    """Return what an entry says; None where it is damaged, or does not fit the model or its own text."""
    try:
        unpacked = zlib.decompressobj().decompress(entry, LONGEST)
        told = Told(*_decoder().decode(unpacked))
        return told._replace(extraction=verify(told.extraction)) if told.extraction else told
    except (zlib.error, ValueError, msgspec.MsgspecError, RecursionError):
        return None


@cache
def _decoder() -> msgspec.json.Decoder[tuple[Extraction | None, tuple[Problem, ...]]]:
    return msgspec.json.Decoder(tuple[Extraction | None, tuple[Problem, ...]])
