"""Scores of places, events, and links to other articles."""

from __future__ import annotations

from collections.abc import Mapping

from evaluation.gold import Case, Json
from evaluation.likeness import fold, same_place
from evaluation.pairing import best_pairs, pair_up, tally_pairs
from evaluation.spans import occurrences, paragraph_at
from evaluation.tally import Tally


def score_places(case: Case) -> Tally:
    """Score the places that are no states."""
    offers = [str(p["name"] if isinstance(p, Mapping) else p) for p in case.offer.get("places") or ()]
    gold = case.gold.get("places") or []
    return tally_pairs(gold, offers, pair_up(gold, offers, same_place))


def score_events(case: Case) -> Tally:
    """Score dated events: the same date, in a paragraph that holds the words giving it.

    An event told in several sentences stands once in the reference; each of them is right. One sentence is no more
    than one event of the reference.
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

    found = {row for row, _ in best_pairs([[float(same(event, o)) for o in offers] for event in gold])}
    for number, event in enumerate(gold):
        tally.expect(ok=number in found, label=f"{event['when']} ({event['said']}) {event['what']}")
    for o in offers:
        tally.offer(ok=any(same(e, o) for e in gold), label=f"{o.get('date')} ({o.get('said')}) {o.get('text')}"[:100])
    return tally


def score_links(case: Case) -> Tally:
    """Score links to other articles, with why."""
    gold = [
        f"{link['to']}: {'same event' if link['why'] == 'same event' else 'background'}"
        for link in case.gold.get("links") or ()
    ]
    offers = [f"{str(link['seed']).removesuffix('.txt')}: {link['why']}" for link in case.offer.get("related") or ()]
    return tally_pairs(gold, offers, pair_up(gold, offers, str.__eq__))
