"""Places in no list that somebody or something goes to or comes from: `toget frå Gjumri til Kars i Tyrkia`.

Small towns are spelt like people and firms; nothing but the journey, or the state behind them, tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefings.extract import cues, organisations, territories
from briefings.extract.circumstances import NO_PERSON, Evidence
from briefings.extract.spans import Span
from briefings.extract.wordlists import read_words
from briefings.findings import MentionType

JOURNEY = 2.5
"""Weight of a journey to or from a name."""
IN_STATE = 1.4
"""Weight of a state that it lies in, which firms do too."""
MOST_TO_JOURNEY = 8
"""Words from what goes to where it does."""
MOST_END = 3
"""Words of a place at one end of a road, and one."""
_BETWEEN = frozenset({"mellom", "mellem"})
_ENDS = frozenset({"fra", "frå", "til", "mot", "mod", "via"})


def journeys_of(span: Span) -> Iterator[Evidence]:
    """Yield that a name in no list is a place, where `fra` or `til` and a word for going stand before it."""
    if span.before is None:
        return
    if span.before.lower not in _ENDS and not _ends_route(span):
        return
    last = span.words[-1].text
    if organisations.is_name_head(last) or organisations.has_organisation_ending(last, alone=len(span.words) > 1):
        return
    if any(cues.is_first_name(word.text) for word in span.words):
        return
    if _ends_route(span):
        yield MentionType.PLACE, JOURNEY, "where a route ends"
        yield MentionType.PERSON, NO_PERSON, "where a route ends"
        return
    first = span.first - 1
    if any(
        token.lower in read_words("cues", "journeys") for token in span.tokens[max(0, first - MOST_TO_JOURNEY) : first]
    ):
        yield MentionType.PLACE, JOURNEY, "where something goes"
    if _lies_in_state(span):
        yield MentionType.PLACE, IN_STATE, "lies in a state"


def _ends_route(span: Span) -> bool:
    """Say whether it is one of two names a road or border lies between: `vegen mellom Goris og Latsjin`."""
    tokens, at = span.tokens, span.first - 1
    if tokens[at].lower == "og" and at > 1:
        at = next((back for back in range(at - 2, max(0, at - 1 - MOST_END), -1) if not tokens[back].capital), 0)
    return at > 0 and tokens[at].lower in _BETWEEN and tokens[at - 1].lower in read_words("cues", "routes")


def _lies_in_state(span: Span) -> bool:
    """Say whether `i` and a state stand behind: `til Kars i Tyrkia`."""
    if span.end + 1 >= len(span.tokens):
        return False
    link, state = span.tokens[span.end], span.tokens[span.end + 1]
    return link.follows and link.lower == "i" and state.follows and territories.state_of(state.text) is not None
