"""The picture beside a link to a page: one size, the same every time, and any title fits."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from briefings.site.cards import EDGE, FONTS, HEIGHT, MARGIN, RULE_Y, WIDTH, Typefaces, card_files, draw, to_typefaces
from briefings.site.words import words_in
from desk import ROOT
from small_site import HARM, small_library, small_site

FACES = to_typefaces({path: (ROOT / "docs" / path).read_bytes() for path in FONTS})
PILLOWS_OWN = to_typefaces({})
PAPER = (255, 255, 255)


def picture(title: str, foot: str = "26. juli 2023", faces: Typefaces = FACES) -> Image.Image:
    return Image.open(io.BytesIO(draw(title, "Fjordsaker", foot, faces))).convert("RGB")


def is_empty(shown: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return shown.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), PAPER)]


TITLES = [
    "Ras",
    "Ras stengjer Riksveg 5: – Vi har aldri sett noko liknande",
    "Statsministeren og finansministeren " * 30,
    "Menneskerettighetsorganisasjonsmedlemskapskontingentinnbetaling" * 5,
    "W" * 1000,
    "ÅÅÅÅ ŐŐŐŐ " * 60,
    "Встреча в Пхеньяне 平壤 \U0001f680",
    HARM,
    "",
]


@pytest.mark.parametrize("faces", [FACES, PILLOWS_OWN], ids=["own fonts", "no fonts"])
@pytest.mark.parametrize("title", TITLES)
def test_any_title_stays_inside_the_margins_and_clear_of_the_line_at_the_foot(title: str, faces: Typefaces) -> None:
    shown = picture(title, title, faces)
    assert shown.size == (WIDTH, HEIGHT)
    assert is_empty(shown, (WIDTH - MARGIN + 4, 0, WIDTH, HEIGHT)), "nothing runs out on the right"
    assert is_empty(shown, (EDGE + 1, 0, MARGIN - 8, HEIGHT)), "nothing runs out on the left"
    assert is_empty(shown, (EDGE + 1, RULE_Y - 6, WIDTH, RULE_Y - 1)), "the title ends above the line"
    assert is_empty(shown, (EDGE + 1, HEIGHT - 20, WIDTH, HEIGHT)), "the foot ends above the edge"


def test_letters_the_fonts_lack_are_transliterated_not_drawn_as_boxes() -> None:
    assert picture("Путин").tobytes() == picture("Putin").tobytes()


@pytest.mark.parametrize("letters", ["æøå ÆØÅ", "Łódź, Čapek, Šiauliai"])
def test_letters_of_europe_are_drawn_as_they_are(letters: str) -> None:
    plain = letters.translate(str.maketrans("æøåÆØÅŁóźČŠ", "aoaAOALozCS"))
    assert picture(letters).tobytes() != picture(plain).tobytes()


def test_a_card_is_the_same_every_time_and_small() -> None:
    first, second = (draw("Ras stengjer Riksveg 5", "Fjordsaker", "Juli 2023", FACES) for _ in range(2))
    assert first == second
    assert len(first) < 40_000


def test_there_is_a_card_for_the_site_and_each_briefing_in_the_language_of_the_site() -> None:
    cards = small_library().listed()
    english, danish = (dict(card_files(cards, small_site(), FACES, words_in(lang))) for lang in ("en", "da"))
    assert set(english) == {"card.png", *(f"briefings/{card.name}/card.png" for card in cards)}
    landslide = "briefings/landslide/card.png"
    assert english[landslide] == draw("Landslide closes Highway 5", "Fjordsaker", "26 July 2023 · Fjellbladet", FACES)
    assert danish[landslide] == draw("Ras stengjer Riksveg 5", "Fjordsaker", "26. juli 2023 · Fjellbladet", FACES)
