"""Key points, timeline and statements survive the way into Markdown and back; a body splits and joins to the byte."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.model import StatementKind
from briefings.page_values import Dated, Excerpt, Run, Said
from briefings.sections import merged, split_sections, write_key_points, write_statements, write_timeline
from briefings.sections_read import Line, read_key_points, read_sections, read_statements, read_timeline
from test_markdown_text import ALLOWED_TAGS, render, texts, visible, words_of

# --- there and back -------------------------------------------------------------------------------------------------

TRICKY = [
    "Ap: Høgre",
    "via Tass",
    "a, via b",
    "a: ",
    "«a»",
    "«a» og «b»",
    "»a«",
    "«",
    ": x",
    "— x",
    "[¶3](#p3)",
    "slutt:",
    "&#58;",
]
plain = (texts | st.sampled_from(TRICKY)).map(visible).filter(lambda text: text.strip() != "")
wordy = plain.map(lambda text: text.strip(" \u00a0"))
ids = st.sampled_from(["kim-jong-un", "north-korea", "reuters"])
names = st.builds(Run, wordy, st.none() | ids).filter(lambda run: run.text != "")
runs = st.lists(st.builds(Run, plain, st.none() | ids), min_size=1, max_size=4).map(tuple)
paragraphs = st.integers(1, 999)


def tidy(parts: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs as Markdown can hold them: neighbours that name nobody joined, no space at either end."""
    joined = list(merged(parts))
    if joined[0].actor is None:
        joined[0] = Run(joined[0].text.lstrip(" "))
    if joined[-1].actor is None:
        joined[-1] = Run(joined[-1].text.rstrip(" "))
    return tuple(run for run in joined if run.text)


excerpts = st.builds(Excerpt, runs.map(tidy).filter(bool), paragraphs)
dates = st.sampled_from(
    ["2023-07-26", "2023-06~", "2023-06~/2023-07~", "1953", "2023-21", "2023-07-26?", "../2023", "201X"]
)
said = st.builds(
    Said, st.sampled_from(StatementKind), st.none() | names, st.lists(names, max_size=2).map(tuple), excerpts
)


@given(st.lists(excerpts, max_size=4))
def test_key_points_read_back_as_they_were_written(points: list[Excerpt]) -> None:
    read = read_key_points(write_key_points(points), 1)
    assert [Excerpt(entry.words.runs, entry.at or 0) for entry in read.entries] == points
    assert read.unread == ()


@given(st.lists(st.builds(Dated, dates, excerpts), max_size=4))
def test_a_timeline_reads_back_as_it_was_written(entries: list[Dated]) -> None:
    read = read_timeline(write_timeline(entries), 1)
    assert [Dated(entry.date, Excerpt(entry.words.runs, entry.at or 0)) for entry in read.entries] == entries
    assert read.unread == ()


@settings(max_examples=300)
@given(st.lists(said, max_size=4))
def test_statements_read_back_as_they_were_written(statements: list[Said]) -> None:
    read = read_statements(write_statements(statements), 1)
    back = [Said(each.kind, each.speaker, each.via, Excerpt(each.words.runs, each.at or 0)) for each in read.entries]
    assert back == statements
    assert read.unread == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(excerpts, max_size=2), st.lists(said, max_size=2))
def test_whatever_is_written_renders_as_those_words_with_no_link_but_to_actors(
    points: list[Excerpt], statements: list[Said]
) -> None:
    rendered = render(write_key_points(points) + "\n" + write_statements(statements))
    shown = "".join(words_of(rendered).split())
    for excerpt in [*points, *(each.excerpt for each in statements)]:
        assert "".join(excerpt.text.split()) in shown
    assert set(re.findall(r"<([a-zA-Z][\w-]*)", rendered)) <= ALLOWED_TAGS | {"h2"}
    links = [f"../actors/{name}.md" for name in ("kim-jong-un", "north-korea", "reuters")]
    assert all(href in links or re.fullmatch(r"#[\w-]+", href) for href in re.findall(r'href="([^"]*)"', rendered))


def said_of(kind: str, speaker: Run | None, text: str, *via: Run) -> Said:
    return Said(StatementKind(kind), speaker, via, Excerpt((Run(text),), 7))


KIM, REUTERS = Run("Kim Jong-un", "kim-jong-un"), Run("Reuters", "reuters")


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (
            said_of("quote", KIM, "Eg støttar deg"),
            "> Eg støttar deg\n\n— [Kim Jong-un](../actors/kim-jong-un.md) [¶7](#p7)",
        ),
        (said_of("quote", None, "Eg"), "> Eg\n\n— [¶7](#p7)"),
        (said_of("quote", None, "Eg", REUTERS), "> Eg\n\n— via [Reuters](../actors/reuters.md) [¶7](#p7)"),
        (
            said_of("reported", Run("kjelder"), "Han kjem: snart.", REUTERS, Run("NTB")),
            "- kjelder, via [Reuters](../actors/reuters.md), via NTB: Han kjem: snart. [¶7](#p7)",
        ),
        (said_of("reported", None, "Det er slik: ja."), "- Det er slik&#58; ja. [¶7](#p7)"),
        (
            said_of("fragment", KIM, "alle spørsmål"),
            "- [Kim Jong-un](../actors/kim-jong-un.md): «alle spørsmål» [¶7](#p7)",
        ),
        (said_of("fragment", None, "alle spørsmål"), "- «alle spørsmål» [¶7](#p7)"),
        (
            said_of("reported", KIM, "«Ja» og «nei»"),
            "- [Kim Jong-un](../actors/kim-jong-un.md): «Ja» og «nei» [¶7](#p7)",
        ),
        (said_of("reported", Run("Ap: leiar, via NTB"), "Ja."), "- Ap&#58; leiar&#44; via NTB: Ja. [¶7](#p7)"),
    ],
)
def test_statements_look_as_a_person_would_write_them(statement: Said, text: str) -> None:
    assert write_statements([statement]) == f"## Statements\n{text}\n"


