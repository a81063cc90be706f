"""Whether a date tells only how things stand: `I dag bor hun der`, `det tredje ranet i år`, `budsjettet for 2026`.

Nothing happened then; on a timeline such a sentence would stand for a day on which it did not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefings.edtf_date import Precision, contains, precision
from briefings.extract.date_words import tokenise, vocabulary
from briefings.findings import DateMention, Sentence

SHORT = 20
BROAD = ("month ", "season ", "named ", "year ")
ORIGIN = frozenset({"er", "stammer", "stammar", "daterer", "daterar"})
INTO = frozenset({"inn", "ind"})
"""`går inn i 2024 uten avtale`: a year that has not begun."""
FOR_A_YEAR = re.compile(r"\bfor \w*året $")
"""`for regnskapsåret 2024`."""
DECADE = re.compile(r"[0-9]{3}X/")
"""Of `siden nittitallet`: nobody says when it began."""
REACH = 300
"""Characters to either side of a date in which its clause is looked for."""
YEAR = re.compile(r"year -?[0-9]+")
OF_YEARS = frozenset({"fjorårets", "fjorets"})
"""Genitives that tell of which year something is: `fjorårets dugnad er bortkastet`."""
NOW = re.compile(r"(?:day|year) 0")
DIRECT = re.compile(r"^[–—\-«»\"”“]\s?|[.:] [–—] ")
"""Speech in a sentence: it opens with its mark, or a mark opens it behind a colon or full stop."""
CLAUSE_ENDS = frozenset(',;:.!?–—()«»"”“')
WEAK_PAST = ("te", "de")
SHORTEST_VERB = 5
COUNTED_ON = 10
"""Words before `i år` among which one may say that it is the greatest, or the third."""


def is_standing(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell whether nothing happened at `date`, which stands in `sentence`."""
    if _is_title(text, date) or any(tells(text, date, sentence) for tells in _OF_ANY_DATE):
        return True
    if NOW.fullmatch(date.rule):
        return _is_state_of_now(text, date, sentence)
    if date.rule.startswith(".. to "):
        return _is_wish(text, date, sentence)
    if date.rule.startswith("named"):
        if _is_figures_of_quarter(text, date) or _is_set_against(text, date):
            return True
        return date.rule != "named" and not date.rule.endswith(" back") and _is_wish(text, date, sentence)
    if date.rule == "since" or date.rule.endswith(" to .."):
        return _is_counted_since(text, date, sentence)
    return date.rule.startswith("year") and (_is_told_of_year(text, date, sentence) or _is_set_against(text, date))


def _is_title(text: str, date: DateMention) -> bool:
    """Tell whether a date stands alone between quotation marks: the novel `«1984»`, the film `»9. april«`."""
    return text[date.end : date.end + 1] in QUOTES and text[max(date.start - 1, 0) : date.start] in QUOTES


QUOTES = frozenset("«»“”\"„‘’'")


def _is_told_of_year(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell whether a year, or how many years ago, is only what something is of, or compared with."""
    if _is_compared(text, date):
        return True
    if date.rule.startswith("year -") and (date.text.lower() in OF_YEARS or _is_figure_of(text, date, sentence)):
        return True
    if YEAR.fullmatch(date.rule) and _before(text, date) == "for":
        return True  # "utbytte for fjoråret", "budsjettet for neste år"
    if date.rule != "year":
        return False
    if FOR_A_YEAR.search(text, max(0, date.start - SHORT * 2), date.start):
        return True
    if date.text.lower().startswith("i "):
        return _before(text, date) in INTO
    if date.text.lower().startswith(("fra ", "frå ")) and _before(text, date) in ORIGIN:
        return True  # "bildet er fra 2019"
    if date.text.lower().startswith("til ") and _before(text, date) in {"forhold", "relation"}:
        return True  # "med 70 prosent i forhold til 1990"
    return date.text.lower().startswith(("til ", "for ")) and _is_of_figures(text, date)


def _is_figures_of_quarter(text: str, date: DateMention) -> bool:
    """Tell `tall for tredje kvartal`, `Fjerde kvartal legges frem`: a quarter that is told of, in which nothing was."""
    told = date.text.lower()
    is_quarter = "kvartal" in told or "halvår" in told
    return is_quarter and not told.startswith("i ") and _before(text, date) in OF_QUARTER


def _is_set_against(text: str, date: DateMention) -> bool:
    """Tell `ble 41 millioner, mot 118 millioner i fjor`: a figure of then, with which one of now is compared."""
    is_in = date.text.lower().startswith("i ")
    return is_in and AGAINST.search(text, max(0, date.start - SHORT * 3), date.start) is not None


AGAINST = re.compile(r"(?:\b(?:mot|mod)|, (?:[a-zæøå]+ )?(?:fra|frå)) (?:[a-zæøå]+ ){0,2}[0-9][^.!?;:\n]*$")
OF_QUARTER = frozenset({"", ".", "for", "av", "af", "–", "-"})


def _is_counted_since(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell whether what has come again or been counted since then did not begin there: `hver dag siden mandag`.

    Twelve that have left since New Year have done so in the course of the year.
    """
    known = vocabulary()
    if date.value is not None and DECADE.match(date.value):
        return True
    before, after = _clause(text, date, sentence)
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
    return _before(text, date) in TIMES and contains(date.value, date.anchor) and precision(date.value) in LONG


TIMES = frozenset({"gang", "gangen", "gong", "gongen"})
LONG = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR})


