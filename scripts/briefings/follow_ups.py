"""Which of two articles follows up the other, where one has no date: by what one of them tells of the other's event.

A follow-up names the same people and uses the same words as the report it follows; as long as one of the two has no
date, nothing but such a sentence tells them from two reports of one event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from briefings import edtf_date
from briefings.background import (
    BACKGROUND,
    IN_COMMON,
    ONE_MATTER,
    ONE_STORY,
    find_background,
    matter_of,
    may_be_meant,
    named_in,
    names_of,
    refers_back,
    share_held,
    wordings_of,
)
from briefings.edtf_date import Precision
from briefings.extract.date_anchor import resolve
from briefings.extraction import date_from
from briefings.facts import OPENING, contradict
from briefings.findings import DateMention, Event, Extraction
from briefings.likeness import CLOSE_DAYS, SAME_EVENT, WEEK, likeness
from briefings.model import Basis, Kind, Published
from briefings.profile import NEWS_DAYS, STATED_DAY, TOP_WORDS, WEEKDAY, Profile, place_key, weigh_words
from briefings.saying_when import BEFORE, OF_YEARS, WHOLE_MONTHS, days_to_say, year_to_say

NEAR = re.compile(r"week|day|weekday|weekend")
"""Those of them that tell within a few days when that was."""
ANNOUNCED = re.compile(r"date (?P<month>[0-9]{2})-(?P<day>[0-9]{2}) (?:due|ahead)")
DAY = re.compile(r"(?:weekday|day|night|date|weekend) ")
"""The beginning of rules for days."""
MOST_ALIKE = 10
"""Articles that one may refer back to are looked at; a story of hundreds of articles must not take its square."""
MOST_DATES = 30
"""Dates of an article that may refer back are looked at: a seed may be nothing but dates."""
RETOLD = 0.55
"""Least share of a paragraph's weight that an article must hold for the paragraph to tell its news again."""


class _Found(Struct, frozen=True):
    """What one article tells of when an undated one is from."""

    score: float
    """How alike the two are."""
    earlier: str
    later: str
    """Stems, of which one is that of the dated article."""
    at: int
    """The paragraph of the later one that refers back."""
    seen: Published
    published: Published | None


class FollowUps(Struct, frozen=True):
    """What is known of undated articles before they are compared for one event."""

    apart: frozenset[tuple[str, str]]
    """Pairs (sorted stems) that are on different events, because one refers back to the other."""
    references: Mapping[str, Mapping[str, int]]
    """Stem → stem of an earlier article → the paragraph that refers back to it."""
    published: Mapping[str, Published]
    """Stem → the month of an article that has no date of its own."""
    seen: Mapping[str, Published]
    """Stem → a day or month to compare it by: when its news happened, or the latest day that its words allow."""


def find_follow_ups(
    extractions: Sequence[Extraction], ids: Sequence[Sequence[str | None]], profiles: Sequence[Profile]
) -> FollowUps:
    """Tell which articles are on different events, and when undated ones among them appeared.

    Found before same events are: `profiles` hold only the dates that the articles themselves give.
    """
    by_stem = {profile.stem: (extraction, profile) for extraction, profile in zip(extractions, profiles, strict=True)}
    apart: set[tuple[str, str]] = set()
    found: dict[str, list[_Found]] = defaultdict(list)
    for extraction, own_ids, own, meant in zip(extractions, ids, profiles, may_be_meant(profiles), strict=True):
        if own.published is None:
            found[own.stem] += _told_of_before(extraction, own_ids, own, meant)
            found[own.stem] += _told_of_that_day(extraction, own, meant)
            continue
        links = find_background(extraction, own_ids, meant, {}, is_settled=False)
        apart |= {_pair(own.stem, link.stem) for link in links}
        undated = [by_stem[other.stem] for other in meant if other.published is None and _may_be_followed(own, other)]
        for each in _told_by(extraction, own_ids, own, undated):
            found[each.earlier].append(each)
    apart |= {_pair(each.earlier, each.later) for those in found.values() for each in those}
    references: dict[str, dict[str, int]] = defaultdict(dict)
    best = {stem: max(those, key=lambda each: each.score) for stem, those in sorted(found.items()) if those}
    for each in best.values():
        references[each.later][each.earlier] = each.at
    return FollowUps(
        frozenset(apart),
        references,
        {stem: each.published for stem, each in best.items() if each.published},
        {stem: each.seen for stem, each in best.items()},
    )


def _may_be_followed(own: Profile, other: Profile) -> bool:
    return likeness(own, other) >= SAME_EVENT or len(own.people & other.people) >= IN_COMMON


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


# --- an undated article that looks back -----------------------------------------------------------------------------


