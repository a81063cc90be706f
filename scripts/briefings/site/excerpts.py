"""Which words of the article a briefing's page shows: those it cites, or all, or none, as the site's owner says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefings.library_cards import BriefingCard

LONGEST = 240
"""Characters of a cited paragraph that are shown where nothing on the page says which of its words are meant."""
GAP = " … "


def citations(card: BriefingCard) -> Iterator[tuple[int, str]]:
    """Yield (paragraph, words cited) of each line of a briefing; a relation names a paragraph and cites no words."""
    for line in card.sections.entries:
        if line.at is not None:
            yield line.at, line.words.text
    for relation in card.related:
        if relation.at is not None:
            yield relation.at, ""


def cited_excerpts(card: BriefingCard, blocks: Mapping[int, str]) -> dict[int, str]:
    """Return, for each paragraph a page cites, the words it cites, in the article's order.

    `blocks` holds the article's paragraphs by number. Paragraphs that the article does not have are left out.
    """
    cited: dict[int, list[str]] = {}
    for at, words in citations(card):
        cited.setdefault(at, []).append(words)
    return {at: _excerpt(blocks[at], words) for at, words in sorted(cited.items()) if at in blocks}


def whole_article(blocks: Mapping[int, str]) -> dict[int, str]:
    """Return every paragraph of an article on one line, in its order."""
    return {at: " ".join(text.split()) for at, text in sorted(blocks.items())}


def _excerpt(block: str, words: list[str]) -> str:
    """Return the parts of a paragraph that were cited, joined where they meet, a mark where something is left out."""
    text = " ".join(block.split())
    spans = sorted({(at, at + len(part)) for part in words if part and (at := text.find(part)) >= 0})
    if not spans:
        return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
    joined = [spans[0]]
    for start, end in spans[1:]:
        last_start, last_end = joined[-1]
        if text[last_end:start].strip(" .,:;–«»”“\"'") and start > last_end:
            joined.append((start, end))
        else:
            joined[-1] = (last_start, max(end, last_end))
    shown = GAP.join(text[start:end] for start, end in joined)
    return f"{'… ' if joined[0][0] else ''}{shown}{' …' if joined[-1][1] < len(text.rstrip('.»”')) else ''}"
