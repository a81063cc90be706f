"""Where in an article the words of an annotation stand, and those of the build."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaluation.gold import Case, Json

HEADER = re.compile(r"\s*date \d{4}(?:-\d\d){0,2}(?:[ \t]+|$)")
SENTENCE_END = re.compile(r"[.!?:]['\"»”)]*\s+(?=[–\-«“\"»'A-ZÆØÅÁÉÍÓÚÐÞ0-9])|\n")
SAYS_THAT = re.compile(
    r"(?:Det|Dette) (?:melder|skriv|skriver|seier|sier|siger|sa|sagde|oplyser|opplyser|opplyste|bekreftar|bekrefter"
    r"|bekræfter|stadfestar|stadfesta|fortel|forteller|fortæller|rapporterer|oppgir|oppgav|framgår|fremgår)\b"
)


def paragraph_starts(text: str) -> list[int]:
    """Return where each line's own words begin, after the header on the first."""
    header = HEADER.match(text)
    lines = [header.end()] if header else []
    lines += [match.start() for match in re.finditer(r"^(?=[^\n])", text, re.MULTILINE)]
    return [at + len(text[at:]) - len(text[at:].lstrip(" \t")) for at in lines]


def locate(text: str, beginning: str, used: set[int]) -> int | None:
    """Return the offset of the first unused paragraph that begins with these words, and mark it used."""
    for at in paragraph_starts(text):
        if at not in used and text.startswith(beginning, at):
            used.add(at)
            return at
    return None


def paragraph_at(offer: Json, offset: int) -> int | None:
    """Return the number of the build's paragraph that holds this offset."""
    for paragraph in offer.get("paragraphs") or ():
        if paragraph["start"] <= offset < paragraph["end"]:
            return int(paragraph["n"])
    return None


def occurrences(text: str, words: str) -> Iterator[int]:
    """Yield where these words stand as whole words, in any case."""
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE):
        yield match.start()


def sentence_span(text: str, beginning: str) -> tuple[int, int] | None:
    """Return the sentence that begins with, or holds, these words."""
    start = text.find(beginning)
    if start < 0:
        return None
    end = SENTENCE_END.search(text, start + len(beginning))
    return start, end.start() if end else len(text)


def claim_span(text: str, beginning: str) -> tuple[int, int] | None:
    """Return where the claim stands whose source the sentence with this beginning gives.

    `Det melder AFP` says whose the words before it are, a sentence that ends in a colon whose the words after it are:
    the paragraph before, or after, is then part of the span.
    """
    span = sentence_span(text, beginning)
    if span is None:
        return None
    start, end = span
    if SAYS_THAT.match(text, start):
        start = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
    if text[:end].endswith(":") or text.startswith(":", end):
        after = text.find("\n", len(text) - len(text[end:].lstrip(":\n ")))
        end = after if after >= 0 else len(text)
    return start, end


def statement_span(case: Case, statement: Json) -> tuple[int, int] | None:
    """Return where a statement's words stand: in the paragraph it names, else anywhere."""
    words = str(statement.get("text") or "")
    for paragraph in case.offer.get("paragraphs") or ():
        if paragraph["n"] == statement.get("at"):
            start = case.text.find(words, paragraph["start"], paragraph["end"])
            if start >= 0:
                return start, start + len(words)
    start = case.text.find(words)
    return (start, start + len(words)) if words and start >= 0 else None
