"""The scores of one article in every field, and of groups of articles."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation.actors import score_actors
from evaluation.cast import cast
from evaluation.facts import score_events, score_links, score_places
from evaluation.gold import ALL, FIVE, SETS, Case
from evaluation.layout import KINDS, score_head, score_kinds
from evaluation.likeness import same_quote, same_words
from evaluation.speech import score_attributions, score_speech
from evaluation.tally import Tallies, Tally

FIELDS = (
    *("language", "date", "date basis", *KINDS),
    *("actors", "surfaces", "types", "salient", "roles", "resolved", "places", "events"),
    *("quotes", "quote speakers", "fragments", "fragment speakers", "attributions", "links"),
)


def score_case(case: Case) -> Tallies:
    """Score one article in every field, or in those that were annotated, where its annotation says `only`."""
    who = cast(case.gold, case.offer)
    quotes, quote_speakers = score_speech(case, who, "quotes", same_quote)
    fragments, fragment_speakers = score_speech(case, who, "fragments", same_words)
    scores = score_head(case) | score_kinds(case) | score_actors(case, who)
    scores |= {"places": score_places(case), "events": score_events(case), "links": score_links(case)}
    scores |= {"quotes": quotes, "quote speakers": quote_speakers}
    scores |= {"fragments": fragments, "fragment speakers": fragment_speakers}
    scores |= {"attributions": score_attributions(case, who)}
    annotated = case.gold.get("only", FIELDS)
    return {name: scores[name] if name in annotated else Tally() for name in FIELDS}


def total(cases: Iterable[tuple[Case, Tallies]]) -> dict[str, Tallies]:
    """Add up the articles of each group, and all."""
    groups: dict[str, Tallies] = {}
    for case, scores in cases:
        for group in (case.group, ALL):
            sums = groups.setdefault(group, {name: Tally() for name in FIELDS})
            for name, tally in scores.items():
                sums[name].add(tally)
    return {group: groups[group] for group in (FIVE, *SETS.values(), ALL) if group in groups}
