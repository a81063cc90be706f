"""Checks of single values, and of lists and mappings of them: the building stones of the tables in `fields`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import yaml
from msgspec import Struct

from briefings.check.value import (
    A_KIND,
    KEY_LIKE,
    WORD_LIKE,
    Check,
    Value,
    World,
    listed,
    nearest,
    quoted,
    short,
    unquoted,
)
from briefings.check.words import meant_words
from briefings.errors import Problem

_RESOLVER = yaml.resolver.Resolver()
_READ_AS = {
    "bool": "as true or false",
    "int": "as a number",
    "float": "as a number",
    "timestamp": "as a date",
    "null": "as nothing",
}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
NORWEGIAN = "MkDocs reads `no` as false, and it does not say which Norwegian"
"""Why `no` is no language here."""


class Field(Struct, frozen=True):
    """What a key's value must be."""

    check: Check
    example: str
    """A valid line, for people to copy."""
    required: bool = False


def read_as(value: Value) -> str | None:
    """Return what MkDocs' loader takes an unquoted text for, None where it takes it for text."""
    if value.node.kind != "scalar" or value.node.style:
        return None
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, value.node.value, (True, False))
    return _READ_AS.get(tag.rpartition(":")[2])


def text(value: Value, _: World) -> Iterator[Problem]:
    """Expect words; what MkDocs' loader would read as a number, a date or false needs quotes."""
    if value.node.kind != "scalar":
        what = f"{value.name} is {A_KIND[value.node.kind]}, expected text"
        yield value.wrong(what, 'write it as one text, in quotes: "…"')
    elif not value.is_null and (kind := read_as(value)):
        yield value.doubtful(
            f"without quotes MkDocs reads {value.shown} {kind}, expected text", f"write {quoted(value.node.value)}"
        )


def flag(value: Value, _: World) -> Iterator[Problem]:
    """Expect true or false, in any of YAML 1.1's words for them."""
    found = (value.text or "").lower()
    if value.is_null or found in _FLAGS:
        return
    meant = meant_words("flags").get(unquoted(found))
    yield value.wrong(f"{value.name} is {value.shown}, expected true or false", f"write {meant or 'true or false'}")


_FLAGS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n"})


def number(value: Value, _: World) -> Iterator[Problem]:
    """Expect a paragraph's number."""
    if value.is_null or re.fullmatch(r"[1-9][0-9]{0,6}", value.text or ""):
        return
    digits = re.fullmatch(r"(?:¶|#?p)\s*([1-9][0-9]{0,6})", value.text or "")
    fix = f"write {digits[1]}" if digits else "write the n of the paragraph's ¶n, such as 28"
    yield value.wrong(f"{value.name} is {value.shown}, expected the number of a paragraph", fix)


