"""The site built for a disk, opened without any server."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from visiting import ROOT, Visit, publish

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("offline")
    publish(ROOT, site, OFFLINE="true")
    return site


def test_links_lead_on_from_disk_with_style_and_without_complaint(folder: Path, browser: Browser) -> None:
    context = browser.new_context()
    visit = Visit(context, folder.as_uri() + "/")
    page = visit.go("index.html")
    page.locator(".md-content h3 a", has_text="Yakutsk").click()
    assert page.locator("h1").inner_text().startswith("Putin stopped over")
    page.locator(".md-content a[href*='actors/vladimir-putin']").first.click()
    assert page.locator("h1").inner_text().startswith("Vladimir Putin")
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor") == "rgb(31, 58, 77)"
    page.locator(".md-logo:visible").first.click()
    assert page.url.endswith("index.html")
    assert {url.split(":")[0] for url in visit.requests} == {"file"}
    assert visit.complaints == []
    context.close()


def test_no_search_is_offered_where_browsers_allow_none(folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    assert page.get_by_role("button", name="Search").count() == 0
    page.keyboard.press("/")
    assert page.locator("dialog").count() == 0
    assert not (folder / "pagefind").exists()
    page.close()


def test_every_link_within_the_site_names_a_file(folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    for file in (
        folder / "index.html",
        *sorted(folder.glob("briefings/*.html")),
        *sorted(folder.glob("actors/*.html"))[:5],
    ):
        page.goto(file.as_uri())
        links = page.evaluate(  # by attribute, for links in pictures have an object there
            """[...document.querySelectorAll('a[href]')]
                .map(link => new URL(link.getAttribute('href'), document.baseURI).href.split('#')[0])"""
        )
        missing = {
            link for link in links if link.startswith("file:") and not Path(link.removeprefix("file://")).is_file()
        }
        assert missing == set(), file.name
    page.close()
