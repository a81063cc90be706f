"""Sentences → names: by rules (capitals where none is due, known names, what stands around them) and by the name model.

A name is found by its capital. Where a capital is due anyway (first word, after a colon or dash) the word needs
evidence: it is known, it stands with a capital elsewhere in the article, or it is followed by another name. What kind
of name it is, is decided for all mentions of a name in the article together (`voting`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from briefings.extract import name_model, organisations
from briefings.extract.combining import Row, combine
from briefings.extract.openings import Document, acts_if_word, is_noun_here
from briefings.extract.rule_names import spans_of
from briefings.extract.stretches import words_of
from briefings.extract.tokens import Token, tokenise
from briefings.extract.voting import classify
from briefings.findings import Mention, Sentence
from briefings.model import Article, Kind
from briefings.names import name_key

LABEL_WORDS = 10
"""Words in capitals before a colon that may be a caption's label: `GODE VENNER:`."""
SHOUTED_SHARE = 0.6
"""Share of words in capitals from which on a sentence is a shout, and capitals say nothing."""
LEAST_SHOUTED = 3
"""Words without which there is no telling."""
_LONGEST_SMALL = len("på")
"""Letters of words that are often written small in a shout."""
_SILENT = {Kind.CREDIT, Kind.BOILERPLATE}


class _Words(Struct, frozen=True):
    """One sentence, and where in it names may begin."""

    tokens: tuple[Token, ...]
    at: int
    start: int
    """Where it begins in the article's text, after a label in capitals."""
    end: int
    shouted: bool


def find_mentions(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Return the names of people, organisations, states and places in the sentences, in order, none overlapping.

    Credits and boilerplate name nobody, nor do the words of a caption after `Paragraph.said_end`.
    """
    rows = [row for sentence in sentences if (row := _words(article, sentence))]
    middle = Counter(
        token.text for row in rows if not row.shouted for token in row.tokens if token.capital and not token.opens
    )
    document = Document(middle, frozenset(name_key(word) for word in middle), _lower_words(rows), _state_bodies(rows))
    seen = name_model.find_names(article.text, [(row.start, row.end) for row in rows], article.lang)
    spans = combine(
        article.text,
        [
            Row(
                row.tokens,
                row.at,
                tuple(spans_of(row.tokens, document, shouted=row.shouted)),
                _without_nouns(row, names, document),
            )
            for row, names in zip(rows, seen, strict=True)
        ],
    )
    found = classify(article.text, spans)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _without_nouns(row: _Words, names: Sequence[name_model.Name], document: Document) -> tuple[name_model.Name, ...]:
    """Return what the model finds but nouns whose capital is due: `Støv fortel` in an article about `støvet`."""
    if not names:
        return ()
    starts = {name.start: name.end for name in names}
    nouns = [
        token.start
        for index, token in enumerate(row.tokens)
        if token.opens
        and starts.get(token.start) == token.end
        and (is_noun_here(token, document) or not acts_if_word(row.tokens, index, document))
    ]
    return tuple([name for name in names if name.start not in nouns]) if nouns else tuple(names)


def _lower_words(rows: Sequence[_Words]) -> frozenset[str]:
    return frozenset([token.text for row in rows for token in row.tokens if not token.capital])


def _state_bodies(rows: Sequence[_Words]) -> frozenset[str]:
    return frozenset(
        organisations.organisation_key(f"{one.text} {two.text}")[0]
        for row in rows
        for one, two in pairwise(row.tokens)
        if one.capital and one.text.endswith("s") and not two.capital and organisations.is_state_head(two.text)
    )


def _words(article: Article, sentence: Sentence) -> _Words | None:
    paragraph = article.paragraphs[sentence.at - 1] if sentence.at <= len(article.paragraphs) else None
    if paragraph is None or paragraph.kind in _SILENT:
        return None
    tokens = tokenise(article.text, sentence.start, min(sentence.end, paragraph.said_end))
    first = _label_end(tokens)
    tokens = tokens[first:]
    telling = [token for token in tokens if len(token.text) > _LONGEST_SMALL]
    shouts = [token for token in telling if token.text.isupper() and token.shouted]
    shouted = len(telling) >= LEAST_SHOUTED and len(shouts) >= SHOUTED_SHARE * len(telling)
    end = min(sentence.end, paragraph.said_end)
    return _Words(tokens, sentence.at, tokens[0].start if first and tokens else sentence.start, end, shouted)


def _label_end(tokens: Sequence[Token]) -> int:
    """Return how many words a label in capitals before a colon takes: `GODE VENNER:` has two."""
    for index, token in enumerate(tokens[: LABEL_WORDS + 1]):
        if index and ":" in token.gap:
            return index
        if not token.text.isupper() or token.gap == " (":
            return _dateline_end(tokens, index)
    return 0


def _dateline_end(tokens: Sequence[Token], bracket: int) -> int:
    """Return where a dateline ends whose medium in brackets begins at a token: `VEJLE (Aftenposten): …`; 0 for none."""
    if not bracket or tokens[bracket].gap != " (" or not tokens[0].shouted:
        return 0
    for end in range(bracket + 1, min(bracket + 4, len(tokens))):
        if tokens[end].gap.startswith(")"):
            return end if organisations.known_organisation(words_of(tokens, bracket, end)) else 0
    return 0
