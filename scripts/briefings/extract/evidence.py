"""What a name and the words around it say about what kind of name it is.

The weights were set by hand, not fitted; the name model's probabilities stand beside them as one more voice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from briefings.extract import cues, organisations, titles
from briefings.extract.bearings import bearings_of, gives_notice
from briefings.extract.circumstances import NO_PERSON, NO_PLACE, RARELY_PERSON, Evidence, circumstances_of, plays
from briefings.extract.dealings import dealings_of, is_owned, told_of
from briefings.extract.journeys import journeys_of
from briefings.extract.shaping import is_bracketed_party, is_channel, is_slip
from briefings.extract.spans import Span
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words
from briefings.findings import MentionType

_PERSON, _ORGANISATION, _STATE, _PLACE = (
    MentionType.PERSON,
    MentionType.ORGANISATION,
    MentionType.STATE,
    MentionType.PLACE,
)
_IN = frozenset({"i", "på"})
_PAPERS = frozenset(
    {"avisa", "avisen", "lokalavisa", "lokalavisen", "nettavisa", "nettavisen", "dagbladet", "distriktsavisa"}
)
_OUTSIDE = frozenset({"utenfor", "utanfor", "udenfor", "nær"})
_ENGLISH = frozenset({"of", "the", "a"})
_SITES = (".no", ".dk", ".com", ".net", ".org", ".se", "+")
_BY_RULE: dict[str, tuple[MentionType, float]] = {
    cues.STATE: (_STATE, 6.0),
    cues.ORGANISATION: (_ORGANISATION, 5.0),
    cues.PLACE: (_PLACE, 2.5),
    cues.BODY_OF_STATE: (_ORGANISATION, 9.0),
    cues.BODY: (_ORGANISATION, 9.0),
    cues.HEAD_AFTER: (_ORGANISATION, 9.0),
    cues.PLACE_HEAD_AFTER: (_PLACE, 9.0),
}
USUAL_WORDS = 3
"""Words up to which an unknown name is a person's rather than an organisation's."""
PLAYERS = 5.0
"""Weight of a player's noun behind a hyphen, though the club bears a town's name: `Sandefjord-spissen`."""
BESIDE = 1.4
"""Weight of a known name beside an unknown one: below `voting.TELLING`, as any two may be told of together."""
PAPER = 9.0
"""Weight of a noun for papers before a place, which nothing else makes a paper: `avisa Hordaland`."""
OUTSIDE = 2.5
OPENING = 0.8
"""Weight of `I` before a name at a sentence's start: what happens in a firm is seldom told so."""
LONGER_PLACE = 4.5
"""Weight of a known place of several words, which little else is called."""
LISTED = 3.0
"""The same where `i` tells that it is one of several places: `fabrikker i Skagen, Peterhead og Tvøroyri`."""
SITE = 9.0
"""Weight of a site's noun behind a hyphen: more than a first name before it and the model together."""
MODEL = "name model"
MODEL_WEIGHT = 5.0
"""Weight of what the name model is sure of."""
UNHEARD_WEIGHT = 2.5
"""The same for a person no word of whose name is a known first name: the model, which has learned from articles with
invented people, takes unheard-of bodies for people too readily. On the development parts it makes no difference."""
LEAST_PROBABILITY = 0.02
"""What the model finds less likely is no evidence."""


def evidence_of(span: Span, text: str) -> Iterator[Evidence]:
    """Yield what a name and its neighbours say about its type."""
    if span.known:
        kind, weight = _BY_RULE[span.known]
        yield kind, LONGER_PLACE if span.known == cues.PLACE and len(span.words) > 1 else weight, span.known
        if span.known == cues.PLACE and len(span.words) == 1 and cues.is_first_name(span.name):
            yield _PERSON, 1.6, "first name"
    for kind, probability in span.model:
        if probability >= LEAST_PROBABILITY:
            yield kind, probability * (UNHEARD_WEIGHT if kind is _PERSON and is_unheard(span) else MODEL_WEIGHT), MODEL
    yield from _inside(span)
    yield from _before(span)
    yield from _after(span, text)
    yield from plays(span)
    if not (span.known or span.compound):
        yield from _beside(span)
        yield from circumstances_of(span)
        yield from bearings_of(span)
        yield from journeys_of(span)


def _beside(span: Span) -> Iterator[Evidence]:
    """Yield the kind of a known name that an unknown one is joined to: `Mowi og X`, `mellom Sanaa og X`."""
    if span.words[-1].lower.removesuffix("s").endswith(("sen", "son")):
        return
    tokens = span.tokens
    near = []
    if span.first > 1 and tokens[span.first - 1].lower == "og" and tokens[span.first].follows:
        near.append(tokens[span.first - 2])
    elif span.first and tokens[span.first].gap == ", ":
        near.append(tokens[span.first - 1])
    if span.end + 1 < len(tokens) and tokens[span.end].lower == "og" and tokens[span.end + 1].follows:
        near.append(tokens[span.end + 1])
    elif span.end < len(tokens) and tokens[span.end].gap == ", ":
        near.append(tokens[span.end])
    rules = {cues.known_rule(token.text) for token in near if token.capital and not cues.is_first_name(token.text)}
    if cues.ORGANISATION in rules:
        yield _ORGANISATION, BESIDE, "beside an organisation"
    if cues.PLACE in rules:
        listed = tokens[span.first].gap == ", " and span.first > 1 and tokens[span.first - 2].lower in _IN
        yield _PLACE, LISTED if listed else BESIDE, "beside a place"


