"""Words that say what a named actor is, and what they tell of it: `Russlands forsvarsminister Sergej Sjojgu`.

A role is the noun phrase without its article: an optional owner (`Russlands`, `Nord-Korea sin`), adjectives, a title
word (`titles`), and what hangs on it (`viseformann i Den nasjonale folkekongressen i Kina`).
"""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract import cues, territories, titles
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words

MOST_ADJECTIVES = 5

ARTICLES = frozenset(
    {
        "den",
        "det",
        "de",
        "dei",
        "denne",
        "dette",
        "ein",
        "en",
        "et",
        "eit",
        "ei",
        "sin",
        "sitt",
        "si",
        "sine",
        "hans",
        "hennes",
        "hendes",
        "deres",
        "landets",
        "tredje",
    }
)
_RETIRED = frozenset({"emeritus", "emerita"})
WHOSE = frozenset({"hans", "hennes", "hennar", "hendes", "deres", "deira"})
"""Pronouns before a role that say whose it is."""
POSSESSIVES = frozenset({"sin", "sitt", "si", "sine"})
"""Words between an owner and a role: `Nord-Korea sin leiar`."""
_DEFINITE_GENITIVES = ("ets", "ens", "enes", "anes", "ernes")
_NO_ADJECTIVES = frozenset(
    {
        "ikke",
        "de",
        "ble",
        "ville",
        "skulle",
        "kunne",
        "måtte",
        "hele",
        "begge",
        "samme",
        "denne",
        "disse",
        "være",
        "noe",
        "alle",
        "mange",
        "både",
        "blide",
    }
)
Stretch = tuple[int, int]
"""First token and end of a stretch of a sentence."""


def role_start(tokens: Sequence[Token], title: int) -> int:
    """Return the first token of the phrase that ends in the title word: its adjectives and its owner taken in."""
    first = title
    if _is_second_of_two(tokens, title) or _is_second_half(tokens, title):
        first -= 2
    elif title and tokens[title].lower in _RETIRED and tokens[title].follows:
        first -= titles.is_person_title(tokens[title - 1].text)
    run = first
    while run > 0 and tokens[run].follows and is_adjective(tokens[run - 1]) and first - run < MOST_ADJECTIVES:
        run -= 1
    owned = (
        run > 0
        and tokens[run].follows
        and (tokens[run - 1].lower in ARTICLES or is_owner(tokens, run - 1) or tokens[run - 1].text.endswith("s"))
    )
    if not owned and run > 0:
        run = first
        while run > 0 and tokens[run].follows and _is_sure_adjective(tokens[run - 1]):
            run -= 1
    return _owner_start(tokens, run)


def _is_second_of_two(tokens: Sequence[Token], title: int) -> bool:
    """Say whether a title is joined to another before it: `forskar og forfattar`."""
    return (
        title > 1
        and tokens[title].follows
        and tokens[title - 1].follows
        and tokens[title - 1].lower == "og"
        and titles.is_person_title(tokens[title - 2].text)
        and not titles.is_definite(tokens[title].text)
    )


def _is_second_half(tokens: Sequence[Token], title: int) -> bool:
    """Say whether a title shares its head with a part before it: `Børne- og undervisningsminister`."""
    joined = title > 1 and tokens[title].follows and tokens[title - 1].lower == "og"
    return joined and (tokens[title - 2].text.endswith("-") or tokens[title - 1].gap == "- ")


def _owner_start(tokens: Sequence[Token], first: int) -> int:
    """Take in the owner before a phrase: `Russlands`, `USA's`, `Nord-Korea sin`, `Russland` with its -s forgotten."""
    if first == 0 or not tokens[first].follows:
        return first
    own = first - 1
    if (article := _phrase_owner(tokens, own)) is not None:
        return article
    if _is_noun_owner(tokens, own):
        return own
    if tokens[own].lower in POSSESSIVES and own and tokens[own].follows and tokens[own - 1].capital:
        own -= 1
    elif not is_owner(tokens, own):
        return first
    while own and tokens[own].follows and tokens[own - 1].capital and not tokens[own - 1].opens and _joins(tokens, own):
        own -= 1
    return own


def _phrase_owner(tokens: Sequence[Token], index: int) -> int | None:
    """Return where a phrase begins that owns a role and ends in a token: `Den afdøde kvindes datter`."""
    word = tokens[index].lower
    if (
        tokens[index].capital
        or not word.endswith("s")
        or word.endswith(_DEFINITE_GENITIVES)
        or len(word) < len("manns")
        or not tokens[index].follows
    ):
        return None
    if index < 2 or tokens[index - 2].lower not in {"den", "det"} or not tokens[index - 1].follows:  # noqa: PLR2004 — article, adjective
        return None
    adjective = tokens[index - 1].lower.endswith("e") and not tokens[index - 1].capital
    return index - 2 if adjective and word not in read_words("cues", "times_in_genitive") else None


def _is_noun_owner(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a definite noun in the genitive owns a role: `holdets læge`, `partiets formand`; no `dagens`."""
    word = tokens[index].lower
    if not word.endswith(_DEFINITE_GENITIVES) or tokens[index].capital or len(word) < len("lagets"):
        return False
    # `ministerens rådgiver`: whom the owner means is told by itself.
    own = word not in ARTICLES and not titles.is_person_title(word.removesuffix("s"))
    return own and word not in read_words("cues", "times_in_genitive")


def _joins(tokens: Sequence[Token], own: int) -> bool:
    return cues.known_rule(f"{tokens[own - 1].text} {tokens[own].text}") is not None


def is_owner(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word with a capital owns what follows: a state, or a genitive."""
    token = tokens[index]
    if not token.capital or index == len(tokens) - 1 or token.lower in read_words("cues", "times_in_genitive"):
        return False
    return cues.known_rule(token.text) == cues.STATE or (
        token.text.endswith(("s", "'s", "’s")) and not titles.is_person_title(token.text)
    )


def _is_sure_adjective(token: Token) -> bool:
    lower = token.lower
    return territories.adjective_state(lower) is not None or lower in read_words("titles", "modifiers")


def is_adjective(token: Token) -> bool:
    """Say whether a word can be an adjective in a role: known as one, or in its definite form."""
    if _is_sure_adjective(token):
        return True
    lower = token.lower
    return (
        lower.endswith(("e", "te"))
        and len(lower) > 4  # noqa: PLR2004 — shorter ones are function words
        and not token.capital
        and lower not in _NO_ADJECTIVES
        and lower not in read_words("persons", "speech_verbs")
        and not titles.is_person_title(lower)
    )


def country_of(tokens: Sequence[Token], stretch: Stretch) -> str | None:
    """Return the state (alpha-3) that a role ties its holder to: by adjective, owner, or `i`, `for`; else None."""
    first, end = stretch
    for token in tokens[first:end]:
        if titles.is_person_title(token.text):
            break
        if iso := territories.adjective_state(token.text):
            return iso
    for index in range(first, end):
        for width in (3, 2, 1):
            if index + width > end:
                continue
            name = " ".join(token.text for token in tokens[index : index + width])
            iso = territories.state_of(name)
            before = tokens[index - 1].lower if index > first else ""
            if iso and (
                index == first or cues.is_genitive(name) or before in {"i", "for", "av", "af", "over", "fra", "frå"}
            ):
                return iso
    return None


def title_of(tokens: Sequence[Token], stretch: Stretch) -> str | None:
    """Return the key (`titles.title_key`) of the first title word of a role; None for an organisation's."""
    for token in tokens[stretch[0] : stretch[1]]:
        if titles.is_person_title(token.text):
            return titles.title_key(token.text)
    return None