def _told_of_before(
    extraction: Extraction, ids: Sequence[str | None], own: Profile, profiles: Iterable[Profile]
) -> Iterator[_Found]:
    """Yield what the articles that an undated one refers back to tell of its date, each article once."""
    before = list(islice((found for found in extraction.dates if BEFORE.fullmatch(found.rule)), MOST_DATES))
    of_years = list(islice((found for found in extraction.dates if OF_YEARS.fullmatch(found.rule)), MOST_DATES))
    names = names_of(extraction, ids)
    for profile in _most_alike(own, profiles) if before or of_years else ():
        if profile.published is None or len(profile.named & names) < IN_COMMON:
            continue
        yearly = _told_of_years_before(extraction, ids, of_years, profile, len(profile.named & names))
        if yearly is not None:
            at, year = yearly
            yield _Found(likeness(own, profile), profile.stem, own.stem, at, year, year)
            continue
        for found in before:
            days = days_to_say(found, extraction, profile)
            if not days:
                continue
            seen = Published(days[-1].isoformat(), Basis.CORPUS, seed=profile.stem)
            links = find_background(date_from(extraction, seen), ids, [profile], {})
            score = likeness(own, profile)
            is_day = edtf_date.precision(profile.published.value) is Precision.DAY
            is_near = is_day and NEAR.match(found.rule) is not None
            is_other = own.weekdays.isdisjoint(profile.weekdays) or contradict(own.facts, profile.facts)
            is_month = found.rule.startswith("month ") and is_other
            is_counted = WHOLE_MONTHS.fullmatch(found.rule) is not None
            is_theirs = is_counted or len(own.people & profile.people) >= ONE_STORY
            is_one_story = score >= SAME_EVENT or (is_theirs and len(own.named & profile.named) >= ONE_MATTER)
            is_alike = (is_near and score >= SAME_EVENT) or (is_month and is_one_story)
            if is_alike or any(link.at == found.at for link in links):
                months = {_month_of(day.isoformat(), profile.stem) for day in days}
                published = months.pop() if (is_day or is_counted) and len(months) == 1 else None
                yield _Found(score, profile.stem, own.stem, found.at, seen, published)
                break


def _told_of_years_before(
    extraction: Extraction, ids: Sequence[str | None], dates: Iterable[DateMention], profile: Profile, in_common: int
) -> tuple[int, Published] | None:
    """Return where an article tells of another's news by its month of a year before, and what that tells of its date.

    The sentence itself names what the other is about; for an anniversary to the day, many names in common will do.
    """
    found = []
    for one in dates:
        value = year_to_say(one, extraction, profile)
        if value is None:
            continue
        published = Published(value, Basis.CORPUS, seed=profile.stem)
        links = find_background(date_from(extraction, published), ids, [profile], {})
        is_anniversary = one.rule.startswith("year ") and in_common >= ONE_MATTER
        if is_anniversary or any(link.at == one.at for link in links):
            found.append((one.at, published))
    finest = max(found, key=lambda each: len(each[1].value), default=None)
    return finest if finest and all(finest[1].value.startswith(each.value[:4]) for _, each in found) else None


def _most_alike(own: Profile, profiles: Iterable[Profile]) -> list[Profile]:
    """Return the dated articles that are most like an undated one, the likest first."""
    dated = [profile for profile in profiles if profile.published is not None]
    scores = {profile.stem: (likeness(own, profile), len(own.people & profile.people)) for profile in dated}
    alike = [profile for profile in dated if max(scores[profile.stem])]
    return sorted(alike, key=lambda each: (*(-score for score in scores[each.stem]), each.stem))[:MOST_ALIKE]


def _told_of_that_day(extraction: Extraction, own: Profile, profiles: Iterable[Profile]) -> Iterator[_Found]:
    """Yield the same of articles alike whose day an undated one names behind its own news: `Streiken byrja 3. juni`."""
    opening = extraction.article.opening(OPENING)
    news = [match["day"] for one in extraction.dates if one.at in opening and (match := WEEKDAY.search(one.rule))]
    stated = [one for one in extraction.dates if news and one.at > max(opening) and STATED_DAY.match(one.rule)]
    for profile in _most_alike(own, profiles) if stated else ():
        if profile.published is None or edtf_date.precision(profile.published.value) is not Precision.DAY:
            continue
        first, _ = edtf_date.day_bounds(profile.published.value)
        for one in stated:
            day = resolve(one.rule, profile.published.value)
            if day is None or edtf_date.precision(day) is not Precision.DAY:
                continue
            then, _ = edtf_date.day_bounds(day)
            is_that = 0 <= (first - then).days <= 1 and int(news[0]) not in {then.isoweekday(), first.isoweekday()}
            if is_that and likeness(own, profile) >= SAME_EVENT:
                seen = Published(edtf_date.shifted(first, WEEK).isoformat(), Basis.CORPUS, seed=profile.stem)
                yield _Found(likeness(own, profile), profile.stem, own.stem, one.at, seen, None)
                break


def _month_of(value: str, giver: str) -> Published:
    return Published(edtf_date.month(value) or value, Basis.CORPUS, seed=giver)


# --- an undated article that another looks back to ------------------------------------------------------------------


