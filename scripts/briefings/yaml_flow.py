"""Edits of what stands between brackets: parts put in, taken out, replaced, with the commas between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from briefings.yaml_lines import Edit, NoSmallEdit
from briefings.yaml_tree import LINE_END, Node


class Part(Struct, frozen=True):
    """One item or entry that is wanted between the brackets."""

    old: int | None
    """Which of the parts that are there it is; None for a new one."""
    source: str
    """How a new one is written."""
    edits: Sequence[Edit] = ()
    """What changes inside an old one."""


def edit_flow(text: str, node: Node, spans: Sequence[tuple[int, int]], wanted: Sequence[Part]) -> list[Edit]:
    """Return the edits for `[…]` and `{…}` alike: `spans` are the parts there, `wanted` keeps their order.

    Parts that stay are changed inside; those that go are replaced by new ones as far as there are any.
    """
    edits = [edit for part in wanted for edit in part.edits]
    new: dict[int, list[str]] = {}  # what is to stand after each part that stays; -1: before all
    kept = -1
    for part in wanted:
        if part.old is None:
            new.setdefault(kept, []).append(part.source)
        else:
            kept = part.old
    stay = [-1, *(part.old for part in wanted if part.old is not None)]
    for anchor, following in zip(stay, [*stay[1:], len(spans)], strict=True):
        gone = range(anchor + 1, following)
        edits += _edit_gap(text, node, spans, gone, new.get(anchor, []))
    return edits


def _edit_gap(text: str, node: Node, spans: Sequence[tuple[int, int]], gone: range, new: Sequence[str]) -> list[Edit]:
    """Return the edits between two parts that stay: old ones there replaced one by one, then the rest in or out."""
    edits = [Edit(*spans[old], source) for old, source in zip(gone, new, strict=False)]
    more, less = new[len(gone) :], gone[len(new) :]
    if more:
        edits.append(_insert_parts(text, node, spans, gone.stop - 1, more))
    if less:
        edits += _remove_parts(text, spans, less)
    return edits


def _insert_parts(text: str, node: Node, spans: Sequence[tuple[int, int]], last: int, more: Sequence[str]) -> Edit:
    comma = _separator(text, spans)
    if last >= 0:
        return Edit(spans[last][1], spans[last][1], "".join(comma + part for part in more))
    if spans:
        return Edit(spans[0][0], spans[0][0], "".join(part + comma for part in more))
    if "#" in text[node.start : node.end]:
        raise NoSmallEdit
    return Edit(node.start + 1, node.end - 1, comma.join(more))


def _separator(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return what stands between the parts of this list: `, `, or a comma and an indented line."""
    between = text[spans[0][1] : spans[1][0]] if len(spans) > 1 else ", "
    return LINE_END.sub("\n", between) if re.fullmatch(r"\s*,\s*", between) else ", "


def _remove_parts(text: str, spans: Sequence[tuple[int, int]], gone: range) -> list[Edit]:
    """Take neighbouring parts out, with their commas; comments between them stay."""
    if gone.start > 0:
        start, end = spans[gone.start - 1][1], spans[gone.stop - 1][1]
    elif gone.stop < len(spans):
        start, end = spans[0][0], spans[gone.stop][0]
    else:
        start, end = spans[0][0], _past_comma(text, spans[-1][1])
    if "#" not in _between(text, spans, start, end):
        return [Edit(start, end, "")]
    return [Edit(spans[old][0], _past_comma(text, spans[old][1]), "") for old in gone]


def _between(text: str, spans: Sequence[tuple[int, int]], start: int, end: int) -> str:
    """Return what of a stretch lies outside the parts."""
    inner = [(max(start, a), min(end, b)) for a, b in spans if a < end and b > start]
    edges = [start, *(edge for span in inner for edge in span), end]
    return "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _past_comma(text: str, at: int) -> int:
    found = _COMMA.match(text, at)
    return found.end() if found else at


_COMMA = re.compile(r"\s*,")
