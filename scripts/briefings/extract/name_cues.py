"""What the word lists say about single words, as short labels that the name model weighs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from briefings.extract import cues, organisations, parties, territories, titles
from briefings.extract.wordlists import Endings, gather_endings, read_list, read_words

Listed = Mapping[str, tuple[str, ...]]
"""Word → labels of the lists that have it."""

_ORDER = (
    *("common", "title", "occupation", "person", "body", "says", "adjective", "people", "placecue", "thing"),
    *("head", "placehead", "statehead", "where", "particle", "firm", "firmverb", "match"),
    *("first", "eastern", "surname", "state", "known", "place", "nobody", "placeend", "orgend", "nameend", "isbody"),
    *("begins", "compound", "party"),
)
"""Labels in the order in which the model is told them."""
_RANK = {label: rank for rank, label in enumerate(_ORDER)}
_OF_RULES = {cues.STATE: "state", cues.ORGANISATION: "known", cues.PLACE: "place"}


def cues_of(word: str) -> tuple[str, ...]:
    """Return the labels that fit a word; none for numbers and marks."""
    if not word[:1].isalpha():
        return ()
    low, capital = word.lower(), word[0].isupper()
    found = {*_of_any(low, capital=capital), *(_with_capital(word, low) if capital else _in_lower_case(low))}
    labels = sorted(found, key=_RANK.__getitem__)
    if capital and "-" in word and (rule := cues.known_rule(word.rpartition("-")[0])):
        labels.append(f"before-{rule[-5:]}")
    return tuple(labels)


def _of_any(low: str, *, capital: bool) -> Iterator[str]:
    """Yield labels of any word, from its letters in lower case."""
    last = low.rpartition("-")[2]
    if low in read_list("words"):
        yield "common"
    if titles.is_person_title(last):
        yield "title"
    elif titles.looks_like_occupation(last, opens=capital):
        yield "occupation"
    if territories.adjective_state(low):
        yield "adjective"
    if territories.people_state(low):
        yield "people"
    yield from _listed().get(low, ())


def _in_lower_case(low: str) -> list[str]:
    """Return more labels of a word without a capital."""
    return [*_listed_in_lower_case().get(low, ()), *_endings(capital=False).labels_of(low)]


def _with_capital(word: str, low: str) -> Iterator[str]:
    """Yield more labels of a capitalised word."""
    yield from _listed_with_capital().get(word, ())
    confirmed = _confirmed()
    for label in _endings(capital=True).labels_of(low):
        if label not in confirmed or confirmed[label](low):
            yield label
    yield from _endings_of_names().labels_of(low.removesuffix("s"))
    if cues.is_first_name(word) or (word.endswith("s") and cues.is_first_name(word[:-1])):
        yield "first"
    if rule := cues.known_rule(word):
        yield _OF_RULES[rule]
    if cues.names_nobody(word):
        yield "nobody"
    if "-" in word and organisations.compound_name(word) is not None:
        yield "compound"


# --- lists, all asked at once -----------------------------------------------------------------------------------------


def _gather(lists: Iterable[tuple[str, Iterable[str]]]) -> Listed:
    found: dict[str, tuple[str, ...]] = {}
    for label, words in lists:
        for word in words:
            found[word] = (*found.get(word, ()), label)
    return found


@cache
def _listed() -> Listed:
    """Return what is listed of any word, in lower case."""
    keys = ("person", "person_cues"), ("says", "speech_verbs")
    return _gather((label, read_words("persons", key)) for label, key in keys)


@cache
def _listed_in_lower_case() -> Listed:
    """Return what is listed of words without a capital."""
    places = read_words("organisations", "place_heads")
    return _gather((
        ("head", read_words("organisations", "name_heads") - places),
        ("placehead", places),
        ("where", read_words("cues", "place_prepositions")),
        ("particle", read_words("persons", "particles") | read_words("persons", "particles_after_first_name")),
        ("firm", read_words("organisations", "company_befores")),
        ("firmverb", read_words("organisations", "company_verbs")),
        ("match", read_words("organisations", "match_verbs")),
    ))  # fmt: skip


@cache
def _listed_with_capital() -> Listed:
    """Return what is listed of capitalised words, as they stand."""
    return _gather((
        ("eastern", read_words("persons", "east_asian_surnames")),
        ("nameend", read_words("organisations", "name_ends")),
        ("begins", read_words("organisations", "heads_before")),
        ("party", parties.letters()),
    ))  # fmt: skip


@cache
def _endings(*, capital: bool) -> Endings:
    """Return the endings of words, in lower case."""
    lists = {
        "body": (read_words("organisations", "cues"), 0),
        "placecue": (read_words("cues", "place_cues"), 0),
        "thing": (read_words("cues", "thing_cues"), 0),
    }
    if not capital:
        return gather_endings({**lists, "statehead": (organisations.state_head_endings(), 0)})
    bodies = organisations.body_endings()
    bodies |= {f"{ending}s" for ending in bodies}
    return gather_endings({**lists, "orgend": (read_words("organisations", "suffixes"), 2), "isbody": (bodies, 0)})


@cache
def _confirmed() -> Mapping[str, Callable[[str], bool]]:
    """Return label → test of words in lower case, for labels that the ending alone does not give."""
    return {
        "orgend": organisations.has_organisation_ending,
        "isbody": lambda low: organisations.is_body(low) or organisations.is_body(low.removesuffix("s")),
    }


@cache
def _endings_of_names() -> Endings:
    """Return the endings of capitalised words, in lower case and bare of a genitive."""
    return gather_endings(
        {
            "surname": (read_words("persons", "surname_endings"), 2),
            "placeend": (read_words("cues", "place_suffixes"), 3),
        }
    )
