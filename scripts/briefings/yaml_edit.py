"""The single edits `yaml_patch` puts together: one scalar, one item, one key.

Every function takes the text and a node of its tree and returns what to replace; none applies anything. Where the way a
person wrote a value leaves no small edit, NoSmallEdit is raised and a wider edit is tried. New line ends are LF here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from briefings.yaml_align import align
from briefings.yaml_flow import Part, edit_flow
from briefings.yaml_lines import (
    Edit,
    NoSmallEdit,
    comment_lines,
    content_stop,
    entry_lines,
    line_start,
    skip_trivia,
)
from briefings.yaml_scalar import fold, inline, is_plain, quote, scalar, single_quote
from briefings.yaml_tree import BLOCK_STYLES, LINE_END, Node

ABSENT: Final = object()
"""The value of a key that is not there, apart from None, which is a key without a value."""

# --- mappings written as lines --------------------------------------------------------------------------------------


def _entry(node: Node, key: str) -> tuple[Node, Node]:
    return next(entry for entry in node.entries if entry[0].value == key)


def _own_lines(text: str, key: Node, value: Node) -> tuple[int, int]:
    """Return the lines of an entry that shares its first with nothing else (`- id: x` and `? x` do)."""
    start, stop = entry_lines(text, key, value)
    if text[start : key.start].strip(" ") or text[start] == "?":
        raise NoSmallEdit
    return start, stop


def _column(text: str, node: Node) -> int:
    return node.start - line_start(text, node.start)


def remove_entry(text: str, node: Node, key: str) -> Edit:
    """Take one key of a block mapping out, leaving its comments."""
    entry = _entry(node, key)
    start, stop = _own_lines(text, *entry)
    return Edit(start, stop, comment_lines(text, start, stop, entry, _column(text, node)))


def replace_entry(text: str, node: Node, key: str, lines: str) -> Edit:
    """Write one key of a block mapping anew, its comments above it."""
    entry = _entry(node, key)
    start, stop = _own_lines(text, *entry)
    above = comment_lines(text, start, stop, entry, _column(text, node))
    return Edit(start, stop, _indent(above + lines, 0))


def insert_entry(text: str, node: Node, after: str | None, lines: str) -> Edit:
    """Put a key into a block mapping, after a key of it or before all."""
    column = _column(text, node)
    if after is None:
        at, _ = _own_lines(text, *node.entries[0])
    else:
        _, at = entry_lines(text, *_entry(node, after))
        at = _past_deeper_comments(text, at, column)
    return _insert_lines(text, at, _indent(lines, column))


def _past_deeper_comments(text: str, at: int, column: int) -> int:
    """Step over comment lines that are indented deeper than the keys: they belong to the value above."""
    while found := _COMMENT_LINE.match(text, at):
        if len(found[1]) <= column:
            break
        at = found.end()
    return at


_COMMENT_LINE = re.compile(r"(?:[ \t]*+(?:\r\n|\r|\n))*+( *)#[^\r\n]*(?:\r\n|\r|\n)")


def _indent(lines: str, column: int) -> str:
    return "".join(" " * column + line for line in lines.splitlines(keepends=True)) if column else lines


def _insert_lines(text: str, at: int, lines: str) -> Edit:
    """Insert whole lines; where the text's last line has no end, one is put before them and their own left out."""
    if at and text[at - 1] not in "\r\n":
        return Edit(at, at, "\n" + lines.removesuffix("\n"))
    return Edit(at, at, lines)


def _edit_block_mapping(text: str, node: Node, wanted: Mapping[str, Any]) -> list[Edit]:
    edits = [remove_entry(text, node, key.value) for key, _ in node.entries if key.value not in wanted]
    if len(edits) == len(node.entries):
        raise NoSmallEdit
    before: str | None = None
    for key, value in wanted.items():
        if key in node.data:
            edits += edit_value(text, node, key, value)
            before = key
        else:
            line = f"{scalar(key, flow=False)}: {inline(value)}\n"
            edits.append(insert_entry(text, node, before, line))
    return edits


# --- one value ------------------------------------------------------------------------------------------------------


def edit_value(text: str, node: Node, key: str, wanted: Any, *, flow: bool = False) -> list[Edit]:  # noqa: ANN401 - as YAML has it
    """Change the value of one key of a mapping."""
    name, value = _entry(node, key)
    if value.is_empty:
        if wanted is None:
            return []
        colon = skip_trivia(text, name.end)
        if text[colon : colon + 1] != ":":  # `{role}`
            return [Edit(name.end, name.end, ": " + inline(wanted, flow=flow))]
        after = "" if not flow or text[colon + 1 : colon + 2] in (" ", ",", "}") else " "
        return [Edit(colon + 1, colon + 1, " " + inline(wanted, flow=flow) + after)]
    return _edit(text, value, wanted, flow=flow)


