"""Names of races and tournaments, which are no actors: `Tour de France`, `Arctic Race of Norway`, `Norway Cup`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract import cues, organisations
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words


def is_contest(words: Sequence[str]) -> bool:
    """Say whether words are a contest's name: `Arctic Race of Norway`, not `Open Door AS`."""
    if len(words) < 2 or organisations.is_name_end(words[-1]) or cues.is_first_name(words[0]):  # noqa: PLR2004 — `Open`
        return False
    return not read_words("cues", "contests").isdisjoint(words)


def contest_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a contest's name that holds a state's or a city's: `Tour de France`, `Norway Cup`."""
    names = read_words("cues", "contests")
    after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].follows else None
    if after is None:
        return None
    if tokens[index].text not in names:
        return index + 2 if after.text in names and cues.known_rule(tokens[index].text) else None
    of = index + 2 < len(tokens) and tokens[index + 2].follows and tokens[index + 2].capital
    return index + 3 if of and after.lower in {"de", "of", "du"} else None
