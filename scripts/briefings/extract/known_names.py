"""Known names where they stand in a sentence, alone or as part of a longer one: `Norges Bondelag`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from briefings.extract import bodies, cues, organisations, territories
from briefings.extract.openings import Document, ends_in_compound, is_act
from briefings.extract.stretches import words_of
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_list, read_words
from briefings.names import fold, folds_of

MOST_WORDS = 8
"""Words of the longest name that is looked for."""


@cache
def _most_words() -> Mapping[str, int]:
    """Return folded first word → words of the longest known name that it begins, of those that have several."""
    most: dict[str, int] = {}
    known = (*organisations.known_forms(), *territories.known_forms(), *cues.known_places())
    for folded in folds_of(form for form in known if " " in form):
        words = folded.split()
        most[words[0]] = max(len(words), most.get(words[0], 1))
    return most


def known_at(
    tokens: Sequence[Token], index: int, document: Document, *, shouted: bool
) -> tuple[int, str | None] | None:
    """Return (end, rule) of the longest known name that begins at a token, genitive included."""
    most = min(MOST_WORDS, _most_words().get(fold(tokens[index].text), 1))
    for length in range(min(most, len(tokens) - index), 0, -1):
        end = index + length
        if any(not token.follows for token in tokens[index + 1 : end]):
            continue
        rule = cues.known_rule(words_of(tokens, index, end))
        if rule is None and length > 1 and ends_in_compound(tokens[end - 1].text):
            rule = cues.known_rule(words_of(tokens, index, end).rpartition("-")[0])
            if rule and rule != cues.PLACE:
                return end, rule
            rule = None
        if rule and (length > 1 or _stands_alone(tokens, index, rule, document, shouted=shouted)):
            return _extend_known(tokens, index, end, rule)
    return None


def _stands_alone(tokens: Sequence[Token], index: int, rule: str, document: Document, *, shouted: bool) -> bool:
    """Say whether a known word is that name here: not a common word that begins a sentence, not half a longer name."""
    token = tokens[index]
    due = token.opens or shouted
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    word = token.lower in read_list("words") or token.text in read_words("organisations", "words_too")
    if due and rule != cues.STATE and word and not document.middle[token.text]:
        # `Vi har` and `Mo skal` are seldom the villages.
        return rule != cues.PLACE and after is not None and after.follows and is_act(after)
    if after is None or not after.follows or not after.capital or shouted:
        return True
    if token.text.endswith("s") and cues.known_rule(token.text[:-1]):
        return True
    if organisations.is_name_end(after.text):
        return False
    if rule == cues.ORGANISATION or cues.known_rule(after.text):
        return True
    return rule == cues.STATE and not cues.is_first_name(token.text)


def _extend_known(tokens: Sequence[Token], index: int, end: int, rule: str) -> tuple[int, str | None]:
    """Take in what makes a known name part of a longer one: `Russlands forsvarsdepartement`, `Norges Bondelag`."""
    if rule == cues.STATE and cues.is_genitive(words_of(tokens, index, end)):
        if end < len(tokens) and tokens[end].follows and tokens[end].capital and bodies.is_society(tokens[end].lower):
            return end + 1, cues.BODY
        for more in range(end, min(end + 3, len(tokens))):
            if not tokens[more].follows or tokens[more].capital:
                break
            if organisations.is_state_head(tokens[more].text) or _is_force(tokens, index, end, more):
                return more + 1, cues.BODY_OF_STATE
            if not tokens[more].text.endswith("e"):
                break
    elif rule == cues.ORGANISATION and (longer := _english_end(tokens, end)):
        return longer, None
    elif rule == cues.ORGANISATION and (branch := _branch_end(tokens, index, end)):
        return branch, cues.BODY
    elif rule != cues.ORGANISATION and (head := organisations.head_after(tokens, end)):
        return end + 1, cues.HEAD_AFTER if head == "organisation" else cues.PLACE_HEAD_AFTER
    return end, rule


def _is_force(tokens: Sequence[Token], index: int, end: int, head: int) -> bool:
    """Say whether a word is the army or police of a state of today: `Sudans hær`, not `Nord-Vietnams hær`."""
    if not organisations.is_force(tokens[head].text):
        return False
    iso = territories.state_of(words_of(tokens, index, end))
    return iso is not None and bool(territories.state_names(iso))


def _branch_end(tokens: Sequence[Token], index: int, end: int) -> int | None:
    """Return the end of a body's branch in a region: `NHO Vestlandet`, `LO Nordland`; None where none is named."""
    region = tokens[end] if end < len(tokens) and tokens[end].follows and tokens[end].capital else None
    if region is None or end - index > 1 or not tokens[index].shouted or region.shouted:
        return None
    after = tokens[end + 1] if end + 1 < len(tokens) and tokens[end + 1].follows else None
    if after is not None and (after.capital or after.text == "og"):
        return None
    return end + 1 if cues.known_rule(region.text) == cues.PLACE else None


def _english_end(tokens: Sequence[Token], end: int) -> int | None:
    """Return the end of a longer English name that a known one begins: `The Times of Israel`; None where none does."""
    if end + 1 >= len(tokens) or tokens[end].text != "of" or not (tokens[end].follows and tokens[end + 1].follows):
        return None
    return end + 2 if tokens[end + 1].capital else None
