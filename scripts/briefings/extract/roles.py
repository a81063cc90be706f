"""Words that say what a named actor is, right before or after the name: `Russlands forsvarsminister Sergej Sjojgu`.

A role is the noun phrase without its article: an optional owner (`Russlands`, `Nord-Korea sin`), adjectives, a title
word
(`titles`), and what hangs on it (`viseformann i Den nasjonale folkekongressen i Kina`).
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from briefings.extract import cues, territories, titles
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words

MOST_BEFORE = 8
"""Words from a title to the comma: `talsperson for USAs nasjonale tryggingsråd, John Kirby` has five."""
MOST_AFTER = 14
"""Words of a role after the name."""
MOST_ADJECTIVES = 5
MOST_SMALL = 4
"""Words from the preposition to a name that no comma parts from it."""
_VERBS = frozenset(
    {"som", "at", "har", "hadde", "havde", "er", "var", "ble", "vart", "blei", "blev", "sin", "sitt", "sine"}
)

ARTICLES = frozenset(
    {
        "den",
        "det",
        "de",
        "dei",
        "denne",
        "dette",
        "ein",
        "en",
        "et",
        "eit",
        "ei",
        "sin",
        "sitt",
        "si",
        "sine",
        "hans",
        "hennes",
        "hendes",
        "deres",
        "landets",
        "tredje",
    }
)
_RETIRED = frozenset({"emeritus", "emerita"})
_WHOSE = frozenset({"hans", "hennes", "hennar", "hendes", "deres", "deira"})
_NOW = frozenset({"nå", "no", "nu", "nåværende", "dagens"})
_POSSESSIVES = frozenset({"sin", "sitt", "si", "sine"})
_ENDS = frozenset(
    {"som", "og", "har", "er", "var", "sier", "seier", "siger", "at", "siden", "sidan", "inntil", "indtil"}
)
"""Words that end what hangs on a title."""
_DEFINITE_GENITIVES = ("ets", "ens", "enes", "anes", "ernes")
_SUBJECTS = frozenset({"som", "der", "og", "de", "dei", "vi", "han", "hun", "ho"})
_OWNING = frozenset({"eier", "ejer", "eigar"})
_NO_ADJECTIVES = frozenset(
    {
        "ikke",
        "de",
        "ble",
        "ville",
        "skulle",
        "kunne",
        "måtte",
        "hele",
        "begge",
        "samme",
        "denne",
        "disse",
        "være",
        "noe",
        "alle",
        "mange",
        "både",
        "blide",
    }
)

Stretch = tuple[int, int]
"""First token and end of a stretch of a sentence."""


def is_title(word: str, *, organisation: bool) -> bool:
    """Say whether a word is a title of the kind of actor asked for."""
    return titles.is_organisation_title(word) if organisation else titles.is_person_title(word)


def role_before(tokens: Sequence[Token], name: int, *, organisation: bool = False) -> Stretch | None:
    """Return the role that ends right before the name at token `name`, with or without a comma between; else None."""
    last = name - 1
    if last < 0:
        return None
    if tokens[name].follows:
        if _is_role(tokens[last], organisation=organisation) and not _owns_it(tokens, last):
            return _start(tokens, last), name
        return None if organisation else _affiliated(tokens, name)
    if tokens[name].gap not in {", ", "), "}:
        return None
    if tokens[name].gap == "), ":
        # `forsker ved Norsk utenrikspolitisk institutt (Nupi), | Hans Lervik`: the role ends before the bracket.
        return _before_bracket(tokens, name)
    if not organisation and _is_relative(tokens, last):
        return _start(tokens, last), name
    for title in range(last, max(-1, last - MOST_BEFORE), -1):
        if is_title(tokens[title].text, organisation=organisation):
            return (_start(tokens, title), name) if _hangs_on(tokens, title + 1, name) else None
        if title < last and tokens[title + 1].gap.strip() and not _is_hyphenation(tokens, title + 1):
            return None
    return None


def _is_role(word: Token, *, organisation: bool) -> bool:
    """Say whether a word right before a name says what its bearer is: no verb of speech, whatever its ending."""
    if organisation:
        return titles.is_organisation_title(word.text)
    occupation = titles.looks_like_occupation(word.text, opens=word.opens and word.capital)
    return (occupation or titles.is_person_title(word.text)) and word.lower not in read_words("persons", "speech_verbs")


def _owns_it(tokens: Sequence[Token], index: int) -> bool:
    """Say whether `eier` or `ejer` is the verb: `selskapet, som eier Skretting`, not `storeieren Aker`."""
    if tokens[index].lower not in _OWNING or tokens[index].capital or not index:
        return False
    return tokens[index - 1].capital or tokens[index - 1].lower in _SUBJECTS


def _is_hyphenation(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word is the `og` between two compounds of one head: `energi- og miljøkomiteen`."""
    return tokens[index].gap == "- " and tokens[index].lower in {"og", "eller"}


