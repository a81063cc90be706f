"""The times of a chronology, each a happening: `Dette har hendt` and below it `Kl. 22.14: Politiet får melding`.

What is written as things happen opens with times, too, and tells the newest first, or what anybody says by the minute:
none of that is on a timeline. A chronology is told of by its heading, and goes forward.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from briefings.extract.date_stamps import OPENING_CLOCK
from briefings.extract.date_words import tokenise, vocabulary
from briefings.findings import DateMention
from briefings.model import Article, Kind, Paragraph

ENTRIES = 3
"""So many times in a row make a chronology."""
LONGEST_HEADING = 80
HEADINGS = frozenset({Kind.SUBHEADING, Kind.PARAGRAPH, Kind.LEAD})
DAYS = ("day", "date ", "weekday ")
AT_NIGHT = ("nat", "i nat", "i morge", "i dag tidl")
MORNINGS = ("morgen", "morgon", "formiddag", "føremiddag", "tidlig", "tidleg")
"""Beginnings and endings of words for a day after its night, which is the day behind midnight."""
DayFrom = Callable[[DateMention, DateMention | None, int], DateMention]


class _Entry(Struct, frozen=True):
    """A time of day that a paragraph opens with."""

    paragraph: Paragraph
    start: int
    end: int
    minutes: int


def with_chronology(article: Article, dates: list[DateMention], day_from: DayFrom) -> list[DateMention]:
    """Return `dates` and those of the times of a chronology, in the order of the text.

    `day_from` says what lies so many days from a date.
    """
    entries = _entries(article)
    if len(entries) < ENTRIES:
        return dates
    day = _day_before(dates, entries[0])
    midnight = next((at for at in range(1, len(entries)) if entries[at].minutes < entries[at - 1].minutes), 0)
    opened = {date.start for date in dates}
    found = list(dates)
    for at, entry in enumerate(entries):
        if entry.start in opened:
            continue
        shift = 0 if not midnight else (at >= midnight) - _is_after_midnight(day)
        text = article.text[entry.start : entry.end]
        said = DateMention(text, entry.start, entry.end, entry.paragraph.n, f"day {shift}", None)
        found.append(said if day is None else day_from(said, day, shift))
    return sorted(found, key=lambda date: (date.start, date.end))


def _entries(article: Article) -> Sequence[_Entry]:
    """Return the times in a row under the heading of a chronology, if they go forward, over one midnight at most."""
    found: list[_Entry] = []
    opened = False
    for paragraph in article.paragraphs:
        stamp = OPENING_CLOCK.match(article.text, paragraph.start, paragraph.end)
        if stamp and stamp["mark"] and opened and paragraph.kind in HEADINGS:
            minutes = int(stamp["hour"]) * 60 + int(stamp["minute"])
            found.append(_Entry(paragraph, stamp.start(), stamp.end("minute"), minutes))
        elif found and paragraph.kind is not Kind.CAPTION:
            break
        elif not found:
            opened = paragraph.kind in HEADINGS and _opens(article.text, paragraph)
    turns = sum(later.minutes < earlier.minutes for earlier, later in pairwise(found))
    return found if turns <= 1 and not (turns and found[-1].minutes >= found[0].minutes) else ()


def _opens(text: str, paragraph: Paragraph) -> bool:
    """Say whether a short paragraph or heading says that it is told what happened: `Dette har hendt`, `Tidslinje`."""
    if paragraph.end - paragraph.start > LONGEST_HEADING:
        return False
    lows, known = tokenise(text, paragraph.start, paragraph.end).lows, vocabulary().sets
    if not known["chronologies"].isdisjoint(lows):
        return True
    return lows[:1] != () and lows[0] in known["this_way"] and not known["happened"].isdisjoint(lows)


def _day_before(dates: Sequence[DateMention], first: _Entry) -> DateMention | None:
    """Return the day in the heading of a chronology, else the first that the article names before it."""
    days = [
        date for date in dates if date.start < first.start and date.rule.startswith(DAYS) and " to " not in date.rule
    ]
    near = [date for date in days if date.at == first.paragraph.n - 1]
    return next(iter([*near, *days]), None)


def _is_after_midnight(day: DateMention | None) -> bool:
    """Say whether the day named is the one behind midnight: `natt til tirsdag`, `i dag`; not `mandag kveld`."""
    if day is None:
        return True
    said = day.text.lower()
    return said.startswith(AT_NIGHT) or said.endswith(MORNINGS) or day.rule == "day 0"
