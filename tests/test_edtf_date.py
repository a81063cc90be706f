"""What can be asked of an EDTF date: nothing that would make it finer than it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.edtf_date import (
    bounds,
    compatible,
    contains,
    day,
    days_to_edtf,
    is_approximate,
    is_valid,
    month,
    precision,
    sort_key,
    year,
)
from briefings.site.words import words_in

VALID = [
    ("2023-07-26", "day", "2023-07-26", "2023-07-26"),
    ("2024-02-29", "day", "2024-02-29", "2024-02-29"),
    ("2023-07", "month", "2023-07-01", "2023-07-31"),
    ("2023-07-XX", "month", "2023-07-01", "2023-07-31"),
    ("2023-21", "season", "2023-03-01", "2023-05-31"),
    ("2023-22", "season", "2023-06-01", "2023-08-31"),
    ("2023-24", "season", "2023-01-01", "2023-12-31"),
    ("2023", "year", "2023-01-01", "2023-12-31"),
    ("2023~", "year", "2023-01-01", "2023-12-31"),
    ("2023-XX", "year", "2023-01-01", "2023-12-31"),
    ("199X", "decade", "1990-01-01", "1999-12-31"),
    ("18XX", "century", "1800-01-01", "1899-12-31"),
    ("2014/2022", "interval", "2014-01-01", "2022-12-31"),
    ("2023-05-03/2023-05-05", "interval", "2023-05-03", "2023-05-05"),
    ("2014/..", "interval", "2014-01-01", "9999-12-31"),
    ("../2030", "interval", "0001-01-01", "2030-12-31"),
]
INVALID = [
    *(
        "2023-02-29",
        "2023-06-31",
        "2023-13",
        "2023-00",
        "2023-07-00",
        "0000",
        "23",
        "2023-7",
        "26.07.2023",
        "",
        " 2023",
    ),
    *("2023-05/2023-02", "../..", "2023/", "2023-25", "[2023,2024]", "Y17E8", "2023-07-26T10:00", "2023-XX-26", "٢٠٢٣"),
]


@pytest.mark.parametrize(("value", "grain", "first", "last"), VALID)
def test_a_date_has_a_precision_and_a_first_and_a_last_day(value: str, grain: str, first: str, last: str) -> None:
    assert is_valid(value)
    assert precision(value) == grain
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", [row[0] for row in VALID])
def test_what_we_accept_the_edtf_library_accepts(value: str) -> None:
    parse_edtf(value)


@pytest.mark.parametrize("value", INVALID)
def test_what_the_calendar_or_our_subset_has_not_is_refused(value: str) -> None:
    assert not is_valid(value)
    with pytest.raises(ValueError, match="expected an EDTF date"):
        bounds(value)


def test_dates_sort_by_their_first_day_and_the_coarser_comes_first_and_the_undated_last() -> None:
    expected = ["199X", "2022/2023", "2023", "2023-07", "2023-07-01", "2023-07-26", "2023-08", None]
    mixed = [expected[index] for index in (7, 3, 0, 6, 2, 5, 1, 4)]
    assert sorted(mixed, key=sort_key) == expected


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("2023-07-26", ("2023", "2023-07", "2023-07-26")),
        ("2023-07", ("2023", "2023-07", None)),
        ("2023-22", ("2023", None, None)),
        ("2023", ("2023", None, None)),
        ("2023-05-03/2023-05-05", ("2023", "2023-05", None)),
        ("2022-12/2023-02", (None, None, None)),
        ("199X", (None, None, None)),
    ],
)
def test_an_archive_files_a_date_no_finer_than_it_is(value: str, parts: tuple[str | None, ...]) -> None:
    assert (year(value), month(value), day(value)) == parts


@pytest.mark.parametrize(
    ("value", "lang", "words"),
    [
        ("2023-07-26", "en", "26 July 2023"),
        ("2023-07-26", "nb", "26. juli 2023"),
        ("2023-07-26", "da", "26. juli 2023"),
        ("2023-05", "nn", "mai 2023"),
        ("2023-05", "da", "maj 2023"),
        ("2023-05", "en", "May 2023"),
        ("2023-22", "nn", "sommaren 2023"),
        ("2023-22", "nb", "sommeren 2023"),
        ("2023-23", "da", "efteråret 2023"),
        ("2023-21", "en", "spring 2023"),
        ("2023", "nb", "2023"),
        ("2003~", "nb", "ca. 2003"),
        ("2003?", "en", "perhaps 2003"),
        ("2003-07%", "nn", "kanskje ca. juli 2003"),
        ("2003-07?", "da", "måske juli 2003"),
        ("2023-21~", "da", "ca. foråret 2023"),
        ("199X", "nn", "1990-talet"),
        ("199X", "da", "1990'erne"),
        ("199X", "en", "the 1990s"),
        ("18XX", "nb", "1800-tallet"),
        ("2014/2022", "nb", "2014–2022"),
        ("2023-05/2023-07", "nb", "mai–juli 2023"),
        ("2023-05-03/2023-05-05", "nb", "3.–5. mai 2023"),
        ("2023-05-03/2023-05-05", "en", "3–5 May 2023"),
        ("2023-05-30/2023-06-02", "en", "30 May 2023 – 2 June 2023"),
        ("2014/..", "nn", "frå 2014"),
        ("../2030", "en", "until 2030"),
        ("not a date", "nb", "not a date"),
    ],
)
def test_a_date_in_words_says_no_more_than_the_date(value: str, lang: str, words: str) -> None:
    assert words_in(lang).date(value) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2023-07", "2023-07-26", True),
        ("2023-07", "2023-08", False),
        ("2023", "2023-22", True),
        ("2014/..", "2023-07", True),
        ("2022/2023", "2024", False),
    ],
)
def test_two_dates_are_compatible_where_one_day_can_be_both(one: str, other: str, *, same: bool) -> None:
    assert compatible(one, other) is compatible(other, one) is same


def test_a_coarse_date_contains_a_finer_one_and_not_the_other_way() -> None:
    assert contains("2023-07", "2023-07-26")
    assert not contains("2023-07-26", "2023-07")


def test_approximate_dates_say_so() -> None:
    assert [value for value in ("2003~", "2003", "2003?", "2003/2004~") if is_approximate(value)] == [
        "2003~",
        "2003?",
        "2003/2004~",
    ]


DATES = st.dates().map(lambda value: value)


@settings(max_examples=200, deadline=None)
@given(DATES, DATES)
def test_what_covers_two_days_contains_both(one: object, other: object) -> None:
    first, last = sorted([one, other], key=str)
    value = days_to_edtf(first, last)  # type: ignore[arg-type]  # hypothesis gives dates
    assert is_valid(value)
    assert contains(value, str(first))
    assert contains(value, str(last))


ALPHABET = st.text("0123456789-X?~%/. ", max_size=24) | st.from_regex(r"\d{4}(-\d\d){0,2}[~?%]?", fullmatch=True)


@settings(max_examples=400, deadline=None)
@given(st.lists(ALPHABET, min_size=2, max_size=6))
def test_every_text_is_refused_or_has_bounds_in_order_and_a_place_in_the_order(values: list[str]) -> None:
    for value in values:
        words_in("nb").date(value)
        if is_valid(value):
            parse_edtf(value)
            first, last = bounds(value)
            assert first <= last
    keys = sorted({value: sort_key(value) for value in values}.values())
    assert all(one < other for one, other in pairwise(keys))
