"""What Lighthouse says of the site on a slow phone. Node and npm fetch it once; without them nothing is measured."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from bench.articles import ROOT
from bench.figure import Figure
from bench.hosting import CHROMIUM, FLAGS, hosted

LIGHTHOUSE = "lighthouse@12.8.2"
"""The last line of versions that runs on Node 18 and 20."""
STORE = ROOT / ".cache/npm"
KINDS = ("home", "briefing", "actor")
LEAST = 95
GOOD = 0.9
"""An audit's score below which Lighthouse shows it as wanting."""


def measure() -> Iterator[Figure]:
    """Yield the four scores of each page, with what cost points."""
    npx = shutil.which("npx")
    if CHROMIUM is None or npx is None:
        sys.stdout.write("  needs Chromium, Node and npm: not measured\n")
        return
    with hosted() as site:
        for kind in KINDS:
            if (address := site.page_of(kind)) is not None:
                yield from _figures(kind, _report(npx, CHROMIUM, address))


def _report(npx: str, chromium: str, address: str) -> dict[str, Any]:
    """Run Lighthouse as it comes: a phone of middle price on a slow line. Raises CalledProcessError where it fails."""
    flags = " ".join((*FLAGS, "--headless=new"))
    done = subprocess.run(  # noqa: S603  # a pinned program on an address of ours
        (npx, "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--chrome-flags={flags}"),
        env={**os.environ, "CHROME_PATH": chromium, "npm_config_cache": str(STORE), "npm_config_loglevel": "error"},
        check=True,
        stdout=subprocess.PIPE,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _figures(kind: str, report: dict[str, Any]) -> Iterator[Figure]:
    for category in report["categories"].values():
        weights = {reference["id"]: reference["weight"] for reference in category["auditRefs"]}
        scores = {name: report["audits"][name]["score"] for name, weight in weights.items() if weight}
        wanting = [name for name, score in scores.items() if score is not None and score < GOOD]
        whole = 100 * (category["score"] or 0)
        yield Figure(f"{kind}: {category['title'].lower()}", whole, "", least=LEAST, note=", ".join(wanting))
