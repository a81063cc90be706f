"""All that the site tells, as data for others: `briefings.json` and `actors.json`, with a JSON Schema beside each.

Everything in them is derived from the pages; what is withdrawn or hidden is not there. They follow no setting of
language: titles and roles are the article's own, translations stand beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from briefings.library import WITHDRAWN, Library
from briefings.library_cards import ActorCard, BriefingCard
from briefings.page import Link
from briefings.site.links import actor_uri, briefing_uri, thread_uri
from briefings.site.place import Site, web_address
from briefings.site.schemas import KINDS, read_schema, schema_path

VERSION = 1
"""Of the shape: raised where a reader of the old one would go wrong, not where a key is added."""


def data_files(library: Library, site: Site) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of the files of data and their schemas."""
    found = {
        "briefings": [_briefing(card, library, site) for card in library.listed()],
        "actors": [_actor(actor, library, site) for actor in library.listed_actors()],
    }
    for kind in KINDS:
        whole = {"$schema": schema_path(kind), "version": VERSION, "site": {"name": site.name, "url": site.address}}
        yield f"{kind}.json", json.dumps({**whole, kind: found[kind]}, ensure_ascii=False, indent=1) + "\n"
        yield schema_path(kind), read_schema(kind)


def _briefing(card: BriefingCard, library: Library, site: Site) -> dict[str, Any]:
    thread = library.thread_of.get(card.name)
    return {
        "id": card.name,
        "url": site.url(briefing_uri(card.name)),
        "title": card.title,
        "date": card.date,
        "date_basis": card.date_basis,
        "lang": card.lang,
        "stage": card.stage,
        "summary": card.summary,
        "translations": {lang: {"title": one.title, "summary": one.summary} for lang, one in card.translations},
        "actors": [
            {"id": ref.id, "name": library.actors[ref.id].name if ref.id in library.actors else None, "role": ref.role}
            for ref in card.actors
        ],
        "places": list(card.places),
        "related": [_related(relation) for relation in card.related if _is_listed(relation.page, library)],
        "tags": list(card.tags),
        "thread": {"id": thread.id, "name": thread.name, "url": site.url(thread_uri(thread))} if thread else None,
        "source": {"seed": card.seed, "outlet": card.outlet, "url": web_address(card.url)},
    }


def _related(relation: Link) -> dict[str, Any]:
    return {"id": relation.page, "why": relation.why, "at": relation.at}


def _is_listed(name: str, library: Library) -> bool:
    return name in library.briefings and library.briefings[name].stage != WITHDRAWN


def _actor(actor: ActorCard, library: Library, site: Site) -> dict[str, Any]:
    return {
        "id": actor.id,
        "url": site.url(actor_uri(actor.id)),
        "name": actor.name,
        "type": actor.type or None,
        "aliases": list(actor.aliases),
        "names": dict(actor.names),
        "country": actor.country,
        "role": actor.role,
        "appearances": list(library.appearances[actor.id]),
    }
