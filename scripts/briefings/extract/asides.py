"""Whether a date only tells which accident a fine is for: `har gitt en bot etter forliset i september 2020`."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from briefings.edtf_date import OPEN_END, day_bounds
from briefings.extract.date_words import Tokens, tokenise, vocabulary
from briefings.extract.speech import speech
from briefings.findings import DateMention, Sentence
from briefings.model import Published

REACH = 8
"""Words from the preposition to the date: `etter den alvorlige ulykken utenfor Stad i september 2020` has six."""
ORDINARY_LENGTH = 1_000
"""Characters before a date that are looked at."""


def is_aside(text: str, date: DateMention, sentences: tuple[Sentence, ...], published: Published) -> bool:
    """Tell whether a date belongs to a noun after `etter`, `om`, `for` and not to the main clause before it.

    A clause in the perfect or present does not name a time that is over, so that such a date behind a noun is the
    noun's. Where the main clause tells of the past, either may be meant, and the sentence is let be.
    """
    index = bisect_right(sentences, date.start, key=attrgetter("start")) - 1
    if index < 0 or date.end > sentences[index].end or not _is_over(date, published):
        return False
    if date.text.lower().startswith("før "):
        return False  # "har etter ønske fra familien ikke omtalt saken før i juni"
    tokens = tokenise(text, max(sentences[index].start, date.start - ORDINARY_LENGTH), date.start)
    opening = _opening(tokens)
    return opening is not None and _tells_of_now(tokens, opening)


def _is_over(date: DateMention, published: Published) -> bool:
    if date.value is None or OPEN_END in date.value.split("/"):
        return False
    return day_bounds(date.value)[1] < day_bounds(published.value)[0]


def _opening(tokens: Tokens) -> int | None:
    """Return where `etter forliset utenfor Stad` begins that ends right before the date, if it does."""
    known = vocabulary()
    last = len(tokens.lows) - 1
    for at in range(last, max(-1, last - REACH), -1):
        word = tokens.low(at)
        if known.has("aside_openers", word):
            return at if at < last else None
        if not word.isalnum() or known.has("clause_words", word) or _is_verb(word):
            return None
    return None


def _is_verb(word: str) -> bool:
    known = vocabulary()
    return word in speech().finite or any(
        known.has(name, word) for name in ("past_words", "present_words", "coming_words", "infinitive_openers")
    )


def _tells_of_now(tokens: Tokens, end: int) -> bool:
    """Tell whether the last clause before `end` has a verb in the present or perfect and none in the past."""
    known = vocabulary()
    first = next((at + 1 for at in range(end - 1, -1, -1) if tokens.low(at) in {",", ";", ":", "–"}), 0)
    words = [tokens.low(at) for at in range(first, end)]
    if any(known.has("past_words", word) and word != "har" for word in words):
        return False
    return any(known.has("now_words", word) or known.has("present_words", word) for word in words)
