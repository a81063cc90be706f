"""Names in no list are told apart by what sentences say of them: firms and papers, people, small places, things."""

from __future__ import annotations

import pytest

from test_bodies import kinds, read

BODIES = [
    ("Netkraft", "Strømmen er borte, melder Netkraft."),
    ("Netkraft", "Det varsler Netkraft. Netkraft opplyser at 300 husstander er uten strøm."),
    ("Netkraft", "Reparasjonen tar en uke, opplyser Netkraft, som driver nettet på øya."),
    ("Netkraft", "Netkrafts kunder må vente, og Netkraft kutter avgangene."),
    ("Bladet", "Sagen er lukket, siger hun. Det skriver Bladet."),
    ("Zorita", "Landets sikkerhetstjeneste, Zorita, pågrep to menn. Verken Zorita eller ministeren vil si mer."),
    ("Zorita", "Partiet hennes, Zorita, gikk til valg på skatt. Zorita vant."),
    ("Zorita", "I går holdt Zorita, Grønlands regering, et møde."),
    ("Meridin", "Selskabet, der hedder Meridin, vokser. Meridin leverer gas."),
    ("Meridin", "Meridin bygger fabrikk i Narvik."),
    ("La Razonata", "Kilder La Razonata har snakket med, sier at avtalen er klar."),
    ("Kansan Lehti", "Han ble løslatt i går, skriver Kansan Lehti."),
    ("TV9", "Det sagde hun til den moldoviske tv-station TV9."),
    ("Zorita", "– Det var glatt, sier innsatsleder Mona Lie til Zorita."),
    ("Zorita", "Direktør Line Coll sier til Zorita at hun er urolig. Hun venter."),
    ("Nofira", "Lakselus brer seg, viser en studie fra Nofira."),
    ("Bymiljølista", "Gruppeleiar Per Vik i Bymiljølista røysta imot."),
    ("Monurco", "Kampene er hardere enn på lenge, sier FN-styrken Monurco."),
    ("Motor Zitsj", "Målet var våpenfabrikken Motor Zitsj i Lviv."),
    ("Jordmorforeningen", "Jordmorforeningen kaller saken prinsipiell."),
    ("Rosenborg", "Rosenborg-backen har vært ute med leggbrudd siden mai."),
]


@pytest.mark.parametrize(("name", "text"), BODIES)
def test_what_gives_notice_owns_or_is_called_a_body_is_one(name: str, text: str) -> None:
    assert kinds(text)[name] == "organisation"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Peskov", "Han kommer ikke, opplyser Peskov."),
        ("Starmer", "Starmer bekrefter at han reiser. Det er klart, sier Starmer."),
        ("Solskjær", "– Vi er klare, sier Solskjær. Han er skadet."),
        ("Kvamme", "Lærer Kvamme opplyser at elevene er trygge. Det bekrefter Kvamme."),
        ("Ola Bråten", "Ola Bråten opplyser at nettet er nede. Det varsler Bråten i et brev, skriver Bråten."),
        ("Kari Moe", "Lederen, Kari Moe, sier nei."),
        ("Bartholomæus", "Paven møder patriark Bartholomæus i Istanbul."),
    ],
)
def test_people_give_notice_too(name: str, text: str) -> None:
    assert kinds(text)[name] == "person"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Åsta", "Den verste ulykken skjedde ved Åsta i januar 2000."),
        ("Vosso", "Flommen i Vosso ventes å nå toppen i kveld."),
        ("Zalingei", "En mann fra Zalingei døde i natt."),
        ("Neskaupstaður", "Fiskaren frå Neskaupstaður fekk seks kilo."),
        ("Peterhead", "Fisken landes i Skagen, Peterhead og Tvøroyri."),
        ("Zamzam", "I leiren Zamzam hørte ingen om den."),
        ("Penghu", "Ballongen drev over øygruppen Penghu i går."),
        ("El-Fasher", "Hæren har mistet El-Fasher, sier Kari Moe."),
        ("Nord-Kordofan", "Hjelpen når ikke Nord-Kordofan før mandag."),
        ("Østukraine", "Der er hårde kampe i Østukraine, siger han."),
        ("Kalinowo", "Man fandt ham uden for Kalinowo i går."),
        ("En Nahud", "Det er kendt, at En Nahud ligger i Kordofan."),
        ("Lillehavn fengsel", "Han ble kjørt fra Lillehavn fengsel, sier politiet."),
        ("Dalvik skule", "Dei fekk sove i gymsalen på Dalvik skule."),
        ("Dalvik stasjon", "Toget stod i timevis sør for Dalvik stasjon."),
        ("Evin-fengselet", "Hun er løslatt fra Evin-fengselet."),
    ],
)
def test_where_people_live_and_things_happen_is_a_place(name: str, text: str) -> None:
    assert kinds(text).get(name) in {"place"} | ({"organisation"} if name.endswith("fengsel") else set())


def test_a_school_that_does_something_is_no_place() -> None:
    assert (
        kinds("Nordby skole har 300 elever, sier rektor Kari Moe ved Nordby skole.")["Nordby skole"] == "organisation"
    )


def test_what_a_site_is_called_after_is_the_place_alone_too() -> None:
    found = kinds("Han landet på Villevik-basen.\nDe møttes på Villevik onsdag.\nFlyet fra Villevik var fullt.")
    assert found["Villevik"] == "place"


@pytest.mark.parametrize(
    "text",
    [
        "Det nye systemet, Cosmic, ble tatt i bruk i mai. Cosmic varslet ikke.",
        "Skibet, der hedder Hai Yun 9, var på vej ud. En drone ramte Hai Yun 9 i går.",
        "Alliansen patruljerer gjennom operasjonen Baltic Sentry.",
        "Det finske patruljefartøj Turva fulgte efter.",
        "Den Oslo-baserede klinik lukker.",
        "Kommissæren skriver på det sosiale mediet Bluesky at hun er klar.",
        "Etter den såkaldte Svendborgsag fik lægerne bedre vilkår.",
    ],
)
def test_things_and_adjectives_name_nobody(text: str) -> None:
    assert kinds(text) == {}


def test_pronouns_that_are_villages_too_stay_pronouns() -> None:
    assert "Vi" not in kinds("Vi kjøper ikke et selskap for å tømme det.\nVi har god tid.\nVy kutter avgangene.")


def test_letters_in_brackets_behind_a_state_are_the_state() -> None:
    found = read(
        "Avtalen er signert av Egypt og De forente arabiske emirater (SAE).\nSAE ville ikke vente, og SAE betaler."
    )
    (emirates,) = [entity for entity in found.entities if entity.country == "ARE"]
    assert [mention.text for mention in emirates.mentions][1:] == ["SAE", "SAE", "SAE"]


def test_a_partys_letters_are_no_initials_of_another_body() -> None:
    found = kinds("Statsforvaltaren i Vestland seier nei.\nSV-politikar Bård Strand brukte sterkare ord.")
    assert found["SV"] == found["Statsforvaltaren i Vestland"] == "organisation"


def test_a_faroese_surname_keeps_its_particle() -> None:
    found = read("Sammen blir vi store, sier direktør Høgni í Dali til NTB.\nKontoret skal bestå, forsikrer í Dali.")
    (person,) = [entity for entity in found.entities if entity.type.value == "person"]
    assert [mention.text for mention in person.mentions] == ["Høgni í Dali", "í Dali"]


def test_a_dateline_whose_medium_is_in_capitals_names_nobody() -> None:
    assert kinds("DRAMMEN (VG) En omgang å glemme ble en kveld å huske.") == {}
