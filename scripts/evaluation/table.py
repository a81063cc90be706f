"""The figures and misses, for people and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from evaluation.gold import Case
from evaluation.scores import FIELDS
from evaluation.tally import Tallies


def table(groups: Mapping[str, Tallies]) -> str:
    """Return one table: a row a field; precision, recall, F1 and number of annotated things a group."""
    lines = [" " * 18 + "".join(f"{group:^24}" for group in groups)]
    lines.append(" " * 18 + "     P     R    F1     n" * len(groups))
    for name in FIELDS:
        cells = ""
        for tallies in groups.values():
            tally = tallies[name]
            figures = (tally.precision, tally.recall, tally.f1)
            cells += "".join("     –" if f is None else f"{100 * f:6.1f}" for f in figures) + f"{tally.gold:6}"
        lines.append(f"{name:<18}{cells}")
    return "\n".join(lines) + "\n"


def miss_list(scored: Iterable[tuple[Case, Tallies]]) -> str:
    """Return what went wrong, article by article, field by field."""
    lines = []
    for case, scores in scored:
        lines.append(f"\n{case.stem}" + ("" if case.offer else "  (no extraction given)"))
        for name, tally in scores.items():
            lines += [f"  {name:<18}{miss}" for miss in tally.misses]
    return "\n".join(lines) + "\n"


def as_json(groups: Mapping[str, Tallies]) -> str:
    """Return the figures for machines: group → field → precision, recall, f1, n."""
    figures = {
        group: {
            name: {"precision": t.precision, "recall": t.recall, "f1": t.f1, "n": t.gold} for name, t in tallies.items()
        }
        for group, tallies in groups.items()
    }
    return json.dumps(figures, ensure_ascii=False, indent=2) + "\n"
