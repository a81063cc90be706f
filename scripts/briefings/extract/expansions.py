"""Names spelled out beside an abbreviation in brackets: `Landsorganisasjonen i Norge (LO)`, `LO (…)`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefings.extract import bodies, cues, organisations, titles
from briefings.extract.stretches import Row, join, words_of
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words
from briefings.findings import MentionType

MOST_EXPANDED = 8
"""Words of the longest name that an abbreviation in brackets is looked for in."""
LONGEST_ABBREVIATION = 8
"""Letters."""
SHORTEST_FOREIGN = 3
"""Letters of an abbreviation of a body's name in another language."""
_OFFICES = frozenset({"kontoret", "avdelingen", "avdelinga", "afdelingen", "enheten", "eininga", "enheden"})
_SMALL = frozenset({"i", "for", "og", "av", "af", "på", "ved", "mot", "mod", "det", "den", "de", "dei"})
_NO_NAME = frozenset({"er", "var", "har", "som", "at", "ble", "vart", "blei", "blev", "skal", "vil", "kan"})
ABBREVIATION_RULE = "abbreviation of the name beside it"
_EXPANDED_RULE = "spelled out before its abbreviation"


def expand(tokens: Sequence[Token], row: Row) -> Row:
    """Let what an abbreviation in brackets is made of be one organisation: `Landsorganisasjonen i Norge (LO)`."""
    bracketed = [index for index, token in enumerate(tokens) if token.gap == " (" and token.capital and index]
    if not bracketed:
        return row
    spans: list[tuple[int, int, str]] = []
    firsts = [one.first for one in row]
    for index in bracketed:
        token = tokens[index]
        if behind := _expansion_behind(tokens, index):
            spans += [(index - 1, index, ABBREVIATION_RULE), (index, behind, _EXPANDED_RULE)]
        elif 1 < len(token.text) <= LONGEST_ABBREVIATION and not organisations.is_party_letter(token.text):
            first = _expansion_start(tokens, index)
            if first is not None and not cues.is_first_name(tokens[first].text):
                near = row[max(0, bisect_left(firsts, first) - 1) : bisect_left(firsts, index)]
                if not _holds_another(near, first, index):
                    spans += [(first, index, _EXPANDED_RULE), (index, index + 1, ABBREVIATION_RULE)]
    return join(row, spans)


def _expansion_behind(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a name in brackets, from token `index`, that an abbreviation before it is made of: `LO (…)`."""
    letters = tokens[index - 1].text
    most = min(len(tokens), index + MOST_EXPANDED + 1)
    end = next((at for at in range(index + 1, most) if tokens[at].gap.startswith(")")), most)
    if not 1 < len(letters) <= LONGEST_ABBREVIATION or not 1 < end - index <= MOST_EXPANDED:
        return None
    words = tokens[index:end]
    inside = all(word.follows or word.gap == "- " for word in words[1:])
    telling = any(_is_telling(word.text) for word in words)
    spelled = words_of(tokens, index, end).casefold()
    made = letters[0] == tokens[index].text[0] and spells(letters.casefold(), spelled)
    return end if inside and telling and made and tokens[index - 1].capital else None


def _holds_another(row: Row, first: int, end: int) -> bool:
    """Say whether a name begins before a stretch, or a person's full name is a part of it: `Unn Haug ved X`."""
    return any(
        one.first < first < one.end
        or (one.first >= first and one.type is MentionType.PERSON and 1 < one.end - one.first < end - first)
        for one in row
    )


def _expansion_start(tokens: Sequence[Token], end: int) -> int | None:
    """Return where the name begins that an abbreviation at token `end` is made of; None where nothing is.

    Over words that names of bodies are not known to have (`beredskap`) each letter must begin a word.
    """
    letters = tokens[end].text.casefold()
    telling, plain = False, True
    for first in range(end - 1, max(-1, end - 1 - MOST_EXPANDED), -1):
        token = tokens[first]
        if token.lower in _NO_NAME or token.lower in read_words("persons", "speech_verbs"):
            return None
        telling = telling or _is_telling(token.text)
        words = tokens[first:end]
        if token.capital and len(words) > 1:
            spelled = words_of(tokens, first, end).casefold() if plain else "".join(word.lower[0] for word in words)
            is_made = telling and letters[0] == spelled[0] and spells(letters, spelled)
            if is_made or _is_office(words, tokens[end]):
                return first
        if not (token.follows or token.gap == "- "):
            return None
        plain = plain and (
            token.capital
            or token.lower in _SMALL
            or _is_telling(token.text)
            or token.text.endswith(("e", "sk", "s", "t"))
        )
    return None


def _is_office(words: Sequence[Token], abbreviation: Token) -> bool:
    """Say whether `Kontoret for demokratiske institusjoner` stands there, whatever `ODIHR` is short for."""
    head, link, *rest = words
    return (
        abbreviation.shouted
        and len(abbreviation.text) >= SHORTEST_FOREIGN
        and link.lower == "for"
        and (head.lower in _OFFICES or organisations.has_organisation_ending(head.text, alone=True))
        and not any(word.capital for word in rest)
    )


def _is_telling(word: str) -> bool:
    """Say whether a word is of those that organisations' names are made of."""
    return (
        organisations.has_organisation_ending(word, alone=True)
        or bodies.is_head(word)
        or organisations.begins_organisation(word)
        or titles.is_organisation_title(word)
        or organisations.is_name_end(word)
    )


def spells(letters: str, spelled: str) -> bool:
    """Say whether letters stand in a text in this order."""
    rest = iter(spelled)
    return all(letter in rest for letter in letters)
