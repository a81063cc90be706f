"""What kind of name a name is, as the evidence of all its mentions in the article says together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import inf

from briefings.extract import cues
from briefings.extract.circumstances import NO_PERSON, Evidence
from briefings.extract.evidence import MODEL, evidence_of, is_unheard
from briefings.extract.shaping import is_slip, is_thing, is_word, shape
from briefings.extract.spans import Span
from briefings.extract.wordlists import ends_with, read_words
from briefings.findings import Mention, MentionType
from briefings.names import fold, name_key

_PERSON, _ORGANISATION, _PLACE = MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE
_OTHER_TYPES = tuple(kind for kind in MentionType if kind is not _PERSON)
"""All but the first."""
_NO_VOTES = -inf
SHARED_FIRST_WORD = 6.0
"""Weight, for each mention, of being the first word of an organisation's longer name."""
NAMESAKE = 8.0
"""Weight, for each mention, of being the first word of a hospital's or a school's name."""
SITE_ALONE = 3.0
"""Weight, for each mention, of being what a site is called after."""
IN_A_ROW = 3.0
"""Weight, for each mention, of standing in a row of places."""
LONGEST_ROW = 12
"""Names."""
STRANGER = 1.0
"""Weight, for each mention, against a person who is only ever one unknown word; news introduces people by two."""
INTRODUCED = 1.5
"""Weight of evidence, besides the model's, that introduces somebody."""
TELLING = 1.5
"""Weight from which on evidence speaks for a name that the name model does not see."""
SUPPORTED = 2.5
"""Such weights together from which on it is one. On the development parts a lower sum costs more than it finds."""

Votes = dict[MentionType, float]
"""Weights of the evidence for each type."""


def classify(text: str, spans: Sequence[Span]) -> list[Mention]:
    """Return the mentions the spans are, each with its type, rule and score; spans that name nobody fall."""
    kept = [shaped for span in spans if (shaped := shape(span)) is not None]
    things = {span.name for span in kept if is_thing(span)}
    kept = [span for span in kept if span.known or span.name not in things]
    met = frozenset(span.name for span in kept)
    own = [list(evidence_of(span, text)) for span in kept]
    keys = [fold(cues.base_form(span.name, met)) for span in kept]
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for key, evidence in zip(keys, own, strict=True):
        for kind, weight, _ in evidence:
            votes[key][kind] += weight
    _share_surnames(kept, keys, votes)
    _share_sites(kept, keys, votes)
    _share_rows(kept, keys, votes)
    _doubt_strangers(kept, keys, own, votes)
    _share_first_words(kept, keys, votes)
    return [_mention(text, span, evidence, votes[key]) for span, key, evidence in zip(kept, keys, own, strict=True)]


def _share_surnames(spans: Sequence[Span], keys: Sequence[str], votes: dict[str, Votes]) -> None:
    """Let a word that is part of a person's full name, met alone, be that person."""
    parts: set[str] = set()
    for span, key in zip(spans, keys, strict=True):
        words = key.split()
        if len(words) > 1 and not span.known and _winner(votes[key]) is _PERSON:
            parts.add(words[-1])
            if len(words) > 2 and not span.words[-2].capital:  # noqa: PLR2004 — `van Dijk` of `Virgil van Dijk`
                parts.add(" ".join(words[-2:]))
            if cues.is_surname_first(span.words[0].text) or cues.is_first_name(span.words[0].text):
                parts.add(words[0])
    for key in sorted(set(keys) & parts):
        votes[key][_PERSON] += 3.5


def _share_sites(spans: Sequence[Span], keys: Sequence[str], votes: dict[str, Votes]) -> None:
    """Let a name in no list that a site is called after, met alone, be the place: `Margara-brua`, `på Margara`."""
    called = {fold(span.name.rpartition("-")[0]) for span in spans if not span.known and cues.is_site(span.name)}
    for span, key in zip(spans, keys, strict=True):
        if key in called and not span.known:
            votes[key][_PLACE] += SITE_ALONE


def _share_rows(spans: Sequence[Span], keys: Sequence[str], votes: dict[str, Votes]) -> None:
    """Let names in no list be places where `i` and a place open their row: `i Kidal, Gao og Ménaka`."""
    named: set[str] | None = None
    row: list[int] = []
    for index, span in enumerate(spans):
        joint = _joint(spans[index - 1], span) if row else None
        row = [*row, index] if joint and len(row) < LONGEST_ROW else [index]
        opening = spans[row[0]]
        if joint != "og" or opening.before is None or opening.before.lower != "i":
            continue
        if _winner(votes[keys[row[0]]]) is not _PLACE:
            continue
        if named is None:
            named = {name_key(word.text) for each in spans if len(each.words) > 1 for word in each.words}
        for other in row[1:]:
            if not spans[other].known and len(spans[other].words) == 1 and name_key(spans[other].name) not in named:
                votes[keys[other]][_PLACE] += IN_A_ROW
                votes[keys[other]][_PERSON] += NO_PERSON


def _joint(one: Span, other: Span) -> str | None:
    """Return what joins two names of a sentence: a comma, `og`; None where nothing does."""
    if one.tokens is not other.tokens:
        return None
    if one.end == other.first:
        return "," if other.words[0].gap == ", " else None
    return "og" if one.end + 1 == other.first and one.tokens[one.end].lower in {"og", "eller"} else None


