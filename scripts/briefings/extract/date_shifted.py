"""What is reckoned from the article's own day by a word and a unit: weekdays, weeks, months, parts of a year."""

from __future__ import annotations

import re

from briefings.extract.date_counts import read_ago, read_in
from briefings.extract.date_grammar import part_to_reading, read_calendar, read_part, read_years
from briefings.extract.date_named import read_feast_after
from briefings.extract.date_names import in_year
from briefings.extract.date_words import DASHES, Reading, Tokens, vocabulary
from briefings.extract.date_years import read_decade

WEEKS_AWAY = re.compile(r"day (-?[0-9]+)(?: about)?")


def read_shifted(tokens: Tokens, index: int) -> Reading | None:
    """Read `forrige uke`, `sist onsdag`, `neste måned`, `førstkommende torsdag`, `denne veka`."""
    words, word, after = vocabulary(), tokens.low(index), tokens.low(index + 1)
    if after == "og":
        return _read_two_shifts(tokens, index)
    unit, shift = words.all_units.get(after), words.shifts.get(word)
    if unit in {"decade", "century"} and shift in {-1, 0}:
        return Reading(index + 2, f"{unit} {shift}")
    if unit in {"week", "month", "year"} and shift is not None:
        reading = Reading(index + 2, f"{unit} {shift}")
        weekday = words.weekdays.get(tokens.low(index + 2)) if unit == "week" else None
        return Reading(index + 3, f"weekday {weekday} of week {shift}") if weekday else reading
    weekday = words.weekdays.get(after)
    if weekday is not None:
        way = _way_of_weekday(word)
        return read_weekday(tokens, index + 1, way) if way else None
    month = words.months.get(after)
    if month is not None and shift in {-1, 1} and tokens.is_lower(index + 1):
        return Reading(index + 2, f"month {month:02d} {'back' if shift < 0 else 'ahead'}")
    return None


def _read_two_shifts(tokens: Tokens, index: int) -> Reading | None:
    """Read `denne og neste uke`."""
    words = vocabulary()
    first, second = words.shifts.get(tokens.low(index)), words.shifts.get(tokens.low(index + 2))
    unit = words.all_units.get(tokens.low(index + 3))
    if first is None or second != first + 1 or unit not in {"week", "month", "year"}:
        return None
    return Reading(index + 4, f"{unit} {first} to {unit} {second}")


def _way_of_weekday(word: str) -> str | None:
    words = vocabulary()
    if words.has("past_weekday_words", word):
        return "last"
    if words.has("coming_weekday_words", word):
        return "ahead"
    if words.has("next_weekday_words", word):
        return "next"
    return "of week 0" if words.shifts.get(word) == 0 else None


def read_weekday(tokens: Tokens, index: int, way: str) -> Reading | None:
    """Read a weekday, the part of the day after it, the date or the week it belongs to."""
    words = vocabulary()
    part = read_part(tokens, index)
    if part is not None:
        return read_calendar(tokens, index)
    number, end = words.weekdays.get(tokens.low(index)), index + 1
    if number is None or (tokens.joined(end) and tokens.low(end) == "-" and tokens.joined(end + 1)):
        return None
    second = words.weekdays.get(tokens.low(end + 1))
    if second is not None and way in {"?", "ahead", "last"} and _are_joined(tokens, index, number, second):
        return Reading(end + 2, f"weekday {number} {way} to weekday {second} {way}")
    if words.has("dayparts", tokens.low(end)):
        end += 1
    week = end + (tokens.low(end) == "i")
    shift = words.shifts.get(tokens.low(week))
    if shift is not None and words.all_units.get(tokens.low(week + 1)) == "week":
        return Reading(week + 2, f"weekday {number} of week {shift}")
    counted = _read_counted_week(tokens, end)
    return (
        Reading(counted[0], f"weekday {number} of week {counted[1]}")
        if counted
        else Reading(end, f"weekday {number} {way}")
    )


