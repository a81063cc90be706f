"""The pictures on a built site of many pages: every link leads on, every word can be read, with and without script."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page
from test_accessibility import AXE, REPORT
from visiting import ROOT, Visit, publish, serving

ADDRESS = "https://example.org/"
NAMES = ("Kari Bjørk", "Ola Vik", "Direktoratet for tryggleik og beredskap", "MM", "Noreg", "Danmark", "Li")
TYPES = ("person", "person", "organisation", "organisation", "state", "state", "person")
OVERLAPS = """svg => {
    const boxes = [...svg.querySelectorAll('text')].filter(text => text.getClientRects().length)
        .map(text => [text.textContent, text.getBoundingClientRect()])
    const frame = svg.getBoundingClientRect()
    const found = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1
        || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([text]) => `${text} leaves the picture`)
    boxes.forEach(([text, one], at) => boxes.slice(at + 1).forEach(([other, two]) => {
        // Boxes of words are as high as the tallest letter could be.
        const beside = one.right <= two.left + 1 || two.right <= one.left + 1
        const below = one.bottom - 4 <= two.top || two.bottom - 4 <= one.top
        if (!beside && !below) found.push(`${text} on ${other}`)
    }))
    return found
}"""


def invent(project: Path) -> None:
    """Write a project of many pages: crowded years, a thread, events of long ago, undated ones, names of all kinds."""
    random = Random(3)  # noqa: S311 - pages, not secrets
    actors = [(f"{name} {at}" if at >= len(NAMES) else name, at) for at, name in enumerate(NAMES * 6)]
    (project / "docs" / "briefings").mkdir(parents=True)
    (project / "docs" / "actors").mkdir()
    for name, at in actors:
        text = f"---\nname: {name}\ntype: {TYPES[at % len(TYPES)]}\n---\n"
        (project / "docs" / "actors" / f"a-{at}.md").write_text(text, "utf-8")
    for at in range(120):
        day = f"{2019 + at % 6}-{1 + at % 12:02}-{1 + at % 28:02}"
        group = at % 7 * 5
        named = sorted({0, *(group + random.randrange(7) for _ in range(5)), 1 if at < 3 else 0})
        events = [day, day[:7], day[:4], f"{1900 + at}" if at % 10 == 0 else day]
        lines = (
            f"- **{event}** [Ein](../actors/a-{named[n % len(named)]}.md) kom.\n" for n, event in enumerate(events)
        )
        dated = "" if at % 30 == 29 else f'date: "{day if at % 3 else day[:7]}"\n'
        thread = f"thread: Forløp {at // 6}\n" if at < 60 else ""
        ids = ", ".join(f"a-{one}" for one in named)
        head = f'---\ntitle: "Sak «{at}» & <b>"\nlang: nn\nstage: draft\n{dated}{thread}actors: [{ids}]\n---\n'
        (project / "docs" / "briefings" / f"sak-{at}.md").write_text(f"{head}## Timeline\n{''.join(lines)}", "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", project)
    for page in ("index.md", "about.md"):
        shutil.copy(ROOT / "docs" / page, project / "docs")
    for folder in ("assets", "stylesheets"):
        shutil.copytree(ROOT / "docs" / folder, project / "docs" / folder)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("project")
    invent(made)
    return made


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("invented")
    publish(project, made, SITE_URL=ADDRESS)  # with an address there are previews
    return made


@pytest.fixture(scope="module")
def invented_url(site: Path) -> Iterator[str]:
    with serving(site) as url:
        sitemap = site / "sitemap.xml"
        sitemap.write_text(sitemap.read_text("utf-8").replace(ADDRESS, url), "utf-8")
        yield url


class Links(HTMLParser):
    """The links within pictures, and all anchors of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.svg = 0
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.svg += tag == "svg"
        if found.get("id"):
            self.anchors.add(found["id"] or "")
        if tag == "a" and self.svg and found.get("class") == "in-picture":
            self.targets.append(found["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        self.svg -= tag == "svg"


def lost(site: Path) -> tuple[int, set[str]]:
    """Return how many links the pictures of a site have, and those that lead to no file or no place in it."""
    pages = {path: Links(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    number, missing = 0, set()
    for path, page in pages.items():
        for href in page.targets:
            number += 1
            link = urlsplit(href)
            target = (path.parent / unquote(link.path)).resolve() if link.path else path
            target = target / "index.html" if link.path.endswith("/") else target
            if link.netloc or target not in pages or (link.fragment and link.fragment not in pages[target].anchors):
                missing.add(f"{path.relative_to(site)}: {href}")
    return number, missing


def test_every_link_of_every_picture_leads_to_a_page_of_the_site(site: Path) -> None:
    number, missing = lost(site)
    assert number > 500
    assert missing == set()


def test_every_link_of_every_picture_leads_to_a_file_of_a_site_for_disk(project: Path, tmp_path: Path) -> None:
    publish(project, tmp_path, OFFLINE="true")
    number, missing = lost(tmp_path)
    assert number > 500
    assert missing == set()


def test_every_link_of_the_pictures_of_our_own_site_leads_to_a_page(tmp_path: Path) -> None:
    publish(ROOT, tmp_path)
    number, missing = lost(tmp_path)
    assert number > 100
    assert missing == set()


def test_a_picture_is_in_the_page_as_it_was_drawn(site: Path) -> None:
    home = (site / "index.html").read_text("utf-8")
    found = re.findall(r'<div class="picture timeline".*?</div>', home)
    assert len(found) == 1
    assert found[0].count("<svg") == found[0].count("</svg>") == 1
    assert "<p>" not in found[0]
    assert "style=" not in found[0]


PAGES = ("", "network/", "actors/a-0/", "actors/a-1/", "actors/a-12/", "threads/forlop-3/")


def pages(visit: Visit) -> Iterator[Page]:
    for path in PAGES:
        yield visit.go(path)


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_no_word_of_a_picture_lies_on_another_or_outside_and_no_page_is_too_wide(
    browser: Browser, invented_url: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    visit = Visit(context, invented_url)
    for page in pages(visit):
        seen = [picture for picture in page.locator(".picture svg").all() if picture.is_visible()]
        assert seen, page.url
        assert [found for picture in seen for found in picture.evaluate(OVERLAPS)] == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
        assert page.evaluate(
            "[...document.querySelectorAll('.picture svg')].every(svg => getComputedStyle(svg).display)"
        )
        sizes = page.evaluate(
            """() => [...document.querySelectorAll('.picture text')].filter(text => text.getClientRects().length)
                .map(text => text.getBoundingClientRect().height)"""
        )
        assert min(sizes) > 11, page.url
    assert visit.complaints == []
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_pictures_break_no_rule_of_accessibility(browser: Browser, invented_url: str, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type] # one of two literals
    visit = Visit(context, invented_url)
    broken = {}
    for page in pages(visit):
        page.evaluate(AXE)
        broken[page.url] = page.evaluate(REPORT)
    context.close()
    assert {url: found for url, found in broken.items() if found} == {}


@pytest.mark.browser
def test_each_mark_and_actor_is_reached_and_opened_by_keyboard_and_shows_that_it_is_focused(
    browser: Browser, invented_url: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    visit = Visit(context, invented_url)
    page = visit.go("network/")
    nodes = page.locator(".network.wide a[data-node]")
    nodes.first.focus()
    second = nodes.nth(1).get_attribute("aria-label")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == second
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert page.locator("h1").inner_text().strip("¶ \n") == (second or "").split(":")[0]
    context.close()


@pytest.mark.browser
def test_who_is_pointed_at_stands_out_with_those_it_is_tied_to(browser: Browser, invented_url: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    visit = Visit(context, invented_url)
    page = visit.go("network/")
    network = page.locator(".network.wide")
    node = network.locator("a[data-node]").nth(2)
    name = node.get_attribute("data-node")
    node.locator(".shape").hover()
    ends = network.locator("[data-ends].lit").evaluate_all("all => all.map(tie => tie.dataset.ends.split('/'))")
    assert ends
    assert all(name in pair for pair in ends)
    lit = set(network.locator("[data-node].lit").evaluate_all("all => all.map(node => node.dataset.node)"))
    assert lit == {one for pair in ends for one in pair}
    page.mouse.move(5, 5)
    assert network.locator(".lit").count() == 0
    assert visit.complaints == []
    context.close()


@pytest.mark.browser
def test_a_link_to_a_page_with_a_picture_has_its_preview(browser: Browser, invented_url: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    visit = Visit(context, invented_url)
    page = visit.go("network/")
    page.locator(".md-content li a[href*='actors/a-0']").first.hover()
    preview = page.locator(".md-tooltip2")
    preview.get_by_text("Kari Bjørk").first.wait_for()
    assert preview.locator(".picture").count() > 0
    assert not preview.locator(".picture").first.is_visible()
    assert visit.complaints == []
    context.close()
