"""The real site, built and served from this machine, and a real browser's visit to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

ROOT = Path(__file__).parents[2]
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
PATIENCE = 30
"""Seconds until a test gives up."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""A browser that asks nothing of anybody on its own, so that every request seen is the site's."""


def publish(project: Path, site: Path, **settings: str) -> None:
    """Build the site of a project strictly; `settings` are environment variables that its `mkdocs.yml` reads."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", site],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a built site from this machine; yields its address."""
    handler = partial(_QuietHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


class Visit:
    """A page of the browser together with all it asked for and complained about."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.url = url
        self.page: Page = context.new_page()
        self.page.set_default_timeout(1000 * PATIENCE)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def go(self, path: str = "") -> Page:
        self.page.goto(self.url + path, wait_until="networkidle")
        return self.page

    def ask(self, words: str) -> Page:
        """Open the search from the keyboard, type, and wait until results are there."""
        # A link just followed shows its heading before its scripts listen to the keyboard.
        self.page.wait_for_load_state()
        # The field of a dialog just closed keeps the focus until the next frame, and would be typed into.
        self.until("() => !document.activeElement.closest('dialog')")
        self.page.keyboard.press("/")
        self.until("() => document.activeElement.matches('dialog[open] input[type=search]')")
        self.page.locator("dialog[open] input[type=search]").fill(words)
        self.settle(words)
        return self.page

    def settle(self, words: str) -> None:
        """Wait until the results shown are those for `words`."""
        self.until(
            """words => document.querySelector('.pf-summary')?.textContent.endsWith(`for ${words}`)
                && (document.querySelector('.pf-summary').textContent.startsWith('No ')
                    || document.querySelector('.briefings-found'))
                && !document.querySelector('.pf-results > li:nth-child(-n+4)[aria-hidden]')""",
            words,
        )

    def count(self) -> int:
        """Return how many results there are; those far down are not loaded yet."""
        return int(self.page.locator(".pf-summary").inner_text().split()[0])

    def until(self, condition: str, argument: object = None) -> None:
        """Wait until a function holds on the page; asked from outside, because the policy forbids to poll inside."""
        end = time.monotonic() + PATIENCE
        while not self.page.evaluate(condition, argument):
            assert time.monotonic() < end, f"never came true: {condition} ({argument!r})"
            self.page.wait_for_timeout(20)

    def found(self) -> list[str]:
        """Return the titles of the results, in their order."""
        return self.page.locator(".briefings-found__link").all_inner_texts()


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass
