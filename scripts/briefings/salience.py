"""Which of an article's actors it is about: those who act, speak, are met, accused or addressed in its own matter.

Each reason adds a weight; an actor whose weights reach `THRESHOLD` is salient. The weights were set by hand on the
annotated articles in `tests/gold` (340 actors; precision 0.96, recall 0.91) and are deliberately few and round.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from briefings.extract.speech import speech
from briefings.extract.wordlists import read_words
from briefings.findings import Entity, Extraction, Mention, Statement
from briefings.model import ActorType, Kind, StatementKind
from briefings.stale import is_stale

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
ACTS = 1.0
"""A state or body does something: a verb of acting follows its name, or it comes to terms with another."""
ADDRESSED = 0.6
"""A state or body is accused, asked, attacked: such a verb stands right before its name."""
NAMED = 1.0
"""A body comes to be, and is called so."""
SUBHEADING = 0.5
AGAIN = 0.35
"""For each further paragraph that names it, up to `MOST_AGAIN`: three paragraphs alone are context, four are not."""
MOST_AGAIN = 4
ONLY_PAST = -0.6
"""Only sentences about what happened years ago name it."""
ONLY_CAPTION = -0.5
"""Only a picture caption names it."""

NEAR = 100
"""Characters before and after a name in which the verb is looked for."""
_AFTER = re.compile(
    r"(?: \([^()\n]{1,12}\))?"
    r"(?:, [^,.\n]{1,60},|(?:,| og|) [A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*){0,4}(?: \([^()\n]{1,12}\))?){0,3},?"
    r" (?P<words>[a-zæøå][\w -]*)"
)
"""What follows a name: its abbreviation, an apposition or further subjects, then the words that may hold its verb."""
_WHERE = frozenset({"i", "fra", "frå", "på", "til", "ut", "inn", "ind"})
_CLAUSES = frozenset({"indtil", "inntil", "når", "hvor", "kor", "dersom", "hvis", "viss", "da", "då"})
"""What such a clause tells is the circumstance of another's act."""
_SOURCE_BEFORE = re.compile(r"(?i)\b(?:i?følge|ifølgje|if\.)[\w ]*\Z")
_THEN = re.compile(r"(?i)\b(?:daværende|dåverande|avdøde|avdøydde|afdøde)\b[\w ]*\Z")
_FINITE = ("ede", "dde", "tte", "rte", "lte", "nte", "ste", "kte", "erer")
_PARTICIPLES = ("et", "t", "d", "a", "ede")
_PLACE = re.compile(r" (?:i|på|ved) [A-ZÆØÅ][\w-]*(?= [a-zæøå])")
_NEW = frozenset({".", "!", "?", "\n", "\n\n", ""})
"""Before a sentence."""
_FORMER = re.compile(r"(?i)\b(?:tidlig|tidleg|avdød|afdød)")
_SAME = re.compile(
    r"(?i)\bdet samme (?:har|gjør|gjer|gør|gjelder|gjeld|mener|meiner|sier|seier|siger|krever|krev|kræver) \Z"
)
"""`Det samme har | Folketrygdfondet`."""
_CLEFT = re.compile(r"(?i)\bdet (?:er|var|blir|bliver|ble|blev|blei|vart) \Z")
"""`Det er | Raudekrosskomiteen som skal frakte fangane`."""
_IN_BODY = re.compile(r"(?i)\b(?:i|ved|for|hos|fra|frå) (?:det|den) \w+e \Z")
"""`statssekretær i det norske | Utanriksdepartementet, X, har …`."""
_CALLED = re.compile(r"(?i)\b(?:får|fekk|fikk|fik|skal|vil)(?: \w+)? (?:navnet|namnet|hete|heite|hedde) \Z")
_WRITES = re.compile(r"(?i)\b(?:skriver|skriv|skrev|skreiv|omtaler|omtalte)(?: [a-zæøå-]+(?:en|et|a))? \Z")
_IN_LETTER = re.compile(r"(?i) (?:i e|i det|i den|på|om|at)")
"""`skriver Equinor i en børsmelding` is no paper's report."""
SHORTEST_VERB = 5
_SEVERAL = re.compile(r"\b\w{3,}(?:ene|ane|erne|par(?:et)) (?:(?:[A-ZÆØÅ][\w-]*,? ){1,4}(?:og )?){0,2}\Z")
"""A plural noun in the definite form, or a couple, and up to two names joined to the one that follows."""
_BEFORE = re.compile(r"(\w+) \Z")
_BODY = frozenset({Kind.HEADLINE, Kind.LEAD, Kind.PARAGRAPH, Kind.QUOTE, Kind.SUBHEADING})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an actor counts, or does not."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Voices:
    """Entities by how they speak in the article."""

    claims: frozenset[int]
    cited: frozenset[int]
    """Organisations that are named as a source with `ifølge`."""
    quoted: frozenset[int]
    media: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the reasons are read from."""

    text: str
    kinds: Mapping[int, Kind]
    voices: _Voices
    openings: frozenset[int]
    """Where sentences begin."""
    shared: frozenset[int]
    """Paragraphs that name several people."""
    past: tuple[tuple[int, int], ...]
    """Spans of the sentences that tell only of years ago, in order."""

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
    voices = _voices(extraction, kinds)
    openings = frozenset(sentence.start for sentence in extraction.sentences)
    past = tuple((each.start, each.end) for each in extraction.sentences if is_stale(extraction, each))
    people = [entity for entity in extraction.entities if entity.type is ActorType.PERSON]
    met = Counter(at for entity in people for at in {mention.at for mention in entity.mentions})
    shared = frozenset(at for at, count in met.items() if count > 1)
    reading = _Reading(extraction.article.text, kinds, voices, openings, shared, past)
    return tuple(
        tuple(reason for reason in _reasons(index, entity, reading) if reason.weight)
        for index, entity in enumerate(extraction.entities)
    )


def _reasons(index: int, entity: Entity, reading: _Reading) -> Iterator[Reason]:
    text, kinds, voices, openings = reading.text, reading.kinds, reading.voices, reading.openings
    named = (*entity.mentions, *entity.descriptions)
    body = {mention.at for mention in named if kinds.get(mention.at) in _BODY}
    where = {kinds.get(mention.at) for mention in named}
    yield Reason("person", PERSON if entity.type is ActorType.PERSON else 0.0)
    has_role = entity.roles or any(_is_one_of_several(text, mention) for mention in entity.mentions)
    has_role = has_role or _is_introduced(entity)
    yield Reason("has a role", ROLE if has_role else 0.0)
    yield Reason("in the headline", _weigh_headline(entity, reading))
    yield Reason("in the lead", LEAD if Kind.LEAD in where else 0.0)
    if index not in voices.media:
        yield Reason("speaks", SPEAKS if index in voices.claims else 0.0)
        yield Reason("is cited", CITED if index in voices.cited - voices.claims else 0.0)
    yield Reason("is quoted", WORDS_QUOTED if index in voices.quoted else 0.0)
    yield Reason("in a subheading", SUBHEADING if Kind.SUBHEADING in where else 0.0)
    if entity.type is not ActorType.PERSON and index not in voices.media:
        acting = [mention for mention in named if kinds.get(mention.at) in _BODY and not reading.is_past(mention)]
        acting = [each for each in acting if not _is_genitive(each, entity) and not _is_compound(each, entity)]
        yield Reason("acts", ACTS if any(_acts(text, mention) for mention in acting) else 0.0)
        yield Reason("gets its name", NAMED if any(_is_called(text, mention) for mention in entity.mentions) else 0.0)
        yield Reason("is addressed", ADDRESSED if any(_is_addressed(text, mention) for mention in acting) else 0.0)
    else:
        acting = [each for each in entity.mentions if kinds.get(each.at) in _BODY and not reading.is_past(each)]
        alone = entity.type is ActorType.PERSON and not has_role and any(_acts(text, mention) for mention in acting)
        yield Reason("acts", ROLE if alone else 0.0)
    yield Reason("opens a sentence", SUBJECT if _opens(entity, openings) and index not in voices.media else 0.0)
    again = min(len(body) - 1, MOST_AGAIN)
    yield Reason("named again", AGAIN * again if again > 0 and index not in voices.media else 0.0)
    yield Reason("only in what is long past", ONLY_PAST if all(map(reading.is_past, entity.mentions)) else 0.0)
    present = entity.roles and not any(_FORMER.search(role.text) for role in entity.roles)
    told = entity.type is ActorType.PERSON and present and not reading.shared.isdisjoint(m.at for m in entity.mentions)
    yield Reason("only in captions", ONLY_CAPTION if where <= {Kind.CAPTION} and not told else 0.0)


def _is_one_of_several(text: str, mention: Mention) -> bool:
    """Tell whether a name stands under what several people are: `brødrene Jun og Dodong Salazar`."""
    return _SEVERAL.search(text[max(0, mention.start - NEAR) : mention.start]) is not None


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


def _is_genitive(mention: Mention, entity: Entity) -> bool:
    """Tell whether a name stands as an owner; `Røde Kors` only ends so."""
    return mention.text.endswith(("'", "’")) or (
        mention.text.endswith("s") and (mention.text != entity.name or " " not in mention.text)
    )


def _is_compound(mention: Mention, entity: Entity) -> bool:
    """Tell whether a name is only the first part of a word: `Nato-lande` are not Nato."""
    _, joint, rest = mention.text.rpartition("-")
    return bool(joint) and rest[:1].islower() and "-" not in entity.name


def _acts(text: str, mention: Mention) -> bool:
    """Tell whether a verb follows a name: `Norge følger`, `Tilsynet har ikke svart`, `og Kina er enige`.

    Names between them belong to the same subject: `Norge, Sverige og Tyskland deltager`.
    """
    end = mention.end
    if text[max(0, mention.start - 2) : mention.start].strip(" ") in _NEW and (
        place := _PLACE.match(text[end : end + NEAR])
    ):
        # `Retsmedicinsk Institut i Odense vurderer …`
        end += place.end()
    after = _AFTER.match(text[end : end + NEAR])
    before = _BEFORE.search(text[max(0, mention.start - NEAR) : mention.start])
    if _SAME.search(text[max(0, mention.start - NEAR) : mention.start]):
        return True
    if after is None or (before is not None and before[1].lower() in read_words("capitals", "prepositions") | _CLAUSES):
        return False
    if _IN_BODY.search(text[max(0, mention.start - NEAR) : mention.start]):
        return False
    if after["words"].startswith(("som ", "der ")):
        return _CLEFT.search(text[max(0, mention.start - NEAR) : mention.start]) is not None
    words = [word for word in after["words"].lower().split() if word not in read_words("capitals", "between")][:2]
    if words and words[0] in read_words("capitals", "being"):
        words = words[1:]
        return bool(words) and (words[0] in read_words("capitals", "agreed") or words[0].endswith(_PARTICIPLES))
    known = read_words("capitals", "acts") | read_words("capitals", "agreed")
    return bool(words) and (words[0] in known or _ends_like_a_verb(words[0]) or _is_in_present(words[0]))


def _ends_like_a_verb(word: str) -> bool:
    """Tell whether a word that follows a name without a preposition has the ending of a finite verb."""
    return len(word) >= SHORTEST_VERB and word.endswith(_FINITE)


def _is_in_present(word: str) -> bool:
    """Tell whether a word that follows a name has the ending of the present tense: `bakker`, `lagrar`."""
    others = read_words("titles", "no_occupations") | read_words("persons", "speech_verbs")
    return len(word) >= SHORTEST_VERB and word.endswith(("er", "ar")) and word not in others


def _is_addressed(text: str, mention: Mention) -> bool:
    """Tell whether a verb stands right before a name, which is its subject or object: `anklager Russland`.

    `Natt til tirsdag anholdt Københavns Politi …`; either way it takes part. A genitive does not.
    """
    before = _BEFORE.search(text[max(0, mention.start - NEAR) : mention.start])
    return before is not None and before[1].lower() in read_words("capitals", "persuaded") | read_words(
        "capitals", "acts"
    )


def _opens(entity: Entity, openings: frozenset[int]) -> bool:
    """Tell whether a name, description or role of the actor opens a sentence: `Russlands president …`."""
    if any(role.start in openings for role in entity.roles):
        return True
    named = (*entity.mentions, *entity.descriptions)
    return any(mention.start in openings and not _is_genitive(mention, entity) for mention in named)


def _voices(extraction: Extraction, kinds: Mapping[int, Kind]) -> _Voices:
    claims: set[int] = set()
    quoted: set[int] = set()
    cited: set[int] = set()
    within = _owners(extraction.entities)
    statements = [one for one in extraction.statements if kinds.get(one.at) is not Kind.CORRECTION]
    for one in statements:
        if one.speaker is None:
            continue
        if one.speaker.entity is None:
            first = bisect_left(within, (one.speaker.start, -1))
            last = bisect_left(within, (one.speaker.end, -1))
            claims.update(index for _, index in within[first:last])
            continue
        if one.kind is StatementKind.FRAGMENT:
            quoted.add(one.speaker.entity)
            continue
        before = extraction.article.text[max(0, one.speaker.start - NEAR) : one.speaker.start]
        is_body = extraction.entities[one.speaker.entity].type is ActorType.ORGANISATION
        (cited if is_body and _SOURCE_BEFORE.search(before) else claims).add(one.speaker.entity)
    return _Voices(frozenset(claims), frozenset(cited), frozenset(quoted), _media(extraction, statements))


def _owners(entities: Sequence[Entity]) -> Sequence[tuple[int, int]]:
    """Return where each name begins, sorted."""
    return sorted((mention.start, index) for index, entity in enumerate(entities) for mention in entity.mentions)


def _media(extraction: Extraction, statements: Sequence[Statement]) -> frozenset[int]:
    """Return the organisations that are media: by name, by their role, or because they pass on what others say."""
    vocabulary = speech()
    text = extraction.article.text
    passing = {source.entity for one in statements for source in one.via}
    return frozenset(
        index
        for index, entity in enumerate(extraction.entities)
        if entity.type is ActorType.ORGANISATION
        and (
            index in passing
            or entity.name.lower() in vocabulary.outlets
            or all(_is_reporting(text, mention) for mention in entity.mentions)
            or any(vocabulary.names_outlet(word) for role in entity.roles for word in role.text.lower().split())
        )
    )


def _is_reporting(text: str, mention: Mention) -> bool:
    """Tell whether a name is given only as where it was written: `Det skriver JydskeVestkysten`."""
    before = _WRITES.search(text[max(0, mention.start - NEAR) : mention.start])
    return before is not None and _IN_LETTER.match(text[mention.end : mention.end + NEAR]) is None