def _edit(text: str, node: Node, wanted: Any, *, flow: bool) -> list[Edit]:  # noqa: ANN401 - as YAML has it
    """Return the edits after which a value that is written somewhere is the wanted one."""
    if _same(node.data, wanted):
        return []
    if node.kind == "mapping" and isinstance(wanted, Mapping):
        return (
            edit_flow_mapping(text, node, wanted) if node.style == "flow" else _edit_block_mapping(text, node, wanted)
        )
    if node.kind == "sequence" and isinstance(wanted, list | tuple):
        edit = _edit_flow_sequence if node.style == "flow" else _edit_block_sequence
        return edit(text, node, wanted)
    if node.style == "block" or (isinstance(wanted, Mapping | list | tuple) and node.style in BLOCK_STYLES):
        raise NoSmallEdit
    if node.kind == "scalar" and not isinstance(wanted, Mapping | list | tuple):
        return [_edit_scalar(text, node, wanted, flow=flow)]
    return [Edit(node.start, node.end, inline(wanted, flow=flow))]


def _same(data: Any, wanted: Any) -> bool:  # noqa: ANN401 - as YAML has it
    """Compare what was read with what is wanted, where a number or truth value is the string written for it."""
    if isinstance(wanted, Mapping):
        return (
            isinstance(data, Mapping)
            and data.keys() == wanted.keys()
            and all(_same(data[key], part) for key, part in wanted.items())
        )
    if isinstance(wanted, list | tuple):
        return isinstance(data, list) and len(data) == len(wanted) and all(map(_same, data, wanted))
    if wanted is None or isinstance(wanted, str):
        return bool(data == wanted)
    return bool(data == scalar(wanted, flow=True))


def _edit_scalar(text: str, node: Node, wanted: str | float | None, *, flow: bool) -> Edit:
    """Write another scalar the way the old one was written."""
    if not isinstance(wanted, str):
        return Edit(node.start, node.end, scalar(wanted, flow=flow))
    if node.style in BLOCK_STYLES:
        return _edit_block_scalar(text, node, wanted)
    if node.style == '"' or (not node.style and not is_plain(wanted, flow=flow)):
        return Edit(node.start, node.end, quote(wanted))
    return Edit(node.start, node.end, single_quote(wanted) if node.style else wanted)


def _edit_block_scalar(text: str, node: Node, wanted: str) -> Edit:
    """Write another text under the same `>` or `|`, indented as before."""
    lines = text[node.start : node.end].splitlines()
    header, *old = lines
    indent = next((len(line) - len(line.lstrip(" ")) for line in old if line.strip()), 0)
    found = re.fullmatch(r"[|>][-+]?(\s.*)?", header)
    new = fold(wanted, indent) if node.style == ">" else _literal(wanted, indent)
    if not indent or not found or not new:
        raise NoSmallEdit
    return Edit(node.start, node.end, "\n".join([f"{node.style}-{found[1] or ''}", *new]))


def _literal(value: str, indent: int) -> list[str] | None:
    """Return the lines of a text as `|-` shows it; None where it would not read back the same."""
    lines = value.split("\n")
    if any(fold(line, indent) is None for line in lines):
        return None
    return [" " * indent + line for line in lines]


# --- lists and mappings on one line ---------------------------------------------------------------------------------


def _edit_flow_sequence(text: str, node: Node, wanted: Sequence[Any]) -> list[Edit]:
    if any(child.is_empty for child in node.children):
        raise NoSmallEdit
    spans = [(child.start, child.end) for child in node.children]
    parts = []
    for old, value in zip(align([child.data for child in node.children], wanted), wanted, strict=True):
        edits = () if old is None else _edit(text, node.children[old], value, flow=True)
        parts.append(Part(old, _source(text, node, value), edits))
    return edit_flow(text, node, spans, parts)


def _source(text: str, node: Node, value: Any) -> str:  # noqa: ANN401 - as YAML has it
    """Return how a value is written: as the list has it already, where it only moves."""
    for child in node.children:
        if not child.is_empty and _same(child.data, value):
            return text[child.start : child.end]
    return inline(value, flow=True)


