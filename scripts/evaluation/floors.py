"""The floors under the scores: a file that may only be raised, and what holds it to that.

The file is YAML: group → field → the F1, in whole percent, that the build must reach; `articles` says over how many
annotated articles of the group it was measured, and is a floor too. Whole percents, rounded down, leave room for the
one thing more or less among two hundred that any honest change of a rule may cost.

No floor may lie below any that git's history has for it, unless articles were annotated since, which makes it another
measure. Lowering one then is a person's edit, for all to see; `raised` never does it.
"""

from __future__ import annotations

import math
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml
from msgspec import Struct

from evaluation.tally import Tallies

ARTICLES = "articles"
HEAD_OF_FILE = """\
# Floors under the scores of `make eval`: group → field → F1 in percent. They may only be raised: `make floors` does it.
"""

Floors = Mapping[str, Mapping[str, int]]


class History(Struct, frozen=True):
    """What git knows of the floors."""

    versions: tuple[tuple[str, Floors], ...]
    """Abbreviated commit and floors, the newest first; versions that cannot be read are left out."""
    note: str
    """What was compared, or why nothing or not all could be."""


def measured(groups: Mapping[str, Tallies], articles: Mapping[str, int]) -> Floors:
    """Return the floors that the scores just reach: whole percents, rounded down; `articles` counts them by group."""
    return {
        group: {ARTICLES: articles[group]}
        | {name: math.floor(100 * tally.f1 + 1e-9) for name, tally in tallies.items() if tally.f1 is not None}
        for group, tallies in groups.items()
        if group in articles
    }


def below(floors: Floors, scores: Floors) -> list[str]:
    """Return a line for each floor that is not reached; a floor of something not measured is not reached."""
    return [
        f"{group}, {name}: {'not measured' if score is None else score} < {floor}"
        for group, fields in floors.items()
        for name, floor in fields.items()
        if (score := scores.get(group, {}).get(name)) is None or score < floor
    ]


def raised(floors: Floors, scores: Floors) -> Floors:
    """Return the floors lifted to the scores where these are higher, and floors for what had none."""
    groups = {**floors, **scores}
    return {
        group: {
            name: max(old.get(group, {}).get(name, 0) for old in (floors, scores))
            for name in {**scores.get(group, {}), **floors.get(group, {})}
        }
        for group in groups
    }


def lowered(floors: Floors, history: Iterable[tuple[str, Floors]]) -> list[str]:
    """Return a line for each floor that lies below what it once was, over no fewer articles, or is gone."""
    lines: dict[tuple[str, str], str] = {}
    for commit, before in history:
        for group, fields in before.items():
            now = floors.get(group, {})
            if fields.get(ARTICLES, 0) < now.get(ARTICLES, 0):
                continue  # easier then: fewer articles
            for name, floor in fields.items():
                if now.get(name, 0) < floor:
                    lines.setdefault((group, name), f"{group}, {name}: {now.get(name, 'gone')} < {floor} of {commit}")
    return list(lines.values())


def read_floors(text: str) -> Floors:
    """Read the file. Raises ValueError where it is not group → field → whole number."""
    try:
        found = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        message = f"no YAML: {error}"
        raise ValueError(message) from error
    shaped = isinstance(found, dict) and all(
        isinstance(fields, dict) and all(type(floor) is int for floor in fields.values()) for fields in found.values()
    )
    if not shaped:
        message = "floors are group → field → whole percent"
        raise ValueError(message)
    return {str(group): {str(name): floor for name, floor in fields.items()} for group, fields in found.items()}


def to_text(floors: Floors) -> str:
    """Write the file."""
    return HEAD_OF_FILE + yaml.safe_dump(
        {group: dict(fields) for group, fields in floors.items()}, sort_keys=False, allow_unicode=True
    )


def read_history(path: Path) -> History:
    """Ask git for every version of the file that leads to what is checked out, merged branches included."""
    listed = _git(path, "log", "--full-history", "--format=%H", "--", path.name)
    if listed is None:
        return History((), "git does not tell here what the floors were before: nothing to compare them with")
    versions = []
    for commit in listed.split():
        text = _git(path, "show", f"{commit}:./{path.name}")
        try:
            versions.append((commit[:12], read_floors(text or "")))
        except ValueError:  # a version that could not be read then held nobody to anything
            continue
    note = f"compared with {len(versions)} committed versions"
    if (_git(path, "rev-parse", "--is-shallow-repository") or "").strip() == "true":
        note += "; this clone is shallow and may lack older ones: `git fetch --unshallow` gets them"
    return History(tuple(versions), note)


def _git(path: Path, *command: str) -> str | None:
    """Return what git prints in the folder of this file; None where there is no git, no work tree, or no answer."""
    try:
        done = subprocess.run(  # noqa: S603  # a fixed command, in the folder of a file that the caller names
            ("git", *command),  # noqa: S607  # where git lies differs between machines
            cwd=path.resolve().parent,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
