"""Parties by the letters in brackets behind a politician's name: `(S)` is Socialdemokratiet in a Danish article."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from briefings.extract.wordlists import read_table
from briefings.model import Lang

PARTY_BEHIND = re.compile(r" \(([A-ZÆØÅ][A-Za-zØ]{0,3})\)")
"""Letters in brackets right behind a name: `Mette Vik (S)`."""
_HOME: Mapping[Lang, str] = {"nb": "NOR", "nn": "NOR", "da": "DNK", "sv": "SWE"}


@cache
def _by_letters() -> Mapping[str, Mapping[str, str]]:
    """Return country (alpha-3) → letters → name."""
    table: Mapping[str, Mapping[str, list[str]]] = read_table("parties")
    return {country: {form: name for name, forms in rows.items() for form in forms} for country, rows in table.items()}


@cache
def _names() -> frozenset[str]:
    return frozenset(name for rows in _by_letters().values() for name in rows.values())


@cache
def letters() -> frozenset[str]:
    """Return the letters of the parties of all countries."""
    return frozenset(form for rows in _by_letters().values() for form in rows)


def is_party_letter(word: str) -> bool:
    """Say whether these letters, in brackets after a name, are a party's in any of the countries."""
    return word in letters()


def is_party_name(name: str) -> bool:
    """Say whether this is the name that letters stand for."""
    return name in _names()


@cache
def _countries() -> Mapping[str, frozenset[str]]:
    """Return name → countries with a party of that name."""
    return {name: frozenset(c for c, rows in _by_letters().items() if name in rows.values()) for name in _names()}


@cache
def _words() -> Mapping[str, str]:
    """Return word → the party that somebody is of who is called so: `senterpartisten`, `venstremanden`."""
    table = read_table("party_words")
    heads: list[str] = table["heads"]
    parts: Mapping[str, list[str]] = table["parts"]
    words: Mapping[str, list[str]] = table["words"]
    compounds = {part + head: name for name, row in parts.items() for part in row for head in heads}
    return compounds | {word: name for name, row in words.items() for word in row}


def members() -> Collection[str]:
    """Return the lower-case words for somebody of a party, as `party_of_member` knows them."""
    return _words().keys()


def party_of_member(word: str) -> str | None:
    """Return the party of whom a lower-case word means by it: `senterpartisten`, `venstremanden`; else None."""
    return _words().get(word)


def forms_of(party: str) -> frozenset[str]:
    """Return a party's name and its letters in all countries, given either; what is no party's is alone."""
    rows = [row for rows in read_table("parties").values() for row in rows.items()]
    same = [{name, *letters} for name, letters in rows if party == name or party in letters]
    return frozenset({party}.union(*same))


def is_shared(name: str) -> bool:
    """Say whether parties of two countries have this name: `Venstre`."""
    return len(_countries().get(name, ())) > 1


def country_of(name: str, lang: Lang) -> str | None:
    """Return the country (alpha-3) of the party an article in this language means by a name; None for no party's."""
    countries = _countries().get(name, frozenset())
    home = _HOME.get(lang)
    return home if home in countries else next(iter(countries)) if len(countries) == 1 else None


def party_of(letters: str, lang: Lang, states: Collection[str]) -> str | None:
    """Return the name of the party of these letters; None where that is open. `states` are alpha-3 codes.

    It is that of the language's country, else of the only other country with these letters that the article names.
    """
    table = _by_letters()
    home = _HOME.get(lang, "")
    if own := table.get(home, {}).get(letters):
        return own
    others = {rows[letters] for country, rows in table.items() if country in states and letters in rows}
    return others.pop() if len(others) == 1 else None
