"""`word TAB tag` files → articles of tagged sentences.

One word and its IOB2 tag a line, an empty line between sentences, `# doc NAME` before each article; a file without such
lines is one article every `SENTENCES_A_DOCUMENT` sentences. A name ending in `.gz` is unpacked.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from briefings.extract.name_model import spans_of
from briefings.language import document_language, weigh
from briefings.model import Lang

TYPES = ("PER", "ORG", "GPE", "LOC")
"""The types of names that are scored: people, organisations, states and what is governed like them, other places."""
OTHER_TYPES = ("PROD", "EVT", "DRV", "MISC")
"""Types that may stand in a file, are learned, so that they are not taken for the others, and are not scored."""
SENTENCES_A_DOCUMENT = 12
"""As the Danish data were cut, whose source does not mark its articles."""

_TAG = re.compile(rf"O|[BI]-(?:{'|'.join((*TYPES, *OTHER_TYPES))})")


class Tagged(Struct, frozen=True):
    """One sentence: words, and an IOB2 tag for each."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


Document = tuple[Tagged, ...]


class MalformedCorpusError(ValueError):
    """A file is no `word TAB tag` file; the message names file, line and what was expected."""


def read_corpus(path: Path) -> tuple[Document, ...]:
    """Return the articles of a file. Raises MalformedCorpusError, also for a file without a single word."""
    documents: list[Document] = []
    sentences: list[Tagged] = []
    rows: list[tuple[str, str]] = []
    marked = False
    for number, line in enumerate([*_read_lines(path), "", "# doc"], 1):
        if rows and (not line.strip() or _begins_document(line)):
            words, tags = zip(*rows, strict=True)
            sentences.append(Tagged(words, tags))
            rows = []
        if _begins_document(line):
            if sentences:
                documents.append(tuple(sentences))
            marked, sentences = marked or len(documents) > 1, []
        elif line.strip():
            rows.append(_read_row(path, number, line))
    if not documents:
        message = f"{path}: no words in it: expected lines of word, tab, tag"
        raise MalformedCorpusError(message)
    return tuple(documents if marked else _cut(documents[0]))


def _begins_document(line: str) -> bool:
    return line.startswith("# doc") and "\t" not in line


def _cut(sentences: Sequence[Tagged]) -> Iterator[Document]:
    for first in range(0, len(sentences), SENTENCES_A_DOCUMENT):
        yield tuple(sentences[first : first + SENTENCES_A_DOCUMENT])


def _read_lines(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        text = data.decode("utf-8-sig")
    except (OSError, EOFError, zlib.error) as error:
        message = f"{path}: cannot be read: {error}"
        raise MalformedCorpusError(message) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{path}:{line}: not UTF-8: save the file as UTF-8"
        raise MalformedCorpusError(message) from error
    return [line.removesuffix("\r") for line in text.split("\n")]


def _read_row(path: Path, number: int, line: str) -> tuple[str, str]:
    word, tab, tag = line.partition("\t")
    if not tab or not word.strip():
        message = f"{path}:{number}: expected a word, a tab and a tag, found {line[:60]!r}"
        raise MalformedCorpusError(message)
    tag = tag.strip()
    if not _TAG.fullmatch(tag):
        known = " ".join((*TYPES, *OTHER_TYPES))
        message = f"{path}:{number}: unknown tag {tag[:60]!r}: expected O, or B- or I- before one of {known}"
        raise MalformedCorpusError(message)
    return word, tag


def language_of(document: Document) -> Lang:
    """Return the language of an article."""
    return document_language([weigh(" ".join(word for sentence in document for word in sentence.words))])


def has_states(documents: Sequence[Document]) -> bool:
    """Say whether the data tell states and cities (GPE) from other places; the Danish ones do not."""
    return any(tag.endswith("-GPE") for document in documents for sentence in document for tag in sentence.tags)


def names_in(tags: Sequence[str]) -> frozenset[tuple[int, int, str]]:
    """Return (first word, end, type) of the names that are scored."""
    return frozenset(span for span in spans_of(tags) if span[2] in TYPES)
