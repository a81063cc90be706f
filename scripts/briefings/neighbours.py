"""What a block is among its neighbours: the rules of the second round, for blocks that their own words left open.

The order of `AMONG` is the meaning: a rule may rely on all above it having said nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from briefings import byline, caption, furniture, noise, only_names, stamp
from briefings.layout import (
    Page,
    has_capitals_lead,
    is_caption_before_credit,
    is_kicker_with_colon,
    is_open_title,
    is_row,
    is_title_like,
    is_under_correction_heading,
    precedes_credit,
)
from briefings.model import Kind
from briefings.noise_words import MAX_LABEL, is_short

_BOILERPLATE, _CREDIT, _CAPTION = Kind.BOILERPLATE, Kind.CREDIT, Kind.CAPTION

MAX_SUBHEADING = 12
"""Words; the longest met has nine, the shortest paragraph without a full stop more."""

MAX_QUESTION = 8
"""Words of a subheading that asks; a longer question is a paragraph."""

MIN_DECK = 5
"""Words from which a line between headline and text is a lead without its full stop."""

MAX_OF_AUTHOR = 25
"""Words that a paper says of an article's author at its end."""


def _is_repetition(page: Page, i: int) -> bool:
    return i in page.repeated


def _is_link(page: Page, i: int) -> bool:
    return i in page.links


def _is_menu(page: Page, i: int) -> bool:
    return i < page.first_body and i != page.headline and noise.is_section_name(page.texts[i])


def _is_title_above(page: Page, i: int) -> bool:
    """Return whether a block above the headline is a kicker, or the page's title in another form."""
    is_title = is_title_like(page.texts[i]) or is_kicker_with_colon(page, i)
    return i < min(page.headline, page.first_body) and is_title and not precedes_credit(page, i)


def _is_author(page: Page, i: int) -> bool:
    """Return whether a block is names, near headline and lead or beside a journalist's job, address or timestamp."""
    if i == page.headline:
        return False
    if (i < page.second_body or _is_among_credits(page, i)) and only_names.are_people(page.texts[i]):
        return True
    if i - 1 in page.repeated and only_names.is_described_person(page.texts[i]):
        return True
    if not only_names.is_name(page.texts[i]) or i + 1 >= len(page.texts):
        return False
    below = page.texts[i + 1]
    if byline.is_role(below) or byline.is_mail_address(below):
        return True
    if page.headline < i < page.second_body and (byline.is_byline(below) or stamp.is_stamp(below)):
        return True
    return page.headline < i < page.first_body and page.alone[i + 1] is _BOILERPLATE


def _is_among_credits(page: Page, i: int) -> bool:
    """Return whether names are in capitals, or right below a credit, as a subheading never is."""
    return page.texts[i].isupper() or page.alone[i - 1] is _CREDIT


def _is_authors_job(page: Page, i: int) -> bool:
    return i < page.second_body and i != page.headline and byline.is_role(page.texts[i])


def _is_told_of_author(page: Page, i: int) -> bool:
    """Return whether a line says who somebody is whom a byline names: `Kari Moe er redaktør i bladet`."""
    name, found, _ = page.texts[i][:MAX_LABEL].partition(" er ")
    if not found or i <= page.second_body or not only_names.is_name(name) or not is_short(page.texts[i], MAX_OF_AUTHOR):
        return False
    return any(
        page.texts[j] == name
        or (page.alone[j] is _CREDIT and byline.is_byline(page.texts[j]) and name in page.texts[j])
        for j in range(page.second_body)
        if j != page.headline
    )


def _is_teaser(page: Page, i: int) -> bool:
    return i > page.headline and furniture.is_labelled_teaser(page.texts[i])


def _is_bare_label(page: Page, i: int) -> bool:
    """Return whether a link's label stands alone, its link lost: `Bakgrunn:` above another title."""
    return i > page.headline and furniture.is_bare_label(page.texts[i]) and is_open_title(page, i + 1)


def _is_offer(page: Page, i: int) -> bool:
    """Return whether a line asks the reader what the button below gives: `Vil du ha flere nyheter?`."""
    text = page.texts[i]
    if i + 1 >= len(page.texts) or not text.endswith("?") or not furniture.asks_reader(text):
        return False
    return page.alone[i + 1] is _BOILERPLATE and furniture.asks_to_act(page.texts[i + 1])


