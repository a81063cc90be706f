"""Measure the bottom line against summaries that people wrote, beside the article's own beginning at the same length.

The file is NorSumm's: a JSON list of `{article, summaries_nb: [{summary1: …}, …], summaries_nn: […]}`. ROUGE-L is the
F1 of the longest common subsequence of words (Lin 2004), here over words of letters and digits in lower case, and with
the summary of each article that comes closest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

from rapidfuzz.distance import LCSseq

from briefings.build import read_article
from briefings.findings import Extraction
from briefings.store import File
from briefings.summary import summarise

WORD = re.compile(r"\w+")


def rouge_l(ours: Sequence[str], reference: Sequence[str]) -> float:
    """Return the F1 of the longest common subsequence of two lists of words; 0 where either is empty."""
    common = LCSseq.similarity(ours, reference)
    return 2 * common / (len(ours) + len(reference)) if common else 0.0


def to_words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return WORD.findall(text.lower())


def compare(path: Path) -> str:
    """Return a line of figures: the bottom lines' ROUGE-L, that of the articles' first words, as many, and how many."""
    rows = list(_score(path))
    ours, lead, length = (fmean(column) for column in zip(*rows, strict=True))
    return (
        f"summaries: ROUGE-L {100 * ours:.1f}, the article's beginning at the same length {100 * lead:.1f} "
        f"({len(rows)} articles, {length:.0f} words each)\n"
    )


def _bottom_line(extraction: Extraction) -> str:
    text = extraction.article.text
    return " ".join(
        text[one.start : one.end] for one in (extraction.sentences[n] for n in summarise(extraction).bottom_line)
    )


def _score(path: Path) -> Iterator[tuple[float, float, float]]:
    for number, found in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        references = [
            to_words(text) for key in ("summaries_nb", "summaries_nn") for one in found[key] for text in one.values()
        ]
        extraction, _ = read_article(File(Path(f"{number}.txt"), found["article"].encode()), None, folder="")
        ours = to_words(_bottom_line(extraction)) if extraction else []
        lead = to_words(found["article"])[: len(ours)]
        yield (
            max(rouge_l(ours, reference) for reference in references),
            max(rouge_l(lead, reference) for reference in references),
            len(ours),
        )
