"""The words for saying in Nynorsk, Bokmål and Danish, read once from `data/speech.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml
from msgspec import Struct

from briefings.extract.wordlists import ends_with


class Verb(StrEnum):
    """What a verb of saying tells; see `data/speech.yml`."""

    SAY = "say"
    REPORT = "report"
    ACT = "act"
    LABEL = "label"


class Phrases(Struct, frozen=True):
    """Set phrases of one or more words, the longest first, by the word they begin or end with."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    by_last: Mapping[str, tuple[tuple[str, ...], ...]]


class Speech(Struct, frozen=True):
    """The vocabulary, all languages together, in lower case."""

    finite: Mapping[str, Verb]
    participles: Mapping[str, Verb]
    telling: frozenset[str]
    """The words by one of which every verb of saying is known: these, idioms, `stative`, `citing`, `seeing`."""
    only_with: Mapping[str, frozenset[str]]
    """Words, or set phrases, one of which must follow soon; none: the verb speaks only as a tag after direct speech."""
    idioms: Mapping[str, tuple[tuple[str, ...], ...]]
    """Everyday verbs, and the words that make them speech: `gjør … oppmerksom på`."""
    stative: frozenset[str]
    be: frozenset[str]
    stative_after: frozenset[str]
    according_to: Phrases
    quoting: Phrases
    asides: Phrases
    not_sources: frozenset[str]
    have: frozenset[str]
    helpers: frozenset[str]
    pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    first_person: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    source_nouns: frozenset[str]
    outlet_nouns: frozenset[str]
    endings: frozenset[str]
    adverbs: frozenset[str]
    breaks: frozenset[str]
    links: frozenset[str]
    times: frozenset[str]
    before_titles: frozenset[str]
    works: frozenset[str]
    outlets: frozenset[str]
    clause_openers: frozenset[str]
    joining: frozenset[str]
    complements: frozenset[str]
    after_tags: frozenset[str]
    citing: frozenset[str]
    whole_nouns: frozenset[str]
    object_pronouns: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    many: frozenset[str]
    body_nouns: frozenset[str]
    paper_nouns: frozenset[str]
    authority_nouns: frozenset[str]
    opinion: frozenset[str]
    openers_no_source: frozenset[str]
    interviewers: frozenset[str]
    not_by_things: frozenset[str]
    appearances: frozenset[str]
    written: frozenset[str]
    replies: frozenset[str]
    performed: frozenset[str]
    seeing: frozenset[str]
    qualities: frozenset[str]
    called_elsewhere: frozenset[str]
    epithets: frozenset[str]
    epithet_words: frozenset[str]
    refusing: frozenset[str]
    answering: frozenset[str]
    second_person: frozenset[str]

    def names_speaker(self, word: str) -> bool:
        """Tell whether a lower-case noun is one for people or bodies that speak, alone or as the end of a compound."""
        return word in self.whole_nouns or _is_form_of(word, self.source_nouns, self.endings)

    def names_paper(self, word: str) -> bool:
        """Tell whether a lower-case noun is one for what is written: a report, a statement, figures."""
        return _is_form_of(word, self.paper_nouns, self.endings)

    def names_authorities(self, word: str) -> bool:
        """Tell whether a lower-case noun is one for a state's authorities."""
        return _is_form_of(word, self.authority_nouns, self.endings)

    def names_body(self, words: str) -> bool:
        """Tell whether a source's words mean no single person: a body, a paper, or several people."""
        parts = words.lower().split()
        head = next((part for part in parts if self.names_speaker(part)), parts[-1] if parts else "")
        if parts and parts[0] in self.many:
            return True
        return any(_is_form_of(head, nouns, self.endings) for nouns in (self.body_nouns, self.paper_nouns)) or (
            head.endswith(_PLURAL) and not head.startswith(_PLURAL)
        )

    def names_outlet(self, word: str) -> bool:
        """Tell whether a lower-case noun is one for media."""
        return _is_form_of(word, self.outlet_nouns, self.endings)


