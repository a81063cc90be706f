"""The values that travel through the build, in the order in which they arise.

Every offset is a code point index into `Seed.text`; a span is half open, `[start, end)`. Every value that names a span
also carries the words, and `seed.text[start:end] == text` holds. `at` is always a paragraph number, the `¶n` of a page.
Dates are EDTF strings (ISO 8601-2 level 1), never finer than the evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Lang = Literal["nn", "nb", "da", "sv", "en"]
"""Nynorsk, Bokmål and Danish are extracted from; Swedish and English are recognised only."""


class Kind(StrEnum):
    """What a paragraph of a seed is."""

    HEADLINE = "headline"
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    CAPTION = "caption"
    CREDIT = "credit"
    CORRECTION = "correction"
    BOILERPLATE = "boilerplate"


class ActorType(StrEnum):
    """Who can act: what has a page of its own."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"


class StatementKind(StrEnum):
    """Verbatim speech, a claim retold, or a few words quoted inside a sentence."""

    QUOTE = "quote"
    REPORTED = "reported"
    FRAGMENT = "fragment"


class Basis(StrEnum):
    """How a publication date is known."""

    HEADER = "header"
    SIDECAR = "sidecar"
    TEXT = "text"
    CORPUS = "corpus"
    EDITOR = "editor"
    NONE = "none"


class Why(StrEnum):
    """Why two briefings are linked."""

    SAME_EVENT = "same event"
    BACKGROUND = "background"


# --- seed → article -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Facts:
    """What `seeds/<stem>.yml` states about a seed that its text does not say."""

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    """EDTF."""
    title: str | None = None
    lang: Lang | None = None


@dataclass(frozen=True, slots=True)
class Seed:
    """One raw article."""

    name: str
    """The file's name in `seeds/`, with its ending: `002_5c2f730a56beb5fd.txt`."""
    text: str
    """Decoded, NFC, LF line ends, no byte order mark."""
    facts: Facts = Facts()

    @property
    def stem(self) -> str:
        """The file's name without `.txt`: what the seed's page and offered copy are filed under."""
        return self.name.removesuffix(".txt")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a seed, with what it is."""

    n: int
    """From 1, over all blocks of the seed, noise included; the `¶n` that pages cite."""
    kind: Kind
    lang: Lang
    start: int
    """Where its own words begin: after leading space and, in the first, after the header (` date 2023-07 `)."""
    end: int
    said_end: int
    """Where a photo credit at the end of a caption begins; `end` where there is none. Names after it are nobody's."""


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, and how that is known."""

    value: str
    """EDTF."""
    basis: Basis
    said: str | None = None
    """The words that gave it, where words did."""
    at: int | None = None
    seed: str | None = None
    """The stem of the seed that gave it, where the basis is `corpus`."""


@dataclass(frozen=True, slots=True)
class Article:
    """A seed read as an article: every block typed, in order."""

    seed: Seed
    lang: Lang
    paragraphs: tuple[Paragraph, ...]
    published: Published | None = None
    """From the header or the sidecar; later steps may find one in the text or the corpus."""

    @property
    def text(self) -> str:
        """The seed's text, which all offsets index."""
        return self.seed.text

    @property
    def headline(self) -> str | None:
        """The headline's words, where the article has one."""
        for paragraph in self.paragraphs:
            if paragraph.kind is Kind.HEADLINE:
                return self.text[paragraph.start : paragraph.end]
        return None


# --- article → extraction -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one paragraph; credits and boilerplate have none."""

    start: int
    end: int
    at: int


class MentionType(StrEnum):
    """What a name in the text is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in the text."""

    text: str
    """The surface form, to the letter, genitive ending included: `Putins`, `USA's`."""
    start: int
    end: int
    at: int
    type: MentionType
    rule: str
    """What found it, for people to read: `capitals mid-sentence`, `cldr territory`, `surname of Sergej Sjojgu`."""
    score: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Role:
    """Words of the text that say what an actor is: `russiske forsvarsministeren`, `Ruslands præsident`."""

    text: str
    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one actor within one article."""

    name: str
    """The fullest form met, without genitive: `Sergej Sjojgu`; a state's name as the text has it: `Nord-Korea`."""
    type: ActorType
    mentions: tuple[Mention, ...]
    """In the order of the text, at least one."""
    roles: tuple[Role, ...] = ()
    country: str | None = None
    """ISO 3166 alpha-3: a state's own; for others, that of the state a role or name ties them to, where it does."""
    descriptions: tuple[Mention, ...] = ()
    """Definite phrases that mean it without naming it: `den nordkoreanske leiaren`, `Pyongyang` for the government."""


@dataclass(frozen=True, slots=True)
class Place:
    """All mentions of one place that is no state within one article."""

    name: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as the text says it, before and after it is anchored to the day the article appeared."""

    text: str
    """The words: `26. juli 2023`, `I juli i år`, `for 24 år siden`, `Tysdag`."""
    start: int
    end: int
    at: int
    rule: str
    """Which rule of the grammar read it."""
    value: str | None = None
    """EDTF; None while, or where, it cannot be resolved."""
    anchor: str | None = None
    """The publication date (EDTF) it was reckoned from; None where it stands by itself."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who is given as saying something, as the text words it."""

    text: str
    start: int
    end: int
    entity: int | None
    """Index into `Extraction.entities`; None where nobody is named (`amerikanske kjelder`)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said, or is said to have said."""

    kind: StatementKind
    text: str
    """Quote and fragment: the words without their quotation marks; reported: the whole sentence."""
    start: int
    end: int
    at: int
    speaker: Source | None
    """None where the text does not say whose words they are."""
    via: tuple[Source, ...] = ()
    """Who passed it on, nearest to the speaker first: Kim → KCNA → Reuters."""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated sentence about the article's actors."""

    date: str
    """EDTF."""
    text: str
    """The sentence."""
    start: int
    end: int
    at: int
    said: str | None
    """The words that give the date; None where it is the article's own date."""
    entities: tuple[int, ...] = ()
    """Indexes into `Extraction.entities` of those the sentence names."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article, before it is known who is who across articles."""

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    """In order of first mention."""
    places: tuple[Place, ...]
    dates: tuple[DateMention, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    published: Published | None


# --- extraction → briefing ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an excerpt's text, naming an actor or not."""

    text: str
    actor: str | None = None
    """The id of the actor these words name."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of the article, with the paragraph they stand in."""

    runs: tuple[Run, ...]
    at: int

    @property
    def text(self) -> str:
        """The words without the links."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Dated:
    """A line of a briefing's timeline."""

    date: str
    """EDTF."""
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Said:
    """A line of a briefing's statements."""

    kind: StatementKind
    speaker: Run | None
    via: tuple[Run, ...]
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor as a briefing names it."""

    id: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A link from one briefing to another."""

    page: str
    """The other briefing's page name, without `.md`."""
    why: Why
    at: int | None = None
    """The paragraph that refers back, where the reason is `background`."""


@dataclass(frozen=True, slots=True)
class Briefing:
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


@dataclass(frozen=True, slots=True)
class Actor:
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
