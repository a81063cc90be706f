"""What states and cities are called in the languages readers ask in: `Hviderusland` is `Belarus`.

From CLDR through Babel: the names of states, and of the cities that name a time zone, which are the larger capitals and
some more; names CLDR lacks are the variants in the extraction's own table of states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import yaml
from babel import Locale

from briefings.site.spellings import fold

LANGUAGES = ("en", "nb", "nn", "da", "sv", "de")
LONGEST = 5
"""Words of a name."""
SHORTEST_LETTERS = 4
"""Letters of a name: `Man` and `Oman`'s neighbours in shortness are words more often than places."""

_NAME = re.compile(r"[^\W\d_]+")
_NOTE = re.compile(r"\s*\(.*\)|\s+SAR\b.*|^SAR\s+")
Names = tuple[str, ...]


def other_names(text: str) -> list[str]:
    """Return all names of the states and cities that a text names, in the order it names them, each once."""
    written = _NAME.findall(text)
    known, beginnings = _by_words(), _beginnings()
    found: dict[str, None] = {}
    for at, word in enumerate(written):
        if not word[0].isupper() or fold(word) not in beginnings:
            continue
        for length in range(min(LONGEST, len(written) - at), 0, -1):
            words = tuple(fold(one) for one in written[at : at + length])
            names = known.get(words) or known.get((*words[:-1], words[-1].removesuffix("s")))
            if names:
                found.update(dict.fromkeys(names))
                break
    return list(found)


@cache
def _by_words() -> Mapping[tuple[str, ...], Names]:
    found: dict[tuple[str, ...], Names] = {}
    for names in (*_states(), *_cities()):
        for name in names:
            words = tuple(_NAME.findall(fold(name)))
            if sum(map(len, words)) >= SHORTEST_LETTERS:
                found.setdefault(words, names)
    return found


@cache
def _beginnings() -> frozenset[str]:
    """Return the words that a name begins with, those of one word in the genitive too."""
    names = list(_by_words())
    return frozenset(words[0] for words in names) | frozenset(f"{words[0]}s" for words in names if len(words) == 1)


def _states() -> Iterator[Names]:
    variants = _table("extract/data/territories.yml")
    for iso, row in sorted(_table("data/states.yml").items()):
        cldr = (_territory(language, str(row["alpha_2"] or "")) for language in LANGUAGES)
        more = variants.get(iso, {}).get("variants", ())
        yield tuple(dict.fromkeys(name for name in (*cldr, *more) if name))


def _territory(language: str, alpha_2: str) -> str:
    return _NOTE.sub("", str(Locale.parse(language).territories.get(alpha_2, "")))


def _cities() -> Iterator[Names]:
    zones = {language: Locale.parse(language).time_zones for language in LANGUAGES}
    for zone in sorted(set().union(*zones.values())):
        area, _, last = zone.rpartition("/")
        english = last.replace("_", " ")
        named = [str(each[zone]["city"]) for each in zones.values() if "city" in each.get(zone, ())]
        names = tuple(dict.fromkeys((english, *named)))
        if area and area != "Etc" and len(names) > 1:
            yield names


@cache
def _table(path: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    source = files("briefings").joinpath(*path.split("/"))
    return dict(yaml.safe_load(source.read_text("utf-8")))