def is_unheard(span: Span) -> bool:
    """Say whether no word of a name is a first name, nor of several one of those that stand first."""
    several = len(span.words) > 1
    for word in span.words:
        if cues.is_first_name(word.text) or (several and cues.is_surname_first(word.text)):
            return False
    return True


def _inside(span: Span) -> Iterator[Evidence]:
    """Yield what the name's own words say."""
    words = span.name.split()
    if span.compound and not span.known:
        plays = span.words[-1].text.rpartition("-")[2] in read_words("organisations", "players")
        yield _ORGANISATION, (PLAYERS if plays else 4.0 if _leads(span) else 2.5), "before a member’s or leader’s title"
    if "-" in words[-1] and cues.is_site(words[-1]):
        yield _PLACE, SITE, "a site named after something"
        yield _PERSON, NO_PERSON, "a site named after something"
    if words[-1].islower() and organisations.is_name_head(words[-1]):
        yield _ORGANISATION, 6.0, "ends as organisations do"
    if len(words) > 1 and organisations.is_name_end(words[-1]):
        yield _ORGANISATION, 4.0, "ends as organisations do"
    if organisations.has_organisation_ending(words[-1], alone=len(words) > 1):
        yield _ORGANISATION, 3.0, "ends as organisations do"
    if len(words) > 1 and words[0] in {"Den", "Det", "De", "Dei"}:
        yield _ORGANISATION, 5.0, "begins as organisations do"
    if words[0] == "The" or _is_firm(span.words) or organisations.begins_organisation(words[0]):
        yield (
            _ORGANISATION,
            8.0 if "&" in {word.gap.strip() for word in span.words[1:]} else 4.0,
            "begins as organisations do",
        )
    yield from _at_ends(words[0], words[-1])
    if len(words) == 1:
        yield from _in_letters(span)
    if not span.known:
        yield from _inside_one(words[0]) if len(words) == 1 else _inside_many(words)


def _in_letters(span: Span) -> Iterator[Evidence]:
    if is_bracketed_party(span.words[0]):
        yield _ORGANISATION, 5.0, "a party’s letters"
    if is_channel(span):
        yield _ORGANISATION, 4.0, "a site’s or a channel’s name"


def _at_ends(first: str, last: str) -> Iterator[Evidence]:
    """Yield what first and last word of several say: `Camp Novo Selo`, `Abdulmalik al-Qadri`, `Helse Fonna`."""
    if last.endswith(_SITES) and last[:1].isupper():
        yield _ORGANISATION, 4.0, "a site’s or a channel’s name"
    if first == last:
        return
    if first in read_words("cues", "place_firsts") or last in read_words("cues", "place_lasts"):
        yield _PLACE, 6.0, "named as places are"
    if last in read_words("organisations", "place_heads") and not organisations.is_name_head(last):
        yield _PLACE, 6.0, "ends as places do"
    if cues.is_arabic(last):
        yield _PERSON, 3.0, "ends as Arabic surnames do"
    if first in first_words():
        yield _ORGANISATION, 3.0, "begins as organisations do"


def _leads(span: Span) -> bool:
    """Say whether it stands before the head of a firm or its shares: `Hedelund-sjefen`, `Hesselø-aktien`."""
    return ends_with(span.words[-1].lower, read_words("organisations", "firm_heads"), 0)


@cache
def first_words() -> frozenset[str]:
    """Return the words that make a name of several an organisation's when they begin it: `Helse`, `Dansk`."""
    return read_words("organisations", "first_words") | read_words("organisations", "body_adjectives")


def _is_firm(words: Sequence[Token]) -> bool:
    """Say whether it is named as firms are: `Olsen & Sønn`, `Fonden Havets Børn`, `Save the Children`."""
    if len(words) == 1:
        return False
    first = words[0].lower
    noun = first in read_words("organisations", "suffixes") or titles.is_organisation_title(first)
    return noun or any(word.gap == " & " or word.text in _ENGLISH for word in words[1:])


def _inside_one(word: str) -> Iterator[Evidence]:
    bare = word.removesuffix("s")
    if ends_with(bare.lower(), read_words("cues", "place_suffixes"), 3):
        yield _PLACE, 1.0, "ends as places do"
    if cues.is_first_name(word) or cues.is_first_name(bare):
        yield _PERSON, 1.6, "first name"
    if ends_with(bare.lower(), read_words("persons", "patronymics"), 2):
        yield _PERSON, 1.5, "ends as surnames do"
    if bare.isupper() and 1 < len(bare) <= cues.SHOUTED_LETTERS:
        yield _ORGANISATION, 2.2, "abbreviation"
        yield _ORGANISATION, 1.3, "in capitals"
        return
    if organisations.is_body(word):
        yield _ORGANISATION, 3.0, "ends as organisations do"
    if ends_with(bare.lower(), read_words("organisations", "offices"), 3):
        yield _PLACE, NO_PLACE, "ends as offices do"
    yield _PERSON, 0.5, "capitals mid-sentence"
    yield _ORGANISATION, 0.6, "capitals mid-sentence"


