"""Which earlier articles a dated sentence refers back to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from briefings import edtf_date
from briefings.edtf_date import Precision
from briefings.findings import Event, Extraction
from briefings.likeness import CLOSE_DAYS, by_actor, may_be_same_time
from briefings.model import Published, Why
from briefings.profile import (
    PLACE,
    PLACE_WEIGHT,
    TOP_WORDS,
    TYPE_WEIGHT,
    Profile,
    place_key,
    weigh_words,
    without_names,
)
from briefings.words import informativeness, skeletons

BACKGROUND = 0.35
"""Least share of a sentence's weight that the earlier article must hold for the sentence to refer to it."""
SAME_MATTER = 0.15
"""Least share of a sentence's words, names left out, that the earlier article has, where they share one name only."""
SAME_WORDS = 2
"""And at least so many of them, where the sentence tells no more than the year: one company does much in a year."""
LATEST_WEEKDAY = re.compile(r"weekday ([1-7]) back")
RARE_NAME = 4.0
"""Least informativeness of the words of a name that are enough to know it by: in one document of fifty."""
IN_COMMON = 2
"""Persons, organisations and places in common that make two articles parts of one story."""


ONE_MATTER = 5
"""And so many where a sentence tells a day without any name: `Sagen begyndte den 18. november`."""
ONE_STORY = 3
"""And so many, where a place of several words (`Ytre Ramsøy`) is named in passing."""


class Link(Struct, frozen=True):
    """Why one article leads to another."""

    stem: str
    """The other article's seed stem."""
    why: Why
    at: int | None
    """The paragraph that refers back; None for the same event."""
    score: float
    shared: tuple[str, ...]
    """Ids of the actors both name, sorted."""


def find_background(
    extraction: Extraction,
    ids: Sequence[str | None],
    profiles: Iterable[Profile],
    shared_event: Mapping[str, Iterable[str]],
    *,
    is_settled: bool = True,
) -> tuple[Link, ...]:
    """Find the earlier articles whose event a dated sentence of this one refers back to.

    `profiles` are the articles that may be meant; `shared_event` lists, by stem, the articles on the same event. A
    sentence refers to one event: the best earlier article decides, and those on its event come along. Only once it is
    settled who shares an event may an article of May refer to one of 6 May by that day.
    """
    stem = extraction.article.seed.stem
    wordings = wordings_of(extraction)
    own = {stem, *shared_event.get(stem, ())}
    published = extraction.published.value if extraction.published else None
    own_month = published if is_settled and published and edtf_date.precision(published) is Precision.MONTH else None
    earlier = [
        profile
        for profile in profiles
        if profile.stem not in own and (_is_earlier(profile, published) or _is_day_of(profile.published, own_month))
    ]
    by_stem = {profile.stem: profile for profile in earlier}
    own_names = names_of(extraction, ids)
    found: dict[str, Link] = {}
    for event in extraction.events:
        by_day = own_month is not None and _is_day(event.date, own_month) and _is_past(extraction, event)
        weekday = _weekday(extraction, event) if own_month is not None and event.date == own_month else None
        if not by_day and weekday is None and not refers_back(event, published):
            continue
        named = named_in(extraction, ids, event)
        told = matter_of(extraction, event)
        scores = {
            profile.stem: share_held(named, told, event, profile, len(profile.named & own_names), wordings)
            for profile in earlier
            if not (by_day or weekday) or _is_day_of(profile.published, own_month, weekday)
        }
        best = min(scores, key=lambda other: (-scores[other], other), default=None)
        if best is None or scores[best] < BACKGROUND:
            continue
        for other in sorted({best, *shared_event.get(best, ())} & set(by_stem)):
            shared = tuple(sorted(set(named) & set(by_stem[other].actors)))
            link = Link(other, Why.BACKGROUND, event.at, scores[other], shared)
            if other not in found or found[other].score < link.score:
                found[other] = link
    return tuple(found[other] for other in sorted(found))


