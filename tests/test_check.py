from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.check import check_pages, read_page
from briefings.check.dates import human_to_edtf
from briefings.edtf_date import is_valid
from briefings.errors import BriefingsError, Problem, Severity
from briefings.store import File

SEEDS = frozenset({"001_moss.txt", "002_oslo.txt"})
NAMES = {"2023-07-toppmote-i-moss": "001_moss", "2023-07-gamalt-namn": "001_moss", "2023-08-oslo": "002_oslo"}
PARAGRAPHS = {"001_moss.txt": 12, "002_oslo.txt": 40}

GOOD = """\
---
title: "Toppmøte i Moss: – Vi er samde"
date: 2023-07-26
date_basis: corpus 002_oslo
lang: nn
stage: draft
summary: >-
  Kari Nordmann møtte Ola Dahl i Moss. Dei er samde.
actors:
  - {id: kari-nordmann, role: statsråd}
  - norway
places: [Moss, Jeløy]
related:
  - {page: 2023-08-oslo, why: same event}
  - {page: 2023-08-oslo, why: background, at: 12}
tags: [fred, "2023"]
thread: fredssamtalane
translations:
  en: {title: "Summit in Moss", summary: "They met."}
source: {seed: 001_moss.txt, outlet: NRK, url: "https://www.nrk.no/1"}
our_own_key: [whatever, {we: like}]
status: new
---
## Key points
- [Kari Nordmann](../actors/kari-nordmann.md) møtte Ola Dahl. [¶7](#p7)

## Timeline
- **2023-07-26** Møtet i Moss. [¶3](#p3)

## Statements
> Vi er samde

— [Kari Nordmann](../actors/kari-nordmann.md) [¶9](#p9)

- [Noreg](../actors/norway.md), via [NTB](https://www.ntb.no/): Alt er avtalt. [¶10](#p10)

## Assessment
Sjå òg [saka frå Oslo](2023-08-oslo.md#p2) og `[kode](nowhere.md)`.
"""
OSLO = "---\ntitle: Etter møtet\nsource: {seed: 002_oslo.txt}\n---\n"
KARI = """\
---
name: Kari Nordmann
type: person
aliases: [Nordmann, statsråden]
names: {ru: Кари Нордман}
country: NOR
---
"""
NORWAY = "---\nname: Noreg\ntype: state\ncountry: NOR\nhidden: false\n---\nEit land.\n"


def check(briefings: dict[str, str], actors: dict[str, str] | None = None) -> tuple[Problem, ...]:
    """Check pages given by name, beside the two briefings and actors that every case may refer to."""
    pages = {"2023-07-toppmote-i-moss": GOOD, "2023-08-oslo": OSLO} | briefings
    people = {"kari-nordmann": KARI, "norway": NORWAY} | (actors or {})
    return check_pages(files("briefings", pages), files("actors", people), SEEDS, NAMES, PARAGRAPHS)


def files(folder: str, pages: dict[str, str]) -> list[File]:
    return [File(Path(f"docs/{folder}/{name}.md"), text.encode()) for name, text in pages.items()]


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, "\n".join(map(str, problems))
    return problems[0]


def place(problem: Problem) -> str:
    return f"{problem.line}:{problem.column}"


def page(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "Tekst.", ""])


def test_a_valid_page_with_every_key_and_section_yields_nothing() -> None:
    assert check({}) == ()


def test_the_order_in_which_pages_are_given_does_not_matter() -> None:
    pages = files("briefings", {"b": page("title: 1"), "a": page("title: 2"), "c": page("lang: no")})
    assert check_pages(pages, [], SEEDS) == check_pages(pages[::-1], [], SEEDS)


ERROR, WARNING = Severity.ERROR, Severity.WARNING

