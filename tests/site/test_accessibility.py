"""No page breaks a rule of accessibility that a program can check, in light and dark, on a phone and at a desk."""

from __future__ import annotations

import importlib.resources

import pytest
from playwright.sync_api import Browser
from visiting import Visit

pytestmark = pytest.mark.browser

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
REPORT = """async () => (await axe.run()).violations.map(rule =>
    `${rule.id}: ${rule.nodes.map(node => node.target + ' ' + node.failureSummary).join('; ')}`)"""
PAGES = {
    "home": "",
    "briefing": "briefings/2023-09-kim-jong-un-til-putin-eg-stottar-din-heilage-kamp-mot-vesten/",
    "actor": "actors/vladimir-putin/",
    "actors": "actors/",
    "actors by type": "actors/by/type/",
    "actors by country": "actors/by/country/",
    "actors by briefings": "actors/by/briefings/",
    "state": "actors/north-korea/",
    "network": "network/",
    "threads": "threads/",
    "thread": "threads/2023-07-den-russiske-forsvarsministeren-sergej-sjojgu-blei-tatt-imot/",
    "dates": "dates/",
    "year": "dates/2023/",
    "month": "dates/2023/07/",
    "day": "dates/2023/07/26/",
    "about": "about/",
    "404": "404.html",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_no_rule_is_broken(browser: Browser, site_url: str, scheme: str, width: int) -> None:
    # axe is put into the page, which its policy would forbid; the policy has tests of its own.
    # Without motion, so that nothing is judged while it fades, as Material's tabs do when a reader scrolls.
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type] # one of two literals
        reduced_motion="reduce",
        bypass_csp=True,
    )
    visit = Visit(context, site_url)
    broken: dict[str, list[str]] = {}
    for name, path in PAGES.items():
        page = visit.go(path)
        page.evaluate(AXE)
        broken[name] = page.evaluate(REPORT)
    page = visit.go(PAGES["briefing"])
    page.locator(".source-mark").first.click()
    page.evaluate(AXE)
    broken["source"] = page.evaluate(REPORT)
    page = visit.go()
    visit.ask("putin")
    page.evaluate(AXE)
    broken["search"] = page.evaluate(REPORT)
    context.close()
    assert {name: found for name, found in broken.items() if found} == {}


def test_who_wants_no_motion_gets_none(browser: Browser, site_url: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    visit = Visit(context, site_url)
    page = visit.go()
    visit.ask("putin")
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(element => {
        const style = getComputedStyle(element);
        const times = [...style.transitionDuration.split(','), ...style.animationDuration.split(',')];
        return times.some(time => parseFloat(time) > 0.01);
    }).map(element => element.className)""")
    context.close()
    assert moving == []
