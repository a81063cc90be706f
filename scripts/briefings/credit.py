"""Who took the pictures and where words are from: credits and agencies' signatures, as blocks and at the end of one.

Every function is pure, takes a block's words without the space around them, and takes no longer than the block is long.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from briefings.noise_words import MAX_CREDIT, MAX_LABEL, MAX_TEXT, WORD, label_of, vocabulary
from briefings.only_names import is_only_names

MAX_CREDIT_WORDS = 20
"""`Foto: Korean Central News Agency / Korea News Service / AP` has 11; a sentence of the article hardly ever fits."""
MAX_CREDIT_LOWER = 5
"""Small-letter words in a credit: `guvernør Krai Oleg Kozhemyako via Telegram` has 2, a sentence more."""
MAX_UNLABELLED_WORDS = 8
"""Words of a credit without a label, `Artem Geodakyan / Sputnik / AFP`."""
LONGEST_LABEL = 40
"""Characters before a colon that a credit's label and a space are in."""
TAIL_OF_CREDIT = 60
"""Characters at a credit's end, signs behind it left out, that an agency's name is in."""


def is_photo_credit(text: str) -> bool:
    """Return whether a block is only a credit: `Foto: AP`, `KCNA / Reuters`, `/ritzau/`."""
    if len(text) > MAX_CREDIT:
        return False
    inner = text.strip(" ()[]/|–-.")
    words = vocabulary()
    if label_of(inner) in words.credit_labels:
        return _is_short_credit(inner)
    first, _, rest = inner.partition(" ")
    if first.casefold() in words.bare_credit_labels and rest[:1].isupper():
        return _is_unlabelled_credit(rest) or is_only_names(rest, MAX_UNLABELLED_WORDS)
    return _is_unlabelled_credit(inner)


def is_signature(text: str) -> bool:
    """Return whether a block is only an agency's name, as under an article: `(NTB)`, `/ritzau/Reuters/`, `AFP`."""
    if len(text) > MAX_LABEL:
        return False
    parts = _PART.findall(text.casefold())
    return bool(parts) and vocabulary().signatures.issuperset(parts)


def is_source(text: str) -> bool:
    """Return whether a block says where numbers or facts are from: `Kilde: Statistisk sentralbyrå`."""
    return label_of(text) in vocabulary().source_labels


def is_reference(text: str) -> bool:
    """Return whether a block gives the study it tells of: `Kjelde: E. Moe m.fl.: Ice cores of the Pamir. Nature.`."""
    return len(text) <= MAX_TEXT and is_source(text) and _REFERENCE.search(text) is not None


_PART = re.compile(r"\w+")
_REFERENCE = re.compile(r"(?i)\b(?:m\.? ?fl\.|et al\b|doi\b|isbn\b)")


class Tail(Struct, frozen=True):
    """Words at the end of a block that are not said by it."""

    start: int
    """Offset into the block."""
    is_credit: bool
    """A photo credit, which makes the block a caption; else an agency's signature under an article."""


def find_tail(text: str) -> Tail | None:
    """Return the photo credit or signature at the end of a block that says more than that, if it has one."""
    offset = max(0, len(text) - MAX_CREDIT)
    found = _find_tail(text[offset:])
    if found is None or not text[: offset + found.start].strip():
        return None
    return Tail(offset + found.start, found.is_credit)


@lru_cache(maxsize=512)  # asked three times of each block of an article
def _find_tail(window: str) -> Tail | None:
    return _labelled_tail(window) or _bare_tail(window) or _signature(window) or _agency_tail(window)


def _is_short_credit(text: str) -> bool:
    words = WORD.findall(text)
    return len(words) <= MAX_CREDIT_WORDS and sum(word[0].islower() for word in words) <= MAX_CREDIT_LOWER


def _is_unlabelled_credit(text: str) -> bool:
    """Return whether words are agencies, or names before a slash and an agency: `AFP`, `Artem Geodakyan / AFP`."""
    if ":" in text:
        return False
    words = vocabulary()
    if not _ends_with_agency(text):
        return False
    parts = [part for side in _BETWEEN_CREDITED.split(text) if (part := side.strip(" ().©"))]
    if not parts or len(parts) > MAX_UNLABELLED_WORDS:
        return False
    last = parts[-1].casefold()
    if last in words.signatures and all(part.casefold() in words.signatures for part in parts):
        return True
    if last not in words.agencies or not (text[0].isupper() or "/" in text):
        return False
    return is_only_names(" ".join(parts), MAX_UNLABELLED_WORDS) or all(
        part.casefold() in words.agencies for part in parts
    )


