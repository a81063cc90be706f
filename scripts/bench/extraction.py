"""What an article of 400 words costs to read, on one core, after the start."""

from __future__ import annotations

import time
from collections.abc import Iterator

from bench.articles import WORDS, make_articles, read
from bench.costs import peak
from bench.figure import Figure
from briefings.garbage import collect_seldom

WARM = 70
"""Articles before the clock starts: twice the annotated ones, so that every list of words is read."""
MEASURED = 300


def measure() -> Iterator[Figure]:
    """Yield CPU time and memory of articles that were not met before, as in the commands."""
    collect_seldom()
    for file in make_articles(WARM):
        read(file)
    files = list(make_articles(MEASURED, WARM))
    words = sum(len(file.data.split()) for file in files)
    began = time.process_time()
    for file in files:
        read(file)
    spent = time.process_time() - began
    yield Figure(f"CPU of an article of {WORDS} words", 1000 * spent / words * WORDS, "ms", 20)
    yield Figure("memory at most", peak(), "MiB", 150)
