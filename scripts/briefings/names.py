"""When are two spellings the same name: keys that fold case, hyphens, accents and transliteration.

Russian, Ukrainian, Arabic and East Asian names reach Norwegian and Danish readers in the spelling of each house:
Sjojgu, Shoigu and Šojgu are one man, Hansen and Jansen are two. The rules are those of the Norwegian, Danish, German
and English transliteration tables put side by side. They are written for surnames met in news and leave Western
spelling
variants apart (Karl and Carl, Thor and Tor are different people as often as not).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from briefings.model import Lang

LONGEST_NAME = 80
"""Characters: what is longer is a sentence or an attack, not a name. The longest in the development parts of NorNE and
Danish-DDT has 50."""
NEAR = 80.0
"""Per cent of `rapidfuzz.fuzz.ratio` between two keys with equal skeletons, from which on they are near: Gaddafi and
Qaddafi have 86, Khrusjtsjov and Khrushchev 83, Muhammad and Mohammed 75 alone but 88 with `bin Salman`. Hanson and
Hansen have 83 too: near is a question for a person, never a decision."""

_BEFORE_FOLDING = str.maketrans(
    {letter: anyascii(letter) for letter in "æøåäöéÆØÅÄÖÉ"}  # as it does itself, but slowly
    | {"š": "sh", "Š": "Sh", "ž": "zh", "Ž": "Zh", "č": "ch", "Č": "Ch", "’": "'", "ʼ": "'", "ё": "jo", "Ё": "Jo"}
)
_CARONS = str.maketrans("šžčŠŽČ", "szcSZC")
_TOKEN = re.compile(r"[a-z0-9]+")
_JOINED_ARTICLE = re.compile(r"(?i)(?<=\s)(?:al|el|ad|as|an|ar|ash|ul)-(?=\w)")
_ARTICLES = frozenset({"al", "el", "ad", "as", "an", "ar", "ash", "ul"})
_TRANSLITERATION: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), put)
    for pattern, put in (
        (r"s(?:ch|h|j|z)t(?:sch|sj|ch|j)|shch|stsj", "X"),  # щ: Khrusjtsjov, Khrushchev
        (r"tsch|tsj|tch|cz", "C"),  # ч: Tsjernenko
        (r"sch|sh|sj(?=[aeiouy])", "S"),  # ш: Sjojgu, Shoigu, Schoigu
        (r"ch", "C"),  # ч: Chernenko
        (r"zh|zj", "S"),  # ж, which Norwegian and Danish often write as ш: Zjukov, Zhukov, Sjukov
        (r"kh", "h"),  # х
        (r"x", "ks"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"[jy]", "i"),  # й, ы and the soft vowels: Sergej, Sergei, Sergey
        (r"ii+", "i"),
        (r"ie(?<=[bdfghklmnprstvSZCX]ie)", "e"),  # Medvedjev, Medvedev
        (r"^ie", "e"),  # Jeltsin, Yeltsin, Eltsin
        (r"off$|ow$|of$", "ov"),
        (r"er$(?<=[dt]er)", "r"),  # Aleksandr, Alexander
        (r"^z(?=.*sk[ia]$)", "s"),  # Selenskyj, Zelenskyj: German and Danish write s
        (r"aa", "a"),  # Aage, Åge
        (r"^m[ou]hamm?[ae]d$", "mohamed"),  # Arabic given names, written as each house hears them
        (r"^ahm[ae]d$", "ahmed"),
        (r"^h[ou]ss?(?:ei|ai)n$", "husein"),
        (r"^i(?:ou|u)ss?[eu]f$", "iusef"),
        (r"^hal[ei]d$", "halid"),
        (r"^a(?:bd)[aeu]l(?=$|[a-z]{4})", "abdel"),
    )
)
_VARIANTS = tuple(pattern.pattern for pattern, _ in _TRANSLITERATION)
_SPELT_VARIOUSLY = re.compile(
    "|".join(
        (
            *(variant for variant in _VARIANTS if variant[0] != "^"),
            f"^(?:{'|'.join(variant[1:] for variant in _VARIANTS if variant[0] == '^')})",
        )
    )
)
"""Where none of these is found, none of them changes the word: one search instead of one for each. It passes a letter
by fast where each pattern begins with one of its own: so what must stand before one is asked behind it, and those that
begin a word are joined behind one `^`."""
_NEAR_SOUNDS = str.maketrans({"g": "k", "q": "k", "c": "k", "C": "k", "z": "s", "S": "s", "Z": "s", "X": "s", "b": "p"})
_VOWELS = re.compile(r"(?<!^)[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")
_APOSTROPHE_GENITIVE = re.compile(r"['’ʼ]s?$")
_RARELY_GENITIVE = re.compile(r"(?:ss|us|is|os|es)$", re.IGNORECASE)


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Return the name in lower-case ASCII, without apostrophes and hyphens: `Kim Jong-un` → `kim jongun`."""
    return _fold(name)


def _fold(name: str) -> str:
    name = name[:LONGEST_NAME]
    if name.isascii() and name.isalnum():  # so it is with most words
        return name.lower()
    ascii_name = (name if name.isascii() else anyascii(name.translate(_BEFORE_FOLDING))).casefold()
    return " ".join(_TOKEN.findall(ascii_name.replace("-", "").replace("'", "")))


