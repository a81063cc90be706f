"""Parts of the pictures in SVG: elements, links with names, and how both get into a page.

A picture is built as elements and written once, so that no text of an article can become markup. Its links name pages
by their path in `docs/`, which `raw_links` turns into addresses. Nothing is coloured here: the style sheet does that
by class, for light and dark.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, tostring

from briefings.markdown_text import one_line
from briefings.site.raw_links import IN_PICTURE
from briefings.site.words import SOURCE_LANGUAGES

Value = str | int | float
ELLIPSIS = "…"
LETTER = 6.4
"""Width of a letter in px as the labels are set, 12 px; measured over names, rounded up."""


def element(tag: str, *children: Element, text: str = "", **attributes: Value | None) -> Element:
    """Return an element; `class_` is written `class`, `_` as `-`, numbers are rounded; None leaves an attribute out."""
    made = Element(tag)
    _set(made, attributes)
    if text:
        made.text = one_line(text)
    made.extend(children)
    return made


def percent(share: float) -> str:
    """Return a share of the width, from 0 to 1, as `12.34%`."""
    return f"{_written(share * 100)}%"


def link_to(href: str, name: str, *shapes: Element, lang: str | None = None, **attributes: Value | None) -> Element:
    """Return shapes that lead somewhere, with a name for those who point at them and those who cannot see them."""
    made = element("a", element("title", text=name), *shapes, class_=IN_PICTURE, href=href, aria_label=name)
    _set(made, {"lang": lang if lang in SOURCE_LANGUAGES else None, **attributes})
    return made


def picture(svg: Element, kind: str) -> str:
    """Return a picture as raw HTML for Markdown; the search does not read it, for its words stand beside it."""
    return f'<div class="picture {kind}" data-pagefind-ignore>{tostring(svg, encoding="unicode")}</div>'


def cut(text: str, letters: int) -> str:
    """Return a text on one line, no longer than so many letters, with a mark where it is cut."""
    line = one_line(text).strip()
    return line if len(line) <= letters else line[: letters - 1].rstrip() + ELLIPSIS


def _set(made: Element, attributes: Mapping[str, Value | None]) -> None:
    for key, value in attributes.items():
        if value is not None:
            made.set(key.rstrip("_").replace("_", "-"), _written(value))


def _written(value: Value) -> str:
    return one_line(value) if isinstance(value, str) else f"{round(value, 2):g}"
