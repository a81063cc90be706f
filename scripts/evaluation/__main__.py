"""The command: read, score, print, hold against the floors."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation import floors
from evaluation.gold import cases_of, read_gold
from evaluation.rouge import compare
from evaluation.scores import score_case, total
from evaluation.table import as_json, miss_list, table
from evaluation.tally import Tallies

ROOT = Path(__file__).resolve().parents[2]
LOW, NOTHING = 1, 2
"""Exit codes: a floor is not reached or was lowered; there was nothing to score."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Score what `briefings explain --format json` printed; return the exit code."""
    options = _parser().parse_args(arguments)
    texts = [path.read_text(encoding="utf-8") for path in options.files] or [sys.stdin.read()]
    cases = cases_of(read_gold(options.gold, options.seeds), (line for text in texts for line in text.splitlines()))
    if not cases:
        sys.stderr.write("none of the seeds given has an annotation\n")
        return NOTHING
    scored = [(case, score_case(case)) for case in cases]
    groups = total(scored)
    sys.stdout.write(as_json(groups) if options.json else table(groups))
    if options.misses and not options.json:
        sys.stdout.write(miss_list(scored))
    if options.summaries:
        sys.stdout.write(compare(options.summaries))
    if options.floors is None:
        return 0
    return _hold(options.floors, groups, Counter(case.group for case in cases), lift=options.lift)


def _hold(path: Path, groups: Mapping[str, Tallies], articles: Mapping[str, int], *, lift: bool) -> int:
    """Hold the scores against the floors, and the floors against their history; lift them first if that is asked."""
    held = floors.read_floors(path.read_text(encoding="utf-8")) if path.exists() else {}
    scores = floors.measured(groups, articles)
    if lift:
        held = floors.raised(held, scores)
        path.write_text(floors.to_text(held), encoding="utf-8", newline="\n")
    history = floors.read_history(path)
    lines = [f"below its floor: {line}" for line in floors.below(held, scores)]
    lines += [f"a floor was lowered: {line}" for line in floors.lowered(held, history.versions)]
    sys.stderr.write("".join(f"{line}\n" for line in (*lines, f"floors: {history.note}")))
    return LOW if lines else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Score `briefings explain --format json` against the annotations.")
    parser.add_argument("files", nargs="*", type=Path, help="JSON lines; standard input where none is named")
    parser.add_argument("--gold", type=Path, default=ROOT / "tests/gold", help="folder of annotations")
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds", help="folder of the five real articles")
    parser.add_argument("--misses", action="store_true", help="list what went wrong, article by article")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--floors", type=Path, help="YAML: group → field → lowest F1 that passes, in percent")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to the scores first")
    parser.add_argument("--summaries", type=Path, help="NorSumm's JSON: measure the bottom lines by ROUGE-L too")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
