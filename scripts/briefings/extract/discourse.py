"""Who is being talked about: what a pronoun or an incomplete description means at a place in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from briefings.extract.according import POSSESSIVE_OF, THERE
from briefings.extract.chains import Chain
from briefings.extract.courts import RULINGS, first_court, is_bench
from briefings.extract.genders import Gender, gender_of_name, gender_of_noun, gender_of_pronoun
from briefings.extract.outlets import is_site
from briefings.extract.phrases import Phrase, phrase_at
from briefings.extract.sentence_words import QUOTED, Word
from briefings.extract.somebody import presented
from briefings.extract.speech import speech
from briefings.extract.titles import title_key
from briefings.extract.wordlists import read_words
from briefings.findings import Entity, Source
from briefings.model import ActorType

_ORGANISATION, _STATE, _PERSON = ActorType.ORGANISATION, ActorType.STATE, ActorType.PERSON

LOOK_BACK = 6
"""Sentences that a pronoun is followed back over."""
LOOK_BACK_PLURAL = 2
"""The same for `de`, which more often means people that no source was named for."""
MAX_BEFORE_SUBJECT = 8
"""Words of a sentence among which its subject is, behind the verb: `Natt til onsdag døde hun`."""
MAX_HEARD = 12
"""People remembered: more are not met within `LOOK_BACK` sentences."""

MAX_BEFORE_SOURCE = 2000
"""Characters before a source without a name in which another man is looked for, whom `mannen` may mean."""

MAX_HOLDERS = 50
"""Roles with the same noun that a description is compared with."""


MAX_MESSAGE = 4
"""Words for a message: `en kort skriftlig uttalelse`."""
_MESSAGES = frozenset(
    {"pressemelding", "pressemeddelelse", "uttalelse", "udtalelse", "fråsegn", "utsegn", "erklæring", "meddelelse"}
    | {
        "melding",
        "e-post",
        "epost",
        "e-mail",
        "mail",
        "sms",
        "tekstmelding",
        "svar",
        "tilsvar",
        "kommentar",
        "mailsvar",
    }
)

_AGED = ("åringen", "åringa", "årigen")
_ACCUSED = frozenset({"tiltalte", "siktede", "sikta", "sigtede", "domfelte", "domfældte"})
_A = frozenset({"en", "ein", "ei", "et", "eit"})


_SEVERAL = ("ere", "arar", "erar", "oer", "oar", "ater", "atar", "ister", "istar", "vitner", "vidner")
"""Ends of nouns for people, of whom several are told of: `forskere`, `forskarar`, `naboer`, `aktivister`."""


class _Heard(Struct, frozen=True):
    sentence: int
    source: Source
    spoke: bool = True
    """It said something or opened a sentence; otherwise it was only named, and a pronoun must tell its gender."""
    quoted: bool = False
    """It spoke in direct speech."""


class Discourse:
    """Walks through an article sentence by sentence and remembers who spoke or acted last."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        """Take the seed's text and the article's actors."""
        self._text = text
        self._entities = entities
        self._sentence = 0
        self._people: list[_Heard] = []
        self._body: _Heard | None = None
        self._before: Sequence[Word] = ()
        """The sentence before."""
        self._claimed: Source | None = None
        """Whose the claim in it is."""
        self._by_word = _roles_by_word(entities)
        self._court = first_court(entities)

    def resolver(self, words: Sequence[Word]) -> Callable[[Phrase], Source | None]:
        """Return the function that gives the source a phrase of this sentence means."""

        def resolve(phrase: Phrase) -> Source | None:
            if not phrase.pronoun:
                return self._worded(words, phrase)
            if words[phrase.first].low in THERE:
                return self._paper()
            low = words[phrase.first].low
            if POSSESSIVE_OF.get(low, low) in speech().plural_pronouns:
                meant, look_back = self._body, LOOK_BACK_PLURAL
            else:
                meant, look_back = self._meant_by(words, phrase.first), LOOK_BACK
            if meant is None or self._sentence - meant.sentence > look_back:
                return None
            if meant.source.entity is None:
                return meant.source
            start, end = words[phrase.first].start, words[phrase.end - 1].end
            return Source(self._text[start:end], start, end, meant.source.entity)

        return resolve

    def _worded(self, words: Sequence[Word], phrase: Phrase) -> Source:
        """Return the source that a phrase names or describes."""
        start, end = words[phrase.first].start, words[phrase.end - 1].end
        text, entity = self._text[start:end], phrase.entity
        if entity is None:
            entity = self._described(words[phrase.first : phrase.end])
        if entity is None and is_epithet(words[phrase.first : phrase.end]):
            entity = self._called(words[phrase.first : phrase.end])
        if entity is None and (text.lower() in RULINGS or is_bench(words[phrase.first : phrase.end])):
            entity = self._court
        if (
            entity is None
            and (told := self._told_of(text) or self._sender(words[phrase.first : phrase.end])) is not None
        ):
            return told
        return Source(text, start, end, None if self._is_authorities(words, phrase) else entity)

    def is_outlet(self, phrase: Phrase, source: Source) -> bool:
        """Tell whether a source is a medium or another organisation that passes things on."""
        if source.entity is None:
            return phrase.outlet or is_site(source.text)
        return self._entities[source.entity].type is _ORGANISATION

    def people_in(self, words: Sequence[Word]) -> tuple[int, ...]:
        """Return the words of a sentence that people's names begin with."""
        return tuple(
            [index for index, word in enumerate(words) if word.entity is not None and self._is_person(word.entity)]
        )

    def opener(self, words: Sequence[Word], people: Sequence[int]) -> Source | None:
        """Return the person that opens a sentence: the first name that is no genitive, or whom a pronoun means.

        `people` are the sentence's, as `people_in` gives them.
        """
        if words and words[0].entity is None and gender_of_pronoun(words[0].low) is not None:
            meant = self._meant_by(words, 0)
            return None if meant is None or self._sentence - meant.sentence > LOOK_BACK else meant.source
        for index in people:
            if not words[index].genitive:
                return self._source(words, index)
        return None

    def hear(self, words: Sequence[Word], people: Sequence[int], chains: Sequence[Chain]) -> None:
        """Take in a sentence and the people in it, after it was read."""
        self._sentence += 1
        self._before = words
        self._claimed = None
        person: Source | None = None
        body: Source | None = None
        for chain in chains:
            if self._claimed is None and chain.direct and not _is_paper(chain.speaker):
                self._claimed = chain.speaker
            if self.may_be_person(chain.speaker):
                person = person or chain.speaker
            elif not _is_paper(chain.speaker):
                body = body or chain.speaker
        person = person or self.opener(words, people) or self._unnamed(words) or self._inverted(words)
        others = [_Heard(self._sentence, self._source(words, index), spoke=False) for index in reversed(people)]
        if chains and words and words[0].entity is None and gender_of_pronoun(words[0].low) is not None:
            # `Hun var ikke nem, forteller sønnen Tor Vik`: it still tells of her.
            told = self.opener(words, people)
            others += [_Heard(self._sentence, told)] if told is not None and told != person else []
        quoted = bool(chains) and any(word.low == QUOTED for word in words)
        latest = [_Heard(self._sentence, person, quoted=quoted)] if person is not None else []
        if latest or others:
            self._people = [*latest, *others, *self._people][:MAX_HEARD]
        body = body or self._several(words)
        if body is not None:
            self._body = _Heard(self._sentence, body)

    def _inverted(self, words: Sequence[Word]) -> Source | None:
        """Return whom the pronoun behind the verb means: `I 1994 trakk hun seg` still tells of her."""
        pronouns = speech().masculine | speech().feminine
        for position, word in enumerate(words[:MAX_BEFORE_SUBJECT]):
            if position and word.low in pronouns and word.entity is None:
                meant = self._meant_by(words, position)
                return None if meant is None or self._sentence - meant.sentence > LOOK_BACK else meant.source
        return None

    def _unnamed(self, words: Sequence[Word]) -> Source | None:
        """Return the person without a name that opens a sentence: `En nabo, som var hjemme, er …`, `Mannen er …`."""
        first = words[0] if words else None
        called = next(
            (one for one in words if one.low[0].isdigit() and one.entity is None and one.low.endswith(_AGED)), None
        )
        if called is None and first is not None and first.entity is None and _means_somebody(first.low):
            called = first
        if called is not None:
            return Source(self._text[called.start : called.end], called.start, called.end, None)
        if (one := presented(words)) is not None:
            start, end = words[one[0]].start, words[one[1] - 1].end
            return Source(self._text[start:end], start, end, None)
        whose = len(words) > 1 and words[1].low in POSSESSIVE_OF
        phrase = phrase_at(words, 0) if words and (words[0].low in _A or whose) else None
        if phrase is None or phrase.pronoun or not phrase.known or phrase.entity is not None:
            return None
        start, end = words[0].start, words[phrase.end - 1].end
        source = Source(self._text[start:end], start, end, None)
        return source if self.may_be_person(source) else None

    def _several(self, words: Sequence[Word]) -> Source | None:
        """Return the people without names that open a sentence: `Forskere ved NTNU har …`, `To kilder har …`."""
        first = words[0] if words else None
        if first is None or first.entity is not None or not first.low.endswith(_SEVERAL):
            return None
        if not speech().names_speaker(first.low):
            return None
        phrase = phrase_at(words, 0)
        if phrase is None or phrase.pronoun or not phrase.known or phrase.entity is not None:
            return None
        start, end = words[0].start, words[phrase.end - 1].end
        return Source(self._text[start:end], start, end, None)

    def _meant_by(self, words: Sequence[Word], position: int) -> _Heard | None:
        """Return the person that a pronoun means: of its gender, where both are known, and the last one heard."""
        low = words[position].low
        gender = gender_of_pronoun(POSSESSIVE_OF.get(low, low))
        before = self._subject_before(words, position)
        people = self._people if before is None else [before, *self._people]
        for one in people:
            known = self._gender(one.source)
            if known is gender is not None or (one.spoke and None in {known, gender}):
                return one
        return None

    def _told_of(self, text: str) -> Source | None:
        """Return the unnamed source that a definite noun means: `Tjenestemannen` after `En tysk tjenestemann`."""
        noun = text.lower()
        if not noun.endswith(("en", "et", "a", "ne")) or not noun.isalpha():
            return None
        if noun.endswith("ne"):
            return self._several_told_of(noun)
        if noun in speech().men or noun in speech().women:
            return self._man_told_of(noun)
        for heard in self._people:
            if heard.source.entity is None and self._sentence - heard.sentence <= LOOK_BACK:
                first, *rest = heard.source.text.lower().split()
                if first in _A and any(noun in {f"{word}en", f"{word}n", f"{word}et", f"{word}a"} for word in rest):
                    return heard.source
        return None

    def _several_told_of(self, noun: str) -> Source | None:
        """Return the unnamed sources that a definite noun means: `kildene` after `to kilder med innsikt i den`."""
        told = self._body
        if told is None or told.source.entity is not None or self._sentence - told.sentence > LOOK_BACK:
            return None
        stem = _without_ending(noun, ("erne", "ene", "ane", "ne"))
        first, *rest = told.source.text.lower().split()
        counted = first in speech().many or first.isdigit()
        same = any(_without_ending(word, ("ere", "er", "ar", "e")) == stem for word in rest)
        return told.source if counted and same else None

    def _man_told_of(self, noun: str) -> Source | None:
        """Return the unnamed source that `mannen` means: `en nabo`, who spoke last, if no other man was told of."""
        last = next((one for one in self._people if one.spoke), None)
        if last is None or last.source.entity is not None or self._sentence - last.sentence > LOOK_BACK:
            return None
        source, gender = last.source, gender_of_noun(noun)
        if source.text.split()[0].lower() not in _A or {gender, gender_of_noun(source.text)} == set(Gender):
            return None
        before = self._text[max(0, source.start - MAX_BEFORE_SOURCE) : source.start].lower().split()
        same = speech().men if gender is Gender.MALE else speech().women
        return source if same.isdisjoint(word.rstrip(".,:;?!»") for word in before) else None

    def _sender(self, words: Sequence[Word]) -> Source | None:
        """Return whose message is meant that nobody is said to have sent: who spoke or acted in the sentence before.

        `Politiet avviser påstanden. «Oppspinn», heter det i en pressemelding.`
        """
        own = 1 < len(words) <= MAX_MESSAGE and words[0].low in _A and words[-1].low in _MESSAGES
        if not own or self._claimed is not None or not self._before:
            return self._claimed if own else None
        acts = self._before[0].entity is not None and not self._before[0].genitive
        return self._source(self._before, 0) if acts else None

    def _paper(self) -> Source | None:
        """Return the paper that the sentence before tells of, the last of several, or who it is from.

        `Rapporten er klar. Der heter …`, `NVE har fått et brev fra Statnett. Der står …`.
        """
        words = self._before
        for at in range(len(words) - 1, -1, -1):
            if words[at].entity is not None or not speech().names_paper(words[at].low):
                continue
            if at + 2 < len(words) and words[at + 1].low in {"fra", "frå"} and words[at + 2].entity is not None:
                return self._source(words, at + 2)
            first = words[at - 1] if at and words[at - 1].low in _A else words[at]
            return Source(self._text[first.start : words[at].end], first.start, words[at].end, None)
        return None

    def _gender(self, source: Source) -> Gender | None:
        if source.entity is None:
            return gender_of_noun(source.text)
        return gender_of_name(self._entities[source.entity].name)

    def _called(self, words: Sequence[Word]) -> int | None:
        """Return the person that an epithet means: whoever was talked about last, if nothing speaks against it."""
        recent = [one for one in self._people if one.spoke and self._sentence - one.sentence <= LOOK_BACK]
        if not recent or (recent[0].quoted and len({one.source.entity for one in recent}) > 1):
            # Speech by turns: it may be the one's as well as the other's.
            return None
        last = recent[0]
        epithet = self._text[words[0].start : words[-1].end]
        against = {gender_of_noun(epithet), self._gender(last.source)} == set(Gender)
        return None if against or self._holds_still(last.source.entity, words) else last.source.entity

    def _holds_still(self, entity: int | None, words: Sequence[Word]) -> bool:
        """Tell whether somebody is what the words say another was: not `den tidligere ordføreren`, but `ordfører`."""
        if entity is None or len(words) < 2 or words[1].low not in read_words("titles", "former"):  # noqa: PLR2004 — article, adjective
            return False
        title = title_key(words[-1].low)
        texts = (role.text.lower().split() for role in self._entities[entity].roles)
        return any(title in map(title_key, role) and words[1].low not in role for role in texts)

    def may_be_person(self, source: Source) -> bool:
        """Tell whether `han` or `hun` can mean a source: not a ministry, not `flere vitner`."""
        if source.entity is not None:
            return self._is_person(source.entity)
        return not speech().names_body(source.text)

    def _is_authorities(self, words: Sequence[Word], phrase: Phrase) -> bool:
        """Tell `iranske myndigheter`, which stay as worded, from the state they belong to."""
        if phrase.entity is None or self._entities[phrase.entity].type is not _STATE:
            return False
        return speech().names_authorities(words[phrase.end - 1].low)

    def _subject_before(self, words: Sequence[Word], position: int) -> _Heard | None:
        """Return the person that opens this sentence, where the pronoun comes later in it."""
        first = words[0] if words else None
        if first is not None and first.entity is None and first.low in _A:
            source = self._unnamed(words)
            return _Heard(self._sentence, source) if source and source.end <= words[position].start else None
        if first is None or first.entity is None or first.genitive or first.name_end > position:
            return None
        return _Heard(self._sentence, self._source(words, 0)) if self._is_person(first.entity) else None

    def _is_person(self, entity: int) -> bool:
        return self._entities[entity].type is _PERSON

    def _source(self, words: Sequence[Word], index: int) -> Source:
        start, end = words[index].start, words[words[index].name_end - 1].end
        return Source(self._text[start:end], start, end, words[index].entity)

    def _described(self, words: Sequence[Word]) -> int | None:
        """Return the one actor whose role in the text holds all the words of a definite description."""
        if len(words) == 1 and words[0].low in read_words("persons", "kin") and words[0].low.endswith(("en", "a")):
            return self._relative(words[0].low)
        content = frozenset(word.low for word in words if word.low not in speech().determiners)
        if len(content) < 2 or any(word.entity is not None for word in words):  # noqa: PLR2004 - words
            return None
        holders = {entity for entity, role in self._by_word.get(words[-1].low, ())[:MAX_HOLDERS] if content <= role}
        return min(holders) if len(holders) == 1 else None

    def _relative(self, noun: str) -> int | None:
        """Return the only one whom the text brings in as a relative of this kind: `Moren, Anne Vik, …`."""
        holders = {entity for entity, role in self._by_word.get(noun, ())[:MAX_HOLDERS]}
        return min(holders) if len(holders) == 1 else None