def folds_of(names: Iterable[str]) -> list[str]:
    """Return `fold` of each name of a long list, which would drive everything else out of its cache."""
    return [_fold(name) for name in names]


@lru_cache(maxsize=8192)
def word_key(word: str) -> str:
    """Return the key of one folded word: `sjojgu` and `shoigu` → `Soigu`."""
    return _transliterated(word) if _SPELT_VARIOUSLY.search(word) else word


def _transliterated(lines: str) -> str:
    """Return a folded word as its key spells it, or many, each in a line of its own."""
    for pattern, put in _TRANSLITERATION:
        lines = pattern.sub(put, lines)
    return lines


def keys_of(names: Iterable[str]) -> frozenset[str]:
    """Return the `name_key`s of a long list of names; of single words all at once, which takes a tenth of the time."""
    listed = list(names)
    folded = folds_of(listed)
    words = "\n".join(word for word in folded if " " not in word)
    return frozenset(
        (
            *_transliterated(words).split("\n"),
            *(name_key(name) for name, word in zip(listed, folded, strict=True) if " " in word),
        )
    )


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Return a key that is equal for spellings of one name: by case, hyphen, accent or transliteration.

    The words run together, because East Asian given names are written in one, two or hyphenated words
    (`Xi Jin-ping`, `Kim Jong Un`). An Arabic article inside the name falls (`Bashar al-Assad`, `Bashar Assad`).
    """
    if "-" not in name and " " not in (word := fold(name)):
        return word_key(word)  # so it is with most names asked for
    return "".join(word_keys(name))


def without_carons(name: str) -> str:
    """Return the name as many newsrooms print it: `Babiš` → `Babis`, where a key has `sh`, as in `Šojgu`."""
    return name.translate(_CARONS)


@lru_cache(maxsize=1024)
def word_keys(name: str) -> tuple[str, ...]:
    """Return the keys of the words of a name, in order; an Arabic article before a word falls."""
    words = fold(_JOINED_ARTICLE.sub("", name) if "-" in name else name).split()
    kept = words[:1] + [word for word in words[1:] if word not in _ARTICLES]
    return tuple(map(word_key, kept))


@lru_cache(maxsize=8192)
def skeleton(name: str) -> str:
    """Return a coarser key, like consonants made one: names with equal skeletons may be near, no others are."""
    return " ".join(_DOUBLED.sub(r"\1", _VOWELS.sub("", key.translate(_NEAR_SOUNDS))) for key in word_keys(name))


def is_near(one: str, other: str) -> bool:
    """Say whether two names may be spellings of one: worth asking a person, never enough to merge them."""
    keys = name_key(one), name_key(other)
    return skeleton(one) == skeleton(other) and fuzz.ratio(*keys) >= NEAR


def is_one_letter_off(one: str, other: str) -> bool:
    """Say whether one letter was dropped from, added to, doubled in, swapped or changed in `one` to give `other`.

    The first letter must agree and, if only one letter changed, the words must have five letters or more: `Km` for
    `Kim` is a slip, `Kim` for `Kin` may be another name.
    """
    a, b = one.casefold(), other.casefold()
    if a == b or not a or not b or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
    changed = a[start + 1 :] == b[start + 1 :]
    return len(a) >= 5 and (swapped or changed)  # noqa: PLR2004 — the five letters of the docstring


def strip_genitive(name: str, lang: Lang, known: Container[str] = ()) -> str:
    """Return the name without its genitive ending: `Putins` → `Putin`, `USA's` → `USA`, `Hans'` → `Hans`.

    `known` holds names met without an ending, or known otherwise: they decide for a bare -s, which Norwegian, Danish
    and Swedish write without apostrophe. Where they do not, endings that are rarely genitives (`Marius`, `Brussels`)
    are kept. English has no bare -s.
    """
    if len(name) > 2 and (found := _APOSTROPHE_GENITIVE.search(name)):  # noqa: PLR2004 — a letter has to stay
        return name[: found.start()]
    if not name.endswith(("s", "S")) or len(name) < 4 or name in known:  # noqa: PLR2004 — `Oss` is no genitive of `Os`
        return name
    base = name[:-1]
    if base in known:
        return base
    if lang == "en" or _RARELY_GENITIVE.search(name):
        return name
    return base


def genitive(name: str, lang: Lang) -> str:
    """Return the genitive of a name: `Tyrkias`, `Honduras'`, Danish `USA's`.

    Norwegian and Danish put an apostrophe alone behind s, x and z, Danish one before the s of an abbreviation too.
    """
    if name[-1:].lower() in {"s", "x", "z"}:
        return f"{name}'"
    return f"{name}'s" if lang == "da" and name.isupper() else f"{name}s"


def fullest(names: Iterable[tuple[str, int]]) -> str:
    """Return the name to show, of (name, how often): most words, then most often, then longest, then first given.

    A form in capitals only, or without the capitals of another (`Kim jong-un`), counts as a slip of the pen.
    """
    return min(names, key=lambda pair: (-len(pair[0].split()), -pair[1], pair[0].isupper(), -len(pair[0])))[0]
