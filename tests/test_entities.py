"""All mentions of one actor in an article come together, with what the text says of them."""

from __future__ import annotations

import pytest

from briefings.extract.entities import resolve
from briefings.extract.mentions import find_mentions
from briefings.findings import Entity, Place, Sentence
from briefings.model import Article, Kind, Lang, Paragraph, Seed


def read(*blocks: str, lang: Lang = "nb") -> tuple[dict[str, Entity], tuple[Place, ...]]:
    """Return the entities, by name, and places of an article of blocks that are one sentence each."""
    paragraphs: list[Paragraph] = []
    start = 0
    for n, block in enumerate(blocks, 1):
        paragraphs.append(Paragraph(n, Kind.PARAGRAPH, lang, start, start + len(block), start + len(block)))
        start += len(block) + 2
    article = Article(Seed("invented.txt", "\n\n".join(blocks)), lang, tuple(paragraphs))
    sentences = tuple(Sentence(p.start, p.end, p.n) for p in paragraphs)
    entities, places = resolve(article, sentences, find_mentions(article, sentences))
    for entity in entities:
        for span in (*entity.mentions, *entity.roles, *entity.descriptions):
            assert article.text[span.start : span.end] == span.text
    assert len({entity.name for entity in entities}) == len(entities)
    return {entity.name: entity for entity in entities}, places


def surfaces(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.mentions]


def roles(entity: Entity) -> list[str]:
    return [role.text for role in entity.roles]


def meant(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.descriptions]


def test_surname_genitive_and_first_name_join_the_full_name() -> None:
    found, _ = read("I går talte Erna Solberg.", "Senere svarte Solberg, og Solbergs svar ble roset.")
    assert surfaces(found["Erna Solberg"]) == ["Erna Solberg", "Solberg", "Solbergs"]


def test_two_people_of_one_surname_stay_two() -> None:
    found, _ = read(
        "Statsminister Erna Solberg møtte ordfører Petra Solberg.",
        "Etterpå sa ordfører Solberg nei, men statsminister Solberg sa ja.",
    )
    assert len(found["Erna Solberg"].mentions) == 2
    assert len(found["Petra Solberg"].mentions) == 2


def test_case_typos_and_transliterations_are_one_person() -> None:
    found, _ = read(
        "Leiaren Kim Jong-un kom med Sergej Sjojgu.",
        "Så gikk Kim jong-un, og Kim smilte, mens Putin og Km satt.",
        "Der sto også Sergei Shoigu.",
    )
    assert surfaces(found["Kim Jong-un"]) == ["Kim Jong-un", "Kim jong-un", "Kim", "Km"]
    assert surfaces(found["Sergej Sjojgu"]) == ["Sergej Sjojgu", "Sergei Shoigu"]


def test_states_are_one_in_every_spelling_and_carry_their_code() -> None:
    found, _ = read("Nord-Korea truer Sør-Korea.", "I Nord Korea og Nordkoreas hær er det stille.")
    assert found["Nord-Korea"].country == "PRK"
    assert surfaces(found["Nord-Korea"]) == ["Nord-Korea", "Nord Korea", "Nordkoreas"]


def test_an_organisation_and_its_abbreviation_are_one() -> None:
    found, _ = read("Ifølge Verdens helseorganisasjon (WHO) er det trygt.", "Sjefen i WHO er enig.")
    assert any(surfaces(entity) == ["Verdens helseorganisasjon", "WHO", "WHO"] for entity in found.values())


def test_roles_are_the_words_before_and_after_the_name() -> None:
    found, _ = read(
        "Da kom Russlands forsvarsminister Sergej Sjojgu og den øverste leder i Nordkorea, Kim Jong-un, til byen.",
        "Li Hongzhong, viseformann i Den nasjonale folkekongressen i Kina, var der.",
        "Forskar og forfattar Ankit Panda snakka med det svenske statlige nyhetsbyrået TT.",
    )
    assert roles(found["Sergej Sjojgu"]) == ["Russlands forsvarsminister"]
    assert found["Sergej Sjojgu"].country == "RUS"
    assert roles(found["Kim Jong-un"]) == ["øverste leder i Nordkorea"]
    assert roles(found["Li Hongzhong"]) == ["viseformann i Den nasjonale folkekongressen i Kina"]
    assert roles(found["Ankit Panda"]) == ["Forskar og forfattar"]
    assert roles(found["TT"]) == ["svenske statlige nyhetsbyrået"]
    assert found["TT"].country == "SWE"


def test_a_definite_phrase_means_the_one_who_holds_the_role() -> None:
    found, _ = read(
        "Her er Frankrikes utenriksminister Anne Morel og Spanias utenriksminister Luis Vega.",
        "Den franske utenriksministeren smilte.",
        "Den russiske utenriksministeren gråt.",
        "Utenriksministeren sov.",
    )
    assert meant(found["Anne Morel"]) == ["Den franske utenriksministeren"]
    assert meant(found["Luis Vega"]) == []


def test_a_role_of_a_state_is_not_given_to_one_of_no_state_who_is_named_only_later() -> None:
    found, _ = read("Frankrigs præsident siger nej.", "Det bekræfter præsident Joe Lund.")
    assert roles(found["Joe Lund"]) == ["præsident"]


def test_a_person_who_is_only_a_title_is_nobody() -> None:
    found, _ = read("Ifølge Sør-Koreas forsvarsminister er alt stille, sier Japan.")
    assert sorted(found) == ["Japan", "Sør-Korea"]


def test_a_capital_that_acts_is_its_government_and_otherwise_a_place() -> None:
    found, places = read(
        "Russland og Kina er venner.",
        "Moskva og Beijing har vært allierte lenge.",
        "De møttes i Moskva.",
        "USA vil overtale Beijing til å snu.",
    )
    assert meant(found["Russland"]) == ["Moskva"]
    assert meant(found["Kina"]) == ["Beijing", "Beijing"]
    assert [(place.name, len(place.mentions)) for place in places] == [("Moskva", 1)]


