"""A briefing's own sections as readers see them: headings and dates in the site's words, the rest marked as it is."""

from __future__ import annotations

import re

from briefings import edtf_date
from briefings.markdown_text import escape, unescape
from briefings.sections import KEY_POINTS, STATEMENTS, TIMELINE, split_sections
from briefings.sections_read import DATED, ITEM, SAID_BY, Block, read_blocks
from briefings.site.links import heading
from briefings.site.words import Words, lang_mark

HEADINGS = {KEY_POINTS: "key_points", TIMELINE: "timeline", STATEMENTS: "statements"}
"""A heading in the file → the label it is shown by."""
_LINE = re.compile(r"\r\n|\r|\n")


def body_in_words(body: str, lang: str | None, words: Words) -> str:
    """Return a page's body as Markdown to show; `lang` is the article's language.

    Only the three sections change, and of these headings and dates; each line of the article is followed by one that
    gives it its `lang` attribute. All else that people wrote stays to the letter.
    """
    parts: list[str] = []
    met: set[str] = set()
    for section in split_sections(body):
        name = section.heading or ""
        if name not in HEADINGS:
            parts.append(section.text)
            continue
        lines = _LINE.split(section.text)
        key = HEADINGS[name]
        # An id may stand on a page once; a section that people wrote twice is found by its first.
        lines[0] = f"## {words(key)}" if name in met else heading(key, words)
        met.add(name)
        for block in read_blocks(section.text, 0):
            _mark(block, lines, lang, words, dated=name == TIMELINE)
        parts.append("\n".join(lines))
    return "".join(parts)


def _mark(block: Block, lines: list[str], lang: str | None, words: Words, *, dated: bool) -> None:
    first, last = block.lines[0].number, block.lines[-1].number
    if dated and block.kind == "item":
        lines[first] = _dated(lines[first], words)
    signature = block.kind == "paragraph" and SAID_BY.match(block.text)
    if (block.kind in ("item", "quote") or signature) and (mark := lang_mark(lang)):
        lines[last] += f"\n{mark}"


def _dated(line: str, words: Words) -> str:
    """Return a line of the timeline with its date in words, where it is one."""
    item = ITEM.match(line)
    found = DATED.match(line, item.end()) if item else None
    date = unescape(found[1] or found[2]).strip().rstrip(":") if found else ""
    if not found or not edtf_date.is_valid(date):
        return line
    shown = f"**{escape(words.date(date), at_start=False)}**{lang_mark(words.language)}"
    return f"{line[: found.start()]}{shown} {line[found.end() :]}"
