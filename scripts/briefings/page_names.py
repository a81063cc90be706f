"""The index of every name a briefing page has had: `docs/.offered/names.yml`, page name → its seed's stem.

It tells whose a page is that cannot be read, keeps a name from being used twice, and lets old links lead on.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefings.errors import BriefingsError, Problem
from briefings.yaml_scalar import scalar
from briefings.yaml_tree import YamlError, read

_HEAD = """\
# Every name a briefing page has had, and the seed it belongs to: old links lead on. The build adds to it.
"""


def read_page_names(path: str, data: bytes) -> Mapping[str, str]:
    """Return page name → seed stem. Raises BriefingsError where the file cannot be read."""
    try:
        found = read(data.decode("utf-8"))
    except (UnicodeDecodeError, YamlError) as error:
        fix = "restore it from version control, or delete it: only the old names of renamed pages are lost"
        raise BriefingsError(Problem(path, 0, 0, f"cannot be read ({error})", fix)) from error
    return {name: stem for name, stem in found.items() if isinstance(stem, str)}


def write_page_names(names: Mapping[str, str]) -> bytes:
    """Return the file's bytes, one name a line, sorted: so that two people's additions merge."""
    lines = (f"{scalar(name, flow=False)}: {scalar(stem, flow=False)}\n" for name, stem in sorted(names.items()))
    return (_HEAD + "".join(lines)).encode()
