"""What happened when: the article's sentences that date a happening, and its main event, dated by the article itself.

One event for one date of one happening: a sentence with two dates gives two; a headline, caption or later sentence that
dates the same fact again gives none. What goes on `siden 2014` began in 2014, what is due `innen 2030` is dated 2030.
No event are what has no value, `før 2014`, a century, and dates outside of sentences (datelines, stamps).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from briefings.edtf_date import OPEN_END, Precision, day_bounds, precision
from briefings.extract.asides import is_aside
from briefings.extract.date_words import tokenise, vocabulary
from briefings.extract.standing import is_standing
from briefings.findings import DateMention, Entity, Event, Sentence
from briefings.model import Article, Basis, Kind, Published

TOLD = frozenset({Kind.LEAD, Kind.PARAGRAPH, Kind.QUOTE})
REPEATED = frozenset({Kind.HEADLINE, Kind.CAPTION})
"""Paragraphs that mostly say again what the text says: they give only dates, or times of a day, the text has not."""
SAME_WORDS = 0.4
"""Share of the shorter sentence's words, names left out, that the other has too, where both tell of one thing."""
SHARED_WORDS = 2
"""And at least so many: one verb makes no happening."""
MAIN_ACTORS = 2
"""Actors of the lead that a dated sentence must name for the lead's event to be dated by it."""
SHORTEST_WORD = 4
ORDINARY_LENGTH = 2_000
"""Characters of a sentence that are compared; a longer one is no sentence."""
COMPARED = 40
"""Events of one date that a new one is compared with."""
OWN_PRECISIONS = frozenset({Precision.DAY, Precision.MONTH})
"""An article known only to be of some year dates nothing."""
OWN_BASES = frozenset({Basis.HEADER, Basis.SIDECAR, Basis.TEXT, Basis.EDITOR})
LAST_WEEK = "week -1"
"""A date that only another article gives is not the article's own."""
STRETCH = re.compile(r"(year|month|day) -?[0-9]+ to \1 -?[0-9]+")
"""`de siste ti årene` says over which time something was counted, not when it happened."""

YEARS_AGO = re.compile(r"year -[0-9]+")
FIGURES_FOR = re.compile(r"[Ff]or [0-9]{4}\b")
"""`fredsprisen for 2026`, `budsjettet for 2024`: a year that is told of, not in which it is told."""


