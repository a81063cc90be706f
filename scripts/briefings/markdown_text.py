"""Put plain text into Markdown so that it comes out as exactly that text, and read it back.

Escaped is only what Python-Markdown, with the extensions Material recommends switched on, would take for markup: with a
backslash where that works whatever extensions are on (Python-Markdown's own escapes), else as a character reference.
Ordinary prose stays as it is: `1953.` inside a sentence, dashes, «», `H&M`, `10 % (ca. 5/6)`.
"""

from __future__ import annotations

import html
import re

_SPACE = re.compile(r"[\t\n\x0b\x0c\r\x1c-\x1f \x85\u2028\u2029]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that no text shows."""

_BACKSLASHED = "*_"
_MARKUP = re.compile(
    r"""[*\\`<>\[\]{}$^~|]          # emphasis, code, HTML, links, attributes and templates, maths, super- and subscript
    |(?<![^\W_])_|_(?![^\W_])       # an underscore between letters is one to every renderer
    |&(?=\#|\w+;)                   # a character reference
    |(?<==)=|=(?==)                 # ==mark==
    |(?<=\+)\+|\+(?=\+)             # ++key++
    |:(?=[+\-\w]+:)                 # :emoji:
    |:(?=//)                        # https://
    |(?<=www)\.(?=\S)
    |@(?=\w)                        # an address, a handle""",
    re.VERBOSE | re.IGNORECASE,
)
"""What means something anywhere in a line."""

_AT_START = re.compile(r"[-+#](?=.)|[-+#]\Z|[0-9]+(\.)|[!?:/=]", re.DOTALL)
"""What means something only where a line begins: lists, headings, admonitions, definitions, blocks, underlines."""
_START_BACKSLASHED = "-+#.!"

_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def one_line(text: str) -> str:
    """Return a text on one line: line breaks and runs of spaces become one space.

    What no page, feed or picture can hold is left out: control characters and half surrogates.
    """
    return _SPACE.sub(" ", CONTROL.sub("", text))


def escape(text: str, *, at_start: bool = True) -> str:
    """Return a text as Markdown that renders as that text on one line; `at_start`: where a line's content begins.

    Line breaks and runs of spaces become one space (a no-break space stays), control characters are left out.
    """
    clean = one_line(text)
    if not at_start:
        return _escape_markup(clean)
    clean = clean.lstrip(" ")
    found = _AT_START.match(clean)
    if not found:
        return _escape_markup(clean)
    mark = found.start(1) if found[1] else 0
    if found[0][0].isdigit() and clean[mark + 1 : mark + 2] not in ("", " "):
        return _escape_markup(clean)
    char = clean[mark]
    escaped = "\\" + char if char in _START_BACKSLASHED else f"&#{ord(char)};"
    return clean[:mark] + escaped + _escape_markup(clean[mark + 1 :])


def _escape_markup(text: str) -> str:
    return _MARKUP.sub(lambda found: _escape_one(found[0]), text)


def _escape_one(char: str) -> str:
    if char in _BACKSLASHED:
        return "\\" + char
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(char) or f"&#{ord(char)};"


def unescape(markdown: str) -> str:
    """Return the text that escaped Markdown stands for: the inverse of `escape`."""
    parts = []
    done = 0
    for found in _ESCAPED.finditer(markdown):
        parts += [markdown[done : found.start()], found[1] or html.unescape(found[0])]
        done = found.end()
    return "".join([*parts, markdown[done:]])


_ESCAPED = re.compile(f"{_BACKSLASH.pattern}|{_REFERENCE.pattern}")
