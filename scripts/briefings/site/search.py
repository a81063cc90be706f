"""What the search index knows of a page: filters, what a result shows, and words that find the page but are not shown.

Pagefind reads it from the built page. It stands in hidden elements whose text is escaped, so that no title and no
name of an article can become markup; `data-pagefind-ignore` keeps it out of the text that is searched as prose.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from briefings import edtf_date
from briefings.library import WITHDRAWN, Library
from briefings.library_cards import ActorCard, BriefingCard
from briefings.site.compounds import Lexicon, parts
from briefings.site.place_names import other_names
from briefings.site.spellings import spellings
from briefings.site.titles import summary_of, title_of
from briefings.site.word_keys import framed, keys, name_keys, words_of
from briefings.site.words import SOURCE_LANGUAGES, Words, capital

NO_DATE = "0000-00-00"
"""Sorts after all others, the newest first: Pagefind leaves out what has no key to sort by."""
OFTEN = 3
"""Times a word stands on a page that is about it."""
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_LINK_TARGET = re.compile(r"(?<=\])\([^()\s]*\)|<[^>]*>")
_OTHER_BRIEFING = re.compile(r"""<(a(?= href="\.\./[^"./][^"/]*/")|em(?= class="original")) """)
"""A link from a briefing to another, as MkDocs writes it with directory addresses, the only ones that have a search;
and what the other is called in its own language."""
_IGNORED = re.compile(r"<(a|em) data-pagefind-ignore .*?</\1>", re.DOTALL)

Spellings = Mapping[str, tuple[str, ...]]
"""Actor id → everything an actor is called: name, aliases, names in other languages."""


class SearchRecord(Struct, frozen=True):
    """One page as the search sees it."""

    title: str
    about: str
    """The line under the title in a result: what kind of page it is, and its date in words."""
    summary: str | None
    """What a result shows of the page; None lets the search engine choose words around what was found."""
    filters: tuple[tuple[str, str], ...] = ()
    """(filter, value in words); a filter may have several."""
    date: str = NO_DATE
    """The day results are sorted by, `YYYY-MM-DD`: the first that the page's date may mean; an actor's newest."""
    lang: str | None = None
    """The language of the title; None where it is the site's own, or not known."""
    summary_lang: str | None = None
    original: str | None = None
    """The title in the article's language, where `title` is a translation."""
    original_lang: str | None = None
    own: tuple[str, ...] = ()
    """Other spellings of the page's own name: they count as much as its title."""
    also: tuple[str, ...] = ()
    """Other spellings of the names it mentions."""
    unshown: tuple[str, ...] = ()
    """What finds the page besides: translations into languages that are not the site's."""
    text: str | None = None
    """The words to search; None: those of the page as it is shown, the titles of other briefings left out."""


def briefing_record(card: BriefingCard, library: Library, called: Spellings, words: Words) -> SearchRecord | None:
    """Return a briefing's record; None where it is withdrawn."""
    if card.stage == WITHDRAWN:
        return None
    listed = [library.actors[ref.id] for ref in card.actors if ref.id in library.actors]
    actors = dict.fromkeys(actor.name for actor in listed if not actor.hidden)
    date = words.date(card.date) if card.date else words("undated")
    year = (edtf_date.year(card.date) if card.date else None) or words("undated")
    lang = [("language", capital(words.name_of_language(card.lang)))] if card.lang else []
    names = [name for actor in listed if not actor.hidden for name in called.get(actor.id, (actor.name,))]
    title, summary = title_of(card, words), summary_of(card, words)
    others = [entry for lang, entry in card.translations if lang != words.language]
    return SearchRecord(
        title=title.text,
        lang=title.lang,
        original=title.original,
        original_lang=title.original_lang,
        about=f"{words('briefing')} · {date}",
        summary=summary.text if summary else None,
        summary_lang=summary.lang if summary else None,
        filters=(("type", words("briefing")), *(("actor", name) for name in actors), ("year", year), *lang),
        date=_first_day(card),
        also=(*names, *card.places),
        unshown=tuple(text for entry in others for text in (entry.title, entry.summary) if text),
    )


