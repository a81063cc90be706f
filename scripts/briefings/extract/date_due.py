"""Whether a date is a term, or a beginning still to come: `innen fredag`, `senest 1. mars`, `fra nyttår må alle`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from briefings.extract.date_words import Tokens, vocabulary

PERFECT_WINDOW = 4
"""Tokens behind `skulle` among which `ha` or `vært` makes it the past: `skulle allerede ha svart`."""
LONGEST_OUT = 4
"""Tokens from `går` to its `ut`: `går kontrakten hans ut`."""
SHORTEST_PASSIVE = 6
REACH = 12
LONGEST_NOUN = 4
"""Tokens behind `har` or `er` among which its noun stands: `er det første møte`."""
TERMS = ("frist", "fristen")
YEARLESS = ("date ", "month ", "named ", "season ")
"""Rules of what comes once a year, so that the coming one may be farther off than the last."""
BY = ".. to "
_FROM = frozenset({"fra", "frå"})
_INFINITIVE = frozenset({"å", "at"})
_TO_DO_SO = frozenset({"på", "til", "med", "å"})
_OUT = frozenset({"ut", "ud"})
_HEARSAY = frozenset({"ha", "have", "være", "vere", "vært", "vore", "været"})
_BEFORE_DAY = frozenset({"på", "den"})
_HOLDS = frozenset({"har", "er"})
_BETWEEN = frozenset(
    {"etter", "efter", "under", "på", "i", "om", "for", "mot", "mod", "med", "fra", "frå", "til", "ved", "av", "af"}
)
"""Behind these, the noun is not what takes place: `er pågrepet etter et møte mandag`."""
_OCCASIONS = tuple(sorted(vocabulary().sets["occasions"]))
_PASSIVE = ("es", "ast")
Clause = tuple[Sequence[int], Sequence[int]]
IsPast = Callable[[Tokens, int], bool]


def way_to_come(tokens: Tokens, index: int, rule: str, clause: Clause, is_past: IsPast) -> str:
    """Return `due`, `near` or `ahead` where the date at `index` is by its words still to come, else "".

    What is due and names no year (`innen 1. mars`) is the coming one, however far off; what was to be done by then, the
    nearest. `clause` gives the tokens of the date's clause before and behind it, the nearest first.
    """
    is_by = rule.startswith(BY) or _is_latest(tokens, index)
    is_from = not is_by and _is_from(tokens, index)
    if " to " in rule.removeprefix(BY) or (is_from and rule.startswith("weekday ")):
        return ""
    before, after = clause
    if is_by:
        comes = _is_owed(tokens, before, after, is_past)
    elif is_from:
        comes = _begins(tokens, before, after, is_past)
    else:
        is_open = _is_awaited(tokens, before, is_past) or _is_occasion(tokens, before, after, is_past)
        comes = is_open or _ends(tokens, before, after, is_past) or _is_proposed(tokens, before)
    if not comes:
        return ""
    if not rule.removeprefix(BY).startswith(YEARLESS) or " weekday " in rule:
        return "ahead"
    return "near" if is_by and any(_is_told(tokens, at, is_past) for at in (*before, *after)) else "due"


def _is_told(tokens: Tokens, index: int, is_past: IsPast) -> bool:
    return vocabulary().has("owed_once", tokens.low(index)) or is_past(tokens, index)


def _is_latest(tokens: Tokens, index: int) -> bool:
    """Tell `senest fredag`, `seinast på måndag`, `til og med fredag`."""
    at = index - 1 - (tokens.low(index - 1) in _BEFORE_DAY)
    if tokens.low(at) == "med":
        return tokens.low(at - 1) == "og" and tokens.low(at - 2) == "til"
    return vocabulary().has("latest", tokens.low(at))


def _is_from(tokens: Tokens, index: int) -> bool:
    before = tokens.low(index - 1)
    is_whole = before == "med" and tokens.low(index - 2) == "og" and tokens.low(index - 3) in _FROM
    return is_whole or before in _FROM or tokens.low(index) in _FROM


def _is_owed(tokens: Tokens, before: Sequence[int], after: Sequence[int], is_past: IsPast) -> bool:
    """Tell what is to be done by a day, `ble bedt om å svare innen fredag`, from what was: `var ute innen fredag`."""
    known = vocabulary().sets
    if before and tokens.low(before[0]) == "har" and (not after or tokens.low(after[0]) in _TO_DO_SO):
        return True  # "har frem til 1. april på seg"
    for near in (before, after):
        for at in near:
            word = tokens.low(at)
            if word in known["owing"]:
                missed = word in known["owed_once"] and not _HEARSAY.isdisjoint(
                    tokens.lows[at + 1 : at + PERFECT_WINDOW]
                )
                return not missed and known["pluperfect"].isdisjoint(tokens.low(each) for each in before)
            if word in _INFINITIVE and near is before and tokens.low(at + 1) not in known["have"]:
                return known["pluperfect"].isdisjoint(tokens.low(each) for each in before)
            if is_past(tokens, at) or word == "har":
                return _is_demanded(tokens, before)
    return True


def _is_demanded(tokens: Tokens, before: Sequence[int]) -> bool:
    """Tell `krevde svar innen fredag`: the demand is over, what is demanded is not."""
    known = vocabulary().sets
    words = {tokens.low(at) for at in before}
    return not known["demanding"].isdisjoint(words) and known["pluperfect"].isdisjoint(words)


def _begins(tokens: Tokens, before: Sequence[int], after: Sequence[int], is_past: IsPast) -> bool:
    """Tell `Fra 1. mai kan alle søke`, `må betale mer fra nyttår`: a verb in the present right behind, or a duty."""
    known = vocabulary().sets
    word = tokens.low(after[0]) if after else ""
    if word in known["bidding"] or word in known["coming_words"] or word in known["beginning"] or _is_passive(word):
        return _HEARSAY.isdisjoint(tokens.lows[after[0] + 1 : after[0] + 1 + PERFECT_WINDOW])
    if _is_proposed(tokens, before):
        return True
    duty = next((at for at in before if tokens.low(at) in known["bidding"] and tokens.low(at) != "kan"), None)
    told = any((is_past(tokens, at) and at - 1 != duty) or tokens.low(at) == "har" for at in (*before, *after))
    return duty is not None and not told and _HEARSAY.isdisjoint(tokens.lows[duty + 1 : before[0]])


def _is_proposed(tokens: Tokens, before: Sequence[int]) -> bool:
    """Tell `har foreslått å kutte støtten fra nyttår`: the infinitive has the day, not what was proposed."""
    if before and tokens.low(before[-1] - 1) == "at" and tokens.low(before[-1]).endswith("e"):
        before = [*before, *_back(tokens, before[-1] - 1)]  # Danish: clauses begin with it, too
    words = [tokens.low(at) for at in before]
    place = next((place for place, word in enumerate(words) if word in _INFINITIVE), None)
    known = vocabulary().sets
    if not place or not known["have"].isdisjoint((*words, words[place - 1])):
        return False
    if not (known["pluperfect"] | known["managed"]).isdisjoint(words):
        return False
    return not (known["proposing"] | known["intending"] | known["announced"]).isdisjoint(words[place:])


def _back(tokens: Tokens, index: int) -> list[int]:
    """Return the tokens at `index` and before it, as far as the clause goes."""
    found: list[int] = []
    for at in range(index, max(-1, index - REACH), -1):
        if not tokens.low(at).isalnum():
            break
        found.append(at)
    return found


def _is_awaited(tokens: Tokens, before: Sequence[int], is_past: IsPast) -> bool:
    """Tell `venter, indtil Opec har besluttet sig i september`: what must have happened first is to come."""
    if not any(tokens.low(at) == "har" for at in before):
        return False
    openings = {tokens.low(before[-1]), tokens.low(before[-1] - 1)}
    return not openings.isdisjoint(vocabulary().sets["until"]) and not any(is_past(tokens, at) for at in before)


def _is_occasion(tokens: Tokens, before: Sequence[int], after: Sequence[int], is_past: IsPast) -> bool:
    """Tell `Filmen har premiere i oktober`, `Fredag er det møte i kommunestyret`: a noun behind the verb, no deed."""
    near = (*reversed(before), *after)
    if any(is_past(tokens, at) for at in near):
        return False
    for at in near:
        if tokens.lows[at] in _HOLDS:
            behind = [tokens.low(each) for each in range(at + 1, at + 1 + LONGEST_NOUN) if each in near]
            noun = next((word for word in behind if word in _BETWEEN or word.endswith(_OCCASIONS)), "")
            return noun.endswith(_OCCASIONS)
    return False


def _is_past_itself(tokens: Tokens, index: int, is_past: IsPast) -> bool:
    """Tell a verb of the past, or `har`, from the participle of `er satt`."""
    is_participle = vocabulary().has("becoming", tokens.low(index - 1))
    return tokens.low(index) == "har" or (is_past(tokens, index) and not is_participle)


def _is_passive(word: str) -> bool:
    return len(word) >= SHORTEST_PASSIVE and word.endswith(_PASSIVE) and word.isalpha()


def _ends(tokens: Tokens, before: Sequence[int], after: Sequence[int], is_past: IsPast) -> bool:
    """Tell `Fristen er mandag`, `står til 1. mars`, `går ut ved årsskiftet`, `neste mål er VM i september`."""
    known = vocabulary().sets
    words = [tokens.lows[at] for at in before]
    is_next = any(
        one in known["next_weekday_words"] and other not in vocabulary().all_units for other, one in pairwise(words)
    )
    near = (*words, *(tokens.lows[at] for at in after))
    until = words[1:] if words[:1] == ["den"] else words
    if until[:1] == ["til"] and not known["lasting"].isdisjoint(until):
        return not any(_is_past_itself(tokens, at, is_past) for at in (*before, *after))
    if not is_next and not any(word.endswith(TERMS) or word in _OUT for word in near):
        return False
    if words[:1] == ["til"] and words[1:2] and words[1].endswith(TERMS):
        return known["pluperfect"].isdisjoint(words)
    if any(is_past(tokens, at) or tokens.low(at) == "har" for at in (*before, *after)):
        return False
    if is_next or any(tokens.low(at).endswith(TERMS) for at in (*before, *after)):
        return True
    runs = (at for at in (*before, *after) if tokens.low(at) in known["running"])
    return any(not _OUT.isdisjoint(tokens.lows[at + 1 : at + 1 + LONGEST_OUT]) for at in runs)