def _is_relative(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word that a comma parts from a name says whose relative it is: `Moren, Anne Moe`, `hans søster, X`.

    `sin far, X` tells more of somebody else than of X.
    """
    word = tokens[index].lower
    if word not in read_words("persons", "kin"):
        return False
    before = tokens[index - 1].lower if index and tokens[index].follows else ""
    return before in _WHOSE or (word.endswith(("en", "a")) and tokens[index].opens and tokens[index].capital)


def _before_bracket(tokens: Sequence[Token], name: int) -> Stretch | None:
    """Return a role that an abbreviation in brackets and a comma part from the name."""
    bracket = name - 1
    if bracket < 1 or tokens[bracket].gap != " (":
        return None
    for title in range(bracket - 1, max(-1, bracket - MOST_BEFORE), -1):
        if titles.is_person_title(tokens[title].text):
            return (_start(tokens, title), bracket) if _hangs_on(tokens, title + 1, bracket) else None
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
    start = _start(tokens, last)
    owned = start < last and (_is_owner(tokens, start) or tokens[start].lower in {"hans", "hennes", "hendes", "deres"})
    closed = start == last and titles.is_definite(tokens[last].text) and end < len(tokens) and tokens[end].gap == ", "
    return (start, first) if owned or (closed and tokens[last].opens) else None


def is_kin(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether a name is given as somebody's relative: `broren Trygve Olsen`, `Alfie Haaland, faren`."""
    kin = read_words("persons", "kin")
    if first and (tokens[first].follows or tokens[first].gap == ", ") and tokens[first - 1].lower in kin:
        return True
    if end >= len(tokens) or tokens[end].gap != ", " or tokens[end].lower not in kin:
        return False
    after = tokens[end + 1] if end + 1 < len(tokens) and tokens[end + 1].follows else None
    # `Kari Lund, dotter til ein bonde` is nobody's relative here.
    return after is None or after.lower not in {"til", "av", "af"} or tokens[min(end + 2, len(tokens) - 1)].capital


def _affiliated(tokens: Sequence[Token], name: int) -> Stretch | None:
    """Return a role with the body it hangs on right before a name: `nestleder i Utdanningsforbundet | Mari Solheim`."""
    if not tokens[name - 1].capital:
        return _affiliated_small(tokens, name)
    for link in range(name - 2, max(0, name - 1 - MOST_BEFORE), -1):
        if not (tokens[link + 1].follows and tokens[link].follows):
            return None
        if tokens[link].lower in read_words("titles", "links"):
            return (_start(tokens, link - 1), name) if is_title(tokens[link - 1].text, organisation=False) else None
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
            plain = defined and not any(token.lower in links or _is_verb(token) for token in inner)
            return (_start(tokens, link - 1), name) if plain and titles.is_person_title(title.text) else None
    return None


def _is_verb(token: Token) -> bool:
    return token.lower in read_words("persons", "speech_verbs") or token.lower in _VERBS


def _after_comma(tokens: Sequence[Token], end: int) -> int | None:
    """Return where words begin that a comma parts from a name; behind brackets only `Vik (H), nå statsråd`."""
    if end + 1 < len(tokens) and tokens[end].gap == " (" and tokens[end + 1].gap == "), ":
        return end + 2 if tokens[end + 1].lower in _NOW else None
    if end >= len(tokens) or tokens[end].gap != ", ":
        return None
    return end + (tokens[end].lower in _NOW)


def role_after(tokens: Sequence[Token], end: int, names: AbstractSet[int]) -> Stretch | None:
    """Return the role after a comma behind the name that ends at token `end`; `names` are the names' first tokens."""
    first = _after_comma(tokens, end)
    if first is None:
        return None
    return role_from(tokens, first, names)


def role_from(tokens: Sequence[Token], first: int, names: AbstractSet[int]) -> Stretch | None:
    """Return the role that begins at a token, its article left out; `names` are the names' first tokens."""
    start = first
    while first < len(tokens) and tokens[first].lower in ARTICLES and (first == start or tokens[first].follows):
        first += 1
    for title in range(first, min(first + 4, len(tokens))):
        if title > first and not tokens[title].follows:
            return None
        if titles.is_person_title(tokens[title].text):
            after = tokens[title + 1] if title + 1 < len(tokens) and tokens[title + 1].follows else None
            if after is not None and title + 1 in names:
                return None
            if after is None or not titles.is_person_title(after.text):
                return first, _end(tokens, title)
            continue
        if not (_is_adjective(tokens[title]) or _owns(tokens, title)):
            return None
    return None


def _owns(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a word owns what follows: `Trumps`, the first word of `Donald Trumps`, `klubbens`."""
    if _is_owner(tokens, index) or tokens[index].lower.endswith(("ens", "ets", "enes", "anes", "ernes")):
        return True
    following = tokens[index + 1 : index + 2]
    return bool(following) and tokens[index].capital and following[0].follows and _is_owner(tokens, index + 1)


def _end(tokens: Sequence[Token], title: int) -> int:
    """Return where a role ends whose title word is at `title`: with the phrase before the next comma or verb."""
    links = read_words("titles", "links")
    end = title + 1
    while end + 1 < len(tokens) and tokens[end].follows and tokens[end].lower in links and end - title < MOST_AFTER:
        after = end + 1
        while after < len(tokens) and after - title < MOST_AFTER and (after == end + 1 or tokens[after].follows):
            if tokens[after].lower in links | _ENDS:
                break
            after += 1
        if after == end + 1:
            break
        end = after
    if end + 1 < len(tokens) and tokens[end].lower == "og" and titles.is_person_title(tokens[end + 1].text):
        end = end + 2
    return end


def _hangs_on(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether the words between a title and the comma hang on the title: nothing, or `i Nord Korea`, `for NATO`."""
    if first == end:
        return True
    inner = tokens[first:end]
    if len(inner) == 1 and inner[0].lower in _POSSESSIVES | _WHOSE:
        return inner[0].follows
    if inner[0].lower not in read_words("titles", "links"):
        return False
    whole = all(tokens[at].follows or _is_hyphenation(tokens, at) for at in range(first, end))
    return whole and not any(
        token.lower in read_words("persons", "speech_verbs") | {"som", "at", "har", "er", "var"} for token in inner
    )


def _start(tokens: Sequence[Token], title: int) -> int:
    """Return the first token of the phrase that ends in the title word: its adjectives and its owner taken in."""
    first = title
    if _is_second_of_two(tokens, title) or _is_second_half(tokens, title):
        first -= 2
    elif title and tokens[title].lower in _RETIRED and tokens[title].follows:
        first -= titles.is_person_title(tokens[title - 1].text)
    run = first
    while run > 0 and tokens[run].follows and _is_adjective(tokens[run - 1]) and first - run < MOST_ADJECTIVES:
        run -= 1
    owned = (
        run > 0
        and tokens[run].follows
        and (tokens[run - 1].lower in ARTICLES or _is_owner(tokens, run - 1) or tokens[run - 1].text.endswith("s"))
    )
    if not owned and run > 0:
        run = first
        while run > 0 and tokens[run].follows and _is_sure_adjective(tokens[run - 1]):
            run -= 1
    return _owner_start(tokens, run)


def _is_second_of_two(tokens: Sequence[Token], title: int) -> bool:
    """Say whether a title is joined to another before it: `forskar og forfattar`."""
    return (
        title > 1
        and tokens[title].follows
        and tokens[title - 1].follows
        and tokens[title - 1].lower == "og"
        and titles.is_person_title(tokens[title - 2].text)
        and not titles.is_definite(tokens[title].text)
    )


def _is_second_half(tokens: Sequence[Token], title: int) -> bool:
    """Say whether a title shares its head with a part before it: `Børne- og undervisningsminister`."""
    joined = title > 1 and tokens[title].follows and tokens[title - 1].lower == "og"
    return joined and (tokens[title - 2].text.endswith("-") or tokens[title - 1].gap == "- ")


def _owner_start(tokens: Sequence[Token], first: int) -> int:
    """Take in the owner before a phrase: `Russlands`, `USA's`, `Nord-Korea sin`, `Russland` with its -s forgotten."""
    if first == 0 or not tokens[first].follows:
        return first
    own = first - 1
    if _is_noun_owner(tokens, own):
        return own
    if tokens[own].lower in _POSSESSIVES and own and tokens[own].follows and tokens[own - 1].capital:
        own -= 1
    elif not _is_owner(tokens, own):
        return first
    while own and tokens[own].follows and tokens[own - 1].capital and not tokens[own - 1].opens and _joins(tokens, own):
        own -= 1
    return own


def _is_noun_owner(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a definite noun in the genitive owns a role: `holdets læge`, `partiets formand`; no `dagens`."""
    word = tokens[index].lower
    if not word.endswith(_DEFINITE_GENITIVES) or tokens[index].capital or len(word) < len("lagets"):
        return False
    # `ministerens rådgiver`: whom the owner means is told by itself.
    own = word not in ARTICLES and not titles.is_person_title(word.removesuffix("s"))
    return own and word not in read_words("cues", "times_in_genitive")


def _joins(tokens: Sequence[Token], own: int) -> bool:
    return cues.known_rule(f"{tokens[own - 1].text} {tokens[own].text}") is not None


def _is_owner(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if not token.capital or index == len(tokens) - 1 or token.lower in read_words("cues", "times_in_genitive"):
        return False
    return cues.known_rule(token.text) == cues.STATE or (
        token.text.endswith(("s", "'s", "’s")) and not titles.is_person_title(token.text)
    )


def _is_sure_adjective(token: Token) -> bool:
    lower = token.lower
    return territories.adjective_state(lower) is not None or lower in read_words("titles", "modifiers")


def _is_adjective(token: Token) -> bool:
    if _is_sure_adjective(token):
        return True
    lower = token.lower
    return (
        lower.endswith(("e", "te"))
        and len(lower) > 4  # noqa: PLR2004 — shorter ones are function words
        and not token.capital
        and lower not in _NO_ADJECTIVES
        and lower not in read_words("persons", "speech_verbs")
        and not titles.is_person_title(lower)
    )


def country_of(tokens: Sequence[Token], stretch: Stretch) -> str | None:
    """Return the state (alpha-3) that a role ties its holder to: by adjective, owner, or `i`, `for`; else None."""
    first, end = stretch
    for token in tokens[first:end]:
        if titles.is_person_title(token.text):
            break
        if iso := territories.adjective_state(token.text):
            return iso
    for index in range(first, end):
        for width in (3, 2, 1):
            if index + width > end:
                continue
            name = " ".join(token.text for token in tokens[index : index + width])
            iso = territories.state_of(name)
            before = tokens[index - 1].lower if index > first else ""
            if iso and (index == first or cues.is_genitive(name) or before in {"i", "for", "av", "af", "over"}):
                return iso
    return None


def title_of(tokens: Sequence[Token], stretch: Stretch) -> str | None:
    """Return the key (`titles.title_key`) of the first title word of a role; None for an organisation's."""
    for token in tokens[stretch[0] : stretch[1]]:
        if titles.is_person_title(token.text):
            return titles.title_key(token.text)
    return None
