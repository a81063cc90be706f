"""Dates reckoned from the day of the article, and the way into the whole grammar: `read_date`."""

from __future__ import annotations

from dataclasses import replace

from briefings.extract.date_counts import is_half, read_ago, read_anniversary, read_in
from briefings.extract.date_grammar import part_to_reading, read_calendar, read_part, read_years
from briefings.extract.date_words import Reading, Tokens, vocabulary
from briefings.extract.date_years import read_decade, year_at


def read_date(tokens: Tokens, index: int, lang: str) -> Reading | None:
    """Read the date that begins at `index`, if one does.

    A `?` in the rule stands where tense or preposition must say whether the past or the future is meant.
    """
    words, word = vocabulary(), tokens.low(index)
    if word not in _OPENING and not word[:1].isdigit() and "års" not in word:
        return None
    skipped = _read_no_date(tokens, index)
    if skipped is not None:
        return skipped
    if word[:1].isdigit():
        return _first(
            read_years(tokens, index),
            read_anniversary(tokens, index),
            read_ago(tokens, index),
            _read_quarter(tokens, index),
            read_decade(tokens, index),
            read_calendar(tokens, index),
        )
    phrase = tokens.phrase(index, words.phrases)
    if phrase is not None:
        return _read_phrase(tokens, phrase)
    reader = _READERS.get(word)
    if reader is not None:
        found = reader(tokens, index, lang)
        if found is not None:
            return found
    if word in words.weekdays:
        return _read_weekday(tokens, index, "?")
    return _read_other(tokens, index)


def _first(*readings: Reading | None) -> Reading | None:
    return next((reading for reading in readings if reading is not None), None)


def _read_other(tokens: Tokens, index: int) -> Reading | None:
    words, word = vocabulary(), tokens.low(index)
    if word.partition("års")[0] in words.cardinals or word in words.approximate or word in words.vague or is_half(word):
        found = _first(read_anniversary(tokens, index), read_ago(tokens, index))
        if found is not None:
            return found
    if word in words.shifts or words.has("past_weekday_words", word) or words.has("coming_weekday_words", word):
        return _read_shifted(tokens, index)
    if word in words.decades:
        return read_decade(tokens, index)
    if word in words.holidays:
        return _read_holiday(tokens, index)
    if word in words.feasts:
        return _read_feast(tokens, index)
    if word in words.quarters:
        return _first(_read_quarter(tokens, index), read_calendar(tokens, index))
    if word in words.ordinals or word in words.months or word in words.definite_seasons or word in words.seasons:
        return read_calendar(tokens, index)
    if words.has("parts_of", word) or words.has("primo", word):
        return _read_part_of(tokens, index)
    return None


# --- what is no date ------------------------------------------------------------------------------------------------


def _read_no_date(tokens: Tokens, index: int) -> Reading | None:
    """Recognise clock times, habits (`hver onsdag`, `om onsdagen`) and idioms, so that they are not read as dates."""
    words, word = vocabulary(), tokens.low(index)
    if words.has("clock_words", word):
        after = index + 1 + (tokens.low(index + 1) == ".")
        if tokens.low(after)[:1].isdigit():
            return Reading(after + 1, "")
        return None
    if words.has("habits", word) and tokens.low(index + 1) in words.weekdays:
        return Reading(index + 2, "")
    if word == "om" and tokens.low(index + 1) in words.weekdays and tokens.low(index + 1).endswith("en"):
        return Reading(index + 2, "")
    if word[:1].isdigit() and tokens.low(index + 1) == "-" and words.has("clock_endings", tokens.low(index + 2)):
        return Reading(index + 3, "")
    idiom = tokens.phrase(index, words.not_dates)
    return Reading(idiom[0], "") if idiom else None


# --- phrases and shifted units --------------------------------------------------------------------------------------


def _read_phrase(tokens: Tokens, phrase: tuple[int, str]) -> Reading | None:
    """Return a fixed phrase; `i år 2000` is a year, `i dag tidlig` goes on."""
    end, rule = phrase
    if rule == "year 0" and year_at(tokens, end) is not None:
        return Reading(end + 1, "year", f"{year_at(tokens, end):04d}")
    if rule.startswith("day") and vocabulary().has("dayparts", tokens.low(end)):
        end += 1
    return Reading(end, rule)


