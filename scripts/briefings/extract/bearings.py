"""What a sentence tells of a name in no list that nobody introduces: what it does, owns and is called.

`opplyser Elvia, som driver nettet` names a firm: people say something, bodies give notice. `Elvias kunder`, `Landets
sikkerhetstjeneste, Supo,` and `kilder Le Figaro har snakket med` name no person either.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefings.extract import bodies, cues, organisations
from briefings.extract.circumstances import NO_PERSON, NO_PLACE, Evidence
from briefings.extract.spans import Span
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words
from briefings.findings import MentionType

_PERSON, _ORGANISATION, _PLACE = MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE
NOTICE = 1.4
"""Weight of giving notice, which a spokesman may do too."""
DEED = 2.5
"""Weight of what firms do and people seldom."""
OWNED = 3.0
"""Weight of what only a body has, or does in a clause that tells what it is."""
CALLED = 4.5
"""Weight of a noun for a body that a comma parts from its name."""
LIES = 4.0
SOMEBODY = 2.0
HE_WORDS = 8
"""Words behind a name in which a pronoun means whom it names."""
MOST_ADJECTIVES = 3
_LANDS = frozenset({"landets", "byens", "verdens", "verdas"})
_CABINETS = frozenset({"regering", "regjering", "landsstyre", "avis", "bank", "fagforening"})
_WHO = frozenset({"som", "der"})
_SOURCES = frozenset({"kilder", "kjelder", "kilde", "kjelde", "dokumenter", "dokument"})
_WHOSE = frozenset({"hans", "hennes", "hendes", "hennar", "deres", "deira", "sitt", "sin", "mitt", "min"})
_MAY = frozenset({"har", "vil", "ville", "ønsker", "ønskjer", "ønskede", "ønsket", "hadde", "havde"})
_COMMENTED = frozenset(
    {"kommentere", "kommentert", "kommenteret", "svare", "svart", "svaret", "svara", "uttale", "udtale"}
)
"""What a town does not do; behind `ikke` or `ikke villet`."""
_HE = frozenset({"han", "hun", "ho", "hans", "hennes", "hendes", "hennar"})
_LIES = frozenset({"ligger", "ligg", "lå", "låg"})


def bearings_of(span: Span) -> Iterator[Evidence]:
    """Yield what the words around a name in no list tell of its kind; nothing where a first name is in it."""
    if any(cues.is_first_name(word.text) for word in span.words):
        return
    after = span.tokens[span.end] if span.end < len(span.tokens) else None
    if after is not None:
        yield from _ahead(span, after)
        if len(span.words) == 1 and _is_he(span):
            yield _PERSON, SOMEBODY, "before “han” or “hun”"
    if span.first:
        yield from _behind(span)


def _ahead(span: Span, after: Token) -> Iterator[Evidence]:
    lower, single = after.lower, len(span.words) == 1
    if not after.follows:
        if after.gap == ", " and single and (_is_told_to_be_body(span) or _is_told_what_it_is(span, after)):
            yield _ORGANISATION, CALLED, "told to be a body"
        elif after.gap == ", " and lower in _WHO and _next(span, 1) in read_words("organisations", "deeds"):
            yield _ORGANISATION, OWNED, "does what firms do"
        return
    if single and lower in read_words("organisations", "deeds"):
        yield _ORGANISATION, DEED, f"before “{lower}”"
    elif single and lower in read_words("organisations", "notices"):
        yield _ORGANISATION, NOTICE if span.model or not span.words[0].opens else OWNED, f"before “{lower}”"
    elif single and span.name.endswith("s") and ends_with(lower, read_words("organisations", "owned_by_firms"), 0):
        yield _ORGANISATION, OWNED, f"owns “{lower}”"
    elif lower in _MAY and any(_next(span, step) in _COMMENTED for step in (2, 3)):
        yield _PLACE, NO_PLACE, "answers"
    elif lower == "har" and span.first and span.tokens[span.first - 1].lower in _SOURCES and _next(span, 2) == "med":
        yield _ORGANISATION, OWNED, "hears sources"
        yield _PERSON, NO_PERSON, "hears sources"
    elif lower in _LIES and _lies(span):
        yield _PLACE, LIES, f"before “{lower}”"


def _is_told_to_be_body(span: Span) -> bool:
    """Say whether a name is told behind a comma to be a state's body: `Naalakkersuisut, Grønlands regering,`."""
    owner, words = span.tokens[span.end], span.tokens[span.end + 1 : span.end + 1 + MOST_ADJECTIVES]
    if not owner.text.endswith("s") or not (cues.is_genitive(owner.text) or owner.lower in _LANDS):
        return False
    noun = next((word for word in words if not word.text.endswith("e")), None)
    return noun is not None and noun.follows and (is_body_noun(noun) or noun.lower in _CABINETS)


