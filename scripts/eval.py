#!/usr/bin/env python3
"""Score what the build extracts against what a careful editor would find.

    briefings explain --format json --seeds DIR | python scripts/eval.py [--misses] [--json] [--floors FILE.yml]

The reference annotations are `tests/gold/*.yml`; its README says what their keys mean. Each field is scored by itself:
what hangs on an actor (type, salience, roles, spellings) is asked only of the actors that were found, so that one fault
lowers one figure. Figures are added up over articles before they are divided: an article weighs what it holds.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz

Json = Mapping[str, Any]

ROOT = Path(__file__).resolve().parents[1]
FIVE, INVENTED, ALL = "five", "invented", "all"
KINDS = {
    "headline": {"headline"},
    "noise": {"boilerplate", "credit"},
    "captions": {"caption"},
    "subheadings": {"subheading"},
    "correction": {"correction"},
}
"""Key of the annotations → the paragraph kinds of the build that answer it."""
FIELDS = (
    *("language", "date", "date basis", *KINDS),
    *("actors", "surfaces", "types", "salient", "roles", "resolved", "places", "events"),
    *("quotes", "quote speakers", "fragments", "fragment speakers", "attributions", "links"),
)
SAME_WORDS = 90.0
"""Likeness in percent from which two wordings are one: lets a lost comma or dash pass, not a lost word."""
SAME_ROLE = 85.0
ROLE_PART = 0.4
"""A role may be part of the annotated one (`forsvarsminister` of `Russlands forsvarsminister`) from this share of its
letters on; below it lie `leder` of `tidligere leder` and the like, which say something else."""
HEADER = re.compile(r"\s*date \d{4}(?:-\d\d){0,2}(?:[ \t]+|$)")
SENTENCE_END = re.compile(r"[.!?:]['\"»”)]*\s+(?=[–\-«“\"»'A-ZÆØÅÁÉÍÓÚÐÞ0-9])|\n")
SAYS_THAT = re.compile(
    r"(?:Det|Dette) (?:melder|skriv|skriver|seier|sier|siger|sa|sagde|oplyser|opplyser|opplyste|bekreftar|bekrefter"
    r"|bekræfter|stadfestar|stadfesta|fortel|forteller|fortæller|rapporterer|oppgir|oppgav|framgår|fremgår)\b"
)
ARTICLE = re.compile(r"^(?:den|det|de|dei|en|ein|ei|et|eit) ")
GENITIVE = re.compile(r"(?:['’]s|s['’]|['’]|s)$")


# --- counting -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Tally:
    """How one field went: what the reference holds and how much was found, what was offered and how much was right."""

    gold: int = 0
    found: int = 0
    offered: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)
    """`- ` what was not found, `+ ` what should not be there, `≠ ` what is there and wrong."""

    def expect(self, *, ok: bool, label: str) -> None:
        """Count one thing of the reference."""
        self.gold += 1
        self.found += ok
        if not ok:
            self.misses.append(f"- {label}")

    def offer(self, *, ok: bool, label: str) -> None:
        """Count one thing of the build."""
        self.offered += 1
        self.right += ok
        if not ok:
            self.misses.append(f"+ {label}")

    def judge(self, *, ok: bool, label: str) -> None:
        """Count one thing that both have, and that is right or wrong."""
        self.gold += 1
        self.offered += 1
        self.found += ok
        self.right += ok
        if not ok:
            self.misses.append(f"≠ {label}")

    def add(self, other: Tally) -> None:
        """Add the figures of another article."""
        self.gold += other.gold
        self.found += other.found
        self.offered += other.offered
        self.right += other.right

    @property
    def precision(self) -> float | None:
        """Share of what was offered that is right; None where nothing was offered."""
        return self.right / self.offered if self.offered else None

    @property
    def recall(self) -> float | None:
        """Share of the reference that was found; None where it holds nothing."""
        return self.found / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there is nothing to find and nothing was offered."""
        if not self.gold and not self.offered:
            return None
        both = (self.precision or 0.0) + (self.recall or 0.0)
        return 2 * (self.precision or 0.0) * (self.recall or 0.0) / both if both else 0.0


