"""Say in plain words why front matter is no valid YAML, and how the line must look."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import yaml
from msgspec import Struct

from briefings.check.dates import explain
from briefings.check.value import quoted, short
from briefings.edtf_date import is_valid
from briefings.errors import Problem
from briefings.yaml_tree import DEEPEST, position

SOME_YEAR = "2000"
"""Stands in for a date that cannot be; any year would do."""

_FENCES = re.compile(r"\ufeff?-{3}[ \t]*(?:\r\n|\r|\n)(.*?)(?:^(?:-{3}|\.{3})[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_KEY = re.compile(
    r"(?P<indent>[ \t]*(?:- +)*)(?P<key>[^\s:#'\"{}\[\],][^:#'\"{}\[\],]{0,60}?)(?P<colon>[ \t]*:)(?P<rest>.*)"
)
_FIRST_MARKER = re.compile(r"^<{7} ", re.MULTILINE)
_LAST_MARKER = re.compile(r"^>{7} ", re.MULTILINE)
_TIGHT = re.compile(r"[ ]*(?:- +)?([A-Za-z_]{2,30}):(?=[^\s/:])(.*)")
"""`key:value`, but no web address."""
_TIGHT_DASH = re.compile(r"(?P<indent> *)-(?P<rest>[^\s-].*)")
_KEY_AT_START = re.compile(r"[A-Za-z_]+[ ]*:(?:\s|\Z)")
_CURLY = re.compile(r"[:\[,{] *([“”„‘’«][^“”„‘’«»]{0,300}[“”‘’»])")
_COLON_INSIDE = re.compile(r"[{,] *([A-Za-z_]{1,30}): +([^\s\"',{}\[\]][^\"',{}\[\]]{0,300}: [^\"',{}\[\]]{1,300})")
_DATE_LIKE = re.compile(r"\d{4}-\d\d?-\d\d?")


def conflict_markers(path: str, text: str) -> Problem | None:
    """Return the first of the marks that git leaves where two people changed the same lines; None if there are none."""
    first = _FIRST_MARKER.search(text)
    if first is None or _LAST_MARKER.search(text, first.end()) is None:
        return None
    line = len(_LINE_END.findall(text, 0, first.start())) + 1
    message = "git could not merge two versions of this file and left both, between <<<<<<< and >>>>>>>"
    return Problem(path, line, 1, message, "keep the lines that are right, delete the others and the three marks, save")


def impossible_dates(path: str, data: bytes) -> tuple[tuple[Problem, ...], bytes]:
    """Return the unquoted dates that the calendar does not have, and the page with a year in their place.

    MkDocs' loader breaks off at the first; with these out of its way, all else that is wrong can be found as well. The
    bytes keep their places.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return (), data
    found = _FENCES.match(text)
    if found is None or all(is_valid(date[0]) for date in _DATE_LIKE.finditer(found[1])):
        return (), data
    problems: list[Problem] = []
    front, lines = found[1], _LINE_END.split(found[1])
    above = len(_LINE_END.findall(text, 0, found.start(1)))
    with contextlib.suppress(yaml.YAMLError):
        for event in _shallow_events(found[1]):
            if isinstance(event, yaml.ScalarEvent) and not event.style and _is_impossible_date(event.value):
                start, end = event.start_mark.index, event.end_mark.index  # type: ignore[union-attr]  # set by the parser
                line, column = position(front, start)
                match = _KEY.match(lines[line - 1])
                what, fix = explain(short(match["key"]) if match else "this", event.value)
                problems.append(Problem(path, above + line, column, what, fix))
                front = f"{front[:start]}{SOME_YEAR.ljust(end - start)}{front[end:]}"
    return tuple(problems), (text[: found.start(1)] + front + text[found.end(1) :]).encode()


def diagnose(path: str, text: str) -> Problem | None:
    """Return what is wrong with a page's YAML; None where it is sound, or where there is none."""
    found = _FENCES.match(text)
    if found is None:
        return None
    lines = _LINE_END.split(found[1])
    trouble = _trouble(found[1], lines)
    if trouble is None:
        return None
    line, column, what, fix = next(answer for rule in _RULES if (answer := rule(trouble)))
    above = len(_LINE_END.findall(text, 0, found.start(1)))
    return Problem(path, above + line + 1, column + 1, what, fix)


