"""States: their names in five languages, adjectives, people and capitals, and the ids of their pages.

Names come from CLDR through Babel; what CLDR lacks (`Hviderusland`, `russisk`, `Moskva`) from
`data/territories.yml`. A state is
meant by its ISO 3166 alpha-3 code everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Any

from babel import Locale

from briefings.extract.wordlists import read_table
from briefings.model import Lang
from briefings.names import fold

LANGUAGES: tuple[Lang, ...] = ("nb", "nn", "da", "sv", "en")
"""In the order in which they win where two give one name to two states (CLDR's nb `Kongo`)."""
SHOWN_LANGUAGES: tuple[Lang, ...] = ("da", "en", "nb", "nn")
MOST_WORDS = 7
"""Words of the longest name of a state that is looked for."""

_NOT_IN_TEXT = frozenset({"man", "norfolk", "jersey", "guernsey"})
"""Names of islands that are words, cloth or shirts more often."""
_BESIDE_NAME = re.compile(r"\s*\(.*\)|\s+SAR\b.*|^SAR\s+")
_PEOPLE_ENDINGS = (
    *(("ane", True), ("ene", True), ("aren", False), ("eren", False), ("erne", True), ("arane", True), ("erane", True)),
    *(("iaren", False), ("ieren", False), ("ianaren", False), ("ianeren", False)),
)
"""(ending of a definite word for a people or one of it, is plural), the shortest first."""
_SHORTEST_STEM = 4
"""Letters: stems that follow from shorter adjectives (`indisk`, `polsk`) are words too often."""


def _table() -> dict[str, dict[str, Any]]:
    return read_table("territories")


def _states() -> dict[str, dict[str, Any]]:
    return read_table("states", "briefings")


@cache
def _iso_by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for iso, row in _table().items():
        for name in row.get("variants", ()):
            found.setdefault(fold(name), iso)
    for lang in LANGUAGES:
        territories = Locale.parse(lang).territories
        for iso, row in _states().items():
            name = territories.get(row["alpha_2"] or "", "")
            for form in {name, _BESIDE_NAME.sub("", name)}:
                folded = fold(form)
                if folded and folded not in _NOT_IN_TEXT:
                    found.setdefault(folded, iso)
    return found


def state_named(name: str) -> str | None:
    """Return the alpha-3 code of the state of this name in any of the five languages, without genitive; else None."""
    return _iso_by_name().get(fold(name))


@cache
def _iso_by_capital() -> dict[str, str]:
    return {fold(name): iso for iso, row in _table().items() for name in row.get("capital", ())}


def capital_of(name: str) -> str | None:
    """Return the alpha-3 code of the state whose capital this is, in any spelling; else None."""
    return _iso_by_capital().get(fold(name))


def name_of_capital(iso: str) -> str:
    """Return what the capital of a state (alpha-3) is called first in the list of its spellings."""
    return str(_table()[iso]["capital"][0])


@cache
def _iso_by_adjective() -> dict[str, str]:
    return {adjective: iso for iso, row in _table().items() for adjective in row.get("adjectives", ())}


@cache
def _iso_by_inflected() -> dict[str, str]:
    """Return the same with the adjectives' endings, as texts have them."""
    adjectives = _iso_by_adjective()
    return {f"{adjective}{ending}": iso for adjective, iso in adjectives.items() for ending in "et"} | adjectives


def adjective_state(word: str) -> str | None:
    """Return the state a nationality adjective belongs to: `russiske`, `nordkoreansk` → RUS, PRK; else None."""
    return _iso_by_inflected().get(word.lower())


def definite_adjectives() -> frozenset[str]:
    """Return the adjectives of nationality in the definite form, as `adjective_state` knows them: `russiske`."""
    adjectives = _iso_by_adjective()
    return frozenset({f"{word}e" for word in adjectives}.union(word for word in adjectives if word.endswith("e")))


@cache
def _people() -> dict[str, tuple[str, bool]]:
    """Return definite word for a people, or for one of it → (state, is plural)."""
    found = {word: (iso, False) for iso, row in _table().items() for word in row.get("person", ())}
    stems = _iso_by_people()
    for ending, plural in _PEOPLE_ENDINGS:
        for stem, iso in stems.items():
            found.setdefault(f"{stem}{ending}", (iso, plural))
    return found


def _iso_by_people() -> dict[str, str]:
    found: dict[str, str] = {}
    for iso, row in _table().items():
        stems = [re.sub(r"isk$|sk$", "", adjective) for adjective in row.get("adjectives", ())]
        for stem in [*row.get("people", ()), *stems]:
            if len(stem) >= _SHORTEST_STEM:
                found.setdefault(stem, iso)
    return found


def peoples() -> Collection[str]:
    """Return the definite words for peoples, and for one of them, in lower case, as `people_state` knows them."""
    return _people().keys()


def people_state(word: str) -> tuple[str, bool] | None:
    """Return (state, is plural) for a definite word for its people: `amerikanarane` → (USA, True); else None."""
    return _people().get(word.lower())


def person_state(word: str) -> str | None:
    """Return the state of an indefinite word for one of its people: `dansker`, `nordmand`, `brite`; else None."""
    for form in (f"{word}en", f"{word}n"):
        if (people := people_state(form)) and not people[1]:
            return people[0]
    return None


def state_id(iso: str) -> str | None:
    """Return the id of a state's page: PRK → `north-korea`; None for codes that are no state's."""
    row = _states().get(iso)
    return str(row["id"]) if row else None


def state_of_id(page: str) -> str | None:
    """Return the alpha-3 code of the state whose page has this id; else None."""
    return _iso_by_id().get(page)


@cache
def _iso_by_id() -> dict[str, str]:
    return {str(row["id"]): iso for iso, row in _states().items()}


@cache
def state_names(iso: str) -> tuple[tuple[str, str], ...]:
    """Return (language, CLDR name) for da, en, nb, nn, in that order; empty for states that are no more."""
    row = _states().get(iso)
    alpha_2 = row["alpha_2"] if row else None
    if not alpha_2:
        return ()
    return tuple((lang, str(Locale.parse(lang).territories[alpha_2])) for lang in SHOWN_LANGUAGES)


@lru_cache(maxsize=1024)
def name_in(iso: str, lang: Lang) -> str | None:
    """Return what readers of a language call a state; None for states that are no more.

    CLDR's name without what it adds in brackets, or the usual one where that is long (`De forente arabiske emirater`).
    """
    name = _BESIDE_NAME.sub("", dict(state_names(iso)).get(lang, ""))
    usual = _table().get(iso, {}).get("called", {})
    return usual.get(lang) or name or None


@cache
def known_forms() -> tuple[str, ...]:
    """Return the folded names of all states, and the spellings of their capitals, sorted."""
    return tuple(sorted({*_iso_by_name(), *_iso_by_capital()}))


@lru_cache(maxsize=8192)
def state_of(name: str) -> str | None:
    """Return the state (alpha-3) of this name, genitive or not: `Russlands`, `USA's`, `Nord-Korea`; else None."""
    if not name[:1].isupper():
        return None
    forms = [name]
    if name.endswith("s"):
        forms += [name.removesuffix("'s"), name.removesuffix("’s")]
        if len(name) > 3:  # noqa: PLR2004 — `US`
            forms.append(name.removesuffix("s"))
    return next((iso for form in forms if (len(form) > len("US") or form == "US") and (iso := state_named(form))), None)
