"""Which sentences tell only of long ago: background, not news."""

from __future__ import annotations

from bisect import bisect_left

from briefings.edtf_date import OPEN_END, day_bounds
from briefings.extract.asides import is_aside
from briefings.findings import Extraction, Sentence

YEARS_BACK = 2
"""Calendar years between a sentence's newest date and the article's, so that the sentence is background."""


def is_stale(extraction: Extraction, sentence: Sentence) -> bool:
    """Tell whether all the dates that a sentence names end years before the article, and date what it tells."""
    published = extraction.published
    if published is None:
        return False
    first = bisect_left(extraction.dates, sentence.start, key=lambda date: date.start)
    last = bisect_left(extraction.dates, sentence.end, key=lambda date: date.start)
    dates = extraction.dates[first:last]
    if not dates or any(is_aside(extraction.article.text, date, (sentence,), published) for date in dates):
        return False
    newest = day_bounds(published.value)[0].year - YEARS_BACK
    values = [date.value for date in dates]
    return all(
        value is not None and OPEN_END not in value.split("/") and day_bounds(value)[1].year <= newest
        for value in values
    )
