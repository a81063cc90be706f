"""The three sections of a briefing's body that people and the site both read: key points, timeline, statements.

    ## Key points
    - [Vladimir Putin](../actors/vladimir-putin.md) og [Kim Jong-un](../actors/kim-jong-un.md) satt i møte. [¶7](#p7)

    ## Timeline
    - **2023-07-26** Sjojgu besøker en utstilling. [¶33](#p33)

    ## Statements
    > Eg støttar din heilage kamp mot Vesten

    — [Kim Jong-un](../actors/kim-jong-un.md), via [KCNA](../actors/kcna.md) [¶19](#p19)

    - amerikanske kjelder, via [Reuters](../actors/reuters.md): Putin svarte at «alle spørsmål» er opne. [¶41](#p41)
    - [Kim Jong-un](../actors/kim-jong-un.md): «alle spørsmål» [¶41](#p41)

A quote is a blockquote, and below it who said it. Anything else said is a list item; up to its first colon followed by
a space it says who, and where all that follows stands in one pair of «», it is a fragment. An item without such a colon
is said by nobody named; in its words, and in a speaker's, that colon is written `&#58;`. Where nobody is named but who
passed it on, it begins `via X: …`. In all of them the paragraph mark comes last, and people may leave it out.

`sections_read` turns them back into values; this module writes them, and splits a body into its sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefings.markdown_text import escape
from briefings.model import StatementKind
from briefings.page_values import Dated, Excerpt, Run, Said

KEY_POINTS = "Key points"
TIMELINE = "Timeline"
STATEMENTS = "Statements"

COLON = "&#58;"
COMMA = "&#44;"


# --- writing --------------------------------------------------------------------------------------------------------


def write_key_points(points: Sequence[Excerpt]) -> str:
    """Return the section's lines, ended by LF; empty where there are none."""
    return _section(KEY_POINTS, (f"- {_excerpt(point)}\n" for point in points))


def write_timeline(entries: Sequence[Dated]) -> str:
    """Return the section's lines, ended by LF; empty where there are none."""
    return _section(TIMELINE, (f"- **{_date(entry.date)}** {_excerpt(entry.excerpt)}\n" for entry in entries))


def write_statements(statements: Sequence[Said]) -> str:
    """Return the section's lines, ended by LF; empty where there are none."""
    blocks: list[str] = []
    in_list = False
    for said in statements:
        is_quote = said.kind is StatementKind.QUOTE
        block = _quote(said) if is_quote else _claim(said)
        blocks.append(block if not blocks or (in_list and not is_quote) else "\n" + block)
        in_list = not is_quote
    return _section(STATEMENTS, blocks)


def _section(heading: str, blocks: Iterable[str]) -> str:
    text = "".join(blocks)
    return f"## {heading}\n{text}" if text else ""


def _quote(said: Said) -> str:
    words = _runs(said.excerpt.runs)
    who = _head(said)
    return f"> {words}\n\n— {who}{' ' if who else ''}{_mark(said.excerpt.at)}\n"


def _claim(said: Said) -> str:
    who = _head(said)
    if said.kind is StatementKind.FRAGMENT:
        words = f"«{_fragment(said.excerpt)}»"
    else:
        words = _runs(said.excerpt.runs, at_start=not who)
        if is_one_fragment(words):  # a sentence that begins and ends with «» is no fragment
            words = words.replace("«", "&#171;", 1)
    if not who:
        words = words.replace(": ", COLON + " ")
        words = words[:-1] + COLON if words.endswith(":") else words
    return f"- {who}{': ' if who else ''}{words} {_mark(said.excerpt.at)}\n"


def _fragment(excerpt: Excerpt) -> str:
    words = _runs(excerpt.runs, at_start=False)
    return words if is_one_fragment(f"«{words}»") else words.replace("«", "&#171;").replace("»", "&#187;")


def is_one_fragment(markdown: str) -> bool:
    """Tell whether all of a text stands in one pair of «»."""
    if not (markdown.startswith("«") and markdown.endswith("»") and len(markdown) > 1):
        return False
    depth = 0
    for found in re.finditer("[«»]", markdown):
        depth += 1 if found[0] == "«" else -1
        if depth <= 0:
            return found.end() == len(markdown) and depth == 0
    return False


def _head(said: Said) -> str:
    """Return who said it and who passed it on: `speaker, via A, via B`."""
    parts = [_who(said.speaker)] if said.speaker else []
    parts += [f"via {_who(run)}" for run in said.via]
    return ", ".join(parts)


