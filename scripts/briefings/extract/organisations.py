"""Organisations by name: the known ones, and the words and endings that make a name an organisation's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from briefings.extract import parties, territories, titles
from briefings.extract.tokens import Token
from briefings.extract.wordlists import ends_with, read_table, read_words
from briefings.model import Lang
from briefings.names import fold, genitive, name_key

_MEMBER = re.compile(r"([A-ZÆØÅ]\w{0,4})['’-](?:er|eren|ere|erne|aren|arane)s?")
_LEGAL_FORMS = frozenset(
    {
        "AS",
        "ASA",
        "A/S",
        "ApS",
        "AB",
        "Inc",
        "Inc.",
        "Ltd",
        "Ltd.",
        "LLC",
        "GmbH",
        "AG",
        "Corp",
        "Corp.",
        "plc",
        "Oyj",
        "Oy",
    }
)
"""Last words that say what kind of company it is in law: `Equinor ASA` is Equinor."""
_ENDINGS = (("et", ""), ("en", ""), ("en", "e"), ("a", ""), ("a", "e"), ("n", ""))
"""Definite ending → indefinite one, in the order in which they are tried."""
_SPELT_ALIKE = (
    ("ministerium", "departement"),
    ("udenrigs", "utenriks"),
    ("utanriks", "utenriks"),
    ("indenrigs", "innenriks"),
    ("innanriks", "innenriks"),
    ("sundheds", "helse"),
    ("justits", "justis"),
    ("sikkerheds", "sikkerhets"),
    ("tryggings", "sikkerhets"),
    ("efterretnings", "etterretnings"),
    ("teneste", "tjeneste"),
    ("national", "nasjonal"),
    ("central", "sentral"),
    ("kystvagt", "kystvakt"),
    ("kommission", "kommisjon"),
    ("valkom", "valgkom"),
    ("højesteret", "høyesterett"),
    ("høgsterett", "høyesterett"),
)
"""Danish and Nynorsk parts of what bodies of states are called → Bokmål: one body in all three."""
_DEFINITE = re.compile(r"(?<=\w{3})(?:en|et|a)\Z")
_PROFESSIONS = ("foreningen", "foreininga")
"""Behind what somebody is: `Lægeforeningen`."""
MOST_LETTERS = 5
"""Letters of what fighters go by: `M23` has three, `AFRF` four."""
EXACT_LETTERS = 4
"""Known names up to this long must agree in case: `IS` is not `is`."""


@cache
def _known() -> dict[str, str]:
    """Return folded form → name that is shown."""
    found: dict[str, str] = {}
    for forms in read_table("organisations")["known"]:
        for form in forms:
            found.setdefault(fold(form), forms[0])
            if form.endswith("partiet"):
                # `Senterparti-ordføreren`
                found.setdefault(fold(form.removesuffix("et")), forms[0])
    return found


@cache
def _followers() -> dict[str, str]:
    return {word: name for name, words in read_table("organisations")["followers"].items() for word in words}


def followers() -> frozenset[str]:
    """Return the words for followers of organisations, without genitives."""
    return frozenset(_followers())


@lru_cache(maxsize=8192)
def followers_of(word: str) -> str | None:
    """Return the organisation whose followers a word in small letters names: `houthiane`, `talibanerne`; else None."""
    bare = word.removesuffix("s")
    return _followers().get(bare) or _followers().get(word.partition("-")[0])


def known_folds() -> Collection[str]:
    """Return all forms that `known_organisation` knows, folded."""
    return _known().keys()


@cache
def _known_exactly() -> dict[str, str]:
    """Return form → name that is shown: `AP` is a news agency, `Ap` a party."""
    return {form: forms[0] for forms in read_table("organisations")["known"] for form in forms}


@cache
def _exact() -> frozenset[str]:
    forms = {form for forms in read_table("organisations")["known"] for form in forms}
    return frozenset(forms | {form.upper() for form in forms if len(form) > EXACT_LETTERS})


def known_organisation(name: str) -> str | None:
    """Return the name a known organisation is shown by: `Dei sameinte nasjonane` → `FN`; else None."""
    if len(name) <= EXACT_LETTERS and name not in _exact():
        return None
    return _known_exactly().get(name) or _known().get(fold(name))


@cache
def known_forms() -> tuple[str, ...]:
    """Return every form of every known organisation, sorted."""
    return tuple(sorted({form for forms in read_table("organisations")["known"] for form in forms}))


def is_party_letter(name: str) -> bool:
    """Say whether these letters, in brackets after a name, are a party's."""
    return parties.is_party_letter(name)


