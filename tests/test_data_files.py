"""What a program reads instead of pages: all that is listed, in the documented shape, nothing withdrawn or hidden."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker

from briefings.cli import main
from briefings.site.data_files import data_files
from briefings.site.schemas import KINDS, read_schema
from small_site import ADDRESS, small_library, small_site


def made(address: str | None = ADDRESS) -> dict[str, Any]:
    return {path: json.loads(text) for path, text in data_files(small_library(), small_site(address))}


def briefings() -> dict[str, Any]:
    return {entry["id"]: entry for entry in made()["briefings.json"]["briefings"]}


def actors() -> dict[str, Any]:
    return {entry["id"]: entry for entry in made()["actors.json"]["actors"]}


@pytest.mark.parametrize("address", [ADDRESS, None])
@pytest.mark.parametrize("kind", KINDS)
def test_data_have_the_shape_that_their_schema_documents(kind: str, address: str | None) -> None:
    files = made(address)
    schema = files[f"{kind}.schema.json"]
    Draft202012Validator.check_schema(schema)
    data = files[f"{kind}.json"]
    assert [
        error.message for error in Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(data)
    ] == []
    assert data["$schema"] in files
    documented = set(schema["properties"][kind]["items"]["properties"])
    assert {key for entry in data[kind] for key in entry} == documented


def test_a_briefing_is_told_in_the_words_of_its_article_with_translations_beside() -> None:
    entry = briefings()["landslide"]
    assert entry["url"] == f"{ADDRESS}briefings/landslide/"
    assert (entry["title"], entry["lang"], entry["date"], entry["date_basis"], entry["stage"]) == (
        "Ras stengjer Riksveg 5",
        "nn",
        "2023-07-26",
        "header",
        "reviewed",
    )
    assert entry["translations"]["en"]["title"] == "Landslide closes Highway 5"
    assert entry["actors"][0] == {"id": "kari-moe", "name": "Kari Moe", "role": "ordførar"}
    assert entry["thread"] == {"id": "landslide", "name": None, "url": f"{ADDRESS}threads/landslide/"}
    assert entry["source"] == {
        "seed": "a1.txt",
        "outlet": "Fjellbladet",
        "url": "https://fjellbladet.example/ras?id=1&del=2",
    }


def test_links_say_why_and_lead_to_briefings_that_are_there() -> None:
    assert briefings()["reopened"]["related"] == [{"id": "landslide", "why": "background", "at": 3}]


def test_what_is_withdrawn_or_hidden_is_in_no_file() -> None:
    assert set(briefings()) == {"landslide", "reopened", "hostile", "undated"}
    assert set(actors()) == {"kari-moe", "vegvesenet", "norway", "hostile"}
    whole = "".join(text for _, text in data_files(small_library(), small_site()))
    for word in ("Trekt attende", "Ikkje vis", "Berre her", "secret", "javascript:"):
        assert word not in whole, word


def test_an_actor_has_its_names_and_where_it_appears() -> None:
    entry = actors()["norway"]
    assert (entry["name"], entry["type"], entry["country"], entry["names"]) == (
        "Noreg",
        "state",
        "NOR",
        {"en": "Norway"},
    )
    assert entry["appearances"] == ["reopened", "landslide"]
    for actor in actors().values():
        assert set(actor["appearances"]) <= set(briefings())


def test_without_an_address_links_lead_from_the_root_of_the_site() -> None:
    data = made(None)["briefings.json"]
    assert data["site"]["url"] is None
    assert {entry["url"] for entry in data["briefings"]} >= {"briefings/landslide/"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_line_prints_the_schema(kind: str) -> None:
    done = CliRunner().invoke(main, ["schema", kind])
    assert (done.exit_code, done.stdout) == (0, read_schema(kind))
