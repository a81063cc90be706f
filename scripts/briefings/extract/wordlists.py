"""The vocabulary of the steps that find names, read once from `extract/data`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

LETTERS_TOLD_BY = 3
"""Last letters by which a long list of endings is parted at most: more make it no faster to ask, and slower to part."""


@cache
def read_table(name: str, package: str = "briefings.extract") -> dict[str, Any]:
    """Return the mapping in `<package>/data/<name>.yml`."""
    text = files(package).joinpath("data", f"{name}.yml").read_text(encoding="utf-8")
    table = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 — both are safe loaders
    if not isinstance(table, dict):
        message = f"data/{name}.yml is no mapping"
        raise TypeError(message)
    return table


@cache
def read_words(name: str, key: str) -> frozenset[str]:
    """Return the words listed under `key` in `data/<name>.yml`.

    Raises TypeError where YAML read a word as something else (`no` as False).
    """
    words = read_table(name)[key]
    strange = [word for word in words if not isinstance(word, str)]
    if strange:
        message = f"data/{name}.yml, {key}: quote {strange}"
        raise TypeError(message)
    return frozenset(words)


@cache
def read_list(name: str, separator: str | None = None) -> frozenset[str]:
    """Return the entries of `data/<name>.txt`, parted by white space or `separator`; `#` begins a comment line."""
    text = files("briefings.extract").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    body = " ".join(line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(entry.strip() for entry in body.split(separator) if entry.strip())


@lru_cache(maxsize=256)
def _by_last_letters(endings: frozenset[str]) -> tuple[int, Mapping[str, tuple[str, ...]]]:
    """Return (where the letters told by begin, those → the endings that have them, in no order: any will do)."""
    kept = endings - {""}
    letters = min(LETTERS_TOLD_BY, min(map(len, kept), default=0))
    found: dict[str, list[str]] = {}
    for ending in kept:
        found.setdefault(ending[-letters:], []).append(ending)
    return -letters, {last: tuple(those) for last, those in found.items()}


def ends_with(word: str, endings: frozenset[str], least: int = 2) -> bool:
    """Say whether a lower-case word ends in one of the endings, with at least `least` letters before it."""
    start, by_last = _by_last_letters(endings)
    found = by_last.get(word[start:])
    return found is not None and word.endswith(found, least)


class Endings(NamedTuple):
    """Several lists of endings that are asked at once: of nearly every word none of them has one."""

    by_last: Mapping[str, tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...], int], ...]]]
    """Last letters → all endings that have them, and the same by list: (label, endings, letters before them)."""
    letters: tuple[int, ...]
    """How many last letters there are told by."""

    def labels_of(self, word: str) -> list[str]:
        """Return the labels of the lists of which a lower-case word has an ending, in no order, some of them twice."""
        labels: list[str] = []
        for letters in self.letters:
            found = self.by_last.get(word[-letters:])
            if found and word.endswith(found[0]):
                labels += [label for label, endings, least in found[1] if word.endswith(endings, least)]
        return labels


def gather_endings(lists: Mapping[str, tuple[frozenset[str], int]]) -> Endings:
    """Return lists of endings, by label, to be asked at once, each with how many letters have to stand before one."""
    found: dict[str, dict[str, list[str]]] = {}
    for label, (endings, _) in lists.items():
        for ending in endings:
            found.setdefault(ending[-LETTERS_TOLD_BY:], {}).setdefault(label, []).append(ending)
    by_last = {
        last: (
            tuple(ending for endings in labels.values() for ending in endings),
            tuple((label, tuple(endings), lists[label][1]) for label, endings in labels.items()),
        )
        for last, labels in found.items()
    }
    return Endings(by_last, tuple({len(last) for last in by_last}))
