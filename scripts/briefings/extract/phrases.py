"""Noun phrases that can name a source: `russiske medium`, `det nordkoreanske statlege nyheitsbyrået KCNA`, `han`.

There is no parser and no tagger here: a phrase is known by the names found in it and by the nouns for people and bodies
that speak (`data/speech.yml`), its other words by what they cannot be (verbs, prepositions, conjunctions).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from briefings.extract.appositions import name_behind_comma, name_behind_post
from briefings.extract.makers import is_plain_name, made_by
from briefings.extract.phrase_words import (
    BELONGS,
    after_genitive,
    begins_another,
    goes_on,
    is_adjective_of_noun,
    is_aged,
    is_bare_plural,
    is_common,
    is_compound_head,
    is_head,
    modifies,
    over_modifier,
)
from briefings.extract.sentence_words import Word
from briefings.extract.somebody import SOME, SOMEBODY, is_one_of_them, one_from, one_of_several
from briefings.extract.speech import speech

MAX_PHRASE = 14
"""Words of a source's phrase; the longest in the seeds has eight."""
MAX_NAME = 5
"""Words of a name that the search for names did not know as one."""
_DEFINITE_PLURAL = re.compile(r".{3,}(?:ane|ene|erne|arne)\Z")
_WHOSE = frozenset({"hans", "hennar", "hennes", "hendes", "deira", "deres", "sin", "sine", "sitt", "sit"})
_FROM = frozenset({"fra", "frå", "av", "af"})
MAX_LINKS = 3
"""Prepositions that a phrase goes on over: `leder for avdelingen ved instituttet i Bergen`."""


class Phrase(Struct, frozen=True):
    """A noun phrase, by word indexes, half open."""

    first: int
    end: int
    entity: int | None
    """The actor that is its head."""
    known: bool
    """Its head is a name or a noun for those who speak; otherwise it is only shaped like a phrase."""
    pronoun: bool = False
    outlet: bool = False
    """Its head is a noun for media."""


def phrases_at(words: Sequence[Word], first: int) -> tuple[Phrase, ...]:
    """Return the phrase that begins at a word, with those joined to it by `og`: `Både Rusland og Nordkorea`."""
    phrase = phrase_at(words, first)
    if phrase is None:
        return ()
    found = [phrase]
    while phrase.end + 1 < len(words) and words[phrase.end].low in {"og", "and"} and not phrase.pronoun:
        following = phrase_at(words, phrase.end + 1)
        if following is None or not following.known or following.pronoun:
            break
        if _are_roles_of_one(words, phrase, following):
            found.pop()
            following = replace(following, first=phrase.first)
        found.append(following)
        phrase = following
    return tuple(found)


def _are_roles_of_one(words: Sequence[Word], role: Phrase, following: Phrase) -> bool:
    """Tell `festivalleder og initiativtaker, Gro Vik,`: two indefinite nouns, and one name for both."""
    bare = role.entity is None and role.end == role.first + 1 and not words[role.first].capital
    named = following.entity is not None and words[following.first + 1].low == ","
    return bare and named and not words[role.first].low.endswith(("en", "et", "a", "ne", "ere"))


def phrase_at(words: Sequence[Word], first: int, depth: int = 0) -> Phrase | None:
    """Return the noun phrase that begins at a word, if one does."""
    if first >= len(words) or (words[first].entity is None and words[first].low in _no_openers()):
        return None
    if words[first].entity is None and (words[first].low in speech().pronouns or is_bare_plural(words, first)):
        return Phrase(first, first + 1, None, known=True, pronoun=True)
    if (end := one_from(words, first) or one_of_several(words, first)) is not None:
        return _one_named(words, first, end)
    if is_one_of_them(words, first):
        return _one_named(words, first, first + 3)
    limit = min(len(words), first + MAX_PHRASE)
    position = first
    while position < limit and words[position].low in speech().determiners and words[position].entity is None:
        position += 1
    if position + 1 < len(words) and words[position + 1].low == "år" and words[position].low.isdigit():
        # `en 51 år gammel mann`
        position += 2
    return _phrase_from(words, first, position, limit, depth)


def _one_named(words: Sequence[Word], first: int, end: int) -> Phrase:
    """Return who one of several is: `en av passasjerene`, or with a name beside it, `en av passasjerene, Ola Vik`."""
    named = name_behind_comma(words, end) if words[first].low in _ONE else None
    if named is None:
        return Phrase(first, end, None, known=True)
    return Phrase(first, _name_end(words, named), words[named].entity, known=True)


_ONE = frozenset({"en", "ein", "ei", "én", "éin"})


