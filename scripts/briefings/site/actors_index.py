"""The index of all actors, in four views: from A to Å, by type, by country, by how many briefings name them.

A few hundred stand on one page from A to Å; more get a page for each letter. The other views show those in most
briefings of each group, and lead to the letters for the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from briefings.library import STATE, Library
from briefings.library_cards import ActorCard
from briefings.markdown_text import escape
from briefings.site.actor_page import role_of
from briefings.site.links import (
    ACTORS,
    ACTORS_INDEX,
    actor_uri,
    crumbs,
    link,
    page,
)
from briefings.site.naming import state_name
from briefings.site.network_page import to_network_page
from briefings.site.parts import Listing, Parted, in_parts
from briefings.site.words import OTHER_LETTERS, Words, letter_of, nordic_order

MOST_ON_INDEX = 300
"""Actors on one page from A to Å."""
MOST_FREQUENT = 200
"""Actors in the view by briefings."""
MOST_OF_TYPE = 200
MOST_OF_COUNTRY = 10
TYPES = {"person": "persons", "organisation": "organisations", STATE: "states"}
"""What an actor may be → the label above all that are."""
VIEWS = {
    "a_to_z": ACTORS_INDEX,
    # In a folder of their own: no actor's id can be the name of one of them.
    "by_type": f"{ACTORS}by/type.md",
    "by_country": f"{ACTORS}by/country.md",
    "by_briefings": f"{ACTORS}by/briefings.md",
}
"""Label of a view → path of its page in `docs/`."""


class Group(Struct, frozen=True):
    """Some actors of a view."""

    anchor: str
    """Empty for a group without heading."""
    name: str
    """Plain."""
    size: int
    """How many it has, of which `shown` may be the first."""
    shown: Sequence[ActorCard]


_ASCII = {"Æ": "ae", "Ø": "oe", "Å": "aa", OTHER_LETTERS: "other"}


def actors_index(library: Library, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield (path, title, Markdown) of the index of all listed actors and of its further pages."""
    listed = sorted(library.listed_actors(), key=lambda actor: (nordic_order(actor.name), actor.id))
    if not listed:
        yield (
            ACTORS_INDEX,
            words("actors"),
            page(crumbs(ACTORS_INDEX, (), words), f"# {words('actors')}", words("nobody_named")),
        )
        return
    frequent = sorted(listed, key=lambda actor: -len(library.appearances[actor.id]))
    yield from _letters(listed, library, words)
    yield _view("by_type", _by_type(listed, frequent, words), len(listed), library, words)
    yield _view("by_country", _by_country(listed, library, words), len(listed), library, words)
    yield _view("by_briefings", [Group("", "", len(frequent), frequent[:MOST_FREQUENT])], len(listed), library, words)


def letter_uri(letter: str) -> str:
    """Return the path of a letter's page in `docs/`."""
    return f"{ACTORS}letter/{_ascii(letter)}.md"