def test_statements_render_as_quotes_and_lists() -> None:
    text = write_statements(
        [said_of("quote", KIM, "Eg"), said_of("reported", KIM, "Ja."), said_of("fragment", KIM, "nei")]
    )
    rendered = render(text)
    assert rendered.count("<blockquote>") == rendered.count("<ul>") == 1
    assert rendered.count("<li>") == 2


# --- what people write ----------------------------------------------------------------------------------------------


def test_what_does_not_fit_comes_back_with_its_line_and_the_rest_is_read() -> None:
    text = "## Timeline\nFri tekst.\n\n- **2023** Noko hende [¶3](#p3)\n- utan dato\n  på to liner\n"
    text += "* **i går** Anna\n\n1. x\n"
    read = read_timeline(text, 40)
    assert [(entry.date, entry.words.text, entry.at, entry.line) for entry in read.entries] == [
        ("2023", "Noko hende", 3, 43),
        ("i går", "Anna", None, 46),
    ]
    assert read.unread == (
        Line(41, "Fri tekst."),
        Line(44, "- utan dato"),
        Line(45, "  på to liner"),
        Line(48, "1. x"),
    )


def test_people_may_wrap_lines_leave_out_marks_and_link_elsewhere() -> None:
    text = "## Key points\r\n- [Kim](/actors/kim/) og\r\n  [VG](https://vg.no) seier *ja*\r\n- punkt [¶2](#p2)\r\n"
    first, second = read_key_points(text, 1).entries
    assert first.words.runs == (Run("Kim", "kim"), Run(" og VG seier *ja*"))
    assert (first.words.actors, first.at, second.at) == (("kim",), None, 2)


def test_a_quote_may_run_over_lines_and_lack_a_signature() -> None:
    text = "## Statements\n> Ein\n> to\n\n— Kim\n\n> Umerka [¶3](#p3)\n\nNoko anna.\n"
    read = read_statements(text, 1)
    assert [(each.words.text, each.speaker, each.at) for each in read.entries] == [
        ("Ein to", Run("Kim"), None),
        ("Umerka", None, 3),
    ]
    assert read.unread == (Line(9, "Noko anna."),)


def test_a_body_is_read_as_a_whole_with_the_lines_of_its_file() -> None:
    body = "Innleiing\n\n## Key points\n- a\nfri\n\n## Mitt\n- ikkje lese\n\n## Statements\n- b: c\n\nfri\n"
    found = read_sections(body, 20)
    assert [(each.words.text, each.line) for each in found.key_points] == [("a fri", 23)]
    assert [(each.speaker, each.line) for each in found.statements] == [(Run("b"), 30)]
    assert found.unread == (Line(32, "fri"),)


@given(st.text(st.sampled_from("-*> «»—:,[]()¶#p1.\n\r abKim&;")))
def test_no_line_of_a_section_is_lost(text: str) -> None:
    section = "## Statements\n" + text
    lines = {Line(at, line) for at, line in enumerate(section.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)}
    for read in (read_key_points, read_timeline, read_statements):
        found = read(section, 1)  # type: ignore[operator]
        assert set(found.unread) <= lines
        if not found.entries:
            assert {line for line in lines if line.text.strip() and line.number > 1} == set(found.unread)


# --- splitting ------------------------------------------------------------------------------------------------------


@given(st.text(st.sampled_from("#` ~\n\rab<!->"), max_size=80))
def test_the_sections_together_are_the_body(body: str) -> None:
    sections = split_sections(body)
    assert "".join(section.text for section in sections) == body
    assert all(section.text == body[section.start : section.end] for section in sections)


@pytest.mark.parametrize(
    ("body", "headings"),
    [
        ("", [None]),
        ("## A\nx\n\n## B ##\n", [None, "A", "B"]),
        ("### A\n# B\n##C\n", [None, "C"]),
        ("```\n## A\n```\n## B\n", [None, "B"]),
        ("~~~ py\n## A\n```\n~~~~\n## B\n", [None, "B"]),
        ("``` unclosed\n## A\n", [None, "A"]),
        ("<!--\n## A\n-->\n## B\n", [None, "B"]),
        ("<!-- unclosed\n## A\n", [None, "A"]),
        ("<!-- a -->\n## A\n<!-- b\n-->", [None, "A"]),
        ("    ## code\r\n## A\r\n", [None, "A"]),
        ("```x``` inline\n## A\n```\n", [None, "A"]),
    ],
)
def test_headings_count_where_markdown_shows_them(body: str, headings: list[str | None]) -> None:
    assert [section.heading for section in split_sections(body)] == headings


def test_sections_know_their_line_in_the_file() -> None:
    assert [section.line for section in split_sections("\r\n## A\r\nx\r\n\r\n## B", 10)] == [10, 11, 14]


@pytest.mark.parametrize(
    "piece", ["[", "```a\n", "~~~\n", "<!-- ", "<!--\n", "«", "[¶", " ", "- [a](", "> x\n\n", "\\", "[\\"]
)
def test_hostile_bodies_are_read_in_linear_time(piece: str) -> None:
    body = (
        "## Key points\n- " + piece * (100_000 // len(piece)) + "\n## Statements\n- " + piece * (100_000 // len(piece))
    )
    start = time.process_time()
    read_sections(body)
    assert time.process_time() - start < 5
