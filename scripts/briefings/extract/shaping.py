"""Which words that look like a name are none, and what of a compound is the name in it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefings.extract import cues, organisations, territories
from briefings.extract.contests import is_contest
from briefings.extract.spans import Span
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_list, read_words

MOST_TO_NAMING = 3
"""Words between a thing and the word of calling: `skipet, som nå heter X`."""
_ON = frozenset({"på", "via", "over"})
"""Before the name of a network: what is written stands there."""


def shape(span: Span) -> Span | None:
    """Return the span as the name it is: a compound judged by its parts; None where it names nobody."""
    if span.before is not None and _is_no_actor_behind(span.before, span):
        return None
    return span if span.known else _shape_unknown(span)


def _shape_unknown(span: Span) -> Span | None:
    word = span.words[0].text
    single = len(span.words) == 1
    words = [token.text for token in span.words]
    figures = any(map(str.isdigit, "".join(words))) and not is_channel(span)
    if is_contest(words) or (figures and not (not single and cues.known_rule(words[0]) == cues.ORGANISATION)):
        return None
    if not single and organisations.compound_name(words[-1]) and not cues.is_eastern(*words[-2:]):
        return None if cues.names_nobody(span.name.rpartition("-")[0]) else replace(span, compound=True)
    if ("'" in word or "’" in word) and organisations.member_name(word):
        # `siger SF'eren Karen Lind`: the party's letters, and whom they tell of.
        return replace(span, known=cues.ORGANISATION) if single else replace(span, first=span.first + 1)
    if single and "-" in word and word.rsplit("-", 1)[1][:1].islower():
        return _compound(span, word)
    if cues.names_nobody(span.name):
        return None
    if single and (word in read_words("organisations", "no_prefix") and not is_bracketed_party(span.words[0])):
        return None
    if single and word.lower().endswith(("lige", "lege", "iske")):
        return None
    if single and _is_short_word(word):
        return span if _is_paired(span) else None
    return span


def is_channel(span: Span) -> bool:
    """Say whether a figure belongs to a name: that of a channel, or of what a noun for a body stands before."""
    word = span.words[0].text
    letters = word.rstrip("0123456789")
    if len(span.words) > 1 or letters == word or not letters.isalpha() or len(letters) < len("TV"):
        return False
    return letters == "TV" or (span.before is not None and organisations.is_cue(span.before.text))


def _is_no_actor_behind(before: Token, span: Span) -> bool:
    """Say whether the word before says that a name is a network that is written on, or an English adjective."""
    medium = before.lower.endswith(("medie", "mediet", "medium", "nettverket", "netværk", "plattformen", "platformen"))
    if before.lower == "på" and "-" in span.name and span.name.endswith(("-lista", "-listen")):
        # `på Robek-lista`: names are written there.
        return True
    if (before.lower in _ON or medium) and span.name in read_words("organisations", "platforms"):
        return True
    return before.text in {"a", "an"} and len(span.words) == 1


def _is_short_word(word: str) -> bool:
    return len(word) <= len("Han") and word.lower() in read_list("words") and not word.isupper()


def is_slip(span: Span) -> bool:
    """Say whether it is a slip for a name met before: `Putin og Km`."""
    return len(span.words) == 1 and _is_short_word(span.name) and _is_paired(span)


def is_word(prefix: str) -> bool:
    """Say whether a name is spelt like a word of the language: `Fjell`."""
    return prefix.lower() in read_list("words") and not prefix.isupper()


def is_thing(span: Span) -> bool:
    """Say whether the word before a name says that it is a ship's, a storm's or a work's: `ferja «Freja Nord»`."""
    if span.known:
        return False
    if len(span.words) > 1 and span.words[0].opens and _is_thing_noun(span.words[0]):
        return True  # `Fartøyet Boracay`, the noun taken for a part of the name
    first = span.first
    while first and span.tokens[first].follows and span.tokens[first - 1].text in read_words("cues", "before_ships"):
        first -= 1  # `lasteskipet «Kong Harald»`
    if not first:
        return False
    gap, before = span.tokens[first].gap, span.tokens[first - 1]
    if len(gap.strip()) <= 1 and gap[:1] == " ":
        if _is_thing_noun(before) or _is_called_after_thing(span, before):
            return True
        return before.lower in _ON_BOARD and _is_manned(span.tokens, first - 1, marked=bool(gap.strip()))
    return gap[:2] == ", " and len(gap) <= len(", «") and _is_beside_thing(span, before, marked=gap != ", ")


