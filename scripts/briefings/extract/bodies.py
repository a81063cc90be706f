"""Names of organisations with words in lower case: `Norsk institutt for bioøkonomi`, `Helse- og omsorgsdepartementet`.

Each pattern tells from the words alone where such a name ends that begins at a given word; each looks at few words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefings.extract import cues, organisations, territories, titles
from briefings.extract.english_bodies import LINKS, english_body_at
from briefings.extract.fields import field_end, next_word
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words

MOST_INNER = 4
"""Words between the first word and the head: `Norges vassdrags- og energidirektorat` has two."""
MOST_TAIL = 6
"""Words after the head: `Institutt for energiteknikk`."""

MOST_PLACE = 3
"""Words of the place a society is named after."""

_ARTICLES = frozenset({"Den", "Det", "De", "Dei"})
_COMMITTEES = ("komiteen", "komitéen")
_UNIVERSITIES = frozenset({"universitetet", "Universitet"})
"""Before `i` and a city: no `universitet i Oslo` without article."""
_TAIL_LINKS = frozenset({"for", "mot", "i", "av", "af", "på", "ved"})
_SECOND = _TAIL_LINKS | LINKS | {"og"}
"""Words in lower case right after the first of a name."""


def body_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a name with words in lower case that begins at a token; None where none does."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not tokens[index].capital:
        return None
    if not after.follows:
        patterns = _PATTERNS_BY_JOINT.get(after.gap, ())
    elif after.capital:
        patterns = _BEFORE_CAPITALS
    elif _may_begin_small(tokens, index):
        patterns = _BEFORE_SMALL
    else:
        return None
    ends = [end for pattern in patterns if (end := pattern(tokens, index))]
    return max(ends, default=None)


def _may_begin_small(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a name with a word in lower case second may begin at a token, which few capitals do."""
    word, after = tokens[index].text, tokens[index + 1]
    return (
        word.endswith(("s", "S", "isk"))
        or after.lower in _SECOND
        or after.text.isdigit()
        or word in read_words("organisations", "body_adjectives")
        or (word in _ARTICLES and after.text.endswith("e"))
        or (index + 2 < len(tokens) and tokens[index + 2].gap == "- ")
    )


def is_society(lower: str) -> bool:
    """Say whether a word in lower case, genitive or not, ends as societies are called: `fiskarlag`, `bondelags`."""
    return ends_with(lower.removesuffix("s"), read_words("organisations", "society_heads"), 2)


def is_head(word: str) -> bool:
    """Say whether a word, alone or as the end of a compound, is what public bodies are called: `energidirektorat`."""
    return ends_with(word.lower(), read_words("organisations", "body_heads"), 0)


def _coordinated(tokens: Sequence[Token], index: int) -> int | None:
    """`Helse- og omsorgsdepartementet`, `Midt- og Vestsjællands Politi`."""
    if index + 2 >= len(tokens) or tokens[index + 1].gap != "- " or tokens[index + 1].lower != "og":
        return None
    last = next_word(tokens, index + 2)
    if last and (organisations.has_organisation_ending(last.text) or organisations.is_state_head(last.text)):
        return index + 3
    body = next_word(tokens, index + 3)
    if last and last.capital and last.text.endswith("s") and body and body.capital:
        return index + 4 if organisations.has_organisation_ending(body.text, alone=True) else None
    return None


def committee_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a committee's name in small letters that begins at a token: `energi- og miljøkomiteen`."""
    if index + 2 >= len(tokens) or tokens[index + 1].gap != "- " or tokens[index + 1].lower != "og":
        return None
    last = next_word(tokens, index + 2)
    return index + 3 if last and last.text.removesuffix("s").endswith(_COMMITTEES) else None


def university_at(tokens: Sequence[Token], index: int) -> int | None:
    """Return the end of a university that small letters name by its city: `professor ved universitetet i Tartu`."""
    if tokens[index].text not in _UNIVERSITIES:
        return None
    link, city = next_word(tokens, index + 1), next_word(tokens, index + 2)
    return index + 3 if link and city and link.lower == "i" and city.capital else None


def _with_article(tokens: Sequence[Token], index: int) -> int | None:
    """`Det russiske forsvarsministerium`, `Den norske legeforening`."""
    if tokens[index].text not in _ARTICLES:
        return None
    after = next_word(tokens, index + 1)
    if after is None or not territories.adjective_state(after.text) or not after.text.endswith("e"):
        return None
    for last in range(index + 2, min(index + 2 + MOST_INNER, len(tokens))):
        word = next_word(tokens, last)
        if word is None:
            return None
        if organisations.is_state_head(word.text):
            return None if organisations.is_definite_state_head(word.text) else last + 1
        if not word.text.endswith("e"):
            return None
    return None


