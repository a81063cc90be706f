"""What a source is given by: the value that the search for verbs and for `ifølge` yields."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from briefings.extract.phrases import Phrase
from briefings.extract.speech import Verb

MAX_COMPLEMENT = 80
"""Words looked through for what is said."""


class Cue(StrEnum):
    """By what words a source is given."""

    CLAUSE = "clause"
    """It is the subject of a verb of saying: `X sa at …`."""
    TAG = "tag"
    """After or within what it says: `…, melder X`."""
    ACCORDING = "according"
    """`ifølge X`."""
    QUOTED = "quoted"
    """`som siterer X`: nearer to the claim than who quotes it."""
    BACKWARD = "backward"
    """`Det melder X.`: the source of the sentence before."""


class Attribution(Struct, frozen=True):
    """One source as one cue gives it, by indexes of the sentence's words."""

    cue: Cue
    verb: Verb | None
    at: int
    """Where the cue's verb or preposition stands."""
    phrases: tuple[Phrase, ...]
    """The source; several where `og` joins them."""
    outlets: tuple[Phrase, ...] = ()
    """Media that it was said to: `sa han til BBC`."""
