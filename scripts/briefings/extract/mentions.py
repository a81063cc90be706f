"""Sentences → names: by rules (capitals where none is due, known names, what stands around them) and by the name model.

A name is found by its capital. Where a capital is due anyway (first word, after a colon or dash) the word needs
evidence: it is known, it stands with a capital elsewhere in the article, or it is followed by another name. What kind
of name it is, is decided for all mentions of a name in the article together (`voting`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from briefings.extract import articled, bodies, contests, cues, name_model, organisations, state_bodies, territories
from briefings.extract.combining import Row, combine
from briefings.extract.openings import Document, ends_in_compound, is_noun_here, may_begin
from briefings.extract.tokens import Token, tokenise
from briefings.extract.voting import classify
from briefings.extract.wordlists import read_list, read_words
from briefings.model import Article, Kind, Mention, Sentence
from briefings.names import LONGEST_NAME, fold, folds_of, name_key

MOST_WORDS = 8
"""Words of the longest name that is looked for."""
SURNAME_PARTICLES = frozenset({"van", "von", "ter", "zu"})
"""Particles that are no Norwegian or Danish words: with one, a surname stands alone."""
MOST_PARTICLES = 3
LABEL_WORDS = 10
"""Words in capitals before a colon that may be a caption's label: `GODE VENNER:`."""
SHOUTED_SHARE = 0.6
"""Share of words in capitals from which on a sentence is a shout, and capitals say nothing."""
LEAST_SHOUTED = 3
"""Words without which there is no telling."""

_ARTICLES = frozenset({"den", "det"})
_SILENT = {Kind.CREDIT, Kind.BOILERPLATE}


@dataclass(frozen=True, slots=True)
class _Words:
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
            Row(row.tokens, row.at, tuple(_spans_of(row, document)), _without_nouns(row, names, document))
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
    nouns = {
        token.start
        for index, token in enumerate(row.tokens)
        if token.opens
        and starts.get(token.start) == token.end
        and (is_noun_here(token, document) or not _acts_if_word(row.tokens, index, document))
    }
    return tuple(name for name in names if name.start not in nouns)


def _acts_if_word(tokens: Sequence[Token], index: int, document: Document) -> bool:
    """Say whether a known name that is a word too and opens a sentence is the name: a verb of acting follows it."""
    token = tokens[index]
    if not token.opens or token.text not in read_words("organisations", "words_too") or document.middle[token.text]:
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.follows and _is_act(after)


def _is_act(word: Token) -> bool:
    return word.lower in read_words("capitals", "acts") or word.lower in read_words("persons", "speech_verbs")


def _lower_words(rows: Sequence[_Words]) -> frozenset[str]:
    return frozenset(token.text for row in rows for token in row.tokens if not token.capital)


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
    telling = [token for token in tokens if len(token.text) > len("på")]
    shouts = sum(token.shouted for token in telling)
    shouted = len(telling) >= LEAST_SHOUTED and shouts >= SHOUTED_SHARE * len(telling)
    end = min(sentence.end, paragraph.said_end)
    return _Words(tokens, sentence.at, tokens[0].start if first and tokens else sentence.start, end, shouted)


def _label_end(tokens: Sequence[Token]) -> int:
    """Return how many words a label in capitals before a colon takes: `GODE VENNER:` has two."""
    for index, token in enumerate(tokens[: LABEL_WORDS + 1]):
        if index and ":" in token.gap:
            return index
        if not token.text.isupper():
            return _dateline_end(tokens, index)
    return 0


def _dateline_end(tokens: Sequence[Token], bracket: int) -> int:
    """Return where a dateline ends whose medium in brackets begins at a token: `VEJLE (Aftenposten): …`; 0 for none."""
    if not bracket or tokens[bracket].gap != " (" or not tokens[0].shouted:
        return 0
    for end in range(bracket + 1, min(bracket + 4, len(tokens))):
        if tokens[end].gap.startswith(")"):
            return end if organisations.known_organisation(_text(tokens, bracket, end)) else 0
    return 0


def _spans_of(row: _Words, document: Document) -> list[tuple[int, int, str | None]]:
    """Return (first token, end, rule if known) of every name in a sentence."""
    spans: list[tuple[int, int, str | None]] = []
    index = 0
    while index < len(row.tokens):
        found = _span_at(row, index, document) if _may_lead(row.tokens, index) else None
        if found and _length(row.tokens, index, found[0]) <= LONGEST_NAME:
            spans.append((index, *found))
        index = found[0] if found else index + 1
    return spans


