"""Bodies, teams, houses and small places are found whole, of their kind, and under the name they share with others."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.build import read_article
from briefings.extract.organisations import organisation_key, state_body_name
from briefings.findings import Extraction
from briefings.model import Lang
from briefings.names import genitive
from briefings.store import File


def read(text: str) -> Extraction:
    """Read an article; a line is a paragraph."""
    extraction, _ = read_article(File(Path("invented.txt"), text.replace("\n", "\n\n").encode()), None, folder="")
    assert extraction is not None
    return extraction


def kinds(text: str) -> dict[str, str]:
    """Return name → kind of all actors and places of an article."""
    found = read(text)
    return {entity.name: entity.type.value for entity in found.entities} | {
        place.name: "place" for place in found.places
    }


def described(text: str) -> dict[str, list[str]]:
    return {entity.name: [words.text for words in entity.descriptions] for entity in read(text).entities}


def roles(text: str) -> dict[str, list[str]]:
    return {entity.name: [role.text for role in entity.roles] for entity in read(text).entities}


@pytest.mark.parametrize(
    "name",
    [
        "Norges Fiskarlag",
        "Noregs Bondelag",
        "Danmarks Naturfredningsforening",
        "Norges Idrettsforbund",
        "Finlands Skogråd",
    ],
)
def test_a_society_of_a_state_is_named_whole(name: str) -> None:
    assert kinds(f"{name} krever svar i dag.\nKari Moe i {name} sier nei, melder NTB.")[name] == "organisation"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Direktoratet for samfunnsberedskap og byggetilsyn", "DSB"),
        ("Direktoratet for forvaltning og økonomistyring", "DFØ"),
        ("Norsk institutt for by- og regionforskning", "NIBR"),
        ("Nordisk institutt for odontologiske materialer", "NIOM"),
        ("Institutt for fredsforskning og menneskerettigheter", "IFM"),
        ("Kontoret for demokratiske institusjoner og menneskerettigheter", "ODIHR"),
    ],
)
def test_a_body_is_all_that_stands_before_its_abbreviation(name: str, short: str) -> None:
    found = read(f"{name} ({short}) la frem tall i går.\n{short} svarer i morgen, melder NTB.").entities
    (body,) = (entity for entity in found if short in {mention.text for mention in entity.mentions})
    assert name in {mention.text for mention in body.mentions}
    assert body.name in {name, short}


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Danske Banks direktør, Kari Moe, er glad.", "Kari Moe", "Danske Banks direktør"),
        ("I går gikk Nordstrøm Airs sjef Kari Moe av.", "Kari Moe", "Nordstrøm Airs sjef"),
        ("Vladimir Putins talsmann, Dmitrij Peskov, er lei.", "Dmitrij Peskov", "Vladimir Putins talsmann"),
        ("Kim Jong-uns søster, Kim Yo-jong, er lei.", "Kim Yo-jong", "Kim Jong-uns søster"),
    ],
)
def test_a_role_holds_the_whole_name_of_whose_it_is(sentence: str, name: str, role: str) -> None:
    assert roles(f"Det ble klart i går.\n{sentence}")[name] == [role]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Vladimir Putins talsmann er lei.", "Vladimir Putin"),
        ("I går landet Vladimir Putins fly.", "Vladimir Putin"),
        ("Politiet fant Per Dahls bil ved elva.", "Per Dahl"),
        ("Ahn Gyu-backs reise er over.", "Ahn Gyu-back"),
        ("Keith Richards bor i London.", "Keith Richards"),
        ("Kaja Kallas reise varte lenge.", "Kaja Kallas"),
        ("I går spiller Keith Richards. Richards er lei.", "Keith Richards"),
    ],
)
def test_somebody_named_once_and_in_the_genitive_is_named_without_it(sentence: str, name: str) -> None:
    assert name in kinds(f"Det ble klart i går.\n{sentence}")


def test_a_body_named_with_its_abbreviation_speaks_itself() -> None:
    found = read("Direktoratet for samfunnsberedskap og byggetilsyn (DSB) mener mannen burde varslet.")
    (claim,) = found.statements
    assert claim.speaker is not None
    assert claim.speaker.text.startswith("Direktoratet for samfunnsberedskap")


@pytest.mark.parametrize(
    "name",
    [
        "Institute for the Study of War",
        "International Institute for Strategic Studies",
        "Center for Strategic and International Studies",
        "Carnegie Endowment for International Peace",
        "Office for the Coordination of Humanitarian Affairs",
        "Copenhagen Business School",
        "Harvard Kennedy School",
        "Centre for Research on Energy",
    ],
)
def test_a_body_with_an_english_name_is_one_body(name: str) -> None:
    for words in (f"Ifølge {name} går krigen trått.", f"Kari Moe ved {name} er ikke enig.", f"{name} la frem tall."):
        found = kinds(f"Det ble klart i går.\n{words}")
        assert found[name] == "organisation"
        assert set(found) <= {name, "Kari Moe"}


def test_an_english_name_takes_no_person_and_no_further_sentence_in() -> None:
    found = kinds("Kari Moe og Ola Dahl ved Lund University for tiden. Bill Smith for Reuters i Kyiv sier nei.")
    assert found["Kari Moe"] == found["Bill Smith"] == "person"
    assert found["Lund University"] == found["Reuters"] == "organisation"


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Direktoratet for høyere utdanning og kompetanse", "deler ut penger."),
        ("Senter for internasjonal klimaforskning", "måler i dag."),
        ("Direktoratet for strålevern og atomsikkerhet", "måler i dag."),
        ("Institutt for kirke- og samfunnsforskning", "ga ut boka."),
        ("Senter for demokratiske rettigheter", "ga ut boka."),
        ("Institutt for statsvitenskap", "og politiet samarbeider."),
        ("Institutt for statsvitenskap", "og mener at valget var fritt."),
        ("Senter for klimaforskning", "og kommunen er enige."),
    ],
)
def test_what_a_body_is_for_ends_before_others_and_before_verbs(name: str, rest: str) -> None:
    assert kinds(f"Kari Moe arbeider ved {name} {rest}")[name] == "organisation"


def test_a_state_that_owns_somebody_is_the_state() -> None:
    assert "Norges Karsten Warholm" not in kinds(
        "Norges Karsten Warholm vant i går.\nHan møtte Norges Dag Mo, melder NTB."
    )


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Den internasjonale skøyteunionen", "Den internasjonale skøyteunionen utestengde løparen i går, melder NTB."),
        ("Det europæiske lægemiddelagentur", "Det europæiske lægemiddelagentur har godkendt medicinen."),
        ("Det europeiske legemiddelbyrået", "Det europeiske legemiddelbyrået godkjente vaksinen i går."),
        ("Det Norske Videnskaps-Akademi", "Han ble i fjor medlem av Det Norske Videnskaps-Akademi."),
        ("Det norske akademi for språk og litteratur", "Hun sitter i Det norske akademi for språk og litteratur."),
        ("De nasjonale forskningsetiske komiteene", "Han er med i De nasjonale forskningsetiske komiteene."),
        ("Den norske turistforening", "Den norske turistforening åpner ti hytter i år, sier Kari Moe."),
        ("Den Norske Opera & Ballett", "Den Norske Opera & Ballett setter opp stykket i høst."),
        ("Den sentralasiatiske økonomiske unionen", "Kasakhstan forlét Den sentralasiatiske økonomiske unionen i går."),
        ("Det Kongelige Norske Frøselskap", "I 1994 trak hun sig fra Det Kongelige Norske Frøselskap, sagde hun."),
        ("Voss skule- og idrettslag", "I går skipa Voss skule- og idrettslag til stemne."),
        ("Nord-Østerdal bonde- og småbrukarlag", "Nord-Østerdal bonde- og småbrukarlag krev svar."),
        ("Hitra jeger- og fiskerforening", "Det meiner leiaren i Hitra jeger- og fiskerforening, Per Vik."),
        ("Stord songlag", "Stord songlag fekk pengar i går."),
    ],
)
def test_a_bodys_name_in_small_letters_is_found_whole(name: str, sentence: str) -> None:
    found = kinds(sentence)
    assert found.get(name) == "organisation", found


@pytest.mark.parametrize(
    "sentence",
    [
        "Den nordiske bilkjeden går godt, og den internasjonale kvinnedagen ble feiret.",
        "Den danske fagforening afviser kravet.",
        "Det europeiske flyselskapet er konkurs.",
        "Den norske klubben tapte.",
        "Det kommunale skule- og kulturkontoret er stengt.",
    ],
)
def test_a_noun_with_article_and_adjective_is_no_name(sentence: str) -> None:
    assert kinds(sentence) == {}


def test_an_official_name_and_the_letters_of_another_language_are_one() -> None:
    found = kinds("Løbet var godkendt af Det Internationale Bueskytteforbund, WAF, så sent som i går.")
    assert found == {"Det Internationale Bueskytteforbund": "organisation"}


def test_a_list_of_bodies_stays_a_list() -> None:
    assert {"NHO", "KS"} <= set(kinds("Til stede var Norsk Industri, NHO, KS og LO."))


@pytest.mark.parametrize(
    ("lang", "words", "name"),
    [
        ("nn", "det tyrkiske utanriksdepartementet", "Tyrkias utanriksdepartement"),
        ("nb", "Det kinesiske utenriksdepartementet", "Kinas utenriksdepartement"),
        ("da", "det tyrkiske udenrigsministerium", "Tyrkiets udenrigsministerium"),
        ("da", "det amerikanske udenrigsministerium", "USA's udenrigsministerium"),
        ("nb", "den amerikanske sentralbanken", "USAs sentralbank"),
        ("nb", "den svenske etterretningstjenesten", "Sveriges etterretningstjeneste"),
        ("nn", "den ukrainske nasjonalforsamlinga", "Ukrainas nasjonalforsamling"),
        ("nb", "det honduranske utenriksdepartementet", "Honduras' utenriksdepartement"),
        ("nb", "det palestinske helsedepartementet", "Palestinas helsedepartement"),
        ("nb", "nasjonalforsamlingen i Armenia", "Armenias nasjonalforsamling"),
        ("nb", "Russlands forsvarsdepartement", None),
        ("nb", "det norske laget", None),
    ],
)
def test_a_body_named_by_an_adjective_goes_by_its_state(lang: Lang, words: str, name: str | None) -> None:
    assert state_body_name(words, lang) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("det armenske sikkerhedsråd", "Armenias tryggingsråd"),
        ("Sveriges efterretningstjeneste", "den svenske etterretningstenesta"),
        ("nationalforsamlingen i Georgien", "Georgias nasjonalforsamling"),
        ("det danske sundhedsministerium", "Danmarks helsedepartement"),
    ],
)
def test_a_states_body_is_one_in_all_languages(one: str, other: str) -> None:
    assert organisation_key(one) == organisation_key(other)


def test_the_surface_of_a_states_body_stays_as_written() -> None:
    (entity,) = read("Reisande får passere, opplyser det tyrkiske utanriksdepartementet.").entities
    assert entity.name == "Tyrkias utanriksdepartement"
    assert [mention.text for mention in entity.mentions] == ["det tyrkiske utanriksdepartementet"]


def test_a_service_whose_own_name_follows_is_only_called_so() -> None:
    assert set(kinds("Den finske sikkerhetstjenesten Supo vil ikke svare.")) == {"Supo"}


def test_a_state_named_only_behind_its_body_is_an_actor_too() -> None:
    assert kinds("Da vedtok parlamentet i Sierra Leone loven.")["Sierra Leone"] == "state"


@pytest.mark.parametrize(
    ("name", "lang", "form"),
    [
        ("Kina", "nb", "Kinas"),
        ("USA", "da", "USA's"),
        ("USA", "nn", "USAs"),
        ("Laos", "nb", "Laos'"),
        ("Max", "da", "Max'"),
    ],
)
def test_the_genitive_is_that_of_the_language(name: str, lang: Lang, form: str) -> None:
    assert genitive(name, lang) == form


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("Uno-X Mobility", "organisation", "Nordmannen Sander Vik fra Uno-X Mobility vant."),
        ("Alpecin-Deceuninck", "organisation", "Du har kontrakt med Alpecin-Deceuninck ut året."),
        ("Jayco-Hansgrohe", "organisation", "Mads Holm kører for Jayco-Hansgrohe."),
        ("Visma-Lease a Bike", "organisation", "Det stemmer at Visma-Lease a Bike har vore på tråden."),
        ("Sunnaas", "organisation", "Overlege Per Vik ved Sunnaas sier nei."),
        ("Marel", "organisation", "Maskinen var produsert av islandske Marel, som ikke var part."),
        ("Thommessen", "organisation", "Selskapet har engasjert advokatfirmaet Thommessen."),
        ("Thy", "place", "Kari Moe vart fødd i Thy."),
        ("Nedre Tveit", "place", "Ho voks opp på Nedre Tveit."),
        ("Rebild", "place", "Borgmesteren i Rebild, Lars Holm, er glad."),
        ("Hotel Bristol", "place", "Moltu la fram tallene på Hotel Bristol."),
        ("Bispebjerg Hospital", "place", "Hun døde på Bispebjerg Hospital."),
        ("Bispebjerg Hospital", "organisation", "Patienten ligger på Bispebjerg Hospital."),
        ("Bispebjerg Hospital", "organisation", "Overlæge Kari Moe på Bispebjerg Hospital siger nej."),
        ("Bispebjerg Hospital", "organisation", "Bispebjerg Hospital oplyser, at operationen lykkedes."),
        ("Margara-brua", "place", "No går dei første bilane over Margara-brua."),
        ("Johan Sverdrup-feltet", "place", "Oljen kommer fra Johan Sverdrup-feltet."),
    ],
)
def test_what_stands_around_a_name_tells_its_kind(name: str, kind: str, text: str) -> None:
    assert kinds(text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Dronningen gjorde hende til Ridder af Dannebrog.",
        "Han vant Tour de France og ble nummer to i Arctic Race of Norway.",
        "Norway Cup starter søndag.",
    ],
)
def test_orders_and_contests_are_no_actors(text: str) -> None:
    assert kinds(text) == {}


def test_a_surname_before_the_familys_firm_is_no_part_of_it() -> None:
    text = "Lars Trygve Onarheim går av.\nStørst er familien Onarheims Bremanger Holding med 41 prosent."
    assert kinds(text) == {"Lars Trygve Onarheim": "person", "Bremanger Holding": "organisation"}


def test_a_firm_in_the_genitive_alone_is_its_longer_name() -> None:
    text = "Skjeregg Sjømat må betale fire millioner.\nSkjereggs forsvarer, advokat Bernt Aasgaard, sier nei."
    assert kinds(text) == {"Skjeregg Sjømat": "organisation", "Bernt Aasgaard": "person"}


@pytest.mark.parametrize(
    ("name", "words", "text"),
    [
        ("Wout Claes", "belgieren", "Han vandt foran belgieren Wout Claes i går."),
        ("Mikkel Lund", "Den 24-årige dansker", "Mikkel Lund sidder på asfalten.\nDen 24-årige dansker vandt i går."),
        ("Sander Vik", "Valdres-guten", "No har Sander Vik (22) teke alt.\nMe møter Valdres-guten på hotellet."),
        ("EU", "unionen", "Avtalen er signert av EU.\nPå vegne av unionen undertegnet utenrikssjefen."),
        ("Arbeidstilsynet", "etaten", "Arbeidstilsynet meldte saken.\nDirektør Jo Vinje sier at etaten prioriterer."),
        (
            "Per Lund",
            "Klienten min",
            "Per Lund nekter straffskyld.\nForsvareren til Per Lund, Siri Vik, er sint.\n– Klienten min sov, sier Vik.",
        ),
    ],
)
def test_descriptions_mean_whom_they_fit(name: str, words: str, text: str) -> None:
    assert words in described(text)[name]


@pytest.mark.parametrize(
    "text",
    [
        "Ola Lund (36) er ute.\nDen 54-årige svensken ble pågrepet.",
        "Ola Lund er ute.\nDen 54-årige mannen ble pågrepet.",
        "Advokat Siri Vik er skuffet.\n– Klienten min er uskyldig, sier hun.",
    ],
)
def test_descriptions_of_somebody_unnamed_mean_nobody(text: str) -> None:
    assert not any(described(text).values())


def test_where_one_comes_from_is_no_role() -> None:
    assert roles("Han vandt foran belgieren Wout Claes i går.") == {"Wout Claes": []}


@pytest.mark.parametrize(
    ("name", "role", "text"),
    [
        ("Susanne Toft", "holdets læge", "Han er ved godt mod, siger holdets læge, Susanne Toft."),
        ("Kari Moe", "partiets talskvinne", "Det sier partiets talskvinne, Kari Moe."),
        (
            "Brian Skov",
            "Sportsdirektøren hos Team Vesterhav",
            "Brian Skov er ikke tilfreds. Sportsdirektøren hos Team Vesterhav siger, at det er for dårligt.",
        ),
    ],
)
def test_roles_keep_owner_and_workplace(name: str, role: str, text: str) -> None:
    assert role in roles(text)[name]


def test_a_time_owns_no_role() -> None:
    assert roles("Dagens trener, Per Vik, er glad.")["Per Vik"] in ([], ["trener"])


NAMED = [
    ("Den nye kommunen skal utrede saken. Den nye banken får navnet Sundfoss, sier Kari Moe.", "Sundfoss"),
    ("Kari Moe skal lede det nye selskapet, som skal hete Sundfoss, melder NTB.", "Sundfoss"),
    ("Den nye fagforening kommer til at hedde Sundfoss, siger Kari Moe.", "Sundfoss"),
    ("Det nye forbundet vil heite Sundfoss, seier Kari Moe.", "Sundfoss"),
]


@pytest.mark.parametrize(("text", "name"), NAMED, ids=[text for text, _ in NAMED])
def test_what_a_body_is_to_be_called_is_a_body_that_the_article_is_about(text: str, name: str) -> None:
    assert kinds(text)[name] == "organisation"


def test_a_body_that_gets_its_name_is_meant_by_what_it_was_before() -> None:
    text = "Styret sier ja til den nye banken.\nDen nye banken får navnet Sundfoss, melder NTB."
    assert roles(text)["Sundfoss"] == ["Den nye banken"]
    assert described(text)["Sundfoss"] == ["den nye banken"]


def test_a_body_that_is_told_its_name_twice_is_described_once_in_each_place() -> None:
    text = (
        "Styret sier ja til den nye banken.\nDen nye banken får navnet Sundfoss, melder NTB.\n"
        "Kunden liker den nye banken. Den nye banken skal hete Sundfoss, sier Kari Moe."
    )
    assert roles(text)["Sundfoss"] == ["Den nye banken", "Den nye banken"]
    assert described(text)["Sundfoss"] == ["den nye banken", "den nye banken"]


@pytest.mark.parametrize(
    "text", ["Mannen heter Sundfoss og bor i Bergen, melder NTB.", "Hun skal hete Sundfoss, sier moren."]
)
def test_a_person_is_called_something_too(text: str) -> None:
    assert kinds(text).get("Sundfoss") != "organisation"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Russlands ambassade i Warszawa", "Det opplyser den russiske ambassaden i Warszawa til NTB."),
        ("Ruslands ambassade i Riga", "Ruslands ambassade i Riga kalder det en misforståelse, skriver DR."),
        ("Noregs generalkonsulat i San Francisco", "Det norske generalkonsulatet i San Francisco er stengt, seier ho."),
        ("universitetet i Uppsala", "Kari Moe er professor ved universitetet i Uppsala, skriver NTB."),
        ("Det tekniske universitetet i Graz", "Ola Vik forsker på is ved Det tekniske universitetet i Graz, sier han."),
        ("Tingretten i Malmö", "Tingretten i Malmö kom i april fram til at han skal sitte inne."),
        ("Landsretten i Viborg", "Landsretten i Viborg stadfæstede dommen i går."),
        ("Styrelsen for Vandmiljø", "Sagen blev rejst, efter at Styrelsen for Vandmiljø anmeldte fabrikken."),
        ("Tidsskrift for Jordmødre", "Ifølge Tidsskrift for Jordmødre øker tallet."),
        ("St. Josefs hospital", "Hun ble kjørt til St. Josefs hospital. Legene på St. Josefs hospital reddet henne."),
        ("Sct. Knuds Skole", "Branden i Sct. Knuds Skole brød ud søndag. Det siger politiet."),
        ("The Times of Malta", "Skipet er i havn, ifølge The Times of Malta."),
        ("Bank of Ireland", "Renten går opp, sier Bank of Ireland."),
        ("Region Syddanmark", "Det afviser Region Syddanmark. Hun siger nej."),
    ],
)
def test_a_bodys_name_goes_on_to_where_it_sits_and_what_it_is_for(name: str, text: str) -> None:
    assert kinds(text)[name] in {"organisation", "place"}


@pytest.mark.parametrize(
    "text",
    [
        "De sto utenfor den amerikanske ambassaden i går og ropte.",
        "Hun studerte på universitetet i fjor, og i universitetet i mars.",
        "Den norske ambassaden hjelper dem, sier hun.",
    ],
)
def test_a_building_without_its_city_is_no_body(text: str) -> None:
    assert "organisation" not in kinds(text).values()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("FDLR", "Ifølge hæren er byen falt. FDLR-opprørerne nekter for å stå bak."),
        ("TPLF", "I natt trekte TPLF-styrkane seg ut av byen."),
        ("ADF", "Den væbnede ADF-milits dræbte 12 civile i landsbyen søndag."),
        ("ELN", "De flyktet fra ELN-kontrollerte områder i fjor."),
    ],
)
def test_those_who_fight_under_letters_are_these(name: str, text: str) -> None:
    assert kinds(text)[name] == "organisation"


@pytest.mark.parametrize(
    "text",
    ["GPS-styrken var for svak.", "Han kjøpte en SUV-modell.", "PFAS-utsleppa held fram.", "HR-styrkene kom."],
)
def test_letters_before_anything_else_are_nobody(text: str) -> None:
    assert kinds(text) == {}


@pytest.mark.parametrize(
    ("name", "words", "text"),
    [
        ("Novo Nordisk", "Medicinalkoncernen", "Novo Nordisk fyrer 9000.\nMedicinalkoncernen venter bedre tider."),
        ("Tesla", "Elbilprodusenten", "Tesla sel færre bilar. Elbilprodusenten kuttar prisane."),
        ("Spotify", "Strømmegiganten", "NRK melder at Spotify øker prisene. Strømmegiganten vil ikke si hvorfor."),
        ("DMI", "Instituttet", "Vandstanden har nået 1,9 meter, oplyser DMI. Instituttet varsler flere stormfloder."),
        ("Justitia", "Tænketanken", "Peter Moe har undersøgt sagen for Justitia. Tænketanken vil ændre loven."),
        ("Hamas", "Gruppen", "Hamas avviser planen. Gruppen krever full tilbaketrekning."),
        ("RSF", "Militsen", "RSF avviser skuldingane. Militsen seier at hæren står bak."),
    ],
)
def test_a_noun_opening_a_sentence_means_the_only_body_just_told_of(name: str, words: str, text: str) -> None:
    assert words in described(text)[name]


@pytest.mark.parametrize(
    "text",
    [
        "Equinor har inngått avtale med Aker BP. Oljegiganten venter vekst.",
        "Norges Bank hevet renten. Oljeselskapet Vår Energi falt på børsen.",
        "EU-kommisjonen er redd. Teknologigiganten i USA krever mer.",
        "Elevene i klasse 9B vant prisen fra Nordlys Skole. Gruppen jobbet i et år.",
    ],
)
def test_a_noun_that_may_mean_another_body_means_none(text: str) -> None:
    assert not any(described(text).values())


def test_a_militia_is_meant_by_the_noun_its_letters_stand_before() -> None:
    text = "Den paramilitære FNL-militsen har tatt byen.\nMilitsen styrer nå hele provinsen."
    assert described(text) == {"FNL": ["Militsen"]}
    assert roles(text) == {"FNL": []}


@pytest.mark.parametrize(
    ("state", "words", "text"),
    [
        ("Ungarn", "Regeringen i Budapest", "Ungarn stemmer imod. Regeringen i Budapest vil ikke give efter."),
        ("Serbia", "styresmaktene i Beograd", "Serbia protesterer. Det kom brått på styresmaktene i Beograd."),
        ("Norge", "regjeringen i Oslo", "Norge har gitt penger. De ber regjeringen i Oslo om mer."),
    ],
)
def test_a_government_is_its_state_by_the_capital_it_sits_in(state: str, words: str, text: str) -> None:
    assert words in described(text)[state]


@pytest.mark.parametrize(
    "text",
    [
        "Norge har gitt penger. Myndighetene i Oslo stenger gater for sykler.",
        "Norge har gitt penger. Myndighetene i Bergen stenger gater for sykler.",
        "Norge har gitt penger. Regjeringen i Helsinki har gitt mer.",
    ],
)
def test_the_authorities_of_a_city_are_no_state(text: str) -> None:
    assert described(text)["Norge"] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("forsvarsministeriet", "Tallet bestrides af forsvarsministeriet. En embedsmand siger noget andet."),
        ("skatteministeriet", "Statsministeren besøgte skatteministeriets kontorer i går."),
        ("Estlands utanriksdepartement", "Ho blei kalla inn til utanriksdepartementet i Tallinn i går."),
        (
            "Finlands forsvarsdepartement",
            "Det finske forsvarsdepartementet bekrefter det. En talsmann for forsvarsdepartementet sier mer.",
        ),
    ],
)
def test_a_ministry_in_small_letters_is_a_body(name: str, text: str) -> None:
    assert [one for one, kind in kinds(text).items() if kind == "organisation"] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Det nye klimadepartementet får mye makt, mener partiet.",
        "Fagdepartementet bestemmer, men departementet venter.",
        "De vil ha et eget helsedepartement.",
        "Det seier ei kjelde i utanriksdepartementet i Tallinn til avisa.",
    ],
)
def test_a_ministry_that_is_only_thought_of_or_where_somebody_works_is_none(text: str) -> None:
    assert "organisation" not in kinds(text).values()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("LO Nordland", "Hun ble valgt inn i styret i LO Nordland i går."),
        ("KS Agder", "Kommunene får støtte av KS Agder, skriver avisen."),
        ("Stortingets justiskomité", "Leder i Stortingets justiskomité, Kari Vik, er kritisk."),
        ("Folketingets Forsvarsudvalg", "Formand for Folketingets Forsvarsudvalg, Ole Bæk, er kritisk."),
        ("Bystyrets finansutvalg", "Saka skal til Bystyrets finansutvalg i morgon."),
        ("TV ØST", "Det siger hun til TV ØST i dag."),
        ("Forsvarets forum", "Det sier advokaten til Forsvarets forum i dag."),
        ("Forsvaret", "Forsvarets talsmann vil ikke svare."),
    ],
)
def test_a_branch_a_committee_and_a_channel_are_named_whole(name: str, text: str) -> None:
    assert [one for one, kind in kinds(text).items() if kind == "organisation"] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Landet får tre batterier av typen Iris-T. Også naboen har bestilt Iris-T.",
        "Våpenet Javelin er solgt. De har brukt Javelin før.",
        "Dronen Shahed ble skutt ned i natt.",
    ],
)
def test_weapons_are_nobody(text: str) -> None:
    assert kinds(text) == {}


def test_bodies_beside_a_place_are_two() -> None:
    assert kinds("Det melder NTB fra Bergen.")["NTB"] == "organisation"
    assert "Stortinget" in kinds("Stortingets president taler i dag.")


@pytest.mark.parametrize(
    ("name", "words", "text"),
    [
        (
            "Statens havarikommisjon",
            "havarikommisjonen",
            "Feil, meiner havarikommisjonen.\nSå sa Statens havarikommisjon.",
        ),
        (
            "Norsk folkemusikkarkiv",
            "folkemusikkarkivet",
            "Norsk folkemusikkarkiv ler.\nSaman med folkemusikkarkivet ler vi.",
        ),
        ("Irans ambassade i Oslo", "ambassaden", "Irans ambassade i Oslo avviser det.\nI en e-post ler ambassaden."),
        ("Nordskjær Laks", "Lakseselskapet", "Lakseselskapet sparker sjefen.\nStyret i Nordskjær Laks er misfornøyd."),
        ("Faxø Bryg", "bryggeriselskabet", "Bryggerikoncernen Faxø Bryg er solgt.\nNu venter bryggeriselskabet mere."),
    ],
)
def test_a_noun_that_repeats_part_of_a_name_means_its_bearer(name: str, words: str, text: str) -> None:
    assert words in described(text)[name]


@pytest.mark.parametrize(
    "text",
    [
        "Statens havarikommisjon kom i går.\nI havarikommisjonen i Sverige er de enige.",
        "Norsk legeforening er sint.\nPasientene i den danske legeforeningen er det ikke.",
        "Norsk legeforening og Dansk legeforening møttes.\nHan sier at legeforeningen er sint.",
    ],
)
def test_a_noun_of_another_body_means_none_of_them(text: str) -> None:
    assert not any(described(text).values())


@pytest.mark.parametrize(
    ("name", "words", "text"),
    [
        ("Supo", "Tjenesten", "Sikkerhetstjenesten Supo advarer. Tjenesten har fulgt saken siden mai."),
        ("Shant", "stationen", "Det viser tv-stationen Shant. Billeder fra stationen viser hans mor."),
        ("Enhedslisten", "Partiet", "Enhedslisten stemte nej. Partiet vil have valg."),
        ("Norsk lydarkiv", "arkivet", "Han jobber i Norsk lydarkiv. Saman med arkivet skal ho spele inn."),
    ],
)
def test_nouns_for_services_stations_parties_and_archives_mean_the_only_one(name: str, words: str, text: str) -> None:
    assert words in described(text)[name]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["VDD"], "Den latviske tryggingstenesta meiner det. Ifølgje tryggingstenesta VDD prøvde dei lenge."),
        (
            ["Irans sikkerhetstjeneste", "PST"],
            "Den iranske sikkerhetstjenesten truer. Ifølge sikkerhetstjenesten PST er trusselen stor.",
        ),
        (
            ["Irans etterretningstjeneste", "Aman"],
            "Den iranske etterretningstjenesten truer. Den israelske etterretningstjenesten Aman følger med.",
        ),
    ],
)
def test_a_service_of_a_state_is_the_one_that_is_named(names: list[str], text: str) -> None:
    assert [one for one, kind in kinds(text).items() if kind == "organisation"] == names


def test_a_person_named_only_as_an_owner_goes_by_the_name_without_genitive() -> None:
    assert kinds("Massad Boulos, Donald Trumps rådgivar for Afrika, skriv det.")["Donald Trump"] == "person"
    assert kinds("Helene Tveitnes leder utvalget i Nes, sier han.")["Helene Tveitnes"] == "person"
