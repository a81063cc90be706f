"""What a strict build refuses, and how it says so: with the path, the line and the remedy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from visiting import ROOT


def break_link(project: Path) -> str:
    page = next((project / "docs" / "briefings").glob("2023-09-kim*.md"))
    text = page.read_text("utf-8")
    page.write_text(text.replace("## Timeline", "## Note\n\nSee [that one](no-such-page.md).\n\n## Timeline"), "utf-8")
    line = page.read_text("utf-8").splitlines().index("See [that one](no-such-page.md).") + 1
    return f"docs/briefings/{page.name}:{line}:16: there is no page no-such-page.md"


def break_front_matter(project: Path) -> str:
    page = next((project / "docs" / "briefings").glob("2023-09-kim*.md"))
    text = page.read_text("utf-8")
    page.write_text(text.replace("lang: nn", 'lang: "nn'), "utf-8")
    line = text.splitlines().index("lang: nn") + 1
    return f"docs/briefings/{page.name}:{line}:7: the quotation mark"


def collide(project: Path) -> str:
    (project / "docs" / "dates").mkdir()
    (project / "docs" / "dates" / "2023.md").write_text("# My own year\n", "utf-8")
    return "docs/dates/2023.md:1:1: this file lies where the site puts a page of its own"


@pytest.mark.parametrize("harm", [break_link, break_front_matter, collide])
def test_a_strict_build_fails_and_names_path_and_line(tmp_path: Path, harm: Callable[[Path], str]) -> None:
    for folder in ("docs", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    told = harm(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert told in done.stderr
