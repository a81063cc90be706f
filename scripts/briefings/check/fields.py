"""What each key of a briefing's and an actor's front matter must be, as two tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import get_args

from briefings.check.countries import country
from briefings.check.dates import date
from briefings.check.kinds import NORWEGIAN, Field, by_language, flag, list_of, mapping_of, one_of, text
from briefings.check.references import actor_id, page, paragraph, seed, web_address
from briefings.check.value import ID_LIKE, Value, World, listed, nearest, short
from briefings.check.words import meant_words
from briefings.errors import Problem
from briefings.model import ActorType, Basis, Lang, Why

LANGUAGES = get_args(Lang)
STAGES = ("draft", "reviewed", "withdrawn")

_BASES = tuple(basis.value for basis in Basis if basis is not Basis.CORPUS)


def actor(value: Value, world: World) -> Iterator[Problem]:
    """Expect the id of an actor, bare or in a mapping with its role."""
    if value.node.kind == "mapping":
        yield from _ACTOR_ITEM(value.called("actor"), world)
    else:
        yield from actor_id(value, world)


def basis(value: Value, world: World) -> Iterator[Problem]:
    """Expect how the date is known: one word, or `corpus` and the seed it was taken from."""
    word, _, stem = (value.text or "").partition(" ")
    if word != Basis.CORPUS:
        yield from _BASIS_WORD(value, world)
    elif not stem:
        what = f"{value.name} is `corpus`, expected the seed that gave the date behind it"
        yield value.wrong(
            what, "write corpus and the seed's name without .txt, or editor if you know the date yourself"
        )
    elif f"{stem.strip()}.txt" not in world.seeds:
        guess = nearest(stem.strip().removesuffix(".txt"), (name.removesuffix(".txt") for name in world.seeds), ID_LIKE)
        fix = f"write corpus {guess}" if guess else "write editor, if you know the date yourself"
        yield value.doubtful(f"{value.name} names a seed that is not in seeds/, `{short(stem)}`", fix)


def not_same_as(value: Value, world: World) -> Iterator[Problem]:
    """Expect the id of one actor, or a list of ids."""
    yield from (_IDS if value.node.kind == "sequence" else actor_id)(value, world)


def _own_words(value: Value, world: World) -> Iterator[Problem]:
    """Expect words where a title, a name must not be empty."""
    if value.is_null or value.text == "":
        yield value.wrong(f"{value.name} is empty", f"write it in quotes, such as {_EXAMPLES[value.name]}")
    else:
        yield from text(value, world)


# --- the tables -----------------------------------------------------------------------------------------------------

_EXAMPLES = {"title": 'title: "Kim møtte Putin i Vladivostok"', "name": 'name: "Kim Jong-un"'}
_WHICH_NORWEGIAN = "write nb for Bokmål, nn for Nynorsk"
_NO = {"no": (NORWEGIAN, _WHICH_NORWEGIAN), "norsk": ("there are two written Norwegians", _WHICH_NORWEGIAN)}
_ITEMS = 'tags: [krig, "2024"]'

_IDS = list_of(actor_id, "not_same_as: [kim-jong-il]")
_BASIS_WORD = one_of((*_BASES, "corpus <seed>"))
_ACTOR_LIST = list_of(actor, "actors: [kim-jong-un]")
_ACTOR_ITEM = mapping_of(
    {
        "id": Field(actor_id, "id: kim-jong-un", required=True),
        "role": Field(text, "role: Nord-Koreas leiar"),
    },
    "{id: kim-jong-un, role: Nord-Koreas leiar}",
)
_WHY = tuple(why.value for why in Why)
_RELATED_ITEM = mapping_of(
    {
        "page": Field(page, "page: 2023-07-namnet-pa-sida", required=True),
        "why": Field(one_of(_WHY), f"why: {listed(_WHY)}"),
        "at": Field(paragraph, "at: 28"),
    },
    "{page: 2023-07-namnet-pa-sida, why: same event}",
)


_SOURCE = mapping_of(
    {
        "seed": Field(seed, "seed: 002_5c2f730a56beb5fd.txt"),
        "outlet": Field(text, "outlet: NRK"),
        "url": Field(web_address, "url: https://www.nrk.no/…"),
    },
    "source: {seed: kim.txt, outlet: NRK, url: https://www.nrk.no/…}",
)


def _related(value: Value, world: World) -> Iterator[Problem]:
    """Expect a page with the reason for the link, or its name alone."""
    yield from (page if value.text is not None else _RELATED_ITEM)(value.called("related"), world)


def _actors(value: Value, world: World) -> Iterator[Problem]:
    """Expect a list of actors, each once."""
    yield from _ACTOR_LIST(value, world)
    seen: set[str] = set()
    for item in value.node.children if value.node.kind == "sequence" else ():
        ident = (
            next((node for key, node in item.entries if key.value == "id"), None) if item.kind == "mapping" else item
        )
        if ident is None or ident.kind != "scalar" or not ident.value:
            continue
        if ident.value in seen:
            what = f"the actor `{short(ident.value)}` stands twice in the list"
            yield value.inner(item, "actor").doubtful(what, "delete one of the two")
        seen.add(ident.value)


def _source(value: Value, world: World) -> Iterator[Problem]:
    """Expect where the article is from, or the seed's name alone."""
    yield from (seed if value.text is not None else _SOURCE)(value, world)


