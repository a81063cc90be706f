"""Check what people wrote below the front matter: links, paragraph marks, the three sections the site reads back."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from msgspec import Struct

from briefings.check.dates import explain
from briefings.check.value import ID_LIKE, KEY_LIKE, Source, World, nearest, short
from briefings.check.words import meant_words
from briefings.edtf_date import is_valid
from briefings.errors import Problem, Severity
from briefings.page import Page
from briefings.sections import KEY_POINTS, STATEMENTS, TIMELINE, split_sections
from briefings.sections_read import Line as Unread
from briefings.sections_read import read_key_points, read_statements, read_timeline

SECTIONS = (KEY_POINTS, TIMELINE, STATEMENTS)
LONGEST_LINK = 500
"""Characters of a link's target that are looked at; file names end at 255."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_LINK = re.compile(rf"\]\([ \t]*<?([^)\s<>]{{1,{LONGEST_LINK}}})")
_DEFINITION = re.compile(rf" {{0,3}}\[[^\]]{{1,200}}\]:[ \t]*<?([^\s<>]{{1,{LONGEST_LINK}}})")
_MARK = re.compile(r"\[¶ ?(\d{1,7})\]\(#p(\d{1,7})\)")
_CODE = re.compile(r"`[^`\n]*`")
_HEADING = re.compile(r" {0,3}(#{1,6})(.*)")


class _Line(Struct, frozen=True):
    """A line of the body, code blanked out."""

    path: str
    number: int
    text: str

    def wrong(self, column: int, message: str, fix: str) -> Problem:
        """Return an error on this line; column 0 is all of it."""
        return Problem(self.path, self.number, column, message, fix)

    def doubtful(self, column: int, message: str, fix: str) -> Problem:
        """Return a warning on this line."""
        return Problem(self.path, self.number, column, message, fix, Severity.WARNING)


def check_body(page: Page, source: Source, folder: str, world: World) -> Iterator[Problem]:
    """Yield what is wrong with a page's body; `folder` is `briefings` or `actors`."""
    lines = tuple(_lines(page))
    for line in lines:
        yield from _links(line, folder, world)
    if folder == "briefings":
        yield from _marks(lines, source, world)
        yield from _headings(lines)
        yield from _sections(page)


def _lines(page: Page) -> Iterator[_Line]:
    fence = ""
    for number, text in enumerate(_LINE_END.split(page.body), page.body_line):
        lead = text.lstrip()[:3]
        if lead in ("```", "~~~") and fence in ("", lead):
            fence = "" if fence else lead
        elif not fence:
            yield _Line(page.path, number, _CODE.sub(lambda found: " " * len(found[0]), text))


def _targets(line: _Line) -> Iterator[tuple[str, int]]:
    """Yield the Markdown files of this site that a line links to, as written, each with its column."""
    for match in (*_LINK.finditer(line.text), *filter(None, [_DEFINITION.match(line.text)])):
        target = unquote(match[1].partition("#")[0])
        if not target.endswith(".md") or ":" in target or target.startswith("/"):
            continue
        yield target, match.start(1) + 1


def _links(line: _Line, folder: str, world: World) -> Iterator[Problem]:
    for target, column in _targets(line):
        place, _, name = posixpath.normpath(posixpath.join(folder, target)).rpartition("/")
        name = name.removesuffix(".md")
        if place == "actors" and name not in world.actors:
            guess = nearest(name, world.actors, ID_LIKE)
            fix = f"link to {guess}.md" if guess else f"create docs/actors/{short(name)}.md, or delete the link"
            yield line.wrong(column, f"there is no actor page {short(name)}.md", fix)
        elif place == "briefings" and name in world.former and name not in world.briefings:
            what = f"the page {short(name)}.md has a new name"
            yield line.doubtful(column, what, f"link to {world.former[name]}.md")
        elif place == "briefings" and name not in world.briefings:
            guess = nearest(name, world.briefings, ID_LIKE)
            fix = f"link to {guess}.md" if guess else "link to a file in docs/briefings/, or delete the link"
            yield line.wrong(column, f"there is no briefing page {short(name)}.md", fix)


def missing_links(page: Page, uri: str, exists: Callable[[str], bool]) -> Iterator[Problem]:
    """Yield an error for every link to a Markdown file that does not exist.

    `uri` and what `exists` takes are paths in `docs/`. MkDocs finds such links too, but does not say on which line.
    """
    folder = posixpath.dirname(uri)
    for line in _lines(page):
        for target, column in _targets(line):
            if not exists(posixpath.normpath(posixpath.join(folder, target))):
                fix = "link to a file in docs/, or delete the link"
                yield line.wrong(column, f"there is no page {short(target)}", fix)


