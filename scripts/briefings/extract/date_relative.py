"""Dates reckoned from the day of the article, and the way into the whole grammar: `read_date`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefings.extract.date_counts import (
    read_ago,
    read_anniversary,
    read_apart,
    read_in,
    read_later,
    read_span,
)
from briefings.extract.date_denied import is_denied_before
from briefings.extract.date_grammar import read_calendar, read_years
from briefings.extract.date_named import named_reading, read_feast_after, read_named, read_winter
from briefings.extract.date_openings import Openings, words_in
from briefings.extract.date_shifted import (
    announced,
    read_bare_season,
    read_half_of,
    read_part_of,
    read_same_of,
    read_shifted,
    read_weekday,
    read_within,
)
from briefings.extract.date_words import DASHES, Reading, Tokens, vocabulary
from briefings.extract.date_years import read_century, read_decade, read_named_year, year_at


def read_date(tokens: Tokens, index: int, lang: str) -> Reading | None:
    """Read the date that begins at `index`, if one does.

    A `?` in the rule stands where tense or preposition must say whether the past or the future is meant.
    """
    words, word = vocabulary(), tokens.low(index)
    skipped = _read_no_date(tokens, index) or (read_apart(tokens, index) if tokens.low(index - 1) == "," else None)
    if skipped is not None:
        return skipped
    if word in words.approximate and "år" in tokens.lows[index + 1 : index + 4]:
        named = read_named_year(tokens, index)
        if named is not None:
            return named
    if word[:1].isdigit():
        return (
            read_years(tokens, index)
            or read_anniversary(tokens, index)
            or read_ago(tokens, index)
            or read_later(tokens, index)
            or read_named(tokens, index)
            or read_century(tokens, index)
            or read_decade(tokens, index)
            or read_calendar(tokens, index)
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
        return read_weekday(tokens, index, "?")
    return _read_other(tokens, index)


def openings(tokens: Tokens) -> Iterator[int]:
    """Yield the tokens that a date may begin at; at all others, which are most, `read_date` finds none."""
    return _OPENINGS.within(tokens)


def _read_other(tokens: Tokens, index: int) -> Reading | None:
    """Read what begins with a word of its own kind, after all that a number in words may begin."""
    words, word = vocabulary(), tokens.low(index)
    if words.has("same_words", word) or tokens.low(index + 1).startswith("halvdel"):
        return read_half_of(tokens, index) or read_same_of(tokens, index)
    if word in _NAMING or word in words.cardinals:
        found = read_named(tokens, index) or read_later(tokens, index) or read_century(tokens, index)
        if found is not None:
            return found
    if word in _COUNTING or word.partition("års")[0] in words.cardinals:
        found = read_anniversary(tokens, index) or read_ago(tokens, index)
        if found is not None:
            return found
    if word in _SHIFTING:
        return read_span(tokens, index) or read_shifted(tokens, index)
    if word in _CALENDAR:
        return read_winter(tokens, index) or read_calendar(tokens, index)
    return read_within(tokens, index) or read_part_of(tokens, index) or _read_rare(tokens, index)


_COUNTING = words_in("approximate", "vague", "halves", "one_and_a_half")
_NAMING = _COUNTING | words_in("named", "feasts", "week_words", "ordinals", "quarters") | {"det", "i", "årets"}
_SHIFTING = words_in("shifts", "past_weekday_words", "coming_weekday_words", "last_words")
_CALENDAR = words_in("ordinals", "months", "definite_seasons", "seasons")


def _read_rare(tokens: Tokens, index: int) -> Reading | None:
    """Read `nittitallet`, `årene 1992–1995`, `årtusenskiftet`, `årets slutt`."""
    words, word = vocabulary(), tokens.low(index)
    if word in words.decades:
        return read_decade(tokens, index)
    if words.has("period_words", word):
        return _read_range(tokens, index, "")
    if word in words.rounds:
        return Reading(index + 1, "year", f"{words.rounds[word]}~")
    if word in words.definite_parts and words.has("endings_of", tokens.low(index + 1)):
        return Reading(index + 2, f"this {words.definite_parts[word]} ?")
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
        return Reading(_end_of_weekdays(tokens, index + 2), "")
    if word == "om" and tokens.low(index + 1) in words.weekdays and tokens.low(index + 1).endswith("en"):
        return Reading(_end_of_weekdays(tokens, index + 2), "")
    if word[:1].isdigit() and tokens.low(index + 1) == "-" and words.has("clock_endings", tokens.low(index + 2)):
        return Reading(index + 3, "")
    numbered = word in words.ordinals and tokens.low(index + 1) in words.weekdays
    if numbered and (words.has("habits", tokens.low(index + 2)) or tokens.low(index + 2) == "i"):
        # "den tredje onsdagen hver måned", "første tirsdag i oktober": not the latest Tuesday
        return Reading(index + 2, "") if tokens.low(index + 3) != "advent" else None
    if word in words.weekdays and tokens.low(index + 2) in words.weekdays and _is_open_through(tokens, index):
        ranged = tokens.low(index + 1) in DASHES or tokens.low(index + 1) == "til"
        return Reading(index + 3, "") if ranged and tokens.low(index - 1) not in {"fra", "frå"} else None
    idiom = tokens.phrase(index, words.not_dates)
    return Reading(idiom[0], "") if idiom else None


def _end_of_weekdays(tokens: Tokens, index: int) -> int:
    """Return where `hver tirsdag, onsdag og torsdag` ends, of which the first day ends before `index`."""
    weekdays = vocabulary().weekdays
    while tokens.low(index) in {"og", ",", "eller"} and tokens.low(index + 1) in weekdays:
        index += 2
    return index


def _is_open_through(tokens: Tokens, index: int) -> bool:
    """Say whether from one weekday to another is every week's: `mandag–fredag`, `åpent tirsdag–søndag`."""
    words = vocabulary()
    first, last = words.weekdays[tokens.low(index)], words.weekdays[tokens.low(index + 2)]
    return (first == 1 and last == LAST_WORKDAY) or tokens.low(index - 1) in _OPEN