def actor_record(actor: ActorCard, body: str, library: Library, called: Spellings, words: Words) -> SearchRecord | None:
    """Return an actor's record; None where people hid it.

    Searched are its names and what people wrote on its page, not the titles of the briefings it appears in: these are
    found themselves.
    """
    if actor.hidden:
        return None
    kind = words.one_of("types", actor.type) or actor.type
    appearances = [library.briefings[name] for name in library.appearances.get(actor.id, ())]
    appears = words.count("briefings", len(appearances))
    return SearchRecord(
        title=actor.name,
        about=f"{kind} · {appears}" if kind else appears,
        summary=actor.role or ", ".join(name for name in called.get(actor.id, ()) if name != actor.name),
        filters=(*((("type", kind),) if kind else ()), ("actor", actor.name)),
        date=max(map(_first_day, appearances), default=NO_DATE),
        own=called.get(actor.id, (actor.name,)),
        text=f"{actor.role or actor.name} {_LINK_TARGET.sub(' ', body)}",
    )


def prose_record(title: str, description: str | None, words: Words) -> SearchRecord:
    """Return the record of a page that people wrote beside the briefings."""
    return SearchRecord(title=title, about=words("page"), summary=description, filters=(("type", words("page")),))


def with_search_markup(content: str, record: SearchRecord, known: Lexicon) -> str:
    """Return a page's rendered content with what the index takes from it; `known` tells the parts of compounds."""
    if record.text is None:
        searched = _OTHER_BRIEFING.sub(r"<\1 data-pagefind-ignore ", content)
        text = _text_of(searched)
    else:
        text = record.text
        # Not ignored: Pagefind takes no page that has nothing to search.
        searched = f"<div data-pagefind-ignore>{content}</div><span hidden>{html.escape(_line(text))}</span>"
    hidden = [
        _hidden("meta", "title", record.title),
        _hidden("meta", "about", record.about),
        *([_hidden("meta", "summary", record.summary)] if record.summary else []),
        *(_hidden("meta", key, lang) for key, lang in _languages(record)),
        *([_hidden("meta", "original", record.original)] if record.original else []),
        *([_hidden("meta", "excerpt", "yes")] if record.summary is None else []),
        *(_hidden("meta", key, framed(found)) for key, found in _keys(record, text, known) if found),
        *(_hidden("filter", name, value) for name, value in record.filters),
        _hidden("sort", "date", record.date),
    ]
    return f"<div data-pagefind-body>{searched}{''.join(hidden)}</div>"


def _keys(record: SearchRecord, text: str, known: Lexicon) -> Iterator[tuple[str, set[str]]]:
    """Yield the keys of the page's words by where they stand, for `search.js` to weigh; the last holds them all."""
    title = " ".join((record.title, record.original or ""))
    lead = " ".join((record.summary or "", *record.unshown))
    everything = f"{title} {record.about} {lead} {text}"
    named = spellings([*record.also, *other_names(f"{everything} {' '.join(record.also)}")])
    counts = Counter(words_of(everything))
    yield "own_keys", name_keys(spellings([*record.own, *other_names(" ".join(record.own))]))
    yield "title_keys", _with_parts(words_of(title), known)
    yield "lead_keys", _with_parts(words_of(lead), known)
    yield "name_keys", name_keys(named)
    yield "often_keys", keys(word for word, count in counts.items() if count >= OFTEN)
    yield "all_keys", _with_parts(counts, known)


def _with_parts(words: Iterable[str], known: Lexicon) -> set[str]:
    found = set(words)
    return keys(found) | keys(part for word in found for part in parts(word, known))


def _languages(record: SearchRecord) -> Iterator[tuple[str, str]]:
    """Yield what the result's `lang` attributes are made of."""
    marked = (("lang", record.lang), ("summary_lang", record.summary_lang), ("original_lang", record.original_lang))
    for key, lang in marked:
        if lang in SOURCE_LANGUAGES:
            yield key, lang


def _first_day(card: BriefingCard) -> str:
    return edtf_date.bounds(card.date)[0] if card.date else NO_DATE


def _hidden(kind: str, key: str, value: str) -> str:
    return f'<span hidden data-pagefind-ignore data-pagefind-{kind}="{key}">{html.escape(_line(value))}</span>'


def _line(text: str) -> str:
    return " ".join(text.split())


def _text_of(content: str) -> str:
    return html.unescape(_TAG.sub(" ", _IGNORED.sub(" ", content)))


def called(actors: Iterable[ActorCard]) -> dict[str, tuple[str, ...]]:
    """Return all that each actor is called: its name, its aliases, its names in other languages."""
    return {
        actor.id: tuple(dict.fromkeys((actor.name, *actor.aliases, *(name for _, name in actor.names))))
        for actor in actors
    }
