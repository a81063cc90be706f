"""The words dates are made of, and a paragraph cut into the tokens the grammar reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import Any

import yaml
from msgspec import Struct

from briefings.cutting import cut

TOKEN = re.compile(r"[^\W\d_]+|[0-9]+(?:[.,:/\-–][0-9]+)*|[^\w\s]|\w")
"""A run of letters, a number with what joins its figures, or a single sign."""
Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word → (all words, meaning), the longest first."""


class Tokens(Struct, frozen=True):
    """The tokens of one paragraph, readable beyond both ends (as empty words)."""

    words: list[str]
    lows: tuple[str, ...]
    """The words in lower case."""
    text: str
    start: int
    """Where the paragraph begins in the text."""
    _starts: list[int] = []

    @property
    def starts(self) -> list[int]:
        """Where each begins in the text; looked up when first asked for, as most paragraphs have no date."""
        if not self._starts:
            after = self.start
            for word in self.words:
                first = self.text.index(word, after)
                self._starts.append(first)
                after = first + len(word)
        return self._starts

    def ends(self, index: int) -> int:
        """Return where a token ends in the text."""
        return self.starts[index] + len(self.words[index])

    def low(self, index: int) -> str:
        """Return the word at `index` in lower case, "" beyond the ends."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def joined(self, index: int) -> bool:
        """Say whether no space stands between the token at `index` and the one before."""
        if not 0 < index < len(self.words):
            return False
        starts = self.starts
        return starts[index - 1] + len(self.words[index - 1]) == starts[index]

    def is_lower(self, index: int) -> bool:
        """Say whether the token begins with a small letter."""
        return 0 <= index < len(self.words) and self.words[index][0].islower()

    def is_upper(self, index: int) -> bool:
        """Say whether the token is all capitals."""
        return 0 <= index < len(self.words) and self.words[index].isupper()

    def number(self, index: int) -> int | None:
        """Return the value of plain figures, four at most."""
        word = self.low(index)
        return int(word) if len(word) <= LONGEST_NUMBER and word.isascii() and word.isdigit() else None

    def phrase(self, index: int, phrases: Phrases) -> tuple[int, str] | None:
        """Return (index behind it, meaning) of the longest of `phrases` that begins at `index`."""
        for words, meaning in phrases.get(self.low(index), ()):
            if self.lows[index : index + len(words)] == words:
                return index + len(words), meaning
        return None


LONGEST_NUMBER = 4
DASHES = frozenset("-–—")


def is_abbreviation(lows: Sequence[str], index: int) -> bool:
    """Say whether the full stop at `index` is that of `kl.` or `ca.`, which ends no sentence."""
    return lows[index] == "." and index > 0 and lows[index - 1] in ABBREVIATED


ABBREVIATED = frozenset({"kl", "ca", "nr", "st", "pst", "mill"})


class Reading(Struct, frozen=True):
    """A date read: up to which token, by which rule, with which value."""

    end: int
    """The token behind it."""
    rule: str
    """"" for what was recognised so as not to be read as a date."""
    value: str | None = None


def tokenise(text: str, start: int, end: int) -> Tokens:
    """Cut `text[start:end]`; in time linear in its length."""
    words = cut(text[start:end].split(), str.isalpha, TOKEN, with_signs=True)
    return Tokens(words, tuple([word.lower() for word in words]), text, start)


class Vocabulary(Struct, frozen=True):
    """`data/dates.yml`, turned for look-up: word → value, or sets of words."""

    months: dict[str, int]
    short_months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    definite_seasons: dict[str, int]
    units: dict[str, str]
    """Plain forms, as after a number: `uker` → `week`."""
    all_units: dict[str, str]
    """With the definite ones."""
    shifts: dict[str, int]
    cardinals: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    quarters: dict[str, int]
    many_units: dict[str, str]
    rounds: dict[str, int]
    definite_parts: dict[str, str]
    counted_feasts: dict[str, list[str]]
    named: Phrases
    feasts: Phrases
    phrases: Phrases
    not_dates: Phrases
    years: Phrases
    """Phrases for a year after a month or day: `i fjor` → `of year -1`, `året etter` → `of another year 1`."""
    approximate: Phrases
    vague: Phrases
    named_days: frozenset[str]
    sets: dict[str, frozenset[str]]
    """Every other list of the file, by its key."""

    def has(self, name: str, word: str) -> bool:
        """Say whether `word` stands in the list `name` of the file."""
        return word in self.sets[name]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read the vocabulary, once."""
    source = files("briefings.extract").joinpath("data/dates.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(source, Loader=yaml.CSafeLoader)
    units = _inverted(data["units"])
    years = {phrase: f"of year {shift}" for phrase, shift in data["year_phrases"].items()}
    others = {phrase: f"of another year {shift}" for phrase, shift in data["other_year_phrases"].items()}
    return Vocabulary(
        months=_inverted(data["months"]),
        short_months=_inverted(data["short_months"]),
        weekdays=_weekdays(data),
        seasons=_inverted({number: forms["bare"] for number, forms in data["seasons"].items()}),
        definite_seasons=_inverted({number: forms["definite"] for number, forms in data["seasons"].items()}),
        units=units,
        all_units=units | _inverted(data["definite_units"]),
        shifts=data["shifts"],
        cardinals=_cardinals(data),
        ordinals=_ordinals(data),
        decades=_inverted(data["decades"]),
        quarters=data["quarters"],
        many_units=_inverted(data["many_units"]),
        rounds=data["rounds"],
        definite_parts=data["definite_parts"],
        counted_feasts=data["counted_feasts"],
        named=_phrases(data["named"]),
        feasts=_phrases(data["feasts"]),
        phrases=_phrases(data["phrases"]),
        not_dates=_phrases(dict.fromkeys(data["not_dates"], "")),
        years=_phrases(years | others),
        approximate=_phrases(dict.fromkeys(data["approximate"], "")),
        vague=_phrases(dict.fromkeys(data["vague"], "")),
        named_days=frozenset(data["named_days"]),
        sets={key: frozenset(words) for key, words in data.items() if isinstance(words, list)},
    )


def _inverted(table: dict[Any, list[str]]) -> dict[str, Any]:
    return {word: value for value, words in table.items() for word in words}


def _phrases(table: dict[str, str]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in table.items():
        words = tuple(TOKEN.findall(phrase))
        found.setdefault(words[0], []).append((words, meaning))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in found.items()}


def _weekdays(data: dict[str, Any]) -> dict[str, int]:
    """Return all forms: `onsdag`, `onsdagen`, `onsdagens`, `onsdagskveld`."""
    endings = [*data["weekday_endings"], *(joint + part for joint, part in product(("", "s"), data["dayparts"]))]
    return {stem + ending: number for number, stems in data["weekdays"].items() for stem in stems for ending in endings}


def _cardinals(data: dict[str, Any]) -> dict[str, int]:
    """Return the numbers in words, `tjuefire`, `fireogtyve`, `fireoghalvtreds` included."""
    simple, tens = _inverted(data["numbers"]), _inverted(data["tens"])
    ones = {word: value for word, value in simple.items() if value <= LAST_ONE}
    pairs = list(product(ones.items(), tens.items()))
    return (
        simple
        | tens
        | {ten + one: twenty + unit for (one, unit), (ten, twenty) in pairs}
        | {f"{one}og{ten}": twenty + unit for (one, unit), (ten, twenty) in pairs}
    )


def _ordinals(data: dict[str, Any]) -> dict[str, int]:
    """Return the ordinals up to 31 in words, `tjuefjerde`, `fireogtyvende` included."""
    simple = _inverted(data["ordinals"])
    ones = {word: value for word, value in simple.items() if value <= LAST_ONE}
    tens = {word: value for word, value in _inverted(data["tens"]).items() if value <= LAST_TEN}
    later = {word: value for word, value in simple.items() if value in {20, 30}}
    digits = {word: value for word, value in _inverted(data["numbers"]).items() if value <= LAST_ONE}
    every = (
        simple
        | {ten + one: twenty + unit for (one, unit), (ten, twenty) in product(ones.items(), tens.items())}
        | {f"{one}og{ten}": twenty + unit for (one, unit), (ten, twenty) in product(digits.items(), later.items())}
    )
    return {word: value for word, value in every.items() if value <= LAST_DAY}


LAST_ONE, LAST_TEN, LAST_DAY = 9, 30, 31
