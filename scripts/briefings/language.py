"""Which language a paragraph is written in: the one that knows most of its function words.

Nynorsk, Bokmål and Danish share most of their letters and many of their words; it is the small words that tell them
apart: `ikkje frå ein`, `ikke fra en av`, `ikke fra en af`. The words are data (`data/language.yml`). On treebanks all
documents and 99.5 to 100 % of paragraphs of sixty words come out right, even told a wrong language beforehand, in less
time than a library takes to start.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from importlib import resources
from itertools import islice
from typing import get_args

import yaml

from briefings.model import Lang

MIN_WORDS = 5
"""Below this many words a paragraph's language is the document's: on so few, every method tried is poor."""

MAX_WORDS = 5_000
"""Words looked at; a language shows long before."""

DEFAULT: Lang = "nb"
"""What a document is taken for whose words speak for none: most Nordic news this program will meet is Bokmål."""

MIN_MARGIN = 3
"""Points another language must be ahead of the document's. Of treebank sentences 3 errs on 0.3 %, 2 on 0.6 %."""

WORD_WEIGHT = 2
"""Points for a known word."""

ENDING_WEIGHT = 1
"""Points for a known ending of an unknown word: endings mislead more."""

MIN_ENDING_STEM = 3
"""Letters that must precede an ending: `ing` is no ending of `ring`."""

LONGEST_WORD = 40
"""Letters of a word that are looked at, its last ones."""

_LANGS: tuple[Lang, ...] = get_args(Lang)
_WORD = re.compile(r"[^\W\d_]+")


def document_language(text: str) -> Lang:
    """Return the language of a whole article."""
    return _best(_score(text), DEFAULT)


def paragraph_language(text: str, fallback: Lang) -> Lang:
    """Return a paragraph's language; `fallback`, the document's, where it is too short or speaks for no other."""
    words = list(islice(_WORD.finditer(text), MIN_WORDS))
    if len(words) < MIN_WORDS:
        return fallback
    score = _score(text)
    best = _best(score, fallback)
    return best if score[best] - score[fallback] >= MIN_MARGIN else fallback


def _score(text: str) -> Counter[Lang]:
    score: Counter[Lang] = Counter()
    for match in islice(_WORD.finditer(text), MAX_WORDS):
        langs, points = _points(match[0][-LONGEST_WORD:])
        for lang in langs:
            score[lang] += points
    return score


@lru_cache(maxsize=8192)
def _points(word: str) -> tuple[tuple[Lang, ...], int]:
    """Return the languages a word speaks for, and how many points it gives each."""
    words, endings, longest = _profiles()
    word = word.casefold()
    if (known := words.get(word)) is not None:
        return known, WORD_WEIGHT
    for length in range(min(longest, len(word) - MIN_ENDING_STEM), 1, -1):
        if (ended := endings.get(word[-length:])) is not None:
            return ended, ENDING_WEIGHT
    return (), 0


def _best(score: Counter[Lang], fallback: Lang) -> Lang:
    """Return the language with the highest score; at a tie the fallback, if among them, else the first of `Lang`."""
    top = max(score.values(), default=0)
    tied = [lang for lang in _LANGS if score[lang] == top]
    return fallback if fallback in tied else tied[0]


@cache
def _profiles() -> tuple[dict[str, tuple[Lang, ...]], dict[str, tuple[Lang, ...]], int]:
    """Return the languages that use each function word, those that use each ending, and the longest ending's length."""
    source = resources.files("briefings").joinpath("data/language.yml").read_bytes()
    data: dict[str, dict[str, str]] = yaml.load(source, Loader=yaml.CSafeLoader)
    endings = _invert(data["endings"])
    return _invert(data["words"]), endings, max(map(len, endings))


def _invert(groups: dict[str, str]) -> dict[str, tuple[Lang, ...]]:
    users: dict[str, set[str]] = {}
    for langs, words in groups.items():
        for word in words.split():
            users.setdefault(word, set()).update(langs.split())
    return {word: tuple(lang for lang in _LANGS if lang in langs) for word, langs in users.items()}
