"""From a seed to an article: every block gets its kind, by the first rule of a list that speaks for it.

The list runs in two rounds. The first looks at a block alone (`noise.py`, `credit.py`, `byline.py`, `caption.py` hold
what it asks); the second, at the blocks the first left open, looks at the neighbours too (`neighbours.py`). The order
is the meaning: a rule may rely on all above it having said nothing. Last, `headings.py` looks at what the neighbours
turned out to be, and takes back subheadings that head nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from briefings import byline, caption, credit, furniture, noise
from briefings.headings import settle_headings
from briefings.headline import with_headline
from briefings.language import document_language, paragraph_language, weigh
from briefings.layout import is_result, read_page
from briefings.model import Article, Basis, Kind, Lang, Paragraph, Published, Seed
from briefings.neighbours import decide_among
from briefings.noise_words import ASKED_AGAIN
from briefings.seed import Block, read_blocks, read_header

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
    decided = settle_headings(page, [found or decide_among(page, i) for i, found in enumerate(alone)])
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


def _is_labelled_caption(text: str) -> bool:
    """Return whether a block says behind a label what is shown: `VIDEO: Her går skipet på grunn. (Foto: Politiet)`."""
    label, colon, said = text.partition(":")
    if not colon or not caption.is_picture_label(label) or furniture.is_labelled_button(text):
        return False
    tail = credit.find_tail(said)
    return caption.tells_of_picture(said if tail is None else said[: tail.start])


ALONE: tuple[tuple[str, Kind, Callable[[str], bool]], ...] = (
    ("correction", Kind.CORRECTION, _is_correction),
    ("labelled caption", Kind.CAPTION, _is_labelled_caption),
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