def test_peoples_and_authorities_mean_their_state() -> None:
    found, _ = read("I går svarte USA.", "Senere sa amerikanerne nei, og amerikanske myndigheter var enige.")
    assert meant(found["USA"]) == ["amerikanerne", "amerikanske myndigheter"]


def test_houses_and_ministries_are_organisations() -> None:
    found, _ = read("Verken Kreml, Det hvite hus eller Russlands forsvarsdepartement svarer.")
    assert {entity.type.value for name, entity in found.items() if name != "Russland"} == {"organisation"}
    assert {"Kreml", "Det hvite hus", "Russlands forsvarsdepartement", "Russland"} == set(found)


def test_resolving_twice_gives_the_same() -> None:
    blocks = ("Da kom Anne Lund til Oslo.", "Lund og Per Dal møtte Russland.")
    assert read(*blocks) == read(*blocks)


# --- where names end ------------------------------------------------------------------------------------------------


def test_a_body_between_a_title_and_a_person_is_no_part_of_the_persons_name() -> None:
    found, _ = read("Nortura Per Hansen går av.", "Det sier konsernsjef i Nortura Per Hansen til NTB.")
    assert surfaces(found["Nortura"]) == ["Nortura", "Nortura"]
    assert surfaces(found["Per Hansen"]) == ["Per Hansen", "Per Hansen"]
    assert roles(found["Per Hansen"]) == ["konsernsjef i Nortura"]


def test_a_president_with_an_unknown_first_name_is_not_taken_apart() -> None:
    found, _ = read("Han er trener for Recep Tayyip Aslan.", "Aslan er fornøyd, sier Recep Tayyip Aslan.")
    assert surfaces(found["Recep Tayyip Aslan"]) == ["Recep Tayyip Aslan", "Aslan", "Recep Tayyip Aslan"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Skole og Forældre", "Det siger formanden for Skole og Forældre, Rasmus Lund."),
        ("Barn og Unge", "Lederen i Barn og Unge, Kari Lie, svarer."),
        ("Tveit og Rødven", "I dag vokser selskapet Tveit og Rødven."),
        ("Holm & Sønner", "Eieren av Holm & Sønner, Per Holm, svarer."),
    ],
)
def test_an_organisation_with_og_in_its_name_is_one(name: str, sentence: str) -> None:
    found, _ = read(sentence, f"{name} har svart, skriver {name} selv.")
    assert surfaces(found[name]) == [name] * 3


def test_two_organisations_joined_by_og_stay_two() -> None:
    found, _ = read("En talsmann for Hamas og Hizbollah svarte.", "Partiene Rødt og Venstre er enige med Nato og EU.")
    assert {"Hamas", "Hizbollah", "Rødt", "Venstre", "Nato", "EU"} <= set(found)


def test_an_arabic_surname_belongs_to_the_name_and_stands_alone_later() -> None:
    found, _ = read("Da kom Saleh al-Arouri til byen.", "Senere sa al-Arouri nei, og al-Arouris bror gikk.")
    assert surfaces(found["Saleh al-Arouri"]) == ["Saleh al-Arouri", "al-Arouri", "al-Arouris"]


def test_an_arabic_surname_stands_alone_without_its_article_too() -> None:
    found, _ = read("Da flyktet Bashar al-Assad.", "Etter Assads fall kom Abdel Fattah al-Sisi. Sisi sa nei.")
    assert surfaces(found["Bashar al-Assad"]) == ["Bashar al-Assad", "Assads"]
    assert surfaces(found["Abdel Fattah al-Sisi"]) == ["Abdel Fattah al-Sisi", "Sisi"]


@pytest.mark.parametrize(
    ("whole", "letters"),
    [
        ("Landsorganisasjonen i Norge", "LO"),
        ("Næringslivets Hovedorganisasjon", "NHO"),
        ("Norsk utenrikspolitisk institutt", "Nupi"),
        ("Konkurrence- og Forbrugerstyrelsen", "KFST"),
        ("Universitetet i Oslo", "UiO"),
    ],
)
def test_a_name_and_its_abbreviation_are_one_in_both_orders(whole: str, letters: str) -> None:
    for sentence in (f"Det sier {whole} ({letters}) i dag.", f"Det sier {letters} ({whole}) i dag."):
        found, _ = read(sentence, f"Senere svarte {letters} igjen.")
        assert [set(surfaces(one)) for one in found.values() if letters in surfaces(one)] == [{whole, letters}]


def test_a_person_before_brackets_is_not_spelled_out_by_them() -> None:
    found, _ = read("Forskar Unn Haug ved Noregs arktiske universitet (UiT) svarar.", "Seinare svarte Haug.")
    assert surfaces(found["Unn Haug"]) == ["Unn Haug", "Haug"]


# --- parties --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "letters", "party"),
    [
        ("nb", "H", "Høyre"),
        ("nn", "Ap", "Arbeiderpartiet"),
        ("nb", "KrF", "Kristelig Folkeparti"),
        ("da", "S", "Socialdemokratiet"),
        ("da", "SF", "Socialistisk Folkeparti"),
        ("da", "M", "Moderaterne"),
    ],
)
def test_letters_in_brackets_are_the_party_of_the_articles_country(lang: Lang, letters: str, party: str) -> None:
    found, _ = read(f"Det sier Kari Lund ({letters}) i dag.", "Senere svarte Lund.", lang=lang)
    assert surfaces(found[party]) == [letters]
    assert surfaces(found["Kari Lund"]) == ["Kari Lund", "Lund"]


def test_letters_of_no_party_at_home_are_a_neighbours_if_the_article_names_it_alone() -> None:
    found, _ = read("Danmark venter, sier Mette Lund (S).")
    assert "Socialdemokratiet" in found
    found, _ = read("Danmark og Sverige venter, sier Mette Lund (S).")
    assert surfaces(found["S"]) == ["S"]


