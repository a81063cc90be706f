"""The index of every name a briefing page has had: `docs/.offered/names.yml`, page name → its seed's stem.

It tells whose a page is that cannot be read, keeps a name from being used twice, and lets old links lead on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from briefings.errors import BriefingsError, Problem
from briefings.page import Page, seed_of
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


def owners(pages: Mapping[str, Page], names: Mapping[str, str], claimed: Collection[str] = ()) -> dict[str, str]:
    """Return page name → stem of the seed it belongs to; a person's own pages are left out.

    A page belongs to the seed its `source` names. One without any `source` key belongs to the seed its name is known
    for: the key was deleted, and taking the page for a new one would make a second page of that seed. Where another
    page, or one of `claimed` (seeds of pages that cannot be read), has that seed, the name is only used again.
    """
    found = {name: seed.removesuffix(".txt") for name, page in pages.items() if (seed := seed_of(page))}
    elsewhere = {*found.values(), *claimed}
    for name, page in pages.items():
        stem = names.get(name)
        if stem and stem not in elsewhere and "source" not in page.data:
            found[name] = stem
    return found
