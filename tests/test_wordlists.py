"""The lists of words: what stands in them, and how they are asked for the ends of words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from briefings.extract.tokens import tokenise
from briefings.extract.wordlists import ends_with, gather_endings

PACKAGE = Path(__file__).resolve().parents[1] / "scripts/briefings"
ENDINGS = frozenset({"tilsyn", "rett", "a", ""})


@pytest.mark.parametrize(
    ("word", "least", "fits"),
    [
        ("arbeidstilsyn", 2, True),
        ("tilsyn", 0, True),
        ("tilsyn", 1, False),  # nothing before the ending
        ("tingrett", 4, True),
        ("tingrett", 5, False),
        ("tilsynet", 0, False),
        ("juntaa", 2, True),
        ("a", 2, False),  # shorter than what has to stand before
        ("", 0, False),
        ("by", 0, False),  # an empty ending is the end of no word
    ],
)
def test_a_word_ends_as_listed_with_enough_letters_before(word: str, least: int, *, fits: bool) -> None:
    assert ends_with(word, ENDINGS, least) is fits


LISTS = {
    "bodies": (frozenset({"tilsyn", "rett", "råd"}), 2),
    "places": (frozenset({"by", "øya"}), 0),
    "both": (frozenset({"rett", "by"}), 3),
}


@pytest.mark.parametrize(
    "word", ["tilsyn", "tingrett", "rett", "by", "landsby", "øya", "herøya", "råd", "", "a", "byen"]
)
def test_lists_of_endings_asked_at_once_answer_as_each_does_alone(word: str) -> None:
    alone = {label for label, (endings, least) in LISTS.items() if ends_with(word, endings, least)}
    assert set(gather_endings(LISTS).labels_of(word)) == alone


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("han sa nei", ["han", "sa", "nei"]),
        ("A b  c", ["A", "b", "c"]),
        ("på Müller sin gård", ["på", "Müller", "sin", "gård"]),
        (
            "av St. Olav og J. R. Vik på A/S Nor, ja",
            ["av", "St.", "Olav", "og", "J.", "R.", "Vik", "på", "A/S", "Nor", "ja"],
        ),
        ("i Khrono.no på Opec+ med Lyn-spiller", ["i", "Khrono.no", "på", "Opec+", "med", "Lyn-spiller"]),
        (f"en {'x' * 100} to", ["en", "to"]),  # too long for a name
    ],
)
def test_plain_words_and_others_are_cut_where_they_stand(text: str, words: list[str]) -> None:
    tokens = tokenise(text, 0, len(text))
    assert [token.text for token in tokens] == [text[token.start : token.end] for token in tokens] == words


def _in_lists(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _in_lists(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_lists(inner) if isinstance(inner, dict | list) else (inner,)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("data/*.yml")), ids=lambda path: path.name)
def test_no_listed_word_is_read_as_yes_or_no(path: Path) -> None:
    """`no` is `now` in Nynorsk, and False in YAML."""
    found = yaml.safe_load(path.read_text("utf-8"))
    assert [word for word in _in_lists(found) if isinstance(word, bool) or word is None] == []