def test_a_party_is_one_by_letters_by_name_and_by_its_members() -> None:
    found, _ = read(
        "Nej, siger formand Marianne Holm (SF).", "SF'eren tøver, for Socialistisk Folkeparti er uenigt.", lang="da"
    )
    assert surfaces(found["Socialistisk Folkeparti"]) == ["SF", "SF'eren", "Socialistisk Folkeparti"]
    assert meant(found["Marianne Holm"]) == ["SF'eren"]


# --- what a name is -------------------------------------------------------------------------------------------------


def test_a_surname_spelled_or_inflected_otherwise_is_the_person() -> None:
    found, _ = read(
        "Det sier Volodymyr Zelenskyj og Ramzan Kadyrov.",
        "Ifølge Ritzau skal Zelenski til Haag.",
        "Kadyrovs menn kjemper.",
    )
    assert surfaces(found["Volodymyr Zelenskyj"]) == ["Volodymyr Zelenskyj", "Zelenski"]
    assert surfaces(found["Ramzan Kadyrov"]) == ["Ramzan Kadyrov", "Kadyrovs"]


def test_a_company_is_its_name_with_and_without_legal_form() -> None:
    found, _ = read("I går kjøpte Equinor ASA aksjer.", "Equinor-sjefen Kari Lie sier Equinor vokser.")
    assert any(surfaces(one) == ["Equinor ASA", "Equinor-sjefen", "Equinor"] for one in found.values())


def test_a_company_named_after_somebody_keeps_its_mentions_until_they_are_named() -> None:
    found, _ = read("Entreprenøren køber Jorton A/S.", "I dag vokser Jorton.", "Det siger Hans Jorton.", lang="da")
    assert surfaces(found["Hans Jorton"]) == ["Hans Jorton"]


def test_one_letter_left_out_of_a_long_name_is_a_slip() -> None:
    found, _ = read("Leiaren Kim Jong Un kom.", "Xi Jinping møtte Km Jong Un.", lang="nn")
    assert surfaces(found["Kim Jong Un"]) == ["Kim Jong Un", "Km Jong Un"]


def test_a_compound_names_what_stands_before_its_hyphen() -> None:
    found, _ = read(
        "I går rykket Wagner-gruppa fram, men Wagner-sjefen Jevgenij Prigozjin var borte.",
        "I Nato-landene og hos NUPI er de enige.",
        "Nupi-forskeren sier Putin-kritikere og Vladimir Putin er stille.",
    )
    assert surfaces(found["Wagner-gruppa"]) == ["Wagner-gruppa", "Wagner-sjefen"]
    assert surfaces(found["Nato"]) == ["Nato-landene"]
    assert "NUPI" in found
    assert "Nupi-forskeren" not in found


# --- two of one surname ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentences",
    [
        ("Her er Bjørn Olsen og broren Trygve Olsen.", "Olsen vil ikke selge."),
        ("Bjørn Olsen scoret.", "Trygve Olsen, faren, var borte.", "Olsen kom fra City."),
        ("Forfatteren Bjørn Olsen skrev med Linda Olsen.", "Olsen sier det var tungt."),
    ],
)
def test_a_bare_surname_is_the_main_persons_not_a_relatives_or_a_companions(sentences: tuple[str, ...]) -> None:
    found, _ = read(*sentences)
    assert surfaces(found["Bjørn Olsen"]) == ["Bjørn Olsen", "Olsen"]


def test_a_bare_surname_is_the_last_named_bearers_in_another_sentence() -> None:
    found, _ = read(
        "Drapet på Kari Moe er oppklart.", "Forsvarer Per Moe vurderer anke.", "Moe mener dommen er streng."
    )
    assert surfaces(found["Per Moe"]) == ["Per Moe", "Moe"]


# --- roles ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "role", "sentence"),
    [
        (
            "Hans Lervik",
            "Kina-forsker ved Nordisk institutt",
            "Kina-forsker ved Nordisk institutt (NI), Hans Lervik, svarer.",
        ),
        ("Marianne Holm", "formand for kulturudvalget", "Men formand for kulturudvalget Marianne Holm er imod."),
        ("Ali Karimi", "Irans øvste leiar", "Irans øvste leiar, ayatolla Ali Karimi, skulda Israel."),
        ("Per Lavik", "chef for øvelsen", "Det siger Per Lavik, der er chef for øvelsen."),
        ("Per Lavik", "generalmajor", "Det sier generalmajor Per Lavik."),
        ("Mona Rong", "advokaten sin", "Han har gjennom advokaten sin, Mona Rong, svart."),
        ("Ine Lund", "Daværende utenriksminister", "Daværende utenriksminister Ine Lund advarte."),
    ],
)
def test_roles_are_whole(name: str, role: str, sentence: str) -> None:
    found, _ = read(sentence)
    assert role in roles(found[name])


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Kari Moe", "Vi ringte ekspert i går Kari Moe var der."),
        ("Kari Moe", "Kari Moe, 31, var i Oslo."),
        ("Ole Lund", "Ole Lund er hennes."),
        ("Per Dahl", "Per Dahl er den nye sjefen."),
    ],
)
def test_what_only_stands_where_a_role_would_is_none(name: str, sentence: str) -> None:
    found, _ = read(sentence)
    assert not roles(found[name])


def test_no_role_is_taken_from_a_neighbour() -> None:
    found, _ = read(
        "Kronprinsen ringte president Joe Biden.", "Irans øverste leder gråt.", "Han som er lege, møtte Per Dal."
    )
    assert roles(found["Joe Biden"]) == ["president"]
    assert roles(found["Per Dal"]) == []


