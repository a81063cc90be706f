"""All styles in one file mean what they meant apart, and fonts are asked for at once."""

from __future__ import annotations

import pytest

from briefings.site.loading import join_styles, preload_elements


def test_styles_keep_their_order_and_their_addresses_lead_to_the_same_files() -> None:
    joined = join_styles(
        [
            ("assets/briefings/search.css", "a { background: url(icon.svg) }"),
            ("stylesheets/own.css", '@font-face { src: url("../assets/fonts/own.woff2") }\n'),
            ("print.css", "b { background: url('data:image/png;base64,AA'), url(/root.png), url(#mask) }"),
        ]
    )
    assert joined == (
        'a { background: url("../assets/briefings/icon.svg") }\n'
        '@font-face { src: url("../assets/fonts/own.woff2") }\n'
        "b { background: url('data:image/png;base64,AA'), url(/root.png), url(#mask) }\n"
    )


@pytest.mark.parametrize("rule", ['@import "more.css";', '@charset "utf-8";'])
def test_what_holds_only_where_a_file_begins_keeps_styles_apart(rule: str) -> None:
    assert join_styles([("a.css", "a {}"), ("b.css", rule)]) is None


def test_a_font_asked_for_ahead_is_the_one_the_styles_take() -> None:
    # Without `crossorigin` a browser fetches it a second time for the stylesheet.
    assert preload_elements(["../a&b.woff2"]) == (
        '<link rel="preload" as="font" type="font/woff2" crossorigin href="../a&amp;b.woff2">'
    )
