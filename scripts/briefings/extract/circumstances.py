"""What a name does in its sentence that tells of what kind it is: where people come from, live, hold office, ride.

`Sander Vik fra Uno-X Mobility` names no person behind `fra`, `født i Thy` a place, `ordføreren i Gulen` too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefings.extract import cues, territories, titles
from briefings.extract.spans import Span
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words
from briefings.findings import MentionType

Evidence = tuple[MentionType, float, str]
"""(type, weight, rule); a weight below nothing speaks against the type."""

_PERSON, _ORGANISATION, _PLACE = MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE
_FROM = frozenset({"fra", "frå", "ved", "i", "på"})
_IN = frozenset({"i", "på"})
_SOURCE_OF = frozenset({"fra", "frå"})
_PUBLISHED = frozenset(
    {"publisert", "publiseres", "publiserast", "publiceret", "publiceres", "offentliggjort", "offentleggjort"}
)
"""Before `i` and a journal."""
_HOME = frozenset({"fra", "frå", "i"})
_WITH = frozenset({"for", "med", "i", "på", "hos", "fra", "frå"})
NO_PERSON = -5.0
"""Weight against a person: as much as the name model's when it is sure of one."""
OF_PLACE = 4.5
OF_BODY = 4.5
OF_UNION = 7.0
"""Weight of what one who is elected by others belongs to: more than the model and `i` for a place."""
NO_PLACE = -5.0
RARELY_PERSON = -1.5
RESULT = 6.0
MOST_OPPONENT = 4
"""Words of a team's name, and one."""
_RESULT = re.compile(r":? \d{1,3}[-–]\d{1,3}(?!\d)")
_DASHES = frozenset({" – ", " - ", " — ", "–", "-"})
MATCH_WORDS = 25
"""Words on either side of a name in which those for matches are looked for."""


def circumstances_of(span: Span) -> Iterator[Evidence]:
    """Yield what the words before a name in no list, and its hyphens, say."""
    if _is_double(span.words[0]):
        yield _PERSON, RARELY_PERSON, "two capitals and a hyphen"
        yield _ORGANISATION, 1.0, "two capitals and a hyphen"
    before = span.before
    if _is_maker(span):
        yield _PERSON, NO_PERSON, "behind what it made"
        yield _ORGANISATION, OF_BODY, "behind what it made"
    if before is None or span.first < 2 or not before.follows:  # noqa: PLR2004 — two words
        return
    link, two = before.lower, span.tokens[span.first - 2]
    if link in _FROM and ends_person(span, span.first - 1):
        yield from _behind_person(span, link)
    if link == "til" and two.lower in read_words("organisations", "changing"):
        yield _PLACE, NO_PLACE, f"after “{two.lower} {link}”"
    told = _told_of(span, link, two)
    if told is not None:
        yield _PERSON, NO_PERSON, f"after “{two.lower} {link}”"
        yield told, OF_PLACE if told is _PLACE else OF_BODY, f"after “{two.lower} {link}”"


def _behind_person(span: Span, link: str) -> Iterator[Evidence]:
    """Yield what a person and a preposition before a name say: `Stian Hovde i Tekna`."""
    yield _PERSON, NO_PERSON, f"behind a person and “{link}”"
    if len(span.words) > 1 and link not in _IN:
        # Unknown places of several words are rare.
        yield _ORGANISATION, 1.0, f"behind a person and “{link}”"
    if _is_titled(span, "experts_of_bodies", "titles"):
        yield _ORGANISATION, OF_BODY, f"behind an expert and “{link}”"
    elif _is_titled(span, "stewards", "organisations"):
        yield _ORGANISATION, OF_UNION, f"behind one who stands for others and “{link}”"


def _told_of(span: Span, link: str, two: Token) -> MentionType | None:
    """Return what kind of name follows two words: `kontrakt med`, `født i`, `ordføreren i`; None where none tells."""
    if link in _WITH and two.lower in read_words("organisations", "team_befores"):
        return _ORGANISATION
    if link == "til" and two.lower in read_words("organisations", "changing"):
        return _ORGANISATION
    if link in _SOURCE_OF and two.lower in read_words("organisations", "told_by"):
        return _ORGANISATION
    if link == "i" and two.lower in _PUBLISHED:
        return _ORGANISATION
    if link in _HOME and two.lower in read_words("cues", "residents"):
        return _PLACE
    if link == "i" and two.lower in read_words("cues", "town_things"):
        return _PLACE
    in_office = link in _IN and titles.title_key(two.text) in read_words("titles", "local_offices")
    return _PLACE if in_office or (link in _FROM and _is_home(span)) else None


