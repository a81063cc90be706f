"""What others show of a page that is linked to, and which feeds a reader finds there."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from briefings.site.feeds import to_feeds
from briefings.site.head import (
    Preview,
    actor_preview,
    briefing_preview,
    feed_elements,
    feeds_for,
    head_elements,
    with_head,
)
from briefings.site.words import words_in
from small_site import ADDRESS, HARM, small_library, small_site

URL, PICTURE = f"{ADDRESS}briefings/landslide/", f"{ADDRESS}briefings/landslide/card.png"


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def told(preview: Preview, url: str | None = URL, picture: str | None = PICTURE) -> dict[str, str]:
    found = Elements(head_elements(preview, url, picture, small_site())).found
    assert {tag for tag, _ in found} == {"meta"}
    return {str(given.get("property") or given["name"]): str(given["content"]) for _, given in found}


def test_a_link_to_a_briefing_shows_title_bottom_line_day_tags_and_picture() -> None:
    shown = told(briefing_preview(small_library().briefings["landslide"], words_in("en")))
    assert shown == {
        "og:type": "article",
        "og:site_name": "Fjordsaker",
        "og:title": "Landslide closes Highway 5",
        "og:description": "A landslide has closed Highway 5 in Fjærland.",
        "og:locale": "en_GB",
        "og:url": URL,
        "article:published_time": "2023-07-26",
        "article:tag": "samferdsle",  # the last of two
        "og:image": PICTURE,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Landslide closes Highway 5",
        "twitter:card": "summary_large_image",
    }


@pytest.mark.parametrize(("language", "locale"), [("en", "nn_NO"), ("da", "nn_NO"), ("nn", "nn_NO")])
def test_a_title_that_nobody_translated_keeps_its_own_language(language: str, locale: str) -> None:
    shown = told(briefing_preview(small_library().briefings["reopened"], words_in(language)))
    assert (shown["og:title"], shown["og:locale"]) == ("Vegen er open att", locale)
    assert "article:published_time" not in shown, "the day is not known"


def test_a_link_to_an_actor_says_what_it_is_and_how_often_it_is_named() -> None:
    shown = told(actor_preview(small_library().actors["norway"], 2, words_in("nb")))
    assert (shown["og:title"], shown["og:description"], shown["og:type"]) == ("Noreg", "Stat · 2 saker", "profile")


def test_where_the_site_has_no_address_a_link_still_shows_words() -> None:
    shown = told(briefing_preview(small_library().briefings["landslide"], words_in("en")), None, None)
    assert shown["og:title"] == "Landslide closes Highway 5"
    assert shown["twitter:card"] == "summary"
    assert not {key for key in shown if key.startswith(("og:url", "og:image"))}


def test_no_title_breaks_out_of_its_attribute() -> None:
    shown = told(briefing_preview(small_library().briefings["hostile"], words_in("en")))
    assert shown["og:title"].startswith("</script><script>harm()</script> \"& ']]>")
    assert HARM.startswith("</script><script>harm()</script> \"& ']]>")


def test_a_feed_reader_finds_the_feed_of_an_actor_before_that_of_the_site() -> None:
    site = small_site()
    feeds = to_feeds(small_library(), site)
    found = Elements(feed_elements(feeds_for("actors/hostile.md", "index.md", feeds), site)).found
    assert [(tag, given["rel"], given["type"], given["href"]) for tag, given in found] == [
        ("link", "alternate feed", kind, f"{ADDRESS}{path}")
        for path, kind in (
            ("actors/hostile/feed.xml", "application/atom+xml"),
            ("actors/hostile/feed.json", "application/feed+json"),
            ("feed.xml", "application/atom+xml"),
            ("feed.json", "application/feed+json"),
        )
    ]


def test_elements_go_to_the_end_of_the_head_and_into_nothing_else() -> None:
    assert with_head("<head><title>x</title></head><body>", "<a>", "", "<b>") == (
        "<head><title>x</title><a>\n<b>\n</head><body>"
    )
    assert with_head("no page", "<a>") == "no page"
