"""What stands on a page, as values: excerpts, lines of its sections, links; and the pages that the build offers."""

from __future__ import annotations

from msgspec import Struct

from briefings.model import ActorType, Lang, Seed, StatementKind, Why


class Run(Struct, frozen=True):
    """A stretch of an excerpt's text, naming an actor or not."""

    text: str
    actor: str | None = None
    """The id of the actor these words name."""


class Excerpt(Struct, frozen=True):
    """Words of the article, with the paragraph they stand in."""

    runs: tuple[Run, ...]
    at: int

    @property
    def text(self) -> str:
        """The words without the links."""
        return "".join(run.text for run in self.runs)


class Dated(Struct, frozen=True):
    """A line of a briefing's timeline."""

    date: str
    """EDTF."""
    excerpt: Excerpt


class Said(Struct, frozen=True):
    """A line of a briefing's statements."""

    kind: StatementKind
    speaker: Run | None
    via: tuple[Run, ...]
    excerpt: Excerpt


class ActorRef(Struct, frozen=True):
    """An actor as a briefing names it."""

    id: str
    role: str | None = None


class Related(Struct, frozen=True):
    """A link from one briefing to another."""

    page: str
    """The other briefing's page name, without `.md`."""
    why: Why
    at: int | None = None
    """The paragraph that refers back, where the reason is `background`."""


class Briefing(Struct, frozen=True):
    """What the build offers as a page."""

    seed: Seed
    title: str
    date: str | None
    """EDTF."""
    date_basis: str | None
    """`header`, `text`, `corpus 003_0fca2a3ef5c44921` …"""
    lang: Lang
    summary: str
    actors: tuple[ActorRef, ...]
    """The salient first."""
    places: tuple[str, ...]
    related: tuple[Related, ...]
    key_points: tuple[Excerpt, ...]
    timeline: tuple[Dated, ...]
    statements: tuple[Said, ...]


class Actor(Struct, frozen=True):
    """What the build offers as an actor's page."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    """Every surface form met, sorted, genitives reduced, the name itself left out."""
    names: tuple[tuple[str, str], ...] = ()
    """(language, name in that language), sorted."""
    country: str | None = None
    role: str | None = None
