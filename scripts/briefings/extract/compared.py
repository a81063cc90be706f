"""Whether a date only says of which time a figure is, or with which now is compared: `mot 118 millioner i fjor`."""

from __future__ import annotations

import re
from itertools import pairwise

from briefings.extract.date_clauses import REACH, SHORT, clause_of, word_before
from briefings.extract.date_words import tokenise, vocabulary
from briefings.findings import DateMention, Sentence

ORIGIN = frozenset({"er", "stammer", "stammar", "daterer", "daterar"})
INTO = frozenset({"inn", "ind"})
"""`går inn i 2024 uten avtale`: a year that has not begun."""
FOR_A_YEAR = re.compile(r"\bfor \w*året $")
"""`for regnskapsåret 2024`."""
YEAR = re.compile(r"year -?[0-9]+")
OF_YEARS = frozenset({"fjorårets", "fjorets"})
"""Genitives that tell of which year something is: `fjorårets dugnad er bortkastet`."""


def is_told_of_year(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell whether a year, or how many years ago, is only what something is of, or compared with."""
    if _is_compared(text, date):
        return True
    if date.rule.startswith("year -") and (date.text.lower() in OF_YEARS or _is_figure_of(text, date, sentence)):
        return True
    if YEAR.fullmatch(date.rule) and word_before(text, date) == "for":
        return True  # "utbytte for fjoråret", "budsjettet for neste år"
    if date.rule != "year":
        return False
    if FOR_A_YEAR.search(text, max(0, date.start - SHORT * 2), date.start):
        return True
    if date.text.lower().startswith("i "):
        return word_before(text, date) in INTO
    if date.text.lower().startswith(("fra ", "frå ")) and word_before(text, date) in ORIGIN:
        return True  # "bildet er fra 2019"
    if date.text.lower().startswith("til ") and word_before(text, date) in {"forhold", "relation"}:
        return True  # "med 70 prosent i forhold til 1990"
    return date.text.lower().startswith(("til ", "for ")) and _is_of_figures(text, date)


def is_figures_of_quarter(text: str, date: DateMention) -> bool:
    """Tell `tall for tredje kvartal`, `Fjerde kvartal legges frem`: a quarter that is told of, in which nothing was."""
    told = date.text.lower()
    is_quarter = "kvartal" in told or "halvår" in told
    return is_quarter and not told.startswith("i ") and word_before(text, date) in OF_QUARTER


def is_set_against(text: str, date: DateMention) -> bool:
    """Tell `ble 41 millioner, mot 118 millioner i fjor`: a figure of then, with which one of now is compared."""
    is_in = date.text.lower().startswith("i ")
    return is_in and AGAINST.search(text, max(0, date.start - SHORT * 3), date.start) is not None


AGAINST = re.compile(r"(?:\b(?:mot|mod)|, (?:[a-zæøå]+ )?(?:fra|frå)) (?:[a-zæøå]+ ){0,2}[0-9][^.!?;:\n]*$")
OF_QUARTER = frozenset({"", ".", "for", "av", "af", "–", "-"})


def _is_compared(text: str, date: DateMention) -> bool:
    """Tell whether now is only held against a date: `svømmer kortere enn for ti år siden`."""
    return date.text.lower().startswith(("for ", "i ")) and word_before(text, date) in {"enn", "end"}


def _is_figure_of(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell `For tjue år siden var tallet over 3100`: a figure of then, with which one of now is compared."""
    before, after = clause_of(text, date, sentence)
    words = [*before, *after]
    pairs = {(one, other) for one, other in pairwise(words) if one in WERE or other in WERE}
    return any(word.endswith(FIGURES) for pair in pairs for word in pair)


WERE = frozenset({"var", "lå", "låg", "utgjorde"})
FIGURES = ("tallet", "talet", "andelen", "andel", "prisen", "snittet", "renten", "renta", "rente", "beløpet", "nivået")


def _is_of_figures(text: str, date: DateMention) -> bool:
    """Tell whether `til 2025` or `for 2025` belongs to a noun before it: `hever forventningene til 2025`."""
    before = tokenise(text, max(0, date.start - REACH), date.start)
    return before.low(len(before.lows) - 1).startswith(tuple(vocabulary().sets["figure_nouns"]))
