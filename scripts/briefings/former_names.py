"""The names that briefings once had, as the site needs them: old links lead on."""

from __future__ import annotations

from collections.abc import Mapping

from briefings.errors import BriefingsError, Problem
from briefings.page_names import read_page_names
from briefings.store import File, Layout, read_file
from briefings.store.read import NAMES_LIMIT


def read_former_names(layout: Layout) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Return every name a briefing has had → its seed's stem, and what is wrong with the index.

    Empty where there is no index, or it cannot be read.
    """
    found = read_file(layout.names, NAMES_LIMIT)
    if not isinstance(found, File):
        return {}, ()
    try:
        return read_page_names(found.shown, found.data), ()
    except BriefingsError as error:
        return {}, error.problems