class _Candidate(Struct, frozen=True, dict=True):
    """An event with what it is compared by."""

    event: Event
    rule: str

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that say what happened; asked for only where two events have one date and the same actors."""
        return _content(self.event.text)


def find_events(
    article: Article,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    dates: tuple[DateMention, ...],
    published: Published | None,
) -> tuple[Event, ...]:
    """Return the dated happenings in the order of the text; `dates` must be anchored to `published`.

    `Event.entities` are indexes into `entities`.
    """
    kinds = {paragraph.n: paragraph.kind for paragraph in article.paragraphs}
    mentions = sorted((m.start, index) for index, entity in enumerate(entities) for m in entity.mentions)
    told = tuple(date for date in dates if published is None or not is_aside(article.text, date, sentences, published))
    dated = _without_coarser(_dated(article.text, sentences, mentions, _made_exact(article.text, told, published)))
    kept: list[_Candidate] = []
    by_value: dict[str, list[_Candidate]] = {}
    for candidate in (each for each in dated if kinds.get(each.event.at) in TOLD):
        same = by_value.setdefault(candidate.event.date, [])
        if not any(_is_same_happening(candidate, other) for other in same[-COMPARED:]):
            same.append(candidate)
            kept.append(candidate)
    for candidate in (each for each in dated if kinds.get(each.event.at) in REPEATED):
        same = by_value.setdefault(candidate.event.date, [])
        if not same or (kinds.get(candidate.event.at) is Kind.CAPTION and _has_time_of_its_own(candidate, same)):
            same.append(candidate)
            kept.append(candidate)
    events = [candidate.event for candidate in kept]
    lead = _lead(article, sentences, mentions)
    undated = lead if lead and not any(lead.start <= date.start < lead.end for date in dates) else None
    own = _own_event(article, undated, mentions, published, events)
    if own is not None:
        events.append(own)
    return tuple(sorted(events, key=lambda event: (event.start, event.end, event.said is not None, event.date)))


def _made_exact(text: str, dates: tuple[DateMention, ...], published: Published | None) -> tuple[DateMention, ...]:
    """Let `for to uker siden` be the very day that the article names elsewhere, `præcis et år siden` the same month."""
    named = {date.value for date in dates if date.value is not None}
    if published is not None and precision(published.value) in OWN_PRECISIONS:
        dates = tuple(
            replace(date, value=f"{date.value}{_as_fine_as(text, date, published.value)}")
            if date.value is not None and YEARS_AGO.fullmatch(date.rule)
            else date
            for date in dates
        )
    return tuple(
        replace(date, value=date.value[:-1])
        if date.value and date.value[-1] == "~" and date.value[:-1] in named
        else date
        for date in dates
    )


def _as_fine_as(text: str, date: DateMention, published: str) -> str:
    """Return what of the article's own day goes for `et år siden`: of `præcis et år siden` the month.

    `I dag er det et år siden` was on that day.
    """
    if TODAY_SINCE.search(text, max(0, date.start - len("I dag er det på dagen nøyaktig ")), date.start):
        return published[len("2024") :]
    before = tokenise(text, max(0, date.start - len("på dagen nøyaktig ")), date.start)
    is_exact = vocabulary().has("exactly", before.low(len(before.lows) - 1))
    return published[len("2024") : len("2024-11")] if is_exact else ""


TODAY_SINCE = re.compile(r"\b[Ii] dag (?:er|var) det (?:på dagen |nøyaktig |præcis |presis |akkurat )?(?:for )?$")


def _without_coarser(found: list[_Candidate]) -> list[_Candidate]:
    """Leave out `stengt siden 1993` where another sentence tells that it was `våren 1993`."""
    finer = {each.event.date.partition("-")[0] for each in found if "-" in each.event.date}
    return [each for each in found if each.rule != "since" or each.event.date not in finer]


def _dated(
    text: str, sentences: tuple[Sentence, ...], mentions: list[tuple[int, int]], dates: tuple[DateMention, ...]
) -> list[_Candidate]:
    starts = [sentence.start for sentence in sentences]
    found: list[_Candidate] = []
    seen: set[tuple[int, str]] = set()
    for date in dates:
        index = bisect_right(starts, date.start) - 1
        value = _event_date(date)
        if value is None or index < 0 or date.end > sentences[index].end or (index, value) in seen:
            continue
        sentence = sentences[index]
        if is_standing(text, date, sentence):
            continue
        seen.add((index, value))
        found.append(_Candidate(_event(text, sentence, mentions, value, date.text), date.rule))
    return found


def _event(text: str, sentence: Sentence, mentions: list[tuple[int, int]], value: str, said: str | None) -> Event:
    return Event(
        date=value,
        text=text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        at=sentence.at,
        said=said,
        entities=_entities_in(sentence, mentions),
    )


def _entities_in(sentence: Sentence, mentions: list[tuple[int, int]]) -> tuple[int, ...]:
    first, last = bisect_left(mentions, (sentence.start, -1)), bisect_left(mentions, (sentence.end, -1))
    return tuple(sorted({index for _, index in mentions[first:last]}))


def _event_date(date: DateMention) -> str | None:
    """Return the date of what `date` dates: the known end of an open interval, nothing for what is too vague.

    "Next week" seen from a month spreads over two: that is our ignorance, not how long something took. "Last week" is
    mostly in the same month, as a weekday is.
    """
    if date.value is None or date.rule == "before" or STRETCH.fullmatch(date.rule) or FIGURES_FOR.match(date.text):
        return None
    start, _, end = date.value.partition("/")
    if OPEN_END in {start, end}:
        return end if start == OPEN_END else start
    if date.rule == LAST_WEEK and date.anchor is not None and precision(date.anchor) is Precision.MONTH:
        return date.anchor
    is_named = date.rule.startswith("named ")
    spread = date.anchor is not None and "/" in date.value and precision(date.anchor) is not Precision.DAY
    spread = spread and not is_named and not date.rule.startswith("date ")
    return None if spread or precision(date.value) is Precision.CENTURY else date.value


def _content(text: str) -> frozenset[str]:
    """Return the words of a sentence that say what happened: no short ones, no names, no words of dates."""
    known, tokens = vocabulary(), tokenise(text, 0, ORDINARY_LENGTH)
    return frozenset(
        low
        for index, low in enumerate(tokens.lows)
        if len(low) >= SHORTEST_WORD
        and tokens.is_lower(index)
        and not (low in known.weekdays or low in known.months or known.has("dayparts", low))
    )


def _has_time_of_its_own(caption: _Candidate, others: list[_Candidate]) -> bool:
    """Say whether a caption tells of another part of a day, or day of a month: `på vei ut av retten tirsdag kveld`."""
    said = (caption.event.said or "").lower()
    if not caption.rule.startswith(("weekday ", "day ")):
        return False
    for other in others[-COMPARED:]:
        theirs = (other.event.said or "").lower()
        if said in theirs or theirs in said or _is_same_happening(caption, other):
            return False
    return True


def _is_same_happening(one: _Candidate, other: _Candidate) -> bool:
    """Say whether two sentences with one date tell one thing: the same people, and many of the same words."""
    weekdays = {candidate.rule.split()[1] for candidate in (one, other) if candidate.rule.startswith("weekday ")}
    mine, theirs = set(one.event.entities), set(other.event.entities)
    if len(weekdays) > 1 or not (mine <= theirs or theirs <= mine):
        return False
    needed = max(SHARED_WORDS, SAME_WORDS * min(len(one.words), len(other.words)))
    return len(one.words & other.words) >= needed


# --- the article's own event ----------------------------------------------------------------------------------------


def _own_event(
    article: Article,
    lead: Sentence | None,
    mentions: list[tuple[int, int]],
    published: Published | None,
    events: list[Event],
) -> Event | None:
    """Return the lead's event, dated by the article, where it has taken place and no dated sentence tells it."""
    if published is None or published.basis not in OWN_BASES or precision(published.value) not in OWN_PRECISIONS:
        return None
    if lead is None:
        return None
    if not _tells_what_happened(article.text, lead, mentions):
        return None
    actors = set(_entities_in(lead, mentions))
    enough = min(MAIN_ACTORS, len(actors))
    near = _near(article, lead)
    recent = [event for event in events if _is_recent(event.date, published.value)]
    if any(len(actors & set(event.entities)) >= enough or event.at in near for event in recent):
        return None
    if precision(published.value) is Precision.DAY and any(event.date == published.value for event in recent):
        return None  # the text has a word for its own day: `mistet tirsdagens kamp`
    return _event(article.text, lead, mentions, published.value, None)


