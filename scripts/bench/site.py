"""What the first visit to a page of the site takes over the wire, before the search is opened."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from bench.figure import Figure
from bench.hosting import CHROMIUM, FLAGS, KINDS, hosted

KB = 1000
MOST = {"briefing": 250.0}
"""kB that were promised."""


def measure() -> Iterator[Figure]:
    """Yield each page's weight, and what it asks of others or complains about; nothing without a browser."""
    if CHROMIUM is None:
        sys.stdout.write("  no Chromium found: not measured\n")
        return
    # Only this part needs it: the others run where the tests' packages are not installed.
    from playwright.sync_api import Browser, Request, sync_playwright  # noqa: PLC0415 - this part alone needs it

    def visit(browser: Browser, kind: str, address: str, home: str) -> Iterator[Figure]:
        context = browser.new_context()  # a new one has nothing in store
        page = context.new_page()
        asked: list[Request] = []
        complaints: list[str] = []

        def note(request: Request) -> None:
            asked.append(request)

        page.on("requestfinished", note)
        page.on("requestfailed", note)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address, wait_until="networkidle")
        sizes = [request.sizes() for request in asked if request.failure is None]
        weight = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
        strangers = [request.url for request in asked if not request.url.startswith((home, "data:", "blob:"))]
        context.close()
        yield Figure(f"{kind}: over the wire", weight / KB, "kB", MOST.get(kind), f"{len(asked)} requests")
        yield Figure(f"{kind}: requests to others", len(strangers), "", 0, ", ".join(strangers))
        yield Figure(f"{kind}: words in the console", len(complaints), "", 0, "; ".join(complaints))

    with hosted() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for kind in KINDS:
            if (address := site.page_of(kind)) is not None:
                yield from visit(browser, kind, address, site.url)
        browser.close()
