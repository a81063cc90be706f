"""What stands before a name that deals with a firm or speaks to a paper: `kjøpet av X`, `sier hun til X`."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.extract import cues, territories
from briefings.extract.bearings import ends_clause
from briefings.extract.circumstances import Evidence, ends_person
from briefings.extract.namings import is_body
from briefings.extract.spans import Span
from briefings.extract.wordlists import ends_with, read_words
from briefings.findings import MentionType

_ORGANISATION = MentionType.ORGANISATION
_SPEAKERS = frozenset({"han", "hun", "ho", "de", "dei", "van", "von", "el", "al", "bin"})
TOLD_WORDS = 8
"""Words from a verb of speech to the `til` before the one who is told."""
NAMED_WORDS = 7
"""Words from a body to the `navnet` or `heter` before what it is called."""


def dealings_of(span: Span) -> Iterator[Evidence]:
    """Yield that what stands before an unknown name deals with a firm: `kjøpet av X`, `som eier X`, `direktør i X`."""
    tokens, at = span.tokens, span.first - 1
    lower, two = tokens[at].lower, tokens[at - 1] if at and tokens[at].follows else None
    if span.known or len(span.words) > 1 or cues.is_first_name(span.words[0].text):
        return
    if lower in {"ifølge", "ifølgje"} or (lower.endswith("e") and territories.adjective_state(lower)):
        yield _ORGANISATION, 1.4, f"after “{lower}”"
    if lower in read_words("organisations", "owning"):
        yield _ORGANISATION, 2.5, f"after “{lower}”"
    if lower in read_words("organisations", "naming") and any(map(is_body, tokens[max(0, at - NAMED_WORDS) : at])):
        yield _ORGANISATION, 6.0, f"after “{lower}”"
    if two is None:
        return
    traded = lower in {"av", "af", "i"} and two.lower in read_words("organisations", "traded")
    if traded or (lower in {"i", "hos", "for"} and ends_with(two.lower, read_words("organisations", "officers"), 0)):
        yield _ORGANISATION, 3.0, f"after “{two.lower} {lower}”"
    elif lower in read_words("organisations", "reports") and two.lower == "det" and ends_clause(span):
        yield _ORGANISATION, 3.0, f"after “det {lower}”"


def is_owned(span: Span) -> bool:
    """Say whether a verb of owning with a subject before it stands before a name: `som eier Skretting`."""
    at = span.first - 1
    if at < 1 or span.tokens[at].lower not in read_words("organisations", "owning") or span.known:
        return False
    return span.tokens[at - 1].lower in {"som", "der"} or span.tokens[at - 1].capital


def told_of(span: Span) -> Iterator[Evidence]:
    """Yield that somebody tells it something: `sier Kari Nordheim til Avisen`."""
    if span.tokens[span.first - 1].lower == "til" and _was_told(span):
        yield _ORGANISATION, 6.0 if _is_told_by_a_name(span) else 2.5, "is told something"


def _is_told_by_a_name(span: Span) -> bool:
    """Say whether only a full name with its title, a name or a pronoun stands before `til`: `sier hun til X`."""
    if ends_person(span, span.first - 1):
        return True
    verbs = read_words("persons", "speech_verbs")
    for index in range(span.first - 2, max(-1, span.first - 2 - TOLD_WORDS), -1):
        token = span.tokens[index]
        if token.lower in verbs:
            return index < span.first - 2
        if not token.capital and token.lower not in _SPEAKERS:
            return False
    return False


def _was_told(span: Span) -> bool:
    """Say whether somebody says something to it: `sier Kari Nordheim til Avisen`."""
    verbs = read_words("persons", "speech_verbs")
    return any(token.lower in verbs for token in span.tokens[max(0, span.first - TOLD_WORDS) : span.first])
