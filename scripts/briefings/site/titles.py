"""A briefing's title and bottom line as the site shows them: in its own language, where people translated them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from briefings.library_cards import BriefingCard
from briefings.markdown_text import escape
from briefings.page import Translation
from briefings.site.words import Words, lang_mark


class Shown(Struct, frozen=True):
    """A text of a briefing as the site shows it."""

    text: str
    lang: str | None
    """The text's language, as the page gives it; None where it is the site's own, or the page gives none."""
    original: str | None = None
    """The article's own words; None where `text` is these already."""
    original_lang: str | None = None


def title_of(card: BriefingCard, words: Words) -> Shown:
    """Return a briefing's title: the translation into the site's language, where there is one."""
    return _shown(card, card.title, words, lambda translation: translation.title)


def summary_of(card: BriefingCard, words: Words) -> Shown | None:
    """Return a briefing's bottom line in the same way; None where it has none in any language we could show."""
    found = _shown(card, card.summary or "", words, lambda translation: translation.summary)
    return found if found.text else None


def original(shown: Shown, kind: str = "original") -> str:
    """Return the original of a text as a paragraph of Markdown of its own; empty where the text is the original."""
    if not shown.original:
        return ""
    return f"{escape(shown.original)}\n{lang_mark(shown.original_lang, f'.{kind}')}"


def _shown(card: BriefingCard, text: str, words: Words, part: Callable[[Translation], str | None]) -> Shown:
    translated = next((part(entry) for lang, entry in card.translations if lang == words.language), None)
    if not translated or card.lang == words.language:
        return Shown(text, card.lang)
    return Shown(translated, None, text or None, card.lang)
