"""What makes a verb and its subject speech: `at`, quoted words, a tag behind what is said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefings.extract.attribution import MAX_COMPLEMENT, Attribution, Cue
from briefings.extract.phrases import Phrase, phrase_at, phrases_at
from briefings.extract.sentence_words import QUOTED, Word
from briefings.extract.speech import Verb, speech
from briefings.extract.subjects import is_definite

MAX_LABELLED = 6
"""Words up to `for` in `kaller den nye planen for uansvarlig`."""
MIN_COMPLEMENT = 4
"""Words that must follow a verb of saying without `at` or quoted words: `Han sier Russland har utviklet …`."""
MAX_BEFORE_THAT = 6
"""Words between a verb and its `at`: `skriver i en oppdatering fredag at`."""
_ANSWERS = frozenset({"ja", "nei", "nej", "stopp", "stop", "takk", "tak"})
"""`sa nei i juni` refuses, and tells nothing that could be a claim."""
_PEOPLE_MEANT = frozenset({"ham", "henne", "hende", "dem", "meg", "mig", "deg", "dig", "oss", "os", "på"})
"""`tror henne ikke`, `tror på freden`: belief in somebody or something is no claim."""
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
    following = [word.low for word in words[right[-1].end : right[-1].end + 2]]
    return "at" not in following and QUOTED not in following and ":" not in following


def is_tag(words: Sequence[Word], verb: int, right: tuple[Phrase, ...]) -> bool:
    """Tell whether verb and speaker stand after what is said: `…, melder X`, `«…» skriver X`."""
    if not right or verb < 1:
        return False
    before = words[verb - 1].low
    if not right[0].known and words[right[0].first].low in {"det", "der"}:
        # `«…», lød det kort.`
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
    rest = [word.low for word in words[after : after + MAX_COMPLEMENT]]
    required = vocabulary.only_with.get(words[verb].low)
    if _is_thus(words, verb):
        return True
    if required is not None:
        return (
            any(low in required and rest[index + 1 : index + 2] not in _NOT_ADDED for index, low in enumerate(rest[:3]))
            or (QUOTED in required and QUOTED in rest)
            or ("at" in required and says_that(words, after - 1))
            or any(_begins_in(rest[:MAX_IDIOM], tuple(one.split())) for one in required if " " in one)
        )
    if words[verb].low in vocabulary.idioms:
        return True
    if _only_answers(words[verb].low, rest) or _only_acts(words[verb].low, rest):
        return False
    if kind is Verb.ACT:
        # `Det avviser Beograd.`
        answered = words[0].low in {"det", "dette"} and words[0].entity is None and subject[0].first > 0
        return len(rest) > 1 or verb > subject[-1].end or (answered and not words[verb].low.startswith("tru"))
    if kind is Verb.LABEL:
        return _names_quality(words[verb].low, rest)
    if _is_aside(words, verb, subject[0], rest):
        return False
    if any(low in vocabulary.complements or low in {":", QUOTED} for low in rest):
        return True
    if rest[:1] == ["om"] and kind is Verb.REPORT:
        # `melder om storm`; `skrev om saken` only of those whose trade it is.
        of_trade = subject[0].outlet or words[subject[0].first].low in vocabulary.outlets
        return of_trade or not words[verb].low.startswith("sk")
    if subject[0].first and words[subject[0].first - 1].low == "som" and verb >= subject[-1].end:
        # `som KCNA formulerer det`, `som ho seier`.
        held = words[verb].low in vocabulary.opinion and rest[0] in vocabulary.helpers if rest else False
        return held or len(rest) <= 2 or rest[0] in {"det", ",", "."}  # noqa: PLR2004
    return (
        kind is Verb.SAY
        and rest[:1] != ["med"]
        and len(rest) > (MIN_OPINION if words[verb].low in vocabulary.opinion else MIN_COMPLEMENT)
    )


def has_idiom(words: Sequence[Word], verb: int) -> bool:
    """Tell whether an everyday verb speaks by the words after it: `tok … til orde for`, `gjør det klart at`."""
    phrases = speech().idioms.get(words[verb].low)
    return bool(phrases) and any(
        _begins_in([word.low for word in words[verb + 1 : verb + 1 + MAX_IDIOM]], phrase) for phrase in phrases or ()
    )


MAX_IDIOM = 8
"""Words after a verb in which the rest of its idiom stands: `tok daværende statsråd Kari Bøe til orde for`."""


_NOT_ADDED = (["rette"], ["side"], ["land"], ["kai"], ["sengs"])
"""After `til`: `la til rette for at alle fikk spille` adds nothing."""


def sees_as(words: Sequence[Word], verb: int) -> bool:
    """Tell `ser avtalen som «et viktig skritt»`, `anser krigen for «en katastrofe»`."""
    if words[verb].low not in speech().seeing:
        return False
    lows = [word.low for word in words[verb + 1 : verb + 1 + MAX_IDIOM]]
    return any(pair[0] in {"som", "for"} and pair[1] == QUOTED for pair in pairwise(lows))


def _begins_in(lows: Sequence[str], phrase: Sequence[str]) -> bool:
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


def _only_answers(verb: str, rest: Sequence[str]) -> bool:
    """Tell `sa nei i juni`, `svarte på spørsmål`, `tror henne ikke`: nothing in them is a claim."""
    vocabulary = speech()
    if verb in vocabulary.opinion and rest[:1] and rest[0] in _PEOPLE_MEANT:
        return True
    if vocabulary.finite.get(verb) is Verb.REPORT and rest[:1] and rest[0] in {"seg", "sig"}:
        # `Island melder seg ut`, `det viser seg`
        return True
    rest = rest[1:] if rest[:1] and rest[0] in {"ikke", "ikkje"} else rest
    if rest[:1] and rest[0] in _ANSWERS and "at" not in rest[:3]:
        return True
    return rest[:1] == ["på"] and verb in vocabulary.answering and "at" not in rest and QUOTED not in rest


def _is_thus(words: Sequence[Word], verb: int) -> bool:
    """Tell `Slik beskriver forskerne funnet`."""
    return verb == 1 and words[0].low in {"slik", "sånn", "sådan", "således", "soleis"}


def _names_quality(verb: str, rest: Sequence[str]) -> bool:
    """Tell `kaller det uklokt`, `kaller boten for lav`, `stempler planen som et svik`, `kaller vedtaket historisk`."""
    if QUOTED in rest[:4] or (len(rest) > 1 and rest[0] == "det"):
        return True
    stop = next((index for index, low in enumerate(rest) if low in {",", ".", ":", ";", "og", "men"}), len(rest))
    clause = rest[:stop]
    if clause[:1] and clause[0] in _INWARD:
        return False
    limit = MAX_LABELLED if clause[:1] != ["i"] else MAX_ASIDE
    if any(low in {"for", "som"} for low in clause[1:limit]):
        return True
    if verb in speech().seeing:
        return True
    if not verb.startswith(("kall", "kald", "kalt")) or clause[:1] == ["i"]:
        return False
    return 1 < len(clause) < MAX_LABELLED and clause[-1].endswith(_QUALITIES) and _INWARD.isdisjoint(clause)


MAX_ASIDE = 16
"""The same where it was said in something: `kalder i et skriftligt svar til Ritzau aftalen for historisk`."""
_INWARD = frozenset({"inn", "ind", "opp", "op", "ut", "ud", "til", "på", "sammen", "saman", "tilbake", "tilbage", "hjem", "heim", "seg", "sig", "etter", "efter"})
_QUALITIES = (
    *("lig", "leg", "lege", "lige", "ig", "isk", "iske", "iskt", "som", "full", "fuld", "løs", "laus", "løst", "laust", "bar", "bart"),
    *("able", "abel", "ibel", "abelt", "ende", "ande", "klok", "klokt", "farlig", "god", "godt", "dårleg", "svak", "svakt", "feil", "feig", "feigt"),
)
"""Ends of adjectives that say what somebody thinks of something."""


def _only_acts(verb: str, rest: Sequence[str]) -> bool:
    """Tell `nektet å møte pressen`, `erklærte seg selvstendig`, `lover ikke noe`: done or left undone, nothing claimed."""
    if verb in speech().refusing and rest[:1] and rest[0] in {"å", "at"} and (rest[0] == "å" or verb.startswith("næ")):
        return rest[1:2] == [] or rest[1] not in _KNOWN_OR_PAST
    if verb.startswith("erklær"):
        if rest[:1] and rest[0] in {"seg", "sig"}:
            return not speech().performed.isdisjoint(rest[1:3])
        return "at" not in rest and QUOTED not in rest
    if verb.startswith("lov"):
        promised = rest[1:] if rest[:1] and rest[0] in {"ikke", "ikkje"} else rest if rest[:1] and rest[0] in _NOTHING else ()
        return bool(promised) and promised[0] in _NOTHING | {"noe", "noko", "noget"} and promised[1:2] in ([], ["."])
    return False


_KNOWN_OR_PAST = frozenset({"ha", "have", "være", "vere", "kjenne", "kjenna", "kende", "vite", "vita", "vide", "ville", "skulle"})
_NOTHING = frozenset({"ingenting", "intet"})


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
