"""Where names end that are found too long, too short or in halves, whatever finds them.

`Konsernsjef i Nortura Per Hansen` names two, `Skole og Forældre` one; `al-Arouri` belongs to the name before it, and what
stands before `(NHO)` is an organisation if the letters are made of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefings.extract import bodies, cues, organisations, titles
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_list, read_words
from briefings.model import Mention, MentionType, Sentence
from briefings.names import fold

MOST_EXPANDED = 8
"""Words of the longest name that an abbreviation in brackets is looked for in."""
LONGEST_ABBREVIATION = 8
"""Letters."""
MOST_BODY_WORDS = 3
"""Words of a body's name right before a person's."""

_ARABIC = re.compile(r"(?:al|el|ad|as|an|ar|ash|at|az)-\w.*")
_BELONGS = frozenset({"i", "ved", "hos", "fra", "frå"})
_LEADERS = ("leder", "leiar", "lederen", "leiaren", "sjef", "sjefen", "chef", "chefen", "formann", "formand", "formanden", "direktør", "direktøren", "minister")
"""Ends of titles that with `for` come before what is led, not before whom it serves."""
_SMALL = frozenset({"i", "for", "og", "av", "af", "på", "ved", "mot", "mod", "det", "den", "de", "dei"})
_NO_NAME = frozenset({"er", "var", "har", "som", "at", "ble", "vart", "blei", "blev", "skal", "vil", "kan"})

_BODY_RULE = "body between a title and a person’s name"
_PERSON_RULE = "first name behind a body’s name"
_JOINT_RULE = "two words joined to one name"
_ARABIC_RULE = "name with an Arabic article"
ABBREVIATION_RULE = "abbreviation of the name beside it"
_EXPANDED_RULE = "spelled out before its abbreviation"
SCORE = 0.8
"""Of a name whose boundaries are set here: not measured, below that of known names."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A name as words of its sentence."""

    first: int
    end: int
    type: MentionType
    rule: str
    score: float


Row = list[Stretch]


