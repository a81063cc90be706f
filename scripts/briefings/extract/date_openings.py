"""Where a date can begin at all: by the word itself and, for the commonest of these words, by the one behind it.

It leaves out nothing that the grammar would read, and spares it four words of five.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import compress, count

from briefings.extract.date_words import DASHES, Phrases, Tokens, vocabulary

PHRASES = ("phrases", "not_dates", "named", "feasts", "approximate", "vague")
"""Tables of phrases, of which the first word opens a date."""
NUMBERS = ("cardinals",)
OTHERS = (
    "weekdays",
    "shifts",
    "decades",
    "counted_feasts",
    "rounds",
    "definite_parts",
    "quarters",
    "ordinals",
    "months",
    "seasons",
    "definite_seasons",
    "clock_words",
    "habits",
    "halves",
    "one_and_a_half",
    "past_weekday_words",
    "coming_weekday_words",
    "parts_of",
    "primo",
    "within",
    "week_words",
    "period_words",
    "last_words",
    "same_words",
)
COUNTS = ("approximate", "vague", "halves", "one_and_a_half", "cardinals")
"""What a count begins with, if not with figures."""
SHIFTED = ("last_words", "next_words", "shifts", "past_weekday_words", "coming_weekday_words", "next_weekday_words")
NAMED = ("named", "feasts")
FOLLOWERS: dict[str, tuple[str, ...]] = {
    "i": (
        *("parts_of", "period_words", "decades", "shifts", "past_weekday_words", "ordinals", "quarters", "week_words"),
        *("weekdays", "months", "seasons", "definite_seasons", "same_words", *NAMED),
    ),
    "på": ("weekdays", "parts_of", "decades", "definite_seasons"),
    "om": ("weekdays", *COUNTS),
    "for": COUNTS,
    "til": (*NAMED, "through"),
    **dict.fromkeys(("av", "af", "etter", "efter"), ()),
}
"""By a word that announces a date, what it announces beside figures; each has a reader of its own in the grammar."""
HUNDRED = 100


def words_in(*names: str) -> frozenset[str]:
    """Return the words of some tables and lists of the vocabulary; of phrases the first."""
    words = vocabulary()
    tables = (getattr(words, name) if hasattr(words, name) else words.sets[name] for name in names)
    return frozenset().union(*tables)


class Openings:
    """The words that a date can begin with; `announcing` are those that announce one, as `i` and `siden` do."""

    def __init__(self, announcing: Collection[str]) -> None:
        """Take the words that the grammar has a reader of their own for."""
        others = words_in(*OTHERS).union(announcing)
        words = others | words_in(*PHRASES, *NUMBERS)

        @lru_cache(maxsize=8192)
        def is_opening(word: str) -> bool:
            return word in words or word[:1].isdigit() or "års" in word

        self._is_opening = is_opening
        self._followers = _followers(others)

    def within(self, tokens: Tokens) -> Iterator[int]:
        """Yield the tokens that a date can begin at, by themselves and the next."""
        for index in compress(count(), map(self._is_opening, tokens.lows)):
            needed = self._followers.get(tokens.lows[index])
            following = "" if needed is None else tokens.low(index + 1)
            if needed is None or following in needed or following[:1].isdigit() or following.startswith("års"):
                yield index


def _followers(others: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return, by a word that can begin a date, the words of which one stands behind it in every date without figures.

    A full stop may stand before figures. A word that is a number and no other word of dates counts what follows, or
    begins a phrase.
    """
    words = vocabulary()
    hundreds = {word for word, value in words.cardinals.items() if value == HUNDRED}
    counted = words_in("units", "halves").union(hundreds, DASHES, ("og", "til"))
    found = {word: counted for word in words.cardinals if word not in others and "års" not in word}
    found |= dict.fromkeys((*words.sets["span_openers"], "d"), words_in("ordinals", *SHIFTED))
    found |= dict.fromkeys(words.sets["turn_prepositions"], words_in(*NAMED, *COUNTS) | {"år"})
    found |= {word: words_in(*names) for word, names in FOLLOWERS.items()}
    tables: list[Phrases] = [getattr(words, name) for name in PHRASES]
    for word, following in found.items():
        phrases = [phrase for table in tables for phrase, _ in table.get(word, ())]
        found[word] = following.union((phrase[1] for phrase in phrases if len(phrase) > 1), ".")
    return found
