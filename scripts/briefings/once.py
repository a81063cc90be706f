"""What the build offered once, and people had changed when it stopped: `docs/.offered/once.yml`.

The offered copy holds the newest offer only. Without this list an item that a person changed and the build then
dropped could no longer be told from one that the person added, and `briefings accept` would leave it on the page.
The build only adds to it, like the index of names: what was offered once stays so.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefings.errors import BriefingsError, Problem
from briefings.yaml_scalar import inline, scalar
from briefings.yaml_tree import YamlError, read

Once = Mapping[str, frozenset[tuple[str, ...]]]
"""Seed stem, or `actors/<id>` → paths (field, item in it)."""

_HEAD = """\
# What the build offered once and people had changed when it stopped: `briefings accept` knows it from what they added.
"""


def read_once(path: str, data: bytes) -> Once:
    """Return what was offered once. Raises BriefingsError where the file cannot be read."""
    try:
        found = read(data.decode("utf-8"))
    except (UnicodeDecodeError, YamlError) as error:
        fix = "restore it from version control, or delete it: `briefings accept` then leaves more on pages"
        raise BriefingsError(Problem(path, 0, 0, f"cannot be read ({error})", fix)) from error
    return {
        page: frozenset(tuple(map(str, part)) for part in parts if isinstance(part, list))
        for page, parts in found.items()
        if isinstance(parts, list)
    }


def write_once(once: Once) -> bytes:
    """Return the file's bytes, one path a line, sorted: so that two people's additions merge."""
    lines = [_HEAD]
    for page, parts in sorted(once.items()):
        lines += [f"{scalar(page, flow=False)}:\n", *(f"  - {inline(list(part))}\n" for part in sorted(parts))]
    return "".join(lines).encode()
