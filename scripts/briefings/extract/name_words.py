"""What the name model is told of a word wherever it stands: reckoned once for each different word, then remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby

from msgspec import Struct

from briefings.extract import cues, organisations, territories
from briefings.extract.name_cues import cues_of
from briefings.names import fold

LONGEST_WORD = 40
"""Letters of a word that are looked at."""
REMEMBERED = 12_288
"""Words of which it is kept what they tell, about 2 kB each; to reckon it anew takes 0.03 ms. On the bench's articles,
none read twice, a third fewer kept cost nine words an article."""
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


@lru_cache(maxsize=REMEMBERED)
def form_of(word: str) -> Form:
    """Return what a word tells, of its first letters if it is longer than any word."""
    text = word[:LONGEST_WORD].encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    low, capital, shape, labels = text.lower(), text[:1].isupper(), _shape(text), cues_of(text)
    alike, letters = _alike(shape, labels), low.encode()
    parts, behind, ahead = _parts(low) if low[:1].isalpha() else ((), (), ())
    return Form(
        text=text,
        low=low,
        key=_key(low),
        shape=shape,
        capital=capital,
        small=text.islower(),
        begins=capital and fold(text) in _first_words(),
        cues=labels,
        own=(b"w=" + letters, *alike.shape, *parts, *alike.own, *_inner(low)),
        two_behind=(b"-2w=" + letters, *alike.two_behind),
        behind=(b"-1w=" + letters, *alike.behind, *behind),
        ahead=(b"+1w=" + letters, *alike.ahead, *ahead),
        two_ahead=(b"+2w=" + letters, *alike.two_ahead),
        signs_behind=alike.signs_behind + _SAYING.get(text, ()),
        signs_ahead=alike.signs_ahead,
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
    """Return attributes as the model takes them; none holds a null character.

    They are encoded together and split, here and elsewhere: to encode each alone takes twice as long.
    """
    return tuple(joined.encode().split(b"\0")) if (joined := "\0".join(attributes)) else ()


def _parts(low: str) -> tuple[Sequence[bytes], Sequence[bytes], Sequence[bytes]]:
    """Return a word's first and last letters, those that are not all of it; three of each behind it, and before it."""
    front, end, length = low[:3], low[-3:], len(low)
    joined = (
        f"p2={low[:2]}\0p3={front}\0p4={low[:4]}\0e1={low[-1:]}\0e2={low[-2:]}\0e3={end}\0e4={low[-4:]}\0e5={low[-5:]}"
        f"\0-1e3={end}\0-1p3={front}\0+1e3={end}\0+1p3={front}"
    )
    found = joined.encode().split(b"\0")
    own = found[:8] if length > 5 else found[: max(length - 2, 0)] + found[3 : length + 2]  # noqa: PLR2004 — as above
    return own, found[8:10], found[10:]


def _inner(low: str) -> Attributes:
    """Return what stands around a word's last hyphen, and the word without its last `s`."""
    hyphened, genitive = "-" in low[1:-1], low.endswith("s")
    if not (hyphened or genitive) or not low[:1].isalpha():
        return ()
    found: list[str] = []
    if hyphened:
        front, _, last = low.rpartition("-")
        found += [f"h={front}", f"t={last}"]
    if genitive:
        found.append(f"w={_key(low)}")
    return encoded(found)


class _Alike(Struct, frozen=True):
    """What all words of one shape and with the same labels tell; as in `Form`."""

    shape: Attributes
    own: Attributes
    two_behind: Attributes
    behind: Attributes
    ahead: Attributes
    two_ahead: Attributes
    signs_behind: tuple[str, ...]
    signs_ahead: tuple[str, ...]


@lru_cache(maxsize=1024)
def _alike(shape: str, labels: tuple[str, ...]) -> _Alike:
    """Return it, reckoned once: of two words that were never met, one tells nothing else."""
    two_behind, behind, ahead, two_ahead = (
        encoded((f"{at}s={shape}", *(f"{at}c={label}" for label in labels))) for at in ("-2", "-1", "+1", "+2")
    )
    capital = shape.startswith("X")
    return _Alike(
        shape=encoded((f"s={shape}",)),
        own=encoded(f"c={label}" for label in labels),
        two_behind=two_behind,
        behind=behind,
        ahead=ahead,
        two_ahead=two_ahead,
        signs_behind=tuple(_signs_behind(labels, capital=capital)),
        signs_ahead=tuple(_signs_ahead(labels, capital=capital)),
    )


# --- signs ------------------------------------------------------------------------------------------------------------

_SAYING = {"i": ("in",), "på": ("in",), "(": ("bracket",)}
"""What words and marks say of one behind them, whatever their labels."""


def _signs_behind(labels: tuple[str, ...], *, capital: bool) -> Iterator[str]:
    if capital:
        yield "aftercap"
        if "first" in labels:
            yield "afterfirst"
        return
    yield from (f"after-{cue}" for cue in labels if cue in _TELLING_BEFORE)


def _signs_ahead(labels: tuple[str, ...], *, capital: bool) -> Iterator[str]:
    telling = _TELLING_NAMES_AFTER if capital else _TELLING_AFTER
    return (f"before-{cue}" for cue in labels if cue in telling)
