"""A name as the words of a sentence, before it is known what it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefings.extract.tokens import Token
from briefings.findings import MentionType


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """Words of one sentence that are a name; never changed. Not frozen, for the reason given of `Token`."""

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
    words: tuple[Token, ...] = field(init=False)
    """The words of the name."""
    name: str = field(init=False)
    """The words as one text; of a compound (`Lyn-spiller`) the name in it."""

    def __post_init__(self) -> None:
        """Fill in what follows from the rest, and is asked for many times."""
        self.words = self.tokens[self.first : self.end]
        name = " ".join([token.text for token in self.words])
        self.name = name.rpartition("-")[0] if self.compound else name

    @property
    def before(self) -> Token | None:
        """The word right before, if only a space parts them."""
        return self.tokens[self.first - 1] if self.first and self.words[0].follows else None

    @property
    def after(self) -> Token | None:
        """The word right after, if only a space parts them."""
        return self.tokens[self.end] if self.end < len(self.tokens) and self.tokens[self.end].follows else None