def _read_counted_week(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read `om to uker` and `for en uke siden` behind a weekday: (index behind it, weeks away)."""
    low = tokens.low(index)
    found = read_in(tokens, index, "") if low == "om" else read_ago(tokens, index) if low == "for" else None
    days = WEEKS_AWAY.fullmatch(found.rule) if found else None
    return (found.end, int(days[1]) // 7) if found and days and int(days[1]) % 7 == 0 else None


def _are_joined(tokens: Tokens, index: int, first: int, second: int) -> bool:
    """Say whether two weekdays are one time: `lørdag og søndag`, `fra torsdag til lørdag`, `fredag–søndag`."""
    joint = tokens.low(index + 1)
    if joint == "og":
        return second == first + 1 and read_part(tokens, index + 2) is None
    is_range = joint == "til" and tokens.low(index - 1) in {"fra", "frå"}  # may go into the next week
    return (
        (joint == "til" or joint in DASHES)
        and (first < second or (is_range and first != second))
        and read_part(tokens, index + 2) is None
    )


def read_same_of(tokens: Tokens, index: int) -> Reading | None:
    """Read `samme kvartal i fjor`, `tilsvarende kvartal året før`: of another year what was named before."""
    words = vocabulary()
    if not words.has("same_words", tokens.low(index)) or not words.has("same_times", tokens.low(index + 1)):
        return None
    phrase = tokens.phrase(index + 2, words.years)
    return Reading(phrase[0], f"same {phrase[1].replace('another ', '')}") if phrase else None


def read_within(tokens: Tokens, index: int) -> Reading | None:
    """Read `tidligere på året`, `seinare i veka`, `senere på dagen`."""
    if not vocabulary().has("within", tokens.low(index)) or tokens.low(index + 1) not in {"på", "i"}:
        return None
    low = tokens.low(index + 2)
    if low == "dagen":
        return Reading(index + 3, "another day 0")
    unit = vocabulary().all_units.get(low) if low not in vocabulary().units else None
    return Reading(index + 3, f"this {unit} ?") if unit in {"week", "month", "year"} else None


def read_part_of(tokens: Tokens, index: int) -> Reading | None:
    """Read `slutten av juli`, `midten av 1990-tallet`, `primo juli`: as fine as what follows."""
    words = vocabulary()
    after = index + 1
    if not words.has("primo", tokens.low(index)):
        if not (words.has("parts_of", tokens.low(index)) and words.has("parts_of_prepositions", tokens.low(after))):
            return None
        after += 1
    if tokens.low(after)[:1].isdigit() or tokens.low(after) in words.decades:
        found = read_years(tokens, after) or read_decade(tokens, after)
        if found is not None:
            return found
    part = read_part(tokens, after, licensed=True)
    if part is not None and (part.day is None or part.month is not None):
        return part_to_reading(part)
    if tokens.low(after) in words.shifts:
        return read_shifted(tokens, after)
    return _read_whole(tokens, after) or _read_course(tokens, index, after) or read_feast_after(tokens, after, "?")


def _read_whole(tokens: Tokens, index: int) -> Reading | None:
    """Read `året`, `uka`, `sommeren` of `slutten av sommeren`."""
    words, low = vocabulary(), tokens.low(index)
    unit = words.all_units.get(low) if low not in words.units else None
    if unit in {"week", "month", "year"}:
        return Reading(index + 1, f"this {unit} ?")
    season = words.definite_seasons.get(low)
    return Reading(index + 1, f"season {season} ?") if season is not None else None


def _read_course(tokens: Tokens, index: int, after: int) -> Reading | None:
    """Read `løpet av natten`, `løbet af dagen`, `løpet av helga`."""
    if not tokens.low(index).startswith("lø"):
        return None
    words, low = vocabulary(), tokens.low(after)
    course = {"nights": "another night ?", "days_of_day": "another day 0", "weekends": "weekend ?"}
    return next((Reading(after + 1, rule) for name, rule in course.items() if words.has(name, low)), None)


HALVES = {"første": 1, "fyrste": 1, "andre": 2, "anden": 2, "annen": 2, "siste": 2, "sidste": 2}


def read_half_of(tokens: Tokens, index: int) -> Reading | None:
    """Read `anden halvdel af oktober`, `første halvdel av 2026`, `siste halvdel av året`."""
    words, half, after = vocabulary(), HALVES.get(tokens.low(index)), index + 3
    if half is None or not tokens.low(index + 1).startswith("halvdel"):
        return None
    if not words.has("parts_of_prepositions", tokens.low(index + 2)):
        return None
    part = read_part(tokens, after, licensed=True)
    if part is None or part.day is not None or part.season is not None:
        year = words.all_units.get(tokens.low(after)) == "year" and tokens.low(after) not in words.units
        return Reading(after + 1, f"named H{half} ?") if year else read_part_of(tokens, index + 1)
    name = f"{part.month:02d}h{half}" if part.month else f"H{half}"
    if part.year is not None:
        return Reading(part.end, "named", in_year(name, part.year))
    return Reading(part.end, f"named {name} {part.relative or '?'}")


def read_bare_season(tokens: Tokens, index: int) -> Reading | None:
    """Read `i sommer`; `i vår` only where no noun follows that is ours."""
    words, low = vocabulary(), tokens.low(index)
    season = words.seasons.get(low)
    if season is None:
        return None
    after = tokens.low(index + 1)
    if low in words.sets["possessive_seasons"] and after.isalpha():
        verb = any(words.has(name, after) for name in ("past_words", "future_words", "present_words", "year_followers"))
        if not verb:
            return None
    return Reading(index + 1, f"season {season} ?")


def announced(tokens: Tokens, index: int) -> Reading | None:
    """Read a date that the word before it announces."""
    part = read_part(tokens, index, licensed=True)
    return part_to_reading(part) if part is not None and (part.day is None or part.month is not None) else None
