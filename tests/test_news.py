"""Ordinary news of all kinds is read as a person reads it: who acts, of what type, where, in what role."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefings.clean import to_article
from briefings.extraction import extract
from briefings.findings import Extraction
from briefings.model import ActorType, Seed
from briefings.salience import salient

ARTICLES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("fixtures").joinpath("news.yml").read_text("utf-8")
)


def read(text: str) -> Extraction:
    return extract(to_article(Seed("news.txt", text)))


def names(read_: Extraction, kind: ActorType) -> set[str]:
    return {entity.name for entity in read_.entities if entity.type is kind}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["title"])
def test_actors_places_roles_and_descriptions_are_those_a_person_finds(article: dict[str, Any]) -> None:
    found = read(article["text"])
    assert names(found, ActorType.PERSON) == set(article["persons"])
    assert names(found, ActorType.ORGANISATION) == set(article["organisations"])
    assert names(found, ActorType.STATE) == set(article["states"])
    assert {place.name for place in found.places} == set(article["places"])
    assert {e.name: [role.text for role in e.roles] for e in found.entities if e.roles} == article["roles"]
    assert {
        e.name: [described.text for described in e.descriptions] for e in found.entities if e.descriptions
    } == article["means"]


@pytest.mark.parametrize(
    ("sentence", "person", "role"),
    [
        ("Fiskeren Ola Nordbø rodde ut.", "Ola Nordbø", "Fiskeren"),
        ("Nevrokirurg Kari Moe opererte.", "Kari Moe", "Nevrokirurg"),
        ("Systera Anna Holm gret.", "Anna Holm", "Systera"),
        ("NHO-topp Per Hansen svarer.", "Per Hansen", "NHO-topp"),
        ("Det sier Fjordkraft Nett-sjef Per Hansen.", "Per Hansen", "Fjordkraft Nett-sjef"),
    ],
)
def test_a_title_in_capitals_is_a_role_and_no_part_of_the_name(sentence: str, person: str, role: str) -> None:
    (entity,) = (entity for entity in read(sentence).entities if entity.type is ActorType.PERSON)
    assert (entity.name, [found.text for found in entity.roles]) == (person, [role])


@pytest.mark.parametrize(
    ("body", "person"),
    [
        ("Utdanningsforbundet", "Mari Solheim"),
        ("Havindustritilsynet", "Anne Vatten"),
        ("Aarhus Lærerforening", "Line Borup"),
    ],
)
def test_a_name_right_behind_a_bodys_is_a_persons(body: str, person: str) -> None:
    found = read(f"Nestleder i {body} {person} varslet tilsyn i februar.")
    assert names(found, ActorType.PERSON) == {person}
    assert names(found, ActorType.ORGANISATION) == {body}
    assert [role.text for one in found.entities for role in one.roles] == [f"Nestleder i {body}"]


def test_a_title_of_two_joined_parts_is_one_role() -> None:
    found = read("Børne- og undervisningsminister Mattias Holm rejser.")
    assert [role.text for one in found.entities for role in one.roles] == ["Børne- og undervisningsminister"]


@pytest.mark.parametrize(
    "name",
    [
        "Norsk institutt for bioøkonomi",
        "Norges vassdrags- og energidirektorat",
        "Dansk Institut for Internationale Studier",
        "Helse- og omsorgsdepartementet",
        "Statsforvaltaren i Vestland",
        "Haugaland og Sunnhordland tingrett",
        "Malmö tingsrätt",
        "EL og IT Forbundet",
        "Sparebank 1 Markets",
        "France 24",
        "Førde Raude Kross",
        "Helse Møre og Romsdal",
    ],
)
def test_an_organisation_keeps_its_words_in_lower_case_and_its_numbers(name: str) -> None:
    found = read(f"{name} har svart på brevet fra Ola Nordmann.")
    assert names(found, ActorType.ORGANISATION) == {name}
    assert found.places == ()


@pytest.mark.parametrize("word", ["Juntaen", "Utbyggjaren", "Forbundet", "Selskapet", "Fondens"])
def test_a_common_noun_that_opens_a_sentence_names_nobody(word: str) -> None:
    assert read(f"{word} leder vil ikke svare.").entities == ()


def test_ships_storms_and_works_are_no_actors() -> None:
    assert read("Ferja «Havgløtt» og skipet Nordstjerna lå til kai under stormen «Tuva».").entities == ()


def test_of_two_that_fit_a_noun_means_neither() -> None:
    found = read("Fjordlaks Seafood og Havfrisk Seafood forhandler. Selskapet vil ikke svare.")
    assert not any(entity.descriptions for entity in found.entities)


def test_a_noun_means_nobody_named_only_later() -> None:
    found = read("Selskapet vil ikke svare. Det var Fjordlaks Seafood som kom.")
    assert not any(entity.descriptions for entity in found.entities)


def test_a_capital_that_signs_is_the_government_and_one_that_is_travelled_to_the_city() -> None:
    found = read("Frankrike nøler. Paris undertegner avtalen, men ministeren reiste fra Paris til Roma.")
    (france,) = (entity for entity in found.entities if entity.country == "FRA")
    assert [described.start for described in france.descriptions] == [17]
    assert [place.name for place in found.places] == ["Paris", "Roma"]


def test_bodies_that_act_in_the_article_are_what_it_is_about_and_those_only_compared_are_not() -> None:
    found = read(
        "Kystverket stenger leden etter uhellet. Politiet leter.\n\n"
        "Fiskeridirektoratet har sendt båter. Utslippet er større enn det fra Shell i 2011."
    )
    about = {found.entities[index].name for index in salient(found)}
    assert about >= {"Kystverket", "Fiskeridirektoratet"}
    assert "Shell" not in about
