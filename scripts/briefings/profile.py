"""An article as it is compared with others: who it names, what it tells, and when it may have happened.

Two things are weighed: who acts (actors by id, so spelling and language do not matter) and what is told (word
skeletons).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct, field

from briefings import edtf_date
from briefings.edtf_date import Precision
from briefings.extract import territories
from briefings.extract.openings import is_common
from briefings.facts import OPENING, find_facts, reported_day
from briefings.findings import Extraction, Mention
from briefings.model import ActorType, Kind, Published
from briefings.names import name_key
from briefings.words import informativeness, skeletons

TOP_WORDS = 200
"""Words of an article that tell its event; what follows is mostly background. Nordic news: the inverted pyramid."""
CONTEXT = 0.5
"""Weight of an actor that is mere context, against one the article is about."""
NEWS_DAYS = 2
"""Weekdays from the top of an article that tell when its news happened."""
STATED_DAY = re.compile(r"date ([0-9]{2}-[0-9]{2}) back\b")
WEEKDAY = re.compile(r"\bweekday (?P<day>[1-7])\b")
"""In the rule of a date."""
TYPE_WEIGHT = {ActorType.PERSON: 1.0, ActorType.ORGANISATION: 0.5, ActorType.STATE: 0.25}
PLACE_WEIGHT = 0.5
PLACE = "place:"
THING = "thing:"
THING_WEIGHT = 0.5
_NAMED_THING = re.compile(r"(?<=[a-zæøåéöä,] )[«»\"”“']?([A-ZÆØÅÖÄ][\w-]*[a-zæøåéöä](?: (?:[A-ZÆØÅÖÄ][\w-]*|[0-9]+))*)")
_IN_MARKS = re.compile(r"[«“”\"]([A-ZÆØÅÖÄ][\w-]*[a-zæøåéöä](?: (?:[A-ZÆØÅÖÄ][\w-]*|[0-9]+)){0,2})[»”\"]")
SETTING = 2
"""Paragraphs of running text that tell where news happened."""


class Profile(Struct, frozen=True):
    """An article as it is compared: how much each actor and each word tells of it."""

    stem: str
    published: Published | None
    actors: Mapping[str, float]
    """Weight by actor id, or by `place:` and the place's name."""
    named: frozenset[str]
    """The persons, organisations and places among them: a shared state alone links nothing."""
    words: Mapping[str, float]
    """Weight by word skeleton, over the first `TOP_WORDS` words."""
    matter: Mapping[str, float]
    """The same without names and roles: what happened, not to whom. One officer tells of many crimes."""
    people: frozenset[str] = frozenset()
    """The persons among them."""
    acting: frozenset[str] = frozenset()
    """Those of `named` whom the article tells of, beyond what they say or who they are to somebody that speaks.

    Places without `place:`, for a town's name may be read as its council's in one article and not in the other.
    """
    weekdays: frozenset[int] = frozenset()
    """On which days of the week (ISO: Monday is 1) its news happened; empty where it names none."""
    capitals: frozenset[str] = frozenset()
    """The states (alpha-3) whose capitals the headline and the first paragraphs name as places."""
    days: frozenset[str] = frozenset()
    """On which days of the year (`11-12`), as far as it tells them."""
    reported: tuple[int, int] | None = None
    """Month and day that the opening of an article without a date tells of."""
    keys: frozenset[str] = frozenset()
    """Of whom and what it names, whatever kind it takes each for: a ship may be a thing here and somebody there."""
    things: frozenset[str] = frozenset()
    """Those of `actors` that are ships, storms and the like, named more than once, or in marks in the opening."""
    facts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Kind → values of what another report of the same matter cannot tell differently."""


def to_profile(extraction: Extraction, ids: Sequence[str | None], salient: frozenset[int]) -> Profile:
    """Weigh what an article tells of; `ids[i]` is the actor id of `extraction.entities[i]`, None where it is hidden."""
    text = extraction.article.text
    opening = extraction.article.opening(0, Kind.HEADLINE, Kind.LEAD)
    passed_on = {source.entity for said in extraction.statements for source in (said.speaker, *said.via) if source}
    actors: dict[str, float] = defaultdict(float)
    named = set()
    for index, (entity, actor) in enumerate(zip(extraction.entities, ids, strict=True)):
        only_reports = entity.type is ActorType.ORGANISATION and index not in salient and index in passed_on
        if actor is None or only_reports:
            continue
        met = [*entity.mentions, *entity.descriptions]
        count = len(met) + sum(mention.at in opening for mention in met)
        weight = TYPE_WEIGHT[entity.type] * (1.0 if index in salient else CONTEXT)
        actors[actor] += weight * math.sqrt(count)
        if entity.type is not ActorType.STATE:
            named.add(actor)
    for place in extraction.places:
        key = place_key(place.name)
        actors[key] += PLACE_WEIGHT * math.sqrt(len(place.mentions))
        named.add(key)
    spans = [(sentence.start, sentence.end) for sentence in extraction.sentences]
    things, foremost = _things(extraction, spans), frozenset(_foremost_things(extraction))
    for thing, count in things.items():
        actors[f"{THING}{thing}"] += THING_WEIGHT * math.sqrt(count)
    return Profile(
        extraction.article.seed.stem,
        extraction.published,
        dict(actors),
        frozenset(named),
        weigh_words((text[start:end] for start, end in spans), TOP_WORDS),
        weigh_words(without_names(extraction, spans), TOP_WORDS),
        frozenset(
            actor
            for entity, actor in zip(extraction.entities, ids, strict=True)
            if actor in named and entity.type is ActorType.PERSON
        ),
        frozenset(actor.removeprefix(PLACE) for actor in named & _acting(extraction, ids)),
        _weekdays(extraction),
        _capitals(extraction),
        _days(extraction),
        _reported(extraction),
        frozenset(map(_key, (*named, *things))),
        frozenset(f"{THING}{thing}" for thing, count in things.items() if count > 1 or thing in foremost),
        find_facts(extraction),
    )


def _key(name: str) -> str:
    """Return what an actor by id, a place or a thing is compared by, whatever kind each article takes it for."""
    return name_key(name.removeprefix(PLACE).removeprefix(THING).replace("-", " "))


def _things(extraction: Extraction, spans: Iterable[tuple[int, int]]) -> Counter[str]:
    """Count the names in the middle of sentences that are nobody's and no place's: ships, storms, cables, treaties."""
    found: Counter[str] = Counter()
    for words in without_names(extraction, spans):
        found.update(name_key(match[1]) for match in _NAMED_THING.finditer(words))
    return found


def _foremost_things(extraction: Extraction) -> Iterator[str]:
    """Yield such names in marks in the opening: `Skipet «Belmara» ble bordet`, not «Skandale»."""
    opening = extraction.article.opening(OPENING, Kind.HEADLINE)
    spans = ((sentence.start, sentence.end) for sentence in extraction.sentences if sentence.at in opening)
    for words in without_names(extraction, spans):
        yield from (name_key(match[1]) for match in _IN_MARKS.finditer(words) if not is_common(match[1]))


def _acting(extraction: Extraction, ids: Sequence[str | None]) -> set[str]:
    """Return the actors and places named outside of the sentences in which somebody speaks."""
    spoken = sorted({(said.start, said.end) for said in extraction.statements})
    sentences = [sentence for sentence in extraction.sentences if _touches(spoken, sentence.start, sentence.end)]
    starts = [sentence.start for sentence in sentences]

    def tells(mentions: Iterable[Mention]) -> bool:
        return any(
            (at := bisect_right(starts, mention.start) - 1) < 0 or sentences[at].end <= mention.start
            for mention in mentions
        )

    acting = {actor for entity, actor in zip(extraction.entities, ids, strict=True) if actor and tells(entity.mentions)}
    return acting | {place_key(place.name) for place in extraction.places if tells(place.mentions)}


def _touches(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether one of the sorted `spans` overlaps `[start, end)`."""
    at = bisect_left(spans, (end, 0)) - 1
    return at >= 0 and spans[at][1] > start