def _is_among_bylines(page: Page, i: int) -> bool:
    """Return whether a line stands between headline and text, too short for a lead, or beside byline or stamp there."""
    if (
        not 0 <= page.headline < i < page.second_body
        or not is_title_like(page.texts[i])
        or noise.is_speech(page.texts[i])
    ):
        return False
    if i < page.first_body:
        return is_short(page.texts[i], MIN_DECK - 1)
    above, below = page.texts[i - 1], page.texts[i + 1] if i + 1 < len(page.texts) else ""
    return any(byline.is_byline(line) or stamp.is_stamp(line) for line in (above, below)) or byline.is_role(above)


def _is_headline(page: Page, i: int) -> bool:
    return i == page.headline


def _is_description(page: Page, i: int) -> bool:
    """Return whether a block describes the picture whose caption follows."""
    if i + 1 >= len(page.texts):
        return False
    is_above_caption = page.alone[i + 1] is _CAPTION or (
        page.alone[i + 1] is None and (is_caption_before_credit(page, i + 1) or has_capitals_lead(page, i + 1))
    )
    return is_above_caption and caption.describes_picture(page.texts[i])


def _is_subheading(page: Page, i: int) -> bool:
    """Return whether a block heads what follows: short, one line, no full stop, text before it and after."""
    text = page.texts[i]
    if i < page.first_body:
        return False
    if noise.is_recap(text) or noise.opens_interview(text):
        return i < page.last_open
    if noise.announces(text):
        below = page.texts[i + 1] if i < page.last_open else ""
        return bool(below) and not noise.is_speech(below) and not is_title_like(below)
    inner = text.lstrip("•·* ").strip("«»“”\"'")
    if i >= page.last_open or not is_title_like(inner) or (text[:1] in "•·*" and not _is_answered_below(page, i)):
        return False
    if (noise.is_speech(text) and noise.has_speech_tag(text)) or only_names.is_described_person(text):
        return False
    if inner.endswith("?"):
        return is_short(inner, MAX_QUESTION)
    return not inner.endswith("!") and is_short(inner, MAX_SUBHEADING) and inner[:1] != "-"


def _is_answered_below(page: Page, i: int) -> bool:
    """Return whether a line asks what the text right below answers: `* Hvorfor nå?`."""
    return page.texts[i].endswith("?") and page.alone[i + 1] is None and not is_title_like(page.texts[i + 1])


def _is_row(page: Page, i: int) -> bool:
    return i > page.first_body and is_row(page, i)


def _is_quote(page: Page, i: int) -> bool:
    return noise.is_speech(page.texts[i])


def _is_anything(_page: Page, _i: int) -> bool:
    return True


AMONG: tuple[tuple[str, Kind, Callable[[Page, int], bool]], ...] = (
    ("said before", Kind.BOILERPLATE, _is_repetition),
    ("link to another article", Kind.BOILERPLATE, _is_link),
    ("section of the site", Kind.BOILERPLATE, _is_menu),
    ("above the headline", Kind.BOILERPLATE, _is_title_above),
    ("author", Kind.CREDIT, _is_author),
    ("author's job", Kind.CREDIT, _is_authors_job),
    ("of its author", Kind.CREDIT, _is_told_of_author),
    ("labelled link", Kind.BOILERPLATE, _is_teaser),
    ("label of a link", Kind.BOILERPLATE, _is_bare_label),
    ("offer", Kind.BOILERPLATE, _is_offer),
    ("under a correction's heading", Kind.CORRECTION, is_under_correction_heading),
    ("headline", Kind.HEADLINE, _is_headline),
    ("among bylines", Kind.BOILERPLATE, _is_among_bylines),
    ("capitals and colon", Kind.CAPTION, has_capitals_lead),
    ("above a photo credit", Kind.CAPTION, is_caption_before_credit),
    ("picture description", Kind.CAPTION, _is_description),
    ("row of a table", Kind.PARAGRAPH, _is_row),
    ("heads what follows", Kind.SUBHEADING, _is_subheading),
    ("direct speech", Kind.QUOTE, _is_quote),
    ("running text", Kind.PARAGRAPH, _is_anything),
)
"""Name, kind and test of each rule that looks at the neighbours; the last always holds."""


def decide_among(page: Page, i: int) -> tuple[Kind, str]:
    """Return the kind of a block that its own words left open, with the name of the rule that decided it."""
    return next((kind, name) for name, kind, test in AMONG if test(page, i))
