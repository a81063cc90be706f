"""Check dates, and say in EDTF the very date that a person wrote in another form."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from functools import cache

from babel.dates import get_month_names

from briefings.check.value import Value, World, short, unquoted
from briefings.check.words import meant_words
from briefings.edtf_date import is_valid
from briefings.errors import Problem

FORMS = "2023-07-26, 2023-07, 2023, 2023-07~ (about), 2023? (perhaps), 2023-22 (summer) or 2022/2023"
"""Valid dates, for people to choose from."""
LONGEST_DATE = 60
"""Characters; nobody writes one date in more."""
MONTHS = 12
PIVOT = 70
"""Two figures of a year below this are of the 2000s, as in POSIX's strptime (68) and most forms."""

_MONTH_LANGUAGES = ("nb", "nn", "da", "sv", "en")
_ABOUT = re.compile(r"(?:ca\.?|circa|cirka|omkring|rundt|omtrent|om lag|about|around|~)\s*", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:[T ]|,? (?:kl\.? ?|at ))\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?(?: ?Z| ?[+-]\d\d:?\d\d)?", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"(?:man|tirs|tys|ons|tors|fre|lør|lau|laur|søn|sun|mon|tues|wednes|thurs|fri|satur)(?:dag|day)(?:en)?,? (?:den )?",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[./ -]\s?(\d{1,2})\s?[./ -]\s?(\d{4}|\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?")
_SOLID = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_DAY_WORD_YEAR = re.compile(r"(?:(?:den|the) )?(?:(\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?)?([^\W\d_]+)\.?,? ?(\d{4})")
_WORD_DAY_YEAR = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_DECADE = re.compile(r"(?:the )?(\d{3})0(?:-?tallet|-?talet|-?årene|-?åra|'?erne|'?s)")
_RANGE = re.compile(r"\s*(?:–|—|\btil\b|\bto\b|/| - )\s*")
_YEARS = re.compile(r"(\d{4})\s?-\s?(\d{4})")


def date(value: Value, _: World) -> Iterator[Problem]:
    """Expect an EDTF date; empty is undated."""
    if value.is_null:
        return
    if value.text is None:
        yield value.wrong(f"{value.name} is {value.shown}, expected a date", "write one date, such as 2023-07-26")
        return
    if not is_valid(value.text):
        yield value.wrong(*explain(value.name, value.text))


def explain(name: str, text: str) -> tuple[str, str]:
    """Return what is wrong with a text that is no valid date, and how to write it."""
    meant = human_to_edtf(text)
    if why := _impossible(text):
        fix = f"write {meant}" if meant else "write the date it was, or only what is sure, such as 2023-07"
        return f"{name} is `{short(text)}`, but {why}", fix
    if meant is not None:
        return f"{name} is `{short(text)}`, expected the form YEAR-MONTH-DAY (EDTF)", f"write {meant}"
    return f"{name} is `{short(text)}`, which is no date", f"write one of these forms: {FORMS}; or delete the line"


def human_to_edtf(text: str) -> str | None:
    """Return the EDTF form of a date as people write it (`26. juli 2023`, `ca. 2022–2023`); None if it cannot be told.

    Figures are read day first, as Nordic people write them; month first only where nothing else is possible.
    """
    words = " ".join(unquoted(text).split())
    if not words or len(words) > LONGEST_DATE:
        return None
    if single := _one(words):
        return single
    years = _YEARS.fullmatch(words)
    ends = years.groups() if years else tuple(_RANGE.split(words))
    if len(ends) == 2:  # noqa: PLR2004  # a range has two ends
        first, last = (".." if end == ".." else _one(end) for end in ends)
        if first and last:
            return next((span for span in (f"{first}/{last}", f"{last}/{first}") if is_valid(span)), None)
    return None


def _one(words: str) -> str | None:
    """Return a date that is no range."""
    about = _ABOUT.match(words)
    bare = words[about.end() :] if about else words
    marks = bare[len(bare.rstrip("?~%")) :]
    bare = _CLOCK.sub("", _WEEKDAY.sub("", bare.rstrip("?~%"), count=1), count=1).strip()
    qualifier = _qualifier(bool(about) or "~" in marks or "%" in marks, "?" in marks or "%" in marks)
    plain = bare if is_valid(bare) and "/" not in bare else _plain(bare)
    return f"{plain}{qualifier}" if plain and is_valid(f"{plain}{qualifier}") else None


def _qualifier(about: bool, perhaps: bool) -> str:  # noqa: FBT001  # the two marks of EDTF
    return "%" if about and perhaps else "~" if about else "?" if perhaps else ""


def _plain(words: str) -> str | None:
    if match := _DECADE.fullmatch(words):
        return f"{match[1]}X"
    if match := _SOLID.fullmatch(words):
        return _ymd(match[1], match[2], match[3])
    if match := _YEAR_FIRST.fullmatch(words):
        return _ymd(match[1], match[2], match[3])
    if match := _DAY_FIRST.fullmatch(words):
        return _ymd(match[3], match[2], match[1]) or _ymd(match[3], match[1], match[2])
    if match := _MONTH_YEAR.fullmatch(words):
        return _ymd(match[2], match[1], None)
    if match := _WORD_DAY_YEAR.fullmatch(words):
        return _with_word(match[3], match[1], match[2])
    if match := _DAY_WORD_YEAR.fullmatch(words):
        return _with_word(match[3], match[2], match[1])
    return None


def _with_word(year: str, word: str, day: str | None) -> str | None:
    season = meant_words("seasons").get(word.lower())
    if season is not None and day is None:
        return f"{year}-{season}"
    month = _months().get(word.lower())
    return _ymd(year, str(month), day) if month is not None else None


def _ymd(year: str, month: str, day: str | None) -> str | None:
    number = int(year)
    if len(year) == 2:  # noqa: PLR2004  # a year of two figures
        number += 2000 if number < PIVOT else 1900
    parts = [f"{number:04d}", f"{int(month):02d}", *([f"{int(day):02d}"] if day else [])]
    if not 1 <= int(month) <= MONTHS:
        return None
    written = "-".join(parts)
    return written if is_valid(written) else None


@cache
def _months() -> dict[str, int]:
    """Return the number of each month's name, wide or short, in the languages people here write."""
    return {
        name.lower().rstrip("."): number
        for locale in _MONTH_LANGUAGES
        for width in ("abbreviated", "wide")
        for number, name in get_month_names(width, locale=locale).items()
    }


def _impossible(text: str) -> str | None:
    """Say why a date of the right form is none."""
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?[?~%]?", text)
    if match:
        year, month, day = int(match[1]), int(match[2]), match[3]
        if not 1 <= month <= MONTHS:
            return f"there is no month {match[2]}"
        days = calendar.monthrange(max(year, 1), month)[1]
        if day is not None and not 1 <= int(day) <= days:
            return f"{get_month_names('wide', locale='en')[month]} {year} has {days} days"
    start, slash, end = text.partition("/")
    if slash and is_valid(start) and is_valid(end):
        return "it ends before it begins"
    return None
