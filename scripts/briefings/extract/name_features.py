"""Words of an article → what the name model looks at: attributes of each word, its neighbours and its other places.

Training and tagging share this module, so that the model meets the attributes it was trained on. Attributes are short
strings (`w=oslo`, `-1s=Xx`); what they weigh is the model's business.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from briefings.extract import cues, organisations, territories
from briefings.extract.name_cues import cues_of
from briefings.model import Lang
from briefings.names import fold

LONGEST_WORD = 40
"""Letters of a word that are looked at."""
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


def document_attributes(sentences: Sequence[Words], lang: Lang) -> Iterator[list[list[str]]]:
    """Yield, for each sentence of one article, the attributes of each of its words."""
    rows = [[_clean(word) for word in sentence] for sentence in sentences]
    signs = [_signs_in(row) for row in rows]
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for row, own in zip(rows, signs, strict=True):
        for word, those in zip(row, own, strict=True):
            if those:
                together[_key(word)].update(those)
    article = _Article(lang, together, frozenset(word for row in rows for word in row if word.islower()))
    for row, own in zip(rows, signs, strict=True):
        yield list(_attributes(row, own, article))


def _clean(word: str) -> str:
    return word[:LONGEST_WORD].encode("utf-8", "replace").decode("utf-8").replace("\0", " ")


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    """Return what is the same for `Putin`, `Putins`, `PUTIN`."""
    low = word.lower()
    if low.endswith(("'s", "’s")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and len(low) > len("ABs") else low


# --- a word by itself -------------------------------------------------------------------------------------------------


@lru_cache(maxsize=16384)
def _shape(word: str) -> str:
    """Return the word's form: `Nord-Korea` → `Xx-Xx`, `FNs` → `XXx`, `1990` → `4d`."""
    if word.isdigit():
        return f"{min(len(word), 5)}d"
    parts: list[str] = []
    for kind, run in groupby(word, _letter_kind):
        length = sum(1 for _ in run)
        parts.append(kind + kind if kind == "X" and length > 1 else kind)
    return "".join(parts)[:10]


def _letter_kind(letter: str) -> str:
    if letter.isupper():
        return "X"
    if letter.isalpha():
        return "x"
    return "d" if letter.isdigit() else letter


@lru_cache(maxsize=8192)
def _own(word: str) -> tuple[str, ...]:
    low = word.lower()
    shape = _shape(word)
    found = [f"w={low}", f"s={shape}"]
    if not word[:1].isalpha():
        return tuple(found)
    found += [f"p{length}={low[:length]}" for length in (2, 3, 4) if len(low) > length]
    found += [f"e{length}={low[-length:]}" for length in (1, 2, 3, 4, 5) if len(low) > length]
    found += [f"c={cue}" for cue in cues_of(word)]
    if "-" in word[1:-1]:
        front, _, last = low.rpartition("-")
        found += [f"h={front}", f"t={last}"]
    if low.endswith("s"):
        found.append(f"w={_key(word)}")
    return tuple(found)


@lru_cache(maxsize=16384)
def _beside(word: str, at: str) -> tuple[str, ...]:
    """Return what a word says about one that stands `at` from it."""
    low = word.lower()
    found = [f"{at}w={low}", f"{at}s={_shape(word)}"]
    if word[:1].isalpha():
        found += [f"{at}c={cue}" for cue in cues_of(word)]
        if at in {"-1", "+1"}:
            found += [f"{at}e3={low[-3:]}", f"{at}p3={low[:3]}"]
    return tuple(found)


# --- a word where it stands -------------------------------------------------------------------------------------------

_OPENERS = frozenset(":.!?…–—•*«\"“”„‘'-")
_TELLING_BEFORE = frozenset({"title", "occupation", "person", "body", "where", "placecue", "thing", "firm"})
_TELLING_AFTER = frozenset({"says", "head", "firmverb", "placehead", "match"})
_TELLING_NAMES_AFTER = frozenset({"nameend", "orgend", "isbody", "surname"})


def _signs_in(row: Words) -> list[tuple[str, ...]]:
    """Return what each capitalised word's place says about that word elsewhere in the article; nothing for others."""
    return [tuple(_signs(row, index)) if word[:1].isupper() else () for index, word in enumerate(row)]


def _signs(row: Words, index: int) -> Iterator[str]:
    before = row[index - 1] if index else ""
    yield "met"
    if before and before not in _OPENERS and not row[index].isupper():
        yield "mid"
    yield from _signs_before(before)
    yield from _signs_after(*row[index : index + 3])


def _signs_before(before: str) -> Iterator[str]:
    if before[:1].isupper():
        yield "aftercap"
        if "first" in cues_of(before):
            yield "afterfirst"
        return
    yield from (f"after-{cue}" for cue in cues_of(before) if cue in _TELLING_BEFORE)
    if before in {"i", "på"}:
        yield "in"
    if before == "(":
        yield "bracket"


