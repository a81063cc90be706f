"""Whether a date tells only how things stand: `I dag bor hun der`, `det tredje ranet i år`, `budsjettet for 2026`.

Nothing happened then; on a timeline such a sentence would stand for a day on which it did not.
"""

from __future__ import annotations

import re
from itertools import pairwise

from briefings.edtf_date import Precision, contains, precision
from briefings.extract.compared import is_figures_of_quarter, is_set_against, is_told_of_year
from briefings.extract.date_clauses import BESIDE_HAS, REACH, SHORT, clause_of, tells_when, word_before
from briefings.extract.date_words import tokenise, vocabulary
from briefings.extract.standing_now import is_state_of_now
from briefings.findings import DateMention, Sentence

BROAD = ("month ", "season ", "named ", "year ")
DECADE = re.compile(r"[0-9]{3}X/")
"""Of `siden nittitallet`: nobody says when it began."""
NOW = re.compile(r"(?:day|year) 0")


def is_standing(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell whether nothing happened at `date`, which stands in `sentence`."""
    if _is_title(text, date) or any(tells(text, date, sentence) for tells in _OF_ANY_DATE):
        return True
    if NOW.fullmatch(date.rule):
        return is_state_of_now(text, date, sentence)
    if date.rule.startswith(".. to "):
        return _is_wish(text, date, sentence)
    if date.rule.startswith("named"):
        if is_figures_of_quarter(text, date) or is_set_against(text, date):
            return True
        return date.rule != "named" and not date.rule.endswith(" back") and _is_wish(text, date, sentence)
    if date.rule == "since" or date.rule.endswith(" to .."):
        return _is_counted_since(text, date, sentence)
    return date.rule.startswith("year") and (is_told_of_year(text, date, sentence) or is_set_against(text, date))


def _is_title(text: str, date: DateMention) -> bool:
    """Tell whether a date stands alone between quotation marks: the novel `«1984»`, the film `»9. april«`."""
    return text[date.end : date.end + 1] in QUOTES and text[max(date.start - 1, 0) : date.start] in QUOTES


QUOTES = frozenset("«»“”\"„‘’'")


def _is_counted_since(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell whether what has come again or been counted since then did not begin there: `hver dag siden mandag`.

    Twelve that have left since New Year have done so in the course of the year.
    """
    known = vocabulary()
    if date.value is not None and DECADE.match(date.value):
        return True
    before, after = clause_of(text, date, sentence)
    if date.rule != "since" and len(before) > 1 and before[-2] in known.sets["habits"]:
        return True
    if date.rule != "year 0 to ..":
        return False
    words = (*before, *after)
    return any(word in known.sets["amounts"] or word in known.cardinals or word.isdecimal() for word in words)


def _is_counted_within(text: str, date: DateMention, _sentence: Sentence) -> bool:
    """Tell whether it has come so many times in the article's own month or year: `for første gang i november`."""
    if date.anchor is None or date.value is None or not date.text.lower().startswith("i "):
        return False
    return word_before(text, date) in TIMES and contains(date.value, date.anchor) and precision(date.value) in LONG


TIMES = frozenset({"gang", "gangen", "gong", "gongen"})
LONG = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR})


def _is_denied(text: str, date: DateMention, _sentence: Sentence) -> bool:
    """Tell `Ikke i vår, sier hun`; that somebody does not come on Friday may be news of that day."""
    is_broad = date.anchor is not None and date.rule.startswith(BROAD) and not date.text.lower().startswith("før ")
    return is_broad and word_before(text, date) in vocabulary().sets["not"]


