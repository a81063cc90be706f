"""What other pages need to know of a briefing or an actor: one page → its card."""

from __future__ import annotations

from msgspec import Struct

from briefings import edtf_date
from briefings.page import (
    Link,
    Page,
    Translation,
    actors_of,
    is_hidden,
    list_of,
    related_of,
    seed_of,
    stage_of,
    table_of,
    text_of,
    translations_of,
)
from briefings.page_values import ActorRef
from briefings.sections_read import Sections, read_sections


class BriefingCard(Struct, frozen=True):
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
    translations: tuple[tuple[str, Translation], ...]
    """(language, title and summary in it), sorted."""
    actors: tuple[ActorRef, ...]
    """Each once, those that are one and the same under the id of that one."""
    places: tuple[str, ...]
    related: tuple[Link, ...]
    """Under the names the pages have now."""
    tags: tuple[str, ...]
    thread: str | None
    """What people call the story it belongs to."""
    seed: str | None
    """The seed's file name; None on a page that is a person's alone."""
    outlet: str | None
    url: str | None
    sections: Sections


class ActorCard(Struct, frozen=True):
    """What other pages need to know of an actor."""

    id: str
    name: str
    type: str
    role: str | None
    country: str | None
    aliases: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    """(language, name in that language), sorted."""
    same_as: str | None
    hidden: bool


def to_briefing_card(name: str, page: Page, owner: str | None = None) -> BriefingCard:
    """Read one briefing page; what cannot be read there is left out, `briefings check` says why.

    `owner` is the stem of the seed it belongs to where the page does not say so itself.
    """
    date = text_of(page, "date")
    return BriefingCard(
        name=name,
        title=text_of(page, "title") or name,
        date=date if date and edtf_date.is_valid(date) else None,
        date_basis=text_of(page, "date_basis"),
        lang=text_of(page, "lang"),
        stage=stage_of(page),
        summary=text_of(page, "summary"),
        translations=translations_of(page),
        actors=actors_of(page),
        places=list_of(page, "places"),
        related=related_of(page),
        tags=list_of(page, "tags"),
        thread=text_of(page, "thread"),
        seed=seed_of(page) or (f"{owner}.txt" if owner else None),
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
        country=text_of(page, "country"),
        aliases=list_of(page, "aliases"),
        names=tuple(sorted(table_of(page, "names").items())),
        same_as=text_of(page, "same_as"),
        hidden=is_hidden(page),
    )
