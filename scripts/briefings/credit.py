"""Who took the pictures and wrote the words: credits, signatures and bylines, which name nobody the article is about.

Every function is pure, takes a block's words without the space around them, and takes no longer than the block is long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from briefings.noise_words import MAX_LABEL, MAX_TEXT, WORD, label_of, small_words, vocabulary
from briefings.stamp import read_stamp, stamp_words

MAX_CREDIT_WORDS = 20
"""`Foto: Korean Central News Agency / Korea News Service / AP` has 11; a sentence of the article hardly ever fits."""

MAX_CREDIT_LOWER = 5
"""Small-letter words in a credit: `guvernør Krai Oleg Kozhemyako via Telegram` has 2, a sentence more."""

MAX_UNLABELLED_WORDS = 8
"""Words of a credit without a label, `Artem Geodakyan / Sputnik / AFP`."""

MAX_BYLINE_WORDS = 14
"""Words after `Av`: three names and their paper."""

MAX_ROLE_WORDS = 5
"""`Korrespondent i Midtøsten og Afrika` has five."""

NAME_WORDS = range(2, 5)
"""How many words a person's name has."""

MIN_COMPOUND = 7
"""Letters of a job that compounds end in: `reporter` is long enough, none of an ordinary word's endings is."""

TAIL_OF_CREDIT = 60
"""Characters at a credit's end, signs behind it left out, that an agency's name is in."""

TAIL = 240
"""Characters at a block's end in which a credit or signature may begin."""


def is_photo_credit(text: str) -> bool:
    """Return whether a block is only a credit: `Foto: AP`, `KCNA / Reuters`, `/ritzau/`."""
    if len(text) > TAIL:
        return False
    inner = text.strip(" ()[]/|–-.")
    words = vocabulary()
    if label_of(inner) in words.credit_labels:
        return _is_short_credit(inner)
    first, _, rest = inner.partition(" ")
    if first.casefold() in words.bare_credit_labels and rest[:1].isupper():
        return _is_unlabelled_credit(rest) or _names_only(rest, MAX_UNLABELLED_WORDS)
    return _is_unlabelled_credit(inner)


def is_signature(text: str) -> bool:
    """Return whether a block is only an agency's name, as under an article: `(NTB)`, `/ritzau/Reuters/`, `AFP`."""
    if len(text) > MAX_LABEL:
        return False
    parts = _PART.findall(text.casefold())
    return bool(parts) and vocabulary().signatures.issuperset(parts)


def is_byline(text: str) -> bool:
    """Return whether a block only says who wrote the article: `Av Kari Nordmann`, `Mette Jensen, journalist`."""
    if len(text) > TAIL or not _has_only_words_of_bylines(text):
        return False
    stamp = read_stamp(text)
    if stamp is not None and stamp.is_telling and stamp.rest:
        text = stamp.rest
        if are_people(text):
            return True
    words = vocabulary()
    inner = " ".join(text.split()).strip(" ()[]|–-")
    agency = _AGENCY_FIRST.match(text)
    if agency is not None and is_signature(agency["agency"]):
        return are_people(text[agency.end() :])
    label = label_of(inner)
    if label in words.byline_labels_colon:
        return _names_only(inner.partition(":")[2], MAX_BYLINE_WORDS)
    folded = inner[:MAX_LABEL].casefold()
    if folded.startswith(words.byline_labels_bare):
        for opening in filter(folded.startswith, words.byline_labels_bare):
            if inner[: len(opening) + 1].casefold() == f"{opening} ":
                return _names_only(inner[len(opening) :], MAX_BYLINE_WORDS)
    name, role = _split_role(inner)
    if (bool(role) and is_name(name)) or _is_name_and_job(inner):
        return True
    name, comma, job = inner.partition(",")
    return bool(comma) and is_role(job.strip()) and are_people(name)


def _has_only_words_of_bylines(text: str) -> bool:
    """Return whether every word in small letters may stand in a byline; a sentence has another among its first."""
    for word in text.split():
        if word.isalpha() and word[0].islower():
            folded = word.casefold()
            if folded not in _byline_words() and not _is_job(folded):
                return False
    return True


_AGENCY_FIRST = re.compile(r"[(\[]\s?(?P<agency>©?[\w /-]{2,20})[)\]]\s?[–:-]?\s?(?=[^\W\d_])")
"""`(©NPK) Kari Nordmann`."""


def _is_name_and_job(text: str) -> bool:
    """Return whether a person's name and a journalist's job stand side by side: `Kari Moe / kulturredaktør`."""
    if len(text) > MAX_LABEL or text.endswith(_NO_NAME_ENDS):
        return False
    for word in WORD.finditer(text):
        is_job = _is_job(word[0].casefold()) or text[word.start() :].casefold().startswith(_jobs_of_two())
        if word.start() and is_job:
            return are_people(text[: word.start()].rstrip(" ,|/–-")) and is_role(text[word.start() :])
    return False


