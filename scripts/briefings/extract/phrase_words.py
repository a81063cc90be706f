"""What a word of a noun phrase is to it: adjective or noun, owner or owned, or the beginning of another phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefings.extract.sentence_words import Word
from briefings.extract.speech import speech

_CLOCK = re.compile(r"\d+[.:]\d+")
BELONGS = frozenset({"ved", "i", "fra", "frå", "hos", "på"})
"""Prepositions before the body or place that somebody belongs to."""


def is_head(low: str) -> bool:
    """Tell a noun, in lower case, for those who speak or for papers that do: `talsmann`, `rapporten`."""
    return speech().names_speaker(low) or speech().names_paper(low)


def is_aged(words: Sequence[Word], position: int) -> bool:
    """Tell an age or a duty that only describes: `den 33-årige lærer`, `vakthavende meteorolog`."""
    low = words[position].low
    if position + 1 >= len(words) or not is_common(words, position + 1):
        return False
    return low.endswith("årige") or (
        low.endswith(("ende", "ande", *_ACCUSED)) and speech().names_speaker(words[position + 1].low)
    )


_ACCUSED = ("tiltalte", "siktede", "sigtede", "mistenkte", "mistænkte", "dømte", "savnede")


def begins_another(words: Sequence[Word], position: int) -> bool:
    """Tell whether another phrase begins after a noun: `En påstand | nordkoreanske myndigheter har kalt …`."""
    return words[position + 1].low.endswith("ske") and not words[position].low.endswith(
        ("e", "t", "n", *_DEFINITE_GENITIVE)
    )


_DEFINITE_GENITIVE = ("ens", "ets", "nes")


def is_common(words: Sequence[Word], position: int) -> bool:
    """Tell whether a word can be an adjective or noun: no verb known here, no small word, no mark."""
    vocabulary = speech()
    low = words[position].low
    if low in vocabulary.before_titles:
        return True
    if (
        not low[0].isalnum()
        or _CLOCK.match(low)
        or low in vocabulary.breaks
        or low in vocabulary.helpers
        or (low in vocabulary.times and not (words[position].capital and position > 0))
    ):
        return False
    if words[position].capital and position > 0:
        return True
    if is_title(words, position):
        return True
    return not (low in vocabulary.finite or low in vocabulary.adverbs or low in vocabulary.determiners)


def is_title(words: Sequence[Word], position: int) -> bool:
    """Tell `Anklager Rikke Vang …` from a verb: none opens a sentence with a name right behind it."""
    following = words[position + 1] if position + 1 < len(words) else None
    return position == 0 and following is not None and (following.capital or following.entity is not None)


def is_bare_plural(words: Sequence[Word], first: int) -> bool:
    """Tell a plural pronoun from a determiner: `dei seier`, not `dei tilsette seier`."""
    if words[first].low not in speech().plural_pronouns:
        return False
    return not goes_on(words, first + 1)


def goes_on(words: Sequence[Word], position: int) -> bool:
    """Tell whether a phrase can go on with a word: a name, an adjective or a noun."""
    return position < len(words) and (words[position].entity is not None or is_common(words, position))


def after_genitive(words: Sequence[Word], position: int) -> int | None:
    """Return where the thing owned begins: after `Sør-Koreas`, after `Nord-Korea sin`."""
    word = words[position]
    end = word.name_end
    if end < len(words) and words[end].low in speech().possessives:
        # `Nord-Korea sin leiar` owns; in `uttrykte leiaren si støtte` it is the leader who acts.
        end += 1
        if not (end < len(words) and (words[end].entity is not None or speech().names_speaker(words[end].low))):
            return None
    elif _is_body_of(words, end):
        end += 1
    elif not word.genitive:
        return None
    unknown = end < len(words) and words[end].capital and words[end].entity is None
    return end if goes_on(words, end) and not (unknown and not is_compound_head(words[end])) else None


def is_compound_head(word: Word) -> bool:
    """Tell a title with what it belongs to before a hyphen: `FN-ambassadør`."""
    return "-" in word.low and word.entity is None and speech().names_speaker(word.low.rpartition("-")[2])


def _is_body_of(words: Sequence[Word], position: int) -> bool:
    """Tell `kommunes` in `Bærum kommunes tekniske sjef`: the body of a place, which owns what follows."""
    if position >= len(words) or words[position].capital or words[position].entity is not None:
        return False
    low = words[position].low
    return low.endswith("s") and low not in speech().finite and speech().names_body(low)


def over_modifier(words: Sequence[Word], position: int, limit: int) -> int | None:
    """Return where a phrase goes on behind `frukt- og`, or a body called after a place: `Bærum kommunes`."""
    if words[position].low.endswith("-"):
        return position + (2 if position + 1 < limit and words[position + 1].low == "og" else 1)
    if position == 0 or not words[position].capital:
        return None
    low = words[position].low
    end = position + 1
    if not ("-" in low and low.endswith("s") and speech().names_body(low)):
        if not _is_body_of(words, end):
            return None
        end += 1
    return end if goes_on(words, end) and not words[end].capital else None


def modifies(words: Sequence[Word], position: int) -> bool:
    """Tell whether a noun for a speaker only modifies the next: `politiets talsmann`, `regjeringens forslag`."""
    if not words[position].low.endswith("s") or position + 1 >= len(words):
        return False
    following = words[position + 1]
    return not following.capital and following.entity is None and is_common(words, position + 1)


def is_adjective_of_noun(words: Sequence[Word], position: int) -> bool:
    """Tell an adjective in capitals, or an unknown name in the genitive, from the name of a speaker."""
    if position + 1 >= len(words) or words[position + 1].capital or not words[position].low.endswith(("e", "s")):
        return False
    return speech().names_speaker(words[position + 1].low)