def _read_shifted(tokens: Tokens, index: int) -> Reading | None:
    """Read `forrige uke`, `sist onsdag`, `neste måned`, `førstkommende torsdag`, `denne veka`."""
    words, word, after = vocabulary(), tokens.low(index), tokens.low(index + 1)
    unit, shift = words.all_units.get(after), words.shifts.get(word)
    if unit in {"week", "month", "year"} and shift is not None:
        reading = Reading(index + 2, f"{unit} {shift}")
        weekday = words.weekdays.get(tokens.low(index + 2)) if unit == "week" else None
        return Reading(index + 3, f"weekday {weekday} of week {shift}") if weekday else reading
    weekday = words.weekdays.get(after)
    if weekday is not None:
        way = _way_of_weekday(word)
        return _read_weekday(tokens, index + 1, way) if way else None
    month = words.months.get(after)
    if month is not None and shift in {-1, 1} and tokens.is_lower(index + 1):
        return Reading(index + 2, f"month {month:02d} {'back' if shift < 0 else 'ahead'}")
    return None


def _way_of_weekday(word: str) -> str | None:
    words = vocabulary()
    if words.has("past_weekday_words", word):
        return "last"
    if words.has("coming_weekday_words", word):
        return "ahead"
    if words.has("next_weekday_words", word):
        return "next"
    return "of week 0" if words.shifts.get(word) == 0 else None


def _read_weekday(tokens: Tokens, index: int, way: str) -> Reading | None:
    """Read a weekday, the part of the day after it, the date or the week it belongs to."""
    words = vocabulary()
    part = read_part(tokens, index)
    if part is not None:
        return read_calendar(tokens, index)
    number, end = words.weekdays.get(tokens.low(index)), index + 1
    if number is None or (tokens.joined(end) and tokens.low(end) == "-" and tokens.joined(end + 1)):
        return None
    if words.has("dayparts", tokens.low(end)):
        end += 1
    week = end + (tokens.low(end) == "i")
    shift = words.shifts.get(tokens.low(week))
    if shift is not None and words.all_units.get(tokens.low(week + 1)) == "week":
        return Reading(week + 2, f"weekday {number} of week {shift}")
    return Reading(end, f"weekday {number} {way}")


def _read_holiday(tokens: Tokens, index: int) -> Reading | None:
    month, day = map(int, vocabulary().holidays[tokens.low(index)].split("-"))
    year = year_at(tokens, index + 1)
    if year is not None:
        return Reading(index + 2, "day", f"{year:04d}-{month:02d}-{day:02d}")
    phrase = tokens.phrase(index + 1, vocabulary().years)
    if phrase is not None:
        return Reading(phrase[0], f"date {month:02d}-{day:02d} {phrase[1]}")
    return Reading(index + 1, f"date {month:02d}-{day:02d} ?")


def _read_feast(tokens: Tokens, index: int) -> Reading | None:
    """Read `jula 2011`, `påsken i fjor`, `til jul`: the month where it is fixed, else the year."""
    month = vocabulary().feasts[tokens.low(index)]
    year = year_at(tokens, index + 1)
    if year is not None:
        return Reading(index + 2, "month" if month else "year", f"{year:04d}-{month}".rstrip("-"))
    phrase = tokens.phrase(index + 1, vocabulary().years)
    if phrase is not None:
        return Reading(phrase[0], f"month {month} {phrase[1]}" if month else phrase[1].removeprefix("of "))
    return Reading(index + 1, f"month {month} ahead") if month and tokens.low(index - 1) == "til" else None