# Lines of the front matter after `title: x` (line 2), so the first given stands on line 3.
FRONT = [
    # dates
    ("date: 26. juli 2023", "3:7", ERROR, "`26. juli 2023`", "write 2023-07-26"),
    ("date: 26.07.2023", "3:7", ERROR, "`26.07.2023`", "write 2023-07-26"),
    ("date: sommaren 2023", "3:7", ERROR, "expected the form YEAR-MONTH-DAY", "write 2023-22"),
    ("date: 2023-07?~", "3:7", ERROR, "`2023-07?~`", "write 2023-07%"),
    ("date: 2023-02-30", "3:7", ERROR, "February 2023 has 28 days", "only what is sure"),
    ('date: "2023-02-30"', "3:7", ERROR, "February 2023 has 28 days", "only what is sure"),
    ("date: 2023-13", "3:7", ERROR, "no month 13", "only what is sure"),
    ("date: 2024/2023", "3:7", ERROR, "ends before it begins", "write 2023/2024"),
    ("date: i går", "3:7", ERROR, "no date", "2023-07-26, 2023-07"),
    ("date: [2023]", "3:7", ERROR, "a list", "one date"),
    # words out of a few
    ("lang: no", "3:7", ERROR, "MkDocs reads `no` as false", "nb for Bokmål, nn for Nynorsk"),
    ("lang: norsk", "3:7", ERROR, "two written Norwegians", "nb for Bokmål, nn for Nynorsk"),
    ("lang: Nynorsk", "3:7", ERROR, "expected nn, nb, da, sv or en", "write nn"),
    ("lang: nb-NO", "3:7", ERROR, "`nb-NO`", "write nb"),
    ("lang: fi", "3:7", ERROR, "expected nn, nb, da, sv or en", "write nn, nb, da"),
    ("stage: drafft", "3:8", ERROR, "`drafft`", "write draft"),
    ("stage: “reviewed”", "3:8", ERROR, "`“reviewed”`", "write reviewed"),
    ("stage: published", "3:8", ERROR, "expected draft, reviewed or withdrawn", "write reviewed"),
    ("stage: later", "3:8", ERROR, "`later`", "write draft, reviewed or withdrawn"),
    ("date_basis: heder", "3:13", ERROR, "`heder`", "write header"),
    ("date_basis: corpus", "3:13", ERROR, "expected the seed", "without .txt"),
    ("date_basis: corpus 001_mos", "3:13", WARNING, "not in seeds/", "write corpus 001_moss"),
    # text that YAML takes for something else
    ("thread: 2024", "3:9", WARNING, "as a number", 'write "2024"'),
    ("thread: no", "3:9", WARNING, "as true or false", 'write "no"'),
    ("thread: 12:30", "3:9", WARNING, "as a number", 'write "12:30"'),
    ("thread: 2023-07-26", "3:9", WARNING, "as a date", 'write "2023-07-26"'),
    ("tags: [a, 2024]", "3:11", WARNING, "as a number", 'write "2024"'),
    ("summary: [a, b]", "3:10", ERROR, "a list, expected text", "in quotes"),
    # lists
    ("tags: a, b", "3:7", WARNING, "expected a list", "write tags: [a, b]"),
    ("tags: {a: b}", "3:7", ERROR, "expected a list", "tags: ["),
    ("tags:\n  - a\n  -", "5:4", ERROR, "empty", "delete the line"),
    ("places:\n  - {x: y}", "4:5", ERROR, "expected text", "as one text"),
    # actors
    ("actors: [kari-nordman]", "3:10", ERROR, "no actor page for `kari-nordman`", "write kari-nordmann"),
    ("actors: [Kari Nordmann]", "3:10", ERROR, "expected an actor's id", "write kari-nordmann"),
    ("actors: [statsråden]", "3:10", ERROR, "expected an actor's id", "write kari-nordmann"),
    ("actors: [ola-dahl]", "3:10", ERROR, "no actor page", "docs/actors/ola-dahl.md"),
    ("actors:\n  - norway\n  - {id: nowhere, role: x}", "5:10", ERROR, "no actor page", "docs/actors/nowhere.md"),
    ("actors:\n  - {role: x}", "4:5", ERROR, "no id", "add id:"),
    ("actors: [norway, {id: norway}]", "3:18", WARNING, "`norway` stands twice", "delete one"),
    ("actors: [{id: norway, roel: x}]", "3:23", WARNING, "`roel`", "role:"),
    ("actors: [{id: norway, role: 1}]", "3:29", WARNING, "as a number", 'write "1"'),
    # other pages
    ("related: [{page: 2023-08-olso, why: same event}]", "3:18", ERROR, "no briefing page", "write 2023-08-oslo"),
    ("related: [{page: ../briefings/2023-08-oslo.md}]", "3:18", ERROR, "no briefing page", "write 2023-08-oslo"),
    (
        "related: [{page: 2023-08-oslo, why: same}]",
        "3:37",
        ERROR,
        "expected same event or background",
        "write same event",
    ),
    ("related: [{page: 2023-08-oslo, at: ¶3}]", "3:36", ERROR, "number of a paragraph", "write 3"),
    ("related: [{page: 2023-08-oslo, at: 13}]", "3:36", ERROR, "the seed has 12 paragraphs", "1 to 12"),
    ("related: [{why: background}]", "3:11", ERROR, "no page", "add page:"),
    ("related: [2023-07-toppmote-i-moss]", "3:11", ERROR, "this very page", "another page"),
    ("related: [2023-07-gamalt-namn]", "3:11", ERROR, "this very page", "another page"),
    # source, translations
    ("source: {seed: 001_mos.txt}", "3:16", WARNING, "no file `001_mos.txt` in seeds/", "write 001_moss.txt"),
    ("source: {seed: 001_moss}", "3:16", WARNING, "no file", "write 001_moss.txt"),
    ("source: {seed: borte.txt}", "3:16", WARNING, "no file", "put the file back"),
    ("source: [001_moss.txt]", "3:9", ERROR, "expected `key: value` lines", "source: {seed:"),
    ("source: {url: www.nrk.no}", "3:15", ERROR, "expected a web address", "https://"),
    ("source: {url: javascript:alert(1)}", "3:15", ERROR, "expected a web address", "https://"),
    ("translations: {no: {title: x}}", "3:16", ERROR, "`no` as a language", "nb for Bokmål"),
    ("translations: {engelsk: {title: x}}", "3:16", ERROR, "no language code", "such as en"),
    ("translations: Summit", "3:15", ERROR, "a line for each language", "translations: {en:"),
    ("translations: {en: Summit}", "3:20", ERROR, "expected `key: value` lines", "{title:"),
    # keys
    ("actor: [norway]", "3:1", WARNING, "`actor` is not one the site reads", "actors:"),
    ("Lang: nn", "3:1", WARNING, "`Lang`", "lang: nn"),
    ("sammendrag: x", "3:1", WARNING, "`summary` is", "summary:"),
]