def _signs_after(word: str, after: str = "", third: str = "") -> Iterator[str]:
    if after[:1].isupper():
        yield "beforecap"
        if "first" in cues_of(word):
            yield "firstofmore"
        yield from (f"before-{cue}" for cue in cues_of(after) if cue in _TELLING_NAMES_AFTER)
    else:
        yield from (f"before-{cue}" for cue in cues_of(after) if cue in _TELLING_AFTER)
    if after in {"(", ","} and third.isdigit() and len(third) == len("49"):
        yield "age"
    elif after == "(" and organisations.is_party_letter(third):
        yield "partied"


@cache
def _first_words() -> frozenset[str]:
    known = [*organisations.known_forms(), *territories.known_forms(), *cues.known_places()]
    return frozenset(fold(form).split()[0] for form in known if " " in form)


@lru_cache(maxsize=16384)
def _may_start(word: str) -> bool:
    return word[:1].isupper() and fold(word) in _first_words()


def _known(row: Words) -> dict[int, str]:
    """Return, by index, that a word is part of a known name of several words."""
    found: dict[int, str] = {}
    for index, word in enumerate(row):
        if index in found or not _may_start(word):
            continue
        for end in range(min(index + LONGEST_KNOWN, len(row)), index + 1, -1):
            if rule := cues.known_rule(" ".join(row[index:end])):
                found[index] = f"K=B{rule[-5:]}"
                found.update((at, f"K=I{rule[-5:]}") for at in range(index + 1, end))
                break
    return found


def is_shouted(row: Words) -> bool:
    """Say whether most words of a sentence are in capitals."""
    telling = [word for word in row if len(word) > 1 and word[0].isalpha()]
    return len(telling) >= LEAST_SHOUTED and sum(map(str.isupper, telling)) > len(telling) * SHOUTED_SHARE


@dataclass(frozen=True, slots=True)
class _Article:
    """What the words of one article say about each other."""

    lang: Lang
    signs: dict[str, Counter[str]]
    """For each capitalised word (`_key`) what its places say, with their number."""
    lower: frozenset[str]
    """Words met in lower case."""


def _attributes(row: Words, signs: Sequence[tuple[str, ...]], article: _Article) -> Iterator[list[str]]:
    padded = ["<s>"] * WINDOW + [*row] + ["</s>"] * WINDOW
    capital = [word[:1].isupper() for word in padded]
    lows = [word.lower() for word in padded]
    shapes = [_shape(word) for word in padded]
    listed = _known(row)
    shouted = is_shouted(row)
    for index, word in enumerate(row):
        found = list(_own(word))
        end = index + 2 * WINDOW + 1
        if True in capital[index:end]:
            around = padded[index:end]
            found += _neighbours(around, lows[index + 1 : end - 1], shapes[index:end])
            if index in listed:
                found.append(listed[index])
            if shouted:
                found.append("shouted")
            if capital[index + WINDOW]:
                found += _joint_cues(around, article.lang)
                found += _elsewhere(word, signs[index], article)
        yield found


def _neighbours(around: Words, lows: Words, shapes: Words) -> list[str]:
    """Return what the words around one say, one by one and joined with its own form.

    `lows` are the three words in the middle in lower case, `shapes` the forms of all: a list, because it is asked of
    every word near a name.
    """
    before_last, before, _, after, after_next = around
    low_before, low, low_after = lows
    shape_before_last, shape_before, shape, shape_after, shape_after_next = shapes
    return [
        *_beside(before_last, "-2"),
        *_beside(before, "-1"),
        *_beside(after, "+1"),
        *_beside(after_next, "+2"),
        f"ss={shape_before}|{shape}",
        f"sn={shape}|{shape_after}",
        f"sss={shape_before}|{shape}|{shape_after}",
        f"ws={low_before}|{shape}",
        f"sw={shape}|{low_after}",
        f"ww={low_before}|{low}",
        f"wn={low}|{low_after}",
        f"2ss={shape_before_last}|{shape_before}|{shape}",
        f"sn2={shape}|{shape_after}|{shape_after_next}",
    ]


def _joint_cues(around: Words, lang: Lang) -> Iterator[str]:
    """Yield what the lists say about a capitalised word together with what they say about its neighbours."""
    _, before, word, after, _ = around
    shape = _shape(word)
    if before == "<s>" or before in _OPENERS:
        yield f"o={shape}"
        yield f"ow={word.lower()}"
    yield f"l={lang}|{shape}"
    for own in cues_of(word) or ("none",):
        yield from (f"cb={cue}|{own}" for cue in cues_of(before))
        yield from (f"ca={own}|{cue}" for cue in cues_of(after))
        yield f"cs={own}|{_shape(before)}|{_shape(after)}"
        yield f"lc={lang}|{own}"


def _elsewhere(word: str, own: tuple[str, ...], article: _Article) -> Iterator[str]:
    """Yield what the word's other places in the article say; `own` is what this one does."""
    signs = [sign for sign, times in article.signs[_key(word)].items() if times > (sign in own)]
    yield from (f"D={sign}" for sign in signs)
    if "met" not in signs:
        yield "D=once"
    if "aftercap" not in own and "beforecap" not in own:
        yield from (f"Da={sign}" for sign in signs)
    if word.lower() in article.lower:
        yield "D=lower"
