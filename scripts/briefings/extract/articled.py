"""Names of bodies that begin with an article: `Den eurasiske økonomiske unionen`, `Det Kongelige Norske Frøselskap`.

Article, adjectives in small letters or capitals, and a noun that bodies are called. Where the article's capital is due
anyway, the words have to say more: `Den norske klubben` is any club, `Den internasjonale skøyteunionen` is a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract import bodies, cues, kinds, organisations, territories
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words

ARTICLES = frozenset({"Den", "Det", "De", "Dei"})
_SMALL_ARTICLES = frozenset({"den", "det", "denne", "dette", "disse", "desse"})
_FOR_FIELDS = (
    "akademi",
    "institutt",
    "institut",
    "råd",
    "komité",
    "komite",
    "senter",
    "center",
    "kommisjon",
    "kommission",
)
"""Ends of nouns behind which a field belongs to the name: `Det norske akademi for språk og litteratur`."""
_SOCIETIES = ("forening", "kirke", "selskap", "akademi", "marine", "opera", "redningsselskap")
MOST_WORDS = 7
"""Words behind the article: `Det Kongelige Danske Videnskabernes Selskab` has four."""


def articled_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a body's name that begins with an article in capitals at a token; None where none does."""
    first = index + 1
    if tokens[index].text not in ARTICLES or first >= len(tokens) or not tokens[first].follows:
        return None
    if tokens[first].capital:
        return _in_capitals(tokens, first)
    return _in_small_letters(tokens, index) if _is_adjective(tokens[first]) else None


def _in_capitals(tokens: Sequence[Token], first: int) -> int | None:
    """`Det Kongelige Danske Videnskabernes Selskab`, `Den Norske Opera & Ballett`, `Det Norske Videnskaps-Akademi`."""
    last = None
    for at in range(first, min(first + MOST_WORDS, len(tokens))):
        word = tokens[at]
        if not word.capital or not (word.follows or word.gap == " & "):
            break
        if at > first and cues.is_first_name(word.text) and last is not None:
            break
        if at > first and (_is_noun(word.text) or word.gap == " & "):
            last = at
    if last is None or not _is_adjective(tokens[first]):
        return None
    return _with_field(tokens, last + 1)


def _in_small_letters(tokens: Sequence[Token], index: int) -> int | None:
    first = index + 1
    for at in range(first, min(first + MOST_WORDS, len(tokens))):
        word = tokens[at]
        if not word.follows:
            return None
        if at > first and _is_noun(word.text):
            told = _is_told(tokens, index, at) or (not tokens[index].opens and bodies.university_at(tokens, at))
            return _with_field(tokens, at + 1) if told else None
        if not _is_adjective(word):
            return None
    return None


def _is_told(tokens: Sequence[Token], index: int, noun: int) -> bool:
    """Say whether an article, adjectives and a noun in small letters are a name."""
    after = tokens[noun + 1] if noun + 1 < len(tokens) and tokens[noun + 1].follows else None
    head = tokens[noun].lower
    if after is not None and after.capital and (not after.shouted or organisations.is_cue(head)):
        # `Det europeiske nyhetsbyrået Euronews`
        return False
    adjectives = tokens[index + 1 : noun]
    far = any(word.lower in read_words("organisations", "naming_adjectives") for word in adjectives)
    if tokens[index].opens:
        least = 2 if len(adjectives) == 1 else 0
        return _is_society(adjectives, head) or (
            far and ends_with(head.removesuffix("s"), read_words("organisations", "naming_heads"), least)
        )
    state = any(territories.adjective_state(word.text) for word in adjectives)
    common = kinds.is_noun(head) or organisations.is_definite_state_head(head)
    official = _is_official(adjectives)
    return far or (official and len(adjectives) > 1) or (not common and (state or official))


def _is_society(adjectives: Sequence[Token], head: str) -> bool:
    """Say whether it is a society's name, for Norwegian has a noun without ending behind an article in names only."""
    common = head in read_words("organisations", "common_societies")
    return adjectives[-1].lower == "norske" and not common and head.endswith(_SOCIETIES)


def _is_official(adjectives: Sequence[Token]) -> bool:
    return any(ends_with(word.lower, read_words("organisations", "official_adjectives"), 0) for word in adjectives)


def _is_adjective(word: Token) -> bool:
    return word.text.endswith("e") and len(word.text) > len("hele") and word.lower not in _SMALL_ARTICLES


def _is_noun(word: str) -> bool:
    return _is_bare_noun(word) or (word.endswith("s") and _is_bare_noun(word[:-1]))


def _is_bare_noun(word: str) -> bool:
    return (
        organisations.has_organisation_ending(word, alone=True)
        or bodies.is_head(word)
        or organisations.is_name_end(word)
        or ends_with(word.lower(), read_words("organisations", "article_heads"), 0)
    )


def _with_field(tokens: Sequence[Token], end: int) -> int:
    """Take in what it is for or where: `Det norske akademi for språk`, `Det tekniske universitetet i X`."""
    if (university := bodies.university_at(tokens, end - 1)) is not None:
        return university
    return bodies.tail_at(tokens, end) if tokens[end - 1].lower.endswith(_FOR_FIELDS) else end
