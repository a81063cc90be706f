"""A sentence with what says whose it is: its words, quotations, and chains of sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefings.extract.attribution import Cue
from briefings.extract.chains import Chain, to_chains
from briefings.extract.discourse import Discourse
from briefings.extract.quotations import Quotation, find_quotations
from briefings.extract.sentence_words import Name, Word, names_by_start, words_of
from briefings.extract.verbs import find_attributions
from briefings.findings import Entity, Sentence, Source
from briefings.model import Article, Kind, Paragraph

MAX_SENTENCE = 1_200
"""Characters: a longer `sentence` is no sentence, and is not searched for sources."""
MAX_WORDS = 300
"""Words and marks: a sentence with more is a table or noise."""
MAX_BETWEEN = 2
"""Paragraphs of noise (an advertisement, a subheading, a credit) that speech and its lead-in may stand apart."""
_CAPTION, _BACKWARD = Kind.CAPTION, Cue.BACKWARD
_SPOKEN = frozenset({Kind.LEAD, Kind.PARAGRAPH, Kind.QUOTE, Kind.CAPTION, Kind.CORRECTION})


class Reading(Struct, frozen=True):
    """A sentence with what says whose it is."""

    sentence: Sentence
    words: tuple[Word, ...]
    quotations: tuple[Quotation, ...]
    chains: tuple[Chain, ...]
    backward: tuple[Chain, ...]
    """Sources of the sentence before: `Det melder AFP.`"""
    opener: Source | None
    """The person whose name or description opens the sentence."""
    voice: Source | None
    """The person who is said to say something here."""
    kind: Kind

    @property
    def leads_in(self) -> bool:
        """Tell whether direct speech is announced: the sentence ends with a colon."""
        return bool(self.words) and self.words[-1].low == ":"


def first(chains: Sequence[Chain]) -> Chain | None:
    """Return the first chain, if there is one."""
    return chains[0] if chains else None


def adjacent(read: Sequence[Reading], earlier: int, later: int) -> bool:
    """Tell whether nothing but noise stands between two sentences' paragraphs, and neither is a caption."""
    if not (earlier >= 0 and later < len(read)):
        return False
    return read[later].sentence.at - read[earlier].sentence.at <= MAX_BETWEEN + 1 and _CAPTION not in {
        read[earlier].kind,
        read[later].kind,
    }


def read_sentences(article: Article, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> Iterator[Reading]:
    """Read the article's sentences, in order, headlines and subheadings left out."""
    names = names_by_start(entities)
    discourse = Discourse(article.text, entities)
    of_paragraph: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        of_paragraph.setdefault(sentence.at, []).append(sentence)
    for paragraph in article.paragraphs:
        if paragraph.kind not in _SPOKEN or paragraph.n not in of_paragraph:
            continue
        quotations = find_quotations(article.text, paragraph.start, paragraph.said_end)
        position = 0
        for sentence in of_paragraph[paragraph.n]:
            while position < len(quotations) and quotations[position].outer_end <= sentence.start:
                position += 1
            here = position
            while here < len(quotations) and quotations[here].outer_start < sentence.end:
                here += 1
            yield _read_sentence(article.text, paragraph, sentence, quotations[position:here], names, discourse)


def _read_sentence(  # noqa: PLR0913, PLR0917  (a sentence and all it stands in)
    text: str,
    paragraph: Paragraph,
    sentence: Sentence,
    quotations: tuple[Quotation, ...],
    names: Mapping[int, Name],
    discourse: Discourse,
) -> Reading:
    if sentence.end - sentence.start > MAX_SENTENCE:
        return Reading(sentence, (), quotations, (), (), None, None, paragraph.kind)
    words = words_of(text, sentence, quotations, names)
    resolve, is_outlet = discourse.resolver(words), discourse.is_outlet
    attributions = find_attributions(words) if len(words) <= MAX_WORDS else ()
    backward = [one for one in attributions if one.cue is _BACKWARD] if attributions else ()
    if backward:
        others = [one for one in attributions if one.cue is not _BACKWARD]
        tails = [one for one in others if one.cue in {Cue.ACCORDING, Cue.TAG}]
        as_clause = [replace(backward[0], cue=Cue.CLAUSE), *tails]
        back = to_chains(words, as_clause, resolve, is_outlet)
        chains = to_chains(words, [replace(backward[0], cue=Cue.CLAUSE), *others], resolve, is_outlet)
    else:
        back, chains = (), to_chains(words, attributions, resolve, is_outlet)
    people = discourse.people_in(words)
    opener = discourse.opener(words, people)
    if paragraph.kind is not _CAPTION:
        discourse.hear(words, people, chains)
    spoken = (chain.speaker for chain in chains if chain.direct and discourse.may_be_person(chain.speaker))
    return Reading(sentence, words, quotations, chains, back, opener, next(spoken, None), paragraph.kind)