@pytest.mark.parametrize(("lines", "where", "severity", "words", "fix"), FRONT, ids=[case[0] for case in FRONT])
def test_a_wrong_value_is_shown_at_its_place_with_what_was_expected_and_how_to_mend_it(
    lines: str, where: str, severity: Severity, words: str, fix: str
) -> None:
    seed = "" if lines.startswith("source") else "\nsource: {seed: 001_moss.txt}"
    problem = only(check({"2023-07-toppmote-i-moss": page("title: x", *f"{lines}{seed}".split("\n"))}))
    assert (place(problem), problem.severity) == (where, severity)
    assert words in problem.message
    assert fix in problem.fix


FINE = [
    "our_key: 1",
    "subtitle: x",
    "hide: [toc]",
    "description: x",
    "date: 2023-07~",
    "date: 2022/..",
    "date:",
    "actors: norway",
    "tags: alone",
    "stage: Reviewed",
    "source: 001_moss.txt",
    "related: [2023-08-oslo]",
    "related: [{page: 2023-08-oslo.md, why: background}]",
    "date_basis: editor",
    "summary: |\n  Ja: nei\n  # og",
    "translations: {}",
]


@pytest.mark.parametrize("lines", FINE)
def test_what_the_site_reads_well_and_keys_of_peoples_own_are_no_problem(lines: str) -> None:
    assert check({"2023-09-ny": page("title: x", *lines.split("\n"))} | without_moss(lines)) == ()


def without_moss(lines: str) -> dict[str, str]:
    return {"2023-07-toppmote-i-moss": page("title: y")} if "001_moss" in lines else {}


