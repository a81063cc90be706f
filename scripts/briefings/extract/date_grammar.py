"""Dates of the calendar as Norwegian and Danish write them: days, months, seasons, years, decades, ranges of these."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from briefings.edtf_date import is_valid
from briefings.extract.date_counts import read_ago
from briefings.extract.date_words import DASHES, Reading, Tokens, vocabulary
from briefings.extract.date_years import FIRST_YEAR, LAST_YEAR, is_broken, may_follow, year_at

ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
FULL_DAY = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})[./-]([0-9]{4})")
SHORT_DAY = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})[./-]([0-9]{2})")
DAY_AND_MONTH = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})")
TWO_DAYS = re.compile(r"([0-9]{1,2})[-–]([0-9]{1,2})")
TWO_YEARS = re.compile(r"([0-9]{4})[-–/]([0-9]{4})")
SHORT_YEARS = re.compile(r"([0-9]{4})([-–/])([0-9]{2})")
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1500, 2099
"""Where no preposition says that four figures are a year."""
LEAP_YEAR = 2024
YEARS_AGO = re.compile(r"year -[0-9]+")
LAST_DAY, LAST_TYPO = 31, 99
"""`32. mai` is a date that cannot be, not a number."""
BEFORE_A_BARE_YEAR = frozenset({"", "(", ".", "!", "?", ":", "–", "—", "«", "[", ";", "•", "|"})


class Part(Struct, frozen=True):
    """What is known of a date while it is read."""

    end: int
    year: int | None = None
    relative: str = ""
    """The year in words: `of year -1`, `of another year 1`."""
    short_year: int | None = None
    season: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    possible: bool = True

    @property
    def has_year(self) -> bool:
        """Whether words say which year."""
        return self.year is not None or bool(self.relative) or self.short_year is not None


def read_calendar(tokens: Tokens, index: int, joint: str = "") -> Reading | None:
    """Read a date or a range at `index`; `joint` (`til`, `og`) is what links a range that a word has announced."""
    left = read_part(tokens, index, licensed=bool(joint))
    if left is None:
        return None
    right = _read_right_end(tokens, left, joint)
    if right is not None:
        return _range(left, right)
    if joint or (left.day is not None and left.month is None):
        return None
    return part_to_reading(left)


def _read_right_end(tokens: Tokens, left: Part, joint: str) -> Part | None:
    after, word = left.end, tokens.low(left.end)
    if word == "og" and not joint:
        return _read_next_day(tokens, left)
    if word not in DASHES and word != (joint or "til"):
        return None
    if word == "til" and tokens.low(after + 1) == "og" and tokens.low(after + 2) == "med":
        after += 2
    right = read_part(tokens, after + 1, licensed=bool(joint) or left.month is not None)
    if right is None or (word == "til" and not joint and left.day is None):
        return None
    same_kind = (left.day is None) == (right.day is None) and (left.season is None) == (right.season is None)
    return right if same_kind and (right.month or right.season or right.day is None) else None


def _read_next_day(tokens: Tokens, left: Part) -> Part | None:
    """Read `13. juni` of `12. og 13. juni`: days that follow each other are one time, others are two dates."""
    if left.day is None or left.has_year or (left.month is not None and left.weekday is None):
        return None
    right = read_part(tokens, left.end + 1, licensed=True)
    if right is None or right.day is None or right.month is None:
        return None
    return right if left.month in {None, right.month} and right.day == left.day + 1 else None


def _range(left: Part, right: Part) -> Reading | None:
    if not left.has_year:
        left = replace(left, year=right.year, relative=right.relative)
    if left.month is None and right.month is not None:
        left = replace(left, month=right.month)
    first, last = part_to_reading(left), part_to_reading(right)
    if first.value and last.value:
        value = f"{first.value}/{last.value}"
        return Reading(right.end, "interval", value) if is_valid(value) else Reading(right.end, "impossible date")
    if first.value is None and last.value is None and "impossible" not in first.rule + last.rule:
        return Reading(right.end, f"{first.rule} to {last.rule}")
    return Reading(right.end, "impossible date")


def part_to_reading(part: Part) -> Reading:
    """Return the value of a date that stands by itself, the formula of one that does not."""
    if not part.possible:
        return Reading(part.end, "impossible date")
    if part.day is not None and part.month is not None:
        return _day_to_reading(part, part.month, part.day)
    number = part.month or part.season
    if number is None:
        return Reading(part.end, "year", f"{part.year:04d}")
    kind = "month" if part.month else "season"
    if part.year is not None:
        return Reading(part.end, kind, f"{part.year:04d}-{number:02d}")
    return Reading(part.end, f"{kind} {number:02d} {part.relative or '?'}")


def _day_to_reading(part: Part, month: int, day: int) -> Reading:
    name = f"{month:02d}-{day:02d}"
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(part.year or LEAP_YEAR, month)[1]:  # noqa: PLR2004 - months
        return Reading(part.end, "impossible date")
    if part.year is not None:
        value = f"{part.year:04d}-{name}"
        agrees = part.weekday in (None, date.fromisoformat(value).isoweekday())
        return Reading(part.end, "day", value) if agrees else Reading(part.end, "contradictory weekday")
    if part.short_year is not None:
        return Reading(part.end, f"short year {part.short_year:02d}-{name}")
    if part.relative:
        return Reading(part.end, f"date {name} {part.relative}")
    if part.weekday is not None:
        return Reading(part.end, f"date {name} ? weekday {part.weekday}")
    return Reading(part.end, "named day" if name in vocabulary().named_days else f"date {name} ?")


# --- parts ----------------------------------------------------------------------------------------------------------


def read_part(tokens: Tokens, index: int, *, licensed: bool = False) -> Part | None:
    """Read one date at `index`; `licensed` where words before it say that a date comes."""
    words = vocabulary()
    weekday = words.weekdays.get(tokens.low(index))
    if weekday is not None:
        return _read_weekday_date(tokens, index, weekday)
    if tokens.low(index) == "den" or (tokens.low(index) == "d" and tokens.low(index + 1) == "."):
        after = index + (1 if tokens.low(index) == "den" else 2)
        return _read_numeric(tokens, after, announced=True) or _read_day(tokens, after)
    return (
        _read_numeric(tokens, index, announced=False)
        or _read_day(tokens, index)
        or _read_month(tokens, index, licensed=licensed)
        or _read_season(tokens, index)
        or _read_year(tokens, index, licensed=licensed)
    )


def _read_weekday_date(tokens: Tokens, index: int, weekday: int) -> Part | None:
    """Read `onsdag (den) 26. juli`, with the part of the day between them: `onsdag kveld 26. juli`."""
    after = index + 1
    if vocabulary().has("dayparts", tokens.low(after)):
        after += 1
    if tokens.low(after) == ",":
        after += 1
    if tokens.low(after) == "den":
        after += 1
    elif tokens.low(after) == "d" and tokens.low(after + 1) == ".":
        after += 2
    part = _read_numeric(tokens, after, announced=True) or _read_day(tokens, after)
    return replace(part, weekday=weekday) if part is not None and part.month is not None else None


def _read_numeric(tokens: Tokens, index: int, *, announced: bool) -> Part | None:
    word = tokens.low(index)
    if not word[:1].isdigit() or is_broken(tokens, index):
        return None
    if found := ISO_DAY.fullmatch(word):
        year, month, day = map(int, found.groups())
        return _dated(index + 1, year, month, day)
    if found := FULL_DAY.fullmatch(word):
        return _dated(index + 1, int(found[4]), int(found[3]), int(found[1]))
    if found := SHORT_DAY.fullmatch(word):
        part = _dated(index + 1, LEAP_YEAR, int(found[3]), int(found[1]))
        return replace(part, year=None, short_year=int(found[4])) if part.possible else None
    if found := DAY_AND_MONTH.fullmatch(word):
        part = _dated(index + 1, LEAP_YEAR, int(found[2]), int(found[1]))
        after = index + 1 + (tokens.low(index + 1) in DASHES)
        followed = year_at(tokens, after)
        if part.possible and followed is not None and "/" in word:
            return replace(part, year=followed, end=after + 1)
        return _with_year(tokens, replace(part, year=None)) if part.possible and announced else None
    return None


def _dated(end: int, year: int, month: int, day: int) -> Part:
    possible = 1 <= month <= 12 and year >= 1 and 1 <= day <= monthrange(max(year, 1), month)[1]  # noqa: PLR2004 - months
    return Part(end, year=year, month=month, day=day, possible=possible)


def _read_day(tokens: Tokens, index: int) -> Part | None:
    """Read a day of the month with its month, `26. juli (2023)`, or without: `3.` of `3. til 5. mai`."""
    words, word = vocabulary(), tokens.low(index)
    is_figure = word[:1].isdigit()
    day = tokens.number(index) if is_figure else words.ordinals.get(word)
    after = index + 1
    if day is None:
        return None
    if is_figure:
        dotted = tokens.low(after) == "."
        if not 1 <= day <= LAST_DAY and not (dotted and 1 <= day <= LAST_TYPO):
            return None
        if tokens.joined(index) and tokens.low(index - 1) not in DASHES and tokens.low(index - 1) != "(":
            return None
        after += dotted
    month = words.months.get(tokens.low(after))
    if month is None:
        month = words.short_months.get(tokens.low(after))
        if month is None:
            bare = tokens.low(after - 1) == "." or tokens.low(index + 1) in DASHES
            return Part(after, day=day) if bare and day <= LAST_DAY else None
        after += tokens.low(after + 1) == "." and year_at(tokens, after + 2) is not None
    dashed = tokens.low(after + 1) == "-" and tokens.joined(after + 1) and tokens.joined(after + 2)
    if dashed and not tokens.low(after + 2)[:1].isdigit():
        return None  # "17. mai-toget"
    part = _with_year(tokens, Part(after + 1, month=month, day=day))
    sentence_ends = tokens.low(after - 1) == "." and not tokens.is_lower(after) and not tokens.is_upper(after)
    return None if sentence_ends and not part.has_year else part  # "Kapittel 12. Mars er …"


def _read_month(tokens: Tokens, index: int, *, licensed: bool) -> Part | None:
    month = vocabulary().months.get(tokens.low(index))
    if month is None or (tokens.low(index + 1) == "-" and tokens.joined(index + 1) and not licensed):
        return None
    part = _with_year(tokens, Part(index + 1, month=month))
    if not part.has_year and tokens.low(index + 1) in {"og", "eller"} and tokens.low(index + 2) in vocabulary().months:
        shared = _with_year(tokens, Part(index + 3))
        part = replace(part, year=shared.year, relative=shared.relative)  # "i august og september 2022"
    if part.year is not None:
        return part
    joined = tokens.low(index - 1) in {"og", "eller"} and tokens.low(index - 2) in vocabulary().months
    said = licensed or joined or vocabulary().has("month_prepositions", tokens.low(index - 1)) or part.has_year
    ranged = tokens.low(index + 1) in DASHES and tokens.low(index + 2) in vocabulary().months
    return part if ranged or (tokens.is_lower(index) and said) else None


def _read_season(tokens: Tokens, index: int) -> Part | None:
    words = vocabulary()
    season = words.definite_seasons.get(tokens.low(index)) or words.seasons.get(tokens.low(index))
    if season is None:
        return None
    after = index + 1 + (tokens.low(index + 1) == "i" and year_at(tokens, index + 2) is not None)
    part = _with_year(tokens, Part(after, season=season))
    return part if part.has_year and tokens.low(index) not in words.sets["possessive_seasons"] else None


def _with_year(tokens: Tokens, part: Part) -> Part:
    """Add the year that follows: `2023`, `i år`, `i fjor`, `samme år`."""
    after = part.end
    after += tokens.low(after) == "," and year_at(tokens, after + 1) is not None
    followed = year_at(tokens, after)
    if followed is not None:
        return replace(part, year=followed, end=after + 1)
    phrase = tokens.phrase(part.end, vocabulary().years)
    if phrase is None:
        if tokens.low(part.end) != "for":
            return part
        ago = read_ago(tokens, part.end)  # "i mars for tre år siden"
        return replace(part, relative=f"of {ago.rule}", end=ago.end) if ago and YEARS_AGO.fullmatch(ago.rule) else part
    end, meaning = phrase
    return replace(part, relative=meaning, end=end)


# --- years ----------------------------------------------------------------------------------------------------------


def _read_year(tokens: Tokens, index: int, *, licensed: bool) -> Part | None:
    year = year_at(tokens, index)
    if year is None:
        return None
    before = tokens.low(index - 1)
    if licensed or vocabulary().has("year_prepositions", before) or _is_kind_of_year(before):
        return Part(index + 1, year=year)
    if not FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR or vocabulary().has("number_words", before):
        return None
    if _is_listed(tokens, index) and may_follow(tokens.low(index + 1)):
        return Part(index + 1, year=year)
    # "VM 2022", "Brexit 2020"; but "Ring 2015" only begins a sentence.
    named = before.isalpha() and not tokens.is_lower(index - 1)
    named = named and (tokens.is_upper(index - 1) or tokens.low(index - 2) not in BEFORE_A_BARE_YEAR)
    opens = before in BEFORE_A_BARE_YEAR
    return Part(index + 1, year=year) if (named or opens) and may_follow(tokens.low(index + 1)) else None


def _is_kind_of_year(word: str) -> bool:
    """Say whether a word is one like `rekordåret` or `valgåret`, behind which four figures are a year."""
    return word.endswith(("året", "sesongen", "sæsonen")) and word.isalpha()


def _is_listed(tokens: Tokens, index: int) -> bool:
    """Say whether a year goes on a list that a preposition opens: `i 2014, 2015 og 2016`."""
    for at in range(index - 2, max(index - 2 * LONGEST_LIST, 0), -2):
        if tokens.low(at + 1) not in {",", "og", "eller"} or year_at(tokens, at) is None:
            return False
        if vocabulary().has("year_prepositions", tokens.low(at - 1)):
            return True
    return False


LONGEST_LIST = 6


def read_years(tokens: Tokens, index: int) -> Reading | None:
    """Read two years or two days written as one: `2022–2023`, `1950-53`, `3-5. mai`; and an ISO month."""
    word = tokens.low(index)
    if word.isdigit() or is_broken(tokens, index):
        return None
    if found := TWO_YEARS.fullmatch(word):
        value = f"{found[1]}/{found[2]}"
        plausible = FIRST_YEAR <= int(found[1]) < int(found[2]) <= LAST_YEAR
        return Reading(index + 1, "interval", value) if plausible else None
    if found := SHORT_YEARS.fullmatch(word):
        return _read_short_years(index, int(found[1]), found[2], found[3])
    if found := TWO_DAYS.fullmatch(word):
        last = index + 1 + (tokens.low(index + 1) == ".")
        month = vocabulary().months.get(tokens.low(last)) or vocabulary().short_months.get(tokens.low(last))
        if month is None:
            return None
        right = _with_year(tokens, Part(last + 1, month=month, day=int(found[2])))
        return _range(replace(right, day=int(found[1])), right)
    return None


def _read_short_years(index: int, year: int, joint: str, rest: str) -> Reading | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if joint == "-" and 1 <= int(rest) <= 12:  # noqa: PLR2004 - the months
        # "2010-11" may be November or a season of football; only a leading zero tells.
        return Reading(index + 1, "month", f"{year:04d}-{rest}") if rest < "10" else Reading(index + 1, "vague")
    last = year // 100 * 100 + int(rest)
    return Reading(index + 1, "interval", f"{year:04d}/{last:04d}") if last > year else None