def may_be_meant(profiles: Sequence[Profile]) -> Iterator[list[Profile]]:
    """Yield, for each article, those that share a person, organisation or place with it."""
    index = by_actor(profiles)
    by_stem = {profile.stem: profile for profile in profiles}
    for profile in profiles:
        stems = {stem for actor in profile.named for stem in index.get(actor, ())} - {profile.stem}
        yield [by_stem[stem] for stem in sorted(stems)]


def names_of(extraction: Extraction, ids: Sequence[str | None]) -> frozenset[str]:
    """Return the actors by id, and the places by key, that an article names."""
    return frozenset(actor for actor in ids if actor) | {place_key(place.name) for place in extraction.places}


def wordings_of(extraction: Extraction) -> dict[str, str]:
    """Return an article's places by key, as it writes them."""
    return {place_key(place.name): place.name for place in extraction.places}


def matter_of(extraction: Extraction, event: Event) -> dict[str, float]:
    """Return how much each word of an event's sentence tells, names left out."""
    (matter,) = without_names(extraction, [(event.start, event.end)])
    return weigh_words([matter], TOP_WORDS)


def _is_earlier(profile: Profile, published: str | None) -> bool:
    return profile.published is not None and published is not None and _is_before(profile.published.value, published)


def _is_day_of(published: Published | None, month: str | None, weekday: int | None = None) -> bool:
    """Tell whether a publication date is a day of a month, and such a weekday if one is named."""
    if published is None or month is None or not _is_day(published.value, month):
        return False
    return weekday is None or edtf_date.day_bounds(published.value)[0].isoweekday() == weekday


def _weekday(extraction: Extraction, event: Event) -> int | None:
    """Return the ISO number of the weekday on which a sentence tells that something happened."""
    rules = (one.rule for one in extraction.dates if event.start <= one.start < event.end and one.text == event.said)
    match = LATEST_WEEKDAY.fullmatch(next(rules, ""))
    return int(match[1]) if match else None


def _is_day(value: str, month: str) -> bool:
    return edtf_date.precision(value) is Precision.DAY and edtf_date.contains(month, value)


def _is_past(extraction: Extraction, event: Event) -> bool:
    """Tell whether the day of a sentence is told of in the past, by a verb or with its year."""
    rules = [one.rule for one in extraction.dates if event.start <= one.start < event.end and one.text == event.said]
    return bool(rules) and not rules[0].endswith(("ahead", "near", "due"))


def refers_back(event: Event, published: str | None) -> bool:
    """Tell whether a sentence is dated before its article: wholly, or by a month where only the year is known.

    What happened a few days before is the article's own news.

    An article dated no finer than its year may report the very day it names; but in July, nobody writes `in July this
    year`.
    """
    if event.said is None or published is None:
        return False
    first, last = edtf_date.day_bounds(event.date)
    first_own, last_own = edtf_date.day_bounds(published)
    if last < first_own:
        is_news = first == last and first_own == last_own and (first_own - last).days <= CLOSE_DAYS
        return not is_news
    in_own_year = edtf_date.precision(published) is Precision.YEAR and last < last_own
    return in_own_year and edtf_date.precision(event.date) is Precision.MONTH


def named_in(extraction: Extraction, ids: Sequence[str | None], event: Event) -> dict[str, float]:
    """Return the actors and places that a sentence tells of, by id, with the weight of their type.

    Whoever only says it is left out: one minister speaks of many things.
    """
    named = {}
    said = [one for one in extraction.statements if one.start < event.end and event.start < one.end]
    telling = {source.entity for one in said for source in (one.speaker, *one.via) if source}
    for index, (entity, actor) in enumerate(zip(extraction.entities, ids, strict=True)):
        met = (*entity.mentions, *entity.descriptions)
        if actor and index not in telling and any(event.start <= mention.start < event.end for mention in met):
            named[actor] = TYPE_WEIGHT[entity.type]
    for place in extraction.places:
        if any(event.start <= mention.start < event.end for mention in place.mentions):
            named[place_key(place.name)] = PLACE_WEIGHT
    return named


