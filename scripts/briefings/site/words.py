"""The site's own words, so that no label is an identifier; English for now."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

LANGUAGES = {"nn": "Nynorsk", "nb": "Bokmål", "da": "Danish", "sv": "Swedish", "en": "English"}
STAGES = {"draft": "draft, not yet read by an editor", "reviewed": "reviewed", "withdrawn": "withdrawn"}
TYPES = {"person": "Person", "organisation": "Organisation", "state": "State"}
PLURALS = {"person": "Persons", "organisation": "Organisations", "state": "States"}
BASES = {
    "header": "from the article's header",
    "sidecar": "from the notes beside the article",
    "text": "from the article's text",
    "corpus": "from another article on the same event",
    "editor": "set by an editor",
}


_NORDIC = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def nordic_order(name: str) -> str:
    """Return what to sort a name by: æ, ø, å after z with their Swedish sisters; accents and case are ignored."""
    letters = name.casefold().replace("aa", "å").translate(_NORDIC)
    return "".join(char for char in unicodedata.normalize("NFD", letters) if not unicodedata.combining(char))


def listing(names: Sequence[str]) -> str:
    """Return `a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def count(number: int, noun: str) -> str:
    """Return `1 briefing`, `2 briefings`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