def _is_told_what_it_is(span: Span, noun: Token) -> bool:
    """Say whether a definite noun for a body follows a comma: `Fjordklang, musikkfestivalen i Førde`."""
    if not noun.lower.endswith(("en", "et", "a")) or not is_body_noun(noun):
        return False
    return _next(span, 1) in {"i", "på", "som", "der", "for", "bak", "fra", "frå"}


def _is_he(span: Span) -> bool:
    """Say whether a pronoun follows and no other name stands between: `Starmer bekrefter at han reiser`.

    Behind a preposition it is not the subject: `sier til Shifter at hun er bekymret`.
    """
    if span.before is not None and span.before.lower in read_words("capitals", "prepositions"):
        return False
    for token in span.tokens[span.end : span.end + HE_WORDS]:
        if token.capital or any(mark in token.gap for mark in '»”"'):
            return False
        if token.lower in _HE:
            return True
    return False


def _next(span: Span, step: int) -> str:
    """Return the word so many words behind the one after a name, in small letters; an empty one where none is."""
    at = span.end + step
    return span.tokens[at].lower if at < len(span.tokens) else ""


def _lies(span: Span) -> bool:
    """Say whether it lies somewhere: `En Nahud ligger i Kordofan`, not `Brann ligger på plass to`."""
    at = span.end + 1
    if at + 1 >= len(span.tokens):
        return False
    where, place = span.tokens[at].lower, span.tokens[at + 1]
    return where in {"i", "ved", "utenfor", "utanfor"} and place.follows and place.capital


def _behind(span: Span) -> Iterator[Evidence]:
    before, opening = span.tokens[span.first - 1], span.words[0]
    if opening.gap == ", ":
        if _is_called(span, before):
            yield _ORGANISATION, CALLED, f"called “{before.lower}”"
        return
    if gives_notice(span, before):
        yield _ORGANISATION, NOTICE if len(span.words) == 1 else DEED, f"after “{before.lower}”"


def gives_notice(span: Span, verb: Token) -> bool:
    """Say whether a name in no list gives notice: `melder Elvia`; of several words only at the end of a clause."""
    if span.known or not span.words[0].follows:
        return False
    if len(span.words) == 1:
        return verb.lower in read_words("organisations", "notices")
    return verb.lower in read_words("organisations", "reports") and ends_clause(span)


def ends_clause(span: Span) -> bool:
    """Say whether more than a space parts a name from what follows."""
    after = span.tokens[span.end] if span.end < len(span.tokens) else None
    return after is None or not after.follows


def _is_called(span: Span, noun: Token) -> bool:
    """Say whether a name between commas is that of the body before it: `landets sikkerhetstjeneste, Supo,`.

    Whose it is may stand between: `Partiet hennar, Viðreisn,`.
    """
    if noun.lower in _WHOSE and span.first > 1:
        noun = span.tokens[span.first - 2]
    return ends_clause(span) and (noun.opens or not noun.capital) and len(span.words) == 1 and is_body_noun(noun)


def is_body_noun(noun: Token) -> bool:
    """Say whether a word in small letters is what a body is called."""
    return (
        organisations.is_cue(noun.text)
        or organisations.is_state_head(noun.text)
        or bodies.is_head(noun.text)
        or organisations.has_organisation_ending(noun.text, alone=True)
    )