def _weekdays(extraction: Extraction) -> frozenset[int]:
    """Return the first weekdays that the article names."""
    named = (WEEKDAY.search(date.rule) for date in extraction.dates)
    return frozenset(islice((int(match["day"]) for match in named if match), NEWS_DAYS))


def _capitals(extraction: Extraction) -> frozenset[str]:
    opening = extraction.article.opening(SETTING, Kind.HEADLINE)
    places = (p.name for p in extraction.places if any(mention.at in opening for mention in p.mentions))
    return frozenset(iso for iso in map(territories.capital_of, places) if iso)


def _reported(extraction: Extraction) -> tuple[int, int] | None:
    day = reported_day(extraction) if extraction.published is None else None
    return (day[0], day[1]) if day else None


def _days(extraction: Extraction) -> frozenset[str]:
    """Return the first days of the year that the article names, with their month or by their weekday."""
    stated = ((STATED_DAY.match(one.rule), one.value) for one in extraction.dates)
    days = (
        match[1] if match else value[-len("11-12") :] if value and _is_day(value) else None for match, value in stated
    )
    return frozenset(islice((day for day in days if day), NEWS_DAYS))


def without_names(extraction: Extraction, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Yield the words of each span, in order, but for names, roles and dates."""
    text, hidden = extraction.article.text, _hidden(extraction)
    index = 0
    for start, end in spans:
        while index < len(hidden) and hidden[index][1] <= start:
            index += 1
        kept, position, at = [], start, index
        while at < len(hidden) and hidden[at][0] < end:
            kept.append(text[position : hidden[at][0]])
            position = max(position, hidden[at][1])
            at += 1
        yield " ".join((*kept, text[position:end]))


def _hidden(extraction: Extraction) -> list[tuple[int, int]]:
    """Return where names, roles and dates stand, sorted, none beginning within another."""
    spans = [(date.start, date.end) for date in extraction.dates]
    for entity in extraction.entities:
        spans += [(named.start, named.end) for named in (*entity.mentions, *entity.descriptions)]
        spans += [(role.start, role.end) for role in entity.roles]
    spans += [(mention.start, mention.end) for place in extraction.places for mention in place.mentions]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def place_key(name: str) -> str:
    """Return what a place is compared by, told apart from actor ids."""
    capital = territories.capital_of(name)
    return f"{PLACE}{name_key(territories.name_of_capital(capital) if capital else name)}"


def _is_day(value: str) -> bool:
    return edtf_date.precision(value) is Precision.DAY


def weigh_words(texts: Iterable[str], most: int) -> dict[str, float]:
    """Return how much each word tells, by its skeleton; no further text is read once `most` words are counted."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(skeletons(text))
        if counts.total() >= most:
            break
    return {word: math.sqrt(count) * informativeness(word) for word, count in sorted(counts.items())}
