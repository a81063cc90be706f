"""Whom questions are put to: by a heading above them, by the paragraph before them, or whom headline and lead name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefings.extract.readings import Reading
from briefings.extract.speech import speech
from briefings.findings import Entity, Source
from briefings.model import ActorType, Article, Kind

_SUBHEADING = Kind.SUBHEADING
_PERSON = ActorType.PERSON

_QUESTIONS_TO = re.compile(r"(?i)\w+ (?:\w+ )?(?:spørsmål|spørgsmål) (?:og svar med|til) ")
_OPENS = frozenset({Kind.HEADLINE, Kind.LEAD})
MAX_INTRODUCTION = 6
"""Words of a sentence before whom it introduces: `Administrerende direktør ved sykehuset, Kari Moe, …`."""
_MEETS = frozenset(
    {"møter", "møtte", "møtt", "møder", "mødte", "mødt", "treffer", "treff", "traff", "truffet", "treft"}
    | {"talt", "talte", "snakket", "snakka", "snakker", "spurt", "spurgt", "tak", "fat", "nådde"}
    | {"ringer", "ringte", "ringede", "ringjer", "ringde"}
)
"""Words of a paper that meets somebody: `Avisa fikk tak i Kari Moe på flyplassen`."""


def asked_below(article: Article, entities: Sequence[Entity]) -> Mapping[int, Source]:
    """Return paragraph → who is asked there, for those below such a heading and above the next one."""
    asked: dict[int, Source] = {}
    current: Source | None = None
    for paragraph in article.paragraphs:
        if paragraph.kind is _SUBHEADING:
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
        if entity.type is _PERSON
        for mention in entity.mentions
        if mention.at == at and mention.start >= start
    ]
    if not named:
        return None
    first, end, index, text = min(named)
    return Source(text, first, end, index)


def leading_person(article: Article, entities: Sequence[Entity]) -> int | None:
    """Return the only person that headline and lead name: whom an article made of questions and answers is with."""
    opening = {paragraph.n for paragraph in article.paragraphs if paragraph.kind in _OPENS}
    named = {
        index
        for index, entity in enumerate(entities)
        if entity.type is _PERSON and any(mention.at in opening for mention in entity.mentions)
    }
    return min(named) if len(named) == 1 else None


def introduced(
    read: Sequence[Reading], last: int, leading: int | None, first_at: Mapping[int, int], *, met: bool
) -> Source | None:
    """Return whom the paragraph that ends with sentence `last` brings in, right before a question.

    It is told of there for the first time, if headline and lead name another: `Rektor Kari Moe er på vei til møte.`
    `first_at` says which sentence names an actor first. With `met`, only if the paper says that it met that person.
    """
    first = last
    while first and read[first - 1].sentence.at == read[last].sentence.at:
        first -= 1
    found: Source | None = None
    for one in read[first : last + 1]:
        source = one.opener
        if one.quotations or (found and source and source.entity != found.entity):
            return None
        if source is not None and source.entity is not None and _brings_in(one, source, met=met):
            found = found or source
    if found is None or leading in {None, found.entity}:
        return found
    return found if first_at.get(found.entity or 0, 0) >= first else None


def _brings_in(one: Reading, source: Source, *, met: bool) -> bool:
    """Tell whether a person is a sentence's subject, or whom the paper meets in it."""
    before = [word.low for word in one.words if word.end <= source.start]
    if met or not _MEETS.isdisjoint(before):
        return not _MEETS.isdisjoint(before)
    vocabulary = speech()
    inverted = bool(before) and (before[0] in vocabulary.breaks or before[0] in vocabulary.adverbs)
    return len(before) <= MAX_INTRODUCTION and not inverted and vocabulary.helpers.isdisjoint(before)
