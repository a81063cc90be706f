"""What single words and known names say: first names, surnames that stand first, places, words that name nobody."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache, lru_cache

from briefings.extract import organisations, territories, titles
from briefings.extract.wordlists import ends_with, read_list, read_words
from briefings.names import fold, folds_of, keys_of, name_key

STATE = "name of a state"
ORGANISATION = "name of a known organisation"
PLACE = "name of a known place"
BODY_OF_STATE = "body of a state"
HEAD_AFTER = "name and head of an organisation"
PLACE_HEAD_AFTER = "name and head of a place"

SYLLABLE_LETTERS = len("Hyeong")
SHOUTED_LETTERS = 6
"""Letters of the longest abbreviation that is taken for an organisation's."""
BODY = "organisation with words in lower case"
_INFLECTED = (
    "ene",
    "ane",
    "erne",
    "ende",
    "ande",
    "ing",
    "inga",
    "ingen",
    "het",
    "heit",
    "hed",
    "sjon",
    "sjonen",
    "else",
    "este",
    "lig",
    "leg",
    "isk",
    "iske",
)


# --- what single words say ------------------------------------------------------------------------------------------


@cache
def _first_names() -> frozenset[str]:
    more = read_list("men_more") | read_list("women_more")
    return keys_of(read_list("first_names") | {name for name in more if name.lower() not in read_list("words")})


@lru_cache(maxsize=8192)
def is_first_name(word: str) -> bool:
    """Say whether a word is a first name, in any transliteration; of `Ann-Mari` either part."""
    if len(word) > 1 and name_key(word) in _first_names():
        return True
    first, hyphen, _ = word.partition("-")
    return bool(hyphen) and len(first) > 1 and name_key(first) in _first_names()


def is_surname_first(word: str) -> bool:
    """Say whether a word is a surname of those that stand first: `Kim`, `Xi`."""
    return word in read_words("persons", "east_asian_surnames")


def is_syllables(word: str) -> bool:
    """Say whether a lower-case word looks like a hyphenated East Asian given name: `jong-un`."""
    parts = word.split("-")
    return len(parts) > 1 and all(part.isalpha() and len(part) <= SYLLABLE_LETTERS for part in parts)


@lru_cache(maxsize=1024)
def is_eastern(first: str, second: str) -> bool:
    """Say whether two words are a Chinese or Korean name, surname first: `Ban Ki-moon`, not `Oslo Nato-sjef`.

    A hyphen behind which a small letter comes is a compound's otherwise, so that the surname is known, or the second
    word's parts are no words of ours.
    """
    second = second.removesuffix("s")
    if not is_syllables(second) or not second[:1].isupper():
        return False
    if is_surname_first(first) or first in read_words("persons", "east_asian_before_syllables"):
        return True
    front, *behind = second.split("-")
    is_short = first[:1].isupper() and first.isalpha() and len(first) <= SYLLABLE_LETTERS and "".join(behind).islower()
    foreign = read_list("words").isdisjoint(behind) and not titles.looks_like_occupation(behind[-1], opens=False)
    return is_short and foreign and not is_first_name(first) and known_rule(front) is known_rule(first) is None


def is_title(word: str) -> bool:
    """Say whether a word, or the last part of a hyphenated one, says what a person is."""
    return titles.is_person_title(word) or titles.is_person_title(word.rsplit("-", 1)[-1])


_COMPASS = re.compile(
    r"(?:Nordøst|Nordaust|Nordvest|Sørøst|Søraust|Sørvest|Sydøst|Sydvest|Nord|Sør|Syd|Øst|Aust|Vest|Sentral|Midt|Central)-?(\w{4,})"
)
_ARABIC = re.compile(r"(?:al|el|ad|as|an|ar|ash|at|az)-[^\W\d_a-zæøå]\w.*")


def is_arabic(word: str) -> bool:
    """Say whether a word is a surname with an Arabic article in small letters: `al-Qadri`."""
    return "-" in word and _ARABIC.fullmatch(word) is not None


def without_article(name: str) -> str:
    """Return the surname in a name without its Arabic article: `Bashar al-Assad` → `Assad`; "" where it has none."""
    article, hyphen, bare = name.rpartition(" ")[2].partition("-")
    return bare if hyphen and is_arabic(f"{article.lower()}-{bare}") else ""