def _doubt_strangers(
    spans: Sequence[Span], keys: Sequence[str], own: Sequence[Sequence[Evidence]], votes: dict[str, Votes]
) -> None:
    """Doubt that one word is a person whom the article nowhere introduces: by first name, title, age or relatives."""
    strangers = [
        key
        for span, key in zip(spans, keys, strict=True)
        if not (span.known or span.compound or " " in key) and is_unheard(span)
    ]
    if not strangers:
        return
    told = {
        (key, kind)
        for key, evidence in zip(keys, own, strict=True)
        for kind, weight, rule in evidence
        if weight >= INTRODUCED and rule != MODEL
    }
    named = {name_key(word.text) for span in spans if len(span.words) > 1 for word in span.words}
    for key in strangers:
        if (key, _PERSON) in told or (key, _ORGANISATION) not in told:
            continue
        surname = key in read_words("persons", "surname_endings")  # `Berg`
        surname = surname or ends_with(key, read_words("persons", "patronymics"), 2)
        if name_key(key) not in named and not surname:
            votes[key][_PERSON] -= STRANGER


def _share_first_words(spans: Sequence[Span], keys: Sequence[str], votes: dict[str, Votes]) -> None:
    """Let a word that begins an organisation's longer name, met alone, be that organisation: `Nordsokkel Energi`."""
    firsts = {
        key.split()[0]
        for span, key in zip(spans, keys, strict=True)
        if " " in key and not span.known and _winner(votes[key]) is _ORGANISATION
    }
    # `Wagners soldater` beside `Wagner-gruppen`
    firsts |= {
        fold(span.name.rpartition("-")[0])
        for span, key in zip(spans, keys, strict=True)
        if _is_group(span) and _winner(votes[key]) is _ORGANISATION
    }
    _share_with_longer(spans, keys, votes)
    _share_namesakes(spans, keys, votes)
    taken = {key.split()[-1] for key in keys if " " in key and _winner(votes[key]) is _PERSON}
    known = {key for span, key in zip(spans, keys, strict=True) if span.known}
    # `Skjereggs forsvarer` too, where the first word stands alone in the genitive only
    genitives = {f"{first}s" for first in firsts - taken}
    for key in sorted(set(keys) & (firsts | genitives) - taken - known):
        if _winner(votes[key]) is not _PERSON:
            continue
        votes[key][_ORGANISATION] += SHARED_FIRST_WORD * sum(each == key for each in keys)


def _is_group(span: Span) -> bool:
    """Say whether a hyphen joins a name in no list to a noun for what bears it: `Wagner-gruppen`."""
    if span.known or span.compound or len(span.words) > 1 or "-" not in span.name:
        return False
    return span.name.rpartition("-")[2].islower()


def _share_namesakes(spans: Sequence[Span], keys: Sequence[str], votes: dict[str, Votes]) -> None:
    """Let the first word of a hospital’s or a school’s name, met alone, be that body: `på Haukeland`.

    Not where it is a known place, or things happen `i` it.
    """
    bodies = {
        key.split()[0]
        for span, key in zip(spans, keys, strict=True)
        if len(span.words) > 1 and ends_with(span.words[-1].lower, read_words("organisations", "namesakes"), 0)
    }
    inside = {
        key for span, key in zip(spans, keys, strict=True) if span.before is not None and span.before.lower == "i"
    }
    for span, key in zip(spans, keys, strict=True):
        if key in bodies and key not in inside and not span.known:
            votes[key][_ORGANISATION] += NAMESAKE


def _share_with_longer(spans: Sequence[Span], keys: Sequence[str], votes: dict[str, Votes]) -> None:
    """Let a name of several words be an organisation’s if its first, met alone or in a compound, is: `Hesselø Tankers`.

    A person’s first word is a first name.
    """
    alone = {
        key
        for span, key in zip(spans, keys, strict=True)
        if " " not in key and not span.known and span.compound and _winner(votes[key]) is _ORGANISATION
    }
    for span, key in zip(spans, keys, strict=True):
        first, _, rest = key.partition(" ")
        if rest and first in alone and not span.known and not cues.is_first_name(span.words[0].text):
            votes[key][_ORGANISATION] += SHARED_FIRST_WORD


def _winner(votes: Votes) -> MentionType:
    """Return the type with the most votes, of equals the first."""
    winner, most = _PERSON, votes.get(_PERSON, _NO_VOTES)
    for kind in _OTHER_TYPES:
        if (weight := votes.get(kind, _NO_VOTES)) > most:
            winner, most = kind, weight
    return winner


def _strongest_first(item: Evidence) -> tuple[float, str]:
    return -item[1], item[2]


def _mention(text: str, span: Span, evidence: Sequence[Evidence], votes: Votes) -> Mention:
    kind = _winner(votes)
    supporting = min([item for item in evidence if item[0] is kind], key=_strongest_first, default=None)
    start, end = span.words[0].start, span.words[-1].end
    rule = supporting[2] if supporting else f"{kind} elsewhere in the article"
    score = (
        dict(span.model)[kind]
        if rule == MODEL
        else votes[kind] / (sum(weight for weight in votes.values() if weight > 0) + 1.0)
    )
    return Mention(text[start:end], start, end, span.at, kind, rule, round(score, 2))


def is_supported(span: Span, text: str) -> bool:
    """Say whether its own words and its neighbours speak for a name enough to believe it without the model."""
    shaped = shape(span)
    if shaped is None:
        return False
    if shaped.compound or is_slip(shaped):
        return True
    if span.known == cues.PLACE and (is_word(span.name) or cues.is_first_name(span.name)):
        return span.before is not None and span.before.lower == "i"  # `Brannen i Tønder`
    votes: Votes = defaultdict(float)
    for kind, weight, _ in evidence_of(shaped, text):
        votes[kind] += weight if weight >= TELLING else 0.0
    return max(votes.values()) >= SUPPORTED
