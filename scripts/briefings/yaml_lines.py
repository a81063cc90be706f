"""Where lines and comments are in a YAML text, and what an edit of it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from briefings.yaml_tree import BLOCK_STYLES, LINE_END, Node


class NoSmallEdit(Exception):  # noqa: N818 - it steers, it is no error
    """The text is written so that this edit would touch more than it should."""


class Edit(Struct, frozen=True):
    """Replace `[start, end)` of the text."""

    start: int
    end: int
    text: str


def line_start(text: str, at: int) -> int:
    """Return the offset of the first character of the line an offset is on."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_stop(text: str, at: int) -> int:
    """Return the offset after the line end of the line an offset is on."""
    found = LINE_END.search(text, at)
    return found.end() if found else len(text)


def entry_lines(text: str, key: Node, value: Node) -> tuple[int, int]:
    """Return the whole lines a mapping's entry fills, a comment at the end of the last one included."""
    return line_start(text, key.start), content_stop(text, key.end, value)


def content_stop(text: str, at_least: int, value: Node) -> int:
    """Return the offset after the last line of a value; an empty value's place may be on a later line."""
    end = at_least if value.is_empty else max(at_least, value.end)
    if value.style in BLOCK_STYLES and text[end - 1 : end] in ("\n", "\r"):  # `|+` owns the blank lines after it
        return end
    return line_stop(text, end)


def _scalars(node: Node) -> list[Node]:
    return [node] if node.kind == "scalar" else [leaf for child in node.children for leaf in _scalars(child)]


def _comment_spans(text: str, start: int, end: int, leaves: Sequence[Node]) -> list[tuple[int, int]]:
    """Return where the comments between two offsets stand: a `#` outside every scalar begins one."""
    spans = []
    at = start
    for leaf in [*leaves, None]:
        stop = end if leaf is None else leaf.start
        while (mark := text.find("#", at, stop)) >= 0:
            found = LINE_END.search(text, mark, stop)
            at = found.start() if found else stop
            spans.append((mark, at))
        if leaf is not None:
            at = max(at, leaf.end)
            if leaf.style in BLOCK_STYLES:  # `>- # comment`
                header = LINE_END.search(text, leaf.start, leaf.end)
                stop = header.start() if header else leaf.end
                if (mark := text.find("#", leaf.start, stop)) >= 0:
                    spans.append((mark, stop))
    return spans


def comments(text: str, root: Node | None) -> list[str]:
    """Return all comments of a text, from `#` on, in order."""
    leaves = _scalars(root) if root else []
    return [text[start:end].rstrip() for start, end in _comment_spans(text, 0, len(text), leaves)]


def comment_lines(text: str, start: int, end: int, nodes: Sequence[Node], column: int) -> str:
    """Return the comments within lines that go, each as a line of its own, so that they stay."""
    leaves = [leaf for node in nodes for leaf in _scalars(node)]
    spans = _comment_spans(text, start, end, leaves)
    return "".join(" " * column + text[at:stop].rstrip() + "\n" for at, stop in spans)


def skip_trivia(text: str, at: int) -> int:
    """Return the offset of the next character that is neither space nor comment."""
    found = _TRIVIA.match(text, at)
    return found.end() if found else at


_TRIVIA = re.compile(r"(?:\s+|#[^\r\n]*)*+")
