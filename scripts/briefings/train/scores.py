"""Strict scores: a name is right if it begins and ends where it should and has its type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefings.extract.name_model import Tagger
from briefings.train.corpus import TYPES, Document, has_states, language_of, names_in

Names = frozenset[tuple[int, int, str]]


class Score(Struct, frozen=True):
    """How many names were found, should have been, and both."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Score) -> Score:
        """Return both counts as one."""
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Share of the found that are right; 0 where none are found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that are found; 0 where none are wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 0.0


def evaluate(tagger: Tagger, documents: Sequence[Document]) -> dict[str, Score]:
    """Return the scores by type, of all together (`all`), and of the names whatever their type (`untyped`).

    Where the data know no GPE, places of both types count as LOC.
    """
    fold = not has_states(documents)
    scores = {kind: Score() for kind in (*TYPES, "all", "untyped")}
    for document in documents:
        tags = tagger.tag([sentence.words for sentence in document], language_of(document))
        for sentence, found in zip(document, tags, strict=True):
            for kind, score in _compare(_folded(names_in(sentence.tags), fold), _folded(names_in(found), fold)):
                scores[kind] += score
    return {kind: score for kind, score in scores.items() if not (fold and kind == "GPE")}


def _folded(names: Names, fold: bool) -> Names:  # noqa: FBT001 - a private switch
    return frozenset((first, end, "LOC" if fold and kind == "GPE" else kind) for first, end, kind in names)


def _compare(wanted: Names, found: Names) -> Iterator[tuple[str, Score]]:
    for kind in TYPES:
        yield kind, _count({name for name in wanted if name[2] == kind}, {name for name in found if name[2] == kind})
    yield "all", _count(set(wanted), set(found))
    yield "untyped", _count({name[:2] for name in wanted}, {name[:2] for name in found})


def _count(wanted: set[object], found: set[object]) -> Score:
    return Score(len(wanted & found), len(found), len(wanted))


def score_table(scores: dict[str, Score]) -> str:
    """Return the scores in per cent, a line for each, with the number of names wanted."""
    rows = [f"{'':8} {'P':>6} {'R':>6} {'F1':>6} {'n':>6}"]
    rows += [
        f"{kind:8} {100 * score.precision:6.1f} {100 * score.recall:6.1f} {100 * score.f1:6.1f} {score.wanted:6}"
        for kind, score in scores.items()
    ]
    return "\n".join(rows)