@cache
def _between_names() -> frozenset[str]:
    """Return the small words that may stand among names: those that join them, and journalists' jobs."""
    words = vocabulary()
    of_two = (word for role in _jobs_of_two() for word in role.split())
    return words.between_names.union(words.byline_roles, of_two)


@cache
def _byline_words() -> frozenset[str]:
    """Return the words of bylines beside names and compounds of jobs: labels, agencies, stamps, what joins names."""
    words = vocabulary()
    phrases = words.byline_labels_colon.union(words.byline_labels_bare, words.signatures)
    return _between_names().union(stamp_words(), *(WORD.findall(phrase) for phrase in phrases))


@cache
def _jobs_at_the_end() -> tuple[str, ...]:
    return tuple(sorted(role for role in vocabulary().byline_roles if len(role) >= MIN_COMPOUND))


@cache
def _roles() -> tuple[str, ...]:
    """Return the journalists' jobs, the longest first."""
    return tuple(sorted(vocabulary().byline_roles, key=lambda role: (-len(role), role)))


@cache
def _jobs_of_two() -> tuple[str, ...]:
    return tuple(sorted(role for role in vocabulary().byline_roles if " " in role))


def is_role(text: str) -> bool:
    """Return whether a block is only a journalist's job, `Korrespondent i Kyiv`: the block beside it is a name."""
    if len(text) >= MAX_LABEL:
        return False
    words = small_words(text)
    return (
        bool(words)
        and (_is_job(words[0]) or text.casefold().startswith(_jobs_of_two()))
        and _names_only(_capitalised(text), MAX_ROLE_WORDS)
    )


def is_mail_address(text: str) -> bool:
    """Return whether a block is nothing but a mail address, as under a journalist's name."""
    return len(text) <= TAIL and _MAIL_ADDRESS.fullmatch(text) is not None


def is_source(text: str) -> bool:
    """Return whether a block says where numbers or facts are from: `Kilde: Statistisk sentralbyrå`."""
    return label_of(text) in vocabulary().source_labels


def is_reference(text: str) -> bool:
    """Return whether a block gives the study it tells of: `Kjelde: E. Moe m.fl.: Ice cores of the Pamir. Nature.`."""
    return len(text) <= MAX_TEXT and is_source(text) and _REFERENCE.search(text) is not None


def is_described_person(text: str) -> bool:
    """Return whether a line is a person and what he or she is, as under a pull quote: `Ulla Broch, caféejer`."""
    name, comma, what = text.partition(", ")
    is_plain = bool(comma) and len(text) <= MAX_LABEL and "\n" not in text and text[-1] not in ".!?:"
    return is_plain and "," not in what and not what[:1].isupper() and are_people(name)


def are_people(text: str) -> bool:
    """Return whether a block is nothing but people's names, known by their first names: `Kari Moe og Ola Dahl`."""
    if len(text) > TAIL or text.endswith(_NO_NAME_ENDS):
        return False
    names = [name.strip() for name in _BETWEEN_PEOPLE.split(text)]
    return all(is_name(name) and _is_first_name(name.split()[0]) for name in names)


def _is_first_name(word: str) -> bool:
    return word.casefold() in _first_names() or word.partition("-")[0].casefold() in _first_names()


@cache
def _first_names() -> frozenset[str]:
    source = resources.files("briefings").joinpath("extract/data/first_names.txt").read_text(encoding="utf-8")
    lines = (line for line in source.splitlines() if not line.startswith("#"))
    return frozenset(name.casefold() for line in lines for name in line.split())


def _is_job(word: str) -> bool:
    """Return whether a word is a journalist's job, or a compound of one: `kulturjournalist`, `Afrika-korrespondent`."""
    return word in vocabulary().byline_roles or word.endswith(_jobs_at_the_end())


def is_name(text: str) -> bool:
    """Return whether a block is two to four words, all with a capital."""
    if len(text) > MAX_LABEL or text.endswith(_NO_NAME_ENDS):
        return False
    found = WORD.findall(text)
    return len(found) in NAME_WORDS and all(word[0].isupper() for word in found)


