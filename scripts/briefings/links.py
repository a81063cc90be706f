"""All extractions → which articles report the same event, and which refer back to an earlier one.

Two things are compared: who acts (actors by id, so spelling and language do not matter) and what is told (word
skeletons). Dates only ever forbid: articles of different months are not on the same event, however alike they are.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations

from briefings import edtf_date
from briefings.edtf_date import Precision
from briefings.model import ActorType, Basis, Event, Extraction, Kind, Published, Why
from briefings.names import name_key
from briefings.words import informativeness, skeletons

TOP_WORDS = 200
"""Words of an article that tell its event; what follows is mostly background. Nordic news: the inverted pyramid."""
SAME_EVENT = 0.38
"""Least likeness of two articles on the same event."""
BACKGROUND = 0.35
"""Least share of a sentence's weight that the earlier article must hold for the sentence to refer to it."""
CONTEXT = 0.5
"""Weight of an actor that is mere context, against one the article is about."""
ENOUGH_SHARED = 3
"""Persons, organisations and places in common that are as good as any number."""
IN_COMMON = 2
"""Persons, organisations and places in common that make two articles parts of one story."""
MOST_SHARERS = 200
"""An actor in more articles than this is no reason to compare them: keeps the comparing linear in the articles."""
CLOSE_DAYS = 4
"""Reports of one event appear within this many days."""

_TYPE_WEIGHT = {ActorType.PERSON: 1.0, ActorType.ORGANISATION: 0.5, ActorType.STATE: 0.25}
_PLACE_WEIGHT = 0.5
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


@dataclass(frozen=True, slots=True)
class Link:
    """Why one article leads to another."""

    stem: str
    """The other article's seed stem."""
    why: Why
    at: int | None
    """The paragraph that refers back; None for the same event."""
    score: float
    shared: tuple[str, ...]
    """Ids of the actors both name, sorted."""


@dataclass(frozen=True, slots=True)
class SameEvents:
    """The articles grouped by event, and the dates that this gave to undated ones."""

    pairs: tuple[tuple[str, str, float], ...]
    """(stem, stem, likeness), each pair once."""
    published: Mapping[str, Published]
    """By stem: what is known now, for those that are dated."""


@dataclass(slots=True)
class _Groups:
    """Articles joined so far, each group with the dates of its members."""

    of: dict[str, int]
    members: dict[int, list[str]]
    published: dict[str, Published] = field(default_factory=dict)

    def date_of(self, group: int) -> str | None:
        dates = [self.published[stem].value for stem in self.members[group] if stem in self.published]
        return min(dates, key=lambda value: (_width(value), value), default=None)


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
        weight = _TYPE_WEIGHT[entity.type] * (1.0 if index in salient else CONTEXT)
        actors[actor] += weight * math.sqrt(count)
        if entity.type is not ActorType.STATE:
            named.add(actor)
    for place in extraction.places:
        key = place_key(place.name)
        actors[key] += _PLACE_WEIGHT * math.sqrt(len(place.mentions))
        named.add(key)
    told = (text[sentence.start : sentence.end] for sentence in extraction.sentences)
    return Profile(
        extraction.article.seed.stem, extraction.published, dict(actors), frozenset(named), _weigh(told, TOP_WORDS)
    )


def place_key(name: str) -> str:
    """Return what a place is compared by, told apart from actor ids."""
    return f"place:{name_key(name)}"


def group_same_events(profiles: Sequence[Profile], apart: frozenset[tuple[str, str]] = frozenset()) -> SameEvents:
    """Join articles on the same event, the most alike first; a join must not contradict a date already known.

    An undated article takes the date of the group it joins (basis `corpus`), so what it joins first decides. `apart`
    holds pairs (sorted stems) that are known to be on different events, because one refers back to the other.
    """
    by_stem = {profile.stem: profile for profile in profiles}
    groups = _Groups(
        of={stem: number for number, stem in enumerate(sorted(by_stem))},
        members={number: [stem] for number, stem in enumerate(sorted(by_stem))},
        published={profile.stem: profile.published for profile in profiles if profile.published},
    )
    pairs = []
    for score, left, right in sorted(_candidates(profiles), key=lambda found: (-found[0], *found[1:])):
        if score < SAME_EVENT or (left, right) in apart:
            continue
        if groups.of[left] == groups.of[right]:
            pairs.append((left, right, score))
        elif _may_join(groups, groups.of[left], groups.of[right], apart):
            _join(groups, groups.of[left], groups.of[right])
            pairs.append((left, right, score))
    return SameEvents(tuple(sorted(pairs)), dict(sorted(groups.published.items())))


