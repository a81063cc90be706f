"""The small mark behind each fact, and what it opens: the words of the article the fact rests on.

The file says `[¶8](#p8)`. Shown, that is a button that opens a `popover`, which needs no script; browsers without
popovers show a link to the paragraph at the foot of the page instead (`docs/stylesheets/briefing.css`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefings.markdown_text import CONTROL
from briefings.site.excerpts import GAP
from briefings.site.words import SOURCE_LANGUAGES, Words, capital

MARK = re.compile(r"\[¶([0-9]{1,6})\]\(#p[0-9]{1,6}\)[ \t]*\Z")
"""A paragraph mark at the end of a line."""
CONTEXT = 300
"""Characters shown before and after cited words, so that a page with many marks on one long paragraph stays small."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a page may show of its article."""

    shown: Mapping[int, str] = field(hash=False)
    """Paragraph number → its words as shown; empty where nothing of the article may be shown, or it is not there."""
    lang: str | None
    """The article's language."""
    words: Words
    whole: bool = False
    """The whole article is shown, not only what is cited."""

    def mark(self, at: int, cited: str, *, anchor: bool = False) -> str:
        """Return what stands behind a fact, as Markdown: a button where the article's words are shown.

        `anchor`: links from other pages shall find the paragraph here, since nothing at the foot of the page bears it.
        """
        if at in self.shown:
            name = html.escape(self.words("source_mark", n=str(at)))
            return (
                f'<button type="button" class="source-mark" popovertarget="{self._id(at, cited)}" aria-label="{name}" '
                f'lang="{self.words.language}" data-pagefind-ignore>{at}</button>'
                f'<a class="source-link" href="#p{at}" hidden data-pagefind-ignore>¶{at}</a>'
            )
        if self.shown:
            return f"[¶{at}](#p{at})"  # the article has no such paragraph, which MkDocs then says
        place = f' id="p{at}"' if anchor else ""
        return f'<span class="source-mark"{place} data-pagefind-ignore>¶{at}</span>'

    def notes(self, citations: Iterable[tuple[int, str]]) -> str:
        """Return what the marks open, each once, as HTML for the end of the page."""
        notes = {self._id(at, cited): self._note(at, cited) for at, cited in citations if at in self.shown}
        return f'<div class="sources" data-pagefind-ignore>\n{"".join(notes.values())}</div>' if notes else ""

    def _note(self, at: int, cited: str) -> str:
        note, words = self._id(at, cited), self.words
        lang = f' lang="{self.lang}"' if self.lang in SOURCE_LANGUAGES else ""
        name = html.escape(words("source_words", n=str(at)))
        more, close = html.escape(words("source_more")), html.escape(capital(words("search_close")))
        # It takes the focus, so that it is read out and Escape leads back to the mark.
        return (
            f'<div class="source" id="{note}" popover role="dialog" aria-label="{name}" tabindex="-1" autofocus>'
            f'<p class="source-name">{name}</p><p class="source-words"{lang}>{self._marked(at, cited)}</p>'
            f'<p class="source-ways"><a href="#p{at}">{more}</a> '
            f'<button type="button" popovertarget="{note}" popovertargetaction="hide">{close}</button></p></div>\n'
        )

    def _marked(self, at: int, cited: str) -> str:
        """Return a paragraph as HTML with the cited words marked, where more is shown than these."""
        text = self.shown[at]
        start, end = self._span(at, cited)
        if not end:
            return _html(_beginning(text, max(CONTEXT, len(cited) + 2 * len(GAP))))
        before, after = _ending(text[:start], CONTEXT), _beginning(text[end:], CONTEXT)
        return f"{_html(before)}<mark>{_html(text[start:end])}</mark>{_html(after)}"

    def _id(self, at: int, cited: str) -> str:
        start, end = self._span(at, cited)
        return f"source-{at}-{start}-{end}" if end else f"source-{at}"

    def _span(self, at: int, cited: str) -> tuple[int, int]:
        """Return where the cited words stand in what is shown; (0, 0) where they are all of it, or not found."""
        text = self.shown[at]
        start = text.find(cited) if cited else -1
        is_part = start >= 0 and len(cited) < len(text.strip(" ….»”"))
        return (start, start + len(cited)) if is_part else (0, 0)


def _html(text: str) -> str:
    return html.escape(CONTROL.sub("", text))


def _beginning(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _ending(text: str, most: int) -> str:
    return text if len(text) <= most else "… " + text[-most:].split(" ", 1)[-1]
