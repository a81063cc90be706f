"""As many articles as are asked for, of the length of news and no two alike, from the annotated ones.

Paragraphs of the annotated articles are put together anew, and every word that looks like a name is replaced by an
invented one, the same within one article and another in the next: so no table of words met stays small because the
articles repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from briefings.build import read_article
from briefings.findings import Extraction
from briefings.store import File

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "seeds", ROOT / "tests/gold/articles")
WORDS = 400
"""Length of an article at which it ends with the paragraph."""
NAME = re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][a-zæøåé]{3,}")
"""A word with a capital within a sentence."""
SYLLABLES = ("ba", "do", "fi", "gu", "ha", "je", "ko", "li", "ma", "ne", "or", "pe", "ra", "si", "tu", "va", "øs", "år")


def make_articles(number: int, first: int = 0) -> Iterator[File]:
    """Yield articles `first` to `first + number`: each is always the same, and needs no other to be made."""
    sources = [path.read_text("utf-8").split("\n\n") for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]
    for index in range(first, first + number):
        yield File(Path("seeds") / f"{index:06}.txt", _compose(sources, index).encode())


def read(file: File) -> Extraction:
    """Extract one article. Raises RuntimeError where the program fails on it: nothing would be measured then."""
    extraction, problems = read_article(file, None, "seeds")
    if extraction is None:
        raise RuntimeError("; ".join(problem.message for problem in problems))
    return extraction


def _compose(sources: list[list[str]], index: int) -> str:
    """Begin with one article; go on with the bodies of others until it is long enough."""
    stride = 1 + index // len(sources) % (len(sources) - 1)
    paragraphs: list[str] = []
    length = step = 0
    while length < WORDS:
        source = sources[(index + step * stride) % len(sources)]
        for paragraph in source[min(step, 1) :]:
            paragraphs.append(paragraph)
            length += len(paragraph.split())
            if length >= WORDS:
                break
        step += 1
    return NAME.sub(lambda name: _invent(name.group(), index), "\n\n".join(paragraphs))


def _invent(name: str, index: int) -> str:
    """Return another name of the same ending, by the name and the article alone."""
    number = crc32(f"{index} {name.removesuffix('s')}".encode())
    syllables = ""
    for _ in range(3):
        number, which = divmod(number, len(SYLLABLES))
        syllables += SYLLABLES[which]
    return syllables.capitalize() + ("s" if name.endswith("s") else "")
