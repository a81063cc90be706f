"""What the word lists say about single words, as short labels that the name model weighs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from briefings.extract import cues, organisations, territories, titles
from briefings.extract.wordlists import ends_with, read_list, read_words

Test = Callable[[str], bool]
"""Says whether a label fits a word."""
Tests = tuple[tuple[str, Test], ...]
"""Labels, each with its test."""


def _listed(table: str, *keys: str) -> Test:
    return frozenset[str]().union(*(read_words(table, key) for key in keys)).__contains__


def _ending(table: str, key: str, least: int) -> Test:
    """Test the end of a word, bare of a genitive, with at least so many letters before it."""
    endings = read_words(table, key)
    return lambda word: ends_with(word.lower().removesuffix("s"), endings, least)


def _is_title(low: str) -> bool:
    return titles.is_person_title(low.rsplit("-", 1)[-1])


@cache
def _of_any(*, capital: bool) -> Tests:
    """Return the tests of any word, which they are given in lower case."""
    place_cues, thing_cues = read_words("cues", "place_cues"), read_words("cues", "thing_cues")
    return (
        ("common", read_list("words").__contains__),
        ("title", _is_title),
        ("occupation", lambda low: not _is_title(low) and titles.looks_like_occupation(low, opens=capital)),
        ("person", _listed("persons", "person_cues")),
        ("body", organisations.is_cue),
        ("says", _listed("persons", "speech_verbs")),
        ("adjective", lambda low: territories.adjective_state(low) is not None),
        ("people", lambda low: territories.people_state(low) is not None),
        ("placecue", lambda low: ends_with(low, place_cues, 0)),
        ("thing", lambda low: ends_with(low, thing_cues, 0)),
    )


@cache
def _in_lower_case() -> Tests:
    """Return the tests of words without a capital, which they are given in lower case."""
    return (
        ("head", organisations.is_name_head),
        ("placehead", _listed("organisations", "place_heads")),
        ("statehead", organisations.is_state_head),
        ("where", _listed("cues", "place_prepositions")),
        ("particle", _listed("persons", "particles", "particles_after_first_name")),
        ("firm", _listed("organisations", "company_befores")),
        ("firmverb", _listed("organisations", "company_verbs")),
        ("match", _listed("organisations", "match_verbs")),
    )


@cache
def _with_capital() -> Tests:
    """Return the tests of capitalised words, which they are given as they stand."""
    return (
        ("first", lambda word: cues.is_first_name(word) or cues.is_first_name(word.removesuffix("s"))),
        ("eastern", cues.is_surname_first),
        ("surname", _ending("persons", "surname_endings", 2)),
        ("state", lambda word: cues.known_rule(word) == cues.STATE),
        ("known", lambda word: cues.known_rule(word) == cues.ORGANISATION),
        ("place", lambda word: cues.known_rule(word) == cues.PLACE),
        ("nobody", cues.names_nobody),
        ("placeend", _ending("cues", "place_suffixes", 3)),
        ("orgend", organisations.has_organisation_ending),
        ("nameend", organisations.is_name_end),
        ("isbody", lambda word: organisations.is_body(word) or organisations.is_body(word.lower().removesuffix("s"))),
        ("begins", organisations.begins_organisation),
        ("compound", lambda word: organisations.compound_name(word) is not None),
        ("party", organisations.is_party_letter),
    )


def cues_of(word: str) -> tuple[str, ...]:
    """Return the labels that fit a word; none for numbers and marks."""
    if not word[:1].isalpha():
        return ()
    low, capital = word.lower(), word[0].isupper()
    found = [label for label, fits in _of_any(capital=capital) if fits(low)]
    if not capital:
        found += [label for label, fits in _in_lower_case() if fits(low)]
        return tuple(found)
    found += [label for label, fits in _with_capital() if fits(word)]
    if "-" in word and (rule := cues.known_rule(word.rpartition("-")[0])):
        found.append(f"before-{rule[-5:]}")
    return tuple(found)
