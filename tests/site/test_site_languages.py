"""The site in each of its languages: one setting, and nothing on the pages is left in another."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser
from visiting import ROOT, Visit, publish, serving

from briefings.site.words import LOCALES, read_labels, words_in

OTHERS = sorted(set(LOCALES) - {"en"})
NO_END = {"meta", "link", "input", "br", "img", "hr", "path", "source"}
UNSEEN = {"script", "style", "template", "svg", "noscript"}
SPOKEN = ("aria-label", "title", "placeholder", "alt")
NOTE = "The caption that calls the visitor foreign minister"
"""A section that a person wrote into a briefing."""


def names() -> re.Pattern[str]:
    """Find the names of actors: these are the same in every language, and say nothing of which one a text is in."""
    found: set[str] = set()
    for path in (ROOT / "docs" / "actors").glob("*.md"):
        front = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        found |= {front["name"], *front["aliases"], *front["names"].values()}
    longest_first = sorted(found, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first))


NAMES = names()


class Heard(HTMLParser):
    """All that a page says within its article, each with the language a screen reader says it in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.language = ""
        self.said: list[tuple[str, str]] = []
        self.open: list[tuple[str, str, bool, bool]] = []
        """(element, its language, unseen, within the article)"""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        _, language, unseen, inside = self.open[-1] if self.open else ("", "", False, False)
        language = found.get("lang") or language
        self.language = self.language or (language if tag == "html" else "")
        unseen = unseen or tag in UNSEEN or "hidden" in found
        inside = inside or tag == "article"
        if inside and not unseen:
            self.said += [(found[name] or "", language) for name in SPOKEN if found.get(name)]
        if tag not in NO_END:
            self.open.append((tag, language, unseen, inside))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in NO_END:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while any(name == tag for name, *_ in self.open) and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        _, language, unseen, inside = self.open[-1] if self.open else ("", "", True, False)
        text = " ".join(data.split())
        if inside and not unseen and text.strip("¶ "):
            self.said.append((text, language))


def project_in(language: str, folder: Path) -> Path:
    """Return a copy of the repository's own project whose `theme.language` is another, and nothing else."""
    for part in ("docs", "seeds"):
        shutil.copytree(ROOT / part, folder / part)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    changed, number = re.subn(r"(?m)^  language: en\b", f"  language: {language}", settings)
    assert number == 1
    (folder / "mkdocs.yml").write_text(changed, "utf-8")
    return folder


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The repository's site in each language, built strictly."""
    built = {}
    for language in LOCALES:
        project = project_in(language, tmp_path_factory.mktemp(language))
        publish(project, project / "site")
        built[language] = project / "site"
    return built


def pages(site: Path) -> Iterator[tuple[str, Heard]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), Heard(path.read_text("utf-8"))


def own_words(heard: Heard) -> list[str]:
    """Return what a page says in the site's own language, people's notes left out."""
    return [text for text, language in heard.said if language == heard.language and not text.startswith(NOTE)]


@pytest.mark.parametrize("language", LOCALES)
def test_every_page_says_which_language_it_is_in(sites: dict[str, Path], language: str) -> None:
    assert {heard.language for _, heard in pages(sites[language])} == {language}


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_label_is_left(sites: dict[str, Path], language: str) -> None:
    english, other = read_labels("en"), read_labels(language)
    labels = set()
    for key, label in english.items():
        both = [(label, other[key])] if isinstance(label, str) else [(label[name], other[key][name]) for name in label]
        labels |= {re.sub(r"[{]n[}] ", "", text) for text, own in both if text != own and text not in str(own)}
    labels = {label for label in labels if "{" not in label}
    assert len(labels) > 60
    left = re.compile("|".join(rf"(?<!\w){re.escape(label)}(?!\w)" for label in sorted(labels)))
    found = [
        (path, text)
        for path, heard in pages(sites[language])
        for text in own_words(heard)
        if left.search(NAMES.sub(" | ", text))
    ]
    assert found == []


@pytest.mark.parametrize("language", LOCALES)
def test_people_s_own_pages_come_in_the_language_they_are_written_in_and_under_one_address(
    sites: dict[str, Path], language: str
) -> None:
    suffix = "" if language == "en" else f".{language}"
    for name, page in (("about", "about/index.html"), ("index", "index.html")):
        first_line = (ROOT / "docs" / f"{name}{suffix}.md").read_text("utf-8").partition("\n# ")[2].partition("\n")[0]
        heard = Heard((sites[language] / page).read_text("utf-8"))
        assert first_line in [text for text, _ in heard.said]
    assert not list(sites[language].glob("*.nn*"))


