"""An article as it is compared with others: who it names, what it tells, and when it may have happened.

Two things are weighed: who acts (actors by id, so spelling and language do not matter) and what is told (word
skeletons). Dates only ever forbid: articles of different months are not on the same event, however alike they are.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from briefings import edtf_date
from briefings.findings import Extraction, Mention
from briefings.model import ActorType, Kind, Published
from briefings.names import name_key
from briefings.words import informativeness, skeletons

TOP_WORDS = 200
"""Words of an article that tell its event; what follows is mostly background. Nordic news: the inverted pyramid."""
CONTEXT = 0.5
"""Weight of an actor that is mere context, against one the article is about."""
ENOUGH_SHARED = 3
"""Persons, organisations and places in common that are as good as any number."""
MOST_SHARERS = 200
"""An actor in more articles than this is no reason to compare them: keeps the comparing linear in the articles."""
SAME_MATTER = 0.05
"""Least likeness of what two articles tell, names left out; halved where one word makes it, which meets by chance."""
OTHER_DAY_MATTER = 0.3
"""The same where no weekday of one is, or is next to, one of the other, or where they are set in other countries."""
SAME_ACTORS = 0.08
"""Least likeness of whom two articles name: below it, those they share stand at the edge of both."""
ABOUT = 0.25
"""Least weight of a state that an article is set in: met once in its own matter, or four times."""
NEARLY_FOREMOST = 0.6
"""Share of the foremost state's weight from which others count with it: whose news it is, and where it happened."""
WEEK = 7
ACT_TOGETHER = 3
"""So many who act in both articles, on one weekday, are one event whatever its words: a vote, a final, an attack."""
NEWS_DAYS = 2
"""Weekdays from the top of an article that tell when its news happened."""
WEEKDAY = re.compile(r"\bweekday (?P<day>[1-7])\b")
"""In the rule of a date."""
CLOSE_DAYS = 4
"""Reports of one event appear within this many days."""
TYPE_WEIGHT = {ActorType.PERSON: 1.0, ActorType.ORGANISATION: 0.5, ActorType.STATE: 0.25}
PLACE_WEIGHT = 0.5
PLACE = "place:"
_OPENING = (Kind.HEADLINE, Kind.LEAD)


@dataclass(frozen=True, slots=True)
class Profile:
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


def to_profile(extraction: Extraction, ids: Sequence[str | None], salient: frozenset[int]) -> Profile:
    """Weigh what an article tells of; `ids[i]` is the actor id of `extraction.entities[i]`, None where it is hidden."""
    text = extraction.article.text
    opening = {paragraph.n for paragraph in extraction.article.paragraphs if paragraph.kind in _OPENING}
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
    )


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
    return f"{PLACE}{name_key(name)}"


def likeness(left: Profile, right: Profile) -> float:
    """Return from 0 to 1 how alike two articles are; 0 where they share no name but states', or tell other matters."""
    shared = left.named & right.named
    if not shared:
        return 0.0
    actors = _cosine(left.actors, right.actors)
    if actors < SAME_ACTORS or not _is_same_matter(left, right):
        return 0.0
    told = min(1.0, 2 * _cosine(left.words, right.words))
    return 0.5 * actors + 0.25 * min(1.0, len(shared) / ENOUGH_SHARED) + 0.25 * told


def _is_same_matter(left: Profile, right: Profile) -> bool:
    """Tell whether two articles tell the same thing of whom they share.

    Likeness without names says so; where the words differ, as they do across languages, several who do something on the
    same weekday, people among them: parties and parliaments vote on many things in a day. News of days that lie apart
    has to be very alike: the next match has the same players, too. So has news of other countries: one Secretary
    General condemns a coup here and welcomes an agreement there.
    """
    shared = sum(word in right.matter for word in left.matter)
    alike = _cosine(left.matter, right.matter) * shared / (shared + 1)
    apart = [(one - other) % WEEK for one in left.weekdays for other in right.weekdays]
    is_other_day = bool(apart) and not any(min(days, WEEK - days) <= 1 for days in apart)
    if is_other_day or _are_set_apart(left, right):
        return alike >= OTHER_DAY_MATTER
    together = left.acting & right.acting
    return alike >= SAME_MATTER or (0 in apart and len(together) >= ACT_TOGETHER and bool(together & left.people))


def _are_set_apart(left: Profile, right: Profile) -> bool:
    """Tell whether each of two articles is set in states that the other does not name, and they share no place."""
    if any(name.startswith(PLACE) for name in left.named & right.named):
        return False
    mine, theirs = _foremost_states(left), _foremost_states(right)
    return bool(mine and theirs) and not (mine & set(right.actors)) and not (theirs & set(left.actors))


def _foremost_states(profile: Profile) -> set[str]:
    """Return the states that an article is set in: actors that are neither persons, organisations nor places."""
    states = {actor: weight for actor, weight in profile.actors.items() if actor not in profile.named}
    least = max(ABOUT, NEARLY_FOREMOST * max(states.values(), default=0.0))
    return {state for state, weight in states.items() if weight >= least}


def by_actor(profiles: Sequence[Profile]) -> dict[str, list[str]]:
    """List, for each actor but states, the articles about it; those in too many to tell anything are left out."""
    index: dict[str, list[str]] = defaultdict(list)
    for profile in profiles:
        for actor in sorted(profile.named):
            index[actor].append(profile.stem)
    return {actor: stems for actor, stems in index.items() if len(stems) <= MOST_SHARERS}


def may_be_same_time(one: str | None, other: str | None) -> bool:
    """Tell whether two dates allow one event: coarse ones must overlap, two exact days may lie `CLOSE_DAYS` apart."""
    if one is None or other is None:
        return True
    (first, last), (other_first, other_last) = edtf_date.day_bounds(one), edtf_date.day_bounds(other)
    slack = timedelta(days=CLOSE_DAYS if first == last and other_first == other_last else 0)
    return first - slack <= other_last and other_first - slack <= last


def weigh_words(texts: Iterable[str], most: int) -> dict[str, float]:
    """Return how much each word tells, by its skeleton; no further text is read once `most` words are counted."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(skeletons(text))
        if counts.total() >= most:
            break
    return {word: math.sqrt(count) * informativeness(word) for word, count in sorted(counts.items())}


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    shared = sum(weight * right[key] for key, weight in sorted(left.items()) if key in right)
    lengths = math.sqrt(sum(w * w for w in left.values())) * math.sqrt(sum(w * w for w in right.values()))
    return shared / lengths if lengths else 0.0
