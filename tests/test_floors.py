"""The floors under the scores: they hold, they rise, and git remembers them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from evaluation.floors import below, lowered, measured, raised, read_floors, read_history, to_text
from evaluation.tally import Tally

HELD = {"five": {"articles": 5, "dates": 90, "actors": 80}}


@pytest.mark.parametrize(
    ("scores", "missed"),
    [
        ({"articles": 5, "dates": 90, "actors": 80}, []),
        ({"articles": 6, "dates": 95, "actors": 80, "places": 3}, []),
        ({"articles": 5, "dates": 89, "actors": 80}, ["five, dates: 89 < 90"]),
        ({"articles": 5, "dates": 90}, ["five, actors: not measured < 80"]),
        ({"articles": 4, "dates": 90, "actors": 80}, ["five, articles: 4 < 5"]),
    ],
    ids=["reached", "more than reached", "missed", "not measured", "an article taken away"],
)
def test_a_floor_that_is_not_reached_or_not_measured_is_named(scores: dict[str, int], missed: list[str]) -> None:
    assert below(HELD, {"five": scores}) == missed


def test_a_group_that_is_not_measured_reaches_none_of_its_floors() -> None:
    assert len(below(HELD, {})) == 3


def test_scores_are_cut_to_whole_percents_and_what_cannot_be_measured_has_no_floor() -> None:
    tallies = {"dates": Tally(3, 2, 3, 2), "actors": Tally(100, 29, 100, 29), "links": Tally()}
    assert measured({"five": tallies, "all": tallies}, {"five": 7}) == {
        "five": {"articles": 7, "dates": 66, "actors": 29}
    }


def test_raising_lifts_what_rose_adds_what_is_new_and_lowers_nothing() -> None:
    scores = {"five": {"articles": 6, "dates": 95, "actors": 70, "places": 50}, "new": {"articles": 1, "dates": 3}}
    assert raised(HELD, scores) == {
        "five": {"articles": 6, "dates": 95, "actors": 80, "places": 50},
        "new": {"articles": 1, "dates": 3},
    }


@pytest.mark.parametrize(
    ("now", "named"),
    [
        ({"articles": 5, "dates": 90, "actors": 80}, []),
        ({"articles": 5, "dates": 91, "actors": 80, "places": 1}, []),
        ({"articles": 5, "dates": 89, "actors": 80}, ["five, dates: 89 < 90 of c1"]),
        ({"articles": 5, "dates": 90}, ["five, actors: gone < 80 of c1"]),
        ({"articles": 4, "dates": 90, "actors": 80}, ["five, articles: 4 < 5 of c1"]),
        ({"articles": 6, "dates": 70, "actors": 60}, []),
    ],
    ids=["same", "raised", "lowered", "left out", "articles taken away", "more articles: another measure"],
)
def test_a_floor_below_what_it_once_was_over_no_more_articles_is_named(now: dict[str, int], named: list[str]) -> None:
    assert lowered({"five": now}, [("c1", HELD), ("c0", {"five": {"articles": 5, "dates": 20}})]) == named


def test_a_file_keeps_what_it_holds() -> None:
    assert read_floors(to_text(HELD)) == HELD
    assert read_floors("") == {}


@pytest.mark.parametrize("text", ["five: 3", "[1]", "five: {dates: high}", "five: {dates: true}", "five: ["])
def test_a_file_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"floors|YAML"):
        read_floors(text)


# --- git ------------------------------------------------------------------------------------------------------------

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="no git on this machine")


def git(folder: Path, *command: str) -> None:
    who = {f"GIT_{role}_{what}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *command],  # noqa: S607  # where git lies differs between machines
        cwd=folder,
        check=True,
        capture_output=True,
        env=os.environ | who | plain,
    )


def commit(folder: Path, dates: int) -> None:
    (folder / "floors.yml").write_text(to_text({"five": {"articles": 5, "dates": dates}}), encoding="utf-8")
    git(folder, "add", "floors.yml")
    git(folder, "commit", "--quiet", "--message", f"dates {dates}")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose floor was raised on a branch, 50 to 90, and lost in the merge, 70."""
    folder = tmp_path / "whole"
    folder.mkdir()
    git(folder, "init", "--quiet")
    commit(folder, 50)
    git(folder, "switch", "--quiet", "--create", "branch")
    commit(folder, 90)
    git(folder, "switch", "--quiet", "main")
    commit(folder, 70)
    git(folder, "merge", "--quiet", "--strategy", "ours", "branch")
    return folder


@needs_git
def test_every_version_that_was_merged_counts(repository: Path) -> None:
    history = read_history(repository / "floors.yml")
    assert {floors["five"]["dates"] for _, floors in history.versions} == {50, 70, 90}
    assert "shallow" not in history.note


@needs_git
def test_a_change_not_yet_committed_is_compared_too(repository: Path) -> None:
    (repository / "floors.yml").write_text("five: {articles: 5, dates: 60}", encoding="utf-8")
    found = lowered({"five": {"articles": 5, "dates": 60}}, read_history(repository / "floors.yml").versions)
    assert len(found) == 1


@needs_git
def test_a_shallow_clone_compares_what_it_has_and_says_what_it_lacks(repository: Path) -> None:
    clone = repository.parent / "clone"
    git(repository.parent, "clone", "--quiet", "--depth", "1", repository.as_uri(), str(clone))
    history = read_history(clone / "floors.yml")
    assert [floors["five"]["dates"] for _, floors in history.versions] == [70]
    assert "shallow" in history.note


def test_without_git_it_says_that_nothing_was_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "floors.yml").write_text("five: {dates: 1}", encoding="utf-8")
    history = read_history(tmp_path / "floors.yml")
    assert history.versions == ()
    assert "nothing to compare" in history.note


@needs_git
def test_outside_a_work_tree_it_says_that_nothing_was_compared(tmp_path: Path) -> None:
    assert "nothing to compare" in read_history(tmp_path / "floors.yml").note
