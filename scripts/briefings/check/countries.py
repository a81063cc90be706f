"""Check country codes, and find the one that was meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import get_args

import yaml
from babel import Locale

from briefings.check.value import Value, World, unquoted
from briefings.errors import Problem
from briefings.model import Lang

LANGUAGES = get_args(Lang)
UNINHABITED = ("ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI")
"""ISO 3166 codes of places without a people, which `data/states.yml` leaves out."""


def country(value: Value, _: World) -> Iterator[Problem]:
    """Expect an ISO 3166 code of three letters."""
    if value.is_null:
        return
    found = value.text or ""
    if value.node.kind == "scalar" and found in _codes():
        return
    bare = unquoted(found)
    guess = bare.upper() if bare.upper() in _codes() else _code_by_name().get(bare.casefold())
    fix = f"write {guess}" if guess else "look it up at https://www.iso.org/obp/ui/#search, or delete the line"
    yield value.wrong(f"{value.name} is {value.shown}, expected a code of three capitals (ISO 3166), such as NOR", fix)


@cache
def _states() -> Mapping[str, Mapping[str, str | None]]:
    data = resources.files("briefings").joinpath("data/states.yml").read_text(encoding="utf-8")
    states: Mapping[str, Mapping[str, str | None]] = yaml.load(data, Loader=yaml.CSafeLoader)
    return MappingProxyType(states)


@cache
def _codes() -> frozenset[str]:
    return frozenset(_states()) | frozenset(UNINHABITED)


@cache
def _code_by_name() -> Mapping[str, str]:
    """Return the codes by what people write instead: two letters, or the name in a language of ours."""
    found: dict[str, str] = {}
    for code, state in sorted(_states().items()):
        found[str(state["id"]).replace("-", " ")] = code
        two_letters = state["alpha_2"]
        if two_letters is None:  # a state that is no more
            continue
        found[two_letters.casefold()] = code
        for language in LANGUAGES:
            name = Locale.parse(language).territories.get(two_letters)
            if name:
                found.setdefault(name.casefold(), code)
    return MappingProxyType(found)
