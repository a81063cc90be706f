"""Read key points, timeline and statements back from a page, whatever else people wrote among them.

The format is described in `sections`. Nothing is lost: a line that does not fit comes back as an unread one, with its
number in the file, for `briefings check` to show. A list item or quote may run over several lines, the paragraph mark
may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from briefings.markdown_text import unescape
from briefings.model import StatementKind
from briefings.page_values import Run
from briefings.sections import KEY_POINTS, STATEMENTS, TIMELINE, is_one_fragment, merged, split_sections

_Entry = TypeVar("_Entry")


class Line(Struct, frozen=True):
    """A line that could not be read."""

    number: int
    """In the file, from 1."""
    text: str


class Words(Struct, frozen=True):
    """Words of a page: as text, as Markdown, and with the actors they link to."""

    runs: tuple[Run, ...]
    """Links to actors' pages as runs with the actor's id; what other markup people used is left in the text."""
    markdown: str

    @property
    def text(self) -> str:
        """The words without links."""
        return "".join(run.text for run in self.runs)

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of the actors linked to, in order, each once."""
        return tuple(dict.fromkeys(run.actor for run in self.runs if run.actor is not None))


class KeyPoint(Struct, frozen=True):
    """A line of `## Key points`."""

    words: Words
    at: int | None
    """The paragraph it cites; None where a person gave none."""
    line: int
    """Its first line in the file, from 1."""


class TimelineEntry(Struct, frozen=True):
    """A line of `## Timeline`."""

    date: str
    """As written: EDTF, if the person kept to it."""
    words: Words
    at: int | None
    line: int


class StatementEntry(Struct, frozen=True):
    """A quote or claim of `## Statements`."""

    kind: StatementKind
    speaker: Run | None
    """Who said it, with the actor's id where it is linked; None where nobody is named."""
    via: tuple[Run, ...]
    words: Words
    at: int | None
    line: int


Entry = KeyPoint | TimelineEntry | StatementEntry
"""A line of one of the three sections."""


class Read(Struct, Generic[_Entry], frozen=True):
    """What a section says, and what of it could not be read."""

    entries: tuple[_Entry, ...]
    unread: tuple[Line, ...] = ()


class Sections(Struct, frozen=True):
    """What the three sections of a page say; a section that stands there twice counts twice."""

    key_points: tuple[KeyPoint, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    statements: tuple[StatementEntry, ...] = ()
    unread: tuple[Line, ...] = ()
    """Lines of these sections that could not be read."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that was read, section by section."""
        return (*self.key_points, *self.timeline, *self.statements)


class Block(Struct, frozen=True):
    """A list item, a blockquote or a paragraph, its lines joined."""

    kind: str
    """`item`, `quote`, `paragraph` or `other`."""
    text: str
    lines: tuple[Line, ...]


ITEM = re.compile(r"[-*+][ \t]+(?=\S)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_ANY_ITEM_OR_HEADING = re.compile(r"[ \t]*(?:[-*+][ \t]|[0-9]+[.)][ \t]|#|```|~~~|<)")
_MARK = re.compile(r"[ \t]*\[¶([0-9]{1,6})\]\(#p[0-9]{1,6}\)\Z")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.){0,200}+)\]\(([^()\s]{0,200}+)\)")
"""A link; the bound keeps a line of nothing but brackets from being read over and over."""
_ACTOR = re.compile(r"(?:\.\./|\./|/)?actors/([^/#?\s]+?)(?:\.md|/)?(?:#.*)?")
DATED = re.compile(r"\*\*([^*]{1,80})\*\*:?[ \t]+(?=\S)|__([^_]{1,80})__:?[ \t]+(?=\S)")
SAID_BY = re.compile(r"[—–―]|--")


def read_sections(body: str, line: int = 1) -> Sections:
    """Read a page's body, which begins on `line` of its file."""
    key_points: list[KeyPoint] = []
    timeline: list[TimelineEntry] = []
    statements: list[StatementEntry] = []
    unread: list[Line] = []
    for section in split_sections(body, line):
        if section.heading == KEY_POINTS:
            points = read_key_points(section.text, section.line)
            key_points += points.entries
            unread += points.unread
        elif section.heading == TIMELINE:
            dated = read_timeline(section.text, section.line)
            timeline += dated.entries
            unread += dated.unread
        elif section.heading == STATEMENTS:
            said = read_statements(section.text, section.line)
            statements += said.entries
            unread += said.unread
    return Sections(tuple(key_points), tuple(timeline), tuple(statements), tuple(unread))


def read_key_points(text: str, line: int) -> Read[KeyPoint]:
    """Read the section `text`, whose heading stands on `line` of the file."""
    entries: list[KeyPoint] = []
    unread: list[Line] = []
    for block in read_blocks(text, line):
        content, at = _without_mark(block.text)
        if block.kind == "item" and content:
            entries.append(KeyPoint(_words(content), at, block.lines[0].number))
        else:
            unread += block.lines
    return Read(tuple(entries), tuple(unread))


def read_timeline(text: str, line: int) -> Read[TimelineEntry]:
    """Read the section `text`, whose heading stands on `line` of the file."""
    entries: list[TimelineEntry] = []
    unread: list[Line] = []
    for block in read_blocks(text, line):
        content, at = _without_mark(block.text)
        found = DATED.match(content)
        if block.kind == "item" and found:
            date = unescape(found[1] or found[2]).strip().rstrip(":")
            entries.append(TimelineEntry(date, _words(content[found.end() :]), at, block.lines[0].number))
        else:
            unread += block.lines
    return Read(tuple(entries), tuple(unread))


