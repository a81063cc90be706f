"""The other ways a reader may type a name: folded letters, hyphens and spaces, transliterations.

What is made here goes into the search index and is never shown. It may therefore be generous where `names.py`, which
decides who is who, must not: a spelling that nobody types costs a few bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, pairwise, product

from briefings.names import LONGEST_NAME

FOLDS = {
    "æ": "ae",
    "ø": "o",
    "œ": "oe",
    "ß": "ss",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "š": "sh",
    "ž": "zh",
    "č": "ch",
}
"""Letters that Unicode does not take apart, and three that it does but that stand for two in names (Šojgu, Shojgu).

The search box folds what is typed with the same table, which the page hands to `search.js`: both sides always agree.
"""
DIGRAPHS = {"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "ü": "ue"}
"""How the letters are written where a keyboard or a passport lacks them: Tromsoe, Aalesund."""
MOST_VARIANTS = 36
"""Transliterations kept for one word: Sjojgu has 8, Khrusjtsjov 31. More only makes pages heavier."""
LONGEST_JOINED = 3
"""Words of a name up to which neighbours are also written together: `Nord Korea` → `nordkorea`."""

_FOLDS = str.maketrans(FOLDS)
_FIRST_MARK = "\u0300"
"""The first character of Unicode that is put onto others."""
_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_WORD = re.compile(r"[^\W_]+")
_UNIT = re.compile(
    r"""shch|stsj|schtsch|sjtsj
    |tsch|tsj|tch
    |(?<![aeiouyc])ch
    |sch|sh|sj
    |zh|zj
    |kh
    |ks|x
    |(?:ij|iy|yi|yj|yy|ii|(?<=sk)i|(?<=[gkmnrt])y)$
    |(?<=[bdfghklmnprstvz])[jiy]e(?=[dlnrv])|^[jy]e
    |(?<=[aeou])[jiy]|[jy](?=[aeou])
    |(?<=[dt])e?r$
    |off$|ow$|ov$|ev$
    |aa|oe
    |.""",
    re.VERBOSE,
)
_SAME: tuple[tuple[str, ...], ...] = (
    ("shch", "stsj", "schtsch", "sjtsj"),
    ("tsj", "ch", "tsch", "tch"),
    ("sj", "sh", "sch"),
    ("zh", "zj"),
    ("kh", "h"),
    ("ks", "x"),
    ("aa", "a"),
    ("oe", "o"),
)
"""Letters that the transliteration tables of Norwegian, Danish, German and English write for one sound."""
_ALTERNATIVES = {unit: group for group in _SAME for unit in group if len(unit) > 1 or unit == "x"}
_HISSING = frozenset(unit for group in _SAME[:4] for unit in group)
"""After these sounds the ending -ov of one table is the -ev of another: Khrusjtsjov, Khrushchev."""
_ENDINGS = ("ov", "off", "ow")
_ADJECTIVE_END = ("y", "ij", "yj", "yy", "i", "iy", "yi")
_SOFT_E = ("je", "e", "ie", "ye")
_GLIDES = ("j", "i", "y")


def fold(text: str) -> str:
    """Return a text in lower case with æøåß … as the letters of an English keyboard: `Tromsø` → `tromso`."""
    if text.isascii():  # most words: there are thousands on each page
        return text.lower()
    composed = unicodedata.normalize("NFC", text.casefold())
    plain = unicodedata.normalize("NFD", composed.translate(_FOLDS))
    return "".join(char for char in plain if char < _FIRST_MARK or unicodedata.category(char)[0] != "M")


def spellings(names: Iterable[str]) -> list[str]:
    """Return all words under which names may be looked for, folded; sorted, each once."""
    return sorted({word for name in names for word in _name_words(name[:LONGEST_NAME])})


@lru_cache(maxsize=16384)
def _name_words(name: str) -> tuple[str, ...]:
    words: set[str] = set()
    joined: set[str] = set()
    for written in dict.fromkeys((fold(name), fold(_with_digraphs(name)))):
        tokens = [_WORD.findall(token) for token in _TOKEN.findall(written)]
        words.update(part for token in tokens for part in token)
        joined.update("".join(token) for token in tokens)
        if len(tokens) <= LONGEST_JOINED:
            joined.update("".join(one + other) for one, other in pairwise(tokens))
    return tuple(sorted(joined | words.union(*(transliterations(word) for word in words))))


@lru_cache(maxsize=16384)
def transliterations(word: str) -> tuple[str, ...]:
    """Return other spellings of a folded word in the tables of other languages: `sjojgu` → `shoigu`."""
    units = [unit[0] for unit in _UNIT.finditer(word)]
    choices = [_alternatives(unit, at, units) for at, unit in enumerate(units)]
    made = ("".join(parts) for parts in product(*choices))
    return tuple(sorted(set(islice(made, 1, 1 + MOST_VARIANTS))))


def _alternatives(unit: str, at: int, units: list[str]) -> tuple[str, ...]:
    """Return what may stand for a unit, the unit itself first."""
    last = at == len(units) - 1
    if last and unit in _ENDINGS:
        hissing = at > 0 and units[at - 1] in _HISSING
        others: tuple[str, ...] = (*_ENDINGS, "ev") if hissing else _ENDINGS
    elif last and unit == "ev":
        others = ("ov",) if at and units[at - 1] in _HISSING else ()
    elif last and unit in {"ij", "iy", "yi", "yj", "yy", "ii"}:
        others = _ADJECTIVE_END
    elif last and unit in {"er", "r"}:
        others = ("er", "r") if at and units[at - 1][-1:] in {"d", "t"} else ()
    elif last and unit in {"y", "i"} and at and units[at - 1][-1] in "gkmnrt":
        others = _ADJECTIVE_END
    elif unit in _SOFT_E[:1] + _SOFT_E[2:]:
        others = _SOFT_E
    elif unit == "z" and not at and len(units) > 1 and units[-1] in _ADJECTIVE_END:
        others = ("s",)
    elif unit == "s" and not at and len(units) > 1 and units[-1] in _ADJECTIVE_END:
        others = ("z",)
    elif unit in _GLIDES:
        beside = (units[at - 1][-1:] if at else "") + (units[at + 1][:1] if not last else "")
        others = _GLIDES if re.search("[aeou]", beside) and at else ()
    else:
        others = _ALTERNATIVES.get(unit, ())
    return (unit, *(other for other in others if other != unit))


def _with_digraphs(name: str) -> str:
    return "".join(_digraphs(unicodedata.normalize("NFC", name.casefold())))


def _digraphs(text: str) -> Iterator[str]:
    for char in text:
        yield DIGRAPHS.get(char, char)
