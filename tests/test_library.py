"""What pages tell about each other."""

from __future__ import annotations

from briefings.library import Library, to_library
from briefings.page import page_of_text
from briefings.seed import find_blocks
from briefings.site.briefing_page import briefing_page, status_strip
from briefings.site.excerpts import cited_excerpts
from briefings.site.lists import actor_page, busiest, newest

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
    assert "Trekt" not in newest(library())


def test_an_actor_appears_where_briefings_list_it_but_not_in_withdrawn_ones() -> None:
    assert library().appearances["north-korea"] == ("summit", "visit")


def test_the_busiest_actor_is_the_one_in_most_briefings() -> None:
    assert busiest(library()).splitlines() == [
        "- [Nord-Korea](actors/north-korea.md) — 2 briefings",
        "- [Sergej Sjojgu](actors/sergej-sjojgu.md) — 1 briefing",
    ]


def test_a_date_is_told_in_words_no_finer_than_it_is_and_with_its_reason() -> None:
    assert status_strip(library().briefings["visit"]) == "July 2023 (from the article's header) · Nynorsk · reviewed"
    assert status_strip(library().briefings["own"]).startswith("Undated")


def test_a_briefing_leads_to_its_background_and_its_background_back_to_it() -> None:
    found = library()
    summit = briefing_page(found.briefings["summit"], SUMMIT, found, {})
    assert "## Background\n\n- [Sjojgu på besøk](visit.md), July 2023 [¶2](#p2)" in summit
    visit = briefing_page(found.briefings["visit"], VISIT, found, {})
    assert "## Later\n\n- [Toppmøte &lt;b&gt;](summit.md), 13 September 2023" in visit


def test_an_actor_without_a_page_is_named_but_leads_nowhere() -> None:
    found = library()
    assert "- ghost\n" in briefing_page(found.briefings["summit"], "", found, {})


def test_an_empty_section_is_not_shown() -> None:
    found = library()
    page = briefing_page(found.briefings["own"], "Eit notat.\n", found, {})
    assert page == "# Udatert\n\nUndated · draft, not yet read by an editor\n{: .strip }\n\nEit notat.\n"


def test_an_actors_page_shows_what_people_wrote_and_where_it_appears_in_which_role() -> None:
    found = library()
    page = actor_page(found.actors["sergej-sjojgu"], "Han er frå Tuva.\n", found)
    assert "Also written Sergei Shoigu." in page
    assert "Han er frå Tuva." in page
    assert "- [Sjojgu på besøk](../briefings/visit.md), July 2023 — Russlands forsvarsminister" in page


def test_an_empty_library_says_how_to_begin() -> None:
    nothing = to_library([], [])
    assert "seeds/" in newest(nothing)
    assert busiest(nothing) == "No actors yet."


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
