"""Every date an article names, with the words that name it; and what the relative ones mean.

`find_dates` reads, `anchor` reckons. What the words alone settle (`26. juli 2023`, `i 2019`) has its value at once; the
rest has a formula as its `rule` (see date_anchor.py), and no value until it is known when the article appeared.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import timedelta

from msgspec.structs import replace

from briefings.edtf_date import day_bounds, is_valid
from briefings.extract.date_anchor import resolve
from briefings.extract.date_chronology import with_chronology
from briefings.extract.date_denied import was_denied_before
from briefings.extract.date_names import in_year
from briefings.extract.date_relative import openings, read_date
from briefings.extract.date_stamps import is_live, read_stamp_day
from briefings.extract.date_tense import way_of
from briefings.extract.date_words import tokenise, vocabulary
from briefings.findings import DateMention, Sentence
from briefings.model import Article, Lang

ANOTHER = re.compile(
    r"(?P<part>(?:month|date|season) [0-9-]+ of |named \S+ of )?another (?P<unit>year|month|week|day) "
    r"(?P<shift>-?[0-9]+)(?P<about> about)?"
)
THIS = re.compile(r"this (?P<unit>year|month|week) (?P<way>ahead|back|near)")
APART = re.compile(r"apart (?P<unit>year|month|day) (?P<shift>-?[0-9]+)")
SAME_OF = re.compile(r"same of year (?P<shift>-?[0-9]+)")
NIGHT = re.compile(r"another night (?P<way>ahead|back|near)")
ANOTHER_DAY = re.compile(r"another day -?[1-9][0-9]*")
BESIDE = 60
"""Characters from a date to `, dagen etter at`, which counts back from it."""
DAY_REACH = 3
"""Paragraphs within which `dagen etter` counts from a day."""
LATE = ("kveld", "kvelden", "aften", "aftenen", "natt", "natta", "natten", "nat")
"""After these, a few hours later may be the next day; `natt til fredag` ends in the morning."""
DAYS = ("day", "date ", "weekday ")
"""Beginnings of the rules of days."""
DATED = frozenset({"year", "month", "season", "day", "named"})
"""Rules of dates that stand by themselves."""
BEFORE = "before "
"""Beginning of the rule of what may be due before a day."""
WEEK = 7
"""Days: `i mars 2019 … en uke senere` is most often still in March."""
DAY_SHIFT = re.compile(r"day (-?[0-9]{1,4})")
YEAR_SHIFT = re.compile(r"(?:^| of )year (-?[0-9]{1,4})$")
ANNIVERSARY = re.compile(r"anniversary (?P<years>[0-9]{1,4})")


def find_dates(article: Article, sentences: tuple[Sentence, ...]) -> tuple[DateMention, ...]:
    """Return the dates of all paragraphs, boilerplate and captions included, in the order of the text.

    Sentences bound where the verb of a date is looked for, and which year an anniversary counts from.
    """
    ends = tuple(sentence.end for sentence in sentences)
    live = is_live(article)
    found: list[DateMention] = []
    for paragraph in article.paragraphs:
        span = paragraph.start, paragraph.end
        found += _dates_of_paragraph(article.text, span, paragraph.n, paragraph.lang, live=live)
    told = _with_antecedents(found)
    if live:
        told = with_chronology(article, told, _day_from)
    return _with_anniversaries(told, sentences, ends)


def anchor(dates: tuple[DateMention, ...], published: str | None) -> tuple[DateMention, ...]:
    """Return `dates` with the relative ones reckoned from `published` (EDTF), never finer than it allows.

    What was reckoned from another date before is reckoned anew; what stands by itself stays. Without a publication
    date, or with an invalid one, relative dates have no value.
    """
    known = published if published is not None and is_valid(published) else None
    return tuple(date if _stands_alone(date) else _anchored(date, known) for date in dates)


def _stands_alone(date: DateMention) -> bool:
    return date.value is not None and date.anchor is None


def _anchored(date: DateMention, published: str | None) -> DateMention:
    value = resolve(date.rule, published) if published is not None else None
    return replace(date, value=value, anchor=published if value is not None else None)


def _dates_of_paragraph(text: str, span: tuple[int, int], n: int, lang: Lang, *, live: bool) -> Iterator[DateMention]:
    tokens = tokenise(text, *span)
    after = 0
    for index in openings(tokens):
        stamp = read_stamp_day(tokens, 0) if live and index == 0 else None
        reading = stamp or (read_date(tokens, index, lang) if index >= after else None)
        if reading is None or reading.end <= index:
            continue
        if reading.rule:
            start, end = tokens.starts[index], tokens.ends(reading.end - 1)
            rule = reading.rule
            if "?" in rule:
                listed = index == 0 and rule.startswith("date ") and tokens.low(reading.end) == ":"
                # What a chronology tells in the present may be over: "13. oktober: Stormen kommer".
                is_term = rule.startswith(BEFORE)
                if is_term and was_denied_before(tokens, index):
                    is_term, rule = False, rule.removeprefix(BEFORE).replace("?", "back")
                rule = rule.replace(BEFORE, ".. to ", 1)
                way = "near" if listed else way_of(tokens, index, reading, rule)
                # "var stengt før 1. juli" dates nothing, "må svare før 1. juli" does.
                rule = "another date" if is_term and way not in {"ahead", "due"} else rule.replace("?", way)
            yield DateMention(text[start:end], start, end, n, rule, reading.value)
        after = reading.end


# --- what needs the neighbouring dates ------------------------------------------------------------------------------


def _with_antecedents(dates: Iterable[DateMention]) -> list[DateMention]:
    """Let `samme dag`, `dagen før`, `året etter`, `i mars samme år` count from the date named before in the paragraph.

    `samme dag` without one is the article's own day; the others then have no value.
    """
    found: list[DateMention] = []
    for date in dates:
        last = found[-1] if found else None
        is_near = last is not None and (last.at == date.at or _reaches_back(last, date))
        before = last if is_near else None
        if match := APART.fullmatch(date.rule):
            found.append(_apart_from(date, before, match))
        elif match := SAME_OF.fullmatch(date.rule):
            found.append(_years_from(date, before, int(match["shift"])))
        elif match := NIGHT.fullmatch(date.rule):
            found.append(_night_of(date, before, match["way"]))
        elif match := ANOTHER.fullmatch(date.rule):
            found.append(_counted_from(date, before, match))
        elif date.rule == "hours later":
            found.append(_same_day(date, last))
        elif match := THIS.fullmatch(date.rule):
            found.append(_within(date, before, match["unit"], match["way"]))
        else:
            found.append(date)
    return found


def _reaches_back(last: DateMention, date: DateMention) -> bool:
    """Say whether a date counts from a paragraph before: `Fire måneder senere`, `dagen etter`.

    What counts years or months follows a date that stands by itself; what counts days, any day that is not far.
    """
    if ANOTHER_DAY.fullmatch(date.rule) and last.rule.startswith(DAYS):
        return last.at >= date.at - DAY_REACH
    is_next = last.at == date.at - 1
    return is_next and last.rule in DATED and vocabulary().has("later", date.text.lower().split()[-1])


def _same_day(date: DateMention, last: DateMention | None) -> DateMention:
    """Read `seks timer senere`: on the day named last, if not in its evening."""
    if last is None or last.at < date.at - DAY_REACH or not last.rule.startswith(DAYS) or " to " in last.rule:
        return replace(date, rule="another date")
    words = last.text.lower().split()
    is_late = not words[0].startswith("nat") and any(word.endswith(LATE) for word in words)
    return replace(date, rule="another date") if is_late else replace(date, rule=last.rule, value=last.value)


def _apart_from(date: DateMention, before: DateMention | None, match: re.Match[str]) -> DateMention:
    """Read `to dager etter at revisor ba om et møte` beside a date: the clause tells what was two days before it."""
    if before is None or date.start - before.end > BESIDE:
        return replace(date, rule="another date")
    shift, unit = int(match["shift"]), match["unit"]
    if unit == "day":
        return _day_from(date, before, shift)
    if unit == "month":
        return _month_from(date, before, shift)
    if before.value is not None:
        value = _in_other_year(before.value[:4], shift)
        return replace(date, rule="year", value=value) if is_valid(value) else replace(date, rule="another date")
    return replace(date, rule="another date" if " to " in before.rule else f"{before.rule} plus {shift} whole-year")


def _years_from(date: DateMention, before: DateMention | None, shift: int) -> DateMention:
    """Read `samme kvartal i fjor` after `andre kvartal`: the same of another year."""
    if before is None:
        return replace(date, rule="another date")
    if before.value is not None:
        value = "/".join(_in_other_year(part, shift) for part in before.value.split("/"))
        return replace(date, rule=before.rule, value=value) if is_valid(value) else replace(date, rule="another date")
    is_counted = " to " not in before.rule and before.rule.startswith(("named", "month", "date", "season", "year"))
    return replace(date, rule=f"{before.rule} plus {shift} year" if is_counted else "another date")


def _in_other_year(value: str, shift: int) -> str:
    return f"{int(value[:4]) + shift:04d}{value[4:]}" if value[:4].isdigit() else value


def _night_of(date: DateMention, before: DateMention | None, way: str) -> DateMention:
    """Read `i løpet av natten`: the one after the day named before, else last night, or the coming one."""
    if before is not None and before.rule.startswith("weekday ") and " to " not in before.rule:
        return replace(date, rule=f"{before.rule} to {before.rule} plus 1 day")
    return replace(date, rule="night 1" if way == "ahead" else "night 0")


def _counted_from(date: DateMention, before: DateMention | None, match: re.Match[str]) -> DateMention:
    shift, unit = int(match["shift"]), match["unit"]
    if unit == "week":
        return replace(date, rule="another date")
    if unit == "month":
        return _month_from(date, before, shift)
    if unit == "year":
        return _year_from(date, before, (match["part"] or "").removesuffix(" of "), shift)
    found = _day_from(date, before, shift)
    return replace(found, value=f"{found.value}~") if match["about"] and found.value is not None else found


def _within(date: DateMention, before: DateMention | None, unit: str, way: str) -> DateMention:
    """Read `mot slutten av året`: of the year named before, of the article's own in a plan or where none is named."""
    if before is None or way == "ahead":
        return replace(date, rule=f"{unit} 0")
    if unit == "year" and before.rule in DATED and before.value is not None:
        return replace(date, rule="year", value=before.value[:4])
    same = before.rule in {"year 0", "month 0", "week 0"} or before.rule.startswith(("weekday", "day "))
    return replace(date, rule=f"{unit} 0" if same else "another date")


