"""Which person of an article a definite phrase means: by title, state, age, or those they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefings.extract import accused, parties
from briefings.extract.descriptions import EXPERTS, Phrase, is_of
from briefings.extract.titles import is_person_title
from briefings.extract.wordlists import read_words

HEADS_OF_STATE = frozenset(
    {"leder", "president", "diktator", "statsleder", "statsoverhode", "hersker", "despot", "øverstkommanderende"}
)
"""Title keys that newspapers use of one head of state in turn."""
MOST_PEOPLE = 200
"""People of an article that are looked at for an age, an organisation or the end of a title."""
SHORTEST_TITLE = 5
"""Letters of a title that the end of a longer one may repeat: `sjef` is too many people's."""
_DOCTORS = frozenset({"lege", "læge"})
"""A title of few letters that longer ones shorten to: `legen` after `overlege`."""
_PARTY = "parti"
_KINDS = {"statsråd": "minister"}
MOST_HOLDERS = 50
"""People of one title or country that are looked at: with so many, no phrase means one of them."""
LEADERS = frozenset({"leder", "sjef", "topp", "direktør", "formann", "formand", "president", "sekretær"})
"""Ends of titles of those who lead an organisation."""
_HEADS = ("leder", "sjef", "direktør", "formann", "formand")
"""Titles that are told by themselves or as the end of what is led."""
_SHORT = frozenset({"leder", "sjef"})
"""Titles that are the end of too many others."""
_LOOSE = frozenset({"topp", "sjef", "ekspert", "forsker", "kjenner"})
"""Titles that newspapers use of anybody of the family in turn."""
HEADS_OF_FIRMS = frozenset({"direktør", "toppsjef", "topsjef", "konsernsjef", "koncernsjef"})
"""Title keys that newspapers use of one head of a firm in turn."""
_PROSECUTORS = frozenset({"aktor", "statsadvokat", "anklager", "politiadvokat"})
"""Ends of titles of those who may be `aktor` in a trial."""
_LAWYERS = frozenset({"advokat", "forsvarsadvokat"})
"""Title keys of those who may be `forsvareren`: no `bistandsadvokat`."""
_FIRST_MINISTERS = frozenset({"statsminister", "premierminister"})
_ANYBODYS = frozenset({"leder", "sjef", "talsmann", "talskvinne", "talsperson"})
"""Titles that say nothing of states: whoever bears one is not `den russiske lederen` for that."""


class Holder(Struct, frozen=True):
    """A person of the article, as far as phrases are concerned."""

    entity: int
    titles: frozenset[str]
    country: str | None
    ages: frozenset[int] = frozenset()
    ties: frozenset[str] = frozenset()
    """Words of the roles, and the organisations named in the sentences that give them: `EUs`, `DIIS`."""
    first: int = 0
    """Offset of the first mention."""
    met: Mapping[int, int] = field(default_factory=dict)
    """Paragraph → offset of the first mention there."""
    former: frozenset[str] = frozenset()
    """Titles that it held once, and no longer: `tidligere statsråd`."""

    def is_named_before(self, start: int) -> bool:
        """Say whether it is named before an offset."""
        return self.first < start