def _without_ending(word: str, endings: Sequence[str]) -> str:
    """Return a word without the first of these endings that it has."""
    return next((word.removesuffix(ending) for ending in endings if word.endswith(ending)), word)


def is_epithet(words: Sequence[Word]) -> bool:
    """Tell what newspapers call somebody in turn: `trønderen`, `den tidligere landslagsspilleren`, `34-åringen`."""
    lows = [word.low for word in words]
    if any(word.entity is not None or word.capital for word in words[1:]) or not lows:
        return False
    if len(lows) == 1:
        return lows[0].endswith(_epithets())
    return lows[0] == "den" and (lows[1] in speech().epithet_words or lows[1].endswith("årige"))


@cache
def _epithets() -> tuple[str, ...]:
    return tuple(sorted(speech().epithets))


def _means_somebody(low: str) -> bool:
    """Tell `Mannen`, `Kvinnen`, `Tiltalte`: one person in the definite form."""
    definite = low.endswith(("en", "a", "et")) and (low in speech().men or low in speech().women)
    return definite or low in _ACCUSED


def _is_paper(source: Source) -> bool:
    """Tell `sakspapirene`, which `de` never means."""
    return source.entity is None and any(speech().names_paper(word) for word in source.text.lower().split())


def _roles_by_word(entities: Sequence[Entity]) -> dict[str, list[tuple[int, frozenset[str]]]]:
    """Return, for each word of a role, whose role it is and all the role's words."""
    found: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for index, entity in enumerate(entities):
        for words in sorted({role.text.lower() for role in entity.roles}):
            content = frozenset(words.split())
            for word in sorted(content):
                found.setdefault(word, []).append((index, content))
    return found
