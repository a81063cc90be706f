"""The year of `I går, onsdag 13. desember`: the only one within the article's bounds in which that day is a Wednesday.

A weekday falls on a day of the month every fifth, sixth or eleventh year, so that it tells nothing without two bounds.
What is told as over is not younger than the article (`vedtatt i 2023`), what is to come not older (`skal stå ferdig i
2027`), and who goes into a year is at its doorstep (`går inn i 2024`). Where the article keeps an anniversary (`ti år
efter at de ankom i 2013`), that gives the year, if the weekday agrees.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, pairwise

from briefings.edtf_date import is_valid
from briefings.extract.date_words import tokenise, vocabulary
from briefings.findings import DateMention
from briefings.model import Article, Kind, Paragraph

DAY_SHIFT = re.compile(r"day (-?[0-2])")
WEEKDAY_DATE = re.compile(r"date (?P<day>[0-9]{2}-[0-9]{2}) \w+ weekday (?P<weekday>[1-7])")
APPOSITION = re.compile(r"\s*[,(–-]\s*(?:den\s+)?|\s+", re.IGNORECASE)
ENTERED = re.compile(r"\b(?:går|gå)\b[^.!?\n]{0,40}\b(?:inn|ind)\s+$", re.IGNORECASE)
REACH = 160
"""Characters around a year in which its sentence is looked for."""
SENTENCE_END = re.compile(r"(?<!\b[0-9])(?<!\b[0-9]{2})[.!?](?=\s)|\n")
SINCE = re.compile(r"\b(?P<years>[0-9]{1,3}|[a-zæøå]+) år (?P<from>siden|sidan|etter|efter)\b", re.IGNORECASE)
IS_SINCE = re.compile(r"\b(?:det er|er det)\b[^.,;:!?\n]{0,20}$", re.IGNORECASE)
RUNNING = frozenset({Kind.HEADLINE, Kind.LEAD, Kind.PARAGRAPH, Kind.QUOTE})
LONGEST = 10
"""Years between two bounds: beyond these, most weekdays fit twice."""
STANDING = frozenset({"year", "month", "day", "season", "named"})
Claim = tuple[str, DateMention]


def days_of_bounded_years(article: Article, dates: tuple[DateMention, ...]) -> Iterator[Claim]:
    """Yield the day of publication that a day told by shift, weekday, day and month gives within the bounds."""
    bounds, kept = None, None
    for shift, told in pairwise(dates):
        count, day = DAY_SHIFT.fullmatch(shift.rule), WEEKDAY_DATE.fullmatch(told.rule)
        if count is None or day is None or shift.at != told.at:
            continue
        if not APPOSITION.fullmatch(article.text, shift.end, told.start):
            continue
        bounds = bounds or _bounds(article, dates)
        fitting = list(_fitting(day["day"], int(day["weekday"]), *bounds))
        if not fitting:
            kept = list(_years_of_anniversaries(article, dates)) if kept is None else kept
            years = {year for low, high, years in kept if low <= told.start < high for year in years}
            fitting = [each for year in sorted(years) for each in _fitting(day["day"], int(day["weekday"]), year, year)]
        if len(fitting) == 1:
            yield (fitting[0] - timedelta(days=int(count[1]))).isoformat(), told


def _fitting(day: str, weekday: int, first: int, last: int) -> Iterator[date]:
    for year in range(first, last + 1) if last - first <= LONGEST else ():
        value = f"{year:04d}-{day}"
        if is_valid(value) and date.fromisoformat(value).isoweekday() == weekday:
            yield date.fromisoformat(value)


def _years_of_anniversaries(article: Article, dates: tuple[DateMention, ...]) -> Iterator[tuple[int, int, set[int]]]:
    """Yield sentences (start, end) with the years of which they say that an anniversary is kept in the article's own.

    So many years are counted from the one year the sentence names; from each the article names where it names none,
    which only helps a day that stands in that sentence. None lies before another year that the article names.
    """
    text, kinds = article.text, {p.n: p.kind for p in article.paragraphs}
    years_at = [
        (found.start, int(found.value[:4]))
        for found in dates
        if found.rule in {"year", "month", "day"} and found.value and kinds[found.at] in RUNNING
    ]
    named = {year for _, year in years_at}
    told = (p for p in article.paragraphs if p.kind in RUNNING) if named else ()
    since = ((match, p) for p in told for match in SINCE.finditer(text, p.start, p.end))
    for match, paragraph in islice(since, MOST):
        years = _number(match["years"].lower())
        low, high = _sentence(text, match.start(), match.end(), paragraph)
        if years is None or not _is_kept_now(text, low, high, match):
            continue
        beside = {year for start, year in years_at if low <= start < high}
        if len(beside) <= 1:
            bases, alone = beside or named, not beside
            fitting = {base + years for base in bases if base + years >= max(named)}
            yield (low if alone else 0), (high if alone else len(text)), fitting


MOST = 20
"""Times that `ti år siden` is looked at: a seed may be nothing else."""


def _is_kept_now(text: str, low: int, high: int, since: re.Match[str]) -> bool:
    """Tell `ti år efter …, er det slut` and `markerte at det er ti år siden` from `døde ti år etter ulykken`."""
    if since["from"].lower() in {"siden", "sidan"}:
        return IS_SINCE.search(text, low, since.start()) is not None
    words, known = set(tokenise(text, low, high).lows), vocabulary().sets
    return not words.isdisjoint(known["present_words"]) and words.isdisjoint(known["narrative_words"])


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else vocabulary().cardinals.get(word)


def _sentence(text: str, start: int, end: int, paragraph: Paragraph) -> tuple[int, int]:
    low, high = max(paragraph.start, start - REACH), min(paragraph.end, end + REACH)
    first = max((match.end() for match in SENTENCE_END.finditer(text, low, start)), default=low)
    return first, next((match.start() for match in SENTENCE_END.finditer(text, end, high)), high)


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
