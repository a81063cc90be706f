"""How long it takes until the first article is read: interpreter, imports, and the word lists that it needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from statistics import median

from bench.costs import cost_of
from bench.figure import Figure

TIMES = 5
FIRST = """
from pathlib import Path
from briefings.build import read_article
from briefings.store import File
text = "Statsminister Kari Dahl møtte Ola Nordmann i Oslo tirsdag.\\n\\n– Vi er glade, sier Dahl, ifølge NTB."
read_article(File(Path("a.txt"), text.encode()), None, "seeds")
"""


def measure() -> Iterator[Figure]:
    """Yield the median of a few fresh processes, of which none is the first ever: modules are compiled once."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    cost_of((sys.executable, "-c", FIRST))
    bare = median(cost_of((sys.executable, "-c", "pass")).wall for _ in range(TIMES))
    whole = [cost_of((sys.executable, "-c", FIRST)) for _ in range(TIMES)]
    note = f"{bare:.2f} s of it Python alone"
    yield Figure("start and one article of two sentences: wall", median(cost.wall for cost in whole), "s", 0.5, note)
    yield Figure("start and one article of two sentences: CPU", median(cost.cpu for cost in whole), "s", 0.5)
    yield Figure("start and one article of two sentences: memory", median(cost.peak for cost in whole), "MiB")
