"""Years and decades in figures, and what looks like them: `2000 soldater`, `kl. 2015`, `1999,-`."""

from __future__ import annotations

from briefings.extract.date_words import DASHES, Reading, Tokens, vocabulary

FIRST_YEAR, LAST_YEAR = 1000, 2199
BROKEN_BY = frozenset("%‰°$€£#+§&@=*/")


def year_at(tokens: Tokens, index: int) -> int | None:
    """Return the year that four figures at `index` are, if what stands around them lets them be one."""
    year = tokens.number(index)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR or len(tokens.low(index)) != len("2023"):
        return None
    after = tokens.low(index + 1)
    if is_broken(tokens, index) or vocabulary().has("counted", after):
        return None
    if tokens.joined(index + 1) and after in {"-", "'", "’"} and tokens.joined(index + 2):
        return None
    if tokens.joined(index + 1) and after == "," and tokens.low(index + 2) in DASHES:
        return None  # "2000,-"
    counts = year % 100 == 0 and after.isalpha() and after.endswith(("er", "ar")) and not may_follow(after)
    return None if counts or (after == "mill" or after.startswith(("million", "milliard"))) else year


def may_follow(word: str) -> bool:
    """Say whether `word` is one that follows a year, rather than what is counted: a verb, a preposition, a sign."""
    return not word.isalpha() or vocabulary().has("year_followers", word)


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
    if FIRST_YEAR <= number <= LAST_YEAR and number % 10 == 0:
        value = f"{number // 100}XX" if number % 100 == 0 else f"{number // 10}X"
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