LAST_WORKDAY = 5
_OPEN = frozenset({"åpent", "åpen", "åbent", "åben", "ope", "open", "opent", "åpningstider", "åbningstider"})


# --- phrases and shifted units --------------------------------------------------------------------------------------


def _read_phrase(tokens: Tokens, phrase: tuple[int, str]) -> Reading | None:
    """Return a fixed phrase; `i år 2000` is a year, `i dag tidlig` goes on."""
    end, rule = phrase
    if rule == "year 0" and year_at(tokens, end) is not None:
        return Reading(end + 1, "year", f"{year_at(tokens, end):04d}")
    if rule.startswith(EARLY_YEAR):
        at = end + (tokens.low(end) == "i")
        told = year_at(tokens, at)
        return Reading(at + 1, "year", f"{told:04d}") if told is not None else Reading(end, rule)
    if rule.endswith(" coming"):
        season = rule.split()[1]
        told = year_at(tokens, end)
        if told is not None:
            return Reading(end + 1, "season", f"{told:04d}-{season}")  # "til sommeren 2027"
        year = tokens.phrase(end, vocabulary().years)
        return Reading(year[0], f"season {season} {year[1]}") if year else Reading(end, rule)
    if rule.startswith("day") and (vocabulary().has("dayparts", tokens.low(end)) or tokens.low(end) in _EARLY):
        end += 1
    return Reading(end, rule)


EARLY_YEAR = "early year "
"""Rule of `på nyåret`: the year, as nobody agrees on how long it lasts."""
_EARLY = frozenset({"tidlig", "tidleg", "tidligt"})


# --- words that announce a date -----------------------------------------------------------------------


def _read_after_i(tokens: Tokens, index: int, lang: str) -> Reading | None:
    words, after = vocabulary(), index + 1
    low = tokens.low(after)
    if words.has("parts_of", low):
        return read_part_of(tokens, after)
    if words.has("period_words", low):
        return _read_range(tokens, after, lang)
    if words.has("same_words", low) or tokens.low(after + 1).startswith("halvdel"):
        return read_half_of(tokens, after) or read_same_of(tokens, after)
    if low in words.decades or low[:1].isdigit():
        if tokens.low(after + 1) == "-" and tokens.low(after + 2).startswith(_OF_SPORT) and len(low) == len("2024"):
            return Reading(after + 3, "year", low)  # "i 2024-sesongen"
        return (
            read_decade(tokens, after)
            or read_years(tokens, after)
            or read_named(tokens, after)
            or read_century(tokens, after)
            or announced(tokens, after)
        )
    if low in words.shifts or words.has("past_weekday_words", low):
        return read_shifted(tokens, after)
    named = read_named(tokens, after) or read_feast_after(tokens, after, "?")
    return named if named is not None else _read_in_calendar(tokens, after, lang)


_OF_SPORT = ("sesong", "sæson")


def _read_in_calendar(tokens: Tokens, after: int, lang: str) -> Reading | None:
    words, low = vocabulary(), tokens.low(after)
    if low in words.weekdays and low.endswith("dags"):
        return read_weekday(tokens, after, "last")  # Danish "i onsdags"
    if low in words.weekdays and lang == "da":
        return None
    if low in words.months:
        return read_calendar(tokens, after)
    if low in words.seasons or low in words.definite_seasons:
        return read_winter(tokens, after) or read_calendar(tokens, after) or read_bare_season(tokens, after)
    return None


