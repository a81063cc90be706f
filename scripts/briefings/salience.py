"""Which of an article's actors it is about: those who act, speak, are met, accused or addressed in its own matter.

Each reason adds a weight; an actor whose weights reach `THRESHOLD` is salient. The weights are set by hand and round;
moving one of them, to half or double, gains less than 0.1 points of F1 on the annotated articles in `tests/gold`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct

from briefings.acting import (
    NEAR,
    acts,
    are_in_a_row,
    follows_its_verb,
    is_compound,
    is_genitive,
    is_joined_to,
    is_turned_to,
    is_where_it_is_felt,
    judges,
    takes_part,
)
from briefings.counterparts import answers, count_offices, decides, is_agent, is_companion, is_heard_from, is_met
from briefings.findings import Entity, Extraction, Mention, Sentence
from briefings.model import ActorType, Kind
from briefings.stale import is_stale
from briefings.voices import Voices, find_voices

THRESHOLD = 1.0
PERSON = 0.6
"""A person who is named at all mostly does something; a state or body is often only context."""
ROLE = 0.4
"""The article says who it is."""
HEADLINE = 1.0
PLACE_IN_HEADLINE = 0.5
"""A state in whose bounds something happens: `Angrep på kjøpesenter i Ukraina`."""
LEAD = 0.5
CITED = 0.5
"""A body that only `ifølge` names: it is where a figure comes from."""
SPEAKS = 1.0
"""Direct speech or a claim of its own, or of one who speaks for it without being named."""
WORDS_QUOTED = 1.0
"""A few words of its own are quoted."""
SUBJECT = 0.5
"""It opens a sentence: it acts."""
NO_PERSON_SUBJECT = 1.0
"""The same of a state or body: what opens no sentence is mostly context."""
ACTS = 1.0
"""A state or body does something: a verb of acting follows its name, or it comes to terms with another."""
ADDRESSED = 1.0
"""A state or body is accused, asked, thanked, attacked: such a verb stands right before its name."""
BESIDE_VERB = 0.65
"""A verb of acting stands right before a state's or body's name, which may be its subject or its object."""
TAKES_PART = 1.0
"""Those who come for it do something, or somebody does something together with it."""
FELT = 1.0
"""A sentence opens with a body, of whose people it tells."""
JUDGES = 1.0
"""A court decides."""
SPOKEN_FOR = 0.65
"""One who speaks has an office of the state: alone it is context, named elsewhere too it is not."""
OFFICES = 0.65
"""Offices of a state are told of by its adjective, `MANY_OFFICES` times and more: `finsk politi`."""
MANY_OFFICES = 2
SENT = 0.25
"""One who speaks is introduced as a body's own."""
NAMED = 1.0
"""A body comes to be, and is called so."""
SUBHEADING = 0.5
PICTURED = 0.4
"""A person is told of and shown."""
AGAIN, BODY_AGAIN = 0.35, 0.5
"""For each further paragraph that names it, up to `MOST_AGAIN`: a body is no context in three, nor a state in four."""
MOST_AGAIN = 4
ONLY_PAST = -0.6
"""Only sentences about what happened years ago name it."""
ONLY_CAPTION = -0.5
"""Only a picture caption names it."""

_WHERE = frozenset({"i", "fra", "frå", "på", "til", "ut", "inn", "ind"})
_THEN = re.compile(r"(?i)\b(?:daværende|dåverande|avdøde|avdøydde|afdøde)\b[\w ]*\Z")
_FORMER = re.compile(r"(?i)\b(?:tidlig|tidleg|avdød|afdød)")
_CALLED = re.compile(r"(?i)\b(?:får|fekk|fikk|fik|skal|vil)(?: \w+)? (?:navnet|namnet|hete|heite|hedde) \Z")
_SEVERAL = re.compile(r"\b\w{3,}(?:ene|ane|erne|par(?:et)) (?:(?:[A-ZÆØÅ][\w-]*,? ){1,4}(?:og )?){0,2}\Z")
"""A plural noun in the definite form, or a couple, and up to two names joined to the one that follows."""
_ASIDE = re.compile(r", (?:som|der|hvor|kor) [^,.;\n]{1,90}, (?:har|skal|vil|er|kan|må|bør|ber|bed|beder) ")
_BEFORE = re.compile(r"(\w+) \Z")
_NO_DEED = re.compile(r"(?: \([^()\n]{1,12}\))?(?: (?:er|var|sin|si|sitt|sine)\b|\))")
"""Behind what opens a sentence but only is somewhere, or owns what does: `Bondelaget er i Oslo`."""
_BODY = frozenset({Kind.HEADLINE, Kind.LEAD, Kind.PARAGRAPH, Kind.QUOTE, Kind.SUBHEADING})


