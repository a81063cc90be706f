"""Scores of the article as a whole: language, date, and what each paragraph is."""

from __future__ import annotations

from evaluation.gold import Case
from evaluation.spans import locate, paragraph_at
from evaluation.tally import Tallies, Tally

KINDS = {
    "headline": {"headline"},
    "noise": {"boilerplate", "credit"},
    "captions": {"caption"},
    "subheadings": {"subheading"},
    "correction": {"correction"},
}
"""Key of the annotations → the paragraph kinds of the build that answer it."""


def score_head(case: Case) -> Tallies:
    """Score language, publication date and how it is known."""
    language, value, basis = Tally(), Tally(), Tally()
    date = case.offer.get("date") or {}
    ours, theirs = case.gold["published"], (date.get("value"), str(date.get("basis") or "none").split()[0])
    language.judge(
        ok=case.gold["lang"] == case.offer.get("lang"), label=f"{case.offer.get('lang')}, {case.gold['lang']}"
    )
    value.judge(ok=bool(case.offer) and ours["value"] == theirs[0], label=f"{theirs[0]}, but {ours['value']}")
    basis.judge(ok=bool(case.offer) and ours["basis"] == theirs[1], label=f"{theirs[1]}, but {ours['basis']}")
    return {"language": language, "date": value, "date basis": basis}


def score_kinds(case: Case) -> Tallies:
    """Score which paragraphs are headline, noise, captions, sub-headings, correction, and which are not."""
    tallies: Tallies = {}
    used: set[int] = set()
    for key, kinds in KINDS.items():
        tally = tallies[key] = Tally()
        value = case.gold.get(key) or []
        ours: set[int | None] = set()
        for beginning in [value] if isinstance(value, str) else value:
            offset = locate(case.text, beginning, used)
            number = None if offset is None else paragraph_at(case.offer, offset)
            ours.add(number)
            ok = any(p["n"] == number and p["kind"] in kinds for p in case.offer.get("paragraphs") or ())
            tally.expect(ok=ok, label=beginning)
        for paragraph in case.offer.get("paragraphs") or ():
            if paragraph["kind"] in kinds:
                words = case.text[paragraph["start"] : paragraph["end"]][:60]
                tally.offer(ok=paragraph["n"] in ours, label=words)
    return tallies


def headings(case: Case) -> set[int | None]:
    """Return the numbers of the build's paragraphs that the reference has as headline and sub-headings."""
    used: set[int] = set()
    beginnings = [case.gold.get("headline") or "", *(case.gold.get("subheadings") or ())]
    offsets = [locate(case.text, beginning, used) for beginning in beginnings if beginning]
    return {paragraph_at(case.offer, offset) for offset in offsets if offset is not None} - {None}