def read_statements(text: str, line: int) -> Read[StatementEntry]:
    """Read the section `text`, whose heading stands on `line` of the file."""
    entries: list[StatementEntry] = []
    unread: list[Line] = []
    blocks = read_blocks(text, line)
    done = -1
    for number, block in enumerate(blocks):
        if number <= done:
            continue
        if block.kind == "quote" and block.text:
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            signed = after is not None and after.kind == "paragraph" and bool(SAID_BY.match(after.text))
            entries.append(_quote(block, after if signed else None))
            done = number + 1 if signed else number
        elif block.kind == "item" and (claim := _claim(block)):
            entries.append(claim)
        else:
            unread += block.lines
    return Read(tuple(entries), tuple(unread))


def _quote(block: Block, signature: Block | None) -> StatementEntry:
    words, own_mark = _without_mark(block.text)
    who, mark = _without_mark(signature.text if signature else "")
    speaker, via = _who(SAID_BY.sub("", who, count=1).strip())
    at = own_mark if mark is None else mark
    return StatementEntry(StatementKind.QUOTE, speaker, via, _words(words), at, block.lines[0].number)


def speaker_end(content: str) -> int:
    """Return where in a list item of the statements the speaker ends, at the colon; -1 where it names none."""
    return _first_outside_links(content, ": ")


def _claim(block: Block) -> StatementEntry | None:
    content, at = _without_mark(block.text)
    colon = speaker_end(content)
    speaker, via = _who(content[:colon] if colon >= 0 else "")
    said = content[colon + 2 :].strip() if colon >= 0 else content
    if not said:
        return None
    kind = StatementKind.REPORTED
    if is_one_fragment(said):
        kind, said = StatementKind.FRAGMENT, said[1:-1]
    return StatementEntry(kind, speaker, via, _words(said), at, block.lines[0].number)


def _who(markdown: str) -> tuple[Run | None, tuple[Run, ...]]:
    """Read `speaker, via A, via B`, the speaker perhaps missing."""
    parts: list[str] = []
    rest = markdown
    while (comma := _first_outside_links(rest, ", via ")) >= 0:
        parts.append(rest[:comma])
        rest = rest[comma + 2 :]
    parts.append(rest)
    first = None if parts[0].startswith("via ") else _run(parts.pop(0))
    return first, tuple(run for part in parts if (run := _run(part.removeprefix("via "))))


def _run(markdown: str) -> Run | None:
    """Return one name: linked to an actor if the link is all there is, or the only link there is."""
    runs = _words(markdown.strip()).runs
    actors = {run.actor for run in runs if run.actor is not None}
    text = "".join(run.text for run in runs)
    return Run(text, actors.pop() if len(actors) == 1 else None) if text else None


def _first_outside_links(markdown: str, words: str) -> int:
    """Return where words first stand outside the text of a link; -1 where nowhere."""
    at = 0
    for link in _LINK.finditer(markdown):
        found = markdown.find(words, at, link.start() + len(words) - 1)
        if 0 <= found < link.start():
            return found
        at = link.end()
    return markdown.find(words, at)


def _without_mark(text: str) -> tuple[str, int | None]:
    """Take the paragraph mark off the end."""
    tail = max(text.rfind("[¶"), 0)
    found = _MARK.match(text, tail)
    return (text[:tail].rstrip(), int(found[1])) if found else (text, None)


def _words(markdown: str) -> Words:
    """Read Markdown as runs: links to actors, and the text around them; other links as their words."""
    runs: list[Run] = []
    done = 0
    for link in _LINK.finditer(markdown):
        if link.start() and markdown[link.start() - 1] in "!\\":  # a picture, an escaped bracket
            continue
        actor = _ACTOR.fullmatch(link[2])
        runs += [Run(unescape(markdown[done : link.start()])), Run(unescape(link[1]), actor[1] if actor else None)]
        done = link.end()
    runs.append(Run(unescape(markdown[done:])))
    return Words(merged(runs), markdown)


# --- lines into blocks ----------------------------------------------------------------------------------------------


def read_blocks(text: str, line: int) -> list[Block]:
    """Return what a section holds after its heading, blank lines left out."""
    lines = [Line(line + at, content) for at, content in enumerate(re.split(r"\r\n|\r|\n", text))][1:]
    groups: list[tuple[str, list[Line]]] = []
    after_blank = True
    for each in lines:
        if not each.text.strip():
            after_blank = True
            continue
        kind = _kind_of(each.text, after_blank=after_blank)
        if (kind == "more" and groups and groups[-1][0] != "other") or (
            kind == "quote" and groups and groups[-1][0] == "quote" and not after_blank
        ):
            groups[-1][1].append(each)
        else:
            groups.append(("other" if kind == "more" else kind, [each]))
        after_blank = False
    return [Block(kind, _joined(kind, group), tuple(group)) for kind, group in groups]


def _kind_of(text: str, *, after_blank: bool) -> str:
    if ITEM.match(text):
        return "item"
    if _QUOTE.match(text):
        return "quote"
    if _ANY_ITEM_OR_HEADING.match(text) or (after_blank and text.startswith(("    ", "\t"))):
        return "other"
    return "paragraph" if after_blank else "more"


def _joined(kind: str, lines: Sequence[Line]) -> str:
    texts = [line.text for line in lines]
    if kind == "item":
        texts[0] = ITEM.sub("", texts[0], count=1)
    if kind == "quote":
        texts = [_QUOTE.sub("", text, count=1) for text in texts]
    return " ".join(text.strip() for text in texts).strip()