class Spot(Struct, frozen=True):
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
            return self._of_age(phrase)
        if phrase.member_of is not None and not (phrase.former or phrase.changing):
            return self._member_of(phrase, spot)
        if phrase.title is None:
            return self._of_country(phrase, spot)
        if phrase.former or phrase.changing:
            return self._once_holder(phrase, spot)
        if phrase.expert:
            return _only(h for h in self._all if is_of(h.titles, EXPERTS) and h.country in {None, phrase.state})
        if (past := _past_title(phrase.title)) is not None and phrase.title not in self._by_title:
            return self._once_holder(replace(phrase, title=past, former=True), spot)
        if group := self._with_title(phrase.title, phrase.state, spot):
            return self._of_those(group, phrase, spot)
        return self._alike(phrase, phrase.title, spot)

    def _of_those(self, group: Sequence[Holder], phrase: Phrase, spot: Spot) -> int | None:
        """Return whom a phrase means of those who hold just its title."""
        if phrase.title in read_words("titles", "relations"):
            group = [holder for holder in group if spot.at in holder.met]
        if phrase.title == accused.TITLE:
            group = [holder for holder in group if holder.is_named_before(spot.start)]
        if all(phrase.title in holder.former for holder in group):
            # `rytteren` is rather a `cykelrytter` than a `tidligere rytter`.
            found = self._holder_of_kind(phrase, spot)
            if found is not None:
                return found
        return _only_or_nearest(group, spot)

    def _alike(self, phrase: Phrase, title: str, spot: Spot) -> int | None:
        """Return whom a phrase means where nobody holds just its title."""
        alike = [holder for head in sorted(HEADS_OF_STATE) for holder in self._with_title(head, phrase.state, spot)]
        if phrase.state:
            alike = [holder for holder in alike if holder.country == phrase.state]
        if title in HEADS_OF_STATE and alike:
            return _only(alike)
        if title in HEADS_OF_FIRMS and phrase.state is None:
            return self._head_of_firm(phrase, spot)
        found = self._holder_of_kind(phrase, spot)
        if found is None and phrase.state is None:
            found = self._leader_of(title, spot)
        return self._in_court(title, spot) if found is None and phrase.state is None else found

    def _of_country(self, phrase: Phrase, spot: Spot) -> int | None:
        fitting = self._by_country.get(phrase.state or "", [])[:MOST_HOLDERS]
        close = [holder for holder in fitting if holder.entity in spot.near]
        return _only(close) if close else _only(fitting)

    def _once_holder(self, phrase: Phrase, spot: Spot) -> int | None:
        """Return the only one who held a title once; else, for who leaves or takes it over, the only one who holds it.

        A longer title may be shortened: `den tidligere direktøren` after `tidligere finansdirektør`.
        """
        # Whom the sentence names is somebody else.
        others = (holder for holder in self._all if holder.entity not in spot.near)
        fitting = [holder for holder in others if phrase.state is None or holder.country in {None, phrase.state}]
        title = phrase.title or ""
        if phrase.member_of is not None:
            forms = parties.forms_of(phrase.member_of)
            tied = [holder for holder in fitting if forms & holder.ties]
            return _only(h for h in tied if _ends_in(title, h.former if phrase.former else h.titles))
        if phrase.former and (once := [h for h in fitting if _ends_in(title, h.former)]):
            # `den tidligere daglige lederen` is no `tidligere styreleder`.
            return _only([h for h in once if title in h.former] or ([] if title in _SHORT else once))
        if not phrase.changing:
            return None
        return _only(h for h in fitting if h.is_named_before(spot.start) and _ends_in(title, h.titles))

    def _of_age(self, phrase: Phrase) -> int | None:
        """Return who is of the age; where none is, the only one of no other age with the title behind it."""
        if any(phrase.age in holder.ages for holder in self._all) or phrase.work is None:
            return _only(holder for holder in self._all if phrase.age in holder.ages)
        work = phrase.work
        return _only(h for h in self._all if not h.ages and any(held.endswith(work) for held in h.titles))

    def _leader_of(self, title: str, spot: Spot) -> int | None:
        """Return who leads what a compound begins with: `komitélederen` after `leder i justiskomiteen`."""
        head = next((head for head in _HEADS if title.endswith(head)), None)
        led = title.removesuffix(head).removesuffix("s").replace("é", "e") if head else ""
        if head is None or len(led) < SHORTEST_TITLE - 1:
            return None
        named = (h for h in self._all if h.is_named_before(spot.start) and is_of(h.titles - h.former, LEADERS))
        if led == _PARTY:
            return _only_or_nearest([h for h in named if _leads_party(h)], spot)
        bodies = tuple(led + ending for ending in ("", "en", "et", "a", "n", "ens", "ets", "as"))
        return _only(h for h in named if any(tie.lower().replace("é", "e").endswith(bodies) for tie in h.ties))

    def _in_court(self, title: str, spot: Spot) -> int | None:
        """Return the one prosecutor named before for `aktor`, the one lawyer for `forsvareren`: none but by calling."""
        named = [holder for holder in self._all if holder.is_named_before(spot.start)]
        if is_of({title}, _PROSECUTORS):
            return _only(holder for holder in named if is_of(holder.titles, _PROSECUTORS))
        if title == "advokat":
            near = {spot.at - 1, spot.at}
            return _only(h for h in named if "forsvarer" in h.titles and not near.isdisjoint(h.met))
        return _only(filter(_may_defend, named)) if title == "forsvarer" else None

    def has_title(self, title: str) -> bool:
        """Say whether anybody holds this title, or one that ends in it."""
        return title in self._by_title or any(is_of(holder.titles, {title}) for holder in self._all)

    def seated(self, title: str, body: str) -> int | None:
        """Return the only holder of a title who is tied to a body: `Konsernsjefen i Havkraft Nord`."""
        return _only(
            h for h in self._by_title.get(title, [])[:MOST_HOLDERS] if body in h.ties and title not in h.former
        )

    def is_known_by(self, phrase: Phrase) -> bool:
        """Say whether somebody is of the age or the country that a phrase tells."""
        if phrase.age is not None:
            return any(phrase.age in holder.ages for holder in self._all)
        return phrase.state in self._by_country

    def _head_of_firm(self, phrase: Phrase, spot: Spot) -> int | None:
        """Return the head of a firm: by the end of a longer title, else any such head named before."""
        found = self._holder_of_kind(phrase, spot)
        if found is not None:
            return found
        named = (holder for holder in self._all if holder.is_named_before(spot.start))
        heads = [h for h in named if any(held.rpartition("-")[2] in HEADS_OF_FIRMS for held in h.titles)]
        return _only_or_nearest(heads, spot)

    def _with_title(self, title: str, state: str | None, spot: Spot) -> list[Holder]:
        """Return who holds exactly this title; with a state, those of it, else those of none that are named before.

        Not whom the sentence names, too: `Den danske energiministeren møter Aasland` tells of two.
        """
        group = self._by_title.get(title, [])[:MOST_HOLDERS]
        # `styrelederen` is not who was it once, where somebody else is it now.
        group = [holder for holder in group if title not in holder.former] or group
        if state is None:
            return group
        own = [holder for holder in group if holder.country == state]
        if own or title in _ANYBODYS:
            return own
        others = [holder for holder in group if holder.country is None and holder.entity not in spot.near]
        return [holder for holder in others if holder.is_named_before(spot.start)]

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
        if wanted == "minister":
            # `ministeren` is seldom the first of them, and of two the one of no other country.
            fitting = [holder for holder in fitting if not is_of(holder.titles, _FIRST_MINISTERS)] or fitting
            fitting = [holder for holder in fitting if holder.country is None] or fitting
        if len(wanted) >= SHORTEST_TITLE or wanted in _DOCTORS:
            return _only_or_nearest(fitting, spot)
        # `sjefen` behind `sportssjef`: the only one of the article, and close.
        close = wanted == "sjef" and all({spot.at - 1, spot.at} & h.met.keys() for h in fitting)
        return _only(fitting) if close else None

    def _member_of(self, phrase: Phrase, spot: Spot) -> int | None:
        """Return who was introduced as one of an organisation, with the phrase's title or one like it.

        Where nobody is tied to it, whoever has the title; for words that any member may be called by, any member.
        """
        title = phrase.title or ""
        of = parties.forms_of(phrase.member_of or "")
        forms = {form + ending for form in of for ending in ("", "s", "-", "'s")}
        named = [holder for holder in self._all if holder.is_named_before(spot.start)]
        tied = [holder for holder in named if forms & holder.ties]
        titled = [holder for holder in tied if any(_is_alike(title, held) for held in holder.titles)]
        if titled or phrase.owned:
            return _only(titled)
        if tied:
            return None if is_of({title}, LEADERS) else _only(tied)
        return _only(holder for holder in self._by_title.get(title, []) if holder in named)


