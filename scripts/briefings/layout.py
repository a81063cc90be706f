"""A seed's blocks seen together: where the text begins, the headline, what is said twice, what only links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from briefings import caption, credit, furniture, noise, stamp
from briefings.model import Kind
from briefings.noise_words import ASKED_AGAIN, count_words, is_short, small_words

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

MAX_POINTED = 16
"""Words of a headline that is two sentences, full stops and all."""

SENTENCES = 2

MAX_KICKER_WITH_COLON = 5
"""Words of a kicker that ends in a colon: `Fotball, 4. divisjon:`."""

_PARTS = re.compile(r"[.!?…]+(?=\W|$)|[«»“”\"]|,(?= [a-zæøå]+ [A-ZÆØÅ])|^[–-]\s")
"""What a text's sentences and speech end with, a speech tag's comma included: `…, sier Kari`."""

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

_SENTENCE = re.compile(r"[.!?](?=\s|$)")
_COUNT = re.compile(r":\s\d+(?:[.,]\d+)?$")
"""What makes a row wherever it stands: `Tilskuere: 187`."""

_BEFORE_SITE_NAME = (" | ", " – ", " - ", " — ")
_STOPS = frozenset(".:;,…") | {""}


@dataclass(frozen=True, slots=True)
class Page:
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
    """Return what a look at all blocks says of them, given what each says alone."""
    last_open = max((i for i, kind in enumerate(alone) if kind is None), default=-1)
    page = Page(texts, alone, len(texts), last_open)
    questions = sum(noise.is_question_to_somebody(text) for text in texts)
    page = replace(page, first_body=_find_first_body(page), is_interview=questions >= MIN_QUESTIONS)
    pointed = _find_pointed_headline(page)
    if pointed >= 0:
        page = replace(page, first_body=pointed + 1)
    page = replace(page, second_body=_find_second_body(page))
    page = replace(page, repeated=frozenset(_find_repeated(page)), links=frozenset(_find_links(page)))
    return replace(page, headline=pointed if pointed >= 0 else _find_headline(page))


@lru_cache(maxsize=ASKED_AGAIN)
def is_title_like(text: str) -> bool:
    """Return whether a block could be a title: few words, one line, no full stop."""
    last = text.rstrip("»”“\"'’)]")[-1:]
    return "\n" not in text and last not in _STOPS and is_short(text, MAX_HEADLINE)


def is_kicker_with_colon(page: Page, i: int) -> bool:
    """Return whether a few words and a colon stand right above a title: `Fotball, 4. divisjon:`."""
    text = page.texts[i]
    return text.endswith(":") and is_short(text, MAX_KICKER_WITH_COLON) and _is_open_title(page, i + 1)


def is_row(page: Page, i: int) -> bool:
    """Return whether a line is one of a table or list: results, counts, `Dommer: Knut Berg`, `2. Sandnes 15`."""
    text = page.texts[i]
    if not is_title_like(text) or not _ROW.search(text):
        return False
    if len(_NUMBER.findall(text)) >= MIN_NUMBERS or _COUNT.search(text):
        return True
    beside = (page.texts[j] for j in (i - 1, i + 1) if 0 <= j < len(page.texts) and page.alone[j] is None)
    return any(is_title_like(line) and _ROW.search(line) for line in beside)


def precedes_credit(page: Page, i: int) -> bool:
    """Return whether a photo credit follows; an agency's bare name or a source says nothing of a picture."""
    if i + 1 >= len(page.texts) or page.alone[i + 1] is not Kind.CREDIT:
        return False
    following = page.texts[i + 1]
    return credit.is_photo_credit(following) and not credit.is_signature(following) and not credit.is_source(following)


def has_capitals_lead(page: Page, i: int) -> bool:
    """Return whether a block begins like `GODE VENNER: …`; one word above all text may be a dateline, `KYIV: …`."""
    lead = caption.capitals_lead(page.texts[i])
    if lead is None:
        return False
    return i > page.first_body or not is_short(lead, 1) or caption.points_at_picture(page.texts[i])


def is_caption_before_credit(page: Page, i: int) -> bool:
    """Return whether a block stands right above a photo credit; the first may be a lead above a bare picture."""
    text = page.texts[i]
    if not precedes_credit(page, i) or text.endswith(":") or noise.is_speech(text) or noise.is_retelling(text):
        return False
    return i > page.first_body or caption.points_at_picture(text)


def is_under_correction_heading(page: Page, i: int) -> bool:
    """Return whether a block stands right under the bare word `Rettelse`."""
    return i > 0 and page.alone[i - 1] is Kind.CORRECTION and noise.is_correction_heading(page.texts[i - 1])


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


def _find_pointed_headline(page: Page) -> int:
    """Return the headline of two sentences, full stops and all, above deck and byline or stamp; else -1."""
    i = page.first_body
    if i + 2 > page.last_open or page.alone[i + 1] is not None:
        return -1
    head, deck = page.texts[i], page.texts[i + 1]
    is_headless = not any(_is_open_title(page, j) and not is_short(page.texts[j], MAX_KICKER) for j in range(i))
    is_pointed = head.endswith(".") and len(_SENTENCE.findall(head)) == SENTENCES and is_short(head, MAX_POINTED)
    if not (is_headless and is_pointed and count_words(deck) > count_words(head)) or noise.is_speech(head):
        return -1
    below = page.texts[i + 2]
    return i if credit.is_byline(below) or credit.are_people(below) or stamp.is_stamp(below) else -1


