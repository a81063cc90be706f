"""Where in a sentence each name begins and ends, by rules: those known, then those that look like one."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract import articled, bodies, contests, cues, organisations, state_bodies, territories
from briefings.extract.known_names import known_at
from briefings.extract.openings import Document, acts_if_word, may_begin
from briefings.extract.stretches import words_of
from briefings.extract.tokens import Token
from briefings.extract.unlisted_names import name_end
from briefings.extract.wordlists import read_words
from briefings.names import LONGEST_NAME

_FAROESE = frozenset({"í", "á", "við"})
"""Particles of surnames that are places' names too: `Høgni í Dali`."""
SURNAME_PARTICLES = frozenset({"van", "von", "ter", "zu"}) | _FAROESE
"""Particles that are no Norwegian or Danish words: with one, a surname stands alone."""
MOST_PARTICLES = 3
_ARTICLES = frozenset({"den", "det"})


def spans_of(tokens: Sequence[Token], document: Document, *, shouted: bool) -> list[tuple[int, int, str | None]]:
    """Return (first token, end, rule if known) of every name in a sentence."""
    spans: list[tuple[int, int, str | None]] = []
    index = 0
    while index < len(tokens):
        found = _span_at(tokens, index, document, shouted=shouted) if _may_lead(tokens, index) else None
        if found and _length(tokens, index, found[0]) <= LONGEST_NAME:
            spans.append((index, *found))
        index = found[0] if found else index + 1
    return spans


def _may_lead(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word may be the first of a name.

    Besides those in capitals a state's adjective may, a particle, an article, a follower, half of a committee's name, a
    ministry's.
    """
    token = tokens[index]
    if token.opens and index + 1 < len(tokens) and _route_at(tokens, index + 1):
        return False
    if token.capital or token.text in _ARTICLES or token.lower in SURNAME_PARTICLES:
        return True
    if token.text.endswith("e") and territories.adjective_state(token.text):
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    halved = after is not None and after.gap == "- "
    seated = after is not None and after.lower == "i"
    return (
        halved
        or seated
        or state_bodies.may_be_ministry(token.text)
        or organisations.followers_of(token.lower) is not None
    )


def _length(tokens: Sequence[Token], first: int, end: int) -> int:
    return tokens[end - 1].end - tokens[first].start


def _span_at(
    tokens: Sequence[Token], index: int, document: Document, *, shouted: bool
) -> tuple[int, str | None] | None:
    """Return (end, rule if known) of the name that begins at a token; None where none does."""
    if found := state_bodies.mission(tokens, index) or state_bodies.with_adjective(tokens, index):
        return found, cues.BODY_OF_STATE
    if tokens[index].lower in SURNAME_PARTICLES and (end := _particle_surname(tokens, index)):
        return end, None
    if organisations.followers_of(tokens[index].lower):
        return index + 1, cues.ORGANISATION
    if not tokens[index].capital:
        return _small_body(tokens, index)
    if body := _body_at(tokens, index, document, shouted=shouted):
        return body
    if contest := contests.contest_at(tokens, index):
        return contest, None
    if known := known_at(tokens, index, document, shouted=shouted):
        return known
    if index + 1 < len(tokens) and tokens[index + 1].gap == "- " and not organisations.is_name_end(tokens[index].text):
        return None  # half a word: `Børne- og undervisningsministeren`
    if shouted or not may_begin(tokens, index, document) or not acts_if_word(tokens, index, document):
        return None
    end = name_end(tokens, index, document)
    return end, None


def _route_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of the two towns that a noun for a route stands before: `sambandet Anda–Lote`."""
    if not index or not tokens[index].follows or tokens[index - 1].lower not in read_words("cues", "routes"):
        return None
    if "-" in tokens[index].text and tokens[index].text.partition("-")[2][:1].isupper():
        return index + 1
    other = tokens[index + 1] if index + 1 < len(tokens) else None
    return index + 2 if other is not None and other.capital and other.gap == "–" else None


def _body_at(tokens: Sequence[Token], index: int, document: Document, *, shouted: bool) -> tuple[int, str] | None:
    """Return (end, rule) of a body, or a route, whose name begins with a capital."""
    if (end := state_bodies.with_article(tokens, index)) and not _is_named_by_state(tokens, index, end, document):
        return end, cues.BODY_OF_STATE
    if end := state_bodies.seated(tokens, index):
        return end, cues.BODY_OF_STATE
    if end := _route_at(tokens, index):
        return end, cues.PLACE_HEAD_AFTER
    if shouted:
        return None
    end = max(bodies.body_at(tokens, index) or 0, articled.articled_at(tokens, index) or 0)
    return (end, cues.BODY) if end else None


def _small_body(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """Return (end, rule) of a body named in small letters: `det russiske forsvarsdepartementet`, a committee."""
    if body := state_bodies.with_article(tokens, index) or state_bodies.seated(tokens, index):
        return body, cues.BODY_OF_STATE
    body = bodies.committee_at(tokens, index) or bodies.university_at(tokens, index)
    body = body or state_bodies.ministry(tokens, index)
    return (body, cues.BODY) if body else None


def _is_named_by_state(tokens: Sequence[Token], index: int, end: int, document: Document) -> bool:
    """Say whether the article names the body by its state elsewhere: then the article word is not part of a name."""
    return organisations.organisation_key(words_of(tokens, index, end))[0] in document.bodies


def _particle_surname(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a surname that begins in lower case: `van der Meer`."""
    end = index + 1
    particles = read_words("persons", "particles") | read_words("persons", "particles_after_first_name")
    while end < len(tokens) and end - index < MOST_PARTICLES and tokens[end].follows and tokens[end].lower in particles:
        end += 1
    if end == len(tokens) or not tokens[end].follows or not tokens[end].capital:
        return None
    return None if cues.known_rule(tokens[end].text) and tokens[index].lower not in _FAROESE else end + 1
