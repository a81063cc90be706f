"""A network of actors as SVG: their type is told by shape as well as colour, the width of a line by the briefings."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct

from briefings.library import Library
from briefings.library_cards import ActorCard
from briefings.site.links import NETWORK, actor_uri
from briefings.site.network import Network, Tie, among, nearest
from briefings.site.network_layout import Layout, Size, spring_layout, wheel_layout
from briefings.site.raw_links import path_to
from briefings.site.svg import LETTER, cut, element, link_to, picture
from briefings.site.words import Words

TYPES = {"person": "persons", "organisation": "organisations", "state": "states"}
"""Types with a shape of their own → what the key calls them."""
LEAST_RADIUS, MOST_RADIUS = 5, 11
WIDEST = 6
"""Width of the strongest tie in px."""
LINE = 15
"""Height of a name in px."""
WIDER = 6
"""Px by which a short name of wide letters exceeds what its letters are reckoned to take."""
KEY, FOOT = 30, 5
"""Height of the key above the drawing, and of what letters reach below their line at its foot."""
MOST_AROUND, LEAST_AROUND = 8, 3
"""Companions in an actor's own picture; fewer are read faster in a list."""


class Format(Struct, frozen=True):
    """One size of the picture."""

    kind: str
    """Class of it, by which the style sheet chooses."""
    width: int
    height: int
    letters: int
    """Longest name."""


WIDE = Format("network wide", 690, 560, 28)
NARROW = Format("network narrow", 350, 480, 20)
SMALL = Format("network small", 350, 250, 18)


class Node(Struct, frozen=True):
    """An actor as it is drawn."""

    card: ActorCard
    briefings: int
    radius: float
    label: str
    size: Size


class Drawing(Struct, frozen=True):
    """Actors with their places."""

    nodes: Sequence[Node]
    layout: Layout
    form: Format


def network_picture(network: Network, form: Format, anchors: Mapping[Tie, str], library: Library, words: Words) -> str:
    """Return the picture of a network for its page, as HTML; each tie leads to its anchor there."""
    counts = {card.id: len(library.appearances[card.id]) for card in network.actors}
    nodes = _nodes(network.actors, counts, form)
    sizes = {node.card.id: node.size for node in nodes}
    strengths = ((tie.one, tie.other, tie.briefings) for tie in network.ties)
    drawing = Drawing(nodes, spring_layout(strengths, sizes, form.width, form.height), form)
    shapes = [*_lines(network.ties, drawing, anchors, words), *_links(nodes, drawing, NETWORK, words)]
    return _picture(words("network"), drawing, shapes, words)


def companions_picture(actor: ActorCard, library: Library, words: Words) -> str:
    """Return an actor among those it is most often with, as HTML; empty where these are few."""
    ties = nearest(actor.id, library, MOST_AROUND)
    if len(ties) < LEAST_AROUND:
        return ""
    counts = {tie.other: tie.briefings for tie in ties}
    cards = [library.actors[other] for other in counts]
    nodes = _nodes([*cards, actor], {**counts, actor.id: max(counts.values())}, SMALL)
    sizes = {node.card.id: node.size for node in nodes}
    layout = wheel_layout(actor.id, list(counts), sizes, SMALL.width, SMALL.height)
    drawing = Drawing(nodes, layout, SMALL)
    lines = _lines((*among(counts, library)[:MOST_AROUND], *ties), drawing, {}, words)
    centre = element("g", *_shape_and_name(nodes[-1], layout), class_="centre", data_node=actor.id)
    shapes = [*lines, centre, *_links(nodes[:-1], drawing, actor_uri(actor.id), words)]
    name = f"{words('together_with')}: {words.listing([card.name for card in cards])}"
    return _picture(name, drawing, shapes, words)


def _nodes(cards: Sequence[ActorCard], counts: Mapping[str, int], form: Format) -> list[Node]:
    highest = max(counts.values())
    nodes = []
    for card in cards:
        radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * math.sqrt(counts[card.id] / highest)
        label = cut(card.name, form.letters)
        size = Size(max(2 * radius, len(label) * LETTER + WIDER), 2 * radius + LINE)
        nodes.append(Node(card, counts[card.id], radius, label, size))
    return nodes


def _picture(name: str, drawing: Drawing, shapes: Sequence[Element], words: Words) -> str:
    width, height = drawing.layout.width, drawing.layout.height + KEY + FOOT
    svg = element(
        "svg",
        element("g", *_key(drawing.nodes, words), class_="key", aria_hidden="true"),
        *shapes,
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="group",
        aria_label=name,
    )
    return picture(svg, drawing.form.kind)


def _links(nodes: Sequence[Node], drawing: Drawing, here: str, words: Words) -> Iterator[Element]:
    for node in nodes:
        href = path_to(here, actor_uri(node.card.id))
        name = f"{node.card.name}: {words.count('briefings', node.briefings)}"
        yield link_to(href, name, *_shape_and_name(node, drawing.layout), data_node=node.card.id)


def _shape_and_name(node: Node, layout: Layout) -> Iterator[Element]:
    x, y = _middle(node, layout)
    yield _shape(node.card.type, x, y, node.radius)
    yield element("text", text=node.label, x=x, y=y + node.radius + LINE - 3, class_="name")


def _middle(node: Node, layout: Layout) -> tuple[float, float]:
    """Return the middle of an actor's shape; its name stands below."""
    x, y = layout.places[node.card.id]
    return x, y + KEY - LINE / 2


def _lines(ties: Sequence[Tie], drawing: Drawing, anchors: Mapping[Tie, str], words: Words) -> list[Element]:
    """Return the ties, the weakest at the bottom; those with an anchor lead there."""
    by_id = {node.card.id: node for node in drawing.nodes}
    highest = max(tie.briefings for tie in ties)
    drawn = []
    for tie in sorted(ties, key=lambda tie: (tie.briefings, tie.one, tie.other)):
        (x1, y1), (x2, y2) = (_middle(by_id[end], drawing.layout) for end in (tie.one, tie.other))
        width = 1 + (WIDEST - 1) * tie.briefings / highest
        line = element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=width, class_="tie")
        ends = f"{tie.one}/{tie.other}"
        if tie not in anchors:
            drawn.append(element("g", line, data_ends=ends))
            continue
        name = f"{by_id[tie.one].card.name} – {by_id[tie.other].card.name}"
        told = f"{name}: {words.count('briefings', tie.briefings)}"
        # From the keyboard the list of pairs leads on, in an order that makes sense there.
        drawn.append(link_to(anchors[tie], told, line, data_ends=ends, tabindex="-1"))
    return drawn


def _key(nodes: Sequence[Node], words: Words) -> Iterator[Element]:
    """Yield what the shapes stand for, where there are several."""
    types = [(kind, label) for kind, label in TYPES.items() if any(node.card.type == kind for node in nodes)]
    x = 8.0
    for kind, label in types if len(types) > 1 else []:
        yield _shape(kind, x, 9, 6)
        text = words(label)
        yield element("text", text=text, x=x + 11, y=13)
        x += 11 + len(text) * LETTER + 20


def _shape(kind: str, x: float, y: float, radius: float) -> Element:
    if kind == "person":
        return element("circle", cx=x, cy=y, r=radius, class_="shape person")
    if kind == "organisation":
        side = radius * 0.9  # as large to the eye as a circle
        return element("rect", x=x - side, y=y - side, width=2 * side, height=2 * side, class_="shape organisation")
    points = " ".join(f"{x + dx * radius:g},{y + dy * radius:g}" for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)))
    return element("polygon", points=points, class_="shape state" if kind == "state" else "shape other")
