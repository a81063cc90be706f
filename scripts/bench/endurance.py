"""Ten thousand articles in one process: what is held along the way."""

from __future__ import annotations

import os
from collections.abc import Iterator

from bench.articles import make_articles, read
from bench.costs import peak, resident
from bench.figure import Figure
from briefings.garbage import collect_seldom

ARTICLES = int(os.environ.get("BENCH_ARTICLES", "10000"))
SAMPLES = 5


def measure() -> Iterator[Figure]:
    """Yield what is held along the way, as in the commands; nothing of an article is kept."""
    collect_seldom()
    share = max(1, ARTICLES // SAMPLES)
    for number, file in enumerate(make_articles(ARTICLES), 1):
        read(file)
        if number % share == 0:
            yield Figure(f"memory after {number:,} articles", resident(), "MiB")
    yield Figure("memory at most", peak(), "MiB", 150)
