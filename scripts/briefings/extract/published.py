"""When an article was published, where neither header nor sidecar says it, but the article itself does.

Evidence, the strongest first; what is weaker is asked only where the stronger is silent, and where two of the same
strength disagree, nothing is known:

1. a stamp: `Publisert 26.07.2023`, `19/09/2023 KL. 11:22`, `Reykjavik, 30. august 2026`; a dateline
   `PYONGYANG, 26. juli 2023 (NTB):`; a stamp of the last change above the text, to the minute, where no other is;
2. a relative date explained by an exact one: `i dag, onsdag 26. juli 2023`, `i fjor (2022)`; by a weekday and a day
   without a year, where the article's own words leave but one year for it (weekday_year.py);
3. a year that can be reckoned: `I år er det 70 år siden … 1953`, `70-årsmarkeringen for … i 1953` of what is going on
   now, `her i 2023`; and an event that one sentence dates `i juli i år`, a caption `26. juli 2023`; the accounts of
   a quarter, and how old somebody would be (own_year.py); the day of a funeral of somebody whose birth and age are told
   (obituary_year.py).

Never the latest date mentioned: an article may look ahead, or quote an old one. A year reckoned is dropped when the
article names a later one outside of plans and forecasts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from briefings.edtf_date import Precision, compatible, contains, day_bounds, precision, shifted, year
from briefings.extract.date_words import tokenise, vocabulary
from briefings.extract.obituary_year import obituary_years
from briefings.extract.own_year import own_years
from briefings.extract.weekday_year import days_of_bounded_years
from briefings.findings import DateMention
from briefings.model import Article, Basis, Kind, Paragraph, Published
from briefings.stamp import MAX_STAMP, read_stamp, says_published

STAMP_WORDS = 8
"""A stamp stands in a line of at most so many other words: place, by-line, agency."""
PLACE_WORDS = 3
"""Words of a place on a line with a date: `Reykjavik, 30. august 2026`."""
OPENING = 2
"""Paragraphs of running text above a stamp that is still the article's own."""
MOST = 3
"""Below such a stamp stands so many times the text above it; among links at the foot, it is the other way round."""
DATELINE_LENGTH = 60
"""Characters from the beginning of the lead within which a dateline ends."""
APPOSITION = re.compile(r"\s*[,(–-]?\s*(?:den\s+)?", re.IGNORECASE)
SHORTLY_AFTER = re.compile(
    r",\s+(?:(?:kort|like|lige|rett|straks|umiddelbart|samtidig|samstundes)\s+(?:tid\s+)?(?:etter|efter|med|som)"
    r"|da|då|under)\s[^.!?;:\n]{3,80}?\s(?:i\s+)?",
    re.IGNORECASE,
)
"""From `for tre år siden` to the year that it was: `, kort tid etter invasjonen i`, `, da flommen kom i`."""
SHIFT = re.compile(r"(day|year) (-?[0-9]+)")
YEARS_AGO = re.compile(r"year -(?P<years>[0-9]+)")
ROUND = 5
"""Years of which `for ti år siden` may be a round number."""
EXACT = frozenset({"year", "month", "day"})
"""Rules of dates that name their year."""
ANNIVERSARY = re.compile(r"anniversary (?P<years>[0-9]+) of (?P<base>[0-9]{4})")
MONTH_OF_THIS_YEAR = re.compile(r"(?:month|date) (?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))? of year 0")
CLOCK = re.compile(r"\b[0-2]?[0-9][.:][0-5][0-9]\b(?![.:/-]?[0-9])")
"""A time of day, to the minute."""
YEAR = re.compile(r"\d(?:\d{3}|[./-]\d)")
"""What no stamp that says the year is without: the year, or the day in figures."""
SHARED_WORDS = 2
"""Words longer than LONG_WORD that two sentences on one event have in common; with one, `Nord-Korea` alone would do."""
LONG_WORD = 5
SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")
RUNNING = frozenset({Kind.LEAD, Kind.PARAGRAPH, Kind.QUOTE})
Claim = tuple[str, DateMention]


