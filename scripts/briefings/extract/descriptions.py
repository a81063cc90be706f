"""Definite phrases that mean an actor without naming it: `den russiske forsvarsministeren`, `amerikanarane`.

A phrase with a title is resolved to the one actor that holds the title in the article, and belongs to the state the
phrase names, where it names one. Where nobody or several do, it stays nobody's: the text may be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from briefings.extract import accused, ages, capitals, organisations, parties, territories, titles
from briefings.extract.roles import POSSESSIVES, WHOSE
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words

EXPERTS = frozenset({"forsker", "ekspert", "professor", "analytiker", "stipendiat", "kjenner"})
"""Ends of titles of those whom newspapers ask."""


_DEFINITE_ARTICLES = frozenset({"den", "det", "de", "dei"})
_NO_ADJECTIVES = frozenset({"ifølge", "ifølgje", "ikke", "ikkje", "både", "langs", "inne", "ute", "hjemme", "heime"})
"""Words that end like adjectives and stand between what is said and a title: `viste ifølge | ministeren`."""
_HIGHEST = frozenset({"øverste", "øvste", "ypperste", "høyeste", "høgste"})
MOST_WORDS = 5
"""Words between the article and the title."""
_AGED = re.compile(r"(\d{1,3})-?(?:åringen|årigen|åringa)")


_HOMES = (
    "guten",
    "gutten",
    "jenta",
    "jenten",
    "mannen",
    "manden",
    "kvinna",
    "kvinnen",
    "kvinden",
    "drengen",
    "pigen",
    "karen",
)
"""Heads of compounds that say where somebody comes from: `Valdres-guten`."""


class Phrase(Struct, frozen=True):
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
    work: str | None = None
    """Key of the title that an age stands before: `den 52-årige læge`."""
    anybody: bool = False
    """Whether only the age tells anything: `den 54-årige mannen`."""
    former: bool = False
    """Whether it tells of who held the title: `den tidligere statsråden`."""
    changing: bool = False
    """Whether it tells of who leaves or takes over what the title says: `den avtroppende sjefen`."""
    seated: bool = False
    """Whether a body that a name follows is told behind it: `Sportsdirektøren hos Team Vesterhav`."""


@cache
def _telling_words() -> frozenset[str]:
    listed = (read_words("titles", key) for key in ("governments", "locals", "called_accused"))
    return frozenset[str]().union(*listed, territories.peoples(), parties.members())


@lru_cache(maxsize=8192)
def tells_phrase(word: str) -> bool:
    """Say whether a word may be what a phrase is told by: few are, and the others need not be looked at again."""
    return (
        not word.isalpha()  # a compound, an age
        or word.lower() in _telling_words()
        or _title_word(word) is not None
    )


def find_phrases(tokens: Sequence[Token], telling: Iterable[int], taken: AbstractSet[int]) -> Iterator[Phrase]:
    """Yield the phrases of a sentence, in order.

    `telling` are the tokens that `tells_phrase`, `taken` those that belong to names and their roles.
    """
    aged_end = 0
    for index in telling:
        if index < aged_end:
            # `svensken` of `den 54-årige svensken`
            continue
        if compound := _compound(tokens, index):
            yield compound
        if index in taken:
            continue
        phrase = _aged_phrase(tokens, index)
        if phrase is not None:
            aged_end = phrase.end
            if phrase.end - 1 not in taken:
                yield phrase
        elif phrase := _phrase_at(tokens, index, taken):
            yield phrase


def _phrase_at(tokens: Sequence[Token], index: int, taken: AbstractSet[int]) -> Phrase | None:
    """Return the phrase told by a single word: by age, people, government, title."""
    token = tokens[index]
    if age := _AGED.fullmatch(token.lower):
        return Phrase(index, index + 1, "age of a person", age=int(age[1]))
    if people := territories.people_state(token.text):
        iso, plural = people
        return Phrase(index, index + 1, "people of a state", state=iso, plural=plural)
    if token.lower in read_words("titles", "governments"):
        return _government(tokens, index)
    if (party := parties.party_of_member(token.lower)) and not _is_named_behind(tokens, index):
        return Phrase(index, index + 1, f"member of {party}", "politiker", member_of=party)
    phrase = _person_phrase(tokens, index)
    open_to = phrase is not None and (phrase.owned or taken.isdisjoint(range(phrase.first, index + 1)))
    return phrase if open_to else None


def _is_named_behind(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a name follows a word: `høyrekvinnen Kari Vik`."""
    return index + 1 < len(tokens) and tokens[index + 1].follows and tokens[index + 1].capital


def _government(tokens: Sequence[Token], index: int) -> Phrase | None:
    """Return `amerikanske styresmakter`, or `styresmaktene i Minsk`, whose noun is at a token."""
    state = territories.adjective_state(tokens[index - 1].text) if index and tokens[index].follows else None
    if state:
        return Phrase(index - 1, index + 1, "government of a state", state=state, plural=True)
    seat = capitals.seat_behind(tokens, index)
    return Phrase(index, index + 3, "government of a state", state=seat, plural=True) if seat else None


