"""A name as the words of a sentence, before it is known what it names."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import force_setattr

from briefings.extract.tokens import Token
from briefings.findings import MentionType


class Span(Struct, frozen=True):
    """Words of one sentence that are a name."""

    tokens: tuple[Token, ...]
    first: int
    end: int
    at: int
    known: str | None
    """The rule that knows it; None for a name in no list."""
    compound: bool = False
    """Whether its last word is a name and, after a hyphen, what a person is."""
    model: tuple[tuple[MentionType, float], ...] = ()
    """What the name model takes it for, each type with its probability; nothing where it sees no name."""
    words: tuple[Token, ...] = ()
    """The words of the name; made of the rest, whatever is given, as the two that follow are."""
    name: str = ""
    """The words as one text; of a compound (`Lyn-spiller`) the name in it."""
    before: Token | None = None
    """The word right before, if only a space parts them."""

    def __post_init__(self) -> None:
        """Fill in what follows from the rest, and is asked for many times."""
        words = self.tokens[self.first : self.end]
        name = " ".join([token.text for token in words])
        force_setattr(self, "words", words)
        force_setattr(self, "name", name.rpartition("-")[0] if self.compound else name)
        force_setattr(self, "before", self.tokens[self.first - 1] if self.first and words[0].follows else None)

    @property
    def after(self) -> Token | None:
        """The word right after, if only a space parts them."""
        return self.tokens[self.end] if self.end < len(self.tokens) and self.tokens[self.end].follows else None
