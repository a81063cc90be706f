"""Phrases that mean the one just told of: `trønderen`, `34-åringen`, `den svenske diplomaten`, `glasiologen frå X`.

Nothing in the article says of anybody that he is one. Such a phrase means the only person of the nearest sentence
before it that names people, if that stands close, the phrase's own sentence does not name the same person, and nothing
tells of another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from briefings.extract.descriptions import Phrase
from briefings.extract.roles_after import role_from
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words

MOST_BACK = 5
"""Sentences that are looked at before the phrase's own."""
MOST_OPENING = 8
"""Sentences that open an article: headline, lead, and what stands between them."""
MOST_AHEAD = 4
"""Sentences that are looked at behind the phrase's own: headline, lead and the first of the text."""
MOST_PARAGRAPHS = 2
"""Paragraphs back: the one before, and the one before a picture or a quote of its own."""
_ARTICLES = frozenset({"den", "det"})
_MEMBERS = frozenset({"topp", "politiker", "veteran", "profil"})
"""Keys of what anybody of a party or a body may be called: `SV-politikeren`, `Høyre-toppen`."""
_FROM = frozenset({"fra", "frå", "ved"})


class Row(Struct, frozen=True):
    """One sentence, as far as phrases like these are concerned."""

    tokens: Sequence[Token]
    at: int
    """Paragraph."""
    people: frozenset[int]
    """Entities of the people it names outside quotations, and not in the genitive."""
    named: frozenset[int] = frozenset()
    """Of all people it names."""


def looked_at(row: int) -> range:
    """Return the sentences that decide whom a phrase of a sentence means."""
    return range(0 if row < MOST_OPENING else row - MOST_BACK, row + MOST_AHEAD + 1)


def is_candidate(phrase: Phrase) -> bool:
    """Say whether a phrase may mean the one just told of: by age, people, or by what it does."""
    if phrase.owned or phrase.plural or phrase.expert or phrase.anybody:
        return False
    once = phrase.former or phrase.changing
    if phrase.member_of is not None:
        return once or phrase.title in _MEMBERS
    return phrase.title is None or phrase.seated or once or phrase.state is not None or _is_profession(phrase.title)


def needs_next(phrase: Phrase) -> bool:
    """Say whether a phrase means only somebody of no role, right before: `Den russiske ministeren`, `SV-toppen`."""
    if phrase.former or phrase.changing:
        return False
    office = phrase.title is not None and phrase.state is not None
    return phrase.seated or phrase.member_of is not None or (office and not _is_profession(phrase.title or ""))


def is_another_word(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a phrase is another word for somebody, rather than what tells for the first time what he is."""
    called = phrase.state is not None or (phrase.title or "").endswith("topp")
    return called or speaks(tokens, phrase)


@lru_cache(maxsize=1024)
def _is_profession(title: str) -> bool:
    return ends_with(title, read_words("titles", "professions"), 0) and not ends_with(
        title, read_words("titles", "no_professions"), 0
    )


def is_marked(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a phrase with a title stands where the one just told of is meant.

    It has an article and an adjective, speaks, or says where one works: `fortel glasiologen`, `Arkeologen frå Bergen`.
    """
    if needs_next(phrase) and phrase.state is not None:
        return tokens[phrase.first].opens
    if phrase.former or phrase.changing:
        opens = tokens[phrase.first].opens or speaks(tokens, phrase)
        introduces = phrase.end + 1 < len(tokens) and tokens[phrase.end].gap == ", " and tokens[phrase.end].capital
        return opens and not introduces
    if phrase.member_of is not None or (phrase.title or "").endswith("topp"):
        return tokens[phrase.first].opens
    if phrase.title is None or phrase.seated or phrase.end - phrase.first > 2:  # noqa: PLR2004 — article, adjective, title
        return True
    after = tokens[phrase.end] if phrase.end < len(tokens) and tokens[phrase.end].follows else None
    works = after is not None and after.lower in _FROM
    return tokens[phrase.first].lower not in _ARTICLES and (works or speaks(tokens, phrase))


def speaks(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a verb of speech stands right before a phrase."""
    before = tokens[phrase.first - 1] if phrase.first and tokens[phrase.first].follows else None
    return before is not None and before.lower in read_words("persons", "speech_verbs")


def whole(tokens: Sequence[Token], phrase: Phrase) -> tuple[int, int]:
    """Return first token and end of what a phrase says as a role: without article, with where one works."""
    first = phrase.first + (tokens[phrase.first].lower in _ARTICLES)
    stretch = role_from(tokens, first, frozenset())
    if not stretch or stretch[0] != first:
        return first, phrase.end
    # Behind what names where one works the sentence goes on: `frå Nes | lova noko anna`.
    end = next((at for at in range(phrase.end + 2, stretch[1]) if _leaves_name(tokens, at)), stretch[1])
    return first, end


def _leaves_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word goes on behind a name with neither a capital nor what can hang on it."""
    return tokens[at - 1].capital and not tokens[at].capital and tokens[at].lower not in read_words("titles", "links")


def just_told_of(rows: Sequence[Row], row: int) -> int | None:
    """Return the person of the nearest sentence before one that names people; None where it names several or is far."""
    here = rows[row]
    for index in range(row - 1, max(-1, row - 1 - MOST_BACK), -1):
        before = rows[index]
        if here.at - before.at > MOST_PARAGRAPHS:
            return None
        if before.people:
            if len(before.people) > 1:
                return None
            (found,) = before.people
            # Who is named in speech does not speak there.
            since = (one for one in rows[index + 1 : row + 1] if one.at == here.at)
            return None if any(found in one.named for one in since) else found
    return None


def next_told_of(rows: Sequence[Row], row: int, people: Mapping[int, int]) -> int | None:
    """Return whom a phrase means that opens an article's text: the one named next, if nobody is named as often.

    `people` says how often each is named. `Danskeren siger farvel`, and below: `Mikkel Dahlgaard forlader …`.
    """
    if row >= MOST_OPENING or any(one.named for one in rows[: row + 1]):
        return None
    following = next((one for one in rows[row + 1 : row + 1 + MOST_AHEAD] if one.people), None)
    if following is None or len(following.people) > 1:
        return None
    (found,) = following.people
    often = max((times for one, times in people.items() if one != found), default=0)
    return found if people[found] > often else None


def is_next(rows: Sequence[Row], row: int) -> bool:
    """Say whether the sentence before, in the same paragraph, names a person."""
    return row > 0 and rows[row - 1].at == rows[row].at and bool(rows[row - 1].people)


def is_unnamed(text: str, age: int) -> bool:
    """Say whether the article tells of somebody of this age without a name: `en 34 år gammel mann`, `Mannen (34)`."""
    aged = rf"\b{age}[ -]år(?:ig\b| gam(?:mel|mal|al)\b| gamle (?:mann|mand|kvin|gut|jent|dreng|pig))"
    return bool(re.search(aged, text) or re.search(rf"\b[a-zæøå]+ \({age}\)", text))


def fits(state: str | None, country: str | None) -> bool:
    """Say whether a person of a country, None where nothing is said of it, may be called by a state's adjective."""
    return state is None or country in {None, state}