# --- descriptions ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "phrase", "sentences"),
    [
        (
            "Yoon Suk Yeol",
            "Presidenten i Sør-Korea",
            ("Sør-Koreas president Yoon Suk Yeol svarte.", "Presidenten i Sør-Korea gikk."),
        ),
        ("Kaja Lund", "EU-toppen", ("EUs utenrikssjef Kaja Lund svarte.", "EU-toppen gikk.")),
        (
            "Foday Conteh",
            "presidentens",
            ("Det sier president Foday Conteh.", "Skuddene kom fra presidentens residens."),
        ),
        ("Anne Vik", "Norsk ekspert", ("Norsk ekspert advarer.", "Det sier professor Anne Vik.")),
        (
            "Sergej Lavik",
            "Den russiske udenrigsminister",
            ("Her er Sergej Lavik, der er Ruslands udenrigsminister.", "Den russiske udenrigsminister gik."),
        ),
        ("Ama Touray", "gambiaren", ("Det seier gambiaren Ama Touray.", "Seinare gjekk gambiaren.")),
    ],
)
def test_phrases_mean_the_only_one_they_fit(name: str, phrase: str, sentences: tuple[str, ...]) -> None:
    found, _ = read(*sentences)
    assert phrase in meant(found[name])


@pytest.mark.parametrize(
    "sentences",
    [
        ("Det sier president Joe Lund.", "Den tidligere presidenten gikk."),
        ("Det sier president Joe Lund.", "Presidenten i kommisjonen gikk."),
        ("Det sier Hamas-talsmann Ali Lund.", "Hamas-lederen gikk."),
        ("Det sier partileder Ali Lund.", "Den russiske lederen gikk."),
        ("Hun møtte treneren fra Canada, Ali Lund.", "Dansken gledet seg."),
        ("Det sier finansdirektør Ali Lund og salgsdirektør Per Dal.", "Direktøren gikk."),
        ("Energiminister Terje Aasland nøler.", "Den danske energiministeren har bedt om et møte med Aasland."),
    ],
)
def test_phrases_that_may_mean_another_mean_nobody(sentences: tuple[str, ...]) -> None:
    found, _ = read(*sentences)
    assert not any(meant(one) for one in found.values())


def test_of_several_the_one_the_paragraph_names_is_meant() -> None:
    found, _ = read("Det sier DNB Markets i dag.", "Men Arctic Securities kjøper, og meglerhuset venter.")
    assert meant(found["Arctic Securities"]) == ["meglerhuset"]
    assert meant(found["DNB Markets"]) == []


def test_a_noun_is_not_defined_by_a_time_but_by_a_place_or_an_adjective() -> None:
    found, _ = read(
        "I går vant Volda Fotballklubb.", "Han kom til klubben i fjor.", "Klubben i Bodø tapte for den nye klubben."
    )
    assert meant(found["Volda Fotballklubb"]) == ["klubben"]


# --- capitals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "is_government"),
    [
        ("Tonen fra Moskva er mildere.", True),
        ("Han har advart Moskva mot dette.", True),
        ("Moskva, der købte olien, svarede.", True),
        ("Moskva raskt vil svare.", True),
        ("Ankara har gode bånd til Moskva.", True),
        ("Hun takket i går både Moskva og Beijing for hjelpen.", True),
        ("En kilde sier at Moskva er «svært skeptisk» til planen.", True),
        ("Hva sier Moskva til forslaget?", True),
        ("Etter at Moskva i mars 2014 tok halvøya, stanset handelen.", True),
        ("Moskva nøyer seg med å vise til avtalen.", True),
        ("Moskva er i en klemme etter valget.", True),
        ("Han var i telefonen med Moskva dagen før.", True),
        ("Handelen er bra når Moskva er nøgd.", True),
        ("Hva koster Moskva per natt?", False),
        ("Hun sier at Moskva i mars har mye snø.", False),
        ("Moskva er i Russland.", False),
        ("Toget fra Moskva var sent.", False),
        ("Han bor i Moskva, som er stor.", False),
        ("I fjor besøkte hun både Moskva og Beijing.", False),
        ("Om vinteren er det kaldt, men Moskva er trygg.", False),
    ],
)
def test_a_capital_is_told_from_its_government(sentence: str, *, is_government: bool) -> None:
    found, places = read("Russland venter.", sentence)
    assert bool(meant(found["Russland"])) is is_government
    assert ("Moskva" in {place.name for place in places}) is not is_government


def test_brussels_is_the_eu_when_it_acts_and_a_city_otherwise() -> None:
    found, places = read("Brussel krever svar.", "De møttes i Brussel.")
    assert found["EU"].type.value == "organisation"
    assert [place.name for place in places] == ["Brussel"]


@pytest.mark.parametrize(
    ("name", "role", "sentence"),
    [
        ("Tormod Heisel", "stortingsrepresentant", "Tormod Heisel (H), nå stortingsrepresentant, mener noe annet."),
        (
            "Massad Boulos",
            "Donald Trumps rådgivar for Afrika",
            "Massad Boulos, Donald Trumps rådgivar for Afrika, kjem.",
        ),
        ("Mika Laaksonen", "klubbens fysioterapeut", "Mika Laaksonen, klubbens fysioterapeut, ble båret inn."),
        ("Eivind Smedsrud", "Professor emeritus", "Professor emeritus Eivind Smedsrud kaller saken enkel."),
        ("Knut Aas", "Kollegaen hennar", "Kollegaen hennar, Knut Aas, teier."),
        ("Marinetraffic", "tjenesten", "Det viser data fra tjenesten Marinetraffic fredag."),
        # After an age and its comma, over a verb.
        ("Per Dal", "tidligere dommer i Bergen", "Per Dal, 51 år, er tidligere dommer i Bergen."),
        ("Ine Lund", "trener", "Ine Lund, 44, var trener inntil 2023."),
        # Somebody's, before or behind the title; how long is no part of it.
        ("Mads Holm", "træner", "Mads Holm har været hendes træner i fem år."),
        ("Ola Lund", "advokaten", "Ola Lund har vært advokaten hennes siden 2012."),
        ("Ola Lund", "lærer", "Ola Lund har vært lærer i mer enn 20 år."),
        ("Kari Lund", "prest i Voss", "Kari Lund har vært prest i Voss i ti år."),
        # What somebody is learned in has no article.
        ("Torunn Vik", "Professor i havrett", "Professor i havrett Torunn Vik ved universitetet er uenig."),
        ("Per Moe", "Førsteamanuensis i rettsvitenskap", "Førsteamanuensis i rettsvitenskap Per Moe er usamd."),
        ("Heidi Moe", "ambulansearbeidar", "Det seier ambulansearbeidar Heidi Moe."),
        ("Siw Haug", "Hovudverneombod", "Hovudverneombod Siw Haug i heimetenesta er redd."),
        ("Emma Lind", "klubkammerat", "Emma Lind, 27, klubkammerat og ven, er her."),
    ],
)
def test_roles_are_read_over_owners_brackets_and_words_of_time(name: str, role: str, sentence: str) -> None:
    found, _ = read(sentence)
    assert role in roles(found[name])


