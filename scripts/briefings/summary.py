"""The sentences that tell an article in short: a bottom line that stands by itself, and points that add to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log

from msgspec import Struct

from briefings.extract.date_stamps import without_stamp
from briefings.findings import Extraction, Sentence
from briefings.leaning import WORD, only_gives_source, stands_alone, tells_of_silence
from briefings.model import ActorType, Kind, StatementKind
from briefings.salience import salient
from briefings.stale import is_stale

MOST_BOTTOM = 3
MOST_POINTS = 5
BOTTOMWORDS = 75
"""The bottom line takes further sentences until it has this many words; a phone's screen holds about as many."""
MAX_CONSIDERED = 300
"""Sentences looked at, from the top: news puts what matters first, and choosing compares each with each."""
MINWORDS = 7
MIN_FIRST = 4
"""The first sentence of all may be shorter: `Regeringen vil hæve afgiften.`"""
MAXWORDS = 60
"""Shorter sentences tell nothing by themselves; longer ones are lists, or text without full stops."""


class Summary(Struct, frozen=True):
    """Indexes into `Extraction.sentences`, each group in the order of the text."""

    bottom_line: tuple[int, ...]
    """One to three, or none where no sentence stands by itself."""
    key_points: tuple[int, ...]
    """At most five, none of them in the bottom line."""


class _Candidate(Struct, frozen=True):
    """A sentence of the body that may be chosen."""

    index: int
    order: int
    """Which it is among the body's sentences, from 0."""
    sentence: Sentence
    words: int
    stems: frozenset[str]
    entities: frozenset[int]
    alone: bool
    """It stands by itself."""
    stale: bool
    """Its dates all lie years back: background, not news."""
    silent: bool
    """It tells that somebody does not comment."""
    given: bool
    """It only gives the source of another: `Det melder AFP.`"""
    in_full: frozenset[int]
    """The people it names in full."""
    in_short: frozenset[int]
    """The people it names by a part of their name only, which a reader must have met before."""


def summarise(extraction: Extraction) -> Summary:
    """Choose an article's bottom line and key points.

    The bottom line never opens with a pronoun that points to a sentence left out, and is never a caption, heading,
    correction, question or direct speech. Only the first `MAX_CONSIDERED` sentences are looked at, so that time does
    not grow with the square of the text.
    """
    candidates = tuple(_candidates(extraction))
    if not candidates:
        return Summary((), ())
    scores = _scores(candidates, salient(extraction))
    bottom = _bottom_line(candidates, scores)
    leaning = {one.index: scores[one.index] * (1 if one.alone else LEANS) for one in candidates if not one.given}
    offered = [one for one in candidates if not one.given or one.index in bottom]
    points = _choose(offered, {**scores, **leaning}, bottom, MOST_POINTS, alone=False)
    return Summary(tuple(sorted(bottom)), tuple(sorted(points)))


# --- candidates -----------------------------------------------------------------------------------------------------

_STEM = 6
"""Letters that a word is known by: `Russland`, `Russlands` and `russisk` stay apart, `møte`, `møtet` do not."""
_SHORT = 4
"""Words with fewer letters carry no matter of their own, unless they are in capitals (`USA`, `FN`)."""
_STOPS = ".!…"


def _candidates(extraction: Extraction) -> Iterator[_Candidate]:
    article = extraction.article
    kinds = {paragraph.n: paragraph.kind for paragraph in article.paragraphs}
    quotes = sorted((one.start, one.end) for one in extraction.statements if one.kind is StatementKind.QUOTE)
    named = _named(extraction)
    quote, name, order = 0, 0, 0
    for index, sentence in enumerate(extraction.sentences):
        if kinds.get(sentence.at) not in {Kind.LEAD, Kind.PARAGRAPH}:
            continue
        if order >= MAX_CONSIDERED:
            return
        while quote < len(quotes) and quotes[quote][1] <= sentence.start:
            quote += 1
        while name < len(named) and named[name][0] < sentence.start:
            name += 1
        here = name
        while here < len(named) and named[here][0] < sentence.end:
            here += 1
        text = article.text[sentence.start : min(sentence.end, sentence.start + _MAX_CHARACTERS)]
        spoken = quote < len(quotes) and quotes[quote][0] < sentence.end
        words = WORD.findall(text)
        order += 1
        fewest = MINWORDS if order > 1 else MIN_FIRST
        if spoken or not fewest <= len(words) <= MAXWORDS or not _is_told(text):
            continue
        inside = named[name:here]
        stems = frozenset(word.lower()[:_STEM] for word in words if len(word) >= _SHORT or word.isupper())
        entities = frozenset(entity for _, entity, _ in inside)
        told = without_stamp(text)
        opening = sentence.start + len(text) - len(told)
        people = [start - opening for start, _, acts in inside if acts]
        yield _Candidate(
            index,
            order - 1,
            sentence,
            len(words),
            stems,
            entities,
            stands_alone(told, people),
            is_stale(extraction, sentence),
            tells_of_silence(text),
            only_gives_source(text),
            *_introduced(extraction, inside, sentence),
        )


_MAX_CHARACTERS = 1_000
"""Longer sentences are over `MAXWORDS` anyway."""


