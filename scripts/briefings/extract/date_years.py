"""Years and decades in figures, and what looks like them: `2000 soldater`, `kl. 2015`, `1999,-`."""

from __future__ import annotations

from briefings.extract.date_words import DASHES, Reading, Tokens, vocabulary

FIRST_YEAR, LAST_YEAR = 1000, 2199
FIRST_DECADE = 100
"""`på 960-tallet`, which nothing else is; `935` is a year only behind that word."""
FOLLOWERS = ("year_followers", "past_words", "present_words", "coming_words", "future_words")
BROKEN_BY = frozenset("%‰°$€£#+§&@=*/")


def year_at(tokens: Tokens, index: int) -> int | None:
    """Return the year that four figures at `index` are, if what stands around them lets them be one."""
    year = tokens.number(index)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR or len(tokens.low(index)) != len("2023"):
        return None
    after = tokens.low(index + 1)
    if is_broken(tokens, index) or vocabulary().has("counted", after):
        return None
    if after in {"-", "'", "’"} and tokens.joined(index + 1) and tokens.joined(index + 2):
        return None
    if after == "," and tokens.joined(index + 1) and tokens.low(index + 2) in DASHES:
        return None  # "2000,-"
    if may_be_counted(tokens, index):
        return None
    counts = year % 100 == 0 and after.isalpha() and after.endswith(("er", "ar")) and not may_follow(after)
    return None if counts or (after == "mill" or after.startswith(("million", "milliard"))) else year


def may_follow(word: str) -> bool:
    """Say whether `word` is one that follows a year, rather than what is counted: a verb, a preposition, a sign."""
    known = vocabulary().sets
    return not word.isalpha() or any(word in known[name] for name in FOLLOWERS)


def may_be_counted(tokens: Tokens, index: int) -> bool:
    """Say whether the four figures at `index` may count what follows them: `rundt 1400 dyr`, `til 2000 gjester`."""
    after = tokens.low(index + 1)
    is_range = tokens.number(index - 2) is not None
    return not is_range and _may_stand_before_number(tokens, index) and not _goes_on(after)


def _goes_on(word: str) -> bool:
    """Say whether a sentence goes on behind a year with `word`, by its list or its ending, as weak verbs have."""
    return may_follow(word) or word.endswith(("de", "te", "et"))


def _may_stand_before_number(tokens: Tokens, index: int) -> bool:
    """Say whether a preposition that stands before numbers as well as years stands before the token."""
    before = index - 1 - (tokens.low(index - 1) == ".")
    return vocabulary().has("counting_prepositions", tokens.low(before))


def is_broken(tokens: Tokens, index: int) -> bool:
    """Say whether figures hang together with letters or signs that make them something else than a date."""
    before = tokens.low(index - 1)
    if tokens.joined(index) and (before[-1:].isalnum() or before in BROKEN_BY or before in {"-", ".", ",", "'"}):
        return True
    after = tokens.low(index + 1)
    return tokens.joined(index + 1) and ((after[:1].isalnum() and after != "t") or after in BROKEN_BY)


def read_decade(tokens: Tokens, index: int) -> Reading | None:
    """Read `1990-tallet`, `90-åra`, `1990'erne`, `nittitallet`, `1800-tallet`."""
    words = vocabulary()
    decade = words.decades.get(tokens.low(index))
    if decade is not None:
        aged = tokens.low(index).endswith(tuple(words.sets["age_endings"])) and _is_age(tokens, index)
        return None if aged else Reading(index + 1, "decade", None if decade == UNCLEAR else f"{decade // 10}X")
    number, ending = tokens.number(index), index + 1
    if number is None or _joined_to_letter_before(tokens, index):
        return None
    ending += tokens.low(ending) in {"-", "'", "’", "–"}
    if not (tokens.joined(index + 1) and tokens.joined(ending)) or not words.has("decade_endings", tokens.low(ending)):
        return None
    if len(tokens.low(index)) == len("90"):
        if number % 10 or (words.has("age_endings", tokens.low(ending)) and _is_age(tokens, index)):
            return None
        century = 1900 if number > LAST_NEW_DECADE else 2000
        return Reading(
            ending + 1, "decade", None if century + number == NEW_UNCLEAR else f"{(century + number) // 10}X"
        )
    if FIRST_DECADE <= number <= LAST_YEAR and number % 10 == 0:
        value = f"{number // 100:02d}XX" if number % 100 == 0 else f"{number // 10:03d}X"
        return Reading(ending + 1, "century" if number % 100 == 0 else "decade", value)
    return None


UNCLEAR, NEW_UNCLEAR, LAST_NEW_DECADE = 1920, 2020, 20
"""`tjuetallet` is a hundred years ago to some and now to others; `00-tallet` and `10-tallet` are of this century."""
AGE_WINDOW = 4
"""Tokens before `i 50-åra` that may say that somebody is that old."""


def _is_age(tokens: Tokens, index: int) -> bool:
    return any(vocabulary().has("age_words", tokens.low(index - back)) for back in range(1, AGE_WINDOW + 1))


def _joined_to_letter_before(tokens: Tokens, index: int) -> bool:
    return tokens.joined(index) and (tokens.low(index - 1)[-1:].isalnum() or tokens.low(index - 1) == "-")


def read_century(tokens: Tokens, index: int) -> Reading | None:
    """Read `19. århundrede`, `det attende hundreåret`: the nineteenth has the years 18XX."""
    words = vocabulary()
    at = index + (tokens.low(index) in {"det", "i"})
    number = tokens.number(at)
    after = at + 1 + (tokens.low(at + 1) == ".")
    if number is None:
        number = words.ordinals.get(tokens.low(at))
    if number is None or not 1 <= number <= LAST_CENTURY or words.all_units.get(tokens.low(after)) != "century":
        return None
    return Reading(after + 1, "century", f"{number - 1:02d}XX")


LAST_CENTURY = 22


def read_named_year(tokens: Tokens, index: int) -> Reading | None:
    """Read `om lag år 1300`, `omkring år 935`, `rundt år 750 e.Kr.`, what lies before Christ being too early for us."""
    about = tokens.phrase(index, vocabulary().approximate)
    at = about[0] if about else index
    at += tokens.low(at) == "."
    if about is None or tokens.low(at) != "år":
        return None
    year = tokens.number(at + 1)
    counts = vocabulary().has("counted", tokens.low(at + 2)) or tokens.low(at + 2) in vocabulary().units
    if year is None or not FIRST_DECADE <= year <= LAST_YEAR or is_broken(tokens, at + 1) or counts:
        return None
    is_before_christ = tokens.low(at + 2) == "fvt" or (
        tokens.low(at + 2) in {"f", "før"} and tokens.low(at + 3 + (tokens.low(at + 3) == ".")).startswith("kr")
    )
    return Reading(at + 2, "vague") if is_before_christ else Reading(at + 2, "year", f"{year:04d}~")
