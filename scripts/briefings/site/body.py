"""A briefing's own sections as readers see them: headings and dates in the site's words, the rest marked as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefings import edtf_date
from briefings.markdown_text import escape, unescape
from briefings.sections import KEY_POINTS, STATEMENTS, TIMELINE, split_sections
from briefings.sections_read import (
    DATED,
    ITEM,
    SAID_BY,
    Block,
    read_blocks,
    read_sections,
    speaker_end,
)
from briefings.site.links import heading
from briefings.site.sources import MARK, Sources
from briefings.site.words import Words, lang_mark

HEADINGS = {KEY_POINTS: "key_points", TIMELINE: "timeline", STATEMENTS: "statements"}
"""A heading in the file → the label it is shown by."""
_LINE = re.compile(r"\r\n|\r|\n")
_NOT_PROSE = re.compile(r"\s*(?:>|[-*+]\s|[0-9]+[.)]\s|#|```|~~~|<|\Z)")
"""A line of a quote that makes it more than words on one line."""


def body_in_words(body: str, lang: str | None, words: Words, sources: Sources | None = None) -> str:
    """Return a page's body as Markdown to show; `lang` is the article's language.

    Only the three sections change: headings and dates are in the site's words, paragraph marks open their source,
    statements stand one a line, who says it first; each line of the article is followed by one that gives it its
    `lang` attribute. All else that people wrote stays to the letter.
    """
    parts: list[str] = []
    met: set[str] = set()
    anchors: set[int] = set()
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
        blocks = read_blocks(section.text, 0)
        marks = _marks(blocks, _cited(section.text), sources, anchors)
        if name == STATEMENTS and all(map(_is_statement_or_prose, blocks)):
            parts.append("\n".join([lines[0], *_statements(blocks, marks, lang), "", ""]))
            continue
        for block in blocks:
            _mark(block, lines, lang, marks, words if name == TIMELINE else None)
        parts.append("\n".join(lines))
    return "".join(parts)


def _cited(text: str) -> dict[int, str]:
    """Return the words of the article that a section's entries cite, by the line each begins on."""
    return {entry.line: entry.words.text for entry in read_sections(text, 0).entries}


def _marks(
    blocks: Iterable[Block], cited: Mapping[int, str], sources: Sources | None, anchors: set[int]
) -> dict[int, str]:
    """Return what each block's paragraph mark becomes, by the block's first line; `anchors` are those given so far."""
    marks: dict[int, str] = {}
    meant = ""
    for block in blocks:
        first = block.lines[0].number
        meant = cited.get(first, meant)  # a quote's mark stands in the paragraph below it
        found = MARK.search(block.text, max(block.text.rfind("[¶"), 0))
        if found and sources is not None:
            at = int(found[1])
            marks[first] = sources.mark(at, meant, anchor=at not in anchors)
            anchors.add(at)
    return marks


def _mark(block: Block, lines: list[str], lang: str | None, marks: Mapping[int, str], dated_in: Words | None) -> None:
    """Change a block's lines in place; `dated_in` says dates, where the section has them."""
    first, last = block.lines[0].number, block.lines[-1].number
    kind = ""
    if dated_in and block.kind == "item" and (shown := _dated(lines[first], dated_in)):
        lines[first], kind = shown, ".dated"
    if first in marks:
        lines[last] = _with_mark(lines[last], marks[first])
    signature = block.kind == "paragraph" and SAID_BY.match(block.text)
    if (block.kind in ("item", "quote") or signature) and (mark := lang_mark(lang, *filter(None, [kind]))):
        lines[last] += f"\n{mark}"


def _with_mark(line: str, mark: str) -> str:
    tail = line.rfind("[¶")
    return line[:tail].rstrip() + mark if tail >= 0 and MARK.match(line, tail) else line


def _dated(line: str, words: Words) -> str:
    """Return a line of the timeline with its date in words; empty where it has none."""
    item = ITEM.match(line)
    found = DATED.match(line, item.end()) if item else None
    date = unescape(found[1] or found[2]).strip().rstrip(":") if found else ""
    if not found or not edtf_date.is_valid(date):
        return ""
    shown = f"**{escape(words.date(date), at_start=False)}**{lang_mark(words.language, '.when')}"
    return f"{line[: found.start()]}{shown} {line[found.end() :]}"


# --- statements: one a line, who says it first ----------------------------------------------------------------------


def _is_statement_or_prose(block: Block) -> bool:
    if block.kind == "quote":
        return not any(_NOT_PROSE.match(line.text.lstrip(" ")[1:]) for line in block.lines)
    return block.kind in ("item", "paragraph")


def _statements(blocks: Sequence[Block], marks: Mapping[int, str], lang: str | None) -> Iterator[str]:
    """Yield the section's lines; where one says several things on end, all but the first are told to be his `again`."""
    last: str | None = None
    was_said = False
    for who, said in _said(blocks, marks):
        if who is None:
            yield f"\n{said}"
        else:
            kind = "who again" if who and who == last else "who"
            head = f'<span class="{kind}">{who}:</span> ' if who else ""
            yield f"{'' if was_said else _BLANK}- {head}{said}\n{lang_mark(lang, '.said')}"
        last, was_said = who, who is not None


_BLANK = "\n"


def _said(blocks: Sequence[Block], marks: Mapping[int, str]) -> Iterator[tuple[str | None, str]]:
    """Yield (who says it, what) of each statement, as Markdown; (None, text) of what people wrote between them."""
    done = -1
    for number, block in enumerate(blocks):
        if number <= done:
            continue
        text, mark = _apart(block, marks)
        if block.kind == "item":
            end = speaker_end(text)
            who, said = (text[:end], text[end + 2 :].strip()) if end >= 0 else ("", text)
            yield who, said + mark
        elif block.kind == "quote":
            who = ""
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            if after and after.kind == "paragraph" and SAID_BY.match(after.text):
                signature, signed = _apart(after, marks)
                who = SAID_BY.sub("", signature, count=1).strip()
                mark = signed or mark
                done = number + 1
            yield who, f"<q>{text}</q>{mark}"
        else:
            yield None, "\n".join(line.text for line in block.lines)


def _apart(block: Block, marks: Mapping[int, str]) -> tuple[str, str]:
    """Return a block's text without its paragraph mark, and the mark as shown; as it stands where it stays."""
    found = MARK.search(block.text, max(block.text.rfind("[¶"), 0))
    if not found:
        return block.text, ""
    return block.text[: found.start()].rstrip(), marks.get(block.lines[0].number, f" {found[0]}")
