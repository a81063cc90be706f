"""Which mentions of people in one article are the same person: full names, surnames, first names, spellings, slips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from briefings.extract import cues
from briefings.findings import Mention
from briefings.names import is_one_letter_off, name_key

CLEARLY_MORE = 2
"""How many times as often one bearer of a surname must have been named as the next, for the bare surname to be theirs
although another was named last."""
MOST_BEARERS = 20
"""People with one surname or first name that are told apart in one article."""
SHORTEST_SLIP = 5
"""Letters of a word in a full name that may be a slip for another."""
LONGEST_WORD = 30
"""Letters of a word that are looked at for slips of the pen."""


class Named(Struct, frozen=True):
    """One mention of a person, without genitive."""

    index: int
    """Which mention of the article it is."""
    name: str
    title: str | None
    """The key of the title it is given here (`titles.title_key`)."""
    row: int = 0
    """Which sentence it stands in."""
    is_kin: bool = False
    """Whether it is given here as somebody's relative: `broren Trygve Olsen`."""


class Person(Struct):
    """The mentions found to be one person."""

    key: str
    name: str
    mentions: list[Named] = field(default_factory=list)

    def titles(self) -> frozenset[str]:
        """Return the titles it is given."""
        return frozenset(named.title for named in self.mentions if named.title)


_BYNAME = re.compile(
    r",\s+(?:(?:også|òg|betre|bedre|bedst|best|mest)\s+)?(?:(?:kjend|kjent|kendt)\s+(?:som|under navnet|under namnet)"
    r"|kalla|kalt|kaldet|alias|egentlig|eigentleg)\s+[«»\"“”]?\Z"
)
_QUOTED_BYNAME = re.compile(r"[»”\"] (?:er|var) (?:[a-zæøå-]+ ){0,3}\Z")
"""Between a byname in quotation marks and whose it is: `«Gabba» er sportsdirektør | Gabriel Rasch`."""
LONGEST_BYNAME_LEAD = 40
"""Characters between a name and another that it goes by."""


def byname_start(text: str, start: int) -> int | None:
    """Return where what leads to a byname begins, right behind the name it stands for; None where nothing does."""
    if "," not in text[max(0, start - LONGEST_BYNAME_LEAD) : start]:
        return None
    lead = _BYNAME.search(text, max(0, start - LONGEST_BYNAME_LEAD), start)
    return lead.start() if lead is not None else None


