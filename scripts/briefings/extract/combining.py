"""What the rules find and what the name model finds, made one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from briefings.extract import cues, openings, organisations, territories, titles
from briefings.extract.name_model import Name
from briefings.extract.spans import Span
from briefings.extract.stretches import words_of
from briefings.extract.tokens import Token
from briefings.extract.voting import is_supported
from briefings.extract.wordlists import read_words
from briefings.findings import MentionType
from briefings.names import LONGEST_NAME, name_key

_STATE, _PLACE, _PERSON, _ORGANISATION = (
    MentionType.STATE,
    MentionType.PLACE,
    MentionType.PERSON,
    MentionType.ORGANISATION,
)

_FIRST = attrgetter("first")

LEAST = 0.4
"""Probability from which on a name is one that only the model sees."""
SURE = 0.6
"""Probability from which on the model's longer name counts more than a known one within it."""

DASHES = frozenset({" – ", " - ", " — "})
SURE_OPENING = 0.75
"""The same for a single word that opens a sentence."""

SURE_RULES = frozenset(
    {
        cues.STATE,
        cues.ORGANISATION,
        cues.BODY_OF_STATE,
        cues.BODY,
        cues.HEAD_AFTER,
        cues.PLACE_HEAD_AFTER,
    }
)


class Row(Struct, frozen=True):
    """One sentence and the names the rules and the model find in it."""

    tokens: tuple[Token, ...]
    at: int
    by_rule: tuple[tuple[int, int, str | None], ...]
    """(first word, end, rule that knows it)."""
    by_model: tuple[Name, ...]


def combine(text: str, rows: Sequence[Row]) -> list[Span]:
    """Return the names of an article, in order, none overlapping."""
    modelled = [list(_modelled(row)) for row in rows]
    met = {name_key(span.name) for spans in modelled for span in spans}
    return [span for row, spans in zip(rows, modelled, strict=True) for span in _combine_row(text, row, spans, met)]


def _combine_row(text: str, row: Row, modelled: Sequence[Span], met: set[str]) -> list[Span]:
    if not row.by_rule:
        return [span for span in modelled if _is_seen(span)]
    firsts, ends = [span.first for span in modelled], [span.end for span in modelled]
    kept: list[Span] = []
    for first, end, known in row.by_rule:
        over = modelled[bisect_right(ends, first) : bisect_left(firsts, end)]
        same = over[0] if len(over) == 1 and (over[0].first, over[0].end) == (first, end) else None
        seen = same.model if same is not None and known not in SURE_RULES else ()
        span = Span(row.tokens, first, end, row.at, known, model=seen)
        if _wins(span, over) if over and same is None else same or _stands_alone(span, met, text):
            kept.append(span)
    if not modelled:
        return kept
    taken = {index for span in kept for index in range(span.first, span.end)}
    begun = {first for first, _, _ in row.by_rule}
    kept += [
        span
        for span in modelled
        if taken.isdisjoint(range(span.first, span.end)) and (span.first in begun or _is_seen(span))
    ]
    return sorted(kept, key=_FIRST)


def _modelled(row: Row) -> Iterator[Span]:
    """Yield what the model finds as spans of the sentence's words."""
    if not row.by_model:
        return
    starts = [token.start for token in row.tokens]
    ends = [token.end for token in row.tokens]
    for name in row.by_model:
        if name.end - name.start > LONGEST_NAME:
            continue
        first, end = bisect_left(starts, name.start), bisect_left(ends, name.end + 1)
        while first < end and not (row.tokens[first].capital or _may_lead(row.tokens[first])):
            first += 1
        if name.probability >= LEAST:
            for one, last in _parted(row.tokens, first, end):
                yield Span(row.tokens, one, last, row.at, None, model=_types(words_of(row.tokens, one, last), name))


def _parted(tokens: Sequence[Token], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names in what the model takes for one.

    Two are beside a dash or a verb of matches, a body and its town behind a noun for bodies; none is a title, nor what
    follows a word that names nobody.
    """
    if end - first < 2:  # noqa: PLR2004 — words
        if first < end:
            yield first, end
        return
    if not tokens[end - 1].capital and titles.is_person_title(tokens[end - 1].text):
        return
    if tokens[end - 1].text.replace("-", "").isdigit() and "-" in tokens[end - 1].text:
        end -= 1  # `Rosenborg | 1-1`
    dash = next((at for at in range(first + 1, end) if tokens[at].gap in DASHES), None)
    if dash is not None:
        yield from _parted(tokens, first, dash)
        yield from _parted(tokens, dash, end)
        return
    if (seat := _seat(tokens, first, end)) is not None:
        yield first, seat
        first = seat + 1
    yield from _beside_verbs(tokens, first, end)


def _beside_verbs(tokens: Sequence[Token], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names that a noun for what bears one, and verbs of matches, part."""
    if end - first > 1 and tokens[first + 1].capital:
        if openings.is_noun_compound(tokens[first].text):
            yield first, first + 1
            first += 1
        elif tokens[first].opens and organisations.is_firm_cue(tokens[first].text):
            first += 1  # `Bryggeriet | Grans`
    for at in range(first + 1, end - 1):
        if tokens[at].lower in read_words("organisations", "match_verbs") and tokens[at + 1].capital:
            yield first, at
            first = at + 1
        elif not tokens[at].capital and cues.names_nobody(" ".join(token.text for token in tokens[at + 1 : end])):
            end = at
            break
    if first < end:
        yield first, end


def _seat(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Return where `i` and a city begin behind a body that a noun tells to be one: `tenketanken Asan | i Seoul`."""
    if not first or end - first < 3:  # noqa: PLR2004 — a body, `i`, a city
        return None
    at = next((at for at in range(first + 1, end - 1) if tokens[at].lower == "i"), None)
    if at is None or not organisations.is_cue(tokens[first - 1].text):
        return None
    if organisations.begins_organisation(tokens[first].text):
        return None
    return at if cues.known_rule(" ".join(token.text for token in tokens[at + 1 : end])) == cues.PLACE else None


def _may_lead(token: Token) -> bool:
    return token.lower in read_words("persons", "particles") or "." in token.text


def _is_seen(span: Span) -> bool:
    """Say whether a name that only the model sees is sure enough: surer where a sentence opens with it."""
    return len(span.words) > 1 or not span.words[0].opens or _probability(span) >= SURE_OPENING


def _probability(span: Span) -> float:
    return sum(share for _, share in span.model)


def _wins(span: Span, over: Sequence[Span]) -> bool:
    """Say whether a name by rule is better than those the model sees in its place."""
    longer = any(other.first <= span.first and span.end <= other.end for other in over)
    sure = any(_probability(other) >= SURE for other in over)
    if span.known in SURE_RULES:
        return not (longer and sure and span.known in {cues.STATE, cues.ORGANISATION})
    if longer or span.known:
        return False
    if any(word.gap == " & " for word in span.words[1:]) or _begins_before(span, over):
        return True
    first = span.words[0].text
    if _is_eastern(span):
        return True
    if not sure and (cues.is_first_name(first) or cues.is_surname_first(first)):
        return True
    # `Visma-Lease a Bike`, not `Wagner-gruppa i Mali`
    compound = span.words[0].text.partition("-")[2][:1].islower()
    return any(not token.capital for token in span.words[1:]) and not compound


def _is_eastern(span: Span) -> bool:
    """Say whether it is a name as `Lai Ching-te`, whose second word the model takes for a compound."""
    return len(span.words) > 1 and cues.is_eastern(span.words[0].text, span.words[1].text)


def _begins_before(span: Span, over: Sequence[Span]) -> bool:
    """Say whether the model only misses a first word that is in no list and opens nothing: `Km Jong Un`."""
    first = span.words[0]
    if len(over) > 1 or over[0].first != span.first + 1 or over[0].end != span.end or first.opens:
        return False
    return not (cues.known_rule(first.text) or cues.is_title(first.text) or first.text.endswith("s"))


def _stands_alone(span: Span, met: set[str], text: str) -> bool:
    """Say whether a name that the model does not see here is one: it does elsewhere, or much speaks for it."""
    if span.known in SURE_RULES or _is_eastern(span) or name_key(span.name) in met or _member_of(span) in met:
        return True
    return is_supported(span, text)


def _member_of(span: Span) -> str:
    """Return the key of the party or body whose member a word with an apostrophe calls somebody: `SF'eren`."""
    return name_key(span.name.replace("’", "'").partition("'")[0])


def _types(words: str, name: Name) -> tuple[tuple[MentionType, float], ...]:
    place = _STATE if territories.state_of(words) else _PLACE
    return (
        (_PERSON, name.types.get("PER", 0.0)),
        (_ORGANISATION, name.types.get("ORG", 0.0)),
        (place, name.types.get("GPE", 0.0) + name.types.get("LOC", 0.0)),
    )
