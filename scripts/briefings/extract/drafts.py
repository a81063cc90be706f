"""Actors while their pieces are gathered, and the roles that stand before and behind their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct, field

from briefings.extract import predicates, roles, roles_after, roles_before, territories, titles
from briefings.extract.roles import Stretch
from briefings.extract.speech import speech
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words
from briefings.findings import Mention, Role, Sentence
from briefings.model import ActorType, Article

_STATE, _ORGANISATION, _PERSON = ActorType.STATE, ActorType.ORGANISATION, ActorType.PERSON

_PRONOUNS = frozenset({"han", "hun", "ho"})
_AGENCIES = ("byrået", "bureauet")


class Located(Struct, frozen=True):
    """A mention with the words of its sentence around it."""

    mention: Mention
    row: int
    first: int
    """Token of the sentence."""
    end: int
    name: str
    """Without genitive or the rest of a compound."""


class Draft(Struct):
    """An actor while its pieces are gathered."""

    type: ActorType
    name: str
    located: list[Located]
    country: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    descriptions: list[Mention] = field(default_factory=list)
    party: str | None = None
    """The name that a party's letters stand for."""
    before: Mapping[tuple[int, int], Stretch | None] = {}
    """Of a person: sentence and token where a name begins → the role right before it."""

    def take(self, other: Draft) -> None:
        """Take in what turned out to be the same actor."""
        self.located.extend(other.located)
        self.party = self.party or other.party


def add_roles(
    article: Article,
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Token]],
    located: Sequence[Located],
    drafts: Sequence[Draft],
) -> None:
    """Add the roles before and behind names."""
    names: dict[int, set[int]] = {}
    inner: dict[int, set[int]] = {}
    begins: dict[tuple[int, int], int] = {}
    around: dict[tuple[int, int], Located] = {}
    for one in located:
        names.setdefault(one.row, set()).add(one.first)
        inner.setdefault(one.row, set()).update(range(one.first, one.end))
        begins[one.row, one.end] = one.first
        for inside in range(one.first + 1, one.end):
            around[one.row, inside] = one
    for draft in drafts:
        if draft.type is _STATE:
            continue
        for one in draft.located:
            tokens = rows[one.row]
            if draft.type is _PERSON:
                draft.country = draft.country or _origin(tokens, one)
                stretches = _roles_of_person(tokens, one, draft.before[one.row, one.first], names[one.row], around)
            else:
                stretches = [roles_before.role_before(tokens, one.first, organisation=True)]
            for found in stretches:
                if not found:
                    continue
                if draft.type is _ORGANISATION and (
                    _only_passes_on(tokens, found, one.name) or _is_another(tokens, found, inner[one.row])
                ):
                    continue
                # A compound is one word of the role: `Nordlys Kraft-sjef`.
                first = begins.get((one.row, one.first), found[0]) if found[1] == one.first else found[0]
                # Nor is the name of an owner cut: `Danske Banks direktør`.
                owner = around.get((one.row, found[0]))
                stretch = min(owner.first if owner else found[0], first), found[1]
                give_role(article, sentences[one.row].at, tokens, stretch, draft)


def _roles_of_person(
    tokens: Sequence[Token],
    one: Located,
    before: Stretch | None,
    names: AbstractSet[int],
    around: Mapping[tuple[int, int], Located],
) -> list[Stretch | None]:
    """Return the roles before and behind a person's name; `names` are where names begin in its sentence."""
    found: list[Stretch | None] = []
    if before:
        found = [_without_demonym(tokens, before), roles_before.second_before(tokens, before[0], one.end)]
    found.append(predicates.role_before_being(tokens, one.first, one.end, names))
    after = roles_after.role_after(tokens, one.end, names) or predicates.role_told(tokens, one.end, names)
    # A name in it is not cut: `forskar ved Chr. Michelsens institutt`.
    cut = around.get((one.row, after[1])) if after else None
    found.append((after[0], cut.end) if after and cut else after)
    return found