_PLURAL = ("ane", "ene", "erne", "arar", "ere", "medium", "medier")
"""Endings of nouns for several."""
_SHORTEST_LAST_PART = 4
"""Shorter nouns (`far`, `råd`) count only as whole words: as endings of others they would be chance."""


_LONGEST_WORD = 40
"""Longer words are no nouns, but addresses or noise."""


@lru_cache(maxsize=16)
def _last_parts(nouns: frozenset[str]) -> frozenset[str]:
    return frozenset(noun for noun in nouns if len(noun) >= _SHORTEST_LAST_PART)


@lru_cache(maxsize=8192)
def _is_form_of(word: str, nouns: frozenset[str], endings: frozenset[str]) -> bool:
    if len(word) > _LONGEST_WORD:
        return False
    for length in range(5):
        if word[len(word) - length :] in endings:
            stem = word[: len(word) - length]
            if stem in nouns or ends_with(stem, _last_parts(nouns), 0):
                return True
    return False


def _verbs(table: Mapping[str, Mapping[str, Mapping[str, list[str]]]], form: str) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for kind in Verb:
        for forms in table[kind].values():
            for word in forms[form]:
                found.setdefault(word, kind)
    return found


def _phrases(by_language: Mapping[str, list[str]] | list[str]) -> Phrases:
    lists: Iterable[list[str]] = by_language.values() if isinstance(by_language, Mapping) else [by_language]
    phrases = {tuple(phrase.split()) for phrases in lists for phrase in phrases}
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    by_last: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in ordered:
        by_first[phrase[0]] = (*by_first.get(phrase[0], ()), phrase)
        by_last[phrase[-1]] = (*by_last.get(phrase[-1], ()), phrase)
    return Phrases(by_first, by_last)


_SETS = (
    "not_sources",
    "have",
    "helpers",
    "pronouns",
    "plural_pronouns",
    "first_person",
    "determiners",
    "possessives",
    "source_nouns",
    "outlet_nouns",
    "endings",
    "adverbs",
    "breaks",
    "links",
    "works",
    "times",
    "before_titles",
    "outlets",
    "whole_nouns",
    "clause_openers",
    "joining",
    "complements",
    "after_tags",
    "citing",
    "object_pronouns",
    "masculine",
    "feminine",
    "men",
    "women",
    "many",
    "body_nouns",
    "paper_nouns",
    "authority_nouns",
    "opinion",
    "openers_no_source",
    "interviewers",
    "not_by_things",
    "appearances",
    "written",
    "replies",
    "performed",
    "seeing",
    "qualities",
    "called_elsewhere",
    "epithets",
    "epithet_words",
    "refusing",
    "answering",
    "second_person",
)


@cache
def speech() -> Speech:
    """Return the vocabulary of `data/speech.yml`."""
    source = files("briefings").joinpath("extract/data/speech.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(source, Loader=yaml.CSafeLoader)
    tags = dict.fromkeys(data["tag_verbs"], Verb.SAY)
    finite, participles = tags | _verbs(data["verbs"], "finite"), _verbs(data["verbs"], "participle")
    idioms = {
        verb: tuple(tuple(words.split()) for words in idiom["with"])
        for idiom in data["idioms"]
        for verb in idiom["verbs"]
    }
    return Speech(
        finite=finite,
        participles=participles,
        telling=frozenset().union(
            finite, participles, data["stative"]["words"], data["citing"], data["seeing"], idioms
        ),
        only_with={verb: frozenset(words) for verb, words in (dict.fromkeys(tags, ()) | data["only_with"]).items()},
        idioms=idioms,
        stative=frozenset(data["stative"]["words"]),
        be=frozenset(data["stative"]["be"]),
        stative_after=frozenset(data["stative"]["after"]),
        according_to=_phrases(data["according_to"]),
        quoting=_phrases(data["quoting"]),
        asides=_phrases(data["asides"]),
        **{name: frozenset(data[name]) for name in _SETS},
    )
