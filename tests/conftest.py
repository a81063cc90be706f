"""A desk of its own for each test: folders with seeds and pages, and the real command run on them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from desk import ROOT, Desk

# A loaded machine must not fail a property, and CI must give one answer for one commit.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty desk."""
    made = Desk(tmp_path)
    made.seeds.mkdir()
    made.docs.mkdir()
    return made


@pytest.fixture
def real_desk(desk: Desk) -> Desk:
    """A desk with the five real articles, and no page yet."""
    for seed in sorted((ROOT / "seeds").glob("*.txt")):
        shutil.copy(seed, desk.seeds)
    return desk
