"""What was not done before a day and so was done then: `ble ikke funnet før torsdag`."""

from __future__ import annotations

from briefings.extract.date_words import Tokens, vocabulary

REACH = 8
"""Tokens from `ikke` to `før`: `har ikke omtalt saken med et ord før i juni`."""
VERB_REACH = 16
"""And from the verb to `ikke`: `har etter ønske fra familien ikke`."""
NOBODY = frozenset({"ingen", "ingenting", "intet", "inkje"})
"""`Ingen fikk beskjed før i juni`; but `ingen skal sies opp før 2028` promises nothing for that year."""
ENDS = frozenset(".:!?;–—()«»")
TO_COME = ("future_words", "coming_words", "present_words", "infinitive_openers")
_VERBS = frozenset().union(*(vocabulary().sets[name] for name in ("past_words", *TO_COME)))


def is_denied_before(tokens: Tokens, index: int) -> bool:
    """Tell whether the `før` at `index` stands behind `ikke` in its clause."""
    return _not_before(tokens, index, vocabulary().sets["not"]) is not None


def was_denied_before(tokens: Tokens, index: int) -> bool:
    """Tell the same where the verb is of the past: `ble ikke funnet før`, no `kommer ikke før`."""
    known = vocabulary().sets
    at = _not_before(tokens, index, known["not"] | NOBODY)
    if at is None:
        return False
    for place in range(at - 1, max(-1, at - 1 - VERB_REACH), -1):
        word = tokens.low(place)
        if word in ENDS:
            return False
        if word in known["past_words"]:
            return True
        if any(word in known[name] for name in TO_COME):
            return False
    # "Ingen fikk beskjed før i juni"
    behind = (tokens.low(place) for place in range(at + 1, index))
    return next((word in known["past_words"] for word in behind if word in _VERBS), False)


def _not_before(tokens: Tokens, index: int, words: frozenset[str]) -> int | None:
    for at in range(index - 1, max(-1, index - 1 - REACH), -1):
        word = tokens.low(at)
        if word in ENDS or word == ",":
            return None
        if word in words:
            return at
    return None
