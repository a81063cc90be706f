"""Copies of training articles with other names in them, so that the model learns from what stands around a name.

Some of their sentences are put in capitals, as captions are, and some states lose their hyphen (`Nord Korea`).
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from briefings.extract import cues
from briefings.extract.name_model import spans_of
from briefings.extract.wordlists import read_list
from briefings.train.corpus import Document, Tagged

SHOUTED = 0.04
"""Share of a copy's sentences that are put in capitals."""
UNHYPHENED = 0.5
"""Share of names such as `Nord-Korea` that lose their hyphen."""
FOREIGN = 0.4
"""Share of new surnames (of first names, half of it) that are put together from syllables."""
SHORTEST = 3
"""Letters of the shortest word of a name that is changed."""

_ONSETS = (
    *(
        "b",
        "bh",
        "br",
        "ch",
        "d",
        "dj",
        "dr",
        "f",
        "fr",
        "g",
        "gh",
        "gr",
        "h",
        "j",
        "k",
        "kh",
        "kr",
        "l",
        "m",
        "mb",
        "n",
    ),
    *("ng", "nk", "ny", "p", "pr", "q", "r", "s", "sh", "sk", "st", "t", "th", "tr", "ts", "v", "w", "y", "z"),
)
_VOWELS = ("a", "a", "a", "e", "e", "i", "i", "o", "o", "u", "aa", "ai", "ao", "ia", "ie", "ou", "uy", "yo")
_CODAS = ("", "", "", "", "h", "k", "l", "m", "n", "ng", "r", "s", "sh", "t", "v", "x", "z")


def surnames_of(documents: Sequence[Document]) -> tuple[str, ...]:
    """Return the last words of people's names of several words, sorted."""
    return tuple(
        sorted(
            {
                sentence.words[end - 1]
                for document in documents
                for sentence in document
                for start, end, kind in spans_of(sentence.tags)
                if kind == "PER" and end - start > 1 and sentence.words[end - 1].isalpha()
            }
        )
    )


def swapped(document: Document, surnames: Sequence[str], chance: random.Random) -> Document:
    """Return an article in which everybody has another name, the same one throughout."""
    names = _Names(surnames, chance)
    return tuple(_changed(sentence, names, chance) for sentence in document)


class _Names:
    """Other names for the words of people's names."""

    def __init__(self, surnames: Sequence[str], chance: random.Random) -> None:
        self._surnames = surnames
        self._chance = chance
        self._others: dict[str, str] = {}

    def other(self, word: str) -> str:
        """Return the name that stands for a word throughout; initials and particles stay."""
        if len(word) < SHORTEST or not word.isalpha() or not word[0].isupper() or word.isupper():
            return word
        if word.endswith("s") and word[:-1] in self._others:
            return self._others[word[:-1]] + "s"
        if word not in self._others:
            self._others[word] = self._first_name() if cues.is_first_name(word) else self._surname()
        return self._others[word]

    def _first_name(self) -> str:
        if self._chance.random() < FOREIGN / 2:
            return self._foreign()
        return self._chance.choice(sorted(read_list("first_names")))

    def _surname(self) -> str:
        """Return one put together from two halves of others, or from syllables."""
        if self._chance.random() < FOREIGN:
            return self._foreign()
        front, back = self._chance.choice(self._surnames), self._chance.choice(self._surnames)
        return front[: max(2, len(front) // 2)] + back[len(back) // 2 :].lower()

    def _foreign(self) -> str:
        """Return syllables: `Touray`, `Nkhadi`, `Shevan`."""
        parts = [
            self._chance.choice(part) for _ in range(self._chance.choice((1, 2, 2, 3))) for part in (_ONSETS, _VOWELS)
        ]
        return ("".join(parts) + self._chance.choice(_CODAS)).capitalize()


def _changed(sentence: Tagged, names: _Names, chance: random.Random) -> Tagged:
    words: list[str] = []
    tags: list[str] = []
    starts = {start: kind for start, _, kind in spans_of(sentence.tags)}
    for index, (word, tag) in enumerate(zip(sentence.words, sentence.tags, strict=True)):
        parts = word.split("-")
        if starts.get(index) == "GPE" and _are_two_names(parts) and chance.random() < UNHYPHENED:
            words += parts
            tags += [tag, "I-GPE"]
        else:
            words.append(names.other(word) if tag.endswith("-PER") else word)
            tags.append(tag)
    if chance.random() < SHOUTED:
        words = [word.upper() for word in words]
    return Tagged(tuple(words), tuple(tags))


def _are_two_names(parts: Sequence[str]) -> bool:
    return len(parts) == len(("Nord", "Korea")) and all(part[:1].isupper() for part in parts)
