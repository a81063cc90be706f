"""From a sentence's attributions to whose the claim is and through whom it came: Kim → KCNA → Reuters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefings.extract.attribution import MAX_COMPLEMENT, Attribution, Cue
from briefings.extract.phrases import Phrase
from briefings.extract.sentence_words import QUOTED, Word
from briefings.extract.speech import Verb
from briefings.findings import Source

_ACCORDING, _TAG, _CLAUSE, _QUOTED = Cue.ACCORDING, Cue.TAG, Cue.CLAUSE, Cue.QUOTED
_SAY, _ACT, _REPORT, _LABEL = Verb.SAY, Verb.ACT, Verb.REPORT, Verb.LABEL


class Chain(Struct, frozen=True):
    """Whose a claim is, and through whom it came."""

    speaker: Source
    via: tuple[Source, ...]
    """Nearest to the speaker first."""
    direct: bool
    """The speaker says it; otherwise the speaker only passes it on (`melder X`)."""


def to_chains(
    words: Sequence[Word],
    attributions: Sequence[Attribution],
    resolve: Callable[[Phrase], Source | None],
    is_outlet: Callable[[Phrase, Source], bool],
) -> tuple[Chain, ...]:
    """Return a sentence's chains: mostly one; several where `og` joins speakers or one sentence holds two claims.

    `resolve` gives the source that a phrase means, None for a pronoun that means nobody known; `is_outlet` tells
    whether what stands after `til` is a medium. Innermost first: who is cited, the subject of saying, `ifølge X`, tag.
    """
    if not attributions:
        return ()
    meant = {phrase: resolve(phrase) for one in attributions for phrase in one.phrases}

    def sources(attribution: Attribution) -> list[Source]:
        return [source for phrase in attribution.phrases if (source := meant[phrase]) is not None]

    def outlets(attribution: Attribution) -> list[Source]:
        found = [(phrase, resolve(phrase)) for phrase in attribution.outlets]
        return [source for phrase, source in found if source is not None and is_outlet(phrase, source)]

    def passing(several: Iterable[Attribution]) -> list[Source]:
        return [source for one in several for source in (*outlets(one), *sources(one))]

    told = [_as_clause(words, one) for one in _without_retold(words, attributions) if sources(one)]
    rest = [one for one in told if one.cue is _ACCORDING] + [one for one in told if one.cue is _TAG]
    clauses = _without_labels(words, [one for one in told if one.cue is _CLAUSE])
    cited = next((one for one in told if one.cue is _QUOTED), None)
    outer = passing(rest)
    if cited is not None:
        return tuple(_chains(cited, sources, passing(clauses) + outer))
    found: list[Chain] = []
    for group in _nested(words, clauses):
        inner, *others = reversed(group)
        found += _chains(inner, sources, outlets(inner) + passing(others) + outer)
    if found:
        return tuple(found)
    if any(not sources(one) and one.cue in {_CLAUSE, _TAG} and _closes_quote(words, one) for one in attributions):
        # `«…», sa han ifølge Tass`: whoever `han` is, it was not Tass that said it.
        return ()
    return tuple(_chains(rest[0], sources, outlets(rest[0]) + passing(rest[1:]))) if rest else ()


def _without_retold(words: Sequence[Word], attributions: Sequence[Attribution]) -> Sequence[Attribution]:
    """Leave out what a tag's speaker tells of another's deed: `Kapteinen nekter straffskyld, sier forsvareren hans`."""
    if any(one.cue is _ACCORDING for one in attributions):
        attributions = [one for one in attributions if not _gives_reason(words, one)]
    tag = next((one for one in attributions if one.cue is _TAG), None)
    if tag is None or _closes_quote(words, tag) or (tag.verb is not _SAY and not _is_of_court(words, tag)):
        return attributions
    return [one for one in attributions if one.cue is not _CLAUSE or one.verb is not _ACT or one.at > tag.at]


def _is_of_court(words: Sequence[Word], tag: Attribution) -> bool:
    """Tell whether a lawyer speaks: `…, opplyser forsvareren hans` tells of the client, as `…, melder AFP` does not."""
    said_by = words[tag.phrases[0].first : tag.phrases[-1].end]
    return any("advokat" in word.low or word.low.startswith(("forsvarer", "forsvarar", "anklager")) for word in said_by)


def _gives_reason(words: Sequence[Word], one: Attribution) -> bool:
    """Tell a deed that is only a reason or a time: `brøt ifølge Tass sammen fordi | Iran krevde mer tid`."""
    first = one.phrases[0].first
    told = one.cue is _CLAUSE and one.verb is _ACT and one.at >= one.phrases[-1].end
    return told and first > 0 and words[first - 1].low in _REASONS


_REASONS = frozenset({"fordi", "da", "då", "siden", "sidan"})


def _as_clause(words: Sequence[Word], one: Attribution) -> Attribution:
    """Let the tag of direct speech (`«…», sa presidenten, ifølge AFP`) name the speaker, as a clause does."""
    if one.cue is not _TAG:
        return one
    quoted = any(word.low == QUOTED for word in words[max(0, one.at - 2) : one.at])
    return replace(one, cue=_CLAUSE) if quoted or one.verb is not _REPORT else one


def _closes_quote(words: Sequence[Word], one: Attribution) -> bool:
    return any(word.low == QUOTED for word in words[max(0, one.at - 2) : one.at])


def _chains(inner: Attribution, sources: Callable[[Attribution], list[Source]], via: list[Source]) -> Iterator[Chain]:
    speakers = sources(inner)
    for speaker in speakers:
        seen = [_identity(one) for one in speakers]
        kept: list[Source] = []
        for source in via:
            if _identity(source) not in seen:
                seen.append(_identity(source))
                kept.append(source)
        yield Chain(speaker, tuple(kept), direct=inner.verb is not _REPORT or inner.cue is _QUOTED)


def _identity(source: Source) -> int | str:
    return source.text.lower() if source.entity is None else source.entity


def _without_labels(words: Sequence[Word], clauses: list[Attribution]) -> list[Attribution]:
    """Leave out `det de kaller «…»` where somebody else's clause holds it; not `sier at Holm kaller det «…»`."""
    saying = [clause for clause in clauses if clause.verb is not _LABEL or _is_reported(words, clause)]
    return saying or clauses


def _is_reported(words: Sequence[Word], label: Attribution) -> bool:
    """Tell whether a label's subject opens an `at` clause."""
    first = label.phrases[0].first
    return first > 0 and words[first - 1].low == "at" and label.phrases[0].entity is not None


def _nested(words: Sequence[Word], clauses: Sequence[Attribution]) -> list[list[Attribution]]:
    """Group clauses of which one holds the next: `KCNA melder at Kim sa at …`; others stand beside each other."""
    groups: list[list[Attribution]] = []
    for clause in clauses:
        previous = groups[-1][-1] if groups else None
        if previous is None:
            groups.append([clause])
            continue
        between = {word.low for word in words[previous.at : clause.at]}
        after = {word.low for word in words[clause.at : clause.at + MAX_COMPLEMENT]}
        if "at" not in between:
            groups.append([clause])
        elif clause.verb is _LABEL or (clause.verb in {_SAY, _REPORT} and "at" in after):
            groups[-1].append(clause)
    return groups
