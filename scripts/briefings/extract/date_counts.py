"""So long ago, in so long, so many years since: a number and a unit."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from briefings.extract.date_words import DASHES, Reading, Tokens, vocabulary

WEEK_DAYS = 7
EXACT_WEEKS = 4
"""`for to uker siden` is said of that very day, `for fem uker siden` of one near it."""
MONTH_DAYS = 30
"""Days, for `en og en halv måned`, which is approximate anyway."""
TODAY_HOURS = 6
"""Up to so many hours ago is today; more may be yesterday."""
HOURS = frozenset({"time", "timer", "timar"})
"""Minutes later nothing happens that a timeline would tell of by itself."""
WHOLE_CENTURIES = 100
"""`for hundre år siden` is a round number; `det er 100 år siden` counts."""


class _Count(Struct, frozen=True):
    """A number before a unit."""

    end: int
    whole: int = 0
    half: bool = False
    vague: bool = False


def _read_count(tokens: Tokens, index: int) -> _Count | None:
    """Read `4`, `fire`, `to hundre`, `halvannet`, `et halvt`, `to og et halvt`, `2,5`, `et par`."""
    words, word = vocabulary(), tokens.low(index)
    vague = tokens.phrase(index, words.vague)
    if vague:
        return _Count(vague[0], vague=True)
    if words.has("one_and_a_half", word):
        return _Count(index + 1, 1, half=True)
    if words.has("halves", word):
        return _Count(index + 1, 0, half=True)
    whole = tokens.number(index)
    if whole is None:
        if word[:1].isdigit():
            before, _, after = word.partition(",")
            exact = len(before) <= 2 and before.isdigit() and after == "5"  # noqa: PLR2004 - figures
            return _Count(index + 1, int(before), half=True) if exact else _Count(index + 1, vague=True)
        whole = words.cardinals.get(word)
    if whole is None:
        return None
    return _read_rest_of_count(tokens, index + 1, whole)


def _read_rest_of_count(tokens: Tokens, after: int, whole: int) -> _Count:
    words = vocabulary()
    if whole == 1 and words.has("halves", tokens.low(after)):
        return _Count(after + 1, 0, half=True)
    if tokens.low(after) == "og" and words.cardinals.get(tokens.low(after + 1)) == 1:
        if words.has("halves", tokens.low(after + 2)):
            return _Count(after + 3, whole, half=True)
    elif words.cardinals.get(tokens.low(after)) == WHOLE_CENTURIES and whole <= WEEK_DAYS + 2:
        return _Count(after + 1, whole * WHOLE_CENTURIES)
    if tokens.low(after) in DASHES or (tokens.low(after) == "til" and _read_count(tokens, after + 1)):
        later = _read_count(tokens, after + 1)
        return replace(later, vague=True) if later else _Count(after, whole)
    return _Count(after, whole)


def read_ago(tokens: Tokens, index: int) -> Reading | None:
    """Read `for fire år siden`, `24 år siden`, `for to uker sidan`, `for halvandet år siden`."""
    words = vocabulary()
    announced = tokens.low(index) == "for"
    after = index + announced
    about = tokens.phrase(after, words.approximate)
    count = _read_count(tokens, about[0] if about else after)
    if count is None:
        return None
    unit = words.units.get(tokens.low(count.end))
    if unit is None or not words.has("ago", tokens.low(count.end + 1)):
        return None
    today = tokens.low(count.end + 2) == "i" and tokens.low(count.end + 3) == "dag"
    if unit == "year" and count.whole and not count.half and today:
        return Reading(count.end + 4, f"day 0 plus -{count.whole} year")
    round_number = announced and count.whole >= WHOLE_CENTURIES and count.whole % WHOLE_CENTURIES == 0
    return Reading(count.end + 2, _shift_to_rule(count, unit, -1, about=bool(about) or round_number))


def read_later(tokens: Tokens, index: int) -> Reading | None:
    """Read `fire måneder senere`, `fem år tidligere`: counted from the date named before."""
    words = vocabulary()
    about = tokens.phrase(index, words.approximate)
    count = _read_count(tokens, about[0] if about else index)
    unit = words.units.get(tokens.low(count.end)) if count else None
    if count is None or unit is None:
        return None
    word = tokens.low(count.end + 1)
    sign = 1 if words.has("later", word) else -1 if words.has("earlier", word) else 0
    if not sign or tokens.low(count.end + 2) in {"enn", "end"}:
        return None
    is_rounded = unit == "week" or (unit == "day" and count.whole >= WEEK_DAYS)
    rule = _shift_to_rule(count, unit, sign, about=bool(about) or is_rounded)
    if unit == "hour":
        few = tokens.low(count.end) in HOURS and 0 < count.whole <= TODAY_HOURS and sign > 0
        return Reading(count.end + 2, "hours later" if few else "vague")
    return Reading(count.end + 2, "vague" if rule == "vague" else f"another {rule}")


def read_apart(tokens: Tokens, index: int) -> Reading | None:
    """Read `to dager etter (at)` and `to måneder før` of `9. juni 2022, to dager etter at revisor ba om et møte`.

    What is dated is the clause that follows: it lies before the date in front of the comma, or behind it.
    """
    words = vocabulary()
    if tokens.low(index - 1) != ",":
        return None
    phrase = tokens.phrase(index, words.phrases)
    if phrase is not None:
        parts = phrase[1].split()
        if parts[:1] != ["another"] or len(parts) != len(("another", "day", "1")) or parts[2] not in {"1", "-1"}:
            return None
        end, unit, count = phrase[0], parts[1], -int(parts[2])
    else:
        number = _read_count(tokens, index)
        unit_word = words.units.get(tokens.low(number.end)) if number else None
        if number is None or unit_word in {None, "hour"}:
            return None
        sign = {"etter": -1, "efter": -1, "før": 1, "inden": 1}.get(tokens.low(number.end + 1), 0)
        rule = _shift_to_rule(number, str(unit_word), sign, about=False).split()
        if not sign or rule == ["vague"] or rule[-1] == "about":
            return None
        end, unit, count = number.end + 2, rule[0], int(rule[1])
    follows = tokens.low(end)
    goes_on = follows.isalpha() and not any(words.has(name, follows) for name in VERBS)
    if unit == "week" or not goes_on or (count < 0 and not _opens_clause_or_noun(tokens, end)):
        return None
    return Reading(end, f"apart {unit} {count}")


VERBS = ("past_words", "present_words", "coming_words", "future_words")
DEFINITE = ("en", "et", "a", "ene", "ane", "erne", "ne")


def _opens_clause_or_noun(tokens: Tokens, index: int) -> bool:
    """Say whether `at`, a definite noun, a name or what stands before one follows `to dager etter`."""
    word = tokens.low(index)
    is_noun = tokens.is_lower(index) and len(word) > len("han ") and word.endswith(DEFINITE)
    return word in {"at", "den", "det", "sin", "sitt", "sit", "hans", "hennes"} or is_noun or not tokens.is_lower(index)


def read_span(tokens: Tokens, index: int) -> Reading | None:
    """Read `de siste ti årene`, `dei siste to vekene`, `det siste året`, `de neste fem år`, `siste døgn`."""
    words = vocabulary()
    at = index + words.has("span_openers", tokens.low(index))
    sign = -1 if words.has("last_words", tokens.low(at)) else 1 if words.has("next_words", tokens.low(at)) else 0
    if not sign:
        return None
    count = _read_count(tokens, at + 1)
    end = count.end if count else at + 1
    low = tokens.low(end)
    unit = words.many_units.get(low) or words.units.get(low) or words.all_units.get(low)
    bare = count is None and (sign > 0 or (at == index and low != "døgn"))
    if unit is None or bare:
        return None
    many = low in words.many_units and not low.startswith("døgnet")
    if unit in {"hour", "decade", "century"} or (count is None and many) or _goes_on(tokens, end + 1):
        return Reading(end + 1, "vague")
    rule = _shift_to_rule(count or _Count(end, 1), unit, sign, about=False).removesuffix(" about")
    if rule == "vague":
        return Reading(end + 1, rule)
    here = f"{rule.split()[0]} 0"
    return Reading(end + 1, f"{rule} to {here}" if sign < 0 else f"{here} to {rule}")


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Say whether a clause follows that tells whose last years they are: `det siste året han levde`."""
    return vocabulary().has("narrative_pronouns", tokens.low(index))


