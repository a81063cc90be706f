"""Where sentences begin and end, in Nynorsk, Bokmål and Danish news.

A sentence ends at `.`, `!`, `?` or `…` with the closing quotation marks and brackets behind it, unless what stands
around it says otherwise: an abbreviation, an ordinal, initials, speech that goes on (`«Nei!» sa han.`). Vocabulary:
`data/abbreviations.yml`. On treebanks: F 99.9 Bokmål and Nynorsk (dev), 98.7 Danish (dev; its quotes are not paired).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise

import yaml
from msgspec import Struct

from briefings.findings import Sentence
from briefings.model import Article, Kind

SILENT = frozenset({Kind.CREDIT, Kind.BOILERPLATE})
"""Kinds without sentences."""

MAX_TOKEN = 40
"""Characters looked back for the word before a full stop; no abbreviation is longer."""

SHORT_LINE = 0.7
"""A line shorter than this share of its block's longest was not broken to fit a width: a sentence ends there."""

MAX_ORDINAL = 3
"""Digits of a number that may be an ordinal; `I 1953.` has four and ends a sentence."""

_STOP = re.compile(
    r"(?P<stop>[.!?…](?<![.!?…].)[.!?…]*+)(?P<close>[»«”“\"'’‘)\]]{0,4})(?=(?P<space>\s+)|$|[«–—-]?[^\W\d_a-z])"
)
_NEXT = re.compile(
    r"\s*(?P<open>[«»“„\"'‘(\[]{0,3})(?P<dash>[–—-]\s?)?(?P<inner>[«»“„\"'‘(\[]{0,3})(?P<word>[^\W_][\w'’-]{0,40})?"
)
_TOKEN = re.compile(r"[^\s«»“”„\"()\[\]–—,;:!?]+$")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{1,5}")


