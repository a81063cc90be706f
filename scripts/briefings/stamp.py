"""Lines that say when an article was published: `17. NOV. 2025 KL. 07.58`, `Publisert: 25.08.2025 10:41`.

A stamp has dates, times, weekdays, labels and signs, and no other word; a byline may stand in the same block. Every
function is pure and takes no longer than the block is long.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import cast

import yaml
from msgspec import Struct

MAX_STAMP = 200
"""Characters of a block with a stamp, byline included."""

MAX_PHRASE = 5
"""Words of the longest phrase for a time that dates nothing: `for kort tid siden`."""

LAST_HOUR, LAST_MINUTE, LAST_DAY, MONTHS = 24, 59, 31, 12
FIRST_YEAR, LAST_YEAR = 1990, 2099
"""Articles on the web are no older, whatever their subject."""

PUBLISHED, UPDATED = "published", "updated"
"""What the label before a day says of it."""

_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+|[^\w\s]|_")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_TELLING_NUMBER = re.compile(r"\d[./:-]\d")
"""A day in figures or a time of day."""
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})")
_TIME = re.compile(r"(\d{1,2})[.:](\d\d)(?:[.:]\d\d)?")


class StampDate(Struct, frozen=True):
    """A day on a stamp. Offsets are into the block."""

    value: str | None
    """EDTF, to the day; None where the year is not said, or no such day exists."""
    start: int
    end: int
    has_year: bool
    is_labelled: bool
    """Whether it is said to be the day of publication."""
    is_update: bool
    """Whether it is said to be the day of a change."""


class Stamp(Struct, frozen=True):
    """What a block says of times, and what else it says."""

    dates: tuple[StampDate, ...]
    is_timed: bool
    """Whether a label, a time of day or an age says that this is a stamp."""
    rest: str
    """All other words, with the signs between them."""

    @property
    def is_telling(self) -> bool:
        """Whether the block holds a stamp, and not only a number, a weekday or a day of the year."""
        return self.is_timed or any(found.has_year for found in self.dates)

    @property
    def published(self) -> StampDate | None:
        """The day of publication: the first that is not said to be that of a change."""
        return next((found for found in self.dates if found.value and not found.is_update), None)


class _Words(Struct, frozen=True):
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    published: frozenset[str]
    updated: frozenset[str]
    clock: frozenset[str]
    between: frozenset[str]
    joining: frozenset[str]
    lately: frozenset[str]
    units: frozenset[str]
    ago: frozenset[str]
    openings: frozenset[str]
    """Words that anything but a number begins with: all others need no look at what stands around them."""
    telling: frozenset[str]
    """Words of which one stands in every stamp without a number: the last of a phrase for a time."""
    telling_beside_number: frozenset[str]
    """Words of which one stands in every stamp with a number that is no day or time of day by its form."""
    every: frozenset[str]
    """All words that a stamp may have."""


@cache
def _vocabulary() -> _Words:
    source = resources.files("briefings").joinpath("data/stamp.yml").read_bytes()
    data = cast("dict[str, object]", yaml.load(source, Loader=yaml.CSafeLoader))
    sets = {key: frozenset(words) for key, words in data.items() if isinstance(words, list)}
    weekdays = _numbered(data["weekdays"])
    telling = frozenset(phrase.split()[-1] for phrase in sets["lately"])
    openings = {"for", ".", *weekdays, *(phrase.split()[0] for phrase in sets["lately"])}
    openings = openings.union(*(sets[key] for key in ("published", "updated", "clock", "between", "joining")))
    months = _numbered(data["months"])
    phrases = {"for"}.union(weekdays, months, *sets.values())
    return _Words(
        months=months,
        weekdays=weekdays,
        openings=frozenset(openings),
        telling=telling,
        telling_beside_number=telling.union(months, *(sets[key] for key in ("published", "updated", "clock", "ago"))),
        every=frozenset(word for phrase in phrases for word in phrase.split()),
        **sets,
    )


def _numbered(table: object) -> dict[str, int]:
    numbers = cast("dict[int, list[str]]", table)
    return {word: number for number, words in numbers.items() for word in words}


def is_stamp(text: str) -> bool:
    """Return whether a block is nothing but a stamp."""
    words, first = stamp_words(), _WORD.search(text)
    if len(text) > MAX_STAMP or (first and first[0].casefold() not in words):
        return False
    if not words.issuperset(_WORD.findall(text.casefold())):
        return False
    found = read_stamp(text)
    return found is not None and found.is_telling and not found.rest


def stamp_words() -> frozenset[str]:
    """Return all words that a stamp may have; any other is left as its rest."""
    return _vocabulary().every


def says_published(text: str) -> bool:
    """Return whether a block has a word that makes the day behind it that of publication."""
    return not _vocabulary().published.isdisjoint(_WORD.findall(text.casefold()))


def read_stamp(text: str) -> Stamp | None:
    """Return what a block says of times; None where it is too long for a stamp, or says nothing that makes it one."""
    return _read_short(text) if len(text) <= MAX_STAMP else None


@lru_cache(maxsize=512)  # noise, bylines and the date of publication ask for the same blocks of one article
def _read_short(text: str) -> Stamp | None:
    if not _may_tell(text):
        return None
    reader = _Reader(text)
    reader.read()
    dates = tuple(
        StampDate(
            _to_value(day),
            day.start,
            day.end,
            has_year=day.year is not None,
            is_labelled=day.label == PUBLISHED,
            is_update=day.label == UPDATED,
        )
        for day in reader.dates
    )
    # What stays of the block, its signs at either end taken off: they belonged to the stamp.
    kept = "".join(text[start:end] for start, end in reader.rest)
    return Stamp(dates, reader.is_timed, re.sub(r"\s+", " ", kept).strip(" ,;:.·•|–—-()/"))


def _may_tell(text: str) -> bool:
    """Return whether a block has a number or word that a stamp cannot do without; most have none."""
    if _TELLING_NUMBER.search(text) is not None:
        return True
    telling = _vocabulary().telling if _DIGIT.search(text) is None else _vocabulary().telling_beside_number
    return not telling.isdisjoint(_WORD.findall(text.casefold()))


class _Day(Struct):
    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None
    label: str


def _to_value(found: _Day) -> str | None:
    if found.year is None or not 1 <= found.month <= MONTHS:
        return None
    if not FIRST_YEAR <= found.year <= LAST_YEAR or not 1 <= found.day <= monthrange(found.year, found.month)[1]:
        return None
    read = date(found.year, found.month, found.day)
    return read.isoformat() if found.weekday in (None, read.isoweekday()) else None


class _Reader:
    """Reads a block from left to right, token by token."""

    def __init__(self, text: str) -> None:
        self.tokens = list(_TOKEN.finditer(text))
        self.words = [token[0].casefold() for token in self.tokens]
        self.dates: list[_Day] = []
        self.rest: list[tuple[int, int]] = []
        self.is_timed = False
        self._is_labelled = False
        self._weekday: tuple[int, int] | None = None
        self._label = ""
        self._text_end = len(text)

    def read(self) -> None:
        """Fill `dates`, `rest` and `is_timed`."""
        openings, at = _vocabulary().openings, 0
        while at < len(self.words):
            after = 0
            if self.words[at][0].isdecimal():
                after = self._numeric_day(at) or self._worded_day(at) or self._year(at) or self._time(at)
                after = after or self._age(at)
            elif self.words[at] in openings:
                after = self._age(at) or self._word(at)
            if not after:
                after = at + 1
                self._keep(at)
            at = after

    def _word_at(self, at: int) -> str:
        return self.words[at] if at < len(self.words) else ""

    def _keep(self, at: int) -> None:
        """Keep a token that is no part of the stamp, with the space or sign behind it."""
        start = self.tokens[at].start()
        end = self.tokens[at + 1].start() if at + 1 < len(self.tokens) else self._text_end
        is_sign = not self.words[at][0].isalnum()
        if not is_sign or self._follows_rest(at):
            self.rest.append((start, end))

    def _follows_rest(self, at: int) -> bool:
        return bool(self.rest) and self.rest[-1][1] == self.tokens[at].start()

    def _add(self, first: int, after: int, parts: tuple[int, int, int | None]) -> int:
        day, month, year = parts
        self.is_timed = self.is_timed or self._is_labelled
        weekday = self._weekday
        start = self.tokens[first].start()
        number = None
        if weekday is not None:
            start, number = weekday
        end = self.tokens[after - 1].end()
        self.dates.append(_Day(start, end, day, month, year, number, self._label))
        self._weekday, self._label = None, ""
        return after

    def _numeric_day(self, at: int) -> int:
        match = _DAY_FIRST.fullmatch(self.words[at]) or _YEAR_FIRST.fullmatch(self.words[at])
        if match is None:
            return 0
        year = int(match["year"]) + (2000 if len(match["year"]) == len("26") else 0)
        day, month = int(match["day"]), int(match["month"])
        return self._add(at, at + 1, (day, month, year)) if month <= MONTHS and day <= LAST_DAY else 0

    def _worded_day(self, at: int) -> int:
        word = self.words[at]
        if not word.isdecimal() or not 1 <= int(word[:4]) <= LAST_DAY:
            return 0
        after = at + 1 + (self._word_at(at + 1) == ".")
        month = _vocabulary().months.get(self._word_at(after))
        if month is None:
            return 0
        after += 1
        following = after
        while self._word_at(following) in {".", ","}:
            following += 1
        year = _to_year(self._word_at(following))
        return self._add(at, following + 1 if year else after, (int(word), month, year))

    def _year(self, at: int) -> int:
        """Read the year that comes only after the time: `4. mars kl. 11:22, 2025`."""
        year = _to_year(self.words[at])
        if year is None or not self.dates or self.dates[-1].year is not None:
            return 0
        self.dates[-1].year, self.dates[-1].end = year, self.tokens[at].end()
        return at + 1

    def _time(self, at: int) -> int:
        match = _TIME.fullmatch(self.words[at])
        is_said = at > 0 and any(word in _vocabulary().clock for word in self.words[max(0, at - 2) : at])
        if match is None:
            if not is_said or not self.words[at].isdecimal() or int(self.words[at][:4]) > LAST_HOUR:
                return 0
        elif int(match[1]) > LAST_HOUR or int(match[2]) > LAST_MINUTE:
            return 0
        self.is_timed = self.is_timed or is_said or ":" in self.words[at] or bool(self.dates)
        return at + 1

    def _age(self, at: int) -> int:
        """Read `for 3 timer siden`."""
        words = _vocabulary()
        start = at + (self.words[at] == "for")
        start += self._word_at(start) in words.clock
        start += self._word_at(start) == "."
        if not self._word_at(start).isdecimal() or self._word_at(start + 1) not in words.units:
            return 0
        after = start + 2 + (self._word_at(start + 2) == ".")
        if self._word_at(after) not in words.ago:
            return 0
        self.is_timed = True
        return after + 1

    def _word(self, at: int) -> int:
        words, word = _vocabulary(), self.words[at]
        for length in range(MAX_PHRASE, 1, -1):
            if " ".join(self.words[at : at + length]) in words.lately:
                # "I dag" alone may head a part of the text.
                self.is_timed = self.is_timed or self._is_labelled or word != "i"
                return at + length
        if word in words.published or word in words.updated:
            self._is_labelled, self._label = True, PUBLISHED if word in words.published else UPDATED
        elif word in words.weekdays:
            self._weekday = (self.tokens[at].start(), words.weekdays[word])
        elif word in words.lately and self._is_labelled:
            self.is_timed = True
        elif word in words.joining:
            return 0 if self._follows_rest(at) else at + 1
        elif word not in words.clock and word not in words.between:
            return 0
        return at + 1


def _to_year(word: str) -> int | None:
    year = int(word) if len(word) == len("2026") and word.isdecimal() else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None
