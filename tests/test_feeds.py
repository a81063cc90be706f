"""What a feed reader gets: valid feeds, each briefing once and for good, dates as true as they can be."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

import feedparser
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from briefings.site.feeds import NEWEST_OF_ALL, feed_files, feed_link, first_instant, to_feeds
from briefings.site.words import words_in
from desk import ROOT
from small_site import ADDRESS, LANDSLIDE, small_library, small_site

FIXTURES = ROOT / "tests" / "fixtures"
ATOM = etree.RelaxNG(etree.parse(FIXTURES / "atom.rng"))
JSON_FEED = Draft202012Validator(
    json.loads((FIXTURES / "json_feed.schema.json").read_text("utf-8")), format_checker=FormatChecker()
)


def made(language: str = "en", **pages: str) -> dict[str, str]:
    library, site = small_library(**pages), small_site()
    return dict(feed_files(to_feeds(library, site), site, words_in(language)))


def items(files: dict[str, str], path: str = "feed.json") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files[path])["items"]
    return found


def test_every_feed_keeps_to_its_format_whatever_an_article_is_called() -> None:
    files = made()
    assert {path.rpartition("/")[2] for path in files} == {"feed.xml", "feed.json"}
    for path, text in files.items():
        if path.endswith(".xml"):
            ATOM.assertValid(etree.fromstring(text.encode()))
            read = feedparser.parse(text)
            assert not read["bozo"], path
            for entry in read.entries:
                assert [link.rel for link in entry.links].count("alternate") == 1, entry.link
        else:
            assert [error.message for error in JSON_FEED.iter_errors(json.loads(text))] == [], path


def test_both_forms_say_the_same() -> None:
    files = made()
    for path in ("feed", "actors/vegvesenet/feed"):
        read = feedparser.parse(files[f"{path}.xml"])
        of_atom = [(entry.id, entry.link, entry.title, entry.published) for entry in read.entries]
        of_json = [(i["id"], i["url"], i["title"], i["date_published"]) for i in items(files, f"{path}.json")]
        assert of_atom == of_json != []


def test_a_feed_holds_dated_briefings_the_newest_first_and_no_withdrawn_one() -> None:
    assert [item["url"] for item in items(made())] == [
        f"{ADDRESS}briefings/{name}/" for name in ("hostile", "reopened", "landslide")
    ]


def test_an_actor_that_lists_show_has_a_feed_of_the_briefings_that_name_it() -> None:
    files = made()
    assert {path for path in files if path.startswith("actors/") and path.endswith(".xml")} == {
        f"actors/{actor}/feed.xml" for actor in ("kari-moe", "vegvesenet", "norway", "hostile")
    }
    assert [item["title"] for item in items(files, "actors/kari-moe/feed.json")] == ["Landslide closes Highway 5"]


def test_an_entry_has_title_bottom_line_outlet_tags_and_the_article_each_in_its_language() -> None:
    entry = next(e for e in feedparser.parse(made("nb")["feed.xml"]).entries if e.link.endswith("landslide/"))
    assert (entry.title, entry.title_detail.language) == ("Ras stengjer Riksveg 5", "nn")
    assert (entry.summary, entry.summary_detail.language) == ("Eit ras har stengt Riksveg 5 i Fjærland.", "nn")
    assert [author.name for author in entry.authors] == ["Fjellbladet"]
    assert [tag.term for tag in entry.tags] == ["ras", "samferdsle"]
    assert [link.href for link in entry.links if link.rel == "via"] == ["https://fjellbladet.example/ras?id=1&del=2"]
    assert "26. juli 2023" in entry.content[0].value


def test_a_translation_into_the_language_of_the_site_comes_first_and_the_original_after_it() -> None:
    item = items(made("en"))[-1]
    assert (item["title"], item["language"]) == ("Landslide closes Highway 5", "en")
    html = item["content_html"]
    assert re.search(r'lang="en">A landslide has.*<blockquote lang="nn">Ras stengjer Riksveg 5<', html)


def test_the_harm_in_a_title_reaches_no_reader_as_markup() -> None:
    item = items(made())[0]
    assert item["title"].startswith("</script>")  # plain text there
    assert "<script" not in item["content_html"]
    assert "<i>" not in item["content_html"]
    assert "external_url" not in item, "a script is no address"


def test_an_entry_keeps_its_id_when_people_rename_its_page_or_change_its_title() -> None:
    before = {item["url"]: item["id"] for item in items(made())}
    library = small_library(
        renamed=LANDSLIDE.replace("Ras stengjer", "Skred stenger"), landslide="---\ntitle: x\n---\n"
    )
    site = small_site()
    after = {i["url"]: i["id"] for i in items(dict(feed_files(to_feeds(library, site), site, words_in("en"))))}
    assert after[f"{ADDRESS}briefings/renamed.md"] == before[f"{ADDRESS}briefings/landslide/"]
    assert len(set(before.values())) == len(before)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", ident) for ident in before.values())


@pytest.mark.parametrize(
    ("date", "begins"),
    [
        ("2023-07-26", datetime(2023, 7, 26, tzinfo=UTC)),
        ("2023-07", datetime(2023, 7, 1, tzinfo=UTC)),
        ("2023-07~", datetime(2023, 7, 1, tzinfo=UTC)),
        ("2023-22", datetime(2023, 6, 1, tzinfo=UTC)),
        ("2023", datetime(2023, 1, 1, tzinfo=UTC)),
        ("199X", datetime(1990, 1, 1, tzinfo=UTC)),
        ("2022-05/2023", datetime(2022, 5, 1, tzinfo=UTC)),
        ("2022/..", datetime(2022, 1, 1, tzinfo=UTC)),
        ("../2023-02", datetime(2023, 2, 1, tzinfo=UTC)),
    ],
)
def test_a_coarse_date_counts_from_its_first_instant(date: str, begins: datetime) -> None:
    assert first_instant(date) == begins


def test_a_feed_is_as_new_as_its_newest_entry_and_knows_no_clock() -> None:
    first, second = made(), made()
    assert first == second
    assert feedparser.parse(first["actors/kari-moe/feed.xml"]).feed.updated == "2023-07-26T00:00:00+00:00"


def test_however_many_briefings_there_are_a_feed_stays_small() -> None:
    many = {f"page-{number}": f"---\ntitle: Nr. {number}\ndate: 2020\n---\n" for number in range(NEWEST_OF_ALL + 20)}
    found = items(made(**many))
    assert len(found) == NEWEST_OF_ALL
    assert found[0]["url"].endswith("/hostile/")


def test_where_the_site_has_no_address_it_has_no_feed() -> None:
    assert to_feeds(small_library(), small_site(None)) == {}


def test_a_site_without_a_dated_briefing_has_no_feed_rather_than_an_invalid_one() -> None:
    assert (
        to_feeds(small_library(**dict.fromkeys(small_library().briefings, "---\ntitle: x\n---\n")), small_site()) == {}
    )


def test_the_page_of_an_actor_leads_to_its_feed() -> None:
    feed = to_feeds(small_library(), small_site())["actors/kari-moe.md"]
    assert feed_link(feed, words_in("en")).startswith("Follow: [feed of new briefings](kari-moe/feed.xml)")