class _Trouble(Struct, frozen=True):
    """Where the parser stumbled; numbers are from 0, as the parser counts."""

    lines: list[str]
    line: int
    column: int
    start_line: int
    """Where what it was reading began: often the true place."""
    start_column: int
    said: str
    date: str | None = None
    """A date that the calendar does not have, where that is all the trouble."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The lines where the reason may stand, the likeliest first: the parser is often a line late."""
        return tuple(dict.fromkeys((self.start_line, self.line, max(self.line - 1, 0))))


def _trouble(front: str, lines: list[str]) -> _Trouble | None:
    """Find where the parser stumbles, and what it says, if it does."""
    try:
        for event in _shallow_events(front):
            if isinstance(event, yaml.ScalarEvent) and not event.style and _is_impossible_date(event.value):
                line, column = position(front, event.start_mark.index)  # type: ignore[union-attr]  # set by the parser
                return _Trouble(lines, line - 1, column - 1, line - 1, column - 1, "", event.value)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if mark is None:
            return None
        # The parser's own line numbers count U+2028 as a line end, which no editor does.
        line, column = position(front, mark.index)
        start_line, start_column = position(front, (error.context_mark or mark).index)
        return _Trouble(
            lines, line - 1, column - 1, start_line - 1, start_column - 1, f"{error.context}: {error.problem}"
        )
    except yaml.YAMLError:
        return None
    return None