class Reason(Struct, frozen=True):
    """Why an actor counts, or does not."""

    name: str
    weight: float


class _Reading(Struct, frozen=True):
    """What the reasons are read from."""

    text: str
    kinds: Mapping[int, Kind]
    voices: Voices
    openings: frozenset[int]
    """Where sentences begin."""
    shared: frozenset[int]
    """Paragraphs that name several people."""
    past: tuple[tuple[int, int], ...]
    """Spans of the sentences that tell only of years ago, in order."""
    offices: Mapping[str, int]
    """State (alpha-3) → how often an adjective names an office of it."""
    rows: Mapping[int, int]
    """Where a name in a row of names begins → where the row's first one does."""

    def is_past(self, mention: Mention) -> bool:
        """Tell whether a name stands in a sentence about years ago, or behind `daværende`."""
        if _THEN.search(self.text[max(0, mention.start - NEAR) : mention.start]):
            return True
        index = bisect_right(self.past, mention.start, key=itemgetter(0)) - 1
        return index >= 0 and mention.start < self.past[index][1]


def salient(extraction: Extraction) -> frozenset[int]:
    """Return the indexes of the entities an article is about."""
    weighed = weigh(extraction)
    return frozenset(
        index for index, reasons in enumerate(weighed) if round(sum(r.weight for r in reasons), 6) >= THRESHOLD
    )


def weigh(extraction: Extraction) -> tuple[tuple[Reason, ...], ...]:
    """Return, for each entity, the reasons that speak for or against it."""
    kinds = {paragraph.n: paragraph.kind for paragraph in extraction.article.paragraphs}
    voices = find_voices(extraction, kinds)
    openings = frozenset(sentence.start for sentence in extraction.sentences)
    past = tuple(
        (each.start, each.end)
        for each in extraction.sentences
        if is_stale(extraction, each) and not _has_past_aside(extraction, each)
    )
    people = [entity for entity in extraction.entities if entity.type is ActorType.PERSON]
    met = Counter(at for entity in people for at in {mention.at for mention in entity.mentions})
    shared = frozenset(at for at, count in met.items() if count > 1)
    text = extraction.article.text
    reading = _Reading(
        text=text,
        kinds=kinds,
        voices=voices,
        openings=openings,
        shared=shared,
        past=past,
        offices=count_offices(text),
        rows=_rows(text, extraction.entities),
    )
    return tuple(
        tuple(reason for reason in _reasons(index, entity, reading) if reason.weight)
        for index, entity in enumerate(extraction.entities)
    )


def _has_past_aside(extraction: Extraction, sentence: Sentence) -> bool:
    """Tell whether only a clause that a sentence puts in tells of years ago: `X, som var med i 2015, har bedt …`."""
    aside = _ASIDE.search(extraction.article.text, sentence.start, sentence.end)
    if aside is None:
        return False
    first = bisect_left(extraction.dates, sentence.start, key=lambda date: date.start)
    last = bisect_left(extraction.dates, sentence.end, key=lambda date: date.start)
    return all(aside.start() < date.start < aside.end() for date in extraction.dates[first:last])