def read_in(tokens: Tokens, index: int, _lang: str) -> Reading | None:
    """Read `om to uker`, `om et halvt år`."""
    words = vocabulary()
    if words.has("topics", tokens.low(index - 1)):
        return None
    about = tokens.phrase(index + 1, words.approximate)
    count = _read_count(tokens, about[0] if about else index + 1)
    unit = words.units.get(tokens.low(count.end)) if count else None
    if count is None or unit in {None, "hour", "decade"} or tokens.low(count.end + 1).startswith(("gam", "lang")):
        return None
    return Reading(count.end + 1, _shift_to_rule(count, str(unit), 1, about=bool(about)))


def _shift_to_rule(count: _Count, unit: str, sign: int, *, about: bool) -> str:
    if count.vague:
        return "vague"
    number, half = count.whole, count.half
    if unit == "hour":
        return "day 0" if number <= TODAY_HOURS else "vague"
    if unit == "decade":
        unit, number, half, about = "year", number * 10 + half * 5, False, True
    if unit == "year" and half:
        about = about or number > 0  # `et halvt år`; but `halvannet`
        unit, number = "month", number * 12 + 6
    elif unit == "month" and half:
        unit, number, about = "day", number * MONTH_DAYS + MONTH_DAYS // 2, True
    elif unit == "week":
        about = about or half or number > EXACT_WEEKS
        unit, number = "day", number * WEEK_DAYS + half * 3
    elif unit == "day":
        about = about or half or number >= MONTH_DAYS
    return f"{unit} {sign * number}{' about' if about else ''}"


def read_anniversary(tokens: Tokens, index: int) -> Reading | None:
    """Read `70-årsdagen`, `70 års markeringen`, `hundreårsjubileet`: so many years since a year to be found."""
    words = vocabulary()
    number, after = tokens.number(index), index + 1
    whole, years, stem = tokens.low(index).partition("års")
    if number is None:
        number = words.cardinals.get(whole)
    if not number:
        return None
    if not years:
        after += tokens.low(after) in DASHES
        if not tokens.low(after).startswith("års"):
            return None
        stem, after = tokens.low(after).removeprefix("års"), after + 1
    end = after
    if not stem:
        end += tokens.low(end) in DASHES
        stem, end = tokens.low(end), end + 1
    return Reading(end, f"anniversary {number}") if stem.startswith(_ANNIVERSARIES) else None


_ANNIVERSARIES = tuple(sorted(vocabulary().sets["anniversary_stems"]))
