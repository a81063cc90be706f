"""Verbs of saying and their subjects: `X sa til Z at …`, `…, melder Y`, `har X sagt`; and all sources of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from briefings.extract.according import (
    OPENS_OPINION,
    THROUGH,
    according,
    in_papers,
    opening_paper,
    paper_cues,
    quoting,
    replies,
    through,
)
from briefings.extract.attribution import Attribution, Cue
from briefings.extract.calling import sees_as
from briefings.extract.outlets import met_by, outlets_after, outlets_before, told_to
from briefings.extract.passed_on import ANSWERED, answered_by, learned, messages
from briefings.extract.phrases import Phrase, phrases_at
from briefings.extract.saying import cited_by, follows_speech, has_idiom, is_backward, is_tag, says, says_that
from briefings.extract.sentence_words import QUOTED, Word
from briefings.extract.speech import Verb, speech
from briefings.extract.subjects import (
    DEFINITE,
    is_definite,
    opening_source,
    opens_clause,
    skip_back,
    source_after,
    source_before,
)

_BACKWARD, _TAG, _CLAUSE = Cue.BACKWARD, Cue.TAG, Cue.CLAUSE
_SAY, _REPORT, _LABEL, _ACT = Verb.SAY, Verb.REPORT, Verb.LABEL, Verb.ACT

MAX_AUXILIARY_GAP = 10
"""Words between `har` and its participle: `har i den forbindelse sagt`."""
MAX_SOURCES = 12
"""Sources read in one sentence; more are a list of them, or noise."""
_INDEFINITE = frozenset({"en", "ein", "ei", "et", "eit"})
_PASSED_ON = frozenset({_SAY, _REPORT})
_COMMENT = frozenset({"kommentere", "kommentera"})
_NO_FINITE_AFTER = frozenset({"å", "en", "ein", "ei", "et", "eit"})


def find_attributions(words: Sequence[Word]) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence, in the order of their cues. Linear in the number of words."""
    cues, followers = _cues(), _followers()
    at = [position for position, word in enumerate(words) if word.low in cues]
    at = [position for position in at if _goes_on(words, position, followers)]
    if not at:
        return tuple(opening_paper(words))
    named = (*according(words, at), *opening_paper(words), *in_papers(words, at), *quoting(words, at))
    found = [
        *named,
        *replies(words, at),
        *through(words, at),
        *learned(words, at),
        *messages(words, at),
        *answered_by(words, at),
        *_verbs(words, at),
    ]
    return tuple(sorted(found, key=lambda attribution: (attribution.at, attribution.cue))[:MAX_SOURCES])


@cache
def _cues() -> frozenset[str]:
    """Return the words of which one begins or makes every attribution, but that of a paper that opens a sentence."""
    vocabulary = speech()
    return vocabulary.telling.union(
        _COMMENT,
        ANSWERED,
        vocabulary.according_to.by_first,
        vocabulary.quoting.by_first,
        paper_cues(),
        vocabulary.replies,
        THROUGH,
    )


@cache
def _followers() -> Mapping[str, frozenset[str]]:
    """Return the second words of the set phrases, by the first, where that is no cue by itself: `i følge`."""
    vocabulary = speech()
    set_phrases = (*vocabulary.according_to.by_first.items(), *vocabulary.quoting.by_first.items())
    return {
        first: frozenset(phrase[1] for phrase in phrases)
        for first, phrases in set_phrases
        if first not in vocabulary.telling | OPENS_OPINION and all(len(phrase) > 1 for phrase in phrases)
    }


