"""Names of bodies in English, which Nordic news leaves as they are: `Institute for the Study of War`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_list, read_words

MOST_WORDS = 10
"""Words of the longest name: `Office for the Coordination of Humanitarian Affairs` has seven."""
LINKS = frozenset({"of", "the", "and", "for", "on"})
"""Small words inside names; those that are Nordic words, too, join only behind a head (`Institute for …`)."""


def english_body_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of an English name of several words that begins at a token; None where none does.

    One of its words is what English calls a body. It ends with the last capital that small words lead to, or with the
    head where none do: `Copenhagen Business School`.
    """
    heads = read_words("organisations", "english_heads")
    headed = tokens[index].text in heads
    if tokens[index].opens and not headed and _is_no_name(tokens[index]):
        return None
    end = head_end = index + 1
    for at in range(index + 1, min(len(tokens), index + MOST_WORDS)):
        token = tokens[at]
        if not token.follows:
            break
        if token.capital:
            headed = headed or token.text in heads
            head_end = at + 1 if token.text in heads else head_end
            if at == end or tokens[at - 1].lower in LINKS:
                end = at + 1
        elif token.text not in LINKS or not headed:
            break
    linked = any(not token.capital for token in tokens[index:end])
    if linked:
        return end
    return head_end if head_end - index > 1 else None


def _is_no_name(token: Token) -> bool:
    """Say whether a word that opens a sentence is none of the name's: `Ifølge | Institute for …`."""
    common = token.lower in read_list("words") or token.lower in read_words("capitals", "prepositions")
    return common and token.text not in read_words("organisations", "body_adjectives")