def find_background(
    extraction: Extraction,
    ids: Sequence[str | None],
    profiles: Iterable[Profile],
    shared_event: Mapping[str, Iterable[str]],
) -> tuple[Link, ...]:
    """Find the earlier articles whose event a dated sentence of this one refers back to.

    `profiles` are the articles that may be meant; `shared_event` lists, by stem, the articles on the same event. A
    sentence refers to one event: the best earlier article decides, and those on its event come along.
    """
    stem = extraction.article.seed.stem
    own = {stem, *shared_event.get(stem, ())}
    published = extraction.published.value if extraction.published else None
    earlier = [profile for profile in profiles if profile.stem not in own and _is_earlier(profile, published)]
    by_stem = {profile.stem: profile for profile in earlier}
    own_names = {actor for actor in ids if actor} | {place_key(place.name) for place in extraction.places}
    found: dict[str, Link] = {}
    for event in extraction.events:
        if not _refers_back(event, published):
            continue
        named = _named_in(extraction, ids, event)
        scores = {profile.stem: _share(named, event, profile, len(profile.named & own_names)) for profile in earlier}
        best = min(scores, key=lambda other: (-scores[other], other), default=None)
        if best is None or scores[best] < BACKGROUND:
            continue
        for other in sorted({best, *shared_event.get(best, ())} & set(by_stem)):
            shared = tuple(sorted(set(named) & set(by_stem[other].actors)))
            link = Link(other, Why.BACKGROUND, event.at, scores[other], shared)
            if other not in found or found[other].score < link.score:
                found[other] = link
    return tuple(found[other] for other in sorted(found))


def relate(
    extractions: Sequence[Extraction],
    ids: Sequence[Sequence[str | None]],
    profiles: Sequence[Profile],
    same: SameEvents,
) -> tuple[tuple[Link, ...], ...]:
    """Give each extraction its links: the same event first, then background; by stem within each.

    `ids` and `profiles` are parallel to `extractions`, dates already final.
    """
    shared_event: dict[str, dict[str, float]] = defaultdict(dict)
    for left, right, score in same.pairs:
        shared_event[left][right] = shared_event[right][left] = score
    by_stem = {profile.stem: profile for profile in profiles}
    related = []
    for extraction, own_ids, meant in zip(extractions, ids, _may_be_meant(profiles), strict=True):
        stem = extraction.article.seed.stem
        together = [
            Link(other, Why.SAME_EVENT, None, score, tuple(sorted(by_stem[stem].named & by_stem[other].named)))
            for other, score in sorted(shared_event[stem].items())
        ]
        related.append((*together, *find_background(extraction, own_ids, meant, shared_event)))
    return tuple(related)


def find_apart(
    extractions: Sequence[Extraction], ids: Sequence[Sequence[str | None]], profiles: Sequence[Profile]
) -> frozenset[tuple[str, str]]:
    """Return the pairs of articles (stems, sorted) of which one refers back to the event of the other.

    Found before same events are: `profiles` hold only the dates that the articles themselves give.
    """
    return frozenset(
        (min(stem, link.stem), max(stem, link.stem))
        for extraction, own_ids, meant in zip(extractions, ids, _may_be_meant(profiles), strict=True)
        for stem in [extraction.article.seed.stem]
        for link in find_background(extraction, own_ids, meant, {})
    )


def _may_be_meant(profiles: Sequence[Profile]) -> Iterator[list[Profile]]:
    """Yield, for each article, those that share a person, organisation or place with it."""
    index = _by_actor(profiles)
    by_stem = {profile.stem: profile for profile in profiles}
    for profile in profiles:
        stems = {stem for actor in profile.named for stem in index.get(actor, ())} - {profile.stem}
        yield [by_stem[stem] for stem in sorted(stems)]


def _by_actor(profiles: Sequence[Profile]) -> dict[str, list[str]]:
    """List, for each actor but states, the articles about it; those in too many to tell anything are left out."""
    index: dict[str, list[str]] = defaultdict(list)
    for profile in profiles:
        for actor in sorted(profile.named):
            index[actor].append(profile.stem)
    return {actor: stems for actor, stems in index.items() if len(stems) <= MOST_SHARERS}


def likeness(left: Profile, right: Profile) -> float:
    """Return from 0 to 1 how alike two articles are; 0 where they share no person, organisation or place."""
    shared = left.named & right.named
    if not shared:
        return 0.0
    told = min(1.0, 2 * _cosine(left.words, right.words))
    return 0.5 * _cosine(left.actors, right.actors) + 0.25 * min(1.0, len(shared) / ENOUGH_SHARED) + 0.25 * told


