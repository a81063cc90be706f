"""The JSON Schemas of the files of data, as they are shipped: they document the shape for those who read it."""

from __future__ import annotations

from importlib.resources import files

KINDS = ("briefings", "actors")
"""What there is a file of data of."""


def schema_path(kind: str) -> str:
    """Return where a schema lies, below the site's address."""
    return f"{kind}.schema.json"


def read_schema(kind: str) -> str:
    """Return the JSON Schema of one of `KINDS`."""
    return files("briefings.site").joinpath("data", schema_path(kind)).read_text(encoding="utf-8")