def _read_after_pa(tokens: Tokens, index: int, lang: str) -> Reading | None:
    words, after = vocabulary(), index + 1
    low = tokens.low(after)
    if low in words.weekdays:
        return read_weekday(tokens, after, "ahead" if lang == "da" else "?")
    if words.has("parts_of", low):
        return read_part_of(tokens, after)
    if low in words.decades or low[:1].isdigit():
        return read_decade(tokens, after)
    if low in words.definite_seasons:
        return read_calendar(tokens, after)
    return None


def _read_range(tokens: Tokens, index: int, lang: str) -> Reading | None:
    """Read `fra 3. til 5. mai`, `mellom 2014 og 2022`; or only `fra 2014`."""
    joint = "og" if tokens.low(index).startswith("mell") else "til"
    found = read_calendar(tokens, index + 1, joint)
    if found is not None:
        return found
    if joint == "og":
        named = read_named(tokens, index)  # "mellom jul og nyttår"
        return named or _read_licensed(tokens, index, lang)
    weekday = index + 1 + (tokens.low(index + 1) == "på")
    if tokens.low(weekday) in vocabulary().weekdays:
        return read_weekday(tokens, weekday, "ahead" if weekday > index + 1 and lang == "da" else "?")
    if tokens.low(index + 1) in {"nyttår", "nytår"} and year_at(tokens, index + 2) is None:
        return Reading(index + 2, "named 01-01 ?")
    return read_years(tokens, index + 1) or _read_turn(tokens, index, lang)


def _read_licensed(tokens: Tokens, index: int, _lang: str) -> Reading | None:
    """Read a year or month after a preposition that takes one."""
    at = index + 1 + (tokens.low(index + 1) == ".")
    if not tokens.low(at)[:1].isdigit() or year_at(tokens, at) is None:
        return None
    reading = announced(tokens, at)
    about = tokens.low(index) in vocabulary().approximate
    return replace(reading, value=f"{reading.value}~") if reading and about else reading


def _read_open(tokens: Tokens, index: int, lang: str) -> Reading | None:
    """Read `siden 2014`, `sidan i fjor`, `innen 2030`, `før 2014`, `fram til 2022`: open at one end."""
    words, word, after = vocabulary(), tokens.low(index), index + 1
    if words.has("open_words", word):
        if tokens.low(after) not in {"til", "mot", "mod"}:
            return None
        after += 1
    after += words.has("latest", tokens.low(after)) or tokens.low(after) in _EARLIEST
    if tokens.low(after) in words.weekdays and tokens.low(after).endswith("ens"):
        return None  # "før lørdagens kamp"
    inner = _read_decade_or_date(tokens, after, lang)
    if inner is None:
        if not words.has("since", word):
            way = "?" if words.has("before", word) else "ahead"
            return _read_end_of(tokens, after) or _read_until_feast(tokens, after, way)
        inner = _read_since_feast(tokens, after)
    if inner is None or inner.rule in {"", "vague", "interval"} or inner.rule.startswith(("anniversary", "day 0")):
        return None
    if words.has("since", word):
        return _open_reading(replace(inner, rule=inner.rule.replace("?", "back")), "{}/..", "{} to ..")
    if words.has("before", word):
        return _before_reading(inner, is_denied=is_denied_before(tokens, index))
    if inner.rule.startswith("this "):
        inner = replace(inner, rule=f"{inner.rule.split()[1]} 0")
    return _open_reading(inner, "../{}", ".. to {}")


def _before_reading(inner: Reading, *, is_denied: bool) -> Reading:
    if is_denied and inner.value is not None and inner.rule in _STATED:
        return inner  # "ble ikke funnet før i 2019"
    if inner.rule == "year" and inner.value is not None:
        return Reading(inner.end, "before", f"../{int(inner.value) - 1:04d}")
    is_term = inner.rule.endswith(" ?") and inner.rule.startswith(_TERMS) and " to " not in inner.rule
    return Reading(inner.end, f"before {inner.rule}" if is_term else "another date")


_TERMS = ("date ", "weekday ", "month ", "named ")
"""What something may be due before: `må svare før fredag`; a formula that begins with `before` is no other."""


def _read_end_of(tokens: Tokens, index: int) -> Reading | None:
    """Read `måneden er omme` of `før måneden er omme`: due in this one."""
    words, low = vocabulary(), tokens.low(index)
    unit = words.all_units.get(low) if low not in words.units else None
    if unit not in {"week", "month", "year"} or tokens.low(index + 1) != "er":
        return None
    return Reading(index + 3, f".. to {unit} 0") if words.has("over", tokens.low(index + 2)) else None


