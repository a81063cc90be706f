"""A sentence as words: names known, each quotation one word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefings.extract.quotations import Quotation
from briefings.extract.speech import speech
from briefings.extract.tokens import PLAIN_WORDS
from briefings.findings import Entity, Mention, Sentence

QUOTED = "«»"
"""Stands for a quotation among a sentence's words: what is quoted is not the article's own telling."""
# An abbreviation right before a title keeps its full stop, so that it ends no phrase: `adm. direktør`.
_WORD = re.compile(
    PLAIN_WORDS
    + r"|(?=[AaFfKkTtJjSs])(?<!\w)(?:[Aa]dm|[Ff]hv|[Kk]onst|[Ff]ung|[Aa]ss|[Tt]idl|[Jj]r|[Ss]r)\.(?=\s[a-zæøå])"
    r"|[^\W_]+(?:[-’'./][^\W_]+)*-?|[^\w\s]|_"
)


class Word(Struct, frozen=True, gc=False):
    """A word of a sentence, or a whole quotation in one. It holds nothing that could hold it: no garbage is sought."""

    start: int
    end: int
    low: str
    """In lower case; `QUOTED` for a quotation."""
    capital: bool
    entity: int | None = None
    """The actor whose name begins here."""
    name_end: int = 0
    """Where that name ends: index of the next word."""
    genitive: bool = False
    """The name is in the genitive: `Sør-Koreas`."""
    described: bool = False
    """It is a description that means the actor, not a name."""


class Name(Struct, frozen=True):
    """A name or a description of an actor, where it stands."""

    mention: Mention
    entity: int
    described: bool
    genitive: bool


def names_by_start(entities: Sequence[Entity]) -> dict[int, Name]:
    """Return all names and descriptions of the actors by the offset where they begin, names before descriptions.

    Of two names that begin together the longer one stands there: `Irans hær`, not `Irans`.
    """
    found: dict[int, Name] = {}
    for index, entity in enumerate(entities):
        surfaces = {entity.name, *entity.name.split(), *(mention.text for mention in entity.mentions)}
        for mention in entity.mentions:
            known = found.get(mention.start)
            if known is not None and known.mention.end > mention.end:
                continue
            genitive = mention.text.endswith(_GENITIVES) and _is_genitive(mention.text, surfaces)
            found[mention.start] = Name(mention, index, described=False, genitive=genitive)
    for index, entity in enumerate(entities):
        for mention in entity.descriptions:
            name = Name(mention, index, described=True, genitive=False)
            if _holds_name(mention.text) and mention.start in found:
                found[mention.start] = name
            found.setdefault(mention.start, name)
    return found


def _holds_name(description: str) -> bool:
    """Tell a compound that means somebody by a body's name: `DIIS-forskeren`, `SF'eren`, which is not DIIS or SF."""
    if description.endswith(_MEMBERS):
        return True
    before, hyphen, last = description.rpartition("-")
    return bool(hyphen) and " " not in description and before[:1].isupper() and last.islower()


_MEMBERS = ("'eren", "’eren", "'aren", "’aren")
_GENITIVES = ("'s", "’s", "s", "'", "’")


def _is_genitive(text: str, surfaces: set[str]) -> bool:
    last = text.rsplit(maxsplit=1)[-1] if text.split() else text
    for ending in _GENITIVES:
        if text.endswith(ending):
            return text.removesuffix(ending) in surfaces or last.removesuffix(ending) in surfaces
    return False


def words_of(
    text: str, sentence: Sentence, quotations: Sequence[Quotation], names: Mapping[int, Name]
) -> tuple[Word, ...]:
    """Return the words of a sentence, each quotation as one word; punctuation marks are words too.

    `quotations` are those that overlap the sentence, in order.
    """
    spans: list[tuple[int, int, bool]] = []
    position = sentence.start
    for quotation in quotations:
        start, end = max(position, quotation.outer_start), min(sentence.end, quotation.outer_end)
        if start < end:
            spans += [(position, start, False), (start, end, True)]
            position = end
    spans.append((position, sentence.end, False))
    words: list[Word] = []
    named: list[int] = []
    for start, end, quoted in spans:
        if quoted:
            words.append(Word(start, end, QUOTED, capital=False))
            continue
        for match in _WORD.finditer(text, start, end):
            first = match.start()
            for word in match[0].split():
                if first in names:
                    named.append(len(words))
                behind = first + len(word)
                words.append(Word(first, behind, word.lower(), word[0].isupper()))
                first = behind + 1
    if text.find(":", sentence.start, sentence.end) >= 0:
        words = _small_after_colon(words)
    for index in named:
        words[index] = _with_name(words, index, names[words[index].start])
    return tuple(words)


def _small_after_colon(words: list[Word]) -> list[Word]:
    """Let a title after a colon be no name: `Støtten kommer fra Høyre: Stortingsrepresentant Vik kaller …`."""
    return [
        replace(word, capital=False)
        if word.capital and index and words[index - 1].low == ":" and speech().names_speaker(word.low)
        else word
        for index, word in enumerate(words)
    ]


def _with_name(words: Sequence[Word], index: int, name: Name) -> Word:
    """Return a word as the first of the name that begins there, if it is one."""
    word = words[index]
    if name.mention.end < word.end - 2 or _names_holder(word, name):
        return word
    end = index + 1
    while end < len(words) and words[end].start < name.mention.end:
        end += 1
    owns = name.genitive or (words[end - 1].low.endswith("s") and _is_owned(words, end))
    return Word(word.start, word.end, word.low, word.capital, name.entity, end, owns, name.described)


def _names_holder(word: Word, name: Name) -> bool:
    """Tell a compound for a person from the body in it: `Equinor-sjefen` is not Equinor."""
    if name.described or name.mention.end > word.end:
        return False
    if word.low.endswith(_MEMBERS):
        return True
    _, hyphen, last = word.low.rpartition("-")
    return bool(hyphen) and speech().names_speaker(last) and not speech().names_body(last)


def _is_owned(words: Sequence[Word], position: int) -> bool:
    """Tell whether a noun for a person follows a name that may be a genitive: `Konservatives ordfører`."""
    noun, vocabulary = position, speech()
    while noun < min(len(words), position + MAX_ADJECTIVES) and _is_adjective(words, noun):
        noun += 1
    if noun >= len(words) or words[noun].capital or not vocabulary.names_speaker(words[noun].low):
        return False
    after = words[noun + 1] if noun + 1 < len(words) else None
    if noun > position:
        # `traff Lars tidligere statsminister Vik` is no genitive; `Bergs tidligere advokat, Gro Vik,` is one.
        return after is None or not after.capital
    # `forsvarer` is a verb as well, but none that a comma follows.
    return words[noun].low not in vocabulary.finite or (after is not None and after.low == ",")


MAX_ADJECTIVES = 2
"""Words between an owner and a role: `Vejdirektoratets nye tekniske direktør`."""


def _is_adjective(words: Sequence[Word], position: int) -> bool:
    word, vocabulary = words[position], speech()
    if word.capital or not word.low.endswith("e") or word.low in vocabulary.finite or word.low in vocabulary.helpers:
        return False
    return word.low not in vocabulary.breaks and not vocabulary.names_speaker(word.low)
