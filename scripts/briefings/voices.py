"""Who speaks in an article: for themselves, for a body, for a state; and which bodies are media that only report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefings.acting import NEAR
from briefings.extract.speech import speech
from briefings.findings import Entity, Extraction, Mention, Statement
from briefings.model import ActorType, Kind, StatementKind

_SOURCE_BEFORE = re.compile(r"(?i)\b(?:i?følge|ifølgje|if\.)[\w ]*\Z")
_WRITES = re.compile(r"(?i)\b(?:skriver|skriv|skrev|skreiv|omtaler|omtalte)(?: [a-zæøå-]+(?:en|et|a))? \Z")
_IN_LETTER = re.compile(r"(?i) (?:i e|i det|i den|på|om|at)")
"""`skriver Equinor i en børsmelding` is no paper's report."""
_NO_VOICE = re.compile(r"(?i)\b(?:kilde|kjelde)|forsk[ea]r|ekspert|analyti|professor|økonom|[oø]log(?:en|ar|er)?\b")
"""Who works for a body and does not speak for it: `kilder i`, `DIIS-forskeren`."""
_FIGURES = re.compile(r"(?i)(?:data|tall|tal|statistikk?|målinger|målingar) (?:fra|frå) ")
"""`viser data fra MarineTraffic`: where a figure comes from."""
_SENT = re.compile(r" (?:i|ved|fra|frå|for|hos|på) (?:[a-zæøåé-]+ ){0,2}\Z")
"""Between one who speaks and the body: `seksjonssjef Pål Hustad i | UDI`."""


class Voices(Struct, frozen=True):
    """Entities by how they speak in the article."""

    claims: frozenset[int]
    cited: frozenset[int]
    """Organisations that are named as a source with `ifølge`."""
    quoted: frozenset[int]
    media: frozenset[int]
    spoken_for: frozenset[int]
    """States of which somebody who speaks holds an office."""
    sending: frozenset[int]
    """Bodies that somebody who speaks is introduced as belonging to."""


def find_voices(extraction: Extraction, kinds: Mapping[int, Kind]) -> Voices:
    """Tell who speaks; `kinds` gives what each paragraph is, by its number."""
    claims: set[int] = set()
    quoted: set[int] = set()
    cited: set[int] = set()
    within = _owners(extraction.entities)
    statements = [one for one in extraction.statements if kinds.get(one.at) is not Kind.CORRECTION]
    for one in statements:
        if one.speaker is None:
            continue
        if one.speaker.entity is None:
            first = bisect_left(within, (one.speaker.start, -1))
            last = bisect_left(within, (one.speaker.end, -1))
            if _NO_VOICE.search(one.speaker.text) is None:
                claims.update(index for _, index in within[first:last])
            continue
        if one.kind is StatementKind.FRAGMENT:
            quoted.add(one.speaker.entity)
            continue
        before = extraction.article.text[max(0, one.speaker.start - NEAR) : one.speaker.start]
        is_body = extraction.entities[one.speaker.entity].type is ActorType.ORGANISATION
        figures = _SOURCE_BEFORE.search(before) or _FIGURES.match(one.speaker.text)
        (cited if is_body and figures else claims).add(one.speaker.entity)
    speaking = [extraction.entities[index] for index in sorted(claims | quoted)]
    speaking = [entity for entity in speaking if entity.type is ActorType.PERSON]
    media = _media(extraction, statements)
    return Voices(
        claims=frozenset(claims),
        cited=frozenset(cited),
        quoted=frozenset(quoted),
        media=media,
        spoken_for=_spoken_for(extraction.entities, speaking, within),
        sending=_sending(extraction, speaking, within) - media,
    )


def _owners(entities: Sequence[Entity]) -> Sequence[tuple[int, int]]:
    """Return where each name begins, sorted."""
    return sorted((mention.start, index) for index, entity in enumerate(entities) for mention in entity.mentions)


def _spoken_for(
    entities: Sequence[Entity], speaking: Sequence[Entity], within: Sequence[tuple[int, int]]
) -> frozenset[int]:
    """Return the states whose name opens a role of somebody who speaks: `Estlands statsminister Kristen Michal`."""
    offices = {role.start for speaker in speaking for role in speaker.roles}
    return frozenset(index for start, index in within if start in offices and entities[index].type is ActorType.STATE)


def _sending(extraction: Extraction, speaking: Sequence[Entity], within: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the bodies that stand right behind the name of somebody who speaks."""
    found: set[int] = set()
    for end in (mention.end for speaker in speaking for mention in speaker.mentions):
        at = bisect_left(within, (end, -1))
        if at == len(within) or within[at][0] - end > NEAR:
            continue
        start, index = within[at]
        is_body = extraction.entities[index].type is ActorType.ORGANISATION
        if is_body and _SENT.match(extraction.article.text[end:start]):
            found.add(index)
    return frozenset(found)


def _media(extraction: Extraction, statements: Sequence[Statement]) -> frozenset[int]:
    """Return the organisations that are media: by name, by their role, or because they pass on what others say."""
    vocabulary = speech()
    text = extraction.article.text
    passing = {source.entity for one in statements for source in one.via}
    return frozenset(
        index
        for index, entity in enumerate(extraction.entities)
        if entity.type is ActorType.ORGANISATION
        and (
            index in passing
            or entity.name.lower() in vocabulary.outlets
            or all(_is_reporting(text, mention) for mention in entity.mentions)
            or any(vocabulary.names_outlet(word) for role in entity.roles for word in role.text.lower().split())
        )
    )


def _is_reporting(text: str, mention: Mention) -> bool:
    """Tell whether a name is given only as where it was written: `Det skriver JydskeVestkysten`."""
    before = _WRITES.search(text[max(0, mention.start - NEAR) : mention.start])
    return before is not None and _IN_LETTER.match(text[mention.end : mention.end + NEAR]) is None
