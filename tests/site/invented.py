"""A site of a hundred pages that never were: the repository's own, and the briefings of `corpus/pages.txt`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from visiting import ROOT

CORPUS = Path(__file__).parent / "corpus"
STATES = {
    "norway": ("NO", "NOR"),
    "denmark": ("DK", "DNK"),
    "germany": ("DE", "DEU"),
    "france": ("FR", "FRA"),
    "belarus": ("BY", "BLR"),
    "czechia": ("CZ", "CZE"),
    "netherlands": ("NL", "NLD"),
    "greece": ("GR", "GRC"),
    "croatia": ("HR", "HRV"),
    "ivory-coast": ("CI", "CIV"),
    "new-zealand": ("NZ", "NZL"),
}
PEOPLE = {"sergei-lavrov": "Sergej Lavrov", "oleksandr-syrskyj": "Oleksandr Syrskyj", "wang-yi": "Wang Yi"}
ROUND_UPS = 40
"""Briefings that bring a sentence each of two others, so that a word stands on more pages than the one it is about."""


def lines(name: str) -> Iterator[list[str]]:
    """Yield the fields of each line of a table."""
    for line in (CORPUS / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]


def write_site(folder: Path) -> None:
    """Write the project of the site into a folder."""
    for part in ("docs", "seeds"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    briefings, actors = folder / "docs" / "briefings", folder / "docs" / "actors"
    for name, (code, country) in STATES.items():
        called = {lang: str(Locale.parse(lang).territories[code]) for lang in ("da", "en", "nb", "nn")}
        front = {"name": called["nb"], "type": "state", "names": called, "country": country}
        (actors / f"{name}.md").write_text(_page(front, ""), "utf-8")
    for name, person in PEOPLE.items():
        (actors / f"{name}.md").write_text(_page({"name": person, "type": "person"}, ""), "utf-8")
    told = list(lines("pages.txt"))
    for number, (lang, actor, title, summary, point) in enumerate(told):
        front = {"title": title, "date": f"2024-{number % 12 + 1:02}", "lang": lang, "summary": summary}
        text = _page({**front, "actors": [actor]}, f"## Key points\n- {point}\n")
        (briefings / f"told-{number}.md").write_text(text, "utf-8")
    for number in range(ROUND_UPS):
        two = told[number * 7 % len(told)], told[(number * 11 + 5) % len(told)]
        points = "".join(f"- {point}\n" for *_, point in two)
        front = {"title": f"Nytt fra hele verden {number}", "date": "2023", "lang": "nb", "summary": "Kort fortalt."}
        (briefings / f"news-{number}.md").write_text(_page(front, f"## Key points\n{points}"), "utf-8")


def _page(front: dict[str, object], body: str) -> str:
    return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n{body}"


def queries() -> list[tuple[str, list[str]]]:
    """Return what readers type, and the beginnings of the titles that must be found."""
    return [(typed, [title.strip() for title in wanted.split(";")]) for typed, wanted in lines("queries.txt")]


def unanswered() -> list[str]:
    """Return what must find nothing."""
    return [typed for (typed,) in lines("nothing.txt")]