def _read_part_of(tokens: Tokens, index: int) -> Reading | None:
    """Read `slutten av juli`, `midten av 1990-tallet`, `primo juli`: as fine as what follows."""
    words = vocabulary()
    after = index + 1
    if not words.has("primo", tokens.low(index)):
        if not words.has("parts_of_prepositions", tokens.low(after)):
            return None
        after += 1
    if tokens.low(after)[:1].isdigit() or tokens.low(after) in words.decades:
        found = _first(read_years(tokens, after), read_decade(tokens, after))
        if found is not None:
            return found
    part = read_part(tokens, after, licensed=True)
    if part is not None and (part.day is None or part.month is not None):
        return part_to_reading(part)
    return _read_shifted(tokens, after) if tokens.low(after) in words.shifts else None


# --- quarters, and words that announce a date -----------------------------------------------------------------------


def _read_quarter(tokens: Tokens, index: int) -> Reading | None:
    """Read `første kvartal 2023`, `2. kvartal i fjor` (no finer than the year), `første halvår 2023`."""
    words = vocabulary()
    number = words.quarters.get(tokens.low(index))
    after = index + 1 + (tokens.low(index + 1) == ".")
    is_quarter = words.has("quarter_words", tokens.low(after))
    if number is None or not (is_quarter or words.has("half_year_words", tokens.low(after))):
        return None
    after += 1
    after += tokens.low(after) in {"i", "av", "af"} and year_at(tokens, after + 1) is not None
    year, length = year_at(tokens, after), 3 if is_quarter else 6
    if year is None or number * length > 12:  # noqa: PLR2004 - the months
        return None
    return Reading(after + 1, "interval", f"{year}-{(number - 1) * length + 1:02d}/{year}-{number * length:02d}")


def _read_after_i(tokens: Tokens, index: int, lang: str) -> Reading | None:
    words, after = vocabulary(), index + 1
    low = tokens.low(after)
    if words.has("parts_of", low):
        return _read_part_of(tokens, after)
    if low in words.decades or low[:1].isdigit():
        return _first(
            read_decade(tokens, after),
            read_years(tokens, after),
            _read_quarter(tokens, after),
            _announced(tokens, after),
        )
    if low in words.shifts or words.has("past_weekday_words", low):
        return _read_shifted(tokens, after)
    if low in words.quarters:
        return _read_quarter(tokens, after)
    if low in words.weekdays and low.endswith("dags"):
        return _read_weekday(tokens, after, "last")  # Danish "i onsdags"
    if low in words.weekdays and lang == "da":
        return None
    if low in words.months:
        return read_calendar(tokens, after)
    if low in words.feasts:
        return _read_feast(tokens, after)
    if low in words.seasons or low in words.definite_seasons:
        return read_calendar(tokens, after) or _read_bare_season(tokens, after)
    return None


def _announced(tokens: Tokens, index: int) -> Reading | None:
    part = read_part(tokens, index, licensed=True)
    return part_to_reading(part) if part is not None and (part.day is None or part.month is not None) else None


def _read_bare_season(tokens: Tokens, index: int) -> Reading | None:
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


def _read_after_pa(tokens: Tokens, index: int, lang: str) -> Reading | None:
    words, after = vocabulary(), index + 1
    low = tokens.low(after)
    if low in words.weekdays:
        return _read_weekday(tokens, after, "ahead" if lang == "da" else "?")
    if words.has("parts_of", low):
        return _read_part_of(tokens, after)
    if low in words.decades or low[:1].isdigit():
        return read_decade(tokens, after)
    if low in words.definite_seasons:
        return read_calendar(tokens, after)
    return None


def _read_range(tokens: Tokens, index: int, _lang: str) -> Reading | None:
    """Read `fra 3. til 5. mai`, `mellom 2014 og 2022`; or only `fra 2014`."""
    joint = "og" if tokens.low(index).startswith("mell") else "til"
    return read_calendar(tokens, index + 1, joint) or _read_licensed(tokens, index, _lang)


def _read_licensed(tokens: Tokens, index: int, _lang: str) -> Reading | None:
    """Read a year or month after a preposition that takes one."""
    words, after = vocabulary(), tokens.low(index + 1)
    if not after[:1].isdigit() or words.has("number_words", after):
        return None
    if year_at(tokens, index + 1) is None:
        return None
    reading = _announced(tokens, index + 1)
    about = tokens.low(index) in words.approximate
    return replace(reading, value=f"{reading.value}~") if reading and about else reading