TITLES = [
    ("title:", "2:7", ERROR, "empty", 'title: "'),
    ("title: ~", "2:8", ERROR, "empty", 'title: "'),
    ("lang: nn", "2:0", ERROR, "no title", 'title: "'),
    ("title: 2024", "2:8", WARNING, "as a number", 'write "2024"'),
    ("title: no", "2:8", WARNING, "as true or false", 'write "no"'),
]


@pytest.mark.parametrize(("line", "where", "severity", "words", "fix"), TITLES, ids=[case[0] for case in TITLES])
def test_a_title_must_be_there_and_be_text(line: str, where: str, severity: Severity, words: str, fix: str) -> None:
    problem = only(check({"2023-09-ny": page(line)}))
    assert (place(problem), problem.severity) == (where, severity)
    assert words in problem.message
    assert fix in problem.fix


def test_a_page_without_front_matter_is_told_how_to_begin_and_a_folders_index_is_left_alone() -> None:
    assert "begin the file with ---" in only(check({"ny": "# Tittel\n"})).fix
    assert check({"index": "# Alle saker\n", "README": "Om mappa\n"}, {"index": "# Aktørar\n"}) == ()


ACTORS = [
    ("type: persson", "3:7", ERROR, "expected person, organisation or state", "write person"),
    ("type: organization", "3:7", ERROR, "`organization`", "write organisation"),
    ("type: person\ncountry: NO", "4:10", ERROR, "three capitals", "write NOR"),
    ("type: person\ncountry: Sør-Korea", "4:10", ERROR, "three capitals", "write KOR"),
    ("type: person\ncountry: nor", "4:10", ERROR, "three capitals", "write NOR"),
    ("type: person\ncountry: XYZ", "4:10", ERROR, "`XYZ`", "delete the line"),
    ("type: person\nhidden: ja", "4:9", ERROR, "expected true or false", "write true"),
    ("type: person\nnames: {no: Ola}", "4:9", ERROR, "`no` as a language", "nn for Nynorsk"),
    ("type: person\naliases: Dahl, Ola D.", "4:10", WARNING, "expected a list", "aliases: [Dahl, Ola D.]"),
    ("type: person\nsame_as: kari-normann", "4:10", ERROR, "no actor page", "write kari-nordmann"),
    ("type: person\nsame_as: ola-dahl", "4:10", ERROR, "ola-dahl is said to be itself", "delete"),
    ("type: person\nnot_same_as: [norway, ola-dahl]", "4:23", ERROR, "not to be itself", "delete"),
    ("type: person\nnot_same_as: nowhere", "4:14", ERROR, "no actor page", "write an existing id, such as norway"),
    ("type: person\nsame_as: nobody", "4:10", ERROR, "no actor page", "write an existing id, such as norway"),
    ("type: person\nsame_as: norway\nnot_same_as: norway", "5:14", ERROR, "same_as makes them one", "delete"),
    ("type: person\naliases: [kari  nordmann]", "4:11", WARNING, "borne by kari-nordmann", "same_as: kari-nordmann"),
    ("type: person\nalias: [Dahl]", "4:1", WARNING, "`alias`", "aliases:"),
]


@pytest.mark.parametrize(("lines", "where", "severity", "words", "fix"), ACTORS, ids=[case[0] for case in ACTORS])
def test_a_wrong_value_of_an_actor_page_is_shown_at_its_place(
    lines: str, where: str, severity: Severity, words: str, fix: str
) -> None:
    found = check({}, {"ola-dahl": page("name: Ola Dahl", *lines.split("\n"))})
    problem = only(tuple(problem for problem in found if problem.path == "docs/actors/ola-dahl.md"))
    assert (place(problem), problem.severity) == (where, severity)
    assert words in problem.message
    assert fix in problem.fix


def test_an_actor_page_lacking_name_and_type_is_told_both() -> None:
    messages = [problem.message for problem in check({}, {"ola": page("role: x")})]
    assert messages == ["the page has no name", "the page has no type"]


