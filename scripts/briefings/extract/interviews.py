"""Whom a heading says the questions below it are put to: `Fem spørsmål til Kari Moe, forsker`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefings.findings import Entity, Source
from briefings.model import ActorType, Article, Kind

_QUESTIONS_TO = re.compile(r"(?i)\w+ (?:\w+ )?(?:spørsmål|spørgsmål) (?:og svar med|til) ")


def asked_below(article: Article, entities: Sequence[Entity]) -> Mapping[int, Source]:
    """Return paragraph → who is asked there, for those below such a heading and above the next one."""
    asked: dict[int, Source] = {}
    current: Source | None = None
    for paragraph in article.paragraphs:
        if paragraph.kind is Kind.SUBHEADING:
            opening = _QUESTIONS_TO.match(article.text, paragraph.start, paragraph.end)
            current = _person_at(opening.end(), paragraph.n, entities) if opening else None
        elif current is not None:
            asked[paragraph.n] = current
    return asked


def _person_at(start: int, at: int, entities: Sequence[Entity]) -> Source | None:
    """Return the person whose name stands first behind an offset of a paragraph."""
    named = [
        (mention.start, mention.end, index, mention.text)
        for index, entity in enumerate(entities)
        if entity.type is ActorType.PERSON
        for mention in entity.mentions
        if mention.at == at and mention.start >= start
    ]
    if not named:
        return None
    first, end, index, text = min(named)
    return Source(text, first, end, index)
