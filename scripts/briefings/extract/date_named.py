"""Feasts, quarters, weeks by number, the turn of the year: times with a name, as Norwegian and Danish write them."""

from __future__ import annotations

from briefings.extract.date_grammar import SHORT_YEARS, TWO_YEARS
from briefings.extract.date_names import in_year
from briefings.extract.date_words import Reading, Tokens, vocabulary
from briefings.extract.date_years import is_broken, year_at

LAST_WEEK = 53
ADVENT = ("søndag", "i", "advent")
ADVENT_SUNDAYS = 4
PREGNANCY = ("abort", "senabort", "gravid", "svanger", "foster", "fødsel")
"""Beginnings of words beside which weeks count from a conception."""
WIDE_WINDOW = 20
"""Tokens around `uke 12` that may tell that weeks of pregnancy are counted."""


def read_named(tokens: Tokens, index: int) -> Reading | None:
    """Read `langfredag 2023`, `1. juledag`, `tredje kvartal i fjor`, `uke 34`, `årsskiftet 2022/23` at `index`."""
    words = vocabulary()
    found = _read_numbered(tokens, index) or _read_first_months(tokens, index)
    if found is not None:
        return found
    phrase = tokens.phrase(index, words.named)
    if phrase is not None:
        return named_reading(tokens, phrase[0], phrase[1], "?")
    is_week = words.has("week_words", tokens.low(index)) and not words.has("habits", tokens.low(index - 1))
    week = is_week and tokens.number(index + 1)  # "hver uge 14 skibe" counts ships
    if week and week <= LAST_WEEK and not is_broken(tokens, index + 1) and not _counts_pregnancy(tokens, index):
        return named_reading(tokens, index + 2, f"W{week:02d}", "?")
    phrase = tokens.phrase(index, words.feasts)
    return named_reading(tokens, phrase[0], phrase[1], "") if phrase is not None else None


def read_feast_after(tokens: Tokens, index: int, way: str) -> Reading | None:
    """Read `påsken` of `i påsken`, `jul` of `til jul`: a feast that a preposition makes a time; `way` where none."""
    phrase = tokens.phrase(index, vocabulary().feasts)
    return named_reading(tokens, phrase[0], phrase[1], way) if phrase is not None else None


def named_reading(tokens: Tokens, end: int, name: str, way: str) -> Reading | None:
    """Return the reading of a name that ends before `end`, with the year that follows it, else with `way`.

    An empty `way` means that without a year it is no date: `jul` is not only a time.
    """
    if name == "turn":
        year = _first_of_two_years(tokens, end)
        if year is not None:
            return Reading(end + 1, "interval", in_year(name, year))
        if year_at(tokens, end) is not None:
            return Reading(end + 1, "vague")  # the turn to 2022, or from it
    after = end + (tokens.low(end) in {"i", "av", "af"} and year_at(tokens, end + 1) is not None)
    after += tokens.low(after) == "," and year_at(tokens, after + 1) is not None
    year = year_at(tokens, after)
    if year is not None:
        value = in_year(name, year)
        return Reading(after + 1, "named" if value else "impossible date", value)
    phrase = tokens.phrase(end, vocabulary().years)
    if phrase is not None:
        return Reading(phrase[0], f"named {name} {phrase[1]}")
    return Reading(end, f"named {name} {way}") if way else None


def _first_of_two_years(tokens: Tokens, index: int) -> int | None:
    found = TWO_YEARS.fullmatch(tokens.low(index)) or SHORT_YEARS.fullmatch(tokens.low(index))
    return int(found[1]) if found else None


def read_winter(tokens: Tokens, index: int) -> Reading | None:
    """Read `vinteren 2021/22`."""
    year = _first_of_two_years(tokens, index + 1)
    return Reading(index + 2, "interval", in_year("24", year)) if year is not None else None


def _read_numbered(tokens: Tokens, index: int) -> Reading | None:
    """Read what an ordinal counts: `1. påskedag`, `andre pinsedag`, `tredje søndag i advent`, `2. kvartal`."""
    words, word = vocabulary(), tokens.low(index)
    number = words.ordinals.get(word) or words.quarters.get(word)
    after = index + 1 + (tokens.low(index + 1) == ".")
    if number is None:
        return None
    if number <= ADVENT_SUNDAYS and all(tokens.low(after + at) == part for at, part in enumerate(ADVENT)):
        return named_reading(tokens, after + len(ADVENT), f"advent{number}", "?")
    days = words.counted_feasts.get(tokens.low(after), ())
    if number <= len(days):
        return named_reading(tokens, after + 1, days[number - 1], "?")
    quarter = words.quarters.get(word)
    if quarter is None:
        return None
    if words.has("quarter_words", tokens.low(after)):
        return named_reading(tokens, after + 1, f"Q{quarter}", "?")
    half = quarter <= 2 and words.has("half_year_words", tokens.low(after))  # noqa: PLR2004 - halves
    return named_reading(tokens, after + 1, f"H{quarter}", "?") if half else None


def _read_first_months(tokens: Tokens, index: int) -> Reading | None:
    """Read `årets første seks måneder`, `årets ni første månader`, `første seks måneder av 2024`."""
    words = vocabulary()
    of_this = tokens.low(index) == OF_THIS_YEAR
    first, second = tokens.low(index + of_this), tokens.low(index + of_this + 1)
    counted = second if words.ordinals.get(first) == 1 else first if words.ordinals.get(second) == 1 else ""
    number = words.cardinals.get(counted) or (int(counted) if counted.isdecimal() and len(counted) == 1 else 0)
    end = index + of_this + 2
    unit = words.units.get(tokens.low(end)) or words.many_units.get(tokens.low(end))
    if not 1 < number < MONTHS or unit != "month":
        return None
    if of_this:
        return Reading(end + 1, f"named M{number} of year 0")
    return named_reading(tokens, end + 1, f"M{number}", "")


OF_THIS_YEAR = "årets"
MONTHS = 12


def _counts_pregnancy(tokens: Tokens, index: int) -> bool:
    return any(tokens.low(at).startswith(PREGNANCY) for at in range(index - WIDE_WINDOW, index + WIDE_WINDOW))
