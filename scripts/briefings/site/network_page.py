"""The page of the network: who appears with whom, as a picture and as a list of pairs."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.library import Library
from briefings.site.links import ACTORS_INDEX, NETWORK, actor_link, briefing_link, crumbs, link, page, sections
from briefings.site.network import Network, Tie, briefings_of, busiest_part, to_network
from briefings.site.network_picture import NARROW, WIDE, network_picture
from briefings.site.words import Words

MOST_ON_PHONE = 18
"""Actors in the drawing for phones."""
MOST_BRIEFINGS = 3
"""Briefings shown of a pair."""


def network_pages(library: Library, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield (path, title, Markdown) of the network's page, where there is a network."""
    network = to_network(library)
    if network.ties:
        yield NETWORK, words("network"), network_page(network, library, words)


def network_page(network: Network, library: Library, words: Words) -> str:
    """Return the page as Markdown; `network` has at least one tie."""
    anchors = {tie: f"#pair-{index}" for index, tie in enumerate(network.ties, 1)}
    small = busiest_part(network, MOST_ON_PHONE, library)
    everywhere = [actor_link(NETWORK, card.id, library) for card in network.everywhere]
    return page(
        crumbs(NETWORK, ((ACTORS_INDEX, words("actors")),), words),
        f"# {words('network')}",
        words("about_network"),
        network_picture(network, WIDE, anchors, library, words),
        network_picture(small, NARROW, anchors, library, words) if small.ties else "",
        words("left_out", names=words.listing(everywhere)) if everywhere else "",
        sections(words, ("pairs", (_pair(tie, index, library, words) for index, tie in enumerate(network.ties, 1)))),
    )


def to_network_page(here: str, library: Library, words: Words) -> str:
    """Return a sentence that leads to the network's page; empty where there is none."""
    return f"{link(here, NETWORK, words('network'))}." if to_network(library).ties else ""


def _pair(tie: Tie, index: int, library: Library, words: Words) -> str:
    names = " – ".join(actor_link(NETWORK, actor, library) for actor in (tie.one, tie.other))
    shown = [
        briefing_link(NETWORK, library.briefings[name], words) for name in briefings_of(tie, library)[:MOST_BRIEFINGS]
    ]
    rest = tie.briefings - len(shown)
    more = [words.count("more_briefings", rest)] if rest else []
    number = words.count("briefings", tie.briefings)
    return f"- {names}, {number}: {'; '.join([*shown, *more])}\n{{: #pair-{index} }}"
