"""What the built site offers besides pages: feeds, data, pictures; and that every address of them leads somewhere."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser
from visiting import ROOT, Visit, publish, serving

ADDRESS = "https://briefings.example/news/"
WITHDRAWN = "2023-07-sjojgu-pa-diktator-besok"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own pages, one of them withdrawn."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("docs", "seeds"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    page = root / "docs" / "briefings" / f"{WITHDRAWN}.md"
    page.write_text(re.sub(r"(?m)^stage: .*$", "stage: withdrawn", page.read_text("utf-8")), "utf-8")
    return root


@pytest.fixture(scope="module")
def published(project: Path) -> Path:
    """Its site, with an address."""
    publish(project, project / "site", SITE_URL=ADDRESS)
    return project / "site"


def addresses(text: str) -> set[str]:
    return set(re.findall(r'https://briefings\.example/news/[^"<>\s\\&]*', text))


def test_every_address_told_to_others_leads_to_a_page_or_file(published: Path) -> None:
    told: set[str] = set()
    for path in (*published.rglob("feed.*"), published / "briefings.json", published / "actors.json"):
        told |= addresses(path.read_text("utf-8"))
    for path in (published / "index.html", *published.glob("briefings/*/*.html"), *published.glob("actors/*/*.html")):
        told |= addresses(path.read_text("utf-8").partition("</head>")[0])
    assert len(told) > 100
    for address in sorted(told):
        path = published / unquote(address.removeprefix(ADDRESS).partition("#")[0])
        assert path.is_file() or (path / "index.html").is_file(), address


def test_pages_show_the_way_to_their_feed(published: Path) -> None:
    home = (published / "index.html").read_text("utf-8")
    actor = (published / "actors" / "vladimir-putin" / "index.html").read_text("utf-8")
    assert '<a href="feed.xml">' in home
    assert '<a href="feed.xml">' in actor
    assert f'href="{ADDRESS}actors/vladimir-putin/feed.xml"' in actor


def test_a_withdrawn_briefing_is_told_to_nobody(published: Path) -> None:
    for path in (*published.rglob("feed.*"), published / "briefings.json", published / "actors.json"):
        assert WITHDRAWN not in path.read_text("utf-8"), path
    folder = published / "briefings" / WITHDRAWN
    page = (folder / "index.html").read_text("utf-8")
    assert "application/ld+json" not in page
    assert "og:" not in page
    assert not (folder / "card.png").exists()


def test_a_site_without_an_address_has_data_but_nothing_that_needs_one(project: Path) -> None:
    site = project / "no-address"
    publish(project, site, SITE_URL="")
    assert not [*site.rglob("feed.*"), *site.rglob("card.png")]
    assert json.loads((site / "briefings.json").read_text("utf-8"))["site"]["url"] is None
    page = next(site.glob("briefings/2024-06-*/index.html")).read_text("utf-8")
    assert "feed.xml" not in page
    assert "og:image" not in page
    assert 'property="og:title"' in page
    assert "application/ld+json" in page


def test_the_owner_says_how_many_briefings_have_a_picture_of_their_own(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    few = project / "few.yml"
    few.write_text(settings.replace("  - briefings:", "  - briefings:\n      cards: 1", 1), "utf-8")
    shutil.move(few, project / "mkdocs.yml")
    site = project / "few"
    publish(project, site, SITE_URL=ADDRESS)
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    assert len([*site.rglob("briefings/*/card.png")]) == 1
    older = next(site.glob("briefings/2023-09-kim*/index.html")).read_text("utf-8")
    assert f'<meta property="og:image" content="{ADDRESS}card.png">' in older


@pytest.mark.browser
def test_what_is_told_to_machines_costs_a_reader_no_request_and_no_complaint(published: Path, browser: Browser) -> None:
    context = browser.new_context()
    with serving(published) as url:
        context.route(
            f"{ADDRESS}**",
            lambda route: route.fulfill(response=route.fetch(url=route.request.url.replace(ADDRESS, url))),
        )
        visit = Visit(context, ADDRESS)
        briefing = next(published.glob("briefings/2024-06-*")).name
        for path in ("actors/vladimir-putin/", f"briefings/{briefing}/"):
            visit.go(path)
        assert visit.complaints == []
        asked = {request.removeprefix(ADDRESS) for request in visit.requests}
        assert not {path for path in asked if path.endswith(("feed.xml", "feed.json", "card.png", "/sitemap.xml"))}
    context.close()
