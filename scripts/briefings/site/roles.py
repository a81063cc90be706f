"""What an actor was when: the roles that briefings give it, one after the other."""

from __future__ import annotations

from msgspec import Struct, field

from briefings.library import Library
from briefings.library_cards import BriefingCard


class Tenure(Struct):
    """A role for as long as briefings in its language give no other."""

    role: str
    lang: str | None
    """The language of the newest briefing that gives it."""
    cards: list[BriefingCard] = field(default_factory=list)
    """The briefings that give it, the oldest first, undated ones at the end."""


def tenures(actor: str, library: Library) -> list[Tenure]:
    """Return the roles of an actor in the order in which they begin; what briefings without a date say comes last.

    Briefings of one language that follow each other with the same words make one tenure; a briefing in another language
    joins it if it has the same words, and else has a tenure beside it: `leiar` does not end with a `leder`.
    """
    found: list[Tenure] = []
    last: dict[str | None, Tenure] = {}
    for card in _oldest_first(actor, library):
        role = next((ref.role for ref in card.actors if ref.id == actor), None)
        if not role:
            continue
        held = next((one for one in last.values() if _words(one.role) == _words(role)), None)
        if held is None:
            held = Tenure(role, card.lang)
            found.append(held)
        held.lang, held.role = card.lang, role
        held.cards.append(card)
        last[card.lang] = held
    return found


def same_role(one: str, other: str) -> bool:
    """Say whether two roles are the same words."""
    return _words(one) == _words(other)


def _oldest_first(actor: str, library: Library) -> list[BriefingCard]:
    """Return the briefings that name an actor; a library has the newest first and those without a date last."""
    cards = [library.briefings[name] for name in library.appearances.get(actor, ())]
    return [*(card for card in reversed(cards) if card.date), *(card for card in cards if not card.date)]


def _words(role: str) -> list[str]:
    return role.casefold().split()
