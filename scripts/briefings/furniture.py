"""Page furniture told by its form: menus, mastheads, buttons, links to other articles, notices to the reader.

Every function is pure, takes a block's words without the space around them, and takes no longer than the block is long.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import cast

import yaml
from msgspec import Struct

from briefings.noise_words import (
    LONGEST_OPENING,
    MAX_TEXT,
    WORD,
    folded,
    is_short,
    label_of,
    small_words,
    vocabulary,
)

MAX_MENU_ENTRY = 3
"""Words of one entry of a menu between bars."""

MIN_MENU_ENTRIES = 3
"""Entries between bars, or known ones of a menu that others stand in too."""

MAX_MENU = 12
"""Words of a menu on one line without bars."""

MAX_BUTTON = 14
"""Words of a button or link that begins with an imperative."""

MAX_SHOWN = 6
"""Words of `Se alle målene fra kampen her`."""

MAX_TEASER = 20
"""Words of a link with a label before it."""

MAX_LABEL_WORDS = 4

MAX_NOTICE = 60
"""Words of a notice to the reader; three sentences."""

MIN_PRIVACY = 2
"""Phrases that make a notice on data."""

MAX_MASTHEAD = 4

_BAR = re.compile(r"\s?[|·•›»>]\s?")
_BAR_SIGN = re.compile(r"[|·•›»>]")
"""Looked for first: most lines have none."""
_STOPS = (".", "!", "?", ":", ";", "…", ",")
_PAIR = re.compile(r"(?=\b([A-ZÆØÅ]\w+ \w+)\b)")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:]\s|\s[–-]\s)\W{0,3}(?:så\s)?(\w+(?:\s\w+)?)", re.IGNORECASE)


class Forms(Struct, frozen=True):
    """The lists of `data/furniture.yml` by their keys, which are explained there."""

    imperatives: frozenset[str]
    signing_up: frozenset[str]
    buttons: frozenset[str]
    showing: frozenset[str]
    notice_verbs: frozenset[str]
    offers: frozenset[str]
    button_objects: frozenset[str]
    wide_pairs: frozenset[str]
    more: frozenset[str]
    more_of: frozenset[str]
    more_about: frozenset[str]
    about: frozenset[str]
    the: frozenset[str]
    after_more: frozenset[str]
    teaser_labels: frozenset[str]
    notices: frozenset[str]
    notice_stems: tuple[str, ...]
    house_rules: tuple[str, ...]
    ethics: tuple[str, ...]
    privacy: re.Pattern[str]
    house: frozenset[str]
    mastheads: tuple[str, ...]


@cache
def _forms() -> Forms:
    source = resources.files("briefings").joinpath("data/furniture.yml").read_bytes()
    data = cast("dict[str, list[str]]", yaml.load(source, Loader=yaml.CSafeLoader))
    pairs = cast("list[tuple[list[str], list[str]]]", data.pop("buttons"))
    buttons = frozenset(f"{first} {second}" for firsts, seconds in pairs for first in firsts for second in seconds)
    ordered = {key: tuple(data.pop(key)) for key in ("notice_stems", "house_rules", "ethics", "privacy", "mastheads")}
    return Forms(
        buttons=buttons,
        notice_stems=ordered["notice_stems"],
        house_rules=ordered["house_rules"],
        ethics=ordered["ethics"],
        privacy=_any_of(ordered["privacy"]),
        mastheads=ordered["mastheads"],
        **{key: frozenset(words) for key, words in data.items()},
    )


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(phrases, key=lambda said: (-len(said), said)))))


def is_menu_line(text: str) -> bool:
    """Return whether a line is a menu: entries between bars, or nothing but buttons and sections one after another."""
    if len(text) > MAX_TEXT or text.endswith(_STOPS):
        return False
    entries = [entry for entry in _BAR.split(text) if entry] if _BAR_SIGN.search(text) else []
    if len(entries) >= MIN_MENU_ENTRIES and all(is_short(entry, MAX_MENU_ENTRY) for entry in entries):
        return _BAR.match(text) is None
    if "," in text or not is_short(text, MAX_MENU):
        return False
    return _is_made_of_buttons(text) or _names_login(text)


def _names_login(text: str) -> bool:
    """Return whether `Logg inn` or `Min side`, with its capital, stands among other entries."""
    phrases = vocabulary().site
    return any(pair.casefold() in phrases for pair in _PAIR.findall(text))


def _is_made_of_buttons(text: str) -> bool:
    """Return whether words are phrases of furniture in a row, two or more, one of them no mere section's name.

    Where each has its capital, sections' names alone will do, and the menu may have some that no list knows.
    """
    words, known = WORD.findall(text), vocabulary()
    small = small_words(text)
    at, phrases, buttons, others = 0, 0, 0, 0
    written_as_entries = True
    while at < len(small):
        entry = words[at]
        for length in range(min(LONGEST_OPENING, len(small) - at), 0, -1):
            found = " ".join(small[at : at + length])
            if found in known.alone or found in known.above:
                at, phrases, buttons = at + length, phrases + 1, buttons + (found in known.alone)
                break
        else:
            at, others = at + 1, others + 1
        written_as_entries = written_as_entries and not entry[0].islower()
        if others and not written_as_entries:
            return False
    if not others and phrases > 1 and buttons:
        return True
    return written_as_entries and phrases >= MIN_MENU_ENTRIES and phrases > others


def is_imperative(word: str) -> bool:
    """Return whether a word in small letters asks the reader for something; some are forms of verbs of speech too."""
    return word in _forms().imperatives


def is_button(text: str) -> bool:
    """Return whether a line asks the reader to do something on the page: `Se mere om emnet`, `Rett feil i saken`."""
    if "\n" in text or text.endswith(".") or text[:1] in "–-—" or not is_short(text, MAX_BUTTON):
        return False
    forms, words = _forms(), small_words(text)
    pair = " ".join(words[:2])
    if words and words[0] in forms.showing and words[-1] == "her" and len(words) <= MAX_SHOWN:
        return True
    if pair not in forms.buttons:
        return False
    return pair not in forms.wide_pairs or not forms.button_objects.isdisjoint(words[2:])


def is_labelled_button(text: str) -> bool:
    """Return whether a label stands before words that ask the reader to go on: `SISTE NYTT: Følg krigen her`."""
    said = text.partition(":")[2].strip()
    words = small_words(said)
    asks = bool(words) and words[0] in _forms().imperatives and words[-1] == "her"
    return bool(label_of(text)) and is_short(said, MAX_BUTTON) and (asks or is_button(said))


def is_offer(text: str) -> bool:
    """Return whether a question to the reader precedes what to do: `Vil du have flere nyheder? Tilmeld dig her`."""
    question, sign, answer = text.partition("?")
    forms, words = _forms(), small_words(answer)
    if not sign or "\n" in text or not is_short(text, MAX_TEASER) or not asks_reader(question):
        return False
    return bool(words) and words[0] in forms.imperatives and (words[-1] == "her" or is_button(answer.strip()))


def asks_reader(question: str) -> bool:
    """Return whether words begin as an offer to the reader does: `Vil du …`, `Ønsker du …`."""
    return " ".join(small_words(question)[:2]) in _forms().offers


def asks_to_act(text: str) -> bool:
    """Return whether a line begins with an imperative to the reader: `Meld deg på`, `Tilmeld`."""
    words = small_words(text)
    return bool(words) and words[0] in _forms().imperatives


def is_more(text: str) -> bool:
    """Return whether a line heads or is a link to more of the same: `Flere saker fra Oslo`, `Mer om Brann`."""
    if "\n" in text or text.endswith((".", "!", "?")) or not is_short(text, MAX_BUTTON):
        return False
    forms, words = _forms(), small_words(text)
    if words and words[0] in forms.the:
        words = words[1:]
    if len(words) < 2:  # noqa: PLR2004 - a pair
        return False
    if words[0] in forms.more_about and words[1] in forms.about:
        return True
    if words[0] not in forms.more or words[1] not in forms.more_of:
        return False
    return len(words) == 2 or words[2] in forms.after_more  # noqa: PLR2004 - what stands behind the pair


def is_labelled_teaser(text: str) -> bool:
    """Return whether a line leads to another article by its label: `Bakgrunn: Ti spørsmål om …`."""
    label = label_of(text)
    if not label or "\n" in text or text.endswith((".", ":")) or not is_short(text, MAX_TEASER):
        return False
    forms, words = _forms(), small_words(label)
    is_asking = bool(words) and words[0] in forms.imperatives and len(words) <= MAX_LABEL_WORDS
    return label in forms.teaser_labels or is_asking or is_labelled_button(text)


def is_bare_label(text: str) -> bool:
    """Return whether a block is nothing but the label of a link: `Bakgrunn:`."""
    return text.endswith(":") and len(text) <= MAX_TEXT and label_of(text) in _forms().teaser_labels


def is_notice(text: str) -> bool:
    """Return whether a block tells the reader what to do or whom to write to, or by which rules the paper works."""
    if len(text) > 2 * MAX_TEXT or text[:1] in "–-—«»“”\"'" or not is_short(text, MAX_NOTICE):
        return False
    forms, words, lowered = _forms(), small_words(text), " ".join(folded(text).split())
    if any(map(lowered.__contains__, forms.ethics)) and any(map(lowered.__contains__, forms.house_rules)):
        return True
    if not forms.house.isdisjoint(words) and len(set(forms.privacy.findall(lowered))) >= MIN_PRIVACY:
        return True
    if not _speaks_of_notices(words, lowered):
        return _ends_in_button(text)
    starts = {" ".join(match[1].casefold().split()) for match in _SENTENCE_STARTS.finditer(text)}
    return not (starts.isdisjoint(forms.buttons) and starts.isdisjoint(forms.notice_verbs)) or any(
        start.split()[0] in forms.notice_verbs for start in starts
    )


_HERE = frozenset({"her", "nå", "no", "nu"})


def _ends_in_button(text: str) -> bool:
    """Return whether a short block's last sentence is a button: `Få nyhetene hver morgen. Meld deg på her.`."""
    before, _, last = text.rstrip(" .!").rpartition(". ")
    if not before or not is_short(text, MAX_TEASER):
        return False
    words = small_words(last)
    signs_up = bool(words) and words[0] in _forms().signing_up and words[-1] in _HERE
    return signs_up and len(words) <= MAX_LABEL_WORDS


def _speaks_of_notices(words: Sequence[str], lowered: str) -> bool:
    """Return whether one of a block's words is of a notice, begins like one or is a compound of one."""
    forms, stems = _forms(), _forms().notice_stems
    if not forms.notices.isdisjoint(words):
        return True
    if any(map(lowered.__contains__, stems)) and any(word.startswith(stems) for word in words):
        return True
    return "-" in lowered and not forms.notices.isdisjoint(word.rpartition("-")[2] for word in words)


def is_masthead(text: str) -> bool:
    """Return whether a line is a paper's name: few words, all with a capital, the first or last of a paper's."""
    words = text.split()
    if not 1 <= len(words) <= MAX_MASTHEAD or not all(word[0].isupper() for word in words):
        return False
    return any(word.casefold().endswith(_forms().mastheads) for word in (words[0], words[-1]))
