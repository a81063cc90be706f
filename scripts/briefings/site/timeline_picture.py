"""A timeline as SVG: one row for what was published, one for what happened, above an axis of months or years.

It has no viewBox: across it counts in shares of the width, down in px, so that it fills a phone and a desk while its
words keep their size. What is known by its month is a bar over that month, and so on; only a day is a point. A row
shows each mark where there is room; else marks of one date together, with their number; else a bar for each month or
year. What stands for several leads to the page of that date.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal
from xml.etree.ElementTree import Element

from msgspec import Struct

from briefings.edtf_date import YEAR_LENGTH, day_bounds
from briefings.site.archive import archive_uri, shelf_of
from briefings.site.raw_links import path_to
from briefings.site.svg import LETTER, element, link_to, percent
from briefings.site.time_axis import NARROW, WIDE, Axis, Span, labels
from briefings.site.words import Words, capital

Kind = Literal["published", "happened"]
MOST_LANES = 4
"""Marks above each other that still read well."""
MOST_MARKS = 40
"""Marks in a row; more are no longer told apart."""
HEAD, LANE, BARS, AXIS = 22, 18, 56, 38
"""Heights in px: of a row's name, of a lane of marks, of the bars, of the axis with its words."""
DOT = 12
"""Size of a mark in px."""


class Mark(Struct, frozen=True):
    """Something that has a date."""

    date: str
    """EDTF."""
    span: Span
    target: str
    """Path of the page it leads to, in `docs/`."""
    anchor: str
    name: str
    """What readers call it."""
    lang: str | None = None
    many: int = 1
    """How many it stands for."""


class Row(Struct, frozen=True):
    """What one row shows; all marks lie on the axis, each within one year."""

    kind: Kind
    marks: tuple[Mark, ...]


def timeline_picture(rows: Sequence[Row], axis: Axis, name: str, here: str, words: Words) -> Element:
    """Return the picture with its links, from the page `here`."""
    drawn: list[Element] = []
    top = 0
    for row in rows:
        kind = row.kind
        drawn.append(element("text", text=words(kind), x=0, y=top + 14, class_=f"row-name {kind}"))
        shapes, height = _row(row, axis, words, here, top + HEAD)
        drawn += shapes
        top += HEAD + height + 6
    return element(
        "svg",
        element("g", *_scale(axis, top, words), class_="scale", aria_hidden="true"),
        *drawn,
        class_="timeline",
        width="100%",
        height=top + AXIS,
        role="group",
        aria_label=name,
    )


def counted(kind: Kind, number: int, words: Words) -> str:
    """Return how many of what a row shows, in words."""
    return words.count("briefings", number) if kind == "published" else words.count("events", number)


def _row(row: Row, axis: Axis, words: Words, here: str, top: int) -> tuple[list[Element], int]:
    """Return a row's shapes and its height in px."""
    for marks in (row.marks, tuple(_by_date(row, words))):
        lanes = _in_lanes(marks, axis)
        if len(lanes) <= MOST_LANES and len(marks) <= MOST_MARKS:
            return _marks(lanes, row.kind, axis, here, top), LANE * len(lanes)
    return _bars(row, axis, words, here, top)


def _by_date(row: Row, words: Words) -> Iterator[Mark]:
    found: dict[str, list[Mark]] = defaultdict(list)
    for mark in row.marks:
        found[mark.date].append(mark)
    for edtf, marks in found.items():
        yield marks[0] if len(marks) == 1 else _together(edtf, marks[0].span, len(marks), row.kind, words)


def _together(edtf: str, span: Span, number: int, kind: Kind, words: Words) -> Mark:
    name = f"{capital(words.date(edtf))}: {counted(kind, number, words)}"
    return Mark(edtf, span, archive_uri(shelf_of(edtf)), "", name, words.language, number)


def _in_lanes(marks: Iterable[Mark], axis: Axis) -> list[list[Mark]]:
    """Put marks into as few lanes as they need not to touch each other on a phone, the lowest first."""
    lanes: list[list[Mark]] = []
    ends: list[float] = []
    for mark in marks:
        begin, end = _extent(mark, axis)
        at = next((index for index, taken in enumerate(ends) if taken <= begin), len(lanes))
        if at == len(lanes):
            lanes.append([])
            ends.append(0)
        lanes[at].append(mark)
        ends[at] = end
        if len(lanes) > MOST_LANES:
            break
    return lanes


def _extent(mark: Mark, axis: Axis) -> tuple[float, float]:
    """Return from where to where a mark reaches on a phone, in px."""
    start, end = axis.shares(mark.span)
    middle = (start + end) / 2 * NARROW
    left, right = min(start * NARROW, middle - DOT / 2) - 1, max(end * NARROW, middle + DOT / 2) + 1
    side = _number_side(mark, axis)
    width = _number_width(mark.many)
    return left - (width if side == "left" else 0), right + (width if side == "right" else 0)


def _number_width(number: int) -> float:
    return len(str(number)) * LETTER + 4


def _number_side(mark: Mark, axis: Axis) -> Literal["left", "inside", "right", ""]:
    """Return where a mark's number stands; nowhere where it stands for one."""
    start, end = axis.shares(mark.span)
    width = _number_width(mark.many)
    if mark.many == 1 or (end - start) * NARROW >= width:
        return "inside" if mark.many > 1 else ""
    return "right" if end * NARROW + DOT / 2 + width <= NARROW else "left"


