"""The pages by date: each thing where its precision puts it, the way to the neighbours, the calendar of a year."""

from __future__ import annotations

import re

import pytest

from briefings.library import Library, to_library
from briefings.page import page_of_text
from briefings.site.archive import to_archive
from briefings.site.archive_pages import archive_pages, months
from briefings.site.calendar import weeks, year_calendar
from briefings.site.words import LOCALES, words_in

ENGLISH = words_in("en")


def library(*dates: str, events: tuple[str, ...] = ()) -> Library:
    """Return a library with a briefing of each date; the first tells of the events."""
    dated = [f'date: "{date}"\n' if date else "" for date in dates]
    texts = [f"---\ntitle: B{at}\n{date}---\n" for at, date in enumerate(dated)]
    texts[0] += "## Timeline\n" + "".join(f"- **{date}** Noko hende. [¶1](#p1)\n" for date in events)
    return to_library(((f"b{at:04}", page_of_text("b.md", text)) for at, text in enumerate(texts)), [])


def pages(found: Library) -> dict[str, str]:
    return {uri: markdown for uri, _, markdown in archive_pages(to_archive(found), ENGLISH)}


def cell_texts(table: str) -> list[list[str]]:
    """Return the rows of a month's body as a reader sees them."""
    body = table.partition("<tbody>")[2]
    return [
        [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", body)
    ]


def tables(found: Library, year: str, language: str = "en") -> list[str]:
    return re.findall(r"<table.*?</table>", year_calendar(year, to_archive(found), words_in(language)))


# --- neighbours -----------------------------------------------------------------------------------------------------


def test_neighbours_are_the_nearest_pages_that_exist_over_gaps_and_turns_of_the_year() -> None:
    found = pages(library("2019", "2023-07-26", "2023-07-28", "2024-02-03"))
    assert "Earlier: [2019](2019.md) · Later: [2024](2024.md)\n" in found["dates/2023.md"]
    assert "\n\nLater: [February 2024](../2024/02.md)\n" in found["dates/2023/07.md"]
    assert (
        "Earlier: [26 July 2023](26.md) · Later: [3 February 2024](../../2024/02/03.md)" in found["dates/2023/07/28.md"]
    )
    assert "Later:" not in found["dates/2024.md"]


def test_a_page_that_stands_alone_has_no_neighbours() -> None:
    assert "neighbours" not in "".join(pages(library("2023-07-26")).values())


# --- counts and precision -------------------------------------------------------------------------------------------


def test_counts_tell_what_was_published_from_what_happened_and_include_all_below() -> None:
    found = pages(library("2023-07-26", "2023-07", "2023", events=("2023-07-26", "2023-09", "2022")))
    assert "3 briefings, 2 events." in found["dates/2023.md"]
    assert "2 briefings, 1 event." in found["dates/2023/07.md"]
    assert "- [26 July 2023](07/26.md): 1 briefing, 1 event" in found["dates/2023/07.md"]
    assert "\n1 event.\n" in found["dates/2022.md"]


def test_what_is_known_by_month_or_year_stands_on_no_day() -> None:
    found = library("2023-07", "2023", "2023-22", "2023-07-02", events=("2023-08",))
    year = "".join(tables(found, "2023"))
    assert re.findall(r'href="([^"]+)"', year) == ["2023/07.md", "2023/07/02.md", "2023/08.md"]
    july, august = tables(found, "2023")[6:8]
    assert '<span class="counted">no day known: 1 briefing</span>' in july
    assert '<span class="counted">no day known: 1 event</span>' in august
    published = pages(found)["dates/2023.md"].partition("## Published")[2]
    assert "[B1](../briefings/b0001.md), 2023\n" in published
    assert "[B2](../briefings/b0002.md), summer 2023\n" in published


# --- the calendar ---------------------------------------------------------------------------------------------------


def test_a_leap_february_that_begins_on_a_thursday_has_its_29_days_in_their_places() -> None:
    february = tables(library("2024-02-29"), "2024")[1]
    assert cell_texts(february) == [
        ["", "", "", "1", "2", "3", "4"],
        ["5", "6", "7", "8", "9", "10", "11"],
        ["12", "13", "14", "15", "16", "17", "18"],
        ["19", "20", "21", "22", "23", "24", "25"],
        ["26", "27", "28", "29", "", "", ""],
    ]


def test_a_year_that_begins_on_a_sunday_has_its_first_day_alone_in_a_week() -> None:
    first, *_, last = cell_texts(tables(library("2023-01-01"), "2023")[0])
    assert first == ["", "", "", "", "", "", "1"]
    assert last == ["30", "31", "", "", "", "", ""]


def test_a_week_begins_where_the_language_begins_it() -> None:
    assert weeks("2023-01", 6)[0] == [1, 2, 3, 4, 5, 6, 7]
    assert {words_in(language).weekdays()[0][0] for language in LOCALES} == {0}


def test_weekdays_in_nynorsk_do_not_depend_on_what_was_said_in_bokmaal_before() -> None:
    assert [words_in(language).weekdays()[0][1] for language in ("nb", "nn")] == ["mandag", "måndag"]


@pytest.mark.parametrize(
    ("language", "month", "weekday", "day"),
    [
        ("en", "July", ("Monday", "Mo"), "26 July 2023: 2 briefings, 1 event"),
        ("nb", "Juli", ("mandag", "ma"), "26. juli 2023: 2 saker, 1 hendelse"),
        ("nn", "Juli", ("måndag", "må"), "26. juli 2023: 2 saker, 1 hending"),
        ("da", "Juli", ("mandag", "ma"), "26. juli 2023: 2 sager, 1 begivenhed"),
    ],
)
def test_months_weekdays_and_what_a_day_holds_are_named(
    language: str, month: str, weekday: tuple[str, str], day: str
) -> None:
    july = tables(library("2023-07-26", "2023-07-26", events=("2023-07-26",)), "2023", language)[6]
    assert f'<caption><a class="in-page" href="2023/07.md">{month}</a>' in july
    assert f'<th scope="col"><abbr title="{weekday[0]}">{weekday[1]}</abbr></th>' in july
    assert f'href="2023/07/26.md" aria-label="{day}"' in july


def test_a_year_has_twelve_months_and_those_without_anything_lead_nowhere() -> None:
    found = tables(library("2023-07-26"), "2023")
    assert len(found) == 12
    assert [at for at, table in enumerate(found, 1) if "<a " in table] == [7]


def test_a_year_of_which_no_month_is_known_has_no_calendar() -> None:
    assert "calendar" not in pages(library("1953"))["dates/1953.md"]


# --- much -----------------------------------------------------------------------------------------------------------


def test_a_busy_month_lists_its_days_with_counts_and_repeats_only_what_stands_on_none() -> None:
    found = pages(library("2023-07", *(f"2023-07-{1 + at % 28:02}" for at in range(300))))
    july = found["dates/2023/07.md"]
    assert "301 briefings. Of some, only the month is known. 300 briefings more on the pages listed here." in july
    assert july.count("briefings/b") == 1
    assert july.count("](07/") == 28
    assert found["dates/2023/07/01.md"].count("briefings/b") == 11


def test_what_has_no_finer_page_goes_on_on_further_ones_and_nothing_is_lost() -> None:
    found = pages(library(*["2023-07"] * 450))
    parts = [found[f"dates/2023/{name}.md"] for name in ("07", "07/part-2", "07/part-3")]
    assert [part.count("briefings/b") for part in parts] == [200, 200, 50]
    assert "**part 2 of 3**" in parts[1]
    assert "[part 3 of 3](part-3.md)" in parts[1]
    undated = pages(library(*[""] * 201))
    assert undated["dates/undated/part-2.md"].count("briefings/b") == 1


def test_many_years_stay_a_short_list() -> None:
    found = to_archive(library(*(str(year) for year in range(1990, 2020))))
    lines = months(found, "index.md", ENGLISH).splitlines()
    assert len(lines) == 7
    assert lines[0] == "- **[2019](dates/2019.md)**, 1 briefing"
    assert lines[-1].startswith("- Earlier years: [2013](dates/2013.md) · [2012]")
    assert lines[-1].endswith("[1990](dates/1990.md)")
