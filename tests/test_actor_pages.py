"""What a reader learns of an actor: what it is called here, what it was when, where it appears; and how it is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pytest

from briefings.library import Library, to_library
from briefings.page import page_of_text
from briefings.site import actors_index as index
from briefings.site.actor_page import actor_page
from briefings.site.actors_index import actors_index, letter_uri
from briefings.site.naming import in_site_language
from briefings.site.redirects import redirects
from briefings.site.roles import tenures
from briefings.site.words import letter_of, nordic_order, words_in

ENGLISH = words_in("en")
KOREA = """name: Nord-Korea
type: state
country: PRK
aliases: [Nord Korea]
names: {da: Nordkorea, en: North Korea, nb: Nord-Korea, nn: Nord-Korea}"""


def library(briefings: Mapping[str, str] | None = None, **actors: str) -> Library:
    return to_library(
        ((name, page_of_text(f"{name}.md", f"---\n{text}\n---\n")) for name, text in (briefings or {}).items()),
        ((name.replace("_", "-"), page_of_text(f"{name}.md", f"---\n{text}\n---\n")) for name, text in actors.items()),
    )


def named_by(*roles: tuple[str, str, str]) -> Library:
    """Return a library in which `kim` has a role in each briefing: (date, language, role)."""
    briefings = {}
    for at, (date, lang, role) in enumerate(roles):
        dated = f'date: "{date}"\n' if date else ""
        ref = f"{{id: kim, role: {role}}}" if role else "kim"
        briefings[f"b{at}"] = f"title: B{at}\n{dated}lang: {lang}\nactors: [{ref}]"
    return library(briefings, kim="name: Kim\ntype: person\nrole: leiar")


def page_of(actor: str, found: Library, language: str = "en") -> str:
    words = words_in(language)
    shown = in_site_language(found, words)
    return actor_page(shown.actors[actor], "", shown, words)


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "name"), [("en", "North Korea"), ("nb", "Nord-Korea"), ("nn", "Nord-Korea"), ("da", "Nordkorea")]
)
def test_a_state_is_called_as_the_readers_language_calls_it(language: str, name: str) -> None:
    found = library({"b": "title: B\nactors: [korea]"}, korea=KOREA)
    assert page_of("korea", found, language).splitlines()[3] == f"# {name}"
    bare = library(korea="name: Nord-Korea\ntype: state\ncountry: PRK")
    assert in_site_language(bare, words_in(language)).actors["korea"].name == name


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("name: Hermit Kingdom\ntype: state\ncountry: PRK", "Hermit Kingdom"),
        (KOREA.replace("name: Nord-Korea", "name: DPRK"), "DPRK"),
        (KOREA.replace("en: North Korea", "en: DPR Korea"), "DPR Korea"),
        ("name: Sovjetunionen\ntype: state\ncountry: SUN", "Sovjetunionen"),
        ("name: Sergej Sjojgu\ntype: person\ncountry: RUS\nnames: {en: Sergei Shoigu}", "Sergei Shoigu"),
        ("name: Sergej Sjojgu\ntype: person\ncountry: RUS", "Sergej Sjojgu"),
    ],
)
def test_a_name_that_people_chose_is_shown_as_they_chose_it(page: str, name: str) -> None:
    assert in_site_language(library(a=page), ENGLISH).actors["a"].name == name


def test_a_page_says_under_which_other_names_its_actor_goes_each_once() -> None:
    page = page_of("korea", library({"b": "title: B\nactors: [korea]"}, korea=KOREA))
    assert '<span lang="da">Nordkorea</span> (Danish)' in page
    assert '<span lang="nb">Nord-Korea</span> (Norwegian Bokmål, Norwegian Nynorsk)' in page
    assert "Also written Nord Korea." in page


# --- roles over time ------------------------------------------------------------------------------------------------


def roles_of(found: Library) -> list[tuple[str, list[str | None]]]:
    return [(one.role, [card.date for card in one.cards]) for one in tenures("kim", found)]


def test_roles_follow_each_other_in_time_and_equal_ones_that_meet_are_one() -> None:
    found = named_by(
        ("2024-05", "nb", "partileder"),
        ("2021", "nb", "ordfører"),
        ("2022-03-01", "nb", "Ordfører"),
        ("2023", "nb", ""),
        ("2025", "nb", "ordfører"),
    )
    assert roles_of(found) == [
        ("Ordfører", ["2021", "2022-03-01"]),
        ("partileder", ["2024-05"]),
        ("ordfører", ["2025"]),
    ]


def test_another_language_does_not_end_a_role_and_joins_it_only_with_the_same_words() -> None:
    found = named_by(("2021", "nn", "leiar"), ("2022", "da", "leder"), ("2023", "nn", "leiar"), ("2024", "nb", "leder"))
    assert roles_of(found) == [("leiar", ["2021", "2023"]), ("leder", ["2022", "2024"])]


def test_an_undated_briefing_neither_begins_nor_ends_a_role() -> None:
    found = named_by(("2021", "nb", "leder"), ("", "nb", "leder"), ("2022", "nb", "trener"), ("2023", "nb", "leder"))
    lines = page_of("kim", found).split("## Appears in")[0].splitlines()
    assert [line.partition(": ")[0] for line in lines if line.startswith("- ")] == [
        "- [2021](../briefings/b0.md)",
        "- [2022](../briefings/b2.md)",
        "- [2023](../briefings/b3.md)",
    ]


def test_roles_are_left_out_where_they_only_repeat_the_line_under_the_name() -> None:
    assert "Roles over time" not in page_of("kim", named_by(("2021", "nn", "leiar"), ("2022", "nb", "Leiar")))
    assert "Roles over time" in page_of("kim", named_by(("2021", "nn", "nestleiar")))


# --- much, little, nothing ------------------------------------------------------------------------------------------


def test_many_appearances_are_parted_by_year_and_the_oldest_only_counted() -> None:
    page = page_of("kim", named_by(*((str(2000 + at // 10), "nb", "") for at in range(100))))
    assert "### 2009, 10 briefings" in page
    assert "### 2004, 10 briefings" in page
    listed = page.split("## Appears in")[1]
    assert "2003" not in listed.split("40 more briefings")[0]
    assert "40 more briefings: 2003 (10), 2002 (10), 2001 (10), 2000 (10)." in page


def test_a_year_stands_once_even_where_something_spans_it_and_the_next() -> None:
    dates = ["2023", "2022/2023", "2023-12-31", *["2021"] * 12]
    page = page_of("kim", named_by(*((date, "nb", "") for date in dates)))
    heads = re.findall(r"^### (.+?), .* \{: #(\S+) \}$", page, re.MULTILINE)
    assert sorted(heads) == [("2021", "in-2021"), ("2022–2023", "in-part-1"), ("2023", "in-2023")]


def test_few_statements_of_each_briefing_are_shown_and_the_rest_is_counted_with_a_way_to_it() -> None:
    said = "".join(f"> Dette er sagt {n}\n\n— [Kim](../actors/kim.md) [¶{n}](#p{n})\n\n" for n in range(1, 9))
    texts = {f"b{at:02}": f"---\ntitle: B{at:02}\nactors: [kim]\n---\n## Statements\n{said}" for at in range(12)}
    found = to_library(
        ((name, page_of_text(f"{name}.md", text)) for name, text in texts.items()),
        [("kim", page_of_text("kim.md", "---\nname: Kim\ntype: person\n---\n"))],
    )
    page = actor_page(found.actors["kim"], "", found, ENGLISH)
    assert page.count("«Dette er sagt") == 10 * 5
    assert "[3 more statements](../briefings/b00.md#statements)" in page
    assert "16 more statements in 2 briefings." in page


def test_a_hidden_actors_page_says_so_and_lists_nothing() -> None:
    found = library({"b": "title: B\nactors: [kim, nrk]"}, kim="name: Kim\nhidden: true", nrk="name: NRK")
    page = page_of("kim", found)
    assert page.rstrip().endswith("Editors keep this actor out of all lists.")
    assert "Kim" not in page_of("nrk", found)


def test_an_actor_that_no_briefing_names_has_a_page_without_empty_sections() -> None:
    page = page_of("kim", library(kim="name: Kim\ntype: person"))
    assert re.findall(r"^## (.+?) \{", page, re.MULTILINE) == ["Appears in"]
    assert "No briefing names this actor." in page


def test_actors_that_lead_in_a_circle_are_the_first_of_them_and_none_leads_back() -> None:
    found = library({"x": "title: X\nactors: [b]"}, a="name: A\nsame_as: b", b="name: B\nsame_as: a")
    assert [card.id for card in found.listed_actors()] == ["a"]
    assert list(redirects(found)) == [("actors/b.md", "actors/a.md")]


def test_an_actor_that_is_said_to_be_somebody_unknown_stays_in_the_lists() -> None:
    found = library({"x": "title: X\nactors: [a]"}, a="name: A\nsame_as: ghost")
    assert [card.id for card in found.listed_actors()] == ["a"]


def test_a_state_lists_its_people_and_a_person_leads_to_the_state() -> None:
    found = library(
        {"x": "title: X\nactors: [kim, kcna, korea]", "y": "title: Y\nactors: [kcna]"},
        korea=KOREA,
        kim="name: Kim\ntype: person\ncountry: PRK\nrole: leiar",
        kcna="name: KCNA\ntype: organisation\ncountry: PRK",
    )
    tail = page_of("korea", found).partition("## From this state")[2]
    assert re.findall(r"^- (.+)$", tail, re.MULTILINE) == [
        "[KCNA](kcna.md) (2 briefings)",
        "[Kim](kim.md), leiar (1 briefing)",
    ]
    assert "Person · leiar · [North Korea](korea.md) · 1 briefing" in page_of("kim", found)


def test_a_country_without_a_page_is_named_in_the_readers_language() -> None:
    found = library(kim="name: Ola\ntype: person\ncountry: NOR")
    assert "Person · Norway" in page_of("kim", found)
    assert "Person · Norge" in page_of("kim", found, "da")


# --- the index ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "names",
    [
        ["Anders", "André", "Zlatan", "Ærlig", "Østen", "Åse", "Aasen"],
        ["Zorn", "Äkta", "Ærø", "Öland", "Ørsta", "Aalborg", "Åmål"],
        ["Yara", "Ümit", "Yvonne", "Zoë"],
        ["50 Cent", "«Dagen»", "Dahl", "Владимир", "Wagner"],
    ],
)
def test_names_stand_in_nordic_order(names: list[str]) -> None:
    assert sorted(sorted(names), key=nordic_order) == names


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Aasen", "Å"),
        ("Åse", "Å"),
        ("A\u030ase", "Å"),
        ("Äkta", "Æ"),
        ("Ödmann", "Ø"),
        ("Émile", "E"),
        ("Ümit", "Y"),
        ("Đukić", "D"),
        ("Кремль", "K"),
        ("’t Hooft", "T"),
        ("3M", "0–9"),
        ("«»", "0–9"),
    ],
)
def test_a_name_stands_under_the_letter_a_nordic_reader_looks_under(name: str, letter: str) -> None:
    assert letter_of(name) == letter


def pages(found: Library) -> dict[str, str]:
    return {uri: markdown for uri, _, markdown in actors_index(found, ENGLISH)}


def links(markdown: str) -> list[str]:
    return re.findall(r"^- \[([^]]+)\]", markdown, re.MULTILINE)


def many(names: Iterable[str]) -> Library:
    actors = {f"a{at}": f"name: {name}\ntype: person\ncountry: NOR" for at, name in enumerate(names)}
    return library({"x": f"title: X\nactors: [{', '.join(actors)}]"}, **actors)


def test_the_letters_lead_to_their_names() -> None:
    page = pages(many(["Åse", "Bo", "Aasen", "Øyvind", "Per"]))["actors/index.md"]
    assert "[B](#letter-b) [P](#letter-p) [Ø](#letter-oe) [Å](#letter-aa)" in page
    assert links(page) == ["Bo", "Per", "Øyvind", "Åse", "Aasen"]


def test_very_many_actors_have_a_page_for_each_letter_and_all_stand_on_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "MOST_ON_INDEX", 3)
    found = pages(many(["Åse", "Bo", "Aasen", "Øyvind", "Per"]))
    assert links(found["actors/index.md"]) == ["B", "P", "Ø", "Å"]
    assert links(found[letter_uri("Å")]) == ["Åse", "Aasen"]
    assert sum(len(links(page)) for uri, page in found.items() if "/letter/" in uri) == 5


def test_a_letter_with_more_names_than_a_page_bears_goes_on_on_another() -> None:
    found = pages(many(f"Bo {at:03}" for at in range(450)))
    parts = [links(found[f"actors/letter/{name}.md"]) for name in ("b", "b/part-2", "b/part-3")]
    assert [len(part) for part in parts] == [200, 200, 50]
    assert parts[2][-1] == "Bo 449"


def test_actors_stand_by_type_by_country_and_by_how_often_they_are_named() -> None:
    found = in_site_language(
        library(
            {"x": "title: X\nactors: [kim, ola, korea]", "y": "title: Y\nactors: [ola, nrk]"},
            korea=KOREA,
            kim="name: Kim\ntype: person\ncountry: PRK",
            ola="name: Ola\ntype: person\ncountry: NOR",
            nrk="name: NRK\ntype: organisation",
        ),
        ENGLISH,
    )
    views = pages(found)
    heads = re.compile(r"^## (.+?) \{", re.MULTILINE)
    assert heads.findall(views["actors/by/type.md"]) == ["Persons (2)", "Organisations (1)", "States (1)"]
    assert heads.findall(views["actors/by/country.md"]) == ["North Korea (2)", "Norway (1)"]
    assert links(views["actors/by/country.md"])[-3:] == ["North Korea", "Kim", "Ola"], (
        "a state stands before its people"
    )
    assert "For 1 actor no country is known." in views["actors/by/country.md"]
    assert links(views["actors/by/briefings.md"]) == ["Ola", "Kim", "North Korea", "NRK"]