def _letters(listed: Sequence[ActorCard], library: Library, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield the view from A to Å: all on one page with the letters as jump links, or a page for each letter."""
    by_letter = _grouped(listed, lambda actor: letter_of(actor.name))
    if len(listed) <= MOST_ON_INDEX:
        groups = [
            Group(f"letter-{_ascii(letter)}", letter, len(actors), actors) for letter, actors in by_letter.items()
        ]
        yield _view("a_to_z", groups, len(listed), library, words)
        return
    numbers = (
        f"- {link(ACTORS_INDEX, letter_uri(letter), letter)}: {words.count('actors_counted', len(actors))}"
        for letter, actors in by_letter.items()
    )
    yield ACTORS_INDEX, words("actors"), page(*_head("a_to_z", len(listed), library, words), "\n".join(numbers))
    for letter, actors in by_letter.items():
        yield from in_parts(_letter_page(letter, actors, list(by_letter), library, words), words)


def _letter_page(
    letter: str, actors: Sequence[ActorCard], letters: Sequence[str], library: Library, words: Words
) -> Parted:
    here = letter_uri(letter)
    jumps = (f"**{one}**" if one == letter else link(here, letter_uri(one), one) for one in letters)

    def line(here: str, index: int) -> str:
        return _line(here, actors[index], library, words)

    return Parted(
        uri=here,
        title=f"{words('actors')}: {letter}",
        heading=f"{words('actors')}: {letter}",
        trail=((ACTORS_INDEX, words("actors")),),
        head=(" ".join(jumps) + "\n{: .letters }",),
        listings=(Listing("", len(actors), line),),
    )


def _by_type(listed: Sequence[ActorCard], frequent: Sequence[ActorCard], words: Words) -> Iterator[Group]:
    """Yield a group for each type, from A to Å; of very many only those in most briefings."""
    groups = _grouped(frequent, lambda actor: TYPES.get(actor.type, "others"))
    order = {actor.id: at for at, actor in enumerate(listed)}
    for key in (*TYPES.values(), "others"):
        if key in groups:
            shown = sorted(groups[key][:MOST_OF_TYPE], key=lambda actor: order[actor.id])
            yield Group(key, words(key), len(groups[key]), shown)


def _by_country(listed: Sequence[ActorCard], library: Library, words: Words) -> Iterator[Group]:
    """Yield a group for each country from A to Å: its state, then those of its people in most briefings."""
    states = _grouped(
        (actor for actor in listed if actor.type == STATE and actor.country), lambda one: str(one.country)
    )
    named = []
    for country in {**states, **library.of_country}:
        name = states[country][0].name if country in states else state_name(country, words.language) or country
        named.append((nordic_order(name), name, country))
    for _, name, country in sorted(named):
        own, others = states.get(country, []), library.of_country.get(country, ())
        shown = [*own, *(library.actors[actor] for actor in others[:MOST_OF_COUNTRY])]
        yield Group(f"country-{country.lower()}", name, len(own) + len(others), shown)


def _grouped(actors: Iterable[ActorCard], key: Callable[[ActorCard], str]) -> dict[str, list[ActorCard]]:
    found: dict[str, list[ActorCard]] = defaultdict(list)
    for actor in actors:
        found[key(actor)].append(actor)
    return found


def _view(view: str, groups: Iterable[Group], number: int, library: Library, words: Words) -> tuple[str, str, str]:
    """Return (path, title, Markdown) of a view of so many actors, with jump links to its groups."""
    here, parts, jumps, cut = VIEWS[view], [], [], False
    for group in groups:
        cut = cut or group.size > len(group.shown)
        lines = "\n".join(_line(here, actor, library, words) for actor in group.shown)
        if group.anchor:
            jumps.append(f"[{escape(group.name, at_start=False)}](#{group.anchor})")
            counted = "" if view == "a_to_z" else f" ({group.size})"
            lines = f"## {escape(group.name)}{counted} {{: #{group.anchor} }}\n\n{lines}".rstrip()
        parts.append(lines)
    note = words("those_in_most", all=link(here, ACTORS_INDEX, words("a_to_z"))) if cut else ""
    nowhere = sum(1 for actor in library.listed_actors() if not actor.country) if view == "by_country" else 0
    if nowhere:
        note = f"{words.count('without_country', nowhere)} {note}".rstrip()
    jumping = " ".join(jumps) + "\n{: .letters }" if jumps else ""
    return here, _title(view, words), page(*_head(view, number, library, words), note, jumping, *parts)


def _title(view: str, words: Words) -> str:
    return words("actors") if view == "a_to_z" else f"{words('actors')}: {words(view).lower()}"


def _head(view: str, number: int, library: Library, words: Words) -> Iterator[str]:
    """Yield what every view begins with: where it lies, what it shows, the way to the others."""
    here = VIEWS[view]
    yield crumbs(here, () if view == "a_to_z" else ((ACTORS_INDEX, words("actors")),), words)
    yield f"# {_title(view, words)}"
    network = to_network_page(here, library, words) if view == "a_to_z" else ""
    yield f"{words('who_is_named')} {words.count('actors_counted', number)}. {network}".rstrip()
    others = (f"**{words(key)}**" if key == view else link(here, uri, words(key)) for key, uri in VIEWS.items())
    yield " · ".join(others) + "\n{: .views }"


def _line(here: str, actor: ActorCard, library: Library, words: Words) -> str:
    kind = (words.one_of("types", actor.type) or actor.type).lower() if actor.type != "person" else ""
    what = role_of(actor, library) or escape(kind, at_start=False)
    number = words.count("briefings", len(library.appearances[actor.id])).replace(" ", "\N{NO-BREAK SPACE}")
    return f"- {link(here, actor_uri(actor.id), actor.name)}{f', {what}' if what else ''} ({number})"


def _ascii(letter: str) -> str:
    return _ASCII.get(letter, letter.lower())
