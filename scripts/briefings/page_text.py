"""Write a briefing or an actor as the page the build offers: the file format of CONTRIBUTING, line by line.

The same functions render a single field, so that a patched page looks like an offered one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefings.page_values import Actor, ActorRef, Briefing, Related
from briefings.sections import write_key_points, write_statements, write_timeline
from briefings.yaml_scalar import fold, inline, quote, scalar

BRIEFING_KEYS = (
    "title",
    "date",
    "date_basis",
    "lang",
    "stage",
    "summary",
    "actors",
    "places",
    "related",
    "tags",
    "thread",
    "translations",
    "source",
)
"""A briefing's keys in the order they stand in."""

ACTOR_KEYS = ("name", "type", "aliases", "names", "country", "role", "same_as", "not_same_as", "hidden")
"""An actor's keys in the order they stand in."""

KEY_ORDER = (*BRIEFING_KEYS, *ACTOR_KEYS)

_QUOTED = ("title",)
_FOLDED = ("summary",)
_ITEM_A_LINE = ("actors", "related")


def briefing_to_text(briefing: Briefing) -> str:
    """Return the whole page of a briefing, LF line ends."""
    data: dict[str, Any] = {"title": briefing.title}
    if briefing.date is not None:
        data["date"] = briefing.date
        if briefing.date_basis is not None:
            data["date_basis"] = briefing.date_basis
    data |= {
        "lang": briefing.lang,
        "stage": "draft",
        "summary": briefing.summary,
        "actors": [_actor_ref(actor) for actor in briefing.actors],
        "places": list(briefing.places),
        "related": [_related(link) for link in briefing.related],
        "tags": [],
        "source": {"seed": briefing.seed.name, "outlet": briefing.seed.facts.outlet, "url": briefing.seed.facts.url},
    }
    sections = (
        write_key_points(briefing.key_points),
        write_timeline(briefing.timeline),
        write_statements(briefing.statements),
    )
    return _page(data, "\n".join(section for section in sections if section))


def actor_to_text(actor: Actor) -> str:
    """Return the whole page of an actor, LF line ends; the body is people's."""
    data: dict[str, Any] = {
        "name": actor.name,
        "type": actor.type.value,
        "aliases": list(actor.aliases),
        "names": dict(actor.names),
    }
    if actor.country is not None:
        data["country"] = actor.country
    if actor.role is not None:
        data["role"] = actor.role
    return _page(data, "")


def render_key(key: str, value: Any) -> str:  # noqa: ANN401 - any value front matter can hold
    """Return one top-level key of front matter with its value, as lines ended by LF."""
    name = scalar(key, flow=False)
    if key in _QUOTED and isinstance(value, str):
        return f"{name}: {quote(value)}\n"
    if key in _FOLDED and isinstance(value, str) and (lines := fold(value, 2)):
        return "\n".join([f"{name}: >-", *lines]) + "\n"
    if key in _ITEM_A_LINE and isinstance(value, list) and value:
        return "".join([f"{name}:\n", *(f"  - {inline(item)}\n" for item in value)])
    return f"{name}: {inline(value)}\n"


def typed(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return front matter, read as strings, with the types it is to show: `at` a number, `hidden` a truth value.

    Only what is written anew is affected: a value that stays keeps its bytes.
    """
    changed = dict(data)
    if isinstance(related := data.get("related"), list):
        changed["related"] = [_with_number(item) for item in related]
    if (hidden := data.get("hidden")) in ("true", "false"):
        changed["hidden"] = hidden == "true"
    return changed


def _with_number(item: Any) -> Any:  # noqa: ANN401 - any value front matter can hold
    at = item.get("at") if isinstance(item, Mapping) else None
    return {**item, "at": int(at)} if isinstance(at, str) and _NUMBER.fullmatch(at) else item


_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


def _page(data: Mapping[str, Any], body: str) -> str:
    return "".join(["---\n", *(render_key(key, value) for key, value in data.items()), "---\n", body])


def _actor_ref(actor: ActorRef) -> str | dict[str, str]:
    return actor.id if actor.role is None else {"id": actor.id, "role": actor.role}


def _related(link: Related) -> dict[str, str | int]:
    found: dict[str, str | int] = {"page": link.page, "why": link.why.value}
    return found if link.at is None else found | {"at": link.at}