def _reasons(index: int, entity: Entity, reading: _Reading) -> Iterator[Reason]:
    text, kinds, voices, openings = reading.text, reading.kinds, reading.voices, reading.openings
    named = (*entity.mentions, *entity.descriptions)
    body = {mention.at for mention in named if kinds.get(mention.at) in _BODY}
    where = {kinds.get(mention.at) for mention in named}
    yield Reason("person", PERSON if entity.type is ActorType.PERSON else 0.0)
    has_role = entity.roles or any(_is_one_of_several(text, mention) for mention in entity.mentions)
    has_role = (has_role or _is_introduced(entity)) and not _is_only_companion(text, entity)
    has_role = has_role and not _is_only_owner(entity)
    yield Reason("has a role", ROLE if has_role else 0.0)
    yield Reason("in the headline", _weigh_headline(entity, reading))
    told = {kinds.get(mention.at) for mention in named if not _is_only_where(text, mention, entity)}
    yield Reason("in the lead", LEAD if Kind.LEAD in told else 0.0)
    if index not in voices.media:
        yield Reason("speaks", SPEAKS if index in voices.claims else 0.0)
        yield Reason("is cited", CITED if index in voices.cited - voices.claims else 0.0)
    yield Reason("is quoted", WORDS_QUOTED if index in voices.quoted else 0.0)
    both = entity.type is ActorType.PERSON and body and Kind.CAPTION in {kinds.get(each.at) for each in entity.mentions}
    yield Reason("is pictured", PICTURED if both else 0.0)
    yield Reason("in a subheading", SUBHEADING if Kind.SUBHEADING in told else 0.0)
    if entity.type is not ActorType.PERSON and index not in voices.media:
        acting = [mention for mention in named if kinds.get(mention.at) in _BODY and not reading.is_past(mention)]
        acting = [each for each in acting if not is_genitive(each, entity) and not is_compound(each, entity)]
        yield Reason("acts", ACTS if any(acts(text, mention) for mention in acting) else 0.0)
        yield Reason("gets its name", NAMED if any(_is_called(text, mention) for mention in entity.mentions) else 0.0)
        yield from _dealings(index, entity, acting, reading)
    else:
        acting = [each for each in entity.mentions if kinds.get(each.at) in _BODY and not reading.is_past(each)]
        alone = (
            entity.type is ActorType.PERSON
            and not has_role
            and not _is_only_owner(entity)
            and any(acts(text, mention) or is_heard_from(text, mention.start) for mention in acting)
        )
        yield Reason("acts", ROLE if alone else 0.0)
    subject = SUBJECT if entity.type is ActorType.PERSON else NO_PERSON_SUBJECT
    each = BODY_AGAIN if entity.type is ActorType.ORGANISATION else AGAIN
    yield Reason("opens a sentence", subject if _opens(text, entity, openings) and index not in voices.media else 0.0)
    again = min(len(body) - 1, MOST_AGAIN)
    yield Reason("named again", each * again if again > 0 and index not in voices.media else 0.0)
    yield Reason("only in what is long past", ONLY_PAST if all(map(reading.is_past, entity.mentions)) else 0.0)
    present = entity.roles and not any(_FORMER.search(role.text) for role in entity.roles)
    known = entity.type is ActorType.PERSON and present and not reading.shared.isdisjoint(m.at for m in entity.mentions)
    yield Reason("only in captions", ONLY_CAPTION if where <= {Kind.CAPTION} and not known else 0.0)


def _dealings(index: int, entity: Entity, acting: Sequence[Mention], reading: _Reading) -> Iterator[Reason]:
    """Yield the reasons by which a state or body is dealt with, or its people deal with others."""
    text = reading.text
    heads = [reading.rows.get(mention.start, mention.start) for mention in acting]
    peoples = {each.start for each in acting if entity.type is ActorType.STATE and each.text[:1].islower()}
    turned_to = any(is_turned_to(text, start) for start in heads if start not in peoples)
    yield Reason("is addressed", ADDRESSED if turned_to else 0.0)
    beside = any(follows_its_verb(text, start) for start in heads)
    yield Reason("stands beside a verb", BESIDE_VERB if beside and not turned_to else 0.0)
    is_body = entity.type is ActorType.ORGANISATION
    part = any(takes_part(text, start) or (is_body and is_joined_to(text, start)) for start in heads)
    part = part or any(is_heard_from(text, start) or (is_body and is_met(text, start)) for start in heads)
    part = part or (is_body and any(is_agent(text, start) for start in heads))
    part = part or (is_body and any(decides(text, start) for start in heads))
    yield Reason("takes part", TAKES_PART if part else 0.0)
    felt = is_body and any(is_where_it_is_felt(text, mention) or answers(text, mention) for mention in acting)
    yield Reason("is told of", FELT if felt else 0.0)
    judging = is_body and any(judges(text, mention, entity) for mention in acting)
    yield Reason("judges", JUDGES if judging else 0.0)
    many = entity.country is not None and not is_body and reading.offices.get(entity.country, 0) >= MANY_OFFICES
    yield Reason("has offices", OFFICES if many else 0.0)
    yield Reason("is spoken for", SPOKEN_FOR if index in reading.voices.spoken_for else 0.0)
    yield Reason("has a speaker", SENT if index in reading.voices.sending else 0.0)