def _is_alike(title: str, held: str) -> bool:
    """Say whether somebody who holds one title may be called by the other: `EU-toppen` is any leader."""
    families = any(is_of({title}, family) and is_of({held}, family) for family in (LEADERS, EXPERTS))
    loose = title in _LOOSE or held.rpartition("-")[2] in {"topp", *EXPERTS} or held.endswith("-sjef")
    return held.endswith(title) or (families and loose and not held.startswith(tuple(read_words("titles", "deputies"))))


def _leads_party(holder: Holder) -> bool:
    """Say whether a leader is tied to a party: `Venstre-leder`, `leder i Høyre`, and does not stand in for another."""
    party = any(parties.is_party_name(tie) or parties.is_party_letter(tie) for tie in holder.ties)
    deputies = tuple(read_words("titles", "deputies"))
    return party and not any(title.startswith(deputies) for title in holder.titles)


def _ends_in(title: str, held: Iterable[str]) -> bool:
    return any(one.endswith(title) for one in held)


def _past_title(title: str) -> str | None:
    """Return the title that `ekspresident` tells somebody held."""
    bare = title.removeprefix("eks").removeprefix("ex").lstrip("-")
    return bare if bare != title and len(bare) >= SHORTEST_TITLE and is_person_title(bare) else None


def _may_defend(holder: Holder) -> bool:
    """Say whether somebody is a lawyer, and of no side that is told."""
    return not _LAWYERS.isdisjoint(holder.titles) and not any(
        title.endswith("advokat") for title in holder.titles - _LAWYERS
    )


def _only(holders: Iterable[Holder]) -> int | None:
    found = {holder.entity for holder in holders}
    return found.pop() if len(found) == 1 else None


def _only_or_nearest(holders: Sequence[Holder], spot: Spot) -> int | None:
    """Return the only one, or of several the only one that the paragraph names before the phrase."""
    found = _only(holders)
    if found is not None:
        return found
    return _only(h for h in holders if h.met.get(spot.at, spot.start) < spot.start)
