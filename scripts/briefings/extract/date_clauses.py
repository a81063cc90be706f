"""The clause in which a date stands, and what its words say."""

from __future__ import annotations

from briefings.extract.date_words import tokenise, vocabulary
from briefings.findings import DateMention, Sentence

SHORT = 20
"""Characters to either side of a date in which the word beside it is looked for."""
REACH = 300
"""Characters to either side of a date in which its clause is looked for."""
CLAUSE_ENDS = frozenset(',;:.!?–—()«»"”“')
WEAK_PAST = ("te", "de")
SHORTEST_VERB = 5
BESIDE_HAS = 2
"""Words from `har` to its `ikke`, the date not counted: `har tydeligvis aldri`."""


def clause_of(text: str, date: DateMention, sentence: Sentence) -> tuple[list[str], list[str]]:
    """Return the words before and behind a date, as far as its clause goes."""
    before = tokenise(text, max(sentence.start, date.start - REACH), date.start).lows
    after = tokenise(text, date.end, min(sentence.end, date.end + REACH)).lows
    first = next((at + 1 for at in range(len(before) - 1, -1, -1) if before[at] in CLAUSE_ENDS), 0)
    last = next((at for at, word in enumerate(after) if word in CLAUSE_ENDS), len(after))
    return list(before[first:]), list(after[:last])


def word_before(text: str, date: DateMention) -> str:
    """Return the word before a date."""
    before = tokenise(text, max(0, date.start - SHORT), date.start)
    return before.low(len(before.lows) - 1)


def tells_when(word: str) -> bool:
    """Tell whether a word is a verb of what happened or will; by `-et` alone, it might be a noun."""
    known = vocabulary().sets
    if any(word in known[name] for name in ("past_words", "future_words", "coming_words")):
        return True
    is_weak = len(word) >= SHORTEST_VERB and word.endswith(WEAK_PAST) and word.isalpha()
    return is_weak and not word.endswith(tuple(known["not_past"]))
