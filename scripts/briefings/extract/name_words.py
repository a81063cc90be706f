"""What the name model is told of a word wherever it stands: reckoned once for each different word, then remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby

from msgspec import Struct

from briefings.extract import cues, organisations, territories
from briefings.extract.name_cues import cues_of
from briefings.names import fold

LONGEST_WORD = 40
"""Letters of a word that are looked at."""
_TELLING_BEFORE = frozenset({"title", "occupation", "person", "body", "where", "placecue", "thing", "firm"})
_TELLING_AFTER = frozenset({"says", "head", "firmverb", "placehead", "match"})
_TELLING_NAMES_AFTER = frozenset({"nameend", "orgend", "isbody", "surname"})


Attributes = tuple[bytes, ...]
"""What the model weighs; as bytes, for so the model takes them and need not make them anew for each place."""


class Form(Struct, frozen=True):
    """A word, and what it tells of itself and of those beside it."""

    text: str
    low: str
    """In lower case."""
    key: str
    """What is the same for `Putin`, `Putins`, `PUTIN`."""
    shape: str
    """Its form: `Nord-Korea` → `Xx-Xx`, `FNs` → `XXx`, `1990` → `4d`."""
    capital: bool
    small: bool
    """Whether all its letters are in lower case."""
    begins: bool
    """Whether a known name of several words begins with it."""
    cues: tuple[str, ...]
    """What the word lists say (`name_cues`)."""
    own: Attributes
    """Of the word itself; the others of one that stands two or one behind it, and one or two before it."""
    two_behind: Attributes
    behind: Attributes
    ahead: Attributes
    two_ahead: Attributes
    signs_behind: tuple[str, ...]
    """What it says of a capitalised word right behind it, for that word's other places in the article."""
    signs_ahead: tuple[str, ...]
    """The same of one right before it."""


@lru_cache(maxsize=8192)
def form_of(word: str) -> Form:
    """Return what a word tells, of its first letters if it is longer than any word."""
    text = word[:LONGEST_WORD].encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    low, capital, shape, labels = text.lower(), text[:1].isupper(), _shape(text), cues_of(text)
    return Form(
        text=text,
        low=low,
        key=_key(low),
        shape=shape,
        capital=capital,
        small=text.islower(),
        begins=capital and fold(text) in _first_words(),
        cues=labels,
        own=encoded(_own(text, low, shape, labels)),
        two_behind=encoded(_beside("-2", low, shape, labels)),
        behind=encoded(_beside("-1", low, shape, labels)),
        ahead=encoded(_beside("+1", low, shape, labels)),
        two_ahead=encoded(_beside("+2", low, shape, labels)),
        signs_behind=tuple(_signs_behind(text, labels, capital=capital)),
        signs_ahead=tuple(_signs_ahead(labels, capital=capital)),
    )


def _key(low: str) -> str:
    if low.endswith(("'s", "’s")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and len(low) > len("ABs") else low


def _shape(word: str) -> str:
    if word.isdigit():
        return f"{min(len(word), 5)}d"
    if word.isalpha() and word[1:].islower():  # so it is with nearly every word
        return "Xx" if word[0].isupper() else "x"
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


@cache
def _first_words() -> frozenset[str]:
    known = [*organisations.known_forms(), *territories.known_forms(), *cues.known_places()]
    return frozenset(fold(form).split()[0] for form in known if " " in form)


# --- attributes -------------------------------------------------------------------------------------------------------


def encoded(attributes: Iterable[str]) -> Attributes:
    """Return attributes as the model takes them."""
    return tuple(map(str.encode, attributes))


def _own(word: str, low: str, shape: str, labels: tuple[str, ...]) -> list[str]:
    found = [f"w={low}", f"s={shape}"]
    if not word[:1].isalpha():
        return found
    found += [f"p{length}={low[:length]}" for length in (2, 3, 4) if len(low) > length]
    found += [f"e{length}={low[-length:]}" for length in (1, 2, 3, 4, 5) if len(low) > length]
    found += [f"c={cue}" for cue in labels]
    if "-" in word[1:-1]:
        front, _, last = low.rpartition("-")
        found += [f"h={front}", f"t={last}"]
    if low.endswith("s"):
        found.append(f"w={_key(low)}")
    return found


def _beside(at: str, low: str, shape: str, labels: tuple[str, ...]) -> list[str]:
    """Return what a word says about one that stands `at` from it."""
    found = [f"{at}w={low}", f"{at}s={shape}"]
    if low[:1].isalpha():
        found += [f"{at}c={cue}" for cue in labels]
        if at in {"-1", "+1"}:
            found += [f"{at}e3={low[-3:]}", f"{at}p3={low[:3]}"]
    return found


# --- signs ------------------------------------------------------------------------------------------------------------


def _signs_behind(word: str, labels: tuple[str, ...], *, capital: bool) -> Iterator[str]:
    if capital:
        yield "aftercap"
        if "first" in labels:
            yield "afterfirst"
        return
    yield from (f"after-{cue}" for cue in labels if cue in _TELLING_BEFORE)
    if word in {"i", "på"}:
        yield "in"
    if word == "(":
        yield "bracket"


def _signs_ahead(labels: tuple[str, ...], *, capital: bool) -> Iterator[str]:
    telling = _TELLING_NAMES_AFTER if capital else _TELLING_AFTER
    return (f"before-{cue}" for cue in labels if cue in telling)
