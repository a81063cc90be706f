"""Where things lie, and how their paths are shown."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from briefings.errors import Problem, Severity


class Layout(Struct, frozen=True):
    """The two folders everything lies in; paths stay as they were given, so that problems show what a person typed."""

    seeds: Path = Path("seeds")
    docs: Path = Path("docs")

    @property
    def briefings(self) -> Path:
        """The briefing pages."""
        return self.docs / "briefings"

    @property
    def actors(self) -> Path:
        """The actor pages."""
        return self.docs / "actors"

    @property
    def offered(self) -> Path:
        """What the build remembers; committed, and no part of the site."""
        return self.docs / ".offered"

    @property
    def offered_briefings(self) -> Path:
        """Briefing pages as last offered, `<seed stem>.md`."""
        return self.offered / "briefings"

    @property
    def offered_actors(self) -> Path:
        """Actor pages as last offered, `<id>.md`."""
        return self.offered / "actors"

    @property
    def held(self) -> Path:
        """What is offered for reviewed briefings and held back, `<seed stem>.md`; says nothing once they are not."""
        return self.offered / "held"

    @property
    def names(self) -> Path:
        """The index of the names a page has had."""
        return self.offered / "names.yml"

    @property
    def once(self) -> Path:
        """What the build offered once, and people had changed when it stopped."""
        return self.offered / "once.yml"

    @property
    def lock(self) -> Path:
        """Holds the process id of the build at work; gone when none is. Not committed."""
        return self.offered / ".lock"

    @property
    def journal(self) -> Path:
        """The pairs that are being written; gone when none are. Not committed."""
        return self.offered / ".journal"

    @property
    def cache(self) -> Path:
        """What was read of each article, for the next build; not committed, and may be deleted at any time."""
        return self.docs.parent / ".cache" / "briefings"

    @property
    def written(self) -> tuple[Path, ...]:
        """Every folder the build writes to."""
        pages = (self.briefings, self.actors)
        return (*pages, self.offered, self.offered_briefings, self.offered_actors, self.held)


class File(Struct, frozen=True):
    """A file as it was read."""

    path: Path
    data: bytes

    @property
    def name(self) -> str:
        """The name with its ending."""
        return self.path.name

    @property
    def shown(self) -> str:
        """The path as a person types it, `/` between folders."""
        return shown(self.path)


def shown(path: Path) -> str:
    """Return `path` with `/` between folders; what a terminal cannot show, or would obey, is escaped."""
    text = path.as_posix().encode("utf-8", "backslashreplace").decode()
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def problem(path: Path, message: str, fix: str, severity: Severity = Severity.ERROR) -> Problem:
    """Return a problem of a file as a whole."""
    return Problem(shown(path), 0, 0, message, fix, severity)


def reason(error: Exception) -> str:
    """Return what the system says went wrong, in lower case."""
    text = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return text[:1].lower() + text[1:]
