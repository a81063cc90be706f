"""What makes a verb and its subject speech: `at`, quoted words, a tag behind what is said."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.attribution import MAX_COMPLEMENT, Attribution, Cue
from briefings.extract.calling import names_quality
from briefings.extract.deeds import only_acts, only_answers
from briefings.extract.phrases import Phrase, phrase_at, phrases_at
from briefings.extract.sentence_words import QUOTED, Word
from briefings.extract.speech import Verb, speech
from briefings.extract.subjects import DEFINITE, is_definite, phrase_end

MIN_COMPLEMENT = 4
"""Words that must follow a verb of saying without `at` or quoted words: `Han sier Russland har utviklet …`."""
MAX_BEFORE_THAT = 6
"""Words between a verb and its `at`: `skriver i en oppdatering fredag at`."""
MIN_OPINION = 2
"""The same for a verb of opinion, the full stop counted: `Klubben mener dommen er gal.`"""


def _is_mark(word: Word) -> bool:
    return not word.low[0].isalnum() and word.low != QUOTED


def is_backward(words: Sequence[Word], verb: int, right: tuple[Phrase, ...]) -> bool:
    """Tell whether a sentence is `Det melder X`: a source without a claim of its own."""
    if (
        verb != 1
        or words[0].low not in {"det", "dette"}
        or words[0].entity is not None
        or not right
        or not right[0].known
    ):
        return False
    if words[right[0].first - 1].low in _NOT:
        # `Det trur ikkje ordføraren noko på.`
        return False
    following = [word.low for word in words[right[-1].end : right[-1].end + 2]]
    leads_in = any(word.low == ":" for word in words[right[-1].end :])
    return "at" not in following and QUOTED not in following and not leads_in


_NOT = frozenset({"ikke", "ikkje", "neppe", "knapt", "aldri", "aldrig"})


def is_tag(words: Sequence[Word], verb: int, right: tuple[Phrase, ...]) -> bool:
    """Tell whether verb and speaker stand after what is said: `…, melder X`, `«…» skriver X`."""
    if not right or verb < 1:
        return False
    before = words[verb - 1].low
    if not right[0].known and words[right[0].first].low in {"det", "der"}:
        # `«…», lød det kort.`
        return False
    if words[verb].low.startswith("vent") or (
        not right[0].known and words[right[0].first].low in speech().openers_no_source
    ):
        # `er «Skudesund» venta heim`, `Det vi har, peker mer mot …`
        return False
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
            and (
                right[0].known
                or QUOTED in {word.low for word in words[max(0, verb - MAX_COMPLEMENT) : verb]}
                or _ends_with(words, verb, right[0])
            )
        )
    # Without a comma, only at the very end: `… sikkerhet» melder vestlige nyhetsbyråer som siterer KCNA`.
    return False


def _ends_with(words: Sequence[Word], verb: int, phrase: Phrase) -> bool:
    """Tell whether a sentence ends with a verb and one definite noun: `…, opplyser forlaget.`."""
    low = words[verb].low
    if (
        low in speech().only_with
        or speech().finite.get(low) not in {Verb.SAY, Verb.REPORT}
        or phrase.first != verb + 1
        or not is_definite(words[phrase.first])
    ):
        return False
    return phrase.end == phrase.first + 1 and (phrase.end >= len(words) or words[phrase.end].low == ".")


def cited_by(words: Sequence[Word], verb: int) -> Attribution | None:
    """Read `NRK siterte først Sky News på at …`: the claim is the one's that is cited."""
    if words[verb].low not in speech().citing:
        return None
    for position in range(verb + 1, min(len(words), verb + 4)):
        phrases = phrases_at(words, position)
        if phrases and phrases[0].known:
            after = {word.low for word in words[phrases[-1].end : phrases[-1].end + 3]}
            return Attribution(Cue.QUOTED, Verb.REPORT, verb, phrases) if "at" in after else None
    return None


