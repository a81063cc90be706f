"""Definite phrases that mean an actor without naming it: `den russiske forsvarsministeren`, `amerikanarane`.

A phrase with a title is resolved to the one actor that holds the title in the article, and belongs to the state the
phrase names, where it names one. Where nobody or several do, it stays nobody's: the text may be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from briefings.extract import organisations, territories, titles
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words
from briefings.model import Mention

HEADS_OF_STATE = frozenset(
    {"leder", "president", "diktator", "statsleder", "statsoverhode", "hersker", "despot", "øverstkommanderende"}
)
"""Title keys that newspapers use of one head of state in turn."""

LEADERS = frozenset({"leder", "sjef", "topp", "direktør", "formann", "formand", "president", "sekretær"})
"""Ends of titles of those who lead an organisation."""
EXPERTS = frozenset({"forsker", "ekspert", "professor", "analytiker", "stipendiat", "kjenner"})
"""Ends of titles of those whom newspapers ask."""
_LOOSE = frozenset({"topp", "sjef", "ekspert", "forsker", "kjenner"})
"""Titles that newspapers use of anybody of the family in turn."""
_ANYBODYS = frozenset({"leder", "sjef", "talsmann", "talskvinne", "talsperson"})
"""Titles that say nothing of states: whoever bears one is not `den russiske lederen` for that."""

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
    expert: bool = False
    """`Norsk ekspert`: the only expert of the article."""
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
        elif word := _title_word(token):
            phrase = _title_phrase(tokens, index, word)
            if phrase and (phrase.owned or taken.isdisjoint(range(phrase.first, index + 1))):
                yield phrase


def _title_word(token: Token) -> str | None:
    """Return a title as it stands, a definite one without its genitive: `presidentens`; None for other words."""
    if titles.is_person_title(token.text):
        return token.text
    bare = token.text.removesuffix("s")
    return bare if bare != token.text and titles.is_definite(bare) else None


def _compound(tokens: Sequence[Token], index: int) -> Phrase | None:
    """Return the phrase that a compound is which no name follows: `DIIS-forskeren`, `EU-toppen`."""
    token = tokens[index]
    member = organisations.member_name(token.text)
    if member and token.lower.endswith(("eren", "aren")):
        return Phrase(index, index + 1, f"member of {member}", "", member_of=member)
    prefix, hyphen, _ = token.text.rpartition("-")
    if not hyphen or not prefix[:1].isupper() or not titles.is_definite(token.text):
        return None
    if index + 1 < len(tokens) and tokens[index + 1].follows and tokens[index + 1].capital:
        return None
    title = titles.title_key(token.text).rpartition("-")[2]
    return Phrase(index, index + 1, f"member of {prefix}", title, member_of=prefix)


def _title_phrase(tokens: Sequence[Token], index: int, word: str) -> Phrase | None:
    """Return the definite phrase whose title word is at `index`; None where it is indefinite or somebody else's.

    Before the title may stand an article and adjectives, or the state it belongs to; behind it a state: `presidenten i
    Sør-Korea`.
    """
    title = titles.title_key(word)
    rule = f"the {title} of the article"
    first = index
    state: str | None = None
    while first and tokens[first].follows and index - first < MOST_WORDS:
        before = tokens[first - 1]
        if before.lower in _DEFINITE_ARTICLES:
            return Phrase(first - 1, index + 1, rule, title, state)
        if iso := territories.state_of(before.text):
            owned = before.text != tokens[first - 1].text.removesuffix("s")
            return Phrase(first - 1, index + 1, rule, title, iso, owned=True) if owned else None
        if before.lower in read_words("titles", "other_holders"):
            return None
        if not before.lower.endswith("e") or (before.capital and not before.opens):
            break
        state = state or territories.adjective_state(before.lower)
        first -= 1
    if owner := _owner(tokens, index):
        return Phrase(index - 1, index + 1, f"{title} of {owner}", title, member_of=owner, owned=True)
    if first == index and (expert := _headline_expert(tokens, index, title)):
        return expert
    if state is not None or not titles.is_definite(word) or _is_modified(tokens, index):
        return None
    if found := _state_behind(tokens, index):
        end, state = found
        return Phrase(index, end, rule, title, state)
    return None if _is_of_another_body(tokens, index) else Phrase(index, index + 1, rule, title)


def _is_of_another_body(tokens: Sequence[Token], index: int) -> bool:
    """Say whether what follows a title that opens a sentence defines it: `Presidenten i kommisjonen`."""
    if not tokens[index].opens or index + 2 >= len(tokens):
        return False
    link, body = tokens[index + 1], tokens[index + 2]
    joined = link.follows and body.follows and link.lower in {"i", "for", "av", "af", "ved", "hos"}
    return joined and (body.capital or body.lower.endswith(("en", "et", "a"))) and not _is_time(body)


def _is_time(word: Token) -> bool:
    return word.text[:1].isdigit() or word.lower in read_words("organisations", "no_definition")


def _owner(tokens: Sequence[Token], index: int) -> str | None:
    """Return the organisation's name, without genitive, that owns the indefinite title at `index`: `FNs generalsekretær`."""
    if not index or not tokens[index].follows or not tokens[index - 1].capital or tokens[index - 1].opens:
        return None
    owner = tokens[index - 1].text
    bare = owner[:-2] if owner.endswith(("'s", "’s")) else owner.removesuffix("s")
    after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].follows else None
    return None if bare == owner or titles.is_definite(tokens[index].text) or (after and after.capital) else bare


