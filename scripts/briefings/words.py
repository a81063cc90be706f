"""What a word says whichever of the three languages it stands in, and how much it tells.

Nynorsk, Bokmål and Danish spell the same word with other vowels and softer or harder consonants: `besøk` and `besøg`,
`møte` and `møde`, `satellittar` and `satellitter`. A skeleton keeps what they share.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from anyascii import anyascii

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HARD_TO_SOFT = str.maketrans("fptkcqzwx", "vbdggksvs")
_SILENT = re.compile(r"(?<=[kg])j")
"""`kjøpe` and `købe`, `gjøre` and `gøre`, `ikkje` and `ikke`."""
_NO_CONSONANT = re.compile(r"[^bcdfgjklmnpqrstvwxz]")
_REPEATED = re.compile(r"(.)\1+")
_ENDINGS = "rnds"
"""Consonants of all endings of nouns, adjectives and verbs: `-er`, `-ar`, `-ene`, `-erne`, `-et`, `-ede`, `-s`."""
SHORTEST_SKELETON = 3
"""Consonants: shorter ones meet by chance (`par`, `bær`, `bør`)."""


def skeleton(word: str) -> str:
    """Return the consonants of a word, hard ones softened, doubled ones single: `besøk` and `besøg` give `bsg`.

    `hv` counts as `kv`, for `våpenhvile` is `våpenkvile` in Nynorsk. Endings go as long as enough is left:
    `satellittane`, `satellitter` and `satellitterne` give `sdl`.
    """
    folded = _SILENT.sub("", anyascii(word).lower()).replace("hv", "kv")
    found = _REPEATED.sub(r"\1", _NO_CONSONANT.sub("", folded.translate(_HARD_TO_SOFT)))
    return found[:SHORTEST_SKELETON] + found[SHORTEST_SKELETON:].rstrip(_ENDINGS)


def skeletons(text: str) -> Iterator[str]:
    """Yield the skeleton of every word that is long enough to tell something, in order."""
    for match in _WORD.finditer(text):
        found = skeleton(match.group())
        if len(found) >= SHORTEST_SKELETON:
            yield found


RARE = 2
"""Documents that a word missing from the list is taken to stand in; the list ends at seven."""
DOCUMENTS = 705
"""How many documents `data/word_frequency.tsv` was counted over."""


@cache
def _document_frequencies() -> dict[str, int]:
    text = resources.files("briefings").joinpath("data/word_frequency.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {word: int(count) for word, count in rows}


def informativeness(found: str) -> float:
    """Return the inverse document frequency of a skeleton in Nordic news: 0 for `den`, about 6 for a rare word.

    It is counted once for all, not over the corpus at hand: a new seed does not change how two others are linked.
    """
    return math.log(DOCUMENTS / _document_frequencies().get(found, RARE))
