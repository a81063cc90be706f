"""Read front matter the way the person who wrote it meant it.

YAML 1.1, which MkDocs' loader speaks, turns `no` into False, `12:30` into 750 and `2023-07-26` into a date. Here every
scalar stays the string that was written; only an empty value, `~` and `null` are nothing. What a person cannot mean in
front matter (anchors, tags, two documents, a key twice), and what MkDocs' loader would choke on, is refused with the
place and a fix.

Offsets are code points of the text given; lines and columns count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

import yaml
from msgspec import Struct

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, the same marks
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DEEPEST = 20
"""Nesting beyond this is no front matter; the parser itself has no limit, and the walk over its tree recurses."""

NULLS = ("", "~", "null", "Null", "NULL")
BLOCK_STYLES = ("|", ">")
LINE_END = re.compile(r"\r\n|\r|\n")
_UNPRINTABLE = yaml.reader.Reader.NON_PRINTABLE
"""What YAML 1.1 calls unprintable."""
_BYTE_ORDER_MARK = re.compile("\ufeff")
"""It is printable, and libyaml refuses it inside a text."""

_GIT_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)

_RESOLVER = yaml.resolver.Resolver()
_STR_TAG = "tag:yaml.org,2002:str"

_FIXES = (
    ("tab character", "indent with spaces, never tabs"),
    ("cannot start any token", "put the value in double quotes, and indent with spaces, never tabs"),
    (
        "mapping values are not allowed",
        "put the value in double quotes; if it has none, mend the line above: `key: value`",
    ),
    ("an alias", "put the value in double quotes"),
    ("an anchor", "put the value in double quotes"),
    ("unknown escape character", "write the backslash twice"),
    ("quoted scalar", "close the quotation mark"),
    ("flow sequence", "close the list with ]"),
    ("flow mapping", "close the braces with }"),
    ("could not find expected ':'", "write `key: value`, with a space after the colon"),
    ("block sequence", "give every `- ` of the list the same indentation"),
    ("block collection", "give every `- ` of the list the same indentation"),
    ("block mapping", "give all keys the same indentation, and put a value that has quotes in it in double quotes"),
)
"""Words of the parser's message, libyaml's or PyYAML's, and what mends it; the first that fits counts."""
_FIX = "write `key: value` on each line, and put text with special characters in double quotes"


class YamlError(ValueError):
    """Front matter that cannot be read; says where and how to mend it."""

    def __init__(self, text: str, offset: int, message: str, fix: str) -> None:
        """Take the text and the offset of the trouble in it."""
        self.line, self.column = position(text, offset)
        self.message = message
        self.fix = fix
        super().__init__(f"{self.line}:{self.column}: {message} — {fix}")


class Node(Struct, frozen=True):
    """A value where it stands in the text."""

    kind: Literal["scalar", "mapping", "sequence"]
    start: int
    end: int
    """Where its own characters end: comments and blank lines after it are not part of it."""
    style: str
    """Scalars: empty (plain), `'`, `"`, `|` or `>`; collections: `flow` or `block`."""
    value: str = ""
    """The decoded text of a scalar."""
    children: tuple[Node, ...] = ()
    """A sequence's items; a mapping's key, value, key, value …"""

    @property
    def entries(self) -> tuple[tuple[Node, Node], ...]:
        """A mapping's keys with their values."""
        return tuple(zip(self.children[::2], self.children[1::2], strict=True))

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written where the value would stand."""
        return self.kind == "scalar" and not self.style and not self.value

    @property
    def data(self) -> Any:  # noqa: ANN401 - a YAML value is a string, None, a list or a dict of these
        """The value as plain data."""
        if self.kind == "mapping":
            return {key.value: value.data for key, value in self.entries}
        if self.kind == "sequence":
            return [item.data for item in self.children]
        return None if not self.style and self.value in NULLS else self.value


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of an offset; lines end as editors end them: CRLF, LF or CR."""
    ends = [end.end() for end in LINE_END.finditer(text, 0, offset)]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1


def read(text: str) -> dict[str, Any]:
    """Return a YAML mapping as strings, None, lists and dicts; raise YamlError."""
    root = parse(text)
    data: dict[str, Any] = root.data if root else {}
    return data