@cache
def _no_openers() -> frozenset[str]:
    """Return the small words that no phrase begins with, whatever follows: most starts that are tried are one."""
    vocabulary = speech()
    return (vocabulary.breaks | vocabulary.helpers).difference(
        vocabulary.before_titles,
        vocabulary.determiners,
        vocabulary.pronouns,
        vocabulary.plural_pronouns,
        vocabulary.many,
        SOMEBODY,
        SOME,
    )


def _phrase_from(words: Sequence[Word], first: int, position: int, limit: int, depth: int) -> Phrase | None:
    """Return the phrase that began at `first` and whose determiners end at `position`."""
    while position < limit:
        word = words[position]
        if word.entity is not None:
            after = after_genitive(words, position)
            if after is None:
                return _after_name(words, first, position)
            position = after
        elif not is_common(words, position):
            return None
        elif (after := over_modifier(words, position, limit)) is not None:
            position = after
        elif word.capital and position > 0 and not _may_be_noun(words, first, position):
            return _unknown_name(words, first, position)
        elif is_head(word.low) and not modifies(words, position) and not is_aged(words, position):
            return _after_noun(words, first, position, depth)
        elif _DEFINITE_PLURAL.match(word.low) is not None or not goes_on(words, position + 1):
            return _after_unknown_noun(words, first, position, depth)
        elif begins_another(words, position):
            return None
        else:
            position += 1
    return None


def _may_be_noun(words: Sequence[Word], first: int, position: int) -> bool:
    """Tell a capital that is no name's: `Norsk ekspert`, `Frankrigs | FN-ambassadør`, `Nato-sjef Per Vik`."""
    titled = position > first or (position + 1 < len(words) and words[position + 1].capital)
    return is_adjective_of_noun(words, position) or (titled and is_compound_head(words[position]))


def _after_unknown_noun(words: Sequence[Word], first: int, position: int, depth: int) -> Phrase:
    """Return the phrase whose noun stands at `position` and is known to speak only if a name stands beside it."""
    named = name_behind_comma(words, position + 1) or name_behind_post(words, position + 1)
    if named is None or depth > 0:
        return Phrase(first, position + 1, None, known=False)
    return Phrase(first, _name_end(words, named), words[named].entity, known=True)


def _after_name(words: Sequence[Word], first: int, position: int) -> Phrase:
    word = words[position]
    entity, end = word.entity, _name_end(words, position)
    if word.described and end < len(words) and words[end].entity is not None and not words[end].genitive:
        entity, end = words[end].entity, _name_end(words, end)
    elif word.described and (named := name_behind_comma(words, end)) is not None:
        # `forsvareren, advokat Gro Vik`: whoever the article called so before, here it says who is meant.
        entity, end = words[named].entity, _name_end(words, named)
    return Phrase(first, end, entity, known=True)


def _name_end(words: Sequence[Word], position: int) -> int:
    """Return where a name ends, with a part of it that was not known, and the body it belongs to: `Tor Vik ved NGU`."""
    end = words[position].name_end
    while end < min(len(words), position + MAX_NAME) and words[end].capital and words[end].entity is None:
        end += 1
    after = _over_bracket(words, end)
    if after + 1 < len(words) and words[after].low in BELONGS:
        body = phrase_at(words, after + 1, MAX_LINKS)
        if body is not None and not body.pronoun and (body.entity is not None or words[after + 1].capital):
            return end if after > end and goes_on(words, body.end) else body.end
    return end


def _over_bracket(words: Sequence[Word], end: int) -> int:
    """Return where words go on behind a party or an age: `Kari Bøe (H) | i Justisdepartementet`."""
    is_bracket = end + 2 < len(words) and words[end].low == "(" and words[end + 2].low == ")"
    return end + 3 if is_bracket else end


def _unknown_name(words: Sequence[Word], first: int, position: int) -> Phrase:
    end = position
    while end < min(len(words), position + MAX_NAME) and words[end].capital and words[end].entity is None:
        end += 1
    return Phrase(first, end, None, known=True)


