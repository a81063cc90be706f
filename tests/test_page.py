"""A page is read to the byte, whatever people wrote; what the build writes looks as the file format says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from briefings.errors import BriefingsError
from briefings.model import ActorType, Facts, Seed, StatementKind, Why
from briefings.page import (
    Link,
    actor_id,
    actor_to_text,
    actors_of,
    briefing_to_text,
    claimed_seed,
    is_hidden,
    list_of,
    page_name,
    page_of_text,
    place_of,
    read_page,
    related_of,
    seed_of,
    slug,
    stage_of,
    table_of,
)
from briefings.page_values import Actor, ActorRef, Briefing, Dated, Excerpt, Related, Run, Said

GOLDEN = Path(__file__).parent / "golden" / "page"

KIM, PUTIN = Run("Kim Jong-un", "kim-jong-un"), Run("Vladimir Putin", "vladimir-putin")
BRIEFING = Briefing(
    seed=Seed("002_5c2f.txt", "", Facts(outlet="NRK")),
    title="Kim Jong-un til Putin: – Eg støttar «kampen»",
    date="2023-09",
    date_basis="corpus 003_0fca",
    lang="nn",
    summary="Nord-Koreas leiar Kim Jong-un er i Russland for å snakke med Vladimir Putin. "
    "Her skal dei diskutere «alle spørsmål».",
    actors=(ActorRef("kim-jong-un", "Nord-Koreas leiar"), ActorRef("north-korea")),
    places=("Vostochny kosmodrom", "Primorskij"),
    related=(Related("2023-09-det-lukkede-land", Why.SAME_EVENT), Related("2023-07-sjojgu", Why.BACKGROUND, 28)),
    key_points=(Excerpt((PUTIN, Run(" og "), KIM, Run(" satt i møte.")), 7),),
    timeline=(Dated("2023-07-26", Excerpt((Run("Besøker ein utstilling."),), 33)),),
    statements=(
        Said(StatementKind.QUOTE, KIM, (), Excerpt((Run("Eg støttar kampen"),), 19)),
        Said(StatementKind.REPORTED, PUTIN, (Run("Reuters", "reuters"),), Excerpt((Run("Dei møtest."),), 41)),
    ),
)
EMPTY = Briefing(Seed("x.txt", ""), "Utan noko", None, "none", "nb", "", (), (), (), (), (), ())


# --- writing --------------------------------------------------------------------------------------------------------


def test_a_briefing_looks_like_the_page_in_the_design() -> None:
    assert briefing_to_text(BRIEFING) == (GOLDEN / "briefing.md").read_text(encoding="utf-8")


def test_a_briefing_with_nothing_in_it_is_still_a_page() -> None:
    text = briefing_to_text(EMPTY)
    assert "date" not in page_of_text("p.md", text).data
    assert page_of_text("p.md", text).body == ""
    assert get_data(text)[1]["title"] == "Utan noko"


def test_an_actors_page_has_what_is_known_and_an_empty_body() -> None:
    actor = Actor("norway", "Noreg", ActorType.STATE, ("NO", "no"), (("nb", "Norge"), ("no", "Norge")), "NOR")
    assert actor_to_text(actor) == (
        '---\nname: Noreg\ntype: state\naliases: ["NO", "no"]\nnames: {nb: Norge, "no": Norge}\ncountry: NOR\n---\n'
    )
    assert (
        actor_to_text(Actor("x", "2024", ActorType.PERSON))
        == '---\nname: "2024"\ntype: person\naliases: []\nnames: {}\n---\n'
    )


hostile = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "---\n---\n",
        "no",
        "2024-01-01",
        "# x",
        "{{ x }}",
        "a: b",
        "'",
        '"',
        "\ufeff",
        "x\n---\ny: z",
        "- a",
        "\u2028---\u2028",
        "|",
    ]
)


@given(hostile, hostile, hostile, hostile)
def test_no_seed_can_change_the_front_matter_mkdocs_reads(title: str, summary: str, role: str, place: str) -> None:
    briefing = Briefing(
        Seed("x.txt", ""), title, title or None, "text", "nb", summary, (ActorRef("a", role),), (place,), (), (), (), ()
    )
    text = briefing_to_text(briefing)
    body, data = get_data(text)
    assert (data["title"], data["summary"], data["actors"], data["places"]) == (
        title,
        summary,
        [{"id": "a", "role": role}],
        [place],
    )
    assert body == ""
    read = page_of_text("p.md", text)
    assert {**data, "tags": [], "source": read.data["source"]} == read.data


def test_numbers_and_dates_are_what_mkdocs_should_see() -> None:
    data = yaml.safe_load(page_of_text("p.md", briefing_to_text(BRIEFING)).front)
    assert data["related"][1]["at"] == 28
    assert data["date"] == "2023-09"


# --- reading --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_page_keeps_every_byte(mark: str, line_end: str) -> None:
    data = (mark + "---\ntitle: é\n---\n\n# Å\n").replace("\n", line_end).encode()
    page = read_page("p.md", data)
    assert page.text.encode() == data
    assert page.data == {"title": "é"}
    assert (page.front_line, page.body_line) == (2, 4)
    assert page.body == f"{line_end}# Å{line_end}"


@pytest.mark.parametrize("text", ["", "Tekst utan noko.\n", "a: b\n---\n", " ---\na: b\n---\n", "----\na: b\n---\n"])
def test_a_page_without_front_matter_is_all_body(text: str) -> None:
    page = read_page("p.md", text.encode())
    assert (page.data, page.body, page.body_line) == ({}, text, 1)


@given(st.lists(st.sampled_from(["---", "...", "\n", " ", "a: b", "x", "\n---\n", "c: d\n"]), max_size=9).map("".join))
def test_the_front_matter_ends_where_mkdocs_ends_it(text: str) -> None:
    try:
        page = page_of_text("p.md", text)
    except BriefingsError:
        return
    body, data = get_data(text)
    if page.data:
        assert data == page.data
        assert body == page.body.lstrip("\n")


@pytest.mark.parametrize(
    ("data", "line", "column", "message", "fix"),
    [
        ("---\nå: 1\n".encode() + b"t: \xe6\n---\n", 3, 4, "no UTF-8 (byte 0xe6)", "save the file as UTF-8"),
        (b"---\na: b\n", 1, 0, "has no end", "put a line with ---"),
        (b"---\na: b\n---", 3, 0, "the file ends right after the closing ---", "end that line"),
        (b"---\r\na: b\r\nt: x: y\r\n---\r\n", 3, 5, "mapping values", "double quotes"),
        (b"---\nx\n---\n", 2, 1, "no `key: value`", "`key: value`"),
    ],
)
def test_a_page_that_cannot_be_read_is_reported_with_line_and_fix(
    data: bytes, line: int, column: int, message: str, fix: str
) -> None:
    with pytest.raises(BriefingsError) as caught:
        read_page("docs/briefings/p.md", data)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column) == ("docs/briefings/p.md", line, column)
    assert message in problem.message
    assert fix in problem.fix


def test_a_value_is_placed_in_its_file() -> None:
    assert place_of(page_of_text("p.md", "\ufeff---\r\na: 1\r\nb: [x]\r\n---\r\n"), ("b", 0)) == (3, 5)
    assert place_of(page_of_text("p.md", "text"), ("b",)) == (1, 1)


def front(text: str) -> str:
    return f"---\n{text}\n---\n"


def test_short_forms_and_odd_values_are_read_as_meant() -> None:
    page = page_of_text(
        "p.md",
        front(
            "actors: [no, {id: b, role: x}, {role: y}, ~]\n"
            "related: [p.md, {page: q, why: min, at: 28}, {at: 1}]\n"
            "tags: ein"
        ),
    )
    assert actors_of(page) == (ActorRef("no"), ActorRef("b", "x"))
    assert related_of(page) == (Link("p"), Link("q", "min", 28))
    assert list_of(page, "tags") == ("ein",)
    assert table_of(page, "actors") == {}
    assert stage_of(page) == "draft"
    assert stage_of(page_of_text("p.md", front("stage: Reviewed"))) == "reviewed"


@pytest.mark.parametrize(
    ("text", "seed"), [("source: {seed: a.txt}", "a.txt"), ("source: a.txt", "a.txt"), ("x: 1", None)]
)
def test_a_page_belongs_to_the_seed_it_names(text: str, seed: str | None) -> None:
    assert seed_of(page_of_text("p.md", front(text))) == seed


@pytest.mark.parametrize(
    ("said", "hidden"), [("true", True), ("yes", True), ("no", False), ("false", False), ("", False)]
)
def test_hidden_is_what_yaml_calls_true(said: str, hidden: bool) -> None:  # noqa: FBT001
    assert is_hidden(page_of_text("p.md", front(f"hidden: {said}"))) is hidden


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: a: b\nsource: {seed: 002.txt, outlet: null}\n---\n",
        "---\ntitle: a: b\r\nsource:\r\n  outlet: x\r\n  seed: '002.txt' # her\r\n---\r\n",
        '---\ntitle: a: b\nsource: "002.txt"\n---\n',
        "---\nsource: {seed: 002.txt\n## Key points",
    ],
)
def test_a_broken_page_still_tells_whose_it_is(text: str) -> None:
    assert claimed_seed(text.encode()) == "002.txt"
    assert claimed_seed(text.encode("utf-16")) == "002.txt"


def test_a_broken_page_may_belong_to_no_seed() -> None:
    assert claimed_seed(b"---\ntitle: a: b\n---\nsource: {seed: 002.txt}\n") is None
    assert claimed_seed(b"source:\n" + b" " * 100_000) is None


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim Jong-un til Putin: – Eg støttar deg", "kim-jong-un-til-putin-eg-stottar-deg"),
        ("Ærlig talt, Ålesund!", "aerlig-talt-alesund"),
        ("USA's præsident", "usas-praesident"),
        ("", "untitled"),
        ("../../etc/passwd\n<script>", "etc-passwd-script"),
        ("???", "untitled"),
        ("ord " * 40, "ord-ord-ord-ord-ord-ord-ord-ord-ord-ord-ord-ord-ord-ord-ord"),
        ("x" * 99, "x" * 60),
    ],
)
def test_a_slug_is_safe_readable_and_cut_at_a_word(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(), st.text(max_size=20))
def test_any_title_and_date_make_a_safe_name(title: str, date: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", page_name(date, title).replace("--", "-"))
    assert re.fullmatch(r"[a-z0-9-]{1,62}", actor_id(title))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2023-07", "2023-07-x"),
        ("2023-07-26", "2023-07-26-x"),
        ("2023-07/2023-08", "2023-07-to-2023-08-x"),
        ("2023-06~", "2023-06-x"),
        ("2023-21", "2023-21-x"),
        ("2023-07/..", "2023-07-x"),
        ("201X", "201x-x"),
        (None, "undated-x"),
    ],
)
def test_a_page_is_named_by_date_and_title(date: str | None, expected: str) -> None:
    assert page_name(date, "x") == expected


@pytest.mark.parametrize("name", ["Index", "README", "Con", "LPT1"])
def test_no_actor_takes_a_name_that_means_something_to_mkdocs_or_windows(name: str) -> None:
    assert actor_id(name) == f"{name.lower()}-1"
