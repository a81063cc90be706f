"""A page as a file: front matter, body, and what people may have written in either.

A page's text is kept to the byte: `page.text.encode()` is the file. Front matter is fenced as MkDocs fences it
(`mkdocs/utils/meta.py`); what stands between the fences is read by `yaml_tree`, which keeps what a person meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from briefings.errors import BriefingsError, Problem
from briefings.page_text import actor_to_text, briefing_to_text
from briefings.page_values import ActorRef
from briefings.slug import actor_id, page_name, slug
from briefings.yaml_tree import YamlError, locate, position, read

__all__ = [
    "Link",
    "Page",
    "Translation",
    "actor_id",
    "actor_to_text",
    "actors_of",
    "briefing_to_text",
    "claimed_seed",
    "is_hidden",
    "list_of",
    "page_name",
    "place_of",
    "read_page",
    "related_of",
    "seed_of",
    "slug",
    "stage_of",
    "table_of",
    "text_of",
    "translations_of",
]

BOM = "\ufeff"
_OPEN = re.compile(r"-{3}[ \t]*(?:\r\n|\r|\n)")
_FRONT = re.compile(r"(-{3}[ \t]*(?:\r\n|\r|\n))(.*?(?:\r\n|\r|\n))(?:\.{3}|-{3})[ \t]*(?:\r\n|\r|\n)", re.DOTALL)
"""MkDocs' own rule, with the line ends it would have turned into LF on reading."""
_HEADING = re.compile(r"(?:(?<=\n)|(?<=\r))## ")
_LAST_LINE_IS_FENCE = re.compile(r"(?:\r\n|\r|\n)(?:\.{3}|-{3})[ \t]*\Z")


class Page(Struct, frozen=True):
    """A Markdown file of `docs/`."""

    path: str
    text: str
    """The whole file decoded: line ends as they are, the byte order mark kept where there is one."""
    front: str
    """The YAML between the fences; empty where there are none."""
    front_start: int
    """The offset of `front` in `text`; 0 where there are no fences."""
    front_line: int
    """The line of the file where `front` begins, from 1; 0 where there are no fences."""
    data: Mapping[str, Any]
    """The front matter: strings as written, None, lists, mappings."""
    body: str
    """All after the closing fence's line, or all of a page without fences."""
    body_line: int
    """The line of the file where `body` begins, from 1."""


def read_page(path: str, data: bytes) -> Page:
    """Read a page; raise BriefingsError where it is no UTF-8, its fence stays open or its YAML is broken."""
    return page_of_text(path, decode(path, data))


def decode(path: str, data: bytes) -> str:
    """Return a file's text; raise BriefingsError where it is no UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"this is no UTF-8 (byte {data[error.start]:#04x})"
        raise BriefingsError(
            Problem(path, *position(before, len(before)), message, "save the file as UTF-8")
        ) from error


def page_of_text(path: str, text: str) -> Page:
    """Read a page that is decoded already; raise BriefingsError as `read_page` does."""
    start = 1 if text.startswith(BOM) else 0
    found = _FRONT.match(text, start)
    if not found:
        if _OPEN.match(text, start):
            raise BriefingsError(_open_fence(path, text))
        return Page(path, text, "", 0, 0, {}, text[start:], 1)
    front, front_start = found[2], found.start(2)
    front_line, _ = position(text, front_start)
    try:
        values = read(front)
    except YamlError as error:
        line = front_line + error.line - 1
        raise BriefingsError(Problem(path, line, error.column, error.message, error.fix)) from error
    body_line, _ = position(text, found.end())
    return Page(path, text, front, front_start, front_line, values, text[found.end() :], body_line)


def _open_fence(path: str, text: str) -> Problem:
    if _LAST_LINE_IS_FENCE.search(text):
        line, _ = position(text, len(text))
        return Problem(path, line, 0, "the file ends right after the closing ---", "end that line with a line break")
    if heading := _HEADING.search(text):
        line, _ = position(text, heading.start())
        fix = "put --- on a line of its own before this line"
        return Problem(path, line, 1, "the front matter has no end above this heading", fix)
    return Problem(path, 1, 0, "the front matter that begins here has no end", "put a line with --- after its last key")


def place_of(page: Page, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column in the file of a value in the front matter, or of the nearest thing around it."""
    if not page.front_line:
        return 1, 1
    line, column = locate(page.front, path)
    return page.front_line + line - 1, column


# --- what a page says -----------------------------------------------------------------------------------------------


class Translation(Struct, frozen=True):
    """One entry of `translations`: what people call a briefing in another language."""

    title: str | None = None
    summary: str | None = None