@pytest.mark.parametrize(
    ("surface", "sentences"),
    [
        ("Hemeti", ("RSF-leiar Mohamed Dagalo, betre kjend som Hemeti, var borte.", "Hemeti svarte seinare.")),
        ("Nova Bell", ("Artisten Nova Bell, egentlig Sara Lindqvist, er syk.", "Nova Bell kommer tilbake.")),
        ("Ulven", ("Gruppen ledes av Ruslan Dzhafarov, også kjent som Ulven.", "Ulven sa nei, sier broren.")),
    ],
)
def test_somebody_and_the_name_they_go_by_are_one_person(surface: str, sentences: tuple[str, ...]) -> None:
    found, _ = read(*sentences)
    people = [entity for entity in found.values() if surface in surfaces(entity)]
    assert [len(set(surfaces(entity))) for entity in people] == [2]


def test_a_son_of_his_fathers_name_keeps_his_generation_and_his_surname() -> None:
    found, _ = read("President Ferdinand Marcos jr. kom torsdag.", "Marcos sa nei.")
    assert [surfaces(entity) for entity in found.values()] == [["Ferdinand Marcos jr.", "Marcos"]]


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("TUR", "Nå krever Ankara forhandlinger med Hellas."),
        ("GEO", "Hverken Tbilisi eller Baku vil si hvem som skjøt."),
        ("ISL", "Statsministeren har ringet til Reykjavik og ønsket tillykke."),
    ],
)
def test_a_capital_that_is_called_or_wants_something_is_its_government(state: str, sentence: str) -> None:
    found, _ = read(sentence)
    assert state in {entity.country for entity in found.values()}


@pytest.mark.parametrize(
    "sentence", ["Nå vil Oslo feire med salutt.", "De reiste til Ankara i går.", "I Baku snør det."]
)
def test_a_capital_where_something_happens_stays_a_place(sentence: str) -> None:
    found, places = read(sentence)
    assert not found
    assert len(places) == 1


@pytest.mark.parametrize(
    ("name", "role", "sentence"),
    [
        ("Kari Moe", "advokat i Oslo", "Kari Moe er advokat i Oslo."),
        ("Per Vik", "rektor ved skolen", "Per Vik (44), som har vært rektor ved skolen siden 2021, er glad."),
        ("Ola Nes", "statsråd", "Ola Nes (Ap) trekker seg som statsråd."),
        ("Anne Berg", "lærar i historie", "Anne Berg, 46 år og lærar i historie, har late att døra."),
        ("Eva Moe", "Moren", "Moren, Eva Moe, var på jobb."),
        ("Peder Lund", "Forsvareren", "Forsvareren, advokat Peder Lund, er uenig."),
        (
            "Tor Lien",
            "Leiaren i kontroll- og konstitusjonskomiteen",
            "Leiaren i kontroll- og konstitusjonskomiteen, Tor Lien, er klar.",
        ),
    ],
)
def test_roles_are_read_from_clauses_of_their_own(name: str, role: str, sentence: str) -> None:
    found, _ = read(sentence)
    assert role in roles(found[name])


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Charlotte Bay", "»Vi er glade,« siger Charlotte Bay."),
        ("Tangmo", "Det danske selskapet Fjordlys, som eier Tangmo, er interessert."),
        ("Norsk Sykepleierforbund", "Fagforbundet, Norsk Sykepleierforbund og Delta streiker."),
        ("Kent Holm", "Kent Holm er tiltalt for drap."),
    ],
)
def test_no_verb_and_no_neighbours_name_is_a_role(name: str, sentence: str) -> None:
    found, _ = read(sentence)
    assert roles(found[name]) == []


