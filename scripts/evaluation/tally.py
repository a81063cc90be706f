"""How one field went, in figures and in words."""

from __future__ import annotations

from msgspec import Struct, field


class Tally(Struct):
    """How one field went: what the reference holds and how much was found, what was offered and how much was right."""

    gold: int = 0
    found: int = 0
    offered: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)
    """`- ` what was not found, `+ ` what should not be there, `≠ ` what is there and wrong."""

    def expect(self, *, ok: bool, label: str) -> None:
        """Count one thing of the reference."""
        self.gold += 1
        self.found += ok
        if not ok:
            self.misses.append(f"- {label}")

    def offer(self, *, ok: bool, label: str) -> None:
        """Count one thing of the build."""
        self.offered += 1
        self.right += ok
        if not ok:
            self.misses.append(f"+ {label}")

    def judge(self, *, ok: bool, label: str) -> None:
        """Count one thing that both have, and that is right or wrong."""
        self.gold += 1
        self.offered += 1
        self.found += ok
        self.right += ok
        if not ok:
            self.misses.append(f"≠ {label}")

    def add(self, other: Tally) -> None:
        """Add the figures of another article."""
        self.gold += other.gold
        self.found += other.found
        self.offered += other.offered
        self.right += other.right

    @property
    def precision(self) -> float | None:
        """Share of what was offered that is right; None where nothing was offered."""
        return self.right / self.offered if self.offered else None

    @property
    def recall(self) -> float | None:
        """Share of the reference that was found; None where it holds nothing."""
        return self.found / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there is nothing to find and nothing was offered."""
        if not self.gold and not self.offered:
            return None
        both = (self.precision or 0.0) + (self.recall or 0.0)
        return 2 * (self.precision or 0.0) * (self.recall or 0.0) / both if both else 0.0


Tallies = dict[str, Tally]
