"""All articles together: who is who across them, what undated ones can be dated by, and which belong together."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefings.actor_rulings import KnownActor
from briefings.actors import Identities, identify
from briefings.background import Link, may_be_meant
from briefings.briefing import brief
from briefings.extraction import date_from
from briefings.findings import Extraction
from briefings.follow_ups import find_follow_ups
from briefings.links import relate
from briefings.looking_back import date_by_earlier, reports_a_day, to_month
from briefings.model import Why
from briefings.page_values import Briefing, Related
from briefings.profile import to_profile
from briefings.salience import salient
from briefings.same_event import group_same_events


class Entry(Struct, frozen=True):
    """One article with everything known about it once all have been read."""

    extraction: Extraction
    ids: tuple[str | None, ...]
    """The actor id of each of `extraction.entities`; None where people hid the actor."""
    salient: frozenset[int]
    """Indexes of the entities the article is about."""
    links: tuple[Link, ...]
    """To articles on the same event, and to earlier ones this one refers back to; by reason, then stem."""

    @property
    def stem(self) -> str:
        """The seed's stem."""
        return self.extraction.article.seed.stem


class Corpus(Struct, frozen=True):
    """All articles, by seed stem, and who they name."""

    entries: tuple[Entry, ...]
    identities: Identities


def read_corpus(extractions: Sequence[Extraction], known: Sequence[KnownActor] = ()) -> Corpus:
    """Relate all extractions to each other; the order they come in makes no difference.

    Actors come first, because being on the same event is judged by them; then follow-ups, which are no reports of the
    same event; same events next, because an undated article takes its date from them; background last, because it needs
    all dates.
    """
    by_stem = sorted(extractions, key=lambda extraction: extraction.article.seed.stem)
    identities = identify(by_stem, known)
    marked = [salient(extraction) for extraction in by_stem]
    profiles = [
        to_profile(extraction, ids, about)
        for extraction, ids, about in zip(by_stem, identities.ids, marked, strict=True)
    ]
    follow_ups = find_follow_ups(by_stem, identities.ids, profiles)
    profiles = [replace(one, published=follow_ups.published.get(one.stem, one.published)) for one in profiles]
    same = group_same_events(profiles, follow_ups.apart)
    dated = [date_from(extraction, same.published.get(extraction.article.seed.stem)) for extraction in by_stem]
    # Nothing else of a profile hangs on the date.
    profiles = [replace(one, published=each.published) for one, each in zip(profiles, dated, strict=True)]
    looking = list(dated)
    for at, profile in enumerate(profiles):
        if profile.stem in follow_ups.seen:
            looking[at] = date_from(dated[at], follow_ups.seen[profile.stem])
    if any(reports_a_day(extraction) for extraction in looking):
        for at, meant in enumerate(may_be_meant(profiles)):
            if reports_a_day(looking[at]):
                looking[at] = date_by_earlier(looking[at], identities.ids[at], meant)
                dated[at] = to_month(looking[at])
    profiles = [replace(one, published=each.published) for one, each in zip(profiles, looking, strict=True)]
    related = relate(looking, identities.ids, profiles, same, follow_ups.references)
    entries = zip(dated, identities.ids, marked, related, strict=True)
    return Corpus(tuple(Entry(*entry) for entry in entries), identities)


def to_briefing(entry: Entry, page_of: dict[str, str]) -> Briefing:
    """Make the briefing that is offered for an article; `page_of` gives each seed stem's page name."""
    related = tuple(
        Related(page_of[link.stem], link.why, link.at if link.why is Why.BACKGROUND else None) for link in entry.links
    )
    return brief(entry.extraction, entry.ids, related)
