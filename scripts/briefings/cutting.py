"""A text cut into words: most stand between two spaces, and are found without a pattern, which costs much more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable


def cut(pieces: Iterable[str], is_word: Callable[[str], bool], pattern: re.Pattern[str]) -> list[str]:
    """Return what `pattern`.findall finds in a text, given what stands between its spaces, of which it matches none.

    `is_word` tells pieces that are all one match, and may miss some.
    """
    found: list[str] = []
    for written in pieces:
        if is_word(written):
            found.append(written)
        else:
            found += pattern.findall(written)
    return found
