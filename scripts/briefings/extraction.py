"""Article → Extraction: the steps of `extract/` in their order."""

from __future__ import annotations

from typing import Protocol

from msgspec.structs import replace

from briefings.extract import dates, entities, events, mentions, published, sentences, statements
from briefings.findings import Extraction
from briefings.model import Article, Published


class Spanned(Protocol):
    """Words with their place in the text."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def start(self) -> int:
        """Offset of the first."""

    @property
    def end(self) -> int:
        """Offset behind the last."""


def extract(article: Article) -> Extraction:
    """Find everything one article tells by itself: who, when, who said what.

    Raises ValueError where a span does not hold the words it claims: a mistake in the program, never in a seed.
    """
    split = sentences.split(article)
    who, where = entities.resolve(article, split, mentions.find_mentions(article, split))
    when = dates.find_dates(article, split)
    extraction = Extraction(
        article=article,
        sentences=split,
        entities=who,
        places=where,
        dates=when,
        statements=statements.find_statements(article, split, who),
        events=(),
        published=None,
    )
    known = article.published or published.published_from_text(article, when)
    return verify(date_from(extraction, known))


def date_from(extraction: Extraction, known: Published | None) -> Extraction:
    """Reckon every relative date of an article from when it was published; where that is not known, leave it open."""
    anchored = dates.anchor(extraction.dates, known.value if known else None)
    found = events.find_events(extraction.article, extraction.sentences, extraction.entities, anchored, known)
    return replace(extraction, dates=anchored, events=found, published=known)


def verify(extraction: Extraction) -> Extraction:
    """Return the extraction unchanged if every span holds the words it claims. Raises ValueError if one does not."""
    text = extraction.article.text
    spans: list[Spanned] = [
        *(mention for entity in extraction.entities for mention in (*entity.mentions, *entity.descriptions)),
        *(role for entity in extraction.entities for role in entity.roles),
        *(mention for place in extraction.places for mention in place.mentions),
        *extraction.dates,
        *extraction.events,
        *extraction.statements,
        *(source for said in extraction.statements for source in (said.speaker, *said.via) if source),
    ]
    for span in spans:
        if text[span.start : span.end] != span.text:
            found = text[span.start : span.end]
            message = f"{extraction.article.seed.name}: {span!r} does not hold {found!r}"
            raise ValueError(message)
    return extraction
