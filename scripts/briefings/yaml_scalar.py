"""Write a value so that every YAML reader takes it for what it is.

A string is plain where both PyYAML's loader (YAML 1.1: `no`, `12:30`, `0123`) and a YAML 1.2 one (`12e45`, `0o7`) read
the same string back; otherwise it stands in double quotes, escaped as in JSON.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

WIDTH = 100
"""Columns a folded text fills, its indentation included: wide enough to read, narrow enough to compare."""

_RESOLVER = yaml.resolver.Resolver()
_STR_TAG = "tag:yaml.org,2002:str"
_READ_BY_1_2 = re.compile(
    r"""null|Null|NULL|~|true|True|TRUE|false|False|FALSE|[yYnN]
    |[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+
    |[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
    |[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)""",
    re.VERBOSE,
)
"""What the YAML 1.2 core schema reads as no string, and YAML 1.1's `y` and `n`, which PyYAML alone leaves be."""
_PLAIN = re.compile(r"(?:[^\W_]|[«»“”„‘’–—…(/+.])(?:.*[^\s:])?", re.DOTALL)
"""How a plain string may begin and end: no indicator of YAML's at either side."""
_NEVER_PLAIN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|: |:\t|\s#")
_NOT_IN_FLOW = re.compile(r"[,\[\]{}:?#]")
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
_SHORT_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_SPACE_TO_BREAK_AT = re.compile(r"(?<=\S) (?=\S)")


def quote(value: str) -> str:
    """Return a string in double quotes."""
    return '"' + _ESCAPED.sub(lambda found: _SHORT_ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}", value) + '"'


def single_quote(value: str) -> str:
    """Return a string in single quotes, or in double ones where single ones cannot hold it."""
    return (
        quote(value) if _NEVER_PLAIN.search(value) and _ESCAPED.search(value) else "'" + value.replace("'", "''") + "'"
    )


def is_plain(value: str, *, flow: bool) -> bool:
    """Tell whether a string may stand without quotes; `flow` is inside `[…]` or `{…}`."""
    if not _PLAIN.fullmatch(value) or _NEVER_PLAIN.search(value) or (flow and _NOT_IN_FLOW.search(value)):
        return False
    if value.startswith("...") or _READ_BY_1_2.fullmatch(value):
        return False
    return bool(_RESOLVER.resolve(yaml.ScalarNode, value, (True, False)) == _STR_TAG)


def scalar(value: str | float | None, *, flow: bool) -> str:
    """Return one value: a string plain or quoted, None as `null`, a bool or number as YAML has it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    return value if is_plain(value, flow=flow) else quote(value)


def inline(value: Any, *, flow: bool = False) -> str:  # noqa: ANN401 - any value front matter can hold
    """Return any value on one line: `x`, `[a, b]`, `{id: x, role: y}`."""
    if isinstance(value, Mapping):
        parts = (f"{scalar(key, flow=True)}: {inline(part, flow=True)}" for key, part in value.items())
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(inline(part, flow=True) for part in value) + "]"
    return scalar(value, flow=flow)


def fold(value: str, indent: int) -> list[str] | None:
    """Return the lines, indented, of a text as `>-` folds it; None where folding would not read back the same."""
    if not value or value != value.strip() or _NEVER_FOLDED.search(value):
        return None
    lines: list[str] = []
    line = ""
    for word in _SPACE_TO_BREAK_AT.split(value):
        longer = f"{line} {word}" if line else word
        if line and indent + len(longer) > WIDTH:
            lines.append(line)
            longer = word
        line = longer
    return [" " * indent + each for each in [*lines, line]]


_NEVER_FOLDED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
