"""The year of `I går, onsdag 13. desember`: the only one within the article's bounds in which that day is a Wednesday.

A weekday falls on a day of the month every fifth, sixth or eleventh year, so that it tells nothing without two bounds.
What is told as over is not younger than the article (`vedtatt i 2023`), what is to come not older (`skal stå ferdig i
2027`), and who goes into a year is at its doorstep (`går inn i 2024`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from briefings.edtf_date import is_valid
from briefings.extract.date_words import tokenise, vocabulary
from briefings.findings import DateMention
from briefings.model import Article, Kind

DAY_SHIFT = re.compile(r"day (-?[0-2])")
WEEKDAY_DATE = re.compile(r"date (?P<day>[0-9]{2}-[0-9]{2}) \w+ weekday (?P<weekday>[1-7])")
APPOSITION = re.compile(r"\s*[,(–-]\s*(?:den\s+)?|\s+", re.IGNORECASE)
ENTERED = re.compile(r"\b(?:går|gå)\b[^.!?\n]{0,40}\b(?:inn|ind)\s+$", re.IGNORECASE)
REACH = 160
"""Characters around a year in which its sentence is looked for."""
SENTENCE_END = re.compile(r"(?<!\b[0-9])(?<!\b[0-9]{2})[.!?](?=\s)|\n")
LONGEST = 10
"""Years between two bounds: beyond these, most weekdays fit twice."""
STANDING = frozenset({"year", "month", "day", "season", "named"})
Claim = tuple[str, DateMention]


def days_of_bounded_years(article: Article, dates: tuple[DateMention, ...]) -> Iterator[Claim]:
    """Yield the day of publication that a day told by shift, weekday, day and month gives within the bounds."""
    bounds = None
    for shift, told in pairwise(dates):
        count, day = DAY_SHIFT.fullmatch(shift.rule), WEEKDAY_DATE.fullmatch(told.rule)
        if count is None or day is None or shift.at != told.at:
            continue
        if not APPOSITION.fullmatch(article.text, shift.end, told.start):
            continue
        bounds = bounds or _bounds(article, dates)
        fitting = list(_fitting(day["day"], int(day["weekday"]), *bounds))
        if len(fitting) == 1:
            yield (fitting[0] - timedelta(days=int(count[1]))).isoformat(), told


def _fitting(day: str, weekday: int, first: int, last: int) -> Iterator[date]:
    for year in range(first, last + 1) if last - first <= LONGEST else ():
        value = f"{year:04d}-{day}"
        if is_valid(value) and date.fromisoformat(value).isoweekday() == weekday:
            yield date.fromisoformat(value)


def _bounds(article: Article, dates: tuple[DateMention, ...]) -> tuple[int, int]:
    """Return the first and last year the article can be of; the first is greater where they are not known."""
    over, to_come, entered = [], [], []
    text, foreign = article.text, {p.n for p in article.paragraphs if p.kind in {Kind.BOILERPLATE, Kind.CREDIT}}
    ends = [match.start() for match in SENTENCE_END.finditer(text)]
    for found in dates:
        value = found.value or ""
        if found.at in foreign:
            continue
        if found.rule == "until" and value[3:].isdigit():
            to_come.append(int(value[3:]))
        if found.rule not in STANDING | {"since"} or not value[:4].isdigit():
            continue
        year = int(value[:4])
        if ENTERED.search(text, max(0, found.start - REACH), found.start):
            entered.append(year)
        elif found.rule != "since" and _is_to_come(text, found, ends):
            to_come.append(year)
        else:
            over.append(year)
    first = max([*over, *(year - 1 for year in entered)], default=1)
    last = min([*to_come, *entered], default=0)
    return (first, last) if over or entered else (1, 0)


def _is_to_come(text: str, found: DateMention, ends: list[int]) -> bool:
    at = bisect_right(ends, found.start)
    low = max(ends[at - 1] if at else 0, found.start - REACH)
    high = min(ends[at] if at < len(ends) else len(text), found.end + REACH)
    words, known = set(tokenise(text, low, high).lows), vocabulary().sets
    return not words.isdisjoint(known["future_words"]) and words.isdisjoint(known["past_words"] - {"har"})
