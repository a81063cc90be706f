"""Who is given as the source of a sentence: `ifølge X`, `melder Y`, `X sa til Z at …`, `som siterer X`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefings.extract.phrases import QUOTED, Phrase, Word, phrase_at, phrases_at
from briefings.extract.speech import Verb, speech
from briefings.extract.subjects import (
    opening_source,
    opens_clause,
    phrase_end,
    skip_back,
    source_after,
    source_before,
)

MAX_AUXILIARY_GAP = 10
"""Words between `har` and its participle: `har i den forbindelse sagt`."""
MAX_OUTLET_GAP = 6
"""Words between a speaker or verb and `til BBC`."""
MAX_SOURCES = 12
"""Sources read in one sentence; more are a list of them, or noise."""
MAX_COMPLEMENT = 80
"""Words looked through for what is said."""
MAX_LABELLED = 6
"""Words up to `for` in `kaller den nye planen for uansvarlig`."""
MIN_COMPLEMENT = 4
"""Words that must follow a verb of saying without `at` or quoted words: `Han sier Russland har utviklet …`."""


class Cue(StrEnum):
    """By what words a source is given."""

    CLAUSE = "clause"
    """It is the subject of a verb of saying: `X sa at …`."""
    TAG = "tag"
    """After or within what it says: `…, melder X`."""
    ACCORDING = "according"
    """`ifølge X`."""
    QUOTED = "quoted"
    """`som siterer X`: nearer to the claim than who quotes it."""
    BACKWARD = "backward"
    """`Det melder X.`: the source of the sentence before."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source as one cue gives it, by indexes of the sentence's words."""

    cue: Cue
    verb: Verb | None
    at: int
    """Where the cue's verb or preposition stands."""
    phrases: tuple[Phrase, ...]
    """The source; several where `og` joins them."""
    outlets: tuple[Phrase, ...] = ()
    """Media that it was said to: `sa han til BBC`."""