def _may_lead(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word may be the first of a name.

    Besides those in capitals an adjective may, a particle, an article, a follower, half of a committee's name.
    """
    token = tokens[index]
    if token.capital or token.text.endswith("e") or token.text in _ARTICLES or token.lower in SURNAME_PARTICLES:
        return True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    halved = after is not None and after.gap == "- "
    seated = after is not None and after.lower == "i"
    return halved or seated or organisations.followers_of(token.lower) is not None


def _length(tokens: Sequence[Token], first: int, end: int) -> int:
    return tokens[end - 1].end - tokens[first].start


def _span_at(row: _Words, index: int, document: Document) -> tuple[int, str | None] | None:
    """Return (end, rule if known) of the name that begins at a token; None where none does."""
    tokens = row.tokens
    if found := state_bodies.with_adjective(tokens, index):
        return found, cues.BODY_OF_STATE
    if tokens[index].lower in SURNAME_PARTICLES and (end := _particle_surname(tokens, index)):
        return end, None
    if organisations.followers_of(tokens[index].lower):
        return index + 1, cues.ORGANISATION
    if not tokens[index].capital:
        return _small_body(tokens, index)
    if body := _body_at(row, index, document):
        return body
    if contest := contests.contest_at(tokens, index):
        return contest, None
    if known := _known_at(row, index, document):
        return known
    if row.shouted or not may_begin(tokens, index, document) or not _acts_if_word(tokens, index, document):
        return None
    end = _extend(tokens, index, document)
    return end, None


def _body_at(row: _Words, index: int, document: Document) -> tuple[int, str] | None:
    """Return (end, rule) of a body whose name begins with a capital."""
    tokens = row.tokens
    if (end := state_bodies.with_article(tokens, index)) and not _is_named_by_state(tokens, index, end, document):
        return end, cues.BODY_OF_STATE
    if end := state_bodies.seated(tokens, index):
        return end, cues.BODY_OF_STATE
    if row.shouted:
        return None
    end = max(bodies.body_at(tokens, index) or 0, articled.articled_at(tokens, index) or 0)
    return (end, cues.BODY) if end else None


def _small_body(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """Return (end, rule) of a body named in small letters: `det russiske forsvarsdepartementet`, a committee."""
    if body := state_bodies.with_article(tokens, index) or state_bodies.seated(tokens, index):
        return body, cues.BODY_OF_STATE
    body = bodies.committee_at(tokens, index)
    return (body, cues.BODY) if body else None


def _is_named_by_state(tokens: Sequence[Token], index: int, end: int, document: Document) -> bool:
    """Say whether the article names the body by its state elsewhere: then the article word is not part of a name."""
    return organisations.organisation_key(_text(tokens, index, end))[0] in document.bodies


def _particle_surname(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a surname that begins in lower case: `van der Meer`."""
    end = index + 1
    particles = read_words("persons", "particles") | read_words("persons", "particles_after_first_name")
    while end < len(tokens) and end - index < MOST_PARTICLES and tokens[end].follows and tokens[end].lower in particles:
        end += 1
    if end == len(tokens) or not tokens[end].follows or not tokens[end].capital or cues.known_rule(tokens[end].text):
        return None
    return end + 1


# --- known names ----------------------------------------------------------------------------------------------------


@cache
def _most_words() -> Mapping[str, int]:
    """Return folded first word → words of the longest known name that it begins, of those that have several."""
    most: dict[str, int] = {}
    known = (*organisations.known_forms(), *territories.known_forms(), *cues.known_places())
    for folded in folds_of(form for form in known if " " in form):
        words = folded.split()
        most[words[0]] = max(len(words), most.get(words[0], 1))
    return most


def _known_at(row: _Words, index: int, document: Document) -> tuple[int, str | None] | None:
    """Return (end, rule) of the longest known name that begins at a token, genitive included."""
    tokens = row.tokens
    most = min(MOST_WORDS, _most_words().get(fold(tokens[index].text), 1))
    for length in range(min(most, len(tokens) - index), 0, -1):
        end = index + length
        if any(not token.follows for token in tokens[index + 1 : end]):
            continue
        rule = cues.known_rule(_text(tokens, index, end))
        if rule is None and length > 1 and ends_in_compound(tokens[end - 1].text):
            rule = cues.known_rule(_text(tokens, index, end).rpartition("-")[0])
            if rule and rule != cues.PLACE:
                return end, rule
            rule = None
        if rule and (length > 1 or _stands_alone(row, index, rule, document)):
            return _extend_known(tokens, index, end, rule)
    return None


def _text(tokens: Sequence[Token], first: int, end: int) -> str:
    return " ".join(token.text for token in tokens[first:end])


def _stands_alone(row: _Words, index: int, rule: str, document: Document) -> bool:
    """Say whether a known word is that name here: not a common word that begins a sentence, not half a longer name."""
    tokens, token = row.tokens, row.tokens[index]
    due = token.opens or row.shouted
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    word = token.lower in read_list("words") or token.text in read_words("organisations", "words_too")
    if due and rule != cues.STATE and word and not document.middle[token.text]:
        return after is not None and after.follows and _is_act(after)
    if after is None or not after.follows or not after.capital or row.shouted:
        return True
    if token.text.endswith("s") and cues.known_rule(token.text[:-1]):
        return True
    if organisations.is_name_end(after.text):
        return False
    if rule == cues.ORGANISATION or cues.known_rule(after.text):
        return True
    return rule == cues.STATE and not cues.is_first_name(token.text)


def _extend_known(tokens: Sequence[Token], index: int, end: int, rule: str) -> tuple[int, str | None]:
    """Take in what makes a known name part of a longer one: `Russlands forsvarsdepartement`, `Norges Bondelag`."""
    if rule == cues.STATE and cues.is_genitive(_text(tokens, index, end)):
        if end < len(tokens) and tokens[end].follows and tokens[end].capital and bodies.is_society(tokens[end].lower):
            return end + 1, cues.BODY
        for more in range(end, min(end + 3, len(tokens))):
            if not tokens[more].follows or tokens[more].capital:
                break
            if organisations.is_state_head(tokens[more].text):
                return more + 1, cues.BODY_OF_STATE
            if not tokens[more].text.endswith("e"):
                break
    elif rule != cues.ORGANISATION and (head := organisations.head_after(tokens, end)):
        return end + 1, cues.HEAD_AFTER if head == "organisation" else cues.PLACE_HEAD_AFTER
    return end, rule


# --- names nobody listed --------------------------------------------------------------------------------------------


def _extend(tokens: Sequence[Token], index: int, document: Document) -> int:
    """Return where a name ends that begins at a token and is in no list."""
    end = index + 1
    while end < len(tokens) and end - index < MOST_WORDS:
        step = _step(tokens, index, end, document)
        if not step:
            break
        end += step
    return max(_body_after(tokens, end), _definite_body(tokens, index, end))


def _step(tokens: Sequence[Token], index: int, end: int, document: Document) -> int:
    """Return how many more words belong to the name so far."""
    token, last = tokens[end], tokens[end - 1]
    if (token.gap == " & " and token.capital) or (token.follows and cues.is_arabic(token.text)):
        return 1
    if not token.follows and not (last.text.endswith(".") and token.gap == ""):
        return 0
    if _ends_in_genitive(tokens, index, end, document) or ends_in_compound(last.text):
        return 0
    if token.capital and cues.is_first_name(token.text) and organisations.has_organisation_ending(last.text):
        # `Utdanningsforbundet | Mari Solheim`: a person's name begins behind a body's.
        return 0
    if token.capital and (region := _region_at(tokens, end)):
        return region
    if token.capital:
        return 0 if cues.names_nobody(token.text) and not cues.is_first_name(token.text) else 1
    if cues.is_syllables(token.text) and cues.is_surname_first(last.text):
        return 1
    particles = read_words("persons", "particles")
    if cues.is_first_name(last.text):
        particles |= read_words("persons", "particles_after_first_name")
    length = 0
    while length < 2 and end + length < len(tokens) and tokens[end + length].lower in particles:  # noqa: PLR2004
        length += 1
        particles |= read_words("persons", "particles_after_first_name")
    after = end + length
    named = length > 0 and after < len(tokens) and tokens[after].follows and tokens[after].capital
    return length + 1 if named and not cues.known_rule(tokens[after].text) else 0


def _region_at(tokens: Sequence[Token], index: int) -> int:
    """Return how many words a region named with `og` has: `Møre og Romsdal`; 0 where none begins here."""
    if index + 2 >= len(tokens) or tokens[index + 1].lower != "og":
        return 0
    words = tokens[index : index + 3]
    name = " ".join(token.text for token in words).removesuffix("s")
    return 3 if name in read_words("cues", "places") and all(token.follows for token in words) else 0


def _ends_in_genitive(tokens: Sequence[Token], index: int, end: int, document: Document) -> bool:
    """Say whether the last word so far owns the next: `Putins Russland`, `Trumps Mar-a-Lago`."""
    last = tokens[end - 1].text
    if "'" in last[1:-1] or "’" in last[1:-1]:
        return last[-2:] in {"'s", "’s"}
    if not last.endswith("s") or cues.is_first_name(last):
        return False
    return document.middle[last[:-1]] > 0 or (end - index == 1 and cues.known_rule(last[:-1]) is not None)


def _body_after(tokens: Sequence[Token], end: int) -> int:
    """Take in a lower-case head: `Wagner politidistrikt`."""
    if organisations.head_after(tokens, end):
        return end + 1
    return end


def _definite_body(tokens: Sequence[Token], index: int, end: int) -> int:
    """Take in the rest of a name that begins with an article in capitals: `Den nasjonale folkekongressen`."""
    if tokens[index].text not in {"Den", "Det", "De", "Dei"} or end != index + 1:
        return end
    for last in range(end, min(end + 4, len(tokens))):
        if not tokens[last].follows:
            break
        if organisations.has_organisation_ending(tokens[last].text) or tokens[last].lower.endswith("kongressen"):
            return last + 1
    return end
