"""One figure, and its line."""

from __future__ import annotations

from msgspec import Struct


class Figure(Struct, frozen=True):
    """Something measured."""

    name: str
    value: float
    unit: str
    most: float | None = None
    """What it may be at most, in the same unit; None where nothing was promised."""
    note: str = ""
    least: float | None = None
    """What it should be at least, in the same unit."""


def to_line(figure: Figure) -> str:
    """Return the figure for people: a name, a value, and its share of what it may be."""
    line = f"  {figure.name:<52}{figure.value:>10,.1f} {figure.unit}".rstrip()
    if figure.most is not None:
        share = f"{figure.value / figure.most:.2f} of the {figure.most:g}" if figure.most else "0"
        line += f", {share} it may be" + (": TOO MUCH" if figure.value > figure.most else "")
    if figure.least is not None:
        line += f", at least {figure.least:g} wanted" + (": TOO LITTLE" if figure.value < figure.least else "")
    return line + (f"  ({figure.note})" if figure.note else "")
