"""What actors are called on the site: in its own language, wherever a name is a label and no part of an article."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from babel import Locale
from msgspec.structs import replace

from briefings.library import Library
from briefings.library_cards import ActorCard
from briefings.site.words import LOCALES, SOURCE_LANGUAGES, Words


def in_site_language(library: Library, words: Words) -> Library:
    """Return a library whose actors bear the name that they have in the site's language.

    It is the one under `names` there; a state's is CLDR's unless people renamed it. What an actor's page calls it
    becomes an alias of it, so that readers and the search still find it.
    """
    return replace(library, actors={actor: _named(card, words.language) for actor, card in library.actors.items()})


def state_name(country: str, language: str) -> str | None:
    """Return CLDR's name of the state with this ISO 3166 alpha-3 code; None where it has none."""
    alpha_2 = _alpha_2().get(country)
    return Locale.parse(LOCALES.get(language, language)).territories.get(alpha_2) if alpha_2 else None


def _named(card: ActorCard, language: str) -> ActorCard:
    name = _name(card, language)
    if name == card.name:
        return card
    return replace(card, name=name, aliases=tuple(dict.fromkeys((card.name, *card.aliases))))


def _name(card: ActorCard, language: str) -> str:
    written = dict(card.names).get(language)
    if card.type != "state" or not card.country:
        return written or card.name
    # The build writes `names` from CLDR, so that only another name there is one that people chose.
    usual = state_name(card.country, language)
    if written and written != usual:
        return written
    known = {state_name(card.country, lang) for lang in SOURCE_LANGUAGES} | {name for _, name in card.names}
    return usual if usual and card.name in known else card.name


@cache
def _alpha_2() -> dict[str, str]:
    text = files("briefings").joinpath("data", "states.yml").read_text(encoding="utf-8")
    rows: dict[str, dict[str, str | None]] = yaml.safe_load(text)
    return {code: row["alpha_2"] for code, row in rows.items() if row["alpha_2"]}