def published_from_text(article: Article, dates: tuple[DateMention, ...]) -> Published | None:
    """Return the publication date that the article's own words give, as fine as they do; None where they do not.

    `dates` may be anchored or not: only what stands by itself is used.
    """
    known = tuple(date for date in dates if date.value is None or date.anchor is None)
    kinds = {paragraph.n: paragraph for paragraph in article.paragraphs}
    for claims in (
        [*_stamps(article), *_datelines(article, known, kinds)] or list(_changes(article)),
        list(_explained(article, known)),
        list(days_of_bounded_years(article, known)),
        [claim for claim in _years(article, known, kinds) if not _is_contradicted(article, claim[0], known)],
        [claim for claim in obituary_years(article, known) if not _is_contradicted(article, claim[0][:4], known)],
        [claim for claim in own_years(article, known) if not _is_contradicted(article, claim[0], known)],
    ):
        if claims:
            return _agreed(claims)
    return None


def _agreed(claims: list[Claim]) -> Published | None:
    """Return the finest of claims that are true together, the first of these."""
    values = [value for value, _ in claims]
    finest = min(claims, key=lambda claim: len(values) - sum(contains(value, claim[0]) for value in values))
    if not all(contains(value, finest[0]) for value in values):
        return None
    value, said = finest
    return Published(value, Basis.TEXT, said.text, said.at)


# --- stamps and datelines -------------------------------------------------------------------------------------------


def _stamps(article: Article) -> Iterator[Claim]:
    """Yield the dates of stamps; one without a label counts only above the text, as links below have stamps too.

    A labelled one counts anywhere: `Publisert 26.07.2023` at the foot is the article's own.
    """
    text_begins = _text_begins(article)
    for paragraph in article.paragraphs:
        if paragraph.end - paragraph.start > MAX_STAMP:
            continue
        block = article.text[paragraph.start : paragraph.end]
        is_above = paragraph.n < text_begins
        found = read_stamp(block) if YEAR.search(block) and (is_above or says_published(block)) else None
        if found is None or found.published is None:
            continue
        others = sum(word.isalpha() for word in found.rest.split())
        if found.published.is_labelled:
            counts = others <= STAMP_WORDS
        elif not is_above:
            counts = False
        else:
            is_noise = paragraph.kind is Kind.BOILERPLATE
            is_placed = is_noise and others <= PLACE_WORDS and all(w[:1].isupper() for w in found.rest.split())
            is_signed = paragraph.kind is Kind.CREDIT or (is_noise and found.is_timed)
            counts = not found.rest or is_placed or (is_signed and others <= STAMP_WORDS)
        if counts:
            day, value = found.published, found.published.value or ""
            start, end = paragraph.start + day.start, paragraph.start + day.end
            yield value, DateMention(article.text[start:end], start, end, paragraph.n, "stamp", value)


def _changes(article: Article) -> Iterator[Claim]:
    """Yield the day of `Oppdatert 6. mai 2025 kl. 14.32` above the text, in an article with no word of its publishing.

    What is changed to the minute is news of that day; `Sist oppdatert 2. okt. 2025` may be years later.
    """
    text_begins, known = _text_begins(article), vocabulary().sets["published"]
    for paragraph in article.paragraphs:
        if paragraph.n >= text_begins:
            return
        if paragraph.end - paragraph.start > MAX_STAMP:
            continue
        block = article.text[paragraph.start : paragraph.end]
        found = read_stamp(block)
        if found is None or not found.dates:
            continue
        if not known.isdisjoint(tokenise(block, 0, len(block)).lows):
            return
        day = found.dates[0]
        if day.is_update and day.value and CLOCK.search(block) and not found.rest:
            start, end = paragraph.start + day.start, paragraph.start + day.end
            yield day.value, DateMention(article.text[start:end], start, end, paragraph.n, "stamp", day.value)


def _text_begins(article: Article) -> int:
    """Return the number of the paragraph above which an article's own stamp stands: the one after the lead.

    A title read as a lead, and bylines read as headings, may stand above it too, if the most of the text comes below.
    """
    running = [p for p in article.paragraphs if p.kind in RUNNING]
    sizes = [p.end - p.start for p in running]
    if len(running) > OPENING and MOST * sum(sizes[:OPENING]) <= sum(sizes[OPENING:]):
        return running[OPENING].n
    heads = [p.n for p in article.paragraphs if p.kind in RUNNING | {Kind.SUBHEADING}]
    return heads[1] if len(heads) > 1 else len(article.paragraphs) + 1


def _datelines(article: Article, dates: tuple[DateMention, ...], kinds: dict[int, Paragraph]) -> Iterator[Claim]:
    """Yield the date of `PYONGYANG, 26. juli 2023 (NTB):` or `Oslo 26. juli 2023 –`, heading the first paragraph."""
    first = next((p for p in article.paragraphs if p.kind in {Kind.LEAD, Kind.PARAGRAPH}), None)
    if first is None:
        return
    for found in dates:
        if (
            found.at != first.n
            or found.rule != "day"
            or found.value is None
            or found.end - first.start > DATELINE_LENGTH
        ):
            continue
        before = tokenise(article.text, kinds[found.at].start, found.start)
        after = article.text[found.end : found.end + 2].lstrip()[:1]
        names = all(not before.is_lower(index) for index in range(len(before.lows)))
        if names and after in {"–", "—", "-", ":", "("}:
            yield found.value, found


