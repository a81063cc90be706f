"""All extractions → which articles belong together: on the same event, or one referring back to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefings.background import Link, find_background, may_be_meant
from briefings.findings import Extraction
from briefings.model import Why
from briefings.profile import Profile
from briefings.same_event import SameEvents


def relate(
    extractions: Sequence[Extraction],
    ids: Sequence[Sequence[str | None]],
    profiles: Sequence[Profile],
    same: SameEvents,
    references: Mapping[str, Mapping[str, int]],
) -> tuple[tuple[Link, ...], ...]:
    """Give each extraction its links: the same event first, then background; by stem within each.

    `ids` and `profiles` are parallel to `extractions`, dates already final. `references`: stem → earlier stem → the
    paragraph that refers back to it, as far as that is known before.
    """
    shared_event: dict[str, dict[str, float]] = defaultdict(dict)
    for left, right, score in same.pairs:
        shared_event[left][right] = shared_event[right][left] = score
    by_stem = {profile.stem: profile for profile in profiles}
    related = []
    for extraction, own_ids, meant in zip(extractions, ids, may_be_meant(profiles), strict=True):
        stem = extraction.article.seed.stem
        together = [
            Link(other, Why.SAME_EVENT, None, score, tuple(sorted(by_stem[stem].named & by_stem[other].named)))
            for other, score in sorted(shared_event[stem].items())
        ]
        background = {link.stem: link for link in find_background(extraction, own_ids, meant, shared_event)}
        for earlier, at in references.get(stem, {}).items():
            for other in {earlier, *shared_event[earlier]} - {stem, *shared_event[stem]}:
                shared = tuple(sorted(by_stem[stem].named & by_stem[other].named))
                background.setdefault(other, Link(other, Why.BACKGROUND, at, 0.0, shared))
        related.append((*together, *(background[other] for other in sorted(background))))
    return tuple(related)
