"""The name model: a linear-chain CRF that says which words of an article are names, and of what.

The model is data (`data/names.crf.gz`); its card (`data/names.md`) says what it was trained on, what it scores and
under which licence it stands. It is loaded when the first article is read.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

import pycrfsuite
from msgspec import Struct

from briefings.extract.name_features import Stretch, Words, document_attributes
from briefings.extract.name_words import form_of
from briefings.extract.shouting import calmed
from briefings.extract.tokens import PLAIN_WORDS
from briefings.model import Lang

TYPES = ("PER", "ORG", "GPE", "LOC")
"""People, organisations, states and cities and regions that are governed, other places."""
DOUBTED = 0.7
"""Probability of being no name below which a capitalised word is one if the same is one elsewhere in the article."""

_WORD = re.compile(
    PLAIN_WORDS + r"|(?:[^\W\d_]\.){2,}|\d{1,2}\.(?=\s+[a-zæøå])|[A-ZÆØÅ]\.(?=\s?[A-ZÆØÅ])|A/S\b|\w+\.\w+\."
    r"|\w+(?:[-'’&./]\w+)*(?:-(?=\s))?|[^\w\s]"
)


class Found(Struct, frozen=True):
    """A name as words of a sentence."""

    first: int
    end: int
    types: Mapping[str, float]
    """For each of `TYPES` the probability that a name of this type begins with the first word."""


class Name(Struct, frozen=True):
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


class _Seen(Struct, frozen=True):
    """A name of any type that was trained, as words of a sentence."""

    first: int
    end: int
    kind: str
    """Empty for a word that may be a name if the same is one elsewhere."""
    shares: Mapping[str, float]
    """For each type that was trained the probability that a name of it begins with the first word."""
    name: str
    """What its places in the article have in common."""


class UnreadableModelError(ValueError):
    """A file is no trained model; the message names it."""


class Tagger:
    """A trained model."""

    def __init__(self, data: bytes) -> None:
        """Take a model file's bytes, unpacked. Raises ValueError where they are no model."""
        self._data = data  # the tagger reads from these bytes for as long as it lives
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(data)
        begins = sorted(label for label in self._tagger.labels() if label.startswith("B-"))
        self._begins = {label.removeprefix("B-"): label for label in begins}
        """Type → tag of a name's first word."""
        self._told = [kind for kind in self._begins if kind in TYPES]

    def tag(self, sentences: Sequence[Words], lang: Lang) -> list[list[str]]:
        """Return the IOB2 tag of each word of each sentence of one article."""
        return [
            _tags_of(seen, len(words))
            for words, seen in zip(sentences, self._agreed(sentences, lang, known=True), strict=True)
        ]

    def find(self, sentences: Sequence[Words], lang: Lang) -> list[list[Found]]:
        """Return the names in each sentence of one article, but for known ones that stand far from others."""
        return [
            [
                Found(one.first, one.end, {kind: one.shares[kind] for kind in self._told})
                for one in seen
                if one.kind in self._told
            ]
            for seen in self._agreed(sentences, lang, known=False)
        ]

    def _agreed(self, sentences: Sequence[Words], lang: Lang, *, known: bool) -> list[list[_Seen]]:
        """Return the names in each sentence, of one type wherever the article has the same name.

        A word that may or may not be a name is one if it is elsewhere in the article.
        """
        rows = [
            sorted((seen for stretch in row for seen in self._see(words, stretch)), key=lambda seen: seen.first)
            for words, row in zip(sentences, document_attributes(sentences, lang, known=known), strict=True)
        ]
        places: dict[str, list[_Seen]] = defaultdict(list)
        for seen in chain.from_iterable(rows):
            places[seen.name].append(seen)
        agreed = {name: _mean(found) for name, found in places.items() if len(found) > 1}
        return [[one for seen in row if (one := _agreeing(seen, agreed.get(seen.name))).kind] for row in rows]

    def _see(self, words: Words, stretch: Stretch) -> Iterator[_Seen]:
        tags = self._tagger.tag(stretch.attributes)
        for start, after, kind in spans_of(tags):
            shares = {known: self._tagger.marginal(tag, start) for known, tag in self._begins.items()}
            first, behind = stretch.first + start, stretch.first + after
            yield _Seen(first, behind, kind, shares, _name(words[first:behind]))
        padded = ["O", *tags, "O"]
        for first in stretch.capitals:
            at, word = first - stretch.first, words[first]
            alone = padded[at : at + 3] == ["O", "O", "O"]
            if alone and "common" not in form_of(word).cues and self._tagger.marginal("O", at) < DOUBTED:
                yield _Seen(first, first + 1, "", {}, _name([word]))


def _name(words: Words) -> str:
    """Return what is the same for `Oslo`, `Oslos`, `OSLO`."""
    return " ".join(words).casefold().removesuffix("s").removesuffix("'").removesuffix("’")


def _mean(places: Sequence[_Seen]) -> dict[str, float]:
    """Return the mean share of each type over the places that are sure to be names; nothing where none is."""
    sure = [seen.shares for seen in places if seen.kind]
    return {kind: sum(shares[kind] for shares in sure) / len(sure) for kind in sure[0]} if sure else {}


def _agreeing(seen: _Seen, mean: Mapping[str, float] | None) -> _Seen:
    if not mean:
        return seen
    kind = max(mean, key=lambda kind: (mean[kind], kind))
    return _Seen(seen.first, seen.end, kind, mean, seen.name)


def _tags_of(names: Sequence[_Seen], length: int) -> list[str]:
    tags = ["O"] * length
    for seen in names:
        tags[seen.first : seen.end] = [f"B-{seen.kind}", *[f"I-{seen.kind}"] * (seen.end - seen.first - 1)]
    return tags


def spans_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, end, type) of the names that IOB2 tags mark; an `I-` without its `B-` begins one."""
    start, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        if tag == "O" and not kind:
            continue  # so it is with most words
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
    # The data the model learned from have a hyphen in names such as `Bodø/Glimt`.
    rows = [" ".join(_WORD.findall(text, start, end)).replace("/", "-").split() for start, end in sentences]
    hyphened = text.replace("/", "-")
    return [
        _placed(hyphened, start, words, found) if found else []
        for (start, _), words, found in zip(sentences, rows, load().find(calmed(rows), lang), strict=True)
    ]


def _placed(text: str, start: int, words: Words, names: Sequence[Found]) -> list[Name]:
    """Return the names of a sentence where they stand in the text, in which only spaces lie between its words."""
    places: list[tuple[int, int]] = []
    for word in words[: names[-1].end]:
        first = text.index(word, start)
        start = first + len(word)
        places.append((first, start))
    return [Name(places[name.first][0], places[name.end - 1][1], name.types) for name in names]