def split(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of an article in order, spans without space around them.

    Credits and boilerplate have none; a photo credit at the end of a caption belongs to none.
    """
    return tuple(
        Sentence(start, end, paragraph.n)
        for paragraph in article.paragraphs
        if paragraph.kind not in SILENT
        for start, end in find_sentences(article.text, paragraph.start, paragraph.said_end)
    )


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences between two offsets of a text, in order, none empty, no space at either end."""
    block = text[start:end]
    for first, last in _between(0, len(block), sorted({*_stops(block), *_line_ends(block)})):
        words = block[first:last]
        if words.strip():
            yield start + first + len(words) - len(words.lstrip()), start + last - (len(words) - len(words.rstrip()))


def _between(start: int, end: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    return zip([start, *cuts], [*cuts, end], strict=True)


def _stops(block: str) -> Iterator[int]:
    """Yield the offsets behind the signs that end a sentence before the block's end."""
    start = 0
    for match in _STOP.finditer(block):
        if match.end() < len(block) and _ends_sentence(_Stop.read(block, match, start)):
            start = match.end()
            yield start


def _line_ends(block: str) -> Iterator[int]:
    """Yield the offsets of line breaks that separate sentences, not those that only fit lines to a width."""
    if "\n" not in block:
        return
    lines = block.split("\n")
    longest = max(map(len, lines))
    offset = 0
    for line, following in pairwise(lines):
        offset += len(line) + 1
        begins = following.lstrip()[:1]
        if len(line) < SHORT_LINE * longest and (begins.isupper() or begins in '–—-•*«“"' or begins.isdigit()):
            yield offset


# --- one stop -------------------------------------------------------------------------------------------------------


class _Stop(Struct, frozen=True):
    """A sign that may end a sentence, and what stands around it."""

    sign: str
    close: str
    token: str
    """The word before it, inner full stops included: `f.eks`."""
    is_first: bool
    """That word is the first of its sentence."""
    is_glued: bool
    """No space follows."""
    dash: bool
    """The next words are opened by a dash, as speech is."""
    opened: bool
    """The next words are opened by a quotation mark or bracket."""
    word: str
    """The next word, or nothing where none follows."""

    @classmethod
    def read(cls, block: str, match: re.Match[str], start: int) -> _Stop:
        """Return the stop a match found, in a sentence that begins at `start`."""
        offset = max(start, match.start() - MAX_TOKEN)
        # No space is part of the word, so that it is looked for behind the last.
        offset_of_word = max(offset, block.rfind(" ", offset, match.start()) + 1)
        token = _TOKEN.search(block[offset_of_word : match.start()])
        rest = _NEXT.match(block, match.end())
        return cls(
            sign=match["stop"],
            close=match["close"],
            token=token[0] if token else "",
            is_first=offset == start
            and token is not None
            and not block[start : offset_of_word + token.start()].strip(" \n«“„\"'"),
            is_glued=match["space"] is None,
            dash=bool(rest and rest["dash"]),
            opened=bool(rest and (rest["open"] or rest["inner"])),
            word=(rest["word"] or "") if rest else "",
        )


def _ends_sentence(stop: _Stop) -> bool:
    if stop.is_glued:
        return _ends_glued(stop)
    if _goes_on(stop):
        return False
    if stop.sign != "." or stop.close:
        return True
    if not stop.token:
        return True
    if stop.token.isdigit():
        return _ends_after_number(stop)
    return _ends_after_word(stop)


def _goes_on(stop: _Stop) -> bool:
    """Return whether the next words cannot open a sentence: small letters, unless a name like `iPhone`."""
    first = stop.word[:1]
    if not first:
        return not (stop.dash or stop.opened)
    if not first.islower():
        return False
    return not re.match(r"[a-z]{1,2}[A-ZÆØÅ]", stop.word)


def _ends_glued(stop: _Stop) -> bool:
    """Return whether a stop without space behind it ends a sentence: `i går.Han kom`, not `St.Petersburg`, `NRK.No`."""
    token = stop.token.rpartition(".")[2]
    if stop.close:
        return len(stop.word) > 1 and stop.sign in ".!?" and stop.close != "'"
    words = _vocabulary()
    if token.lower() in words.never_last or "/" in stop.token or "@" in stop.token or "." in stop.token:
        return False
    return len(token) > 2 and token[-2:].islower() and (len(stop.word) > 1 or stop.dash) and stop.word[1:2].islower()  # noqa: PLR2004 (shorter words are abbreviations)


def _ends_after_number(stop: _Stop) -> bool:
    """Return whether a number's full stop ends a sentence, or makes it an ordinal: `26. juli`, `2. verdskrigen`."""
    if stop.is_first:
        return False  # it numbers what follows: `1. Noreg`
    if len(stop.token) > MAX_ORDINAL or stop.dash or stop.opened:
        return True
    return stop.word.lower() not in _vocabulary().months and not stop.word[:1].isdigit()


def _ends_after_word(stop: _Stop) -> bool:
    words = _vocabulary()
    token = stop.token.strip("'’").lower()
    begins = stop.dash or stop.word.lower() in words.starters
    if len(token) == 1 and token.isalpha():
        return begins or stop.token in words.letters
    if token in words.may_be_last:
        return begins or stop.opened or not stop.word[:1].isdigit()
    if token in words.never_last:
        return stop.dash
    if token.rpartition(".")[2] in words.domains and "." in token:
        return True
    if _DOTTED.fullmatch(token):
        return begins
    return True


# --- vocabulary -----------------------------------------------------------------------------------------------------


class _Vocabulary(Struct, frozen=True):
    never_last: frozenset[str]
    may_be_last: frozenset[str]
    months: frozenset[str]
    starters: frozenset[str]
    domains: frozenset[str]
    letters: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    source = resources.files("briefings").joinpath("extract/data/abbreviations.yml").read_bytes()
    data: dict[str, str] = yaml.load(source, Loader=yaml.CSafeLoader)
    return _Vocabulary(**{key: frozenset(words.split()) for key, words in data.items()})