def says(words: Sequence[Word], verb: int, kind: Verb, subject: tuple[Phrase, ...]) -> bool:
    """Tell whether what follows a verb and its subject is something said."""
    vocabulary = speech()
    if not subject[0].known:
        return False
    after = max(verb + 1, subject[-1].end)
    if kind is Verb.LABEL:
        after = _over_according(words, after)
    rest = [word.low for word in words[after : after + MAX_COMPLEMENT]]
    required = vocabulary.only_with.get(words[verb].low)
    if _is_thus(words, verb) or words[verb].low in vocabulary.idioms:
        return True
    if required is not None:
        return _has_one(required, rest) or ("at" in required and says_that(words, after - 1))
    if only_answers(words[verb].low, rest) or only_acts(words[verb].low, rest):
        return False
    if kind is Verb.ACT:
        return len(rest) > 1 or verb > subject[-1].end or _answers_that(words, verb, subject)
    if kind is Verb.LABEL:
        return names_quality(words[verb].low, rest)
    return _tells(words, verb, kind, subject, rest)


def _over_according(words: Sequence[Word], position: int) -> int:
    """Return where a clause goes on behind who passed it on: `kaller ifølge Tass avtalen «et svik»`."""
    end = phrase_end(words, position, speech().according_to) if position < len(words) else None
    phrase = phrase_at(words, end) if end is not None else None
    return phrase.end if phrase is not None and phrase.known else position


def _answers_that(words: Sequence[Word], verb: int, subject: tuple[Phrase, ...]) -> bool:
    """Tell `Det avviser Beograd.` and `Den kritikken avviser Vik.` from `Det truer Norge.`, which threatens it."""
    claim = verb == MIN_OBJECT and words[0].low in _THAT and subject[0].first > verb and words[1].entity is None
    if claim and words[verb].low.startswith(_DENIES) and (subject[0].entity is not None or subject[0].pronoun):
        return True
    answered = words[0].low in {"det", "dette"} and words[0].entity is None and subject[0].first > 0
    return answered and not words[verb].low.startswith(("true", "trua", "trug"))


def _has_one(required: frozenset[str], rest: Sequence[str]) -> bool:
    """Tell whether one of the words that a verb must have follows soon: `la Vik til`, `peker på`."""
    return (
        any(low in required and rest[index + 1 : index + 2] not in _NOT_ADDED for index, low in enumerate(rest[:3]))
        or (QUOTED in required and QUOTED in rest)
        or any(_begins_in(rest[:MAX_IDIOM], tuple(one.split())) for one in required if " " in one)
    )


def _tells(words: Sequence[Word], verb: int, kind: Verb, subject: tuple[Phrase, ...], rest: Sequence[str]) -> bool:
    """Tell whether what follows an ordinary verb of saying is what is said."""
    vocabulary = speech()
    if _is_aside(words, verb, subject[0], rest):
        return False
    if any(low in vocabulary.complements or low in {":", QUOTED} for low in rest):
        return True
    if words[verb].low.startswith(_CONFIRMS) and rest[:1] and rest[0] in {"det", "dette"}:
        # `Vik bekrefter det overfor NRK.`
        return rest[1:2] == [] or rest[1] in {"overfor", "over", "til", "."}
    while rest[:1] and rest[0] in vocabulary.adverbs:
        # `melder likevel om kamper`
        rest = rest[1:]
    if rest[:1] == ["om"] and kind is Verb.REPORT:
        # `melder om storm`; `skrev om saken` only of those whose trade it is.
        of_trade = subject[0].outlet or words[subject[0].first].low in vocabulary.outlets
        return of_trade or not words[verb].low.startswith("sk")
    if subject[0].first and words[subject[0].first - 1].low == "som" and verb >= subject[-1].end:
        # `som KCNA formulerer det`, `som ho seier`.
        held = words[verb].low in vocabulary.opinion and rest[0] in vocabulary.helpers if rest else False
        return held or len(rest) <= 2 or rest[0] in {"det", ",", "."}  # noqa: PLR2004 - a word and a mark
    if kind is Verb.SAY and len(rest) == MIN_COMPLEMENT and _is_clause(rest):
        # `Vik sier saken er alvorlig.`
        return True
    return (
        kind is Verb.SAY
        and rest[:1] != ["med"]
        and len(rest) > (MIN_OPINION if words[verb].low in vocabulary.opinion else MIN_COMPLEMENT)
    )


