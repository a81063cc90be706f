"""What is wrong with a file a person wrote, said so that they can mend it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How bad a problem is: an error keeps a file from being used, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Struct, frozen=True, order=True):
    """One thing that is wrong in one file; many are collected, then reported together."""

    path: str
    """The file, as the person would type it: relative to where the command ran, `/` between folders."""
    line: int
    """From 1; 0 where the problem is the file as a whole."""
    column: int
    """From 1, in characters; 0 where the problem is the line or the file as a whole."""
    message: str
    """What was found and what was expected; no full stop."""
    fix: str
    """How to mend it, as an imperative; no full stop."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the one-line form `path:line:column: message — fix` that editors can jump to."""
        place = ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])
        mark = "warning: " if self.severity is Severity.WARNING else ""
        return f"{place}: {mark}{self.message} — {self.fix}"


class BriefingsError(Exception):
    """A person's mistake that stops what was asked for; carries every problem found."""

    def __init__(self, *problems: Problem) -> None:
        """Take the problems, at least one."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