Tallies = dict[str, Tally]


@dataclass(frozen=True, slots=True)
class Case:
    """One article: its text, what the reference says and what the build said of it."""

    stem: str
    group: str
    text: str
    """Decoded, NFC, LF, without BOM: what the build's offsets index."""
    gold: Json
    offer: Json
    """One object of `briefings explain --format json`; empty where the build said nothing of this article."""


# --- likeness -------------------------------------------------------------------------------------------------------


def fold(words: str) -> str:
    """Return the words without case, outer punctuation and doubled space."""
    return " ".join(unicodedata.normalize("NFC", words).casefold().split()).strip(" .,:;!?«»“”\"'‘’–-")


def bare(name: str) -> str:
    """Return a name folded and without its genitive ending."""
    return GENITIVE.sub("", fold(name))


def same_place(gold: str, offer: str) -> bool:
    """Tell whether two names are one, apart from case and genitive."""
    return bare(gold) == bare(offer)


def same_quote(gold: str, offer: str) -> bool:
    """Tell whether a quote begins with the annotated words."""
    head = fold(gold)
    return fuzz.ratio(head, fold(offer)[: len(head)]) >= SAME_WORDS


def same_fragment(gold: str, offer: str) -> bool:
    """Tell whether two fragments are one from beginning to end."""
    return fuzz.ratio(fold(gold), fold(offer)) >= SAME_WORDS


def same_role(gold: str, offer: str) -> bool:
    """Tell whether a role says what the annotated one says, or more, or most of it."""
    ours, theirs = (ARTICLE.sub("", fold(role)) for role in (gold, offer))
    inside = f" {theirs} " in f" {ours} " and len(theirs) >= ROLE_PART * len(ours)
    return inside or f" {ours} " in f" {theirs} " or fuzz.ratio(ours, theirs) >= SAME_ROLE


def same_source(gold: str, offer: str) -> bool:
    """Tell whether two wordings of an unnamed source are one, or one is part of the other."""
    ours, theirs = (ARTICLE.sub("", fold(words)) for words in (gold, offer))
    inside = bool(theirs) and (f" {theirs} " in f" {ours} " or f" {ours} " in f" {theirs} ")
    return inside or fuzz.ratio(ours, theirs) >= SAME_ROLE


def best_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pair rows with columns one to one so that the sum of weights is highest (Hungarian method, O(n³)).

    Pairs of weight 0 are left out; equal sums fall to the earlier column.
    """
    rows, columns = len(weights), max(map(len, weights), default=0)
    if rows > columns:
        turned = [[weights[row][column] for row in range(rows)] for column in range(columns)]
        return sorted((row, column) for column, row in best_pairs(turned))
    u, v, taken, way = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], here = row, 0
        least, done = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while taken[here]:
            done[here] = True
            delta, there = float("inf"), 0
            for column in (c for c in range(1, columns + 1) if not done[c]):
                cost = -weights[taken[here] - 1][column - 1] - u[taken[here]] - v[column]
                if cost < least[column]:
                    least[column], way[column] = cost, here
                if least[column] < delta:
                    delta, there = least[column], column
            for column in range(columns + 1):
                if done[column]:
                    u[taken[column]] += delta
                    v[column] -= delta
                else:
                    least[column] -= delta
            here = there
        while here:
            taken[here], here = taken[way[here]], way[here]
    pairs = ((taken[column] - 1, column - 1) for column in range(1, columns + 1) if taken[column])
    return sorted((row, column) for row, column in pairs if weights[row][column] > 0)


def pair_up(gold: Sequence[str], offers: Sequence[str], same: Callable[[str, str], bool]) -> list[tuple[int, int]]:
    """Pair annotated words with offered ones, one to one, exact wordings before similar ones."""
    return best_pairs([[same(a, b) * (1.0 + (fold(a) == fold(b))) for b in offers] for a in gold])


def tally_pairs(gold: Sequence[str], offers: Sequence[str], pairs: Iterable[tuple[int, int]]) -> Tally:
    """Count what was paired and what was left over on either side."""
    tally, pairs = Tally(), list(pairs)
    for i, label in enumerate(gold):
        tally.expect(ok=i in {row for row, _ in pairs}, label=label)
    for j, label in enumerate(offers):
        tally.offer(ok=j in {column for _, column in pairs}, label=label)
    return tally


# --- where in the text ----------------------------------------------------------------------------------------------


def paragraph_starts(text: str) -> list[int]:
    """Return where each line's own words begin, after the header on the first."""
    header = HEADER.match(text)
    lines = [header.end()] if header else []
    lines += [match.start() for match in re.finditer(r"^(?=[^\n])", text, re.MULTILINE)]
    return [at + len(text[at:]) - len(text[at:].lstrip(" \t")) for at in lines]


