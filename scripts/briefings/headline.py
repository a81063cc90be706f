"""Which block is the article's headline: no kicker, no masthead, no name of a section or a person."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefings import byline, furniture, noise, only_names, stamp
from briefings.layout import (
    BEFORE_SITE_NAME,
    MAX_KICKER,
    NEAR,
    Page,
    find_second_body,
    is_open_title,
    is_result,
    is_title_like,
    is_under_correction_heading,
    precedes_credit,
)
from briefings.model import Kind
from briefings.noise_words import count_words, is_short

MAX_POINTED = 16
"""Words of a headline that is two sentences, full stops and all."""

SENTENCES = 2

_SENTENCE = re.compile(r"[.!?](?=\s|$)")


def with_headline(page: Page) -> Page:
    """Return the page with its headline; the text begins below one that has full stops."""
    pointed = _find_pointed_headline(page)
    if pointed < 0:
        return replace(page, headline=_find_headline(page))
    page = replace(page, headline=pointed, first_body=pointed + 1)
    return replace(page, second_body=find_second_body(page))


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


def _find_pointed_headline(page: Page) -> int:
    """Return the headline of two sentences, full stops and all, above deck and byline or stamp; else -1."""
    i = page.first_body
    if i + 2 > page.last_open or page.alone[i + 1] is not None:
        return -1
    head, deck = page.texts[i], page.texts[i + 1]
    is_headless = not any(is_open_title(page, j) and not is_short(page.texts[j], MAX_KICKER) for j in range(i))
    is_pointed = head.endswith(".") and len(_SENTENCE.findall(head)) == SENTENCES and is_short(head, MAX_POINTED)
    if not (is_headless and is_pointed and count_words(deck) > count_words(head)) or noise.is_speech(head):
        return -1
    below = page.texts[i + 2]
    return i if byline.is_byline(below) or only_names.are_people(below) or stamp.is_stamp(below) else -1


def _longest(page: Page, titles: list[int]) -> list[int]:
    """Return of some short titles those with the most words: `Essay` above `Når bygda tømest` is its kicker."""
    most = max((count_words(page.texts[i]) for i in titles), default=0)
    return [i for i in titles if count_words(page.texts[i]) == most]


def _find_headline_below(page: Page) -> int:
    """Return the title right below the lead and above byline or stamp, as some papers set them; else -1."""
    i = page.first_body + 1
    is_above_byline = i + 1 < page.last_open and page.alone[i + 1] in {Kind.CREDIT, Kind.BOILERPLATE}
    if not is_above_byline or not is_open_title(page, i) or i in page.repeated or i in page.links:
        return -1
    beside = page.texts[i + 1]
    return i if byline.is_byline(beside) or stamp.is_stamp(beside) else -1


def _heads(page: Page, i: int) -> bool:
    text = page.texts[i]
    if furniture.is_masthead(text) or only_names.are_people(text) or is_result(text):
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
    return any(page.texts[i].startswith(f"{title}{sign}") for title in later for sign in BEFORE_SITE_NAME)