def _goes_on(words: Sequence[Word], position: int, followers: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a word that is a cue only in a set phrase may begin one: four of ten do not, most of them `i`."""
    following = followers.get(words[position].low)
    return following is None or (position + 1 < len(words) and words[position + 1].low in following)


def _verbs(words: Sequence[Word], at: Sequence[int]) -> Iterator[Attribution]:
    vocabulary = speech()
    for position in at:
        word = words[position]
        if (
            (word.low not in vocabulary.telling and word.low not in _COMMENT)
            or position == 0
            or word.entity is not None
            or word.capital
        ):
            # A verb opens only a question or a condition: `Mener han at …, så …`.
            continue
        if word.low in _COMMENT and 1 < position < len(words) - 1 and (declined := _declines(words, position)):
            yield declined
        cited = cited_by(words, position)
        if cited is not None:
            yield cited
        idiom = _SAY if has_idiom(words, position) else _LABEL if sees_as(words, position) else None
        finite, participle = vocabulary.finite.get(word.low, idiom), vocabulary.participles.get(word.low, idiom)
        if finite and participle and _auxiliary_of(words, position) is not None:
            # `har på sin side hyllet Eik`: who stands behind is the object.
            finite = None
        attribution = (
            _finite(words, position, finite) or _participle(words, position, participle) or _stative(words, position)
        )
        if attribution is not None:
            yield attribution


def _finite(words: Sequence[Word], position: int, verb: Verb | None) -> Attribution | None:
    if verb is None or _claims_nothing(words, position):
        return None
    left, right = source_before(words, position), source_after(words, position + 1)
    if verb is _SAY and not any(phrases and phrases[0].known for phrases in (left, right)):
        right = _definite_after(words, position) or right
    if position and words[position - 1].low in {"som", "der"}:
        right = ()
    if verb is _ACT and right and right[0].entity is None and words[right[0].first].low in _INDEFINITE:
        # `Dette krever en statsråd med kraft.`
        right = ()
    if position and words[position - 1].low in speech().joining:
        # `…, og åtvara amerikanarane`: the subject stands before, what follows is the object.
        return _joined_verb(words, position, verb)
    if verb in _PASSED_ON and is_backward(words, position, right):
        return _complete(_BACKWARD, verb, words, position, right)
    tags = verb is not _LABEL and words[position].low not in speech().idioms
    if tags and not _is_presented(words, position, left) and is_tag(words, position, right):
        return _complete(_TAG, verb, words, position, right)
    subject = left if left and (opens_clause(words, left[0].first) or not right) else right
    if not subject or not subject[0].known or (subject is right and is_definite(words[0]) and not right[0].pronoun):
        subject = _opening(words, position, verb) or subject
    if not subject or _is_believed(words, left) or not says(words, position, verb, subject):
        return None
    return _complete(_CLAUSE, verb, words, position, subject)


def _declines(words: Sequence[Word], position: int) -> Attribution | None:
    """Read `vil ikke kommentere «rykter»`: how the matter is called is told in somebody's own words."""
    if words[position + 1].low != QUOTED:
        return None
    not_at = position - 1
    if words[not_at].low not in _NOT or words[not_at - 1].low not in speech().helpers:
        return None
    subject = source_before(words, not_at - 1) or source_after(words, not_at)
    known = bool(subject) and subject[0].known
    return _complete(_CLAUSE, _SAY, words, position, subject) if known else None


_NOT = frozenset({"ikke", "ikkje"})


def _is_believed(words: Sequence[Word], subject: tuple[Phrase, ...]) -> bool:
    """Tell `Krogh tror | investorene frykter at …`: what somebody believes of others they did not say."""
    if not subject or subject[0].first < 2 or subject[0].pronoun or subject[0].entity is not None:  # noqa: PLR2004 — a subject and a verb
        return False
    return words[subject[0].first - 1].low in speech().opinion


def _is_asked(words: Sequence[Word], verb: int) -> bool:
    """Tell `vil ikke si om han | mener Russland står bak`: whether he does, nobody says."""
    return verb > 1 and words[verb - 1].low in speech().pronouns and words[verb - 2].low == "om"


def _claims_nothing(words: Sequence[Word], position: int) -> bool:
    """Tell a word behind `å` or an article, a title, and what somebody is asked."""
    infinite = position > 0 and words[position - 1].low in _NO_FINITE_AFTER
    return infinite or _is_title(words, position) or _is_asked(words, position)


def _is_title(words: Sequence[Word], position: int) -> bool:
    """Tell `…, da anklager Rikke Vang læste op`: behind such a conjunction stands a subject, never its verb."""
    if position + 1 >= len(words) or words[position - 1].low not in _SUBJECT_AFTER:
        return False
    return words[position + 1].capital and speech().names_speaker(words[position].low)


_SUBJECT_AFTER = frozenset({"at", "da", "då", "når", "mens", "medan", "fordi", "hvis", "viss", "dersom", "om"})


def _is_presented(words: Sequence[Word], position: int, left: tuple[Phrase, ...]) -> bool:
    """Tell the comma behind an apposition from the one before a tag: `EUs utsending, Clara Vogt, ba partene …`."""
    return bool(left) and left[0].first == 0 and words[position - 1].low == "," and words[0].low != QUOTED


def _definite_after(words: Sequence[Word], position: int) -> tuple[Phrase, ...]:
    """Return whoever is meant in `To timer senere sa verten at …`: a definite noun between the verb and its `at`."""
    if position == 0 or position + 2 >= len(words) or words[position + 2].low != "at":
        return ()
    subject = words[position + 1]
    human = subject.low.endswith(("en", "a")) and is_definite(subject)
    common = subject.low not in speech().times and subject.low not in speech().adverbs
    return (Phrase(position + 1, position + 2, None, known=True),) if human and common else ()


def _joined_verb(words: Sequence[Word], position: int, verb: Verb) -> Attribution | None:
    """Read `I går kom Kari Vik hjem og sa at …`: the subject is the first in the sentence that can be one."""
    # `Det var Kari Vik som kom og krevde at …`
    cleft = words[0].low == "det" and len(words) > 1 and words[1].low in speech().be
    phrase = phrases_at(words, 2 if cleft else 0) if words[position - 1].low in {"og", "men"} else ()
    if phrase and phrase[0].known and phrase[-1].end < position and _joins(words, position, verb, phrase):
        return _complete(_CLAUSE, verb, words, position, phrase)
    if phrase and phrase[0].known and phrase[-1].end < position and _holds_opinion(words, position, phrase[-1].end):
        return _complete(_CLAUSE, verb, words, position, phrase)
    if verb not in _PASSED_ON or words[position].low in speech().only_with or not says_that(words, position):
        return None
    if phrase and phrase[0].pronoun:
        # `Hun møtte FNs utsending, Vik, og sa at …`: not whom she met.
        return _complete(_CLAUSE, verb, words, position, phrase)
    for first in range(position - 1):
        phrases = phrases_at(words, first) if first == 0 or words[first - 1].low not in speech().breaks else ()
        if phrases and phrases[0].known and phrases[0].entity is not None and phrases[-1].end < position:
            return _complete(_CLAUSE, verb, words, position, phrases)
    return None


def _holds_opinion(words: Sequence[Word], position: int, after: int) -> bool:
    """Tell `Foreningen er kritisk og mener forslaget er svakt`: nothing that may be a subject stands between."""
    if words[position].low not in speech().opinion or not 1 < position - after < MAX_STANCE:
        return False
    between = words[after : position - 1]
    if words[after].low not in speech().be or any(word.entity is not None or word.low in _APART for word in between):
        return False
    return len(words) - position > MIN_CLAIM


_APART = frozenset({",", "at", "som", "der", "og", "men", ":", QUOTED})
MAX_STANCE = 16
"""Words of `er kritisk til planen og mener`."""
MIN_CLAIM = 4
"""Words from a verb of opinion to the end, full stop and all: `mener det haster.`"""


def _joins(words: Sequence[Word], position: int, verb: Verb, subject: tuple[Phrase, ...]) -> bool:
    """Tell `… og omtalte funnet som «…»`, `… men avviser å ha sendt våpen`: the first subject goes on."""
    after = subject[-1].end
    if subject[0].first == 2 and words[after].low == ",":  # noqa: PLR2004 — behind `det var`
        # `Det var Kari Vik, som …`
        after += 2
    if any(word.low in speech().clause_openers for word in words[after : position - 1]):
        return False
    following = [word.low for word in words[position + 1 : position + 8]]
    if QUOTED in following and "at" not in following[:2]:
        return verb is _LABEL or "som" in following[: following.index(QUOTED)]
    if verb is not _ACT:
        return False
    denies = following[:1] in (["å"], ["at"]) or following[:2] in (["for", "at"], [",", "at"])
    return denies and says(words, position, verb, subject)


def _opening(words: Sequence[Word], position: int, verb: Verb) -> tuple[Phrase, ...]:
    """Return the source that opens the sentence, where its noun is not one known to speak."""
    phrase = opening_source(words, position)
    if phrase is None:
        return ()
    if verb is _LABEL:
        return (phrase,) if QUOTED in {word.low for word in words[position + 1 : position + 5]} else ()
    if verb is _ACT:
        return (phrase,) if says_that(words, position) else ()
    lows = [word.low for word in words[: phrase.end]]
    if words[position].low in speech().not_by_things and not any(map(speech().names_paper, lows)):
        return ()
    if says_that(words, position):
        return (phrase,)
    linked = phrase.end == 1 or lows[1] in speech().links
    alone = linked and lows[0].endswith(DEFINITE)
    return (phrase,) if alone and words[position].low in speech().opinion else ()


def _participle(words: Sequence[Word], position: int, verb: Verb | None) -> Attribution | None:
    if verb is None:
        return None
    vocabulary = speech()
    auxiliary = _auxiliary_of(words, position)
    if auxiliary is None or [word.low for word in words[position + 1 : position + 3]] == ["med", ","]:
        # `En lege, som NRK har snakket med, mener …`
        return None
    if verb is _ACT and words[auxiliary].low in _TO_HAVE and _is_hearsay(words, auxiliary):
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
    if verb in _PASSED_ON and is_backward(words, first, right):
        return _complete(_BACKWARD, verb, words, position, right)
    if first == auxiliary and follows_speech(words, auxiliary):
        whole = bool(right) and skip_back(words, position) <= right[-1].end
        return _complete(_TAG, verb, words, position, right) if whole else None
    subject = left if left and (opens_clause(words, left[0].first) or not right) else right
    if not subject or not says(words, position, verb, subject):
        return None
    return _complete(_CLAUSE, verb, words, position, subject)


_TO_HAVE = frozenset({"ha", "have"})
_SHALL = frozenset({"skal", "skulle"})
MAX_SHALL = 6
"""Words between `skal` and `ha`: `skal den tidligere lederen ha truet`."""


def _is_hearsay(words: Sequence[Word], auxiliary: int) -> bool:
    """Tell `skal ha truet`: a deed that others tell of, not what somebody says."""
    return any(word.low in _SHALL for word in words[max(0, auxiliary - MAX_SHALL) : auxiliary])


def _auxiliary_of(words: Sequence[Word], position: int) -> int | None:
    """Return where the `har` of a participle stands, if it has one."""
    vocabulary = speech()
    auxiliary = position - 1
    while auxiliary >= max(0, position - MAX_AUXILIARY_GAP) and words[auxiliary].low not in vocabulary.have:
        if words[auxiliary].low == ",":
            auxiliary = _over_apposition(words, auxiliary)
        if words[auxiliary].low in {",", ":", QUOTED} or words[auxiliary].low in vocabulary.be:
            return None
        auxiliary -= 1
    return auxiliary if auxiliary >= max(0, position - MAX_AUXILIARY_GAP) else None


def _over_apposition(words: Sequence[Word], closing: int) -> int:
    """Return where a name between commas begins that ends at a comma: `har gjennom advokaten, Kari Vik, avvist`."""
    for index in range(closing - 1, max(0, closing - MAX_AUXILIARY_GAP), -1):
        if words[index].low == ",":
            return index - 1 if words[index + 1].capital else closing
    return closing


def _stative(words: Sequence[Word], position: int) -> Attribution | None:
    """Read `er sitert på at`, `er klar på at`."""
    vocabulary = speech()
    if words[position].low not in vocabulary.stative:
        return None
    following = [word.low for word in words[position + 1 : position + 3]]
    if following[1:] == [","]:
        # Danish puts a comma before `at`.
        following[1] = next((word.low for word in words[position + 3 : position + 4]), "")
    if len(following) < 2 or following[0] not in vocabulary.stative_after or following[1] != "at":  # noqa: PLR2004 - words
        return None
    be = skip_back(words, position) - 1
    if be < 0 or words[be].low not in vocabulary.be:
        return None
    subject = source_before(words, be) or source_after(words, be + 1)
    if not subject or not subject[0].known:
        phrase = opening_source(words, be)
        subject = (phrase,) if phrase else ()
    return _complete(_CLAUSE, _SAY, words, position, subject) if subject else None


def _complete(cue: Cue, verb: Verb, words: Sequence[Word], position: int, subject: tuple[Phrase, ...]) -> Attribution:
    after = max(position + 1, subject[-1].end)
    outlets = told_to(words, position, after) or outlets_after(words, after) or outlets_before(words, position)
    return Attribution(cue, verb, position, subject, outlets or met_by(words, subject[-1].end))
