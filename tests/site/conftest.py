"""A real Chromium on the real built site, served from this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright
from visiting import CHROMIUM, FLAGS, ROOT, Visit, publish, serving


@pytest.fixture(scope="session")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The repository's own site."""
    site = tmp_path_factory.mktemp("site")
    publish(ROOT, site)
    with serving(site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        missing = "no Chromium found: install one (on Debian: apt-get install chromium) to run the browser tests"
        if os.environ.get("BRIEFINGS_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(params=["phone", "desk"])
def visit(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Visit]:
    options: dict[str, Any] = {
        "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
        "desk": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    }[request.param]
    context = browser.new_context(**options)
    yield Visit(context, site_url)
    context.close()
