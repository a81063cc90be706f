"""The way out: what `briefings export` writes, and what it never touches."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.cli import main
from briefings.errors import BriefingsError
from briefings.page import page_of_text
from briefings.plugin import BriefingsConfig
from briefings.site.front_matter import with_front_matter
from briefings.site.plain import address_of
from briefings.store import write_tree
from desk import ROOT, Desk

KIM = "2023-09-kim-jong-un-til-putin-eg-stottar-din-heilage-kamp-mot-vesten"
DIARY = "---\ntitle: Today\ndate: 2024-02-03\nlang: nb\nactors: [kim-jong-un]\n---\nNoted.\n"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")


@pytest.fixture
def full_desk(tmp_path: Path) -> Desk:
    """A desk with the repository's own articles and pages."""
    for folder in ("docs", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return Desk(tmp_path)


def files_in(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def export(desk: Desk, *options: str, exit_code: int = 0, to: str = "out") -> dict[str, str]:
    """Export, and return the texts of what was written, by path; pictures and fonts as nothing."""
    result = desk.run("export", str(desk.root / to), *options)
    assert result.exit_code == exit_code, result.output
    return {path: data.decode("utf-8", "replace") for path, data in files_in(desk.root / to).items()}


def front(text: str) -> dict[str, Any]:
    _, yaml_text, _ = text.split("---\n", 2)
    found: dict[str, Any] = yaml.safe_load(yaml_text)
    return found


class TestWhatIsWritten:
    def test_is_every_page_and_file_of_docs_but_those_in_dot_folders(self, full_desk: Desk) -> None:
        (full_desk.docs / ".cache").mkdir()
        (full_desk.docs / ".cache" / "secret.md").write_text("# Secret\n")
        exported = export(full_desk)
        translated = {f"{page}.{lang}.md" for page in ("index", "about") for lang in ("da", "nb", "nn")}
        wanted = {path for path in files_in(full_desk.docs) if not path.startswith(".")} - translated
        assert wanted - exported.keys() == set()
        assert [path for path in exported if path.startswith(".") or "/." in path] == []
        derived = {"dates/index.md", "dates/2023.md", "dates/2023/07.md", "dates/2023/07/26.md", "actors/index.md"}
        assert derived | {"threads/index.md", "network.md", "briefings.json", "actors.json"} <= exported.keys()

    def test_is_byte_for_byte_what_it_was_where_it_is_no_page(self, full_desk: Desk) -> None:
        (full_desk.docs / "blåbær og is.bin").write_bytes(bytes(range(256)))
        export(full_desk)
        before, after = files_in(full_desk.docs), files_in(full_desk.root / "out")
        others = {path: data for path, data in before.items() if not path.endswith(".md") and path[0] != "."}
        assert len(others) > 5
        assert {path: after[path] for path in others} == others
        assert after["about.md"] == before["about.md"]

    def test_is_the_same_bytes_whatever_the_order_of_sets(self, full_desk: Desk) -> None:
        made = []
        for seed in ("1", "2"):
            folder = full_desk.root / f"out-{seed}"
            subprocess.run(
                [sys.executable, "-m", "briefings", "export", folder, "--docs", "docs", "--seeds", "seeds"],
                cwd=full_desk.root,
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "scripts")},
                check=True,
                capture_output=True,
            )
            made.append(files_in(folder))
        assert len(made[0]) > 50
        assert made[0] == made[1]

    def test_changes_nothing_in_docs(self, full_desk: Desk) -> None:
        before = full_desk.files()
        export(full_desk)
        assert full_desk.files() == before

    def test_names_the_pages_filled_in(self, full_desk: Desk) -> None:
        home = export(full_desk)["index.md"]
        assert home.startswith("---\ntitle: Briefings\nhide: [navigation, toc]\n---\n# Briefings\n")
        assert f"(briefings/{KIM}.md)" in home
        assert "<!-- briefings:" not in home

    def test_has_all_that_other_pages_tell_about_a_briefing(self, full_desk: Desk) -> None:
        page = export(full_desk)[f"briefings/{KIM}.md"]
        assert "## Who is who {: #who-is-who }" in page
        assert "[September 2023](../dates/2023/09.md)" in page
        assert "## From the article {: #from-the-article }" in page

    def test_has_front_matter_that_generators_understand(self, full_desk: Desk) -> None:
        exported = export(full_desk)
        assert front(exported[f"briefings/{KIM}.md"]) == {
            "title": "Kim Jong-un to Putin: “I support your sacred fight against the West”",
            "description": front(exported[f"briefings/{KIM}.md"])["description"],
            "date": "2023-09",
            "lang": "nn",
            "tags": ["toppmøte", "våpen"],
            "hide": ["navigation"],
        }
        assert front(exported[f"briefings/{KIM}.md"])["description"].startswith("North Korea&#x27;s leader")
        assert front(exported["actors/kim-jong-un.md"]) == {"title": "Kim Jong-un"}
        assert front(exported["dates/2023/07.md"]) == {"title": "July 2023", "search": {"exclude": True}}

    def test_keeps_what_people_wrote_in_front_matter_for_a_generator(self, full_desk: Desk) -> None:
        own = "title: Today\nweight: 10\ncomments: true\nhide: [toc]\nsince: 2024-02-03\n"
        (full_desk.docs / "briefings" / "today.md").write_text(DIARY.replace("title: Today\n", own), "utf-8")
        found = front(export(full_desk)["briefings/today.md"])
        assert {key: found[key] for key in ("weight", "comments", "hide")} == {
            "weight": 10,
            "comments": True,
            "hide": ["toc"],
        }
        assert found["since"].isoformat() == "2024-02-03"

    def test_has_no_link_that_needs_the_plugin(self, full_desk: Desk) -> None:
        exported = export(full_desk)
        assert [path for path, text in exported.items() if path.endswith(".md") and 'class="in-page"' in text] == []
        pictures = [line for line in exported["network.md"].splitlines() if 'class="in-picture"' in line]
        assert pictures
        assert 'xlink:href="../actors/kim-jong-un/"' in pictures[0]
        assert ".md" not in pictures[0]

    def test_is_in_the_language_asked_for(self, full_desk: Desk) -> None:
        exported = export(full_desk, "--language", "nn")
        assert "Kva som hende" in exported["index.md"]
        assert "index.nn.md" not in exported
        assert front(exported[f"briefings/{KIM}.md"])["title"].startswith("Kim Jong-un til Putin")
        assert front(exported["dates/2023/07.md"])["title"] == "Juli 2023"
        assert "| må | ty | on | to | fr | la | sø |" in exported["dates/2023.md"].lower()

    def test_shows_as_much_of_the_articles_as_asked_for(self, full_desk: Desk) -> None:
        page = f"briefings/{KIM}.md"
        cited, full, none = (export(full_desk, "--source-text", it, to=it)[page] for it in ("cited", "full", "none"))
        assert len(none) < len(cited) < len(full)
        assert 'class="cited"' in cited
        assert 'class="cited"' not in none

    def test_holds_back_what_is_withdrawn_or_hidden_as_the_site_does(self, full_desk: Desk) -> None:
        (full_desk.docs / "briefings" / "today.md").write_text(
            DIARY.replace("lang: nb", "lang: nb\nstage: withdrawn"), "utf-8"
        )
        actor = full_desk.docs / "actors" / "abc.md"
        actor.write_text(actor.read_text("utf-8").replace("\ntype:", "\nhidden: true\ntype:", 1), "utf-8")
        exported = export(full_desk)
        assert "stands in no list" in exported["briefings/today.md"]
        assert front(exported["briefings/today.md"])["search"] == {"exclude": True}
        assert front(exported["actors/abc.md"])["search"] == {"exclude": True}
        lists = {path: text for path, text in exported.items() if not path.startswith("briefings/")}
        assert [path for path, text in lists.items() if "today.md" in text or "(abc.md" in text] == []

    def test_leads_on_from_old_addresses(self, full_desk: Desk) -> None:
        briefings, actors = full_desk.docs / "briefings", full_desk.docs / "actors"
        (briefings / f"{KIM}.md").rename(briefings / "renamed.md")
        actor = actors / "afp.md"
        actor.write_text(actor.read_text("utf-8").replace("\ntype:", "\nsame_as: nato\ntype:", 1), "utf-8")
        exported = export(full_desk, exit_code=0)
        assert "](renamed.md)" in exported[f"briefings/{KIM}.md"]
        assert "](nato.md)" in exported["actors/afp.md"]

    def test_is_an_empty_site_where_there_is_nothing_yet(self, desk: Desk) -> None:
        (desk.docs / "index.md").write_text("# Mine\n\n<!-- briefings: newest -->\n", "utf-8")
        exported = export(desk)
        assert (
            exported["index.md"]
            == "# Mine\n\nThere are no briefings yet. Put an article into `seeds/` and run `make site`.\n"
        )
        assert {"dates/index.md", "actors/index.md", "threads/index.md"} <= exported.keys()