def _marks(lanes: Sequence[Sequence[Mark]], kind: Kind, axis: Axis, here: str, top: int) -> list[Element]:
    found = [(mark, top + LANE * (len(lanes) - 1 - lane)) for lane, marks in enumerate(lanes) for mark in marks]
    found.sort(key=lambda item: (item[0].span, -item[1]))
    return [
        link_to(
            path_to(here, mark.target, mark.anchor),
            mark.name,
            *_shapes(mark, kind, axis, y),
            lang=mark.lang,
            data_kind=kind,
        )
        for mark, y in found
    ]


def _shapes(mark: Mark, kind: Kind, axis: Axis, top: int) -> Iterator[Element]:
    start, end = axis.shares(mark.span)
    middle = (start + end) / 2
    yield from (
        _point(percent(middle), kind, top) if mark.span[0] == mark.span[1] else _bar_of_time(mark, kind, axis, top)
    )
    if side := _number_side(mark, axis):
        at = {"left": start, "inside": middle, "right": end}[side]
        away = {"left": -DOT / 2 - 2, "inside": 0, "right": DOT / 2 + 2}[side]
        yield element("text", text=str(mark.many), x=percent(at), dx=away, y=top + DOT - 1, class_=f"number {side}")


def _point(x: str, kind: Kind, top: int) -> Iterator[Element]:
    half = DOT / 2
    if kind == "happened":
        yield element("circle", cx=x, cy=top + 1 + half, r=half, class_="point happened")
        return
    shift = f"translate({-half:g} 0)"
    yield element("rect", x=x, y=top + 1, width=DOT, height=DOT, transform=shift, class_="point published")


def _bar_of_time(mark: Mark, kind: Kind, axis: Axis, top: int) -> Iterator[Element]:
    start, end = axis.shares(mark.span)
    half = DOT / 2
    if (end - start) * NARROW < DOT:  # something to hit with a finger
        yield element("circle", cx=percent((start + end) / 2), cy=top + 1 + half, r=half, class_="hit")
    x, width = percent(start), percent(end - start)
    # The corners tell the rows apart as the shapes of points do.
    corner = half if kind == "happened" else 0
    yield element("rect", x=x, y=top + 1, width=width, height=DOT, rx=corner, class_=f"span {kind}")


def _bars(row: Row, axis: Axis, words: Words, here: str, top: int) -> tuple[list[Element], int]:
    """Return a bar for each month or year that has anything; what is known less exactly lies below, under its year."""
    periods = dict(axis.periods())
    length = len(next(iter(periods)))
    shelves = [shelf_of(mark.date) for mark in row.marks]
    counts = Counter(shelf[:length] for shelf in shelves if shelf[:length] in periods)
    coarse = Counter(shelf[:YEAR_LENGTH] for shelf in shelves if shelf[:length] not in periods)
    highest = max(counts.values(), default=1)
    shapes = []
    for period, number in sorted(counts.items()):
        mark = _together(period, periods[period], number, row.kind, words)
        bar = _bar(axis.shares(mark.span), number, highest, row.kind, top)
        shapes.append(link_to(path_to(here, mark.target), mark.name, *bar, lang=mark.lang, data_kind=row.kind))
    years = [
        _together(year, axis.part_of(day_bounds(year)), number, row.kind, words)
        for year, number in sorted(coarse.items())
    ]
    below = _marks([years] if years else [], row.kind, axis, here, top + BARS + 4)
    return [*shapes, *below], BARS + (4 + LANE if years else 0)


def _bar(shares: tuple[float, float], number: int, highest: int, kind: Kind, top: int) -> Iterator[Element]:
    start, end = shares
    room = BARS - 14
    height = max(2.0, room * number / highest)
    yield element("rect", x=percent(start), y=top, width=percent(end - start), height=BARS, class_="hit")
    gap = (end - start) * 0.08
    yield element(
        "rect",
        x=percent(start + gap),
        y=top + BARS - height,
        width=percent(end - start - 2 * gap),
        height=height,
        class_=f"bar {kind}",
    )
    width = len(str(highest)) * LETTER  # all of a row have their number, or none
    if (end - start) * WIDE >= width:
        only = " wide-only" if (end - start) * NARROW < width else ""
        at = percent((start + end) / 2)
        yield element("text", text=str(number), x=at, y=top + BARS - height - 3, class_=f"count{only}")


def _scale(axis: Axis, top: int, words: Words) -> Iterator[Element]:
    """Yield the line below the rows, a stroke where each period begins, and their names."""
    for _, (first, _) in axis.periods():
        at = percent(axis.share(first))
        kind = "year" if _begins_year(first) else "month"
        yield element("line", x1=at, x2=at, y1=0 if kind == "year" else top, y2=top + 4, class_=kind)
    yield element("line", x1="0%", x2="100%", y1=top, y2=top, class_="base")
    for label in labels(axis, words):
        # Years stand below months where there are months, else right below the line.
        down = 32 if label.year and axis.by_month else 17
        only = " wide-only" if label.wide_only else ""
        kind = "year" if label.year else "month"
        yield element("text", text=label.text, x=percent(label.share), y=top + down, class_=f"{kind}{only}")


def _begins_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)
