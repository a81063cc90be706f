"""Which briefings stand beside one, and why: in the pages' own words, nothing made up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.library import WITHDRAWN, Alike, Library
from briefings.library_cards import BriefingCard
from briefings.markdown_text import escape
from briefings.model import Why
from briefings.page import Link
from briefings.sections_read import Entry
from briefings.site.links import briefing_line, briefing_uri, link
from briefings.site.sources import Sources
from briefings.site.words import Words, in_language

MOST_SHARED = 4
"""Actors named as the reason of a relation."""
MOST_PLACES = 2
MOST_LATER = 20
"""Briefings shown of those that lead to one, the newest; a few are referred to for years."""
LONGEST_QUOTE = 200
"""Characters shown of a sentence that refers back."""


def related(card: BriefingCard, library: Library, why: Why, sources: Sources) -> Iterator[str]:
    """Yield a line for each briefing this one is related to in one way, with the reason."""
    for relation in card.related:
        other = library.briefings.get(relation.page)
        if relation.why == why.value and other and other.stage != WITHDRAWN:
            reason = _reason(card, other, relation, library, sources)
            yield f"- {briefing_line(briefing_uri(card.name), other, sources.words, reason)}"


def later(card: BriefingCard, library: Library, words: Words) -> Iterator[str]:
    """Yield a line for each briefing that leads here and that this one does not lead to."""
    here = briefing_uri(card.name)
    own = {relation.page for relation in card.related}
    found = [
        (library.briefings[name], relation)
        for name, relation in library.later.get(card.name, ())
        if relation.why == Why.BACKGROUND.value or name not in own
    ]
    for other, relation in found[:MOST_LATER]:
        refers_back = relation.why == Why.BACKGROUND.value
        reason = _refers_back(here, other, relation, words) if refers_back else ": " + words("reports_same")
        yield "- " + briefing_line(here, other, words, reason)
    if len(found) > MOST_LATER:
        yield f"\n{words.count('more_briefings', len(found) - MOST_LATER)}."


def alike(card: BriefingCard, library: Library, words: Words) -> Iterator[str]:
    """Yield a line for each briefing that names the same rare actors and that no link leads to."""
    for found in library.alike(card.name):
        yield "- " + _alike(briefing_uri(card.name), found, library, words)


def _reason(card: BriefingCard, other: BriefingCard, relation: Link, library: Library, sources: Sources) -> str:
    words = sources.words
    if relation.at is not None:
        if not (sentence := _sentence(card, relation.at)):
            return ", " + words("referred_to_in", mark=sources.mark(relation.at, ""))
        told = words("referred_to", quote=_quote(sentence, card.lang))
        return f": {told}{sources.mark(relation.at, sentence)}"
    shared = [*_names(_shared(card, other, library), library), *_places(card, other)]
    return ": " + words("both_name", names=escape(words.listing(shared), at_start=False)) if shared else ""


def _refers_back(here: str, other: BriefingCard, relation: Link, words: Words) -> str:
    sentence = _sentence(other, relation.at) if relation.at is not None else ""
    if not sentence:
        return ": " + words("refers_back")
    mark = link(here, briefing_uri(other.name), f"¶{relation.at}", f"#p{relation.at}")
    return f": {words('refers_back_in', quote=_quote(sentence, other.lang))} {mark}"


def _sentence(card: BriefingCard, at: int) -> str:
    """Return what a briefing says of a paragraph: in its timeline, for a sentence that refers back has a date."""
    lines: tuple[Entry, ...] = (*card.sections.timeline, *card.sections.entries)
    return next((line.words.text for line in lines if line.at == at), "")


def _quote(sentence: str, lang: str | None) -> str:
    cut = sentence if len(sentence) <= LONGEST_QUOTE else sentence[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return in_language(f"<q>{escape(cut, at_start=False)}</q>", lang)


def _shared(card: BriefingCard, other: BriefingCard, library: Library) -> list[str]:
    """Return the rarest actors that both name, in the order of the page; states where there are no others.

    A state tells little of why two articles belong together.
    """
    theirs = {ref.id for ref in other.actors}
    both = [ref.id for ref in card.actors if ref.id in theirs and ref.id in library.actors]
    found = [actor for actor in both if library.actors[actor].type != "state"] or both
    rarest = sorted(found, key=lambda actor: (len(library.appearances.get(actor, ())), found.index(actor)))
    return sorted(rarest[:MOST_SHARED], key=found.index)


def _places(card: BriefingCard, other: BriefingCard) -> list[str]:
    theirs = {place.casefold() for place in other.places}
    return [place for place in card.places if place.casefold() in theirs][:MOST_PLACES]


def _alike(here: str, found: Alike, library: Library, words: Words) -> str:
    names = escape(words.listing(_names(found.shared, library)), at_start=False)
    return briefing_line(here, library.briefings[found.name], words, ": " + words("also_names", names=names))


def _names(actors: Sequence[str], library: Library) -> list[str]:
    return [library.actors[actor].name for actor in actors[:MOST_SHARED]]
