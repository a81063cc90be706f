"""The values that all steps share: kinds and languages, a seed, and the article it is read as.

Every offset is a code point index into `Seed.text`; a span is half open, `[start, end)`. Every value that names a span
also carries the words, and `seed.text[start:end] == text` holds. `at` is always a paragraph number, the `¶n` of a page.
Dates are EDTF strings (ISO 8601-2 level 1), never finer than the evidence.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import islice
from typing import Literal

from msgspec import Struct

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


RUNNING = frozenset({Kind.LEAD, Kind.PARAGRAPH, Kind.QUOTE})
"""What an article's own text is made of; the rest heads it, stands beside it or is none of it."""


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


class Facts(Struct, frozen=True):
    """What `seeds/<stem>.yml` states about a seed that its text does not say."""

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    """EDTF."""
    title: str | None = None
    lang: Lang | None = None


class Seed(Struct, frozen=True):
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


class Paragraph(Struct, frozen=True):
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


class Published(Struct, frozen=True):
    """When an article was published, and how that is known."""

    value: str
    """EDTF."""
    basis: Basis
    said: str | None = None
    """The words that gave it, where words did."""
    at: int | None = None
    seed: str | None = None
    """The stem of the seed that gave it, where the basis is `corpus`."""


class Article(Struct, frozen=True):
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

    def opening(self, most: int, *others: Kind) -> frozenset[int]:
        """Return the numbers of the first `most` paragraphs of running text, and of all that are of the `others`."""
        running = islice((each.n for each in self.paragraphs if each.kind in RUNNING), most)
        return frozenset((*running, *(each.n for each in self.paragraphs if each.kind in others)))
