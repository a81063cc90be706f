"""A timeline shows what is known of when, no finer, and leads to it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.edtf_date import day_bounds
from briefings.library import Library, to_library
from briefings.page import page_of_text
from briefings.site.archive import to_archive
from briefings.site.archive_pages import archive_pages
from briefings.site.svg import LETTER, picture
from briefings.site.time_axis import NARROW, WIDE, Axis, labels, to_axis
from briefings.site.timeline_picture import Mark, Row, timeline_picture
from briefings.site.timelines import timeline_of_actor, timeline_of_all, timeline_of_thread
from briefings.site.words import LOCALES, words_in

ENGLISH = words_in("en")
HOME = "index.md"
DATES = st.one_of(
    st.dates(date(2019, 1, 1), date(2024, 12, 31)).map(str),
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(str),
    st.sampled_from(
        ["2023", "2023-07", "2023-22", "2022/2023", "199X", "20XX", "2021-05/..", "../1999", "9999", "0001"]
    ),
)


def library(briefings: Sequence[tuple[str | None, Sequence[str]]]) -> Library:
    """Return briefings of (date, dates of their events), all naming Kari Berg, all about her."""
    pages = {}
    for at, (published, events) in enumerate(briefings):
        dated = f'date: "{published}"\n' if published else ""
        lines = "".join(
            f"- **{event}** [Kari](../actors/kari-berg.md) kom. [¶{n}](#p{n})\n" for n, event in enumerate(events, 2)
        )
        text = f"---\ntitle: Ei sak\nlang: nn\n{dated}thread: Reisa\nactors: [kari-berg]\n---\n## Timeline\n{lines}"
        pages[f"sak-{at}"] = page_of_text(f"docs/briefings/sak-{at}.md", text)
    kari = page_of_text("docs/actors/kari-berg.md", "---\nname: Kari Berg\ntype: person\n---\n")
    return to_library(pages.items(), [("kari-berg", kari)])


def drawn(markdown: str) -> Element:
    """Return the picture of a timeline; it is well-formed XML, or this fails."""
    block = markdown.split("\n\n", maxsplit=1)[0]
    assert "\n" not in block
    return fromstring(block.replace(" data-pagefind-ignore", "", 1))[0]  # noqa: S314 - our own


def links(svg: Element) -> list[Element]:
    return list(svg.iter("a"))


def share(value: str) -> float:
    assert value.endswith("%")
    return float(value.removesuffix("%")) / 100


def test_a_month_is_a_bar_over_that_month_and_a_day_a_point_on_that_day() -> None:
    found = library([("2023-07", []), ("2023-07-26", []), ("2024-06-30", [])])
    month, day, _ = links(drawn(timeline_of_all(found, HOME, ENGLISH)))
    days = (date(2024, 6, 30) - date(2023, 7, 1)).days + 1
    bar = month.find("rect[@class='span published']")
    point = day.find("rect[@class='point published']")
    assert bar is not None
    assert point is not None
    assert share(bar.attrib["x"]) == 0
    assert share(bar.attrib["width"]) == pytest.approx(31 / days, abs=1e-4)
    assert share(point.attrib["x"]) == pytest.approx(25.5 / days, abs=1e-4)
    assert [link.attrib["aria-label"] for link in (month, day)] == ["July 2023: Ei sak", "26 July 2023: Ei sak"]


@given(st.lists(st.tuples(DATES, st.lists(DATES, max_size=5)), max_size=30))
def test_whatever_the_dates_are_nothing_lies_outside_the_picture_and_every_link_has_a_name(
    briefings: list[tuple[str, list[str]]],
) -> None:
    markdown = timeline_of_all(library(briefings), HOME, ENGLISH)
    if not markdown:
        return
    svg = drawn(markdown)
    height = float(svg.attrib["height"])
    for shape in svg.iter():
        place = shape.attrib
        if shape.tag == "rect":
            right = share(place["x"]) + (share(place["width"]) if place["width"].endswith("%") else 0)
            assert share(place["x"]) >= 0
            assert right <= 1.0002  # two shares, each rounded
            assert float(place["y"]) >= 0
            assert float(place["y"]) + float(place["height"]) <= height
        elif shape.tag == "circle":
            assert 0 <= share(place["cx"]) <= 1
            assert 0 <= float(place["cy"]) <= height
        elif shape.tag == "text":
            assert 0 < float(place["y"]) < height
    for link in links(svg):
        title = link.find("title")
        assert title is not None
        assert title.text == link.attrib["aria-label"] != ""


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("months", [1, 3, 4, 7, 11, 12, 13, 18, 24, 35, 36, 37, 60, 130, 300, 480])
@pytest.mark.parametrize("opening", [date(2019, 1, 1), date(2019, 12, 1), date(2020, 6, 1)])
def test_no_two_words_below_the_axis_overlap_nor_leave_the_picture(language: str, months: int, opening: date) -> None:
    axis = to_axis([(opening, opening + timedelta(days=30 * months))], [])
    assert axis is not None
    found = list(labels(axis, words_in(language)))
    for width, shown in ((NARROW, [label for label in found if not label.wide_only]), (WIDE, found)):
        for line in (True, False):
            extents = []
            for label in shown:
                if label.year is line:
                    size, x = len(label.text) * LETTER, label.share * width
                    extents.append((x, x + size) if line else (x - size / 2, x + size / 2))
            assert all(one[1] < other[0] for one, other in pairwise(extents))
            assert all(left >= 0 and right <= width for left, right in extents)
        assert any(label.year for label in shown)


@pytest.mark.parametrize("years", [1, 6])
def test_crowds_are_counted_and_lead_to_the_page_of_their_date(years: int) -> None:
    days = [str(date(2024, 12, 31) - timedelta(days=at * years)) for at in range(350)]
    found = library([(day, [day, day[:7], day[:4]]) for day in days])
    svg = drawn(timeline_of_all(found, HOME, ENGLISH))
    pages = {uri for uri, _, _ in archive_pages(to_archive(found), ENGLISH)}
    counted = {"published": 0, "happened": 0}
    for link in links(svg):
        assert link.attrib["href"] in pages
        assert share(link[-2].attrib.get("x", "0%")) >= 0
        counted[link.attrib["data-kind"]] += int(
            link.attrib["aria-label"].rsplit(": ", 1)[1].split()[0].replace(",", "")
        )
    assert counted == {"published": 350, "happened": 1050}
    assert len(links(svg)) < 60


def test_what_lies_years_apart_is_named_beside_the_picture_and_what_is_undated_counted() -> None:
    found = library([("2023-07-26", ["1953-07-27", "1953", "2000", "199X"]), ("2023-09", ["2023-09-13"]), (None, [])])
    markdown = timeline_of_all(found, HOME, ENGLISH)
    assert [link.attrib["href"] for link in links(drawn(markdown))] == [
        "briefings/sak-0.md",
        "briefings/sak-1.md",
        "briefings/sak-1.md#p2",
    ]
    assert markdown.endswith(
        "\n\nNot in the picture: [1953](dates/1953.md): 2 events; [2000](dates/2000.md): 1 event; "
        "[over several years](dates/index.md#over-several-years): 1 event; [undated](dates/undated.md): 1 briefing."
        "\n{: .picture-note }"
    )


def test_the_time_of_what_was_published_is_drawn_even_if_most_happened_long_ago() -> None:
    found = library([("2023-07-26", ["1950-06-25", "1951", "1952", "1953-07-27"]), ("2023-08", []), ("2023-09", [])])
    assert "July 2023 – September 2023" in drawn(timeline_of_all(found, HOME, ENGLISH)).attrib["aria-label"]


def test_few_marks_make_no_picture() -> None:
    assert timeline_of_all(library([("2023-07", ["2023-07"]), (None, [])]), HOME, ENGLISH) == ""
    assert timeline_of_all(library([]), HOME, ENGLISH) == ""


def test_a_title_is_no_markup_and_no_path() -> None:
    hostile = '</title></svg></div><script>alert(1)</script>\n\n# "&amp; <!-- briefings: months --> \x00\x02\x03'
    mark = Mark("2023-07-26", day_bounds("2023-07-26"), "briefings/a b#c%20\"'<.md", "", hostile)
    axis = Axis(date(2023, 7, 1), date(2023, 9, 30))
    svg = timeline_picture([Row("published", (mark,))], axis, hostile, HOME, ENGLISH)
    again = drawn(picture(svg, "timeline"))
    link = links(again)[0]
    assert again.attrib["aria-label"] == link.attrib["aria-label"]
    assert (
        link.attrib["aria-label"]
        == '</title></svg></div><script>alert(1)</script> # "&amp; <!-- briefings: months --> '
    )
    assert set(link.attrib["href"]) & set("#\"'< ") == set()
    assert len(list(again.iter("script"))) == 0


def test_actors_and_threads_have_timelines_of_their_own() -> None:
    found = library([("2023-07", ["2023-07-26"]), ("2023-09", ["2023-09-13"]), ("2024-06", [])])
    actor = links(drawn(timeline_of_actor(found.actors["kari-berg"], found, ENGLISH)))
    assert [link.attrib["href"] for link in actor][-1] == "../briefings/sak-1.md#p2"
    thread = links(drawn(timeline_of_thread(found.threads[0], [], found, words_in("nn"))))
    assert [link.attrib["aria-label"] for link in thread] == [
        "Juli 2023: Ei sak",
        "September 2023: Ei sak",
        "Juni 2024: Ei sak",
    ]


def test_the_same_pages_give_the_same_bytes_whatever_the_order_of_sets() -> None:
    code = "import hashlib, test_timelines as t; print(t.digest())"
    path = os.pathsep.join(["tests", "scripts"])
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert seen == {digest() + "\n"}


def digest() -> str:
    found = library([(f"2023-{month:02}", ["2023", f"2023-{month:02}-05", "1990"]) for month in range(1, 13)])
    return hashlib.sha256(timeline_of_all(found, HOME, ENGLISH).encode()).hexdigest()