BRIEFING: Mapping[str, Field] = MappingProxyType(
    {
        "title": Field(_own_words, _EXAMPLES["title"], required=True),
        "date": Field(date, "date: 2023-07-26"),
        "date_basis": Field(basis, "date_basis: editor"),
        "lang": Field(one_of(LANGUAGES, meant_words("languages"), _NO), "lang: nn"),
        "stage": Field(one_of(STAGES, meant_words("stages")), "stage: draft"),
        "summary": Field(text, 'summary: "Kim og Putin møttest. Dei lova kvarandre støtte."'),
        "actors": Field(_actors, "actors: [kim-jong-un]"),
        "places": Field(list_of(text, "places: [Pyongyang]"), "places: [Pyongyang]"),
        "related": Field(
            list_of(_related, "related: [{page: 2023-07-namnet-pa-sida, why: same event}]"),
            "related: [{page: 2023-07-namnet-pa-sida, why: same event}]",
        ),
        "tags": Field(list_of(text, _ITEMS), _ITEMS),
        "thread": Field(text, "thread: krigen-i-ukraina"),
        "translations": Field(
            by_language(
                mapping_of(
                    {
                        "title": Field(text, 'title: "Kim met Putin"'),
                        "summary": Field(text, 'summary: "Kim and Putin met."'),
                    },
                    '{title: "Kim met Putin", summary: "They met."}',
                ),
                'translations: {en: {title: "Kim met Putin"}}',
            ),
            'translations: {en: {title: "Kim met Putin"}}',
        ),
        "source": Field(_source, "source: {seed: kim.txt, outlet: NRK}"),
    }
)
"""The keys of a briefing page, as the site reads them; all others are people's own."""

ACTOR: Mapping[str, Field] = MappingProxyType(
    {
        "name": Field(_own_words, _EXAMPLES["name"], required=True),
        "type": Field(one_of(tuple(kind.value for kind in ActorType)), "type: person", required=True),
        "aliases": Field(list_of(text, "aliases: [Kim]"), "aliases: [Kim]"),
        "names": Field(by_language(text, "names: {ko: 김정은}"), "names: {ko: 김정은}"),
        "country": Field(country, "country: PRK"),
        "role": Field(text, "role: Nord-Koreas leiar"),
        "same_as": Field(actor_id, "same_as: kim-jong-un"),
        "not_same_as": Field(not_same_as, "not_same_as: [kim-jong-il]"),
        "hidden": Field(flag, "hidden: true"),
    }
)
"""The keys of an actor page."""
