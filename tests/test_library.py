"""What pages tell about each other."""

from __future__ import annotations

import re

import pytest

from briefings.library import Library, to_library
from briefings.page import page_of_text
from briefings.seed import find_blocks
from briefings.site.actor_page import actor_page, busiest
from briefings.site.actors_index import actors_index
from briefings.site.archive import to_archive
from briefings.site.archive_pages import archive_pages
from briefings.site.briefing_page import briefing_page, status_strip
from briefings.site.excerpts import cited_excerpts
from briefings.site.home import newest
from briefings.site.redirects import redirect_page, redirects
from briefings.site.sources import Sources
from briefings.site.titles import Shown
from briefings.site.words import words_in

ENGLISH = words_in("en")

VISIT = """---
title: Sjojgu på besøk
date: 2023-07
date_basis: header
lang: nn
stage: reviewed
summary: Sjojgu landa i Nord-Korea.
actors:
  - {id: sergej-sjojgu, role: Russlands forsvarsminister}
  - north-korea
---
## Key points
- [Sjojgu](../actors/sergej-sjojgu.md) landa i Nord-Korea. [¶1](#p1)
"""
SUMMIT = """---
title: "Toppmøte <b>"
date: "2023-09-13"
lang: nn
actors: [north-korea, ghost]
related:
  - {page: visit, why: background, at: 2}
---
## Timeline
- **2023-07** Sjojgu var på besøk. [¶2](#p2)
"""
GONE = "---\ntitle: Trekt attende\ndate: 2023-10\nstage: withdrawn\nactors: [north-korea]\n---\n"
OWN = "---\ntitle: Udatert\n---\nEit notat.\n"
SHOIGU = "---\nname: Sergej Sjojgu\ntype: person\naliases: [Sergei Shoigu]\n---\nHan er frå Tuva.\n"
KOREA = "---\nname: Nord-Korea\ntype: state\n---\n"


def library(**pages: str) -> Library:
    found = pages or {"visit": VISIT, "summit": SUMMIT, "gone": GONE, "own": OWN}
    actors = {"sergej-sjojgu": SHOIGU, "north-korea": KOREA}
    return to_library(
        ((name, page_of_text(f"docs/briefings/{name}.md", text)) for name, text in found.items()),
        ((name, page_of_text(f"docs/actors/{name}.md", text)) for name, text in actors.items()),
    )


def test_the_newest_come_first_undated_last_and_withdrawn_nowhere() -> None:
    assert [card.name for card in library().listed()] == ["summit", "visit", "own"]
    assert "Trekt" not in newest(library(), "index.md", ENGLISH)


def test_an_actor_appears_where_briefings_list_it_but_not_in_withdrawn_ones() -> None:
    assert library().appearances["north-korea"] == ("summit", "visit")


def test_the_busiest_actor_is_the_one_in_most_briefings() -> None:
    assert busiest(library(), "index.md", 9, ENGLISH).splitlines() == [
        "- [Nord-Korea](actors/north-korea.md), 2 briefings",
        "- [Sergej Sjojgu](actors/sergej-sjojgu.md), 1 briefing",
    ]


def test_a_date_is_told_in_words_no_finer_than_it_is_and_with_its_reason() -> None:
    strip = status_strip(library().briefings["visit"], ENGLISH)
    assert strip == "July 2023, from the article's header · Norwegian Nynorsk · *reviewed*{: .stage .stage-reviewed }"
    assert status_strip(library().briefings["own"], ENGLISH).startswith("Undated")


def test_a_briefing_leads_to_its_background_and_its_background_back_to_it() -> None:
    found = library()
    summit = briefing_page(found.briefings["summit"], SUMMIT, found, Sources({}, "nn", ENGLISH))
    line = '- [Sjojgu på besøk](visit.md){: lang="nn" }, July 2023: referred to here: '
    quote = '<span lang="nn"><q>Sjojgu var på besøk.</q></span>'
    assert f"## Background {{: #background }}\n\n{line}{quote}" in summit
    visit = briefing_page(found.briefings["visit"], VISIT, found, Sources({}, "nn", ENGLISH))
    assert (
        '## Later {: #later }\n\n- [Toppmøte &lt;b&gt;](summit.md){: lang="nn" }, 13 September 2023: refers back: '
        in visit
    )
    assert f"{quote} [¶2](summit.md#p2)" in visit


