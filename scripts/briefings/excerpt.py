"""Words of an article cut into runs, each naming an actor or not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from briefings.findings import Entity
from briefings.page_values import Excerpt, Run


class Linked(Struct, frozen=True):
    """A name in the text that leads to an actor's page."""

    start: int
    end: int
    actor: str


def links_of(entities: Sequence[Entity], ids: Sequence[str | None]) -> tuple[Linked, ...]:
    """Return the names of all actors with a page, in the order of the text and apart from each other."""
    found = sorted(
        (mention.start, -mention.end, actor)
        for entity, actor in zip(entities, ids, strict=True)
        if actor is not None
        for mention in entity.mentions
    )
    links: list[Linked] = []
    for start, minus_end, actor in found:
        if start < -minus_end and (not links or links[-1].end <= start):
            links.append(Linked(start, -minus_end, actor))
    return tuple(links)


def one_line(text: str) -> str:
    """Return the words with every run of white space as one space."""
    return " ".join(text.split())


def to_excerpt(text: str, start: int, end: int, at: int, links: Sequence[Linked]) -> Excerpt:
    """Return `text[start:end]` as runs; the first name of each actor is linked, its genitive ending with it.

    `links` are those of the whole article, as `links_of` gives them.
    """
    runs: list[Run] = []
    linked: set[str] = set()
    position = start
    index = bisect_left(links, start, key=lambda one: one.start)
    while index < len(links) and links[index].start < end:
        link = links[index]
        index += 1
        if link.end > end or link.actor in linked:
            continue
        linked.add(link.actor)
        runs += [Run(text[position : link.start]), Run(text[link.start : link.end], link.actor)]
        position = link.end
    runs.append(Run(text[position:end]))
    return Excerpt(_spaced(runs), at)


def _spaced(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs with white space as single spaces, none at either end, and no empty run."""
    found: list[Run] = []
    for run in runs:
        words = " ".join(run.text.split())
        before = " " if run.text[:1].isspace() and found and not found[-1].text.endswith(" ") else ""
        after = " " if words and run.text[-1:].isspace() else ""
        if before or words:
            found.append(Run(before + words + after, run.actor))
    if found:
        found[-1] = Run(found[-1].text.rstrip(), found[-1].actor)
    return tuple(run for run in found if run.text)
