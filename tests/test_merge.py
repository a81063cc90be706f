"""The build brings in what it finds anew, and nothing a person did to a page is ever lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.errors import BriefingsError
from briefings.merge import Offers, accept, differences, merge
from briefings.page import Page, page_of_text
from briefings.page_text import BRIEFING_KEYS, render_key, typed
from briefings.sections import split_sections

OFFERED = """\
---
title: "Kim i Russland"
date: 2023-09
date_basis: text
lang: nn
stage: draft
summary: >-
  Kim Jong-un er i Russland.
actors:
  - {id: kim-jong-un, role: leiar}
  - north-korea
  - {id: vladimir-putin, role: president}
places: [Oslo, Bergen]
related:
  - {page: 2023-07-sjojgu, why: background, at: 28}
tags: []
source: {seed: 002.txt, outlet: null, url: null}
---
## Key points
- Kim er i Russland. [¶1](#p1)

## Statements
- Tass: Dei møttest. [¶2](#p2)
"""

ACTOR = """\
---
name: Vladimir Putin
type: person
aliases: [Putin, Vladimir Vladimirovitsj Putin]
names: {nb: Vladimir Putin}
role: president
---
"""


def page_of(text: str, path: str = "docs/briefings/p.md") -> Page:
    return page_of_text(path, text)


def merged(page: str, offered: str, new: str, same_page: Callable[[str], str] = str) -> str:
    return merge(page_of(page), page_of(offered), page_of(new), same_page=same_page).text


# --- what people did stays, what they left alone follows -------------------------------------------------------------

BOTH_WAYS = [
    ("a title", '"Kim i Russland"', '"Kim på besøk"', "er i Russland.\nactors", "var i Russland.\nactors"),
    ("a deleted key", "date_basis: text\n", "", "role: leiar", "role: diktator"),
    ("an added key", "tags: []\n", "tags: []\nthread: krigen\n", "[Oslo, Bergen]", "[Oslo, Bergen, Tromsø]"),
    ("an added actor", "  - north-korea\n", "  - north-korea\n  - china # ny\n", "role: leiar", "role: diktator"),
    ("a removed actor", "  - north-korea\n", "", "role: leiar", "role: diktator"),
    ("another role", "role: leiar", "role: sjef", "role: president", "role: Ruslands president"),
    ("a role taken away", "{id: kim-jong-un, role: leiar}", "kim-jong-un", "role: president", "role: sjef"),
    ("a tag", "tags: []", "tags: [krig]  # merk", "date: 2023-09\n", 'date: "2023-09-13"\n'),
    ("a place renamed", "Bergen", "Bjørgvin", "[Oslo", "[Moss, Oslo"),
    ("an outlet", "outlet: null", "outlet: NRK", "seed: 002.txt, ", "seed: 002.txt, side: a, "),
    ("a reason", "why: background", "why: same event", "at: 28", "at: 29"),
    ("a comment", "lang: nn\n", "lang: nn   # nynorsk\n", 'title: "Kim i', 'title: "Kim snart i'),
    ("a section of one's own", "\n## Statements", "\n## Mitt\nMi meining.\n\n## Statements", "møttest", "tala saman"),
    ("a section deleted", "## Key points\n- Kim er i Russland. [¶1](#p1)\n\n", "", "Dei møttest", "Dei tala saman"),
    ("a section changed", "- Kim er i", "- Diktator Kim er i", "Dei møttest", "Dei tala saman"),
    ("text before the sections", "---\n## Key", "---\nHugs *dette*.\n\n## Key", "Dei møttest", "Dei tala saman"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "hand", "was", "now"), [row[1:] for row in BOTH_WAYS], ids=[row[0] for row in BOTH_WAYS]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_edit_stays_and_the_rest_follows_the_new_offer(
    old: str, hand: str, was: str, now: str, line_end: str
) -> None:
    assert OFFERED.count(old) == OFFERED.count(was) == 1
    edited = OFFERED.replace(old, hand).replace("\n", line_end)
    new = OFFERED.replace(was, now)
    result = merge(page_of(edited), page_of(OFFERED), page_of(new))
    assert result.text == new.replace(old, hand).replace("\n", line_end)
    assert bool(result.kept) == ("# nynorsk" not in hand)
    assert len(result.took) == 1
    assert not result.conflicts


@pytest.mark.parametrize(
    ("old", "hand", "now", "name", "line", "column"),
    [
        ('"Kim i Russland"', '"A"', '"B"', "title", 2, 8),
        ("role: leiar", "role: a", "role: b", "actors: kim-jong-un: role", 10, 29),
        ("date: 2023-09\n", "", "date: 2023-10\n", "date", 2, 1),
        ("  - north-korea\n", "", "  - {id: north-korea, role: x}\n", "actors: north-korea", 10, 3),
        ("outlet: null", "outlet: NRK", "outlet: VG", "source: outlet", 17, 33),
        ("er i Russland. [", "er her. [", "er der. [", "## Key points", 19, 1),
    ],
)
def test_what_both_changed_stays_as_the_page_has_it_and_is_reported(  # noqa: PLR0913, PLR0917 - the columns of its table
    old: str, hand: str, now: str, name: str, line: int, column: int
) -> None:
    assert OFFERED.count(old) == 1
    page, new = OFFERED.replace(old, hand), OFFERED.replace(old, now)
    result = merge(page_of(page), page_of(OFFERED), page_of(new))
    assert result.text == page
    assert [(each.name, each.line, each.column) for each in result.conflicts] == [(name, line, column)]
    assert str(result.conflicts[0]).startswith(f"docs/briefings/p.md:{line}: {name}")
    assert not merge(page_of(page), page_of(new), page_of(new)).conflicts, (
        "reported once, when the new offer is the copy"
    )


def test_the_same_change_by_both_is_no_conflict() -> None:
    new = OFFERED.replace("leiar", "statsleiar").replace("[Oslo, Bergen]", "[Oslo, Bergen, Moss]")
    result = merge(page_of(new), page_of(OFFERED), page_of(new))
    assert result.text == new
    assert (result.took, result.kept, result.conflicts) == ((), (), ())


def test_a_page_nobody_touched_becomes_the_new_offer_to_the_byte() -> None:
    new = OFFERED.replace("title: ", "title:  ").replace("## Statements", "## Timeline\n- x\n\n## Statements")
    assert merged(OFFERED, OFFERED, new) == new


def test_without_a_copy_of_the_last_offer_everything_is_a_persons() -> None:
    result = merge(page_of(OFFERED), None, page_of(OFFERED.replace("Oslo", "Moss")))
    assert result.text == OFFERED
    assert {each.name for each in result.kept} == {"places: Oslo", "places: Moss"}
    assert (result.took, result.conflicts) == ((), ())


@pytest.mark.parametrize("stage", ["reviewed", "Reviewed", '"reviewed"'])
def test_a_reviewed_page_is_left_alone_and_what_was_held_back_is_told(stage: str) -> None:
    page = OFFERED.replace("stage: draft", f"stage: {stage}").replace("leiar", "sjef")
    result = merge(
        page_of(page), page_of(OFFERED), page_of(OFFERED.replace("Oslo", "Moss").replace("leiar", "diktator"))
    )
    assert result.text == page
    assert {each.name for each in result.held} == {"places: Oslo", "places: Moss", "actors: kim-jong-un: role"}
    assert (result.took, result.conflicts) == ((), ())


def test_a_withdrawn_page_stays_withdrawn() -> None:
    page = OFFERED.replace("stage: draft", "stage: withdrawn")
    assert "stage: withdrawn" in merged(page, OFFERED, OFFERED.replace("Oslo", "Moss"))


# --- items ----------------------------------------------------------------------------------------------------------


def aliases(items: str) -> str:
    return ACTOR.replace("[Putin, Vladimir Vladimirovitsj Putin]", f"[{items}]")


@pytest.mark.parametrize(
    ("page", "offered", "new", "result"),
    [
        ("a, b", "a, b", "a, x, b", "a, x, b"),
        ("a, b, mine", "a, b", "a, x, b", "a, x, b, mine"),
        ("mine, a, b", "a, b", "b, a", "mine, b, a"),
        ("b, a", "a, b", "a, x, b", "b, a, x"),
        ("a", "a, b", "a, b, c", "a, c"),
        ("a, b", "a, b", "b", "b"),
        ("a, mine, b", "a, b", "b", "mine, b"),
        ("", "a, b", "a, b, c", "c"),
        ("a, a", "a", "a, b", "a, a, b"),
    ],
)
def test_lists_merge_item_by_item_and_in_the_offers_order_unless_people_reordered(
    page: str, offered: str, new: str, result: str
) -> None:
    text = merged(aliases(page), aliases(offered), aliases(new))
    assert page_of(text).data["aliases"] == [item for item in result.split(", ") if item]


def test_a_renamed_page_is_still_the_same_related_page() -> None:
    def same_page(name: str) -> str:
        return {"2023-07-sjojgu": "2023-07-vaapen"}.get(name, name)

    new = OFFERED.replace("page: 2023-07-sjojgu", "page: 2023-07-vaapen")
    page = OFFERED.replace("why: background", "why: same event").replace("Kim i", "Han i")
    assert "{page: 2023-07-vaapen, why: same event, at: 28}" in merged(page, OFFERED, new, same_page=same_page)
    gone = OFFERED.replace("related:\n  - {page: 2023-07-sjojgu, why: background, at: 28}\n", "related: []\n")
    assert page_of(merged(gone, OFFERED, new, same_page=same_page)).data["related"] == []
    by_hand = page.replace("2023-07-sjojgu", "2023-07-vaapen")
    assert len(page_of(merged(by_hand, OFFERED, OFFERED, same_page=same_page)).data["related"]) == 1


def test_numbers_stay_numbers_for_mkdocs() -> None:
    new = OFFERED.replace("tags:", "  - {page: 2023-01-x, why: background, at: 3}\ntags:")
    assert "  - {page: 2023-01-x, why: background, at: 3}\n" in merged(OFFERED.replace("Kim i", "Han i"), OFFERED, new)


# --- sections -------------------------------------------------------------------------------------------------------


def test_a_new_section_stands_after_the_one_before_it_in_the_offer() -> None:
    new = OFFERED.replace("## Statements", "## Timeline\n- **2023** x [¶1](#p1)\n\n## Statements")
    page = OFFERED.replace("## Statements", "## Mitt\nhei\n\n## Statements") + "\n## Sist\nhei"
    headings = [section.heading for section in split_sections(page_of(merged(page, OFFERED, new)).body)]
    assert headings == [None, "Key points", "Timeline", "Mitt", "Statements", "Sist"]


def test_a_new_last_section_is_set_off_from_a_page_that_ends_without_line_end() -> None:
    offered = OFFERED[: OFFERED.index("\n## Statements")]
    assert merged(offered.rstrip().replace("Kim i", "Han i"), offered, OFFERED) == OFFERED.replace("Kim i", "Han i")


def test_blank_lines_after_a_section_and_line_ends_are_no_edit() -> None:
    page = OFFERED.replace("[¶1](#p1)\n", "[¶1](#p1)\n\n\n").replace("\n", "\r\n")
    new = OFFERED.replace("Kim er i", "Kim var i")
    assert merged(page, OFFERED, new) == page.replace("Kim er i", "Kim var i")


def test_a_heading_inside_a_code_block_or_comment_is_no_section() -> None:
    page = OFFERED.replace(
        "## Statements", "## Mitt\n```\n## Key points\n```\n<!--\n## Statements\n-->\n\n## Statements"
    )
    assert merged(page, OFFERED, OFFERED.replace("Dei møttest", "Dei tala")) == page.replace("Dei møttest", "Dei tala")


def test_a_section_the_offer_no_longer_has_goes_only_if_nobody_changed_it() -> None:
    new = OFFERED[: OFFERED.index("\n## Statements")]
    touched = OFFERED.replace("Dei møttest", "Dei møttest i går")
    assert "## Statements" not in merged(OFFERED.replace("Kim i", "Han i"), OFFERED, new)
    result = merge(page_of(touched), page_of(OFFERED), page_of(new))
    assert result.text == touched
    assert [each.name for each in result.conflicts] == ["## Statements"]


# --- odd pages ------------------------------------------------------------------------------------------------------


def test_a_page_whose_front_matter_a_person_took_out_stays_without_what_was_offered() -> None:
    page = "Berre tekst.\r\n"
    assert merged(page, OFFERED, OFFERED) == page
    assert merged(page, ACTOR, ACTOR.replace("role:", "country: RUS\nrole:")) == "---\r\ncountry: RUS\r\n---\r\n" + page


def test_a_byte_order_mark_stays() -> None:
    assert merged("\ufeff" + OFFERED, OFFERED, OFFERED.replace("Oslo", "Moss")).startswith("\ufeff---\ntitle")


def test_short_forms_mean_the_same_and_are_no_edit() -> None:
    page = OFFERED.replace("- north-korea", "- {id: north-korea}").replace(
        "places: [Oslo, Bergen]", "places: [Oslo , 'Bergen']"
    )
    result = merge(page_of(page), page_of(OFFERED), page_of(OFFERED))
    assert result.text == page
    assert not result.kept


# --- diff and accept ------------------------------------------------------------------------------------------------


def test_differences_name_field_item_and_line() -> None:
    page = OFFERED.replace("role: leiar", "role: sjef").replace("  - north-korea\n", "").replace("Dei møttest", "Nei")
    found = [(each.name, each.line, each.page, each.offered) for each in differences(page_of(page), page_of(OFFERED))]
    assert found[0] == ("actors: kim-jong-un: role", 10, "sjef", "leiar")
    assert found[1] == ("actors: north-korea", 10, None, "north-korea")
    assert found[2][:2] == ("## Statements", 21)
    assert "+- Tass: Nei. [¶2](#p2)" in str(differences(page_of(page), page_of(OFFERED))[2])


def test_no_difference_is_no_change() -> None:
    assert differences(page_of(OFFERED.replace("\n", "\r\n")), page_of(OFFERED)) == ()


EDITED = (
    OFFERED.replace("Kim i Russland", "Min tittel")
    .replace("  - north-korea\n", "  - china  # min\n")
    .replace("tags: []", "tags: [min]\nthread: tråd\nmitt: x")
    .replace("stage: draft", "stage: reviewed")
    .replace("Dei møttest", "Mi røyst")
    .replace("date: 2023-09\n", "")
    + "\n## Mitt\nhei\n"
)


def taken(page: Page, offered: Page, field: str | None = None) -> str:
    return accept(page, Offers(offered, offered), field).text


def test_accepting_all_takes_every_offer_and_deletes_nothing_the_build_never_offered() -> None:
    text = taken(page_of(EDITED), page_of(OFFERED))
    expected = (
        OFFERED.replace("  - north-korea\n", "  - china  # min\n  - north-korea\n")
        .replace("tags: []", "tags: [min]\nthread: tråd\nmitt: x")
        .replace("stage: draft", "stage: reviewed")
    )
    assert text == expected + "\n## Mitt\nhei\n"
    assert taken(page_of(text), page_of(OFFERED)) == text


def test_accepting_one_field_takes_it_whole_and_nothing_else() -> None:
    assert taken(page_of(EDITED), page_of(OFFERED), "title") == EDITED.replace("Min tittel", "Kim i Russland")
    assert taken(page_of(EDITED), page_of(OFFERED), "tags") == EDITED
    assert "china" not in page_of(taken(page_of(EDITED), page_of(OFFERED), "actors")).front.replace("# min", "")
    assert taken(page_of(EDITED), page_of(OFFERED), "date") == EDITED.replace("date_basis", "date: 2023-09\ndate_basis")


@pytest.mark.parametrize("name", ["Statements", "## Statements", "statements"])
def test_accepting_one_section_takes_it_and_nothing_else(name: str) -> None:
    assert taken(page_of(EDITED), page_of(OFFERED), name) == EDITED.replace("Mi røyst", "Dei møttest")


def test_accepting_what_is_not_offered_says_what_is() -> None:
    with pytest.raises(BriefingsError, match=r"offers no “nothing”.*title.*“Key points”"):
        taken(page_of(EDITED), page_of(OFFERED), "nothing")


def test_accepting_drops_what_the_build_offered_before_and_keeps_what_it_never_did() -> None:
    page = page_of(aliases("Kim, Jong, Min"))
    last, new = page_of(aliases("Kim, Jong")), page_of(aliases("Kim"))
    reviewed = accept(page, Offers(new, last))
    assert reviewed.text == aliases("Kim, Min")
    assert [line.split(": ", 1)[1] for line in reviewed.stays] == [
        "aliases: Min stays: you added it, and the build never offered it"
    ]
    assert accept(page, Offers(new, new, frozenset({("aliases", "Jong")}))).text == aliases("Kim, Min")
    assert accept(page, Offers(new, last), "aliases").text == aliases("Kim")


def test_what_people_alone_decide_is_not_taken_even_by_name_and_is_said() -> None:
    for field in ("tags", "thread"):
        left = accept(page_of(EDITED), Offers(page_of(OFFERED), page_of(OFFERED)), field)
        assert left.text == EDITED
        assert f"{field} stays" in only_line(left.stays)


def only_line(lines: tuple[str, ...]) -> str:
    assert len(lines) == 1, lines
    return lines[0]


def test_a_section_that_was_deleted_comes_back_where_the_offer_has_it() -> None:
    offered = "---\ntitle: x\n---\n## Key points\n- a\n\n## Timeline\n- b\n\n## Statements\n- c\n"
    page = offered.replace("## Timeline\n- b\n\n", "")
    assert taken(page_of(page), page_of(offered), "Timeline") == offered


def test_an_actor_a_person_added_keeps_its_place_when_the_build_offers_it_too() -> None:
    assert merged(aliases("a, b, mine"), aliases("a, b"), aliases("mine, a, c, b")) == aliases("a, c, b, mine")


# --- any pages, any edits -------------------------------------------------------------------------------------------

words = st.sampled_from(
    ["kim", "putin", "no", "2024", "æ ø", "it's", "a, b", "K: v", "12:30", "nato", "xi", "2023-07-26"]
)
ids = st.sampled_from(["kim", "putin", "xi", "nato", "eu", "un"])
actors = st.lists(st.fixed_dictionaries({"id": ids}, optional={"role": words}), max_size=4, unique_by=str).map(
    lambda items: list({i["id"]: i if "role" in i else i["id"] for i in items}.values())
)
links = st.lists(
    st.fixed_dictionaries({"page": ids, "why": words}, optional={"at": st.sampled_from(["3", "28"])}),
    max_size=3,
    unique_by=lambda link: link["page"],
)
offers = st.fixed_dictionaries(
    {
        "title": words,
        "lang": words,
        "stage": st.just("draft"),
        "summary": words,
        "actors": actors,
        "places": st.lists(words, max_size=4, unique=True),
        "related": links,
        "tags": st.just([]),
        "source": st.fixed_dictionaries({"seed": st.just("x.txt"), "outlet": st.none() | words}),
    },
    optional={"date": words, "date_basis": words},
).map(lambda data: {key: data[key] for key in BRIEFING_KEYS if key in data})
bodies = st.fixed_dictionaries(
    {},
    optional={
        name: words.map(lambda word: f"- {word} [¶1](#p1)\n") for name in ("Key points", "Timeline", "Statements")
    },
)


def offer_text(data: dict[str, Any], body: dict[str, str]) -> str:
    order = [name for name in ("Key points", "Timeline", "Statements") if name in body]
    front = "".join(render_key(key, value) for key, value in typed(data).items())
    return f"---\n{front}---\n" + "\n".join(f"## {name}\n{body[name]}" for name in order)


offer_texts = st.builds(offer_text, offers, bodies)


@dataclass(frozen=True)
class Edit:
    """One thing a person does to a text, and how to tell that it is still there."""

    apply: Callable[[str], str]
    survives: Callable[[Page], bool]


def set_key(key: str, value: str) -> Edit:
    def apply(text: str) -> str:
        return re.sub(rf"(?m)^{key}:.*\n(?:[ ].*\n)*", f"{key}:   '{value}'   # mi {key}\n", text, count=1)

    return Edit(apply, lambda page: page.data.get(key) == value and f"   '{value}'   # mi {key}" in page.text)


def delete_key(key: str) -> Edit:
    return Edit(
        lambda text: re.sub(rf"(?m)^{key}:.*\n(?:[ ].*\n)*", "", text, count=1), lambda page: key not in page.data
    )


def add_item(key: str, item: str, line: str) -> Edit:
    def apply(text: str) -> str:
        block = re.sub(rf"(?m)^{key}:\n", f"{key}:\n  - {line} # ny\n", text, count=1)
        return re.sub(rf"(?m)^{key}: \[", f"{key}: [{line}, ", block, count=1).replace(f"[{line}, ]", f"[{line}]")

    def survives(page: Page) -> bool:
        return any(
            item in (each, each.get("id") if isinstance(each, dict) else None) for each in page.data.get(key) or ()
        )

    return Edit(apply, survives)


def add_key(lines: str) -> Edit:
    return Edit(
        lambda text: text.replace("---\n", "---\n" + lines, 1), lambda page: lines in page.text.replace("\r\n", "\n")
    )


def add_section(heading: str) -> Edit:
    section = f"## {heading}\n- mine *eigne* ord\n\n"

    def apply(text: str) -> str:
        head, fence, body = text.partition("\n---\n")
        return head + fence + section + body

    return Edit(apply, lambda page: section.strip() in page.text.replace("\r\n", "\n"))


def reword_section(heading: str) -> Edit:
    return Edit(
        lambda text: (
            text.replace(f"## {heading}\n", f"## {heading}\n- mitt punkt\n") if f"## {heading}\n" in text else text
        ),
        lambda page: f"## {heading}\n- mitt punkt" in page.text.replace("\r\n", "\n"),
    )


EDITS = [
    set_key("title", "min «tittel»"),
    set_key("lang", "nb"),
    set_key("summary", "mitt"),
    delete_key("places"),
    delete_key("lang"),
    delete_key("related"),
    add_item("actors", "zelenskyj", "{id: zelenskyj,  role: min}"),
    add_item("places", "Å", "Å"),
    add_key("# om tråden\nthread:  krig   # c\n"),
    add_key("mitt: {a: [1, 2],b: 'c'}\n"),
    add_section("Assessment"),
    reword_section("Key points"),
    reword_section("Statements"),
]


@settings(max_examples=300, deadline=None)
@given(offer_texts, offer_texts, st.lists(st.sampled_from(range(len(EDITS))), unique=True), st.booleans())
def test_no_edit_is_ever_lost(offered: str, new: str, chosen: list[int], crlf: bool) -> None:  # noqa: FBT001
    text = offered
    applied = []
    for number in chosen:
        edited = EDITS[number].apply(text)
        if edited != text and EDITS[number].survives(page_of(edited)):
            text = edited
            applied.append(number)
    applied = [number for number in applied if EDITS[number].survives(page_of(text))]  # one may have undone another
    text = text.replace("\n", "\r\n") if crlf else text
    page = page_of(text)

    result = merge(page, page_of(offered), page_of(new))

    after = page_of(result.text)
    assert [number for number in applied if not EDITS[number].survives(after)] == []
    assert crlf <= (result.text.count("\n") == result.text.count("\r\n"))
    settled = merge(after, page_of(new), page_of(new))
    assert settled.text == result.text
    assert (settled.took, settled.conflicts) == ((), ())
    untouched = {
        line for line in text.splitlines(keepends=True) if line not in offered.replace("\n", "\r\n" if crlf else "\n")
    }
    assert {line for line in untouched if "#" in line} <= set(result.text.splitlines(keepends=True))


@settings(deadline=None)
@given(offer_texts, offer_texts)
def test_a_page_without_edits_says_what_the_new_offer_says(offered: str, new: str) -> None:
    restyled = page_of(offered.replace("\n---\n", "\n# merk\n---\n", 1))
    result = page_of(merge(restyled, page_of(offered), page_of(new)).text)
    assert result.data == page_of(new).data
    assert [s.text.rstrip() for s in split_sections(result.body)] == [
        s.text.rstrip() for s in split_sections(page_of(new).body)
    ]
    assert "\n# merk\n" in result.text


@settings(deadline=None)
@given(offer_texts, offer_texts)
def test_accepting_everything_leaves_no_difference_but_what_is_not_offered(page: str, offered: str) -> None:
    left = differences(page_of(taken(page_of(page), page_of(offered))), page_of(offered))
    assert [each.name for each in left if each.offered is not None and each.item[-1:] != ("order",)] == []
