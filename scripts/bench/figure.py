"""One figure, and its line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured."""

    name: str
    value: float
    unit: str
    most: float | None = None
    """What it may be at most, in the same unit; None where nothing was promised."""
    note: str = ""


def to_line(figure: Figure) -> str:
    """Return the figure for people: a name, a value, and its share of what it may be."""
    line = f"  {figure.name:<52}{figure.value:>10,.1f} {figure.unit}"
    if figure.most is not None:
        share = figure.value / figure.most
        line += f", {share:.2f} of the {figure.most:g} it may be" + (": TOO MUCH" if share > 1 else "")
    return line + (f"  ({figure.note})" if figure.note else "")
