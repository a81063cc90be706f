"""Ends of words, as all word lists of the extraction are asked for them."""

import pytest

from briefings.extract.wordlists import ends_with

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
