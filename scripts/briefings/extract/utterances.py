"""Direct speech and its speakers: by tag, lead-in, the speech it continues, or the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from briefings.extract.chains import Chain
from briefings.extract.genders import gender_of_name, gender_of_pronoun
from briefings.extract.readings import Reading, adjacent, first
from briefings.extract.sentence_words import Word
from briefings.extract.speech import speech
from briefings.extract.turns import MAX_SINCE, MIN_ANSWERS, QUESTION, Utterance, interviewed, interviewees, is_answer
from briefings.findings import Source
from briefings.model import Kind


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


def with_speakers(
    text: str,
    utterances: Sequence[Utterance],
    read: Sequence[Reading],
    asked: Mapping[int, Source],
    leading: int | None = None,
) -> list[Utterance]:
    """Give each utterance its speaker: tag, lead-in, the speech it continues or opens, the sentence around it.

    `asked` gives whom a heading above a paragraph puts its questions to, by the paragraph's number; `leading` is the
    only person whom headline and lead name.
    """
    known = [_led_in(one, read) for one in utterances]
    for number, one in enumerate(known):
        following = known[number + 1] if number + 1 < len(known) else None
        put = one.chain is None and not _tag_of(one, read) and _is_question(text, one, following)
        if put or _is_interviewers(text, one):
            known[number] = replace(one, chain=QUESTION)
    if sum(one.chain is QUESTION and one.quotation.dash for one in known) >= MIN_ANSWERS:
        # `– Kan det bli noe mer?` after others like it: what is told in answer need not be speech.
        known = [replace(one, chain=QUESTION) if _asks_alone(text, one, read) else one for one in known]
    with_whom = interviewees(text, known, read, leading)
    for number, one in enumerate(known):
        interviewee = with_whom.get(number)
        if interviewee is not None and one.chain is not None and is_answer(text, one, read):
            known[number] = replace(one, chain=_meant_by_tag(one.chain, interviewee))
        if one.chain is None:
            if _is_written(text, one):
                continue
            if one.at in asked and is_answer(text, one, read):
                known[number] = replace(one, chain=Chain(asked[one.at], (), direct=True))
                continue
            found = _neighbours(text, known, number, read, interviewee)
            known[number] = replace(one, chain=found if _may_be(found, one, read) else None)
    return known


def _meant_by_tag(chain: Chain, interviewee: Chain) -> Chain:
    """Return whom the tag of an answer means: `seier han` behind a question is who is interviewed, if he may be it."""
    pronoun = gender_of_pronoun(chain.speaker.text.lower())
    if pronoun is None or gender_of_name(interviewee.speaker.text) not in {pronoun, None}:
        return chain
    return replace(interviewee, via=chain.via)


def _neighbours(
    text: str, known: Sequence[Utterance], number: int, read: Sequence[Reading], interviewee: Chain | None
) -> Chain | None:
    """Return the speaker that what stands around speech gives it."""
    answers = is_answer(text, known[number], read)
    if answers and interviewee is not None:
        return interviewee
    found = _continued(known, number, read)
    if found is not None:
        return found
    return (
        interviewed(known, number, read)
        if answers
        else _around(known[number], read) or _goes_on(text, known, number, read)
    )


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
    if (
        len(tag) < MIN_TAG
        or tag[0].capital
        or tag[1].low == "det"
        or any(word.low in vocabulary.pronouns for word in tag)
    ):
        return []
    spoken = any(word.low in vocabulary.participles for word in tag[1:])
    says = tag[0].low in vocabulary.finite or (tag[0].low in vocabulary.have and spoken)
    return tag if says else []


MIN_TAG = 2
"""Words of a tag: a verb and a name."""


def _led_in(one: Utterance, read: Sequence[Reading]) -> Utterance:
    here = read[one.first]
    if one.chain is None and here.opener is not None and _follows_colon(one, here):
        # `Holm er lettet: – Vi klarte det.`
        return replace(one, chain=Chain(here.opener, (), direct=True))
    before = read[one.first - 1] if one.first and adjacent(read, one.first - 1, one.first) else None
    if before is None or not before.leads_in:
        return one
    lead = first(before.chains) or (Chain(before.opener, (), direct=True) if before.opener else None)
    if one.chain is None:
        return replace(one, chain=lead)
    if lead is not None and not one.chain.via and lead.speaker.entity == one.chain.speaker.entity is not None:
        return replace(one, chain=replace(one.chain, via=lead.via))
    return one


def _follows_colon(one: Utterance, here: Reading) -> bool:
    before = next((word for word in reversed(here.words) if word.end <= one.quotation.outer_start), None)
    return before is not None and before.low == ":" and here.opener is not None and here.opener.end <= before.start


def _is_question(text: str, one: Utterance, following: Utterance | None) -> bool:
    words = text[one.quotation.start : one.quotation.end]
    if not one.quotation.dash or following is None or not words.endswith("?"):
        return False
    if not following.quotation.dash or following.first != one.last + 1:
        return False
    return following.at > one.at or not speech().second_person.isdisjoint(words.lower().strip("?").split())


def _is_interviewers(text: str, one: Utterance) -> bool:
    """Tell an interviewer's question by its tag: `– Angrer du? spør programlederen`."""
    if one.chain is None or one.chain.speaker.entity is not None or text[one.quotation.end - 1] != "?":
        return False
    return bool(speech().interviewers & set(one.chain.speaker.text.lower().split()))


