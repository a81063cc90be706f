"""Whether the words around a state's or body's name tell that it acts, takes part or is dealt with.

All look at the text around one mention: `NEAR` characters before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefings.extract.wordlists import read_words
from briefings.findings import Entity, Mention

NEAR = 100
"""Characters before and after a name in which the verb is looked for."""
SHORT = 45
"""The same for a word or two."""
SHORTEST_VERB = 5
_FROM = frozenset({"fra ", "frå "})
_AFTER = re.compile(
    r"(?: \([^()\n]{1,12}\))?"
    r"(?:, [^,.\n]{1,60},|(?:,| og) [A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*){0,4}(?: \([^()\n]{1,12}\))?){0,3},?"
    r" (?P<words>[a-zæøå][\w -]*)"
)
"""What follows a name: its abbreviation, an apposition or further subjects, then the words that may hold its verb."""
_CLAUSES = frozenset({"indtil", "inntil", "når", "hvor", "kor", "dersom", "hvis", "viss", "da", "då"})
"""What such a clause tells is the circumstance of another's act."""
_FINITE = ("ede", "dde", "tte", "rte", "lte", "nte", "ste", "kte", "erer")
_OBJECTS = frozenset({"ham", "henne", "hende", "dem", "dei", "seg", "sig"})
_PARTICIPLES = ("et", "t", "d", "a", "ede")
_PLACE = re.compile(r" (?:i|på|ved) [A-ZÆØÅ][\w-]*(?= [a-zæøå])")
_TIME = re.compile(r" i (?:(?:[a-z]{3,9} )?\d{4}|går|fjor)(?= [a-zæøå])")
"""`Styrelsen i 2024 | politianmeldte …`."""
_NEW = frozenset({".", "!", "?", ":", "\n", "\n\n", ""})
"""Before a sentence."""
_SAME = re.compile(
    r"(?i)\bdet samme (?:har|gjør|gjer|gør|gjelder|gjeld|mener|meiner|sier|seier|siger|krever|krev|kræver) \Z"
)
"""`Det samme har | Folketrygdfondet`."""
_CLEFT = re.compile(r"(?i)\bdet (?:er|var|blir|bliver|ble|blev|blei|vart) \Z")
"""`Det er | Raudekrosskomiteen som skal frakte fangane`."""
_IN_BODY = re.compile(r"(?i)\b(?:i|ved|for|hos|fra|frå) (?:det|den) \w+e \Z")
"""`statssekretær i det norske | Utanriksdepartementet, X, har …`."""
_BEHIND_PREPOSITION = re.compile(r"(?i)\b(?:i|på|med|for|av|af|hos|ved|til|fra|frå) \w+(?:en|et|a|ske) \Z")
"""`analytiker i meglerhuset | Aker Securities ventet …`, `i et interview med kinesiske | CGTN kalder …`."""
_BEFORE = re.compile(r"(\w+) \Z")
_FIRST = re.compile(r"(?: \([^()\n]{1,12}\))? ([a-zæøå]+)")
_BOTH = frozenset(
    {
        "både",
        "begge",
        "hverken",
        "verken",
        "korkje",
        "også",
        "òg",
        "derfor",
        "difor",
        "nå",
        "no",
        "nu",
        "han",
        "hun",
        "ho",
    }
    | {"de", "dei", "vi"}
)
"""Words between a verb and the name behind it: `takket han både | Norge og Sverige`."""
_SEEN_SO = re.compile(r"så \w+t\b")
"""`så sent som`, `så langt`: no seeing."""
_PEOPLE_FROM = re.compile(
    r"(?i)\b(?:(?:spesial)?(?:ut|ud)sending(?:er|ar)|(?:ut|ud)sendinge|diplomat(?:er|ar)|forhandle?r(?:e|ar)|forhandlarar"
    r"|re(?:pre|præ)sentant(?:er|ar)|delegasjon(?:er|ar)|delegationer|ministr[ea]r?|ministre|forsk(?:ere|arar)"
    r"|observatør(?:er|ar)) (?:fra|frå) \Z"
)
"""Several who come for their states and bodies: `utsendinger fra | Frankrike, Polen og Tyskland`."""
_TOGETHER = re.compile(r"(?i)\b(?:sammen|saman) med (?:(?:det|den|dei) )?(?:[a-zæøåé-]+ ){0,2}\Z")
_AT_HOME = re.compile(r"(?:\A|\n|[.:!?»”\"] )(?:(?:Også|Òg) i|I|Hos|Inne i|Ved) (?:(?:det|den) )?(?:[a-zæøåé-]+ )?\Z")
_IS = re.compile(r"(?: \([^()\n]{1,12}\))? (?:er|var|blir|bliver|blei|ble|vart|blev) (?!det\b)")
"""`I | Fiskarlaget er skuffelsen stor`, `Ved | Haukeland er operasjonar utsette`."""
_ELSEWHERE = re.compile(r", (?:hvor|kor) [^.,;\n]*\Z")
_PRESENT = re.compile(
    r"(?:er|var|ble|blei|vart|blev) (?:ikke |ikkje |også |òg )?"
    r"(?:med\b|til st(?:ede|ade|ades)\b|på ve[ijg]\b|i gang\b|i gong\b)"
    r"|(?:står|stod|sto) (?:klare?|parate?|bak|bag)\b"
)
"""`var også til stede`, `er på vei`, `står bak`."""
_COMPOSED = ("ert", "ått", "ade", "et")
"""Endings of participles behind a subject that stands behind its verb: `Også er | Norge invitert`."""
_THERE = re.compile(r"(?i)\b(?:der|dit) (?:er|var|blir|ble|blei|vart|blev) (?:også |òg )?\Z")
"""`Der er også | Kina invitert`: elsewhere, beside the article's matter."""
_COURT = re.compile(r"(?i)(?:ret|rett|retten|rätt|domstol\w*)\Z")
_JUDGED = re.compile(
    r"(?i)\b(?:dømt|dømd|idømt|dømte|frikjent|frikjend|frifundet|fængslet|\w*fengsl[ae]t?|\w*fængslet)\b[^.!?\n]{0,60}"
    r" (?:i|ved|av|af) \Z"
)
_JOINT = re.compile(
    r"(?: \([^()\n]{1,12}\))?(?:,| og|, og) (?:(?:det|den|dei|de) )?(?:[a-zæøå]+ske )?(?:[a-zæøå-]+(?:en|et|a) )?\Z"
)
"""Between names that stand in a row: `, `, ` og `, ` og britiske `."""


