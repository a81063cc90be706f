"""Entities of all articles → groups that are one actor, from what the articles say and `not_same_as`.

Full names group by their key. A bare surname joins the one person in the corpus who bears it if something besides
the name
supports it: the title, the country, or somebody else both are named with. What is likely but not supported is a
doubt, for people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from briefings.actor_appearances import Appearance
from briefings.actor_rulings import Ruling
from briefings.extract.organisations import organisation_key
from briefings.extract.people import parts_of
from briefings.model import ActorType
from briefings.names import fold, name_key, without_carons

TOO_COMMON = 0.2
"""Share of all articles from which on being named together says nothing: news agencies stand in every second one."""
FEW_ARTICLES = 5
"""Articles up to which nothing is too common."""
LONGEST_ABBREVIATION = 8
"""Letters of an abbreviation that stands for an organisation's name in other articles too."""
MOST_DOUBTS = 3
"""Bearers of a surname that are proposed for one bare mention of it."""


class Group(Struct):
    """Entities that are one actor."""

    name: str
    type: ActorType
    members: list[Appearance]
    page: str | None = None
    """The one of several pages of its name that it has, where a person said that those are not the same."""


class Grouped(Struct, frozen=True):
    """All groups, in a fixed order, and what is doubtful about them."""

    groups: tuple[Group, ...]
    doubts: tuple[tuple[int, int, str], ...]
    """(group, group, why they may be one)."""
    common: frozenset[str]
    """Keys of names that stand in so many articles that being named with them says nothing."""


# --- groups ---------------------------------------------------------------------------------------------------------


def group_all(appearances: Sequence[Appearance], ruling: Ruling) -> Grouped:
    """Return the groups sorted by name, type and first appearance, and the doubts about them."""
    bare, full = _split(appearances, lambda one: one.is_bare)
    spelled_out, printed = _expansions(full, ruling), _without_carons(full, ruling)
    groups: dict[str, Group] = {}
    for one in full:
        page = _page_of(one, ruling)
        key = f"page {page}" if page else spelled_out.get(one.key) if one.type is ActorType.ORGANISATION else None
        key = key or f"{_kind(one)} {printed.get(one.key, one.key)}"
        groups.setdefault(key, Group(one.name, one.type, [], page)).members.append(one)
    common = _too_common(appearances)
    loose, doubtful = _join_bare(bare, list(groups.values()), ruling, common)
    everyone = [*groups.values(), *loose]
    for group in everyone:
        _settle(group)
    order = sorted(range(len(everyone)), key=lambda index: _order(everyone[index]))
    place = {id(everyone[index]): rank for rank, index in enumerate(order)}
    ranked = ((place[id(a)], place[id(b)], why) for a, b, why in doubtful)
    doubts = {(min(a, b), max(a, b), why) for a, b, why in ranked}
    return Grouped(
        tuple(everyone[index] for index in order),
        tuple(sorted(doubts)),
        common,
    )


