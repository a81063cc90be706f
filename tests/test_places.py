"""Places in no list are told from people and bodies by what goes there, lies there and stands beside them."""

from __future__ import annotations

import pytest

from briefings.clean import to_article
from briefings.extraction import extract
from briefings.findings import Extraction
from briefings.model import ActorType, Seed


def read(text: str) -> Extraction:
    return extract(to_article(Seed("places.txt", text)))


def places(text: str) -> list[str]:
    return [place.name for place in read(text).places]


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        (["Tarbes", "Pamiers"], "Bussen gik fra Tarbes til Pamiers tidligt søndag."),
        (["Gao", "Paris"], "I går flaug dei frå Gao til Paris."),
        (["Luchon"], "På etapen til Luchon punkterede hun to gange."),
        (["Assab"], "De reiste til Assab i Eritrea for å hente last."),
        (["Barsa"], "Flyet frå Barsa landa for seint."),
        (["Kars"], "På perrongen i Kars stod dei og venta."),
        (["Voll"], "Stasjonen i Voll blir lagt ned."),
        (["Kidal", "Gao", "Ménaka"], "Krigen blusser op i Kidal, Gao og Ménaka."),
        (["Gedo", "Bakool"], "Kampene i Gedo og Bakool har vart lenge."),
        (["Goris", "Latsjin"], "Veien mellom Goris og Latsjin er åpnet igjen."),
        (["Nagan", "Tollu"], "Grænsen mellem Nagan og Tollu er åben igen."),
        (["Ust-Vym"], "Lasten kom frå den russiske hamna Ust-Vym."),
        (["Bjelskyrkja"], "Gravferda blir frå Bjelskyrkja fredag."),
        (["Skovbakkekirken"], "Koncerten i Skovbakkekirken er udsolgt."),
        (["Frogner kirke"], "De giftet seg i Frogner kirke."),
        (["Førde kyrkje", "Sola flyplass"], "Gravferda er i Førde kyrkje, og flyet landa på Sola flyplass."),
        (["Haugheia vindpark"], "I august solgte de halvparten av Haugheia vindpark."),
    ],
)
def test_towns_in_no_list_are_places_where_something_goes_or_lies_there(expected: list[str], sentence: str) -> None:
    found = read(sentence)
    assert [place.name for place in found.places] == expected
    assert not [entity.name for entity in found.entities if entity.type is not ActorType.STATE]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Gundersen", "De kjørte til Gundersen og hentet nøkkelen."),
        ("Per Hansen", "Det regnet i Mandal, og Hansen måtte avlyse. Per Hansen var sur."),
        ("Kredinor", "Hun har jobbet i Nordea, Lendbox og Kredinor før."),
        ("Tollu", "Striden mellom Nagan og Tollu er ikke over, sier Nagan."),
        ("Folkekirken", "Hun er præst i Folkekirken."),
        ("Ilakyrkja", "Presten i Ilakyrkja er uenig."),
        ("Grensebevoktningsvesenet", "Kaptein Mikko Salmi i Grensebevoktningsvesenet svarer ikke."),
        ("Ecowas", "Observatører fra Ecowas skal følge valget."),
        ("Haukeland universitetssjukehus", "Han er kjørt til Haukeland universitetssjukehus for sjekk."),
    ],
)
def test_people_and_bodies_somebody_goes_to_are_no_places(name: str, sentence: str) -> None:
    assert name in {entity.name for entity in read(sentence).entities}


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Anda–Lote", "Fjordlast tapte anbodet på sambandet Anda–Lote i juni."),
        ("Tangenåsen–Vikeby", "Strekningen Tangenåsen–Vikeby er stengt."),
        ("Ballen–Kolby", "Færgeruten Ballen–Kolby er indstillet."),
        ("Hald Sø", "De satte penge i et boligprojekt ved Hald Sø, som aldrig blev til noget."),
    ],
)
def test_a_route_and_a_lake_are_places(place: str, text: str) -> None:
    assert place in [one.name for one in read(text).places]


def test_two_teams_joined_by_a_dash_are_no_route() -> None:
    assert "Brann–Molde" not in [one.name for one in read("Kampen Brann–Molde ble utsatt.").places]


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("Overhalla", "Flommen tok to hus i Overhalla."),
        ("Lierne", "Ordfører Kari Moe i Lierne beklager."),
        ("Faaborg-Midtfyn", "Branden brød ud på en gård i Faaborg-Midtfyn."),
        ("Trysil", "Selskapet permitterer 80 av sine ansatte i Trysil fra 1. mai."),
        ("Øystre Slidre", "Skulen i Øystre Slidre blir lagd ned."),
        ("Tønder", "Branden i Tønder er slukket."),
    ],
)
def test_a_municipality_is_a_place_whatever_happens_there(place: str, sentence: str) -> None:
    assert places(f"Det ble klart i går.\n\n{sentence}") == [place]


@pytest.mark.parametrize("sentence", ["Tønder af sild stod på kajen.", "Øyer i havet blir fredet."])
def test_words_that_municipalities_are_called_by_are_no_places_where_they_mean_themselves(sentence: str) -> None:
    assert places(f"Det ble klart i går.\n\n{sentence}") == []