def _aged_phrase(tokens: Sequence[Token], index: int) -> Phrase | None:
    """Return `den 24-årige dansker`, `den 44 år gamle ministeren`, `den 46-årige`, whose age is at a token.

    None where a name follows.
    """
    if not index or tokens[index - 1].lower != "den" or (found := ages.age_at(tokens, index)) is None:
        return None
    age, last = found
    if not ages.has_noun(tokens, last + 1):
        return Phrase(index - 1, last + 1, "age of a person", age=age)
    at, state = last + 1, None
    while at < last + MOST_WORDS and at + 1 < len(tokens) and tokens[at + 1].follows and _is_adjective(tokens[at]):
        # `den 27-årige | danske | rytteren`
        state = state or territories.adjective_state(tokens[at].lower)
        at += 1
    noun = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].follows else None
    if noun.capital or (after is not None and after.capital):
        return None
    work = titles.title_key(noun.text) if titles.is_person_title(noun.text) else None
    if at > last + 1 and work is None:
        return None
    state = state or territories.person_state(noun.text)
    anybody = noun.lower in read_words("titles", "anybody")
    return Phrase(index - 1, at + 1, "age of a person", state=state, age=age, anybody=anybody, work=work)


def _is_adjective(token: Token) -> bool:
    """Say whether a word between an age and a noun can be an adjective: `danske`, `tidligere`."""
    return token.lower.endswith("e") and not token.capital and not titles.is_person_title(token.text)


def _person_phrase(tokens: Sequence[Token], index: int) -> Phrase | None:
    """Return the phrase for one person whose last word is at a token: by home, accusation or title."""
    token = tokens[index]
    if token.lower in read_words("titles", "locals"):
        named = token.capital and not token.opens
        return None if named else Phrase(index, index + 1, "home or family of a person")
    if token.lower in read_words("titles", "called_accused"):
        return _accused_phrase(tokens, index)
    word = _title_word(token.text)
    return _title_phrase(tokens, index, word) if word else None


def is_of(held: Iterable[str], family: AbstractSet[str]) -> bool:
    """Say whether one of these titles, or its end, is of a family."""
    return any(title.endswith(tuple(family)) for title in held)


def _title_word(word: str) -> str | None:
    """Return a title as it stands, a definite one without its genitive: `presidentens`; None for other words."""
    if titles.is_person_title(word):
        return word
    bare = word.removesuffix("s")
    return bare if bare != word and titles.is_definite(bare) else None


def _compound(tokens: Sequence[Token], index: int) -> Phrase | None:
    """Return the phrase that a compound is which no name follows: `DIIS-forskeren`, `EU-toppen`."""
    token = tokens[index]
    member = organisations.member_name(token.text)
    if member and token.lower.endswith(("eren", "aren")):
        return Phrase(index, index + 1, f"member of {member}", "", member_of=member)
    prefix, hyphen, head = token.text.rpartition("-")
    plays = token.opens and head in read_words("titles", "players")
    told = head in _HOMES or plays
    if not hyphen or not prefix[:1].isupper() or not (told or titles.is_definite(token.text)):
        return None
    if index + 1 < len(tokens) and tokens[index + 1].follows and tokens[index + 1].capital:
        return None
    if plays:
        return Phrase(index, index + 1, "home or family of a person")
    if head in _HOMES and organisations.known_organisation(prefix) is None:
        return Phrase(index, index + 1, "home or family of a person")
    title = titles.title_key(token.text).rpartition("-")[2]
    phrase = Phrase(index, index + 1, f"member of {prefix}", title, member_of=prefix)
    between = slice(index - 1, index)
    if index > 1 and tokens[index].follows and tokens[index - 1].follows and tokens[index - 2].lower == "den":
        # `Den tidligere Venstre-lederen` is not who leads it now.
        former, changing = (_is_said(tokens[between], key) for key in ("former", "changing"))
        first = index - 2 if former or changing else index
        return replace(phrase, first=first, former=former, changing=changing)
    return phrase


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
            return _articled(tokens, (first, index), Phrase(first - 1, index + 1, rule, title, state))
        if iso := territories.state_of(before.text):
            owned = before.text != tokens[first - 1].text.removesuffix("s")
            return Phrase(first - 1, index + 1, rule, title, iso, owned=True) if owned else None
        if _means_another(before.lower):
            return None
        if not before.lower.endswith("e") or (before.capital and not before.opens) or before.lower in _NO_ADJECTIVES:
            break
        state = state or territories.adjective_state(before.lower)
        first -= 1
    if _is_said(tokens[first:index], "other_holders"):
        return None
    if owner := _owner(tokens, index):
        return Phrase(index - 1, index + 1, f"{title} of {owner}", title, member_of=owner, owned=True)
    if first == index and (expert := _headline_expert(tokens, index, title)):
        return expert
    called = titles.is_definite(word) or _is_called(tokens, index)
    if state is not None or not called or _is_modified(tokens, index) or _is_introducing(tokens, index):
        return None
    return _bare_phrase(tokens, index, title)


