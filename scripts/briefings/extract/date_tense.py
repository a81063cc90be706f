"""Whether a date without a year lies behind or ahead: by the verb of its own clause, else by the nearest one."""

from __future__ import annotations

from briefings.extract.date_due import way_to_come
from briefings.extract.date_plans import nearby, way_of_plan
from briefings.extract.date_words import Reading, Tokens, is_abbreviation, vocabulary

CUE_WINDOW = 12
"""How many tokens before and behind a date its verb is looked for; news sentences seldom part them farther."""
HAVE_WINDOW = 5
"""`skal dei, ifølge Reuters, ha` tells of the past: so far `ha` may stand behind `skal`."""
SHORTEST_PAST = 5
"""Letters of a weak verb in the past that is known by its ending alone."""
PAST_ENDINGS = ("te", "de", "edes")
PRESENT_PARTICIPLES = ("ende", "ande")
DEFINITE_ENDINGS = ("en", "ene", "ane", "erne")
_NOT_PAST = tuple(sorted(vocabulary().sets["not_past"]))
_STOPS = frozenset(",;:.!?–—()«»")
_CLAUSE_ENDS = _STOPS | vocabulary().sets["clause_words"]
_PAST_WORDS = vocabulary().sets["past_words"]
_FUTURE_WORDS = vocabulary().sets["future_words"]
_COMING_WORDS = vocabulary().sets["coming_words"]
_INFINITIVE_OPENERS = vocabulary().sets["infinitive_openers"]


def way_of(tokens: Tokens, index: int, reading: Reading, rule: str) -> str:
    """Return `back`, `ahead` or `nearest` for the date at `index`: its own clause goes before what stands nearest.

    In `Kommunestyret løyvde pengar i desember, og arbeidet skal starte 1. april` each date has a verb of its own. A
    clause ends at a mark or conjunction; `og` may join two nouns, so that a stretch without a verb is taken once more
    with what `og` joins to it. Where nothing tells, a weekday is the latest one, all else the nearest.
    """
    if rule.startswith("weekday "):
        past = frozenset(at for at in nearby(tokens, index, reading.end) if _is_past(tokens, at))
        planned = way_of_plan(tokens, index, reading.end, past)
        if planned:
            return planned
    narrow = _clause(tokens, index, reading.end, _CLAUSE_ENDS)
    to_come = way_to_come(tokens, index, rule, narrow, _is_past)
    if to_come:
        return to_come
    wide = _clause(tokens, index, reading.end, _STOPS)
    return (
        _way_of_clause(tokens, reading.end, rule, *narrow)
        or _way_of_clause(tokens, reading.end, rule, *wide)
        or _way_of_neighbours(tokens, index, reading.end, rule)
    )


def _way_of_clause(tokens: Tokens, end: int, rule: str, before: list[int], after: list[int]) -> str | None:
    """Return what the verb of a date's clause tells, if it tells; a weak verb by its ending where no other does."""
    if _is_announced(tokens, before):
        return "ahead"
    if rule.startswith("date "):
        before = _without_perfect(tokens, before)
    way = _nearest(tokens, before, after, by_ending=False)
    if not way and after[:1] == [end] and _opens_main_clause(tokens, end):
        return "back"
    if not way and _INFINITIVE_OPENERS.isdisjoint([tokens.lows[at] for at in (*before, *after)]):
        way = _nearest(tokens, before, after, by_ending=True)
    return way


def _way_of_neighbours(tokens: Tokens, index: int, end: int, rule: str) -> str:
    """Return what the nearest verb around tells, where the clause has none; the verb of a month's own sentence."""
    if rule.startswith("named ") or (rule.startswith("date ") and " weekday " in rule):
        return "near"  # the calendar knows better than another clause's verb
    before = [index - distance for distance in range(1, CUE_WINDOW + 1)]
    if rule.startswith("date "):
        before = _without_perfect(tokens, before)
    after = tokens.lows[end : end + CUE_WINDOW]
    reach = after.index(".") if rule.startswith("month ") and "." in after else CUE_WINDOW
    way = _nearest(tokens, before, list(range(end, end + reach)), by_ending=False)
    return way or ("back" if rule.startswith("week") else "near")


