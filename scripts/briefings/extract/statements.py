"""Who said what: direct speech, reported claims and quoted fragments, each with its source as the text words it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from briefings.extract.chains import Chain
from briefings.extract.interviews import asked_below, leading_person
from briefings.extract.quotations import Quotation
from briefings.extract.readings import Reading, adjacent, first, read_sentences
from briefings.extract.sentence_words import QUOTED
from briefings.extract.speech import speech
from briefings.extract.turns import QUESTION, Utterance
from briefings.extract.utterances import find_utterances, with_speakers
from briefings.findings import Entity, Sentence, Source, Statement
from briefings.model import Article, Kind, StatementKind

_CAPTION = Kind.CAPTION

MAX_FRAGMENT_WORDS = 40
"""More quoted words inside a sentence are no fragment; those in the seeds have at most eleven."""

MAX_PARAGRAPH = 4
"""Sentences of a paragraph that `Det melder AFP.` in the next one can mean."""


def find_statements(
    article: Article, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> tuple[Statement, ...]:
    """Return what is said in an article, in the order of the text.

    `sentences` are all of the article's, in order; a source's `entity` is an index into `entities`. Headlines,
    subheadings, credits and boilerplate make no statements; captions make no fragments. Direct speech is not also
    reported. A source given in a sentence of its own (`Det melder AFP.`) is that of the sentence before, and makes no
    statement where there is one. Takes time in proportion to the text.
    """
    read = tuple(read_sentences(article, sentences, entities))
    asked = asked_below(article, entities)
    utterances = with_speakers(article.text, find_utterances(read), read, asked, leading_person(article, entities))
    spoken = {index for one in utterances for index in range(one.first, one.last + 1)}
    found = [
        *(_quote(article.text, one) for one in utterances if one.chain is not QUESTION),
        *_reported(article.text, read, spoken),
        *_fragments(article.text, read),
    ]
    return tuple(
        sorted(found, key=lambda one: (one.start, one.end, one.kind, one.speaker.start if one.speaker else -1))
    )


def _quote(text: str, one: Utterance) -> Statement:
    start, end = one.quotation.start, one.quotation.end
    speaker, via = (one.chain.speaker, one.chain.via) if one.chain else (None, ())
    return Statement(StatementKind.QUOTE, text[start:end], start, end, one.at, speaker, via)


# --- reported claims ------------------------------------------------------------------------------------------------


def _reported(text: str, read: Sequence[Reading], spoken: set[int]) -> Iterator[Statement]:
    for index, one in enumerate(read):
        if index in spoken:
            continue
        chains = one.chains if one.chains and not _only_announces(one) else ()
        if chains and _is_about_the_one_before(read, index):
            given = {_identity(source) for chain in one.backward for source in (chain.speaker, *chain.via)}
            chains = tuple(chain for chain in chains if _identity(chain.speaker) not in given)
        chains = tuple(_joined(chains, _given_after(read, index)))
        for chain in chains:
            sentence = one.sentence
            words = text[sentence.start : sentence.end]
            yield Statement(
                StatementKind.REPORTED, words, sentence.start, sentence.end, sentence.at, chain.speaker, chain.via
            )


def _given_after(read: Sequence[Reading], index: int) -> tuple[Chain, ...]:
    """Return the source that a later sentence gives for this one.

    `Det melder AFP.` means the sentence before it; where it opens a paragraph, the whole paragraph before.
    """
    following = index + 1
    while following < len(read) and read[following].sentence.at == read[index].sentence.at:
        if read[following].backward:
            return read[following].backward if following == index + 1 else ()
        following += 1
        if following - index > MAX_PARAGRAPH:
            return ()
    return read[following].backward if adjacent(read, index, following) else ()


def _is_about_the_one_before(read: Sequence[Reading], index: int) -> bool:
    """Tell `Det melder AFP.` behind the sentence that it is about."""
    return bool(read[index].backward) and index > 0 and adjacent(read, index - 1, index)


def _only_announces(one: Reading) -> bool:
    """Tell whether a sentence says nothing itself, and names nobody new: `Hansen seier:`, `Det skriver han.`."""
    if one.backward and any(word.low in speech().pronouns for word in one.words[2:4]):
        return True
    lows = {word.low for word in one.words}
    if any(word.low in speech().opinion for word in one.words[:-MIN_CLAIM]):
        return False
    return one.leads_in and "at" not in lows and QUOTED not in lows and not any(chain.via for chain in one.chains)


MIN_CLAIM = 5
"""Words after a verb of opinion, colon and all, that are a claim: `Hun mener det trengs mer penger:`."""


def _joined(chains: Sequence[Chain], backward: Sequence[Chain]) -> Iterator[Chain]:
    """Let `Det melder X` pass on what the sentence before already says is somebody's."""
    if not (chains and backward):
        yield from chains or backward
        return
    for chain in chains:
        known = {_identity(source) for source in (chain.speaker, *chain.via)}
        more = [source for back in backward for source in (back.speaker, *back.via) if _identity(source) not in known]
        yield replace(chain, via=(*chain.via, *more)) if more else chain


