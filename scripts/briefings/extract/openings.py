"""Whether a word with a capital begins a name, above all where a capital is due anyway: at a sentence's start."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from briefings.extract import cues, organisations, territories, titles
from briefings.extract.shaping import is_bracketed_party
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_list, read_words
from briefings.names import name_key

SHORTEST_COMPOUND_PART = 5
"""Letters of the common word at the end of a compound (`storbyen`, `regjeringspartiet`) that show it is no name."""


_MISSIONS = frozenset({"missionen", "misjonen", "operationen", "operasjonen"})
_COMMON_ENDINGS = ("en", "et", "a", "e", "ar", "er", "ing")
"""Of nouns that open a sentence without an article: `Bonden selger`, `Naboer selger`."""


class Document(Struct, frozen=True):
    """What the whole article knows about its capitalised words."""

    middle: Counter[str]
    """Words met with a capital where none is due, with their number."""

    keys: frozenset[str]
    """Keys (`names.name_key`) of these words."""

    lower: frozenset[str]
    """Words met in lower case."""

    bodies: frozenset[str]
    """Keys (`organisations.organisation_key`) of bodies named by their state: `Russlands forsvarsdepartement`."""

    def knows(self, word: str) -> bool:
        """Say whether the word, in any spelling or genitive, stands with a capital where none is due."""
        forms = (word, word[:-1] if word.endswith("s") else word + "s")
        return any(self.middle[form] for form in forms if len(form) > 1) or name_key(word) in self.keys


def may_begin(tokens: Sequence[Token], index: int, document: Document) -> bool:
    """Say whether a capitalised word begins a name."""
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    named_after = after is not None and after.follows and (after.capital or cues.is_arabic(after.text))
    if named_after and (_is_adjective_of_name(tokens, index) or cues.is_eastern(token.text, tokens[index + 1].text)):
        return True
    if cues.names_nobody(token.text):
        return False
    if not token.opens:
        return named_after or len(token.text) > 1 or is_bracketed_party(token)
    if len(token.text) == 1:
        return False
    sure = _is_surely(tokens, index, document, named=named_after)
    if sure is not None:
        return sure
    if "-" in token.text and _is_compound_of_known(token.text):
        return True
    if is_common(token.text):
        return document.middle[token.text] > 0 and token.lower not in read_list("words")
    return (
        named_after or document.knows(token.text) or cues.is_first_name(token.text) or _looks_like_name(tokens, index)
    )


def _is_surely(tokens: Sequence[Token], index: int, document: Document, *, named: bool) -> bool | None:
    """Say whether a word that opens a sentence begins a name, or None where its form alone does not tell.

    `named`: whether a word with a capital follows.
    """
    token = tokens[index]
    if named and cues.is_first_name(token.text):
        return True
    if organisations.armed_name(token.text):
        return True
    met = document.middle[token.text] > 0
    if not met and _is_common_noun_here(token, tokens[index + 1] if index + 1 < len(tokens) else None):
        return False
    prefix = organisations.compound_name(token.text)
    member = prefix is not None and not met and not _begins_word(prefix.lower().removesuffix("s"))
    if organisations.head_after(tokens, index + 1) or ends_in_compound(token.text) or member:
        return True
    if token.lower in document.lower and not met:
        return False
    if (
        _is_named_body(token.text)
        or organisations.is_body(token.text)
        or (token.text.endswith("s") and organisations.is_body(token.text[:-1]))
    ):
        return True
    if cues.is_title(token.text) or territories.adjective_state(token.text) or territories.people_state(token.text):
        return False
    return None


def _is_compound_of_known(word: str) -> bool:
    """Say whether a hyphen joins a known organisation to a common word: `Taliban-regjeringen`, `Nato-landa`."""
    prefix, _, head = word.rpartition("-")
    if not head.islower() or prefix in read_words("organisations", "no_prefix"):
        return False
    return cues.known_rule(prefix) == cues.ORGANISATION


def _is_named_body(word: str) -> bool:
    """Say whether a hyphen joins a name to what bears it: `Wagner-gruppa`, not `Arbeids-gruppa` or `IT-selskapet`."""
    prefix, hyphen, head = word.rpartition("-")
    if not hyphen or prefix.isupper() or not head.islower():
        return False
    return organisations.has_organisation_ending(head, alone=True) and not _begins_word(prefix.lower())


def _begins_word(prefix: str) -> bool:
    words = _sorted_words()
    at = bisect_left(words, prefix)
    return at < len(words) and words[at].startswith(prefix)


@cache
def _sorted_words() -> tuple[str, ...]:
    return tuple(sorted(read_list("words")))


def _is_adjective_of_name(tokens: Sequence[Token], index: int) -> bool:
    """Say whether an adjective begins a name: `Dansk Industri`, not `Danske Mette Holm` or `Norsk NTB`."""
    token, after = tokens[index], tokens[index + 1]
    if token.text in read_words("organisations", "first_words"):
        region = " ".join(word.text for word in tokens[index + 1 : index + 4])
        return cues.PLACE in {cues.known_rule(after.text), cues.known_rule(region)}
    if token.text not in read_words("organisations", "body_adjectives") or after.shouted:
        return False
    return not (cues.is_first_name(after.text) or cues.known_rule(after.text) or cues.names_nobody(after.text))


def _is_common_noun_here(token: Token, after: Token | None) -> bool:
    """Say whether a word in capitals only because it opens a sentence is a common noun.

    `Fonden`, `Juntaens`, and before a name `Ferja`, `Byen`, `Oljeselskapet`.
    """
    bare = token.lower.removesuffix("s")
    if "-" in bare and _is_named_body(token.text.removesuffix("s")):
        return False
    if bare in read_words("organisations", "suffixes") or (
        titles.is_organisation_title(bare) and not organisations.is_body(bare)
    ):
        return True
    if after is None or not after.capital or "-" in bare:
        return False
    things, places = read_words("cues", "thing_cues"), read_words("cues", "place_cues")
    return ends_with(bare, things, 0) or ends_with(bare, places, 0) or organisations.is_cue(bare)


def is_noun_here(token: Token, document: Document) -> bool:
    """Say whether a word that opens a sentence stands in small letters elsewhere, definite or not: `Støv`, `støvet`."""
    if not token.opens or document.middle[token.text] or token.text.isupper():
        return False
    if organisations.has_organisation_ending(token.text):
        # `Skiforbundet` beside `Det internasjonale skiforbundet`
        return False
    forms = (token.lower, *(token.lower + ending for ending in ("et", "en", "a", "ene", "ane", "er", "ar")))
    return any(form in document.lower for form in forms)


def acts_if_word(tokens: Sequence[Token], index: int, document: Document) -> bool:
    """Say whether a known name that is a word too and opens a sentence is the name: a verb of acting follows it."""
    token = tokens[index]
    if not token.opens or token.text not in read_words("organisations", "words_too") or document.middle[token.text]:
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.follows and is_act(after)


def is_act(word: Token) -> bool:
    """Say whether a word is a verb of what only somebody does: of acting or of speech."""
    return word.lower in read_words("capitals", "acts") or word.lower in read_words("persons", "speech_verbs")


def ends_in_compound(word: str) -> bool:
    """Say whether a hyphen joins a common word to a name: `NHO-topp`, `Kraft-sjef`, not `Kim-Jong` or `Jong-un`."""
    prefix, hyphen, head = word.rpartition("-")
    return bool(
        hyphen and prefix[:1].isupper() and head[:1].islower() and titles.looks_like_occupation(head, opens=True)
    )


def is_noun_compound(word: str) -> bool:
    """Say whether a hyphen joins a name to a noun, so that another name begins behind: `FN-styrken | Monusco`."""
    head = word.rpartition("-")[2]
    noun = organisations.is_cue(head) or head in read_list("words") or head in _MISSIONS
    return head != word and head.islower() and noun


def _looks_like_name(tokens: Sequence[Token], index: int) -> bool:
    """Say whether an unknown word that begins a sentence is followed by what a name is followed by."""
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.gap == ", " and after.lower == "som":
        return not cues.looks_inflected(token.text)
    if after is None or not after.follows:
        return False
    if token.shouted or any(mark in token.text for mark in "'’&"):
        return True
    against = index + 2 < len(tokens) and tokens[index + 2].follows and tokens[index + 2].capital
    acts = after.lower in read_words("persons", "speech_verbs")
    plays = against and after.lower in read_words("organisations", "match_verbs")
    notices = after.lower in read_words("organisations", "notices") and not acts
    if notices or after.lower in read_words("organisations", "deeds"):
        return not token.lower.endswith(_COMMON_ENDINGS)
    return (acts or plays) and not cues.looks_inflected(token.text)


@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Say whether a word is a frequent one, or a compound or hyphenation that ends in one."""
    words = read_list("words")
    lower = word.lower().removesuffix("-")
    if lower in words or lower.split("-")[-1] in words:
        return True
    return ends_with(lower, _compound_parts(), 2)


@cache
def _compound_parts() -> frozenset[str]:
    return frozenset(word for word in read_list("words") if len(word) >= SHORTEST_COMPOUND_PART)
