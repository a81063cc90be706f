"""The small mark behind each fact, and what it opens: the words of the article the fact rests on.

The file says `[¶8](#p8)`. Shown, that is a button that opens a `popover`, which needs no script; browsers without
popovers show a link to the paragraph at the foot of the page instead (`docs/stylesheets/briefing.css`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from briefings.markdown_text import CONTROL
from briefings.site.excerpts import GAP
from briefings.site.words import SOURCE_LANGUAGES, Words, capital

MARK = re.compile(r"\[¶([0-9]{1,6})\]\(#p[0-9]{1,6}\)[ \t]*\Z")
"""A paragraph mark at the end of a line."""
CONTEXT = 300
"""Characters shown before and after cited words, so that a page with many marks on one long paragraph stays small."""


class Sources(Struct, frozen=True):
    """What a page may show of its article."""

    shown: Mapping[int, str]
    """Paragraph number → its words as shown; empty where nothing of the article may be shown, or it is not there."""
    lang: str | None
    """The article's language."""
    words: Words
    whole: bool = False
    """The whole article is shown, not only what is cited."""

    def mark(self, at: int, cited: str, *, anchor: bool = False) -> str:
        """Return what stands behind a fact, as Markdown: a button where the article's words are shown.

        It brings the space before it, for browsers break between any space and a button unless an element holds both.
        `anchor`: links from other pages shall find the paragraph here, since nothing at the foot of the page bears it.
        """
        if at in self.shown:
            note, name = _id(at, self._span(at, cited)), html.escape(self.words("source_mark", n=str(at)))
            return (
                f'<span class="source-at">&nbsp;<button type="button" class="source-mark" popovertarget="{note}" '
                f'aria-label="{name}" lang="{self.words.language}" data-pagefind-ignore>{at}</button>'
                f'<a class="source-link" href="#p{at}" hidden data-pagefind-ignore>¶{at}</a></span>'
            )
        if self.shown:
            return f" [¶{at}](#p{at})"  # the article has no such paragraph, which MkDocs then says
        place = f' id="p{at}"' if anchor else ""
        return (
            f'<span class="source-at"{place}>&nbsp;<span class="source-mark" data-pagefind-ignore>¶{at}</span></span>'
        )

    def excerpts(self) -> str:
        """Return what is shown of the article, paragraph by paragraph, as HTML: for Markdown it may be far too long."""
        return "\n".join(
            f'<p id="p{at}" class="cited"{self._lang}>¶{at} {_html(text)}</p>'
            for at, text in sorted(self.shown.items())
        )

    def notes(self, citations: Iterable[tuple[int, str]]) -> str:
        """Return what the marks open, each once, as HTML for the end of the page."""
        spans = {(at, self._span(at, cited)): len(cited) for at, cited in citations if at in self.shown}
        notes = (self._note(at, span, length) for (at, span), length in spans.items())
        return f'<div class="sources" data-pagefind-ignore>\n{"".join(notes)}</div>' if spans else ""

    def _note(self, at: int, span: tuple[int, int], length: int) -> str:
        note, words = _id(at, span), self.words
        name = html.escape(words("source_words", n=str(at)))
        more, close = html.escape(words("source_more")), html.escape(capital(words("search_close")))
        # It takes the focus, so that it is read out and Escape leads back to the mark.
        return (
            f'<div class="source" id="{note}" popover role="dialog" aria-label="{name}" tabindex="-1" autofocus>'
            f'<p class="source-name">{name}</p>'
            f'<p class="source-words"{self._lang}>{_marked(self.shown[at], span, length)}</p>'
            f'<p class="source-ways"><a href="#p{at}">{more}</a> '
            f'<button type="button" popovertarget="{note}" popovertargetaction="hide">{close}</button></p></div>\n'
        )

    @property
    def _lang(self) -> str:
        return f' lang="{self.lang}"' if self.lang in SOURCE_LANGUAGES else ""

    def _span(self, at: int, cited: str) -> tuple[int, int]:
        """Return where the cited words stand in what is shown; (0, 0) where they are all of it, or not found."""
        text = self.shown[at]
        start = text.find(cited) if cited else -1
        is_part = start >= 0 and len(cited) < len(text.strip(" ….»”"))
        return (start, start + len(cited)) if is_part else (0, 0)


def _id(at: int, span: tuple[int, int]) -> str:
    return f"source-{at}-{span[0]}-{span[1]}" if span[1] else f"source-{at}"


def _marked(text: str, span: tuple[int, int], length: int) -> str:
    """Return a paragraph as HTML with the cited words marked, where more is shown than these; `length` is theirs."""
    start, end = span
    if not end:
        return _html(_beginning(text, max(CONTEXT, length + 2 * len(GAP))))
    before, after = _ending(text[:start], CONTEXT), _beginning(text[end:], CONTEXT)
    return f"{_html(before)}<mark>{_html(text[start:end])}</mark>{_html(after)}"


def _html(text: str) -> str:
    return html.escape(CONTROL.sub("", text))


def _beginning(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _ending(text: str, most: int) -> str:
    return text if len(text) <= most else "… " + text[-most:].split(" ", 1)[-1]
