"""The site's own words, so that no label is an identifier; English for now."""

from __future__ import annotations

LANGUAGES = {"nn": "Nynorsk", "nb": "Bokmål", "da": "Danish", "sv": "Swedish", "en": "English"}
STAGES = {"draft": "draft, not yet read by an editor", "reviewed": "reviewed", "withdrawn": "withdrawn"}
TYPES = {"person": "Person", "organisation": "Organisation", "state": "State"}
BASES = {
    "header": "from the article's header",
    "sidecar": "from the notes beside the article",
    "text": "from the article's text",
    "corpus": "from another article on the same event",
    "editor": "set by an editor",
}


def count(number: int, noun: str) -> str:
    """Return `1 briefing`, `2 briefings`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