def _named(extraction: Extraction) -> list[tuple[int, int, bool]]:
    """Return every name and description: where it begins, whose it is, whether a pronoun may mean it."""
    return sorted(
        (mention.start, index, entity.type is not ActorType.ORGANISATION)
        for index, entity in enumerate(extraction.entities)
        for mention in (*entity.mentions, *entity.descriptions)
    )


def _introduced(
    extraction: Extraction, named: Sequence[tuple[int, int, bool]], sentence: Sentence
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the people that a sentence names in full or with their role, and those it names by surname alone."""
    text = extraction.article.text
    full: set[int] = set()
    short: set[int] = set()
    for start, index, _ in named:
        entity = extraction.entities[index]
        if entity.type is not ActorType.PERSON or " " not in entity.name:
            continue
        has_role = any(sentence.start <= role.start < sentence.end for role in entity.roles)
        whole = has_role or text.startswith(entity.name.split()[0], start)
        (full if whole else short).add(index)
    return frozenset(full), frozenset(short - full)


def _is_told(text: str) -> bool:
    """Tell whether a sentence is complete and no question, announcement or speech."""
    words = text.strip().rstrip("»”\"')")
    return bool(words) and words[-1] in _STOPS and words[0] not in "–—-•*"


# --- choosing -------------------------------------------------------------------------------------------------------

FIRST = 1.5
"""What standing first is worth, beside at most 1 for being central; it fades with `FADE` sentences."""
FADE = 6.0
LENGTH = 0.3
"""How much a sentence pays for its length: 0 not at all, 1 word by word."""
COVERAGE = 0.3
"""What naming all the article's main actors is worth."""
STALE = 0.6
"""What is left of a sentence's worth whose dates all lie so far back."""
SILENT = 0.4
"""What is left of `vil ikke kommentere saken`."""
LEANS = 0.6
"""What is left of a key point's worth where it leans on a sentence before it."""
REPEATS = 0.5
"""How much of a sentence's score is lost where its words are already told."""
TOO_ALIKE = 0.6
"""A point that shares this much of its words with one sentence already chosen repeats it."""


def _scores(candidates: Sequence[_Candidate], main: frozenset[int]) -> Mapping[int, float]:
    spread = Counter(stem for one in candidates for stem in one.stems)
    weights = {stem: log(count) for stem, count in spread.items() if count > 1}
    raw = {
        one.index: sum(sorted(weights.get(stem, 0.0) for stem in one.stems)) / one.words**LENGTH for one in candidates
    }
    highest = max(raw.values()) or 1.0
    return {
        one.index: (
            raw[one.index] / highest
            + FIRST / (1 + one.order / FADE)
            + COVERAGE * (len(one.entities & main) / len(main) if main else 0.0)
        )
        * (STALE if one.stale and one.order else 1)
        * (SILENT if one.silent and one.order else 1)
        for one in candidates
    }


def _bottom_line(candidates: Sequence[_Candidate], scores: Mapping[int, float]) -> list[int]:
    """Return the best sentence that stands alone, and those that follow it in worth while there is room."""
    if not any(one.alone and not one.in_short for one in candidates):
        return [next((one.index for one in candidates if one.alone), candidates[0].index)]
    words = {one.index: one.words for one in candidates}
    kept: list[int] = []
    for index in _choose(candidates, scores, [], MOST_BOTTOM, alone=True):
        if kept and sum(words[one] for one in kept) >= BOTTOMWORDS:
            break
        kept.append(index)
    return kept


def _choose(
    candidates: Sequence[_Candidate], scores: Mapping[int, float], chosen: Sequence[int], most: int, *, alone: bool
) -> list[int]:
    """Return up to `most` further sentences, best first, each lowered by what it repeats of those already chosen.

    `alone`: only those that stand by themselves, or beside the sentence that they lean on.
    """
    by_index = {one.index: one for one in candidates}
    told: list[frozenset[str]] = [by_index[index].stems for index in chosen if index in by_index]
    left = [one for one in candidates if one.index not in set(chosen)]
    found: list[int] = []
    while left and len(found) < most:
        worths = [
            (scores[one.index] * (1 - REPEATS * _repeated(one, told)), -one.index)
            if not alone or _may_stand(one, found, by_index)
            else (-1.0, -one.index)
            for one in left
        ]
        best = max(range(len(left)), key=worths.__getitem__)
        if worths[best][0] < 0:
            break
        one = left.pop(best)
        if any(_share(one.stems, stems) >= TOO_ALIKE for stems in told):
            continue
        told.append(one.stems)
        found.append(one.index)
    return found


def _may_stand(one: _Candidate, found: Sequence[int], by_index: Mapping[int, _Candidate]) -> bool:
    if one.in_short and not one.in_short <= _met(one, found, by_index):
        return False
    if one.alone:
        return True
    before = by_index.get(one.index - 1)
    return not one.given and before is not None and before.index in found and before.sentence.at == one.sentence.at


def _met(one: _Candidate, found: Sequence[int], by_index: Mapping[int, _Candidate]) -> frozenset[int]:
    """Return the people that the chosen sentences before `one` name in full."""
    return frozenset().union(*(by_index[index].in_full for index in found if index < one.index))


def _repeated(one: _Candidate, told: Sequence[frozenset[str]]) -> float:
    return max((_share(one.stems, stems) for stems in told), default=0.0)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
