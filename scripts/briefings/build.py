"""The whole way from what lies in the folders to what is to be written there; reads and writes nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from briefings.actor_proposals import Proposal
from briefings.clean import to_article
from briefings.corpus import Corpus, read_corpus
from briefings.errors import Problem, Severity
from briefings.extraction import extract
from briefings.findings import Extraction
from briefings.impossible import find_impossible
from briefings.offers import Report, offer
from briefings.seed import read_seed
from briefings.shelf import Shelf, read_shelf, to_known
from briefings.store import File, Layout, Plan, Snapshot, shown

Track = Callable[[Sequence[File]], Iterable[File]]
"""Shows progress while the seeds are gone through: `rich.progress.track` without its options."""


Read = Callable[[File, bytes | None, str], tuple[Extraction | None, tuple[Problem, ...]]]
"""Extracts a seed with its sidecar from the folder of this name: `read_article`, or what remembers what that said."""


class Built(Struct, frozen=True):
    """What a build found, what it would write, and what to tell."""

    corpus: Corpus
    shelf: Shelf
    plan: Plan
    report: Report
    problems: tuple[Problem, ...]
    """Of seeds, sidecars, pages and offered copies; sorted."""
    proposed: tuple[Proposal, ...]
    """Actors that may be one and the same; a person decides."""

    @property
    def failed(self) -> bool:
        """Whether something was left unbuilt."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def build(snapshot: Snapshot, layout: Layout, track: Track = iter, read: Read | None = None) -> Built:
    """Extract all seeds, relate them and merge the result with the pages that lie there."""
    corpus, shelf, problems = understand(snapshot, layout, track, read)
    plan, report = offer(corpus, shelf, snapshot, layout)
    found = sorted({*problems, *shelf.problems, *report.problems})
    return Built(corpus, shelf, plan, report, tuple(found), corpus.identities.proposed)


def understand(
    snapshot: Snapshot, layout: Layout, track: Track = iter, read: Read | None = None
) -> tuple[Corpus, Shelf, tuple[Problem, ...]]:
    """Extract all seeds and relate them, in the light of what people decided on the actor pages."""
    read = read or read_article
    shelf = read_shelf(snapshot)
    sidecars = {file.name.removesuffix(".yml"): file.data for file in snapshot.sidecars}
    extractions: list[Extraction] = []
    problems: list[Problem] = []
    for file in track(snapshot.seeds):
        found, wrong = read(file, sidecars.get(file.name.removesuffix(".txt")), shown(layout.seeds))
        problems.extend(wrong)
        if found:
            extractions.append(found)
    return read_corpus(extractions, to_known(shelf)), shelf, tuple(problems)


def read_article(file: File, sidecar: bytes | None, folder: str) -> tuple[Extraction | None, tuple[Problem, ...]]:
    """Extract one seed; whatever goes wrong with it is a problem of that seed alone."""
    seed, problems = read_seed(file.name, file.data, sidecar, folder=folder)
    if seed is None:
        return None, problems
    try:
        found = extract(to_article(seed))
    except Exception as error:  # noqa: BLE001  # one article the program fails on must not cost the others
        message = f"the program failed on this article ({type(error).__name__}: {error})"
        fix = "report it with the article as a bug; all others are built"
        return None, (*problems, Problem(file.shown, 0, 0, message, fix))
    return found, (*problems, *find_impossible(found, file.shown))
