"""The site speaks each of its languages whole: no text is missing, none is left over, none is half translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

from briefings.site.words import LOCALES, Label, Words, capital, read_labels, words_in
from desk import ROOT

PACKAGE = ROOT / "scripts" / "briefings"
CODE = (*sorted((PACKAGE / "site").glob("*.py")), PACKAGE / "plugin.py", PACKAGE / "theming.py")
TEMPLATES = sorted((PACKAGE / "theme").rglob("*.html"))
ASKED = re.compile(r"""\bwords(?:\.(?P<method>count|one_of|group))?\(\s*["'](?P<key>\w+)["']""")
"""A label asked for in a template."""
METHODS = ("count", "one_of", "group")
OTHERS = sorted(set(LOCALES) - {"en"})


def is_plural(label: Label) -> bool:
    return not isinstance(label, str) and "other" in label


def texts(label: Label) -> dict[str, str]:
    return {"": label} if isinstance(label, str) else dict(label)


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def asked(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (method, label) of every label a module asks for by name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        function, first = node.func, node.args[0]
        is_words = isinstance(function, ast.Name | ast.Attribute) and ast.unparse(function) in ("words", "self.words")
        if is_words:
            yield "", _constant(first, path)
        elif isinstance(function, ast.Attribute) and function.attr in METHODS:
            owner = ast.unparse(function.value)
            if owner in ("words", "self.words", "self"):
                yield function.attr, _constant(first, path)


def _constant(node: ast.expr, path: Path) -> str:
    # A name put together while running cannot be checked; a group or a table of names can.
    assert isinstance(node, ast.Constant | ast.Name), f"{path.name}:{node.lineno}: write the label's name out"
    return str(node.value) if isinstance(node, ast.Constant) else ""


def constants(path: Path) -> set[str]:
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    return {node.value for node in tree if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_all_that_english_says_with_the_same_parts_left_open(language: str) -> None:
    english, other = read_labels("en"), read_labels(language)
    assert list(other) == list(english), "the same labels in the same order"
    for key, label in english.items():
        assert isinstance(other[key], str) == isinstance(label, str), key
        if is_plural(label):
            continue
        assert sorted(texts(other[key])) == sorted(texts(label)), key
        for name, text in texts(label).items():
            assert placeholders(texts(other[key])[name]) == placeholders(text), f"{key} {name}"


@pytest.mark.parametrize("language", LOCALES)
def test_a_plural_has_the_forms_of_its_language_and_each_says_the_number(language: str) -> None:
    forms = {*Locale.parse(LOCALES[language]).plural_form.tags, "other"}
    plurals = {key: texts(label) for key, label in read_labels(language).items() if is_plural(label)}
    assert plurals
    for key, label in plurals.items():
        assert set(label) == forms, key
        assert [placeholders(text) for text in label.values()] == [["n"]] * len(forms), key


@pytest.mark.parametrize("language", LOCALES)
def test_every_label_is_a_text_and_none_is_empty_or_taken_for_something_else_by_yaml(language: str) -> None:
    for key, label in read_labels(language).items():
        for name, text in texts(label).items():
            assert isinstance(name, str), key
            assert isinstance(text, str), f"{key}: quote {text!r}"
            assert text.strip() == text != "", key


def test_every_label_that_code_and_templates_ask_for_exists_in_the_form_they_ask_for() -> None:
    labels = read_labels("en")
    calls = [(path.name, *call) for path in CODE for call in asked(path) if call[1]]
    for path in TEMPLATES:
        calls += [(path.name, found["method"] or "", found["key"]) for found in ASKED.finditer(path.read_text("utf-8"))]
    assert len(calls) > 50
    for place, method, key in calls:
        assert key in labels, f"{place} asks for {key}"
        shape = "count" if is_plural(labels[key]) else "" if isinstance(labels[key], str) else "one_of group"
        assert method in shape.split() or method == shape, f"{place} asks for {key} as {method or 'a text'}"


def test_every_label_is_used_somewhere() -> None:
    used = {text for path in CODE for text in constants(path)}
    used |= {found["key"] for path in TEMPLATES for found in ASKED.finditer(path.read_text("utf-8"))}
    assert set(read_labels("en")) - used == set()


@pytest.mark.parametrize("language", OTHERS)
def test_no_label_is_left_in_english(language: str) -> None:
    same = {"Person", "Organisation", "{day}"}
    english, other = read_labels("en"), read_labels(language)
    left = {
        f"{key} {name}".strip()
        for key, label in english.items()
        for name, text in texts(label).items()
        if texts(other[key])[name] == text and text not in same
    }
    assert left == set()


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "1 briefing", "1,200 briefings"),
        ("nb", "1 sak", "1\N{NO-BREAK SPACE}200 saker"),
        ("nn", "1 sak", "1\N{NO-BREAK SPACE}200 saker"),
        ("da", "1 sag", "1.200 sager"),
    ],
)
def test_a_number_is_counted_and_written_as_in_the_language(language: str, one: str, many: str) -> None:
    words = words_in(language)
    assert (words.count("briefings", 1), words.count("briefings", 1200)) == (one, many)


@pytest.mark.parametrize(
    ("language", "danish", "names"),
    [
        ("en", "Danish", "A, B and C"),
        ("nb", "dansk", "A, B og C"),
        ("nn", "dansk", "A, B og C"),
        ("da", "dansk", "A, B og C"),
    ],
)
def test_languages_and_lists_are_named_as_in_the_language(language: str, danish: str, names: str) -> None:
    words = words_in(language)
    assert (words.name_of_language("da"), words.listing(["A", "B", "C"])) == (danish, names)
    assert words.name_of_language("xx-klingon") == "xx-klingon"
    assert (words.listing([]), words.listing(["A"])) == ("", "A")


def test_what_people_wrote_cannot_fill_a_second_placeholder() -> None:
    assert words_in("en")("as_role", role="{role} {0} {x.y}") == "as {role} {0} {x.y}"


def test_a_label_asked_for_in_the_wrong_form_says_which_is_the_right_one() -> None:
    words = words_in("en")
    with pytest.raises(TypeError, match=r"count\(\)"):
        words("briefings")
    with pytest.raises(TypeError, match="neither plural nor group"):
        words.count("home", 1)
    with pytest.raises(KeyError):
        words_in("fi")


def test_a_title_begins_with_a_capital() -> None:
    assert [capital(text) for text in ("juli 2023", "", "østlandet")] == ["Juli 2023", "", "Østlandet"]


def test_words_of_one_language_are_one_value() -> None:
    assert words_in("nn") == Words("nn", read_labels("nn"))
