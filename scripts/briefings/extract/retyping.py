"""Names whose kind the rest of the article shows to be another than was thought where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from briefings.extract import cues, organisations, people
from briefings.extract.drafts import Located
from briefings.extract.expansions import ABBREVIATION_RULE
from briefings.findings import MentionType
from briefings.names import fold, name_key

_PERSON, _ORGANISATION, _STATE = MentionType.PERSON, MentionType.ORGANISATION, MentionType.STATE

SHORTEST_ABBREVIATION = 3
"""Letters."""


def retype(text: str, located: Sequence[Located]) -> list[Located]:
    """Return the mentions, some with another type, and the rule that says why."""
    located = _with_bynames(text, _with_states(located))
    surnames = _surnames(located)
    companies, abbreviations = _companies(located), _abbreviations(located)
    bodies = {fold(one.mention.text) for one in located if one.mention.type is not _PERSON}
    first_full = _first_full(located)
    found = []
    for one in located:
        bare = fold(one.name)
        if one.mention.type is _PERSON:
            start = one.mention.start
            if organisations.has_legal_form(one.name):
                found.append(_as(one, _ORGANISATION, "ends as companies do"))
            elif one.name in abbreviations:
                found.append(_as(one, _ORGANISATION, "abbreviation of an organisation’s name"))
            elif bare in companies and start < first_full.get(bare, start + 1):
                found.append(_as(one, _ORGANISATION, f"short for “{companies[bare]}”"))
            else:
                found.append(one)
            continue
        theirs = surnames.get(name_key(one.name))
        other = theirs is not None and (fold(theirs) != bare or bare not in bodies) and bare not in companies
        other = other and not organisations.has_legal_form(one.name)
        if other and one.mention.type is not _STATE and cues.known_rule(one.name) is None:
            found.append(_as(one, _PERSON, f"surname “{theirs}”, spelled or inflected otherwise"))
        else:
            found.append(one)
    return found


def _with_states(located: Sequence[Located]) -> Sequence[Located]:
    """Let letters in brackets behind a state's name be that state wherever they stand: `Emiratene (SAE)`."""
    told = {
        letters.name: state.name
        for state, letters in pairwise(located)
        if state.mention.type is _STATE
        and letters.name.isupper()
        and len(letters.name) >= SHORTEST_ABBREVIATION
        and cues.known_rule(letters.name) is None
        and letters.row == state.row
        and letters.first == state.end
        and letters.mention.start == state.mention.end + len(" (")
    }
    if not told:
        return located
    return [
        replace(_as(one, _STATE, "letters of the state beside it"), name=told[one.name])
        if one.name in told and one.mention.type is not _STATE
        else one
        for one in located
    ]


def _with_bynames(text: str, located: Sequence[Located]) -> Sequence[Located]:
    """Let one word that a body is better known as be that body wherever it stands: `Dasjnak`."""
    told = {
        byname.name
        for body, byname in pairwise(located)
        if body.mention.type is _ORGANISATION
        and byname.mention.type is _PERSON
        and " " not in byname.name
        and byname.mention.start - body.mention.end < people.LONGEST_BYNAME_LEAD
        and (start := people.byname_start(text, byname.mention.start)) is not None
        and start - body.mention.end in {0, len(")")}
    }
    if not told:
        return located
    return [
        _as(one, _ORGANISATION, "what a body is known as") if one.name in told and one.mention.type is _PERSON else one
        for one in located
    ]


def _as(one: Located, kind: MentionType, rule: str) -> Located:
    return replace(one, mention=replace(one.mention, type=kind, rule=rule))


def _full_names(located: Iterable[Located]) -> list[Located]:
    return [one for one in located if one.mention.type is _PERSON and " " in one.name]


def _surnames(located: Iterable[Located]) -> Mapping[str, str]:
    """Return key → surname of everybody named in full: `Zelenski` and `Kadyrovs` are people’s."""
    words = [one.name.split()[-1] for one in _full_names(located)]
    return {name_key(word): word for word in reversed(words)}


def _first_full(located: Iterable[Located]) -> Mapping[str, int]:
    """Return folded surname → offset of the first full name that ends in it."""
    return {fold(one.name.split()[-1]): one.mention.start for one in reversed(_full_names(located))}


def _companies(located: Iterable[Located]) -> Mapping[str, str]:
    """Return folded name without legal form → company: `Jorton` is `Jorton A/S` until a Hans Jorton is named."""
    return {fold(one.name.rpartition(" ")[0]): one.name for one in located if organisations.has_legal_form(one.name)}


def _abbreviations(located: Iterable[Located]) -> frozenset[str]:
    """Return what stands for organisations: told in brackets, or made of first letters as they are written (`UiO`)."""
    bodies = [one.name.split() for one in located if one.mention.type is _ORGANISATION]
    made = {"".join(word[0] for word in words) for words in bodies}
    told = {one.name for one in located if one.mention.rule == ABBREVIATION_RULE}
    return frozenset(told | {letters for letters in made if len(letters) >= SHORTEST_ABBREVIATION})
