"""Front matter keeps what a person meant when it is read, and every byte they wrote when it is changed."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefings.page_text import render_key
from briefings.yaml_patch import YamlError, locate, patch, read
from briefings.yaml_scalar import fold, inline, scalar
from briefings.yaml_tree import parse


def plainly(key: str, value: object) -> str:
    return f"{scalar(key, flow=False)}: {inline(value)}\n"


# --- reading --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    ["no", "2024", "12:30", "2023-07-26", "0123", "on", "1e3", "0x1F", "1_000", ".5", "y", "true", "2023-09~"],
)
def test_a_plain_value_stays_the_string_that_was_written(written: str) -> None:
    assert read(f"k: {written}\nl: [{written}]\n") == {"k": written, "l": [written]}


@pytest.mark.parametrize("written", ["", " ~", " null", " NULL"])
def test_only_an_empty_value_a_tilde_and_null_are_nothing(written: str) -> None:
    assert read(f"k:{written}\n") == {"k": None}
    assert read('k: "null"\n') == {"k": "null"}


def test_quotes_and_folding_are_read_as_yaml_has_them() -> None:
    text = "a: \"x\\u00e6\\n\"\nb: 'it''s'\nc: >-\n  one\n  two\nd: |\n  one\n  two\n'no': æ😀\r\n"
    assert read(text) == {"a": "xæ\n", "b": "it's", "c": "one two", "d": "one\ntwo\n", "no": "æ😀"}


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n"])
def test_front_matter_without_keys_is_empty(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "fix"),
    [
        ('title: Kim: "Nei"\n', 1, 11, "mapping values", "double quotes"),
        ("a: b\n\tc: d\n", 2, 1, "tab character", "tabs"),
        ('a: "open\n', 2, 1, "quoted scalar", "close the quotation mark"),
        ("a: [b, c\n", 2, 1, "flow sequence", "close the list"),
        ("- a\n- b\n", 1, 1, "no `key: value`", "`key: value`"),
        ("just words\n", 1, 1, "no `key: value`", "`key: value`"),
        ("a: 1\nb: 2\n'a': 3\n", 3, 1, "`a` is here twice", "keep one"),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", 1, 1, "git left two versions", "keep one"),
        ('a: "\\d"\n', 1, 5, "unknown escape", "backslash twice"),
        ("a: &x 1\n", 1, 4, "`&x` names a value", "quotes"),
        ("æ: 1\na: *uth\n", 2, 4, "`*uth` repeats", "quotes"),
        ("a: *uth* er\n", 1, 8, "scanning an alias", "double quotes"),
        ("a: !!python/object:os.system x\n", 1, 4, "sets a type", "delete"),
        ("<<: {a: 1}\n", 1, 1, "copies keys", "write the keys out"),
        ("a: 1\n--- # more\nb: 2\n", 2, 1, "second document", "delete"),
        ("a: 1\r\nb: æ\x07\r\n", 2, 5, "U+0007", "delete it"),
        ("a: 2023-02-30\n", 1, 4, "cannot read `2023-02-30`", "double quotes"),
        ("a: =\n", 1, 4, "cannot read `=`", "double quotes"),
        ("? [a]\n: b\n", 1, 3, "where a key belongs", "quotes"),
        ("a: " + "[" * 400_000, 1, 23, "nested too deep", "flatter"),
    ],
)
def test_what_cannot_be_read_is_reported_with_place_and_fix(
    text: str, line: int, column: int, message: str, fix: str
) -> None:
    with pytest.raises(YamlError) as caught:
        read(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert message in caught.value.message
    assert fix in caught.value.fix


def test_a_value_is_found_by_its_path_and_a_missing_one_by_what_is_around_it() -> None:
    text = "title: x\r\nactors:\r\n  - {id: æ😀, role: y}\r\n  - z\r\nempty:\r\n"
    assert locate(text, ("title",)) == (1, 8)
    assert locate(text, ("actors", 0, "role")) == (3, 20)
    assert locate(text, ("actors", 1)) == (4, 5)
    assert locate(text, ("actors", 7, "role")) == (3, 3)
    assert locate(text, ("gone",)) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "a: æ😀 # c\r\nb: |\r\n  x\r\n\r\nc: [é, {d: 😀, e}]\r\n",
        "a: b\n  c\nd: 'x\n\n  y' # z\ne: >- # q\n  x\n\n",
    ],
)
def test_libyaml_and_pyyaml_mark_the_same_characters(text: str) -> None:
    def marks(loader: type[yaml.SafeLoader | yaml.CSafeLoader]) -> list[tuple[int, int]]:
        events = yaml.parse(text, Loader=loader)
        return [(e.start_mark.index, e.end_mark.index) for e in events if isinstance(e, yaml.ScalarEvent) and e.value]

    assert marks(yaml.CSafeLoader) == marks(yaml.SafeLoader)


# --- writing one value ----------------------------------------------------------------------------------------------

TRAPS = [
    "no",
    "2024",
    "12:30",
    "2023-07-26",
    "0123",
    "12e45678",
    "01234567",
    "1e3",
    "~",
    "null",
    "",
    " a",
    "a ",
    "a: b",
    "a #b",
]
TRAPS += [
    "- a",
    "? a",
    "<<",
    "=",
    "@a",
    "`a",
    "%a",
    "!a",
    "&a",
    "*a",
    "#a",
    "|",
    ">",
    "'a'",
    '"a"',
    "a,b",
    "[a]",
    "{a}",
    "a:",
]
TRAPS += [
    "---",
    "...",
    "--- a",
    "... a",
    "0o7",
    "0x1f",
    ".inf",
    ".nan",
    "+1",
    "1_000",
    "y",
    "N",
    "on",
    "Off",
    "\ufeffa",
    "a\u2028b",
]
TRAPS += [
    "a\tb",
    "a\nb",
    "\x85",
    "\x00",
    "😀",
    "«a»",
    "– a",
    "3.14",
    "1:2",
    "::",
    "a?b",
    "http://a.no/?b=c#d",
    "\\",
    '"',
]
words = st.sampled_from(TRAPS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(words)
def test_every_yaml_reader_reads_a_written_string_as_that_string(value: str) -> None:
    for text, flow in ((f"k: {scalar(value, flow=False)}\n", False), (f"k: [{scalar(value, flow=True)}]\n", True)):
        expected = {"k": [value] if flow else value}
        for loader in (yaml.CSafeLoader, yaml.SafeLoader):
            assert yaml.load(text, loader) == expected  # noqa: S506 - both are safe loaders
        assert read(text) == expected


@given(words)
@example("k")
def test_a_written_key_is_read_as_that_key(value: str) -> None:
    assert yaml.safe_load(f"{scalar(value, flow=False)}: 1\n") == {value: 1}
    assert yaml.safe_load(f"k: {inline({value: None})}\n") == {"k": {value: None}}


def test_yaml_1_2_readers_see_no_number_where_a_string_is_meant() -> None:
    assert scalar("12e45678", flow=False) == '"12e45678"'
    assert scalar("0o17", flow=False) == '"0o17"'


@pytest.mark.parametrize(
    "value", ["2023-09", "2023-07/2023-08", "2023-06~", "Kim Jong-un", "«ja» – nei", "corpus 003_0fca"]
)
def test_ordinary_values_need_no_quotes(value: str) -> None:
    assert scalar(value, flow=False) == value


@given(st.text(st.sampled_from("ab \u00a0\t\n#-:>|'\"😀æ\u2028\x85."), max_size=400) | words, st.integers(1, 6))
def test_a_folded_text_reads_back_exactly_or_is_not_folded(value: str, indent: int) -> None:
    lines = fold(value, indent)
    if lines is not None:
        text = "k: >-\n" + "\n".join(lines) + "\nl: x\n"
        assert yaml.safe_load(text) == read(text) == {"k": value, "l": "x"}


def test_a_folded_text_fills_lines_of_100_columns() -> None:
    lines = fold("ord " * 99 + "slutt", 2)
    assert lines
    assert max(map(len, lines)) <= 100
    assert min(map(len, lines[:-1])) > 90


# --- changing a text ------------------------------------------------------------------------------------------------

CASES = [
    (
        "a scalar, its comment stays",
        "title: Kim   # x\nb: 1\n",
        {"title": "Putin", "b": "1"},
        "title: Putin   # x\nb: 1\n",
    ),
    ("in the same quotes", "a: 'x'\nb: \"y\"\n", {"a": "it's", "b": "z"}, "a: 'it''s'\nb: \"z\"\n"),
    ("quoted where it must be", "a: x\n", {"a": "no"}, 'a: "no"\n'),
    ("an empty value is filled", "a:   # c\nb:\n", {"a": "x", "b": "z"}, "a: x   # c\nb: z\n"),
    ("a value is emptied", "a: x # c\n", {"a": None}, "a: null # c\n"),
    ("a key goes, its comment stays", "a: 1\nb: 2 # why\nc: 3\n", {"a": "1", "c": "3"}, "a: 1\n# why\nc: 3\n"),
    ("a key comes in its place", "a: 1\n# c\nc: 3\n", {"a": "1", "b": "x", "c": "3"}, "a: 1\nb: x\n# c\nc: 3\n"),
    ("a key comes first", "# top\nb: 2\n", {"a": "x", "b": "2"}, "# top\na: x\nb: 2\n"),
    ("a flow item comes", "a: [x,  z]\n", {"a": ["x", "w", "z"]}, "a: [x,  w,  z]\n"),
    ("a flow item goes", "a: [ x, y,z ] # c\n", {"a": ["x", "z"]}, "a: [ x,z ] # c\n"),
    ("all flow items go", "a: [ x, y ] # c\n", {"a": []}, "a: [  ] # c\n"),
    ("an empty list is filled", "a: []\n", {"a": ["x", "no"]}, 'a: [x, "no"]\n'),
    (
        "a flow list over lines keeps its comments",
        "a: [\n  x, # 1\n  y, # 2\n]\n",
        {"a": ["y", "z"]},
        "a: [\n   # 1\n  y, z, # 2\n]\n",
    ),
    (
        "a mapping in a list is changed inside",
        "a:\n- { id: x, role:  y } # c\n- z\n",
        {"a": [{"id": "x", "role": "w", "at": 3}, "z"]},
        "a:\n- { id: x, role:  w, at: 3 } # c\n- z\n",
    ),
    (
        "a block item comes in the indentation of the others",
        "a:\n    -  x\n    # c\nb: 1\n",
        {"a": ["x", "w"], "b": "1"},
        "a:\n    -  x\n    - w\n    # c\nb: 1\n",
    ),
    (
        "a block item goes, its comment stays",
        "a:\n  - x # about x\n  - y\n",
        {"a": ["y"]},
        "a:\n  # about x\n  - y\n",
    ),
    (
        "a mapping written as lines stays so, and new ones follow it",
        "a:\n  - id: x # c\n    role: y\n",
        {"a": [{"id": "x", "role": "z"}, {"id": "w", "role": "v"}]},
        "a:\n  - id: x # c\n    role: z\n  - id: w\n    role: v\n",
    ),
    ("items that move take their comment along", "a:\n  - x # 1\n  - y\n", {"a": ["y", "x"]}, "a:\n  - y\n  - x # 1\n"),
    ("the last block item goes", "a:\n  - x # c\nb: 1\n", {"a": [], "b": "1"}, "# c\na: []\nb: 1\n"),
    (
        "a folded text is folded anew, its comment stays",
        "a: >- # c\n   one\n   two\n\nb: 1\n",
        {"a": "three four", "b": "1"},
        "a: >- # c\n   three four\n\nb: 1\n",
    ),
    ("a literal text stays literal", "a: |\n  one\n  two\n", {"a": "three\nfour"}, "a: |-\n  three\n  four\n"),
    ("what folding cannot hold is quoted", "a: >-\n  one\n", {"a": " x"}, 'a: " x"\n'),
    (
        "a mapping's lines",
        "s:\n  a: 1\n  b: 2\n",
        {"s": {"a": "1", "c": None, "b": "x"}},
        "s:\n  a: 1\n  c: null\n  b: x\n",
    ),
    ("CRLF stays", "a: 1\r\nb: [x]\r\n", {"a": "1", "b": ["x"], "c": "z"}, "a: 1\r\nb: [x]\r\nc: z\r\n"),
    (
        "a comment deeper than the keys stays one",
        "a:\n  - x\n\n  # c\n",
        {"a": ["x"], "b": "w"},
        "a:\n  - x\n\n  # c\nb: w\n",
    ),
    ("numbers and truth are plain", "a: 1\n", {"a": 2, "b": True}, "a: 2\nb: true\n"),
    ("a text that does not end in a line end", "a: 1", {"a": "1", "b": "2"}, 'a: 1\nb: "2"'),
    ("the whole written in braces", "{a: 1, b: 2}\n", {"a": "1", "c": "x"}, "{a: 1, c: x}\n"),
    ("a list becomes a word", "a:\n  - x\nb: 1\n", {"a": "z", "b": "1"}, "a: z\nb: 1\n"),
]


@pytest.mark.parametrize(("text", "wanted", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_only_what_differs_is_touched(text: str, wanted: dict[str, Any], expected: str) -> None:
    assert patch(text, wanted, plainly) == expected


def test_nothing_changes_where_all_is_as_wanted() -> None:
    text = "# é\r\na:   'no'\r\nb : [ x ,\ty ]  # c\r\n\r\nc: ~\r\n"
    assert patch(text, {"a": "no", "b": ["x", "y"], "c": None}, plainly) == text


names = st.sampled_from(
    ["kim", "putin", "no", "2024", "xi", "a b", "æ", "12:30", "nato", "it's", "«x»", "a, b", "K: v"]
)
atoms = names | st.none()
flat_lists = st.lists(names, max_size=5)
refs = st.fixed_dictionaries({"id": names}, optional={"role": atoms, "why": names})
ref_lists = st.lists(refs | names, max_size=5)
mappings = st.dictionaries(st.sampled_from(["seed", "url", "no"]), atoms, max_size=3)
fields = {"title": names, "date": atoms, "summary": st.lists(names, min_size=1, max_size=40).map(" ".join)}
fields |= {"actors": ref_lists, "places": flat_lists, "related": ref_lists, "source": mappings, "x": atoms}
front_matter = st.fixed_dictionaries({}, optional=fields)


@st.composite
def hand_written(draw: st.DrawFn, data: dict[str, Any]) -> str:  # noqa: C901 - one branch a style
    """Write data as some person might: any style, odd spacing, comments."""
    comment = st.sampled_from(["", "", "  # merk: «æ»", " #x", "   # - a: [b]"])
    above = st.sampled_from(["", "", "", "# heading\n", "\n"])

    def value(item: object) -> str:
        if item is None:
            return draw(st.sampled_from(["~", "null"]))
        if isinstance(item, dict):
            pad = draw(st.sampled_from(["", " "]))
            return "{" + pad + ", ".join(f"{scalar(k, flow=True)}:  {value(v)}" for k, v in item.items()) + pad + "}"
        if isinstance(item, list):
            comma = draw(st.sampled_from([", ", ",", " ,  ", ",\n    ", ", # c\n    "]))
            return "[" + comma.join(value(each) for each in item) + draw(st.sampled_from(["", " ", "\n  "])) + "]"
        single = "'" + item.replace("'", "''") + "'"
        return draw(st.sampled_from([scalar(item, flow=True), single, '"' + item + '"']))

    def block_item(item: object, indent: str) -> str:
        if isinstance(item, dict) and item and draw(st.booleans()):
            gap = draw(st.sampled_from([" ", "   "]))
            parts = [f"{scalar(k, flow=False)}: {value(v)}{draw(comment)}\n" for k, v in item.items()]
            return f"{indent}-{gap}" + f"{indent} {gap}".join(parts)
        return f"{indent}- {value(item)}{draw(comment)}\n"

    parts = [draw(st.sampled_from(["", "# top\n\n"]))]
    for key, item in data.items():
        parts.append(draw(above))
        if isinstance(item, list) and item and draw(st.booleans()):
            indent = draw(st.sampled_from(["", "  ", "     "]))
            between = st.sampled_from(["", "", indent + "# between\n", "\n"])
            parts.append(
                f"{key}:{draw(comment)}\n" + "".join(block_item(each, indent) + draw(between) for each in item)
            )
        elif isinstance(item, dict) and item and draw(st.booleans()):
            lines = [f"  {scalar(k, flow=False)}: {value(v)}{draw(comment)}\n" for k, v in item.items()]
            parts.append(f"{key}:\n" + "".join(lines))
        elif key == "summary" and draw(st.booleans()) and (lines := fold(item, 4)):
            parts.append(f"{key}: >-{draw(comment)}\n" + "\n".join(lines) + "\n")
        elif item is None and draw(st.booleans()):
            parts.append(f"{key}:{draw(comment)}\n")
        else:
            parts.append(f"{key}: {value(item)}{draw(comment)}\n")
    text = "".join(parts)
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def entry_text(text: str, key: str) -> str:
    root = parse(text)
    assert root
    name, value = next(entry for entry in root.entries if entry[0].value == key)
    return text[name.start : name.end if value.is_empty else value.end]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_whatever_the_style_the_text_reads_as_wanted_and_other_lines_stay(data: st.DataObject) -> None:
    before = data.draw(front_matter)
    text = data.draw(hand_written(before))
    assume(read(text) == before)  # the writer above is sloppy about what YAML can hold plain
    wanted = {key: value for key, value in before.items() if data.draw(st.integers(0, 5))} | data.draw(front_matter)

    after = patch(text, wanted, render_key)

    assert read(after) == wanted
    for key in before:
        if wanted.get(key, ...) == before[key]:
            assert entry_text(after, key) == entry_text(text, key)
    found = re.findall(r"(?<=[ \n])# ?(?:merk|top|heading|between|- a|x|c)\b[^\r\n]*", "\n" + text)
    for comment in set(found):
        assert after.count(comment) >= text.count(comment)
    assert ("\r\n" in text) <= (after.count("\n") == after.count("\r\n"))
    assert patch(after, wanted, render_key) == after


@settings(deadline=None)
@given(front_matter, front_matter)
def test_mkdocs_reads_what_was_written_as_the_same_strings(before: dict[str, Any], wanted: dict[str, Any]) -> None:
    text = "".join(render_key(key, value) for key, value in before.items())
    loaded = yaml.load(patch(text, wanted, render_key), yaml.CSafeLoader)
    assert (loaded or {}) == wanted
