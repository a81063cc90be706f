"""Roles right before a name, with or without a comma between: `talspersonen for Kreml, Dmitrij Peskov`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefings.extract import titles
from briefings.extract.kin import is_own_relative, is_relative
from briefings.extract.roles import POSSESSIVES, WHOSE, Stretch, is_owner, role_start
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_words

MOST_BEFORE = 8
"""Words from a title to the comma: `talsperson for USAs nasjonale tryggingsråd, John Kirby` has five."""
MOST_SMALL = 4
"""Words from the preposition to a name that no comma parts from it."""
_AGED = re.compile(r"\d{1,3}-årige")
_VERBS = frozenset(
    {"som", "at", "har", "hadde", "havde", "er", "var", "ble", "vart", "blei", "blev", "sin", "sitt", "sine"}
)
_SUBJECTS = frozenset({"som", "der", "og", "de", "dei", "vi", "han", "hun", "ho"})
_THEN = frozenset({"den gang", "den gangen", "dengang", "på den tida", "på den tiden", "på det tidspunkt", "i dag"})
"""When somebody held a post, between it and the comma: `Styrelederen den gang, Per Lund`."""
_DOING = frozenset(
    {"forsvarer", "forsvarar", "trener", "trenar", "træner", "leder", "leier", "leiar", "dommer", "dømmer"}
)
"""Titles that behind `som` are verbs: `som forsvarer Per Lund`."""
_OWNING = frozenset({"eier", "ejer", "eigar"})


def _is_title(word: str, *, organisation: bool) -> bool:
    """Say whether a word is a title of the kind of actor asked for."""
    return titles.is_organisation_title(word) if organisation else titles.is_person_title(word)


def role_before(tokens: Sequence[Token], name: int, *, organisation: bool = False) -> Stretch | None:
    """Return the role that ends right before the name at token `name`, with or without a comma between; else None."""
    last = name - 1
    if last < 0:
        return None
    if tokens[name].follows:
        return _right_before(tokens, name, organisation=organisation)
    if tokens[name].gap not in {", ", "), "}:
        return None
    if tokens[name].gap == "), ":
        # `forsker ved Norsk utenrikspolitisk institutt (Nupi), | Hans Lervik`: the role ends before the bracket.
        return _before_bracket(tokens, name)
    if not organisation and (relative := _relative(tokens, last)) is not None:
        return relative, name
    for title in range(last, max(-1, last - MOST_BEFORE), -1):
        if _is_title(tokens[title].text, organisation=organisation):
            return (role_start(tokens, title), name) if _hangs_on(tokens, title + 1, name) else None
        if title < last and tokens[title + 1].gap.strip() and not _is_hyphenation(tokens, title + 1):
            return None
    return None


def _right_before(tokens: Sequence[Token], name: int, *, organisation: bool) -> Stretch | None:
    """Return the role that no comma parts from the name."""
    last = name - 1
    if last and not organisation and tokens[last].gap == ", " and _AGED.fullmatch(tokens[last].lower):
        # `korets dirigent, 58-årige | Birthe Holm`
        return role_before(tokens, last)
    if _is_role(tokens[last], organisation=organisation) and not _owns_it(tokens, last):
        return role_start(tokens, last), name
    return None if organisation else _affiliated(tokens, name)


def _relative(tokens: Sequence[Token], last: int) -> int | None:
    """Return where the words begin by which a name behind the comma is somebody's relative."""
    if is_relative(tokens, last):
        return role_start(tokens, last)
    return last - 1 if is_own_relative(tokens, last) else None


def _is_role(word: Token, *, organisation: bool) -> bool:
    """Say whether a word right before a name says what its bearer is: no verb of speech, whatever its ending."""
    if organisation:
        return titles.is_organisation_title(word.text)
    occupation = titles.looks_like_occupation(word.text, opens=word.opens and word.capital)
    return (occupation or titles.is_person_title(word.text)) and word.lower not in read_words("persons", "speech_verbs")


def _owns_it(tokens: Sequence[Token], index: int) -> bool:
    """Say whether `eier` or `ejer` is the verb: `selskapet, som eier Skretting`, not `storeieren Aker`."""
    if tokens[index].capital or not index:
        return False
    if tokens[index].lower in _DOING:
        return tokens[index - 1].lower in {"som", "der"}
    if tokens[index].lower not in _OWNING:
        return False
    return tokens[index - 1].capital or tokens[index - 1].lower in _SUBJECTS


