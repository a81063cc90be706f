"""A briefing's own sections as shown: in the site's words, the article's language said, people's text untouched."""

from __future__ import annotations

import re

import markdown
import pytest

from briefings.library_cards import BriefingCard, to_briefing_card
from briefings.page import Translation, page_of_text, translations_of
from briefings.site.body import body_in_words
from briefings.site.titles import Shown, summary_of, title_of
from briefings.site.words import words_in


def rendered(body: str, lang: str | None = "nn", site: str = "en") -> str:
    shown = body_in_words(body, lang, words_in(site))
    return markdown.markdown(shown, extensions=["attr_list", "toc"])


def card(front: str) -> BriefingCard:
    return to_briefing_card("page", page_of_text("docs/briefings/page.md", f"---\ntitle: Møte\nlang: nn\n{front}---\n"))


CASES = [
    ("## Key points\n- Eit punkt. [¶1](#p1)\n", '<li lang="nn">Eit punkt. <a href="#p1">¶1</a></li>'),
    ("## Key points\n- Utan lenkje.\n", '<li lang="nn">Utan lenkje.</li>'),
    ("## Key points\n- Over\n  to liner. [¶1](#p1)\n- Neste.\n", '<li lang="nn">Neste.</li>'),
    ("## Key points\n- Laust.\n\n- Punkt.\n", '<p lang="nn">Laust.</p>'),
    (
        "## Statements\n> Eg støttar deg.\n\n— [Kim](x.md) [¶1](#p1)\n",
        '<li class="said" lang="nn"><span class="who"><a href="x.md">Kim</a>:</span> <q>Eg støttar deg.</q>',
    ),
    ("## Statements\n> Eg\n>\n> støttar deg.\n\n— [Kim](x.md)\n", '<p lang="nn">— <a href="x.md">Kim</a></p>'),
    (
        "## Timeline\n- **2023-07** Han landa. [¶3](#p3)\n",
        '<li class="dated" lang="nn"><strong class="when" lang="en">July 2023</strong> Han landa.',
    ),
    ("## Timeline\n- **2023-07-2X** Noko.\n", '<li lang="nn"><strong>2023-07-2X</strong> Noko.</li>'),
    (
        "## Timeline\r\n- **2003~** Noko.\r\n",
        '<li class="dated" lang="nn"><strong class="when" lang="en">about 2003</strong> Noko.</li>',
    ),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_a_line_of_the_article_says_its_language_and_its_date_is_in_words(body: str, expected: str) -> None:
    page = rendered(body)
    assert expected in page
    assert "{:" not in page


@pytest.mark.parametrize("body", [body for body, _ in CASES])
def test_no_attribute_list_is_shown_where_the_language_is_unknown_or_hostile(body: str) -> None:
    for lang in (None, "", "xx", 'nn" onclick="x'):
        page = rendered(body, lang)
        assert "{:" not in page
        assert not re.search(r'lang="(?!en")', page)
        assert "onclick" not in page


def test_what_people_wrote_beside_the_three_sections_stays_to_the_letter() -> None:
    own = "Om saka.\n\n## Notat {: .x }\n- **2023-07** ein dato\n\n```\n## Timeline\n- **2023** kode\n```\n"
    assert body_in_words(own, "nn", words_in("nb")) == own


def test_a_paragraph_of_people_within_a_section_is_not_said_to_be_the_articles() -> None:
    page = rendered("## Key points\nAn editor's remark.\n\n- Eit punkt.\n")
    assert "<p>An editor's remark.</p>" in page


def test_headings_are_in_the_sites_words_and_their_anchors_are_not() -> None:
    page = rendered("## Key points\n- Ein.\n\n## Timeline\n- **2023** To.\n\n## Key points\n- Tre.\n", site="da")
    assert '<h2 id="key-points">Hovedpunkter</h2>' in page
    assert '<h2 id="timeline">Tidslinje</h2>' in page
    assert len(set(re.findall(r'id="([^"]*)"', page))) == 3


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("{en: {title: Kim met Putin, summary: They met.}}", (("en", Translation("Kim met Putin", "They met.")),)),
        ("{en: {title: Kim met Putin}}", (("en", Translation("Kim met Putin")),)),
        (
            "{da: {summary: De mødtes.}, en: {title: x}}",
            (("da", Translation(None, "De mødtes.")), ("en", Translation("x"))),
        ),
        ("{en: {}, da: null, nb: tekst, nn: [a]}", ()),
        ("{en: {title: [a], summary: {b: c}}}", ()),
        ("tekst", ()),
        ("[a, b]", ()),
        ("null", ()),
    ],
)
def test_translations_are_read_and_what_is_none_is_left_out(value: str, found: object) -> None:
    assert translations_of(page_of_text("p.md", f"---\ntranslations: {value}\n---\n")) == found


@pytest.mark.parametrize(
    ("front", "site", "title", "summary"),
    [
        ("summary: Dei møttest.\n", "en", Shown("Møte", "nn"), Shown("Dei møttest.", "nn")),
        (
            "summary: Dei møttest.\ntranslations: {en: {title: Meeting}}\n",
            "en",
            Shown("Meeting", None, "Møte", "nn"),
            Shown("Dei møttest.", "nn"),
        ),
        ("translations: {en: {summary: They met.}}\n", "en", Shown("Møte", "nn"), Shown("They met.", None, None, "nn")),
        ("translations: {en: {title: Meeting}}\n", "da", Shown("Møte", "nn"), None),
        ("translations: {nn: {title: Anna}}\n", "nn", Shown("Møte", "nn"), None),
    ],
)
def test_a_translation_is_shown_on_a_site_in_its_language_with_the_original(
    front: str, site: str, title: Shown, summary: Shown | None
) -> None:
    words = words_in(site)
    assert (title_of(card(front), words), summary_of(card(front), words)) == (title, summary)