def _who(run: Run) -> str:
    """Return a speaker as Markdown in which no colon, comma or leading `via` can be mistaken for the format's own."""
    words = _runs((run,))
    if run.actor is not None:
        return words
    words = words.replace(": ", COLON + " ").replace(", via ", COMMA + " via ")
    words = words[:-1] + COLON if words.endswith(":") else words
    return words.replace("via ", "&#118;ia ", 1) if words.startswith("via ") else words


def _excerpt(excerpt: Excerpt) -> str:
    return f"{_runs(excerpt.runs)} {_mark(excerpt.at)}"


def _mark(at: int) -> str:
    return f"[¶{at}](#p{at})"


def _date(date: str) -> str:
    """Return an EDTF date for bold type: a single `~` is no markup, and common enough to be left readable."""
    return date if date.count("~") == 1 and escape(date.replace("~", "")) == date.replace("~", "") else escape(date)


def _runs(runs: Iterable[Run], *, at_start: bool = True) -> str:
    """Return runs as Markdown on one line; the words of an actor link to its page."""
    parts: list[str] = []
    for run in merged(runs):
        if run.actor is None:
            parts.append(escape(run.text, at_start=at_start and not parts))
        else:
            if parts and parts[-1].endswith("!"):  # `![…](…)` would be a picture
                parts[-1] = parts[-1][:-1].removesuffix("\\") + "&#33;"
            parts.append(f"[{escape(run.text, at_start=False)}](../actors/{run.actor}.md)")
    return "".join(parts).strip(" ")


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs with neighbours that name nobody joined and empty ones left out."""
    joined: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if joined and run.actor is None and joined[-1].actor is None:
            joined[-1] = Run(joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


# --- splitting a body -----------------------------------------------------------------------------------------------


class Section(Struct, frozen=True):
    """A stretch of a page's body: from one `## ` heading up to the next."""

    heading: str | None
    """The heading's text; None for what stands before the first."""
    start: int
    """Offset in the body."""
    end: int
    text: str
    """All of it, heading line and line ends included; the sections' texts together are the body."""
    line: int
    """The line of the file the section begins on, from 1."""


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_HEADING = re.compile(r"##(?!#)(.*)")
_FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`\r\n]*[\r\n]*\Z)|~{3,})")
_CLOSING = re.compile(r"[ \t]*(`{3,}|~{3,})[ \t\r\n]*")


def split_sections(body: str, line: int = 1) -> tuple[Section, ...]:
    """Split a body at its second-level headings, those in code blocks and comments left alone.

    The first section, without heading, is always there, if need be empty. `line` is the body's first line in its file.
    """
    lines = [found[0] for found in _LINE.finditer(body) if found[0]]
    hidden = _hidden_lines(lines)
    starts: list[tuple[str | None, int, int]] = [(None, 0, line)]
    offset = 0
    for number, text in enumerate(lines):
        if number not in hidden and (found := _HEADING.match(text)):
            starts.append((found[1].strip().rstrip("#").rstrip(), offset, line + number))
        offset += len(text)
    ends = [start for _, start, _ in starts[1:]] + [len(body)]
    return tuple(
        Section(heading, start, end, body[start:end], at)
        for (heading, start, at), end in zip(starts, ends, strict=True)
    )


def _hidden_lines(lines: Sequence[str]) -> set[int]:
    """Return the numbers of lines inside fenced code and comments; what is opened and never closed hides nothing."""
    hidden: set[int] = set()
    longest = _longest_closing_from(lines)
    last_comment_end = max((number for number, line in enumerate(lines) if "-->" in line), default=-1)
    number = 0
    while number < len(lines):
        line = lines[number]
        end = number
        if (fence := _FENCE.match(line)) and longest[number + 1].get(fence[1][0], 0) >= len(fence[1]):
            end = next(at for at in range(number + 1, len(lines)) if _closes(lines[at], fence[1]))
        elif "<!--" in line and "-->" not in line[line.rfind("<!--") :] and number < last_comment_end:
            end = next(at for at in range(number + 1, len(lines)) if "-->" in lines[at])
        hidden.update(range(number + 1, end + 1))
        number = end + 1
    return hidden


def _closes(line: str, fence: str) -> bool:
    found = _CLOSING.fullmatch(line)
    return bool(found and found[1].startswith(fence))


def _longest_closing_from(lines: Sequence[str]) -> list[dict[str, int]]:
    """Return, for each line, the longest closing fence at or after it: so no search for one that is not there."""
    longest: list[dict[str, int]] = [{}]
    for line in reversed(lines):
        found = _CLOSING.fullmatch(line)
        best = longest[-1]
        if found and len(found[1]) > best.get(found[1][0], 0):
            best = {**best, found[1][0]: len(found[1])}
        longest.append(best)
    return longest[::-1]
