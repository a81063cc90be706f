"""The parts of the bench by name, in the order they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bench import building, endurance, extraction, identity, lighthouse, publishing, site, startup
from bench.figure import Figure

PARTS: Mapping[str, Callable[[], Iterator[Figure]]] = {
    "startup": startup.measure,
    "extraction": extraction.measure,
    "endurance": endurance.measure,
    "identity": identity.measure,
    "building": building.measure,
    "publishing": publishing.measure,
    "site": site.measure,
    "lighthouse": lighthouse.measure,
}