def _is_hyphenation(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word is the `og` between two compounds of one head: `energi- og miljøkomiteen`."""
    return tokens[index].gap == "- " and tokens[index].lower in {"og", "eller"}


def _before_bracket(tokens: Sequence[Token], name: int) -> Stretch | None:
    """Return a role that an abbreviation in brackets and a comma part from the name."""
    bracket = name - 1
    if bracket < 1 or tokens[bracket].gap != " (":
        return None
    for title in range(bracket - 1, max(-1, bracket - MOST_BEFORE), -1):
        if titles.is_person_title(tokens[title].text):
            return (role_start(tokens, title), bracket) if _hangs_on(tokens, title + 1, bracket) else None
        if not tokens[title].follows:
            return None
    return None


def second_before(tokens: Sequence[Token], first: int, end: int) -> Stretch | None:
    """Return the role that a comma parts from another, before a name that ends at token `end`.

    It has an owner (`Irans øvste leiar, | ayatolla Ali Khamenei`), or opens the sentence and a comma closes what stands
    between (`Forsvareren, | advokat Peder Lund, er uenig`).
    """
    last = first - 1
    if last < 0 or tokens[first].gap != ", " or not titles.is_person_title(tokens[last].text):
        return None
    start = role_start(tokens, last)
    owned = start < last and (is_owner(tokens, start) or tokens[start].lower in {"hans", "hennes", "hendes", "deres"})
    closed = start == last and titles.is_definite(tokens[last].text) and end < len(tokens) and tokens[end].gap == ", "
    return (start, first) if owned or (closed and tokens[last].opens) else None


def _affiliated(tokens: Sequence[Token], name: int) -> Stretch | None:
    """Return a role with the body it hangs on right before a name: `nestleder i Utdanningsforbundet | Mari Solheim`."""
    if not tokens[name - 1].capital:
        return _affiliated_small(tokens, name)
    for link in range(name - 2, max(0, name - 1 - MOST_BEFORE), -1):
        if not (tokens[link + 1].follows and tokens[link].follows):
            return None
        if tokens[link].lower in read_words("titles", "links"):
            return (
                (role_start(tokens, link - 1), name) if _is_title(tokens[link - 1].text, organisation=False) else None
            )
        if not tokens[link].capital and tokens[link].lower != "og":
            return None
    return None


def _affiliated_small(tokens: Sequence[Token], name: int) -> Stretch | None:
    """Return a role with a common noun right before a name: `formand for kulturudvalget | Marianne Holm`."""
    links = read_words("titles", "links")
    for link in range(name - 2, max(0, name - 1 - MOST_SMALL), -1):
        if not (tokens[link + 1].follows and tokens[link].follows) or tokens[link].capital:
            return None
        if tokens[link].lower in links:
            title = tokens[link - 1]
            inner = tokens[link + 1 : name]
            defined = tokens[name - 1].lower.endswith(("et", "en", "a", "ene", "ane", "erne"))
            defined = defined or _is_subject(title, tokens[link], inner)
            plain = defined and not any(token.lower in links or _is_verb(token) for token in inner)
            return (role_start(tokens, link - 1), name) if plain and titles.is_person_title(title.text) else None
    return None


def _is_subject(title: Token, link: Token, inner: Sequence[Token]) -> bool:
    """Say whether words are what somebody is learned in: `professor i havrett`, `lektor i moderne historie`."""
    if link.lower != "i" or inner[-1].lower in _TIMES:
        return False
    return ends_with(titles.title_key(title.text), _LEARNED, 0)


_LEARNED = frozenset(
    {
        "professor",
        "amanuensis",
        "lektor",
        "docent",
        "dosent",
        "forsker",
        "forskar",
        "stipendiat",
        "ekspert",
        "spesialist",
    }
    | {"specialist", "rådgiver", "rådgivar", "rådgjevar", "lærer", "lærar", "lege", "lektar"}
)
"""Who are something in a field, which is named without an article."""
_TIMES = frozenset(
    {"går", "dag", "fjor", "år", "kveld", "natt", "nat", "morgen", "morgon", "morges", "aften", "aftes", "sommer"}
    | {"sommar", "vinter", "høst", "haust", "vår", "forgårs", "tide", "stedet", "staden"}
)


def _is_verb(token: Token) -> bool:
    return token.lower in read_words("persons", "speech_verbs") or token.lower in _VERBS


def _hangs_on(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether the words between a title and the comma hang on the title: nothing, or `i Nord Korea`, `for NATO`."""
    if first == end:
        return True
    inner = tokens[first:end]
    if len(inner) == 1 and (inner[0].lower in POSSESSIVES or inner[0].lower in WHOSE):
        return inner[0].follows
    if " ".join(token.lower for token in inner) in _THEN:
        return True
    if inner[0].lower in WHOSE and inner[0].follows:
        # `redaktøren | hennes i Samlaget`
        inner, first = inner[1:], first + 1
    if inner[0].lower not in read_words("titles", "links"):
        return False
    whole = all(tokens[at].follows or _is_hyphenation(tokens, at) for at in range(first, end))
    verbs = read_words("persons", "speech_verbs")
    return whole and not any(token.lower in _NO_TIES or token.lower in verbs for token in inner)


_NO_TIES = frozenset({"som", "at", "har", "er", "var"})
"""Words that end what hangs on a title."""
