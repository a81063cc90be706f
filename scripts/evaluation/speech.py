"""Scores of quotes, fragments and reported claims: what was said, and who is given as having said it."""

from __future__ import annotations

from collections.abc import Callable

from evaluation.cast import Cast
from evaluation.gold import Case, Json
from evaluation.layout import headings
from evaluation.pairing import pair_up, tally_pairs
from evaluation.spans import claim_span, occurrences, statement_span
from evaluation.tally import Tally


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