def _is_clause(rest: Sequence[str]) -> bool:
    """Tell three words and a full stop that are a clause: `saken er alvorlig`, `forslaget ikke holder`."""
    vocabulary = speech()
    subject = rest[0] in vocabulary.pronouns or rest[0].endswith((*DEFINITE, "a"))
    verbal = rest[1] in vocabulary.be or rest[1] in vocabulary.have or rest[1] in vocabulary.helpers or rest[1] in _NOT
    return subject and verbal and rest[3] == "."


def has_idiom(words: Sequence[Word], verb: int) -> bool:
    """Tell whether an everyday verb speaks by the words after it: `tok … til orde for`, `gjør det klart at`."""
    phrases = speech().idioms.get(words[verb].low)
    if words[verb].low in _COMES and _comes_to_that(words, verb):
        return True
    if not phrases:
        return False
    lows = [word.low for word in words[verb + 1 : verb + 1 + MAX_IDIOM]]
    return any(_begins_in(lows, phrase) for phrase in phrases)


def _comes_to_that(words: Sequence[Word], verb: int) -> bool:
    """Tell `Retten kom til at loven gjelder` from the Danish `Retten kommer til at ligge i Odense`."""
    at = next((index for index in range(verb + 1, min(verb + 4, len(words) - 2)) if words[index].low == "til"), None)
    if at is None or words[at + 1].low != "at":
        return False
    subject = words[at + 2]
    begins = subject.capital or subject.low in speech().pronouns or subject.low in speech().determiners
    return begins or subject.low.endswith((*DEFINITE, "a"))


_COMES = frozenset({"kommer", "kom", "kjem", "kommet", "kome", "komme"})
MIN_OBJECT = 2
"""Words for what is answered: `den kritikken`."""
_THAT = frozenset({"den", "det", "denne", "dette", "slike", "slik", "de", "dei", "disse", "desse"})
_DENIES = (
    "avvis",
    "afvis",
    "tilbakevis",
    "tilbagevis",
    "avfei",
    "affej",
    "benekt",
    "benægt",
    "nekt",
    "nægt",
    "dementer",
)
_CONFIRMS = ("bekreft", "bekræft", "stadfest")
MAX_IDIOM = 8
"""Words after a verb in which the rest of its idiom stands: `tok daværende statsråd Kari Bøe til orde for`."""


_NOT_ADDED = (["rette"], ["side"], ["land"], ["kai"], ["sengs"])
"""After `til`: `la til rette for at alle fikk spille` adds nothing."""


def _begins_in(lows: Sequence[str], phrase: Sequence[str]) -> bool:
    if phrase[0].startswith("^"):
        # Right behind the verb only: `retten fant at`, not `fant en mann som sa at`.
        return " ".join(lows[: len(phrase)]) == " ".join(phrase)[1:]
    if phrase[0] not in lows:
        return False
    return any(tuple(lows[at : at + len(phrase)]) == tuple(phrase) for at in range(len(lows)))


def _is_aside(words: Sequence[Word], verb: int, subject: Phrase, rest: Sequence[str]) -> bool:
    """Tell `rapporten, som NRK omtalte i juni, …`: what follows the next comma is not said by who is named in it."""
    first = subject.first
    if first < 2 or words[first - 1].low != "som" or words[first - 2].low != "," or verb < subject.end:  # noqa: PLR2004 — `, som`
        return False
    if rest[:1] and rest[0] in {"det", ",", "."}:
        return False
    inside = rest[: rest.index(",")] if "," in rest else ()
    return bool(inside) and not any(low in speech().complements or low in {":", QUOTED} for low in inside)


def says_that(words: Sequence[Word], position: int) -> bool:
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


def follows_speech(words: Sequence[Word], auxiliary: int) -> bool:
    """Tell whether `har X sagt` stands right behind direct speech, with or without a comma between."""
    before = auxiliary - 1
    if before > 0 and words[before].low == ",":
        before -= 1
    return before >= 0 and words[before].low == QUOTED


def _is_thus(words: Sequence[Word], verb: int) -> bool:
    """Tell `Slik beskriver forskerne funnet`."""
    return verb == 1 and words[0].low in {"slik", "sånn", "sådan", "således", "soleis"}