def _is_only_where(text: str, mention: Mention, entity: Entity) -> bool:
    """Tell whether a state is named as where something is: `i Norge`, `fra Norge`."""
    before = _BEFORE.search(text[max(0, mention.start - NEAR) : mention.start])
    return entity.type is ActorType.STATE and before is not None and before[1].lower() in _WHERE


def _is_one_of_several(text: str, mention: Mention) -> bool:
    """Tell whether a name stands under what several people are: `brødrene Jun og Dodong Salazar`."""
    return _SEVERAL.search(text[max(0, mention.start - NEAR) : mention.start]) is not None


def _is_only_companion(text: str, entity: Entity) -> bool:
    """Tell whether a person is named once, and only as somebody's own."""
    if entity.type is not ActorType.PERSON or len(entity.mentions) > 1:
        return False
    return is_companion(text, entity.mentions[0])


def _is_only_owner(entity: Entity) -> bool:
    """Tell whether a person is named only as whose somebody or something is: `president Donald Trumps rådgiver`."""
    owns = all(is_genitive(mention, entity) and mention.text != entity.name for mention in entity.mentions)
    return owns and entity.type is ActorType.PERSON


def _is_called(text: str, mention: Mention) -> bool:
    """Tell whether something is to bear the name: `Den nye bank får navnet X`."""
    return _CALLED.search(text[max(0, mention.start - NEAR) : mention.start]) is not None


def _is_introduced(entity: Entity) -> bool:
    """Tell whether words for where a person comes from stand right before a name: `belgieren Wout Claes`."""
    ends = {description.end + 1 for description in entity.descriptions}
    return entity.type is ActorType.PERSON and any(mention.start in ends for mention in entity.mentions)


def _weigh_headline(entity: Entity, reading: _Reading) -> float:
    named = [mention for mention in entity.mentions if reading.kinds.get(mention.at) is Kind.HEADLINE]
    if not named:
        return 0.0
    text = reading.text
    before = [_BEFORE.search(text[max(0, mention.start - NEAR) : mention.start]) for mention in named]
    is_place = entity.type is ActorType.STATE and all(match and match[1].lower() in _WHERE for match in before)
    return PLACE_IN_HEADLINE if is_place else HEADLINE


def _opens(text: str, entity: Entity, openings: frozenset[int]) -> bool:
    """Tell whether a name, description or role of the actor opens a sentence: `Russlands president …`."""
    if any(role.start in openings for role in entity.roles):
        return True
    named = (*entity.mentions, *entity.descriptions)
    return any(
        mention.start in openings
        and not is_genitive(mention, entity)
        and not is_compound(mention, entity)
        and (entity.type is ActorType.PERSON or _NO_DEED.match(text, mention.end) is None)
        for mention in named
    )


def _rows(text: str, entities: Sequence[Entity]) -> Mapping[int, int]:
    """Return, for each name that continues a row of names, where the row begins."""
    named = sorted({(mention.start, mention.end) for entity in entities for mention in entity.mentions})
    rows: dict[int, int] = {}
    for (start, end), (following, _) in pairwise(named):
        if are_in_a_row(text, end, following):
            rows[following] = rows.get(start, start)
    return rows
