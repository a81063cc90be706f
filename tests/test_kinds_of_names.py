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


@pytest.mark.parametrize("title", ["Eldreombod", "Pasientombud", "Kateket", "Genbo", "Domprovst"])
def test_what_somebody_is_that_opens_a_sentence_is_no_part_of_the_name(title: str) -> None:
    assert named(f"{title} Anne Marie Lund er uenig.", ActorType.PERSON) == {"Anne Marie Lund"}


@pytest.mark.parametrize("sentence", ["Tåka lå over Kim Il-sung-plassen.", "De gikk langs Le Duan-boulevarden hjem."])
def test_a_square_named_after_a_person_is_a_place(sentence: str) -> None:
    found = read(sentence)
    assert not found.entities
    assert [place.name.partition("-")[2] for place in found.places] in (["sung-plassen"], ["boulevarden"])


def test_a_man_whose_father_stands_in_his_name_is_one() -> None:
    assert named("Sjåføren, malieren Oumar ag Mohamed, ble skadd.", ActorType.PERSON) == {"Oumar ag Mohamed"}


def test_states_that_play_stay_states() -> None:
    assert named("Norge – Østerrike 2–1", ActorType.STATE) == {"Norge", "Østerrike"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("FN's Sikkerhedsråd", "FN's Sikkerhedsråd stemte. Han stod foran Rådet og bad om hjælp."),
        (
            "Den Maritime Havarikommission",
            "Den Maritime Havarikommission svarer. Rapporten frå Havarikommisjonen kjem.",
        ),
        ("EU-kommisjonen", "EU-kommisjonen svarer. Vedtaket ble sendt til Kommisjonen i går."),
        ("Miljødirektoratet", "Miljødirektoratet er enig. Klagen ble avvist av Direktoratet."),
        ("Stiftelsen Vestlyd", "Det er festivalen Vestlyd det gjeld. Styret i Stiftelsen Vestlyd svarer."),
    ],
)
def test_the_head_of_a_bodys_name_in_capitals_is_that_body(name: str, text: str) -> None:
    bodies = [entity for entity in read(text).entities if entity.type is ActorType.ORGANISATION and entity.name != "FN"]
    assert len(bodies) == 1
    assert name in {mention.text for mention in bodies[0].mentions}


def test_a_head_that_two_bodies_share_is_neither() -> None:
    text = "Sundhedsstyrelsen og Miljøstyrelsen er uenige. Det fremgår af et brev til Styrelsen."
    assert named(text, ActorType.ORGANISATION) == {"Sundhedsstyrelsen", "Miljøstyrelsen", "Styrelsen"}


def test_the_ministry_at_home_is_not_the_one_abroad() -> None:
    text = "Det kinesiske utenriksdepartementet svarte. Han ringte til Utenriksdepartementet etterpå."
    assert len(named(text, ActorType.ORGANISATION)) == 2


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Armenias nasjonalforsamling", "Nasjonalforsamlinga i Jerevan vedtok torsdag ei lov."),
        ("Ukrainas parlament", "Parlamentet i Kyiv godkjente loven tirsdag."),
        ("Utenriksdepartementet", "Det skriver Utenriksdepartementet i Oslo i et brev."),
    ],
)
def test_a_body_in_a_capital_abroad_is_its_states(name: str, sentence: str) -> None:
    assert named(sentence, ActorType.ORGANISATION) == {name}


@pytest.mark.parametrize(
    ("surfaces", "sentence"),
    [
        ({"Laos'", "Honduras'"}, "Laos' leder kom, og Honduras' præsident gik."),
        ({"Lars’"}, "Det var Lars’ idé."),
        ({"Laos"}, "Ordet 'Laos' stod der."),
    ],
)
def test_an_apostrophe_that_owns_belongs_to_the_name(surfaces: set[str], sentence: str) -> None:
    assert {mention.text for entity in read(sentence).entities for mention in entity.mentions} == surfaces


def test_a_group_is_meant_by_its_first_half_and_danish_needs_no_ending() -> None:
    assert named("Det er Wagners soldater. Wagner-gruppen er her.", ActorType.ORGANISATION) == {"Wagner-gruppen"}
    assert "Wagner-gruppe" in named("De hentede den russiske Wagner-gruppe ind.", ActorType.ORGANISATION)


@pytest.mark.parametrize(
    ("school", "is_body", "sentence"),
    [
        ("Nes skole", True, "51 elever ved Nes skole må flytte."),
        ("Dombås skule", False, "Passasjerane fekk sove på Dombås skule."),
        ("Solbakken barnehage", False, "Gjesten brukte ein time i Solbakken barnehage."),
    ],
)
def test_a_school_is_a_body_to_its_pupils_and_a_house_to_others(school: str, sentence: str, *, is_body: bool) -> None:
    found = read(sentence)
    assert ({entity.name for entity in found.entities} == {school}) is is_body
    assert ({place.name for place in found.places} == {school}) is not is_body


@pytest.mark.parametrize(
    ("surfaces", "text"),
    [
        (
            ["Den armenske revolusjonære føderasjon", "ARF", "Dasjnak", "Dasjnak"],
            "Partiet Den armenske revolusjonære føderasjon (ARF), bedre kjent som Dasjnak, svarer. Dasjnak er sint.",
        ),
        (
            ["Norges Livredningsforbund", "Livvakta", "Livvakta"],
            "Norges Livredningsforbund, også kalt Livvakta, krev svar. Livvakta er lei.",
        ),
    ],
)
def test_a_body_and_what_it_is_known_as_are_one(surfaces: list[str], text: str) -> None:
    assert [[mention.text for mention in entity.mentions] for entity in read(text).entities] == [surfaces]


