"""Whether `i dag`, `nå` or `i år` only tells how things stand: `I dag bor hun der`, `har i dag 300 ansatte`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefings.extract.date_clauses import BESIDE_HAS, SHORTEST_VERB, clause_of, tells_when
from briefings.extract.date_words import vocabulary
from briefings.findings import DateMention, Sentence

DIRECT = re.compile(r"^[–—\-«»\"”“]\s?|[.:] [–—] ")
"""Speech in a sentence: it opens with its mark, or a mark opens it behind a colon or full stop."""
COUNTED_ON = 10
"""Words before `i år` among which one may say that it is the greatest, or the third."""


def is_state_of_now(text: str, date: DateMention, sentence: Sentence) -> bool:
    """Tell whether a sentence says how things are on the article's own day, or in its year, and nothing happened."""
    known = vocabulary().sets
    before, after = clause_of(text, date, sentence)
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
    if any(tells_when(word) for word in words[:modal]) or any(word in known["future_words"] for word in words[modal:]):
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
    if any(word.endswith(PARTICIPLES) and word not in known["no_participles"] and word.isalpha() for word in near):
        return False
    return not any(word.endswith(OCCASIONS) or word in known["future_words"] for word in words)


def _has_not(words: Sequence[str]) -> bool:
    """Tell `har ikke tenkt på annet i dag`."""
    at = words.index("har") + 1
    return not vocabulary().sets["not"].isdisjoint(words[at : at + BESIDE_HAS])


def _is_own_plan(text: str, date: DateMention, sentence: Sentence, words: Sequence[str]) -> bool:
    """Tell whether somebody says what he himself will do tonight: `– I kveld skal vi feire`."""
    known = vocabulary().sets
    has_plan = "skal" in words and not known["first_person"].isdisjoint(words)
    return has_plan and DIRECT.search(text[sentence.start : date.start + 1]) is not None


RELATIVE = (["som"], ["der"])
"""Before `i dag er ordførar`, which tells who somebody is by now."""
EVENINGS = ("kveld", "aften", "natt", "nat")


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
