"""From a seed to an article: every block gets its kind, by the first rule of a list that speaks for it.

The list runs in two rounds. The first looks at a block alone (`noise.py`, `credit.py`, `byline.py`, `caption.py` hold
what it asks); the second, at the blocks the first left open, looks at the neighbours too (`layout.py`). The order is
the meaning: a rule may rely on all above it having said nothing. Last, `headings.py` looks at what the neighbours
turned out to be, and takes back subheadings that head nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from briefings import byline, caption, credit, furniture, noise, only_names, stamp
from briefings.headings import settle_headings
from briefings.headline import with_headline
from briefings.language import document_language, paragraph_language, weigh
from briefings.layout import (
    Page,
    has_capitals_lead,
    is_caption_before_credit,
    is_kicker_with_colon,
    is_open_title,
    is_result,
    is_row,
    is_title_like,
    is_under_correction_heading,
    precedes_credit,
    read_page,
)
from briefings.model import Article, Basis, Kind, Lang, Paragraph, Published, Seed
from briefings.noise_words import ASKED_AGAIN, MAX_LABEL, is_short
from briefings.seed import Block, read_blocks, read_header

MAX_SUBHEADING = 12
"""Words; the longest met has nine, the shortest paragraph without a full stop more."""

MAX_QUESTION = 8
"""Words of a subheading that asks; a longer question is a paragraph."""

MIN_DECK = 5
"""Words from which a line between headline and text is a lead without its full stop."""

MAX_OF_AUTHOR = 25
"""Words that a paper says of an article's author at its end."""

SILENT = frozenset({Kind.CREDIT, Kind.BOILERPLATE})
"""Kinds that name nobody and say nothing."""


def to_article(seed: Seed) -> Article:
    """Return a seed's blocks as typed paragraphs, with the article's language and, where it is stated, its date.

    The sidecar's `published` and `lang` win over the header and the words.
    """
    blocks = read_blocks(seed.text)
    texts = tuple(seed.text[block.start : block.end] for block in blocks)
    kinds = decide_kinds(texts)
    if blocks and _is_header_only(seed.text, blocks[0]):
        kinds = (Kind.BOILERPLATE, *decide_kinds(texts[1:]))
    weights = [weigh(text) if kind not in SILENT else None for text, kind in zip(texts, kinds, strict=True)]
    said = [weight for weight in weights if weight is not None] or [weigh(seed.text)]
    lang = seed.facts.lang or document_language(said)
    paragraphs = tuple(
        _to_paragraph(block, text, kind, paragraph_language(weight, lang) if weight else lang)
        for block, text, kind, weight in zip(blocks, texts, kinds, weights, strict=True)
    )
    return Article(seed, lang, paragraphs, _published(seed))


def decide_kinds(texts: tuple[str, ...]) -> tuple[Kind, ...]:
    """Return the kind of each block of an article, given the words of all, header taken off."""
    return tuple(kind for kind, _ in explain_kinds(texts))


def explain_kinds(texts: tuple[str, ...]) -> tuple[tuple[Kind, str], ...]:
    """Return the kind of each block with the name of the rule that decided it."""
    alone = tuple(_decide_alone(text) for text in texts)
    page = with_headline(
        read_page(tuple(map(_without_signature, texts)), tuple(found[0] if found else None for found in alone))
    )
    decided = settle_headings(page, [found or _decide_among(page, i) for i, found in enumerate(alone)])
    for i, (kind, _) in enumerate(decided):
        if kind is Kind.PARAGRAPH and not is_result(texts[i]):
            decided[i] = (Kind.LEAD, "first paragraph")
            break
    return tuple(decided)


def _without_signature(text: str) -> str:
    tail = credit.find_tail(text)
    return text if tail is None else text[: tail.start].rstrip()


def _is_header_only(text: str, block: Block) -> bool:
    header = read_header(text)
    return header is not None and (block.start, block.end) == (header.start, header.end)


def _to_paragraph(block: Block, text: str, kind: Kind, lang: Lang) -> Paragraph:
    tail = None if kind in SILENT else credit.find_tail(text)
    said_end = block.end if tail is None else block.start + len(text[: tail.start].rstrip())
    return Paragraph(block.n, kind, lang, block.start, block.end, said_end)


def _published(seed: Seed) -> Published | None:
    if seed.facts.published:
        return Published(seed.facts.published, Basis.SIDECAR)
    header = read_header(seed.text)
    if header is None or header.value is None:
        return None
    return Published(header.value, Basis.HEADER, said=seed.text[header.start : header.end], at=1)


# --- round one: a block alone ---------------------------------------------------------------------------------------


def _is_captioned(text: str) -> bool:
    tail = credit.find_tail(text)
    return tail is not None and tail.is_credit


def _is_correction(text: str) -> bool:
    return noise.is_correction(text) and not _is_captioned(text)


def _is_video_caption(text: str) -> bool:
    """Return whether a block says what a video shows: `VIDEO: Her renner skipet på grunn. (Foto: Politiet)`."""
    label, colon, said = text.partition(":")
    if not colon or not caption.is_video_label(label) or furniture.is_labelled_button(text):
        return False
    tail = credit.find_tail(said)
    return caption.tells_of_video(said if tail is None else said[: tail.start])


ALONE: tuple[tuple[str, Kind, Callable[[str], bool]], ...] = (
    ("correction", Kind.CORRECTION, _is_correction),
    ("caption of a video", Kind.CAPTION, _is_video_caption),
    ("caption in brackets", Kind.CAPTION, caption.is_bracketed),
    ("photo credit", Kind.CREDIT, credit.is_photo_credit),
    ("byline", Kind.CREDIT, byline.is_byline),
    ("reference", Kind.CREDIT, credit.is_reference),
    ("page furniture", Kind.BOILERPLATE, noise.is_boilerplate),
    ("credit at its end", Kind.CAPTION, _is_captioned),
)
"""Name, kind and test of each rule that needs no neighbours. Credits first: `Video: Ola Nordmann` is one, no link."""


@lru_cache(maxsize=ASKED_AGAIN)
def _decide_alone(text: str) -> tuple[Kind, str] | None:
    return next(((kind, name) for name, kind, test in ALONE if test(text)), None)


# --- round two: a block among others --------------------------------------------------------------------------------


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
    return page.headline < i < page.first_body and page.alone[i + 1] is Kind.BOILERPLATE


def _is_among_credits(page: Page, i: int) -> bool:
    """Return whether names are in capitals, or right below a credit, as a subheading never is."""
    return page.texts[i].isupper() or page.alone[i - 1] is Kind.CREDIT


def _is_authors_job(page: Page, i: int) -> bool:
    return i < page.second_body and i != page.headline and byline.is_role(page.texts[i])


def _is_told_of_author(page: Page, i: int) -> bool:
    """Return whether a line says who somebody is whom a byline names: `Kari Moe er redaktør i bladet`."""
    name, found, _ = page.texts[i][:MAX_LABEL].partition(" er ")
    if not found or i <= page.second_body or not only_names.is_name(name) or not is_short(page.texts[i], MAX_OF_AUTHOR):
        return False
    return any(
        page.texts[j] == name
        or (page.alone[j] is Kind.CREDIT and byline.is_byline(page.texts[j]) and name in page.texts[j])
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
    return page.alone[i + 1] is Kind.BOILERPLATE and furniture.asks_to_act(page.texts[i + 1])


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
    is_above_caption = page.alone[i + 1] is Kind.CAPTION or (
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


def _decide_among(page: Page, i: int) -> tuple[Kind, str]:
    return next((kind, name) for name, kind, test in AMONG if test(page, i))