def test_a_file_name_that_is_no_id_is_told_a_name_that_is() -> None:
    problem = only(check({}, {"Øle Dahl": page("name: Øle", "type: person")}))
    assert problem.line == 0
    assert "rename the file to ole-dahl.md" in problem.fix


def test_same_as_in_a_circle_is_said_on_every_page_of_it_and_nowhere_else() -> None:
    ring = {ident: page(f"name: {ident}", "type: person", f"same_as: {to}") for ident, to in ("ab", "bc", "ca", "da")}
    found = check({}, ring)
    assert [(Path(problem.path).stem, problem.message) for problem in found] == [
        ("a", "same_as goes in a circle: a → b → c → a"),
        ("b", "same_as goes in a circle: b → c → a → b"),
        ("c", "same_as goes in a circle: c → a → b → c"),
    ]


def test_actors_made_one_over_a_third_cannot_be_said_apart() -> None:
    third = {
        "x": page("name: X", "type: person", "same_as: norway", "not_same_as: y"),
        "y": page("name: Y", "type: person", "same_as: norway"),
    }
    assert "x is said not to be y, but same_as makes them one" in only(check({}, third)).message


def test_two_bearers_of_one_name_are_no_problem_once_a_person_has_said_who_is_who() -> None:
    for decision in ("same_as: kari-nordmann", "not_same_as: [kari-nordmann]"):
        assert check({}, {"kari-2": page("name: Kari Nordmann", "type: person", decision)}) == ()
    assert check({}, {"kari-2": page("name: Nordmann", "type: person")}) == ()


def test_two_pages_with_one_seed_are_both_told_of_the_other() -> None:
    found = check({"2023-07-kopi": page("title: x", "source:", "  seed: 001_moss.txt")})
    assert [(problem.path, place(problem), problem.severity) for problem in found] == [
        ("docs/briefings/2023-07-kopi.md", "4:9", ERROR),
        ("docs/briefings/2023-07-toppmote-i-moss.md", "20:16", ERROR),
    ]
    assert "docs/briefings/2023-07-toppmote-i-moss.md" in found[0].message
    assert "docs/briefings/2023-07-kopi.md" in found[1].message


# --- below the front matter -----------------------------------------------------------------------------------------

# The body begins on line 5.
BODY = [
    ("Sjå [Kari](../actors/kari-nordman.md).", "5:12", ERROR, "no actor page kari-nordman.md", "kari-nordmann.md"),
    ("Sjå [ho](../actors/nowhere.md#x)", "5:10", ERROR, "no actor page", "create docs/actors/nowhere.md"),
    ("Sjå [saka](2023-08-olso.md)", "5:12", ERROR, "no briefing page", "link to 2023-08-oslo.md"),
    ("Sjå [saka](../briefings/2023-08-olso.md)", "5:12", ERROR, "no briefing page", "2023-08-oslo.md"),
    ("Sjå [saka](2023-07-gamalt-namn.md)", "5:12", WARNING, "has a new name", "2023-07-toppmote-i-moss.md"),
    ("[k]: ../actors/nowhere.md", "5:6", ERROR, "no actor page", "create"),
    ("Han sa det. [¶7](#p8)", "5:13", WARNING, "¶7 links to paragraph 8", "[¶7](#p7)"),
    ("Han sa det. [¶41](#p41)", "5:13", WARNING, "the seed has no ¶41", "¶1 to ¶40"),
    ("## Keypoints", "5:1", WARNING, "`## Key points` is", "write ## Key points"),
    ("## timeline", "5:1", WARNING, "`## Timeline` is", "write ## Timeline"),
    ("### Statements", "5:1", WARNING, "`## Statements` is", "write ## Statements"),
    ("## Tidslinje", "5:1", WARNING, "`## Timeline` is", "write ## Timeline"),
    ("## Timeline\n## Timeline", "6:1", WARNING, "first begins on line 5", "one heading"),
    ("## Key points\nBerre prosa\nover to linjer", "6:0", WARNING, "cannot read it: `Berre prosa`", "- What happened."),
    ("## Timeline\n- i går: noko", "6:0", WARNING, "cannot read it", "- **2023-07-26**"),
    ("## Timeline\n- **26. juli 2023** noko", "6:5", ERROR, "`26. juli 2023`", "write 2023-07-26"),
    ("## Statements\nBerre prosa", "6:0", WARNING, "cannot read it", "- [Kim Jong-un]"),
]


