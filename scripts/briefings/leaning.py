"""Whether a sentence can be read without the one before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from msgspec import Struct

from briefings.extract.speech import speech

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

THEN = frozenset({"da", "då"})
"""Before a verb, `at that time`; before a subject it opens a clause that needs nothing: `Da folk våknet …`."""
BOTH = 2
"""Names that `begge` needs before it."""


class _Leaning(Struct, frozen=True):
    """The words of `data/summary.yml`."""

    openers: frozenset[str]
    phrases: tuple[str, ...]
    silence: tuple[str, ...]
    persons: frozenset[str]
    plurals: frozenset[str]
    demonstratives: frozenset[str]
    neutrals: frozenset[str]
    verbs: frozenset[str]


@cache
def _leaning() -> _Leaning:
    source = files("briefings").joinpath("data/summary.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(source, Loader=yaml.CSafeLoader)
    return _Leaning(
        openers=frozenset(data["leaning"]),
        silence=tuple(data["silence"]),
        phrases=tuple(phrase + " " for phrase in data["leaning_phrases"]),
        **{name: frozenset(data[name]) for name in ("persons", "plurals", "demonstratives", "neutrals", "verbs")},
    )


def only_gives_source(text: str) -> bool:
    """Tell whether a sentence only names the source of another, like `Det melder AFP`."""
    first, second, *rest = [word.lower() for word in WORD.findall(text)[:8]] + ["", ""]
    return first in {"det", "dette"} and second in speech().finite and "at" not in rest


def tells_of_silence(text: str) -> bool:
    """Tell whether a sentence only says that somebody says nothing: `vil ikke kommentere saken`."""
    lowered = " ".join(text.lower().split())
    return any(phrase in lowered for phrase in _leaning().silence)


def stands_alone(text: str, people: Sequence[int] = ()) -> bool:
    """Tell whether a sentence can be read without the one before it.

    `people` are the offsets in `text` at which somebody a pronoun can mean is named.
    """
    leaning = _leaning()
    lowered = " ".join(text.lower().split()) + " "
    words = [(match.start(), match.group().lower()) for match in WORD.finditer(text)]
    if not words or lowered.startswith(leaning.phrases):
        return False
    opening = words[0][1]
    if opening in leaning.openers or any(word in leaning.demonstratives for _, word in words):
        return False
    second = words[1][1] if len(words) > 1 else ""
    if (
        opening in leaning.neutrals
        and (second in leaning.verbs or second in speech().finite)
        and not _is_expletive(words)
    ):
        return False
    if opening in THEN and (second in leaning.verbs or second in speech().finite):
        return False
    if any(word == "begge" and sum(named < start for named in people) < BOTH for start, word in words):
        return False
    first_named = min(people, default=len(text))
    for number, (start, word) in enumerate(words):
        if start > first_named:
            break
        following = words[number + 1][1] if number + 1 < len(words) else ""
        after = text[start + len(word) : start + len(word) + 1]
        if word in leaning.persons or (
            word in leaning.plurals and (after != " " or following in leaning.verbs or following in {"ha", "sin", "si"})
        ):
            return False
    return True


def _is_expletive(words: Sequence[tuple[int, str]]) -> bool:
    """Tell `Det er ventet at …`, where `det` means nothing, from `Det er feil`."""
    rest = [word for _, word in words[1:]]
    return words[0][1] == "det" and (
        "at" in rest[:5] or ("som" in rest and rest[0] in {"er", "var", "ble", "blei", "vart", "blev"})
    )
