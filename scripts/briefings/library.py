"""All pages → who appears where and when, and which briefing leads to which; reads pages only, never seeds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefings import edtf_date
from briefings.model import ActorRef
from briefings.page import (
    Link,
    Page,
    actors_of,
    is_hidden,
    list_of,
    related_of,
    seed_of,
    stage_of,
    table_of,
    text_of,
)
from briefings.sections_read import Sections, read_sections

WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class BriefingCard:
    """What other pages need to know of a briefing."""

    name: str
    """The page's name: its file's without `.md`."""
    title: str
    date: str | None
    """EDTF; None where it is undated or its date cannot be read."""
    date_basis: str | None
    lang: str | None
    stage: str
    summary: str | None
    actors: tuple[ActorRef, ...]
    places: tuple[str, ...]
    related: tuple[Link, ...]
    seed: str | None
    """The seed's file name; None on a page that is a person's alone."""
    outlet: str | None
    url: str | None
    sections: Sections


@dataclass(frozen=True, slots=True)
class ActorCard:
    """What other pages need to know of an actor."""

    id: str
    name: str
    type: str
    role: str | None
    aliases: tuple[str, ...]
    hidden: bool


@dataclass(frozen=True, slots=True)
class Library:
    """All briefings and actors; everything here is derived, nothing of it is stored."""

    briefings: Mapping[str, BriefingCard]
    """By name, the newest first; withdrawn ones too."""
    actors: Mapping[str, ActorCard]
    """By id."""
    appearances: Mapping[str, tuple[str, ...]]
    """Actor id → names of the briefings that list it, the newest first; withdrawn ones left out."""
    later: Mapping[str, tuple[tuple[str, Link], ...]]
    """Briefing name → (name, relation) of the briefings that refer back to it, the newest first."""

    def listed(self) -> tuple[BriefingCard, ...]:
        """Return the briefings that lists show, the newest first."""
        return tuple(card for card in self.briefings.values() if card.stage != WITHDRAWN)


def to_library(briefings: Iterable[tuple[str, Page]], actors: Iterable[tuple[str, Page]]) -> Library:
    """Build the library from (name, page) pairs; the order they come in makes no difference."""
    cards = sorted((to_briefing_card(name, page) for name, page in briefings), key=_newest_first)
    appearances: dict[str, list[str]] = defaultdict(list)
    later: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for card in cards:
        if card.stage == WITHDRAWN:
            continue
        for actor in dict.fromkeys(ref.id for ref in card.actors):
            appearances[actor].append(card.name)
        for relation in card.related:
            later[relation.page].append((card.name, relation))
    return Library(
        briefings={card.name: card for card in cards},
        actors={name: to_actor_card(name, page) for name, page in sorted(actors, key=lambda item: item[0])},
        appearances={actor: tuple(names) for actor, names in sorted(appearances.items())},
        later={name: tuple(found) for name, found in sorted(later.items())},
    )


def to_briefing_card(name: str, page: Page) -> BriefingCard:
    """Read one briefing page; what cannot be read there is left out, `briefings check` says why."""
    date = text_of(page, "date")
    return BriefingCard(
        name=name,
        title=text_of(page, "title") or name,
        date=date if date and edtf_date.is_valid(date) else None,
        date_basis=text_of(page, "date_basis"),
        lang=text_of(page, "lang"),
        stage=stage_of(page),
        summary=text_of(page, "summary"),
        actors=actors_of(page),
        places=list_of(page, "places"),
        related=related_of(page),
        seed=seed_of(page),
        outlet=table_of(page, "source").get("outlet"),
        url=table_of(page, "source").get("url"),
        sections=read_sections(page.body, page.body_line),
    )


def to_actor_card(name: str, page: Page) -> ActorCard:
    """Read one actor page."""
    return ActorCard(
        id=name,
        name=text_of(page, "name") or name,
        type=text_of(page, "type") or "",
        role=text_of(page, "role"),
        aliases=list_of(page, "aliases"),
        hidden=is_hidden(page),
    )


def _newest_first(card: BriefingCard) -> tuple[bool, float, str]:
    """Undated last; within a day, month or year by name."""
    if card.date is None:
        return (True, 0, card.name)
    return (False, -edtf_date.day_bounds(card.date)[1].toordinal(), card.name)
