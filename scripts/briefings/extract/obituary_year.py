"""The year of an obituary: who was born on 12 March 1938 and lived to 88 died in the year from 12 March 2026 on.

Every day of the calendar lies once within that year, so that `gravferda blir fredag 27. november` has a year of its
own; its weekday must agree. Of who was born in 1938 it is one of two years, and the weekday tells which. Funerals are
announced within `NOTICE` days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from briefings.edtf_date import day_bounds, is_valid
from briefings.extract.own_year import OPENING_HEADS, called, sentence_of, who_of
from briefings.findings import DateMention
from briefings.model import Article, Kind, Paragraph

NOTICE = 14
"""Days before a funeral in which it is announced."""
LATEST_DEATH = 10
"""Month up to which a death is told of in its own year, even by friends who take weeks to write."""
OPENING = 4
"""Paragraphs, headline included, that tell how old somebody lived to be."""
LEAP_DAY = (2, 29)
MOST_DATES = 40
"""Dates that are looked at: a seed may be nothing else."""
HEADS = frozenset({Kind.HEADLINE, Kind.LEAD, Kind.PARAGRAPH, Kind.QUOTE})
_DIED = re.compile(
    r"\b(?:er død|døde|døydde|døydd|(?:gått|gikk|gjekk|gået|gik) bort|(?:sovnet|sovna|sov) (?:inn|ind))\b"
)
_LIVED = re.compile(
    r"\b(?:ble|blei|vart|blev)(?: bare| kun| berre)? (?P<age>[0-9]{2,3}) år\b"
    r"|\b(?:døde|døydde|bort|inn|ind)\b(?:[^.!?\n]|\.(?= [a-z])){0,60}, "
    r"(?P<old>[0-9]{2,3}) år (?:gammel|gamal|gammal)\b"
)
"""`ble 87 år`, `døde søndag 2. mars, 87 år gammel`."""
_BORN = re.compile(r"\b(?:født|fødd|fødtes)\b[^.!?\n]{0,60}\Z")
_BURIED = re.compile(r"(?i)\b(?:gravferd|gravleg|bisett|bisæt|begrav|minnehøytid|mindehøjtid|minnestund)")
_DAY = re.compile(r"date (?P<month>[0-9]{2})-(?P<day>[0-9]{2}) (?P<way>\w+)(?: weekday (?P<weekday>[1-7]))?")
Claim = tuple[str, DateMention]


def obituary_years(article: Article, dates: tuple[DateMention, ...]) -> Iterator[Claim]:
    """Yield the month or year that the day of a death or of a funeral gives, each with the words that give it."""
    text = article.text
    told = [paragraph for paragraph in article.paragraphs if paragraph.kind in HEADS]
    if not any(_DIED.search(text, each.start, each.end) for each in told[:OPENING]):
        return
    lived = (match for each in told[:OPENING] for match in _LIVED.finditer(text, each.start, each.end))
    ages = {match["age"] or match["old"] for match in lived}
    kinds = {paragraph.n: paragraph for paragraph in told}
    dated = list(islice((found for found in dates if found.at in kinds), MOST_DATES))
    people = called(text, told[:OPENING_HEADS])
    births = set(_births(text, dated, kinds, people))
    if len(ages) != 1 or len(births) != 1:
        return
    first, last = _years_of_death(births.pop(), int(ages.pop()))
    for found in dated:
        match = _DAY.fullmatch(found.rule)
        if match is None:
            continue
        start, end = sentence_of(text, found.start, found.end, kinds[found.at])
        days = (f"{year:04d}-{match['month']}-{match['day']}" for year in (first.year, last.year))
        fitting = {date.fromisoformat(day) for day in days if is_valid(day)}
        fitting = {day for day in fitting if first <= day <= last and match["weekday"] in {None, str(day.isoweekday())}}
        if len(fitting) == 1:
            (day,) = fitting
            if match["way"] != "back" and _BURIED.search(text, start, end):
                yield from ((value, found) for value in _of_notice(day))
            died = match["way"] == "back" and _DIED.search(text, start, end) and who_of(text, start, end, people)
            if died and day.month <= LATEST_DEATH:
                yield f"{day.year:04d}", found


def _births(text: str, dates: list[DateMention], kinds: dict[int, Paragraph], people: frozenset[str]) -> Iterator[str]:
    """Yield the days, or years, in which the one the article opens with is told to have been born."""
    for found in dates:
        if found.rule not in {"day", "year"} or found.value is None:
            continue
        start, end = sentence_of(text, found.start, found.end, kinds[found.at])
        if _BORN.search(text, start, found.start) and who_of(text, start, end, people):
            yield found.value


def _years_of_death(born: str, age: int) -> tuple[date, date]:
    """Return the first and last day on which somebody was so old."""
    first, last = day_bounds(born)
    if (first.month, first.day) == LEAP_DAY:
        first = last = first.replace(day=28)
    return first.replace(year=first.year + age), last.replace(year=last.year + age + 1) - timedelta(days=first == last)


def _of_notice(funeral: date) -> Iterator[str]:
    """Yield the month in which a funeral to come was announced, or the year where it may have been the month before."""
    earliest = funeral - timedelta(days=NOTICE)
    if earliest.month == funeral.month:
        yield f"{funeral:%Y-%m}"
    elif earliest.year == funeral.year:
        yield f"{funeral:%Y}"
