"""What the search index is told of a page."""

from __future__ import annotations

import re

from briefings.library import Library, to_library
from briefings.page import page_of_text
from briefings.site.compounds import lexicon
from briefings.site.search import NO_DATE, actor_record, briefing_record, called, prose_record, with_search_markup
from briefings.site.words import words_in

KNOWN = lexicon([])
ENGLISH = words_in("en")
PAGES = {
    "visit": '---\ntitle: "Besøk </span><script>x</script>"\ndate: 2023-07\nlang: nn\nsummary: Han landa.\n'
    "actors: [sergej-sjojgu, ghost, quiet]\nplaces: [Tromsø]\n---\n",
    "gone": "---\ntitle: Trekt\nstage: withdrawn\n---\n",
    "undated": "---\ntitle: Notat\n---\n",
}
ACTORS = {
    "sergej-sjojgu": "---\nname: Sergej Sjojgu\ntype: person\naliases: [Sergei Shoigu]\nrole: minister\n"
    "names: {ru: Сергей Шойгу}\n---\nFrå [Tuva](x.md).\n",
    "quiet": "---\nname: Løynd\ntype: person\nhidden: true\n---\n",
}


def library() -> Library:
    return to_library(
        ((name, page_of_text(f"docs/briefings/{name}.md", text)) for name, text in PAGES.items()),
        ((name, page_of_text(f"docs/actors/{name}.md", text)) for name, text in ACTORS.items()),
    )


def spelled(found: Library) -> dict[str, tuple[str, ...]]:
    return called(found.actors.values())


def test_a_briefing_is_filtered_by_what_its_front_matter_says_in_words() -> None:
    found = library()
    record = briefing_record(found.briefings["visit"], found, spelled(found), ENGLISH)
    assert record
    assert record.filters == (
        ("type", "Briefing"),
        ("actor", "Sergej Sjojgu"),
        ("year", "2023"),
        ("language", "Norwegian Nynorsk"),
    )
    assert (record.about, record.summary, record.date) == ("Briefing · July 2023", "Han landa.", "2023-07-01")
    assert {"Сергей Шойгу", "Sergei Shoigu", "Tromsø"} <= set(record.also)


def test_withdrawn_briefings_and_hidden_actors_are_not_found_by_anything() -> None:
    found = library()
    assert briefing_record(found.briefings["gone"], found, spelled(found), ENGLISH) is None
    assert actor_record(found.actors["quiet"], "", found, spelled(found), ENGLISH) is None
    record = briefing_record(found.briefings["visit"], found, spelled(found), ENGLISH)
    assert record
    assert "Løynd" not in record.also


def test_an_undated_page_is_still_sorted() -> None:
    found = library()
    record = briefing_record(found.briefings["undated"], found, spelled(found), ENGLISH)
    assert record
    assert ("year", "Undated") in record.filters
    assert f'data-pagefind-sort="date">{NO_DATE}<' in with_search_markup("<p>x</p>", record, KNOWN)


def test_an_actor_is_searched_by_names_and_prose_and_not_by_titles_it_appears_in() -> None:
    found = library()
    record = actor_record(found.actors["sergej-sjojgu"], "Frå [Tuva](x.md).", found, spelled(found), ENGLISH)
    assert record
    assert record.about == "Person · 1 briefing"
    shown = with_search_markup("<h1>S</h1><li>Besøk i Pyongyang</li>", record, KNOWN)
    assert "<div data-pagefind-ignore><h1>" in shown
    assert "<span hidden>minister Frå [Tuva] .</span>" in shown
    assert "ωshoiguω" in shown


def test_no_title_becomes_markup() -> None:
    found = library()
    record = briefing_record(found.briefings["visit"], found, spelled(found), ENGLISH)
    assert record
    shown = with_search_markup("<p>x</p>", record, KNOWN)
    assert "<script" not in shown
    assert set(re.findall(r"<(\w+)", shown)) == {"div", "p", "span"}


def test_titles_of_other_briefings_do_not_count_as_words_of_a_briefing() -> None:
    shown = with_search_markup(
        '<a href="../other/">T</a><a href="../../actors/x/">X</a><a href="#p1">¶</a>',
        prose_record("About", None, ENGLISH),
        KNOWN,
    )
    assert '<a data-pagefind-ignore href="../other/">' in shown
    assert shown.count("<a data-pagefind-ignore") == 1


def test_all_that_is_added_is_hidden() -> None:
    shown = with_search_markup("<p>Støtte</p>", prose_record("Om <b>", "Kva er dette", ENGLISH), KNOWN)
    added = shown.removeprefix("<div data-pagefind-body><p>Støtte</p>").removesuffix("</div>")
    assert re.fullmatch(r"(?:<span hidden data-pagefind-ignore [^>]*>[^<]*</span>)+", added)
    assert "ωstotω" in added