def _with_adjective(tokens: Sequence[Token], index: int) -> int | None:
    """`Norsk institutt for bioøkonomi`, `Dansk Institut for Internationale Studier`, `Nordisk råd`."""
    adjective = tokens[index].text
    if adjective not in read_words("organisations", "body_adjectives") and not adjective.endswith("isk"):
        return None
    return _head_and_tail_at(tokens, index + 1)


def _with_owner(tokens: Sequence[Token], index: int) -> int | None:
    """`Norges vassdrags- og energidirektorat`, `Chr. Michelsens institutt`, `Statens havarikommisjon`."""
    own = index
    if tokens[index].opens and tokens[index].lower in read_words("capitals", "prepositions"):
        return None
    if committee := _of_parliament(tokens, index):
        return committee
    while own + 1 < len(tokens) and own - index < 2 and tokens[own + 1].capital and _is_name_part(tokens, own + 1):  # noqa: PLR2004 — initials
        own += 1
    word = tokens[own].text
    if not word.endswith("s"):
        return None
    if own == index and (office := _cabinet(tokens, index)):
        return office
    if organisations.is_union(word) and (first := next_word(tokens, own + 1)):
        inside = ends_with(first.text, read_words("organisations", "union_heads"), 3)
        if inside and not first.capital:
            return tail_at(tokens, own + 2)
    if tokens[own].lower in read_words("organisations", "common_owners"):
        return None
    return _head_and_tail_at(tokens, own + 1, indefinite=True)


def _of_parliament(tokens: Sequence[Token], index: int) -> int | None:
    """`Stortingets næringskomité`, `Stortingets kontroll- og konstitusjonskomité`, `Folketingets Forsvarsudvalg`."""
    if tokens[index].lower not in read_words("organisations", "parliaments"):
        return None
    halves = index + 2 < len(tokens) and tokens[index + 2].gap == "- " and tokens[index + 2].lower == "og"
    last = index + 3 if halves else index + 1
    head = next_word(tokens, last)
    if head is None or not ends_with(head.lower, read_words("organisations", "committee_heads"), 3):
        return None
    return last + 1


def _cabinet(tokens: Sequence[Token], index: int) -> int | None:
    """`Statsministerens kontor`, whose first word is a genitive."""
    office = next_word(tokens, index + 1)
    if office is None or office.lower != "kontor":
        return None
    holder = tokens[index].text.removesuffix("s")
    if not titles.is_definite(holder):
        return None
    first = not tokens[index].opens or titles.title_key(holder) in {"statsminister", "president", "kong", "konge"}
    return index + 2 if first else None


def _at_place(tokens: Sequence[Token], index: int) -> int | None:
    """`Helse Bergen`, `Team Esbjerg`, `Region Midtjylland`, `Sykehuset Østfold`, `Universitetssykehuset Nord-Norge`."""
    place = next_word(tokens, index + 1)
    if place is None or not place.capital or tokens[index].text not in read_words("organisations", "before_places"):
        return None
    for end in (index + 4, index + 3, index + 2):
        words = tokens[index + 1 : end]
        if end <= len(tokens) and all(word.follows for word in words):
            name = " ".join(word.text for word in words)
            if cues.known_rule(name) == cues.PLACE:
                after = next_word(tokens, end)
                return None if after is not None and after.capital else end
    return None


def _is_name_part(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].follows or tokens[index].gap == ". "


def _head_and_tail_at(tokens: Sequence[Token], first: int, *, indefinite: bool = False) -> int | None:
    """Return the end of a head with what stands before and after it, that begins at a token."""
    for last in range(first, min(first + MOST_INNER, len(tokens))):
        word = tokens[last]
        if not word.follows and word.gap != "- ":
            return None
        if is_head(word.text) and not (indefinite and word.capital and last > first):
            return tail_at(tokens, last + 1)
        bridge = word.lower == "og" and last > first and word.gap == "- "
        hyphen = last + 1 < len(tokens) and tokens[last + 1].gap == "- "
        adjective = word.text.endswith(("e", "sk", "t")) and not word.capital
        if not (bridge or hyphen or adjective):
            return None
    return None


def tail_at(tokens: Sequence[Token], end: int) -> int:
    """Return where what hangs on a head ends: `for bioøkonomi`, `i Oslo`, `for Internationale Studier`."""
    link, first = next_word(tokens, end), next_word(tokens, end + 1)
    if link is None or first is None or link.lower not in _TAIL_LINKS:
        return end
    if link.lower != "for":
        return end
    if not first.capital:
        return field_end(tokens, end + 1) or end
    last = end + 2
    while last < len(tokens) and last - end < MOST_TAIL and tokens[last].follows and tokens[last].capital:
        last += 1
    return last


