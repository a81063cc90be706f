"""The way out, walked to its end: what `briefings export` writes, built by MkDocs alone, is the site."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from visiting import ROOT, publish

EXTENSIONS = "markdown_extensions: [admonition, attr_list, md_in_html, tables]"
"""What README.md says that the pages need."""
STRICT = """
validation:
  nav: {omitted_files: ignore}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""


class Page(HTMLParser):
    """The title, heading, anchors and links of a built page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.title = self.heading = ""
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.kinds: set[str] = set()
        self._within = ""
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in ("title", "h1") and not getattr(self, "title" if tag == "title" else "heading"):
            self._within = tag  # a picture's titles come later
        self.anchors.update(value for key in ("id", "name") if (value := found.get(key)))
        if tag == "a":
            self.kinds.update((found.get("class") or "").split())
            self.links.extend(value for key in ("href", "xlink:href") if (value := found.get(key)))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._within:
            self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "title":
            self.title += data
        elif self._within == "h1":
            self.heading += data


def pages_of(site: Path) -> dict[str, Page]:
    """The pages of a built site by their address; what is shown where there is none is left out."""
    found = (path for path in sorted(site.rglob("*.html")) if path.name != "404.html")
    return {path.relative_to(site).as_posix().removesuffix("index.html"): Page(path) for path in found}


def broken_links(site: Path, pages: dict[str, Page]) -> list[str]:
    broken = []
    for here, page in pages.items():
        for link in page.links:
            address, _, anchor = urljoin(f"http://site/{here}", link).partition("#")
            if not address.startswith("http://site/"):
                continue
            path = unquote(address.removeprefix("http://site/"))
            known = path in pages and (not anchor or unquote(anchor) in pages[path].anchors)
            if not known and (path in pages or not (site / path).is_file()):
                broken.append(f"{here}: {link}")
    return broken


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elsewhere") / "docs"
    command = [sys.executable, "-m", "briefings", "export", folder, "--docs", ROOT / "docs", "--seeds", ROOT / "seeds"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the plugin makes it of the same pages."""
    site = tmp_path_factory.mktemp("ours")
    publish(ROOT, site)
    return site


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_mkdocs_alone_builds_the_whole_site_of_what_is_exported(
    exported: Path, ours: Path, tmp_path: Path, theme: str
) -> None:
    settings = f"site_name: Briefings\ndocs_dir: {exported}\ntheme: {theme}\n{EXTENSIONS}{STRICT}"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", tmp_path / "site"],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    built, wanted = pages_of(tmp_path / "site"), pages_of(ours)
    assert len(wanted) > 50
    assert built.keys() == wanted.keys()
    for address, page in wanted.items():
        assert built[address].heading.removesuffix("¶") == page.heading.removesuffix("¶")
        assert built[address].title.removesuffix(" - Briefings") == page.title.removesuffix(" - Briefings")
    assert broken_links(tmp_path / "site", built) == []
    assert [address for address, page in built.items() if "in-page" in page.kinds] == []
    assert any("in-picture" in page.kinds for page in built.values())


def test_the_test_above_would_see_a_broken_link(ours: Path) -> None:
    pages = pages_of(ours)
    assert broken_links(ours, pages) == []
    pages["about/"].links.extend(["../gone/", "../#gone", "../briefings.json"])
    assert broken_links(ours, pages) == ["about/: ../gone/", "about/: ../#gone"]


def test_the_data_are_those_of_the_site(exported: Path, ours: Path) -> None:
    for name in ("briefings.json", "actors.json", "briefings.schema.json", "actors.schema.json"):
        assert (exported / name).read_bytes() == (ours / name).read_bytes()
