"""What a name is, and whether it is one, is told by the nouns, titles, dashes and verbs beside it."""

from __future__ import annotations

import pytest

from briefings.clean import to_article
from briefings.extraction import extract
from briefings.findings import Extraction
from briefings.model import ActorType, Seed


def read(text: str) -> Extraction:
    return extract(to_article(Seed("kinds.txt", text)))


def named(text: str, kind: ActorType) -> set[str]:
    return {entity.name for entity in read(text).entities if entity.type is kind}


@pytest.mark.parametrize(
    ("bodies", "sentence"),
    [
        ({"Fjordklang"}, "Han leia musikkfestivalen Fjordklang i mange år."),
        ({"Vestlyd"}, "Pengene går til Vestlyd, festivalen på Voss."),
        ({"Sunnmøre Sinfonietta"}, "På scenen stod Sunnmøre Sinfonietta og spilte."),
        ({"Tekna"}, "Tillitsvalgt Per Hovde i Tekna er uenig."),
        ({"Safir"}, "Hovudtillitsvald Kari Moe i Safir seier nei."),
        ({"Solène-Aubert"}, "Rytteren skifter til Solène-Aubert på en treårig kontrakt."),
        ({"TV2 Nord", "TV2 Øst"}, "Det fortæller hun til TV2 Nord, og TV2 Øst bekræfter det."),
        ({"Minusma"}, "FN lukker missionen Minusma."),
        ({"Asan"}, "Det sier forsker Yoon Park ved tenketanken Asan i Seoul til broren."),
        ({"Riksenheten for økokriminalitet"}, "Det opplyser Riksenheten for økokriminalitet."),
        ({"Senterpartiet", "Arbeiderpartiet"}, "Senterparti-ordføreren og Arbeiderparti-politikaren møttes."),
        ({"Sogndal", "Raufoss"}, "Sogndal – Raufoss 2–1"),
        ({"Molde", "Rosenborg"}, "Molde - Rosenborg: 1-1."),
    ],
)
def test_bodies_are_told_by_what_stands_beside_them(bodies: set[str], sentence: str) -> None:
    found = named(sentence, ActorType.ORGANISATION)
    assert found - {"FN"} == bodies


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunen har stått på Robek-lista siden 2024.",
        "Ho er FAU-leiar og bur like ved.",
        "Statsråden opna Setesdalskonferansen om vern.",
        "Hun er lektor i Tyrkietstudier til daglig.",
        "Han vandt etaper i både Touren og Vueltaen.",
        "Børne- og undervisningsministeren er syg.",
    ],
)
def test_lists_posts_conferences_and_fields_of_study_name_nobody(sentence: str) -> None:
    found = read(sentence)
    assert not found.entities
    assert not found.places


@pytest.mark.parametrize("sentence", ["Tåka lå over Kim Il-sung-plassen.", "De gikk langs Le Duan-boulevarden hjem."])
def test_a_square_named_after_a_person_is_a_place(sentence: str) -> None:
    found = read(sentence)
    assert not found.entities
    assert [place.name.partition("-")[2] for place in found.places] in (["sung-plassen"], ["boulevarden"])


def test_a_man_whose_father_stands_in_his_name_is_one() -> None:
    assert named("Sjåføren, malieren Oumar ag Mohamed, ble skadd.", ActorType.PERSON) == {"Oumar ag Mohamed"}


def test_states_that_play_stay_states() -> None:
    assert named("Norge – Østerrike 2–1", ActorType.STATE) == {"Norge", "Østerrike"}
