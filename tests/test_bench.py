"""The bench, on what it must not get wrong: its articles and its lines. How fast anything is, no test says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.articles import WORDS, make_articles, read
from bench.desk import make_desk
from bench.figure import Figure, to_line
from bench.parts import PARTS
from briefings.check import check_pages
from briefings.store import File
from desk import ROOT


def test_no_two_articles_are_alike_and_each_is_as_long_as_news() -> None:
    texts = [file.data.decode() for file in make_articles(500)]
    assert len(set(texts)) == 500
    assert all(WORDS <= len(text.split()) < WORDS + 120 for text in texts)


def test_an_article_is_the_same_whoever_asks_and_from_wherever_the_count_begins() -> None:
    assert list(make_articles(3, 40)) == list(make_articles(43))[40:]


def test_an_article_can_be_read_and_names_somebody() -> None:
    (file,) = make_articles(1, 9)
    assert read(file).entities


def test_the_pages_of_a_desk_are_right_to_the_last_line_and_always_the_same() -> None:
    desk = dict(make_desk(60))
    pages = {
        folder: [File(Path(path), text.encode()) for path, text in desk.items() if path.startswith(f"docs/{folder}/")]
        for folder in ("briefings", "actors")
    }
    seeds = frozenset(path.removeprefix("seeds/") for path in desk if path.startswith("seeds/"))
    problems = check_pages(pages["briefings"], pages["actors"], seeds)
    assert [str(problem) for problem in problems] == []
    assert len(pages["briefings"]) == len(seeds) == 60
    assert list(make_desk(60)) == list(desk.items())


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure("x", 10, "ms", 20), "10.0 ms, 0.50 of the 20 it may be"),
        (Figure("x", 30, "ms", 20), "30.0 ms, 1.50 of the 20 it may be: TOO MUCH"),
        (Figure("x", 0, "", 0), "0.0, 0 it may be"),
        (Figure("x", 1, "", 0), "1.0, 0 it may be: TOO MUCH"),
        (Figure("x", 96, "", least=95), "96.0, at least 95 wanted"),
        (Figure("x", 94, "", least=95, note="contrast"), "94.0, at least 95 wanted: TOO LITTLE  (contrast)"),
        (Figure("x", 1234, "s", note="loaded"), "1,234.0 s  (loaded)"),
    ],
)
def test_a_figure_stands_beside_what_it_may_be(figure: Figure, said: str) -> None:
    assert to_line(figure).split(maxsplit=1)[1] == said


def test_a_part_that_does_not_exist_is_named_with_those_that_do() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "speed"], cwd=ROOT / "scripts", capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert all(name in done.stderr for name in ("speed", *PARTS))