_PART = re.compile(r"\w+")
_REFERENCE = re.compile(r"(?i)\b(?:m\.? ?fl\.|et al\b|doi\b|isbn\b)")
_MAIL_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}\.[\w.-]{2,30}")
_NO_NAME_ENDS = (".", "!", "?", ":")
_BETWEEN_PEOPLE = re.compile(r"\s?[,&|/\n]\s?|\s+(?:og|and)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tail:
    """Words at the end of a block that are not said by it."""

    start: int
    """Offset into the block."""
    is_credit: bool
    """A photo credit, which makes the block a caption; else an agency's signature under an article."""


def find_tail(text: str) -> Tail | None:
    """Return the photo credit or signature at the end of a block that says more than that, if it has one."""
    offset = max(0, len(text) - TAIL)
    found = _find_tail(text[offset:])
    if found is None or not text[: offset + found.start].strip():
        return None
    return Tail(offset + found.start, found.is_credit)


@lru_cache(maxsize=512)  # asked three times of each block of an article
def _find_tail(window: str) -> Tail | None:
    return _labelled_tail(window) or _signature(window) or _agency_tail(window)


def _is_short_credit(text: str) -> bool:
    words = WORD.findall(text)
    return len(words) <= MAX_CREDIT_WORDS and sum(word[0].islower() for word in words) <= MAX_CREDIT_LOWER


def _is_unlabelled_credit(text: str) -> bool:
    """Return whether words are agencies, or names before a slash and an agency: `AFP`, `Artem Geodakyan / AFP`."""
    if ":" in text:
        return False
    words = vocabulary()
    if not _ends_with_agency(text):
        return False
    parts = [part for side in _BETWEEN_CREDITED.split(text) if (part := side.strip(" ().©"))]
    if not parts or len(parts) > MAX_UNLABELLED_WORDS:
        return False
    last = parts[-1].casefold()
    if last in words.signatures and all(part.casefold() in words.signatures for part in parts):
        return True
    if last not in words.agencies or not (text[0].isupper() or "/" in text):
        return False
    return _names_only(" ".join(parts), MAX_UNLABELLED_WORDS) or all(
        part.casefold() in words.agencies for part in parts
    )


def _ends_with_agency(text: str) -> bool:
    return text.rstrip(" ().©/|,–-\n")[-TAIL_OF_CREDIT:].casefold().endswith(_credited())


@cache
def _credited() -> tuple[str, ...]:
    """Return the names of agencies, of which one ends every credit without a label."""
    return tuple(sorted(vocabulary().signatures | vocabulary().agencies))


def _names_only(text: str, most: int) -> bool:
    """Return whether all words have a capital, small words between names and journalists' jobs excepted."""
    words, between = WORD.findall(text), _between_names()
    if not 0 < len(words) <= most or not words[0][0].isupper() or _ENDS_SENTENCE.search(text[-5:]):
        return False
    return all(word[0].isupper() or word.casefold() in between or "." in word for word in words)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _split_role(text: str) -> tuple[str, str]:
    """Return the words before a journalist's job that ends a text, and the job; or the text and nothing."""
    folded = text.casefold()
    if not folded.endswith(_roles()):
        return text, ""
    for role in filter(folded.endswith, _roles()):
        if len(text) > len(role) + 1 and text[-len(role) :].casefold() == role and not text[-len(role) - 1].isalnum():
            return text[: -len(role)].rstrip(" ,|–-"), role
    return text, ""


_BETWEEN_CREDITED = re.compile(r"[/|,]|\s[–-]\s")
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]$")
_STOP = re.compile(r"[.!?»”\"](?=\s)")
_TOLD = re.compile(r"\s[a-zæøå]+\s[a-zæøå]{2,}[.!?]$")
"""How a sentence ends, and a credit does not."""


def _labelled_tail(window: str) -> Tail | None:
    if ":" not in window:
        return None
    for match in _credit_label().finditer(window):
        is_open = window[match.start()] in "(["
        word = window[match.start() + is_open :].lstrip()
        tail = window[match.start() :]
        if (word[:1].isupper() or is_open) and _is_short_credit(tail) and not _TOLD.search(tail):
            return Tail(match.start(), is_credit=True)
    return None


_OPENS_SIGNATURE = re.compile(r"[(\[/©]")
_SIGNATURE = re.compile(r"(?<=[.!?»”\"'…])\s{0,3}(?:[(\[/]\s?©?\s?|©\s?)(?P<who>[\w ./,-]{2,40}?)\s?[)\]/]?\.?$")


def _signature(window: str) -> Tail | None:
    match = _SIGNATURE.search(window) if _OPENS_SIGNATURE.search(window) else None
    if match is None:
        return None
    parts = [part for part in re.split(r"[/,\s]+", match["who"]) if part]
    known = vocabulary().signatures
    is_signed = parts and all(
        part.casefold() in known and (part.isupper() or part.casefold().startswith(("ritzau", "reuters")))
        for part in parts
    )
    return Tail(match.start(), is_credit=False) if is_signed else None


def _agency_tail(window: str) -> Tail | None:
    """Return what follows the last full stop, if it is a credit without a label."""
    if not _ends_with_agency(window):
        return None
    *_, rest = _STOP.split(window)
    start = len(window) - len(rest)
    if not start:
        return None
    rest = rest.strip(" ().")
    if not rest or not _is_unlabelled_credit(rest):
        return None
    is_picture = "/" in rest or any(word in rest.casefold() for word in ("scanpix", "getty", "shutterstock", "photo"))
    return Tail(start, is_credit=is_picture)


@cache
def _credit_label() -> re.Pattern[str]:
    """Return what finds a credit's label inside a text, an opening bracket included."""
    labels = "|".join(sorted(map(re.escape, vocabulary().credit_labels), key=lambda label: (-len(label), label)))
    return re.compile(rf"(?<!\w)[(\[]?\s?(?:{labels})\s?:", re.IGNORECASE)