def _ends_with_agency(text: str) -> bool:
    tail = text.rstrip(" ().©/|,–-\n")[-TAIL_OF_CREDIT:]
    names = _agencies_by_end().get(tail[-2:].casefold()[-2:])
    return names is not None and tail.casefold().endswith(names)


@cache
def _agencies_by_end() -> dict[str, tuple[str, ...]]:
    """Return the names of agencies, of which one ends every credit without a label, by their last two letters."""
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(vocabulary().signatures | vocabulary().agencies):
        found[name[-2:]] = (*found.get(name[-2:], ()), name)
    return found


_BETWEEN_CREDITED = re.compile(r"[/|,]|\s[–-]\s")
_STOP = re.compile(r"[.!?»”\"](?=\s)")
_TOLD = re.compile(r"\s[a-zæøå]+\s[a-zæøå]{2,}[.!?]$")
"""How a sentence ends, and a credit does not."""


def _labelled_tail(window: str) -> Tail | None:
    if not any(head[-LONGEST_LABEL:].rstrip().casefold().endswith(_labels()) for head in window.split(":")[:-1]):
        return None
    for match in _credit_label().finditer(window):
        is_open = window[match.start()] in "(["
        word = window[match.start() + is_open :].lstrip()
        tail = window[match.start() :]
        if (word[:1].isupper() or is_open) and _is_short_credit(tail) and not _TOLD.search(tail):
            return Tail(match.start(), is_credit=True)
    return None


def _bare_tail(window: str) -> Tail | None:
    """Return a picture's kind that ends a block, nobody named: `… i august. Arkivfoto.`."""
    found = (
        _bare().search(window)
        if window.rstrip(" .)]")[-len("billede") :].casefold().endswith(("foto", "bilde", "bilete", "billede"))
        else None
    )
    return None if found is None else Tail(found.start(), is_credit=True)


@cache
def _bare() -> re.Pattern[str]:
    kinds = "|".join(sorted(map(re.escape, vocabulary().unnamed_pictures)))
    return re.compile(rf"(?<=[.!?»”\"'])\s{{0,3}}[(\[]?(?:{kinds})[)\]]?\.?$", re.IGNORECASE)


_OPENS_SIGNATURE = re.compile(r"[(\[/©]")
_SIGNATURE = re.compile(r"(?<=[.!?»”\"'…])\s{0,3}(?:[(\[/]\s?©?\s?|©\s?)(?P<who>[\w ./,-]{2,40}?)\s?[)\]/]?\.?$")


def _signature(window: str) -> Tail | None:
    match = _SIGNATURE.search(window) if _OPENS_SIGNATURE.search(window) else None
    if match is None:
        return None
    parts = [part for part in re.split(r"[/,\s]+", match["who"]) if part]
    known = vocabulary().signatures
    is_signed = parts and all(
        part.casefold() in known and (part.isupper() or part.casefold().startswith(("ritzau", "reuters")))
        for part in parts
    )
    return Tail(match.start(), is_credit=False) if is_signed else None


def _agency_tail(window: str) -> Tail | None:
    """Return what follows the last full stop, if it is a credit without a label."""
    if not _ends_with_agency(window):
        return None
    *_, rest = _STOP.split(window)
    start = len(window) - len(rest)
    if not start:
        return None
    rest = rest.strip(" ().")
    if not rest or not _is_unlabelled_credit(rest):
        return None
    is_picture = "/" in rest or any(word in rest.casefold() for word in ("scanpix", "getty", "shutterstock", "photo"))
    return Tail(start, is_credit=is_picture)


@cache
def _labels() -> tuple[str, ...]:
    """Return the labels of credits, the longest first."""
    return tuple(sorted(vocabulary().credit_labels, key=lambda label: (-len(label), label)))


@cache
def _credit_label() -> re.Pattern[str]:
    """Return what finds a credit's label inside a text, an opening bracket included."""
    return re.compile(rf"(?<!\w)[(\[]?\s?(?:{'|'.join(map(re.escape, _labels()))})\s?:", re.IGNORECASE)