@cache
def _nobody() -> frozenset[str]:
    return frozenset(fold(word) for word in read_words("cues", "nobody"))


@lru_cache(maxsize=8192)
def names_nobody(word: str) -> bool:
    """Say whether a capitalised word names no actor and no place: `Vesten`, `Koranen`, `Vietnamkrigen`, `Tysdag`."""
    lower = word.lower()
    if fold(word) in _nobody() or (word.endswith("s") and fold(word[:-1]) in _nobody()):
        return True
    if lower in read_words("cues", "weekdays_and_months") and not is_first_name(word):
        return True
    if territories.adjective_state(lower) or territories.people_state(lower):
        return True
    return ends_with(lower.removesuffix("s"), read_words("cues", "nobody_suffixes"), 3)


def looks_inflected(word: str) -> bool:
    """Say whether a word ends as inflected common words do: `Arrangørane`, `Etterforskningen`."""
    return word.lower().endswith(_INFLECTED)


def is_site(word: str) -> bool:
    """Say whether a hyphen joins a name to what lies there: `Margara-brua`, `Schengen-området`."""
    prefix, _, head = word.removesuffix("s").rpartition("-")
    return bool(prefix) and head in read_words("cues", "site_heads")


@cache
def known_places() -> frozenset[str]:
    """Return the known cities, municipalities, regions, seas."""
    return read_list("cities", ";") | read_list("municipalities", ";") | read_words("cues", "places")


@cache
def _place_keys() -> frozenset[str]:
    return frozenset(folds_of(known_places())) | {
        form for form in territories.known_forms() if territories.capital_of(form)
    }


@cache
def _state_and_body_keys() -> frozenset[str]:
    return frozenset((*territories.known_forms(), *organisations.known_folds()))


def _without_genitive(name: str) -> tuple[str, ...]:
    """Return a name as it stands and, where it may be a genitive, without its ending."""
    if not name.endswith("s"):
        return (name,)
    if name.endswith(("'s", "’s")):
        return name, name[:-2]
    return (name, name[:-1]) if len(name) > 3 or name[:-1].isupper() else (name,)  # noqa: PLR2004 — `FNs` has three


@lru_cache(maxsize=8192)
def known_rule(name: str) -> str | None:
    """Return the rule by which a name, genitive or not, is known: a state, an organisation or a place; else None."""
    for form in _without_genitive(name):
        if form.isupper() and len(form) > SHOUTED_LETTERS:
            form = form.title()  # noqa: PLW2901 — a shouted name is the same name
        folded = fold(form)
        if folded in _state_and_body_keys():  # so it is with few words
            if territories.state_named(form) and (len(form) > len("US") or form == "US"):
                return STATE
            if organisations.known_organisation(form):
                return ORGANISATION
        if folded in _place_keys() and not (form.isupper() and len(form) < SHOUTED_LETTERS):
            return PLACE
        if "-" in form and form.startswith(("El-", "Al-")) and fold(form.replace("-", " ")) in _place_keys():
            return PLACE
        if _is_quarter(form):
            return PLACE
    return None


def _is_quarter(name: str) -> bool:
    """Say whether a name is a state's or region's with a point of the compass: `Nord-Kordofan`, `Østukraine`."""
    found = _COMPASS.fullmatch(name)
    if found is None:
        return False
    rest = found[1].title()
    if territories.state_named(rest) or rest in read_words("cues", "places"):
        return True
    return "-" in name and found[1][:1].isupper() and fold(rest) in _place_keys()


def is_genitive(name: str) -> bool:
    """Say whether a known name stands in the genitive: `Russlands`, `USA's`."""
    return name[-1:] in {"s", "S"} and any(known_rule(form) for form in _without_genitive(name)[1:])


def base_form(name: str, met: Container[str]) -> str:
    """Return a name without genitive ending, where the other names met, or the lists, show that it is one."""
    forms = _without_genitive(name)
    if len(forms) == 1:
        return name
    if name.endswith(("'s", "’s")) or forms[1] in met:
        return forms[1]
    own = known_rule(name)
    return forms[1] if own and own == known_rule(forms[1]) and not is_first_name(name) else name
