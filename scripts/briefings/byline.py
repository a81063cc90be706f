"""Who wrote an article, who is nobody it is about: `Av Kari Nordmann`, `Mette Jensen, journalist`."""

from __future__ import annotations

import re
from functools import cache

from briefings.credit import is_signature
from briefings.journalists import is_job, jobs_of_two, split_job
from briefings.noise_words import MAX_CREDIT, MAX_LABEL, WORD, label_of, small_words, vocabulary
from briefings.only_names import NO_NAME_ENDS, are_people, between_names, is_name, is_only_names
from briefings.stamp import read_stamp, stamp_words

MAX_BYLINE_WORDS = 14
"""Words after `Av`: three names and their paper."""
MAX_ROLE_WORDS = 5
"""`Korrespondent i Midtøsten og Afrika` has five."""
PLACE_WORDS = range(1, 4)
"""Of `New York`, `Rio de Janeiro`."""


def is_byline(text: str) -> bool:
    """Return whether a block only says who wrote the article: `Av Kari Nordmann`, `Mette Jensen, journalist`."""
    if len(text) > MAX_CREDIT or not _has_only_words_of_bylines(text):
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
        return is_only_names(inner.partition(":")[2], MAX_BYLINE_WORDS)
    folded = inner[:MAX_LABEL].casefold()
    if folded.startswith(words.byline_labels_bare):
        for opening in filter(folded.startswith, words.byline_labels_bare):
            if inner[: len(opening) + 1].casefold() == f"{opening} ":
                who, comma, job = inner[len(opening) :].partition(",")
                # `Av Kari Moe, utenriksredaksjonen`
                at_desk = bool(comma) and is_role(job.strip())
                return is_only_names(who if at_desk else inner[len(opening) :], MAX_BYLINE_WORDS)
    name, role = split_job(inner)
    if (bool(role) and is_name(name)) or _is_name_and_job(inner):
        return True
    name, comma, job = inner.partition(",")
    return bool(comma) and (is_role(job.strip()) or (name.isupper() and _is_place(job))) and are_people(name)


def _is_place(text: str) -> bool:
    """Return whether one to three capitalised words are what a shouted name is followed by: `KARI MOE, New York`."""
    words = text.split()
    return len(words) in PLACE_WORDS and all(word[0].isupper() and word.isalpha() for word in words)


def _has_only_words_of_bylines(text: str) -> bool:
    """Return whether every word in small letters may stand in a byline; a sentence has another among its first."""
    for word in text.split():
        if word.isalpha() and word[0].islower():
            folded = word.casefold()
            if folded not in _byline_words() and not is_job(folded):
                return False
    return True


_AGENCY_FIRST = re.compile(r"[(\[]\s?(?P<agency>©?[\w /-]{2,20})[)\]]\s?[–:-]?\s?(?=[^\W\d_])")
"""`(©NPK) Kari Nordmann`."""


def _is_name_and_job(text: str) -> bool:
    """Return whether a person's name and a journalist's job stand side by side: `Kari Moe / kulturredaktør`."""
    if len(text) > MAX_LABEL or text.endswith(NO_NAME_ENDS):
        return False
    for word in WORD.finditer(text):
        is_of_job = is_job(word[0].casefold()) or text[word.start() :].casefold().startswith(jobs_of_two())
        if word.start() and is_of_job:
            return are_people(text[: word.start()].rstrip(" ,|/–-")) and is_role(text[word.start() :])
    return False


@cache
def _byline_words() -> frozenset[str]:
    """Return the words of bylines beside names and compounds of jobs: labels, agencies, stamps, what joins names."""
    words = vocabulary()
    phrases = words.byline_labels_colon.union(words.byline_labels_bare, words.signatures)
    return between_names().union(stamp_words(), *(WORD.findall(phrase) for phrase in phrases))


def is_role(text: str) -> bool:
    """Return whether a block is only a journalist's job, `Korrespondent i Kyiv`: the block beside it is a name."""
    if len(text) >= MAX_LABEL:
        return False
    words = small_words(text)
    return (
        bool(words)
        and (is_job(words[0]) or text.casefold().startswith(jobs_of_two()))
        and is_only_names(_capitalised(text), MAX_ROLE_WORDS)
    )


def is_mail_address(text: str) -> bool:
    """Return whether a block is nothing but a mail address, as under a journalist's name."""
    return len(text) <= MAX_CREDIT and _MAIL_ADDRESS.fullmatch(text) is not None


_MAIL_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}\.[\w.-]{2,30}")


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
