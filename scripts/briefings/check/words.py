"""The words people write in place of those of the file format, from `data/check_words.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

import yaml


@cache
def meant_words(group: str) -> Mapping[str, str]:
    """Return the words of a group, in small letters, with what is meant by each; raise KeyError for no such group."""
    data = resources.files("briefings").joinpath("data/check_words.yml").read_text(encoding="utf-8")
    words: Mapping[str, str] = yaml.load(data, Loader=yaml.CSafeLoader)[group]
    return MappingProxyType(words)
