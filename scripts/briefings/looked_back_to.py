"""When an undated article appeared, by what a dated one that looks back to it tells of its news."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from briefings import edtf_date
from briefings.background import BACKGROUND, matter_of, named_in, names_of, refers_back, share_held, wordings_of
from briefings.edtf_date import Precision
from briefings.facts import OPENING
from briefings.findings import Event, Extraction
from briefings.likeness import CLOSE_DAYS, SAME_EVENT, likeness
from briefings.model import Basis, Kind, Published
from briefings.profile import NEWS_DAYS, TOP_WORDS, WEEKDAY, Profile, place_key, weigh_words

ANNOUNCED = re.compile(r"date (?P<month>[0-9]{2})-(?P<day>[0-9]{2}) (?:due|ahead)")
DAY = re.compile(r"(?:weekday|day|night|date|weekend) ")
"""The beginning of rules for days."""
RETOLD = 0.55
"""Least share of a paragraph's weight that an article must hold for the paragraph to tell its news again."""


class Found(Struct, frozen=True):
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


def month_of(value: str, giver: str) -> Published:
    """Return the month of a date (EDTF) as when an article appeared, told by another (its stem)."""
    return Published(edtf_date.month(value) or value, Basis.CORPUS, seed=giver)


def told_by(
    extraction: Extraction,
    ids: Sequence[str | None],
    own: Profile,
    undated: Sequence[tuple[Extraction, Profile]],
) -> Iterator[Found]:
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
                month = month_of(event.date, own.stem)
                yield Found(likeness(own, profile), profile.stem, own.stem, event.at, when, month)


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
