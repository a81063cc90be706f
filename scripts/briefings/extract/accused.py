"""Who stands accused, and how reports of a trial call him: `tiltalte`, `den siktede`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.drafts import Draft
from briefings.extract.predicates import behind_bracket
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words

TITLE = "tiltalt"
"""Title key of whoever is accused, charged or suspected."""
MOST_BETWEEN = 3
"""Words from `er` to `tiltalt`: `er nå også tiltalt`."""
MOST_OF_APPOSITION = 10
"""Words between a name and its `er`: `X (58), mannen bak det konkursrammede selskapet, er`."""
MOST_MENTIONS = 50
_GUILTY = "skyldig"
_BEING = frozenset(
    {"er", "var", "ble", "blei", "vart", "blev", "står", "sto", "stod", "har", "sitter", "sit", "sidder"}
)


def is_accused(draft: Draft, rows: Sequence[Sequence[Token]]) -> bool:
    """Say whether the article says of a person that he is accused."""
    located = draft.located[:MOST_MENTIONS]
    return any(
        _is_accused_at(rows[one.row], one.end) or _is_told_around(rows[one.row], one.first, one.end) for one in located
    )


def _is_told_around(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether the verb stands before a name, the accusation behind it: `Torsdag blev | X | idømt …`."""
    if end < len(tokens) and tokens[end].follows and tokens[end].lower == _GUILTY:
        # `Retten fandt | X | skyldig i bedrageri`
        return True
    if not first or end >= len(tokens) or not tokens[first].follows or not tokens[end].follows:
        return False
    return tokens[first - 1].lower in _BEING and tokens[end].lower in read_words("titles", "accused")


def _is_accused_at(tokens: Sequence[Token], end: int) -> bool:
    verb = behind_bracket(tokens, end)
    if verb < len(tokens) and tokens[verb].gap in {", ", "), "}:
        return any(_is_told(tokens, at) for at in _behind_apposition(tokens, verb))
    joined = verb < len(tokens) and (tokens[verb].follows or verb > end)
    return joined and _is_told(tokens, verb)


def _behind_apposition(tokens: Sequence[Token], first: int) -> range:
    """Return the token behind the second comma of `X, mannen bak selskapet, er …`; none where there is no second."""
    for at in range(first + 1, min(first + MOST_OF_APPOSITION, len(tokens))):
        if tokens[at].gap == ", ":
            return range(at, at + 1)
        if not tokens[at].follows:
            break
    return range(0)


def _is_told(tokens: Sequence[Token], verb: int) -> bool:
    """Say whether `er` at `verb` and what follows tell of an accusation or a sentence."""
    if tokens[verb].lower not in _BEING:
        return False
    words = read_words("titles", "accused")
    return any(token.lower in words and token.follows for token in tokens[verb + 1 : verb + 2 + MOST_BETWEEN])


def is_called(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word calls somebody accused without an article: `svarte tiltalte`, `at siktede nekter`."""
    token = tokens[index]
    if token.lower not in read_words("titles", "called_accused"):
        return False
    if token.capital:
        return token.opens
    before = tokens[index - 1].lower if index and token.follows else ""
    return before in {"at", "om", "fordi", "mens", "da", "når"} or before in read_words("persons", "speech_verbs")
