"""What one block of a news page is by its own words: page furniture, a correction, direct speech.

Every function is pure, takes a block's words without the space around them, and takes no longer than the block is long.
"""

from __future__ import annotations

import re

from briefings import furniture, stamp
from briefings.noise_words import (
    MAX_LABEL,
    MAX_TEXT,
    begins_with,
    folded,
    is_found,
    is_short,
    label_of,
    phrase,
    small_words,
    vocabulary,
)

MAX_LINK = 20
"""Words of a link's text, `Les også` included."""

MAX_PAID = 6
"""Words of a label of paid content with the payer's name."""

MAX_LABELLED = 12
"""Words of a labelled block that ends like a sentence; a longer one, `Video: et fremmedord …`, is the author's."""

MAX_TAG_WORDS = 14
"""Words of a speech tag: `siger statsminister Mette Frederiksen (S) til DR` has eight."""

MAX_QUESTION_PUT = 40
"""Words of an interviewer's question."""

MIN_MENU = 4
"""Lines of a menu of which some are unknown."""

MAX_ENTRY = 2
"""Words of such a line."""

MAX_MENU = 2_000
"""Characters beyond which no block is taken for a menu of several lines."""


MAX_CORRECTION = 70
"""Words of a correction that no label heads."""


_SPOKEN = re.compile(
    r"[,?!]\s(?!f[åi]\b|for\b|så\b|og\b|men\b)(?P<verb>[a-zæøå]{2,20})\s(?P<who>[\w-]{1,40})[^.!?]{0,80}[.!?]$"
)
_HEAD = re.compile(r"[\W_]{0,3}([^\W\d_]++(?: [^\W\d_]++){0,2})(?=\s?[:.!]|\s?\d|\s?\(|\W*$)")
"""The words before a colon, a full stop, a number or a bracket, or a whole line of three words at most."""

_CHANGED = re.compile(
    r"\W{0,3}(?:oppdatert|opdateret|oppdatering|opdatering|endret|endra|ændret|merk|obs|nb|til orientering|red\. anm)\b"
    r"[^:\n]{0,40}(?:\d:\d\d)?:\s+(?=\S)",
    re.IGNORECASE,
)
"""What may stand before the words that mend: `Opdateret kl. 14.20: I en tidligere version stod der …`."""
_QUESTIONS_TO = re.compile(
    r"(?i)(?:\w+|\d+) (?:\w+ )?(?:spørsmål|spørgsmål) (?:og svar med|til) [^\W\d_][^\n]*[^.!?:\n]\Z"
)
MAX_RECAP = 6
MAX_ANNOUNCED = 7
"""Words of a line that announces what stands below."""
MAX_INTERVIEW = 24
"""Words of a line that names who is asked, with his work."""
_DASHED = re.compile(r"[–—―-]\s?[^\W\d_]|[–—―-]\s?[«“\"]")
_NEW_SENTENCE = re.compile(r"[.!?]\s+\w")
_CLOSING = {"«": "»", "“": "”", "”": "”", "„": "“", '"': '"', "»": "«", "'": "'", "‘": "’"}
_WHO = frozenset({"han", "hun", "ho", "hen", "dei", "de", "jeg", "eg"})


def is_boilerplate(text: str) -> bool:
    """Return whether a block is page furniture: menus, share buttons, links, notices, timestamps, adverts."""
    words = vocabulary()
    if phrase(text) in words.alone or stamp.is_stamp(text) or _is_menu(text):
        return True
    if len(text) <= MAX_TEXT and _has_pattern(text):
        return True
    if label_of(text) in words.labels and (not text.endswith(".") or is_short(text, MAX_LABELLED)):
        return True
    if begins_with(text, words.link_openings) and not text.endswith((".", "!")) and is_short(text, MAX_LINK):
        return True
    if is_paid_label(text) or furniture.is_menu_line(text) or furniture.is_button(text) or furniture.is_more(text):
        return True
    if furniture.is_offer(text):
        return True
    if is_speech(text) or _is_told(text):
        return False
    return furniture.is_notice(text) or (begins_with(text, words.openings) and is_short(text, words.opening_words))


def _has_pattern(text: str) -> bool:
    words = vocabulary()
    return words.patterns.match(folded(text)) is not None or is_found(words.patterns_with, text)


def _is_menu(text: str) -> bool:
    """Return whether a block's several lines are furniture and sections; of many short ones, half need be known."""
    if "\n" not in text or len(text) > MAX_MENU:
        return False
    words = vocabulary()
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    known = [phrase(line) in words.alone or phrase(line) in words.above or stamp.is_stamp(line) for line in lines]
    is_terse = len(lines) >= MIN_MENU and all(is_short(line, MAX_ENTRY) for line in lines)
    return all(known) or (is_terse and 2 * sum(known) >= len(lines))


