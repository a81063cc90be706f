"""Where direct speech and quoted words stand: spans only, not whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefings.extract.speech import speech

MAX_QUOTATION = 5_000
"""Characters: a closing mark further off belongs to another quotation; the longest real ones seen are under 1,500."""
MIN_WORDS_OF_UTTERANCE = 3
"""Fewer words in quotation marks are a phrase, unless they end like a sentence."""

_PAIRS = {"«": "»", "»": "«", "“": "”“", "”": "”", "„": "“”", '"': '"', "‘": "’", "'": "'", "’": "’", "''": "''"}
_MARKS = re.compile(r"''|[«»“”„\"‘'’]")
_DASH = re.compile(r"[–—-](?:(?<!-)|(?=[ \t\xa0A-ZÆØÅ]))[ \t\xa0]*(?=[\w«“”\"'(…])")
"""A dash that may open speech, by what stands behind it."""
_BLANKS = " \t\xa0"
_BEFORE_DASH = frozenset('.!?…:»”"')
"""Signs behind which, and a blank, a dash opens speech."""
_DASHES = ("–", "—", "-")
_SPACED_DASHES = tuple(space + dash for space in f"{_BLANKS}\n" for dash in _DASHES)
"""What speech is opened by, if not at the very beginning: most paragraphs have none."""
_TAG = re.compile(r"(?:(?<=[,?!…])|(?<=\.\.\.))\s+([a-zæøå]+)\s+(\w+)")
_PERFECT_TAG = re.compile(r"(?<=[,?!…])\s+([a-zæøå]+)((?:\s+[\w.-]+){2,12})(?=[.,\s]|\Z)")
"""What may be a tag in the perfect tense: `, har borgmesteren tidligere sagt`."""
_SENTENCE_INSIDE = re.compile(r"[.!?…]\s+[A-ZÆØÅ]")
_END = ".!?…"


class Quotation(Struct, frozen=True):
    """Words that are somebody's own."""

    start: int
    end: int
    """Of the words, without marks."""
    outer_start: int
    outer_end: int
    """With marks; where a tag stands inside speech opened by a dash, only up to the tag."""
    whole: bool
    """A whole utterance; otherwise a few words inside a sentence."""
    dash: bool
    """Opened by a dash."""


def find_quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Return the quotations of the paragraph `text[start:end]`, in order and apart from each other.

    Marks inside speech opened by a dash are part of that speech. Takes time in proportion to the length.
    """
    paragraph = text[start:end]
    # To look for characters takes a small part of the time of a search by pattern.
    has_dash = any(map(paragraph.__contains__, _DASHES)) and (
        paragraph.startswith(_DASHES) or any(map(paragraph.__contains__, _SPACED_DASHES))
    )
    dashed = tuple(_dashed(text, start, end)) if has_dash else ()
    marked = _marked(text, start, end) if any(map(paragraph.__contains__, _PAIRS)) else []
    if not dashed:
        return tuple(marked)
    starts = [quotation.outer_start for quotation in dashed]
    ends = [quotation.end for quotation in dashed]
    apart = [q for q in marked if not _overlaps(q, starts, ends)]
    return tuple(sorted((*dashed, *apart), key=lambda quotation: quotation.outer_start))


def _overlaps(quotation: Quotation, starts: list[int], ends: list[int]) -> bool:
    following = bisect_left(ends, quotation.outer_start + 1)
    return following < len(starts) and starts[following] < quotation.outer_end


def _dashed(text: str, start: int, end: int) -> Iterator[Quotation]:
    openings = [*_openings(text[start:end])]
    for number, opening in enumerate(openings):
        outer_start, first = start + opening[0], start + opening[1]
        last = start + openings[number + 1][0] if number + 1 < len(openings) else end
        tag = find_tag(text, first, last)
        inside = tag is not None and _interrupts(text, first, tag, last)
        stop = last if tag is None or inside else tag
        inner = text[first:stop].rstrip().removesuffix(",").rstrip()
        if inner:
            end_of_speech = first + len(inner)
            # A tag inside the speech stays outside its marks, so that it is still read for the speaker.
            outer_end = tag if inside and tag is not None else end_of_speech
            yield Quotation(first, end_of_speech, outer_start, outer_end, whole=True, dash=True)


def _openings(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield where a dash that opens speech begins, with the blanks before it, and where the speech does."""
    for match in _DASH.finditer(paragraph):
        first = match.start()
        while first and paragraph[first - 1] in _BLANKS:
            first -= 1
        before = paragraph[first - 1] if first else "\n"
        if before == "\n" or (before in _BEFORE_DASH and first < match.start()):
            yield first, match.end()


def find_tag(text: str, start: int, end: int) -> int | None:
    """Return where the speech tag (` sier Hansen`, after its comma) begins in `text[start:end]`, if there is one."""
    found = [tag for tag in (_simple_tag(text, start, end), _perfect_tag(text, start, end)) if tag is not None]
    return min(found, default=None)