def has_organisation_ending(word: str, *, alone: bool = False) -> bool:
    """Say whether a capitalised word ends as organisations do: `Helsetilsynet`, `Fiskarlaget`.

    `alone`: the ending itself counts too, as it does after another word of the name.
    """
    lower = word.lower()
    return lower != "tinget" and ends_with(lower, read_words("organisations", "suffixes"), 0 if alone else 2)


def is_name_head(word: str) -> bool:
    """Say whether a lower-case word at the end of a name makes it an organisation's: `kommune`, `sjukehus`."""
    return word in read_words("organisations", "name_heads") and word not in read_words("organisations", "place_heads")


def is_body(word: str) -> bool:
    """Say whether a word that begins a sentence is a body's name, no common word: `Mattilsynet`, `Finanskomiteen`."""
    lower = word.lower()
    if lower in read_words("organisations", "no_bodies"):
        return False
    if lower.endswith(_PROFESSIONS) and titles.is_person_title(lower[: -len("foreningen")]):
        return True
    return ends_with(lower, read_words("organisations", "bodies"), 3)


def body_endings() -> frozenset[str]:
    """Return all ends of words that `is_body` looks for."""
    return read_words("organisations", "bodies").union(_PROFESSIONS)


def compound_name(name: str) -> str | None:
    """Return the name before the hyphen of a compound whose head is a member or leader: `Lyn-spiller`; else None."""
    prefix, hyphen, head = name.rpartition("-")
    return prefix if hyphen and prefix and head in read_words("organisations", "members") else None


def armed_name(word: str) -> str | None:
    """Return the letters that a hyphen joins to those who fight under them: `RSF-militsen`; None for others."""
    prefix, _, head = word.rpartition("-")
    if not prefix.isupper() or not 1 < len(prefix) <= MOST_LETTERS:
        return None
    armed = head in read_words("organisations", "armed") and prefix not in read_words("organisations", "no_prefix")
    return prefix if armed else None


def has_legal_form(name: str) -> bool:
    """Say whether a name of several words ends with what kind of company it is in law: `Jorton A/S`."""
    first, _, last = name.rpartition(" ")
    return bool(first) and last in _LEGAL_FORMS


def is_legal_form(word: str) -> bool:
    """Say whether a word says what kind of company or public enterprise something is in law."""
    return word in _LEGAL_FORMS or word in {"SF", "HF", "KF", "IKS"}


def member_name(word: str) -> str | None:
    """Return the letters in a word for one of their members: `SF'eren`, `KrF-erne`; else None."""
    found = _MEMBER.fullmatch(word)
    return found[1] if found else None


def is_union(word: str) -> bool:
    """Say whether a word is the genitive of a body of states whose own bodies bear its name: `FNs`, `EU's`."""
    bare = word[:-2] if word.endswith(("'s", "’s")) else word[:-1] if word.endswith("s") else ""
    return bare in read_words("organisations", "unions")


def is_name_end(word: str) -> bool:
    """Say whether a word as the last of a name makes it an organisation's: `ASA`, `Group`, `Universitet`."""
    return word in read_words("organisations", "name_ends")


@lru_cache(maxsize=8192)
def is_state_head(word: str) -> bool:
    """Say whether a lower-case word names a body of a state: `forsvarsdepartement`, `tryggingsrådet`."""
    return ends_with(word.lower(), state_head_endings(), 0)


@cache
def state_head_endings() -> frozenset[str]:
    """Return the ends of words for bodies of a state, with and without the definite ending."""
    heads = read_words("organisations", "state_heads")
    return heads.union(
        head.removesuffix(bare) + ending for head in heads for ending, bare in _ENDINGS if head.endswith(bare)
    )


def is_force(word: str) -> bool:
    """Say whether a lower-case word is a state's army or police, indefinite or not: `hær`, `politiet`."""
    forces = read_words("organisations", "state_forces")
    return word in forces or (word.endswith(("et", "en")) and word[:-2] in forces)


def _indefinite(word: str) -> Iterator[str]:
    """Yield what a word may be without its definite ending: `tjenesten` → `tjenest`, `tjeneste`."""
    for ending, bare in _ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + bare


def is_definite_state_head(word: str) -> bool:
    """Say whether it does so in the definite form: `forsvarsdepartementet`, not `forsvarsdepartement`."""
    return word.endswith(("et", "en", "a")) and is_state_head(word)


def is_mission(word: str) -> bool:
    """Say whether a word names a state's mission abroad: `ambassaden`, `generalkonsulat`."""
    return word in read_words("organisations", "missions")


def is_cue(word: str) -> bool:
    """Say whether a word right before a name says that it is an organisation's: `nyheitsbyrået`, `tv-kanalen`."""
    return ends_with(word.lower(), _cues(), 0)


@cache
def _cues() -> frozenset[str]:
    return read_words("organisations", "cues") | read_words("organisations", "firm_cues")


