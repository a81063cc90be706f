"""What the commands say to people: problems, lists that are cut, counts, and the summary of a build."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

import click

from briefings.actor_proposals import Proposal
from briefings.build import Built
from briefings.errors import BriefingsError, Problem

SHOWN = 20
"""Lines of a list in the summary before it is cut; `briefings diff` and `briefings check` show all."""


def say(text: str, *, err: bool = False) -> None:
    """Print a line; where nobody reads any more (`| head`), the rest goes nowhere, and all else goes on."""
    try:
        click.echo(text, err=err)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), (sys.stderr if err else sys.stdout).fileno())


class plainly:  # noqa: N801  # reads as a statement: with plainly(): …
    """Turn a person's mistake into its lines and exit code 1, never a traceback."""

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Print the problems and exit, if that is what was raised."""
        if isinstance(error, BriefingsError):
            report_problems(error.problems)
            sys.exit(1)


def report_problems(problems: Iterable[Problem]) -> None:
    """Print problems where errors belong, one a line."""
    for problem in problems:
        say(str(problem), err=True)


def tell_build(built: Built, problems: Sequence[Problem], *, would: bool) -> None:
    """Print the summary: problems first, then what asks for a decision, the counts last."""
    report = built.report
    report_problems(problems)
    for path, conflicts in sorted(report.conflicts.items()):
        for conflict in conflicts:
            say(f"{path}:{conflict.line}: you and the build both changed {conflict.name}; yours stays")
    if report.conflicts:
        say("See both with 'briefings diff', take the build's with 'briefings accept PAGE FIELD'.")
    if report.held:
        one = len(report.held) == 1
        told = "reviewed page stays as it is" if one else "reviewed pages stay as they are"
        say(f"{len(report.held)} {told}, though the build would write {'it' if one else 'them'} otherwise:")
        _list(f"{path}: {', '.join(change.name for change in held)}" for path, held in sorted(report.held.items()))
    if built.proposed:
        say("Perhaps the same actor; write the line on the page, and this is not asked again:")
        _list(map(_question, built.proposed))
    counts = {
        "new": len(report.new),
        "updated": len(report.updated),
        "unchanged": len(report.unchanged),
        "kept edit": sum(map(len, report.kept.values())),
        "conflict": sum(map(len, report.conflicts.values())),
        "problem": len(problems),
    }
    say(f"{'Would be: ' if would else ''}{counted(counts, plain=('new', 'updated', 'unchanged'))}")


def _question(proposal: Proposal) -> str:
    """Say why two actors may be one, and what to write where if they are, or are not."""
    keep, leave = proposal.keep, proposal.leave
    return f"{proposal.why}: in actors/{leave}.md, `same_as: {keep}` if they are, `not_same_as: [{keep}]` if not"


def _list(lines: Iterable[str]) -> None:
    shown_lines = list(lines)
    for line in shown_lines[:SHOWN]:
        say(f"  {line}")
    if len(shown_lines) > SHOWN:
        say(f"  … and {len(shown_lines) - SHOWN} more")


def counted(counts: dict[str, int], plain: tuple[str, ...] = ()) -> str:
    """Return `2 errors, 1 warning`; names in `plain` have one form for all numbers."""
    return ", ".join(f"{count} {name}{'' if count == 1 or name in plain else 's'}" for name, count in counts.items())
