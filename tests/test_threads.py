"""Briefings that tell one story form a thread, and people have the last word on it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.threads import to_threads

PAGES = ["a", "b", "c", "d", "e", "f"]
"""The oldest first."""


@pytest.mark.parametrize(
    ("links", "named", "expected"),
    [
        ([], {}, []),
        ([("b", "a")], {}, [("a", None, "ab")]),
        ([("b", "a"), ("c", "b"), ("e", "d")], {}, [("d", None, "de"), ("a", None, "abc")]),
        ([("b", "a"), ("c", "b")], {"c": "Våpenhandelen"}, [("vapenhandelen", "Våpenhandelen", "abc")]),
        ([], {"a": "Krigen", "d": "krigen"}, [("krigen", "Krigen", "ad")]),
        ([("b", "a"), ("c", "b"), ("d", "c")], {"a": "X", "d": "Y"}, [("y", "Y", "cd"), ("x", "X", "ab")]),
        ([("b", "a"), ("c", "b")], {"a": "X", "c": "Y"}, [("y", "Y", "c"), ("x", "X", "ab")]),
        ([("b", "a"), ("a", "gone"), ("c", "c")], {}, [("a", None, "ab")]),
        ([], {"f": "Alene"}, [("alene", "Alene", "f")]),
        ([], {"a": "index"}, [("index-1", "index", "a")]),
    ],
    ids=[
        "no link, no thread",
        "two linked pages",
        "two stories, the newest first",
        "a name goes for all that hang together",
        "a name joins what no link joins, whatever its case",
        "each page follows the nearest name",
        "as near to both: the older name",
        "links to nowhere and to itself count for nothing",
        "a name on one page is a thread",
        "a name that cannot be a file's",
    ],
)
def test_threads_follow_names_first_and_links_then(
    links: list[tuple[str, str]], named: dict[str, str], expected: list[tuple[str, str | None, str]]
) -> None:
    found = to_threads(PAGES, links, named)
    assert [(thread.id, thread.name, "".join(thread.briefings)) for thread in found] == expected


@given(
    st.lists(st.tuples(st.sampled_from(PAGES), st.sampled_from(PAGES)), max_size=12),
    st.dictionaries(st.sampled_from(PAGES), st.sampled_from(["x", "y"])),
    st.randoms(use_true_random=False),
)
def test_no_page_stands_in_two_threads_and_the_order_of_links_makes_no_difference(
    links: list[tuple[str, str]], named: dict[str, str], random: Random
) -> None:
    found = to_threads(PAGES, links, named)
    members = [page for thread in found for page in thread.briefings]
    assert len(members) == len(set(members))
    assert set(named) <= set(members)
    random.shuffle(links)
    assert to_threads(PAGES, [(two, one) for one, two in links], named) == found