def share_held(  # noqa: PLR0913, PLR0917 - a sentence, what it is compared with, and what they have in common
    named: Mapping[str, float],
    matter: Mapping[str, float],
    event: Event,
    profile: Profile,
    in_common: int,
    wordings: Mapping[str, str],
) -> float:
    """Return from 0 to 1 how much of what a sentence names and tells an earlier article holds; 0 if dates forbid.

    A sentence that names states alone refers to an article only if it tells the month, and the two articles have other
    names in common (`in_common`): states do much else in a year.
    """
    if profile.published is None or not may_be_same_time(event.date, profile.published.value):
        return 0.0
    if not named:
        return BACKGROUND if in_common >= ONE_MATTER and _is_told_of_day(event.date, profile.published.value) else 0.0
    worded = {name for name in set(named) - set(profile.actors) if _is_worded(wordings.get(name, name), profile)}
    if in_common >= ONE_STORY:
        worded |= {name for name in named if " " in wordings.get(name, "") and _is_named(name, profile)}
    shared = (profile.named & set(named)) | worded
    is_dated_well = edtf_date.precision(event.date) in {Precision.DAY, Precision.MONTH}
    is_that_day = in_common >= IN_COMMON and _is_day_before(event.date, profile.published.value)
    is_other_matter = not is_matter(matter, profile, 0 if is_dated_well else SAME_WORDS)
    if len(shared) == 1 and is_other_matter and not is_that_day:
        return 0.0
    if not shared and not (is_dated_well and in_common >= IN_COMMON):
        return 0.0
    top = max(profile.actors.values())
    met = sum(weight * min(1.0, profile.actors.get(actor, 0) / weight / top) for actor, weight in named.items())
    met += sum(named[name] for name in worded)
    words = weigh_words([event.text], TOP_WORDS)
    told = sum(weight for word, weight in words.items() if word in profile.words) / (sum(words.values()) or 1.0)
    return 0.6 * met / sum(named.values()) + 0.4 * told


def is_matter(matter: Mapping[str, float], profile: Profile, least: int = 1) -> bool:
    """Tell whether an article has enough of the words of a sentence, names left out, and `least` of them."""
    again = [weight for word, weight in matter.items() if word in profile.matter]
    return len(again) >= least and sum(again) >= SAME_MATTER * sum(matter.values())


def _is_told_of_day(day: str, published: str) -> bool:
    """Tell whether an article appeared on a day that a sentence names, on the next, or some time in its month."""
    return _is_day_before(day, published) or (
        edtf_date.precision(published) is Precision.MONTH and _is_day(day, published)
    )


def _is_day_before(day: str, published: str) -> bool:
    """Tell whether an article appeared on the very day that a sentence names, or on the next."""
    (first, last), (first_own, last_own) = edtf_date.day_bounds(day), edtf_date.day_bounds(published)
    return first == last and first_own == last_own and 0 <= (first_own - first).days <= 1


def _is_named(place: str, profile: Profile) -> bool:
    """Tell whether an article names a place, be it read as a place there or as somebody."""
    return place in profile.actors or place in {place_key(actor.replace("-", " ")) for actor in profile.named}


def _is_worded(name: str, profile: Profile) -> bool:
    """Tell whether an article has the words of a rare name, whatever they are read as there: a ship is no actor."""
    words = set(skeletons(name.removeprefix(PLACE).replace("-", " ")))
    return words <= set(profile.words) and sum(map(informativeness, words)) >= RARE_NAME


def _is_before(one: str, other: str) -> bool:
    return edtf_date.day_bounds(one)[1] < edtf_date.day_bounds(other)[1]
