"""Whom a role names by the name behind its comma: `FNs utsending, Hans Vik,`, `forsvareren, advokat Gro Vik`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.sentence_words import Word
from briefings.extract.speech import speech

MAX_TITLE = 4
"""Words between the comma and the name: `, den tidligere svenske diplomaten Hans Vik,`."""
MAX_POST = 6
"""Words behind `til`, `bak` before the comma: `utsending til Afrikas horn, Hans Vik,`."""
_CLOSING = frozenset({",", ".", ":", ";", "(", "–", "!", "?", "til", "ved", "hos"})


def name_behind_comma(words: Sequence[Word], comma: int) -> int | None:
    """Return where the name stands that a comma sets beside a role, with or without a title before it.

    What follows the name must end the apposition: `sier presidenten, Vik og Holm …` lists people.
    """
    if comma >= len(words) or words[comma].low != ",":
        return None
    stop = min(len(words), comma + 2 + MAX_TITLE)
    at = next((index for index in range(comma + 1, stop) if _is_name(words[index])), None)
    if at is None or words[at].genitive or not _are_title(words[comma + 1 : at]):
        return None
    closes = words[at].name_end >= len(words) or words[words[at].name_end].low in _CLOSING
    return at if closes else None


def name_behind_post(words: Sequence[Word], end: int) -> int | None:
    """Return where the name stands behind what a role is to or for: `udsendingen til Yemen, Hans Vik, onsdag`."""
    if end + 1 >= len(words) or words[end].low not in _POST or words[end + 1].low == ",":
        return None
    index = end + 1
    while index < min(len(words), end + 1 + MAX_POST) and (_is_name(words[index]) or _is_plain(words[index])):
        index = max(words[index].name_end, index + 1)
    return name_behind_comma(words, index)


_POST = frozenset({"til", "for", "ved", "bak", "bag"})


def _is_name(word: Word) -> bool:
    return word.entity is not None and not word.described


def _are_title(title: Sequence[Word]) -> bool:
    if not title:
        return True
    last = title[-1].low
    return (speech().names_speaker(last) or last.endswith(("en", "a"))) and all(map(_is_plain, title))


def _is_plain(word: Word) -> bool:
    """Tell a word that can stand in a title: no name, mark, verb or conjunction."""
    vocabulary = speech()
    if not word.low[0].isalpha() or word.low in vocabulary.breaks or word.low in vocabulary.helpers:
        return False
    return word.described or vocabulary.names_speaker(word.low) or word.low not in vocabulary.finite