def _is_denied(text: str, date: DateMention, _sentence: Sentence) -> bool:
    """Tell `Ikke i vår, sier hun`; that somebody does not come on Friday may be news of that day."""
    is_broad = date.anchor is not None and date.rule.startswith(BROAD) and not date.text.lower().startswith("før ")
    return is_broad and _before(text, date) in vocabulary().sets["not"]


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
    before, after = _clause(text, date, sentence)
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
BESIDE_HAS = 2
"""Words from `har` to its `ikke`, the date not counted: `har tydeligvis aldri`."""
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
    return not any(_tells(word) and not (is_open and word == "har") for word in words)


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
    before, after = _clause(text, date, sentence)
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


def _is_compared(text: str, date: DateMention) -> bool:
    """Tell whether now is only held against a date: `svømmer kortere enn for ti år siden`."""
    return date.text.lower().startswith(("for ", "i ")) and _before(text, date) in {"enn", "end"}


def _is_figure_of(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell `For tjue år siden var tallet over 3100`: a figure of then, with which one of now is compared."""
    before, after = _clause(text, date, sentence)
    words = [*before, *after]
    pairs = {(one, other) for one, other in pairwise(words) if one in WERE or other in WERE}
    return any(word.endswith(FIGURES) for pair in pairs for word in pair)


WERE = frozenset({"var", "lå", "låg", "utgjorde"})
FIGURES = ("tallet", "talet", "andelen", "andel", "prisen", "snittet", "renten", "renta", "rente", "beløpet", "nivået")


def _before(text: str, date: DateMention) -> str:
    """Return the word before a date."""
    before = tokenise(text, max(0, date.start - SHORT), date.start)
    return before.low(len(before.lows) - 1)


def _is_of_figures(text: str, date: DateMention) -> bool:
    """Tell whether `til 2025` or `for 2025` belongs to a noun before it: `hever forventningene til 2025`."""
    before = tokenise(text, max(0, date.start - REACH), date.start)
    return before.low(len(before.lows) - 1).startswith(tuple(vocabulary().sets["figure_nouns"]))


def _is_wish(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell whether the speaker says what is needed by then: `– Vi trenger nye målere før jul`."""
    known = vocabulary().sets
    words = set(tokenise(text, max(sentence.start, date.start - REACH), date.start).lows)
    return not words.isdisjoint(known["first_person"]) and not words.isdisjoint(known["wishing"])


def _is_state_of_now(text: str, date: DateMention, sentence: Sentence) -> bool:
    known = vocabulary().sets
    before, after = _clause(text, date, sentence)
    if before and before[-1] in known["so_far"]:
        return True
    if before[-1:] in RELATIVE and not known["holds"].isdisjoint(after[:1]):
        return True
    if before[:1] in AS_IT and before[-1:] == ["er"]:
        return True
    words = [*before, *after]
    if date.text.lower().endswith(EVENINGS) and _is_own_plan(text, date, sentence, words):
        return True
    if _counts(after) or (date.rule == "year 0" and _ranks(before[-COUNTED_ON:])):
        return True
    if date.rule == TODAY and "har" in words and (_only_has(words) or _has_not(words)):
        return True
    modal = next((at for at, word in enumerate(words) if word in known["infinitive_openers"]), len(words))
    if any(_tells(word) for word in words[:modal]) or any(word in known["future_words"] for word in words[modal:]):
        return False
    if not (known["living"] | known["not"]).isdisjoint(words):
        return True
    return _is_spoken_state(text, date, sentence, words)


def _is_spoken_state(text: str, date: DateMention, sentence: Sentence, words: Sequence[str]) -> bool:
    """Tell whether somebody says how things are: no verb of the past, and one that tells of no deed."""
    known = vocabulary().sets
    has_weak_past = any(len(word) >= SHORTEST_VERB and word.endswith("et") and word.isalpha() for word in words)
    if has_weak_past or not DIRECT.search(text[sentence.start : date.start + 1]):
        return False
    return not known["standing"].isdisjoint(words) or not any(word in known["present_words"] for word in words)


AS_IT = (["slik"], ["sådan"])
"""`Slik reglene er i dag`."""
TODAY = "day 0"
OCCASIONS = tuple(sorted(vocabulary().sets["occasions"]))
PARTICIPLES = ("t", "dd", "a", "ne", "gje", "ve", "me", "ke", "pe", "re")
"""Endings that a participle may have, in Nynorsk also those of some nouns; `prosent` is none."""
PERFECT_REACH = 6


def _only_has(words: Sequence[str]) -> bool:
    """Tell whether somebody has something: `har i dag 300 ansatte`, no `har i dag avsagt dom`, `har i dag fest`."""
    known = vocabulary().sets
    at = words.index("har") + 1
    near = words[at : at + PERFECT_REACH]
    if any(word.endswith(PARTICIPLES) and word not in NO_PARTICIPLES and word.isalpha() for word in near):
        return False
    return not any(word.endswith(OCCASIONS) or word in known["future_words"] for word in words)


def _has_not(words: Sequence[str]) -> bool:
    """Tell `har ikke tenkt på annet i dag`."""
    at = words.index("har") + 1
    return not vocabulary().sets["not"].isdisjoint(words[at : at + BESIDE_HAS])


NO_PARTICIPLES = frozenset(
    {
        "prosent",
        "procent",
        "begge",
        "alle",
        "mange",
        "ikke",
        "ikkje",
        "flere",
        "fleire",
        "et",
        "eit",
        "bare",
        "berre",
        "norske",
        "danske",
        "store",
        "andre",
        "tre",
        "fire",
        "mer",
        "ansatte",
        "det",
        "litt",
        "lidt",
    }
)


def _is_own_plan(text: str, date: DateMention, sentence: Sentence, words: Sequence[str]) -> bool:
    """Tell whether somebody says what he himself will do tonight: `– I kveld skal vi feire`."""
    known = vocabulary().sets
    has_plan = "skal" in words and not known["first_person"].isdisjoint(words)
    return has_plan and DIRECT.search(text[sentence.start : date.start + 1]) is not None


RELATIVE = (["som"], ["der"])
"""Before `i dag er ordførar`, which tells who somebody is by now."""
EVENINGS = ("kveld", "aften", "natt", "nat")


def _clause(text: str, date: DateMention, sentence: Sentence) -> tuple[list[str], list[str]]:
    """Return the words before and behind a date, as far as its clause goes."""
    before = tokenise(text, max(sentence.start, date.start - REACH), date.start).lows
    after = tokenise(text, date.end, min(sentence.end, date.end + REACH)).lows
    first = next((at + 1 for at in range(len(before) - 1, -1, -1) if before[at] in CLAUSE_ENDS), 0)
    last = next((at for at, word in enumerate(after) if word in CLAUSE_ENDS), len(after))
    return list(before[first:]), list(after[:last])


def _ranks(words: Sequence[str]) -> bool:
    """Tell whether the words say that something is the greatest of the year, or the third in it."""
    known = vocabulary()
    third = any(before in {"den", "det"} and word in known.ordinals for before, word in pairwise(words))
    return any(word in known.sets["greatest"] for word in words) or (third and "er" in words)


def _counts(after: Sequence[str]) -> bool:
    """Tell whether a count follows `I dag er`: `omkring 35 danskere`, `82 prosent`."""
    known = vocabulary()
    if len(after) < len(("er", "35")) or after[0] not in {"er", "har"}:
        return False
    about = after[1] in known.approximate
    number = after[1 + about] if len(after) > 1 + about else ""
    return number.isdecimal() or (about and number in known.cardinals)


def _tells(word: str) -> bool:
    """Tell whether a word is a verb of what happened or will; by `-et` alone, it might be a noun."""
    known = vocabulary().sets
    if any(word in known[name] for name in ("past_words", "future_words", "coming_words")):
        return True
    is_weak = len(word) >= SHORTEST_VERB and word.endswith(WEAK_PAST) and word.isalpha()
    return is_weak and not word.endswith(tuple(known["not_past"]))


_OF_ANY_DATE = (_is_counted_within, _is_denied, _is_general, _has_not_been, _is_listed, _is_asked_for)