def _candidates(profiles: Sequence[Profile]) -> list[tuple[float, str, str]]:
    by_stem = {profile.stem: profile for profile in profiles}
    compared: dict[tuple[str, str], float] = {}
    for together in _by_actor(profiles).values():
        for pair in combinations(sorted(together), 2):
            left, right = (by_stem[stem] for stem in pair)
            if pair not in compared and _may_be_same_time(_value(left), _value(right)):
                compared[pair] = likeness(left, right)
    return [(score, left, right) for (left, right), score in compared.items()]


def _may_be_same_time(one: str | None, other: str | None) -> bool:
    """Tell whether two dates allow one event: coarse ones must overlap, two exact days may lie `CLOSE_DAYS` apart."""
    if one is None or other is None:
        return True
    (first, last), (other_first, other_last) = edtf_date.day_bounds(one), edtf_date.day_bounds(other)
    slack = timedelta(days=CLOSE_DAYS if first == last and other_first == other_last else 0)
    return first - slack <= other_last and other_first - slack <= last


def _is_before(one: str, other: str) -> bool:
    return edtf_date.day_bounds(one)[1] < edtf_date.day_bounds(other)[1]


def _width(value: str) -> timedelta:
    first, last = edtf_date.day_bounds(value)
    return last - first


def _value(profile: Profile) -> str | None:
    return profile.published.value if profile.published else None


def _may_join(groups: _Groups, left: int, right: int, apart: frozenset[tuple[str, str]]) -> bool:
    one, other = groups.date_of(left), groups.date_of(right)
    if one and other and not _may_be_same_time(one, other):
        return False
    crossing = ((a, b) for a in groups.members[left] for b in groups.members[right])
    return not any(tuple(sorted(pair)) in apart for pair in crossing)


def _join(groups: _Groups, left: int, right: int) -> None:
    """Merge two groups; members with no date, or a coarser one from their text, take the finest date in the group."""
    joined = sorted(groups.members[left] + groups.members.pop(right))
    groups.members[left] = joined
    for stem in joined:
        groups.of[stem] = left
    finest = groups.date_of(left)
    if finest is None:
        return
    giver = min(stem for stem in joined if stem in groups.published and groups.published[stem].value == finest)
    for stem in joined:
        known = groups.published.get(stem)
        if known is None or (known.basis is Basis.TEXT and _width(known.value) > _width(finest)):
            coarse = edtf_date.month(finest) or finest
            groups.published[stem] = Published(coarse, Basis.CORPUS, seed=giver)


def _is_earlier(profile: Profile, published: str | None) -> bool:
    return profile.published is not None and published is not None and _is_before(profile.published.value, published)


def _refers_back(event: Event, published: str | None) -> bool:
    """Tell whether a sentence is dated before its article: wholly, or by a month where only the year is known.

    An article dated no finer than its year may report the very day it names; but in July, nobody writes `in July this
    year`.
    """
    if event.said is None or published is None:
        return False
    last = edtf_date.day_bounds(event.date)[1]
    first_own, last_own = edtf_date.day_bounds(published)
    if last < first_own:
        return True
    in_own_year = edtf_date.precision(published) is Precision.YEAR and last < last_own
    return in_own_year and edtf_date.precision(event.date) is Precision.MONTH


def _named_in(extraction: Extraction, ids: Sequence[str | None], event: Event) -> dict[str, float]:
    """Return the actors that a sentence names or describes, by id, with the weight of their type."""
    named = {}
    for entity, actor in zip(extraction.entities, ids, strict=True):
        met = (*entity.mentions, *entity.descriptions)
        if actor and any(event.start <= mention.start < event.end for mention in met):
            named[actor] = _TYPE_WEIGHT[entity.type]
    return named


def _share(named: Mapping[str, float], event: Event, profile: Profile, in_common: int) -> float:
    """Return from 0 to 1 how much of what a sentence names and tells an earlier article holds; 0 if dates forbid.

    A sentence that names states alone refers to an article only if it tells the month, and the two articles have other
    names in common (`in_common`): states do much else in a year.
    """
    if profile.published is None or not named or not _may_be_same_time(event.date, profile.published.value):
        return 0.0
    is_dated_well = edtf_date.precision(event.date) in {Precision.DAY, Precision.MONTH}
    if not profile.named & set(named) and not (is_dated_well and in_common >= IN_COMMON):
        return 0.0
    top = max(profile.actors.values())
    met = sum(weight * min(1.0, profile.actors.get(actor, 0) / weight / top) for actor, weight in named.items())
    words = _weigh([event.text], TOP_WORDS)
    told = sum(weight for word, weight in words.items() if word in profile.words) / (sum(words.values()) or 1.0)
    return 0.6 * met / sum(named.values()) + 0.4 * told


def _weigh(texts: Iterable[str], most: int) -> dict[str, float]:
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