def test_an_actor_without_a_page_is_named_but_leads_nowhere() -> None:
    found = library()
    assert "- ghost\n" in briefing_page(found.briefings["summit"], "", found, Sources({}, "nn", ENGLISH))


def test_an_empty_section_is_not_shown() -> None:
    found = library()
    page = briefing_page(found.briefings["own"], "Eit notat.\n", found, Sources({}, None, ENGLISH))
    assert page.endswith("{: .strip }\n\nEit notat.\n")


def test_an_actors_page_shows_what_people_wrote_and_where_it_appears_in_which_role() -> None:
    found = library()
    page = actor_page(found.actors["sergej-sjojgu"], "Han er frå Tuva.\n", found, ENGLISH)
    assert "Also written Sergei Shoigu." in page
    assert "Han er frå Tuva." in page
    assert (
        '- [Sjojgu på besøk](../briefings/visit.md){: lang="nn" }, July 2023,'
        ' as <span lang="nn">Russlands forsvarsminister</span>'
    ) in page


def test_an_empty_library_says_how_to_begin() -> None:
    nothing = to_library([], [])
    assert "seeds/" in newest(nothing, "index.md", ENGLISH)
    assert busiest(nothing, "index.md", 9, ENGLISH) == "No actors yet."


def test_only_the_cited_words_of_an_article_are_shown() -> None:
    seed = (
        "Sjojgu landa i Nord-Korea. Det regna.\n\n"
        "Først kom han. Sjojgu var på besøk. Så gjekk han.\n\nIngen siterer dette."
    )
    blocks = {block.n: seed[block.start : block.end] for block in find_blocks(seed)}
    found = library()
    assert cited_excerpts(found.briefings["visit"], blocks) == {1: "Sjojgu landa i Nord-Korea. …"}
    assert cited_excerpts(found.briefings["summit"], blocks) == {2: "… Sjojgu var på besøk. …"}


def test_a_paragraph_cited_for_no_words_in_particular_is_cut_short() -> None:
    page = VISIT.replace("landa i Nord-Korea. [¶1]", "gjorde noko heilt anna. [¶1]")
    found = library(visit=page)
    (shown,) = cited_excerpts(found.briefings["visit"], {1: "ord " * 400}).values()
    assert len(shown) < 260
    assert shown.endswith("ord …")


def test_a_coarse_date_stands_on_the_page_of_its_month_or_year_and_never_on_a_day() -> None:
    archive = to_archive(library())
    pages = {uri: markdown for uri, _, markdown in archive_pages(archive, ENGLISH)}
    assert set(pages) == {
        "dates/index.md",
        "dates/2023.md",
        "dates/2023/07.md",
        "dates/2023/09.md",
        "dates/2023/09/13.md",
        "dates/undated.md",
    }
    assert "Sjojgu på besøk" in pages["dates/2023/07.md"]
    assert "Toppmøte" in pages["dates/2023/09/13.md"]
    assert "Udatert" in pages["dates/undated.md"]


def test_a_month_shows_what_was_published_and_what_happened_then() -> None:
    pages = {uri: markdown for uri, _, markdown in archive_pages(to_archive(library()), ENGLISH)}
    july = pages["dates/2023/07.md"]
    assert (
        '## Published {: #published }\n\n- [Sjojgu på besøk](../../briefings/visit.md){: lang="nn" }, July 2023' in july
    )
    assert '## Happened {: #happened }\n\n- **July 2023** <span lang="nn">Sjojgu var på besøk.</span>' in july


