"""Journalists' jobs, which tell a byline from other names: `kulturjournalist`, `Afrika-korrespondent`."""

from __future__ import annotations

from functools import cache

from briefings.noise_words import vocabulary

MIN_COMPOUND = 7
"""Letters of a job that compounds end in: `reporter` is long enough, none of an ordinary word's endings is."""


@cache
def _jobs_at_the_end() -> tuple[str, ...]:
    return tuple(sorted(role for role in vocabulary().byline_roles if len(role) >= MIN_COMPOUND))


@cache
def _roles() -> tuple[str, ...]:
    """Return the journalists' jobs, the longest first."""
    return tuple(sorted(vocabulary().byline_roles, key=lambda role: (-len(role), role)))


@cache
def jobs_of_two() -> tuple[str, ...]:
    """Return the journalists' jobs of several words."""
    return tuple(sorted(role for role in vocabulary().byline_roles if " " in role))


def is_job(word: str) -> bool:
    """Return whether a word is a journalist's job, or a compound of one: `kulturjournalist`, `Afrika-korrespondent`."""
    return word in vocabulary().byline_roles or word.endswith(_jobs_at_the_end())


def split_job(text: str) -> tuple[str, str]:
    """Return the words before a journalist's job that ends a text, and the job; or the text and nothing."""
    folded = text.casefold()
    if not folded.endswith(_roles()):
        return text, ""
    for role in filter(folded.endswith, _roles()):
        if len(text) > len(role) + 1 and text[-len(role) :].casefold() == role and not text[-len(role) - 1].isalnum():
            return text[: -len(role)].rstrip(" ,|–-"), role
    return text, ""
