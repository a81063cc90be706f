"""Direct speech and its speakers: by tag, lead-in, the speech it continues, or the sentence around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefings.extract.chains import Chain
from briefings.extract.phrases import Word
from briefings.extract.quotations import Quotation
from briefings.extract.readings import Reading, adjacent, first
from briefings.extract.speech import speech
from briefings.model import Source


@dataclass(frozen=True, slots=True)
class Utterance:
    """A whole direct quotation, by the sentences it begins and ends in."""

    quotation: Quotation
    at: int
    first: int
    last: int
    chain: Chain | None


QUESTION = Chain(Source("?", 0, 0, None), (), direct=False)
"""Stands for an interviewer's question among speakers; never leaves this module."""


def find_utterances(read: Sequence[Reading]) -> list[Utterance]:
    """Return the whole utterances, each with the speaker its own sentence gives."""
    found: list[Utterance] = []
    for index, one in enumerate(read):
        for quotation in one.quotations:
            if not quotation.whole:
                continue
            if found and found[-1].quotation is quotation:
                found[-1] = replace(found[-1], last=index, chain=found[-1].chain or first(one.chains))
            else:
                found.append(Utterance(quotation, one.sentence.at, index, index, first(one.chains)))
    return found


def with_speakers(text: str, utterances: Sequence[Utterance], read: Sequence[Reading]) -> list[Utterance]:
    """Give each utterance its speaker: tag, lead-in, the speech it continues or opens, the sentence around it."""
    known = [_led_in(one, read) for one in utterances]
    for number, one in enumerate(known):
        following = known[number + 1] if number + 1 < len(known) else None
        if one.chain is None and _is_question(text, one, following):
            known[number] = replace(one, chain=QUESTION)
    for number, one in enumerate(known):
        if one.chain is None:
            found = _continued(known, number, read) or _around(one, read)
            known[number] = replace(one, chain=found if _may_be(found, one, read) else None)
    return known


def _may_be(found: Chain | None, one: Utterance, read: Sequence[Reading]) -> bool:
    """Tell whether speech can be a neighbour's: not where a tag of its own names somebody who could not be read.

    A tag with a pronoun (`sier han`), or with a part of the neighbour's name, names no other.
    """
    if found is None:
        return True
    names = found.speaker.text.lower().split()
    tag = _tag_of(one, read)
    return not tag or any(word.capital and word.low in names for word in tag)


def _tag_of(one: Utterance, read: Sequence[Reading]) -> list[Word]:
    """Return the words of a tag behind speech that names somebody by more than a pronoun."""
    vocabulary = speech()
    tag = [word for word in read[one.last].words if word.start >= one.quotation.outer_end]
    while tag and tag[0].low in {",", ".", "!", "?"}:
        tag = tag[1:]
    following = next((index for index, word in enumerate(tag) if not word.low[0].isalnum()), len(tag))
    tag = tag[:following]
    if len(tag) < MIN_TAG or tag[0].capital or any(word.low in vocabulary.pronouns for word in tag):
        return []
    spoken = any(word.low in vocabulary.participles for word in tag[1:])
    says = tag[0].low in vocabulary.finite or (tag[0].low in vocabulary.have and spoken)
    return tag if says else []


MIN_TAG = 2
"""Words of a tag: a verb and a name."""


def _led_in(one: Utterance, read: Sequence[Reading]) -> Utterance:
    before = read[one.first - 1] if one.first and adjacent(read, one.first - 1, one.first) else None
    if before is None or not before.leads_in:
        return one
    lead = first(before.chains) or (Chain(before.opener, (), direct=True) if before.opener else None)
    if one.chain is None:
        return replace(one, chain=lead)
    if lead is not None and not one.chain.via and lead.speaker.entity == one.chain.speaker.entity is not None:
        return replace(one, chain=replace(one.chain, via=lead.via))
    return one


def _is_question(text: str, one: Utterance, following: Utterance | None) -> bool:
    if not one.quotation.dash or following is None or not text[one.quotation.start : one.quotation.end].endswith("?"):
        return False
    return following.quotation.dash and following.first == one.last + 1 and following.at > one.at


def _continued(known: Sequence[Utterance], number: int, read: Sequence[Reading]) -> Chain | None:
    """Return the speaker of the speech before or after this one, where nothing stands between them."""
    one = known[number]
    step = number - 1
    while (
        step >= 0
        and known[step].last >= known[step + 1].first - 1
        and adjacent(read, known[step].last, known[step + 1].first)
    ):
        chain = known[step].chain
        if chain is not QUESTION:
            if chain is not None:
                return chain
            break
        step -= 1
    if number + 1 < len(known):
        following = known[number + 1]
        together = following.at == one.at or following.first == one.last + 1
        if together and following.chain is not QUESTION and adjacent(read, one.last, following.first):
            return following.chain
    return None


def _around(one: Utterance, read: Sequence[Reading]) -> Chain | None:
    """Return the speaker named by the next or last sentence: `Det sier X.` or `X er klar i si tale.` are examples."""
    after = read[one.last + 1] if adjacent(read, one.last, one.last + 1) else None
    if after is not None and after.backward:
        return after.backward[0]
    for beside in (read[one.first - 1] if one.first and adjacent(read, one.first - 1, one.first) else None, after):
        if beside is None:
            continue
        direct = [chain for chain in beside.chains if chain.direct]
        if direct:
            return replace(direct[0], via=())
        if beside.opener is not None:
            return Chain(beside.opener, (), direct=True)
    return None
