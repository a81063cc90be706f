"""What is found in one article: sentences, names, roles, dates, statements, events.

Spans, `at` and dates are those of `model`.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from briefings.model import ActorType, Article, Published, StatementKind


class Sentence(Struct, frozen=True):
    """One sentence of one paragraph; credits and boilerplate have none."""

    start: int
    end: int
    at: int


class MentionType(StrEnum):
    """What a name in the text is the name of.

    A member is slow to ask its class for in Python 3.11 (some thousand instructions, the same for every enumeration):
    where each name or word is asked about, the module binds the members it needs.
    """

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"


class Mention(Struct, frozen=True):
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


class Role(Struct, frozen=True):
    """Words of the text that say what an actor is: `russiske forsvarsministeren`, `Ruslands præsident`."""

    text: str
    start: int
    end: int
    at: int


class Entity(Struct, frozen=True):
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


class Place(Struct, frozen=True):
    """All mentions of one place that is no state within one article."""

    name: str
    mentions: tuple[Mention, ...]


class DateMention(Struct, frozen=True):
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


class Source(Struct, frozen=True):
    """Who is given as saying something, as the text words it."""

    text: str
    start: int
    end: int
    entity: int | None
    """Index into `Extraction.entities`; None where nobody is named (`amerikanske kjelder`)."""


class Statement(Struct, frozen=True):
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


class Event(Struct, frozen=True):
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


class Extraction(Struct, frozen=True):
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