class Link(Struct, frozen=True):
    """One entry of `related`, as a person may have written it."""

    page: str
    """The other page's name, without `.md`."""
    why: str | None = None
    at: int | None = None


def text_of(page: Page, key: str) -> str | None:
    """Return a key's text; None where it is absent, empty, or no text."""
    value = page.data.get(key)
    return value if isinstance(value, str) and value else None


def list_of(page: Page, key: str) -> tuple[str, ...]:
    """Return a key's texts; a single text counts as a list of one, what is no text is left out."""
    value = page.data.get(key)
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, str) and item)


def table_of(page: Page, key: str) -> dict[str, str]:
    """Return a key's mapping of texts, such as `names` or `source`; what is no text is left out."""
    value = page.data.get(key)
    if not isinstance(value, Mapping):
        return {}
    return {str(name): part for name, part in value.items() if isinstance(part, str) and part}


def translations_of(page: Page) -> tuple[tuple[str, Translation], ...]:
    """Return (language, title and summary in it), sorted; what is neither title nor summary is left out."""
    value = page.data.get("translations")
    found = {}
    for lang, entry in value.items() if isinstance(value, Mapping) else ():
        said = [entry.get(key) for key in ("title", "summary")] if isinstance(entry, Mapping) else []
        texts = [text if isinstance(text, str) and text else None for text in said]
        if any(texts):
            found[str(lang)] = Translation(*texts)
    return tuple(sorted(found.items(), key=lambda item: item[0]))


def seed_of(page: Page) -> str | None:
    """Return the file name of the seed a page belongs to; `source: NAME` is short for `source: {seed: NAME}`."""
    return text_of(page, "source") or table_of(page, "source").get("seed")


def stage_of(page: Page) -> str:
    """Return `draft`, `reviewed`, `withdrawn` or what else a person wrote, in lower case; `draft` where nothing is."""
    return (text_of(page, "stage") or "draft").strip().lower()


def actors_of(page: Page) -> tuple[ActorRef, ...]:
    """Return the actors a page names; `x` is short for `{id: x}`, what names nobody is left out."""
    refs = []
    for item in _items(page, "actors"):
        entry = item if isinstance(item, Mapping) else {"id": item}
        ident, role = entry.get("id"), entry.get("role")
        if isinstance(ident, str) and ident:
            refs.append(ActorRef(ident, role if isinstance(role, str) and role else None))
    return tuple(refs)


def related_of(page: Page) -> tuple[Link, ...]:
    """Return the pages a page is linked to; `x` is short for `{page: x}`, what names no page is left out."""
    links = []
    for item in _items(page, "related"):
        entry = item if isinstance(item, Mapping) else {"page": item}
        name, why, at = entry.get("page"), entry.get("why"), entry.get("at")
        if isinstance(name, str) and name:
            number = int(at) if isinstance(at, str) and re.fullmatch(r"[0-9]{1,6}", at) else None
            links.append(Link(name.removesuffix(".md"), why if isinstance(why, str) and why else None, number))
    return tuple(links)


def is_hidden(page: Page) -> bool:
    """Tell whether an actor's page says `hidden`: any of YAML 1.1's words for true."""
    return (text_of(page, "hidden") or "").lower() in ("true", "yes", "on", "y")


def _items(page: Page, key: str) -> list[Any]:
    value = page.data.get(key)
    return value if isinstance(value, list) else [] if value is None else [value]


# --- pages that cannot be read --------------------------------------------------------------------------------------

_SCANNED = 65_536
"""Bytes of a broken page that are searched for its seed: front matter is far shorter."""
_CLAIM = re.compile(
    r"""^[ ]{0,4}source[ ]*:[ \t]*
    (?:[{][^}\n]*?\bseed[ ]*:[ ]*(?P<flow>[^,}\n]+)
    |\n(?:[ \t][^\n]*\n){0,8}?[ \t]+seed[ ]*:[ ]*(?P<block>[^\n]+)
    |(?P<bare>[^{\s][^\n]*))""",
    re.VERBOSE | re.MULTILINE,
)


def claimed_seed(data: bytes) -> str | None:
    """Return the seed a page says it belongs to although its YAML cannot be read; None where it says none."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = data[:_SCANNED].decode(encoding, errors="replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _CLAIM.search(re.split(r"\n(?:---|\.\.\.)[ \t]*\n", lines, maxsplit=1)[0])
    if not found:
        return None
    said = found["flow"] or found["block"] or found["bare"]
    name = said.split(" #")[0].strip().strip("\"'").strip()
    return name or None
