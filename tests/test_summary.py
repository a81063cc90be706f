"""What an article is in short: sentences that a reader can take in without the rest."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefings.findings import DateMention, Extraction, Sentence, Statement
from briefings.leaning import stands_alone
from briefings.model import Article, Basis, Kind, Paragraph, Published, Seed, StatementKind
from briefings.summary import MOST_BOTTOM, MOST_POINTS, summarise

_BRIDGE = (
    "Kommunen vil stenge den gamle brua i Lundby fra første januar.",
    "Dette har ingen i bygda ventet på forhånd i det hele tatt.",
    "Ingeniørene fant råte i bærebjelkene under brua i oktober.",
    "Brua i Lundby ble bygd av kommunen etter krigen, og bærebjelkene er aldri skiftet ut.",
    "Omveien rundt fjorden er førti kilometer lang for dem som bor i Lundby.",
    "Hvem skal betale for den nye brua i Lundby kommune nå?",
    "Kommunen har ikke penger til ny bru, og ber staten om hjelp til å bygge den i Lundby.",
)


def _extraction(blocks: list[tuple[Kind, str]], quotes: tuple[str, ...] = ()) -> Extraction:
    text, paragraphs, sentences = "", [], []
    for number, (kind, words) in enumerate(blocks, start=1):
        start = len(text)
        text += words + "\n\n"
        end = start + len(words)
        paragraphs.append(Paragraph(number, kind, "nb", start, end, end))
        cuts = [start, *(start + match.end() for match in re.finditer(r"[.?!] ", words)), end]
        sentences += [
            Sentence(first, first + len(text[first:last].rstrip()), number)
            for first, last in pairwise(cuts)
            if text[first:last].strip()
        ]
    statements = tuple(
        Statement(StatementKind.QUOTE, quote, text.index(quote), text.index(quote) + len(quote), 1, None)
        for quote in quotes
    )
    article = Article(Seed("a.txt", text), "nb", tuple(paragraphs))
    return Extraction(article, tuple(sentences), (), (), (), statements, (), None)


def _words(extraction: Extraction, indexes: tuple[int, ...]) -> list[str]:
    return [extraction.article.text[one.start : one.end] for one in (extraction.sentences[index] for index in indexes)]


def _bottom(*blocks: tuple[Kind, str], quotes: tuple[str, ...] = ()) -> list[str]:
    extraction = _extraction(list(blocks), quotes)
    return _words(extraction, summarise(extraction).bottom_line)


def _as_article(sentences: tuple[str, ...]) -> Extraction:
    return _extraction(
        [(Kind.LEAD if number == 0 else Kind.PARAGRAPH, sentence) for number, sentence in enumerate(sentences)]
    )


def test_the_bottom_line_begins_with_the_lead_and_has_one_to_three_sentences() -> None:
    extraction = _as_article(_BRIDGE)
    bottom = _words(extraction, summarise(extraction).bottom_line)
    assert bottom[0] == _BRIDGE[0]
    assert 1 <= len(bottom) <= 3


def test_neither_a_question_nor_a_sentence_that_leans_on_another_stands_in_the_bottom_line() -> None:
    extraction = _as_article(_BRIDGE)
    bottom = _words(extraction, summarise(extraction).bottom_line)
    assert _BRIDGE[1] not in bottom
    assert _BRIDGE[5] not in bottom


def test_background_of_years_ago_and_a_refusal_to_comment_go_behind_the_news() -> None:
    old, silent = (
        "Brua i Lundby åpnet i 1954 og kostet 120 millioner.",
        "Kommunen i Lundby vil ikke kommentere saken nå.",
    )
    extraction = _as_article((_BRIDGE[0], old, silent, *_BRIDGE[1:]))
    start = extraction.article.text.index("i 1954")
    dated = replace(
        extraction,
        published=Published("2024-03-14", Basis.HEADER),
        dates=(DateMention("i 1954", start, start + 6, 2, "year", "1954"),),
    )
    before, after = (_words(one, summarise(one).bottom_line) for one in (extraction, dated))
    assert old in before
    assert old not in after
    assert silent not in after


def test_key_points_add_to_the_bottom_line() -> None:
    extraction = _as_article(_BRIDGE)
    summary = summarise(extraction)
    assert summary.key_points
    assert not set(summary.key_points) & set(summary.bottom_line)


def test_a_sentence_told_twice_is_chosen_once() -> None:
    extraction = _as_article((*_BRIDGE, _BRIDGE[0], _BRIDGE[2]))
    summary = summarise(extraction)
    chosen = _words(extraction, summary.bottom_line + summary.key_points)
    assert len(chosen) == len(set(chosen))


@pytest.mark.parametrize(
    "kind", [Kind.HEADLINE, Kind.SUBHEADING, Kind.CAPTION, Kind.CREDIT, Kind.CORRECTION, Kind.BOILERPLATE, Kind.QUOTE]
)
def test_the_bottom_line_is_taken_from_the_body_only(kind: Kind) -> None:
    assert _bottom((kind, _BRIDGE[0]), (Kind.PARAGRAPH, _BRIDGE[2])) == [_BRIDGE[2]]


def test_speech_without_its_speaker_is_no_bottom_line() -> None:
    said = "Vi kan ikke vente til noen blir drept på brua."
    assert _bottom((Kind.LEAD, f"– {said}"), (Kind.PARAGRAPH, _BRIDGE[2]), quotes=(said,)) == [_BRIDGE[2]]


def test_a_text_cut_off_mid_sentence_does_not_end_the_summary() -> None:
    assert _bottom((Kind.LEAD, _BRIDGE[0]), (Kind.PARAGRAPH, "Kommunen i Lundby sier at brua skal sten")) == [
        _BRIDGE[0]
    ]


def test_a_sentence_may_lean_on_the_one_beside_it() -> None:
    lead = "Kari Bøe vil stenge den gamle brua i Lundby. Nå ber hun staten om penger til en ny."
    assert _bottom((Kind.LEAD, lead)) == [
        "Kari Bøe vil stenge den gamle brua i Lundby.",
        "Nå ber hun staten om penger til en ny.",
    ]


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Kommunen vil stenge brua.", True),
        ("Det lukkede land får besøg af præsidenten.", True),
        ("Det er ventet at Russland skal få ammunisjon.", True),
        ("Den russiske delegasjonen var i Nord-Korea.", True),
        ("De rødgrønne partiene er enige om budsjettet.", True),
        ("Han kom i følge med to ministrar.", False),
        ("Der er også Kina invitert.", False),
        ("Dette har Nord-Korea avvist.", False),
        ("Det melder nyheitsbyrået AFP.", False),
        ("Det skriver Børsen torsdag aften.", False),
        ("De to møttes sist i 2019.", False),
        ("Dei skal ha snakka saman i to timar.", False),
        ("I tillegg skal de bygge en skole.", False),
        ("Etter møtet skal dei, ifølge avisa, ha ete mat.", False),
        ("På grunn av denne avtalen blir prisen lavere.", False),
        ("Men kommunen vil ikke betale.", False),
        ("Således har lederen inviteret præsidenten.", False),
    ],
)
def test_a_sentence_is_known_to_stand_alone_or_not(sentence: str, *, alone: bool) -> None:
    assert stands_alone(sentence) is alone


def test_a_pronoun_after_its_name_is_no_obstacle() -> None:
    assert stands_alone("Kari Bøe sier at hun vil stenge brua.", [0])
    assert not stands_alone("I går sa hun at Kari Bøe vil stenge brua.", [16])


def test_an_article_without_a_body_has_no_summary() -> None:
    extraction = _extraction([(Kind.HEADLINE, "Brua stenges")])
    assert summarise(extraction).bottom_line == summarise(extraction).key_points == ()


@given(
    st.lists(
        st.sampled_from([*_BRIDGE, "Kort.", "– Nei!", "Han også.", "x" * 2000, "…", "Slutt uten punktum"]), max_size=30
    )
)
def test_the_choice_is_always_small_sorted_and_apart(sentences: list[str]) -> None:
    extraction = _as_article(tuple(sentences))
    summary = summarise(extraction)
    assert summarise(extraction) == summary
    assert len(summary.bottom_line) <= MOST_BOTTOM
    assert len(summary.key_points) <= MOST_POINTS
    assert list(summary.bottom_line) == sorted(set(summary.bottom_line))
    assert not set(summary.bottom_line) & set(summary.key_points)


def test_a_very_long_article_is_summarised_at_once() -> None:
    extraction = _as_article(_BRIDGE * 3000)
    before = time.process_time()
    summarise(extraction)
    assert time.process_time() - before < 2