def _office(tokens: Sequence[Token], index: int) -> int | None:
    """`Statsforvaltaren i Vestland`, `Universitetet i Oslo`, `Retten i Aarhus`, `Institutt for fredsforskning`."""
    if not organisations.begins_organisation(tokens[index].text):
        return None
    link, first = next_word(tokens, index + 1), next_word(tokens, index + 2)
    if link is None or first is None or link.lower not in _TAIL_LINKS:
        return None
    if not first.capital:
        return field_end(tokens, index + 2) if link.lower == "for" else None
    if first.text in _ARTICLES:
        # `Tidsskrift for Den norske legeforening`
        return _with_article(tokens, index + 2)
    last = index + 3
    while last < len(tokens) and last - index < MOST_TAIL and tokens[last].follows and tokens[last].capital:
        last += 1
    joined, following = next_word(tokens, last), next_word(tokens, last + 1)
    if joined and following and joined.lower == "og" and _is_region(tokens, last - 1):
        last += 2
    return last


def _is_region(tokens: Sequence[Token], index: int) -> bool:
    """Say whether `X og Y` at a token is one region's name: `Møre og Romsdal`."""
    name = " ".join(token.text for token in tokens[index : index + 3])
    return name.removesuffix("s") in read_words("cues", "places")


def _joint(tokens: Sequence[Token], index: int) -> int | None:
    """`Haugaland og Sunnhordland tingrett`, `EL og IT Forbundet`."""
    joint = next_word(tokens, index + 1)
    if joint is None or joint.lower != "og":
        return None
    other, head = next_word(tokens, index + 2), next_word(tokens, index + 3)
    if other is None or head is None or not other.capital:
        return None
    if head.text in read_words("organisations", "joint_heads"):
        return index + 4
    alone = tokens[index].shouted and other.shouted
    return (
        index + 4
        if alone and head.capital and ends_with(head.lower, read_words("organisations", "suffixes"), 0)
        else None
    )


def _of_place(tokens: Sequence[Token], index: int) -> int | None:
    """`Solund jakt- og fiskelag`, `Nord-Østerdal bonde- og småbrukarlag`, `Ytre Namdal Jeger- og Fiskerforening`."""
    own = index + 1
    while own < len(tokens) and own - index < MOST_PLACE and tokens[own].capital and tokens[own].follows:
        if own + 1 < len(tokens) and tokens[own + 1].gap == "- ":
            break
        own += 1
    if own + 1 >= len(tokens) or tokens[own + 1].gap != "- " or tokens[own + 1].lower != "og":
        return None
    half, head = next_word(tokens, own), next_word(tokens, own + 2)
    if half is None or head is None:
        return None
    if cues.is_first_name(tokens[index].text) and own > index + 1:
        return None
    return own + 3 if is_society(head.lower) else None


def _numbered(tokens: Sequence[Token], index: int) -> int | None:
    """`France 24`, `Kanal 5`, `Sparebank 1 Markets`, `TV2 Nord`."""
    number, text = next_word(tokens, index + 1), tokens[index].text
    if number is None:
        return None
    joined = number.capital and text[-1:].isdigit() and not cues.is_first_name(number.text)
    if not joined and (not number.text.isdigit() or len(number.text) > len("24")):
        return None
    if (text.rstrip("0123456789") if joined else text) not in read_words("organisations", "numbered"):
        return None
    last = index + 2
    while last < len(tokens) and last - index < MOST_INNER and tokens[last].follows and tokens[last].capital:
        last += 1
    return last


def _channel(tokens: Sequence[Token], index: int) -> int | None:
    """`TV MIDTVEST`, `TV Øst`."""
    area = next_word(tokens, index + 1)
    if tokens[index].text != "TV" or area is None or not area.capital:
        return None
    named = area.lower.removesuffix("s") in read_words("organisations", "channel_areas")
    return index + 2 if named or cues.known_rule(area.text.title()) == cues.PLACE else None


_Pattern = Callable[[Sequence[Token], int], int | None]

_BEFORE_SMALL: tuple[_Pattern, ...] = (
    _with_article,
    _with_adjective,
    _with_owner,
    _office,
    _joint,
    _numbered,
    _of_place,
    english_body_at,
)
"""Those of names whose second word is in lower case."""
_BEFORE_CAPITALS = (*_BEFORE_SMALL, _at_place, _channel)
_PATTERNS_BY_JOINT: Mapping[str, tuple[_Pattern, ...]] = {
    "- ": (_coordinated, _with_adjective, _with_owner),
    ". ": (_with_owner,),
}
"""Those of names whose first two words more than a space parts, by what does."""
