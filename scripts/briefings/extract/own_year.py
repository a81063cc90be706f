"""The year of an article that tells of a quarter's accounts, or how old somebody born in a year it names turns.

`gikk 38 millioner i minus i første kvartal 2026` appears soon after that quarter is over; who was born in 1941 and
`ville være fyldt 85 år` would have done so this year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice

from briefings.edtf_date import Precision, day_bounds, precision
from briefings.extract.date_words import tokenise, vocabulary
from briefings.findings import DateMention
from briefings.model import Article, Kind, Paragraph

OPENING = 2
"""Paragraphs of running text that tell an article's own matter."""
REACH = 200
"""Characters around a date or an age in which its sentence is looked for."""
COMPARED = 6
"""Words before a quarter among which one may say that another is compared with it: `mot 60 millioner i …`."""
YOUNGEST, OLDEST = 40, 120
"""Ages that an article is written about; `de som fyller 18 år` are many."""
OPENING_HEADS = 2
"""Paragraphs, headline included, in which an article says whom it is about."""
RUNNING = frozenset({Kind.LEAD, Kind.PARAGRAPH, Kind.QUOTE})
_HEADS = RUNNING | {Kind.HEADLINE}
_BORN = re.compile(r"\b(?:født|fødd|fødde|fødtes)\b(?P<where>[^.!?\n]{0,60}?)\b(?P<year>1[89][0-9]{2}|20[0-9]{2})\b")
_TURNS = re.compile(
    r"\b(?:(?:ville|skulle|hadde|havde) (?:ha|have|være|vere|vore|vært|blitt)(?: blitt)? (?:fylt|fyldt)"
    r"|fyller|fylder|runder|rundar)"
    r" (?P<age>[0-9]{2,3})(?: år)?\b"
)
_SENTENCE_END = re.compile(r"(?<![0-9])[.!?](?=\s)|(?<=[0-9]{4})[.!?](?=\s+[A-ZÆØÅ])|\n")
_FULL_NAME = re.compile(r"[A-ZÆØÅÉÖÄ][\w-]+(?: [A-ZÆØÅÉÖÄ][\w-]+)+")
_PRONOUNS = frozenset({"han", "hun", "ho"})
Claim = tuple[str, DateMention]


def own_years(article: Article, dates: tuple[DateMention, ...]) -> Iterator[Claim]:
    """Yield the years that accounts and ages give, each with the words that give it."""
    kinds = {paragraph.n: paragraph for paragraph in article.paragraphs}
    yield from _of_accounts(article, dates, kinds)
    yield from _of_ages(article, dates)


# --- accounts -------------------------------------------------------------------------------------------------------


def _of_accounts(article: Article, dates: tuple[DateMention, ...], kinds: dict[int, Paragraph]) -> Iterator[Claim]:
    opening = set(islice((p.n for p in article.paragraphs if p.kind in RUNNING), OPENING))
    known = vocabulary().sets
    for found in dates:
        if found.rule != "named" or found.value is None or precision(found.value) is Precision.DAY:
            continue
        words = found.text.lower().split()
        if found.at not in opening or known["quarter_words"].union(known["half_year_words"]).isdisjoint(words):
            continue
        start, end = sentence_of(article.text, found.start, found.end, kinds[found.at])
        before = tokenise(article.text, start, found.start).lows
        said = {*before, *tokenise(article.text, found.end, end).lows}
        told = any(word.startswith(tuple(known["accounts"])) for word in said)
        if told and known["forecast"].isdisjoint(said) and known["compared"].isdisjoint(before[-COMPARED:]):
            yield f"{(day_bounds(found.value)[1] + timedelta(days=1)).year:04d}", found


# --- ages -----------------------------------------------------------------------------------------------------------


def _of_ages(article: Article, dates: tuple[DateMention, ...]) -> Iterator[Claim]:
    text = article.text
    if "fyl" not in text and "runder" not in text and "rundar" not in text:
        return
    told = [paragraph for paragraph in article.paragraphs if paragraph.kind in _HEADS]
    born = [(match, paragraph) for paragraph in told for match in _BORN.finditer(text, paragraph.start, paragraph.end)]
    if len({match["year"] for match, _ in born}) != 1:
        return
    birth, where = born[0]
    people = people_of(text, told[:OPENING_HEADS])
    who = who_of(text, *sentence_of(text, birth.start(), birth.end(), where), people)
    for paragraph in told if who else ():
        for match in _TURNS.finditer(text, paragraph.start, paragraph.end):
            age, (start, end) = int(match["age"]), sentence_of(text, match.start(), match.end(), paragraph)
            rules = {date.rule for date in dates if start <= date.start < end and date.value != birth["year"]}
            other_year = any(rule.startswith("year") and rule != "year 0" for rule in rules)
            if not YOUNGEST <= age <= OLDEST or other_year or differ(who, who_of(text, start, end, people)):
                continue
            year = f"{int(birth['year']) + age:04d}"
            yield year, DateMention(match[0], match.start(), match.end(), paragraph.n, "age", year)


def people_of(text: str, opening: Iterable[Paragraph]) -> frozenset[str]:
    """Return the last names of those that an article opens with."""
    return frozenset(name[0].split()[-1] for p in opening for name in _FULL_NAME.finditer(text, p.start, p.end))


def called(text: str, opening: Iterable[Paragraph]) -> frozenset[str]:
    """Return all names of those that an article opens with: an obituary calls them by any."""
    return frozenset(
        word for p in opening for name in _FULL_NAME.finditer(text, p.start, p.end) for word in name[0].split()
    )


def who_of(text: str, start: int, end: int, people: frozenset[str]) -> str:
    """Return the pronoun that opens a sentence, or a name in it of those an article opens with; "" where neither is."""
    words = text[start:end].split()
    if words and words[0].lower() in _PRONOUNS:
        return words[0].lower()
    return next((name for name in (word.strip(",.:«»") for word in words) if name in people), "")


def differ(one: str, other: str) -> bool:
    """Tell whether two sentences are of two persons: two names, or `han` and `hun`."""
    if not other:
        return True
    return one != other and (one in _PRONOUNS) == (other in _PRONOUNS) and {one, other} != {"hun", "ho"}


def sentence_of(text: str, start: int, end: int, paragraph: Paragraph) -> tuple[int, int]:
    """Return where the sentence around a span begins and ends, within reach."""
    low, high = max(paragraph.start, start - REACH), min(paragraph.end, end + REACH)
    first = max((match.end() for match in _SENTENCE_END.finditer(text, low, start)), default=low)
    last = next((match.start() for match in _SENTENCE_END.finditer(text, end, high)), high)
    return first, last