def locate(text: str, beginning: str, used: set[int]) -> int | None:
    """Return the offset of the first unused paragraph that begins with these words, and mark it used."""
    for at in paragraph_starts(text):
        if at not in used and text.startswith(beginning, at):
            used.add(at)
            return at
    return None


def paragraph_at(offer: Json, offset: int) -> int | None:
    """Return the number of the build's paragraph that holds this offset."""
    for paragraph in offer.get("paragraphs") or ():
        if paragraph["start"] <= offset < paragraph["end"]:
            return int(paragraph["n"])
    return None


def occurrences(text: str, words: str) -> Iterator[int]:
    """Yield where these words stand as whole words, in any case."""
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE):
        yield match.start()


def sentence_span(text: str, beginning: str) -> tuple[int, int] | None:
    """Return the sentence that begins with, or holds, these words."""
    start = text.find(beginning)
    if start < 0:
        return None
    end = SENTENCE_END.search(text, start + len(beginning))
    return start, end.start() if end else len(text)


def claim_span(text: str, beginning: str) -> tuple[int, int] | None:
    """Return where the claim stands whose source the sentence with this beginning gives.

    `Det melder AFP` says whose the words before it are, a sentence that ends in a colon whose the words after it are:
    the paragraph before, or after, is then part of the span.
    """
    span = sentence_span(text, beginning)
    if span is None:
        return None
    start, end = span
    if SAYS_THAT.match(text, start):
        start = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
    if text[:end].endswith(":") or text.startswith(":", end):
        after = text.find("\n", len(text) - len(text[end:].lstrip(":\n ")))
        end = after if after >= 0 else len(text)
    return start, end


def statement_span(case: Case, statement: Json) -> tuple[int, int] | None:
    """Return where a statement's words stand: in the paragraph it names, else anywhere."""
    words = str(statement.get("text") or "")
    for paragraph in case.offer.get("paragraphs") or ():
        if paragraph["n"] == statement.get("at"):
            start = case.text.find(words, paragraph["start"], paragraph["end"])
            if start >= 0:
                return start, start + len(words)
    start = case.text.find(words)
    return (start, start + len(words)) if words and start >= 0 else None


# --- actors ---------------------------------------------------------------------------------------------------------


def mention_texts(actor: Json) -> list[str]:
    """Return every way in which the build says the text means this actor, once each."""
    mentions = [*(actor.get("mentions") or ()), *(actor.get("descriptions") or ())]
    return list(dict.fromkeys(str(m["text"] if isinstance(m, Mapping) else m) for m in mentions))


def meets(surface: str, text: str) -> bool:
    """Tell whether a mention is this surface, or the name inside a compound (`Nato` of `Nato-lande`)."""
    return surface == text or surface.startswith(text + "-")