@pytest.mark.parametrize(
    ("name", "words", "sentences"),
    [
        ("Thea Mo", "trønderen", ("Thea Mo vant sitt første renn.", "– Jeg vant jo, sukker trønderen.")),
        ("Thea Mo", "22-åringen", ("Thea Mo vant.", "Trener Ole Lund mener 22-åringen var best.")),
        ("Ebba Lind", "Svensken", ("Svenske Ebba Lind vant.", "Norske Thea Mo falt.", "Svensken smilte.")),
        ("Kent Holm", "den tiltalte", ("Kent Holm (54) er tiltalt for drap.", "Det nekter den tiltalte.")),
        ("Kent Holm", "siktede", ("Kent Holm er også siktet for vold.", "– Nei, svarte siktede.")),
        ("Kari Moe", "toppsjefen", ("Konsernsjef Kari Moe er glad.", "– Vi vokser, sier toppsjefen.")),
        (
            "Per Vik",
            "Ministeren",
            ("Statsminister Eva Lie kom.", "Forsvarsminister Per Vik kom.", "Begge var der.", "Ministeren er glad."),
        ),
        (
            "Jon Bæk",
            "den pensjonerte maskinmesteren",
            ("Detektorfører Jon Bæk gikk der.", "– Jeg gikk hjem, sier den pensjonerte maskinmesteren."),
        ),
        ("Torm", "Koncernen", ("Rederiet Torm tjener penge.", "Koncernen har 50 skibe.")),
        ("DNB", "Banken", ("DNB og Aker strides.", "Banken avviser kravet.")),
        (
            "Agder lagmannsrett",
            "lagmannsretten",
            ("Sola tingrett dømte ham.", "Agder lagmannsrett er enig, men lagmannsretten tviler."),
        ),
        ("Sola tingrett", "tingretten", ("Agder lagmannsrett dømte ham.", "I Sola tingrett og tingretten gikk det.")),
        ("Retten i Aarhus", "byretten", ("Retten i Aarhus frifandt ham.", "Vestre Landsret og byretten var uenige.")),
        ("Nordvik Air", "flyselskapet", ("Nordvik Air eies av Solbø Leasing.", "Gjelden i flyselskapet er stor.")),
        ("Havnes AS", "Flyselskapet", ("Havnes AS er konkurs.", "Flyselskapet har fire fly.")),
        ("Kari Moe", "Førstestatsadvokaten", ("Økokrims aktor, Kari Moe, er glad.", "Førstestatsadvokaten får rett.")),
        ("Kari Moe", "aktor", ("Statsadvokat Kari Moe la ned påstand.", "– Det er alvorlig, sa aktor.")),
        ("Per Vik", "forsvareren", ("– Vi anker, sier advokat Per Vik.", "Ifølge forsvareren er alt galt.")),
        (
            "Ola Nes",
            "tiltalte",
            ("Ola Nes (58), mannen bak firmaet, er dømt for svik.", "De mener at tiltalte visste det."),
        ),
        ("Ola Nes", "Tiltalte", ("Ola Nes er dømt.", "– Tiltalte visste det.", "Kari Lie var dømt i fjor.")),
        ("Oslo tingrett", "Retten", ("Saken gikk i Oslo tingrett.", "Retten mente at han løy.")),
        ("KFOR", "Styrken", ("KFOR har vært der siden 1999.", "Styrken er på 5000.")),
        ("Norge", "Landslaget", ("Norge møter Brasil.", "Landslaget reiser torsdag.")),
        ("Brasil", "brasilianske landslaget", ("Norge møter Brasil.", "Det brasilianske landslaget er her.")),
        ("Fatma Hadi", "Den 29-årige lærer", ("Fatma Hadi er gået hjem.", "Den 29-årige lærer tør ikke tro det.")),
        ("Ole Due", "den 52-årige læge", ("Ifølge dommen er den 52-årige læge uskyldig.", "Overlæge Ole Due græd.")),
        ("Jon Bæk", "den 61-årige bonden", ("Bonde Jon Bæk er sint.", "I dag fikk den 61-årige bonden svar.")),
        ("Viktor Sol", "den dømte", ("Torsdag blev Viktor Sol idømt 13 års fængsel.", "Konen savner den dømte.")),
        ("Filip Moe", "Rosenborg-backen", ("Filip Moe fikk ti minutter.", "Rosenborg-backen har vært skadet.")),
        ("Statnett", "selskapet", ("Kabelen er klar, opplyser Statnett, og selskapet er glad.",)),
        (
            "Redd Barna",
            "hjelpeorganisasjonen",
            ("Redd Barna er der, sier en talsperson for hjelpeorganisasjonen til AFP.",),
        ),
        ("BKK", "kraftselskapet", ("BKK har 70 mann klare, skriver kraftselskapet på Facebook.",)),
        ("Region Fyn", "regionen", ("Det afviser Region Fyn.", "Ifølge direktøren har regionen sagt undskyld.")),
        ("Odense Kammerkor", "koret", ("Odense Kammerkor sang.", "Nu rejser koret hjem.")),
        ("Viru tingrett", "retten i Narva", ("Det slo retten i Narva fast.", "Det var i Viru tingrett i Narva.")),
        ("Oslo tingrett", "retten i Oslo", ("Oslo tingrett dømte ham.", "Nå venter retten i Oslo på svar.")),
        ("Belgia", "belgierne", ("Norge møter Belgia.", "Sist vant belgierne 4–0.")),
    ],
)
def test_descriptions_mean_whom_the_article_told_of(name: str, words: str, sentences: tuple[str, ...]) -> None:
    found, _ = read(*sentences)
    assert words in meant(found[name])


@pytest.mark.parametrize(
    "sentences",
    [
        ("En 34 år gammel mann er pågrepet.", "Politimester Kari Moe vet ikke mer.", "34-åringen nekter."),
        ("Kari Moe møtte Per Vik.", "– Det var leit, sier trønderen."),
        ("Ola Nes ble kjørt til sykehus.", "– Han har det bra, sier legen."),
        ("Ola Nes er siktet.", "De siktede mennene er løslatt."),
        ("Saken gikk i Oslo tingrett.", "Han har retten til å anke."),
        ("Saken gikk i Oslo tingrett.", "Ifølge lagmannsretten er det galt."),
        ("Nordvik Air og Solbø Airlines er konkurs.", "Flyselskapet har gjeld."),
        ("Bistandsadvokat Liv Nes er skuffet.", "Ifølge forsvareren er det rett."),
        ("Statsadvokat Liv Nes og politiadvokat Per Vik kom.", "Aktor krever fengsel."),
        ("Advokat Liv Nes svarer ikke.", "Det sier forsvareren, advokat Per Vik."),
        ("Ola Nes er tiltalt.", "Per Vik er også tiltalt.", "– Nei, svarte tiltalte."),
        ("Norge møter Brasil.", "Brasils landslag er best."),
        ("Læge Per Vik og læge Ole Due kom.", "Retten frikendte den 52-årige læge."),
        ("Redd Barna og Norad strides, og hjelpeorganisasjonen venter.",),
        ("Oslo tingrett dømte ham.", "Saken går for retten i Narva."),
        ("Oslo tingrett og Bergen tingrett er enige.", "Ifølge retten i Oslo er det greit."),
        ("Per Vik kom.", "Så satte Kari Moe inn Rosenborg-backen."),
    ],
)
def test_descriptions_that_may_be_somebody_elses_mean_nobody(sentences: tuple[str, ...]) -> None:
    found, _ = read(*sentences)
    assert [entity.name for entity in found.values() if meant(entity)] == []