def is_genitive(mention: Mention, entity: Entity) -> bool:
    """Tell whether a name stands as an owner; `Røde Kors` only ends so."""
    return mention.text.endswith(("'", "’")) or (
        mention.text.endswith("s") and (mention.text != entity.name or " " not in mention.text)
    )


def is_compound(mention: Mention, entity: Entity) -> bool:
    """Tell whether a name is only the first part of a word: `Nato-lande` are not Nato."""
    _, joint, rest = mention.text.rpartition("-")
    return bool(joint) and rest[:1].islower() and "-" not in entity.name


def are_in_a_row(text: str, end: int, start: int) -> bool:
    """Tell whether a name that ends and the next one that starts stand in a row: `USA, Egypt og det svenske SHK`."""
    return start - end < NEAR and _JOINT.match(text[end:start]) is not None


def acts(text: str, mention: Mention) -> bool:
    """Tell whether a verb follows a name: `Norge følger`, `Tilsynet har ikke svart`, `og Kina er enige`.

    Names between them belong to the same subject: `Norge, Sverige og Tyskland deltager`.
    """
    end = mention.end
    lead = _before(text, mention.start)
    if lead[-2:].strip(" ") in _NEW and (place := _PLACE.match(text[end : end + NEAR])):
        # `Retsmedicinsk Institut i Odense vurderer …`
        end += place.end()
    if then := _TIME.match(text, end):
        end = then.end()
    following = text[end : end + NEAR]
    if _SAME.search(lead) or _ends_its_verb(text, mention.start, following):
        return True
    before = _BEFORE.search(lead)
    if before is not None and before[1].lower() in read_words("capitals", "prepositions") | _CLAUSES:
        return False
    after = _AFTER.match(following)
    if after is None:
        return False
    near = lead[-SHORT:]
    if before is not None and (_IN_BODY.search(near) or _BEHIND_PREPOSITION.search(near)):
        return False
    if after["words"].startswith(("som ", "der ")):
        return _CLEFT.search(lead) is not None
    return _opens_with_verb(after["words"])


