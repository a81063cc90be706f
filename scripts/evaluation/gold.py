"""The annotated articles, and what the build said of each."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

Json = Mapping[str, Any]
FIVE, INVENTED, ALL = "five", "invented", "all"
"""The real articles; those invented first; further sets, so that adding to the annotations lowers no floor; all."""
SETS = {
    "1": INVENTED,
    "2": "later",
    "3": "latest",
    "4": "last",
    "5": "varied",
    "6": "newest",
    "7": "wider",
    "8": "linked",
    "9": "mixed",
}
"""Group of an invented article by the first figure of its name."""


class Case(Struct, frozen=True):
    """One article: its text, what the reference says and what the build said of it."""

    stem: str
    group: str
    text: str
    """Decoded, NFC, LF, without BOM: what the build's offsets index."""
    gold: Json
    offer: Json
    """One object of `briefings explain --format json`; empty where the build said nothing of this article."""


def read_text(path: Path) -> str:
    """Return an article as the build's offsets count it: decoded, NFC, LF, without BOM."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def read_gold(gold: Path, seeds: Path) -> dict[str, tuple[str, str, Json]]:
    """Return stem → (group, text, annotations) of every annotated article."""
    cases = {}
    for path in sorted(gold.glob("*.yml")):
        invented = gold / "articles" / f"{path.stem}.txt"
        found = SETS.get(path.stem[0], INVENTED)
        group, text = (found, invented) if invented.exists() else (FIVE, seeds / f"{path.stem}.txt")
        cases[path.stem] = (group, read_text(text), yaml.safe_load(path.read_text(encoding="utf-8")))
    return cases


def cases_of(gold: Mapping[str, tuple[str, str, Json]], lines: Iterable[str]) -> list[Case]:
    """Set the build's JSON lines beside the annotations.

    A group of which nothing was given is left out; an article missing from a group that was given counts as
    an extraction that found nothing. Seeds without an annotation are passed over.
    """
    offers: dict[str, Json] = {}
    for line in filter(str.strip, lines):
        offer = json.loads(line)
        offers[str(offer["seed"]).removesuffix(".txt")] = offer
    groups = {gold[stem][0] for stem in offers if stem in gold}
    return [
        Case(stem, group, text, annotations, offers.get(stem, {}))
        for stem, (group, text, annotations) in gold.items()
        if group in groups
    ]
