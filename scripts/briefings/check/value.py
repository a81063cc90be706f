"""A value of a page's front matter, with its place: what every check is given, and what every problem points at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from anyascii import anyascii
from msgspec import Struct, field
from msgspec.structs import replace
from rapidfuzz import fuzz, process

from briefings.errors import Problem, Severity
from briefings.yaml_scalar import quote
from briefings.yaml_tree import Node, position

SHOWN = 60
"""Characters of a value that a message repeats: enough to recognise it by, short enough for one line."""
EXAMPLE = 300
"""Characters of an example to copy: no headline is longer."""
LAST_OF_FOUR_FIGURES = 0xFFFF
"""The last character whose number has four hexadecimal figures."""
ID_LIKE = 70
"""How like each other (0 to 100, rapidfuzz's ratio) two ids or page names must be for one to be meant for the other.
`kim-jong-um` and `kim-jong-un` have 91, `vladimir-putin` and `vladimir-zelenskyj` 50."""
WORD_LIKE = 60
"""The same for one of a few fixed words: `drafft` and `draft` 91, `review` and `reviewed` 86, `done` and `draft` 22."""
KEY_LIKE = 80
"""The same for keys, where people may have their own: `actor` and `actors` 91, `subtitle` and `title` 77."""


class World(Struct, frozen=True):
    """What a page's values can refer to."""

    briefings: frozenset[str] = frozenset()
    """Names of briefing pages, without `.md`."""
    former: Mapping[str, str] = field(default_factory=dict)
    """A name a briefing page once had → the name it has now."""
    actors: frozenset[str] = frozenset()
    """Ids of actor pages."""
    actor_names: Mapping[str, str] = field(default_factory=dict)
    """An actor's name or alias as a slug → its id."""
    seeds: frozenset[str] = frozenset()
    """File names in `seeds/`, with `.txt`."""
    paragraphs: Mapping[str, int] = field(default_factory=dict)
    """How many paragraphs a seed has, by its file's name, where that is known."""


class Source(Struct, frozen=True):
    """The front matter that values stand in."""

    path: str
    front: str
    first_line: int
    """The line of the file that the front matter's first line is."""
    root: Node | None
    """The front matter as a tree; None where there is none."""
    name: str
    """The page's name, without `.md`."""
    seed: str | None = None
    """What `source.seed` says."""


class Value(Struct, frozen=True):
    """One value where it stands."""

    node: Node
    name: str
    """How messages call it: `title`, `related.why`, `an item of tags`."""
    source: Source

    @property
    def is_null(self) -> bool:
        """Whether the value is empty, `~` or `null`."""
        return self.node.data is None

    @property
    def text(self) -> str | None:
        """The words of a scalar as they were written; None for null, a list or a mapping."""
        return self.node.value.strip() if self.node.kind == "scalar" and not self.is_null else None

    @property
    def shown(self) -> str:
        """The value in a message, in backquotes."""
        return f"`{short(self.node.value)}`" if self.node.kind == "scalar" else A_KIND[self.node.kind]

    def called(self, name: str) -> Value:
        """Return the same value under another name."""
        return replace(self, name=name)

    def inner(self, node: Node, name: str) -> Value:
        """Return a value within this one."""
        return Value(node, name, self.source)

    def wrong(self, message: str, fix: str) -> Problem:
        """Return an error at this very value."""
        return self._problem(message, fix, Severity.ERROR)

    def doubtful(self, message: str, fix: str) -> Problem:
        """Return a warning at this very value."""
        return self._problem(message, fix, Severity.WARNING)

    def _problem(self, message: str, fix: str, severity: Severity) -> Problem:
        line, column = position(self.source.front, self.node.start)
        return Problem(self.source.path, self.source.first_line + line - 1, column, message, fix, severity)


Check = Callable[[Value, World], Iterator[Problem]]
"""Looks at one value and yields what is wrong with it."""

A_KIND = {"scalar": "text", "sequence": "a list", "mapping": "`key: value` lines"}


def short(text: str) -> str:
    """Return a text on one line, cut to `SHOWN` characters, with nothing a terminal would obey."""
    line = " ".join(text.split())
    line = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in line[: SHOWN + 1])
    return (line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…").replace("`", "'")


def quoted(text: str) -> str:
    """Return a text as YAML in quotes, for an example to copy; in single ones where it has double ones inside."""
    line = " ".join(text.split())
    if len(line) > EXAMPLE:
        line = f"{line[: EXAMPLE - 1]}…"
    if '"' in line and "'" not in line and "\\" not in line and line.isprintable():
        return f"'{line}'"
    return "".join(char if char.isprintable() else _escaped(char) for char in quote(line))


def _escaped(char: str) -> str:
    """Return a character as YAML writes it in double quotes."""
    code = ord(char)
    return f"\\u{code:04x}" if code <= LAST_OF_FOUR_FIGURES else f"\\U{code:08x}"


def listed(choices: Iterable[str]) -> str:
    """Return choices as prose: `nn, nb or da`."""
    *first, last = choices
    return f"{', '.join(first)} or {last}" if first else last


def unquoted(text: str) -> str:
    """Return a text without the curly or double quotes around it, which a word processor may have put there."""
    return text.strip().strip("“”„«»‘’\"'").strip()


def slug(text: str) -> str:
    """Return a name in the form of an id: `Kim Jong-un` → `kim-jong-un`."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text[:200]).lower()).strip("-")


def nearest(text: str, choices: Iterable[str], cutoff: int) -> str | None:
    """Return the choice most like `text`, the first in the alphabet among equals; None if none reaches the cutoff.

    The same letters in another order count as like enough: `roel` and `role` have a ratio of 75 only.
    """
    meant = text[:200].lower()
    ordered = sorted(choices)
    found = process.extractOne(meant, ordered, scorer=fuzz.ratio, score_cutoff=cutoff)
    if found:
        return found[0]
    letters = sorted(meant)
    return next((choice for choice in ordered if len(choice) == len(meant) and sorted(choice) == letters), None)
