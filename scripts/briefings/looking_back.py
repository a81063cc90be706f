"""When an undated article appeared, by the day it reports and the earlier article it refers back to.

`Torsdag 12. juni` is a Thursday in one year of six; where the sentence `Graven ble funnet i fjor høst` refers to an
article of 2024, it is that of 2025.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from briefings import edtf_date
from briefings.background import IN_COMMON, find_background
from briefings.extraction import date_from
from briefings.facts import reported_day
from briefings.findings import Extraction
from briefings.model import Basis, Published
from briefings.profile import Profile

FARTHEST = timedelta(days=400)
"""From the earlier article to the day: what is taken up again after more than a year is dated by its year."""


def reports_a_day(extraction: Extraction) -> bool:
    """Tell whether an article without a date may be dated by the day it reports."""
    return extraction.published is None and reported_day(extraction) is not None


def date_by_earlier(extraction: Extraction, ids: Sequence[str | None], profiles: Iterable[Profile]) -> Extraction:
    """Return an undated extraction dated to the day it reports, if one of the articles `profiles` tells in which year.

    Otherwise, and where two of them disagree, it is returned as it is.
    """
    reported = reported_day(extraction) if extraction.published is None else None
    if reported is None:
        return extraction
    names = {actor for actor in ids if actor}
    found: list[tuple[float, str, Extraction]] = []
    for profile in profiles:
        if profile.published is None or len(profile.named & names) < IN_COMMON:
            continue
        day = _next(reported, edtf_date.day_bounds(profile.published.value)[1])
        if day is None:
            continue
        dated = date_from(extraction, Published(day.isoformat(), Basis.CORPUS, seed=profile.stem))
        found += [(-link.score, link.stem, dated) for link in find_background(dated, ids, [profile], {})]
    days = {dated.published.value for _, _, dated in found if dated.published}
    return min(found, key=lambda each: each[:2])[2] if len(days) == 1 else extraction


def to_month(extraction: Extraction) -> Extraction:
    """Return an extraction dated to the day by another article as one of that month: it may be of the day after."""
    known = extraction.published
    if known is None:
        return extraction
    return date_from(extraction, Published(edtf_date.month(known.value) or known.value, known.basis, seed=known.seed))


def _next(reported: tuple[int, int, int], after: date) -> date | None:
    """Return the first such day after `after` if its weekday is right and it is not too far."""
    month, number, weekday = reported
    for year in (after.year, after.year + 1):
        try:
            day = date(year, month, number)
        except ValueError:  # 29 February, or the last year of the calendar
            continue
        if after < day <= after + min(FARTHEST, date.max - after):
            return day if day.isoweekday() == weekday else None
    return None