def _marks(lines: tuple[_Line, ...], source: Source, world: World) -> Iterator[Problem]:
    """Yield marks that lead elsewhere than they say, or nowhere; a page without a seed is told so once."""
    last = world.paragraphs.get(source.seed or "")
    told = False
    found = [(each, match) for each in lines for match in _MARK.finditer(each.text)]
    for line, match in found:
        shown, target = int(match[1]), int(match[2])
        column = match.start() + 1
        if shown != target:
            what = f"¶{shown} links to paragraph {target}"
            yield line.doubtful(column, what, f"write [¶{shown}](#p{shown})")
        elif source.seed is None:
            if not told:
                what = f"¶{shown} cites a paragraph, but the page has no source.seed to cite"
                yield line.doubtful(column, what, "name the seed, or delete all marks of this kind")
            told = True
        elif shown < 1 or (last is not None and shown > last):
            expected = f"¶1 to ¶{last}" if last else "¶1 or more"
            yield line.doubtful(column, f"the seed has no ¶{shown}", f"cite {expected}")


def _headings(lines: tuple[_Line, ...]) -> Iterator[Problem]:
    """Yield headings that look like one of the three sections, but are not, and sections that stand twice."""
    seen: dict[str, int] = {}
    headings = [(line, match) for line in lines if (match := _HEADING.match(line.text))]
    found = {match[2].strip().rstrip("#").rstrip() for _, match in headings if match[1] == "##"}
    for line, match in headings:
        marks, title = match[1], match[2].strip().rstrip("#").rstrip()
        column = match.start(1) + 1
        if marks == "##" and title in SECTIONS:
            if title in seen:
                what = f"a second section {title}; the first begins on line {seen[title]}"
                yield line.doubtful(column, what, "put both under one heading")
            seen.setdefault(title, line.number)
            continue
        guess = _meant_section(title)
        if guess is None or (guess in found and title != guess):
            continue
        what = f"the heading `{short(line.text)}` is not one the site reads, `## {guess}` is"
        yield line.doubtful(column, what, f"if you meant that, write ## {guess}")


def _meant_section(title: str) -> str | None:
    by_small = {name.lower(): name for name in SECTIONS}
    small = nearest(title, by_small, KEY_LIKE)
    return by_small[small] if small else meant_words("headings").get(title.lower())


# --- the three sections ---------------------------------------------------------------------------------------------

EXPECTED = {
    KEY_POINTS: "- What happened. [¶7](#p7)",
    TIMELINE: "- **2023-07-26** What happened that day. [¶33](#p33)",
    STATEMENTS: "- [Kim Jong-un](../actors/kim-jong-un.md): What he said. [¶19](#p19)",
}
"""A valid line of each section."""


def _sections(page: Page) -> Iterator[Problem]:
    """Yield what the site shows but cannot read in the three sections, and dates of the timeline that are none."""
    for section in split_sections(page.body, page.body_line):
        if section.heading == KEY_POINTS:
            yield from _unread(page, KEY_POINTS, read_key_points(section.text, section.line).unread)
        elif section.heading == STATEMENTS:
            yield from _unread(page, STATEMENTS, read_statements(section.text, section.line).unread)
        elif section.heading == TIMELINE:
            read = read_timeline(section.text, section.line)
            yield from _unread(page, TIMELINE, read.unread)
            lines = _LINE_END.split(page.body)
            for entry in read.entries:
                if not is_valid(entry.date):
                    text = lines[entry.line - page.body_line]
                    column = text.find(entry.date) + 1
                    yield _Line(page.path, entry.line, text).wrong(column, *explain("this entry's date", entry.date))


def _unread(page: Page, name: str, lines: Iterable[Unread]) -> Iterator[Problem]:
    """Yield a warning for each paragraph that could not be read; its lines come one by one."""
    previous = 0
    for line in lines:
        if line.number != previous + 1:
            what = f"this line of {name} is shown, but the site cannot read it: `{short(line.text)}`"
            fix = f"write it as {EXPECTED[name]}; or move it to a section of its own"
            yield _Line(page.path, line.number, line.text).doubtful(0, what, fix)
        previous = line.number
