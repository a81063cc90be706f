"""What machines read in a briefing's page: in words that schema.org has, and never a way out of the element."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from rdflib import RDF, Graph
from rdflib.namespace import SDO

from briefings.site.linked_data import CONTEXT, linked_data, report
from briefings.site.words import words_in
from small_site import ADDRESS, HARM, PAGES, small_library, small_site

_ABOUT_ANYTHING = {"name", "url", "alternateName", "description"}
_ABOUT_WORKS = _ABOUT_ANYTHING | {"headline", "inLanguage", "datePublished", "publisher"}
KNOWS = {
    "Report": _ABOUT_WORKS
    | {"alternativeHeadline", "abstract", "creativeWorkStatus", "keywords", "isPartOf", "about", "isBasedOn"}
    | {"mentions", "citation"},
    "NewsArticle": _ABOUT_WORKS,
    "WebSite": _ABOUT_ANYTHING,
    "Organization": _ABOUT_ANYTHING,
    "Person": _ABOUT_ANYTHING | {"jobTitle"},
    "Country": _ABOUT_ANYTHING,
    "Place": _ABOUT_ANYTHING,
    "Thing": _ABOUT_ANYTHING,
}
"""Which of our types has which of our properties, after the types' pages on schema.org (version 29.3)."""


def of(name: str, language: str = "en", address: str | None = ADDRESS) -> dict[str, Any]:
    library = small_library()
    return report(library.briefings[name], library, small_site(address), words_in(language))


def element(name: str) -> str:
    library = small_library()
    return linked_data(library.briefings[name], library, small_site(), words_in("en"))


def things(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from things(part)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own, of its own
@pytest.mark.parametrize("name", sorted(PAGES))
@pytest.mark.parametrize("address", [ADDRESS, None])
def test_every_word_of_it_is_in_the_vocabulary_and_where_it_belongs(name: str, address: str | None) -> None:
    data = of(name, address=address)
    assert data["@context"] == CONTEXT
    for thing in things(data):
        if "@type" in thing:
            assert {key for key in thing if not key.startswith("@")} <= KNOWS[thing["@type"]], thing
    # The vocabulary by its name instead of its file, which lies on another host.
    graph = Graph().parse(data=json.dumps({**data, "@context": {"@vocab": str(SDO)}}), format="json-ld")
    used = {str(term) for triple in graph for term in (triple[1], triple[2]) if str(term).startswith(str(SDO))}
    assert {term.removeprefix(str(SDO)) for term in used} <= set(SDO.__annotations__)
    articles = list(graph.subjects(RDF.type, SDO.NewsArticle))
    assert len(articles) == (name != "undated"), "a page that an editor wrote rests on no article"
    assert list(graph.objects(predicate=SDO.about)) == list(graph.objects(predicate=SDO.isBasedOn)) == articles


def test_a_report_names_the_article_its_outlet_and_the_day() -> None:
    article = of("landslide", "nn")["isBasedOn"]
    assert article == {
        "@type": "NewsArticle",
        "@id": "https://fjellbladet.example/ras?id=1&del=2",
        "headline": "Ras stengjer Riksveg 5",
        "inLanguage": "nn",
        "datePublished": "2023-07-26",
        "url": "https://fjellbladet.example/ras?id=1&del=2",
        "publisher": {"@type": "Organization", "name": "Fjellbladet"},
    }


def test_a_date_that_is_no_certain_day_is_not_told_as_one() -> None:
    assert "datePublished" not in json.dumps(of("reopened"))
    assert of("landslide")["datePublished"] == "2023-07-26"


def test_actors_are_what_they_are_with_their_role_and_address() -> None:
    mentioned = {thing["name"]: thing for thing in of("landslide")["mentions"]}
    assert {name: thing["@type"] for name, thing in mentioned.items()} == {
        "Kari Moe": "Person",
        "Vegvesenet": "Organization",
        "Noreg": "Country",
        "Fjærland": "Place",
    }
    assert mentioned["Kari Moe"]["jobTitle"] == "ordførar"
    assert mentioned["Kari Moe"]["url"] == f"{ADDRESS}actors/kari-moe/"


def test_what_a_briefing_refers_back_to_is_cited_unless_it_is_withdrawn_and_hidden_actors_are_not_named() -> None:
    data = of("reopened")
    assert [cited["url"] for cited in data["citation"]] == [f"{ADDRESS}briefings/landslide/"]
    assert "Ikkje vis" not in json.dumps(data)


def test_a_translated_briefing_says_which_languages_it_has() -> None:
    assert (of("landslide", "en")["headline"], of("landslide", "en")["inLanguage"]) == (
        "Landslide closes Highway 5",
        ["en", "nn"],
    )
    assert (of("landslide", "da")["headline"], of("landslide", "da")["inLanguage"]) == ("Ras stengjer Riksveg 5", "nn")


def test_where_the_site_has_no_address_nothing_has_a_wrong_one() -> None:
    urls = re.findall(r'"(?:@id|url)": "([^"]*)"', json.dumps(of("landslide", address=None)))
    assert set(urls) == {"https://fjellbladet.example/ras?id=1&del=2"}


def test_no_title_ends_the_element_or_begins_another() -> None:
    text = element("hostile")

    class Reader(HTMLParser):
        met: tuple[str, ...] = ()
        data = ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            del attrs
            self.met += (tag,)

        def handle_data(self, data: str) -> None:
            self.data += data

    reader = Reader()
    reader.feed(text)
    assert reader.met == ("script",)
    assert text.count("</script") == 1
    assert json.loads(reader.data)["headline"].startswith("</script>")
    assert HARM[:9] == "</script>"