def _read_since_feast(tokens: Tokens, index: int) -> Reading | None:
    """Read `påske` of `siden påske`; `siden nyttår` is so far this year."""
    found = read_feast_after(tokens, index, "back")
    return replace(found, rule="year 0") if found and found.rule == "named turn back" else found


def _read_until_feast(tokens: Tokens, index: int, way: str) -> Reading | None:
    """Read `jul` of `innen jul`, `før påske`; what is due before New Year is due in December."""
    found = read_feast_after(tokens, index, way)
    if found is None:
        return None
    return _open_reading(replace(found, rule=found.rule.replace("named turn", "named 12")), "../{}", ".. to {}")


def _read_decade_or_date(tokens: Tokens, index: int, lang: str) -> Reading | None:
    if tokens.low(index)[:1].isdigit():
        return read_decade(tokens, index) or announced(tokens, index)
    if tokens.low(index) in vocabulary().months:
        return announced(tokens, index)
    return read_date(tokens, index, lang) if not _opens(tokens.low(index)) else None


def _opens(word: str) -> bool:
    return _READERS.get(word) is _read_open


_STATED = frozenset({"year", "month", "season", "day"})
_EARLIEST = frozenset({"tidligst", "tidlegast", "tidligest"})


def _open_reading(inner: Reading, by_value: str, by_rule: str) -> Reading:
    if inner.value is not None:
        return Reading(inner.end, "since" if by_value.endswith("..") else "until", by_value.format(inner.value))
    resolvable = inner.rule not in {"another date", "named day", "impossible date"} and "another" not in inner.rule
    return Reading(inner.end, by_rule.format(inner.rule) if resolvable else inner.rule)


def _read_night(tokens: Tokens, index: int, _lang: str) -> Reading | None:
    """Read `natt til onsdag`, `natten til 26. juli`: the day it ends with."""
    words = vocabulary()
    if words.has("between", tokens.low(index + 1)) and tokens.low(index + 3) == "og":
        return read_weekday(tokens, index + 4, "?") if tokens.low(index + 4) in words.weekdays else None
    if tokens.low(index + 1) != "til":
        return None
    if tokens.low(index + 2) in words.weekdays:
        return read_weekday(tokens, index + 2, "?")
    phrase = tokens.phrase(index + 2, words.phrases)
    if phrase is not None and phrase[1].startswith("day "):
        return Reading(*phrase)
    return announced(tokens, index + 2) if tokens.low(index + 2)[:1].isdigit() else None


def _read_den(tokens: Tokens, index: int, _lang: str) -> Reading | None:
    return (
        read_calendar(tokens, index)
        or read_span(tokens, index)
        or read_century(tokens, index)
        or read_shifted(tokens, index + 1)
    )


def _read_til(tokens: Tokens, index: int, lang: str) -> Reading | None:
    if tokens.low(index + 1) == "og" and tokens.low(index + 2) == "med":
        return _read_licensed(tokens, index + 2, lang) if year_at(tokens, index + 3) is not None else None
    return read_feast_after(tokens, index + 1, "ahead") or _read_licensed(tokens, index, lang)


def _read_turn(tokens: Tokens, index: int, lang: str) -> Reading | None:
    """Read `ved årsskiftet`, `kring nyttår`, which no other preposition makes a time."""
    phrase = tokens.phrase(index + 1, vocabulary().named) or tokens.phrase(index + 1, vocabulary().feasts)
    if phrase is not None and phrase[1] == "turn":
        return named_reading(tokens, phrase[0], "turn", "?")
    if vocabulary().has("number_words", tokens.low(index)):
        return None  # "over 1100"
    return _read_licensed(tokens, index, lang)


def _read_for(tokens: Tokens, index: int, lang: str) -> Reading | None:
    return read_ago(tokens, index) or _read_licensed(tokens, index, lang)


_READERS = (
    dict.fromkeys(("etter", "efter", "ca", "cirka", "circa", "året", "av", "af"), _read_licensed)
    | dict.fromkeys(vocabulary().sets["turn_prepositions"], _read_turn)
    | dict.fromkeys(vocabulary().sets["since"], _read_open)
    | dict.fromkeys(vocabulary().sets["by"], _read_open)
    | dict.fromkeys(vocabulary().sets["before"], _read_open)
    | dict.fromkeys(vocabulary().sets["open_words"], _read_open)
    | dict.fromkeys(vocabulary().sets["nights"], _read_night)
    | dict.fromkeys(("fra", "frå", "mellom", "mellem"), _read_range)
    | {"i": _read_after_i, "på": _read_after_pa, "om": read_in, "for": _read_for, "til": _read_til}
    | dict.fromkeys((*vocabulary().sets["span_openers"], "d"), _read_den)
)

_OPENINGS = Openings(_READERS)