def add_told_roles(
    article: Article,
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Token]],
    located: Sequence[Located],
    drafts: Sequence[Draft],
) -> None:
    """Give `Hun er forsker ved X` to the only person that the sentence before, in the same paragraph, names."""
    told = [row for row, tokens in enumerate(rows) if row and len(tokens) > 2 and tokens[0].lower in _PRONOUNS]  # noqa: PLR2004 — pronoun, `er`, title
    if not told:
        return
    people: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.type is _PERSON:
            for row in {one.row for one in draft.located}:
                people.setdefault(row, []).append(draft)
    rows_told = set(told)
    names = {one.first for one in located if one.row in rows_told}
    for row in told:
        found = predicates.role_told(rows[row], 1, names)
        before = people.get(row - 1, [])
        if found and len(before) == 1 and not before[0].roles and sentences[row - 1].at == sentences[row].at:
            give_role(article, sentences[row].at, rows[row], found, before[0])


def _without_demonym(tokens: Sequence[Token], stretch: Stretch) -> Stretch | None:
    """Return the role before a name but for words that only say where its bearer comes from, which describe him.

    Of `Presidenten i kommisjonen, gambiaren X` the first part, of `belgieren X` nothing.
    """
    first, end = stretch
    if end - first > 1 or territories.people_state(tokens[first].text) is None:
        return stretch
    return roles_before.role_before(tokens, first) if tokens[first].gap == ", " else None


def _only_passes_on(tokens: Sequence[Token], stretch: Stretch, name: str) -> bool:
    """Say whether a single noun behind a verb of speech tells nothing new of who bears the name behind it.

    An agency that everybody knows (`melder nyheitsbyrået AFP`), or one body beside another: `åtvara direktoratet
    Energidepartementet`.
    """
    first, end = stretch
    if end - first > 1 or not first or tokens[first - 1].lower not in read_words("persons", "speech_verbs"):
        return False
    agency = tokens[first].lower.endswith(_AGENCIES) and name.lower() in speech().outlets
    behind = tokens[end + len(name.split())] if end + len(name.split()) < len(tokens) else None
    # `opplyser kilden VG har snakket med`
    other = behind is not None and behind.follows and behind.lower in read_words("capitals", "acts")
    return agency or other or titles.is_organisation_title(name.rpartition(" ")[2])


def _is_another(tokens: Sequence[Token], stretch: Stretch, named: AbstractSet[int]) -> bool:
    """Say whether what an organisation is called ends another's name: `Fagforbundet, | Norsk Sykepleierforbund`."""
    last = stretch[1] - 1
    return last in named and stretch[1] < len(tokens) and tokens[stretch[1]].gap == ", "


def _origin(tokens: Sequence[Token], one: Located) -> str | None:
    """Return the state (alpha-3) a person is said to come from beside it: `X frå Ghana`, `russeren X`, `svenske X`."""
    before = tokens[one.first - 1].text if one.first and tokens[one.first].follows else ""
    people = territories.people_state(before)
    if people and not people[1]:
        return people[0]
    if before.endswith("e") and (state := territories.adjective_state(before)):
        return state
    end = one.end
    if end + 1 < len(tokens) and tokens[end].follows and tokens[end].lower in {"fra", "frå"}:
        return territories.state_of(tokens[end + 1].text)
    return None


def give_role(article: Article, at: int, tokens: Sequence[Token], stretch: Stretch, draft: Draft) -> None:
    """Add a role at paragraph `at`, with the title and the country it tells."""
    start, end = tokens[stretch[0]].start, tokens[stretch[1] - 1].end
    draft.roles.append(Role(article.text[start:end], start, end, at))
    draft.country = draft.country or roles.country_of(tokens, stretch)
    inside = range(*stretch)
    draft.titles.update(titles.title_key(tokens[at].text) for at in inside if titles.is_person_title(tokens[at].text))
    draft.titles.update(key for at in inside[2:] if (key := _first_half(tokens, at)))


def _first_half(tokens: Sequence[Token], title: int) -> str | None:
    """Return the key of the title that shares its head with one behind `og`: `helse- og | omsorgsminister`."""
    first = tokens[title - 2]
    parted = tokens[title - 1].lower == "og" and (first.text.endswith("-") or tokens[title - 1].gap == "- ")
    if not parted:
        return None
    key = titles.title_key(tokens[title].text)
    head = next((head for head in _SHARED if key.endswith(head)), None)
    return titles.title_key(first.lower.rstrip("-") + head) if head else None


_SHARED = ("minister", "statsråd", "direktør", "sjef", "leder", "forsker", "ordfører", "redaktør")
"""Heads of two titles in one."""


def met_in(draft: Draft) -> dict[int, int]:
    """Return paragraph → offset of the first mention there."""
    return {mention.at: mention.start for mention in reversed(draft.mentions)}
