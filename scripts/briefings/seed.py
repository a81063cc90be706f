"""From the bytes of a scraped article to its text, and from the text to the numbered blocks that pages cite.

What `Seed.text` keeps, and what every offset therefore counts: line ends are LF; tabs and every kind of space
(no-break, thin …) are plain spaces; characters nobody sees (controls, zero-width, bidirectional marks and overrides,
soft hyphens, private use) are gone; the rest is in Unicode's composed form (NFC). Nothing else is changed.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from briefings.errors import Problem, Severity
from briefings.model import Facts, Seed
from briefings.sidecar import read_facts

SEEDS = "seeds"
"""What problems call the folder of seeds, unless told otherwise."""

MAX_CONTROLS = 0.01
"""The share of control characters above which a file is no text; scraped articles have none or a stray few."""

MIN_PLAUSIBLE = 0.97
"""The share of letters, digits, spaces and common signs that text decoded from a legacy encoding must have."""

LONGEST_TEXT = 200_000
"""Characters of a seed that are read, some 30,000 words: long reports have a tenth of it. What is longer is a book or
an attack, and would take minutes."""

LONGEST_WORD = 1_000
"""Characters before that limit in which a space is looked for, so that no word is cut."""

_SAVE_AS_UTF8 = "save the file as UTF-8"
_LINE_ENDS = dict.fromkeys(map(ord, "\v\f\x85\u2028\u2029"), "\n")
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co"})
_COMMON_SIGNS = frozenset(" \n\t\r.,:;!?-–—'\"“”„‘’«»()[]/%&+*=#@_§°…•€£$©®´`|<>~^{}\\½¼¾²³·\u00a0\u00ad")
_NORDIC = frozenset("æøåÆØÅäöÄÖéèêóòôüÜÉáàâíúñçëïðþ")


class Block(Struct, frozen=True):
    """One block of a seed's text: what stands between blank lines, without the space around it."""

    n: int
    """From 1."""
    start: int
    """Where its words begin: in the first block, after the header, unless there is nothing but the header."""
    end: int


class Header(Struct, frozen=True):
    """The date line a scraper put before the article: ` date 2023-07 `."""

    start: int
    end: int
    value: str | None
    """EDTF; None where the header says no date there is."""


class _Decoded(Struct, frozen=True):
    text: str
    problems: tuple[Problem, ...] = ()


def read_seed(
    name: str, data: bytes, sidecar: bytes | None = None, *, folder: str = SEEDS
) -> tuple[Seed | None, tuple[Problem, ...]]:
    """Return the seed that a file's bytes and its sidecar's bytes make, and what is wrong with either.

    `name` is the file's name with its ending, `folder` what problems call the folder it lies in. The seed is None only
    where a problem with it is an error: no text at all, or bytes that are no text. A bad sidecar never costs the seed.
    """
    decoded = _decode(data, partial(Problem, f"{folder}/{name}"))
    facts = Facts()
    problems: tuple[Problem, ...] = ()
    if sidecar is not None:
        path = f"{folder}/{name.removesuffix('.txt')}.yml"
        facts, problems = _read_sidecar(sidecar, path)
    if decoded.text:
        path = f"{folder}/{name}"
        problems = (*_check_header(decoded.text, path), *_check_length(decoded.text, path), *problems)
    problems = tuple(sorted((*decoded.problems, *problems)))
    return (Seed(name, decoded.text, facts) if decoded.text else None), problems


def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a seed's text in order, numbered as pages cite them (`¶n`), none of them empty.

    Blocks are separated by blank lines; where no blank line separates anything, every line is a block.
    """
    groups: list[list[tuple[int, int]]] = [[]]
    offset = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = offset + line.index(words[0])
            groups[-1].append((start, start + len(words)))
        elif groups[-1]:
            groups.append([])
        offset += len(line) + 1
    filled = [group for group in groups if group]
    if len(filled) == 1:
        filled = [[line] for line in filled[0]]
    spans = [(group[0][0], group[-1][1]) for group in filled]
    header = read_header(text)
    if header is not None and spans:
        start, end = spans[0]
        after = header.end + len(text[header.end : end]) - len(text[header.end : end].lstrip())
        spans[0] = (after if after < end else start, end)
    return tuple(Block(n, start, end) for n, (start, end) in enumerate(spans, start=1))


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks that an article is made of: all that begin in the first `LONGEST_TEXT` characters, cut there.

    Numbers and offsets are those of `find_blocks`.
    """
    blocks = find_blocks(text)
    if len(text) <= LONGEST_TEXT:
        return blocks
    end = _reading_ends(text)
    return tuple(
        block if block.end <= end else replace(block, end=block.start + len(text[block.start : end].rstrip()))
        for block in blocks
        if block.start < end
    )


def _reading_ends(text: str) -> int:
    """Return the offset at which reading a long text ends: the last space or line end before the limit, if one is."""
    lowest, highest = LONGEST_TEXT - LONGEST_WORD, LONGEST_TEXT + 1
    found = max(text.rfind(" ", lowest, highest), text.rfind("\n", lowest, highest))
    return found if found >= 0 else LONGEST_TEXT


_HEADER = re.compile(
    r"""\s* (?P<header> date [ ]{0,4} :? [ ]{1,8}
    (?: (?P<full> \d{4} - \d{1,2} (?: - \d{1,2} )? ) (?: T [\d:.+Z-]{0,40} )?
    | (?P<year> (?:19|20)\d\d ) | none | null | nan | nat | unknown )
    ) (?= \s | $ )""",
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)


