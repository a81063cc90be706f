"""Speech by turns: which of it answers a question, and whom the questions are put to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefings.extract.chains import Chain
from briefings.extract.interviews import introduced
from briefings.extract.quotations import Quotation
from briefings.extract.readings import Reading
from briefings.findings import Source
from briefings.model import Kind


class Utterance(Struct, frozen=True):
    """A whole direct quotation, by the sentences it begins and ends in."""

    quotation: Quotation
    at: int
    first: int
    last: int
    chain: Chain | None


QUESTION = Chain(Source("?", 0, 0, None), (), direct=False)
"""Stands for an interviewer's question among speakers, and is nobody's statement."""


def is_answer(text: str, one: Utterance, read: Sequence[Reading]) -> bool:
    """Tell whether a question of the interviewer's, in a line of its own, stands before speech."""
    before = read[one.first - 1].sentence.end if one.first else 0
    if text[before - 1 : before] == "?" and one.first and read[one.first - 1].sentence.at < one.at:
        return True
    return text[before : one.quotation.outer_start].rstrip().endswith("?")


def interviewed(known: Sequence[Utterance], number: int, read: Sequence[Reading]) -> Chain | None:
    """Return who answers a question: who spoke last, if nobody else was heard since, or the article's one speaker."""
    chains = [one.chain for one in known if one.chain is not None and one.chain is not QUESTION]
    if not chains:
        return None
    if len({chain.speaker.entity for chain in chains}) == 1 and chains[0].speaker.entity is not None:
        return replace(chains[0], via=())
    before = (known[at] for at in range(number - 1, -1, -1))
    last = next((one for one in before if one.chain is not None and one.chain is not QUESTION), None)
    if last is None or last.chain is None or known[number].first - last.last > MAX_SINCE:
        return None
    since = read[last.last + 1 : known[number].first]
    heard = {chain.speaker.entity for one in since for chain in one.chains} | {
        one.opener.entity for one in since if one.opener
    }
    return replace(last.chain, via=()) if heard <= {last.chain.speaker.entity, None} else None


def interviewees(
    text: str, known: Sequence[Utterance], read: Sequence[Reading], leading: int | None
) -> dict[int, Chain]:
    """Return whom each answer's question was put to, where no answer's tag says it.

    That is whom the paragraph before the first of a row of questions brings in, or else the article's interviewee.
    """
    answers = [number for number, one in enumerate(known) if one.chain is not QUESTION and is_answer(text, one, read)]
    if not answers:
        return {}
    several = len(answers) >= MIN_ANSWERS
    speech_at = {at: number for number, one in enumerate(known) for at in range(one.first, one.last + 1)}
    first_at = _first_named(read)
    told_of = _most_told_of(known[answers[0]], read) if several else None
    led_by = _led_by(read, leading) if several else None
    found: dict[int, Chain] = {}
    current: Chain | None = None
    for number in answers:
        last = _before_question(known[number], read)
        spoken = speech_at.get(last)
        if spoken is None:
            source = (
                introduced(read, last, leading, first_at, met=current is not None or not several) if last >= 0 else None
            )
            told = Chain(source, (), direct=True) if source else None
            current = told or current or led_by
        elif known[spoken].chain is not QUESTION and not is_answer(text, known[spoken], read):
            current = None
        current = current or told_of
        if current is not None:
            found[number] = current
    return found


def _first_named(read: Sequence[Reading]) -> Mapping[int, int]:
    """Return actor → the sentence that names it first."""
    found: dict[int, int] = {}
    for index, one in enumerate(read):
        for word in one.words:
            if word.entity is not None:
                found.setdefault(word.entity, index)
    return found


def _before_question(one: Utterance, read: Sequence[Reading]) -> int:
    """Return the last sentence before the paragraph of the question that speech answers, -1 where there is none."""
    index = one.first - 1
    if index < 0 or not read[index].words or read[index].words[-1].low != "?":
        # The question is a heading.
        return index
    at = read[index].sentence.at
    while index >= 0 and (read[index].sentence.at == at or read[index].kind is Kind.CAPTION):
        index -= 1
    return index


def _led_by(read: Sequence[Reading], leading: int | None) -> Chain | None:
    """Return the person whom headline and lead name, as the text first names that person."""
    if leading is None:
        return None
    source = next((one.opener for one in read if one.opener is not None and one.opener.entity == leading), None)
    return Chain(source, (), direct=True) if source is not None else None


def _most_told_of(answer: Utterance, read: Sequence[Reading]) -> Chain | None:
    """Return whom an article of questions and answers is with: the person its introduction is about."""
    openers = [one.opener for one in read[: answer.first] if one.opener is not None and one.opener.entity is not None]
    ranked = Counter(one.entity for one in openers).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return Chain(next(one for one in openers if one.entity == ranked[0][0]), (), direct=True)


MIN_ANSWERS = 2
"""Answers to questions in lines of their own that make an article an interview."""
MAX_SINCE = 8
"""Sentences between speech and the answer to a later question that is the same speaker's."""
