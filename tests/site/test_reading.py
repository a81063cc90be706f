"""What a reader does on the published site, in a real browser."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from visiting import Visit

pytestmark = pytest.mark.browser


def test_a_reader_goes_from_home_to_a_briefing_to_an_actor_and_back_by_links(visit: Visit) -> None:
    page = visit.go()
    page.locator(".md-content").get_by_role("link", name="I support your sacred fight").first.click()
    assert page.locator("h1").inner_text().startswith("Kim Jong-un to Putin")
    page.locator("h2#who-is-who ~ ul").first.get_by_role("link", name="Vladimir Putin").click()
    assert page.locator("h1").inner_text().strip("¶ \n") == "Vladimir Putin"
    page.locator(".md-content").get_by_role("link", name="I support your sacred fight").first.click()
    assert "/briefings/" in page.url


def test_home_lists_the_newest_first(visit: Visit) -> None:
    page = visit.go()
    dates = page.locator(".md-content h3 ~ p.strip").all_inner_texts()
    years = [date.split(",")[0].split(" ·")[0] for date in dates]
    assert years == ["June 2024", "September 2023", "September 2023", "July 2023", "July 2023"]


def test_every_paragraph_mark_leads_to_words_of_the_article(visit: Visit) -> None:
    page = visit.go()
    page.locator(".md-content").get_by_role("link", name="I support your sacred fight").first.click()
    marks = page.locator('a[href^="#p"]')
    page.wait_for_load_state()
    assert marks.count() > 5
    for target in {marks.nth(at).get_attribute("href") for at in range(marks.count())}:
        assert target
        assert page.locator(target).count() == 1, target


def test_nothing_is_wider_than_the_window(visit: Visit) -> None:
    page = visit.go()
    for path in ["", *_some_pages(visit)]:
        visit.go(path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_no_request_leaves_the_site_and_the_console_stays_empty(visit: Visit) -> None:
    for path in ["", "about/", *_some_pages(visit)]:
        visit.go(path)
    own = urlsplit(visit.url).netloc
    assert visit.requests
    assert {url for url in visit.requests if urlsplit(url).netloc != own} == set()
    assert visit.complaints == []


def _some_pages(visit: Visit) -> list[str]:
    page = visit.go()
    links = page.locator(".md-content a[href*='briefings/'], .md-content a[href*='actors/']")
    found = {links.nth(at).get_attribute("href") or "" for at in range(links.count())}
    assert len(found) > 5
    return sorted(found)[:8]


def test_a_page_asks_for_one_stylesheet_of_the_site_s_own_and_for_each_font_once(visit: Visit) -> None:
    visit.go("briefings/2023-07-sjojgu-pa-diktator-besok/").evaluate("document.fonts.ready.then(() => null)")
    assert [url.rpartition("/")[2] for url in visit.requests if url.endswith(".css") and ".min." not in url] == [
        "site.css"
    ]
    fonts = [url for url in visit.requests if url.endswith(".woff2")]
    assert len(fonts) == len(set(fonts)) >= 2


def test_a_new_reader_goes_by_month_briefing_actor_and_related_link_and_then_searches(visit: Visit) -> None:
    page = visit.go()
    content = page.locator(".md-content")
    content.get_by_role("link", name="September", exact=True).click()
    assert page.locator("h1").inner_text().startswith("September 2023")
    content.get_by_role("link", name="I support your sacred fight").first.click()
    page.locator("h2#who-is-who ~ ul").first.get_by_role("link", name="Sergej Sjojgu").click()
    assert page.locator("h1").inner_text().startswith("Sergej Sjojgu")
    content.get_by_role("link", name="Shoigu pays a visit to a dictator").first.click()
    page.locator("h2#same-event ~ ul").first.get_by_role("link").first.click()
    assert page.locator("h1").inner_text().startswith("Shoigu given a red-carpet welcome")
    visit.ask("Shoigu")
    assert "Sergej Sjojgu" in visit.found()[:3]
    before = visit.count()
    page.locator("select[data-filter=type]").select_option("Person")
    visit.until(
        "before => { const n = document.querySelectorAll('.briefings-found').length; return n && n < before }", before
    )
    assert visit.found() == ["Sergej Sjojgu"]