def _opens_main_clause(tokens: Tokens, index: int) -> bool:
    """Say whether the word behind a date is a weak verb of Bokmål: `I april manglet 51.300 fisk`."""
    word = tokens.low(index)
    is_long = len(word) >= SHORTEST_PAST and word.endswith("et") and word.isalpha()
    return is_long and tokens.is_lower(index) and not word.endswith(_NOT_PAST)


def _is_past(tokens: Tokens, index: int) -> bool:
    """Say whether a verb in the past stands at `index`; the perfect is none."""
    word = tokens.low(index)
    return (word in _PAST_WORDS and word != "har") or (
        word.endswith(PAST_ENDINGS) and _by_ending(tokens, index) is not None
    )


def _without_perfect(tokens: Tokens, words: list[int]) -> list[int]:
    """Leave out `har`: the perfect names no day that is over."""
    return [at for at in words if tokens.low(at) != "har"]


def _is_announced(tokens: Tokens, before: list[int]) -> bool:
    """Say whether what is warned of, called or announced has the date: `har varslet demonstrasjon lørdag`.

    In `varslet mandag at …` the announcing itself is dated, which the perfect could not be.
    """
    words = [tokens.lows[at] for at in before[1:]]
    known = vocabulary().sets
    perfect = any(word in known["announced"] for word in words) and any(word in {"har", "er"} for word in words)
    return perfect or any(word in known["announcing"] for word in words)


def _clause(tokens: Tokens, index: int, end: int, stops: frozenset[str]) -> tuple[list[int], list[int]]:
    """Return the indexes of the words before and behind a date, the nearest first, as far as its clause goes."""
    lows, before = tokens.lows, list[int]()
    for at in range(index - 1, max(-1, index - 1 - CUE_WINDOW), -1):
        if lows[at] in stops and not (_joins_infinitive(tokens, at) or is_abbreviation(lows, at)):
            break
        before.append(at)
    after: list[int] = []
    for at in range(end, min(len(lows), end + CUE_WINDOW)):
        if lows[at] in stops and not is_abbreviation(lows, at):
            break
        after.append(at)
    return before, after


def _joins_infinitive(tokens: Tokens, index: int) -> bool:
    """Say whether the Danish `at` of `ventes at begynde` stands at `index`, which begins no clause."""
    is_verb = tokens.is_lower(index + 1) and tokens.low(index + 1).endswith("e")
    return tokens.low(index) == "at" and is_verb and vocabulary().has("future_words", tokens.low(index - 1))


def _nearest(tokens: Tokens, before: list[int], after: list[int], *, by_ending: bool) -> str | None:
    tell = _by_ending if by_ending else _by_word
    for distance in range(max(len(before), len(after))):
        for side in (before, after):
            way = tell(tokens, side[distance]) if distance < len(side) else None
            if way:
                return way
    return None


def _by_word(tokens: Tokens, index: int) -> str | None:
    word = tokens.low(index)
    if word in _COMING_WORDS:
        return "ahead"
    if word in _FUTURE_WORDS:
        following = range(index + 1, index + HAVE_WINDOW + 1)
        return "back" if any(_is_perfect(tokens, at) for at in following) else "ahead"
    return "back" if word in _PAST_WORDS else None


def _is_perfect(tokens: Tokens, index: int) -> bool:
    """Say whether `ha` stands at `index` before a participle, not before a noun: `skal ha jobben`."""
    return vocabulary().has("have", tokens.low(index)) and not tokens.low(index + 1).endswith(DEFINITE_ENDINGS)


def _by_ending(tokens: Tokens, index: int) -> str | None:
    """Return `back` for a weak verb in the past (`løyvde`, `besluttede`), no adjective after an article."""
    words, word = vocabulary(), tokens.low(index)
    if words.has("weak_past", word):
        return None if words.has("becoming", tokens.low(index - 1)) else "back"
    is_past = (
        len(word) >= SHORTEST_PAST
        and word.endswith(PAST_ENDINGS)
        and not word.endswith(PRESENT_PARTICIPLES)
        and not word.endswith(_NOT_PAST)
        and word not in words.ordinals
        and tokens.is_lower(index)
        and not words.has("articles", tokens.low(index - 1))
    )
    return "back" if is_past else None