def _identity(source: Source) -> int | str:
    return source.text.lower() if source.entity is None else source.entity


# --- fragments ------------------------------------------------------------------------------------------------------


def _fragments(text: str, read: Sequence[Reading]) -> Iterator[Statement]:
    found: list[Statement] = []
    for index, one in enumerate(read):
        if one.kind is _CAPTION:
            continue
        for quotation in one.quotations:
            if quotation.whole or quotation.outer_start < one.sentence.start:
                continue
            chain = next((chain for chain in one.chains if chain.direct), first(one.chains))
            chain = _of_stance(text, quotation, one) or chain or first(_given_after(read, index))
            if _is_title(text, quotation, one, chain):
                continue
            words = text[quotation.start : quotation.end]
            single = len(words.split()) == 1
            if len(words.split()) > MAX_FRAGMENT_WORDS or (single and (chain is None or not chain.direct)):
                continue
            speaker, via = (chain.speaker, chain.via) if chain else (None, ())
            found.append(
                Statement(StatementKind.FRAGMENT, words, quotation.start, quotation.end, one.sentence.at, speaker, via)
            )
    yield from _with_same_words(found)


def _of_stance(text: str, quotation: Quotation, one: Reading) -> Chain | None:
    """Return who is said to be what is quoted, where that is a state of mind: `Hun er «svært glad»`.

    What somebody feels is told in that person's own words; other words after `er` may be anybody's.
    """
    vocabulary = speech()
    if vocabulary.stative.isdisjoint(text[quotation.start : quotation.end].lower().strip(".").split()):
        return None
    place = next((index for index, word in enumerate(one.words) if word.start == quotation.outer_start), 0)
    lowest = max(0, place - MAX_STANCE)
    be = next((index for index in range(place - 1, lowest - 1, -1) if one.words[index].low in vocabulary.be), None)
    if be is None:
        return None
    named = [word for word in one.words[be + 1 : place] if word.entity is not None and not word.genitive]
    before = [
        word
        for index, word in enumerate(one.words[lowest:be], lowest)
        if word.entity is not None and word.name_end == be and one.words[index - 1].low != "at"
    ]
    for word in (*before, *named):
        end = one.words[word_end - 1].end if (word_end := word.name_end) else word.end
        return Chain(Source(text[word.start : end], word.start, end, word.entity), (), direct=True)
    opens = be == 1 and one.opener is not None
    return Chain(one.opener, (), direct=True) if opens and one.opener else None


MAX_STANCE = 10
"""Words between a subject, with its title and party, and what it is said to feel."""


def _with_same_words(fragments: Iterable[Statement]) -> Iterator[Statement]:
    """Give a fragment without a speaker that of the same words elsewhere in the article."""
    fragments = list(fragments)
    said: dict[str, Statement] = {}
    for one in fragments:
        if one.speaker is not None:
            said.setdefault(one.text.lower(), one)
    for one in fragments:
        same = said.get(one.text.lower())
        yield one if one.speaker is not None or same is None else replace(one, speaker=same.speaker, via=same.via)


def _is_title(text: str, quotation: Quotation, one: Reading, chain: Chain | None) -> bool:
    """Tell the title of a work or a name (`boka «Sult»`) from words that somebody said."""
    words = text[quotation.start : quotation.end].split()
    before = next((word.low for word in reversed(one.words) if word.end <= quotation.outer_start), "")
    if before in speech().works or not any(character.isalpha() for character in "".join(words)):
        return True
    if not words[0][0].isupper():
        return False
    return chain is None or all(word[0].isupper() or not word[0].isalpha() for word in words)