def _read_open(tokens: Tokens, index: int, lang: str) -> Reading | None:
    """Read `siden 2014`, `sidan i fjor`, `innen 2030`, `før 2014`, `fram til 2022`: open at one end."""
    words, word, after = vocabulary(), tokens.low(index), index + 1
    if words.has("open_words", word):
        if tokens.low(after) != "til":
            return None
        after += 1
    inner = _read_decade_or_date(tokens, after, lang)
    if inner is None or inner.rule in {"", "vague", "interval"} or inner.rule.startswith(("anniversary", "day 0")):
        return None
    if words.has("since", word):
        return _open_reading(inner, "{}/..", "{} to ..")
    if words.has("before", word):
        if inner.rule != "year" or inner.value is None:
            return Reading(inner.end, "another date")
        return Reading(inner.end, "before", f"../{int(inner.value) - 1:04d}")
    return _open_reading(inner, "../{}", ".. to {}")


def _read_decade_or_date(tokens: Tokens, index: int, lang: str) -> Reading | None:
    if tokens.low(index)[:1].isdigit():
        return _first(read_decade(tokens, index), _announced(tokens, index))
    if tokens.low(index) in vocabulary().months:
        return _announced(tokens, index)
    return read_date(tokens, index, lang) if not _opens(tokens.low(index)) else None


def _opens(word: str) -> bool:
    return _READERS.get(word) is _read_open


def _open_reading(inner: Reading, by_value: str, by_rule: str) -> Reading:
    if inner.value is not None:
        return Reading(inner.end, "since" if by_value.endswith("..") else "until", by_value.format(inner.value))
    resolvable = inner.rule not in {"another date", "named day", "impossible date"} and "another" not in inner.rule
    return Reading(inner.end, by_rule.format(inner.rule) if resolvable else inner.rule)


def _read_night(tokens: Tokens, index: int, _lang: str) -> Reading | None:
    """Read `natt til onsdag`, `natten til 26. juli`: the day it ends with."""
    if tokens.low(index + 1) != "til":
        return None
    if tokens.low(index + 2) in vocabulary().weekdays:
        return _read_weekday(tokens, index + 2, "?")
    return _announced(tokens, index + 2) if tokens.low(index + 2)[:1].isdigit() else None


def _read_den(tokens: Tokens, index: int, _lang: str) -> Reading | None:
    return read_calendar(tokens, index) or _read_shifted(tokens, index + 1)


def _read_for(tokens: Tokens, index: int, lang: str) -> Reading | None:
    return read_ago(tokens, index) or _read_licensed(tokens, index, lang)


_READERS = (
    dict.fromkeys(("til", "etter", "efter", "rundt", "omkring", "ca", "året", "årene", "av", "af"), _read_licensed)
    | dict.fromkeys(vocabulary().sets["since"], _read_open)
    | dict.fromkeys(vocabulary().sets["by"], _read_open)
    | dict.fromkeys(vocabulary().sets["before"], _read_open)
    | dict.fromkeys(vocabulary().sets["open_words"], _read_open)
    | dict.fromkeys(vocabulary().sets["nights"], _read_night)
    | dict.fromkeys(("fra", "frå", "mellom", "mellem"), _read_range)
    | {"i": _read_after_i, "på": _read_after_pa, "om": read_in, "for": _read_for, "den": _read_den, "d": _read_den}
)

_OPENING = frozenset(_READERS).union(
    *(
        getattr(vocabulary(), table)
        for table in (
            "phrases",
            "not_dates",
            "weekdays",
            "cardinals",
            "approximate",
            "vague",
            "shifts",
            "decades",
            "holidays",
            "feasts",
            "quarters",
            "ordinals",
            "months",
            "seasons",
            "definite_seasons",
        )
    ),
    *(
        vocabulary().sets[name]
        for name in (
            "clock_words",
            "habits",
            "halves",
            "one_and_a_half",
            "past_weekday_words",
            "coming_weekday_words",
            "parts_of",
            "primo",
        )
    ),
)
"""Every word a date can begin with: all others, which are most, are passed over at once."""
