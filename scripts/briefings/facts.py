"""What two reports of one matter cannot tell differently: a result, the quarter of accounts, an age, a judgment.

Twin matters are told by the same people in the same words: two matches of two clubs, two quarters of one company, two
trials before one prosecutor. Only such facts tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from briefings.findings import Extraction
from briefings.model import Kind

OPENING = 3
"""Paragraphs of running text that tell an article's own news, and when it happened."""
REPORTED_DAY = re.compile(r"date (?P<month>[0-9]{2})-(?P<day>[0-9]{2}) back weekday (?P<weekday>[1-7])")
"""The rule of a day with its weekday, told of in the past: `Torsdag 12. juni kom kronprinsen`."""
RESULT = "result"
SCORE = re.compile(
    r"(?<![\w.,–-])(\d{1,2})[–-](\d{1,2})(?:(?=-(?:seier|siger|sejr|tap|tab|nederlag))|(?![\w–-]|[.,]\d))"
)
"""`3–1`, `27-25`, `4-0-sejr`; no years, no intervals of hours or decimals."""
MATCH = re.compile(
    r"\w [–-] [A-ZÆØÅ]|\b(?:vant|vann|vandt|slog?|tapte|tapa|tabte|spilte|spelte|spillede|uavgjort|seier|siger|sejr)\b"
)
"""What stands in a sentence that tells a result."""
QUARTER = re.compile(r"named (Q[1-4]) ")
"""The rule of a date: `i tredje kvartal`."""
AGE = re.compile(r"(?i)\b(?:en|ein|ei|én|éin) (?:\w+ )?(\d\d)(?:-| )år(?:ig|ing|s gam|\. gam| gam)\w*")
"""Of somebody without a name: `en 44-årig landmand`, `ei 30 år gammal kvinne`."""
VERDICT = re.compile(
    r"\b(?<!tidligere )(?<!tidlegare )(?:"
    r"dømt|dømd|dømte|dømmes|dømmast|idømt|idømd|idømte|idømmes|domfelt|domfelle?s|dommen|domen"
    r"|frikjent|frikjend|frikjennes|frifunnet|frifunnen|frifinnes|frifundet|frifindes|frifandt|frifant"
    r"|kj?en[dt]t? (?:ikke |ikkje )?sk[yu]ldige?|må (?:sone|sona|afsone|i fengsel|i fængsel)|skal (?:sone|afsone)"
    r"|(?:fikk|fekk|fik|får) [^.!?,\n]{0,30}(?:fengsel|fængsel|samfunnsstraff|samfundstjeneste))\b",
    re.IGNORECASE,
)
TRIAL = re.compile(
    r"\bnekt(?:er|ar|et|a)\b[^.!?\n]{0,40}\b(?:straffskyld|straffeskyld|skyld)"
    r"|\bn[æe]gte[rd]\w* (?:sig )?(?:ikke-?)?skyldig|\berkj?en(?:te|ner|dte|der)\b[^.!?\n]{0,40}\bstraff?e?skyld"
    r"|\b(?:rettssak|rettssaken|rettssaka|retssagen|straffesaken|straffesaka|straffesagen|hovedforhandlingen"
    r"|hovudforhandlinga)\b[^.!?\n]{0,60}\b(?:startet|starta|startede|starter|startar|begynte|begynner|begyndte|begynder"
    r"|byrja|byrjar|åpnet|opna|åbnede|innledet|innleia|indledtes)"
    r"|\b(?:påstand|påstanden) om\b[^.!?\n]{0,40}\b(?:straff|fengsel|fængsel)"
    r"|\b(?:møtte|mødte|møter|møder)\b[^.!?\n]{0,60}\b(?:(?:ting|by|lands|lagmanns)?ret(?:ten|t)?|rettssalen|retssalen)\b"
    r"|\b(?:kjen(?:te|de|ner)|erkj?en(?:te|dte|ner|der)|nekta?r?|nektet|nægtede|nægter)\b[^.!?\n]{0,20}\bskuldige?\b",
    re.IGNORECASE,
)
"""What is news of a day in court on which no judgment was given."""


def find_facts(extraction: Extraction) -> dict[str, frozenset[str]]:
    """Return what an article's opening tells of such facts: kind → values, without the kinds it tells nothing of."""
    found = {
        RESULT: frozenset(_results(extraction)),
        "quarter": frozenset(_quarters(extraction)),
        "age": frozenset(_ages(extraction)),
        "stage": frozenset(_stages(extraction)),
    }
    return {kind: values for kind, values in found.items() if values}


def agree(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether two articles tell of one result."""
    return bool(one.get(RESULT, frozenset()) & other.get(RESULT, frozenset()))


def contradict(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether two articles tell one kind of fact, and nothing of it alike."""
    return any(kind in other and values.isdisjoint(other[kind]) for kind, values in one.items())


def reported_day(extraction: Extraction) -> tuple[int, int, int] | None:
    """Return month, day and ISO weekday of the first such day that the opening names."""
    opening = extraction.article.opening(OPENING)
    rules = (REPORTED_DAY.fullmatch(found.rule) for found in extraction.dates if found.at in opening)
    return next(((int(m["month"]), int(m["day"]), int(m["weekday"])) for m in rules if m), None)


def _opening(extraction: Extraction) -> Iterator[str]:
    article = extraction.article
    opening = article.opening(OPENING, Kind.HEADLINE)
    return (article.text[each.start : each.end] for each in article.paragraphs if each.n in opening)


def _results(extraction: Extraction) -> Iterator[str]:
    """Yield the first paragraph's score, the greater number first: one paper names the home team first, the other not.

    Of several it is the highest, which the others led to: `førte 1-0, men tapte 3-1`.
    """
    for text in _opening(extraction):
        scores = [sorted(map(int, score.groups()), reverse=True) for score in SCORE.finditer(text)]
        if scores and MATCH.search(text):
            won, lost = max(scores, key=sum)
            yield f"{won}–{lost}"
            return


def _quarters(extraction: Extraction) -> Iterator[str]:
    """Yield the first quarter that the article tells of."""
    rules = (QUARTER.match(date.rule) for date in extraction.dates)
    yield from islice((match[1] for match in rules if match), 1)


def _stages(extraction: Extraction) -> Iterator[str]:
    """Yield whether the opening tells of a judgment, else whether of a trial that goes on."""
    told = list(_opening(extraction))
    if any(VERDICT.search(text) for text in told):
        yield "judgment"
    elif any(TRIAL.search(text) for text in told):
        yield "trial"


def _ages(extraction: Extraction) -> Iterator[str]:
    for text in _opening(extraction):
        yield from AGE.findall(text)
