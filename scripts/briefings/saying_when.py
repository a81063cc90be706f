"""On which days words like `for tre veker sidan`, `i forrige måned` or `i november i fjor` mean an article's news.

What they mean is reckoned backwards: an article that says `i forrige måned` of what another reported in May is of June.
"""

from __future__ import annotations

import re
from datetime import date

from briefings import edtf_date
from briefings.extract.date_anchor import resolve
from briefings.extract.date_names import in_year
from briefings.extract.date_words import vocabulary
from briefings.findings import DateMention, Extraction, Sentence
from briefings.likeness import CLOSE_DAYS
from briefings.profile import STATED_DAY, Profile

BEFORE = re.compile(
    r"(?:(?:weekday (?P<weekday>[1-7])|weekend) of )?week -[1-9]|month -[1-9]|day -(?:[7-9]|[1-9][0-9])(?: about)?"
    r"|(?:month|season) [0-9]{2} (?:back|last)"
)
"""Rules of dates before an article's own news: `tysdag i førre veke`, `for to uker siden`, `i forrige måned`."""
OF_YEARS = re.compile(r"(?:(?:month|date) (?P<part>[0-9]{2}(?:-[0-9]{2})?) of )?year -(?P<years>[0-9]{1,2})")
"""Of those that count years: `i november i fjor`, `et år siden`."""
WHOLE_MONTHS = re.compile(r"month -[0-9]")
DAYS_AGO = re.compile(r"day -(?P<days>[0-9]+)(?P<about> about)?")
ABOUT_DAYS = 2
"""`For tre uker siden` may be said so many days sooner or later."""
FARTHEST = 100
"""Days after an article within which another says `forrige uke` or `for to måneder siden` of it."""
OWN_DAY = re.compile(r"day 0|weekday (?P<weekday>[1-7]) (?:back|ahead|nearest)")
IS_SINCE = re.compile(r"\b(?:er det|det er)\b[^.,;:!?\n]*$", re.IGNORECASE)
EXACTLY = re.compile(rf"\b(?:{'|'.join(sorted(vocabulary().sets['exactly']))})\s+$", re.IGNORECASE)
REACH = 200
"""Characters before `et år siden` that may say that it is so to the day."""


def days_to_say(found: DateMention, extraction: Extraction, profile: Profile) -> list[date]:
    """Return the days after an article on which a date's words mean when its news happened."""
    day_named, shift = _day_named_beside(found, extraction, profile), DAYS_AGO.fullmatch(found.rule)
    if day_named and shift:
        slack = ABOUT_DAYS if shift["about"] else 0
        return [edtf_date.shifted(day_named, int(shift["days"]) + by) for by in range(-slack, slack + 1)]
    rule = BEFORE.fullmatch(found.rule)
    if rule is None or profile.published is None:
        return []
    if rule["weekday"] and profile.weekdays and int(rule["weekday"]) not in profile.weekdays:
        return []
    first, last = edtf_date.day_bounds(profile.published.value)
    happened = edtf_date.shifted(first, -CLOSE_DAYS) if first == last else first
    days = []
    for day in sorted({edtf_date.shifted(last, number) for number in range(1, FARTHEST + 1)} - {last}):
        meant = resolve(found.rule, day.isoformat())
        if meant is None:
            continue
        start, end = edtf_date.day_bounds(meant)
        if start <= last and happened <= end:
            days.append(day)
    return days


def _day_named_beside(found: DateMention, extraction: Extraction, profile: Profile) -> date | None:
    """Return the day of an article's news that another names beside a date: `tre veker sidan …, natt til 13. mai`."""
    if not found.rule.startswith("day "):
        return None
    named = {match[1] for one in _beside(found, extraction) if (match := STATED_DAY.match(one.rule))}
    days = {day for day in _news_days(profile) if day.isoformat()[-len("05-13") :] in named}
    return days.pop() if len(days) == 1 else None


def year_to_say(found: DateMention, extraction: Extraction, profile: Profile) -> str | None:
    """Return the year (EDTF), or the month, in which a date's words mean when an article's news happened.

    `I november i fjor` gives the year; `i dag er det et år siden` and `præcis et år siden` the month as well.
    """
    rule = OF_YEARS.fullmatch(found.rule)
    if rule is None or profile.published is None:
        return None
    years = int(rule["years"])
    if not rule["part"]:
        return _month_of_anniversary(found, extraction, profile, years)
    first, last = edtf_date.day_bounds(profile.published.value)
    value = in_year(rule["part"], last.year)
    if value is None or (last - first).days > LONGEST_MONTH:
        return None
    start, end = edtf_date.day_bounds(value)
    happened = edtf_date.shifted(first, -CLOSE_DAYS) if first == last else first
    return f"{last.year + years:04d}" if start <= last and happened <= end else None


LONGEST_MONTH = 31


def _month_of_anniversary(found: DateMention, extraction: Extraction, profile: Profile, years: int) -> str | None:
    sentence = _sentence_of(found, extraction)
    before = extraction.article.text[max(sentence.start, found.start - REACH) : found.start] if sentence else ""
    told = [match for one in _beside(found, extraction) if (match := OWN_DAY.fullmatch(one.rule))]
    if not (EXACTLY.search(before) or (told and IS_SINCE.search(before))):
        return None
    weekdays = {int(match["weekday"]) for match in told if match["weekday"]}
    returns = (in_year(day.isoformat()[-len("05-13") :], day.year + years) for day in _news_days(profile))
    days = [date.fromisoformat(value) for value in returns if value]
    months = {day.isoformat()[: -len("-13")] for day in days if not weekdays or day.isoweekday() in weekdays}
    return months.pop() if len(months) == 1 else None


def _news_days(profile: Profile) -> list[date]:
    """Return the days on which the news of an article of some day may have happened, none of any other's."""
    if profile.published is None:
        return []
    first, last = edtf_date.day_bounds(profile.published.value)
    return [edtf_date.shifted(last, -back) for back in range(CLOSE_DAYS + 1)] if first == last else []


def _sentence_of(found: DateMention, extraction: Extraction) -> Sentence | None:
    return next((each for each in extraction.sentences if each.start <= found.start < each.end), None)


def _beside(found: DateMention, extraction: Extraction) -> list[DateMention]:
    """Return the dates of a date's sentence, itself among them."""
    sentence = _sentence_of(found, extraction)
    return [one for one in extraction.dates if sentence and sentence.start <= one.start < sentence.end]