@pytest.mark.parametrize(("body", "where", "severity", "words", "fix"), BODY, ids=[case[0] for case in BODY])
def test_what_is_wrong_below_the_front_matter_is_shown_at_its_place(
    body: str, where: str, severity: Severity, words: str, fix: str
) -> None:
    problem = only(check({"2023-08-oslo": f"---\ntitle: x\nsource: 002_oslo.txt\n---\n{body}\n"}))
    assert (place(problem), problem.severity) == (where, severity)
    assert words in problem.message
    assert fix in problem.fix


def test_code_and_other_peoples_links_are_left_alone() -> None:
    body = "```\n## Keypoints\n[x](../actors/nowhere.md)\n```\n"
    body += "`[x](nowhere.md)` [y](https://x.no/a.md) [z](/a.md) [æ](bilete.png)\n"
    assert check({"ny": f"---\ntitle: x\n---\n{body}## Bakgrunn\nFri tekst.\n"}) == ()


def test_a_paragraph_mark_on_a_page_without_seed_is_warned_of() -> None:
    assert "no source.seed" in only(check({"ny": "---\ntitle: x\n---\n[¶1](#p1)\n"})).message


# --- YAML that cannot be read ---------------------------------------------------------------------------------------

BROKEN = [
    ("title: Kim: x", "2:8", "a colon followed by a space", 'write title: "Kim: x"'),
    ("title:x\nlang: nn", "2:6", "no space after the colon", "write title: x"),
    ("lang: nn\ntitle:x", "3:6", "no space after the colon", "write title: x"),
    ('title: "Kim\nlang: nn', "2:8", 'the quotation mark " that opens here is never closed', 'put " at the end'),
    ('title: "Kim" sa', "2:8", "goes on after the quotation mark", "write title: '\"Kim\" sa'"),
    ('title: "Kim sa "nei" igjen"', "2:8", "goes on after", "write title: 'Kim sa \"nei\" igjen'"),
    ("title: 'Kim's dag'", "2:8", "goes on after", 'write title: "Kim\'s dag"'),
    ("title: “Kim: x”", "2:8", "typographic quotation mark", 'write title: "Kim: x"'),
    ("title: @kim", "2:8", "cannot begin with @", 'write title: "@kim"'),
    ("title: [Kim] møter", "2:8", "cannot begin with [", 'write title: "[Kim] møter"'),
    ('title: "a\\q"', "2:9", "backslash", "write \\\\"),
    ("\ttitle: x", "2:1", "a tab", "two spaces"),
    ("actors:\n\t- kim", "3:1", "a tab", "two spaces"),
    ("actors: [a, b\nlang: nn", "2:9", "the [ that opens here is never closed", "put ] at its end"),
    ("source: {seed: a.txt\nlang: nn", "2:9", "the { that opens here is never closed", "put } at its end"),
    ("title: x\nactors\nlang: nn", "3:1", "`actors` is no `key: value`", "put a colon"),
    ("actors:\n  - a\n - b", "4:2", "does not fit the lines above", "same column"),
    ("title: a\ntitle: b", "3:1", "twice", "keep one"),
    ("actors:\n  - kim\n  -north-korea\nplaces: [a]", "4:3", "no space after the dash", "write - north-korea"),
    ("actors:\n- kim\n-north-korea\n- a\nplaces: [a]", "4:1", "no space after the dash", "write - north-korea"),
    ("title: x\n## Key points\n- Kim: [x](y): z\n", "3:1", "has no end above", "put --- on a line of its own"),
    ("actors:\n  - {id: x, role: “vise: x”}", "3:19", "typographic quotation mark", 'write "vise: x"'),
    ("actors:\n  - {id: x, role: vise: x}", "3:19", "a colon followed by a space", 'write role: "vise: x"'),
    ("<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> ny", "2:1", "git could not merge", "delete the others"),
]