def test_who_is_introduced_after_a_quote_gets_the_role_with_where_they_work() -> None:
    found, _ = read(
        "Nilufar Rahimova husker lyden.", "– Han var klar, forteller glasiologen fra universitetet i Bergen."
    )
    assert roles(found["Nilufar Rahimova"]) == ["glasiologen fra universitetet i Bergen"]


def test_followers_in_small_letters_are_their_movement() -> None:
    found, _ = read("Byen falt da houthiene kom.", "Det skjedde i Jemen.")
    assert surfaces(found["Houthi-bevegelsen"]) == ["houthiene"]


def test_a_hospital_goes_by_its_first_word_alone() -> None:
    found, places = read("Hun er på Ullevik universitetssjukehus.", "Familien venter på Ullevik.")
    assert surfaces(found["Ullevik universitetssjukehus"]) == ["Ullevik universitetssjukehus", "Ullevik"]
    assert not places


@pytest.mark.parametrize(
    ("sentence", "is_government"),
    [
        ("Kilder sier at Teheran presset på de siste døgnene.", True),
        ("Til gjengjeld letter Washington på sanksjonene.", True),
        ("Også i Moskva er det skepsis til planen.", True),
        ("Forholdet mellom Moskva og Kyiv er dårlig.", True),
        ("Toget går mellom Oslo og Bergen.", False),
        ("I Moskva er det mange biler.", False),
        ("I Oslo er det uro for været.", False),
    ],
)
def test_a_capital_that_presses_yields_or_has_a_mood_is_its_government(sentence: str, *, is_government: bool) -> None:
    found, _ = read(sentence)
    assert any(entity.country for entity in found.values()) is is_government


@pytest.mark.parametrize(
    ("name", "role", "sentence"),
    [
        ("Birthe Holm", "korets dirigent", "Uskadt er korets dirigent, 58-årige Birthe Holm."),
        ("Per Vik", "Rektor", "Rektor, 61-årige Per Vik, er sur."),
        ("Artiom Ceban", "Sonen hennar", "Sonen hennar, Artiom Ceban (19), reiste."),
        ("Kari Moe", "Kona hans", "Kona hans, Kari Moe, er lege."),
        ("Louise Kragh", "Den afdøde kvindes datter", "Den afdøde kvindes datter, Louise Kragh, kom."),
        ("Steve Witt", "president Jon Hills utsending", "Steve Witt, president Jon Hills utsending, kom."),
        ("Jon Sørli", "debutanten", "Det ble en kveld å huske for debutanten Jon Sørli."),
        ("Agnes Bø", "Hovedtillitsvalgt", "Hovedtillitsvalgt Agnes Bø er glad."),
        ("Stine Nes", "Førsteamanuensis i havrett", "Førsteamanuensis i havrett, Stine Nes, sier nei."),
        ("Gazprom", "russiske energigigant", "Den russiske energigigant Gazprom lukkede for gassen."),
        ("MarineTraffic", "sporingstenesta", "Det viser data frå sporingstenesta MarineTraffic."),
        ("Politika", "avisen", "Det skriver avisen Politika."),
    ],
)
def test_roles_are_read_before_ages_with_owners_of_several_words_and_behind_verbs(
    name: str, role: str, sentence: str
) -> None:
    found, _ = read(sentence)
    assert role in roles(found[name])


def test_what_everybody_knows_and_what_another_is_are_no_roles() -> None:
    for sentence in (
        "Det melder nyhetsbyrået AFP.",
        "Nå åtvarar direktoratet Energidepartementet om feil.",
        "Det opplyser selskapet Aftenposten har snakket med.",
    ):
        found, _ = read(sentence)
        assert [role for entity in found.values() for role in roles(entity)] == []


def test_a_pronoun_with_a_role_is_the_only_person_of_the_sentence_before() -> None:
    text = "Det sier Leila Morad. Hun er forsker ved Chatham House."
    article = Article(Seed("a.txt", text), "nb", (Paragraph(1, Kind.PARAGRAPH, "nb", 0, len(text), len(text)),))
    sentences = (Sentence(0, 21, 1), Sentence(22, len(text), 1))
    entities, _ = resolve(article, sentences, find_mentions(article, sentences))
    assert roles(entities[0]) == ["forsker ved Chatham House"]


@pytest.mark.parametrize(
    ("blocks", "name", "phrases"),
    [
        (["Helse Fonna legg ned tilbodet.", "Føretaket har ikkje råd."], "Helse Fonna", ["Føretaket"]),
        (["Hardanger Folkeblad fekk svar.", "Det seier ho til avisa."], "Hardanger Folkeblad", ["avisa"]),
        (["TV 2 har talt med ham.", "Han siger til mediet, at det haster."], "TV 2", ["mediet"]),
        (["Flyktninghjelpen er i Kabul.", "Organisasjonen stenger kontoret."], "Flyktninghjelpen", ["Organisasjonen"]),
        (
            ["Kommunen må betale, sier Vestland fylkeskommune.", "Bergen kommune er uenig."],
            "Bergen kommune",
            ["Kommunen"],
        ),
        (["Sogndal IL spelte kamp.", "Det er klubben som avgjer."], "Sogndal IL", ["klubben"]),
        (["Den eneste fra klubben som møtte, var Ola Vik.", "Klubben Lyn svarte ikke."], "Lyn", []),
        (["Politiken skrev det.", "Hun fortalte den danske avisen alt."], "Politiken", ["den danske avisen"]),
        (["Politiken skrev det.", "Alle har lest det i avisen."], "Politiken", []),
    ],
)
def test_a_body_is_meant_by_words_for_its_kind(blocks: list[str], name: str, phrases: list[str]) -> None:
    found, _ = read(*blocks)
    assert meant(found[name]) == phrases