def find_attributions(words: Sequence[Word]) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence, in the order of their cues. Linear in the number of words."""
    found = [*_according(words), *_in_papers(words), *_quoting(words), *_verbs(words)]
    return tuple(sorted(found, key=lambda attribution: (attribution.at, attribution.cue))[:MAX_SOURCES])


# --- ifølge X, som siterer X ----------------------------------------------------------------------------------------


def _according(words: Sequence[Word]) -> Iterator[Attribution]:
    vocabulary = speech()
    taken = 0
    for position in range(len(words)):
        end = phrase_end(words, position, vocabulary.according_to) if position >= taken else None
        if end is None:
            continue
        phrases = tuple(phrase for phrase in _named_after(words, end) if not _is_no_source(words, phrase))
        if phrases and _is_spoken_of(words, position, phrases[-1].end):
            taken = end
            yield Attribution(Cue.ACCORDING, None, position, phrases)


def _in_papers(words: Sequence[Word]) -> Iterator[Attribution]:
    """Read `I rapporten heter det at …`, `…, heter det i rapporten`, `Det kommer frem i rapporten at …`."""
    written = speech().written
    for position, word in enumerate(words):
        following = [other.low for other in words[position + 1 : position + 3]]
        if position == 0 and word.low in {"i", "av", "af"}:
            phrase = _paper_at(words, 1)
            after = [other.low for other in words[phrase.end : phrase.end + 2]] if phrase else []
            if phrase and after[1:] == ["det"] and after[0] in written | _APPEARS:
                yield Attribution(Cue.ACCORDING, None, position, (phrase,))
            continue
        said = word.low in written and following[:1] == ["det"] and following[1:] in ([one] for one in _OUT_OF)
        first = position + 3 if said else _after_appears(words, position)
        phrase = _paper_at(words, first) if first is not None else None
        if phrase is not None:
            yield Attribution(Cue.ACCORDING, None, position, (phrase,))


_APPEARS = frozenset({"fremgår", "framgår", "kommer", "kjem", "kom", "fremgik"})
_OUT_OF = frozenset({"i", "av", "af", "fra", "frå"})


def _after_appears(words: Sequence[Word], position: int) -> int | None:
    """Return where the paper is named after `fremgår (det) av`, `(kommer) frem i`."""
    low = words[position].low
    index = position + 1
    if low in {"fremgår", "framgår", "fremgik"}:
        index += index < len(words) and words[index].low == "det"
    elif low not in {"fram", "frem"}:
        return None
    return index + 1 if index < len(words) and words[index].low in _OUT_OF else None


def _paper_at(words: Sequence[Word], first: int) -> Phrase | None:
    phrase = phrase_at(words, first)
    if phrase is None or phrase.pronoun:
        return None
    return phrase if any(speech().names_paper(word.low) for word in words[phrase.first : phrase.end]) else None


def _is_spoken_of(words: Sequence[Word], position: int, end: int) -> bool:
    """Tell `etter det NRK får opplyst` from `etter det latinske alfabetet`, `Følge NRK` from `følge nøye med`."""
    low = words[position].low
    if low in {"følge", "følgje"}:
        return position == 0 or words[position - 1].low in {",", "i"}
    if low in {"etter", "efter"} and words[position + 1].low == "det":
        return any(word.low in _LEARNS for word in words[end : end + 4])
    return True


_LEARNS = frozenset({"opplyst", "oplyst", "erfarer", "erfarar", "kjenner", "kjend", "kjent", "veit", "vet", "forstår", "melder"})


def _named_after(words: Sequence[Word], first: int) -> tuple[Phrase, ...]:
    if first < len(words) and words[first].low in speech().object_pronouns and words[first].entity is None:
        # `ifølge ham`; in `ifølge de nye tallene` it is no pronoun.
        phrase = Phrase(first, first + 1, None, known=True, pronoun=True)
        return (phrase,) if words[first].low != "dei" else phrases_at(words, first)
    phrases = phrases_at(words, first)
    if phrases and _is_definite(words[first]) and not words[first].capital and phrases[0].end > first + 1:
        following = words[first + 1]
        if not following.capital and following.entity is None and not speech().names_speaker(words[first].low):
            # `ifølge anklageskriftet brukte Vik …`: a definite noun ends its phrase, and the verb follows.
            return (Phrase(first, first + 1, None, known=True),)
    return phrases


def _is_definite(word: Word) -> bool:
    return len(word.low) > SHORTEST_DEFINITE and word.low.endswith((*_DEFINITE, "a")) and word.entity is None


SHORTEST_DEFINITE = 5
"""Letters of shorter words that end like a definite noun, and often are none (`egen`, `eget`)."""


def _is_no_source(words: Sequence[Word], phrase: Phrase) -> bool:
    return any(word.low in speech().not_sources for word in words[phrase.first : phrase.end])


def _quoting(words: Sequence[Word]) -> Iterator[Attribution]:
    for position in range(len(words)):
        end = phrase_end(words, position, speech().quoting)
        phrases = phrases_at(words, end) if end is not None else ()
        if phrases and phrases[0].known and not phrases[0].pronoun:
            yield Attribution(Cue.QUOTED, Verb.REPORT, position, phrases)


# --- verbs of saying ------------------------------------------------------------------------------------------------


def _verbs(words: Sequence[Word]) -> Iterator[Attribution]:
    vocabulary = speech()
    for position, word in enumerate(words):
        if position == 0 or word.entity is not None or word.capital:
            # A verb opens only a question or a condition: `Mener han at …, så …`.
            continue
        cited = _cited(words, position)
        if cited is not None:
            yield cited
        attribution = (
            _finite(words, position, vocabulary.finite.get(word.low))
            or _participle(words, position, vocabulary.participles.get(word.low))
            or _stative(words, position)
        )
        if attribution is not None:
            yield attribution


def _finite(words: Sequence[Word], position: int, verb: Verb | None) -> Attribution | None:
    if verb is None or (position and words[position - 1].low in _NO_FINITE_AFTER):
        return None
    left, right = source_before(words, position), source_after(words, position + 1)
    if position and words[position - 1].low in {"som", "der"}:
        right = ()
    if verb is Verb.ACT and right and right[0].entity is None and words[right[0].first].low in _INDEFINITE:
        # `Dette krever en statsråd med kraft.`
        right = ()
    if position and words[position - 1].low in speech().joining:
        # `…, og åtvara amerikanarane`: the subject stands before, what follows is the object.
        return _joined_verb(words, position, verb)
    if verb in _PASSED_ON and _is_backward(words, position, right):
        return _complete(Cue.BACKWARD, verb, words, position, right)
    if verb is not Verb.LABEL and _is_tag(words, position, right):
        return _complete(Cue.TAG, verb, words, position, right)
    subject = left if left and (opens_clause(words, left[0].first) or not right) else right
    if not subject or not subject[0].known or (subject is right and _is_definite(words[0]) and not right[0].pronoun):
        subject = _opening(words, position, verb) or subject
    if not subject or not _says(words, position, verb, subject):
        return None
    return _complete(Cue.CLAUSE, verb, words, position, subject)


def _joined_verb(words: Sequence[Word], position: int, verb: Verb) -> Attribution | None:
    """Read `I går kom Kari Vik hjem og sa at …`: the subject is the first in the sentence that can be one."""
    if verb not in _PASSED_ON or words[position].low in speech().only_with or not _says_that(words, position):
        return None
    for first in range(position - 1):
        phrases = phrases_at(words, first) if first == 0 or words[first - 1].low not in speech().breaks else ()
        if phrases and phrases[0].known and phrases[0].entity is not None and phrases[-1].end < position:
            return _complete(Cue.CLAUSE, verb, words, position, phrases)
    return None


def _opening(words: Sequence[Word], position: int, verb: Verb) -> tuple[Phrase, ...]:
    """Return the source that opens the sentence, where its noun is not one known to speak."""
    phrase = opening_source(words, position)
    if phrase is None:
        return ()
    if verb is Verb.LABEL:
        return (phrase,) if QUOTED in {word.low for word in words[position + 1 : position + 5]} else ()
    if verb is Verb.ACT:
        return (phrase,) if _says_that(words, position) else ()
    lows = [word.low for word in words[: phrase.end]]
    if words[position].low in speech().not_by_things and not any(map(speech().names_paper, lows)):
        return ()
    if _says_that(words, position):
        return (phrase,)
    linked = phrase.end == 1 or lows[1] in speech().links
    alone = linked and lows[0].endswith(_DEFINITE)
    return (phrase,) if alone and words[position].low in speech().opinion else ()


_DEFINITE = ("en", "et", "ane", "ene", "erne")


def _says_that(words: Sequence[Word], position: int) -> bool:
    """Tell whether `at` follows a verb with nothing but adverbs, or who it was said to, between."""
    vocabulary = speech()
    index = position + 1
    if index < len(words) and words[index].low in vocabulary.only_with.get(words[position].low, ()):
        index += 1
    if index < len(words) and words[index].low in {"til", "overfor", "over"}:
        index += 1 + (words[index].low == "over")
        phrase = phrase_at(words, index)
        index = phrase.end if phrase is not None else index
    for word in words[index : index + MAX_BEFORE_THAT]:
        if word.low == "at":
            return True
        if word.low in vocabulary.finite or word.low in {QUOTED, ".", ":"} or word.low in vocabulary.helpers:
            return False
    return False


MAX_BEFORE_THAT = 6
"""Words between a verb and its `at`: `skriver i en oppdatering fredag at`."""


_INDEFINITE = frozenset({"en", "ein", "ei", "et", "eit"})
_PASSED_ON = frozenset({Verb.SAY, Verb.REPORT})
_NO_FINITE_AFTER = frozenset({"å", "en", "ein", "ei", "et", "eit"})


def _participle(words: Sequence[Word], position: int, verb: Verb | None) -> Attribution | None:
    if verb is None:
        return None
    vocabulary = speech()
    auxiliary = position - 1
    while auxiliary >= max(0, position - MAX_AUXILIARY_GAP) and words[auxiliary].low not in vocabulary.have:
        if words[auxiliary].low == ",":
            auxiliary = _over_apposition(words, auxiliary)
        if words[auxiliary].low in {",", ":", QUOTED} or words[auxiliary].low in vocabulary.be:
            return None
        auxiliary -= 1
    if auxiliary < max(0, position - MAX_AUXILIARY_GAP):
        return None
    first = auxiliary
    while first > 0:
        before = skip_back(words, first)
        if before == 0 or words[before - 1].low not in vocabulary.helpers:
            break
        first = before - 1
    left = source_before(words, first)
    right = source_after(words, auxiliary + 1) or (source_after(words, first + 1) if first != auxiliary else ())
    right = right if right and right[-1].end <= position else ()
    if verb in _PASSED_ON and _is_backward(words, first, right):
        return _complete(Cue.BACKWARD, verb, words, position, right)
    if first == auxiliary and _follows_speech(words, auxiliary):
        whole = bool(right) and skip_back(words, position) <= right[-1].end
        return _complete(Cue.TAG, verb, words, position, right) if whole else None
    subject = left if left and (opens_clause(words, left[0].first) or not right) else right
    if not subject or not _says(words, position, verb, subject):
        return None
    return _complete(Cue.CLAUSE, verb, words, position, subject)


def _over_apposition(words: Sequence[Word], closing: int) -> int:
    """Return where a name between commas begins that ends at a comma: `har gjennom advokaten, Kari Vik, avvist`."""
    for index in range(closing - 1, max(0, closing - MAX_AUXILIARY_GAP), -1):
        if words[index].low == ",":
            return index - 1 if words[index + 1].capital else closing
    return closing


def _follows_speech(words: Sequence[Word], auxiliary: int) -> bool:
    """Tell whether `har X sagt` stands right behind direct speech, with or without a comma between."""
    before = auxiliary - 1
    if before > 0 and words[before].low == ",":
        before -= 1
    return before >= 0 and words[before].low == QUOTED


def _stative(words: Sequence[Word], position: int) -> Attribution | None:
    """Read `er sitert på at`, `er klar på at`."""
    vocabulary = speech()
    if words[position].low not in vocabulary.stative:
        return None
    following = [word.low for word in words[position + 1 : position + 3]]
    if following[1:] == [","]:
        # Danish puts a comma before `at`.
        following[1] = next((word.low for word in words[position + 3 : position + 4]), "")
    if len(following) < 2 or following[0] not in vocabulary.stative_after or following[1] != "at":  # noqa: PLR2004
        return None
    be = skip_back(words, position) - 1
    if be < 0 or words[be].low not in vocabulary.be:
        return None
    subject = source_before(words, be) or source_after(words, be + 1)
    if not subject or not subject[0].known:
        phrase = opening_source(words, be)
        subject = (phrase,) if phrase else ()
    return _complete(Cue.CLAUSE, Verb.SAY, words, position, subject) if subject else None


def _complete(cue: Cue, verb: Verb, words: Sequence[Word], position: int, subject: tuple[Phrase, ...]) -> Attribution:
    after = max(position + 1, subject[-1].end)
    return Attribution(cue, verb, position, subject, _outlets(words, after))


# --- what makes it speech -------------------------------------------------------------------------------------------


def _is_mark(word: Word) -> bool:
    return not word.low[0].isalnum() and word.low != QUOTED


def _is_backward(words: Sequence[Word], verb: int, right: tuple[Phrase, ...]) -> bool:
    """Tell whether a sentence is `Det melder X`: a source without a claim of its own."""
    if (
        verb != 1
        or words[0].low not in {"det", "dette"}
        or words[0].entity is not None
        or not right
        or not right[0].known
    ):
        return False
    following = [word.low for word in words[right[-1].end : right[-1].end + 2]]
    return "at" not in following and QUOTED not in following and ":" not in following


def _is_tag(words: Sequence[Word], verb: int, right: tuple[Phrase, ...]) -> bool:
    """Tell whether verb and speaker stand after what is said: `…, melder X`, `«…» skriver X`."""
    if not right or verb < 1:
        return False
    before = words[verb - 1].low
    end = right[-1].end
    closes = end >= len(words) or _is_mark(words[end]) or words[end].low in speech().after_tags or not right[0].known
    complement = any(word.low == "at" for word in words[end : end + 3])
    if before == QUOTED:
        return closes
    if complement:
        return False
    if before in {",", "!", "?", "…", "–"}:
        return (
            closes
            and verb > 1
            and (right[0].known or QUOTED in {word.low for word in words[max(0, verb - MAX_COMPLEMENT) : verb]})
        )
    # Without a comma, only at the very end: `… sikkerhet» melder vestlige nyhetsbyråer som siterer KCNA`.
    return False


def _cited(words: Sequence[Word], verb: int) -> Attribution | None:
    """Read `NRK siterte først Sky News på at …`: the claim is the one's that is cited."""
    if words[verb].low not in speech().citing:
        return None
    for position in range(verb + 1, min(len(words), verb + 4)):
        phrases = phrases_at(words, position)
        if phrases and phrases[0].known:
            after = {word.low for word in words[phrases[-1].end : phrases[-1].end + 3]}
            return Attribution(Cue.QUOTED, Verb.REPORT, verb, phrases) if "at" in after else None
    return None


