"""From an extraction to the briefing that the build offers: what is shown, in which order, in whose words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefings.edtf_date import sort_key
from briefings.excerpt import Linked, links_of, one_line, to_excerpt
from briefings.extract.date_stamps import without_stamp
from briefings.extract.speech import speech
from briefings.findings import Entity, Event, Extraction, Role, Source, Statement
from briefings.leaning import only_gives_source
from briefings.model import Article, Kind, StatementKind
from briefings.page_values import ActorRef, Briefing, Dated, Excerpt, Related, Run, Said
from briefings.salience import salient
from briefings.summary import Summary, summarise

MAX_TITLE = 90
"""Characters of a title made from the lead."""
STRETCH = 100
"""A clause that ends within this many is let out, rather than cut in the middle."""
MIN_TITLE = 30
"""A clause that ends earlier than this says too little to be cut there."""


def brief(extraction: Extraction, ids: Sequence[str | None], related: Sequence[Related]) -> Briefing:
    """Return the briefing of one article.

    `ids[i]` is the actor id of `extraction.entities[i]`, None where that actor is hidden: not listed, not linked.
    Raises ValueError where there is not one id for each entity.
    """
    if len(ids) != len(extraction.entities):
        message = f"{len(ids)} ids for {len(extraction.entities)} entities of {extraction.article.seed.name}"
        raise ValueError(message)
    article, published = extraction.article, extraction.published
    links = links_of(extraction.entities, ids)
    summary = summarise(extraction)
    return Briefing(
        seed=article.seed,
        title=to_title(extraction),
        date=published.value if published else None,
        date_basis=" ".join(filter(None, (published.basis.value, published.seed))) if published else None,
        lang=article.lang,
        summary=" ".join(one_line(without_stamp(_sentence(extraction, index))) for index in summary.bottom_line),
        actors=_actors(extraction, ids),
        places=_places(extraction),
        related=tuple(related),
        key_points=_key_points(extraction, summary, links),
        timeline=_timeline(extraction, links),
        statements=tuple(_said(extraction, one, ids, links) for one in _shown(extraction.statements)),
    )


def _sentence(extraction: Extraction, index: int) -> str:
    sentence = extraction.sentences[index]
    return extraction.article.text[sentence.start : sentence.end]


# --- title ----------------------------------------------------------------------------------------------------------

_CLAUSE = re.compile(
    r"[,;:](?=\s)|\s+[–—](?=\s)"
    r"|\s+(?=(?:da|då|når|som|der|mens|medan|fordi|etter at|efter at|før|at|for å|for at|men|og)\s)"
)

_PHRASE = re.compile(r"\s+(?=(?:i|på|til|for|av|af|fra|frå|med|mot|mod|ved|om|etter|efter|under)\s)")


def to_title(extraction: Extraction) -> str:
    """Return the title an article has, or the beginning of its lead, cut where a clause ends; never words of our own.

    The seed's stem stands in only for an article without a single word.
    """
    article = extraction.article
    given = article.seed.facts.title or article.headline
    return one_line(given or "") or _cut(_lead(extraction)) or article.seed.stem


def _lead(extraction: Extraction) -> str:
    article = extraction.article
    kinds = {paragraph.n: paragraph.kind for paragraph in article.paragraphs}
    for wanted in ((Kind.LEAD, Kind.PARAGRAPH), (Kind.QUOTE, Kind.SUBHEADING), (Kind.CAPTION, Kind.CORRECTION)):
        for sentence in extraction.sentences:
            if kinds.get(sentence.at) in wanted:
                return one_line(article.text[sentence.start : sentence.end])
    return _any_words(article)


def _any_words(article: Article) -> str:
    texts = (one_line(article.text[paragraph.start : paragraph.end]) for paragraph in article.paragraphs)
    return next((text for text in texts if text), "")


def _cut(words: str) -> str:
    if len(words) <= MAX_TITLE:
        return words.removesuffix(".")
    clauses = [match.start() for match in _CLAUSE.finditer(words[: STRETCH + 4]) if match.start() >= MIN_TITLE]
    phrases = [match.start() for match in _PHRASE.finditer(words[:MAX_TITLE]) if match.start() >= MIN_TITLE]
    within = [end for end in clauses if end <= MAX_TITLE] or clauses[:1] or phrases
    end = within[-1] if within else words.rfind(" ", MIN_TITLE, MAX_TITLE)
    cut = words[: end if end > 0 else MAX_TITLE - 1]
    return cut.rstrip(" ,;:–—-(«“\"'") + "…"


# --- actors and places ----------------------------------------------------------------------------------------------


def _actors(extraction: Extraction, ids: Sequence[str | None]) -> tuple[ActorRef, ...]:
    """Return every actor with a page once, the salient first, then in order of first mention."""
    main = salient(extraction)
    captions = {paragraph.n for paragraph in extraction.article.paragraphs if paragraph.kind is Kind.CAPTION}
    entities: dict[str, list[int]] = {}
    for index, actor in enumerate(ids):
        if actor is not None:
            entities.setdefault(actor, []).append(index)

    def rank(actor: str) -> tuple[bool, int, str]:
        indexes = entities[actor]
        first = min(mention.start for index in indexes for mention in extraction.entities[index].mentions)
        return not main & set(indexes), first, actor

    return tuple(
        ActorRef(actor, best_role([extraction.entities[index] for index in entities[actor]], captions))
        for actor in sorted(entities, key=rank)
    )


def best_role(entities: Sequence[Entity], captions: set[int]) -> str | None:
    """Return the role to show for an actor, as the text words it.

    Roles of more than one word go before bare titles (`Russlands president`, not `president`), those of the article
    before those that only captions give, then the more frequent, the fuller, the earlier. Case makes no difference.
    """
    roles = sorted((role for entity in entities for role in entity.roles), key=lambda role: (role.start, role.end))
    counts = Counter(_key(role) for role in roles)
    told = {_key(role) for role in roles if role.at not in captions}

    def rank(role: Role) -> tuple[bool, bool, int, int, int]:
        key = _key(role)
        return " " not in key, key not in told, -counts[key], -len(key.split()), role.start

    return one_line(min(roles, key=rank).text) if roles else None


def _key(role: Role) -> str:
    return one_line(role.text).casefold()


def _places(extraction: Extraction) -> tuple[str, ...]:
    places = sorted(
        extraction.places, key=lambda place: (min((m.start for m in place.mentions), default=0), place.name)
    )
    return tuple(dict.fromkeys(one_line(place.name) for place in places))


# --- key points, timeline, statements -------------------------------------------------------------------------------


def _key_points(extraction: Extraction, summary: Summary, links: Sequence[Linked]) -> tuple[Excerpt, ...]:
    sentences = [extraction.sentences[index] for index in summary.key_points]
    return tuple(to_excerpt(extraction.article.text, one.start, one.end, one.at, links) for one in sentences)


def _timeline(extraction: Extraction, links: Sequence[Linked]) -> tuple[Dated, ...]:
    """Return the dated sentences in order; not those that speak for somebody whom they do not name."""
    quotes = [one for one in extraction.statements if one.kind is StatementKind.QUOTE]
    told = [event for event in extraction.events if not any(_is_voice(event, one) for one in quotes)]
    dated = {event.start for event in told}
    events = {
        (event.date, event.start, event.end): event for event in (_in_full(extraction, one, dated) for one in told)
    }
    ordered = sorted(events.values(), key=lambda event: (sort_key(event.date), event.start, event.end))
    return tuple(
        Dated(event.date, to_excerpt(extraction.article.text, event.start, event.end, event.at, links))
        for event in ordered
    )


def _in_full(extraction: Extraction, event: Event, dated: set[int]) -> Event:
    """Return an event that only gives the source of the sentence before it (`Det oplyser AFP onsdag.`) with that one.

    Where that one closes the paragraph before, it stands for both, unless it has a date of its own. `dated` holds
    where the sentences with dates begin.
    """
    if not only_gives_source(event.text):
        return event
    index = bisect_left(extraction.sentences, event.start, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return event
    before = extraction.sentences[index]
    if before.at == event.at:
        return replace(event, start=before.start)
    kinds = {paragraph.n: paragraph.kind for paragraph in extraction.article.paragraphs}
    if before.start in dated or kinds.get(before.at) not in {Kind.LEAD, Kind.PARAGRAPH}:
        return event
    return replace(event, start=before.start, end=before.end, at=before.at)


def _is_voice(event: Event, quote: Statement) -> bool:
    """Tell whether an event is dated by direct speech whose speaker its sentence does not name: `…, sier han`."""
    if event.said is None or not (quote.start < event.end and event.start < quote.end):
        return False
    at = max(event.start, quote.start) - event.start
    if event.said not in event.text[at : min(event.end, quote.end) - event.start]:
        return False
    speaker = quote.speaker
    named = speaker is not None and event.start <= speaker.start < event.end
    return not named or (speaker is not None and speaker.text.lower() in speech().pronouns)


def _shown(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Leave out what says the same again.

    That is a fragment that nobody is named for, or whose sentence is listed as a reported claim, or that was listed
    before; a second claim of the same speaker in one sentence (`bekrefter turen, men avviser at …`); and a sentence
    that only gives the source of the claim before it (`Det melder AFP.`).
    """
    ordered = sorted(
        statements, key=lambda one: (one.start, one.end, one.kind, one.speaker.start if one.speaker else -1)
    )
    reported = [one for one in ordered if one.kind is StatementKind.REPORTED]
    told = {source.start: one.start for one in reversed(reported) for source in _sources(one)}
    fragments: set[tuple[str, int | str]] = set()
    claims: set[tuple[int, int, tuple[int | str, ...]]] = set()
    listed = -1
    for one in ordered:
        if one.kind is StatementKind.REPORTED:
            if one.speaker is not None and told[one.speaker.start] < one.start <= one.speaker.start:
                continue
            claim = one.start, one.end, tuple(_who(source) for source in _sources(one))
            if claim in claims:
                continue
            claims.add(claim)
            listed = max(listed, one.end)
        elif one.kind is StatementKind.FRAGMENT:
            if one.speaker is None or one.start < listed:
                continue
            key = one.text.casefold(), _who(one.speaker)
            if key in fragments:
                continue
            fragments.add(key)
        yield one


def _who(source: Source) -> int | str:
    return source.text.casefold() if source.entity is None else source.entity


def _sources(statement: Statement) -> tuple[Source, ...]:
    return (*((statement.speaker,) if statement.speaker else ()), *statement.via)


def _said(extraction: Extraction, one: Statement, ids: Sequence[str | None], links: Sequence[Linked]) -> Said:
    def run(source: Source) -> Run:
        if source.entity is None:
            return Run(one_line(source.text))
        return Run(one_line(extraction.entities[source.entity].name), ids[source.entity])

    return Said(
        one.kind,
        run(one.speaker) if one.speaker else None,
        tuple(run(source) for source in one.via),
        to_excerpt(extraction.article.text, one.start, one.end, one.at, links),
    )
