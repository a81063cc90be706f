"""One line for what happened and when, as lists show it."""

from __future__ import annotations

from briefings.library_cards import BriefingCard
from briefings.markdown_text import escape
from briefings.sections_read import TimelineEntry
from briefings.site.links import briefing_link
from briefings.site.words import Words, in_language


def event_line(here: str, card: BriefingCard, entry: TimelineEntry, words: Words) -> str:
    """Return an event as an item of a Markdown list: date, what happened, the briefing that tells it."""
    anchor = f"#p{entry.at}" if entry.at else ""
    date = escape(words.date(entry.date), at_start=False)
    told = in_language(escape(entry.words.text), card.lang)
    return f"- **{date}** {told} {briefing_link(here, card, words, anchor)}"