def _shallow_events(front: str) -> Iterator[yaml.Event]:
    """Yield the parser's events; stop where they nest too deep, for there its time grows with the square."""
    depth = 0
    for event in yaml.parse(front, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return
        yield event


def _is_impossible_date(text: str) -> bool:
    if not _DATE_LIKE.match(text):
        return False
    try:
        yaml.load(text, Loader=yaml.CSafeLoader)
    except ValueError:
        return True
    except yaml.YAMLError:
        return False
    return False


# --- reasons, the most telling first --------------------------------------------------------------------------------

_Answer = tuple[int, int, str, str]
"""Line and column in the front matter, from 0; what is wrong; how to mend it."""


def _a_date(trouble: _Trouble) -> _Answer | None:
    if trouble.date is None:
        return None
    match = _KEY.match(trouble.lines[trouble.line])
    return trouble.line, trouble.column, *explain(short(match["key"]) if match else "this", trouble.date)


def _a_tab(trouble: _Trouble) -> _Answer | None:
    for at in trouble.numbers:
        line = trouble.lines[at]
        column = line[: len(line) - len(line.lstrip(" \t-"))].find("\t")
        if column >= 0:
            what = "a tab stands here, and YAML is indented with spaces only"
            return at, column, what, "put two spaces in its place"
    return None


def _a_heading(trouble: _Trouble) -> _Answer | None:
    """Find a heading above the place of the trouble: to YAML a comment, to people where the page's text begins."""
    for at, line in enumerate(trouble.lines[: trouble.line + 1]):
        following = next((text for text in trouble.lines[at + 1 :] if text.strip()), "")
        if line.startswith("## ") and not _KEY_AT_START.match(following):
            what = f"the front matter has no end above the heading `{short(line)}`"
            return at, 0, what, "put --- on a line of its own before this line"
    return None


def _no_space_after_dash(trouble: _Trouble) -> _Answer | None:
    """Find an item beside others that would be one, had it a space; the parser stumbles below it."""
    for at in range(trouble.line, min(trouble.numbers) - 1, -1):
        match = _TIGHT_DASH.match(trouble.lines[at])
        item = f"{match['indent']}- " if match else ""
        beside = trouble.lines[max(at - 1, 0) : at] + trouble.lines[at + 1 : at + 2]
        if match and any(line.startswith(item) for line in beside):
            what = f"`{short(trouble.lines[at])}` has no space after the dash, so it is no item of the list"
            return at, match.end("indent"), what, f"write - {short(match['rest'])}"
    return None


def _text_in_brackets(trouble: _Trouble) -> _Answer | None:
    """Find a text within {…} or […] that YAML does not take for one: in typographic quotes, or with a colon in it."""
    if "flow sequence" not in trouble.said and "flow mapping" not in trouble.said:
        return None
    for at in range(trouble.start_line, trouble.line + 1):
        line = trouble.lines[at]
        if match := _CURLY.search(line):
            what = f"{match[1][0]} is a typographic quotation mark, which does not hold YAML's text together"
            return at, match.start(1), what, f"write {quoted(match[1][1:-1])}"
        if match := _COLON_INSIDE.search(line):
            what = "the text has a colon followed by a space in it, so YAML takes part of it for a key"
            return at, match.start(2), what, f"write {match[1]}: {quoted(match[2].strip())}"
    return None


def _an_open_quote(trouble: _Trouble) -> _Answer | None:
    if "quoted scalar" not in trouble.said:
        return None
    if "escape" in trouble.said:
        what = "a backslash in double quotes begins a special character, and this one is none"
        fix = "write \\\\ for a backslash, or put the text in 'single quotes'"
        return trouble.line, max(trouble.column - 1, 0), what, fix
    mark = trouble.lines[trouble.start_line][trouble.start_column : trouble.start_column + 1]
    what = f"the quotation mark {mark} that opens here is never closed"
    return trouble.start_line, trouble.start_column, what, f"put {mark} at the end of the text as well"


def _no_space(trouble: _Trouble) -> _Answer | None:
    for at in trouble.numbers:
        match = _TIGHT.match(trouble.lines[at])
        if match:
            what = f"`{short(trouble.lines[at])}` has no space after the colon, so it is no `key: value`"
            return at, match.end(1), what, f"write {match[1]}: {short(match[2])}"
    return None


def _an_open_bracket(trouble: _Trouble) -> _Answer | None:
    if "flow sequence" not in trouble.said and "flow mapping" not in trouble.said:
        return None
    opening, closing = ("[", "]") if "sequence" in trouble.said else ("{", "}")
    what = f"the {opening} that opens here is never closed, or a comma is missing after it"
    fix = f"put {closing} at its end, and commas between the items"
    return trouble.start_line, trouble.start_column, what, fix


def _no_quotes(trouble: _Trouble) -> _Answer | None:
    for at in (trouble.line, max(trouble.line - 1, 0)):
        if found := _needs_quotes(trouble.lines[at]):
            return at, *found
    return None


def _no_colon(trouble: _Trouble) -> _Answer | None:
    if "could not find expected ':'" not in trouble.said:
        return None
    what = f"`{short(trouble.lines[trouble.start_line])}` is no `key: value`"
    fix = "put a colon and a space after the key, or indent the line if it continues the text above"
    return trouble.start_line, trouble.start_column, what, fix


def _something_else(trouble: _Trouble) -> _Answer:
    return trouble.line, trouble.column, "this line does not fit the lines above it", _INDENTATION


_INDENTATION = "begin every key of one block in the same column, and put text with quotes or colons in it in quotes"


def _needs_quotes(line: str) -> tuple[int, str, str] | None:
    """Find a value that YAML takes for something else than text, or that goes on after its closing quote."""
    match = _KEY.match(line)
    if match is None:
        item = re.match(r"([ ]*- +)(.+)", line)
        if item is None:
            return None
        column, key, value = item.end(1), "-", item[2].strip()
    else:
        rest = match["rest"]
        column = match.start("rest") + len(rest) - len(rest.lstrip())
        key, value = f"{short(match['key'])}:", rest.strip()
    if not value:
        return None
    fix = f"write {key} {quoted(_bare(value))}"
    if value[0] in "\"'":
        return column, f"the text goes on after the quotation mark {value[0]} that closes it", fix
    if value[0] in "“”„‘’":
        return column, f"{value[0]} is a typographic quotation mark, which does not hold YAML's text together", fix
    if value[0] in "@`%*&!|>":
        return column, f"a text without quotes cannot begin with {value[0]}", fix
    if ": " in value or value.endswith(":"):
        return column, "the text has a colon followed by a space in it, so YAML takes part of it for a key", fix
    if value[0] in "[{":
        return column, f"a text without quotes cannot begin with {value[0]}, which opens a list", fix
    if value.startswith("- "):
        return column, "a list cannot begin on the line of its key", fix
    return None


def _bare(value: str) -> str:
    """Return the text a person meant, without a pair of quotes around all of it."""
    for opening, closing in ('""', "''", "“”", "””", "„“", "„”", "‘’", "’’"):
        if len(value) > 1 and value.startswith(opening) and value.endswith(closing):
            return value[1:-1]
    return value


_RULES = (
    _a_date,
    _a_tab,
    _a_heading,
    _no_space_after_dash,
    _an_open_quote,
    _no_space,
    _text_in_brackets,
    _an_open_bracket,
    _no_quotes,
    _no_colon,
    _something_else,
)
