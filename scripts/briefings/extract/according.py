"""Sources named without a verb of saying: `ifølge X`, `i rapporten heter det`, `som siterer X`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.extract.attribution import Attribution, Cue
from briefings.extract.makers import made_for, read_by
from briefings.extract.phrases import Phrase, phrase_at, phrases_at, was_met_by
from briefings.extract.sentence_words import Word
from briefings.extract.speech import Verb, speech
from briefings.extract.subjects import is_definite, phrase_end

_APPEARS = frozenset({"fremgår", "framgår", "kommer", "kjem", "kom", "fremgik", "går", "gikk", "gjekk"})
_FORTH = frozenset({"fram", "frem"})
_SHOWN = _FORTH | {"fremgår", "framgår", "fremgik"}
_OUT_OF = frozenset({"i", "av", "af", "fra", "frå"})
_LEARNS = frozenset(
    {"opplyst", "oplyst", "erfarer", "erfarar", "kjenner", "kjend", "kjent", "veit", "vet", "forstår", "melder"}
)


def according(words: Sequence[Word], at: Sequence[int]) -> Iterator[Attribution]:
    """Yield the sources that `ifølge` and its like name; `at`, here and below, are the words that may be such cues."""
    vocabulary = speech()
    taken = 0
    for position in at:
        if (whose := _whose_opinion(words, position)) is not None:
            yield Attribution(Cue.ACCORDING, None, position, (whose,))
            continue
        end = phrase_end(words, position, vocabulary.according_to) if position >= taken else None
        if end is None:
            continue
        phrases = tuple(phrase for phrase in _named_after(words, end) if not _is_no_source(words, phrase))
        if phrases and _is_spoken_of(words, position, phrases[-1].end):
            taken = end
            named = tuple(_issuer(words, phrase) for phrase in phrases)
            yield Attribution(Cue.ACCORDING, None, position, named, _through(words, phrases[-1]))


def _whose_opinion(words: Sequence[Word], position: int) -> Phrase | None:
    """Return the pronoun of `etter hennes mening`, `efter hans vurdering`, the name of `etter Viks mening`."""
    if words[position].low not in OPENS_OPINION or position + 2 >= len(words):
        return None
    whose = words[position + 1]
    if whose.entity is not None and whose.genitive:
        told = whose.name_end < len(words) and words[whose.name_end].low in _OPINIONS
        return Phrase(position + 1, whose.name_end, whose.entity, known=True) if told else None
    told = words[position + 1].low in POSSESSIVE_OF and words[position + 2].low in _OPINIONS
    return Phrase(position + 1, position + 2, None, known=True, pronoun=True) if told else None


OPENS_OPINION = frozenset({"etter", "efter"})
POSSESSIVE_OF = {"hans": "han", "hennes": "hun", "hennar": "ho", "hendes": "hun", "deres": "de", "deira": "dei"}
"""Whose it is, as the subject would be."""
_OPINIONS = frozenset(
    {"mening", "meining", "vurdering", "oppfatning", "oppfatting", "opfattelse", "syn", "skjønn", "skjøn", "skøn"}
)


def _through(words: Sequence[Word], paper: Phrase) -> tuple[Phrase, ...]:
    """Return the medium a paper was made for, or that got hold of it: `en måling som Norstat har gjort for NRK`."""
    if paper.end < len(words) and words[paper.end].entity is not None and was_met_by(words, paper.end):
        return (Phrase(paper.end, words[paper.end].name_end, words[paper.end].entity, known=True),)
    if not any(speech().names_paper(one.low) for one in words[paper.first : paper.end]):
        return ()
    first = read_by(words, paper.end) if paper.entity is None else made_for(words, paper.end)
    phrase = phrase_at(words, first) if first is not None else None
    return (phrase,) if phrase is not None and not phrase.pronoun and phrase.known else ()


def _issuer(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """Return who a paper is from: `ei fråsegn frå styrken` is what the force says."""
    if phrase.entity is not None or not any(speech().names_paper(one.low) for one in words[phrase.first : phrase.end]):
        return phrase
    for index in range(phrase.first + 1, phrase.end - 1):
        if words[index].low in {"fra", "frå"}:
            inner = phrase_at(words, index + 1)
            named = inner is not None and (words[index + 1].capital or is_definite(words[index + 1]))
            return inner if inner is not None and named and not inner.pronoun else phrase
    return phrase


THROUGH = frozenset({"gjennom", "gennem", "via"})


def through(words: Sequence[Word], at: Sequence[int]) -> Iterator[Attribution]:
    """Read `sier gjennom sin forsvarer Gro Vik at …`."""
    vocabulary = speech()
    for position in at:
        if position < 2 or words[position].low not in THROUGH or position + 1 >= len(words):  # noqa: PLR2004 — subject, verb
            continue
        before = (words[position - 2].low, words[position - 1].low)
        if not any(low in vocabulary.finite or low in vocabulary.have for low in before):
            continue
        first = position + 1 + (words[position + 1].low in vocabulary.possessives)
        phrase = phrase_at(words, first)
        named = words[first : phrase.end] if phrase is not None else ()
        if phrase is not None and any("advokat" in word.low or word.low.startswith(_SPEAKS_FOR) for word in named):
            yield Attribution(Cue.ACCORDING, None, position, (phrase,))


_SPEAKS_FOR = ("forsvar", "talsperson", "talsmann", "talsmand", "talskvin")


def replies(words: Sequence[Word], at: Sequence[int]) -> Iterator[Attribution]:
    """Read `«…», lød det fra Holm`, `«…», var beskjeden fra treneren`."""
    vocabulary = speech()
    for position in at:
        noun = position if words[position].low in vocabulary.replies else position + 1
        if not 1 < noun < len(words) - 2 or words[noun - 1].low not in _SOUNDS or words[noun + 1].low not in _FROM:
            continue
        if noun != position and words[noun].low != "det":
            continue
        phrases = phrases_at(words, noun + 2)
        if phrases and (phrases[0].known or is_definite(words[phrases[0].first])):
            yield Attribution(Cue.TAG, Verb.SAY, noun - 1, phrases)


_FROM = frozenset({"fra", "frå"})
_SOUNDS = frozenset({"lyder", "lød", "lydde", "lydte", "var", "er"})


THERE = frozenset({"der", "her", "heri", "deri"})
"""Stand for the paper that was told of before: `Der heter det at …`."""


def paper_cues() -> frozenset[str]:
    """Return the words of which one stands before every paper that opens no sentence."""
    return speech().written | _SHOWN


def opening_paper(words: Sequence[Word]) -> Iterator[Attribution]:
    """Read `I rapporten heter det at …`, `Der heter det at …`."""
    lows = [word.low for word in words[:3]]
    if lows[:1] and lows[0] in THERE and lows[2:] == ["det"] and (lows[1] in speech().written or lows[1] in _APPEARS):
        yield Attribution(Cue.ACCORDING, None, 0, (Phrase(0, 1, None, known=True, pronoun=True),))
    elif words and words[0].low in {"i", "av", "af"}:
        phrase = _paper_at(words, 1)
        end = _over_relative(words, phrase.end) if phrase else 0
        after = [word.low for word in words[end : end + 2]] if phrase else []
        if phrase and after[1:] == ["det"] and (after[0] in speech().written or after[0] in _APPEARS):
            yield Attribution(Cue.ACCORDING, None, 0, (phrase,))


def _over_relative(words: Sequence[Word], end: int) -> int:
    """Return where a sentence goes on behind `som banken sendte kundene,`, if such a clause tells of the paper."""
    begins = (at for at in range(1, min(len(words), end + 2)) if words[at].low in {"som", "der"})
    relative = next(begins, None)
    if relative is None:
        return end
    first = max(relative, end)
    closing = (at for at in range(first, min(len(words), first + MAX_RELATIVE)) if words[at].low == ",")
    return next(closing, end - 1) + 1


MAX_RELATIVE = 8
"""Words of a clause that says whose a paper is."""


def in_papers(words: Sequence[Word], at: Sequence[int]) -> Iterator[Attribution]:
    """Read `…, heter det i rapporten`, `Det kommer frem i rapporten at …`."""
    written = speech().written
    for position in at:
        said = words[position].low in written and _follow_out_of(words, position)
        first = position + 3 if said else _after_appears(words, position)
        phrase = _paper_at(words, first) if first is not None else None
        if phrase is not None:
            yield Attribution(Cue.ACCORDING, None, position, (phrase,), _through(words, phrase))


def _follow_out_of(words: Sequence[Word], position: int) -> bool:
    """Tell whether `det i` follows a word."""
    return position + 2 < len(words) and words[position + 1].low == "det" and words[position + 2].low in _OUT_OF


def _after_appears(words: Sequence[Word], position: int) -> int | None:
    """Return where the paper is named after `fremgår (det) av`, `(kommer) frem i`."""
    low = words[position].low
    index = position + 1
    if low not in _SHOWN:
        return None
    if low not in _FORTH:
        index += index < len(words) and words[index].low == "det"
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
    if low in {"etter", "efter"} and words[position + 1].low in _WHAT:
        return any(word.low in _LEARNS for word in words[end : end + 4])
    return True


_WHAT = frozenset({"det", "hva", "kva", "hvad"})


def _named_after(words: Sequence[Word], first: int) -> tuple[Phrase, ...]:
    if first < len(words) and words[first].low in speech().object_pronouns and words[first].entity is None:
        # `ifølge ham`; in `ifølge de nye tallene` it is no pronoun.
        phrase = Phrase(first, first + 1, None, known=True, pronoun=True)
        return (phrase,) if words[first].low != "dei" else phrases_at(words, first)
    phrases = phrases_at(words, first)
    if phrases and is_definite(words[first]) and not words[first].capital and phrases[0].end > first + 1:
        following = words[first + 1]
        if not following.capital and following.entity is None and not speech().names_speaker(words[first].low):
            # `ifølge anklageskriftet brukte Vik …`: a definite noun ends its phrase, and the verb follows.
            return (Phrase(first, first + 1, None, known=True),)
    return phrases


def _is_no_source(words: Sequence[Word], phrase: Phrase) -> bool:
    return any(word.low in speech().not_sources for word in words[phrase.first : phrase.end])


def quoting(words: Sequence[Word], at: Sequence[int]) -> Iterator[Attribution]:
    """Yield those whom another source cites: nearer to the claim than who cites them."""
    for position in at:
        end = phrase_end(words, position, speech().quoting)
        phrases = phrases_at(words, end) if end is not None else ()
        if phrases and phrases[0].known and not phrases[0].pronoun:
            yield Attribution(Cue.QUOTED, Verb.REPORT, position, phrases)