def _is_maker(span: Span) -> bool:
    """Say whether a name of one word made or owns something: `produsert av islandske Marel`, `bygget av Vard`."""
    at = span.first - 1
    if len(span.words) > 1 or at < 1 or cues.is_first_name(span.words[0].text):
        return False
    if span.tokens[at].lower.endswith("e") and territories.adjective_state(span.tokens[at].lower):
        at -= 1
    by = span.tokens[at].lower in {"av", "af"} and at > 0
    return by and span.tokens[at - 1].lower in read_words("organisations", "made")


def _is_double(word: Token) -> bool:
    """Say whether a word is two with capitals, neither a first name nor a surname’s end: `Lidl-Trek`."""
    one, hyphen, other = word.text.partition("-")
    if not hyphen or not one[:1].isupper() or not other[:1].isupper():
        return False
    if cues.is_first_name(one) or cues.is_first_name(other) or cues.is_arabic(word.text):
        return False
    endings = read_words("persons", "surname_endings")
    return not any(ends_with(part.lower().removesuffix("s"), endings, 2) for part in (one, other))


def ends_person(span: Span, end: int) -> bool:
    """Say whether a person’s full name ends right before a token: two capitals, the first of them a first name."""
    if end < 2:  # noqa: PLR2004 — two words
        return False
    words = span.tokens[max(0, end - 4) : end]
    last = len(words)
    first = last
    while first and words[first - 1].capital and (first == last or words[first].follows):
        first -= 1
    return last - first > 1 and any(cues.is_first_name(word.text) for word in words[first : last - 1])


def _is_titled(span: Span, key: str, table: str) -> bool:
    """Say whether the person before the preposition has one of some titles: `Overlege Per Vik ved X`."""
    at = span.first - 2
    while at >= 0 and span.tokens[at].capital and span.tokens[at].follows:
        at -= 1
    word = span.tokens[at].text if at >= 0 else ""
    return ends_with(titles.title_key(word), read_words(table, key), 0)


def _is_home(span: Span) -> bool:
    """Say whether somebody is born, lives or grew up there: `født i Thy`, `voks opp på Nedre Tveit`."""
    two = span.tokens[span.first - 2].lower
    if two != "opp":
        return two in read_words("cues", "living")
    return span.first >= len(("vokse", "opp", "på")) and span.tokens[span.first - 3].lower in read_words(
        "cues", "growing"
    )


def plays(span: Span) -> Iterator[Evidence]:
    """Yield that a name plays: next to a verb of matches, or after `mot`, in a sentence about a match."""
    if span.known != cues.STATE and _has_result(span):
        yield _ORGANISATION, RESULT, "has a result"
        return
    before = span.tokens[span.first - 1].lower if span.first else ""
    after = span.tokens[span.end].lower if span.end < len(span.tokens) else ""
    verbs = read_words("organisations", "match_verbs")
    if before not in {"mot", "mod", "imot"} and after not in verbs and before not in verbs:
        return
    around = span.tokens[max(0, span.first - MATCH_WORDS) : span.end + MATCH_WORDS]
    words = read_words("organisations", "match_words")
    score = any(a.text.isdigit() and b.text.isdigit() and b.gap in {"-", "–"} for a, b in pairwise(around))
    if score or any(token.lower in words for token in around):
        yield _ORGANISATION, 4.0 if span.known == cues.PLACE else 2.5, "plays a match"


def _has_result(span: Span) -> bool:
    """Say whether a name stands beside another and their result: `SOGNDAL – RAUFOSS 2–1`."""
    tokens, end = span.tokens, span.end
    if span.words[0].gap in _DASHES and span.first:
        last = end
    elif end < len(tokens) and tokens[end].gap in _DASHES and tokens[end].capital:
        last = next((at for at in range(end + 1, min(len(tokens), end + MOST_OPPONENT)) if not tokens[at].capital), end)
    else:
        return False
    result = "".join(f"{token.gap}{token.text}" for token in tokens[last : last + 2])
    return _RESULT.match(result) is not None
