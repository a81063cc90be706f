"""Subheadings that head nothing: short lines that are links, tags or lists, as their neighbours tell."""

from __future__ import annotations

from collections.abc import Sequence

from briefings import noise
from briefings.layout import MIN_LEAD, Page, is_row, is_title_like
from briefings.model import RUNNING, Kind
from briefings.noise_words import is_short

_SUBHEADING, _BOILERPLATE, _QUOTE = Kind.SUBHEADING, Kind.BOILERPLATE, Kind.QUOTE

Decided = tuple[Kind, str]
"""The kind of a block, and the name of the rule that decided it."""

MIN_CUT_OFF = 4
"""Words of a last line that is taken for a paragraph cut off; a tag or button has fewer."""

MAX_PART = 3
"""Words of a subheading right above another: `Fakta`, `Dag to`; a longer one is another article's headline."""

_PASSED_OVER = frozenset({Kind.CREDIT, Kind.BOILERPLATE, Kind.CAPTION, Kind.CORRECTION})
"""What may stand between a subheading and the text it heads."""


def settle_headings(page: Page, decided: Sequence[Decided]) -> list[Decided]:
    """Return the decisions, those on subheadings and on lines behind the last running text revised."""
    settled = list(decided)
    last = max((i for i, (kind, _) in enumerate(decided) if kind in RUNNING and _is_full(page.texts[i])), default=-1)
    if last < 0:
        return settled
    _settle_tail(page, settled, last)
    _settle_lists(page, settled)
    # From the end, as whether a line heads something hangs on the line behind it.
    headed = last
    for i in range(last - 1, page.first_body, -1):
        if settled[i][0] is _SUBHEADING:
            if _is_put_by_interviewer(page, settled, i):
                settled[i] = (Kind.PARAGRAPH, "interviewer's question")
            elif _is_in_list(page, i):
                settled[i] = (Kind.PARAGRAPH, "list")
            elif settled[headed][0] is _SUBHEADING and not noise.is_speech(page.texts[headed]):
                settled[i] = _unheaded(page, settled, i)
        if settled[i][0] not in _PASSED_OVER:
            headed = i
    return settled


def _is_full(text: str) -> bool:
    """Return whether a block reads like running text by its stop or length, or says who speaks."""
    if not is_title_like(text) or not is_short(text, MIN_LEAD - 1):
        return True
    return noise.is_speech(text) and noise.has_speech_tag(text)


# --- behind the last running text -----------------------------------------------------------------------------------


def _settle_tail(page: Page, settled: list[Decided], last: int) -> None:
    """Make furniture of the lines behind the last running text, unless the text is cut off there."""
    lines = [i for i in range(last + 1, len(settled)) if settled[i][0] in RUNNING | {Kind.SUBHEADING}]
    if not lines:
        return
    tail = range(last + 1, len(settled))
    first_noise = next((i for i in tail if settled[i][0] is _BOILERPLATE), len(settled))
    if first_noise > lines[-1] and _is_cut_off(page, lines):
        return
    for i in lines:
        is_near = i < first_noise
        if is_near and settled[i][0] is _SUBHEADING and _heads_rows(page, i, first_noise):
            continue
        if is_near and noise.is_speech(page.texts[i]):
            settled[i] = (Kind.QUOTE, "direct speech")
            continue
        is_listed = _is_listed(page, i) or is_row(page, i)
        settled[i] = (Kind.PARAGRAPH, "list") if is_near and is_listed else _FURNITURE


def _heads_rows(page: Page, i: int, end: int) -> bool:
    """Return whether a line stands right above a table's rows, or a list's: `Her er de lengste ventetidene`."""
    return i + MIN_ROWS < end and not is_row(page, i) and all(is_row(page, j) for j in range(i + 1, i + 1 + MIN_ROWS))


MIN_ROWS = 2
"""Rows that make a table below its heading."""

_FURNITURE = (Kind.BOILERPLATE, "heads nothing")


def _is_cut_off(page: Page, lines: list[int]) -> bool:
    """Return whether the seed ends in a sentence that breaks off, a subheading at most above it."""
    final = lines[-1]
    ends_there = final == len(page.texts) - 1 and len(lines) <= len(("subheading", "paragraph"))
    return ends_there and not is_short(page.texts[final], MIN_CUT_OFF - 1)


def _is_listed(page: Page, i: int) -> bool:
    """Return whether a line stands in a list: above it only such lines, and then a colon."""
    for j in range(i - 1, max(-1, i - 1 - MAX_LIST), -1):
        if page.alone[j] is not None or not is_title_like(page.texts[j]):
            return page.alone[j] is None and page.texts[j].endswith(":")
    return False


MAX_LIST = 12
"""Lines of a list that are looked back over for the colon that announces it."""


def _is_in_list(page: Page, i: int) -> bool:
    """Return whether a line is one of several in a list; one alone behind a colon, or behind bullets, is none."""
    if not _is_listed(page, i) or page.texts[i - 1][:1] in _BULLETS:
        return False
    beside = (page.texts[j] for j in (i - 1, i + 1) if j < len(page.texts) and page.alone[j] is None)
    return any(is_title_like(text) and not noise.is_speech(text) for text in beside)


def _settle_lists(page: Page, settled: list[Decided]) -> None:
    """Make a list of three short lines or more in a row: the first may head them, and the last the text below."""
    first = 0
    for i in range(1, len(settled) + 1):
        if i < len(settled) and settled[i][0] is _SUBHEADING:
            continue
        run = range(first + 1, i)
        if len(run) >= MIN_LIST and first >= page.first_body and not noise.is_link_heading(page.texts[first]):
            heads_text = i < len(settled) and settled[i][0] in RUNNING
            for j in run[1:-1] if heads_text else run[1:]:
                settled[j] = (Kind.PARAGRAPH, "list")
        first = i


MIN_LIST = 3
"""Short lines in a row that no text parts; two may be a part's heading and the first of its own."""

_BULLETS = frozenset("•·*-–—")

# --- between running text -------------------------------------------------------------------------------------------


def _is_put_by_interviewer(page: Page, settled: Sequence[Decided], i: int) -> bool:
    """Return whether a line asks what the next block answers in speech, or is one of an interview's questions."""
    if not page.texts[i].endswith("?"):
        return False
    if settled[i + 1][0] is _QUOTE:
        return True
    if _is_dashed(page.texts[i]) and any(
        _is_dashed(page.texts[j]) and page.texts[j].endswith("?") and settled[j + 1][0] is _QUOTE
        for j in range(page.first_body, i)
    ):
        # `– Kan det bli noe mer?`, after others like it, which speech answers.
        return True
    return page.is_interview and noise.is_question_to_somebody(page.texts[i])


def _is_dashed(text: str) -> bool:
    return text[:1] in "–—-"


def _unheaded(page: Page, settled: Sequence[Decided], i: int) -> Decided:
    after_noise = page.alone[i - 1] is _BOILERPLATE
    if page.texts[i].endswith("?") or (is_short(page.texts[i], MAX_PART) and not after_noise):
        return settled[i]
    return _FURNITURE