def read_header(text: str) -> Header | None:
    """Return the date header a seed's text begins with, if it has one.

    Read tolerantly (case, spaces, a colon, months and days without their zero, a time after the date), and never
    guessed: month 13, 30 February or the word `none` make a header without a date.
    """
    match = _HEADER.match(text)
    if match is None:
        return None
    start, end = match.span("header")
    if match["full"]:
        return Header(start, end, _calendar_date(match["full"]))
    return Header(start, end, match["year"])


def _calendar_date(digits: str) -> str | None:
    """Return `2023-7-4` as `2023-07-04`, or None where the calendar has no such day or month."""
    year, month, *day = map(int, digits.split("-"))
    try:
        full = date(year, month, day[0] if day else 1).isoformat()
    except ValueError:
        return None
    return full if day else full[:7]


def _check_header(text: str, path: str) -> tuple[Problem, ...]:
    header = read_header(text)
    if header is None or header.value is not None:
        return ()
    line, column = _position(text, header.start)
    message = f"“{text[header.start : header.end]}” states no date that exists, so the article has none"
    fix = f"state it as `published` in {path.removesuffix('.txt')}.yml"
    return (Problem(path, line, column, message, fix, Severity.WARNING),)


def _check_length(text: str, path: str) -> tuple[Problem, ...]:
    if len(text) <= LONGEST_TEXT:
        return ()
    blocks, end = read_blocks(text), _reading_ends(text)
    paragraph = f", in paragraph {blocks[-1].n}" if blocks else ""
    message = (
        f"the file has {len(text):,} characters, and an article at most {LONGEST_TEXT:,}: nothing is read from here on"
        f"{paragraph}"
    )
    fix = "leave only the article in the file, or divide it into several files"
    return (Problem(path, *_position(text, end), message, fix, Severity.WARNING),)


def _read_sidecar(data: bytes, path: str) -> tuple[Facts, tuple[Problem, ...]]:
    decoded = _decode(data, partial(Problem, path), empty_is_fine=True)
    facts, problems = read_facts(decoded.text, path)
    return facts, (*decoded.problems, *problems)


# --- bytes → text ---------------------------------------------------------------------------------------------------


def _decode(data: bytes, problem: partial[Problem], *, empty_is_fine: bool = False) -> _Decoded:
    """Return a file's text as the module's head describes it, empty where it is no text, and what was wrong."""
    raw, note = _bytes_to_text(data)
    if raw is not None and not note and _is_plain(raw) and raw.strip():
        return _Decoded(unicodedata.normalize("NFC", raw))
    if raw is None or _is_binary(raw):
        return _Decoded("", (problem(0, 0, "this is no text file", _SAVE_AS_UTF8),))
    problems = [problem(0, 0, note, _SAVE_AS_UTF8, severity=Severity.WARNING)] if note else []
    hidden = _OVERRIDES.search(raw) or _CONTROLS.search(raw)
    if hidden:
        line, column = _position(
            raw.replace("\r\n", "\n").replace("\r", "\n"), hidden.start() - raw.count("\r\n", 0, hidden.start())
        )
        message = f"the invisible character U+{ord(hidden[0]):04X} was left out, with any others like it"
        problems.append(problem(line, column, message, "delete it", severity=Severity.WARNING))
    text = normalise(raw)
    if not text.strip():
        problems += (
            [] if empty_is_fine else [problem(0, 0, "the file is empty", "put an article into it, or delete it")]
        )
        return _Decoded("", tuple(problems))
    return _Decoded(text, tuple(problems))


def _is_plain(text: str) -> bool:
    """Return whether a text has no sign but such as are kept: most have none, and are spared the looks at each."""
    return text.replace("\n", "").isprintable()


def normalise(raw: str) -> str:
    """Return text as `Seed.text` keeps it; the head of this module says how."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    hidden = [sign for sign in set(text) - {"\n"} if not sign.isprintable()]
    odd = {ord(sign): _LINE_ENDS.get(ord(sign)) or _replacement(sign) for sign in hidden}
    text = text.translate(odd) if odd else text
    return unicodedata.normalize("NFC", text)


def _replacement(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign == "\t" or category == "Zs":
        return " "
    return "" if category in _INVISIBLE else sign


def _bytes_to_text(data: bytes) -> tuple[str | None, str]:
    """Return the decoded text, None where no encoding fits, and what is odd about the encoding, or nothing."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), "the file is UTF-16, not UTF-8"
        except UnicodeDecodeError:
            return None, ""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # an article cut off in the middle of a character
            return data[: error.start].decode("utf-8"), "the file ends in the middle of a character"
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    if sum(1 for sign in lenient if sign in _NORDIC) > broken:
        return lenient, f"{broken} bytes are no UTF-8, and show as �"
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None, ""
    return (text, "the file is Windows-1252 (Latin), not UTF-8") if _is_plausible(text) else (None, "")


def _is_plausible(text: str) -> bool:
    """Return whether text decoded as cp1252, which takes nearly any bytes, reads like Nordic or English prose."""
    good = sum(1 for sign in text if sign in _COMMON_SIGNS or sign in _NORDIC or (sign.isascii() and sign.isalnum()))
    return good >= MIN_PLAUSIBLE * len(text)


def _is_binary(text: str) -> bool:
    return "\0" in text or len(_CONTROLS.findall(text)) > MAX_CONTROLS * len(text)


def _position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of an offset into text with LF line ends."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