def _says(words: Sequence[Word], verb: int, kind: Verb, subject: tuple[Phrase, ...]) -> bool:
    """Tell whether what follows a verb and its subject is something said."""
    vocabulary = speech()
    if not subject[0].known:
        return False
    after = max(verb + 1, subject[-1].end)
    rest = [word.low for word in words[after : after + MAX_COMPLEMENT]]
    if words[verb].low in vocabulary.opinion and rest[:1] and rest[0] in _PEOPLE_MEANT:
        return False
    required = vocabulary.only_with.get(words[verb].low)
    if required is not None and QUOTED in required and QUOTED in rest:
        return True
    if required is not None:
        return any(low in required for low in rest[:3]) and bool(required)
    if rest[:1] and rest[0] in _ANSWERS and "at" not in rest[:3]:
        return False
    if kind is Verb.ACT:
        return len(rest) > 1 or verb > subject[-1].end
    if kind is Verb.LABEL:
        # `kaller det uklokt`, `kaller boten for lav`.
        return QUOTED in rest[:4] or (len(rest) > 1 and rest[0] == "det") or "for" in rest[1:MAX_LABELLED]
    if any(low in vocabulary.complements or low in {":", QUOTED} for low in rest):
        return True
    if subject[0].first and words[subject[0].first - 1].low == "som" and verb >= subject[-1].end:
        # `som KCNA formulerer det`, `som ho seier`.
        return len(rest) <= 2 or rest[0] in {"det", ",", "."}  # noqa: PLR2004
    if rest[:1] == ["med"]:
        return False
    return kind is Verb.SAY and len(rest) > (MIN_OPINION if words[verb].low in vocabulary.opinion else MIN_COMPLEMENT)


