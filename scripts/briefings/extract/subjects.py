"""The subject of a verb of saying: the known source right before or right after it."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.phrases import Phrase, phrases_at
from briefings.extract.sentence_words import QUOTED, Word
from briefings.extract.speech import Phrases, speech

MAX_APPOSITION = 15
"""Words between two commas, or brackets, that say more about a speaker."""


def phrase_end(words: Sequence[Word], position: int, phrases: Phrases) -> int | None:
    """Return where the set phrase ends that begins at a word, if one does."""
    for phrase in phrases.by_first.get(words[position].low, ()):
        end = position + len(phrase)
        if _is_phrase(words, position, end, phrase):
            return end
    return None


def phrase_start(words: Sequence[Word], end: int, phrases: Phrases) -> int | None:
    """Return where the set phrase begins that ends before a word, if one does."""
    for phrase in phrases.by_last.get(words[end - 1].low, ()) if end else ():
        start = end - len(phrase)
        if start >= 0 and _is_phrase(words, start, end, phrase):
            return start
    return None


def _is_phrase(words: Sequence[Word], start: int, end: int, phrase: tuple[str, ...]) -> bool:
    """Tell whether words are those of a set phrase; most are not, and its first and last word already tell."""
    return (
        end <= len(words)
        and words[start].low == phrase[0]
        and words[end - 1].low == phrase[-1]
        and tuple(word.low for word in words[start:end]) == phrase
    )


def skip_back(words: Sequence[Word], end: int) -> int:
    """Return where adverbs and set phrases before a word begin: `Kim [på si side] skal …`."""
    vocabulary = speech()
    position = end
    while position > 0:
        if words[position - 1].low in vocabulary.adverbs and words[position - 1].entity is None:
            position -= 1
            continue
        aside = phrase_start(words, position, vocabulary.asides)
        if not aside:
            return position
        position = aside
    return position


def _skip_on(words: Sequence[Word], first: int) -> int:
    vocabulary = speech()
    position = first
    while position < len(words):
        aside = phrase_end(words, position, vocabulary.asides)
        if aside is not None:
            position = aside
        elif words[position].low in vocabulary.adverbs and words[position].low not in vocabulary.before_titles:
            position += 1
        else:
            break
    return position


def source_before(words: Sequence[Word], verb: int) -> tuple[Phrase, ...]:
    """Return the known source right before a verb, over adverbs, an apposition between commas, or brackets."""
    end = skip_back(words, verb)
    if end > 1 and words[end - 1].low in _WHO and words[end - 1].entity is None:
        # `en kilde, der siger, at …`: what the relative clause is about, whatever governs it.
        end -= 1 + (words[end - 2].low == ",")
        end = _before_party(words, end)
        return _who_is_one_of(words, end) or _longest_ending_at(words, end, end)
    if end and words[end - 1].low in {",", ")", "–"}:
        opening = "(" if words[end - 1].low == ")" else words[end - 1].low
        lowest = max(0, end - 2 - MAX_APPOSITION)
        first = next((index for index in range(end - 2, lowest - 1, -1) if words[index].low == opening), None)
        if first is None or first == 0:
            return ()
        if words[first + 1].low in _AMONG:
            # `Kritikerne, deriblant Kari Vik, mener`: who stands between the commas is only one of them.
            return _longest_ending_at(words, first, first)
        return _ending_at(words, first, _before_bracket(words, end - 1))
    return _ending_at(words, end, end)


def _before_party(words: Sequence[Word], end: int) -> int:
    """Return where a name ends that a party or an age in brackets follows: `fra Kari Vik | (S), som mener`."""
    is_bracket = end > 3 and words[end - 1].low == ")" and words[end - 3].low == "("  # noqa: PLR2004 — a name and a bracket
    return end - 3 if is_bracket else end


def _before_bracket(words: Sequence[Word], end: int) -> int:
    """Return where a name ends that a party or an age in brackets follows: `, Gunn Mongstad | (Sp),`."""
    if words[end].low != "," or words[end - 1].low != ")":
        return end
    return next((index for index in range(end - 2, max(0, end - MAX_BRACKET), -1) if words[index].low == "("), end)


MAX_BRACKET = 6
"""Words in brackets, with these: `(Uavhengig, tidl. Sp)`."""


def _who_is_one_of(words: Sequence[Word], end: int) -> tuple[Phrase, ...]:
    """Return whom `Holm var i fjor en av dem | som advarte`, `er blant dem | som mener` tell of."""
    lows = [word.low for word in words[max(0, end - 3) : end]]
    if len(lows) < len(("en", "av", "dem")) or lows[-1] not in _THEM:
        return ()
    if lows[1] in {"av", "af"} and lows[0] in {"en", "én", "ein", "éin", "ei"}:
        be = skip_back(words, end - 3)
    elif lows[1] in {"blant", "blandt", "mellom", "mellem"}:
        be = skip_back(words, end - 2)
    else:
        return ()
    if not be or words[be - 1].low not in speech().be:
        return ()
    phrase = opening_source(words, be - 1)
    return source_before(words, be - 1) or ((phrase,) if phrase is not None else ())


_THEM = frozenset({"dem", "dei", "de", "flere", "fleire", "mange"})


def _ending_at(words: Sequence[Word], end: int, named_by: int) -> tuple[Phrase, ...]:
    """Return the longest known source that ends at a word, or at `named_by` with the name that stands in apposition."""
    vocabulary = speech()
    best = _longest_ending_at(words, end, named_by)
    first = best[0].first if best else 0
    before = words[first - 1].low if first else ""
    closed = before in vocabulary.breaks and before not in vocabulary.clause_openers
    if closed and first != after_focus(words):
        return ()
    if best and phrase_start(words, best[0].first, vocabulary.according_to) is not None:
        return ()
    return best


def _longest_ending_at(words: Sequence[Word], end: int, named_by: int) -> tuple[Phrase, ...]:
    lowest = end
    while lowest > max(0, end - MAX_APPOSITION + 1) and words[lowest - 1].low not in _PARTING:
        lowest -= 1
    for first in range(lowest, end):
        phrases = phrases_at(words, first)
        if phrases and phrases[-1].end in {end, named_by} and phrases[0].known:
            return phrases
    return ()


_PARTING = frozenset({",", ".", ":", ";", QUOTED})


_AMONG = frozenset({"deriblant", "deriblandt", "heriblant", "heriblandt", "derimellom", "herunder", "inkludert"})
_WHO = frozenset({"som", "der"})


def source_after(words: Sequence[Word], first: int) -> tuple[Phrase, ...]:
    """Return the source right after a verb, over adverbs."""
    vocabulary = speech()
    position = _skip_on(words, first)
    if (
        position < len(words)
        and words[position].low in {"til", "fast"}
        and words[first - 1].low in vocabulary.only_with
    ):
        position = _skip_on(words, position + 1)
    phrases = phrases_at(words, position)
    if not phrases or (not phrases[0].known and phrases[0].end - phrases[0].first > 3):  # noqa: PLR2004 - words
        return ()
    return phrases


def opening_source(words: Sequence[Word], verb: int) -> Phrase | None:
    """Return what stands before the first verb of a sentence as the source, whatever its noun: `Huseieren sier at …`.

    In Norwegian and Danish one part of the sentence stands before its verb. If that is no time, place or clause, and no
    subject follows the verb, it is the subject. A relative clause in it must end with a comma before the verb.
    """
    vocabulary = speech()
    end = skip_back(words, verb)
    if end > 0 and words[end - 1].low in _WHO:
        # `ei lov som slår fast at`: what the clause is about says it, if anything.
        return None
    relative = end > 0 and words[end - 1].low == ","
    end -= relative
    low = words[0].low
    closed = low in vocabulary.openers_no_source or (low in vocabulary.breaks and low not in vocabulary.determiners)
    if not 0 < end <= MAX_OPENING or closed or after_focus(words):
        return None
    stop = _noun_phrase_end(words, end) if relative else end
    inside = range(stop)
    if any(words[index].low in vocabulary.finite or words[index].low in {",", ":", ";", QUOTED} for index in inside):
        return None
    if any(words[index].low in vocabulary.helpers and not words[index].capital for index in inside):
        return None
    if not _may_open(words, stop):
        return None
    entity = _head_name(words, stop)
    return Phrase(0, stop, entity, known=True)


MAX_OPENING = 16
"""Words before the verb of a sentence that can be its subject."""


def _noun_phrase_end(words: Sequence[Word], end: int) -> int:
    """Return where a noun phrase ends that a relative clause follows: at `som`, `der`, a comma, or a name."""
    for index in range(1, end):
        if words[index].low in {"som", "der", ","} or words[index].entity is not None or words[index].capital:
            return index
    return end


def _may_open(words: Sequence[Word], stop: int) -> bool:
    vocabulary = speech()
    first = words[0].low
    if (
        first in vocabulary.adverbs
        or first in vocabulary.times
        or first in vocabulary.pronouns
        or not first[0].isalpha()
    ):
        return False
    if stop > 1 and words[1].low in vocabulary.times and not words[1].capital:
        # `Seks timer`: a span of time, whatever counts it.
        return False
    if first not in vocabulary.determiners:
        return True
    return stop > 1 and words[1].low not in vocabulary.times and words[1].low[0].isalnum()


def _head_name(words: Sequence[Word], stop: int) -> int | None:
    """Return the actor whose name is the head of a phrase: the first in it before any preposition."""
    for index in range(stop):
        if words[index].low in speech().breaks:
            return None
        if words[index].entity is not None and not words[index].genitive:
            after = words[index].name_end
            return words[index].entity if after >= stop or words[after].low in speech().breaks else None
    return None


def after_focus(words: Sequence[Word]) -> int:
    """Return where a sentence goes on behind `Også`, `Heller ikke`, `Selv`: 0 where it opens with none of them."""
    low = words[0].low
    if low in _FOCUS:
        return 1
    return 2 if low == "heller" and len(words) > 1 and words[1].low in {"ikke", "ikkje"} else 0


_FOCUS = frozenset({"også", "òg", "selv", "sjølv", "bare", "kun", "berre", "særlig", "særleg", "især"})


def opens_clause(words: Sequence[Word], first: int) -> bool:
    """Tell whether a clause can begin at a word: at the start, after a mark or a conjunction."""
    if first in {0, after_focus(words)}:
        return True
    before = words[first - 1].low
    return before in speech().clause_openers or not before[0].isalnum()


def is_definite(word: Word) -> bool:
    """Tell whether a word ends like a noun in the definite form, and is no name."""
    return len(word.low) > SHORTEST_DEFINITE and word.low.endswith((*DEFINITE, "a")) and word.entity is None


DEFINITE = ("en", "et", "ane", "ene", "erne")
SHORTEST_DEFINITE = 5
"""Letters of shorter words that end like a definite noun, and often are none (`egen`, `eget`)."""
