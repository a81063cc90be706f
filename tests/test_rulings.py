"""What people decide about actors is followed, takes nobody's page away, and can be taken back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefings.actor_rulings import KnownActor
from briefings.actors import Identities, identify
from briefings.findings import Extraction
from briefings.model import ActorType
from briefings.page import read_page
from desk import ROOT, Desk
from test_actors import CORPORA, NAMES, PERSON, entity, extraction

Pages = Mapping[str, KnownActor]
Decision = tuple[str, int, int]


@pytest.fixture
def built(desk: Desk) -> Desk:
    """A desk with the real articles and the repository's own pages, as the build makes them."""
    shutil.copytree(ROOT / "seeds", desk.seeds, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs", desk.docs, dirs_exist_ok=True)
    desk.build()
    return desk


def decide(desk: Desk, actor: str, line: str) -> None:
    """Write one line on an actor's page, in place of the one with the same key if there is one."""
    path = desk.docs / "actors" / f"{actor}.md"
    text = path.read_text("utf-8")
    key = line.partition(":")[0]
    kept = re.sub(rf"(?m)^{key}:.*\n", "", text)
    path.write_text(kept.replace("---\n", f"---\n{line}\n", 1), "utf-8")


def undo(desk: Desk, actor: str, line: str) -> None:
    path = desk.docs / "actors" / f"{actor}.md"
    path.write_text(path.read_text("utf-8").replace(f"{line}\n", ""), "utf-8")


def texts(desk: Desk, folder: str = "") -> dict[str, tuple[Mapping[str, Any], str]]:
    """Return what the pages of a folder say; what is held back from reviewed pages comes and goes, and is left out."""
    found = {name: data for name, (data, _) in desk.files().items() if name.startswith(folder) and name.endswith(".md")}
    pages = {name: read_page(name, data) for name, data in found.items() if not name.startswith(".offered/held/")}
    return {name: (page.data, page.body) for name, page in pages.items()}


def named(desk: Desk) -> set[str]:
    """Return the ids of all actors that articles name."""
    return {actor["id"] for found in desk.explain().values() for actor in found["actors"]}


def by_article(desk: Desk) -> dict[str, set[str]]:
    return {seed: {actor["id"] for actor in found["actors"]} for seed, found in desk.explain().items()}


def actors(desk: Desk) -> set[str]:
    return {path.stem for path in (desk.docs / "actors").glob("*.md")}


@pytest.mark.parametrize(
    ("given_up", "stays"),
    [
        ("abc", "nbc"),
        ("nbc", "abc"),
        ("afp", "reuters"),
        ("bbc", "sky-news"),
        ("kang-sun-nam", "li-hongzhong"),
        ("ankit-panda", "kang-sun-nam"),
        ("sergej-sjojgu", "vladimir-putin"),
        ("det-kvite-hus", "united-states"),
        ("north-korea", "kreml"),
    ],
)
def test_same_as_leads_to_the_page_that_stays_and_is_taken_back_with_its_line(
    built: Desk, given_up: str, stays: str
) -> None:
    before, who, line = texts(built), named(built), f"same_as: {stays}"
    name = re.search(r"(?m)^name:.*", (built.docs / "actors" / f"{stays}.md").read_text("utf-8"))
    decide(built, given_up, line)
    built.build()
    assert named(built) == who - {given_up}
    assert actors(built) == {name.removesuffix(".md")[7:] for name in before if name.startswith("actors/")}
    assert name
    assert name[0] in (built.docs / "actors" / f"{stays}.md").read_text("utf-8").splitlines()
    assert "0 new, 0 updated" in built.build().output
    undo(built, given_up, line)
    built.build()
    assert texts(built) == before


def test_another_spelling_ruled_into_a_page_gives_that_page_its_briefings_back(built: Desk) -> None:
    before, others = named(built), by_article(built)
    seed = next(built.seeds.glob("000_*.txt"))
    seed.write_text(seed.read_text("utf-8").replace("Kim Jong-un", "Kim Chongun"), "utf-8")
    built.build()
    assert named(built) == before | {"kim-chongun"}
    decide(built, "kim-chongun", "same_as: kim-jong-un")
    built.build()
    assert named(built) == before
    assert "name: Kim Jong-un\n" in (built.docs / "actors" / "kim-jong-un.md").read_text("utf-8")
    assert by_article(built) == others


def test_an_alias_that_is_the_actors_own_changes_no_briefing(built: Desk) -> None:
    before, who = texts(built, "briefings/"), actors(built)
    decide(built, "sergej-sjojgu", "aliases: [Sjojgu, Shoigu]")
    built.build()
    assert texts(built, "briefings/") == before
    assert actors(built) == who
    assert "0 new, 0 updated" in built.build().output


def test_an_alias_that_is_another_actors_name_takes_its_mentions_until_it_is_taken_back(built: Desk) -> None:
    before, who, pages = texts(built), named(built), actors(built)
    decide(built, "abc", "aliases: [NBC]")
    built.build()
    assert named(built) == who - {"nbc"}
    assert actors(built) == pages
    assert "0 new, 0 updated" in built.build().output
    decide(built, "abc", "aliases: []")
    built.build()
    assert named(built) == who
    assert texts(built, "briefings/") == {name: data for name, data in before.items() if name.startswith("briefings/")}
    assert actors(built) == pages


def test_a_page_written_by_hand_keeps_its_id_whatever_aliases_it_has(real_desk: Desk) -> None:
    folder = real_desk.docs / "actors"
    folder.mkdir()
    (folder / "vladimir-putin.md").write_text(
        "---\nname: Vladimir Putin\ntype: person\naliases: [Putin]\n---\n", "utf-8"
    )
    real_desk.build()
    assert "vladimir-putin" in named(real_desk)
    assert not [own for own in actors(real_desk) if own.endswith("-2")]
    assert "0 new, 0 updated" in real_desk.build().output


@pytest.mark.parametrize("lost", [".offered/actors/vladimir-putin.md", ".offered/actors", ".offered"])
def test_a_lost_offered_copy_changes_no_briefing_and_is_written_again(built: Desk, lost: str) -> None:
    before = texts(built)
    path = built.docs / lost
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    result = built.build()
    assert "0 conflicts" in result.output
    assert texts(built) == before


# --- of any corpus --------------------------------------------------------------------------------------------------


def write(pages: Pages, found: Identities) -> dict[str, KnownActor]:
    """Return the pages after a build: what it offers, and what people decided on them."""
    after = dict(pages)
    for actor in found.actors:
        page = after.get(actor.id, KnownActor(actor.id, actor.name, actor.type))
        aliases = tuple(dict.fromkeys((*actor.aliases, *page.decided_aliases)))
        after[actor.id] = replace(
            page, name=actor.name, type=actor.type, aliases=aliases, names=actor.names, country=actor.country
        )
    return after


def ruled(pages: Pages, decisions: Iterable[Decision]) -> dict[str, KnownActor]:
    """Return the pages with decisions on them: each is a kind, the page it stands on, and whom it is about."""
    after = dict(pages)
    names = [*(page.name for page in pages.values()), *NAMES]
    for kind, on, about in decisions if pages else ():
        own = list(pages)[on % len(pages)]
        other, alias = list(pages)[about % len(pages)], names[about % len(names)]
        page = after[own]
        if kind == "same_as" and other != own:
            after[own] = replace(page, same_as=other)
        elif kind == "not_same_as" and other != own:
            after[own] = replace(page, not_same_as=(*page.not_same_as, other))
        elif kind == "hidden":
            after[own] = replace(page, hidden=True)
        elif kind == "alias" and alias not in page.aliases:
            after[own] = replace(page, decided_aliases=(*page.decided_aliases, alias))
    return after


def unruled(pages: Pages) -> dict[str, KnownActor]:
    return {
        own: replace(
            page,
            same_as=None,
            not_same_as=(),
            hidden=False,
            decided_aliases=(),
            aliases=tuple(alias for alias in page.aliases if alias not in page.decided_aliases),
        )
        for own, page in pages.items()
    }


DECISIONS = st.lists(
    st.tuples(st.sampled_from(["same_as", "not_same_as", "hidden", "alias"]), st.integers(0, 30), st.integers(0, 30)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=300)
@given(CORPORA, DECISIONS)
def test_decisions_mint_no_id_settle_at_once_and_leave_no_trace_when_taken_back(
    corpus: list[Extraction], decisions: list[Decision]
) -> None:
    first = identify(corpus)
    pages = ruled(write({}, first), decisions)
    found = identify(corpus, tuple(pages.values()))
    after = write(pages, found)
    if not any(page.not_same_as for page in pages.values()):
        assert set(after) == set(pages)
    assert identify(corpus, tuple(after.values())) == found
    again = identify(corpus, tuple(unruled(after).values()))
    assert again.ids == first.ids
    assert again.actors == first.actors


@settings(max_examples=200)
@given(CORPORA, DECISIONS)
def test_pages_without_their_offered_copies_change_nothing(corpus: list[Extraction], decisions: list[Decision]) -> None:
    pages = ruled(write({}, identify(corpus)), [each for each in decisions if each[0] != "alias"])
    found = identify(corpus, tuple(pages.values()))
    lost = [replace(page, doubtful_aliases=page.aliases) for page in write(pages, found).values()]
    assert identify(corpus, lost) == found


def test_an_alias_that_is_its_own_pages_name_is_a_persons_with_or_without_an_offered_copy() -> None:
    seeds = [extraction("a", entity("Kim")), extraction("b", entity("Kim"))]
    pages = [KnownActor("kim", "Kim", PERSON), KnownActor("kim-2", "Kim", PERSON)]
    assert identify(seeds, pages).ids == (("kim",), ("kim-2",))
    for one in (
        replace(pages[0], decided_aliases=("Kim",)),
        replace(pages[0], doubtful_aliases=("Kim",)),
    ):
        assert identify(seeds, [one, pages[1]]).ids == (("kim",), ("kim",))


def test_two_of_one_name_stay_apart_by_their_types() -> None:
    seeds = [extraction("a", entity("Ford")), extraction("b", entity("Ford", ActorType.ORGANISATION))]
    first = identify(seeds)
    pages = ruled(write({}, first), [("not_same_as", 0, 1)])
    assert identify(seeds, tuple(pages.values())).ids == first.ids
    assert len({own for row in first.ids for own in row}) == 2


def test_a_surname_borne_by_two_who_are_one_is_theirs() -> None:
    seeds = [
        extraction("a", entity("Kim Jong-un", role="president")),
        extraction("b", entity("Kim Chongun", role="president")),
        extraction("c", entity("Kim", role="president")),
    ]
    first = identify(seeds)
    assert first.ids[2] == ("kim",)
    pages = write({}, first)
    pages["kim-chongun"] = replace(pages["kim-chongun"], same_as="kim-jong-un")
    assert set(identify(seeds, tuple(pages.values())).ids) == {("kim-jong-un",)}


def test_an_alias_written_by_a_person_stays_theirs_after_the_build_has_met_it() -> None:
    page = KnownActor("kim-jong-un", "Kim Jong-un", PERSON, aliases=("Kim",), decided_aliases=("Kim",))
    found = identify([extraction("a", entity("Kim Jong-un")), extraction("b", entity("Kim"))], [page])
    assert found.ids == (("kim-jong-un",), ("kim-jong-un",))
    assert "Kim" not in found.actors[0].aliases


def test_a_hand_written_page_decides_about_those_who_have_none() -> None:
    page = KnownActor("vladimir-putin", "Vladimir Putin", PERSON, aliases=("Putin",), doubtful_aliases=("Putin",))
    seeds = [extraction("a", entity("Vladimir Putin")), extraction("b", entity("Putin"))]
    assert set(identify(seeds, [page]).ids) == {("vladimir-putin",)}


# --- questions of the build -----------------------------------------------------------------------------------------

FIRST = """ date 2022-05-02 WHO advarer mot kolera

WHO-sjef Tedros Ghebreyesus er bekymret for kolera i Mariupol. Verdens helseorganisasjon (WHO) har sendt utstyr.
"""
SECOND = """ date 2022-06-01 WHO åtvarar igjen

Tedros Adhanom Ghebreyesus, generaldirektør i Verdas helseorganisasjon (WHO), åtvarar mot kolera i Mariupol.
"""


@pytest.fixture
def asking(desk: Desk) -> Desk:
    desk.add("001.txt", FIRST)
    desk.add("002.txt", SECOND)
    return desk


def test_a_likely_pair_is_asked_about_with_what_to_write_where(asking: Desk) -> None:
    for _ in range(2):
        lines = asking.build().output.splitlines()
        question = next(line for line in lines if "Tedros" in line)
        assert "in actors/tedros-ghebreyesus.md, `same_as: tedros-adhanom-ghebreyesus` if they are" in question
        assert "`not_same_as: [tedros-adhanom-ghebreyesus]` if not" in question


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("not_same_as: [tedros-adhanom-ghebreyesus]", {"tedros-ghebreyesus", "tedros-adhanom-ghebreyesus"}),
        ("same_as: tedros-adhanom-ghebreyesus", {"tedros-adhanom-ghebreyesus"}),
        ("hidden: true", {"tedros-adhanom-ghebreyesus"}),
    ],
)
def test_what_a_person_answers_is_done_and_not_asked_again(asking: Desk, line: str, who: set[str]) -> None:
    asking.build()
    decide(asking, "tedros-ghebreyesus", line)
    for _ in range(2):
        assert "Perhaps the same actor" not in asking.build().output
        assert {one for one in named(asking) if one.startswith("tedros")} == who
    assert "0 new, 0 updated" in asking.build().output


def test_an_alias_a_person_adds_leads_the_other_name_to_the_page(asking: Desk) -> None:
    asking.build()
    page = asking.docs / "actors" / "tedros-adhanom-ghebreyesus.md"
    text = page.read_text("utf-8")
    page.write_text(re.sub(r"(?m)^aliases: .*", "aliases: [Tedros Ghebreyesus]", text), "utf-8")
    for _ in range(2):
        assert "Perhaps the same actor" not in asking.build().output
        assert {one for one in named(asking) if one.startswith("tedros")} == {"tedros-adhanom-ghebreyesus"}


def test_every_mention_is_explained(asking: Desk) -> None:
    for seed, found in asking.explain().items():
        text = (asking.seeds / seed).read_text("utf-8")
        for actor in found["actors"]:
            for met in actor["mentions"]:
                assert text[met["start"] : met["end"]] == met["text"]
                assert met["rule"].strip()
                assert 0 < met["score"] <= 1
