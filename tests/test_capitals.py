"""A capital is its government where it acts, is dealt with or decides, and a city where things happen."""

from __future__ import annotations

import pytest

from briefings.clean import to_article
from briefings.extraction import extract
from briefings.findings import Extraction
from briefings.model import Seed


def read(text: str) -> Extraction:
    return extract(to_article(Seed("capitals.txt", text)))


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        ("CHN", "Efter at Beijing i 2016 overtog kontrollen med øerne, er forholdet køligt."),
        ("IRN", "Etter at Teheran i juni avslutta avtala, har prisen stige."),
        ("HUN", "Det ville Budapest ikke kommentere."),
        ("KOR", "Lørdag avviste Seoul kravet."),
        ("IRQ", "Kva seier Bagdad?"),
        ("RUS", "Det er en av få ting Moskva fortsatt styrer der."),
        ("FRA", "Paris nøyer seg med å vise til avtalen."),
        ("TUR", "Ankara er i ein vanskeleg stilling."),
        ("AZE", "Berre når Baku er nøgd, blir grensa opna."),
        ("POL", "Warszawa er ikke overbevist om, at det virker."),
        ("IRN", "Militsen er støttet av Teheran."),
        ("USA", "Ambassadøren var i telefonen med Washington heile natta."),
        ("VNM", "Den første lederen fra Hanoi på 18 år kom lørdag."),
        ("BLR", "Minsk kaster ut to diplomater."),
        ("DEU", "Berlin roste aftalen i går."),
        ("FIN NOR SWE", "Utkastet er sendt til Oslo, Stockholm og Helsinki."),
        ("DEU FRA", "Brevet blev sendt til Berlin og Paris i går."),
    ],
)
def test_a_capital_that_acts_or_is_dealt_with_is_its_government(codes: str, sentence: str) -> None:
    found = read(sentence)
    assert sorted(entity.country or "" for entity in found.entities) == codes.split()
    assert not found.places


@pytest.mark.parametrize(
    ("city", "sentence"),
    [
        ("Wien", "Efter at Wien i 2023 fik nyt operahus, er turismen steget."),
        ("Paris", "Da Paris i 2024 arrangerte OL, ble metroen utvidet."),
        ("Oslo", "Lørdag slo Oslo varmerekord."),
        ("Oslo", "Oslo kaster ut beboerne."),
        ("København", "København roser byggherren."),
        ("Berlin", "Kampen ble avgjort i Berlin."),
        ("Roma", "Pakken ble sendt til Roma i går, sier speditøren."),
        ("Beijing", "Elevene fra Beijing reiste hjem."),
        ("Moskva", "Dagen efter var Moskva igen dækket af sne."),
    ],
)
def test_a_capital_where_things_happen_is_a_city(city: str, sentence: str) -> None:
    found = read(sentence)
    assert not found.entities
    assert [place.name for place in found.places] == [city]


def test_what_is_settled_in_brussels_is_settled_by_the_eu() -> None:
    assert [entity.name for entity in read("Saka blir avgjord i Brussel, seier ho.").entities] == ["EU"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("XVS", "Det var i 1975 slut med Sydvietnam, siger han."),
        ("VDR", "Han var soldat i Nord-Vietnams hær."),
        ("XOT", "Drabene i Det Osmanniske Rige blev ikke glemt."),
        ("XWT", "Han vokste opp i Vest-Tyskland og ble der."),
    ],
)
def test_states_that_are_no_more_are_states(code: str, sentence: str) -> None:
    assert [entity.country for entity in read(sentence).entities] == [code]