def _expansions(appearances: Iterable[Appearance], ruling: Ruling) -> dict[str, str]:
    """Return the keys of names and of their abbreviations → what they share, where an article has both.

    Abbreviations that mean several in the corpus, or that people keep apart, join nothing.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for one in appearances:
        if one.type is ActorType.ORGANISATION:
            forms = {form for form, _ in one.forms} | {one.name}
            short = {organisation_key(form)[0] for form in forms if _is_abbreviation(form)}
            long = {organisation_key(form)[0] for form in forms if len(form.split()) > 1}
            for key in short:
                names[key] |= long
    found: dict[str, str] = {}
    for key in sorted(names):
        long = names[key] - {key}
        if len(long) == 1 and not any(_are_apart(key, other, ruling) for other in long):
            shared = f"name {next(iter(long))}"
            found[key] = found.setdefault(next(iter(long)), shared)
    return found


def _are_apart(key: str, other: str, ruling: Ruling) -> bool:
    """Say whether a person decided that pages with these two keys are not the same."""
    return any(
        ruling.are_apart(a, b) for a in ruling.pages_by_key.get(key, ()) for b in ruling.pages_by_key.get(other, ())
    )


def _without_carons(appearances: Iterable[Appearance], ruling: Ruling) -> dict[str, str]:
    """Return the keys of people's full names with carons → those of the names without, where an article has both.

    `Andrej Babiš` in one article is `Andrej Babis` in another, whose key is not the same, as `Šojgu` is `Shoigu`.
    """
    people = [one for one in appearances if one.type is ActorType.PERSON]
    keys = {one.key for one in people}
    plain = {one.key: name_key(without_carons(one.name)) for one in people}
    return {
        key: other
        for key, other in sorted(plain.items())
        if key != other and other in keys and not _are_apart(key, other, ruling)
    }


def _is_abbreviation(form: str) -> bool:
    return len(form.split()) == 1 and 1 < len(form) <= LONGEST_ABBREVIATION and sum(map(str.isupper, form)) > 0


def _split(
    appearances: Iterable[Appearance], test: Callable[[Appearance], bool]
) -> tuple[list[Appearance], list[Appearance]]:
    yes: list[Appearance] = []
    no: list[Appearance] = []
    for one in appearances:
        (yes if test(one) else no).append(one)
    return yes, no


def _kind(one: Appearance) -> str:
    """Return what must agree besides the key: names of several words are one actor, whatever type each article gave."""
    return "name" if " " in one.name and one.type is not ActorType.STATE else one.type.value


def _page_of(one: Appearance, ruling: Ruling) -> str | None:
    """Return the page an entity has of those of its name, where a person said that two of them are not the same."""
    pages = _pages_of(one, ruling)
    if not any(ruling.are_apart(a, b) for place, a in enumerate(pages) for b in pages[place + 1 :]):
        return None
    known = ruling.pages
    return min(pages, key=lambda page: (fold(known[page].name) != fold(one.name), known[page].type is not one.type))


def _pages_of(one: Appearance, ruling: Ruling) -> list[str]:
    """Return the pages of an entity's name: names of one word are one actor only if they are of one type."""
    if one.type is ActorType.STATE:
        return []
    pages = ruling.pages_by_key.get(one.key, ())
    return [page for page in pages if " " in one.name or ruling.pages[page].type is one.type]


def _order(group: Group) -> tuple[str, str, str, str, int]:
    first = group.members[0]
    return fold(group.name), group.name, group.type.value, first.seed, first.index


def _settle(group: Group) -> None:
    """Put the members in the order of the seeds and let the name most used in full stand for the group."""
    group.members.sort(key=lambda one: (one.seed, one.index))
    names = Counter(one.name for one in group.members)
    group.name = min(names, key=lambda name: (-len(name.split()), -names[name], name))
    kinds = Counter(one.type for one in group.members)
    group.type = min(kinds, key=lambda kind: (-kinds[kind], kind.value))


def _too_common(appearances: Sequence[Appearance]) -> frozenset[str]:
    articles: dict[str, set[str]] = defaultdict(set)
    for one in appearances:
        articles[one.key].add(one.seed)
    total = len({one.seed for one in appearances})
    limit = max(FEW_ARTICLES, TOO_COMMON * total)
    return frozenset(key for key, seeds in articles.items() if len(seeds) > limit)


# --- bare surnames --------------------------------------------------------------------------------------------------


class _Profile(Struct, frozen=True):
    """What supports that a bare name is this person."""

    group: Group
    titles: frozenset[str]
    countries: frozenset[str]
    company: frozenset[str]


class Bearers:
    """Those who may be meant by a bare surname."""

    def __init__(self, groups: Sequence[Group], common: frozenset[str]) -> None:
        """Sort the groups by surname; `common` are keys of names that support nothing."""
        self.groups = groups
        self._common = common
        self._by_surname: dict[str, list[_Profile]] = defaultdict(list)
        for group in groups:
            if any(one.type is ActorType.PERSON for one in group.members):
                profile = _profile(group, common)
                surnames = {parts_of(one.name)[:1] for one in group.members if " " in one.name}
                for surname in sorted(surnames):
                    self._by_surname["".join(surname)].append(profile)

    def choose(self, one: Appearance, ruling: Ruling) -> Group | None:
        """Return the only bearer whom title, country or company support; None where nobody or several are."""
        chosen = _choose(one, self._candidates(one, ruling), self._common)
        return chosen.group if chosen else None

    def likely(self, one: Appearance, ruling: Ruling) -> list[Group]:
        """Return those whom nothing speaks against, as many as are worth a question."""
        return [p.group for p in self._candidates(one, ruling) if not _contradicts(one, p)][:MOST_DOUBTS]

    def _candidates(self, one: Appearance, ruling: Ruling) -> list[_Profile]:
        return [p for p in self._by_surname.get(one.key, []) if not _kept_apart(one, p.group, ruling)]


