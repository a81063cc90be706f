"""Words of an article → what the name model looks at: attributes of each word, its neighbours and its other places.

Training and tagging share this module, so that the model meets the attributes it was trained on. Attributes are short
texts (`w=oslo`, `-1s=Xx`); what they weigh is the model's business. What a word tells by itself stands in
`name_words`; here is what depends on where it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefings.extract import cues, organisations
from briefings.extract.name_words import Attributes, Form, encoded, form_of
from briefings.model import Lang

LONGEST_KNOWN = 5
"""Words of the longest known name that is looked for."""
SHOUTED_SHARE = 0.6
"""Share of words in capitals from which on a sentence is a shout."""
LEAST_SHOUTED = 3
"""Words without which there is no telling."""
WINDOW = 2
"""Words on either side; a word in lower case farther than this from any capital is told by itself alone."""

Words = Sequence[str]
"""The words and marks of one sentence."""
Row = Sequence[Form]
"""The same, with `WINDOW` marks of its borders before and behind."""

_OPENERS = frozenset(":.!?…–—•*«\"“”„‘'-")


def document_attributes(sentences: Sequence[Words], lang: Lang) -> Iterator[list[Sequence[bytes]]]:
    """Yield, for each sentence of one article, the attributes of each of its words."""
    border = [form_of("<s>")] * WINDOW, [form_of("</s>")] * WINDOW
    rows: list[Row] = [[*border[0], *map(form_of, sentence), *border[1]] for sentence in sentences]
    signs = [_signs_in(row) for row in rows]
    together: dict[str, list[str]] = {}
    for row, own in zip(rows, signs, strict=True):
        for index, those in own.items():
            together.setdefault(row[index].key, []).extend(those)
    counted = {key: Counter(those) for key, those in together.items()}
    article = _Article(lang, counted, frozenset(form.text for row in rows for form in row if form.small))
    for row, own in zip(rows, signs, strict=True):
        yield _attributes(row, own, article)


# --- signs ------------------------------------------------------------------------------------------------------------


def _signs_in(row: Row) -> dict[int, list[str]]:
    """Return, by index, what a capitalised word's place says about that word elsewhere in the article."""
    return {index: _signs(row, index) for index in range(WINDOW, len(row) - WINDOW) if row[index].capital}


def _signs(row: Row, index: int) -> list[str]:
    before, word, after, third = row[index - 1 : index + 3]
    signs = ["met"]
    if index > WINDOW and before.text not in _OPENERS and not word.text.isupper():
        signs.append("mid")
    signs += before.signs_behind
    if after.capital:
        signs.append("beforecap")
        if "first" in word.cues:
            signs.append("firstofmore")
    signs += after.signs_ahead
    if after.text in {"(", ","} and third.text.isdigit() and len(third.text) == len("49"):
        signs.append("age")
    elif after.text == "(" and organisations.is_party_letter(third.text):
        signs.append("partied")
    return signs


# --- a word where it stands -------------------------------------------------------------------------------------------


def _known(row: Row) -> dict[int, str]:
    """Return, by index, that a word is part of a known name of several words."""
    found: dict[int, str] = {}
    for index, form in enumerate(row):
        if not form.begins or index in found:
            continue
        for end in range(min(index + LONGEST_KNOWN, len(row) - WINDOW), index + 1, -1):
            if rule := cues.known_rule(" ".join(each.text for each in row[index:end])):
                found[index] = f"K=B{rule[-5:]}"
                found.update((at, f"K=I{rule[-5:]}") for at in range(index + 1, end))
                break
    return found


def is_shouted(row: Words) -> bool:
    """Say whether most words of a sentence are in capitals."""
    if sum(map(str.isupper, row)) <= LEAST_SHOUTED * SHOUTED_SHARE:
        return False  # so it is with nearly every sentence
    telling = [word for word in row if len(word) > 1 and word[0].isalpha()]
    return len(telling) >= LEAST_SHOUTED and sum(map(str.isupper, telling)) > len(telling) * SHOUTED_SHARE


@dataclass(frozen=True, slots=True)
class _Article:
    """What the words of one article say about each other."""

    lang: Lang
    signs: Mapping[str, Counter[str]]
    """For each capitalised word (`Form.key`) what its places say, with their number."""
    lower: frozenset[str]
    """Words met in lower case."""


def _attributes(row: Row, signs: Mapping[int, Sequence[str]], article: _Article) -> list[Sequence[bytes]]:
    capital = [form.capital for form in row]
    listed = _known(row)
    shouted = is_shouted([form.text for form in row[WINDOW:-WINDOW]])
    attributes: list[Sequence[bytes]] = []
    for index in range(WINDOW, len(row) - WINDOW):
        if True not in capital[index - WINDOW : index + WINDOW + 1]:
            attributes.append(row[index].own)
            continue
        found = _with_neighbours(row[index - WINDOW : index + WINDOW + 1])
        if index in listed:
            found.append(listed[index].encode())
        if shouted:
            found.append(b"shouted")
        if capital[index]:
            found += encoded(_joint_cues(row[index - 1 : index + 2], article.lang))
            found += encoded(_elsewhere(row[index], signs[index], article))
        attributes.append(found)
    return attributes


def _with_neighbours(around: Row) -> list[bytes]:
    """Return what the word in the middle and those around it say, one by one and joined."""
    before_last, before, word, after, after_next = around
    of_shapes = _joint_shapes(before_last.shape, before.shape, word.shape, after.shape, after_next.shape)
    return [
        *word.own,
        *before_last.two_behind,
        *before.behind,
        *after.ahead,
        *after_next.two_ahead,
        *of_shapes[:3],
        f"ws={before.low}|{word.shape}".encode(),
        f"sw={word.shape}|{after.low}".encode(),
        f"ww={before.low}|{word.low}".encode(),
        f"wn={word.low}|{after.low}".encode(),
        *of_shapes[3:],
    ]


@lru_cache(maxsize=8192)
def _joint_shapes(before_last: str, before: str, shape: str, after: str, after_next: str) -> Attributes:
    shapes = (
        f"ss={before}|{shape}",
        f"sn={shape}|{after}",
        f"sss={before}|{shape}|{after}",
        f"2ss={before_last}|{before}|{shape}",
        f"sn2={shape}|{after}|{after_next}",
    )
    return encoded(shapes)


def _joint_cues(around: Row, lang: Lang) -> Iterator[str]:
    """Yield what the lists say about a capitalised word together with what they say about its neighbours."""
    before, word, after = around
    if before.text == "<s>" or before.text in _OPENERS:
        yield f"o={word.shape}"
        yield f"ow={word.low}"
    yield f"l={lang}|{word.shape}"
    for own in word.cues or ("none",):
        for cue in before.cues:
            yield f"cb={cue}|{own}"
        for cue in after.cues:
            yield f"ca={own}|{cue}"
        yield f"cs={own}|{before.shape}|{after.shape}"
        yield f"lc={lang}|{own}"


def _elsewhere(word: Form, own: Sequence[str], article: _Article) -> Iterator[str]:
    """Yield what the word's other places in the article say; `own` is what this one does."""
    signs = [sign for sign, times in article.signs[word.key].items() if times > (sign in own)]
    for sign in signs:
        yield f"D={sign}"
    if "met" not in signs:
        yield "D=once"
    if "aftercap" not in own and "beforecap" not in own:
        for sign in signs:
            yield f"Da={sign}"
    if word.low in article.lower:
        yield "D=lower"