def _is_of_house(page: Page, i: int) -> bool:
    """Return whether two or three words, all with a capital, stand above the site's own menu: the paper's name."""
    words = page.texts[i].split()
    if not 1 < len(words) <= MAX_KICKER or not all(word[0].isupper() for word in words):
        return False
    return any(
        page.alone[j] is not None and noise.is_site_menu(page.texts[j])
        for j in range(i + 1, min(i + 1 + NEAR, len(page.texts)))
    )


def _find_second_body(page: Page) -> int:
    later = range(page.first_body + 1, len(page.texts))
    return next((i for i in later if page.alone[i] is None and not is_title_like(page.texts[i])), len(page.texts))


def _find_repeated(page: Page) -> Iterator[int]:
    seen: dict[str, int] = {}
    said: set[str] = set()
    for i, text in enumerate(page.texts):
        key = _letters(text)
        if page.alone[i] is not None or len(key) < MIN_REPEATED:
            continue
        parts = frozenset(_letters(part) for part in _PARTS.split(text)) - {""}
        is_said = seen.setdefault(key, i) != i or any(_letters(head) in seen for head in _without_site_name(text))
        is_pulled = len(key) >= MIN_PULLED and is_short(text, MAX_PULLED) and parts <= said
        if is_said or is_pulled:
            yield i
        said |= parts


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _without_site_name(text: str) -> Iterator[str]:
    """Yield what a title may be without the site's name behind it: `Putin i Kina | NRK`."""
    if is_title_like(text):
        for sign in _BEFORE_SITE_NAME:
            head, found, _ = text.partition(sign)
            if found and not is_short(head, MAX_KICKER):
                yield head


def _find_links(page: Page) -> Iterator[int]:
    """Yield the title-like blocks under a heading of links; before text, the last of several is its subheading."""
    for i, text in enumerate(page.texts):
        if page.alone[i] is not Kind.BOILERPLATE:
            continue
        if noise.is_paid_label(text) and i > page.first_body and _is_open_title(page, i + 1):
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
        yield from run[:-1] if goes_on and len(run) > 1 else run


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


def _is_open_title(page: Page, i: int) -> bool:
    return i < len(page.texts) and page.alone[i] is None and is_title_like(page.texts[i])


def _find_headline(page: Page) -> int:
    """Return the title that heads the text, if text follows; else -1.

    It is the first that is no kicker, masthead, name, caption or page's title; where a menu or a section's name stands
    among the titles, the first behind the last of these, as what stands above a menu is the site's.
    """
    titles = [
        i
        for i in range(page.first_body)
        if page.alone[i] is None
        and i < page.last_open
        and i not in page.repeated
        and i not in page.links
        and is_title_like(page.texts[i])
        and not noise.is_section_name(page.texts[i])
        and not is_under_correction_heading(page, i)
    ]
    good = [i for i in titles if _heads(page, i)]
    long = [i for i in good if not is_short(page.texts[i], MAX_KICKER)] or _longest(page, good or titles)
    menu = _find_end_of_menu(page)
    return next((i for i in long if i > menu), long[0] if long else _find_headline_below(page))


def _longest(page: Page, titles: list[int]) -> list[int]:
    """Return of some short titles those with the most words: `Essay` above `Når bygda tømest` is its kicker."""
    most = max((count_words(page.texts[i]) for i in titles), default=0)
    return [i for i in titles if count_words(page.texts[i]) == most]


def _find_headline_below(page: Page) -> int:
    """Return the title right below the lead and above byline or stamp, as some papers set them; else -1."""
    i = page.first_body + 1
    is_above_byline = i + 1 < page.last_open and page.alone[i + 1] in {Kind.CREDIT, Kind.BOILERPLATE}
    if not is_above_byline or not _is_open_title(page, i) or i in page.repeated or i in page.links:
        return -1
    beside = page.texts[i + 1]
    return i if credit.is_byline(beside) or stamp.is_stamp(beside) else -1


def _heads(page: Page, i: int) -> bool:
    text = page.texts[i]
    if furniture.is_masthead(text) or credit.are_people(text):
        return False
    return not precedes_credit(page, i) and not _is_page_title(page, i)


def _find_end_of_menu(page: Page) -> int:
    """Return the last block of the menu at the top: a section's name, or buttons that are none of the article's."""
    return max(
        (
            i
            for i in range(page.first_body)
            if noise.is_section_name(page.texts[i]) or (page.alone[i] is not None and noise.is_site_menu(page.texts[i]))
        ),
        default=-1,
    )


def _is_page_title(page: Page, i: int) -> bool:
    """Return whether a block is a later title with the site's name behind it: `Putin i Kina – NRK Urix`."""
    later = page.texts[i + 1 : i + 1 + NEAR]
    return any(page.texts[i].startswith(f"{title}{sign}") for title in later for sign in _BEFORE_SITE_NAME)