def _perfect_tag(text: str, start: int, end: int) -> int | None:
    """Return where `har borgmesteren tidligere sagt` begins: somebody else stands between `har` and the participle."""
    vocabulary = speech()
    for match in _PERFECT_TAG.finditer(text, start, end):
        auxiliary, *rest = (word.rstrip(".") for word in match.group().lower().split())
        if auxiliary not in vocabulary.have or rest[0] in vocabulary.first_person:
            continue
        said = next((index for index, word in enumerate(rest) if word in vocabulary.participles), 0)
        between = rest[:said]
        if said and any(word not in vocabulary.adverbs for word in between) and "at" not in rest[said : said + 3]:
            return match.start()
    return None


def _simple_tag(text: str, start: int, end: int) -> int | None:
    vocabulary = speech()
    for match in _TAG.finditer(text, start, end):
        verb, following = match.groups()
        if (verb in vocabulary.written and following == "det") or (verb == "var" and following in vocabulary.replies):
            return match.start()
        if verb not in vocabulary.finite or following.lower() in vocabulary.first_person:
            continue
        small = following in vocabulary.breaks and following not in vocabulary.determiners
        if following[0].islower() and small and following not in vocabulary.adverbs:
            continue
        return match.start()
    return None


_INTERRUPTED = 4
"""Words before a tag that cannot be a whole utterance when, after the tag and a comma, it goes on."""
_GOES_ON = re.compile(
    r"\s+\w+\s+[\w-]+(?:\s+[\w-]+){0,3},\s+(?!som\b|der\b|og\b|men\b|leder\b|leiar\b)[a-zæøå]+(?:[ ,]+[\w-]+){2}"
)


def _interrupts(text: str, start: int, tag: int, end: int) -> bool:
    """Tell a tag in the middle of a short opening (`Dette, sier Hansen, går bra`): the speech stays one utterance."""
    if text[tag - 1] != "," or len(text[start:tag].split(maxsplit=_INTERRUPTED)) > _INTERRUPTED - 1:
        return False
    return _GOES_ON.match(text, tag, min(end, tag + 300)) is not None


def _marked(text: str, start: int, end: int) -> list[Quotation]:
    marks = [(match.start(), match.group()) for match in _MARKS.finditer(text, start, end)]
    found: list[Quotation] = []
    free = start
    closers: dict[str, list[int]] = {}
    for position, mark in marks:
        if _can_close(text, position, mark, end):
            closers.setdefault(mark, []).append(position)
    for position, mark in marks:
        if position < free or not _can_open(text, position, mark, start, end):
            continue
        first = position + len(mark)
        close = _next_closer(closers, _PAIRS[mark], first)
        if close is None or close - position > MAX_QUOTATION:
            if position == start and not mark.startswith(("'", "’", "‘")):
                found.append(_quotation(text, position, (first, end), end, (start, end)))
                free = end
            continue
        closing = 2 if mark == "''" else 1
        found.append(_quotation(text, position, (first, close), close + closing, (start, end)))
        free = close + closing
    return [quotation for quotation in found if quotation.start < quotation.end]


def _can_open(text: str, position: int, mark: str, start: int, end: int) -> bool:
    before = text[position - 1] if position > start else " "
    after = text[position + len(mark)] if position + len(mark) < end else " "
    return not after.isspace() and (mark in "«„" or not (before.isalnum() or before in _END))


def _can_close(text: str, position: int, mark: str, end: int) -> bool:
    after = text[position + len(mark)] if position + len(mark) < end else " "
    return mark in "«»" or not after.isalnum()


def _next_closer(closers: dict[str, list[int]], marks: str, first: int) -> int | None:
    best: int | None = None
    for mark in {marks} if marks == "''" else sorted(marks):
        positions = closers.get(mark, [])
        index = bisect_left(positions, first)
        if index < len(positions) and (best is None or positions[index] < best):
            best = positions[index]
    return best


def _quotation(
    text: str, outer_start: int, inner: tuple[int, int], outer_end: int, within: tuple[int, int]
) -> Quotation:
    first, last = inner
    while first < last and (text[first].isspace() or text[first] in "–—"):
        first += 1
    found = Quotation(first, last, outer_start, outer_end, whole=False, dash=False)
    whole = _is_utterance(text, found, within)
    while first < last and (text[last - 1].isspace() or text[last - 1] == ","):
        last -= 1
    return replace(found, end=last, whole=whole)


def _is_utterance(text: str, quotation: Quotation, within: tuple[int, int]) -> bool:
    """Tell a whole utterance from a phrase: it begins like a sentence, and stands like one."""
    words = text[quotation.start : quotation.end]
    if not words or not words[0].isupper():
        return False
    if _SENTENCE_INSIDE.search(words) is not None:
        return True
    closed = words[-1] in _END + ","
    if not closed and len(words.split(maxsplit=MIN_WORDS_OF_UTTERANCE)) < MIN_WORDS_OF_UTTERANCE:
        return False
    before = text[max(within[0], quotation.outer_start - 3) : quotation.outer_start].rstrip()
    opens = not before or before[-1] in '.!?…:»”"'
    return opens and (before.endswith(":") or closed or _tagged(text, quotation.outer_end, within[1]))


_AFTER = re.compile(r"\s*,?\s*([a-zæøå]+)\b")


def _tagged(text: str, position: int, end: int) -> bool:
    rest = text[position : min(end, position + 40)]
    if not rest.strip(" .\n"):
        return True
    match = _AFTER.match(rest)
    if match is None:
        return False
    return match.group(1) in speech().finite or _perfect_tag(text, match.start(1) - 2, end) is not None
