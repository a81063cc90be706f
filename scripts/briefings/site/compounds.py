"""The later parts of compound words: who looks for `minister` wants the page that says `forsvarsministeren` as well.

The first part needs no help: the search finds words by their beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefings.site.word_keys import key, words_of

SHORTEST_PART = 3
"""Letters of a part: `lære-bok`."""
SHORTEST_TAIL = 4
"""Letters of the last part where it is not itself met as it stands, but in another form: `kommune-styrene`."""
_LINKS = ("", "s", "e")
"""What stands between parts: forsvar-s-minister, barn-e-hage."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that may be parts of others."""

    forms: frozenset[str]
    """Folded."""
    keys: frozenset[str]


def lexicon(texts: Iterable[str]) -> Lexicon:
    """Return the parts to look for: frequent words of the three languages and all words of the site's own texts."""
    found = set(_frequent())
    for text in texts:
        found.update(word for word in words_of(text) if len(word) >= SHORTEST_PART and word.isalpha())
    return Lexicon(frozenset(found), frozenset(map(key, found)))


def later_parts(word: str, known: Lexicon) -> Iterator[str]:
    """Yield each end of a folded word that is a word and stands behind others: `udenrigsminister` → `minister`."""
    if not word.isalpha():
        return
    reached = {0}
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if any(at - start >= SHORTEST_PART and _is_part(word[start:at], known) for start in reached):
            reached.add(at)
            tail = word[at:]
            if tail in known.forms or (len(tail) >= SHORTEST_TAIL and key(tail) in known.keys):
                yield tail


def _is_part(piece: str, known: Lexicon) -> bool:
    return any(
        piece.endswith(link) and piece.removesuffix(link) in known.forms and len(piece) - len(link) >= SHORTEST_PART
        for link in _LINKS
    )


@cache
def _frequent() -> frozenset[str]:
    text = (files("briefings") / "extract" / "data" / "words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in words_of(line) if len(word) >= SHORTEST_PART)
