"""What was not done before a day and so was done then: `ble ikke funnet før torsdag`."""

from __future__ import annotations

from briefings.extract.date_words import Tokens, vocabulary

REACH = 8
"""Tokens from `ikke` to `før`: `har ikke omtalt saken med et ord før i juni`."""
VERB_REACH = 16
"""And from the verb to `ikke`: `har etter ønske fra familien ikke`."""
NOBODY = frozenset({"ingen", "ingenting", "intet", "inkje"})
"""`Ingen fikk beskjed før i juni`; but `ingen skal sies opp før 2028` promises nothing for that year."""
UNTIL_THEN = frozenset({"hadde", "havde"})
"""`Hun hadde ikke vært der før mandag` tells how it was, not what happened then."""
ENDS = frozenset(".:!?;–—()«»")
TO_COME = ("future_words", "coming_words", "present_words", "infinitive_openers")
_PAST = vocabulary().sets["past_words"]
_VERBS = frozenset().union(_PAST, *(vocabulary().sets[name] for name in TO_COME))


def is_denied_before(tokens: Tokens, index: int) -> bool:
    """Tell whether the `før` at `index` stands behind `ikke` in its clause."""
    at = _not_before(tokens, index, vocabulary().sets["not"])
    return at is not None and _verb(tokens, at, index) not in UNTIL_THEN


def was_denied_before(tokens: Tokens, index: int) -> bool:
    """Tell the same, of nobody too, where the verb is of the past: `ble ikke funnet før`, no `kommer ikke før`."""
    at = _not_before(tokens, index, vocabulary().sets["not"] | NOBODY)
    return at is not None and _verb(tokens, at, index) in _PAST - UNTIL_THEN


def _not_before(tokens: Tokens, index: int, words: frozenset[str]) -> int | None:
    for at in range(index - 1, max(-1, index - 1 - REACH), -1):
        word = tokens.low(at)
        if word in ENDS or word == ",":
            return None
        if word in words:
            return at
    return None


def _verb(tokens: Tokens, denied: int, end: int) -> str:
    """Return the verb nearest before the `ikke` at `denied`, or else behind it: `Ingen fikk beskjed`."""
    for at in range(denied - 1, max(-1, denied - 1 - VERB_REACH), -1):
        word = tokens.low(at)
        if word in ENDS:
            break
        if word in _VERBS:
            return word
    return next((word for word in map(tokens.low, range(denied + 1, end)) if word in _VERBS), "")
