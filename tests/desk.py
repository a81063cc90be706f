"""A desk of its own for each test: folders with seeds and pages, and the real command run on them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from briefings.cli import main

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Desk:
    """A folder with `seeds/` and `docs/`, and the command `briefings` at work in it."""

    root: Path

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    def add(self, name: str, text: str | bytes) -> Path:
        path = self.seeds / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def run(self, command: str, *arguments: str) -> Result:
        folders = ("--seeds", str(self.seeds), "--docs", str(self.docs))
        result = CliRunner().invoke(main, [command, *folders, *arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def build(self) -> Result:
        result = self.run("build")
        assert result.exit_code == 0, result.output
        return result

    def explain(self) -> dict[str, dict[str, Any]]:
        result = self.run("explain", "--format", "json")
        found = (json.loads(line) for line in result.stdout.splitlines())
        return {one["seed"]: one for one in found}

    def page_of(self, seed: str) -> Path:
        return next(
            path for path in (self.docs / "briefings").glob("*.md") if f"seed: {seed}" in path.read_text("utf-8")
        )

    def files(self) -> Mapping[str, tuple[bytes, int]]:
        """Every file in `docs/`, with its bytes and the time it was last written."""
        paths = sorted(path for path in self.docs.rglob("*") if path.is_file())
        return {path.relative_to(self.docs).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}
