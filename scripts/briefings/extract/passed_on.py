"""Sources that somebody else got it from: `erfarer VG fra kilder i partiet`, `Nå kommer beskjeden fra Nav: …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.extract.attribution import Attribution, Cue
from briefings.extract.phrases import Phrase, phrases_at
from briefings.extract.sentence_words import QUOTED, Word
from briefings.extract.speech import Verb, speech
from briefings.extract.subjects import is_definite, source_before

_LEARNS = frozenset({"erfarer", "erfarar"})
_THAT = frozenset({"det", "dette"})
_NEWS = frozenset({"opplyst", "oplyst"})
_TOLD = _NEWS | {"bekreftet", "bekrefta", "stadfesta", "bekræftet"}
_GETS = frozenset({"får", "fikk", "fekk", "fik", "fått", "fået"})
_FROM = frozenset({"fra", "frå", "av", "af", "gjennom", "gennem", "hos"})
_COMES = frozenset({"kommer", "kom", "kjem", "lyder", "lød"})
_IS = frozenset({"er", "var", "lyder", "lød"})
MAX_GETTING = 5
"""Words from `får` to `opplyst`: `får NTBs medarbeider i Kyiv opplyst`."""
MAX_COMING = 3
"""Words from `kommer` to the noun: `kommer så endelig beskeden`."""
MAX_MESSAGE = 6
"""Words from whoever sends it to what it says: `Beskjeden fra Nav er helt klar: …`."""


def learned(words: Sequence[Word], at: Sequence[int]) -> Iterator[Attribution]:
    """Yield who learnt it, and from whom, where that is said: `får NRK opplyst av politiet`, `VG erfarer fra …`."""
    for position in at:
        low = words[position].low
        first = position if low in _LEARNS else _getting(words, position) if low in _TOLD else None
        if first is None:
            continue
        after = phrases_at(words, position + 1 if low in _LEARNS else first + 1)
        is_tag = bool(after) and after[0].known and not after[0].pronoun
        who = after if is_tag else source_before(words, first - (words[first - 1].low in speech().have))
        if not who or who[0].pronoun or who[-1].end > max(position, who[0].first) + 1 + MAX_GETTING:
            continue
        end = max(position + 1, who[-1].end)
        sources = phrases_at(words, end + 1) if end < len(words) and words[end].low in _FROM else ()
        if sources and sources[0].known and not sources[0].pronoun:
            if (
                first == 1
                and is_tag
                and words[0].low in _THAT
                and words[-1].low == "."
                and sources[-1].end + 1 >= len(words)
            ):
                # `Det får NRK stadfesta av politiet.`
                yield Attribution(Cue.BACKWARD, Verb.REPORT, position, sources, who)
                continue
            yield Attribution(Cue.QUOTED, Verb.REPORT, position, sources)
        elif low in _LEARNS or not _is_of_news(words, position, first, who[0] if not is_tag else None):
            continue
        yield Attribution(Cue.TAG if is_tag else Cue.CLAUSE, Verb.REPORT, position, who)


def _getting(words: Sequence[Word], position: int) -> int | None:
    """Return where `får` stands before `opplyst`, with nothing but a name between."""
    for index in range(position - 1, max(0, position - 1 - MAX_GETTING), -1):
        if words[index].low in _GETS:
            return index
        if not words[index].low[0].isalnum():
            return None
    return None


def _is_of_news(words: Sequence[Word], position: int, gets: int, subject: Phrase | None) -> bool:
    """Tell `…, får NRK bekreftet`, `NRK får opplyst at …` from what somebody was told: `familien fikk opplyst at …`."""
    if subject is None:
        return words[gets - 1].low in {",", QUOTED} or (gets == 1 and words[0].low == "det")
    is_now = words[gets].low == "får" or words[gets - 1].low in speech().have
    named = subject.entity is not None or subject.outlet
    return (
        named
        and is_now
        and words[position].low in _NEWS
        and "at" in (word.low for word in words[position + 1 : position + 3])
    )


def answered_by(words: Sequence[Word], at: Sequence[int]) -> Iterator[Attribution]:
    """Yield who answers a claim in the passive: `Tallet bestrides af ministeriet`, `Anklagene ble avvist av Kreml`."""
    for position in at:
        low = words[position].low
        if low not in ANSWERED:
            continue
        before = [word.low for word in words[max(0, position - MAX_CLAIM) : position]]
        if not any(one.startswith(_CLAIMS) for one in before) or not _OPEN.isdisjoint(before):
            continue
        if not low.endswith("s") and speech().be.isdisjoint(before):
            continue
        by = next((i for i in range(position + 1, min(len(words) - 1, position + MAX_BY)) if words[i].low in _BY), None)
        phrases = phrases_at(words, by + 1) if by is not None else ()
        if phrases and phrases[0].known and not phrases[0].pronoun:
            yield Attribution(Cue.CLAUSE, Verb.ACT, position, phrases)


ANSWERED = frozenset(
    {"avvises", "afvises", "bestrides", "benektes", "benægtes", "tilbakevises", "tilbagevises", "bekreftes"}
    | {"bekræftes", "dementeres", "avvist", "avviste", "afvist", "bestridt", "benektet", "benægtet", "tilbakevist"}
    | {"tilbakeviste", "tilbagevist", "bekreftet", "bekrefta", "bekræftet", "stadfesta", "dementert", "dementeret"}
)
"""Verbs that answer a claim, in the passive."""
_CLAIMS = ("påstand", "påstan", "skulding", "anklage", "beskyld", "kritik", "opplys", "oplys", "tal", "melding", "rykt")
_OPEN = frozenset({"ikke", "ikkje", "kan", "kunne", "kunnet", "kunna", "ingen"})
_BY = frozenset({"av", "af"})
MAX_CLAIM = 20
"""Words before such a verb among which the claim stands."""
MAX_BY = 5
"""Words from such a verb to `av`: `avvises på det sterkeste av`."""


def messages(words: Sequence[Word], at: Sequence[int]) -> Iterator[Attribution]:
    """Yield whom a message is from: `Nå kommer beskjeden fra Nav: …`, `Svaret fra departementet er at …`."""
    replies = speech().replies
    for position in at:
        if words[position].low not in replies or position + 2 >= len(words) or words[position + 1].low not in _FROM:
            continue
        phrases = phrases_at(words, position + 2)
        if not phrases or phrases[0].pronoun or not (phrases[0].known or is_definite(words[phrases[0].first])):
            continue
        after = [word.low for word in words[phrases[-1].end : phrases[-1].end + MAX_MESSAGE]]
        comes = any(word.low in _COMES for word in words[max(0, position - MAX_COMING) : position])
        says = after[:1] in ([":"], ["at"]) or after[:2] in (["om", "at"], ["om", ","], [",", "at"])
        states = position == 0 and after[:1] and after[0] in _IS and not {"at", ":", QUOTED}.isdisjoint(after)
        if (comes and says) or states:
            yield Attribution(Cue.CLAUSE, Verb.SAY, position, phrases)