def _told_by(
    extraction: Extraction,
    ids: Sequence[str | None],
    own: Profile,
    undated: Sequence[tuple[Extraction, Profile]],
) -> Iterator[_Found]:
    """Yield what a dated article tells of when undated ones are from whose news it refers back to."""
    published = extraction.published.value if extraction.published else None
    past = [event for event in extraction.events if refers_back(event, published)] if undated else []
    names, wordings = names_of(extraction, ids), wordings_of(extraction)
    for event in past:
        if edtf_date.precision(event.date) not in {Precision.DAY, Precision.MONTH}:
            continue
        when = Published(event.date, Basis.CORPUS, seed=own.stem)
        named, told = named_in(extraction, ids, event), matter_of(extraction, event)
        for other, profile in undated:
            dated, common = replace(profile, published=when), len(profile.named & names)
            score = share_held(named, told, event, dated, common, wordings)
            if score >= BACKGROUND:
                is_past = _is_that_day(event, extraction, past, profile) or _is_set_there(event, extraction, other)
            else:
                is_past = likeness(own, profile) >= SAME_EVENT and _is_retold(event, extraction, past, profile)
            if is_past:
                month = _month_of(event.date, own.stem)
                yield _Found(likeness(own, profile), profile.stem, own.stem, event.at, when, month)


def _is_that_day(event: Event, extraction: Extraction, past: Sequence[Event], profile: Profile) -> bool:
    """Tell whether an undated article has news of the weekday of a past day, and of none of the other's own days."""
    if edtf_date.precision(event.date) is not Precision.DAY:
        return False
    day = edtf_date.day_bounds(event.date)[0].isoweekday()
    return day in profile.weekdays and _is_of_other_days(extraction, past, profile)


def _is_of_other_days(extraction: Extraction, past: Sequence[Event], profile: Profile) -> bool:
    """Tell whether both articles have news of weekdays, and of none in common."""
    dates = (one for one in extraction.dates if not any(each.start <= one.start < each.end for each in past))
    weekdays = (WEEKDAY.search(one.rule) for one in dates)
    news = set(islice((int(match["day"]) for match in weekdays if match), NEWS_DAYS))
    return bool(news and profile.weekdays) and news.isdisjoint(profile.weekdays)


def _is_retold(event: Event, extraction: Extraction, past: Sequence[Event], profile: Profile) -> bool:
    """Tell whether the paragraph of an event of some month says again what an undated article of other days told."""
    if edtf_date.precision(event.date) is not Precision.MONTH or not _is_of_other_days(extraction, past, profile):
        return False
    paragraph = next(each for each in extraction.article.paragraphs if each.n == event.at)
    words = weigh_words([extraction.article.text[paragraph.start : paragraph.end]], TOP_WORDS)
    again = sum(weight for word, weight in words.items() if word in profile.words)
    return again >= RETOLD * sum(words.values())


def _is_set_there(event: Event, extraction: Extraction, other: Extraction) -> bool:
    """Tell whether an undated article opens where a past event took place, or announces the day of the other's news."""
    if edtf_date.precision(event.date) is not Precision.MONTH or extraction.published is None:
        return False
    return bool(_only_within(event, extraction) & _in_opening(other)) or _announces(other, extraction)


def _only_within(event: Event, extraction: Extraction) -> frozenset[str]:
    """Return the places, by key, that an article names in the sentence of an event and nowhere else."""
    return frozenset(
        place_key(place.name)
        for place in extraction.places
        if all(event.start <= mention.start < event.end for mention in place.mentions)
    )


def _in_opening(extraction: Extraction) -> frozenset[str]:
    """Return the places, by key, where the news of the headline, the captions and the first paragraphs is set.

    A sentence that tells a month, a year or longer tells no news.
    """
    looking_back = [date.start for date in extraction.dates if not DAY.match(date.rule)]
    told = [each for each in extraction.sentences if not any(each.start <= start < each.end for start in looking_back)]
    opening = extraction.article.opening(OPENING, Kind.HEADLINE, Kind.CAPTION)
    return frozenset(
        place_key(place.name)
        for place in extraction.places
        if any(
            mention.at in opening and any(each.start <= mention.start < each.end for each in told)
            for mention in place.mentions
        )
    )


def _announces(extraction: Extraction, later: Extraction) -> bool:
    """Tell whether a day that is to come in one article is one of the days of another's news."""
    announced = {match.groups() for one in extraction.dates if (match := ANNOUNCED.match(one.rule))}
    if not announced or later.published is None:
        return False
    first, last = edtf_date.day_bounds(later.published.value)
    days = {one.value for one in later.dates if one.value and edtf_date.precision(one.value) is Precision.DAY}
    exact = (edtf_date.day_bounds(day)[0] for day in days)
    news = {day for day in exact if edtf_date.shifted(first, -CLOSE_DAYS) <= day <= last}
    return any(day.strftime("%m-%d").split("-") == list(each) for day in news for each in announced)