class TestWhereItIsWritten:
    @pytest.mark.parametrize(
        ("target", "told"),
        [
            ("docs", "this folder lies in"),
            ("docs/new", "this folder lies in"),
            ("docs/briefings/../new", "this folder lies in"),
            ("seeds", "this folder lies in"),
            ("seeds/new/deep", "this folder lies in"),
            (".", "this folder is not empty: it holds a-file"),
            ("a-file", "this is a file, expected a folder"),
            ("a-file/below", "this is a file, expected a folder"),
            ("hidden", "this folder is not empty: it holds .git"),
        ],
    )
    def test_is_never_among_what_people_have(self, full_desk: Desk, target: str, told: str) -> None:
        (full_desk.root / "a-file").write_text("mine")
        (full_desk.root / "hidden" / ".git").mkdir(parents=True)
        before = files_in(full_desk.root)
        result = full_desk.run("export", str(full_desk.root / target))
        assert result.exit_code == 1
        assert told in result.stderr
        assert " — name a " in result.stderr
        assert files_in(full_desk.root) == before

    @posix_only
    def test_is_not_reached_by_a_link_either(self, full_desk: Desk) -> None:
        (full_desk.root / "link").symlink_to("docs/actors")
        (full_desk.root / "nowhere").symlink_to("gone")
        before = files_in(full_desk.root)
        for name in ("link", "link/new", "nowhere"):
            result = full_desk.run("export", str(full_desk.root / name))
            assert (result.exit_code, " — name a " in result.stderr) == (1, True), result.output
        assert files_in(full_desk.root) == before

    def test_may_be_an_empty_folder_but_only_once(self, full_desk: Desk) -> None:
        (full_desk.root / "out").mkdir()
        first = export(full_desk)
        (full_desk.root / "out" / "index.md").write_text("mine", "utf-8")
        again = full_desk.run("export", str(full_desk.root / "out"), "--language", "nn")
        assert again.exit_code == 1
        assert "is not empty: it holds about.md — name a new folder, or empty this one" in again.stderr
        left = {path: data.decode("utf-8", "replace") for path, data in files_in(full_desk.root / "out").items()}
        assert left == {**first, "index.md": "mine"}

    @pytest.mark.parametrize("path", ["../evil.md", "briefings/../../evil.md", "/evil.md", ".."])
    def test_holds_every_path(self, tmp_path: Path, path: str) -> None:
        path = path.replace("/evil", f"{tmp_path.as_posix()}/evil", 1) if path.startswith("/") else path
        with pytest.raises(BriefingsError, match="leads out of the folder"):
            write_tree(tmp_path / "out", [(path, b"")])
        assert files_in(tmp_path) == {}

    def test_is_left_with_a_word_where_it_cannot_be_written_whole(self, tmp_path: Path) -> None:
        with pytest.raises(BriefingsError) as raised:
            write_tree(tmp_path / "out", [("a.md", b"1"), ("b", b"2"), ("b/c.md", b"3"), ("d.md", b"4")])
        (problem,) = raised.value.problems
        assert "what lies in the folder is not whole (files written before: 2)" in problem.message
        assert "empty it, and run again" in problem.fix

    def test_loses_nothing_to_two_files_of_one_name(self, tmp_path: Path) -> None:
        with pytest.raises(BriefingsError):
            write_tree(tmp_path / "out", [("a.md", b"first"), ("a.md", b"second")])
        assert files_in(tmp_path) == {"out/a.md": b"first"}