def _articled(tokens: Sequence[Token], between: tuple[int, int], phrase: Phrase) -> Phrase | None:
    """Return a phrase with its article, with what the words between that and the title tell of who held it."""
    former, changing = (_is_said(tokens[slice(*between)], key) for key in ("former", "changing"))
    owned = (former or changing) and _is_owned(tokens, phrase.end)
    return None if owned else replace(phrase, former=former, changing=changing)


def _is_owned(tokens: Sequence[Token], index: int) -> bool:
    """Say whether whose it is follows a title: `den tidligere treneren | hennes`."""
    return index < len(tokens) and tokens[index].follows and tokens[index].lower in WHOSE | POSSESSIVES


def _is_said(between: Sequence[Token], key: str) -> bool:
    return any(token.lower in read_words("titles", key) for token in between)


def _means_another(adjective: str) -> bool:
    """Say whether an adjective before a title means another than its holder: `samme`, `den modigste jeg har hatt`."""
    if adjective in read_words("titles", "former") or adjective in read_words("titles", "changing"):
        return False
    best = adjective.endswith("ste") and adjective not in _HIGHEST
    return best or adjective in read_words("titles", "other_holders")


def _bare_phrase(tokens: Sequence[Token], index: int, title: str) -> Phrase | None:
    """Return the phrase of a definite title with nothing before it, by what stands behind it."""
    rule = f"the {title} of the article"
    if found := _state_behind(tokens, index):
        end, state = found
        return Phrase(index, end, rule, title, state)
    seated = _is_of_another_body(tokens, index)
    if seated and not (index == 0 and tokens[index + 2].capital):
        return None
    return Phrase(index, index + 1, rule, title, seated=seated)


def _is_called(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a title stands alone for who holds it, without ending: `sier aktor`, `ifølge aktor`."""
    if tokens[index].lower not in read_words("titles", "bare_titles"):
        return False
    before = tokens[index - 1].lower if index and tokens[index].follows else ""
    after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].follows else None
    told = before in {"ifølge", "ifølgje", "at"} or before in read_words("persons", "speech_verbs")
    return (told or tokens[index].opens) and (after is None or not after.capital)


def _is_introducing(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a name with a title of its own follows, of somebody new: `forsvareren, advokat Liv Nes`."""
    if index + 2 >= len(tokens) or tokens[index + 1].gap != ", ":
        return False
    title, name = tokens[index + 1], tokens[index + 2]
    return titles.is_person_title(title.text) and name.follows and name.capital


def _is_of_another_body(tokens: Sequence[Token], index: int) -> bool:
    """Say whether what follows a title that opens a sentence defines it: `Presidenten i kommisjonen`."""
    if not tokens[index].opens or index + 2 >= len(tokens):
        return False
    link, body = tokens[index + 1], tokens[index + 2]
    joined = link.follows and body.follows and link.lower in {"i", "for", "av", "af", "ved", "hos"}
    return joined and (body.capital or body.lower.endswith(("en", "et", "a"))) and not _is_time(body)


def _is_time(word: Token) -> bool:
    return word.text[:1].isdigit() or word.lower in read_words("organisations", "no_definition")


def _accused_phrase(tokens: Sequence[Token], index: int) -> Phrase | None:
    """Return `den tiltalte`, `tiltalte`: whoever stands accused."""
    first = index - 1 if index and tokens[index].follows and tokens[index - 1].lower == "den" else index
    after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].follows else None
    if after is not None and after.capital:
        return None
    called = first < index or accused.is_called(tokens, index)
    return Phrase(first, index + 1, "the accused of the article", accused.TITLE) if called else None


def _owner(tokens: Sequence[Token], index: int) -> str | None:
    """Return the organisation, without genitive, that owns the indefinite title at `index`: `FNs generalsekretær`."""
    if not index or not tokens[index].follows or not tokens[index - 1].capital or tokens[index - 1].opens:
        return None
    owner = tokens[index - 1].text
    bare = owner[:-2] if owner.endswith(("'s", "’s")) else owner.removesuffix("s")
    after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].follows else None
    return None if bare == owner or titles.is_definite(tokens[index].text) or (after and after.capital) else bare


def _headline_expert(tokens: Sequence[Token], index: int, title: str) -> Phrase | None:
    """Return `Norsk ekspert` at the start of a sentence, where no name follows."""
    if index != 1 or not tokens[1].follows or not tokens[0].capital or not is_of({title}, EXPERTS):
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
