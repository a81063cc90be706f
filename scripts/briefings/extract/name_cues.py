"""What the word lists say about single words, as short labels that the name model weighs."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from briefings.extract import cues, organisations, territories, titles
from briefings.extract.wordlists import ends_with, read_list, read_words

Test = Callable[[str], bool]
"""Says whether a label fits a word; in a table of any words and of capitalised ones it is given the word as it stands,
in a table of words in lower case that word."""


def _listed(table: str, *keys: str) -> Test:
    return lambda word: any(word.lower() in read_words(table, key) for key in keys)


def _ending(table: str, key: str, least: int, *, bare: bool = True) -> Test:
    """Test the end of a word, `bare` of a genitive, with at least so many letters before it."""
    return lambda word: ends_with(
        word.lower().removesuffix("s") if bare else word.lower(), read_words(table, key), least
    )


def _is_title(word: str) -> bool:
    return titles.is_person_title(word.lower().rsplit("-", 1)[-1])


_IN_LOWER_CASE: tuple[tuple[str, Test], ...] = (
    ("head", organisations.is_name_head),
    ("placehead", _listed("organisations", "place_heads")),
    ("statehead", organisations.is_state_head),
    ("where", _listed("cues", "place_prepositions")),
    ("particle", _listed("persons", "particles", "particles_after_first_name")),
    ("firm", _listed("organisations", "company_befores")),
    ("firmverb", _listed("organisations", "company_verbs")),
    ("match", _listed("organisations", "match_verbs")),
)
_WITH_CAPITAL: tuple[tuple[str, Test], ...] = (
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
_OF_ANY: tuple[tuple[str, Test], ...] = (
    ("common", lambda word: word.lower() in read_list("words")),
    ("title", _is_title),
    ("occupation", lambda word: not _is_title(word) and titles.looks_like_occupation(word, opens=word[0].isupper())),
    ("person", _listed("persons", "person_cues")),
    ("body", organisations.is_cue),
    ("says", _listed("persons", "speech_verbs")),
    ("adjective", lambda word: territories.adjective_state(word) is not None),
    ("people", lambda word: territories.people_state(word) is not None),
    ("placecue", _ending("cues", "place_cues", 0, bare=False)),
    ("thing", _ending("cues", "thing_cues", 0, bare=False)),
)


@lru_cache(maxsize=16384)
def cues_of(word: str) -> tuple[str, ...]:
    """Return the labels that fit a word; none for numbers and marks."""
    if not word[:1].isalpha():
        return ()
    capital = word[0].isupper()
    found = [label for label, fits in _OF_ANY if fits(word)]
    found += [label for label, fits in (_WITH_CAPITAL if capital else _IN_LOWER_CASE) if fits(word)]
    if capital and "-" in word and (rule := cues.known_rule(word.rpartition("-")[0])):
        found.append(f"before-{rule[-5:]}")
    return tuple(found)