def _month_from(date: DateMention, before: DateMention | None, shift: int) -> DateMention:
    """Count months from a day or month; from a year it cannot be told which it is."""
    if before is not None and before.value is None and before.rule.startswith(("month ", "date ")):
        return replace(date, rule=f"{before.rule} plus {shift} month")
    if before is None or before.rule not in {"month", "day"} or before.value is None:
        return replace(date, rule="another date")
    months = int(before.value[:4]) * 12 + int(before.value[5:7]) - 1 + shift
    value = f"{months // 12:04d}-{months % 12 + 1:02d}"
    return replace(date, rule="month", value=value) if is_valid(value) else replace(date, rule="another date")


def _day_from(date: DateMention, before: DateMention | None, shift: int) -> DateMention:
    if before is None:
        return replace(date, rule="another date" if shift else "day 0")
    if before.rule == "day" and before.value is not None:
        try:
            return replace(date, rule="day", value=(day_bounds(before.value)[0] + timedelta(shift)).isoformat())
        except OverflowError:
            return replace(date, rule="another date")
    if match := DAY_SHIFT.fullmatch(before.rule):
        return replace(date, rule=f"day {int(match[1]) + shift}")
    if before.rule.startswith("month ") and " to " not in before.rule and _stays_in_month(before, shift):
        return replace(date, rule=before.rule)  # "i begynnelsen av april … to uker senere"
    if before.rule == "month" and before.value is not None and (abs(shift) <= WEEK or _stays_in_month(before, shift)):
        return replace(date, rule="month", value=before.value)
    if " to " in before.rule or not before.rule.startswith(("date ", "weekday ", "named ", "month ")):
        return replace(date, rule="another date")
    if not shift:
        return replace(date, rule="another date" if before.rule.startswith("named ") else before.rule)
    return replace(date, rule=f"{before.rule} plus {shift} day")


