"""What `briefings build` costs, from nothing and once nothing has changed."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.articles import make_articles
from bench.costs import cost_of
from bench.figure import Figure

SIZES = (100, 1000, 10_000) if os.environ.get("BENCH_LARGE") else (100, 1000)


def measure() -> Iterator[Figure]:
    """Yield time and memory of the command."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            seeds, docs = Path(folder) / "seeds", Path(folder) / "docs"
            seeds.mkdir()
            for file in make_articles(size):
                (seeds / file.name).write_bytes(file.data)
            command = (sys.executable, "-m", "briefings", "build", "--seeds", str(seeds), "--docs", str(docs))
            for what in ("from nothing", "again"):
                cost = cost_of(command)
                yield Figure(f"build of {size:,} articles, {what}: wall", cost.wall, "s")
                yield Figure(f"build of {size:,} articles, {what}: CPU", cost.cpu, "s")
                yield Figure(f"build of {size:,} articles, {what}: memory", cost.peak, "MiB")
