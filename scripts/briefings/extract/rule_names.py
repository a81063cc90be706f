"""Where in a sentence each name begins and ends, by rules: those known, then those that look like one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

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
    behind = 0
    for index in _leading(tokens):
        if index < behind or not (found := _span_at(tokens, index, document, shouted=shouted)):
            continue
        behind = found[0]
        if _length(tokens, index, behind) <= LONGEST_NAME:
            spans.append((index, *found))
    return spans


def _leading(tokens: Sequence[Token]) -> list[int]:
    """Return the indices of the words that may be the first of a name: nine of ten words need not be looked at.

    Besides those in capitals a state's adjective may, a particle, an article, a follower, half of a committee's name, a
    ministry's.
    """
    small, last = _small_leaders(), len(tokens) - 1
    return [
        index
        for index, token in enumerate(tokens)
        if (token.capital and not (token.opens and index < last and _route_at(tokens, index + 1)))
        or token.lower in small
        or "-" in token.text
        or (index < last and (tokens[index + 1].lower == "i" or tokens[index + 1].gap == "- "))
        or state_bodies.may_be_ministry(token.text)
    ]


@cache
def _small_leaders() -> frozenset[str]:
    """Return words in small letters that may be the first of a name, whatever follows."""
    followers = organisations.followers()
    return frozenset(
        _ARTICLES | SURNAME_PARTICLES | territories.definite_adjectives() | followers | {f"{one}s" for one in followers}
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
