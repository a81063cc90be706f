"""Where a name ends that is in no list: `Tor van der Meer`, `Wagner politidistrikt`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract import cues, organisations
from briefings.extract.known_names import MOST_WORDS
from briefings.extract.openings import Document, ends_in_compound, is_noun_compound
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words


def name_end(tokens: Sequence[Token], index: int, document: Document) -> int:
    """Return where a name ends that begins at a token and is in no list."""
    end = index + 1
    while end < len(tokens) and end - index < MOST_WORDS:
        step = _step(tokens, index, end, document)
        if not step:
            break
        end += step
    return max(_body_after(tokens, end), _definite_body(tokens, index, end))


def _step(tokens: Sequence[Token], index: int, end: int, document: Document) -> int:
    """Return how many more words belong to the name so far."""
    token, last = tokens[end], tokens[end - 1]
    if (token.gap == " & " and token.capital) or (token.follows and cues.is_arabic(token.text)):
        return 1
    if not token.follows and not (last.text.endswith(".") and token.gap == ""):
        return 0
    if _ends_in_genitive(tokens, index, end, document) or _ends_at_noun(last.text, token):
        return 0
    if token.capital and cues.is_first_name(token.text) and organisations.has_organisation_ending(last.text):
        # `Utdanningsforbundet | Mari Solheim`: a person's name begins behind a body's.
        return 0
    if token.capital and (region := _region_at(tokens, end)):
        return region
    if token.capital:
        return 0 if cues.names_nobody(token.text) and not cues.is_first_name(token.text) else 1
    if cues.is_syllables(token.text) and cues.is_surname_first(last.text):
        return 1
    particles = read_words("persons", "particles")
    if cues.is_first_name(last.text):
        particles |= read_words("persons", "particles_after_first_name")
    length = 0
    while length < 2 and end + length < len(tokens) and tokens[end + length].lower in particles:  # noqa: PLR2004 - `van der`
        length += 1
        particles |= read_words("persons", "particles_after_first_name")
    after = end + length
    named = length > 0 and after < len(tokens) and tokens[after].follows and tokens[after].capital
    english = length == 1 and token.text == "of"  # `Bank of England`
    return length + 1 if named and (english or not cues.known_rule(tokens[after].text)) else 0


def _ends_at_noun(last: str, token: Token) -> bool:
    """Say whether a name ends in a noun behind a hyphen: `NHO-topp`, and before another name `FN-styrken`."""
    return ends_in_compound(last) or (token.capital and is_noun_compound(last))


def _region_at(tokens: Sequence[Token], index: int) -> int:
    """Return how many words a region named with `og` has: `Møre og Romsdal`; 0 where none begins here."""
    if index + 2 >= len(tokens) or tokens[index + 1].lower != "og":
        return 0
    words = tokens[index : index + 3]
    name = " ".join(token.text for token in words).removesuffix("s")
    return 3 if name in read_words("cues", "places") and all(token.follows for token in words) else 0


def _ends_in_genitive(tokens: Sequence[Token], index: int, end: int, document: Document) -> bool:
    """Say whether the last word so far owns the next: `Putins Russland`, `Trumps Mar-a-Lago`."""
    last = tokens[end - 1].text
    if "'" in last[1:-1] or "’" in last[1:-1]:
        return last[-2:] in {"'s", "’s"}
    if not last.endswith("s") or cues.is_first_name(last):
        return False
    return document.middle[last[:-1]] > 0 or (end - index == 1 and cues.known_rule(last[:-1]) is not None)


def _body_after(tokens: Sequence[Token], end: int) -> int:
    """Take in a lower-case head: `Wagner politidistrikt`."""
    if organisations.head_after(tokens, end):
        return end + 1
    return end


def _definite_body(tokens: Sequence[Token], index: int, end: int) -> int:
    """Take in the rest of a name that begins with an article in capitals: `Den nasjonale folkekongressen`."""
    if tokens[index].text not in {"Den", "Det", "De", "Dei"} or end != index + 1:
        return end
    for last in range(end, min(end + 4, len(tokens))):
        if not tokens[last].follows:
            break
        if organisations.has_organisation_ending(tokens[last].text) or tokens[last].lower.endswith("kongressen"):
            return last + 1
    return end