_ON_BOARD = frozenset({"på", "i"})


def _is_manned(tokens: Sequence[Token], link: int, *, marked: bool) -> bool:
    """Say whether a crew is told of before `på`: `om bord på Eventin`; a team's captain stands before no marks."""
    before = tokens[link - 1].lower if link else ""
    if before in read_words("cues", "aboard"):
        return True
    return tokens[link].lower == "på" and (
        before in read_words("cues", "crew") or (marked and before in read_words("cues", "captains"))
    )


def _is_thing_noun(token: Token) -> bool:
    return ends_with(token.lower, read_words("cues", "thing_cues"), 0)


def _is_called_after_thing(span: Span, naming: Token) -> bool:
    """Say whether a thing is said to be called so: `skipet, som heter Hai Yun`, `et skip med navnet Freja`."""
    if naming.lower not in read_words("organisations", "naming"):
        return False
    return any(map(_is_thing_noun, span.tokens[max(0, span.first - 1 - MOST_TO_NAMING) : span.first - 1]))


def _is_beside_thing(span: Span, before: Token, *, marked: bool) -> bool:
    """Say whether a name between commas is that of the thing before it: `det nye systemet, Cosmic, …`."""
    after = span.tokens[span.end] if span.end < len(span.tokens) else None
    if (before.capital and not before.opens) or (after is not None and after.follows):
        return False
    return _is_thing_noun(before) and (marked or not any(cues.is_first_name(word.text) for word in span.words))


def _is_paired(span: Span) -> bool:
    """Say whether `og` joins it to another name before it: `Putin og Km`."""
    return (
        span.before is not None and span.before.lower == "og" and span.first > 1 and span.tokens[span.first - 2].capital
    )


def is_bracketed_party(token: Token) -> bool:
    """Say whether a word is a party's letters in brackets: `(Ap)`."""
    return token.gap.endswith("(") and organisations.is_party_letter(token.text)


def _compound(span: Span, word: str) -> Span | None:
    """`Wagner-gruppa` is an organisation itself, `Nato-lande` names Nato, `TV-serien` and `Korea-krigen` nobody."""
    prefix, head = word.rsplit("-", 1)
    if organisations.has_organisation_ending(f"xxx{head}") or _is_group(span, prefix, head):
        return span
    rule = cues.known_rule(prefix)
    if rule in {cues.STATE, cues.PLACE} and head in read_words("organisations", "seated"):
        return None
    if rule in {None, cues.PLACE} and cues.is_site(word) and not prefix.isupper():
        return span
    if rule in {cues.STATE, cues.ORGANISATION} and prefix not in read_words("organisations", "no_prefix"):
        return replace(span, known=rule, compound=True)
    if rule == cues.PLACE:
        return replace(span, compound=True) if head in read_words("organisations", "players") else None
    if rule is None and prefix not in read_words("organisations", "no_prefix") and organisations.compound_name(word):
        plays = word.rpartition("-")[2] in read_words("organisations", "players")
        common = is_word(prefix) and span.words[0].opens and not plays
        return None if cues.names_nobody(prefix) or common else replace(span, compound=True)
    if rule is None and organisations.armed_name(word):
        return replace(span, compound=True)
    if head in read_list("words") or cues.looks_inflected(head) or prefix.isupper():
        return None
    return span


def _is_group(span: Span, prefix: str, head: str) -> bool:
    """Say whether Danish names a group without ending behind an adjective: `den russiske Wagner-gruppe`."""
    if head not in {"gruppe", "milits", "bevægelse", "alliance"} or prefix in read_words("organisations", "platforms"):
        return False
    before = span.before
    return before is not None and before.text.endswith("e") and territories.adjective_state(before.text) is not None