def is_firm_cue(word: str) -> bool:
    """Say whether it is one for a firm, which the name model takes for a part of the name: `Bryggeriet Grans`."""
    return ends_with(word.lower(), read_words("organisations", "firm_cues"), 0)


def head_after(tokens: Sequence[Token], end: int) -> str | None:
    """Return what the word after a name makes of both: `organisation` (`Oslo kommune`), `place`, or None."""
    if end >= len(tokens) or not tokens[end].follows:
        return None
    if end + 1 < len(tokens) and tokens[end + 1].gap == "- ":
        # `Voss skule- og idrettslag`
        return None
    word = tokens[end].text
    if word in read_words("organisations", "place_heads"):
        return "place"
    return "organisation" if word in read_words("organisations", "name_heads") else None


def begins_organisation(word: str) -> bool:
    """Say whether a word before `i`, `for` or `ved` begins an organisation's name: `Universitetet i Oslo`."""
    return word in read_words("organisations", "heads_before")


@lru_cache(maxsize=8192)
def organisation_key(name: str) -> tuple[str, str | None]:
    """Return (key, alpha-3 of the state it is a body of, if it is one): equal keys are one organisation.

    Known organisations go by the name they are shown by, bodies of a state by the state and the body (`Russlands
    forsvarsdepartement`,
    `det russiske forsvarsdepartementet`), others by `names.name_key`.
    """
    words = name.split()
    if len(words) > 1 and is_legal_form(words[-1]):
        words = words[:-1]
        name = " ".join(words)
    if known := known_organisation(name) or (followers_of(name.lower()) if len(words) == 1 else None):
        return fold(known), None
    if words and words[0].lower() in {"det", "den"} and len(words) > 2:  # noqa: PLR2004 — article, adjective, body
        words = words[1:]
    words = _state_first(words)
    words, seat = _without_seat(words)
    iso = territories.adjective_state(words[0]) or territories.state_of(words[0]) if len(words) > 1 else None
    if iso is None:
        return name_key(name), None
    head = bare_head(words[-1].lower())
    for spelt, own in _SPELT_ALIKE:
        head = head.replace(spelt, own)
    return " ".join([iso, *words[1:-1], head, *seat]).lower(), iso


def _without_seat(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words for a mission and those for its city, `Kinas ambassade`, `i Helsinki`; others as they are."""
    if len(words) > 3 and words[2] == "i" and is_mission(words[1]):  # noqa: PLR2004 — state, mission, `i`, city
        return words[:2], words[2:]
    return words, []


def _state_first(words: list[str]) -> list[str]:
    """Return `nasjonalforsamlingen i Armenia`, or `i Jerevan`, as state and body; other names as they are."""
    if len(words) < 3 or words[1] != "i" or not is_definite_state_head(words[0]):  # noqa: PLR2004 — body, `i`, state
        return words
    state = " ".join(words[2:])
    if not territories.state_named(state) and (iso := territories.capital_of(state)):
        state = territories.name_in(iso, "nb") or state
    return [state, words[0]] if territories.state_named(state) else words


@lru_cache(maxsize=8192)
def short_form(word: str) -> str:
    """Return the last word of a body's name as all three languages have it, indefinite: `Havarikommisjonen`."""
    bare = _DEFINITE.sub("", word.lower()).removesuffix("e")
    for spelt, own in _SPELT_ALIKE:
        bare = bare.replace(spelt, own)
    return bare


def bare_head(word: str) -> str:
    """Return the head of a state's body without its definite ending: `departementet` → `departement`."""
    if word.endswith("ministeriet"):
        return word.removesuffix("et") + "um"
    if is_mission(word):
        return word.removesuffix("n").removesuffix("et")
    if is_force(word):
        return word if word in read_words("organisations", "state_forces") else word[:-2]
    heads = read_words("organisations", "state_heads")
    return next((form for form in _indefinite(word) if ends_with(form, heads, 0)), word)


def state_body_name(name: str, lang: Lang) -> str | None:
    """Return the name by its state of a body named by an adjective: `det tyrkiske utanriksdepartementet`.

    That is `Tyrkias utanriksdepartement` in `nn`; None for other names.
    """
    words = name.split()
    if words[0].lower() in {"den", "det"}:
        words = words[1:]
    words, seat = _without_seat(words)
    seated = _state_first(words)
    if seated is not words:
        words, iso = seated, territories.state_named(seated[0])
    else:
        iso = territories.adjective_state(words[0]) if len(words) > 1 and words[0].endswith("e") else None
    if iso is None or not (seat or is_state_head(words[-1]) or is_force(words[-1])):
        return None
    state = territories.name_in(iso, lang)
    return " ".join([genitive(state, lang), *words[1:-1], bare_head(words[-1].lower()), *seat]) if state else None