def edit_flow_mapping(text: str, node: Node, wanted: Mapping[str, Any]) -> list[Edit]:
    """Change a mapping written as `{a: b}` key by key."""
    old = {key.value: at for at, (key, _) in enumerate(node.entries)}
    spans = [(key.start, _entry_end(text, key, value)) for key, value in node.entries]
    parts = []
    for key in _keys_in_place(list(old), list(wanted)):
        source = f"{scalar(key, flow=True)}: {inline(wanted[key], flow=True)}"
        edits = edit_value(text, node, key, wanted[key], flow=True) if key in old else ()
        parts.append(Part(old.get(key), source, edits))
    return edit_flow(text, node, spans, parts)


def _keys_in_place(old: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Return the wanted keys with those that are there in the order they stand in; new ones after the one before."""
    placed = [key for key in old if key in wanted]
    for at, key in enumerate(wanted):
        if key not in placed:
            before = [each for each in wanted[:at] if each in placed]
            placed.insert(placed.index(before[-1]) + 1 if before else 0, key)
    return placed


def _entry_end(text: str, key: Node, value: Node) -> int:
    if not value.is_empty:
        return value.end
    colon = skip_trivia(text, key.end)
    return colon + 1 if text[colon : colon + 1] == ":" else key.end


# --- lists written as lines -----------------------------------------------------------------------------------------


class _Item(Struct, frozen=True):
    """One `- item` of a list: its dash and its lines."""

    node: Node
    dash: int
    start: int
    stop: int


def _items(text: str, node: Node) -> list[_Item]:
    items: list[_Item] = []
    at = node.start
    for child in node.children:
        dash = skip_trivia(text, at)
        start = line_start(text, dash)
        stop = content_stop(text, dash + 1, child)
        items.append(_Item(child, dash, start, stop))
        at = dash + 1 if child.is_empty else child.end
        if text[dash : dash + 1] != "-" or text[start:dash].strip(" "):
            raise NoSmallEdit
    return items


def _edit_block_sequence(text: str, node: Node, wanted: Sequence[Any]) -> list[Edit]:
    items = _items(text, node)
    old = [item.node.data for item in items]
    pairs = align(old, wanted)
    if not any(pair is not None for pair in pairs) and not wanted:
        raise NoSmallEdit
    stay = {pair for pair in pairs if pair is not None}
    moving = {at: item for at, item in enumerate(items) if at not in stay}
    edits: list[Edit] = []
    last: int | None = None
    for pair, value in zip(pairs, wanted, strict=True):
        if pair is None:
            at = items[0].start if last is None else items[last].stop
            edits.append(_insert_lines(text, at, _new_item(text, items, moving, value)))
        else:
            edits += _edit_item(text, items[pair], value)
            last = pair
    column = items[0].dash - items[0].start
    edits += [
        Edit(item.start, item.stop, comment_lines(text, item.dash + 1, item.stop, [item.node], column))
        for item in moving.values()
    ]
    return edits + [
        Edit(item.start, item.stop, "") for at, item in enumerate(items) if at not in stay and at not in moving
    ]


def _edit_item(text: str, item: _Item, value: Any) -> list[Edit]:  # noqa: ANN401 - as YAML has it
    if _same(item.node.data, value):
        return []
    if item.node.is_empty:
        return [Edit(item.dash + 1, item.dash + 1, " " + inline(value))]
    try:
        return _edit(text, item.node, value, flow=False)
    except NoSmallEdit:
        above = comment_lines(text, item.dash + 1, item.stop, [item.node], item.dash - item.start)
        dash = text[item.start : item.dash + 1]
        return [Edit(item.start, item.stop, f"{above}{dash} {inline(value)}\n")]


def _new_item(text: str, items: list[_Item], moving: dict[int, _Item], value: Any) -> str:  # noqa: ANN401 - as YAML has it
    """Return the lines of an item: its own, where it only moves, else written like the items around it."""
    for at, item in moving.items():
        if _same(item.node.data, value) and item.stop > item.start and text[item.stop - 1] in "\r\n":
            del moving[at]  # its comments move with it
            return LINE_END.sub("\n", text[item.start : item.stop])
    first = items[0]
    dash = text[first.start : first.dash + 1]
    model = next((item for item in items if item.node.kind == "mapping"), None)
    if isinstance(value, Mapping) and value and model is not None and model.node.style == "block":
        gap = text[model.dash + 1 : model.node.start]
        if gap and not gap.strip(" "):
            parts = [f"{scalar(key, flow=False)}: {inline(part)}\n" for key, part in value.items()]
            return dash + gap + (" " * (len(dash) + len(gap))).join(parts)
    return f"{dash} {inline(value)}\n"
