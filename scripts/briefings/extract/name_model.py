"""The name model: a linear-chain CRF that says which words of an article are names, and of what.

The model is data (`data/names.crf.gz`); its card (`data/names.md`) says what it was trained on, what it scores and
under which licence it stands. It is loaded when the first article is read.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import pycrfsuite

from briefings.extract.name_features import Words, document_attributes
from briefings.extract.shouting import calmed
from briefings.model import Lang

TYPES = ("PER", "ORG", "GPE", "LOC")
"""People, organisations, states and cities and regions that are governed, other places."""
LONGEST_ROW = 300
"""Words tagged at once: a longer `sentence` is a table or noise, and memory grows with it."""

_WORD = re.compile(
    # What the first takes, the rest would take as well, after several attempts: it is nearly every word.
    r"[^\W\d_]\w+(?=[\s,])|(?:[^\W\d_]\.){2,}|\d{1,2}\.(?=\s+[a-zæøå])|[A-ZÆØÅ]\.(?=\s?[A-ZÆØÅ])|A/S\b|\w+\.\w+\.|\w+(?:[-'’&./]\w+)*(?:-(?=\s))?|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name as words of a sentence."""

    first: int
    end: int
    types: Mapping[str, float]
    """For each of `TYPES` the probability that a name of this type begins with the first word."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the model found."""

    start: int
    """Offset of its first letter in the article's text."""
    end: int
    types: Mapping[str, float]
    """As in `Found`."""

    @property
    def probability(self) -> float:
        """How sure the model is that a name begins here, of whatever type."""
        return min(1.0, sum(self.types.values()))


class UnreadableModelError(ValueError):
    """A file is no trained model; the message names it."""


class Tagger:
    """A trained model."""

    def __init__(self, data: bytes) -> None:
        """Take a model file's bytes, unpacked. Raises ValueError where they are no model."""
        self._data = data  # the tagger reads from these bytes for as long as it lives
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(data)
        known = self._tagger.labels()
        self._begins = {kind: f"B-{kind}" for kind in sorted(TYPES) if f"B-{kind}" in known}
        """Type → tag of a name's first word."""

    def tag(self, sentences: Sequence[Words], lang: Lang) -> list[list[str]]:
        """Return the IOB2 tag of each word of each sentence of one article."""
        tagged: list[list[str]] = []
        for row in document_attributes(sentences, lang):
            tags = [tag for first in range(0, len(row), LONGEST_ROW) for tag in self._tags(row, first)]
            tagged.append(tags)
        return tagged

    def find(self, sentences: Sequence[Words], lang: Lang) -> list[list[Found]]:
        """Return the names in each sentence of one article."""
        return [
            [found for first in range(0, len(row), LONGEST_ROW) for found in self._find(row, first)]
            if any(word[:1].isupper() for word in words)
            else []
            for words, row in zip(sentences, document_attributes(sentences, lang), strict=True)
        ]

    def _tags(self, row: Sequence[Sequence[bytes]], first: int) -> list[str]:
        return list(self._tagger.tag(row[first : first + LONGEST_ROW]))

    def _find(self, row: Sequence[Sequence[bytes]], first: int) -> Iterator[Found]:
        for start, end, kind in spans_of(self._tags(row, first)):
            if kind in self._begins:
                shares = {kind: self._tagger.marginal(tag, start) for kind, tag in self._begins.items()}
                yield Found(first + start, first + end, shares)


def spans_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, end, type) of the names that IOB2 tags mark; an `I-` without its `B-` begins one."""
    start, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, named = tag.partition("-")
        if kind and not (prefix == "I" and named == kind):
            yield start, index, kind
            kind = ""
        if prefix != "O" and not kind:
            start, kind = index, named


@cache
def load(path: Path | None = None) -> Tagger:
    """Return the model in the package, or in another file; each is read once. Raises UnreadableModelError."""
    source = path or files("briefings.extract").joinpath("data", "names.crf.gz")
    try:
        return Tagger(gzip.decompress(source.read_bytes()))
    except (OSError, EOFError, zlib.error, ValueError) as error:
        message = f"{source}: no trained name model: {error}"
        raise UnreadableModelError(message) from error


def find_names(text: str, sentences: Sequence[tuple[int, int]], lang: Lang) -> list[list[Name]]:
    """Return the names in each sentence (start, end) of an article, in the order of the text."""
    offsets = [[match.span() for match in _WORD.finditer(text, start, end)] for start, end in sentences]
    # The data the model learned from have a hyphen in names such as `Bodø/Glimt`.
    rows = [[text[start:end].replace("/", "-") for start, end in row] for row in offsets]
    return [
        [Name(row[name.first][0], row[name.end - 1][1], name.types) for name in found]
        for row, found in zip(offsets, load().find(calmed(rows), lang), strict=True)
    ]
