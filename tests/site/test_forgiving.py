"""The search forgives: forms of words, parts of compounds, letters, languages; and finds nothing where nothing is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from invented import queries, unanswered, write_site
from playwright.sync_api import Browser
from visiting import Visit, publish, serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def invented_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of a hundred pages more than the repository's."""
    project = tmp_path_factory.mktemp("invented")
    write_site(project)
    publish(project, project / "site")
    with serving(project / "site") as url:
        yield url


@pytest.fixture
def reader(browser: Browser, invented_url: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    visit = Visit(context, invented_url)
    visit.go()
    yield visit
    context.close()


def answers(reader: Visit, typed: str) -> list[str]:
    """Type over what was asked before; return the titles found."""
    if reader.page.locator("dialog[open]").count():
        reader.page.locator("dialog[open] input[type=search]").fill(typed)
        reader.settle(typed)
    else:
        reader.ask(typed)
    return [] if reader.page.locator(".pf-summary").inner_text().startswith("No ") else reader.found()


def test_the_right_page_is_among_the_first_three(reader: Visit) -> None:
    missed = {}
    for typed, wanted in queries():
        found = answers(reader, typed)
        if not all(any(title.startswith(begin) for title in found[:3]) for begin in wanted):
            missed[typed] = (wanted, found[:5])
    assert missed == {}
    assert reader.complaints == []


def test_what_no_page_holds_finds_nothing(reader: Visit) -> None:
    answers(reader, "ferje")
    assert {typed: found for typed in unanswered() if (found := answers(reader, typed))} == {}