def overlap(gold: Json, offer: Json) -> float:
    """Weigh how much an offered actor is the annotated one: surfaces in common, half for a name in a compound."""
    texts = mention_texts(offer)
    names = {bare(text) for text in texts}
    exact = sum(bare(surface) in names for surface in gold["surfaces"])
    inside = sum(any(meets(surface, text) for text in texts) for surface in gold["surfaces"])
    return exact + 0.5 * inside


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who: annotated actors, offered actors, and which is which."""

    gold: Sequence[Json]
    offers: Sequence[Json]
    pairs: Sequence[tuple[int, int]]

    def both(self) -> Iterator[tuple[Json, Json]]:
        """Yield each annotated actor that was found, with what was found."""
        for i, j in self.pairs:
            yield self.gold[i], self.offers[j]

    def named(self, words: str) -> Json | None:
        """Return the annotated actor with this name or, else, this description."""
        for actor in self.gold:
            if actor["name"] == words:
                return actor
        for actor in self.gold:
            if fold(words) in map(fold, actor.get("descriptions") or ()):
                return actor
        return None

    def is_speaker(self, gold: str | None, offer: str | None) -> bool:
        """Tell whether an offered speaker (an actor's id, or words) is the annotated one (a name, or words)."""
        if gold is None or offer is None:
            return gold is offer
        actor = self.named(gold)
        place = next((j for j, other in enumerate(self.offers) if other["id"] == offer), None)
        if place is None:
            known = [gold, *(actor[key] for key in ("name",) if actor)]
            known += [words for key in ("surfaces", "descriptions", "roles") for words in (actor or {}).get(key) or ()]
            return any(same_source(words, offer) for words in known)
        if actor is None:
            return False
        if place in {j for _, j in self.pairs}:
            return any(self.gold[i] is actor and j == place for i, j in self.pairs)
        return overlap(actor, self.offers[place]) > 0  # half of a split actor: that fault is counted under actors


def cast(gold: Json, offer: Json) -> Cast:
    """Pair annotated and offered actors one to one, so that splitting or merging two leaves one over."""
    ours, theirs = gold.get("actors") or [], offer.get("actors") or []
    return Cast(ours, theirs, best_pairs([[overlap(a, b) for b in theirs] for a in ours]))


def score_surfaces(case: Case, who: Cast) -> Tally:
    """Score the spellings of the actors found, to the letter."""
    tally = Tally()
    neutral = set(case.gold.get("metonyms") or ())
    neutral |= {words for actor in who.gold for words in actor.get("descriptions") or ()}
    free = {ARTICLE.sub("", fold(words)) for words in neutral}
    for actor, offer in who.both():
        texts = mention_texts(offer)
        for surface in actor["surfaces"]:
            tally.expect(ok=any(meets(surface, text) for text in texts), label=f"{surface} of {actor['name']}")
        for text in texts:
            if ARTICLE.sub("", fold(text)) not in free:
                ok = any(meets(surface, text) for surface in actor["surfaces"])
                tally.offer(ok=ok, label=f"{text} of {actor['name']}")
    return tally


def score_roles(who: Cast) -> Tally:
    """Score what the actors found are said to be: one right role an actor is enough."""
    tally = Tally()
    for actor, offer in who.both():
        roles = offer.get("roles") or [offer["role"]] if offer.get("role") or offer.get("roles") else []
        wanted = [*(actor.get("roles") or ()), *(actor.get("descriptions") or ())]
        ok = any(same_role(a, b) for a in wanted for b in roles)
        if actor.get("roles"):
            tally.expect(ok=ok, label=f"{actor['name']}: {' | '.join(actor['roles'])}")
        if roles:
            tally.offer(ok=ok, label=f"{actor['name']}: {' | '.join(roles)}")
    return tally


def score_resolved(case: Case, who: Cast) -> Tally:
    """Score descriptions and capitals that mean an actor without naming it; offers are judged under surfaces."""
    tally = Tally()
    metonyms = case.gold.get("metonyms") or {}
    for actor, offer in who.both():
        texts = {ARTICLE.sub("", fold(text)) for text in mention_texts(offer)}
        meant = [
            *(actor.get("descriptions") or ()),
            *(city for city, whose in metonyms.items() if whose == actor["name"]),
        ]
        for words in meant:
            ok = ARTICLE.sub("", fold(words)) in texts
            tally.expect(ok=ok, label=f"{words} is {actor['name']}")
            tally.offered += ok
            tally.right += ok
    return tally


def score_actors(case: Case, who: Cast) -> Tallies:
    """Score who was found, and what is said of those found."""
    types, salient = Tally(), Tally()
    for actor, offer in who.both():
        types.judge(ok=actor["type"] == offer.get("type"), label=f"{actor['name']}: {offer.get('type')}")
        if actor["salient"]:
            salient.expect(ok=bool(offer.get("salient")), label=actor["name"])
        if offer.get("salient"):
            salient.offer(ok=actor["salient"], label=actor["name"])
    labels = [f"{a['id']} ({', '.join(mention_texts(a))})" for a in who.offers]
    return {
        "actors": tally_pairs([a["name"] for a in who.gold], labels, who.pairs),
        "surfaces": score_surfaces(case, who),
        "types": types,
        "salient": salient,
        "roles": score_roles(who),
        "resolved": score_resolved(case, who),
    }


# --- the other fields -----------------------------------------------------------------------------------------------


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


def score_places(case: Case) -> Tally:
    """Score the places that are no states."""
    offers = [str(p["name"] if isinstance(p, Mapping) else p) for p in case.offer.get("places") or ()]
    gold = case.gold.get("places") or []
    return tally_pairs(gold, offers, pair_up(gold, offers, same_place))


def score_events(case: Case) -> Tally:
    """Score dated events: the same date, in a paragraph that holds the words giving it.

    An event told in several sentences stands once in the reference; each of them is right.
    """
    tally = Tally()
    gold, offers = case.gold.get("events") or [], case.offer.get("events") or []

    def same(event: Json, offer: Json) -> bool:
        if event["when"] != offer.get("date"):
            return False
        if event["said"] is None or offer.get("said") is None:
            return event["said"] is None or offer.get("at") in {
                paragraph_at(case.offer, offset) for offset in occurrences(case.text, event["said"])
            }
        ours, theirs = fold(event["said"]), fold(offer["said"])
        near = offer.get("at") in {paragraph_at(case.offer, o) for o in occurrences(case.text, event["said"])}
        return near or f" {theirs} " in f" {ours} " or f" {ours} " in f" {theirs} "

    for event in gold:
        tally.expect(ok=any(same(event, o) for o in offers), label=f"{event['when']} ({event['said']}) {event['what']}")
    for o in offers:
        tally.offer(ok=any(same(e, o) for e in gold), label=f"{o.get('date')} ({o.get('said')}) {o.get('text')}"[:100])
    return tally


def headings(case: Case) -> set[int | None]:
    """Return the numbers of the build's paragraphs that the reference has as headline and sub-headings."""
    used: set[int] = set()
    beginnings = [case.gold.get("headline") or "", *(case.gold.get("subheadings") or ())]
    offsets = [locate(case.text, beginning, used) for beginning in beginnings if beginning]
    return {paragraph_at(case.offer, offset) for offset in offsets if offset is not None} - {None}


def statements(case: Case, kind: str) -> list[Json]:
    """Return the build's statements of one kind."""
    return [statement for statement in case.offer.get("statements") or () if statement["kind"] == kind]


def score_speech(case: Case, who: Cast, key: str, same: Callable[[str, str], bool]) -> tuple[Tally, Tally]:
    """Score what was said, and for what was found, by whom; what a heading says ahead counts neither way."""
    ahead = headings(case)
    gold = case.gold.get(key) or []
    offers = [o for o in statements(case, key.removesuffix("s")) if o.get("at") not in ahead]
    words = [str(g["text"]) for g in gold], [str(o["text"]) for o in offers]
    pairs, speakers = pair_up(*words, same), Tally()
    for i, j in pairs:
        ours, theirs = gold[i]["speaker"], offers[j].get("speaker")
        label = f"{theirs}, but {ours}: {words[0][i]}"
        speakers.judge(ok=who.is_speaker(ours, theirs), label=label)
    return tally_pairs(*words, pairs), speakers


def score_attributions(case: Case, who: Cast) -> Tally:
    """Score who is given as the source of which sentence.

    Every source of a reported claim, and whoever passed on a quote, is held against the reference. The speaker of a
    quote or fragment may answer an annotated source but is not held against it: that is scored with the quote. Nor is
    a reported claim of whoever is annotated as the speaker of words quoted in it.
    """
    tally = Tally()
    offers: list[tuple[str, Json, bool]] = []
    for statement in case.offer.get("statements") or ():
        kind = statement["kind"]
        if statement.get("speaker"):
            offers.append((statement["speaker"], statement, kind == "reported"))
        offers += [(source, statement, kind != "fragment") for source in statement.get("via") or ()]
    gold = [(a["source"], claim_span(case.text, a["sentence"]), a) for a in case.gold.get("attributions") or ()]

    def same(ours: tuple[str, tuple[int, int] | None, Json], theirs: tuple[str, Json, bool]) -> bool:
        ours_at, theirs_at = ours[1], statement_span(case, theirs[1])
        if not ours_at or not theirs_at or ours_at[0] >= theirs_at[1] or theirs_at[0] >= ours_at[1]:
            return False
        return who.is_speaker(ours[0], theirs[0])

    spoken = [
        (quote["speaker"], (start, start + len(quote["text"])), quote)
        for quote in [*(case.gold.get("quotes") or ()), *(case.gold.get("fragments") or ())]
        for start in occurrences(case.text, quote["text"])
    ]
    sure, edge = ([g for g in gold if bool(g[2].get("edge")) is either] for either in (False, True))
    for mine in sure:
        tally.expect(ok=any(same(mine, other) for other in offers), label=f"{mine[0]}: {mine[2]['sentence']}")
    for other in (o for o in offers if o[2]):
        ok = any(same(mine, other) for mine in sure)
        if ok or not any(same(mine, other) for mine in [*edge, *spoken]):
            tally.offer(ok=ok, label=f"{other[0]}: {other[1]['text'][:80]}")
    return tally


def score_links(case: Case) -> Tally:
    """Score links to other articles, with why."""
    gold = [
        f"{link['to']}: {'same event' if link['why'] == 'same event' else 'background'}"
        for link in case.gold.get("links") or ()
    ]
    offers = [f"{str(link['seed']).removesuffix('.txt')}: {link['why']}" for link in case.offer.get("related") or ()]
    return tally_pairs(gold, offers, pair_up(gold, offers, str.__eq__))


def score_case(case: Case) -> Tallies:
    """Score one article in every field."""
    who = cast(case.gold, case.offer)
    quotes, quote_speakers = score_speech(case, who, "quotes", same_quote)
    fragments, fragment_speakers = score_speech(case, who, "fragments", same_fragment)
    scores = score_head(case) | score_kinds(case) | score_actors(case, who)
    scores |= {"places": score_places(case), "events": score_events(case), "links": score_links(case)}
    scores |= {"quotes": quotes, "quote speakers": quote_speakers}
    scores |= {"fragments": fragments, "fragment speakers": fragment_speakers}
    scores |= {"attributions": score_attributions(case, who)}
    return {name: scores[name] for name in FIELDS}


def total(cases: Iterable[tuple[Case, Tallies]]) -> dict[str, Tallies]:
    """Add up the articles of each group, and all."""
    groups: dict[str, Tallies] = {}
    for case, scores in cases:
        for group in (case.group, ALL):
            sums = groups.setdefault(group, {name: Tally() for name in FIELDS})
            for name, tally in scores.items():
                sums[name].add(tally)
    return {group: groups[group] for group in (FIVE, INVENTED, ALL) if group in groups}


def below_floors(groups: Mapping[str, Tallies], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return a line for each floor that is not reached; a floor of something not measured is not reached."""
    lines = []
    for group, fields in floors.items():
        for name, floor in fields.items():
            tally = groups.get(group, {}).get(name)
            score = tally.f1 if tally else None
            if score is None or score < floor:
                lines.append(f"{group}, {name}: {'not measured' if score is None else f'{score:.3f}'} < {floor}")
    return lines


# --- in and out -----------------------------------------------------------------------------------------------------


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
        group, text = (INVENTED, invented) if invented.exists() else (FIVE, seeds / f"{path.stem}.txt")
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


def table(groups: Mapping[str, Tallies]) -> str:
    """Return one table: a row a field; precision, recall, F1 and number of annotated things a group."""
    lines = [" " * 18 + "".join(f"{group:^24}" for group in groups)]
    lines.append(" " * 18 + "     P     R    F1     n" * len(groups))
    for name in FIELDS:
        cells = ""
        for tallies in groups.values():
            tally = tallies[name]
            figures = (tally.precision, tally.recall, tally.f1)
            cells += "".join("     –" if f is None else f"{100 * f:6.1f}" for f in figures) + f"{tally.gold:6}"
        lines.append(f"{name:<18}{cells}")
    return "\n".join(lines) + "\n"


def miss_list(scored: Iterable[tuple[Case, Tallies]]) -> str:
    """Return what went wrong, article by article, field by field."""
    lines = []
    for case, scores in scored:
        lines.append(f"\n{case.stem}" + ("" if case.offer else "  (no extraction given)"))
        for name, tally in scores.items():
            lines += [f"  {name:<18}{miss}" for miss in tally.misses]
    return "\n".join(lines) + "\n"


def as_json(groups: Mapping[str, Tallies]) -> str:
    """Return the figures for machines: group → field → precision, recall, f1, n."""
    figures = {
        group: {
            name: {"precision": t.precision, "recall": t.recall, "f1": t.f1, "n": t.gold} for name, t in tallies.items()
        }
        for group, tallies in groups.items()
    }
    return json.dumps(figures, ensure_ascii=False, indent=2) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, score, print; return 1 where a floor is not reached, 2 where there was nothing to score."""
    parser = argparse.ArgumentParser(description="Score `briefings explain --format json` against the annotations.")
    parser.add_argument("files", nargs="*", type=Path, help="JSON lines; standard input where none is named")
    parser.add_argument("--gold", type=Path, default=ROOT / "tests/gold", help="folder of annotations")
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds", help="folder of the five real articles")
    parser.add_argument("--misses", action="store_true", help="list what went wrong, article by article")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--floors", type=Path, help="YAML: group → field → lowest F1 that passes")
    options = parser.parse_args(arguments)
    texts = [path.read_text(encoding="utf-8") for path in options.files] or [sys.stdin.read()]
    cases = cases_of(read_gold(options.gold, options.seeds), (line for text in texts for line in text.splitlines()))
    if not cases:
        sys.stderr.write("none of the seeds given has an annotation\n")
        return 2
    scored = [(case, score_case(case)) for case in cases]
    groups = total(scored)
    sys.stdout.write(as_json(groups) if options.json else table(groups))
    if options.misses and not options.json:
        sys.stdout.write(miss_list(scored))
    floors = yaml.safe_load(options.floors.read_text(encoding="utf-8")) if options.floors else {}
    low = below_floors(groups, floors or {})
    sys.stderr.write("".join(f"below its floor: {line}\n" for line in low))
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