_ANSWERS = frozenset({"ja", "nei", "nej", "stopp", "stop", "takk", "tak"})
"""`sa nei i juni` refuses, and tells nothing that could be a claim."""
_PEOPLE_MEANT = frozenset({"ham", "henne", "hende", "dem", "meg", "mig", "deg", "dig", "oss", "os", "på"})
"""`tror henne ikke`, `tror på freden`: belief in somebody or something is no claim."""
MIN_OPINION = 2
"""The same for a verb of opinion, the full stop counted: `Klubben mener dommen er gal.`"""


def _appeared_in(words: Sequence[Word], position: int) -> Phrase | None:
    """Return the medium in `i en kronikk i China Daily`, `i et intervju med NRK`."""
    if words[position].low != "i" or position + 4 > len(words):
        return None
    low, after = words[position + 2].low, words[position + 3].low
    if low not in speech().appearances or after not in {"i", "med", "til", "på", "hos"}:
        return None
    phrase = phrase_at(words, position + 4)
    return phrase if phrase is not None and phrase.entity is not None else None


def _after_apposition(words: Sequence[Word], first: int) -> int:
    """Return where words go on behind a description between commas: `sier Vik, leder i laget, til NRK`."""
    if first >= len(words) or words[first].low != ",":
        return first
    if first + 1 < len(words) and words[first + 1].low in {"til", "overfor"}:
        return first + 1
    for index in range(first + 1, min(len(words), first + MAX_AUXILIARY_GAP)):
        if words[index].low in speech().finite or words[index].low in {".", ":", QUOTED, "at"}:
            return first
        if words[index].low == ",":
            goes_on = index + 1 < len(words) and words[index + 1].low in {"til", "overfor"}
            return index + 1 if goes_on else first
    return first


def _outlets(words: Sequence[Word], first: int) -> tuple[Phrase, ...]:
    first = _after_apposition(words, first)
    for position in range(first, min(len(words), first + MAX_OUTLET_GAP)):
        low = words[position].low
        appeared = _appeared_in(words, position)
        if appeared is not None:
            return (appeared,)
        if low == "over" and position + 1 < len(words) and words[position + 1].low == "for":
            phrase = phrase_at(words, position + 2)
            return (phrase,) if phrase is not None and not phrase.pronoun else ()
        if low in {",", ".", ":", ";", "at", QUOTED}:
            return ()
        if low in {"til", "overfor", "med"}:
            phrase = phrase_at(words, position + 1)
            if phrase is not None and not phrase.pronoun:
                return (phrase,)
    return ()