@pytest.mark.parametrize(
    ("blocks", "name", "phrases"),
    [
        (
            ["Tidlegare statsråd Kari Vik er kritisk.", "Den tidlegare statsråden vil ha svar."],
            "Kari Vik",
            ["Den tidlegare statsråden"],
        ),
        (
            ["Grace Mbele var president i Malawi i ti år.", "Ekspresidenten bor i London."],
            "Grace Mbele",
            ["Ekspresidenten"],
        ),
        (
            ["Konsernsjef Nina Berg slutter.", "Den avgåtte konsernsjefen vil ikke svare."],
            "Nina Berg",
            ["Den avgåtte konsernsjefen"],
        ),
        (["Her kom Mads Dam.", "Den tidligere rytter er glad."], "Mads Dam", ["Den tidligere rytter"]),
        # Somebody else held it before, or is talked about.
        (["Ordfører Kari Vik sa ja.", "Den tidligere ordføreren sa nei."], "Kari Vik", []),
        (["Her kom Kari Vik.", "Den tidligere treneren hennes er enig."], "Kari Vik", []),
        (["Trener Per Moe tapte.", "Hun kalte Kari Vik den beste treneren hun har hatt."], "Per Moe", []),
        (
            ["Tidligere styreleder Anne Ås og styreleder Liv Lie møttes.", "Det sa styrelederen."],
            "Liv Lie",
            ["styrelederen"],
        ),
        # An age with more than its noun, and what it tells of the people who follow.
        (
            ["Her kom Emil Dam.", "Den 27-årige danske rytteren vant.", "Sjefen, Bram Smit, ga danskeren kontrakt."],
            "Emil Dam",
            ["Den 27-årige danske rytteren", "danskeren"],
        ),
        # The words that open an article, and the name that follows.
        (
            ["Svensken legger opp.", "Johan Ekman sa det mandag.", "Ekman har spilt for Brann siden 2019."],
            "Johan Ekman",
            ["Svensken"],
        ),
        (["Klima- og miljøminister Kari Vik kom.", "Klimaministeren sa ja."], "Kari Vik", ["Klimaministeren"]),
        (["Forsvarer Niels Bøgh anker.", "Advokaten er skuffet."], "Niels Bøgh", ["Advokaten"]),
        (
            ["Konsernsjefen i Havkraft Nord går av.", "Havkraft Nord opplyser at konsernsjef Harald Berg slutter."],
            "Harald Berg",
            ["Konsernsjefen i Havkraft Nord"],
        ),
        (["Kari Vik, leder for justiskomiteen, kom.", "Komitélederen sa nei."], "Kari Vik", ["Komitélederen"]),
        (["Sportssjef Per Dahl var sint.", "Sjefen gikk tidlig."], "Per Dahl", ["Sjefen"]),
        (["Hans etterfølger, Anne Juhl, ventet.", "Ola Vik møtte etterfølgeren."], "Anne Juhl", ["Hans etterfølger"]),
        (["Tillitsvalgt Roger Myhr er sint.", "Fagforeningstoppen vil streike."], "Roger Myhr", ["Fagforeningstoppen"]),
    ],
)
def test_a_person_is_meant_by_what_it_was_is_or_leads(blocks: list[str], name: str, phrases: list[str]) -> None:
    found, _ = read(*blocks)
    assert meant(found[name]) == phrases


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Randi Hauge, som i dag er ordførar i Sund, kom.", "Randi Hauge", "ordførar i Sund"),
        ("Per Lie, som til daglig er lege, svarte.", "Per Lie", "lege"),
        ("Redaktøren hennar i Samlaget, Håkon Vik, er glad.", "Håkon Vik", "Redaktøren hennar i Samlaget"),
        ("Styrelederen den gang, Flemming Lund, er enig.", "Flemming Lund", "Styrelederen den gang"),
        ("Kapteinen på skipet er 46-årige Ola Nes frå Bodø.", "Ola Nes", "Kapteinen på skipet"),
        ("Leder for utvalget er Kari Vik.", "Kari Vik", "Leder for utvalget"),
        ("Den gang var Kari Vik nyvalgt leder i laget.", "Kari Vik", "nyvalgt leder i laget"),
        ("Per Dam, der dengang var soldat i hæren, kom.", "Per Dam", "soldat i hæren"),
        ("Idrettslaget Nes IL vil byggje.", "Nes IL", "Idrettslaget"),
    ],
)
def test_roles_are_told_in_clauses_and_by_whose_they_are(sentence: str, name: str, role: str) -> None:
    found, _ = read(sentence)
    assert roles(found[name]) == [role]


def test_a_client_is_whom_a_clause_says_the_lawyer_defends_and_the_verb_is_no_role() -> None:
    found, _ = read(
        "Advokat Siri Vik, som forsvarar Lunde, er usamd.", "Ho seier at klienten vil anke.", "Karl Lunde er 52."
    )
    assert meant(found["Karl Lunde"]) == ["klienten"]
    assert roles(found["Karl Lunde"]) == []


def test_who_agrees_with_somebody_is_not_called_what_he_is() -> None:
    found, _ = read("Forskeren er Kari Vik enig med.", "Treneren er Ola Nes takknemlig.")
    assert [roles(found[name]) for name in ("Kari Vik", "Ola Nes")] == [[], []]


def test_who_is_only_named_is_the_minister_that_the_next_sentence_tells_of() -> None:
    text = "Det er uaktuelt, siger Lavrov ifølge Tass. Den russiske udenrigsminister er i Kasakhstan."
    article = Article(Seed("invented.txt", text), "da", (Paragraph(1, Kind.PARAGRAPH, "da", 0, len(text), len(text)),))
    cut = text.index("Den")
    sentences = (Sentence(0, cut - 1, 1), Sentence(cut, len(text), 1))
    entities, _ = resolve(article, sentences, find_mentions(article, sentences))
    assert [meant(one) for one in entities if one.name == "Lavrov"] == [["Den russiske udenrigsminister"]]


def test_a_former_leader_is_not_whoever_led_something_else() -> None:
    found, _ = read("Tidligere styreleder Knut Os kom.", "Her er Per Vik.", "Den tidligere daglige lederen nekter.")
    assert meant(found["Knut Os"]) == []
