"""Stamps of a live article, told by day and minute: `Onsdag 22.10: De skadde kjøres til sykehus`, `Natt til torsdag:`.

`22.10` may be a day, too, and `Onsdag 19.30: Konsert` may be to come. Only the other stamps of an article tell: where
several open with what can be nothing but a time of day (`11.40:`, `Kl. 9.15`), it is written as things happen.
"""

from __future__ import annotations

import re
from itertools import islice

from briefings.extract.date_words import Reading, Tokens, vocabulary
from briefings.model import Article

CLOCK = re.compile(r"(?P<hour>[01]?[0-9]|2[0-4])[.:](?P<minute>[0-5][0-9])")
OPENING_CLOCK = re.compile(
    rf"(?P<said>kl(?:okk[ae]n)?\.? ?)?{CLOCK.pattern}(?![0-9]|[.:/-][0-9])\s*(?P<mark>[:–—-])?", re.IGNORECASE
)
"""The time of day that a paragraph opens with."""
LAST_MONTH = 12
STAMPS = 2
"""So many stamps that can be no dates make an article a live one."""


DATELINE = re.compile(
    r"[A-ZÆØÅÉÖÄ][A-ZÆØÅÉÖÄ.,/ -]{2,40}(?:: | \([^()\n]{2,30}\)[:.]? (?:[–—-] )?)(?=[A-ZÆØÅÉÖÄ][\w-]* [\w(])"
)
"""`KARLSKRONA (VG) Den …`, `FLATANGER: Ein …`: where the reporter is, in capitals, and the medium in brackets."""


def without_stamp(text: str) -> str:
    """Return a sentence without what only opens its paragraph: the time of a running list, or a dateline.

    `Kl. 6.45: Politiet leter` → `Politiet leter`, `KARLSKRONA (VG) Kapteinen må …` → `Kapteinen må …`.
    """
    stamp = OPENING_CLOCK.match(text)
    if stamp and stamp["mark"]:
        return text[stamp.end() :].lstrip()
    dateline = DATELINE.match(text)
    return text[dateline.end() :] if dateline else text


def is_live(article: Article) -> bool:
    """Say whether paragraphs of an article open with times of day, as those of one written while things happen do."""
    found = (OPENING_CLOCK.match(article.text, p.start, p.end) for p in article.paragraphs)
    return len(tuple(islice((match for match in found if match and _is_clock(match)), STAMPS))) == STAMPS


def _is_clock(match: re.Match[str]) -> bool:
    if match["said"]:
        return True
    hour, minute = int(match["hour"]), int(match["minute"])
    return match["mark"] is not None and (not hour or not minute or minute > LAST_MONTH)


def read_stamp_day(tokens: Tokens, index: int) -> Reading | None:
    """Read `Onsdag 22.10`, `Torsdag kl. 8.15`, `Onsdag` at the head of a live article's paragraph, up to its colon."""
    words, at = vocabulary(), index
    if words.has("nights", tokens.low(at)) and tokens.low(at + 1) == "til":
        at += 2
    weekday = words.weekdays.get(tokens.low(at))
    if weekday is None:
        return None
    at += 1
    at += words.has("dayparts", tokens.low(at))
    at += tokens.low(at) == ","
    if words.has("clock_words", tokens.low(at)):
        at += 1 + (tokens.low(at + 1) == ".")
    at += CLOCK.fullmatch(tokens.low(at)) is not None
    return Reading(at, f"weekday {weekday} back") if tokens.low(at) == ":" else None