def shingles(text: str) -> set[tuple[str, ...]]:
    """Return all that stands in a row of four words."""
    words = re.findall(r"\w+|[|]", text.casefold())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


@pytest.mark.parametrize("language", LOCALES)
def test_words_of_an_article_are_never_read_out_in_another_language(sites: dict[str, Path], language: str) -> None:
    langs = {"000": "nn", "001": "nb", "002": "nn", "003": "da", "004": "nb"}
    articles = {path.name[:3]: path.read_text("utf-8") for path in (ROOT / "seeds").glob("*.txt")}
    of: dict[tuple[str, ...], set[str]] = {}
    for number, text in articles.items():
        for shingle in shingles(text):
            of.setdefault(shingle, set()).add(langs[number])
    heard_of = 0
    for path, heard in pages(sites[language]):
        for text, spoken in heard.said:
            for shingle in shingles(NAMES.sub(" | ", text)) & of.keys():
                heard_of += 1
                assert spoken in of[shingle], f"{path}: {text!r} is read out in {spoken}"
    assert heard_of > 1000


@pytest.mark.parametrize("language", LOCALES)
def test_a_role_is_marked_with_the_language_of_the_briefing_that_gives_it(
    sites: dict[str, Path], language: str
) -> None:
    roles: dict[str, set[str]] = {}
    for path in (ROOT / "docs" / "briefings").glob("*.md"):
        front = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        for actor in front["actors"]:
            if isinstance(actor, dict):
                roles.setdefault(actor["role"], set()).add(front["lang"])
    heard_of = {(text, spoken) for _, heard in pages(sites[language]) for text, spoken in heard.said if text in roles}
    assert {text for text, _ in heard_of} == set(roles)
    assert {(text, spoken) for text, spoken in heard_of if spoken not in roles[text]} == set()