def locate(text: str, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column of the value at a path, or of the nearest thing around it that is there."""
    node = parse(text)
    offset = node.start if node else 0
    for step in path:
        if node is None:
            break
        node = _child(node, step)
        offset = node.start if node else offset
    return position(text, offset)


def _child(node: Node, step: str | int) -> Node | None:
    if node.kind == "sequence" and isinstance(step, int):
        return node.children[step] if -len(node.children) <= step < len(node.children) else None
    if node.kind == "mapping":
        return next((value for key, value in node.entries if key.value == step), None)
    return None


@lru_cache(maxsize=64)  # locating and patching ask for the same text again and again; nodes are frozen
def parse(text: str) -> Node | None:
    """Return the mapping a text holds, None where it holds nothing but comments; raise YamlError."""
    if found := _UNPRINTABLE.search(text) or _BYTE_ORDER_MARK.search(text):
        code = f"U+{ord(found[0]):04X}"
        raise YamlError(text, found.start(), f"the invisible character {code} stands here", "delete it")
    if found := _GIT_CONFLICT.search(text):
        message, fix = "git left two versions here", "keep one, and delete the lines with <<<<<<<, ======= and >>>>>>>"
        raise YamlError(text, found.start(), message, fix)
    root = _compose(text)
    if root is None or root.is_empty:
        return None
    if root.kind != "mapping":
        raise YamlError(text, root.start, "this is no `key: value`", "write front matter as `key: value` lines")
    return root


def _compose(text: str) -> Node | None:
    """Build the tree from the parser's events: a tree from `yaml.compose` no longer shows anchors and aliases."""
    open_events: list[Any] = []
    open_children: list[list[Node]] = [[]]
    documents = 0
    for event in _events(text):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise YamlError(text, _start(event), "a second document begins here", "delete this `---`")
        elif isinstance(event, yaml.NodeEvent):
            _refuse(text, event)
            if isinstance(event, yaml.CollectionStartEvent):
                open_events.append(event)
                open_children.append([])
                if len(open_events) > DEEPEST:
                    raise YamlError(text, _start(event), "this is nested too deep", "write it flatter")
            else:
                open_children[-1].append(_scalar(text, event))
        elif isinstance(event, yaml.CollectionEndEvent):
            node = _collection(text, open_events.pop(), event, tuple(open_children.pop()))
            open_children[-1].append(node)
    return open_children[0][0] if open_children[0] else None


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = ": ".join(part for part in (error.context, error.problem) if part)
        fix = next((fix for words, fix in _FIXES if words in said), _FIX)
        raise YamlError(text, mark.index if mark else 0, f"this is no valid YAML ({said})", fix) from error
    except yaml.YAMLError as error:
        raise YamlError(text, 0, f"this is no valid YAML ({error})", _FIX) from error


def _refuse(text: str, event: Any) -> None:  # noqa: ANN401 - PyYAML's events are untyped
    """Raise for YAML's own shorthands, which would tie one value to another or change what it is."""
    at = event.start_mark.index
    if isinstance(event, yaml.AliasEvent):
        message, fix = f"`*{event.anchor}` repeats another value", "write the value out, or put the text in quotes"
    elif event.anchor is not None:
        message, fix = f"`&{event.anchor}` names a value", "delete it, or put the text in quotes"
    elif event.tag is not None:
        message, fix = "a value that begins with `!` sets a type", "delete the `!` word, or put the text in quotes"
    else:
        return
    raise YamlError(text, at, message, fix)


def _scalar(text: str, event: Any) -> Node:  # noqa: ANN401 - PyYAML's events are untyped
    start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
    if style in BLOCK_STYLES:
        header = LINE_END.split(text[start:end], maxsplit=1)[0].split("#")[0]
        if "+" not in header:  # the blank lines after it are not its own
            end = start + len(text[start:end].rstrip(" \t\r\n"))
    elif not style:
        _refuse_unloadable(text, start, event.value)
    return Node("scalar", start, end, style, event.value)


def _start(event: Any) -> int:  # noqa: ANN401 - PyYAML's events are untyped
    """Return the offset an event begins at."""
    return int(event.start_mark.index)


def _refuse_unloadable(text: str, at: int, value: str) -> None:
    """Raise for a plain scalar that MkDocs' loader takes for a date or number and then fails on: `2023-02-30`."""
    if value[:1] not in _RESOLVER.yaml_implicit_resolvers:  # no number, date or other type begins so
        return
    tag = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))
    if tag == _STR_TAG:
        return
    if tag.endswith(":merge"):
        raise YamlError(text, at, "`<<` copies keys from elsewhere", "write the keys out")
    try:
        yaml.constructor.SafeConstructor().construct_object(yaml.ScalarNode(tag, value))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        shown = value if len(value) <= 40 else value[:40] + "…"  # noqa: PLR2004 - enough to recognise it by
        raise YamlError(text, at, f"YAML cannot read `{shown}`", "put it in double quotes") from error


def _collection(text: str, begin: Any, finish: Any, children: tuple[Node, ...]) -> Node:  # noqa: ANN401 - as above
    start = begin.start_mark.index
    if begin.flow_style:
        end, style = finish.end_mark.index, "flow"
    else:
        end, style = (children[-1].end if children else start), "block"
    if isinstance(begin, yaml.SequenceStartEvent):
        return Node("sequence", start, end, style, children=children)
    node = Node("mapping", start, end, style, children=children)
    seen: set[str] = set()
    for key, _ in node.entries:
        if key.kind != "scalar":
            raise YamlError(text, key.start, "a list or mapping stands where a key belongs", "put it in quotes")
        if key.value in seen:
            raise YamlError(text, key.start, f"the key `{key.value}` is here twice", "keep one of the two")
        seen.add(key.value)
    return node