def _inside_many(words: Sequence[str]) -> Iterator[Evidence]:
    if cues.is_first_name(words[0]):
        yield _PERSON, 3.0, "first name"
    elif cues.is_surname_first(words[0]):
        yield _PERSON, 2.0, "surname that stands first"
    if any(word.endswith(".") and len(word) == len("J.") for word in words):
        yield _PERSON, 2.0, "initial"
    if words[0].isupper() and 1 < len(words[0]) <= cues.SHOUTED_LETTERS and not cues.is_first_name(words[1]):
        yield _ORGANISATION, 1.5, "begins with an abbreviation"
    if ends_with(words[-1].lower(), read_words("persons", "surname_endings"), 2):
        yield _PERSON, 0.8, "ends as surnames do"
    person = len(words) <= USUAL_WORDS and words[-1][:1].isupper()
    yield _PERSON, 0.7 if person else 0.3, "capitals mid-sentence"
    yield _ORGANISATION, 0.7 if person else 0.9, "capitals mid-sentence"


def _before(span: Span) -> Iterator[Evidence]:
    before = span.before
    if before is None:
        return
    lower = before.lower
    yield from told_of(span)
    yield from dealings_of(span)
    if is_slip(span):
        yield _PERSON, 3.0, "joined to a name"
    cue = organisations.is_cue(before.text)
    occupation = not cue and titles.looks_like_occupation(before.text, opens=before.opens)
    company = ends_with(lower, read_words("organisations", "works"), 0) or is_owned(span)
    company = company or lower in read_words("organisations", "company_befores")
    if (cues.is_title(before.text) or occupation or lower in read_words("persons", "person_cues")) and not company:
        yield _PERSON, 3.0, f"after “{lower}”"
    placed = ends_with(lower, read_words("cues", "place_cues"), 0)
    if (cue and not placed) or company:
        paper = span.known == cues.PLACE and lower in _PAPERS
        yield _ORGANISATION, PAPER if paper else 3.0 if span.known else 4.5, f"after “{lower}”"
        if len(span.words) == 1 and not span.known and lower != "laget":  # `da laget Grieg musikk`
            yield _PERSON, RARELY_PERSON, f"after “{lower}”"
    if placed:
        yield _PLACE, 3.0 if span.known else 4.5, f"after “{lower}”"
    yield from _behind_preposition(span, before)


def _behind_preposition(span: Span, before: Token) -> Iterator[Evidence]:
    """Yield what a preposition, or a verb of speech, right before a name says."""
    lower = before.lower
    if lower in _IN:
        yield _PLACE, 1.6, f"after “{lower}”"
        yield _ORGANISATION, 0.6, f"after “{lower}”"
        if before.text == "I" and before.opens and len(span.words) == 1 and not span.known:
            yield _PLACE, OPENING, "where something is"
    elif _is_outside(span):
        yield _PLACE, OUTSIDE, f"after “{lower}”"
    elif lower in read_words("cues", "place_prepositions"):
        yield _PLACE, 0.7, f"after “{lower}”"
    elif lower in read_words("persons", "speech_verbs") and not gives_notice(span, before):
        yield _PERSON, 1.0, f"after “{lower}”"


def _is_outside(span: Span) -> bool:
    """Say whether two words for where it happens stand before a name: `uden for Kosti`, `nord for Kosti`."""
    at = span.first - 1
    if span.tokens[at].lower in _OUTSIDE and not span.known:
        return True
    return at > 0 and span.tokens[at].lower == "for" and span.tokens[at - 1].lower in read_words("cues", "sides")


def _after(span: Span, text: str) -> Iterator[Evidence]:
    end = span.words[-1].end
    near = text[end : end + 8]
    if near.startswith((" (", ", ")):
        inside = near[2:].split(")")[0].split(",")[0].split(" ")[0]
        if inside.isdigit() and len(inside) == 2:  # noqa: PLR2004 — an age
            yield _PERSON, 4.0, "before an age"
        elif near[1] == "(" and organisations.is_party_letter(inside):
            yield _PERSON, 4.0, "before a party’s letters"
    following = span.tokens[span.end] if span.end < len(span.tokens) else None
    if following is None:
        return
    if len(span.words) == 1 and span.words[0].shouted and following.follows:
        acts = following.lower in read_words("capitals", "acts") and len(span.words[0].text) > len("AP")
        yield _ORGANISATION, 1.6 if acts else 0.0, f"before “{following.lower}”"
    if following.gap == ", " and cues.is_title(following.text):
        yield _PERSON, 1.5, f"before “{following.lower}”"