def _stays_in_month(before: DateMention, shift: int) -> bool:
    return 0 < shift <= 2 * WEEK and not vocabulary().sets["beginnings"].isdisjoint(before.text.lower().split())


def _year_from(date: DateMention, before: DateMention | None, part: str, shift: int) -> DateMention:
    """`part` is `month 03` or `date 03-14` of `i mars samme år`, empty for the year alone."""
    if before is not None and before.rule in DATED and before.value is not None:
        kind, _, name = part.partition(" ")
        number = int(before.value[:4]) + shift
        value = in_year(name, number) if name else f"{number:04d}"
        if value is None or not is_valid(value):
            return replace(date, rule="impossible date")
        return replace(date, rule={"": "year", "date": "day"}.get(kind, kind), value=value)
    relative = YEAR_SHIFT.search(before.rule) if before is not None else None
    if relative is None:
        return replace(date, rule="another date")
    year = f"year {int(relative[1]) + shift}"
    return replace(date, rule=f"{part} of {year}" if part else year)


def _with_anniversaries(
    dates: list[DateMention], sentences: tuple[Sentence, ...], ends: tuple[int, ...]
) -> tuple[DateMention, ...]:
    """Give an anniversary its year where its sentence names the one year it counts from."""
    years: dict[int, set[str]] = {}
    for date in dates:
        if date.rule in {"year", "day", "month"} and date.value is not None:
            years.setdefault(bisect_right(ends, date.start), set()).add(date.value[:4])
    found = []
    for date in dates:
        match = ANNIVERSARY.fullmatch(date.rule)
        at = bisect_right(ends, date.start)
        inside = at < len(sentences) and sentences[at].start <= date.start
        bases = years.get(at, set())
        if match is None or not inside or len(bases) != 1:
            found.append(date)
            continue
        (base,) = bases
        value = f"{int(base) + int(match['years']):04d}"
        found.append(replace(date, rule=f"{match[0]} of {base}", value=value if is_valid(value) else None))
    return tuple(found)
