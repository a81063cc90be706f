"""How often Python looks for objects that hold each other alive."""

from __future__ import annotations

import gc

SELDOM = 10_000
"""New objects between two looks, where Python's own number is 700. An article makes thousands, nearly none of them in
a cycle, beside word lists that only stay: at 700 the looks take a twentieth of the time of reading, at 10,000 less than
a hundredth, and the process is no larger."""


def collect_seldom() -> None:
    """Set it for this process. For commands alone: a program that has loaded us decides for itself."""
    gc.set_threshold(SELDOM)
