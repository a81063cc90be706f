"""Everything the build found in each seed, with where and why, as JSON or for reading; a documented interface.

One object a seed: `seed, lang, date {value, basis, said, at, seed where the basis is corpus}, title, headline, summary,
key_points [{text, at}], paragraphs [{n, kind, lang, start, end}], actors [{id, name, type, role, salient, mentions
[{text, start, end, at, rule, score}]}], places, events [{date, text, said, at}], statements [{kind, speaker, via, text,
at}], related [{seed, page, why, at}]`. Offsets are code points of the seed's text (decoded, NFC, LF, no byte order
mark). A speaker or source is an actor's id, or the words themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefings.corpus import Corpus, Entry, to_briefing
from briefings.findings import Entity, Mention, Source
from briefings.model import Published
from briefings.page_values import Briefing


def explain(corpus: Corpus, page_of: Mapping[str, str], stems: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """Yield one JSON-ready object for each seed, or for those named, in the order of their stems."""
    for entry in corpus.entries:
        if not stems or entry.stem in stems:
            yield _explain_one(entry, to_briefing(entry, dict(page_of)), corpus, page_of)


def to_lines(found: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of one explained seed for a person to read."""
    date = found["date"]
    yield f"{found['seed']}  [{found['lang']}]  {date['value'] or 'undated'} ({date['basis']})"
    yield f"  {found['title']}"
    yield "  Actors"
    for actor in found["actors"]:
        mark = "*" if actor["salient"] else " "
        role = f", {actor['role']}" if actor["role"] else ""
        yield f"   {mark} {actor['id']} ({actor['type']}{role})"
        for met in actor["mentions"]:
            span = f"¶{met['at']} {met['start']}-{met['end']}"
            yield f"       {span} “{met['text']}”: {met['rule']} ({met['score']:.2f})"
    yield f"  Places: {', '.join(found['places']) or 'none'}"
    yield "  Events"
    for event in found["events"]:
        yield f"     {event['date']} ¶{event['at']} “{event['said'] or ''}”: {event['text']}"
    yield "  Statements"
    for said in found["statements"]:
        via = "".join(f" via {words}" for words in said["via"])
        yield f"     {said['kind']} ¶{said['at']} {said['speaker'] or 'nobody named'}{via}: {said['text']}"
    yield "  Related"
    for link in found["related"]:
        at = f" ¶{link['at']}" if link["at"] else ""
        yield f"     {link['seed']} ({link['why']}{at})"
    yield "  Paragraphs"
    for paragraph in found["paragraphs"]:
        span = f"{paragraph['start']}-{paragraph['end']}"
        yield f"     ¶{paragraph['n']} {paragraph['kind']} [{paragraph['lang']}] {span}"


def _explain_one(entry: Entry, briefing: Briefing, corpus: Corpus, page_of: Mapping[str, str]) -> dict[str, Any]:
    extraction, article = entry.extraction, entry.extraction.article
    return {
        "seed": article.seed.name,
        "lang": article.lang,
        "date": _date(extraction.published),
        "title": briefing.title,
        "headline": article.headline,
        "summary": briefing.summary,
        "key_points": [{"text": point.text, "at": point.at} for point in briefing.key_points],
        "paragraphs": [
            {"n": p.n, "kind": p.kind.value, "lang": p.lang, "start": p.start, "end": p.end} for p in article.paragraphs
        ],
        "actors": list(_actors(entry, briefing, corpus)),
        "places": [place.name for place in extraction.places],
        "events": [{"date": e.date, "text": e.text, "said": e.said, "at": e.at} for e in extraction.events],
        "statements": [
            {
                "kind": said.kind.value,
                "speaker": _source(said.speaker, entry) if said.speaker else None,
                "via": [_source(source, entry) for source in said.via],
                "text": said.text,
                "at": said.at,
            }
            for said in extraction.statements
        ],
        "related": [
            {"seed": link.stem, "page": page_of.get(link.stem), "why": link.why.value, "at": link.at}
            for link in entry.links
        ],
    }


def _date(published: Published | None) -> dict[str, Any]:
    if published is None:
        return {"value": None, "basis": "none", "said": None, "at": None}
    found = {"value": published.value, "basis": published.basis.value, "said": published.said, "at": published.at}
    return found | ({"seed": published.seed} if published.seed else {})


def _actors(entry: Entry, briefing: Briefing, corpus: Corpus) -> Iterator[dict[str, Any]]:
    """Yield each actor once, in the briefing's order, with the mentions of all entities that are this actor."""
    entities: dict[str, list[int]] = {}
    for index, actor in enumerate(entry.ids):
        if actor is not None:
            entities.setdefault(actor, []).append(index)
    by_id = {actor.id: actor for actor in corpus.identities.actors}
    for ref in briefing.actors:
        indexes = entities[ref.id]
        found = [entry.extraction.entities[index] for index in indexes]
        yield {
            "id": ref.id,
            "name": by_id[ref.id].name if ref.id in by_id else found[0].name,
            "type": found[0].type.value,
            "role": ref.role,
            "salient": any(index in entry.salient for index in indexes),
            "mentions": [_mention(mention) for mention in _in_order(found)],
        }


def _in_order(entities: Sequence[Entity]) -> list[Mention]:
    met = [mention for entity in entities for mention in (*entity.mentions, *entity.descriptions)]
    return sorted(met, key=lambda mention: (mention.start, mention.end))


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "at": mention.at,
        "rule": mention.rule,
        "score": mention.score,
    }


def _source(source: Source, entry: Entry) -> str:
    actor = entry.ids[source.entity] if source.entity is not None else None
    return actor or source.text
