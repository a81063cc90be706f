"""Which of people's own pages stand in for which on a site in another language."""

from __future__ import annotations

from briefings.site.prose import find_variants

PAGES = ("about.md", "about.nn.md", "about.da.md", "press/contact.md", "press/contact.nn.md")


def test_a_page_in_the_site_s_language_stands_in_for_the_plain_one_and_the_others_are_left_out() -> None:
    assert find_variants(PAGES, "nn") == {
        "about.da.md": None,
        "about.nn.md": "about.md",
        "press/contact.nn.md": "press/contact.md",
    }
    assert set(find_variants(PAGES, "en").values()) == {None}


def test_a_page_with_no_plain_one_beside_it_stays_a_page() -> None:
    assert find_variants(("notes.nn.md", "about.md"), "nn") == {}


def test_briefings_and_actors_keep_the_names_people_give_them() -> None:
    assert find_variants(("actors/nrk.md", "actors/nrk.nn.md", "briefings/a.md", "briefings/a.da.md"), "da") == {}
