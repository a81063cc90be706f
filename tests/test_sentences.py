from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.clean import to_article
from briefings.extract.sentences import find_sentences, split
from briefings.model import Seed

MAX_SECONDS = 10


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Han kom 26. juli 2023. | Så reiste han.",
        "Det var 70. gang. | Kim smilte.",
        "Møtet starta kl. 11.22. | Det varte i to timar.",
        "Han tok med f.eks. Kim og bl.a. Putin. | Det var alt.",
        "J. K. Rowling bor i St. Petersburg. | Hun skriver.",
        "Ole F. Bull og Chr. Holm kom. | De dro.",
        "«Nei!» sa han. | «Kom!» | Putin gikk.",
        "– Er du sikker? spurte hun. | – Ja, svarte han.",
        "Han siger: »Vi er klar.« | Så gik han.",
        "Putin sa at USA «lyver». | «Vi er klare», sa han.",
        "Han dro i 1953. | Krigen var slutt.",
        "Det var 3.-4. maj. | 1. maj gikk de i tog.",
        "Christian 4. byggede tårnet. | Margrethe 2. abdicerede.",
        "Kim bor her. | iPhone selger godt.",
        "Han kom i går. | 20 timer senere dro de.",
        "Ca. 20 kom til dr. Lie og prof. Bø. | De ble.",
        "Prisen er 1.200 kr. | Han betalte 3,5 mill. kroner.",
        "Kim m.fl. kom. | De hadde ris, te osv. | Deretter gikk de.",
        "Se https://www.nrk.no/urix/a.b.C-1 for mer. | Bra.",
        "Det står på bt.no. | Kim leste det.",
        "Vent ... | Han kom. | Og så … ingenting.",
        "Dei gjekk (med vilje.) | Ho blei.",
        "Han kom (onsdag, red.) til byen. | Han dro.",
        "1. Norge er et land. | 2. Sverige er et annet.",
        "Det er her vi er i. | Digitale kart hjelper.",
        "U.S. Navy sendte skip til D.C. i går. | De kom.",
        "Hvor? | Her! | Nå.",
        "GODE VENNER: Kim tar i mot. | Bildet er sendt ut.",
        "Hun bor i Oslo",
        "Art. 5 gjelder, jf. pkt. 3. | Saksnr. 23/456 ble avvist.",
        "Dommen faller 12. desember. | Da vet vi mer.",
        "Prisen steg 2,5 pst. til 1.250 kr. pr. tonn. | Det er mye.",
        "»Jeg kommer.« | »Gør du?« spurgte hun.",
        "«Vi kommer ... kanskje», sa han. | Så gikk han.",
        "Kong Harald V. og dronning Sonja kom. | De vinket.",
        "Adm. dir. Per Lie i Moe A/S sier nei. | Styret er enig.",
        "Det var i 2. halvleg. | De vant 3. divisjon i 2024.",
        "Mødet er d. 3. marts kl. 18.00. | Det koster 5 mio. kr. | Alle kan komme.",
    ],
)
def test_sentences_end_where_a_reader_of_norwegian_or_danish_would_say(text: str) -> None:
    assert sentences(text.replace(" | ", " ")) == text.split(" | ")


def test_a_missing_space_after_a_stop_does_not_hide_the_next_sentence() -> None:
    assert sentences("Han kom i går.Han dro i dag.") == ["Han kom i går.", "Han dro i dag."]


def test_lines_broken_to_a_width_are_one_text_and_short_lines_are_sentences() -> None:
    assert sentences("Dette er hardt\nbrukket tekst som\ngår over flere linjer.") == [
        "Dette er hardt\nbrukket tekst som\ngår over flere linjer."
    ]
    assert sentences("Hovedstad: Kyiv\nFolketall: 43 millioner mennesker i 2020") == [
        "Hovedstad: Kyiv",
        "Folketall: 43 millioner mennesker i 2020",
    ]


def test_credits_and_furniture_have_no_sentences_and_a_caption_ends_before_its_credit() -> None:
    text = "Hopp til innhold\n\nHan kom onsdag. Han smilte.\n\nKim på tur. Foto: KCNA / AP\n\nHan dro.\n\nAv Kari Bø"
    article = to_article(Seed("a.txt", text))
    assert [(text[s.start : s.end], s.at) for s in split(article)] == [
        ("Han kom onsdag.", 2),
        ("Han smilte.", 2),
        ("Kim på tur.", 3),
        ("Han dro.", 4),
    ]


@given(st.text(alphabet=st.sampled_from("aA1 .!?…»«\"'–\n)("), max_size=120))
def test_sentences_are_trimmed_in_order_and_leave_out_nothing_but_space(text: str) -> None:
    found = sentences(text)
    assert all(sentence and sentence == sentence.strip() for sentence in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["." * 1_000_000 + "a", "a. " * 100_000, "«" * 500_000, ". «" * 100_000])
def test_a_hostile_paragraph_is_split_in_seconds(text: str) -> None:
    began = time.process_time()
    sentences(text)
    assert time.process_time() - began < MAX_SECONDS