def test_the_index_of_actors_is_in_nordic_order_by_type() -> None:
    names = ["Åse Å", "Zlatan", "Ærlig", "Østen", "André", "Anders"]
    texts = {f"a{number}": f"---\nname: {name}\ntype: person\n---\n" for number, name in enumerate(names)}
    actors = ((name, page_of_text(f"docs/actors/{name}.md", text)) for name, text in texts.items())
    page = f"---\ntitle: x\nactors: [{', '.join(f'a{n}' for n in range(len(names)))}]\n---\n"
    found = to_library([("x", page_of_text("docs/briefings/x.md", page))], actors)
    first = next(markdown for _, _, markdown in actors_index(found, ENGLISH))
    listed = re.findall(r"^- \[([^]]+)\]", first, re.MULTILINE)
    assert listed == ["Anders", "André", "Zlatan", "Ærlig", "Østen", "Åse Å"]


def test_an_actor_that_is_another_is_listed_as_that_one_and_its_address_leads_there() -> None:
    actors = {
        "sjojgu": "---\nname: Sjojgu\ntype: person\nsame_as: sergej-sjojgu\n---\n",
        "sergej-sjojgu": SHOIGU,
    }
    page = "---\ntitle: x\nactors: [sjojgu]\n---\n"
    found = to_library(
        [("x", page_of_text("docs/briefings/x.md", page))],
        ((name, page_of_text(f"docs/actors/{name}.md", text)) for name, text in actors.items()),
    )
    assert [card.id for card in found.listed_actors()] == ["sergej-sjojgu"]
    assert list(redirects(found)) == [("actors/sjojgu.md", "actors/sergej-sjojgu.md")]


def test_the_old_name_of_a_renamed_page_leads_to_it_and_links_follow() -> None:
    page = VISIT.replace("lang: nn\n", "lang: nn\nsource: {seed: 000.txt}\n")
    found = to_library(
        [("new-name", page_of_text("docs/briefings/new-name.md", page)), ("summit", page_of_text("x.md", SUMMIT))],
        [],
        {"visit": "000", "new-name": "000"},
    )
    assert list(redirects(found)) == [("briefings/visit.md", "briefings/new-name.md")]
    assert found.briefings["summit"].related[0].page == "new-name"


def test_two_circles_of_same_as_do_not_hang_the_site() -> None:
    actors = {name: f"---\nname: {name}\nsame_as: {other}\n---\n" for name, other in (("a", "b"), ("b", "a"))}
    pages = [("x", page_of_text("docs/briefings/x.md", "---\ntitle: x\nactors: [a, b]\n---\n"))]
    found = to_library(pages, ((name, page_of_text(f"{name}.md", text)) for name, text in actors.items()))
    assert found.briefings["x"].actors


def test_briefings_that_share_rare_actors_are_related_and_a_shared_state_is_not_enough() -> None:
    def page(title: str, *actors: str) -> str:
        return f"---\ntitle: {title}\nactors: [{', '.join(actors)}]\n---\n"

    pages = {"a": page("A", "ola", "nrk", "norge"), "b": page("B", "ola", "nrk"), "c": page("C", "norge", "nrk")}
    actors = {"ola": "person", "nrk": "organisation", "norge": "state"}
    found = to_library(
        ((name, page_of_text(f"{name}.md", text)) for name, text in pages.items()),
        (
            (name, page_of_text(f"{name}.md", f"---\nname: {name}\ntype: {kind}\n---\n"))
            for name, kind in actors.items()
        ),
    )
    assert [(one.name, one.shared) for one in found.alike("a")] == [("b", ("ola", "nrk"))]


@pytest.mark.parametrize(
    ("here", "target", "address"),
    [
        ("briefings/old/", "briefings/new/", "../new/"),
        ("actors/a/", "actors/b/", "../b/"),
        ("briefings/old.html", "briefings/new.html", "new.html"),
    ],
)
def test_a_page_that_leads_on_does_so_without_javascript(here: str, target: str, address: str) -> None:
    page = redirect_page(here, target, Shown('A "title" <b>', None), ENGLISH)
    assert f'<meta http-equiv="refresh" content="0; url={address}">' in page
    assert "<b>" not in page
    assert "<script" not in page
