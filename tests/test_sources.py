"""The marks behind facts: what they open, in each of the ways a site's owner may show articles."""

from __future__ import annotations

import re

import markdown
import pytest

from briefings.library_cards import BriefingCard, to_briefing_card
from briefings.page import page_of_text
from briefings.site.body import body_in_words
from briefings.site.excerpts import citations, cited_excerpts, whole_article
from briefings.site.sources import CONTEXT, Sources
from briefings.site.words import words_in

BLOCKS = {
    1: "Statsministeren landa i Oslo. Ho vart møtt av kongen. Etterpå åt dei.",
    2: "– Eg er glad, sa ho.",
    3: "Ingen siterer dette.",
}
BODY = """\
## Key points
- Ho vart møtt av [kongen](../actors/kongen.md). [¶1](#p1)

## Timeline
- **2023-07** Statsministeren landa i Oslo. [¶1](#p1)

## Statements
> Eg er glad

— [Ho](../actors/ho.md), via [NRK](../actors/nrk.md) [¶2](#p2)

- [Ho](../actors/ho.md), via [NRK](../actors/nrk.md): Etterpå åt dei. [¶1](#p1)
- Kongen: «gild» [¶9](#p9)
"""


def card(body: str = BODY) -> BriefingCard:
    return to_briefing_card("page", page_of_text("p.md", f"---\ntitle: Møte\nlang: nn\n---\n{body}"))


def sources(shown: dict[int, str], lang: str | None = "nn") -> Sources:
    return Sources(shown, lang, words_in("en"))


def page(shown: dict[int, str], body: str = BODY) -> str:
    own = sources(shown)
    text = body_in_words(body, "nn", words_in("en"), own) + "\n\n" + own.notes(citations(card(body)))
    return markdown.markdown(text, extensions=["attr_list", "toc", "md_in_html"])


def test_every_mark_opens_a_note_that_is_there_once() -> None:
    shown = page(cited_excerpts(card(), BLOCKS))
    opened = re.findall(r'<button type="button" class="source-mark" popovertarget="([^"]+)"', shown)
    notes = re.findall(r'<div class="source" id="([^"]+)"', shown)
    assert len(opened) == 4
    assert sorted(set(opened)) == sorted(notes)


def test_a_note_marks_the_words_of_its_own_fact_and_shows_no_others_than_the_excerpt() -> None:
    shown = page(cited_excerpts(card(), BLOCKS))
    marked = re.findall(r"<mark>(.*?)</mark>", shown)
    assert sorted(marked) == ["Etterpå åt dei.", "Ho vart møtt av kongen.", "Statsministeren landa i Oslo."]
    assert "Ingen siterer dette" not in shown


def test_the_name_of_a_mark_says_the_paragraph_in_the_sites_language() -> None:
    shown = page(cited_excerpts(card(), BLOCKS))
    assert 'aria-label="Source, paragraph 2" lang="en"' in shown


def test_a_paragraph_the_article_does_not_have_keeps_the_link_that_a_strict_build_tells_of() -> None:
    assert '<a href="#p9">¶9</a>' in page(cited_excerpts(card(), BLOCKS))


def test_where_nothing_may_be_shown_marks_are_plain_and_other_pages_still_find_the_place_once() -> None:
    shown = page({})
    assert "<button" not in shown
    assert 'href="#p' not in shown
    assert [shown.count(f'id="p{at}"') for at in (1, 2, 9)] == [1, 1, 1]


def test_the_whole_article_is_every_paragraph_on_a_line() -> None:
    assert whole_article({2: "To\n  liner", 1: "Ein"}) == {1: "Ein", 2: "To liner"}


def test_statements_stand_one_a_line_who_first_and_only_once_for_what_one_says_on_end() -> None:
    shown = page(cited_excerpts(card(), BLOCKS))
    said = re.findall(r'<li class="said" lang="nn">(.*?)</li>', shown, re.DOTALL)
    assert len(said) == 3
    assert said[0].startswith('<span class="who"><a href="../actors/ho.md">Ho</a>, via')
    assert "<q>Eg er glad</q>" in said[0]
    assert said[1].startswith('<span class="who again">')
    assert said[2].startswith('<span class="who">Kongen:</span> «gild»')


@pytest.mark.parametrize(
    "own",
    [
        "> Eit sitat\n>\n> i to avsnitt\n\n— Kari",
        "> - ei liste\n\n— Kari",
        "- Kari: Sagt.\n\n```\nkode\n```",
        "### Meir\n\n- Kari: Sagt.",
        "- Kari: Sagt.\n    - innrykt",
    ],
)
def test_what_people_lay_out_otherwise_among_the_statements_stays_as_it_is(own: str) -> None:
    shown = body_in_words(f"## Statements\n{own}\n", None, words_in("en"), sources({}))
    assert shown == f"## Statements {{: #statements }}\n{own}\n"


def test_prose_among_the_statements_stays_in_its_place() -> None:
    shown = page({}, "## Statements\n- Kari: Ja.\n\nEit ord frå redaktøren.\n\n- Ola: Nei.\n")
    assert re.search(r"Ja\..*</ul>\s*<p>Eit ord frå redaktøren\.</p>\s*<ul>.*Nei\.", shown, re.DOTALL)


def test_an_article_puts_no_element_into_a_note() -> None:
    harm = 'Han sa <script>x</script> & "<img src=x onerror=y>" {: onclick="z" } \x00\x02</div>. Så gjekk han.'
    own = sources({1: harm}, 'nn" onclick="x')
    shown = markdown.markdown(own.notes([(1, "Så gjekk han."), (1, "")]), extensions=["attr_list", "md_in_html"])
    tags = {tag.casefold() for tag in re.findall(r"<\s*/?\s*(\w+)", shown)}
    assert tags == {"div", "p", "a", "button", "mark"}
    assert "onclick" not in re.sub(r">[^<]*<", "><", shown)
    assert shown.count("</div>") == 3


def test_a_page_with_many_marks_on_one_long_paragraph_stays_small() -> None:
    sentences = [f"Setning nummer {number} i eit langt avsnitt." for number in range(2000)]
    own = sources({1: " ".join(sentences)})
    notes = own.notes([(1, sentence) for sentence in sentences])
    assert len(notes) < len(sentences) * (2 * CONTEXT + 700)
    assert "<mark>Setning nummer 1000 i" in notes