def _join_bare(
    bare: Sequence[Appearance], groups: Sequence[Group], ruling: Ruling, common: frozenset[str]
) -> tuple[list[Group], list[tuple[Group, Group, str]]]:
    """Add bare surnames to the people they support; return groups of those left, and doubts."""
    bearers = Bearers(groups, common)
    left: dict[str, list[Appearance]] = defaultdict(list)
    doubtful: list[tuple[Appearance, Group, str]] = []
    joined: list[tuple[Group, Appearance]] = []
    for one in bare:
        chosen = bearers.choose(one, ruling)
        if chosen is not None:
            joined.append((chosen, one))
            continue
        left[one.key].append(one)
        why = f"{one.name} in {one.seed} may be {{}}"
        doubtful += [(one, group, why.format(group.name)) for group in bearers.likely(one, ruling)]
    for group, one in joined:
        group.members.append(one)
    loose = [group for key in sorted(left) for group in _cluster(left[key], common)]
    home = {(one.row, one.index): group for group in loose for one in group.members}
    doubts = [(home[one.row, one.index], group, why) for one, group, why in doubtful]
    doubts += [
        (a, b, f"{a.name} in {a.members[0].seed} and in {b.members[0].seed} may be one person")
        for a, b in pairwise(loose)
        if a.members[0].key == b.members[0].key
    ]
    return loose, doubts


def _profile(group: Group, common: frozenset[str]) -> _Profile:
    return _Profile(
        group,
        frozenset().union(*(one.titles for one in group.members)),
        frozenset(one.country for one in group.members if one.country),
        frozenset().union(*(one.company for one in group.members)) - common,
    )


def _kept_apart(one: Appearance, group: Group, ruling: Ruling) -> bool:
    """Say whether a person decided that the bare name's page and the group's are not the same."""
    own = _pages_of(one, ruling)
    theirs = ruling.pages_by_key.get(group.members[0].key, ()) if group.page is None else (group.page,)
    return any(ruling.are_apart(a, b) for a in own for b in theirs)


def _contradicts(one: Appearance, profile: _Profile) -> bool:
    return bool(one.country and profile.countries and one.country not in profile.countries)


def _choose(one: Appearance, candidates: Sequence[_Profile], common: frozenset[str]) -> _Profile | None:
    """Return the only bearer whom title, country or company support; None where nobody or several are."""
    possible = [profile for profile in candidates if not _contradicts(one, profile)]
    supported = [
        profile
        for profile in possible
        if one.titles & profile.titles
        or one.country in profile.countries
        or profile.countries & one.states
        or (one.company - common) & profile.company
    ]
    if len(supported) == 1:
        return supported[0]
    strongly = [p for p in supported if one.titles & p.titles and (one.country is None or one.country in p.countries)]
    return strongly[0] if len(strongly) == 1 else None


def _cluster(same_name: Sequence[Appearance], common: frozenset[str]) -> list[Group]:
    """Group bare names of one key that share a title, a country or company; the others stay alone."""
    parent = list(range(len(same_name)))

    def find(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    first: dict[str, int] = {}
    for index, one in enumerate(same_name):
        country = one.country or ""
        features = [f"{country}" if country else "", *(f"with {key}" for key in one.company - common)]
        features += [f"title {title}" for title in one.titles if not country]
        for feature in filter(None, features):
            a, b = find(index), find(first.setdefault(feature, index))
            parent[max(a, b)] = min(a, b)
    groups: dict[int, Group] = {}
    for index, one in enumerate(same_name):
        groups.setdefault(find(index), Group(one.name, one.type, [])).members.append(one)
    return list(groups.values())