def _has_not_been(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell `har aldri kjørt over fjellet i januar`, `hadde torsdag ikke svart`: the perfect of what did not happen.

    Whoever has not come since a day, or will not before one, is another matter.
    """
    if date.anchor is None or not date.rule.startswith(PERIODS) or " to " in date.rule:
        return False
    if date.text.lower().startswith(("før ", "siden ", "sidan ")):
        return False
    near = text[max(sentence.start, date.start - REACH) : date.end + REACH].lower()
    if not any(map(near.__contains__, NEGATIVE)):
        return False
    known = vocabulary().sets
    before, after = clause_of(text, date, sentence)
    words = [*before, *after]
    if known["not"].isdisjoint(words) or PERFECT.isdisjoint(words):
        return False
    holds = next(at for at, word in enumerate(words) if word in PERFECT)
    denied = next(at for at, word in enumerate(words) if word in known["not"])
    if not 0 < denied - holds <= BESIDE_HAS or not OPENERS.isdisjoint(before[denied + 1 :]):
        return False
    return not any(
        word in known[name] and word not in PERFECT for word in words for name in ("past_words", "future_words")
    )


NEGATIVE = tuple(sorted(vocabulary().sets["not"]))
OPENERS = vocabulary().sets["clause_words"] | vocabulary().sets["asking_words"] | vocabulary().sets["since"]
"""What opens a clause of its own behind `har ikke`: `har ikke sagt hvem som reiser mandag`."""
PERIODS = ("week ", "month ", "weekday ", "weekend ", "season ")
PERFECT = frozenset({"har", "hadde", "havde"})


def _is_listed(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell a timetable: three weekdays that do not follow each other, in a sentence without a verb of one time."""
    if not date.rule.startswith("weekday ") or " to " in date.rule:
        return False
    low, high = max(sentence.start, date.start - SHORT * 2), min(sentence.end, date.end + SHORT * 2)
    if text.count("dag", low, high) < LISTED:
        return False
    words, known = tokenise(text, low, high).lows, vocabulary()
    days = [known.weekdays[word] for word in words if word in known.weekdays]
    if len(days) < LISTED or days == list(range(days[0], days[0] + len(days))):
        return False
    words = tokenise(text, max(sentence.start, date.start - REACH), min(sentence.end, date.end + REACH)).lows
    is_open = any(word == "har" and after in known.sets["open_states"] for word, after in pairwise(words))
    return not any(tells_when(word) and not (is_open and word == "har") for word in words)


LISTED = 3


def _is_asked_for(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell `Spør meg igjen om et år`: nobody does."""
    if not date.text.lower().startswith("om ") or date.anchor is None:
        return False
    words = tokenise(text, sentence.start, min(date.start, sentence.start + SHORT)).lows
    told = [word for word in words[:ASKED_WITHIN] if word.isalpha()]
    return told[:1] != [] and told[0] in vocabulary().sets["asking"]


ASKED_WITHIN = 3


def _is_general(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell what is only supposed or goes for every year: `Hvis avtalen brytes i 2024`, `De som går der i september`."""
    low = text[max(sentence.start, date.start - REACH) : date.end + REACH].lower()
    if not any(map(low.__contains__, GENERAL)):
        return False
    known = vocabulary().sets
    before, after = clause_of(text, date, sentence)
    words = {*before, *after}
    if date.anchor is not None and not words.isdisjoint(known["by_habit"]):
        return True
    if not (words.isdisjoint(known["past_words"]) and words.isdisjoint(known["future_words"])):
        return False
    if not known["conditions"].isdisjoint(before):
        return True
    everybody = before[:1] and before[0] in EVERYBODY and before[1:2] in (["som"], ["der"])
    return bool(everybody) and date.anchor is not None and text[sentence.start : sentence.start + 1].isupper()


EVERYBODY = frozenset({"de", "dei", "den", "alle", "dem"})
GENERAL = (
    *(f"{one} {who}" for one in sorted(EVERYBODY) for who in ("som", "der")),
    *sorted(vocabulary().sets["by_habit"] | vocabulary().sets["conditions"]),
)
"""Without one of these nothing is told of everybody, of every year or only supposed."""


def _is_wish(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell whether the speaker says what is needed by then: `– Vi trenger nye målere før jul`."""
    known = vocabulary().sets
    words = set(tokenise(text, max(sentence.start, date.start - REACH), date.start).lows)
    return not words.isdisjoint(known["first_person"]) and not words.isdisjoint(known["wishing"])


_OF_ANY_DATE = (_is_counted_within, _is_denied, _is_general, _has_not_been, _is_listed, _is_asked_for)
