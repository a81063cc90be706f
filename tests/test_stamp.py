"""What a stamp line says of the day of publication, and which lines are none."""

from __future__ import annotations

import time

import pytest

from briefings.stamp import is_stamp, read_stamp


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("17. NOV. 2025 KL. 07.58", "2025-11-17"),
        ("13. feb. 2026 kl. 09.15", "2026-02-13"),
        ("14. maj 2026 - Kl. 18:22", "2026-05-14"),
        ("Onsdag 10. juni 2026, 15:05", "2026-06-10"),
        ("onsdag d. 10. juni 2026", "2026-06-10"),
        ("lør. 14. feb. 2026 kl. 9", "2026-02-14"),
        ("Publisert: 25.08.2025 10:41", "2025-08-25"),
        ("Publisert 25.08.25", "2025-08-25"),
        ("Publiceret den 9. sept. 2025", "2025-09-09"),
        ("2025-08-25 10:41:07", "2025-08-25"),
        ("Publisert 4. mars kl. 11:22, 2025", "2025-03-04"),
        ("Oppretta 4. mars 2025. Sist endra 6. mars 2025", "2025-03-04"),
        ("Oppdatert 6. mars 2025 – Publisert 4. mars 2025", "2025-03-04"),
        ("4. mars 2025\nOppdatert 6. mars 2025", "2025-03-04"),
        ("Oppdatert 6. mars 2025", None),
        ("Publisert: Nå nettopp", None),
        ("for 3 timer siden", None),
        ("I går kl. 14.05", None),
        ("Publisert 4. mars kl. 11:22", None),
        ("Publisert 31.02.2025", None),
        ("Torsdag 10. juni 2026", None),
    ],
)
def test_a_stamp_is_known_and_gives_the_day_only_where_it_says_it(line: str, value: str | None) -> None:
    assert is_stamp(line)
    found = read_stamp(line)
    assert found is not None
    assert (found.published.value if found.published else None) == value


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Onsdag",
        "I dag",
        "17. mai",
        "2025",
        "Seier 2–1",
        "10. juni 2026 åpner brua",
        "Mai 2025 blei den varmaste",
        "Siste etappe",
        "3 av 10",
        "Nå eller aldri",
    ],
)
def test_a_line_that_says_more_or_less_than_a_stamp_is_none(line: str) -> None:
    assert not is_stamp(line)


@pytest.mark.parametrize(
    ("block", "rest"),
    [
        ("Av Kari Dahl, publisert 26.07.2023", "Av Kari Dahl"),
        ("Kari Dahl 4. mars 2025 kl. 10:11", "Kari Dahl"),
        ("Onsdag 10. juni 2026 | Mikkel Lund og Ida Bach", "Mikkel Lund og Ida Bach"),
    ],
)
def test_a_byline_in_the_same_block_is_kept_apart(block: str, rest: str) -> None:
    found = read_stamp(block)
    assert found is not None
    assert found.rest == rest
    assert found.published is not None


def test_the_words_that_gave_the_day_are_where_they_are_said_to_be() -> None:
    line = "Publisert: onsdag 10. juni 2026 kl. 15:05"
    found = read_stamp(line)
    assert found is not None
    assert found.published is not None
    assert line[found.published.start : found.published.end] == "onsdag 10. juni 2026"


@pytest.mark.parametrize("text", ["1." * 100, "kl " * 60, "12.12.2012 " * 18, "9" * 200, "den " * 500_000])
def test_a_hostile_line_is_read_at_once(text: str) -> None:
    began = time.process_time()
    is_stamp(text)
    assert time.process_time() - began < 1
