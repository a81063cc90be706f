"""Who is being talked about: what a pronoun or an incomplete description means at a place in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefings.extract.chains import Chain
from briefings.extract.phrases import Phrase, Word
from briefings.extract.speech import speech
from briefings.model import ActorType, Entity, Source

LOOK_BACK = 6
"""Sentences that a pronoun is followed back over."""


MAX_HOLDERS = 50
"""Roles with the same noun that a description is compared with."""


@dataclass(frozen=True, slots=True)
class _Heard:
    sentence: int
    source: Source


class Discourse:
    """Walks through an article sentence by sentence and remembers who spoke or acted last."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        """Take the seed's text and the article's actors."""
        self._text = text
        self._entities = entities
        self._sentence = 0
        self._person: _Heard | None = None
        self._body: _Heard | None = None
        self._by_word = _roles_by_word(entities)

    def resolver(self, words: Sequence[Word]) -> Callable[[Phrase], Source | None]:
        """Return the function that gives the source a phrase of this sentence means."""

        def resolve(phrase: Phrase) -> Source | None:
            start, end = words[phrase.first].start, words[phrase.end - 1].end
            if not phrase.pronoun:
                text = self._text[start:end]
                entity = (
                    phrase.entity if phrase.entity is not None else self._described(words[phrase.first : phrase.end])
                )
                return Source(text, start, end, entity)
            plural = words[phrase.first].low in speech().plural_pronouns
            meant = self._body if plural else (self._subject_before(words, phrase.first) or self._person)
            if meant is None or self._sentence - meant.sentence > LOOK_BACK:
                return None
            if meant.source.entity is None:
                return meant.source
            return Source(self._text[start:end], start, end, meant.source.entity)

        return resolve

    def is_outlet(self, phrase: Phrase, source: Source) -> bool:
        """Tell whether a source is a medium or another organisation that passes things on."""
        if source.entity is None:
            return phrase.outlet
        return self._entities[source.entity].type is ActorType.ORGANISATION

    def opener(self, words: Sequence[Word]) -> Source | None:
        """Return the person whose name is the first in the sentence and no genitive."""
        for index, word in enumerate(words):
            if word.entity is not None and not word.genitive and self._is_person(word.entity):
                return self._source(words, index)
        return None

    def hear(self, words: Sequence[Word], chains: Sequence[Chain]) -> None:
        """Take in a sentence, after it was read."""
        self._sentence += 1
        speakers = [chain.speaker for chain in chains]
        opener = self.opener(words)
        person = next((one for one in speakers if one.entity is None or self._is_person(one.entity)), opener)
        body = next((one for one in speakers if one.entity is None or not self._is_person(one.entity)), None)
        if person is not None:
            self._person = _Heard(self._sentence, person)
        if body is not None:
            self._body = _Heard(self._sentence, body)

    def _subject_before(self, words: Sequence[Word], position: int) -> _Heard | None:
        """Return the person that opens this sentence, where the pronoun comes later in it."""
        first = words[0] if words else None
        if first is None or first.entity is None or first.genitive or first.name_end > position:
            return None
        return _Heard(self._sentence, self._source(words, 0)) if self._is_person(first.entity) else None

    def _is_person(self, entity: int) -> bool:
        return self._entities[entity].type is ActorType.PERSON

    def _source(self, words: Sequence[Word], index: int) -> Source:
        start, end = words[index].start, words[words[index].name_end - 1].end
        return Source(self._text[start:end], start, end, words[index].entity)

    def _described(self, words: Sequence[Word]) -> int | None:
        """Return the one actor whose role in the text holds all the words of a definite description."""
        content = frozenset(word.low for word in words if word.low not in speech().determiners)
        if len(content) < 2 or any(word.entity is not None for word in words):  # noqa: PLR2004
            return None
        holders = {entity for entity, role in self._by_word.get(words[-1].low, ())[:MAX_HOLDERS] if content <= role}
        return min(holders) if len(holders) == 1 else None


def _roles_by_word(entities: Sequence[Entity]) -> dict[str, list[tuple[int, frozenset[str]]]]:
    """Return, for each word of a role, whose role it is and all the role's words."""
    found: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for index, entity in enumerate(entities):
        for words in sorted({role.text.lower() for role in entity.roles}):
            content = frozenset(words.split())
            for word in sorted(content):
                found.setdefault(word, []).append((index, content))
    return found
