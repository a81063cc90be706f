"""Which of two articles follows up the other, where one has no date: by what one of them tells of the other's event.

A follow-up names the same people and uses the same words as the report it follows; as long as one of the two has no
date, nothing but such a sentence tells them from two reports of one event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from msgspec import Struct

from briefings import edtf_date
from briefings.background import (
    IN_COMMON,
    ONE_MATTER,
    ONE_STORY,
    find_background,
    is_matter,
    matter_of,
    may_be_meant,
    names_of,
)
from briefings.edtf_date import Precision
from briefings.extract.date_anchor import resolve
from briefings.extraction import date_from
from briefings.facts import OPENING, contradict
from briefings.findings import DateMention, Extraction
from briefings.likeness import SAME_EVENT, WEEK, likeness
from briefings.looked_back_to import ANNOUNCED, Found, month_of, told_by
from briefings.model import Basis, Published
from briefings.profile import STATED_DAY, WEEKDAY, Profile
from briefings.saying_when import BEFORE, OF_YEARS, WHOLE_MONTHS, days_to_say, year_to_say

NEAR = re.compile(r"week|day|weekday|weekend")
"""Those of them that tell within a few days when that was."""
MOST_ALIKE = 10
"""Articles that one may refer back to are looked at; a story of hundreds of articles must not take its square."""
MOST_DATES = 30
"""Dates of an article that may refer back are looked at: a seed may be nothing but dates."""


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
    found: dict[str, list[Found]] = defaultdict(list)
    for extraction, own_ids, own, meant in zip(extractions, ids, profiles, may_be_meant(profiles), strict=True):
        if own.published is None:
            found[own.stem] += _told_of_before(extraction, own_ids, own, meant)
            found[own.stem] += _told_of_that_day(extraction, own, meant)
            continue
        links = find_background(extraction, own_ids, meant, {}, is_settled=False)
        apart |= {_pair(own.stem, link.stem) for link in links}
        undated = [by_stem[other.stem] for other in meant if other.published is None and _may_be_followed(own, other)]
        for each in told_by(extraction, own_ids, own, undated):
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
) -> Iterator[Found]:
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
            yield Found(likeness(own, profile), profile.stem, own.stem, at, year, year)
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
                months = {month_of(day.isoformat(), profile.stem) for day in days}
                published = months.pop() if (is_day or is_counted) and len(months) == 1 else None
                yield Found(score, profile.stem, own.stem, found.at, seen, published)
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
        is_that_day = one.rule.startswith("date ") and _leads_to(
            one, date_from(extraction, published), profile, in_common
        )
        if is_anniversary or is_that_day or any(link.at == one.at for link in links):
            found.append((one.at, published))
    finest = max(found, key=lambda each: len(each[1].value), default=None)
    return finest if finest and all(finest[1].value.startswith(each.value[:4]) for _, each in found) else None


def _most_alike(own: Profile, profiles: Iterable[Profile]) -> list[Profile]:
    """Return the dated articles that are most like an undated one, the likest first."""
    dated = [profile for profile in profiles if profile.published is not None]
    scores = {one.stem: (likeness(own, one), len(own.people & one.people), len(own.keys & one.keys)) for one in dated}
    alike = [one for one in dated if any(scores[one.stem][:2]) or scores[one.stem][2] >= ONE_STORY]
    return sorted(alike, key=lambda each: (*(-score for score in scores[each.stem]), each.stem))[:MOST_ALIKE]


def _told_of_that_day(extraction: Extraction, own: Profile, profiles: Iterable[Profile]) -> Iterator[Found]:
    """Yield the same of articles whose day an undated one names beside its own news: `Streiken byrja 3. juni`.

    What is alike is named so behind the opening; with the other article the sentence itself has something in common.
    """
    opening = extraction.article.opening(OPENING)
    news = [int(match["day"]) for one in extraction.dates if one.at in opening and (match := WEEKDAY.search(one.rule))]
    stated = [one for one in extraction.dates if news and STATED_DAY.match(one.rule)][:MOST_DATES]
    for profile in _most_alike(own, profiles) if stated else ():
        if profile.published is None or edtf_date.precision(profile.published.value) is not Precision.DAY:
            continue
        first, _ = edtf_date.day_bounds(profile.published.value)
        seen = Published(edtf_date.shifted(first, WEEK).isoformat(), Basis.CORPUS, seed=profile.stem)
        score, in_common = likeness(own, profile), len(own.keys & profile.keys)
        for one in stated:
            if not _is_of_day(one, first, news[0]):
                continue
            if score >= SAME_EVENT and one.at > max(opening):
                yield Found(score, profile.stem, own.stem, one.at, seen, None)
                break
            if score < SAME_EVENT and _leads_to(one, date_from(extraction, seen), profile, in_common):
                yield Found(score, profile.stem, own.stem, one.at, seen, _year_before_announced(extraction, profile))
                break


def _is_of_day(found: DateMention, published: date, news: int) -> bool:
    """Tell whether a date is that of an article's news, and neither it nor the next is of a weekday (ISO)."""
    day = resolve(found.rule, published.isoformat())
    if day is None or edtf_date.precision(day) is not Precision.DAY:
        return False
    then, _ = edtf_date.day_bounds(day)
    return 0 <= (published - then).days <= 1 and news not in {then.isoweekday(), published.isoweekday()}


def _leads_to(found: DateMention, dated: Extraction, profile: Profile, in_common: int) -> bool:
    """Tell whether the sentence of a date has words of its own in common with an article that names the same."""
    if in_common < ONE_STORY:
        return False
    told = (matter_of(dated, event) for event in dated.events if event.start <= found.start < event.end)
    return any(is_matter(matter, profile) for matter in told)


def _year_before_announced(extraction: Extraction, profile: Profile) -> Published | None:
    """Return the year of an earlier article where a later one announces a day of what is left of that year."""
    if profile.published is None:
        return None
    first, _ = edtf_date.day_bounds(profile.published.value)
    day = (f"{first.month:02d}", f"{first.day:02d}")
    ahead = [match.groups() for one in extraction.dates if (match := ANNOUNCED.match(one.rule))]
    is_same = bool(ahead) and min(ahead) > day
    return Published(f"{first.year:04d}", Basis.CORPUS, seed=profile.stem) if is_same else None
