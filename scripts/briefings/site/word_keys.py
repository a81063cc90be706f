"""One key for all forms of a word, so that the search finds one by the other: `satellittane`, `satellit` → `satelit`.

The page's words get their keys when the site is built, the words typed get theirs in the browser by the same rules:
`search.js` is handed `RULES`. What only a list knows (`menn`, `mann`; `uke`, `veke`, `uge`) is added to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from briefings.site.spellings import FOLDS, fold

FRAME = "ω"
"""Stands around each key in the index. No word typed or shown is then taken for a key, and no key for the beginning of
a longer one: Pagefind would answer a word that it does not have with the longest beginning that it has."""
SHORTEST_STEM = 2
"""Letters that an ending leaves, one of them a vowel: `by-en`, `uk-er`."""
SHORTEST_BEFORE_S = 4
"""Letters before a genitive's -s: `Putin-s`; shorter words often end in an s of their own (`hus`, `Hans`)."""
LONGEST_WORD = 60
"""Letters; what is longer is not a word."""

_WORD = re.compile(r"[^\W_]+")
_VOWEL = re.compile("[aeiouy]")
_PAST = re.compile("...[klpr]t$|..mt$")
"""What is left of a past tense once its -e is off: `kjøpt-e`, `rømt-e`; shorter ones are other words (`makt`)."""
_SHORTENED = re.compile("[td]r$|[bdfgkptv]n$|[bdfgkpstv]l$")
"""What is left of -er, -en and -el before another ending: `ministr-ene`, `våpn-a`, `artikl-ar`."""
_DOUBLE = re.compile(r"([b-df-hj-np-tv-xz])\1+")


def _read() -> Mapping[str, Any]:
    text = (files("briefings") / "site" / "data" / "search.yml").read_text("utf-8")
    return dict(yaml.safe_load(text))


_DATA = _read()
_LETTERS: tuple[tuple[str, str], ...] = tuple((one, other) for one, other in _DATA["letters"])
_ENDINGS: tuple[str, ...] = tuple(_DATA["endings"])
STOP = frozenset(_DATA["stop"].split())
"""Words that are neither indexed nor asked for, folded."""
RULES: Mapping[str, Any] = {
    "folds": FOLDS,
    "letters": _LETTERS,
    "endings": _ENDINGS,
    "stop": sorted(STOP),
    "frame": FRAME,
    "shortest": [SHORTEST_STEM, SHORTEST_BEFORE_S],
}
"""What `search.js` needs to make the same keys, as JSON."""


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text, folded, without those that say nothing."""
    for word in _WORD.findall(fold(text)):
        if len(word) <= LONGEST_WORD and word not in STOP:
            yield word


@lru_cache(maxsize=65536)
def levelled(word: str) -> str:
    """Return a folded word in one spelling for what the languages and keyboards write differently, with its ending."""
    for one, other in _LETTERS:
        word = word.replace(one, other)
    if word.startswith("hv"):
        word = "k" + word[1:]
    return _DOUBLE.sub(r"\1", word)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return the key of a folded word."""
    word = levelled(word)
    while (shorter := _without_ending(word)) != word:
        word = shorter
    return word


def _without_ending(word: str) -> str:
    if word.endswith("s") and len(word) > SHORTEST_BEFORE_S:
        return word[:-1]
    for ending in _ENDINGS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= SHORTEST_STEM and _VOWEL.search(stem):
            return stem
    return word[:-1] if _PAST.search(word) or _SHORTENED.search(word) else word


def _same() -> Mapping[str, tuple[str, ...]]:
    """Return, for each form a line of the list gives, and for each key that belongs to one line only, the line's keys.

    `sal` is a form of two words and gets the keys of both, but its own key leads from no other form to either.
    """
    forms: dict[str, set[str]] = {}
    lines_of: dict[str, list[set[str]]] = {}
    for line in _DATA["same"].splitlines():
        group = {key(fold(word)) for word in line.split()}
        for word in line.split():
            forms.setdefault(fold(word), set()).update(group)
        for one in group:
            lines_of.setdefault(one, []).append(group)
    alone = {_KEY + one: lines[0] for one, lines in lines_of.items() if len(lines) == 1}
    return {form: tuple(sorted(group)) for form, group in (forms | alone).items()}


_KEY = "="
_SAME = _same()


def keys(words: Iterable[str]) -> set[str]:
    """Return the keys under which folded words are found: their own, and those of the same word in other languages."""
    found: set[str] = set()
    for word in words:
        own = key(word)
        found.add(own)
        found.update(_SAME.get(word) or _SAME.get(_KEY + own, ()))
    return found


def name_keys(words: Iterable[str]) -> set[str]:
    """Return the keys of folded words of names: also as they are, for `Hellas` is no form of `hel`."""
    found = set(words)
    return keys(found) | set(map(levelled, found))


def not_first() -> frozenset[str]:
    """Return the words that are no first part of others though these begin with them."""
    return frozenset(_DATA["not_first"])


def framed(found: Iterable[str]) -> str:
    """Return keys as the index takes them, in their order."""
    return " ".join(f"{FRAME}{one}{FRAME}" for one in sorted(found))
