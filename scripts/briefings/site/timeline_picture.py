"""A timeline as SVG: one row for what was published, one for what happened, above an axis of months or years.

It has no viewBox: across it counts in shares of the width, down in px, so that it fills a phone and a desk while its
words keep their size. What is known by its month is a bar over that month, and so on; only a day is a point. A row
shows each mark where there is room; else marks of one date together, with their number; else a bar for each month or
year. What stands for several leads to the page of that date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from xml.etree.ElementTree import Element

from briefings.site.archive import archive_uri, shelf_of
from briefings.site.svg import LETTER, element, link_to, path_to, percent
from briefings.site.time_axis import NARROW, WIDE, Axis, Span, labels
from briefings.site.words import Words, capital

Kind = Literal["published", "happened"]
COUNTED: Mapping[Kind, str] = {"published": "briefings", "happened": "events"}
"""Kind of a row → the label that counts what is in it."""
MOST_LANES = 4
"""Marks above each other that still read well."""
MOST_MARKS = 40
"""Marks in a row; more are no longer told apart."""
HEAD, LANE, BARS, AXIS = 22, 18, 56, 38
"""Heights in px: of a row's name, of a lane of marks, of the bars, of the axis with its words."""
DOT = 12
"""Size of a mark in px."""


@dataclass(frozen=True, slots=True)
class Mark:
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


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows; all marks lie on the axis."""

    kind: Kind
    marks: tuple[Mark, ...]


def timeline_picture(rows: Sequence[Row], axis: Axis, name: str, here: str, words: Words) -> Element:
    """Return the picture with its links, from the page `here`."""
    drawn: list[Element] = []
    top = 0
    for row in rows:
        drawn.append(element("text", text=words(row.kind), x=0, y=top + 14, class_=f"row-name {row.kind}"))
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
    name = f"{capital(words.date(edtf))}: {words.count(COUNTED[kind], number)}"
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
    left, right = min(start * NARROW, middle - DOT / 2), max(end * NARROW, middle + DOT / 2)
    beside = _number_width(mark.many) if mark.many > 1 and not _holds_number(mark, axis) else 0
    return left - 1, right + beside + 1


def _number_width(number: int) -> float:
    return len(str(number)) * LETTER + 4


def _holds_number(mark: Mark, axis: Axis) -> bool:
    start, end = axis.shares(mark.span)
    return (end - start) * NARROW >= _number_width(mark.many)


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
    middle = percent((start + end) / 2)
    if mark.span[0] == mark.span[1] and mark.many == 1:
        if kind == "published":
            shift = f"translate({-DOT / 2:g} 0)"
            yield element("rect", x=middle, y=top + 1, width=DOT, height=DOT, transform=shift, class_=f"point {kind}")
        else:
            yield element("circle", cx=middle, cy=top + 1 + DOT / 2, r=DOT / 2, class_=f"point {kind}")
        return
    if (end - start) * NARROW < DOT:  # something to hit with a finger
        yield element("circle", cx=middle, cy=top + 1 + DOT / 2, r=DOT / 2, class_="hit")
    # The corners tell the rows apart as the shapes of points do.
    corner = 0 if kind == "published" else DOT / 2
    yield element(
        "rect",
        x=percent(start),
        y=top + 1,
        width=percent(end - start),
        height=DOT,
        rx=corner,
        class_=f"span {kind}",
    )
    if mark.many > 1 and _holds_number(mark, axis):
        yield element("text", text=str(mark.many), x=middle, y=top + DOT - 1, class_="number")
    elif mark.many > 1:
        yield element("text", text=str(mark.many), x=percent(end), dx=3, y=top + DOT - 1, class_="number beside")


def _bars(row: Row, axis: Axis, words: Words, here: str, top: int) -> tuple[list[Element], int]:
    """Return a bar for each month or year that has anything; below, as long as it is, what is known less exactly."""
    periods = dict(axis.periods())
    length = len(next(iter(periods)))
    counts: dict[str, int] = defaultdict(int)
    coarse: list[Mark] = []
    for mark in row.marks:
        shelf = shelf_of(mark.date)[:length]
        if shelf in periods:
            counts[shelf] += 1
        else:
            coarse.append(mark)
    highest = max(counts.values(), default=1)
    shapes = [
        link_to(
            path_to(here, archive_uri(period)),
            f"{capital(words.date(period))}: {words.count(COUNTED[row.kind], number)}",
            *_bar(axis.shares(periods[period]), number, highest, row.kind, top),
            lang=words.language,
            data_kind=row.kind,
        )
        for period, number in sorted(counts.items())
    ]
    lanes = _in_lanes(_by_date(Row(row.kind, tuple(coarse)), words), axis)[:MOST_LANES]
    below = _marks(lanes, row.kind, axis, here, top + BARS + 4)
    return [*shapes, *below], BARS + 4 + LANE * len(lanes)


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
    width = len(str(number)) * LETTER
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
