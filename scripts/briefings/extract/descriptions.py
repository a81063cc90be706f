"""Definite phrases that mean an actor without naming it: `den russiske forsvarsministeren`, `amerikanarane`.

A phrase with a title is resolved to the one actor that holds the title in the article, and belongs to the state the
phrase names, where it names one. Where nobody or several do, it stays nobody's: the text may be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from briefings.extract import territories, titles
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words

HEADS_OF_STATE = frozenset(
    {"leder", "president", "diktator", "statsleder", "statsoverhode", "hersker", "despot", "øverstkommanderende"}
)
"""Title keys that newspapers use of one head of state in turn."""

_DEFINITE_ARTICLES = frozenset({"den", "det", "de", "dei"})
MOST_WORDS = 5
"""Words between the article and the title."""
MOST_PEOPLE = 200
"""People of an article that are looked at for an age, an organisation or the end of a title."""
SHORTEST_TITLE = 5
"""Letters of a title that the end of a longer one may repeat: `sjef` is too many people's."""
_KINDS = {"statsråd": "minister"}
_AGED = re.compile(r"(\d{1,3})-?(?:åringen|årigen|åringa)")
MOST_HOLDERS = 50
"""People of one title or country that are looked at: with so many, no phrase means one of them."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that may mean a named actor."""

    first: int
    end: int
    """Tokens of its sentence."""
    rule: str
    title: str | None = None
    """Key of the title; None where the phrase names a people or a government."""
    state: str | None = None
    """Alpha-3."""
    plural: bool = False
    """A people or a government: the state itself."""
    age: int | None = None
    """Years: `36-åringen`."""
    member_of: str | None = None
    """The name before the hyphen: `EU-toppen`."""
    owned: bool = False
    """Whether it begins with the owner (`Russlands forsvarsminister`): a role, rather than a description."""


def find_phrases(tokens: Sequence[Token], taken: frozenset[int]) -> Iterator[Phrase]:
    """Yield the phrases of a sentence, in order; `taken` are the tokens that belong to names and their roles."""
    for index, token in enumerate(tokens):
        if compound := _compound(tokens, index):
            yield compound
        if index in taken:
            continue
        if age := _AGED.fullmatch(token.lower):
            yield Phrase(index, index + 1, "age of a person", age=int(age[1]))
        elif people := territories.people_state(token.text):
            iso, plural = people
            yield Phrase(index, index + 1, "people of a state", state=iso, plural=plural)
        elif token.lower in read_words("titles", "governments"):
            before = tokens[index - 1].text if index and token.follows else ""
            state = territories.adjective_state(before)
            if state:
                yield Phrase(index - 1, index + 1, "government of a state", state=state, plural=True)
        elif titles.is_person_title(token.text):
            phrase = _title_phrase(tokens, index)
            if phrase and (phrase.owned or taken.isdisjoint(range(phrase.first, phrase.end))):
                yield phrase


def _compound(tokens: Sequence[Token], index: int) -> Phrase | None:
    """Return the phrase that a compound is which no name follows: `DIIS-forskeren`."""
    token = tokens[index]
    prefix, hyphen, head = token.text.rpartition("-")
    if not hyphen or not prefix[:1].isupper() or not titles.is_definite(head):
        return None
    if index + 1 < len(tokens) and tokens[index + 1].follows and tokens[index + 1].capital:
        return None
    return Phrase(index, index + 1, f"member of {prefix}", titles.title_key(head), member_of=prefix)


def _title_phrase(tokens: Sequence[Token], index: int) -> Phrase | None:
    """Return the definite phrase that ends in the title word at `index`; None where it is indefinite."""
    title = titles.title_key(tokens[index].text)
    first = index
    state: str | None = None
    while first and tokens[first].follows and index - first < MOST_WORDS:
        word = tokens[first - 1]
        lower = word.lower
        if lower in _DEFINITE_ARTICLES:
            return Phrase(first - 1, index + 1, f"the {title} of the article", title, state)
        if iso := territories.state_of(word.text):
            owned = word.text != tokens[first - 1].text.removesuffix("s")
            return (
                Phrase(first - 1, index + 1, f"the {title} of the article", title, iso, owned=True) if owned else None
            )
        if not word.lower.endswith("e") or (word.capital and not word.opens):
            break
        state = state or territories.adjective_state(lower)
        first -= 1
    if state is None and titles.is_definite(tokens[index].text) and not _is_modified(tokens, index):
        return Phrase(index, index + 1, f"the {title} of the article", title)
    return None


def _is_modified(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index].follows and tokens[index - 1].lower in read_words("titles", "modifiers")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person of the article, as far as phrases are concerned."""

    entity: int
    titles: frozenset[str]
    country: str | None
    ages: frozenset[int] = frozenset()
    ties: frozenset[str] = frozenset()
    """Words of the roles, and the organisations named in the sentences that give them: `EUs`, `DIIS`."""
    first: int = 0
    """Offset of the first mention."""


class Board:
    """The people of an article, by title and by country."""

    def __init__(self, holders: Iterable[Holder]) -> None:
        """Take all people of the article."""
        self._by_title: dict[str, list[Holder]] = {}
        self._by_country: dict[str, list[Holder]] = {}
        self._all = list(holders)[:MOST_PEOPLE]
        for holder in self._all:
            if holder.country:
                self._by_country.setdefault(holder.country, []).append(holder)
            for title in holder.titles:
                self._by_title.setdefault(title, []).append(holder)

    def holder_of(self, phrase: Phrase, near: AbstractSet[int], start: int) -> int | None:
        """Return the entity a phrase for one person, at an offset, means; None where nobody or several fit.

        `near` are the entities named in the same sentence: of several people of a country (`russeren`) they go first.
        """
        if phrase.age is not None:
            return _only(holder for holder in self._all if phrase.age in holder.ages)
        if phrase.member_of is not None:
            return self._member_of(phrase, start)
        if phrase.title is None:
            fitting = self._by_country.get(phrase.state or "", [])[:MOST_HOLDERS]
            close = [holder for holder in fitting if holder.entity in near]
            return _only(close) if close else _only(fitting)
        alike = sorted(HEADS_OF_STATE) if phrase.title in HEADS_OF_STATE else []
        for wanted in ([phrase.title], alike):
            group = [holder for title in wanted for holder in self._by_title.get(title, [])[:MOST_HOLDERS]]
            if phrase.state:
                own = [holder for holder in group if holder.country == phrase.state]
                group = own or [holder for holder in group if holder.country is None]
            if group:
                return _only(group)
        return self._holder_of_kind(phrase, start)

    def _holder_of_kind(self, phrase: Phrase, start: int) -> int | None:
        """Return who was introduced by a title that the phrase's shortens: `direktøren` after `finansdirektør`."""
        title = phrase.title or ""
        wanted = _KINDS.get(title, title)
        fitting = [
            holder
            for holder in self._all
            if holder.first < start
            and any(held != wanted and held.endswith(wanted) for held in holder.titles)
            and (phrase.state is None or holder.country in {None, phrase.state})
        ]
        return _only(fitting) if len(wanted) >= SHORTEST_TITLE else None

    def _member_of(self, phrase: Phrase, start: int) -> int | None:
        """Return who was introduced as one of an organisation: with the phrase's title first, with any title else."""
        forms = {str(phrase.member_of), f"{phrase.member_of}s", f"{phrase.member_of}-", f"{phrase.member_of}'s"}
        tied = [holder for holder in self._all if holder.first < start and forms & holder.ties]
        titled = [holder for holder in tied if any(held.endswith(phrase.title or "") for held in holder.titles)]
        exact = [holder for holder in self._by_title.get(phrase.title or "", []) if holder.first < start]
        return _only(titled or tied or exact)


def _only(holders: Iterable[Holder]) -> int | None:
    found = {holder.entity for holder in holders}
    return found.pop() if len(found) == 1 else None