def mend(
    text: str, sentences: Sequence[Sentence], rows: Sequence[Sequence[Token]], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Return the mentions with their boundaries mended, in order, none overlapping; those outside sentences fall."""
    found = _stretches(sentences, rows, mentions)
    found = [_expand(tokens, _lengthen(tokens, row)) for tokens, row in zip(rows, found, strict=True)]
    for rule in (_split_bodies, _join_halves, _add_bare_arabic):
        found = rule(rows, found)
    return tuple(
        _mention(text, sentences[index].at, rows[index], stretch, mentions_at)
        for mentions_at in ({(mention.start, mention.end): mention for mention in mentions},)
        for index, row in enumerate(found)
        for stretch in row
    )


def _stretches(
    sentences: Sequence[Sentence], rows: Sequence[Sequence[Token]], mentions: Sequence[Mention]
) -> list[Row]:
    found: list[Row] = [[] for _ in rows]
    row = 0
    for mention in sorted(mentions, key=lambda mention: mention.start):
        while row < len(sentences) and sentences[row].end <= mention.start:
            row += 1
        if row == len(sentences):
            break
        first = bisect_left(rows[row], mention.start, key=lambda token: token.start)
        end = bisect_left(rows[row], mention.end, lo=first, key=lambda token: token.start)
        if mention.start >= sentences[row].start and first < end:
            found[row].append(Stretch(first, end, mention.type, mention.rule, mention.score))
    return found


def _mention(
    text: str, at: int, tokens: Sequence[Token], stretch: Stretch, known: dict[tuple[int, int], Mention]
) -> Mention:
    start, end = tokens[stretch.first].start, tokens[stretch.end - 1].end
    same = known.get((start, end))
    if same is not None and same.rule == stretch.rule:
        return same
    return Mention(text[start:end], start, end, at, stretch.type, stretch.rule, stretch.score)


def _words(tokens: Sequence[Token], first: int, end: int) -> str:
    return " ".join(token.text for token in tokens[first:end])


# --- a body, then a person ------------------------------------------------------------------------------------------


def _split_bodies(rows: Sequence[Sequence[Token]], found: list[Row]) -> list[Row]:
    """Part a body and the person behind it where a title tells, and wherever the same words stand again."""
    alone = {_words(tokens, one.first, one.end) for tokens, row in zip(rows, found, strict=True) for one in row}
    told: dict[str, int] = {}
    for tokens, row in zip(rows, found, strict=True):
        for one in row:
            titled = _is_after_title(tokens, one.first)
            cut = _cut(tokens, one) or (_known_cut(tokens, one, alone) if titled else None)
            if cut and (titled or _is_known(tokens, one, cut, alone)):
                told[_words(tokens, one.first, one.end)] = cut
    return [
        [part for one in row for part in _parts(one, told.get(_words(tokens, one.first, one.end)))]
        for tokens, row in zip(rows, found, strict=True)
    ]


def _cut(tokens: Sequence[Token], one: Stretch) -> int | None:
    """Return how many words of a name come before the first name in it, if two or more words follow; else None."""
    words = [token.text for token in tokens[one.first : one.end]]
    if one.type not in {MentionType.PERSON, MentionType.ORGANISATION} or cues.is_surname_first(words[0]):
        return None
    for length in range(1, min(MOST_BODY_WORDS, len(words) - 2) + 1):
        if cues.is_first_name(words[length - 1]) or not words[length - 1][:1].isupper():
            return None
        if cues.is_first_name(words[length]):
            return length
    return None


def _is_after_title(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a title and `i` or `ved` stand right before a token: `konsernsjef i`."""
    if first < 2 or not (tokens[first].follows and tokens[first - 1].follows):  # noqa: PLR2004 — two words
        return False
    link, title = tokens[first - 1].lower, tokens[first - 2]
    led = link == "for" and title.lower.endswith(_LEADERS)
    return (led or link in _BELONGS) and titles.is_person_title(title.text)


def _known_cut(tokens: Sequence[Token], one: Stretch, alone: set[str]) -> int | None:
    """Return how many first words are a name by themselves elsewhere in the article, if two or more words follow."""
    if one.type not in {MentionType.PERSON, MentionType.ORGANISATION} or cues.is_first_name(tokens[one.first].text):
        return None
    lengths = range(1, min(MOST_BODY_WORDS, one.end - one.first - 2) + 1)
    return next((length for length in lengths if _words(tokens, one.first, one.first + length) in alone), None)


def _is_known(tokens: Sequence[Token], one: Stretch, cut: int, alone: set[str]) -> bool:
    """Say whether both parts are names of their own elsewhere in the article."""
    middle = one.first + cut
    return {_words(tokens, one.first, middle), _words(tokens, middle, one.end)} <= alone


def _parts(one: Stretch, cut: int | None) -> tuple[Stretch, ...]:
    if cut is None:
        return (one,)
    middle = one.first + cut
    body = Stretch(one.first, middle, MentionType.ORGANISATION, _BODY_RULE, SCORE)
    return body, Stretch(middle, one.end, MentionType.PERSON, _PERSON_RULE, SCORE)


# --- two halves of one name -----------------------------------------------------------------------------------------


def _join_halves(rows: Sequence[Sequence[Token]], found: list[Row]) -> list[Row]:
    """Join `Skole og Forældre` wherever it stands, if it is one organisation somewhere in the article."""
    pairs = {
        _pair(tokens, index) for tokens in rows for index in range(1, len(tokens) - 1) if _is_one_body(tokens, index)
    }
    return [
        _joined(row, [*_pairs_at(tokens, pairs), *_ampersands(tokens, row), *_heads(tokens, row)])
        for tokens, row in zip(rows, found, strict=True)
    ]


def _pair(tokens: Sequence[Token], index: int) -> tuple[str, str]:
    return tokens[index - 1].text, tokens[index + 1].text.removesuffix("s")


def _is_one_body(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the `og` at a token joins halves of a name: two capitals behind `foreningen` or `lederen i`.

    Behind a title they must be common words (`Skole og Forældre`); Hamas and Hizbollah may well have one spokesman.
    """
    one, other = tokens[index - 1], tokens[index + 1]
    if tokens[index].lower not in {"og", "and"} or not (tokens[index].follows and other.follows):
        return False
    if not (one.capital and other.capital) or one.opens or index < 2 or not one.follows:  # noqa: PLR2004 — a cue
        return False
    if "-" in other.text or any(cues.known_rule(word.text) for word in (one, other)):
        return False
    before = tokens[index - 2]
    if organisations.is_cue(before.text):
        return before.lower.endswith(("en", "et", "a")) and not cues.is_first_name(one.text)
    title = tokens[index - 3].text if index > 2 and before.follows else ""  # noqa: PLR2004 — title and `i`
    common = all(word.lower.removesuffix("s") in read_list("words") or word.lower in read_list("words") for word in (one, other))
    return common and before.lower in {"i", "for", "av", "af"} and titles.is_person_title(title)


def _pairs_at(tokens: Sequence[Token], pairs: set[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    for index in range(1, len(tokens) - 1 if pairs else 0):
        joint = tokens[index].lower in {"og", "and"} and tokens[index].follows and tokens[index + 1].follows
        if joint and _pair(tokens, index) in pairs:
            yield index - 1, index + 2


def _ampersands(tokens: Sequence[Token], row: Row) -> Iterator[tuple[int, int]]:
    """Yield names parted by `&`."""
    by_first = {one.first: one for one in row}
    for one in row:
        after = by_first.get(one.end)
        if after and tokens[one.end].gap == " & ":
            yield one.first, after.end


def _heads(tokens: Sequence[Token], row: Row) -> Iterator[tuple[int, int]]:
    """Yield the parts of `DNB | Markets-analytiker` and `Bane NOR | SF`."""
    by_first = {one.first: one for one in row}
    for one in row:
        after = by_first.get(one.end)
        if one.type is MentionType.ORGANISATION and after and after.end == one.end + 1 and tokens[one.end].follows:
            prefix, hyphen, head = tokens[one.end].text.partition("-")
            if organisations.is_legal_form(prefix) and not hyphen:
                yield one.first, after.end
            if hyphen and head.islower() and organisations.is_name_end(prefix):
                yield one.first, after.end


def _joined(row: Row, spans: Sequence[tuple[int, int]], rule: str = _JOINT_RULE) -> Row:
    """Return the stretches with one organisation for each span, in place of all it meets."""
    for first, end in spans:
        row = [one for one in row if one.end <= first or one.first >= end]
        row.append(Stretch(first, end, MentionType.ORGANISATION, rule, SCORE))
    return sorted(row, key=lambda one: one.first)


# --- Arabic articles ------------------------------------------------------------------------------------------------


def _is_arabic(token: Token) -> bool:
    return "-" in token.text and _ARABIC.fullmatch(token.lower) is not None and token.text.partition("-")[2][:1].isupper()


def _lengthen(tokens: Sequence[Token], row: Row) -> Row:
    """Take `al-Arouri` into the person's name before it: `Saleh al-Arouri`."""
    free = {index for index, token in enumerate(tokens) if _is_arabic(token)}
    free -= {index for one in row for index in range(one.first, one.end)}
    longer = []
    for one in row:
        end = one.end
        while one.type is MentionType.PERSON and end in free and tokens[end].follows:
            end += 1
        longer.append(one if end == one.end else replace(one, end=end, rule=_ARABIC_RULE))
    return longer


def _add_bare_arabic(rows: Sequence[Sequence[Token]], found: list[Row]) -> list[Row]:
    """Let `al-Arouri` alone be a name where the article has it as somebody's surname."""
    surnames = {
        fold(tokens[one.end - 1].text)
        for tokens, row in zip(rows, found, strict=True)
        for one in row
        if one.type is MentionType.PERSON and one.end - one.first > 1 and _is_arabic(tokens[one.end - 1])
    }
    if not surnames:
        return found
    added = []
    for tokens, row in zip(rows, found, strict=True):
        taken = {index for one in row for index in range(one.first, one.end)}
        bare = [
            Stretch(index, index + 1, MentionType.PERSON, _ARABIC_RULE, SCORE)
            for index, token in enumerate(tokens)
            if index not in taken and _is_arabic(token) and fold(token.text.removesuffix("s")) in surnames | {fold(token.text)} & surnames
        ]
        added.append(sorted([*row, *bare], key=lambda one: one.first))
    return added


# --- spelled out before an abbreviation -----------------------------------------------------------------------------


def _expand(tokens: Sequence[Token], row: Row) -> Row:
    """Let what an abbreviation in brackets is made of be one organisation: `Landsorganisasjonen i Norge (LO)`."""
    for index in range(1, len(tokens)):
        token = tokens[index]
        if token.gap != " (" or not token.capital:
            continue
        if behind := _expansion_behind(tokens, index):
            row = _joined(_joined(row, [(index - 1, index)], ABBREVIATION_RULE), [(index, behind)], _EXPANDED_RULE)
            continue
        if not 1 < len(token.text) <= LONGEST_ABBREVIATION or organisations.is_party_letter(token.text):
            continue
        first = _expansion_start(tokens, index)
        if first is None or cues.is_first_name(tokens[first].text) or _holds_person(row, first, index):
            continue
        if any(one.first < first < one.end for one in row):
            continue
        row = _joined(_joined(row, [(first, index)], _EXPANDED_RULE), [(index, index + 1)], ABBREVIATION_RULE)
    return row


def _expansion_behind(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a name in brackets, from token `index`, that the abbreviation before it is made of: `LO (…)`."""
    letters = tokens[index - 1].text
    end = next((at for at in range(index + 1, len(tokens)) if tokens[at].gap.startswith(")")), len(tokens))
    if not 1 < len(letters) <= LONGEST_ABBREVIATION or not 1 < end - index <= MOST_EXPANDED:
        return None
    words = tokens[index:end]
    inside = all(word.follows or word.gap == "- " for word in words[1:])
    telling = any(_is_telling(word.text) for word in words)
    spelled = _words(tokens, index, end).casefold()
    made = letters[0] == tokens[index].text[0] and _spells(letters.casefold(), spelled)
    return end if inside and telling and made and tokens[index - 1].capital else None


def _holds_person(row: Row, first: int, end: int) -> bool:
    """Say whether a full name is one part of a longer stretch: `Unn Haug ved Noregs universitet (UiT)`."""
    whole = end - first
    return any(
        one.type is MentionType.PERSON and one.first >= first and one.end <= end and 1 < one.end - one.first < whole
        for one in row
    )


def _expansion_start(tokens: Sequence[Token], end: int) -> int | None:
    """Return where the name begins that an abbreviation at token `end` is made of; None where nothing is."""
    letters = tokens[end].text.casefold()
    telling = False
    for first in range(end - 1, max(-1, end - 1 - MOST_EXPANDED), -1):
        token = tokens[first]
        if token.lower in _NO_NAME | read_words("persons", "speech_verbs"):
            return None
        telling = telling or _is_telling(token.text)
        if token.capital and token.text[0].casefold() == letters[0] and telling:
            spelled = _words(tokens, first, end).casefold()
            if first + 1 < end and _spells(letters, spelled):
                return first
        if not (token.follows or token.gap == "- ") or (not token.capital and token.lower not in _SMALL and not _is_telling(token.text) and not token.text.endswith(("e", "sk", "s", "t"))):
            return None
    return None


def _is_telling(word: str) -> bool:
    """Say whether a word is of those that organisations' names are made of."""
    return (
        organisations.has_organisation_ending(word, alone=True)
        or bodies.is_head(word)
        or organisations.begins_organisation(word)
        or titles.is_organisation_title(word)
        or organisations.is_name_end(word)
    )


def _spells(letters: str, spelled: str) -> bool:
    """Say whether letters stand in a text in this order."""
    rest = iter(spelled)
    return all(letter in rest for letter in letters)
