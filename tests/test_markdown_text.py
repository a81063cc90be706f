"""Whatever a seed says comes out of Markdown as exactly those words, and as nothing else."""

from __future__ import annotations

import html
import re
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from briefings.markdown_text import escape, unescape

EXTENSIONS = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True},
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.betterem": {},
    "pymdownx.blocks.caption": {},
    "pymdownx.blocks.details": {},
    "pymdownx.caret": {},
    "pymdownx.details": {},
    "pymdownx.emoji": {},
    "pymdownx.highlight": {},
    "pymdownx.inlinehilite": {},
    "pymdownx.keys": {},
    "pymdownx.magiclink": {},
    "pymdownx.mark": {},
    "pymdownx.snippets": {"check_paths": False},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.tilde": {},
}
ALLOWED_TAGS = {"p", "li", "ul", "blockquote", "strong", "a"}

PIECES = [
    *"*_`~^=+-#>|!?:;.,()[]{}<>&$@/\\\"'% ",
    *["**", "__", "~~", "==", "++", "^^", "--", "---", "![", "](", "[^1]", "[[", "]]", "{{ x }}", "{% y %}", "{: .c }"],
    *[
        '--8<-- "f"',
        "!!! note",
        "???+ x",
        '=== "T"',
        "/// caption",
        ":::",
        ":smile:",
        ":10:",
        "$x$",
        "\\(a\\)",
        "&amp;",
    ],
    *[
        "<script>alert(1)</script>",
        "<http://a.no>",
        "https://vg.no/a_b_c",
        "www.nrk.no",
        "a@b.no",
        "@navn",
        "&#60;",
        "#1",
    ],
    *[
        "*[HTML]: x",
        "[x]: http://a.no",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "1953.",
        "2) ",
        "> ",
        "# ",
        "\n",
        "\t",
        "\u00a0",
        "\x02",
        "\x03",
    ],
    *[
        "wzxhzdk:0",
        "klzzwxh:0000",
        "ord",
        "Kim",
        "æøå",
        "–",
        "«",
        "»",
        "…",
        "K",
        "x",
        "1",
        "0",
        "a_b",
        "*a*",
        "_b_",
        "```",
        "~~~",
    ],
]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=30)

PLACES = [
    "- {}",
    "> {}",
    "{}",
    "- **2023** {}",
    "- [x](../actors/x.md): {} [¶1](#p1)",
    "- [{}](../actors/x.md) [¶1](#p1)",
]
AT_START = ["- {}", "> {}", "{}"]


@cache
def renderer() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)


def render(markdown: str) -> str:
    return renderer().reset().convert(markdown)


def words_of(rendered: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", rendered)).split())


def visible(text: str) -> str:
    """Return a text as a browser would show it: spaces one, control characters none."""
    kept = re.sub("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]", "", text)
    return " ".join(kept.split())


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=100, deadline=None)
@given(text=texts)
def test_any_text_renders_as_itself_and_makes_no_element(place: str, text: str) -> None:
    shown = place.format(escape(text, at_start=place in AT_START))
    rendered = render(shown)
    frame = words_of(render(place.format("QQQ")))
    assert words_of(rendered).replace(" ", "") == frame.replace("QQQ", visible(text)).replace(" ", "")
    assert set(re.findall(r"<([a-zA-Z][\w-]*)", rendered)) <= ALLOWED_TAGS
    assert rendered.count("<li") <= 1
    assert not re.search(r"<a [^>]*href=\"(?!\.\./actors/x\.md|#p1)", rendered)


@pytest.mark.parametrize("at_start", [True, False])
@given(text=texts)
@example(text="0 \x1b\r")
def test_what_was_escaped_reads_back_as_the_same_text(at_start: bool, text: str) -> None:  # noqa: FBT001
    once = unescape(escape(text, at_start=at_start))
    assert once.split() == visible(text).split()
    assert unescape(escape(once, at_start=at_start)) == once


@pytest.mark.parametrize(
    "prose",
    [
        "– Eg støttar din heilage kamp mot Vesten, sa Kim.",
        "Krigen tok slutt i 1953.",
        "H&M og «Wagner-gruppa» fekk 10 % (ca. 5/6) – det er «alt».",
        "Kl. 11.22: Putin svarte; «ja!» Kva no?",
        "Det kosta 3,5 mill. euro = 4 mill. dollar + moms.",
        "26. juli 2023 kom han.",
        "snake_case og 2023-07-26",
    ],
)
def test_ordinary_prose_stays_readable_in_the_file(prose: str) -> None:
    assert escape(prose, at_start=False) == prose


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1953. Året", "1953\\. Året"),
        ("- strek", "\\- strek"),
        ("# emne", "\\# emne"),
        ("*uth*", "\\*uth\\*"),
        ("a < b", "a &lt; b"),
        ("https://vg.no", "https&#58;//vg.no"),
        ("linje\n\nlinje", "linje linje"),
    ],
)
def test_only_what_markdown_would_misread_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped
