"""A sentence as a row of words, for the steps that look at capitals."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from briefings.names import LONGEST_NAME

PLAIN_WORDS = "(?:[a-zæøåéA-ZÆØÅ]++ )++"
"""A row of words of nothing but letters, a space behind each. Any pattern for words would find each of them alone; put
before it, this takes them together in a third of the time. No other word has a space in it."""

_WORD = re.compile(
    PLAIN_WORDS + r"|(?:[^\W\d_]\.){2,}|[A-ZÆØÅ]\.(?=\s?[A-ZÆØÅ])|S(?:t|ct|kt)\.(?=\s[A-ZÆØÅ])|A/S\b"
    r"|[A-ZÆØÅ]\w+(?:\.(?:no|dk|com|net|org|se)\b|\+(?!\w))|\w+(?:[-'’&]\w+)*"
)
"""Rows of plain words; words; initials, `St.` before a saint's name, `Khrono.no` and `Opec+` whole."""
_OPENERS = frozenset(":.!?…–—•*«\"“”„‘'")
"""After any of these a capital says nothing: something new may begin."""
_SPACES = frozenset({" ", "\u00a0", "\n"})
_REMEMBERED = 2_000
"""Characters of a sentence beyond which its words are cut anew each time, rather than kept."""
_LOOK_BACK = 8
"""Characters before a word in which an opening quotation mark or dash is looked for."""


class Token(Struct, frozen=True):
    """One word of a sentence. What is asked often is a field, not reckoned each time."""

    text: str
    start: int
    end: int
    gap: str
    """What stands between it and the word before; at most `_LOOK_BACK` characters, the nearest."""
    opens: bool
    """Whether a capital is due here anyway: first in its sentence, or after a colon, dash or quotation mark."""

    lower: str
    """The word in lower case."""
    capital: bool
    """Whether it begins with a capital letter."""
    follows: bool
    """Whether only one space parts it from the word before."""

    @property
    def shouted(self) -> bool:
        """Whether all its letters are capitals, and there are two or more."""
        return self.text.isupper() and sum(map(str.isalpha, self.text)) > 1


def tokenise(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the words of `text[start:end]` short enough for a name; offsets count from the beginning of `text`."""
    return _tokenise_short(text, start, end) if end - start <= _REMEMBERED else _tokenise(text, start, end)


@lru_cache(maxsize=256)
def _tokenise_short(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Remember the sentences of the article at hand: several steps ask for each."""
    return _tokenise(text, start, end)


def _tokenise(text: str, start: int, end: int) -> tuple[Token, ...]:
    found: list[Token] = []
    last = start
    stamped = True  # so far only figures: `14:55 Lokføraren er medviten`
    for match in _WORD.finditer(text, start, end):
        first = match.start()
        for word in match[0].split():
            behind = first + len(word)
            if len(word) <= LONGEST_NAME:
                gap = text[max(last, first - _LOOK_BACK) : first]
                follows = gap in _SPACES
                opens = stamped or not (follows or _OPENERS.isdisjoint(gap))
                found.append(Token(word, first, behind, gap, opens, word.lower(), word[0].isupper(), follows))
                stamped = stamped and word.isdigit()
                last = behind
            first = behind + 1
    return tuple(found)
