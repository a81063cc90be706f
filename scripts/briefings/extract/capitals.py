"""When a capital is named and its government is meant: `Moskva og Pyongyang har vært allierte`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefings.extract import cues, territories
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words

_CITY_BEFORE = frozenset(
    {
        "på",
        "til",
        "fra",
        "frå",
        "ved",
        "mot",
        "over",
        "rundt",
        "utenfor",
        "utanfor",
        "gjennom",
        "med",
        "av",
    }
)
"""Right before it: it is the city, unless the words before tell otherwise."""
_AT_HOME = frozenset({"Oslo", "København", "Stockholm", "Helsinki", "Reykjavik", "Reykjavík"})
"""What is felt there may be the city’s."""
_CABINETS = frozenset({"regjeringa", "regjeringen", "regeringen"})
MOST_TO_MOOD = 6
"""Words from `er` to the mood."""
MOST_IN_TIME = 3
"""Words of a time between a capital and what it did: `i september 2023`."""
MOST_IN_ROW = 12
"""Words of a row of capitals that get one letter."""
MOST_TO_SAID = 3
"""Words from a capital to the infinitive that an auxiliary before it needs."""
_TOLD = frozenset({"ifølge", "ifølgje", "overfor", "overfør"})
_SAYS = frozenset({"sier", "seier", "siger"})
_HAVING = frozenset({"har", "hadde", "havde", "fikk", "fekk", "fik", "får", "vant", "vandt", "var"})
"""What cities do at a time, too."""
_THEN = frozenset({"fjor", "går", "dag", "natt", "nat", "morges"})
SEAT_OF_UNION = "BEL"
"""Brussels stands for the EU far more often than for Belgium’s government."""
RULE = "capital for its government"
"""What found the mention of a state, or of the EU, that is a capital's name."""


def capital_state(name: str) -> str | None:
    """Return the state (alpha-3) whose capital a name, genitive or not, is; None for others and for city states."""
    for form in (name, name.removesuffix("'s"), name.removesuffix("’s"), name.removesuffix("s")):
        if (iso := territories.capital_of(form)) and not territories.state_named(form):
            return iso
    return None


def seat_behind(tokens: Sequence[Token], index: int) -> str | None:
    """Return the state (alpha-3) in whose capital a government sits: `styresmaktene i Minsk`, `regjeringa i Oslo`.

    At home the authorities of a capital may be the city's.
    """
    if index + 2 >= len(tokens) or tokens[index + 1].lower != "i":
        return None
    link, seat = tokens[index + 1 : index + 3]
    if not (link.follows and seat.follows and seat.capital):
        return None
    if seat.text in _AT_HOME and tokens[index].lower not in _CABINETS:
        return None
    return territories.capital_of(seat.text) and capital_state(seat.text)


@cache
def _words(key: str) -> frozenset[str]:
    return read_words("capitals", key)


