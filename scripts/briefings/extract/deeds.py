"""Verbs of saying that claim nothing: `sa nei`, `nektet å møte pressen`, `erklærte krig`, `lover ikke noe`."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.extract.sentence_words import QUOTED
from briefings.extract.speech import Verb, speech

_ANSWERS = frozenset({"ja", "nei", "nej", "stopp", "stop", "takk", "tak"})
"""`sa nei i juni` refuses, and tells nothing that could be a claim."""
_PEOPLE_MEANT = frozenset({"ham", "henne", "hende", "dem", "meg", "mig", "deg", "dig", "oss", "os", "på"})
"""`tror henne ikke`, `tror på freden`: belief in somebody or something is no claim."""


_FOR_ONES_PART = frozenset({("sin", "side"), ("si", "side")})
"""`hevder på sin side at`"""
_GIVES_NOTICE = frozenset({"sier", "seier", "siger", "sa", "sagde", "sagt"})
_TELLS = _GIVES_NOTICE | {
    "opplyser",
    "opplyste",
    "oplyser",
    "oplyste",
    "forteller",
    "fortalte",
    "fortel",
    "fortalde",
    "fortæller",
}
_WHICH = frozenset(
    {
        "hva",
        "hvem",
        "hvor",
        "hvordan",
        "hvorfor",
        "hvilken",
        "hvilket",
        "hvilke",
        "når",
        "kva",
        "kven",
        "kor",
        "korleis",
    }
    | {"kvifor", "hvad", "hvornår", "hvorvidt", "om"}
)
"""Openers of questions: `sa ikke hvor pengene ble av` tells nothing."""
_WHY = frozenset({"hvorfor", "kvifor", "hvordan", "korleis"})


def only_answers(verb: str, rest: Sequence[str]) -> bool:
    """Tell `sa nei i juni`, `svarte på spørsmål`, `tror henne ikke`: nothing in them is a claim."""
    vocabulary = speech()
    if verb in vocabulary.opinion and rest[:1] and rest[0] in _PEOPLE_MEANT and tuple(rest[1:3]) not in _FOR_ONES_PART:
        # `håper på «en fin kveld»` in so many words is one.
        return rest[1:2] != [QUOTED]
    if verb.startswith("forklar") and rest[:1] and rest[0] in _WHY:
        # `forklarer hvorfor han streiker`: what he says comes after it.
        return True
    if vocabulary.finite.get(verb) is Verb.REPORT and rest[:1] and rest[0] in {"seg", "sig"}:
        # `Island melder seg ut`, `det viser seg`
        return True
    if verb in _GIVES_NOTICE and rest[:1] and rest[0] in {"opp", "op"}:
        # `har sagt op`: left a job.
        return True
    if rest[:1] and rest[0] in {"ikke", "ikkje"}:
        rest = rest[1:]
        if verb in _TELLS and next((low for low in rest[:2] if low != ","), "") in _WHICH:
            return True
    if rest[:1] and rest[0] in _ANSWERS and "at" not in rest[:3]:
        return True
    return rest[:1] == ["på"] and verb in vocabulary.answering and "at" not in rest and QUOTED not in rest


def only_acts(verb: str, rest: Sequence[str]) -> bool:
    """Tell `nektet å møte pressen`, `erklærte seg selvstendig`, `lover ikke noe`: deeds, no claims."""
    if verb in speech().refusing and rest[:1] and rest[0] in {"å", "at"} and (rest[0] == "å" or verb.startswith("næ")):
        return rest[1:2] == [] or rest[1] not in _KNOWN_OR_PAST
    if verb.startswith("skyld"):
        return rest[:1] != ["på"]
    if verb.startswith("erklær"):
        if rest[:1] and rest[0] in {"seg", "sig"}:
            return not speech().performed.isdisjoint(rest[1:3])
        return "at" not in rest and QUOTED not in rest
    if verb.startswith("lov"):
        nothing = (
            2 if rest[:2] and (rest[0], *rest[1:2]) in _NOT_ANYTHING else int(rest[:1] != [] and rest[0] in _NOTHING)
        )
        return nothing > 0 and rest[nothing : nothing + 1] in ([], ["."])
    return False


_KNOWN_OR_PAST = frozenset(
    {"ha", "have", "være", "vere", "kjenne", "kjenna", "kende", "vite", "vita", "vide", "ville", "skulle"}
)
_NOT_ANYTHING = frozenset({("ikke", "noe"), ("ikke", "noget"), ("ikkje", "noko")})
_NOTHING = frozenset({"ingenting", "intet"})
