"""The spellings a reader may type for one name."""

from __future__ import annotations

import time

import pytest

from briefings.site.spellings import MOST_VARIANTS, fold, spellings, transliterations


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Sergej Sjojgu", ["shoigu", "schoigu", "shoygu", "sergei", "sergey", "sergejsjojgu"]),
        ("Volodymyr Zelenskyj", ["zelensky", "zelenskyy", "zelenskij", "selenskyj", "selenskij"]),
        ("Nikita Khrusjtsjov", ["khrushchev", "khrushchov", "chruschtschow"[1:], "hrusjtsjov"]),
        ("Dmitrij Medvedjev", ["medvedev", "medvedyev", "dmitry", "dmitriy"]),
        ("Aleksandr Novak", ["alexander", "aleksander"]),
        ("Nord-Korea", ["nordkorea", "nord", "korea"]),
        ("Nord Korea", ["nordkorea"]),
        ("Sør-Korea", ["sorkorea", "soerkorea", "sor"]),
        ("Tromsø", ["tromso", "tromsoe"]),
        ("Ålesund", ["alesund", "aalesund"]),
        ("Aage Bjørnø", ["age", "bjorno", "bjoernoe"]),
        ("Kim Jong-un", ["jongun", "kimjongun", "jong", "un"]),
        ("Šojgu", ["shojgu", "shoigu"]),
        ("L’Oréal", ["loreal", "oreal"]),
    ],
)
def test_a_name_is_found_under(name: str, typed: list[str]) -> None:
    assert set(typed) <= set(spellings([name]))


@pytest.mark.parametrize("name", ["Hansen", "Berg", "Dahl", "Nato"])
def test_a_name_without_foreign_letters_stays_one_word(name: str) -> None:
    assert spellings([name]) == [name.lower()]


def test_folding_twice_changes_nothing() -> None:
    for text in ("Ærø", "Straße", "ŠKODA", "İstanbul", "å̈", "Шойгу", "北京"):
        assert fold(fold(text)) == fold(text)


def test_a_hostile_name_neither_hangs_nor_floods_the_page() -> None:
    begun = time.process_time()
    found = spellings(["sjtsj" * 100_000, "jajejojy " * 50, "a" * 1_000_000, "-" * 1000])
    assert time.process_time() - begun < 1
    assert len(transliterations("sjtsj" * 16)) <= MOST_VARIANTS
    assert sum(map(len, found)) < 20_000
