"""Captions and picture descriptions, told by their own words.

Every function is pure, takes a block's words without the space around them, and takes no longer than the block is long.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from briefings.noise_words import MAX_TEXT, begins_with, is_short, phrase, small_words, vocabulary

MIN_LEAD_LETTERS = 4
"""Letters of a caption's capitals, so that `EU:` and `NTB:` are none."""

MIN_PICTURE_WORDS = 2
"""Words of things seen that make a description, beside others that speak against it."""

MAX_LABELLED = 20
"""Words of a sentence that says behind a label what a video or picture shows."""

MIN_TOLD = 3
"""Small-letter words that make a sentence of what else may be names: `Video: Kari Nordmann og Ola Moe.`"""

_CAPITALS = re.compile(r"[«“\"'’]?[^\W\d_a-zæøåäöéü][^:a-zæøåäöéü\n]{2,58}:\s+(?=\S)")


def capitals_lead(text: str) -> str | None:
    """Return the words in capitals before a colon that begin a caption, `GODE VENNER`, or None."""
    match = _CAPITALS.match(text)
    if match is None:
        return None
    lead = match[0].rstrip().removesuffix(":").rstrip()
    words = vocabulary()
    if lead.endswith(")") or sum(sign.isalpha() for sign in lead) < MIN_LEAD_LETTERS:
        return None
    name = phrase(lead)
    if name in words.no_captions or name in words.labels or name in words.corrections or name in words.credit_labels:
        return None
    # `RETTEN I KOLDING:` is where a report begins, `I RETTEN:` what a picture shows.
    first, *_ = told = name.split()
    return None if first not in words.places_shown and words.no_caption_words.intersection(told) else lead


def tells_from_place(lead: str, text: str) -> bool:
    """Return whether words in capitals are the places a running text of two sentences is told from: `MARIB/OSLO: …`."""
    places = [part.strip().casefold() for part in lead.split("/")]
    if _cities().isdisjoint(places) or not all(_PLACE.fullmatch(place) for place in places):
        return False
    return runs_on(text)


def runs_on(text: str) -> bool:
    """Return whether a block is two sentences or more, and speaks of no picture."""
    return _NEXT_SENTENCE.search(text, 0, MAX_TEXT) is not None and not points_at_picture(text)


_PLACE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)?")
_NEXT_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?] [^\W\d_a-zæøåäöü]")


@cache
def _cities() -> frozenset[str]:
    source = resources.files("briefings").joinpath("extract/data/cities.txt").read_text(encoding="utf-8")
    lines = (line for line in source.splitlines() if not line.startswith("#"))
    return frozenset(name.strip().casefold() for line in lines for name in line.split(";") if name.strip())


def is_picture_label(label: str) -> bool:
    """Return whether words before a colon are a video's label, or a kind of picture: `VIDEO`, `Illustrasjonsfoto`."""
    return phrase(label) in vocabulary().video_labels | vocabulary().unnamed_pictures


def tells_of_picture(said: str) -> bool:
    """Return whether the words behind such a label are a short sentence, `Her renner skipet på grunn`."""
    said = said.strip()
    small = sum(word[0].islower() for word in said[:MAX_TEXT].split())
    return said[:1].isupper() and said.endswith(".") and is_short(said, MAX_LABELLED) and small >= MIN_TOLD


def is_bracketed(text: str) -> bool:
    """Return whether a block says in brackets what a picture shows: `[Billede: Børn med røde flag.]`."""
    found = _BRACKETED.fullmatch(text) if text[:1] in "[(" and len(text) <= MAX_TEXT else None
    return found is not None and sum(word[0].islower() for word in found["said"].split()) >= MIN_TOLD


_BRACKETED = re.compile(
    r"[\[(]\s?(?:bilde|bildet|bilete|biletet|billede|billedet|foto|fotoet|illustrasjon|illustration|grafikk|grafik|kart|kort)"
    r"(?: \d{1,2})?\s?:\s?(?P<said>[^\n]+?)\s?[\])]\.?",
    re.IGNORECASE,
)


def points_at_picture(text: str) -> bool:
    """Return whether a short block speaks of a picture, or describes one."""
    if len(text) > MAX_TEXT:
        return False
    lowered = f" {' '.join(small_words(text))} "
    return any(f" {words} " in lowered for words in vocabulary().picture_phrases) or describes_picture(text)


def describes_picture(text: str) -> bool:
    """Return whether a block reads like a picture description: things seen, in the present tense, nothing told."""
    if len(text) > MAX_TEXT or any(sign in text for sign in '«»“”"–'):
        return False
    if begins_with(text, vocabulary().picture_openings):
        return True
    words, found = vocabulary(), set(small_words(text))
    seen = len(found & words.picture_words)
    return seen >= MIN_PICTURE_WORDS and seen > 2 * len(found & words.no_picture_words)