@pytest.mark.parametrize(
    ("language", "strip", "july", "season"),
    [
        ("en", "September 2023, from the article's header · Danish ·", "July 2023", "26 July 2023"),
        ("nb", "September 2023, fra toppen av artikkelen · dansk ·", "Juli 2023", "26. juli 2023"),
        ("nn", "September 2023, frå toppen av artikkelen · dansk ·", "Juli 2023", "26. juli 2023"),
        ("da", "September 2023, fra artiklens top · dansk ·", "Juli 2023", "26. juli 2023"),
    ],
)
def test_dates_and_languages_are_in_the_sites_words(
    sites: dict[str, Path], language: str, strip: str, july: str, season: str
) -> None:
    found = dict(pages(sites[language]))
    briefing = found["briefings/2023-09-det-lukkede-land-nordkorea-far-pa-et-endnu-ikke-fastsat/index.html"]
    assert strip in [text for text, _ in briefing.said]
    assert july in own_words(found["dates/2023/07/index.html"])
    assert season in own_words(found["dates/2023/07/index.html"])
    raw = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
    assert [(path, text) for path, heard in found.items() for text in own_words(heard) if raw.search(text)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_links_to_sections_hold_whatever_language_the_site_is_in(sites: dict[str, Path], language: str) -> None:
    def anchors(site: Path) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in sorted(site.rglob("index.html")):
            ids = re.findall(r'<h2 id="([^"]*)"', path.read_text("utf-8"))
            # The index of actors follows their names, and states are called otherwise in another language.
            if not path.is_relative_to(site / "actors" / "by" / "country") and path.parent != site / "actors":
                found[path.relative_to(site).as_posix()] = ids
        return found

    assert anchors(sites[language]) == anchors(sites["en"])
    briefing = next(ids for path, ids in anchors(sites[language]).items() if "sjojgu-pa-diktator-besok" in path)
    assert briefing[:4] == ["key-points", "note", "timeline", "statements"]


def test_a_translation_comes_first_on_a_site_in_its_language_and_the_original_right_under_it(
    sites: dict[str, Path],
) -> None:
    path = "briefings/2023-07-sjojgu-pa-diktator-besok/index.html"
    english, danish = (dict(pages(sites[language]))[path] for language in ("en", "da"))
    title = english.said.index(("Shoigu pays a visit to a dictator", "en"))
    original = english.said.index(("Sjojgu på diktator-besøk", "nb"))
    assert english.said[title + 1 : original] in ([], [("Link to this section", "en")])
    summary = next(at for at, (text, _) in enumerate(english.said) if text.startswith("Russia's defence minister had"))
    assert english.said[summary][1] == "en"
    assert english.said[summary + 1][0].startswith("Russlands forsvarsminister fikk «æren»")
    assert english.said[summary + 1][1] == "nb"
    assert ("Sjojgu på diktator-besøk", "nb") in danish.said
    assert not [text for text, _ in danish.said if "Shoigu" in text]


@pytest.mark.parametrize("language", OTHERS)
def test_what_the_theme_says_follows_from_the_same_setting(sites: dict[str, Path], language: str) -> None:
    page = (sites[language] / "dates" / "index.html").read_text("utf-8")
    words = words_in(language)
    spoken = set(re.findall(r'(?:aria-label|title|placeholder)="([^"]*)"', page))
    assert {*words.group("palette").values(), words.group("theme")["header"], words("section_link")} <= spoken
    english = dict(read_labels("en"))
    theirs = {"Header", "Footer", "Search", "Table of contents", "Tabs", "Navigation", *english["palette"].values()}
    assert spoken & theirs <= ({"Navigation"} if language == "da" else set())
    assert f'<meta name="description" content="{words("site_description")}">' in page
    assert words("copyright") in page
    assert words("dates") in re.findall(r'<a href="[^"]*" class="md-tabs__link">\s*([^<]*?)\s*</a>', page)


def test_a_language_the_site_does_not_speak_is_said_so_and_fails_a_strict_build(tmp_path: Path) -> None:
    project = project_in("fi", tmp_path)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "the site's own words are not there in `fi` (theme.language)" in done.stderr


def test_language_no_is_taken_for_bokmal_though_yaml_reads_it_as_false(tmp_path: Path) -> None:
    project = project_in("no", tmp_path)
    publish(project, project / "site")
    assert Heard((project / "site" / "dates" / "index.html").read_text("utf-8")).language == "nb"


@pytest.mark.browser
@pytest.mark.parametrize("language", OTHERS)
def test_the_search_speaks_the_language_and_shows_titles_in_theirs(
    sites: dict[str, Path], browser: Browser, language: str
) -> None:
    words = words_in(language)
    with serving(sites[language]) as url:
        context = browser.new_context()
        visit = Visit(context, url)
        page = visit.go()
        page.keyboard.press("/")
        field = page.locator("dialog[open] input[type=search]")
        field.fill("diktator")
        visit.until(
            "() => /^[0-9]+ resultat(er)? for diktator$/.test(document.querySelector('.pf-summary')?.textContent)"
        )
        visit.until("() => document.querySelector('.briefings-found__link')")
        assert field.get_attribute("placeholder") == words("search_hint")
        link = page.locator(".briefings-found__link", has_text="Sjojgu på diktator-besøk")
        assert link.get_attribute("lang") == "nb"
        kinds = page.locator("select[data-filter=type] option").all_inner_texts()
        assert kinds[0] == words("search_any")
        assert any(kind.startswith(words("briefing")) for kind in kinds)
        context.close()
    assert visit.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("asked", ["visit to a dictator", "diktator-besøk"])
def test_a_briefing_is_found_by_its_translation_and_by_its_original(
    sites: dict[str, Path], browser: Browser, asked: str
) -> None:
    with serving(sites["en"]) as url:
        context = browser.new_context()
        visit = Visit(context, url)
        visit.go()
        visit.ask(asked)
        assert visit.found()[0] == "Shoigu pays a visit to a dictator"
        first = visit.page.locator(".briefings-found__original").first
        assert (first.inner_text(), first.get_attribute("lang")) == ("Sjojgu på diktator-besøk", "nb")
        context.close()


@pytest.mark.browser
def test_a_translation_into_another_language_than_the_sites_finds_the_briefing_too(
    sites: dict[str, Path], browser: Browser
) -> None:
    with serving(sites["da"]) as url:
        context = browser.new_context()
        visit = Visit(context, url)
        page = visit.go()
        page.keyboard.press("/")
        page.locator("dialog[open] input[type=search]").fill("red-carpet welcome")
        visit.until("() => document.querySelector('.briefings-found__link')")
        assert visit.found()[0] == "Sjojgu tatt imot på raud laupar i Nord-Korea"
        context.close()
