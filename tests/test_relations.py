"""Why a briefing stands beside another, and how its date is known: in the pages' own words, with the way there."""

from __future__ import annotations

from briefings.library import Library, to_library
from briefings.model import Why
from briefings.page import page_of_text
from briefings.site.briefing_page import status_strip, who_is_who
from briefings.site.relations import LONGEST_QUOTE, MOST_LATER, later, related
from briefings.site.sources import Sources
from briefings.site.words import words_in

ENGLISH = words_in("en")
NONE = Sources({}, "nb", ENGLISH)
ACTORS = {
    "ola": "type: person\nname: Ola",
    "kari": "type: person\nname: Kari",
    "nato": "type: organisation\nname: Nato",
    "norway": "type: state\nname: Norge",
    "sweden": "type: state\nname: Sverige",
}


def library(**pages: str) -> Library:
    return to_library(
        (
            (name, page_of_text(f"{name}.md", f"---\ntitle: Sak {name}\nlang: nb\n{text}"))
            for name, text in pages.items()
        ),
        ((name, page_of_text(f"{name}.md", f"---\n{text}\n---\n")) for name, text in ACTORS.items()),
    )


def test_the_same_event_is_explained_by_the_rarest_actors_and_the_places_that_both_name() -> None:
    found = library(
        a="actors: [norway, nato, kari, ola]\nplaces: [Bodø]\nrelated: [{page: b, why: same event}]\n---\n",
        b="actors: [ola, kari, norway]\nplaces: [BODØ, Oslo]\n---\n",
        c="actors: [norway]\n---\n",
    )
    (line,) = related(found.briefings["a"], found, Why.SAME_EVENT, NONE)
    assert line.endswith("undated: both name Kari, Ola and Bodø")


def test_states_explain_the_same_event_only_where_there_is_nothing_else() -> None:
    found = library(
        a="actors: [norway, sweden]\nrelated: [{page: b, why: same event}]\n---\n", b="actors: [sweden, norway]\n---\n"
    )
    (line,) = related(found.briefings["a"], found, Why.SAME_EVENT, NONE)
    assert line.endswith("both name Norge and Sverige")


def test_background_quotes_the_sentence_that_refers_back_on_both_pages() -> None:
    sentence = "I juli ble han *invitert*."
    found = library(
        new=f"related: [{{page: old, why: background, at: 7}}]\n---\n## Timeline\n- **2023-07** {sentence} [¶7](#p7)\n",
        old="---\n",
    )
    (line,) = related(found.briefings["new"], found, Why.BACKGROUND, NONE)
    quote = '<span lang="nb"><q>I juli ble han \\*invitert\\*.</q></span>'
    assert f"referred to here: {quote}" in line
    (back,) = later(found.briefings["old"], found, ENGLISH)
    assert f"refers back: {quote} [¶7](new.md#p7)" in back


def test_of_very_many_briefings_that_lead_to_one_the_newest_are_shown_and_the_rest_counted() -> None:
    number = MOST_LATER + 2
    newer = {
        f"n{at:02}": f"date: {1900 + at}\nrelated: [{{page: old, why: background}}]\n---\n" for at in range(number)
    }
    found = library(old="---\n", **newer)
    *lines, rest = later(found.briefings["old"], found, ENGLISH)
    assert [line.partition("]")[0] for line in lines] == [f"- [Sak n{at:02}" for at in range(number - 1, 1, -1)]
    assert rest == "\n2 more briefings."


def test_a_long_sentence_is_cut_at_a_word() -> None:
    found = library(
        new="related: [{page: old, why: background, at: 7}]\n---\n## Timeline\n- **2023** "
        + "ordet " * 90
        + "[¶7](#p7)\n",
        old="---\n",
    )
    (line,) = related(found.briefings["new"], found, Why.BACKGROUND, NONE)
    quoted = line.partition("<q>")[2].partition("</q>")[0]
    assert quoted.endswith("ordet …")
    assert len(quoted) <= LONGEST_QUOTE + 2


def test_a_paragraph_that_the_page_says_nothing_of_is_named() -> None:
    found = library(new="related: [{page: old, why: background, at: 7}]\n---\n", old="---\n")
    (line,) = related(found.briefings["new"], found, Why.BACKGROUND, NONE)
    assert "referred to in " in line
    assert "¶7" in line


def test_a_date_known_from_another_article_leads_to_that_ones_briefing() -> None:
    found = library(
        a="date: 2023-09\ndate_basis: corpus 003\nsource: {seed: 002.txt}\n---\n",
        b="date: 2023-09\ndate_basis: header\nsource: {seed: 003.txt}\n---\n",
    )
    strip = status_strip(found.briefings["a"], ENGLISH, found)
    assert strip.startswith('September 2023, worked out from “[Sak b](b.md){: lang="nb" }” · ')


def test_a_date_from_an_article_whose_briefing_is_withdrawn_or_gone_is_explained_without_a_link() -> None:
    front = "date: 2023-09\ndate_basis: corpus 003\nsource: {seed: 002.txt}\n---\n"
    for found in (library(a=front), library(a=front, b="stage: withdrawn\nsource: {seed: 003.txt}\n---\n")):
        strip = status_strip(found.briefings["a"], ENGLISH, found)
        assert strip.startswith("September 2023, worked out from another article · ")


def test_who_merely_is_named_stands_behind_those_a_briefing_introduces() -> None:
    others = ", ".join(f"x{number}" for number in range(6))
    found = library(a=f"actors: [{others}, norway, {{id: ola, role: statsråd}}, kari]\n---\n")
    lines = list(who_is_who(found.briefings["a"], found, ENGLISH))
    assert lines[-2] == '- [Ola](../actors/ola.md), <span lang="nb">statsråd</span>'
    assert lines[-1].startswith("\nAlso named: [Norge](../actors/norway.md) and [Kari](../actors/kari.md).")
