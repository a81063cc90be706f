"""Change what must change in a YAML text, and not one byte else.

`patch` compares the values a text holds with those wanted and touches only the characters of what differs: a scalar's
own characters, an item of a list, a line of a mapping. Comments, order, spacing, quoting and line ends of all else
stay. What comes out is read again; where the small change does not give what was wanted, the lines of that one key
are written anew, its comments kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from briefings import yaml_edit
from briefings.yaml_edit import ABSENT
from briefings.yaml_lines import Edit, NoSmallEdit, comments, entry_lines
from briefings.yaml_scalar import inline, scalar
from briefings.yaml_tree import LINE_END, Node, YamlError, locate, parse, position, read

__all__ = ["PatchError", "YamlError", "as_read", "line_end_of", "locate", "patch", "position", "read"]

Render = Callable[[str, Any], str]
"""Writes one top-level key with its value as lines, each ended by LF."""


class PatchError(Exception):
    """No change of the text gives what is wanted; the text is to be left as it is."""


def as_read(value: Any) -> Any:  # noqa: ANN401 - any value front matter can hold
    """Return a value as `read` would give it back: a number or truth value as the string written for it."""
    if isinstance(value, Mapping):
        return {str(key): as_read(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [as_read(part) for part in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if value is None or isinstance(value, str) else str(value)


def line_end_of(text: str) -> str:
    """Return the line end a text uses: its first, LF where it has none."""
    found = LINE_END.search(text)
    return found[0] if found else "\n"


def patch(text: str, wanted: Mapping[str, Any], render: Render, *, line_end: str | None = None) -> str:
    """Return the text changed as little as possible so that `read` gives `as_read(wanted)`.

    New keys stand after the nearest key before them in `wanted` that the text has; keys that are there keep their
    place. Raise YamlError where the text cannot be read, PatchError where no change does it.
    """
    ending = line_end or line_end_of(text)
    before = read(text)
    for key in [*(key for key in before if key not in wanted), *wanted]:
        if as_read(wanted.get(key, ABSENT)) != before.get(key, ABSENT):
            text = _change_key(text, key, wanted, render, ending)
    if read(text) != as_read(wanted):
        message = "the front matter could not be changed as wanted"
        raise PatchError(message)
    return text


def _change_key(text: str, key: str, wanted: Mapping[str, Any], render: Render, ending: str) -> str:
    """Return the text with one top-level key set or removed: by the smallest edit that holds."""
    value = wanted.get(key, ABSENT)
    root = parse(text)
    expected = dict(root.data) if root else {}
    expected.pop(key, None)
    if value is not ABSENT:
        expected[key] = as_read(value)
    for edit, write in ((_small_edits, render), (_whole_key, render), (_small_edits, _on_one_line)):
        try:
            edits = edit(text, root, key, wanted, write)
        except NoSmallEdit:
            continue
        changed = _apply(text, edits, ending)
        if _holds(text, changed, key, expected):
            return changed
    message = f"`{key}` could not be changed"
    raise PatchError(message)


def _small_edits(text: str, root: Node | None, key: str, wanted: Mapping[str, Any], render: Render) -> list[Edit]:
    """Return the edits that change, insert or remove one key of the top-level mapping."""
    if root is None:
        return [Edit(len(text), len(text), _on_own_line(text, render(key, wanted[key])))]
    if root.style == "flow":
        changed = {**root.data, key: wanted.get(key, ABSENT)}
        return yaml_edit.edit_flow_mapping(text, root, {k: v for k, v in changed.items() if v is not ABSENT})
    if key not in wanted:
        return [yaml_edit.remove_entry(text, root, key)]
    if key in root.data:
        return yaml_edit.edit_value(text, root, key, wanted[key])
    before = [each for each in list(wanted)[: list(wanted).index(key)] if each in root.data]
    return [yaml_edit.insert_entry(text, root, before[-1] if before else None, render(key, wanted[key]))]


def _whole_key(text: str, root: Node | None, key: str, wanted: Mapping[str, Any], render: Render) -> list[Edit]:
    """Return the edit that writes all lines of one key anew, its comments above it."""
    if root is None or root.style == "flow" or key not in root.data or key not in wanted:
        raise NoSmallEdit
    return [yaml_edit.replace_entry(text, root, key, render(key, wanted[key]))]


def _on_one_line(key: str, value: Any) -> str:  # noqa: ANN401 - any value front matter can hold
    """Write a key without folding: after a folded text an indented comment would become part of it."""
    return f"{scalar(key, flow=False)}: {inline(value)}\n"


def _on_own_line(text: str, lines: str) -> str:
    return lines if not text or text[-1] in "\r\n" else "\n" + lines


def _apply(text: str, edits: list[Edit], ending: str) -> str:
    """Return the text with the edits made; they must not overlap. New line ends become the text's own."""
    parts: list[str] = []
    done = 0
    for edit in sorted(
        edits, key=lambda edit: (edit.start, edit.end)
    ):  # the sort keeps insertions at one place in order
        if edit.start < done:
            raise NoSmallEdit
        parts += [text[done : edit.start], edit.text.replace("\n", ending)]
        done = edit.end
    return "".join([*parts, text[done:]])


def _holds(before: str, after: str, key: str, expected: dict[str, Any]) -> bool:
    """Tell whether a change gave what was wanted, left every other key's lines alone and lost no comment."""
    try:
        root = parse(after)
    except YamlError:
        return False
    old = parse(before)
    if (root.data if root else {}) != expected:
        return False
    if _lines_by_key(before, old, key) != _lines_by_key(after, root, key):
        return False
    left = comments(after, root)
    return all(left.count(comment) >= times for comment, times in _counted(comments(before, old)))


def _counted(found: list[str]) -> list[tuple[str, int]]:
    return [(comment, found.count(comment)) for comment in dict.fromkeys(found)]


_BLANK_END = re.compile(r"[\r\n]*\Z")


def _lines_by_key(text: str, root: Node | None, but: str) -> dict[str, str]:
    """Return the lines of each top-level key but one, without the line end of the last."""
    if root is None or root.style == "flow":
        return {}
    lines = {}
    for key, value in root.entries:
        if key.value != but:
            start, end = entry_lines(text, key, value)
            lines[key.value] = _BLANK_END.sub("", text[start:end])
    return lines
