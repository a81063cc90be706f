"""What it costs to find who is who across ten thousand articles of fifteen actors each."""

from __future__ import annotations

import time
from collections.abc import Iterator

from msgspec.structs import replace

from bench.articles import make_articles, read
from bench.costs import peak
from bench.figure import Figure
from briefings.actors import identify
from briefings.findings import Extraction

ARTICLES = 10_000
READ = 200
"""Articles that are really read; their entities are given to the others, in other company."""
ACTORS = 15
STEP = 7919
"""A prime, so that articles meet the pool's entities in ever other company."""


def measure() -> Iterator[Figure]:
    """Yield CPU time and memory."""
    extractions = list(_extractions())
    before = peak()
    began = time.process_time()
    found = identify(extractions)
    spent = time.process_time() - began
    yield Figure(f"CPU of {ARTICLES:,} articles of {ACTORS} actors", spent, "s", note=f"{len(found.actors):,} actors")
    yield Figure("memory added at most", peak() - before, "MiB")


def _extractions() -> Iterator[Extraction]:
    whole = [read(file) for file in make_articles(READ)]
    pool = [entity for extraction in whole for entity in extraction.entities]
    for index in range(ARTICLES):
        like = whole[index % len(whole)]
        seed = replace(like.article.seed, name=f"{index:06}.txt")
        met = (pool[(index * STEP + place * (index + 1)) % len(pool)] for place in range(ACTORS))
        entities = {entity.name: entity for entity in met}
        yield replace(like, article=replace(like.article, seed=seed), entities=tuple(entities.values()))