# --- relative dates that are explained ------------------------------------------------------------------------------


def _explained(article: Article, dates: tuple[DateMention, ...]) -> Iterator[Claim]:
    """Yield what `i dag, 26. juli 2023`, `i fjor (2022)`, `for tre år siden, like etter krigen i 2022` give away."""
    for relative, absolute in pairwise(dates):
        shift = SHIFT.fullmatch(relative.rule)
        between = article.text[relative.end : absolute.start]
        if shift is None or absolute.value is None or relative.at != absolute.at:
            continue
        unit, count = shift[1], int(shift[2])
        grain = precision(absolute.value)
        if (
            unit == "year"
            and count < -1
            and count % ROUND
            and absolute.rule in EXACT
            and SHORTLY_AFTER.fullmatch(between)
        ):
            yield f"{int(absolute.value[:4]) - count:04d}", relative
        if not between.strip() or not APPOSITION.fullmatch(between):
            continue
        if unit == "year" and grain is Precision.YEAR and absolute.rule == "year":
            yield f"{int(absolute.value) - count:04d}", absolute
        elif unit == "day" and absolute.rule == "day" and grain is Precision.DAY:
            yield shifted(day_bounds(absolute.value)[0], -count).isoformat(), absolute


# --- years that can be reckoned -------------------------------------------------------------------------------------


def _years(article: Article, dates: tuple[DateMention, ...], kinds: dict[int, Paragraph]) -> Iterator[Claim]:
    for index, found in enumerate(dates):
        if found.rule == "year" and found.value is not None and _is_this_year(article.text, found):
            yield found.value, found
        if not found.rule.startswith(("anniversary", "year -")):
            continue
        first, last = _sentence_around(article.text, found, kinds[found.at])
        beside = [date for date in _around(dates, index) if first <= date.start < last and date is not found]
        value = _reckoned(found, beside)
        # Last, as a seed may be nothing but dates: whether the sentence tells of now takes all its words.
        if value and (any(date.rule == "year 0" for date in beside) or _is_present(article.text, first, last)):
            yield value, found
    yield from _remembered(article, dates, kinds)
    yield from _captioned(article, dates, kinds)


def _reckoned(found: DateMention, beside: Iterable[DateMention]) -> str | None:
    """Return the year in which an anniversary falls, or from which the one year beside lies so many years back."""
    if ANNIVERSARY.fullmatch(found.rule):
        return found.value
    match = YEARS_AGO.fullmatch(found.rule)
    bases = {date.value for date in beside if date.rule == "year" and date.value is not None}
    if match is None or len(bases) != 1 or "for" in found.text.lower().split()[:1]:
        return None
    return f"{int(bases.pop()) + int(match['years']):04d}"


def _remembered(article: Article, dates: tuple[DateMention, ...], kinds: dict[int, Paragraph]) -> Iterator[Claim]:
    """Yield the year of `Nå er det fem år siden valget`, where one other sentence tells the year of that election.

    That sentence names it in one word (`presidentvalget`), and one year alone.
    """
    for index, found in enumerate(dates):
        match = YEARS_AGO.fullmatch(found.rule)
        if match is None or kinds[found.at].kind not in RUNNING:
            continue
        first, last = _sentence_around(article.text, found, kinds[found.at])
        told = OPENS_NOW.match(article.text[first : found.start].lstrip())
        named = NAMED_AFTER.match(article.text[found.end : last])
        if told is None or named is None:
            continue
        noun, years = named[1].lower(), set()
        for other in dates[max(0, index - BEFORE_IT) : index]:
            if other.value is None or other.rule not in {"year", "month", "day"} or kinds[other.at].kind not in RUNNING:
                continue
            span = _sentence_around(article.text, other, kinds[other.at])
            if span != (first, last) and any(word.endswith(noun) for word in tokenise(article.text, *span).lows):
                years.add(other.value[:4])
        if len(years) == 1:
            yield f"{int(years.pop()) + int(match['years']):04d}", found