@pytest.mark.parametrize(("front", "where", "words", "fix"), BROKEN, ids=[case[0] for case in BROKEN])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_broken_yaml_is_explained_in_plain_words_once_with_the_line_as_it_must_be(
    front: str, where: str, words: str, fix: str, line_end: str
) -> None:
    text = page(*front.split("\n")).replace("\n", line_end)
    problem = only(check({"ny": text}))
    assert (place(problem), problem.severity) == (where, ERROR)
    assert words in problem.message
    assert fix in problem.fix
    assert not re.search(r"scalar|mapping|token|block|parsing|context", problem.message)
    with pytest.raises(BriefingsError, match=re.escape(words)):
        read_page("ny.md", text.encode())


def test_a_page_without_an_end_to_its_front_matter_is_told_where_the_text_begins() -> None:
    problem = only(check({"ny": "---\ntitle: x\n## Key points\n"}))
    assert (place(problem), problem.fix) == ("3:1", "put --- on a line of its own before this line")


def test_a_list_of_one_item_without_space_after_the_dash_is_named() -> None:
    problem = only(check({"ny": page("title: x", "actors:", "  -north-korea")}))
    assert "no space stands after the dash" in problem.message
    assert problem.fix == "write - north-korea"


def test_a_page_without_a_seed_is_told_so_once_and_one_known_by_its_name_is_asked_for_it() -> None:
    text = "---\ntitle: x\nsource: null\n---\n## Key points\n- a [¶1](#p1)\n- b [¶2](#p2)\n"
    assert "no source.seed" in only(check({"ny": text})).message
    known = only(check({"2023-08-oslo": text.replace("source: null\n", "")}))
    assert known.fix.startswith("add a line source: {seed: 002_oslo.txt}")


def test_a_conflict_below_the_front_matter_is_one_error_too() -> None:
    body = "<<<<<<< HEAD\n## Keypoints\n=======\n[x](nowhere.md)\n>>>>>>> ny\n"
    problem = only(check({"ny": f"---\ntitle: x\n---\n{body}"}))
    assert (place(problem), "git could not merge" in problem.message) == ("4:1", True)


def test_a_setext_heading_and_an_arrow_of_text_are_no_conflict() -> None:
    assert check({"ny": "---\ntitle: x\n---\nTittel\n=======\n<<<<<<< pil\n"}) == ()


def test_a_page_that_is_no_text_is_one_problem_and_the_others_are_still_checked() -> None:
    pages = [File(Path("docs/briefings/a.md"), b"---\ntitle: \xff\n---\n"), *files("briefings", {"b": page("title:")})]
    found = check_pages(pages, [], SEEDS)
    assert [problem.path for problem in found] == ["docs/briefings/a.md", "docs/briefings/b.md"]


def test_links_to_a_page_that_cannot_be_read_are_no_problem_of_their_own() -> None:
    found = check({"ny": page("title: x", "related: [odelagt]"), "odelagt": page("title: a: b")})
    assert only(found).path == "docs/briefings/odelagt.md"


# --- all at once ----------------------------------------------------------------------------------------------------

TEN_FAULTS = """\
---
title: 2024
date: 2023-02-30
lang: no
stage: drafft
actor: [norway]
related: [{page: 2023-08-olso, why: samme}]
source: {seed: borte.txt, url: nrk.no}
---
## Keypoints
- [Kari](../actors/kari.md)
"""


def test_ten_faults_on_one_page_are_ten_problems_in_the_order_of_the_file() -> None:
    found = check({"ny": TEN_FAULTS})
    assert [place(problem) for problem in found] == [
        "2:8",
        "3:7",
        "4:7",
        "5:8",
        "6:1",
        "7:18",
        "7:37",
        "8:16",
        "8:32",
        "10:1",
        "11:10",
    ]


