"""What the built pages may load and run."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from visiting import ROOT, Visit, publish, serving

from briefings.site.security import content_security_policy, with_policy

THEME = "<script>theme()</script>"
PAGES = [
    "",
    "about/",
    "404.html",
    "actors/vladimir-putin/",
    "actors/north-korea/",
    "briefings/2023-07-sjojgu-pa-diktator-besok/",
]


def test_scripts_of_the_theme_may_run_and_scripts_in_the_content_may_not() -> None:
    content = "<p>x</p><script>harm()</script>"
    with_harm = content_security_policy(f"<head>{THEME}</head>{content}", content)
    assert with_harm == content_security_policy(f"<head>{THEME}</head>", "")
    assert "unsafe-inline" not in with_harm
    assert with_harm.count("sha256-") == 1


def test_a_script_that_content_leaves_open_borrows_no_trust_from_the_theme() -> None:
    content = "<script>harm();"
    page = f"<head>{THEME}</head>{content}{THEME}"
    assert content_security_policy(page, content).count("sha256-") == 1


def test_content_that_is_not_where_it_should_be_costs_all_trust() -> None:
    assert "sha256-" not in content_security_policy(f"<head>{THEME}</head><p>other", "<p>x")


def test_data_for_machines_needs_no_trust_and_the_policy_comes_before_all_it_governs() -> None:
    page = '<head><meta charset="utf-8"><script type="application/ld+json">{}</script>' + THEME
    shown = with_policy(page)
    assert shown.count("sha256-") == 1
    assert re.search(r'charset="utf-8"><meta http-equiv="Content-Security-Policy"', shown)


@pytest.mark.browser
def test_nothing_is_blocked_nothing_complains_and_nothing_leaves_the_site(visit: Visit) -> None:
    for path in PAGES:
        page = visit.go(path)
        policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
        assert "unsafe-inline" not in policy, path
        assert "unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", ""), path
        if path != "404.html":  # its addresses begin at the site's root, as they must
            visit.ask("korea")
            assert len(visit.found()) > 2
            page.keyboard.press("Escape")
        page.locator("form[data-md-component=palette] label:visible").first.click()
    assert visit.complaints == []
    assert {urlsplit(url).netloc for url in visit.requests} == {urlsplit(visit.url).netloc}


@pytest.mark.browser
def test_a_script_a_person_puts_into_a_page_does_not_run(tmp_path: Path, browser: Browser) -> None:
    for name in ("assets", "stylesheets"):
        shutil.copytree(ROOT / "docs" / name, tmp_path / "docs" / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for name in ("index.md", "about.md"):
        (tmp_path / "docs" / name).write_text(
            "# Hello\n\n<script>window.harmed = 1</script>\n\n<b onclick='window.harmed = 2'>b</b>\n"
        )
    publish(tmp_path, tmp_path / "site")
    page = browser.new_page()
    with serving(tmp_path / "site") as url:
        page.goto(url, wait_until="networkidle")
        page.locator("b").click()
        assert page.evaluate("window.harmed") is None
    page.close()


@pytest.mark.browser
def test_a_link_shows_its_page_on_hovering_where_the_site_knows_its_address(tmp_path: Path, browser: Browser) -> None:
    address = "http://briefings.example/"
    publish(ROOT, tmp_path / "site", SITE_URL=address)
    context = browser.new_context()
    with serving(tmp_path / "site") as url:
        context.route(
            f"{address}**",
            lambda route: route.fulfill(response=route.fetch(url=route.request.url.replace(address, url))),
        )
        visit = Visit(context, address)
        page = visit.go()
        page.locator(".md-content h3 a").first.hover()
        page.locator(".md-tooltip2--active, .md-tooltip2:visible").first.wait_for()
        assert "Jakutsk" in page.locator(".md-tooltip2").first.inner_text()
        assert visit.complaints == []
    context.close()