def _near(article: Article, lead: Sentence) -> frozenset[int]:
    """Return the paragraphs of running text in which news says when it happened, if it does: the lead's and the next.

    A lead tells what is new in short (`Retten fandt det ikke bevist`), and when is told below it: `da dommeren torsdag
    læste dommen op`.
    """
    told = [paragraph.n for paragraph in article.paragraphs if paragraph.kind in TOLD and paragraph.n >= lead.at]
    return frozenset(told[: 1 + NEXT])


NEXT = 2
"""Paragraphs from the lead to the sentence that dates it."""


def _is_recent(value: str, published: str) -> bool:
    """Say whether something happened in the week before the article, or may have."""
    (first, last), (opening, closing) = day_bounds(value), day_bounds(published)
    return first <= closing and (opening - last).days <= RECENT_DAYS


def _tells_what_happened(text: str, lead: Sentence, mentions: list[tuple[int, int]]) -> bool:
    """Say whether the lead's first verb that can be told is of the past, and nothing in it is only planned."""
    known = vocabulary().sets
    tokens = tokenise(text, lead.start, min(lead.end, lead.start + ORDINARY_LENGTH))
    if any(not known[name].isdisjoint(tokens.lows) for name in ("future_words", "unfixed_words", "not")):
        return False
    starts = {start for start, _ in mentions}
    for index, (before, low) in enumerate(zip(tokens.words, tokens.lows[1:], strict=False)):
        if low in known["past_words"] and low != "har":
            return True
        if not tokens.is_lower(index + 1):
            continue
        start = tokens.starts[index]
        after_name = (before[0].isupper() and start != lead.start) or start in starts
        if low in known["present_words"] or (after_name and low.endswith("r")):
            return False
        if len(low) > SHORTEST_WORD and low.endswith(PAST_ENDINGS) and before[0].isalpha():
            return True
    return False


RECENT_DAYS = 7
PAST_ENDINGS = ("ede", "dde", "tte", "et")
"""Of weak verbs; a neuter noun in `-et` passes too, which costs a line of a timeline."""


def _lead(article: Article, sentences: tuple[Sentence, ...], mentions: list[tuple[int, int]]) -> Sentence | None:
    """Return the first sentence of the lead (or body) that names an actor."""
    kinds = {paragraph.n: paragraph.kind for paragraph in article.paragraphs}
    wanted = Kind.LEAD if Kind.LEAD in kinds.values() else Kind.PARAGRAPH
    at = next((paragraph.n for paragraph in article.paragraphs if paragraph.kind is wanted), None)
    inside = (sentence for sentence in sentences if sentence.at == at)
    return next((sentence for sentence in inside if _entities_in(sentence, mentions)), None)
