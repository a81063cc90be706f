"""A seed's blocks seen together: where the text begins, what is said twice, what only links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from briefings import caption, credit, noise
from briefings.cutting import cut
from briefings.model import Kind
from briefings.noise_words import ASKED_AGAIN, is_short, small_words

_CREDIT, _CORRECTION, _BOILERPLATE = Kind.CREDIT, Kind.CORRECTION, Kind.BOILERPLATE

MAX_HEADLINE = 25
"""Words; the longest met in Nordic news have about twenty."""

MIN_LEAD = 13
"""Words from which a line under the headline is the lead, its full stop forgotten, and no second title."""

MAX_KICKER = 3
"""Words of a line above the headline that only says what it is about: `Troms og Finnmark`."""

MAX_LINKS = 12
"""Lines under `Mest lest` taken for links."""

NEAR = 5
"""Blocks after a page's title in which the article's own is looked for."""

MIN_REPEATED = 12
"""Letters from which a block said before is a repetition, not a second `Ja.`"""


MIN_PULLED = 24
"""Letters from which a line is a pull quote, if all its sentences were said before."""

MAX_PULLED = 40
"""Words of a pull quote."""

MAX_KICKER_WITH_COLON = 5
"""Words of a kicker that ends in a colon: `Fotball, 4. divisjon:`."""

_PARTS = re.compile(r"[.!?…«»“”\",](?:(?<=[.!?…])[.!?…]*(?=\W|$)|(?<=[«»“”\"])|(?<=,)(?= [a-zæøå]+ [A-ZÆØÅ]))")
"""What a text's sentences and speech end with, a speech tag's comma included: `…, sier Kari`. Its first sign comes
first, for what begins with a set of signs is found several times as fast."""

_LETTERS = re.compile(r"[^\W_]+")
_OPENING_DASH = re.compile(r"[–-]\s")

STEM = 4
"""Letters in which two forms of a word agree."""

MAX_BELOW = 2_000
"""Characters of the block below a title in which its words are looked for."""

MIN_QUESTIONS = 2
"""Questions put to somebody, each a block of its own, that make an interview."""

MIN_NUMBERS = 3
"""Numbers in a line that is a row of a table wherever it stands: `Utvik – Brekka 4–1 (2–0)`."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_ROW = re.compile(r"^[^:]{2,40}:\s(?![–—«“\"]|-\s)\S|^\d{1,3}[.)]\s|\d\s?[–-]\s?\d|\d\D{1,20}\d\D{1,20}\d")
"""What a row has: a label and its value, a number before it, a score, or many numbers."""

_RESULT = re.compile(r"[^\W\d][^\d\n]{1,40}\s?[–—-]\s?[^\W\d][^\d\n]{1,40} \d{1,3}\s?[–-]\s?\d{1,3}\W*(?:\(.{0,40}\))?")
_COUNT = re.compile(r":\s\d+(?:[.,]\d+)?$")
"""What makes a row wherever it stands: `Tilskuere: 187`."""

_ENTRY = re.compile(r"\W{0,3}(?:kl\.?\s?)?\d{1,2}[.:]\d\d\s?[:–—-]\s?[^\W\d]", re.IGNORECASE)
"""How the heading of a live blog's entry begins: `16.40: Nymoen vinner`; what stands below is its text."""

BEFORE_SITE_NAME = (" | ", " – ", " - ", " — ")
_STOPS = frozenset(".:;,…") | {""}


class Page(Struct, frozen=True):
    """All blocks, and what a look at each alone and at the whole says of them."""

    texts: tuple[str, ...]
    """The words of each block, without the credit or signature at its end."""
    alone: tuple[Kind | None, ...]
    """What each block's own words decided; None where they left it open."""
    first_body: int
    """Index of the first block that reads like running text; the number of blocks where none does."""
    last_open: int
    """Index of the last block left open, -1 where there is none."""
    second_body: int = 0
    """Index of the next block of running text after `first_body`; the number of blocks where there is none."""
    headline: int = -1
    """Index of the headline, -1 where there is none."""
    repeated: frozenset[int] = frozenset()
    """Indexes of blocks that say again, to the letter, what an earlier one said."""
    is_interview: bool = False
    """Whether several lines put questions to somebody."""
    links: frozenset[int] = frozenset()
    """Indexes of blocks that are other articles' headlines."""


def read_page(texts: tuple[str, ...], alone: tuple[Kind | None, ...]) -> Page:
    """Return what a look at all blocks says of them, given what each says alone; `headline.py` adds the headline."""
    last_open = max((i for i, kind in enumerate(alone) if kind is None), default=-1)
    page = Page(texts, alone, len(texts), last_open)
    questions = sum(noise.is_question_to_somebody(text) for text in texts)
    page = replace(page, first_body=_find_first_body(page), is_interview=questions >= MIN_QUESTIONS)
    page = replace(page, second_body=find_second_body(page))
    return replace(page, repeated=frozenset(_find_repeated(page)), links=frozenset(_find_links(page)))


@lru_cache(maxsize=ASKED_AGAIN)
def is_title_like(text: str) -> bool:
    """Return whether a block could be a title: few words, one line, no full stop."""
    last = text.rstrip("»”“\"'’)]")[-1:]
    return "\n" not in text and last not in _STOPS and is_short(text, MAX_HEADLINE)


def is_kicker_with_colon(page: Page, i: int) -> bool:
    """Return whether a few words and a colon stand right above a title: `Fotball, 4. divisjon:`."""
    text = page.texts[i]
    return text.endswith(":") and is_short(text, MAX_KICKER_WITH_COLON) and is_open_title(page, i + 1)


def is_row(page: Page, i: int) -> bool:
    """Return whether a line is one of a table or list: results, counts, `Dommer: Knut Berg`, `2. Sandnes 15`."""
    text = page.texts[i]
    if not is_title_like(text) or not _ROW.search(text):
        return False
    if len(_NUMBER.findall(text)) >= MIN_NUMBERS or _COUNT.search(text):
        return True
    beside = (page.texts[j] for j in (i - 1, i + 1) if 0 <= j < len(page.texts) and page.alone[j] is None)
    return any(is_title_like(line) and _ROW.search(line) for line in beside)


def is_result(text: str) -> bool:
    """Return whether a line is a match's result: `Utvik – Brekka 4–1 (2–0)`."""
    return _RESULT.fullmatch(text) is not None


def precedes_credit(page: Page, i: int) -> bool:
    """Return whether a photo credit follows; an agency's bare name or a source says nothing of a picture."""
    if i + 1 >= len(page.texts) or page.alone[i + 1] is not _CREDIT:
        return False
    following = page.texts[i + 1]
    return credit.is_photo_credit(following) and not credit.is_signature(following) and not credit.is_source(following)


def has_capitals_lead(page: Page, i: int) -> bool:
    """Return whether a block begins like `GODE VENNER: …`; one word above all text may be a dateline, `KYIV: …`.

    So may places anywhere, where a text without a picture's credit runs on.
    """
    lead = caption.capitals_lead(page.texts[i])
    if lead is None:
        return False
    if _is_told_from_place(page, i, lead) and not precedes_credit(page, i):
        tail = credit.find_tail(page.texts[i])
        if tail is None or not tail.is_credit:
            return False
    return i > page.first_body or not is_short(lead, 1) or caption.points_at_picture(page.texts[i])


def _is_told_from_place(page: Page, i: int, lead: str) -> bool:
    """Return whether words in capitals are where a running text is told from: a city, or a place the page is about."""
    text = page.texts[i]
    if caption.tells_from_place(lead, text):
        return True
    if not caption.runs_on(text) or not is_short(lead, 1):
        return False
    place = re.compile(rf"\b(?:i|på|frå|fra|til|ved) {re.escape(lead.capitalize())}\b")
    return any(place.search(other[:MAX_BELOW]) for j, other in enumerate(page.texts) if j != i)


def is_caption_before_credit(page: Page, i: int) -> bool:
    """Return whether a block stands right above a photo credit; the first may be a lead above a bare picture."""
    text = page.texts[i]
    if not precedes_credit(page, i) or text.endswith(":") or noise.is_speech(text) or noise.is_retelling(text):
        return False
    if i and _ENTRY.match(page.texts[i - 1]) and is_title_like(page.texts[i - 1]):
        return caption.points_at_picture(text)
    return i > page.first_body or caption.points_at_picture(text)


def is_under_correction_heading(page: Page, i: int) -> bool:
    """Return whether a block stands right under the bare word `Rettelse`."""
    return i > 0 and page.alone[i - 1] is _CORRECTION and noise.is_correction_heading(page.texts[i - 1])


def _find_first_body(page: Page) -> int:
    """Return the first block that is no title, no name of a section, and no caption by its own words."""
    has_title = False
    for i, text in enumerate(page.texts):
        if page.alone[i] is not None or noise.is_section_name(text) or is_under_correction_heading(page, i):
            continue
        if is_title_like(text) and (not has_title or is_short(text, MIN_LEAD - 1)):
            has_title = not _is_of_house(page, i)
        elif is_kicker_with_colon(page, i):
            continue
        elif not (has_capitals_lead(page, i) or (precedes_credit(page, i) and caption.points_at_picture(text))):
            return i
    return len(page.texts)


def _is_of_house(page: Page, i: int) -> bool:
    """Return whether two or three words, all with a capital, stand above the site's own menu: the paper's name."""
    words = page.texts[i].split()
    if not 1 < len(words) <= MAX_KICKER or not all(word[0].isupper() for word in words):
        return False
    return any(
        page.alone[j] is not None and noise.is_site_menu(page.texts[j])
        for j in range(i + 1, min(i + 1 + NEAR, len(page.texts)))
    )


def find_second_body(page: Page) -> int:
    """Return the next block of running text after the first; the number of blocks where there is none."""
    later = range(page.first_body + 1, len(page.texts))
    return next((i for i in later if page.alone[i] is None and not is_title_like(page.texts[i])), len(page.texts))


def _find_repeated(page: Page) -> Iterator[int]:
    seen: dict[str, int] = {}
    said: set[str] = set()
    for i, text in enumerate(page.texts):
        if page.alone[i] is not None:
            continue
        dash = _OPENING_DASH.match(text)
        parts = list(filter(None, map(_letters, _PARTS.split(text[dash.end() :] if dash else text))))
        key = "".join(parts)
        if len(key) < MIN_REPEATED:
            continue
        is_said = seen.setdefault(key, i) != i or any(_letters(head) in seen for head in _without_site_name(text))
        is_pulled = len(key) >= MIN_PULLED and is_short(text, MAX_PULLED) and said.issuperset(parts)
        if is_said or is_pulled:
            yield i
        said.update(parts)


def _letters(text: str) -> str:
    return "".join(cut(text.casefold().split(), str.isalnum, _LETTERS))


def _without_site_name(text: str) -> Iterator[str]:
    """Yield what a title may be without the site's name behind it: `Putin i Kina | NRK`."""
    if is_title_like(text):
        for sign in BEFORE_SITE_NAME:
            head, found, _ = text.partition(sign)
            if found and not is_short(head, MAX_KICKER):
                yield head


def _find_links(page: Page) -> Iterator[int]:
    """Yield the title-like blocks under a heading of links; before text, the last of several is its subheading."""
    for i, text in enumerate(page.texts):
        if page.alone[i] is not _BOILERPLATE:
            continue
        if noise.is_paid_label(text) and i > page.first_body and is_open_title(page, i + 1):
            if not _is_spoken(page.texts[i + 1]) and not _may_head(page, i + 1):
                yield i + 1
            continue
        if not noise.is_link_heading(text):
            continue
        run: list[int] = []
        for j in range(i + 1, min(i + 1 + MAX_LINKS, len(page.texts))):
            if page.alone[j] is not None or not is_title_like(page.texts[j]):
                break
            run.append(j)
        goes_on = bool(run) and run[-1] < page.last_open and _may_head(page, run[-1])
        is_own = goes_on and (len(run) > 1 or noise.is_unfolding(text))
        yield from run[:-1] if is_own or _heads_text(page, i, run) else run


def _heads_text(page: Page, heading: int, run: list[int]) -> bool:
    """Return whether the last title under a heading of links is the article's: it stands above the text, alone."""
    if not run or run[-1] >= page.first_body or any(page.alone[j] is None for j in range(run[-1] + 1, page.first_body)):
        return False
    return not any(
        is_open_title(page, j) and not is_short(page.texts[j], MAX_KICKER) and not noise.is_section_name(page.texts[j])
        for j in range(heading)
    )


def _is_spoken(text: str) -> bool:
    return "–" in text or noise.is_speech(text)


def _may_head(page: Page, i: int) -> bool:
    """Return whether a title at the end of a list of links is the text's own: terse, or of the text's words."""
    return is_short(page.texts[i], MAX_KICKER) or _is_taken_up(page, i)


def _is_taken_up(page: Page, i: int) -> bool:
    """Return whether the next block has a word of a title, which then heads that block and leads nowhere."""
    if i + 1 >= len(page.texts):
        return False
    below = {word[:STEM] for word in small_words(page.texts[i + 1][:MAX_BELOW])}
    return any(len(word) >= STEM and word[:STEM] in below for word in small_words(page.texts[i]))


def is_open_title(page: Page, i: int) -> bool:
    """Return whether there is such a block, and it could be a title by all that is known of it."""
    return i < len(page.texts) and page.alone[i] is None and is_title_like(page.texts[i])
