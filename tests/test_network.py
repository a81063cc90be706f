"""The network shows who appears with whom, few enough to be read, and every line rests on briefings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from itertools import combinations
from random import Random
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.library import Library, to_library
from briefings.page import page_of_text
from briefings.site.network import LEAST, MOST_ACTORS, TIES_EACH, briefings_of, busiest_part, to_network
from briefings.site.network_layout import Layout, Size, spring_layout, wheel_layout
from briefings.site.network_page import network_page, network_pages, to_network_page
from briefings.site.network_picture import KEY, companions_picture
from briefings.site.words import words_in

ENGLISH = words_in("en")
TYPES = {"kari": "person", "ola": "person", "nrk": "organisation", "noreg": "state", "havet": "noko"}


def library(briefings: Sequence[str], types: Mapping[str, str] = TYPES, hidden: str = "") -> Library:
    """Return a library of briefings, each given by the actors in it."""
    pages = (
        page_of_text(
            f"docs/briefings/sak-{at}.md", f"---\ntitle: Sak {at}\nactors: [{', '.join(actors.split())}]\n---\n"
        )
        for at, actors in enumerate(briefings)
    )
    actors = (
        page_of_text(f"docs/actors/{one}.md", f"---\nname: {one.title()}\ntype: {kind}\nhidden: {one == hidden}\n---\n")
        for one, kind in types.items()
    )
    return to_library(((f"sak-{at}", page) for at, page in enumerate(pages)), zip(types, actors, strict=True))


def crowd(actors: int, briefings: int) -> Library:
    """Return a library of many actors, some in far more briefings than others."""
    random = Random(7)  # noqa: S311 - names, not secrets
    names = {f"aktør-{at:03}": ("person", "organisation", "state")[at % 3] for at in range(actors)}
    drawn = [" ".join({f"aktør-{int(actors * random.random() ** 2):03}" for _ in range(6)}) for _ in range(briefings)]
    return library([" ".join(sorted(line.split())) for line in drawn], names)


def pictures(markdown: str) -> list[Element]:
    """Return the pictures on a page; each is well-formed XML, or this fails."""
    blocks = [line for line in markdown.splitlines() if line.startswith('<div class="picture')]
    return [fromstring(block.replace(" data-pagefind-ignore", "", 1))[0] for block in blocks]  # noqa: S314 - our own


def test_a_tie_is_what_several_briefings_say_and_counts_them() -> None:
    found = library(["kari ola nrk", "kari ola", "kari nrk noreg"])
    network = to_network(found)
    ties = {(tie.one, tie.other): (tie.briefings, briefings_of(tie, found)) for tie in network.ties}
    assert ties == {("kari", "nrk"): (2, ("sak-0", "sak-2")), ("kari", "ola"): (2, ("sak-0", "sak-1"))}
    assert [card.id for card in network.actors] == ["kari", "nrk", "ola"]


def test_who_is_hidden_is_not_drawn() -> None:
    network = to_network(library(["kari ola nrk", "kari ola nrk"], hidden="ola"))
    assert [(tie.one, tie.other) for tie in network.ties] == [("kari", "nrk")]


def test_many_actors_are_cut_to_what_can_be_read_and_no_number_is_invented() -> None:
    found = crowd(300, 800)
    network = to_network(found)
    assert 20 <= len(network.actors) <= MOST_ACTORS
    assert len(network.ties) <= TIES_EACH * len(network.actors)
    for tie in network.ties:
        together = [
            name for name, card in found.briefings.items() if {tie.one, tie.other} <= {ref.id for ref in card.actors}
        ]
        assert (tie.briefings, list(briefings_of(tie, found))) == (len(together), together)
        assert tie.briefings >= LEAST
    part = busiest_part(network, 10, found)
    assert len(part.actors) <= 10
    assert set(part.ties) <= set(network.ties)


def test_a_state_that_is_everywhere_is_left_out_and_named() -> None:
    found = library(["noreg kari ola"] * 12 + ["noreg nrk"] * 12 + ["nrk kari"] * 4)
    network = to_network(found)
    assert [card.id for card in network.everywhere] == ["noreg"]
    assert "noreg" not in {card.id for card in network.actors}
    assert "Left out, because most briefings name them: [Noreg](actors/noreg.md)." in network_page(
        network, found, ENGLISH
    )


def test_type_is_told_by_shape_and_the_key_says_which() -> None:
    found = library(["kari ola nrk noreg havet"] * 3)
    wide, narrow = pictures(network_page(to_network(found), found, ENGLISH))
    for picture in (wide, narrow):
        shapes = {link.attrib["data-node"]: link[1].tag for link in picture.iter("a") if "data-node" in link.attrib}
        assert shapes == {"kari": "circle", "ola": "circle", "nrk": "rect", "noreg": "polygon", "havet": "polygon"}
        key = picture.find("g[@class='key']")
        assert key is not None
        assert [text.text for text in key.iter("text")] == ["Persons", "Organisations", "States"]


def test_every_line_leads_to_its_pair_in_the_list_and_is_as_wide_as_it_has_briefings() -> None:
    found = library(["kari ola"] * 4 + ["kari nrk"] * 2)
    markdown = network_page(to_network(found), found, ENGLISH)
    ties = [link for link in pictures(markdown)[0].iter("a") if "data-ends" in link.attrib]
    assert [(tie.attrib["href"], tie.attrib["aria-label"]) for tie in ties] == [
        ("#pair-2", "Kari – Nrk: 2 briefings"),
        ("#pair-1", "Kari – Ola: 4 briefings"),
    ]
    thin, thick = (float(tie[1].attrib["stroke-width"]) for tie in ties)
    assert thin < thick
    assert "- [Kari](actors/kari.md) – [Ola](actors/ola.md), 4 briefings: [Sak 0](briefings/sak-0.md); " in markdown
    assert "; 1 more briefing\n{: #pair-1 }" in markdown


def test_without_ties_there_is_no_page_and_nothing_leads_to_one() -> None:
    for found in (library([]), library(["kari ola"])):
        assert list(network_pages(found, ENGLISH)) == []
        assert to_network_page("index.md", found, ENGLISH) == ""


def test_an_actor_stands_amid_those_it_is_most_often_with() -> None:
    found = library(["kari ola nrk noreg"] * 3 + ["kari havet"] * 2)
    (picture,) = pictures(companions_picture(found.actors["kari"], found, ENGLISH))
    assert [link.attrib["href"] for link in picture.iter("a")] == ["noreg.md", "nrk.md", "ola.md", "havet.md"]
    assert picture.attrib["aria-label"] == "Together with: Noreg, Nrk, Ola and Havet"
    assert companions_picture(found.actors["havet"], found, ENGLISH) == ""


SIZES = st.lists(st.tuples(st.integers(10, 190), st.integers(25, 40)), min_size=2, max_size=25)


@given(SIZES)
def test_no_name_covers_another_and_none_leaves_the_picture(sizes: list[tuple[int, int]]) -> None:
    boxes = {f"{at:02}": Size(*size) for at, size in enumerate(sizes)}
    first, *others = boxes
    ties = [(one, other, at + 1) for at, (one, other) in enumerate(zip(boxes, others, strict=False))]
    for layout in (spring_layout(ties, boxes, 350, 300), wheel_layout(first, others, boxes, 350, 250)):
        in_bounds_and_apart(layout, boxes)


def in_bounds_and_apart(layout: Layout, boxes: Mapping[str, Size]) -> None:
    for name, box in boxes.items():
        x, y = layout.places[name]
        assert x - box.width / 2 >= -1
        assert x + box.width / 2 <= layout.width + 1
        assert y - box.height / 2 >= -1
        assert y + box.height / 2 <= layout.height + 1
    for one, other in combinations(boxes, 2):
        (x, y), (x2, y2) = layout.places[one], layout.places[other]
        beside = abs(x - x2) >= (boxes[one].width + boxes[other].width) / 2
        assert beside or abs(y - y2) >= (boxes[one].height + boxes[other].height) / 2


def test_a_large_network_grows_in_height_until_all_names_have_room() -> None:
    found = crowd(300, 800)
    for picture in pictures(network_page(to_network(found), found, ENGLISH)):
        width, height = (float(value) for value in picture.attrib["viewBox"].split()[2:])
        for text in picture.iter("text"):
            assert 0 < float(text.attrib["x"]) < width
            assert (0 if text.get("class") is None else KEY) < float(text.attrib["y"]) < height


def test_names_of_actors_are_no_markup() -> None:
    pages = [(f"sak-{at}", page_of_text("", "---\ntitle: Sak\nactors: [a, b]\n---\n")) for at in range(2)]
    actors = [
        (one, page_of_text("", '---\nname: "</title><script>x</script>\\n\\n\\x01"\ntype: "<b>"\n---\n'))
        for one in "ab"
    ]
    found = to_library(pages, actors)
    markdown = network_page(to_network(found), found, ENGLISH)
    assert "<script>" not in markdown
    assert all(link.attrib["aria-label"] for picture in pictures(markdown) for link in picture.iter("a"))


@pytest.mark.parametrize("module", ["briefings.cli", "briefings.plugin"])
def test_only_drawing_a_network_loads_the_library_that_lays_it_out(module: str) -> None:
    code = f"import sys, {module}; print(sorted({{'networkx', 'numpy', 'scipy'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_same_pages_give_the_same_bytes_whatever_the_order_of_sets() -> None:
    path = os.pathsep.join(["tests", "scripts"])
    seen = {
        subprocess.run(
            [sys.executable, "-c", "import test_network as t; print(t.whole_page())"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert seen == {whole_page() + "\n"}


def whole_page() -> str:
    found = crowd(60, 90)
    return network_page(to_network(found), found, ENGLISH)
