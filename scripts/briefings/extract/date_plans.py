"""Whether a weekday is the coming one because the words around it tell of a plan, not of what was done that day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefings.extract.date_words import Tokens, is_abbreviation, vocabulary

REACH = 12
"""How many tokens before and behind a weekday are looked at."""
_FROM = frozenset({"fra", "frå"})
_TO = frozenset({"å", "at"})
_HEARSAY = frozenset({"ha", "have", "være", "vere", "vært", "været", "vore"})  # `skulle ha reist`, `skulle være syk`
_WHEN = frozenset({"da", "då", "idet"})
_ENDS = frozenset(".:!?–—()«»")
_MARKS = _ENDS | frozenset(",;")
_AHEAD = ("", "ahead")
_ADVERBS = frozenset(
    {
        "likevel",
        "alligevel",
        "også",
        "òg",
        "dermed",
        "derfor",
        "fortsatt",
        "framleis",
        "han",
        "hun",
        "ho",
        "de",
        "dei",
        "vi",
    }
)
_READY = (["klar"], ["klare"], ["klart"])
_ACCORDING = frozenset({"etter", "efter"})
_AWAITING = frozenset({"foran", "før"})
_MODALS = frozenset({"må", "bør", "kan"})
_DEFINITE = ("en", "et", "a", "ene", "ane", "erne")
_OF = frozenset({"etter", "efter", "om", "for", "fra", "frå", "ved", "bak", "bag", "med", "under", "til", "mot", "mod"})
_NOUN_PHRASE = 4
"""Tokens before a weekday among which the preposition of its noun stands."""


def way_of_plan(tokens: Tokens, index: int, end: int, past: frozenset[int]) -> str:
    """Return `ahead` where what happens on the weekday at `index` to `end` is still to come, "" where nothing says so.

    So it is in `utsatt til fredag`, `neste møte er fredag`, `fra fredag må alle`, `reiser etter planen fredag`, in
    `som skulle reise fredag`, and in `har bestemt seg for å reise fredag`: the perfect has no day of its own, which
    leaves it to the infinitive. What was to be and will not (`skulle ha spilt lørdag`) is `nearest`. `past` are the
    tokens nearby that are verbs in the past, `har` excepted.
    """
    before = _stretch(tokens, range(index - 1, max(-1, index - 1 - REACH), -1), _MARKS)
    words, known = [tokens.lows[at] for at in before], vocabulary().sets
    if "til" in words[:1]:
        deferred = not known["deferred"].isdisjoint(words) and known["pluperfect"].isdisjoint(words)
        return _AHEAD[
            deferred or (not known["lasting"].isdisjoint(words) and past.isdisjoint(before) and "har" not in words)
        ]
    if tokens.low(index) in _FROM or not _FROM.isdisjoint(words[:1]):
        return _AHEAD[_begins(tokens, before, end, past)]
    if past.isdisjoint(before) and not known["next_weekday_words"].isdisjoint(words):
        return "ahead"
    behind = _stretch(tokens, range(end, end + REACH), _MARKS)
    if past.isdisjoint((*before, *behind)) and (_awaits(words) or _must(tokens, before)):
        return "ahead"
    if "skulle" in words:
        way = _way_of_what_was_due(tokens, before, end, past)
    else:
        way = _AHEAD[_is_as_planned(tokens, before, end, past)]
    return way or _AHEAD[_is_intended(tokens, before, past, on=tokens.low(index) == "på")]


def _awaits(before: Sequence[str]) -> bool:
    """Say whether `foran lørdagens kamp`, `før møtet lørdag` or `klar for lørdagens kamp` is told."""
    place = next((place for place, word in enumerate(before[:2]) if word in _AWAITING), None)
    is_of_noun = place == 0 or (place == 1 and before[0].endswith(_DEFINITE))  # not "like før midnatt lørdag"
    return is_of_noun or (before[:1] == ["for"] and before[1:2] in _READY)


def _must(tokens: Tokens, before: Sequence[int]) -> bool:
    """Say whether `må svare Stortinget fredag` is told, not `kan knyttes til brannen fredag`."""
    place = next((place for place, at in enumerate(before) if tokens.low(at) in _MODALS), None)
    while place and not (tokens.is_lower(before[place - 1]) and tokens.low(before[place - 1]) not in _ADVERBS):
        place -= 1  # `må Stadheim likevel stå over`
    if place and place > 1 and tokens.low(before[place - 1]).endswith(_DEFINITE):
        place -= 1  # `må kommunen svare`
    if not place or not tokens.low(before[place - 1]).endswith(("e", "å", "es", "ast")):
        return False
    words = [tokens.low(at) for at in before[:place]]
    of_a_noun = words[0].endswith(_DEFINITE) and not _OF.isdisjoint(words[1:_NOUN_PHRASE])
    return _HEARSAY.isdisjoint(words) and not of_a_noun and vocabulary().sets["clause_words"].isdisjoint(words)


def _begins(tokens: Tokens, before: Sequence[int], end: int, past: frozenset[int]) -> bool:
    """Say whether `fra fredag må alle` or `er stengt fra fredag` is told, rather than where something is from."""
    known = vocabulary().sets
    words = {*map(tokens.low, before), tokens.low(end)}
    if not past.isdisjoint(before):
        return False
    if not known["bidding"].isdisjoint(words) or not known["beginning"].isdisjoint(words):
        return "har" not in words
    behind = {tokens.low(at) for at in _stretch(tokens, range(end, end + REACH), _MARKS)} if not before else set()
    near = words | behind
    return "er" in near and not known["open_states"].isdisjoint(near) and "har" not in near


def _is_as_planned(tokens: Tokens, before: Sequence[int], end: int, past: frozenset[int]) -> bool:
    """Say whether somebody does `etter planen` in the present what has the weekday."""
    near = [*before, *_stretch(tokens, range(end, end + REACH), _MARKS)]
    if not past.isdisjoint(near):
        return False
    return any(tokens.low(at) == "planen" and tokens.low(at - 1) in _ACCORDING for at in near)


def nearby(tokens: Tokens, index: int, end: int) -> range:
    """Return the tokens around a weekday that are looked at."""
    return range(max(0, index - 2 * REACH - 2), min(len(tokens.lows), end + REACH))


def _stretch(tokens: Tokens, indexes: Iterable[int], stops: frozenset[str]) -> list[int]:
    """Return the indexes as far as the first of the stops."""
    lows, found = tokens.lows, list[int]()
    for at in indexes:
        if at >= len(lows) or (lows[at] in stops and not is_abbreviation(lows, at)):
            break
        found.append(at)
    return found


def _way_of_what_was_due(tokens: Tokens, before: Sequence[int], end: int, past: frozenset[int]) -> str:
    """Return how `skulle` looks ahead: `pasientar som skulle til legen fredag, får ny time`.

    Where the sentence tells what became of it, or when it was so (`da han skulle reise`), it is over.
    """
    at = next(at for at in before if tokens.low(at) == "skulle")
    lead = _stretch(tokens, range(at - 1, max(-1, at - 1 - REACH), -1), _ENDS)
    if not any(tokens.low(near) == "at" for near in lead) and any(
        near in past or tokens.low(near) in _WHEN for near in lead
    ):
        return ""
    if not _HEARSAY.isdisjoint(tokens.lows[at + 1 : before[0] + 1]):
        return "nearest"
    rest = _stretch(tokens, range(end, end + REACH), _ENDS)
    # Right behind `skulle`, `gifte` is no verb in the past.
    is_overtaken = any(near in past or tokens.low(near) == "men" for near in (*range(at + 2, before[0] + 1), *rest))
    return "back" if is_overtaken else "ahead"


def _is_infinitive(marker: str, word: str) -> bool:
    """Say whether a word behind `å`, or behind the Danish `at` that also begins clauses, is a verb."""
    return marker == "å" or (word.endswith(("e", "å")) and not vocabulary().has("no_infinitives", word))


def _is_intended(tokens: Tokens, before: Sequence[int], past: frozenset[int], *, on: bool) -> bool:
    """Say whether an infinitive has the weekday, by a perfect or a verb of intent: `gleder seg til å spille lørdag`.

    What was managed, or somebody is charged with, is over; a mere purpose (`for å hente henne`) tells nothing unless
    the day has its `på`.
    """
    words, known = [tokens.low(at) for at in before], vocabulary().sets
    place = next((place for place, word in enumerate(words) if word in _TO), None)
    if not place or words[place - 1] in known["have"] or not _is_infinitive(words[place], words[place - 1]):
        return False
    lead = words[place + 1 :]
    behind = range(before[0] + 1, before[0] + 4)
    if not past.isdisjoint((*before, *behind)) or not known["clause_words"].isdisjoint(words[:place]):
        return False
    if lead[:1] in (["etter"], ["efter"], ["før"]) or not known["managed"].isdisjoint(lead):
        return False
    if not known["intending"].isdisjoint(lead):
        return True
    is_purpose = lead[:1] == ["for"] and lead[1:2] not in (["seg"], ["sig"], ["oss"], ["os"])
    return "har" in lead and (on or not is_purpose)
