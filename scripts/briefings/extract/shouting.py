"""Sentences in capitals, as headlines and captions are, written as the rest of the article would write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefings.extract import cues, openings, territories
from briefings.extract.name_features import Words, is_shouted
from briefings.extract.wordlists import read_list

MOST_LETTERS = 3
"""Letters of an unknown word up to which it is spoken letter by letter, and keeps its capitals: `NHO`."""

ENOUGH = 100
"""Different words an article writes in lower case or with one capital, beyond which its names are among them."""


def calmed(sentences: Sequence[Words]) -> list[Words]:
    """Return the sentences of an article, those in capitals in lower case, names with their capital."""
    shouts = [is_shouted(sentence) for sentence in sentences]
    if not any(shouts):
        return list(sentences)
    written: dict[str, str] = {}
    for sentence, shouted in zip(sentences, shouts, strict=True):
        # A word that only opens a sentence says little, a frequent one nothing; the same in its midst overrules it.
        for index, word in enumerate(sentence if not shouted else ()):
            low = word.lower()
            if index or word == low:
                written[low] = word
            elif low not in read_list("words"):
                written.setdefault(low, word)
    return [
        [_calm(word, written) for word in sentence] if shouted else sentence
        for sentence, shouted in zip(sentences, shouts, strict=True)
    ]


def _calm(word: str, written: Mapping[str, str]) -> str:
    low = word.lower()
    if not word.isupper() or len(word) == 1:
        return word
    if low in written:
        return written[low]
    if low.endswith("s") and low[:-1] in written:
        return f"{written[low[:-1]]}s"
    if low in read_list("words"):
        return low
    if cues.known_rule(word) and len(word) <= cues.SHOUTED_LETTERS and not territories.state_of(word.title()):
        return word if cues.known_rule(word) == cues.ORGANISATION else word.title()
    if cues.known_rule(word.title()) or cues.is_first_name(word.title()):
        return word.title()
    if len(written) > ENOUGH or openings.is_common(low) or cues.looks_inflected(low):
        return low
    return word if len(word) <= MOST_LETTERS else word.title()
