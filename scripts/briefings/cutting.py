"""A text cut into words: most stand between two spaces, and are found without a pattern, which costs much more.

So do those with a comma or a full stop behind them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_SIGNS = frozenset(".,:;!?…)»”")
"""Of these no pattern for words takes one at a word's end."""


def cut(
    pieces: Iterable[str], is_word: Callable[[str], bool], pattern: re.Pattern[str], *, with_signs: bool = False
) -> list[str]:
    """Return what `pattern`.findall finds in a text, given what stands between its spaces, of which it matches none.

    `is_word` tells pieces that are all one match, and may miss some; `with_signs` says that signs are matches, too.
    """
    found: list[str] = []
    for written in pieces:
        if is_word(written):
            found.append(written)
        elif written[-1] in _SIGNS and is_word(bare := written[:-1]):
            found.append(bare)
            if with_signs:
                found.append(written[-1])
        else:
            found += pattern.findall(written)
    return found