def test_a_mission_is_parted_from_whose_it_is() -> None:
    assert named("Han ledet Nato-missionen KFOR i Kosovo.", ActorType.ORGANISATION) == {"Nato", "KFOR"}


def test_a_firm_that_bears_its_founders_surname_is_a_firm() -> None:
    text = "Kari Moe leder Moe AS. Det var Moe som tok over."
    assert named(text, ActorType.ORGANISATION) == {"Moe AS"}
    assert named(text, ActorType.PERSON) == {"Kari Moe"}


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("Kenyas hær", "Kenyas hær deltok i aksjonen."),
        ("Perus politi", "Perus politi skød mod demonstranter."),
        ("Sudans hær", "Den sudanske hæren rykket frem."),
        ("Tyrkias politi", "Det tyrkiske politiet brukte tåregass."),
    ],
)
def test_a_states_army_and_police_are_its_bodies(body: str, sentence: str) -> None:
    assert body in named(sentence, ActorType.ORGANISATION)


@pytest.mark.parametrize("sentence", ["Folk er lei av Norges politikk.", "Tre menn er pågrepet av serbisk politi."])
def test_politics_and_any_police_are_no_bodies(sentence: str) -> None:
    assert named(sentence, ActorType.ORGANISATION) == set()


def test_a_state_is_named_inside_its_bodies_too_and_only_they_speak_there() -> None:
    found = read(
        "Laos er enig. Håpet svinner, seier Latvias kystvakt. Latvia ventar. Latvias ambassade i Oslo er stengd."
    )
    surfaces = {entity.name: [mention.text for mention in entity.mentions] for entity in found.entities}
    assert surfaces["Latvia"] == ["Latvias", "Latvia", "Latvias"]
    speakers = {found.entities[one.speaker.entity].name for one in found.statements if one.speaker.entity is not None}
    assert "Latvias kystvakt" in speakers
    assert "Latvia" not in speakers


@pytest.mark.parametrize(
    ("bodies", "sentence"),
    [
        ({"Voss spelemannslag"}, "Ho var med i Voss spelemannslag frå 1956."),
        ({"Odda musikklag", "Ål skulekorps"}, "Odda musikklag spelte saman med Ål skulekorps."),
        ({"Hedensted borgerforening"}, "Formanden i Hedensted borgerforening er tilfreds."),
        ({"Hordaland"}, "Familien opplyser det til avisa Hordaland."),
        ({"Hexa Norlys"}, "Svenske Hexa Norlys kjøper verftet. Hexa Norlys har vokst."),
    ],
)
def test_societies_and_papers_bear_places_and_no_adjective_of_their_country(bodies: set[str], sentence: str) -> None:
    found = read(sentence)
    assert {entity.name for entity in found.entities} == bodies
    assert not found.places


def test_an_adjective_that_is_part_of_a_name_stays() -> None:
    text = "Danske Spil er statsejet. Spil for unge er forbudt, siger Danske Spil."
    assert named(text, ActorType.ORGANISATION) == {"Danske Spil"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kapteinen på «Selina Star» må i fengsel.",
        "Skibet, »Selina Star«, er på vej til havn.",
        "Mannskapet om bord på Eventin er trygt.",
        "Ombord på »Boracay« var 19 mand.",
        "Styrmannen på Eagle S er siktet.",
        "Lasteskipet «Kong Harald» ble stanset.",
        "Seglskuta Nordlys er på veg heim.",
    ],
)
def test_a_ship_told_by_its_crew_or_kind_is_nobody_and_no_place(sentence: str) -> None:
    found = read(f"Det ble klart i går.\n\n{sentence}\n")
    assert (found.entities, found.places) == ((), ())


def test_a_teams_captain_stands_before_a_club() -> None:
    found = read("Det ble klart i går.\n\nKapteinen på Rosenborg er skadet.\n")
    assert [entity.name for entity in found.entities] == ["Rosenborg"]


@pytest.mark.parametrize(
    "noun",
    [
        "Høreapparatproducenten",
        "Bryggeriet",
        "Meieriet",
        "Teleoperatøren",
        "Nettbutikken",
        "Oppdrettsverksemda",
        "Værftet",
    ],
)
def test_a_noun_for_a_firm_opens_a_sentence_before_its_name(noun: str) -> None:
    found = read(f"Det ble klart i går.\n\n{noun} Sonavida taper penger. Sonavida har tapt før.\n")
    assert [(one.name, one.type) for one in found.entities] == [("Sonavida", ActorType.ORGANISATION)]


def test_a_person_made_something_too_and_an_indefinite_firm_is_nobody() -> None:
    found = read("Dansk teleselskab lukker\n\nDet ble klart i går. Filmproducenten Lars Vik er glad.\n")
    assert [(one.name, one.type) for one in found.entities] == [("Lars Vik", ActorType.PERSON)]


def test_leagues_are_nobody() -> None:
    assert not named(
        "Eventyret i Conference Leagues playoff er slutt. Royal League var i 2006.", ActorType.ORGANISATION
    )


def test_a_capital_behind_the_time_of_a_running_list_says_nothing() -> None:
    entry = "14:55 Lokføraren er medviten\n\nLokføraren, ein mann i 50-åra, er operert."
    found = read(f"Tog av sporet\n\nTre er på sjukehus.\n\n{entry}\n")
    assert found.entities == ()