def with_bynames(text: str, mentions: Sequence[Mention], groups: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Bring together a person and the name it is told to go by: `Mohamed Dagalo, betre kjend som Hemeti`."""
    bearer = {index: place for place, group in enumerate(groups) for index in group}
    merged = list(range(len(groups)))
    ends = {mention.end: index for index, mention in enumerate(mentions)}
    for index, mention in enumerate(mentions):
        before = max(0, mention.start - LONGEST_BYNAME_LEAD)
        lead = byname_start(text, mention.start)
        if lead is None and (quoted := _QUOTED_BYNAME.search(text, before, mention.start)) is not None:
            lead = quoted.start()
        if lead is not None and lead in ends:
            merged[bearer[index]] = merged[bearer[ends[lead]]]
    joined: dict[int, list[int]] = {}
    for place, group in enumerate(groups):
        joined.setdefault(merged[place], []).extend(group)
    return [tuple(sorted(indexes)) for indexes in sorted(joined.values(), key=min)]


def group_people(named: Sequence[Named]) -> list[tuple[int, ...]]:
    """Return the indexes of the mentions of each person, people and indexes in the order of the text."""
    people: dict[str, Person] = {}
    by_part: dict[str, list[Person]] = {}
    for one in named:
        if len(one.name.split()) > 1:
            _full(people, by_part, one).mentions.append(one)
    _join_partial(people, by_part)
    owner = {one.index: person for person in people.values() for one in person.mentions}
    alone: dict[str, Person] = {}
    before: Counter[str] = Counter()
    last: dict[str, Named] = {}
    for one in sorted(named, key=lambda one: one.index):
        bearer = owner.get(one.index) or _bearer(by_part.get(name_key(one.name), []), one, before, last)
        if bearer is None:
            bearer = alone.setdefault(name_key(one.name), Person(name_key(one.name), one.name))
        if one.index not in owner:
            bearer.mentions.append(one)
        before[bearer.key] += 1
        last[bearer.key] = one
    everyone = [*people.values(), *alone.values()]
    _mend_slips(everyone)
    return sorted(tuple(sorted(one.index for one in person.mentions)) for person in everyone if person.mentions)


def parts_of(name: str) -> tuple[str, ...]:
    """Return the keys of the words a person may be called by alone: surname, first name, others.

    `Bashar al-Assad` may be `Assad`, too.
    """
    words = name.split()
    surname_first = cues.is_surname_first(words[0]) and not cues.is_first_name(words[-1])
    order = (words[0], words[-1]) if surname_first else (words[-1], words[0], *words[1:-1])
    return tuple([key for word in (*order, cues.without_article(name)) if (key := name_key(word))])


def _full(people: dict[str, Person], by_part: dict[str, list[Person]], one: Named) -> Person:
    """Return the person of a full name, by its key or, one letter off, by a name already met."""
    key = name_key(one.name)
    if key in people:
        return people[key]
    words = one.name.split()
    for part in parts_of(one.name):
        for person in by_part.get(part, []):
            theirs = person.name.split()
            differing = [(a, b) for a, b in zip(words, theirs, strict=False) if name_key(a) != name_key(b)]
            if len(words) == len(theirs) and len(differing) == 1 and _is_slip(*differing[0], among=len(words)):
                return person
    person = people[key] = Person(key, one.name)
    for part in dict.fromkeys(parts_of(one.name)):
        bearers = by_part.setdefault(part, [])
        if len(bearers) < MOST_BEARERS:
            bearers.append(person)
    return person


def _is_slip(one: str, other: str, *, among: int) -> bool:
    """Say whether two words are one; where two more of the name agree, a letter left out is enough: `Km Jong Un`."""
    return (
        is_one_letter_off(one, other)
        and (min(len(one), len(other)) >= SHORTEST_SLIP or among > 2)  # noqa: PLR2004 — two others
        and not (cues.is_first_name(one) and cues.is_first_name(other))
    )


def _join_partial(people: dict[str, Person], by_part: dict[str, list[Person]]) -> None:
    """Let `Gahr Støre` be `Jonas Gahr Støre`, and `Jonas Støre` too, where only one person has the longer name."""
    for key in sorted(people, key=lambda key: len(people[key].name.split())):
        person = people[key]
        words = [name_key(word) for word in person.name.split()]
        longer = [
            other
            for other in by_part.get(words[-1], [])
            if other is not person and len(other.name.split()) > len(words) and _is_part(words, other.name)
        ]
        if len(longer) == 1:
            longer[0].mentions.extend(person.mentions)
            del people[key]
            for part in dict.fromkeys(parts_of(person.name)):
                by_part[part] = [bearer for bearer in by_part[part] if bearer is not person]


def _is_part(words: Sequence[str], name: str) -> bool:
    """Say whether a name's words stand in a longer one, in order."""
    rest = iter(name_key(word) for word in name.split())
    return all(word in rest for word in words)


def _bearer(candidates: Sequence[Person], one: Named, before: Counter[str], last: Mapping[str, Named]) -> Person | None:
    """Return whose bare name this is.

    Of two bearers, the one with this title; else the only one who is not there as a relative; else the one named far
    more often; else the last, of two in one sentence the first, who is most likely its subject.
    """
    if len(candidates) < 2:  # noqa: PLR2004 — no choice
        return candidates[0] if candidates else None
    titled = [person for person in candidates if one.title and one.title in person.titles()]
    if len(titled) == 1:
        return titled[0]
    own = [person for person in candidates if not any(named.is_kin for named in person.mentions)]
    if not titled and len(own) == 1 and own[0].key in last:
        return own[0]
    ranked = sorted(titled or candidates, key=lambda person: (-before[person.key], person.key))
    most, next_most = (before[person.key] for person in ranked[:2])
    if most > CLEARLY_MORE and most >= CLEARLY_MORE * next_most:
        return ranked[0]
    met = [person for person in ranked if person.key in last]
    if met:
        return max(met, key=lambda person: (last[person.key].row, -last[person.key].index))
    return min(ranked, key=lambda person: (-len(person.mentions), person.mentions[0].index))


def _mend_slips(people: Sequence[Person]) -> None:
    """Give a bare name met once, one letter off a word of somebody named more often, to them: `Km` is Kim."""
    once = [one for one in people if len(one.mentions) == 1 and len(one.mentions[0].name.split()) == 1]
    if not once:
        return
    known: dict[str, list[tuple[str, Person]]] = {}
    for person in people:
        if len(person.mentions) > 1:
            for word in sorted({word for named in person.mentions for word in named.name.split()}):
                for form in _nearby(word):
                    if len(known.setdefault(form, [])) < MOST_BEARERS:
                        known[form].append((word, person))
    for person in once:
        slip = person.mentions[0].name
        near = [pair for form in _nearby(slip) for pair in known.get(form, [])]
        bearers = {bearer.key: bearer for word, bearer in near if is_one_letter_off(slip, word)}
        if len(bearers) == 1 and not cues.is_first_name(slip):
            next(iter(bearers.values())).mentions.append(person.mentions.pop())


def _nearby(word: str) -> list[str]:
    """Return the word and all forms of it with one letter dropped: words one letter off share one of these."""
    lower = word.casefold()[:LONGEST_WORD]
    return sorted({lower, *(lower[:place] + lower[place + 1 :] for place in range(len(lower)))})