def _is_told(text: str) -> bool:
    """Return whether a block's end tells who says the rest: `…, ber han`, `…? spurte læreren`."""
    match = _SPOKEN.search(text)
    if match is None:
        return False
    verb, following = match["verb"], match["who"]
    is_verb = verb in vocabulary().speech_verbs and not furniture.is_imperative(verb)
    return is_verb or (following in _WHO or following[:1].isupper())


def is_section_name(text: str) -> bool:
    """Return whether a block names a section of a news site, `Utenriks`: above the first paragraph, no headline."""
    return phrase(text) in vocabulary().above


def is_site_menu(text: str) -> bool:
    """Return whether a block belongs to the site's own menu, and so stands above the headline."""
    return phrase(text) in vocabulary().site or furniture.is_menu_line(text)


def is_link_heading(text: str) -> bool:
    """Return whether a block heads a list of links to other articles."""
    return phrase(text) in vocabulary().link_headings or furniture.is_more(text)


def is_unfolding(text: str) -> bool:
    """Return whether a block may also be the button that unfolds the article: `Les mer`."""
    return phrase(text) in vocabulary().unfolding


def is_paid_label(text: str) -> bool:
    """Return whether a block says that what follows is paid for, and perhaps by whom: `Annonsørinnhold fra Banken`."""
    return begins_with(text, vocabulary().paid) and is_short(text, MAX_PAID) and not text.endswith((".", "!", "?"))


def is_correction(text: str) -> bool:
    """Return whether a block says that the article was corrected."""
    if is_speech(text) and text[0] != "-":
        return False
    words = vocabulary()
    label = _CHANGED.match(text)
    if label is not None:
        text = text[label.end() :]
    head = _HEAD.match(text)
    if head is not None and head[1].casefold() in words.corrections:
        return True
    if label_of(text) in words.apologies or begins_with(text, words.correction_openings):
        return True
    return is_short(text, MAX_CORRECTION) and is_found(words.corrected, text)


def is_correction_heading(text: str) -> bool:
    """Return whether a block is nothing but the word for a correction, so that the next block is the correction."""
    return phrase(text) in vocabulary().corrections


def is_speech(text: str) -> bool:
    """Return whether a block is wholly direct speech: opened by a dash, or in quotation marks, speaker told or not."""
    closing = _CLOSING.get(text[:1])
    if closing is None:
        return _DASHED.match(text) is not None
    end = text.rfind(closing, 1)
    if end < 0:
        return False
    after = text[end + 1 :][:MAX_TEXT]
    rest = small_words(after)
    inner_end = text.find(closing, 1)
    if inner_end != end and text[0] not in text[inner_end:end]:
        return False
    goes_on = _NEW_SENTENCE.search(after) is not None
    return not rest or (
        not goes_on and len(rest) <= MAX_TAG_WORDS and not vocabulary().speech_verbs.isdisjoint(rest[:4])
    )


def is_question_to_somebody(text: str) -> bool:
    """Return whether a line asks somebody, as an interviewer does: `Hva tenkte du da?`."""
    return (
        text.endswith("?")
        and is_short(text, MAX_QUESTION_PUT)
        and not vocabulary().second_person.isdisjoint(small_words(text))
    )


def is_recap(text: str) -> bool:
    """Return whether a line heads what led up to the news: `Dette er saken:`."""
    return is_short(text, MAX_RECAP) and phrase(text.rstrip(" :")) in vocabulary().recaps


def announces(text: str) -> bool:
    """Return whether a line and its colon announce what stands below: `Slik gikk kampen:`, `Her er kravene:`."""
    if not text.endswith(":") or "\n" in text or not is_short(text, MAX_ANNOUNCED):
        return False
    words = small_words(text[:MAX_LABEL])
    return bool(words) and words[0] in vocabulary().announcing and vocabulary().speech_verbs.isdisjoint(words)


def opens_interview(text: str) -> bool:
    """Return whether a line says whom the questions below it are put to: `Fem spørsmål til Kari Moe, forsker`."""
    return is_short(text, MAX_INTERVIEW) and _QUESTIONS_TO.match(text) is not None


def is_retelling(text: str) -> bool:
    """Return whether a block begins by saying where the news comes from, as `Det skriver Reuters` does."""
    words = small_words(text[:MAX_LABEL])[:2]
    return len(words) > 1 and words[0] in vocabulary().retelling and words[1] in vocabulary().speech_verbs


def has_speech_tag(text: str) -> bool:
    """Return whether the words after a block's last comma say who speaks: `…, sa Putin`."""
    _, comma, tag = text.rpartition(",")
    return bool(comma) and not vocabulary().speech_verbs.isdisjoint(small_words(tag[:MAX_LABEL])[:2])
