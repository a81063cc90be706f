"""An editor at work: `mkdocs serve`, a file saved, the pages it reaches."""

from __future__ import annotations

import html
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from visiting import ROOT

PATIENCE = 30.0
"""Seconds a rebuild may take here before the test gives up."""


class Server:
    """`mkdocs serve` on a project of its own."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.log = project / "serve.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.url = f"http://{address}/"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
                cwd=project,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def builds(self) -> int:
        # MkDocs leaves out a second line "Documentation built in 0.87 seconds"; this one it always writes.
        return self.log.read_text("utf-8").count("Reloading browsers")

    def read(self, path: str) -> str:
        with urlopen(self.url + path, timeout=PATIENCE) as response:  # noqa: S310 - it is our own http address
            return html.unescape(response.read().decode())

    def wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            assert self.process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < end, self.log.read_text("utf-8")
            time.sleep(0.1)

    def wait_for_watching(self) -> None:
        """Save a page until that is noticed: watching begins some time after the first build."""
        about = self.project / "docs" / "about.md"
        text = about.read_text("utf-8")
        end = time.monotonic() + PATIENCE
        while self.builds() < 1 and time.monotonic() < end:
            about.write_text(text, "utf-8")
            time.sleep(1.0)
        self.settle()

    def settle(self) -> None:
        """Wait until no rebuild has ended for a while."""
        seen = -1
        while seen != self.builds():
            seen = self.builds()
            time.sleep(2.5)

    def save(self, page: Path, text: str) -> None:
        """Save a page and wait for the rebuild; more than one within a second fails the test."""
        before = self.builds()
        page.write_text(text, "utf-8")
        self.wait(lambda: self.builds() > before)
        time.sleep(1.0)
        assert self.builds() == before + 1


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    project = tmp_path_factory.mktemp("desk")
    for folder in ("docs", "seeds"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "mkdocs.yml", project)
    served = Server(project)
    try:
        served.wait(lambda: "Serving on" in served.log.read_text("utf-8"))
        served.wait_for_watching()
        yield served
    finally:
        served.process.terminate()
        served.process.wait(PATIENCE)


@pytest.fixture
def page(server: Server) -> Iterator[Path]:
    """One briefing's file, put back as it was afterwards."""
    found = next((server.project / "docs" / "briefings").glob("2023-09-kim*.md"))
    text = found.read_text("utf-8")
    yield found
    if found.read_text("utf-8") != text:
        server.save(found, text)


def address(page: Path) -> str:
    return f"briefings/{page.stem}/"


def test_a_new_title_shows_on_the_briefing_on_home_on_its_actors_and_its_dates(server: Server, page: Path) -> None:
    text = page.read_text("utf-8")
    server.save(page, re.sub(r"^title: .*$", "title: Kim og Putin møttest", text, flags=re.MULTILINE))
    for path in (address(page), "", "actors/kim-jong-un/", "dates/2023/09/"):
        assert "Kim og Putin møttest" in server.read(path), path


def test_an_added_actor_shows_on_the_briefing_and_on_the_actor_and_a_removed_one_leaves(
    server: Server, page: Path
) -> None:
    text = page.read_text("utf-8")
    server.save(page, text.replace("  - nbc\n", "  - japan\n"))
    assert "/actors/japan/" in server.read(address(page)).replace('"../../', '"/')
    assert page.stem in server.read("actors/japan/")
    assert page.stem not in server.read("actors/nbc/").replace("statements", "")


def test_a_new_date_moves_the_briefing_to_its_new_month(server: Server, page: Path) -> None:
    text = page.read_text("utf-8")
    server.save(page, text.replace("date: 2023-09\n", 'date: "2023-10-03"\n'))
    assert page.stem in server.read("dates/2023/10/03/")
    published = server.read("dates/2023/09/").partition("Happened")[0]
    assert page.stem not in published


def test_a_new_summary_and_a_new_statement_show_at_once(server: Server, page: Path) -> None:
    text = re.sub(r"^summary: >-\n(?:  .*\n)+", "summary: Heilt ny.\n", page.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^translations:\n(?:  .*\n)+", "", text, flags=re.MULTILINE)  # which would be shown before it
    words = "- [Kim Jong-un](../actors/kim-jong-un.md): Det er godt. [¶7](#p7)\n"
    server.save(page, text.replace("## Statements\n", f"## Statements\n{words}"))
    assert "Heilt ny." in server.read(address(page))
    assert "Heilt ny." in server.read("")
    assert "Det er godt." in server.read("actors/kim-jong-un/")


def test_a_withdrawn_briefing_leaves_all_lists_and_says_so_on_its_own_page(server: Server, page: Path) -> None:
    text = page.read_text("utf-8")
    server.save(page, text.replace("stage: draft", "stage: withdrawn"))
    shown = server.read(address(page))
    assert "has been withdrawn" in shown
    assert 'content="noindex"' in shown
    for path in ("", "actors/kim-jong-un/", "dates/2023/09/"):
        assert page.stem not in server.read(path), path


def test_a_broken_page_shows_what_is_wrong_and_its_last_good_version_and_the_server_lives(
    server: Server, page: Path
) -> None:
    text = page.read_text("utf-8")
    server.save(page, text.replace("stage: draft", 'stage: "draft'))
    shown = server.read(address(page))
    assert f"{page.name}:" in shown
    assert "This page cannot be read" in shown
    assert "Eg støttar din heilage kamp" in shown
    assert page.stem in server.read("actors/kim-jong-un/")
    server.save(page, text)
    assert "This page cannot be read" not in server.read(address(page))