def _headline_expert(tokens: Sequence[Token], index: int, title: str) -> Phrase | None:
    """Return `Norsk ekspert` at the start of a sentence, where no name follows."""
    if index != 1 or not tokens[1].follows or not tokens[0].capital or not _family({title}, EXPERTS):
        return None
    state = territories.adjective_state(tokens[0].text)
    after = tokens[2] if len(tokens) > 2 and tokens[2].follows else None  # noqa: PLR2004 — the word behind both
    if state is None or tokens[0].text.endswith("e") or (after is not None and after.capital):
        return None
    return Phrase(0, 2, f"the {title} of the article", title, state, expert=True)


def _state_behind(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """Return (end, state) where a title's state stands behind it: `presidenten i Sør-Korea`."""
    if index + 2 >= len(tokens) or tokens[index + 1].lower not in {"i", "for", "av", "af"}:
        return None
    state = territories.state_of(tokens[index + 2].text)
    joined = tokens[index + 1].follows and tokens[index + 2].follows
    return (index + 3, state) if state and joined else None


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
    mentions: tuple[Mention, ...] = ()
    """In order."""

    def is_named_before(self, start: int) -> bool:
        """Say whether it is named before an offset."""
        return bool(self.mentions) and self.mentions[0].start < start


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a phrase stands."""

    start: int
    """Offset."""
    at: int
    """Paragraph."""
    near: frozenset[int]
    """Entities named in the same sentence."""


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

    def holder_of(self, phrase: Phrase, spot: Spot) -> int | None:
        """Return the entity a phrase for one person means; None where nobody or several fit.

        Of several with one title the only one that the paragraph has named is meant; of several people of a country
        (`russeren`) the only one in the same sentence.
        """
        if phrase.age is not None:
            return _only(holder for holder in self._all if phrase.age in holder.ages)
        if phrase.member_of is not None:
            return self._member_of(phrase, spot)
        if phrase.title is None:
            fitting = self._by_country.get(phrase.state or "", [])[:MOST_HOLDERS]
            close = [holder for holder in fitting if holder.entity in spot.near]
            return _only(close) if close else _only(fitting)
        if phrase.expert:
            return _only(h for h in self._all if _family(h.titles, EXPERTS) and h.country in {None, phrase.state})
        if group := self._with_title(phrase.title, phrase.state):
            return _only_or_nearest(group, spot)
        alike = [holder for title in sorted(HEADS_OF_STATE) for holder in self._with_title(title, phrase.state)]
        if phrase.state:
            alike = [holder for holder in alike if holder.country == phrase.state]
        if phrase.title in HEADS_OF_STATE and alike:
            return _only(alike)
        return self._holder_of_kind(phrase, spot)

    def _with_title(self, title: str, state: str | None) -> list[Holder]:
        """Return who holds exactly this title; with a state, those it says are its own, else those nothing is said of."""
        group = self._by_title.get(title, [])[:MOST_HOLDERS]
        if state is None:
            return group
        own = [holder for holder in group if holder.country == state]
        return own or [holder for holder in group if holder.country is None and title not in _ANYBODYS]

    def _holder_of_kind(self, phrase: Phrase, spot: Spot) -> int | None:
        """Return who was introduced by a title that the phrase's shortens: `direktøren` after `finansdirektør`."""
        title = phrase.title or ""
        wanted = _KINDS.get(title, title)
        fitting = [
            holder
            for holder in self._all
            if holder.is_named_before(spot.start)
            and any(held != wanted and held.endswith(wanted) for held in holder.titles)
            and (phrase.state is None or holder.country in {None if wanted not in _ANYBODYS else "", phrase.state})
        ]
        return _only_or_nearest(fitting, spot) if len(wanted) >= SHORTEST_TITLE else None

    def _member_of(self, phrase: Phrase, spot: Spot) -> int | None:
        """Return who was introduced as one of an organisation, with the phrase's title or one like it.

        Where nobody is tied to it, whoever has the title; for words that any member may be called by, any member.
        """
        title = phrase.title or ""
        forms = {str(phrase.member_of), f"{phrase.member_of}s", f"{phrase.member_of}-", f"{phrase.member_of}'s"}
        named = [holder for holder in self._all if holder.is_named_before(spot.start)]
        tied = [holder for holder in named if forms & holder.ties]
        titled = [holder for holder in tied if any(_is_alike(title, held) for held in holder.titles)]
        if titled or phrase.owned:
            return _only(titled)
        if tied:
            return None if _family({title}, LEADERS) else _only(tied)
        return _only(holder for holder in self._by_title.get(title, []) if holder in named)


def _family(held: Iterable[str], family: AbstractSet[str]) -> bool:
    """Say whether one of these titles, or its end, is of a family."""
    return any(title.endswith(tuple(family)) for title in held)


def _is_alike(title: str, held: str) -> bool:
    """Say whether somebody with one title may be called by the other: `EU-toppen` any leader, `DIIS-forskeren` any expert."""
    families = any(_family({title}, family) and _family({held}, family) for family in (LEADERS, EXPERTS))
    loose = title in _LOOSE or held.rpartition("-")[2] in {"topp", *EXPERTS} or held.endswith("-sjef")
    return held.endswith(title) or (families and loose and not held.startswith(("nest", "vise", "vice")))


def _only(holders: Iterable[Holder]) -> int | None:
    found = {holder.entity for holder in holders}
    return found.pop() if len(found) == 1 else None


def _only_or_nearest(holders: Sequence[Holder], spot: Spot) -> int | None:
    """Return the only one, or of several the only one that the paragraph names before the phrase."""
    found = _only(holders)
    if found is not None:
        return found
    return _only(h for h in holders if any(m.at == spot.at and m.start < spot.start for m in h.mentions))
