"""`seeds/<stem>.yml`: what a person states about an article that its text does not say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import cast, get_args
from urllib.parse import urlsplit

import yaml
from msgspec import Struct

from briefings.errors import Problem, Severity
from briefings.model import Facts, Lang

MAX_SIZE = 10_000
"""In characters; five short values need a few hundred. libyaml takes quadratic time on `[[[[…`: 0.3 s here."""

MAX_VALUE = 2_000
"""The longest value taken, in characters: browsers and servers stop at about that length of a URL."""

SHOWN = 40
"""Characters of a refused value that a problem repeats."""

_KEYS = ("url", "outlet", "published", "title", "lang")
_ALLOWED = ", ".join(_KEYS)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d[\d:.,+Z -]{0,30})?)?)?([?~%]?)", re.ASCII)
_SEASONS = range(21, 25)


class _Refusal(Struct, frozen=True):
    """Why a value cannot be meant, and what to write."""

    message: str
    fix: str


class _Scalar(Struct, frozen=True):
    value: str
    line: int
    column: int
    plain: bool


def read_facts(text: str, path: str) -> tuple[Facts, tuple[Problem, ...]]:
    """Return what a sidecar's text states, and what is wrong with it; what is wrong is left out, the rest is kept.

    Values are read as they are written, not as YAML types them: `2023-07-26`, `2023` and `no` are these characters.
    Never raises.
    """
    if len(text) > MAX_SIZE:
        problem = Problem(path, 0, 0, f"the file is longer than {MAX_SIZE} characters", f"keep only {_ALLOWED}")
        return Facts(), (problem,)
    try:
        pairs, problems = _read_pairs(text, path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        message = f"this is no valid YAML: {error.problem or 'it cannot be read'}"
        return Facts(), (Problem(path, line, column, message, "write one `key: value` a line, the value in quotes"),)
    except yaml.YAMLError:
        return Facts(), (Problem(path, 0, 0, "this is no valid YAML", "write one `key: value` a line"),)
    values: dict[str, str] = {}
    for key, scalar in pairs:
        read = _read_value(key.value, scalar, values)
        if isinstance(read, _Refusal):
            where = scalar if scalar is not None and key.value in _KEYS and key.value not in values else key
            problems.append(Problem(path, where.line, where.column, read.message, read.fix, Severity.WARNING))
        elif read is not None:
            values[key.value] = read
    facts = Facts(
        url=values.get("url"),
        outlet=values.get("outlet"),
        published=values.get("published"),
        title=values.get("title"),
        lang=cast("Lang | None", values.get("lang")),
    )
    return facts, tuple(problems)


def _read_pairs(text: str, path: str) -> tuple[list[tuple[_Scalar, _Scalar | None]], list[Problem]]:
    """Return the top mapping's keys and values, None for one that is no scalar; reads events, so no depth can hurt."""
    events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
    pairs: list[tuple[_Scalar, _Scalar | None]] = []
    problems: list[Problem] = []
    for event in events:
        if isinstance(
            event, (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)
        ):
            continue
        if not isinstance(event, yaml.MappingStartEvent):
            if isinstance(event, yaml.ScalarEvent) and event.value == "":
                continue
            message = "expected `key: value` lines"
            problems.append(Problem(path, *_place(event), message, f"use the keys {_ALLOWED}"))
            _skip(event, events)
            continue
        for key in events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            name = _scalar(key) or _Scalar("", *_place(key), plain=True)
            _skip(key, events)
            value = next(events)
            pairs.append((name, _scalar(value)))
            _skip(value, events)
    return pairs, problems


def _scalar(event: yaml.Event) -> _Scalar | None:
    if not isinstance(event, yaml.ScalarEvent):
        return None
    return _Scalar(event.value, *_place(event), plain=event.style is None or event.style == "")


def _place(event: yaml.Event) -> tuple[int, int]:
    """Return the line and column, both from 1, at which an event begins."""
    mark = event.start_mark
    return (0, 0) if mark is None else (mark.line + 1, mark.column + 1)


def _skip(event: yaml.Event, events: Iterator[yaml.Event]) -> None:
    """Go on behind the list or mapping that `event` opens; behind a scalar or alias there is nothing to skip."""
    depth = int(isinstance(event, yaml.CollectionStartEvent))
    while depth:
        inner = next(events)
        depth += isinstance(inner, yaml.CollectionStartEvent) - isinstance(inner, yaml.CollectionEndEvent)


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


# --- values ---------------------------------------------------------------------------------------------------------


def _read_value(key: str, scalar: _Scalar | None, known: dict[str, str]) -> str | _Refusal | None:
    """Return a key's value, None where none is given, or why it is refused."""
    if key not in _KEYS:
        return _Refusal(f"unknown key “{_short(key)}”", f"use one of {_ALLOWED}")
    if key in known:
        return _Refusal(f"`{key}` stands here a second time", "keep one of them")
    if scalar is None:
        return _Refusal(f"`{key}` must be one value, not a list or a mapping", "write it on the key's line")
    if scalar.plain and scalar.value in _NULLS:
        return None
    if len(scalar.value) > MAX_VALUE:
        return _Refusal(f"`{key}` is longer than {MAX_VALUE} characters", "shorten it")
    return _READERS[key](" ".join(scalar.value.split()))


def _read_line(value: str) -> str:
    return value


def _read_url(value: str) -> str | _Refusal:
    bad = _Refusal(f"“{_short(value)}” is no web address", "give it whole, beginning with https://")
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        return bad
    is_web = parts.scheme in {"http", "https"} and host and parts.username is None
    return value if is_web and not re.search(r"[\s<>\"'`\\]", value) else bad


def _read_published(value: str) -> str | _Refusal:
    bad = _Refusal(f"“{_short(value)}” is no date", 'write it like "2023-07-26", "2023-07" or "2023"')
    match = _DATE.fullmatch(value)
    if match is None:
        return bad
    year, month, day, doubt = match.groups()
    if month is not None and not (int(month) in _SEASONS and day is None):
        try:
            date(int(year), int(month), int(day or 1))
        except ValueError:
            return bad
    return "-".join(part for part in (year, month, day) if part) + doubt


def _read_lang(value: str) -> str | _Refusal:
    known = get_args(Lang)
    if value.lower() in known:
        return value.lower()
    message = f"“{_short(value)}” is none of the languages {', '.join(known)}"
    return _Refusal(message, "write nb for Bokmål, nn for Nynorsk")


_READERS: dict[str, Callable[[str], str | _Refusal]] = {
    "url": _read_url,
    "outlet": _read_line,
    "published": _read_published,
    "title": _read_line,
    "lang": _read_lang,
}
