"""Where names end that are found too long, too short or in halves, whatever finds them.

`Konsernsjef i Nortura Per Hansen` names two, `Skole og Forældre` one, and `al-Arouri` belongs to the
name before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec.structs import replace

from briefings.extract import cues, organisations, territories, titles
from briefings.extract.expansions import expand
from briefings.extract.stretches import SCORE, Row, Stretch, join, words_of
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_list
from briefings.findings import Mention, MentionType, Sentence
from briefings.names import fold

_PERSON, _ORGANISATION = MentionType.PERSON, MentionType.ORGANISATION
_START = attrgetter("start")

MOST_BODY_WORDS = 3
"""Words of a body's name right before a person's."""

_OWNING = frozenset({"' ", "’ "})
"""An apostrophe that stands for a genitive's `s` behind one: `Laos' leder`."""
_SIBILANTS = frozenset("sxzSXZ")
_QUOTES = frozenset({"'", "‘", "’"})
_AND = frozenset({"og", "and"})
_ARABIC = re.compile(r"(?:al|el|ad|as|an|ar|ash|at|az)-\w.*")
_BELONGS = frozenset({"i", "ved", "hos", "fra", "frå"})
_LEADERS = (
    "leder",
    "leiar",
    "lederen",
    "leiaren",
    "sjef",
    "sjefen",
    "chef",
    "chefen",
    "formann",
    "formand",
    "formanden",
    "direktør",
    "direktøren",
    "minister",
)
"""Ends of titles that with `for` come before what is led, not before whom it serves."""

_BODY_RULE = "body between a title and a person’s name"
_OWNER_RULE = "surname that owns the body behind it"
_PERSON_RULE = "first name behind a body’s name"
_JOINT_RULE = "two words joined to one name"
_GENERATION_RULE = "name with a generation behind it"
_ARABIC_RULE = "name with an Arabic article"


def mend(
    text: str, sentences: Sequence[Sentence], rows: Sequence[Sequence[Token]], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Return the mentions with their boundaries mended, in order, none overlapping; those outside sentences fall."""
    found = _stretches(sentences, rows, mentions)
    found = [
        expand(tokens, _lengthen(tokens, _with_generation(tokens, row)) if row else row)
        for tokens, row in zip(rows, found, strict=True)
    ]
    for rule in (_drop_adjectives, _split_owners, _split_bodies, _join_halves, _add_bare_arabic):
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
    for mention in sorted(mentions, key=_START):
        while row < len(sentences) and sentences[row].end <= mention.start:
            row += 1
        if row == len(sentences):
            break
        first = bisect_left(rows[row], mention.start, key=_START)
        end = bisect_left(rows[row], mention.end, lo=first, key=_START)
        if mention.start >= sentences[row].start and first < end:
            found[row].append(Stretch(first, end, mention.type, mention.rule, mention.score))
    return found


def _mention(
    text: str, at: int, tokens: Sequence[Token], stretch: Stretch, known: dict[tuple[int, int], Mention]
) -> Mention:
    start, end = tokens[stretch.first].start, tokens[stretch.end - 1].end
    end += stretch.rule == _GENERATION_RULE and text[end : end + 1] == "."
    same = known.get((start, end))
    owns = text[end : end + 2] in _OWNING and text[end - 1] in _SIBILANTS and text[start - 1 : start] not in _QUOTES
    if same is not None and same.rule == stretch.rule:
        return replace(same, text=text[start : end + 1], end=end + 1) if owns else same
    end += owns
    return Mention(text[start:end], start, end, at, stretch.type, stretch.rule, stretch.score)


# --- a body, then a person ------------------------------------------------------------------------------------------


def _split_bodies(rows: Sequence[Sequence[Token]], found: list[Row]) -> list[Row]:
    """Part a body and the person behind it where a title tells, and wherever the same words stand again."""
    alone = {words_of(tokens, one.first, one.end) for tokens, row in zip(rows, found, strict=True) for one in row}
    told: dict[str, int] = {}
    for tokens, row in zip(rows, found, strict=True):
        for one in row:
            titled = _is_after_title(tokens, one.first)
            cut = _cut(tokens, one) or (_known_cut(tokens, one, alone) if titled else None)
            if cut and (titled or _is_known(tokens, one, cut, alone) or _owns(tokens, one, cut, alone)):
                told[words_of(tokens, one.first, one.end)] = cut
    if not told:
        return found
    return [
        [part for one in row for part in _parts(one, told.get(words_of(tokens, one.first, one.end)))]
        for tokens, row in zip(rows, found, strict=True)
    ]


def _cut(tokens: Sequence[Token], one: Stretch) -> int | None:
    """Return how many words of a name come before the first name in it, if two or more words follow; else None."""
    if one.end - one.first < 3 or one.type not in {_PERSON, _ORGANISATION}:  # noqa: PLR2004 — a body and two more words
        return None
    words = [token.text for token in tokens[one.first : one.end]]
    if cues.is_surname_first(words[0]):
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
    if one.type not in {_PERSON, _ORGANISATION} or cues.is_first_name(tokens[one.first].text):
        return None
    lengths = range(1, min(MOST_BODY_WORDS, one.end - one.first - 2) + 1)
    # Not `Solund | jakt- og fiskelag`: a person's name has a capital.
    named = (length for length in lengths if tokens[one.first + length].capital)
    return next((length for length in named if words_of(tokens, one.first, one.first + length) in alone), None)


def _is_known(tokens: Sequence[Token], one: Stretch, cut: int, alone: set[str]) -> bool:
    """Say whether both parts are names of their own elsewhere in the article."""
    middle = one.first + cut
    return {words_of(tokens, one.first, middle), words_of(tokens, middle, one.end)} <= alone


def _owns(tokens: Sequence[Token], one: Stretch, cut: int, alone: set[str]) -> bool:
    """Say whether the first part is the genitive of a name that stands alone elsewhere: `Lyns Kari Vik`."""
    owner = words_of(tokens, one.first, one.first + cut)
    return owner.endswith("s") and owner.removesuffix("s") in alone


def _parts(one: Stretch, cut: int | None) -> tuple[Stretch, ...]:
    if cut is None:
        return (one,)
    middle = one.first + cut
    body = Stretch(one.first, middle, _ORGANISATION, _BODY_RULE, SCORE)
    return body, Stretch(middle, one.end, _PERSON, _PERSON_RULE, SCORE)


def _split_owners(rows: Sequence[Sequence[Token]], found: list[Row]) -> list[Row]:
    """Part a body from the person who owns it: `familien Onarheims | Bremanger Holding`, where Onarheim is named."""
    surnames = {
        tokens[one.end - 1].text
        for tokens, row in zip(rows, found, strict=True)
        for one in row
        if one.type is _PERSON and one.end - one.first > 1
    }
    if not surnames:
        return found
    return [
        [part for one in row for part in _without_owner(tokens, one, surnames)]
        for tokens, row in zip(rows, found, strict=True)
    ]


def _without_owner(tokens: Sequence[Token], one: Stretch, surnames: set[str]) -> tuple[Stretch, ...]:
    owner, last = tokens[one.first].text, tokens[one.end - 1].text
    owned = one.end - one.first > 2 and owner.endswith("s") and owner[:-1] in surnames  # noqa: PLR2004 — two of the body
    if not owned or not organisations.is_name_end(last):
        return (one,)
    middle = one.first + 1
    return (
        Stretch(one.first, middle, _PERSON, _OWNER_RULE, SCORE),
        Stretch(middle, one.end, _ORGANISATION, _BODY_RULE, SCORE),
    )


# --- a country's adjective before a name ---------------------------------------------------------------------------


def _drop_adjectives(rows: Sequence[Sequence[Token]], found: list[Row]) -> list[Row]:
    """Leave out the country's adjective that opens a sentence before a name met without it: `Danske | Nordfang`."""
    named: set[str] | None = None
    mended = []
    for tokens, row in zip(rows, found, strict=True):
        one = row[0] if row else None
        if one is None or not _begins_with_adjective(tokens, one):
            mended.append(row)
            continue
        if named is None:
            every = zip(rows, found, strict=True)
            named = {words_of(words, each.first, each.end) for words, stretches in every for each in stretches}
        bare = replace(one, first=one.first + 1)
        told = words_of(tokens, bare.first, bare.end).removesuffix("s")
        mended.append([bare, *row[1:]] if not named.isdisjoint({told, f"{told}s"}) else row)
    return mended


def _begins_with_adjective(tokens: Sequence[Token], one: Stretch) -> bool:
    first = tokens[one.first]
    if one.end - one.first < 2 or not first.opens or not first.text.endswith("ske"):  # noqa: PLR2004 — two words
        return False
    return tokens[one.first + 1].capital and territories.adjective_state(first.text) is not None


# --- two halves of one name -----------------------------------------------------------------------------------------


def _join_halves(rows: Sequence[Sequence[Token]], found: list[Row]) -> list[Row]:
    """Join `Skole og Forældre` wherever it stands, if it is one organisation somewhere in the article."""
    pairs = {
        _pair(tokens, index)
        for tokens in rows
        for index, token in enumerate(tokens[:-1])
        if token.lower in _AND and index and _is_one_body(tokens, index)
    }
    return [
        join(row, _halves(tokens, row, pairs)) if pairs or len(row) > 1 else row
        for tokens, row in zip(rows, found, strict=True)
    ]


def _halves(tokens: Sequence[Token], row: Row, pairs: set[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    for first, end in (*_pairs_at(tokens, pairs), *_ampersands(tokens, row), *_heads(tokens, row)):
        yield first, end, _JOINT_RULE


def _pair(tokens: Sequence[Token], index: int) -> tuple[str, str]:
    return tokens[index - 1].text, tokens[index + 1].text.removesuffix("s")


def _is_one_body(tokens: Sequence[Token], index: int) -> bool:
    """Say whether an `og` at a token joins halves of a name: two capitals behind `foreningen` or `lederen i`.

    Behind a title they must be common words (`Skole og Forældre`); Hamas and Hizbollah may well have one spokesman.
    """
    one, other = tokens[index - 1], tokens[index + 1]
    if not (tokens[index].follows and other.follows):
        return False
    if not (one.capital and other.capital) or one.opens or index < 2 or not one.follows:  # noqa: PLR2004 — a cue
        return False
    if "-" in other.text or any(cues.known_rule(word.text) for word in (one, other)):
        return False
    before = tokens[index - 2]
    if organisations.is_cue(before.text):
        return before.lower.endswith(("en", "et", "a")) and not cues.is_first_name(one.text)
    title = tokens[index - 3].text if index > 2 and before.follows else ""  # noqa: PLR2004 — title and `i`
    common = all(
        word.lower.removesuffix("s") in read_list("words") or word.lower in read_list("words") for word in (one, other)
    )
    return common and before.lower in {"i", "for", "av", "af"} and titles.is_person_title(title)


def _pairs_at(tokens: Sequence[Token], pairs: set[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    for index in range(1, len(tokens) - 1 if pairs else 0):
        joint = tokens[index].lower in _AND and tokens[index].follows and tokens[index + 1].follows
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
        if one.type is _ORGANISATION and after and after.end == one.end + 1 and tokens[one.end].follows:
            prefix, hyphen, head = tokens[one.end].text.partition("-")
            if organisations.is_legal_form(prefix) and not hyphen:
                yield one.first, after.end
            if hyphen and head.islower() and organisations.is_name_end(prefix):
                yield one.first, after.end


# --- father and son -------------------------------------------------------------------------------------------------

_GENERATIONS = frozenset({"jr", "sr", "junior", "senior"})


def _with_generation(tokens: Sequence[Token], row: Row) -> Row:
    """Take `jr.` into the person's name before it: `Ferdinand Marcos jr.`; `Jr` alone is nobody."""
    longer = []
    for one in row:
        end = one.end
        tail = tokens[end].lower if end < len(tokens) else ""
        joined = one.type is _PERSON and one.end - one.first > 1
        if joined and tail in _GENERATIONS and tokens[end].gap in {" ", ", "}:
            longer.append(replace(one, end=end + 1, rule=_GENERATION_RULE))
        else:
            longer.append(one)
    if longer == row:
        return row
    taken = {one.end - 1 for one in longer if one.rule == _GENERATION_RULE}
    return [one for one in longer if one.first not in taken or one.rule == _GENERATION_RULE]


# --- Arabic articles ------------------------------------------------------------------------------------------------


def _is_arabic(token: Token) -> bool:
    return (
        "-" in token.text and _ARABIC.fullmatch(token.lower) is not None and token.text.partition("-")[2][:1].isupper()
    )


def _lengthen(tokens: Sequence[Token], row: Row) -> Row:
    """Take `al-Arouri` into the person's name before it: `Saleh al-Arouri`."""
    begun = {one.first for one in row}
    longer = []
    for one in row:
        end = one.end
        while (
            one.type is _PERSON
            and end not in begun
            and end < len(tokens)
            and tokens[end].follows
            and _is_arabic(tokens[end])
        ):
            end += 1
        longer.append(one if end == one.end else replace(one, end=end, rule=_ARABIC_RULE))
    return longer


def _add_bare_arabic(rows: Sequence[Sequence[Token]], found: list[Row]) -> list[Row]:
    """Let `al-Arouri` alone be a name where the article has it as somebody's surname."""
    surnames = {
        fold(tokens[one.end - 1].text)
        for tokens, row in zip(rows, found, strict=True)
        for one in row
        if one.type is _PERSON and one.end - one.first > 1 and _is_arabic(tokens[one.end - 1])
    }
    if not surnames:
        return found
    added = []
    for tokens, row in zip(rows, found, strict=True):
        taken = {index for one in row for index in range(one.first, one.end)}
        bare = [
            Stretch(index, index + 1, _PERSON, _ARABIC_RULE, SCORE)
            for index, token in enumerate(tokens)
            if index not in taken
            and _is_arabic(token)
            and fold(token.text.removesuffix("s")) in surnames | {fold(token.text)} & surnames
        ]
        added.append(sorted([*row, *bare], key=lambda one: one.first))
    return added
