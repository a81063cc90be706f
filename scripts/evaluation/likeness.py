"""When two wordings are one."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

SAME_WORDS = 90.0
"""Likeness in percent from which two wordings are one: lets a lost comma or dash pass, not a lost word."""
SAME_ROLE = 85.0
ROLE_PART = 0.4
"""A role may be part of the annotated one (`forsvarsminister` of `Russlands forsvarsminister`) from this share of its
letters on; below it lie `leder` of `tidligere leder` and the like, which say something else."""
ARTICLE = re.compile(r"^(?:den|det|de|dei|en|ein|ei|et|eit) ")
BEFORE_ADJECTIVE = re.compile(r"^[Dd]e[nt] (?=[a-zæøå-]+e [a-zæøå])")
OTHER_OFFICE = re.compile(
    r"\b(?:tidlegare|tidligere|eks-?\w*|fhv|avgått|avgåtte|afgåede|påtroppande|påtroppende|kommende|fungerande|fungerende"
    r"|vise\w*|vice\w*|nest\w+|næst\w+|vara\w*|stedfortred\w+|stedfortræd\w+)\b"
)
"""Words that make another office of one: who held it, is to hold it, holds it for a time, or stands in."""
GENITIVE = re.compile(r"(?:['’]s|s['’]|['’]|s)$")


def fold(words: str) -> str:
    """Return the words without case, outer punctuation and doubled space."""
    return " ".join(unicodedata.normalize("NFC", words).casefold().split()).strip(" .,:;!?«»“”\"'‘’–-")


def bare(name: str) -> str:
    """Return a name folded and without its genitive ending."""
    return GENITIVE.sub("", fold(name))


def without_article(surface: str) -> str:
    """Return a surface without the article before an adjective, which editors take in or not: `det tyrkiske …`."""
    return BEFORE_ADJECTIVE.sub("", surface)


def same_place(gold: str, offer: str) -> bool:
    """Tell whether two names are one, apart from case and genitive."""
    return bare(gold) == bare(offer)


def same_quote(gold: str, offer: str) -> bool:
    """Tell whether a quote begins with the annotated words."""
    head = fold(gold)
    return fuzz.ratio(head, fold(offer)[: len(head)]) >= SAME_WORDS


def same_words(gold: str, offer: str) -> bool:
    """Tell whether two wordings are one from beginning to end."""
    return fuzz.ratio(fold(gold), fold(offer)) >= SAME_WORDS


def same_role(gold: str, offer: str) -> bool:
    """Tell whether a role says what the annotated one says, or more, or most of it."""
    ours, theirs = (ARTICLE.sub("", fold(role)) for role in (gold, offer))
    if bool(OTHER_OFFICE.search(ours)) is not bool(OTHER_OFFICE.search(theirs)):
        return False
    inside = f" {theirs} " in f" {ours} " and len(theirs) >= ROLE_PART * len(ours)
    return inside or f" {ours} " in f" {theirs} " or fuzz.ratio(ours, theirs) >= SAME_ROLE


def same_source(gold: str, offer: str) -> bool:
    """Tell whether two wordings of an unnamed source are one, or one is part of the other."""
    ours, theirs = (ARTICLE.sub("", fold(words)) for words in (gold, offer))
    inside = bool(theirs) and (f" {theirs} " in f" {ours} " or f" {ours} " in f" {theirs} ")
    return inside or fuzz.ratio(ours, theirs) >= SAME_ROLE
