"""What `mkdocs build` costs for a desk's pages, and whether any page grows with their number."""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.articles import ROOT
from bench.costs import cost_of
from bench.desk import write_desk
from bench.figure import Figure

SIZES = (300, 1000, 10_000) if os.environ.get("BENCH_LARGE") else (300, 1000)
KB = 1000
MOST = {"home": 250.0}
"""kB that were promised."""
SETTINGS = ("mkdocs.yml", "docs/index.md", "docs/about.md", "docs/stylesheets", "docs/assets")
"""What a desk's project takes from the repository's own."""
KINDS = {
    "home": "index.html",
    "briefing": "briefings/*/index.html",
    "actor": "actors/*/index.html",
    "index of actors": "actors/index.html",
    "letter": "actors/letter/**/index.html",
    "view of actors": "actors/by/*/index.html",
    "network": "network/index.html",
    "date": "dates/**/index.html",
    "index of threads": "threads/index.html",
    "thread": "threads/**/index.html",
    "feed": "**/feed.*",
}
"""Kind of page → where the pages of that kind lie on the site."""


def measure() -> Iterator[Figure]:
    """Yield time and memory of the command, and the heaviest page of each kind, packed as a host sends it."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            project, site = Path(folder) / "project", Path(folder) / "site"
            write_desk(project, size)
            for name in SETTINGS:
                copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
                copy(ROOT / name, project / name)
            given = ("--config-file", str(project / "mkdocs.yml"), "--site-dir", str(site))
            command = (sys.executable, "-m", "mkdocs", "build", "--quiet", *given)
            os.environ |= {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://example.org/"}
            cost = cost_of(command)
            pages = sum(1 for _ in site.rglob("index.html"))
            what = f"{size:,} briefings"
            yield Figure(f"site of {what}: CPU", cost.cpu, "s", note=f"{pages:,} pages, the search index too")
            yield Figure(f"site of {what}: memory", cost.peak, "MiB")
            yield from _heaviest(site, what)


def _heaviest(site: Path, what: str) -> Iterator[Figure]:
    for kind, pattern in KINDS.items():
        pages = sorted(site.glob(pattern), key=lambda page: (-page.stat().st_size, page.as_posix()))
        if pages:
            weight = len(gzip.compress(pages[0].read_bytes(), 6)) / KB
            address = pages[0].relative_to(site).as_posix().removesuffix("index.html")
            yield Figure(f"site of {what}: heaviest {kind}", weight, "kB", MOST.get(kind), address)