def one_of(
    choices: tuple[str, ...],
    other_words: Mapping[str, str] = MappingProxyType({}),
    because: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> Check:
    """Expect one of a few words, in capitals or small.

    `other_words` are what people write for them; `because` has (what is wrong, fix) for what needs an explanation.
    """

    def check(value: Value, _: World) -> Iterator[Problem]:
        if value.is_null or (value.text is not None and value.text.lower() in choices):
            return
        found = unquoted(value.text or "").lower()
        if found in because:
            what, fix = because[found]
            yield value.wrong(f"{value.name} is {value.shown}: {what}", fix)
            return
        guess = other_words.get(found) or _begun(found, choices) or nearest(found, choices, WORD_LIKE)
        expected = listed(choices)
        yield value.wrong(f"{value.name} is {value.shown}, expected {expected}", f"write {guess or expected}")

    return check


def _begun(found: str, choices: tuple[str, ...]) -> str | None:
    """Return the one choice that `found` begins, or that begins it: `same` and `same event`, `nn-NO` and `nn`."""
    begun = [choice for choice in choices if found and (choice.startswith(found) or re.match(rf"{choice}[-_]", found))]
    return begun[0] if len(begun) == 1 else None


_TIGHT_DASH = re.compile(r"-[^\W\d_]")
"""An item whose dash has no space after it, which YAML takes for text."""


def list_of(check: Check, example: str) -> Check:
    """Expect a list of values that each pass `check`; one value alone counts as a list of one."""

    def check_list(value: Value, world: World) -> Iterator[Problem]:
        if value.node.kind == "mapping":
            yield value.wrong(f"{value.name} is {A_KIND['mapping']}, expected a list", f"write {example}")
        elif value.node.kind == "scalar":
            parts = [part.strip() for part in (value.text or "").split(",") if part.strip()]
            if len(parts) > 1 and not value.node.style:
                what = f"{value.name} is one text with commas in it, expected a list"
                yield value.doubtful(what, f"write {value.name}: [{short(', '.join(parts))}]")
            elif not value.node.style and _TIGHT_DASH.match(value.text or ""):
                what = f"{value.name} is {value.shown}, where no space stands after the dash: it is no item of a list"
                yield value.wrong(what, f"write - {short((value.text or '')[1:].partition(' - ')[0])}")
            elif parts:
                yield from check(value, world)
        for node in value.node.children if value.node.kind == "sequence" else ():
            item = value.inner(node, f"an item of {value.name}")
            if item.is_null:
                yield item.wrong(f"an item of {value.name} is empty", "fill it in or delete the line")
            else:
                yield from check(item, world)

    return check_list


def mapping_of(fields: Mapping[str, Field], example: str) -> Check:
    """Expect `key: value` lines, known keys with the values they must have; other keys are people's own."""

    def check(value: Value, world: World) -> Iterator[Problem]:
        if value.is_null:
            return
        if value.node.kind != "mapping":
            yield value.wrong(f"{value.name} is {value.shown}, expected `key: value` lines", f"write {example}")
            return
        yield from keys_and_values(value, fields, world, f"{value.name}.")
        present = {key.value for key, node in value.node.entries if node.data is not None}
        for key, expected in fields.items():
            if expected.required and key not in present:
                yield value.wrong(f"{value.name} has no {key}", f"add {expected.example}")

    return check


def keys_and_values(value: Value, fields: Mapping[str, Field], world: World, prefix: str = "") -> Iterator[Problem]:
    """Check each known key's value, and say so where an unknown key looks like a known one."""
    present = {key.value for key, _ in value.node.entries}
    for key, node in value.node.entries:
        if key.value in fields:
            yield from fields[key.value].check(value.inner(node, f"{prefix}{key.value}"), world)
            continue
        guess = nearest(key.value, fields, KEY_LIKE) or meant_words("keys").get(key.value.lower())
        if guess is not None and guess in fields and guess not in present:
            what = f"the key `{short(key.value)}` is not one the site reads, `{guess}` is"
            fix = f"if you meant that, write {fields[guess].example}"
            yield value.inner(key, key.value).doubtful(what, fix)


def by_language(check: Callable[[Value, World], Iterator[Problem]], example: str) -> Check:
    """Expect `language: value` lines with ISO 639 codes."""

    def check_mapping(value: Value, world: World) -> Iterator[Problem]:
        if value.is_null:
            return
        if value.node.kind != "mapping":
            yield value.wrong(
                f"{value.name} is {A_KIND[value.node.kind]}, expected a line for each language", f"write {example}"
            )
            return
        for key, node in value.node.entries:
            if key.value.lower() == "no":
                yield value.inner(key, key.value).wrong(
                    f"`no` as a language in {value.name}: {NORWEGIAN}", "write nb for Bokmål, nn for Nynorsk"
                )
            elif not _LANGUAGE.fullmatch(key.value):
                what = f"`{short(key.value)}` in {value.name} is no language code"
                yield value.inner(key, key.value).wrong(what, "write its ISO 639 code, such as en, ru or ko")
            yield from check(value.inner(node, f"{value.name}.{short(key.value)}"), world)

    return check_mapping