_WRITTEN = re.compile(r"[»”\"'“«]*,?\s+([a-zæøå]+)\s+(?:det|der)\b(\s+(?:på|i|over|under)\b)?")
_SOUNDS = frozenset({"lyder", "lød", "lydde", "lydte"})


def _is_written(text: str, one: Utterance) -> bool:
    """Tell words on a poster or in a paper, which nobody nearby said: `«Aldri mer», sto det på plakaten`."""
    match = _WRITTEN.match(text, one.quotation.end, one.quotation.end + 40)
    if match is None or match.group(1) not in speech().written:
        return False
    # `«…», lød det.` goes on with what the sentence before tells of somebody.
    return match.group(1) not in _SOUNDS or match.group(2) is not None


def _asks_alone(text: str, one: Utterance, read: Sequence[Reading]) -> bool:
    """Tell a question in a paragraph of its own, with a dash and no tag."""
    words = text[one.quotation.start : one.quotation.end]
    if one.chain is not None or not one.quotation.dash or not words.endswith("?") or _tag_of(one, read):
        return False
    alone = one.first == 0 or read[one.first - 1].sentence.at < one.at
    return alone and (one.last + 1 >= len(read) or read[one.last + 1].sentence.at > one.at)


def _goes_on(text: str, known: Sequence[Utterance], number: int, read: Sequence[Reading]) -> Chain | None:
    """Return who spoke last, where speech stands in a paragraph of its own and nobody else was named since."""
    one = known[number]
    before = (known[at] for at in range(number - 1, -1, -1))
    last = next((earlier for earlier in before if earlier.chain is not QUESTION), None)
    if last is None or last.chain is None or last.chain.speaker.entity is None:
        return None
    if text[one.quotation.end - 1] == "!":
        # A shout may be anybody's.
        return None
    alone = last.at < one.at and (one.first == 0 or read[one.first - 1].sentence.at < one.at)
    since = read[last.last + 1 : one.first]
    if not alone or not 0 < len(since) <= MAX_SINCE or any(reading.kind is Kind.CAPTION for reading in since):
        return None
    named = {word.entity for reading in since for word in reading.words if word.entity is not None}
    heard = {chain.speaker.entity for reading in since for chain in reading.chains}
    return replace(last.chain, via=()) if named | heard <= {last.chain.speaker.entity} else None


def _continued(known: Sequence[Utterance], number: int, read: Sequence[Reading]) -> Chain | None:
    """Return the speaker of the speech before or after this one, where nothing stands between them."""
    one = known[number]
    step = number - 1
    while (
        step >= 0
        and known[step].last >= known[step + 1].first - 1 - _asked_before(known[step + 1], read)
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


def _asked_before(one: Utterance, read: Sequence[Reading]) -> int:
    """Return 1 where the sentence before is a question in a paragraph of its own, which speech goes on over."""
    index = one.first - 1
    if index < 0 or not read[index].words or read[index].words[-1].low != "?" or read[index].quotations:
        return 0
    at = read[index].sentence.at
    alone = index == 0 or read[index - 1].sentence.at < at
    return int(alone and at < one.at)


def _around(one: Utterance, read: Sequence[Reading]) -> Chain | None:
    """Return the speaker named by the next or last sentence: `Det sier X.` or `X er klar i si tale.` are examples."""
    after = read[one.last + 1] if adjacent(read, one.last, one.last + 1) else None
    if after is not None and after.backward:
        return after.backward[0]
    for beside in (read[one.first - 1] if one.first and adjacent(read, one.first - 1, one.first) else None, after):
        if beside is None:
            continue
        if beside.voice is not None:
            return Chain(beside.voice, (), direct=True)
        if beside.opener is not None:
            return Chain(beside.opener, (), direct=True)
    return None
