"""Texts cut into words at their spaces: the same words as a pattern finds in them, whatever signs stand there."""

from __future__ import annotations

import pytest

from briefings.cutting import cut
from briefings.extract.date_words import TOKEN, tokenise
from briefings.noise_words import WORD

TEXTS = (
    "",
    " \n ",
    "Skipet gikk på grunn ved Frøya i går.",
    "Den 3.–5. mai kl. 07.30, sa ho (Ap): «Nord-Korea's m² _ 90-åra» …",
    "İstanbul ½ ß a_b 12,5 % – 2022/23\nny linje",
)


@pytest.mark.parametrize("text", TEXTS)
def test_cutting_at_spaces_finds_the_words_that_the_pattern_finds(text: str) -> None:
    assert cut(text.split(), str.isalnum, WORD) == WORD.findall(text)
    assert cut(text.split(), str.isalpha, TOKEN, with_signs=True) == TOKEN.findall(text)


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_of_dates_stand_where_they_are_said_to(text: str) -> None:
    tokens = tokenise(f"xx {text} yy", 3, 3 + len(text))
    spans = [(tokens.starts[index], tokens.ends(index)) for index in range(len(tokens.words))]
    assert spans == [match.span() for match in TOKEN.finditer(f"xx {text} yy", 3, 3 + len(text))]
