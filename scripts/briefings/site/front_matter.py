"""Front matter for pages that no file of people's holds: whatever stands in it reads back as the value it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefings.yaml_scalar import inline, scalar


def with_front_matter(markdown: str, values: Mapping[str, Any]) -> str:
    """Return a page with front matter on lines of its own, one a key; what is None or empty is left out."""
    told = {key: value for key, value in values.items() if value not in (None, "", [], (), {})}
    lines = (f"{scalar(key, flow=False)}: {inline(value)}\n" for key, value in told.items())
    return f"---\n{''.join(lines)}---\n{markdown}"
