"""What a reader finds behind the marks of a briefing, on paper, where there is no page, and by each heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from visiting import Visit

pytestmark = pytest.mark.browser

BRIEFING = "briefings/2023-09-kim-jong-un-til-putin-eg-stottar-din-heilage-kamp-mot-vesten/"
"""The longest of the repository's briefings."""
CITED = "Putin skal ha sagt at Russland har «noko å tilby Nord-Korea» på dette feltet."
MARK = f"li:has-text('{CITED}') .source-mark"
OPEN = ".source:popover-open"


@pytest.fixture(params=[(390, "dark", True), (1440, "light", True), (1440, "dark", False)], ids=str)
def reader(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Visit]:
    """On a phone, at a desk, and at a desk without JavaScript."""
    width, scheme, script = request.param
    options: dict[str, Any] = {"color_scheme": scheme, "java_script_enabled": script}
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    visit = Visit(context, site_url)
    visit.page.goto(site_url + BRIEFING, wait_until="load")
    yield visit
    context.close()


def test_a_mark_opens_the_cited_sentence_on_the_screen_without_leaving_the_place(reader: Visit) -> None:
    page = reader.page
    mark = page.locator(MARK).first
    mark.scroll_into_view_if_needed()
    before = mark.bounding_box()
    mark.click()
    note = page.locator(OPEN)
    assert note.locator("mark").inner_text() == CITED
    assert "Paragraph 8" in note.inner_text()
    assert note.locator(".source-words").get_attribute("lang") == "nn"
    assert page.url.endswith(BRIEFING)
    assert mark.bounding_box() == before
    shown, size = note.bounding_box(), page.viewport_size
    assert shown is not None
    assert size is not None
    assert shown["x"] >= 0
    assert shown["y"] >= 0
    assert shown["x"] + shown["width"] <= size["width"] + 1
    assert shown["y"] + shown["height"] <= size["height"] + 1
    note.get_by_role("button", name="Close").click()
    assert page.locator(OPEN).count() == 0


def test_the_keyboard_opens_a_mark_closes_it_and_is_back_where_it_was(reader: Visit) -> None:
    page = reader.page
    mark = page.get_by_role("button", name="Source, paragraph 8").nth(1)
    mark.focus()
    page.keyboard.press("Enter")
    assert page.locator(OPEN).count() == 1
    page.keyboard.press("Tab")
    assert page.locator(f"{OPEN} a:focus").get_attribute("href") == "#p8"
    page.keyboard.press("Escape")
    assert page.locator(OPEN).count() == 0
    assert page.locator(".source-mark:focus").inner_text() == "8"


def test_every_mark_is_large_enough_to_be_hit(visit: Visit) -> None:
    marks = visit.go(BRIEFING).locator("button.source-mark")
    sizes = [box for at in range(marks.count()) if (box := marks.nth(at).bounding_box())]
    assert len(sizes) > 20
    assert [box for box in sizes if box["width"] < 24 or box["height"] < 24] == []


def test_a_note_leads_on_to_the_excerpts_and_makes_way(visit: Visit) -> None:
    page = visit.go(BRIEFING)
    page.locator(MARK).first.click()
    page.locator(OPEN).get_by_role("link").click()
    assert page.url.endswith("#p8")
    assert page.locator(OPEN).count() == 0
    assert page.locator("#p8:target").is_visible()


def test_the_longest_briefing_is_two_pages_of_paper_without_the_sites_own_parts(visit: Visit) -> None:
    page = visit.go(BRIEFING)
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 2
    page.emulate_media(media="print")
    for shown in ("h1", ".bottom-line", "#key-points", "#statements", "#who-is-who", "#background", ".source-mark"):
        assert page.locator(f".md-content {shown}").first.is_visible(), shown
    for hidden in (".md-header", ".md-tabs", ".md-sidebar--secondary", ".md-footer", ".crumbs", ".cited"):
        assert not page.locator(hidden).first.is_visible(), hidden
    # Black on white, whatever the screen shows.
    assert page.evaluate("getComputedStyle(document.querySelector('.md-content h1')).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_where_there_is_no_page_a_search_and_the_ways_in_are_offered(visit: Visit) -> None:
    page = visit.go("404.html")
    content = page.locator(".md-content")
    assert "There is no such page" in content.inner_text()
    for name, address in {"Briefings": "", "Actors": "actors/", "Dates": "dates/", "Threads": "threads/"}.items():
        assert content.get_by_role("link", name=name).evaluate("link => link.href") == visit.url + address
    content.get_by_role("button", name="Search").click()
    visit.until("() => document.activeElement.matches('dialog[open] input[type=search]')")


def test_a_sections_address_is_copied_and_said_to_be(browser: Browser, site_url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    visit = Visit(context, site_url)
    page = visit.go(BRIEFING)
    page.get_by_role("button", name="Copy the link to this section: Timeline").focus()
    page.keyboard.press("Enter")
    visit.until("() => document.querySelector('#timeline [role=status]').textContent === 'Link copied'")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site_url}{BRIEFING}#timeline"
    visit.until("() => document.querySelector('#timeline [role=status]').textContent === ''")
    assert visit.complaints == []
    context.close()


def test_without_javascript_the_permalink_remains(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + BRIEFING)
    assert page.locator("#timeline .headerlink").get_attribute("href") == "#timeline"
    context.close()