def _after_noun(words: Sequence[Word], first: int, position: int, depth: int) -> Phrase:
    """Return the phrase whose noun stands at `position`, with a name, a `for …` or an apposition after it."""
    vocabulary = speech()
    outlet = vocabulary.names_outlet(words[position].low)
    inner = depth > 0
    end = position + 1
    if end < len(words) and words[end].low in _WHOSE:
        end += 1
    if _are_two_bodies(words, position, end):
        # `åtvara direktoratet Energidepartementet om at …`: no body is called by the kind of another.
        return Phrase(first, position + 1, None, known=True)
    if end < len(words) and words[end].entity is not None and was_met_by(words, end):
        return Phrase(first, end, None, known=True, outlet=outlet)
    named = _named_by_title(words, end, depth)
    if named is not None:
        return Phrase(first, _name_end(words, named), words[named].entity, known=True, outlet=outlet and named == end)
    if end < len(words) and words[end].capital and (words[end].entity is None or words[end].described):
        return Phrase(first, _unknown_name(words, first, end).end, None, known=True, outlet=outlet)
    paper = end == position + 1 and vocabulary.names_paper(words[position].low)
    maker = made_by(words, end) if paper else None
    if maker is not None:
        return Phrase(first, words[maker].name_end, words[maker].entity, known=True)
    entity, end = _over_links(words, end, depth, paper=paper)
    if inner:
        return Phrase(first, end, entity, known=True, outlet=outlet)
    if end > position + 1 and end < len(words) and is_plain_name(words[end]):
        # `forbundsleder i Industri Energi Frode Alfheim`: the name of who holds the title follows what it hangs on.
        return Phrase(first, _name_end(words, end), words[end].entity, known=True, outlet=outlet)
    named = name_behind_comma(words, end) or name_behind_post(words, end)
    if named is not None:
        entity, end = words[named].entity, _name_end(words, named)
    return Phrase(first, end, entity, known=True, outlet=outlet)


def was_met_by(words: Sequence[Word], name: int) -> bool:
    """Tell `to diplomater | E24 har snakket med`: whoever talked to them, and not what they are called."""
    following = [word.low for word in words[words[name].name_end : words[name].name_end + 2]]
    return len(following) > 1 and following[0] in speech().have and following[1] in _MET


_MET = frozenset(
    {
        "snakket",
        "snakka",
        "talt",
        "tala",
        "vært",
        "vore",
        "været",
        "intervjuet",
        "intervjua",
        "interviewet",
        "møtt",
        "mødt",
    }
)


def _named_by_title(words: Sequence[Word], end: int, depth: int) -> int | None:
    """Return where the name is that follows a title, or belongs to another's: `statsråd Viks rådgiver, Gro Holm`."""
    if _is_second_title(words, end):
        end += 2
    if end >= len(words) or words[end].entity is None or words[end].described:
        return None
    if not words[end].genitive:
        return end
    # One owner only: `leder Viks leder Viks leder …` without end.
    owned = phrase_at(words, end, MAX_LINKS) if depth == 0 else None
    return name_behind_comma(words, owned.end) if owned is not None and owned.entity is None else None


def _is_second_title(words: Sequence[Word], end: int) -> bool:
    """Tell `sier lege | og forfatter Gro Vik`, who is one, from `sier ordføreren | og rådmann Gro Vik`."""
    if end + 2 >= len(words) or words[end].low != "og" or words[end + 1].capital or words[end + 2].entity is None:
        return False
    first, second = words[end - 1].low, words[end + 1].low
    several = first.endswith((*_DEFINITE, "a")) or speech().names_body(first) or words[end - 1].capital
    return not several and speech().names_speaker(second) and not second.endswith(_DEFINITE)


def _are_two_bodies(words: Sequence[Word], position: int, end: int) -> bool:
    if end != position + 1 or end >= len(words) or not words[end].capital:
        return False
    definite = words[position].low.endswith(_DEFINITE) and words[end].low.endswith(_DEFINITE)
    return definite and speech().names_body(words[end].low) and not speech().names_outlet(words[position].low)


_DEFINITE = ("et", "en")


def _over_links(words: Sequence[Word], end: int, depth: int, *, paper: bool) -> tuple[int | None, int]:
    """Return where a phrase ends after what its noun hangs on; and whose a paper is, where it says from whom."""
    entity: int | None = None
    vocabulary = speech()
    while depth < MAX_LINKS and end + 1 < len(words) and words[end].low in vocabulary.links:
        depth += 1
        linked = _linked(words, end + 1, depth)
        where = words[linked.end - 1].low if linked is not None and words[end].low == "i" else ""
        if linked is None or where == "retten" or (where and vocabulary.names_paper(where)):
            # `selskapet i en melding`, `tiltalte i retten`: where it says so, not what it belongs to.
            break
        if paper and words[end].low in _FROM:
            # What a report from NGU says is what NGU says.
            entity = linked.entity
        paper, end = False, linked.end
    return entity, end


def _linked(words: Sequence[Word], position: int, depth: int) -> Phrase | None:
    linked = phrase_at(words, position, depth)
    if linked is None or linked.pronoun:
        return None
    while linked.end + 1 < len(words) and words[linked.end].low == "og":
        following = phrase_at(words, linked.end + 1, depth)
        if following is None or following.entity is None:
            break
        linked = replace(linked, end=following.end)
    return linked
