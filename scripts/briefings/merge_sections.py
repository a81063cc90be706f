"""Merge the bodies of pages section by section."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from briefings.merge_values import MISSING, How, Merged, Outcome, Three, weave
from briefings.sections import Section
from briefings.yaml_tree import LINE_END

PREAMBLE = "text before the first section"
"""What the part of a body without a heading is called."""


class _Chunk(Struct, frozen=True):
    """A stretch of the merged body."""

    text: str
    is_page: bool
    """Whether it stands in the page to the letter."""


def merge_sections(bodies: Three, how: How, line_end: str, only: str | None = None) -> Merged:
    """Merge three bodies, each split into sections; an outcome's `at` is the line of the page's file.

    Sections compare without regard to line ends and to blank lines after them. New ones stand after the one before them
    in the new offer, all others where the page has them. `only`: the case-folded heading of the one section to merge.
    """
    named = bodies.each(lambda sections: dict(zip(_names(sections), sections, strict=True)))
    chunks: list[_Chunk] = []
    outcomes: list[Outcome] = []
    line = bodies.page[0].line
    for name in weave(named.page, [*named.offered, *named.new], list(named.new)):
        section = named.part(name)
        compared = section.each(lambda each: comparable(each.text))
        chosen = only is None or (name[0] or "").casefold() == only
        choice, verdict = how.decide_on((name_of(name[0]),), compared) if chosen else ("page", None)
        line = line if section.page is MISSING else section.page.line
        if verdict:
            page, new = (None if each is MISSING else each.text for each in (section.page, section.new))
            outcomes.append(Outcome(verdict, (name_of(name[0]),), (line,), page, new))
        if choice == "page" or compared.page == compared.new:
            if section.page is not MISSING:
                chunks.append(_Chunk(section.page.text, is_page=True))
        elif section.new is not MISSING:
            after = "" if section.page is MISSING else _end_of(section.page.text)
            chunks.append(_Chunk(with_line_ends(compared.new, line_end) + after, is_page=False))
    return Merged(_joined(chunks, line_end), tuple(outcomes))


def name_of(heading: str | None) -> str:
    """Return what a section is called in reports."""
    return PREAMBLE if heading is None else f"## {heading}"


def comparable(text: str) -> str:
    """Return a section's text as sections compare: LF line ends, nothing blank after it."""
    return LINE_END.sub("\n", text).rstrip()


def with_line_ends(text: str, line_end: str) -> str:
    """Return a text with all its line ends the given one."""
    return LINE_END.sub(lambda _: line_end, text)


def _end_of(text: str) -> str:
    """Return the blank end of a text, its last line end included."""
    return text[len(text.rstrip()) :]


def _names(sections: Sequence[Section]) -> list[tuple[str | None, int]]:
    """Return the headings, numbered where two are the same."""
    headings = [section.heading for section in sections]
    return [(heading, headings[:at].count(heading)) for at, heading in enumerate(headings)]


def _joined(chunks: Sequence[_Chunk], line_end: str) -> str:
    """Return the body; where something new meets something else there is a blank line between."""
    parts: list[str] = []
    for at, chunk in enumerate(chunks):
        text = chunk.text
        if not chunk.is_page and text.strip() and not _end_of(text):
            text += line_end
        following = next((each for each in chunks[at + 1 :] if each.text), None)
        if following and text.strip() and not (chunk.is_page and following.is_page):
            lines = len(LINE_END.findall(_end_of(text)))
            text += line_end * (2 - lines)
        parts.append(text)
    return "".join(parts)