def means_government(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether the capital at `tokens[first:end]` acts, speaks, is spoken to or negotiates, as a city does not."""
    if first > 1 and tokens[first - 1].lower == "både" and _are_turned_to(tokens, first - 1, end):
        return True
    before = tokens[first - 1].lower if first and tokens[first].follows else ""
    two_before = tokens[first - 2].lower if first > 1 else ""
    if before in _words("place_before"):
        return False
    if _gets_letter(tokens, first):
        return True
    if before == "og" and first > 1 and _in_place(tokens, first - 2):
        return False
    if before in {"mellom", "mellem"}:
        return _is_between_states(tokens, end)
    if before in {"fra", "frå"} and two_before in _words("coming_from"):
        return tokens[first].text not in _AT_HOME
    if before == "i":
        settled = two_before in _words("settled") and capital_state(tokens[first].text) == SEAT_OF_UNION
        return settled or _is_in_a_mood(tokens, first, end)
    if _is_dealt_with(before, two_before):
        return True
    if before in _CITY_BEFORE:
        return False
    return _is_subject(tokens, first, end)


def _is_dealt_with(before: str, two_before: str) -> bool:
    """Say whether the two words before it tell that somebody deals with a government: `dialog med`, `krav til`."""
    if before in _words("persuaded") or before in _words("thanked"):
        return True
    if before == "med":
        return two_before in _words("dealt_with")
    if before in {"fra", "frå"}:
        return two_before in _words("heard_from")
    if before in {"av", "af"}:
        return two_before in _words("done_by")
    return before in _TOLD or (before == "til" and two_before in _words("related_to"))


def _is_subject(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether it acts, owns what governments have, or stands beside a capital that does."""
    before = tokens[first - 1].lower if first and tokens[first].follows else ""
    after = tokens[end].lower if end < len(tokens) and tokens[end].follows else ""
    if (
        after in _words("acts")
        or (after in _words("acts_abroad") and tokens[first].text not in _AT_HOME)
        or _is_minded(tokens, end)
        or _acts_later(tokens, end)
        or _acts_then(tokens, end)
        or _acts_before(tokens, first, end)
    ):
        return True
    if tokens[end - 1].text.endswith("s") and territories.capital_of(tokens[end - 1].text) is None:
        return after in _words("owned_by_government")
    if after == "og" and end + 1 < len(tokens) and tokens[end + 1].capital:
        return _coordinated_acts(tokens, end + 1)
    return (
        before == "og"
        and first > 1
        and capital_state(tokens[first - 2].text) is not None
        and (means_government(tokens, first - 2, first - 1))
    )


def _is_between_states(tokens: Sequence[Token], end: int) -> bool:
    """Say whether `mellom` joins a capital to another, or to a state: `mellom Oslo og Moskva`, not `og Bergen`."""
    if end + 1 >= len(tokens) or tokens[end].lower != "og":
        return False
    other = tokens[end + 1].text
    return capital_state(other) is not None or cues.known_rule(other) in {cues.STATE, cues.ORGANISATION}


def _is_in_a_mood(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether a government’s mood is told: `i Bruxelles er der tilfredshed`, `i Moskva er reaksjonen kjølig`."""
    if tokens[first].text in _AT_HOME or end >= len(tokens) or not tokens[end].follows:
        return False
    if tokens[end].lower not in {"er", "var"}:
        return False
    return any(token.lower in _words("moods") for token in tokens[end + 1 : end + MOST_TO_MOOD])


def _acts_before(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether its act comes first, behind an adverb: `Nå krever Moskva svar`; or `hverken Moskva eller …`."""
    if first < 1 or not tokens[first].follows or tokens[end - 1].text.endswith("s"):
        return False
    verb = tokens[first - 1].lower
    if verb in _words("wants"):
        return verb not in _SAYS or tokens[first].text not in _AT_HOME
    if verb in _words("modals") and any(token.lower in _words("said") for token in tokens[end : end + MOST_TO_SAID]):
        return True
    # `Til gjengjeld lettar Washington på sanksjonane`
    return first > 1 and not tokens[first - 1].capital and verb in _words("yields")


def _acts_later(tokens: Sequence[Token], end: int) -> bool:
    """Say whether its act comes behind an adverb or `som`: `Moskva raskt vil`, `Beijing, der købte`."""
    if end + 1 >= len(tokens):
        return False
    word, verb = tokens[end], tokens[end + 1]
    relative = word.gap == ", " and word.lower in {"som", "der"}
    adverb = word.follows and not word.capital and (word.lower in _words("between") or word.lower.endswith("t"))
    return (relative or adverb) and verb.follows and verb.lower in _words("acts")


def _acts_then(tokens: Sequence[Token], end: int) -> bool:
    """Say whether its act comes behind a time: `Efter at Baku i september 2023 tog kontrol`."""
    if end + 2 >= len(tokens) or tokens[end].lower != "i" or not tokens[end].follows:
        return False
    month = tokens[end + 1].lower in read_words("cues", "weekdays_and_months") or tokens[end + 1].lower in _THEN
    time = [token for token in tokens[end + 1 : end + MOST_IN_TIME] if token.text.isdigit()]
    if not month and not time:
        return False
    verb = tokens[end + 1 + month + len(time) : end + 2 + month + len(time)]
    return bool(verb) and verb[0].follows and verb[0].lower in _words("acts") - _HAVING


def _gets_letter(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a letter is sent to it and others: `et utkast er sendt til København, Warszawa og Berlin`."""
    head = first
    while head > max(1, first - MOST_IN_ROW) and (tokens[head].gap == ", " or tokens[head - 1].lower == "og"):
        other = head - 1 if tokens[head].gap == ", " else head - 2
        if capital_state(tokens[other].text) is None:
            return False
        head = other
    if head < 2 or tokens[head - 1].lower != "til" or tokens[head - 2].lower not in _words("sent"):  # noqa: PLR2004 — two words
        return False
    return any(token.lower in _words("letters") for token in tokens[: head - 2])


def _are_turned_to(tokens: Sequence[Token], both: int, end: int) -> bool:
    """Say whether two capitals joined by `både` are thanked or accused: `takkede i går både Bruxelles og Moskva`."""
    if end + 1 >= len(tokens) or tokens[end].lower != "og" or tokens[both - 1].lower in _words("prepositions"):
        return False
    verbs = _words("persuaded") | _words("thanked")
    return capital_state(tokens[end + 1].text) is not None and any(token.lower in verbs for token in tokens[:both])


def _is_minded(tokens: Sequence[Token], end: int) -> bool:
    """Say whether what it thinks of a matter is told: `at Washington er «forsiktig optimistisk»`."""
    if end + 1 >= len(tokens) or tokens[end].lower not in {"er", "var"} or not tokens[end].follows:
        return False
    if tokens[end + 1].lower == "i":
        stands = any(token.lower in _words("standing") for token in tokens[end + 2 : end + MOST_TO_MOOD])
        return stands and tokens[end - 1].text not in _AT_HOME
    return any(token.lower in _words("minded") for token in tokens[end + 1 : end + 3])


def _in_place(tokens: Sequence[Token], other: int) -> bool:
    return other > 0 and tokens[other - 1].lower in {"i", "på", "til", "fra", "frå", "ved"}


def _coordinated_acts(tokens: Sequence[Token], other: int) -> bool:
    """Say whether the second of two capitals, or a state after `og`, is followed by an act."""
    named = capital_state(tokens[other].text) or cues.known_rule(tokens[other].text) == cues.STATE
    after = tokens[other + 1] if other + 1 < len(tokens) else None
    return bool(named) and after is not None and after.follows and after.lower in _words("acts")