@settings(max_examples=200, deadline=None)
@given(
    at=st.integers(0, len(GOOD)),
    cut=st.integers(0, 12),
    typed=st.one_of(
        st.text(max_size=8),
        st.text(alphabet="\t\r\n :-#'\"[]{}>|&*!%@`<=~\u2028\ufeff", max_size=8),
        st.sampled_from(["<<<<<<< a\n=======\n>>>>>>> b\n", "\n---\n", "date: 2023-02-30\n", "- ", "## Timeline\n"]),
    ),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_is_typed_anywhere_in_a_page_each_problem_points_at_a_place_that_exists(
    at: int, cut: int, typed: str, line_end: str
) -> None:
    text = (GOOD[:at] + typed + GOOD[at + cut :]).replace("\n", line_end)
    lines = re.split(r"\r\n|\r|\n", text)
    for problem in check({"2023-07-toppmote-i-moss": text}):
        if problem.path == "docs/briefings/2023-07-toppmote-i-moss.md":
            assert 0 <= problem.line <= len(lines)
            assert 0 <= problem.column <= len(lines[problem.line - 1]) + 1
            assert str(problem).isprintable()


def test_a_message_is_one_line_without_terminal_codes_whatever_the_value_holds() -> None:
    found = check({"ny": page('title: "x"', 'lang: "\\e[2J\\nsome `code` here \\u202e"')})
    assert str(only(found)).isprintable()


def test_hostile_pages_of_the_largest_size_are_checked_within_seconds() -> None:
    size = 900_000
    hostile = [
        "---\ntitle: x\n---\n" + "[" * size,
        "---\ntitle: x\n---\n" + "](" * (size // 2),
        "---\ntitle: x\n---\n" + "`" * size,
        "---\ntitle: x\n---\n" + "## Key points\n" * (size // 14),
        "---\ntitle: x\n---\n## Timeline\n" + "- **x** y\n" * (size // 10),
        "---\ntitle: " + "a:b" * (size // 3) + ": x\n---\n",
        "---\ntitle: " + "[" * size + "\n---\n",
        "---\ntitle: " + "\t" * size + ":\n---\n",
        "---\ntags: [" + "2024, " * 20_000 + "]\n---\n",
        "---\nlang: " + "x" * size + "\ndate: " + "2 " * 1000 + "\n---\n",
        "---\n" + "- " * (size // 2) + "\n---\n",
        "---\n" + " " * size + "\n---\n",
    ]
    for text in hostile:
        started = time.process_time()
        check({"ny": text})
        assert time.process_time() - started < 10, text[:40]


# --- dates as people write them -------------------------------------------------------------------------------------

HUMAN = {
    "26. juli 2023": "2023-07-26",
    "onsdag 26. juli 2023": "2023-07-26",
    "den 26. juli 2023": "2023-07-26",
    "26 July 2023": "2023-07-26",
    "July 26, 2023": "2023-07-26",
    "2. okt. 2023": "2023-10-02",
    "juli 2023": "2023-07",
    "maj 2023": "2023-05",
    "26/07/2023": "2023-07-26",
    "07/26/2023": "2023-07-26",
    "6.7.23": "2023-07-06",
    "6.7.1998": "1998-07-06",
    "20230726": "2023-07-26",
    "2023-7-6": "2023-07-06",
    "2023/07/26": "2023-07-26",
    "07.2023": "2023-07",
    "2023-07-26T11:22:00+02:00": "2023-07-26",
    "19/09/2023 KL. 11:22": "2023-09-19",
    "hausten 2023": "2023-23",
    "efteråret 2023": "2023-23",
    "ca. 2023": "2023~",
    "omkring juli 2023": "2023-07~",
    "2023?~": "2023%",
    "2022–2023": "2022/2023",
    "2022-2023": "2022/2023",
    "juli 2023 til september 2023": "2023-07/2023-09",
    "1990-tallet": "199X",
    "“2023-07-26”": "2023-07-26",
}


@pytest.mark.parametrize(("words", "edtf"), HUMAN.items())
def test_a_date_in_a_persons_own_form_is_given_back_in_edtf(words: str, edtf: str) -> None:
    assert human_to_edtf(words) == edtf
    assert is_valid(edtf)


@pytest.mark.parametrize(
    "words", ["", "i går", "31.02.2023", "32. juli 2023", "2023-02-30", "juli", "12 23", "x" * 9999]
)
def test_what_cannot_be_told_for_sure_is_not_guessed(words: str) -> None:
    assert human_to_edtf(words) is None