class TestWhatIsWrong:
    def test_is_told_of_a_page_that_cannot_be_read_and_all_others_are_there(self, full_desk: Desk) -> None:
        page = full_desk.docs / "briefings" / f"{KIM}.md"
        text = page.read_text("utf-8")
        page.write_text(text.replace("\nlang: nn", '\nlang: "nn'), "utf-8")
        line = text.splitlines().index("lang: nn") + 1
        whole = len(files_in(full_desk.docs))
        result = full_desk.run("export", str(full_desk.root / "out"))
        assert result.exit_code == 1
        assert f"docs/briefings/{KIM}.md:{line}:7: the quotation mark" in result.stderr
        exported = files_in(full_desk.root / "out")
        unreadable = exported[f"briefings/{KIM}.md"].decode()
        assert front(unreadable) == {"title": "This page cannot be read", "search": {"exclude": True}}
        assert "# This page cannot be read\n" in unreadable
        assert f"{KIM}.md&#58;{line}&#58;7" in unreadable
        assert len(exported) > whole / 2
        assert b"](../briefings/" in exported["actors/kim-jong-un.md"]

    def test_is_told_of_prose_in_another_encoding(self, full_desk: Desk) -> None:
        (full_desk.docs / "note.md").write_bytes("# Note\n\nBlåbær\n".encode("cp1252"))
        result = full_desk.run("export", str(full_desk.root / "out"))
        assert result.exit_code == 1
        assert "docs/note.md:3:3: this is no UTF-8 (byte 0xe5) — save the file as UTF-8" in result.stderr
        assert "# This page cannot be read" in (full_desk.root / "out" / "note.md").read_text("utf-8")

    def test_is_told_of_a_broken_link(self, full_desk: Desk) -> None:
        (full_desk.docs / "briefings" / "today.md").write_text(f"{DIARY}[x](gone.md) [y](../dates/2023.md)\n", "utf-8")
        result = full_desk.run("export", str(full_desk.root / "out"))
        assert result.exit_code == 1
        assert "today.md:8:5: there is no page gone.md" in result.stderr
        assert "dates/2023.md" not in result.stderr

    def test_leaves_a_persons_file_where_a_derived_page_belongs(self, full_desk: Desk) -> None:
        (full_desk.docs / "dates").mkdir()
        (full_desk.docs / "dates" / "2023.md").write_text("# My own year\n", "utf-8")
        result = full_desk.run("export", str(full_desk.root / "out"))
        assert result.exit_code == 1
        assert "docs/dates/2023.md:1:1: this file lies where the site puts a page of its own" in result.stderr
        assert (full_desk.root / "out" / "dates" / "2023.md").read_text("utf-8") == "# My own year\n"

    @posix_only
    def test_never_follows_links_out_of_docs(self, full_desk: Desk) -> None:
        outside = full_desk.root / "outside"
        outside.mkdir()
        (outside / "secret.md").write_text("# Secret\n", "utf-8")
        (full_desk.docs / "folder").symlink_to(outside)
        (full_desk.docs / "page.md").symlink_to(outside / "secret.md")
        (full_desk.docs / "data.csv").symlink_to(outside / "secret.md")
        (full_desk.docs / "same.md").symlink_to("about.md")
        result = full_desk.run("export", str(full_desk.root / "out"))
        assert result.exit_code == 1
        for name in ("folder: links to folders", "page.md: this link leads out", "data.csv: this link leads out"):
            assert f"docs/{name}" in result.stderr
        exported = files_in(full_desk.root / "out")
        assert [path for path, data in exported.items() if b"Secret" in data] == []
        assert exported["same.md"] == exported["about.md"]

    def test_takes_no_path_from_the_index_of_names(self, full_desk: Desk) -> None:
        names = full_desk.docs / ".offered" / "names.yml"
        added = '"../../evil": 002_5c2f730a56beb5fd\n"below/it": 002_5c2f730a56beb5fd\nold: 002_5c2f730a56beb5fd\n'
        names.write_text(names.read_text("utf-8") + added, "utf-8")
        exported = export(full_desk)
        assert f"]({KIM}.md)" in exported["briefings/old.md"]
        assert [path for path in exported if "evil" in path or "below" in path] == []
        assert not (full_desk.root / "evil.md").exists()

    def test_warns_where_articles_or_a_home_page_are_missing(self, full_desk: Desk) -> None:
        shutil.rmtree(full_desk.seeds)
        for page in full_desk.docs.glob("index*.md"):
            page.unlink()
        result = full_desk.run("export", str(full_desk.root / "out"))
        assert result.exit_code == 0
        assert "no such folder, so the pages show no words of the articles — name it with --seeds" in result.stderr
        assert "docs/index.md: warning: there is no home page" in result.stderr

    def test_needs_pages(self, tmp_path: Path) -> None:
        result = Desk(tmp_path).run("export", str(tmp_path / "out"))
        assert (result.exit_code, "no such folder" in result.stderr) == (1, True)
        assert not (tmp_path / "out").exists()