OPENS_NOW = re.compile(r"(?:nå|no|nu|i dag) er det\s*$", re.IGNORECASE)
NAMED_AFTER = re.compile(r"\s+([a-zæøå]{4,}(?:et|en|a|n|t))(?=[.,!]|\s*$)")
BEFORE_IT = 12
"""Dates before `nå er det fem år siden` that may tell the year."""


NEIGHBOURS = 6
"""Dates to either side that are looked at for the same sentence."""


def _around(dates: tuple[DateMention, ...], index: int) -> tuple[DateMention, ...]:
    return dates[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]


LONGEST_SENTENCE = 400
"""Characters to either side of a date that its sentence is looked for in."""


def _sentence_around(text: str, found: DateMention, paragraph: Paragraph) -> tuple[int, int]:
    low, high = max(paragraph.start, found.start - LONGEST_SENTENCE), min(paragraph.end, found.end + LONGEST_SENTENCE)
    starts = [
        match.end() for match in SENTENCE_END.finditer(text, low, found.start) if not text[match.start() - 1].isdigit()
    ]
    # The dot of "26. juli" ends no sentence, that of "i 1953." does only before the paragraph's end or a capital.
    ends = [
        match.start()
        for match in SENTENCE_END.finditer(text, found.end, high)
        if not text[match.start() - 1].isdigit() or text[match.end() : match.end() + 2].strip()[:1].isupper()
    ]
    return (starts[-1] if starts else low), (ends[0] if ends else high)


def _is_present(text: str, first: int, last: int) -> bool:
    """Say whether a sentence tells of the present: a verb that does, and none that tells of the past."""
    words, known = set(tokenise(text, first, last).lows), vocabulary().sets
    return bool(words & known["present_words"]) and not words & known["narrative_words"]


def _is_this_year(text: str, found: DateMention) -> bool:
    """Say whether words like `her i` or `hittil i` stand before the year."""
    before = tokenise(text, max(0, found.start - 20), found.start)
    return vocabulary().has("this_year", before.low(len(before.lows) - 1)) and found.text.lower().startswith("i ")


def _captioned(article: Article, dates: tuple[DateMention, ...], kinds: dict[int, Paragraph]) -> Iterator[Claim]:
    """Yield the year of a caption that dates in full what a sentence dates `i juli i år`.

    Only where all full dates of that month have one year, the two share words, the picture is not from the archive, and
    nothing in the article counts years back: a picture of what is being commemorated bears the old year.
    """
    if any(date.rule.startswith("anniversary") or YEARS_AGO.fullmatch(date.rule) for date in dates if _is_past(date)):
        return
    months: dict[str, list[DateMention]] = {}
    for date_ in dates:
        if date_.rule in {"day", "month"} and date_.value is not None:
            months.setdefault(date_.value[5:7], []).append(date_)
    said = ((date_, MONTH_OF_THIS_YEAR.fullmatch(date_.rule)) for date_ in dates)
    for found, match in islice(((date_, match) for date_, match in said if match), NEIGHBOURS):
        full = months.get(match["month"], [])
        if len({date_.value[:4] for date_ in full if date_.value}) != 1:
            continue
        sentence = _long_words(article.text, *_sentence_around(article.text, found, kinds[found.at]))
        for caption in full[:NEIGHBOURS]:
            paragraph = kinds[caption.at]
            words = _long_words(article.text, *_sentence_around(article.text, caption, paragraph))
            shared = len(words & sentence) >= SHARED_WORDS and not words & vocabulary().sets["archive"]
            if paragraph.kind is Kind.CAPTION and shared and caption.value:
                yield caption.value[:4], found


def _is_past(found: DateMention) -> bool:
    """Say whether a count of years is more than `i fjor`."""
    return found.rule not in {"year 0", "year -1"}


def _long_words(text: str, start: int, end: int) -> set[str]:
    return {word for word in tokenise(text, start, end).lows if len(word) >= LONG_WORD and word.isalpha()}


def _is_contradicted(article: Article, claim: str, dates: Iterable[DateMention]) -> bool:
    """Say whether the article tells of a later year than `claim`, other than as a plan."""
    for found in dates:
        if (
            found.value is None
            or found.rule not in {"year", "day", "month", "season"}
            or compatible(found.value, claim)
        ):
            continue
        said = year(found.value)
        if said is None or said < claim:
            continue
        around = tokenise(article.text, max(0, found.start - 80), min(len(article.text), found.end + 80))
        words = set(around.lows)
        if not words & (vocabulary().sets["future_words"] | vocabulary().sets["by"] | {"til", "kan", "vil"}):
            return True
    return False