def _ends_its_verb(text: str, start: int, following: str) -> bool:
    """Tell whether a form of being stands before a name and its participle behind: `Også er | Norge invitert`."""
    participle = _FIRST.match(following)
    if participle is None or len(participle[1]) < SHORTEST_VERB or not participle[1].endswith(_COMPOSED):
        return False
    if _THERE.search(_before(text, start)):
        return False
    return _word_before(text, start) in read_words("capitals", "being")


def _opens_with_verb(after: str) -> bool:
    """Tell whether the words behind a subject open with what it does, or what it thinks of a matter."""
    if _PRESENT.match(after):
        return True
    words = [word for word in after.lower().split() if word not in read_words("capitals", "between")][:2]
    if not words or _SEEN_SO.match(after):
        return False
    if words[0] in read_words("capitals", "being"):
        told = read_words("capitals", "agreed") | read_words("capitals", "stances")
        return len(words) > 1 and (words[1] in told or words[1].endswith(_PARTICIPLES))
    known = read_words("capitals", "acts") | read_words("capitals", "agreed") | read_words("capitals", "awaited")
    return words[0] in known or _ends_like_a_verb(words[0]) or _is_in_present(words[0]) or _has_object(words)


def _has_object(words: Sequence[str]) -> bool:
    """Tell whether a word in `-et` is a verb in the past, for a pronoun follows it: `varetektsfengslet ham`."""
    return len(words) > 1 and len(words[0]) >= SHORTEST_VERB and words[0].endswith("et") and words[1] in _OBJECTS


def is_turned_to(text: str, start: int) -> bool:
    """Tell whether a verb of asking, accusing, thanking, attacking stands right before a name: `skuldar | Moskva`."""
    verbs = read_words("capitals", "persuaded") | read_words("capitals", "thanked")
    return _word_before(text, start) in verbs and _ELSEWHERE.search(_before(text, start)) is None


def follows_its_verb(text: str, start: int) -> bool:
    """Tell whether a verb of acting stands right before a name: `Natt til tirsdag anholdt | Københavns Politi …`.

    The name is its subject or its object; either way it takes part.
    """
    verbs = read_words("capitals", "acts")
    return _word_before(text, start) in verbs and _ELSEWHERE.search(_before(text, start)) is None


def takes_part(text: str, start: int) -> bool:
    """Tell whether a name stands after those who come for it: `diplomater fra | Egypt`."""
    return text[max(0, start - 4) : start] in _FROM and _PEOPLE_FROM.search(_before(text, start)) is not None


def is_joined_to(text: str, start: int) -> bool:
    """Tell whether somebody does something together with those named: `saman med | Høgre`."""
    lead = _before(text, start, SHORT)
    return " med " in lead and _TOGETHER.search(lead) is not None


def is_where_it_is_felt(text: str, mention: Mention) -> bool:
    """Tell whether a body stands for its people, of whom a sentence tells: `I | Fiskarlaget er skuffelsen stor`."""
    if _IS.match(text[mention.end : mention.end + NEAR]) is None:
        return False
    return _AT_HOME.search(_before(text, mention.start)) is not None


def judges(text: str, mention: Mention, entity: Entity) -> bool:
    """Tell whether a court decides in a sentence: `idømt 13 års fængsel … ved | Harju Amtsret`."""
    if not mention.text[:1].isupper():
        return False
    return _COURT.search(entity.name) is not None and _JUDGED.search(_before(text, mention.start)) is not None


def _before(text: str, start: int, reach: int = NEAR) -> str:
    return text[max(0, start - reach) : start]


def _word_before(text: str, start: int) -> str:
    """Return the word right before a place, without `både`."""
    if text[start - 1 : start] != " ":
        return ""
    words = text[max(0, start - SHORT) : start - 1].rsplit(" ", 2)
    word = words[-1]
    if word.lower() in _BOTH and len(words) > 1:
        word = words[-2]
    return word.lower() if word.isalpha() else ""


def _ends_like_a_verb(word: str) -> bool:
    """Tell whether a word that follows a name without a preposition has the ending of a finite verb."""
    return len(word) >= SHORTEST_VERB and word.endswith(_FINITE)


def _is_in_present(word: str) -> bool:
    """Tell whether a word that follows a name has the ending of the present tense: `bakker`, `lagrar`."""
    others = read_words("titles", "no_occupations") | read_words("persons", "speech_verbs")
    return len(word) >= SHORTEST_VERB and word.endswith(("er", "ar")) and word not in others