def test_no_title_becomes_markup(full_desk: Desk) -> None:
    harm = "</title><script>harm()</script>"
    (full_desk.docs / "briefings" / "harm.md").write_text(
        DIARY.replace("Today", f"'{harm} \"& 🔥'").replace("lang: nb", f"lang: nb\nthread: '{harm} 🔥'"), "utf-8"
    )
    (full_desk.docs / "briefings" / "more.md").write_text(
        DIARY.replace("lang: nb", f"lang: nb\nthread: '{harm} 🔥'"), "utf-8"
    )
    exported = export(full_desk)
    assert [path for path, text in exported.items() if path.endswith(".md") and "<script>" in text] == []
    assert front(exported["briefings/harm.md"])["title"].endswith("&quot;&amp; 🔥")
    titles = [front(text)["title"] for path, text in exported.items() if path.startswith("threads/")]
    assert "&lt;/title&gt;&lt;script&gt;harm()&lt;/script&gt; 🔥" in titles


@example({"no": "ja", "y: z": "n", "a": "\U0001f525\u2028\x85\x7f\ufeff", "b": "x\n---\n"})
@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1) | st.booleans() | st.integers(), min_size=1))
def test_front_matter_reads_back_as_what_it_is(values: Mapping[str, Any]) -> None:
    page = page_of_text("", with_front_matter("Body.\n", values))
    assert (yaml.safe_load(page.front), page.body) == (values, "Body.\n")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", "./"),
        ("about.md", "about/"),
        ("actors/index.md", "actors/"),
        ("dates/2023/07.md", "dates/2023/07/"),
        ("notes/README.md", "notes/"),
        ("blåbær og is.md", "bl%C3%A5b%C3%A6r%20og%20is/"),
    ],
)
def test_a_page_has_the_address_that_a_directory_gives_it(path: str, address: str) -> None:
    assert address_of(path) == address


def test_the_command_offers_what_the_plugin_does() -> None:
    (offered,) = [option for option in main.commands["export"].params if option.name == "extent"]
    known = vars(BriefingsConfig)["source_text"]
    assert (tuple(offered.type.choices), offered.default) == (tuple(known.choices), known.default)
