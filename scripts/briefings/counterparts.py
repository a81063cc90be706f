"""Whether others hear from a state or body, meet it or know its board's word: it takes part without being a subject.

All look at the text right before and after one mention.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from briefings.acting import NEAR, SHORT
from briefings.extract import territories
from briefings.findings import Mention

_ADJECTIVE = r"(?:(?:det|den|de|dei) )?(?:[a-zæøå]+ske )?"
_HEARD = re.compile(
    r"(?i)\b(?:kritikk(?:en)?|kritik(?:ken)?|støtten?|støtta|svar(?:et)?|oppfordring|opfordring|oppmoding|krav(?:et)?|forslag|initiativ"
    rf"|pålegg|påbud|påbod|medhold|medhald|vurdering|bot|bøde|advarsel|åtvaring) (?:fra|frå|av|af|hos) {_ADJECTIVE}\Z"
)
"""`får støtte av | MDG`, `fikk kritikk fra | Statsforvalteren`."""
_FROM = ("fra ", "frå ", " av ", " af ", "hos ", "ske ")
_MET = re.compile(
    r"(?i)\b(?:krise|hastem?|opp?følgings)?(?:møte|møter|møtet|møde|møder|mødet|samtaler|samtalar|forhandlinger|forhandlingar)"
    rf" med {_ADJECTIVE}\Z"
)
"""`vil ha krisemøte med | Samferdselsdepartementet`."""
_AGENT = re.compile(
    r"(?i)(?:\b(?P<modal>må|skal|kan|bør|vil|måtte|skulle|kunne) )?"
    r"(?:\b\w{3,}(?:es|edes|ast)(?: (?:imot|imod|også|òg|ikke|nå|nu))?"
    r"|\b(?:blir|bliver|ble|blev|blei|vart|vert) (?:(?:ikke|ikkje|også|òg|nå|no|nu) )?\w{3,}(?:t|d|ne|te|a)"
    r"(?: (?:imot|imod|inn|ind|opp|op|ut|ud))?) (?:av|af) (?:(?:det|den|dei|de) )?(?:[a-zæøå-]+ske )?\Z"
)
"""`bestrides af | forsvarsministeriet`, `blir tekne imot av | Røde Kors`, not `må godkjennes av | tilsynet`."""
_CONTRACT = re.compile(
    r"(?i)\b(?:kontrakt(?:en)?|avtalen?|aftalen?|forlik(?:et)?|fusjon(?:en)?|fusion(?:en)?)(?: [^.;,\n]{0,45})? med "
    r"(?:(?:det|den|dei|de) )?(?:[a-zæøå-]+ske )?(?:[a-zæøå-]+ )?\Z"
)
_BOARD = re.compile(
    r"(?i)(?P<link>\b(?:i|for|til|fra|frå|av|af|med) )?\b(?:styret|bestyrelsen|leiinga|ledelsen|direktionen)"
    r" (?:i|for|hos|ved) \Z"
)
_COMMISSIONED = re.compile(r"(?i)\bopp?drag (?:fra|frå|av|af|for) \Z")
_HOME = re.compile(r"(?:\A|\n|[.:!?»”\"] )(?:Hos|Også hos|Òg hos) \Z")
_FELT = re.compile(r"(?:, (?:som|der) [^,.\n]{1,60},)? [a-zæøå]{2,}")
_WORD_FROM = re.compile(r"(?:\A|\n|[.:!?»”\"] )(?:Fra|Frå) \Z")
_SOUNDS = re.compile(r" (?:er|var|kom|kommer|kjem|lyder|lyd|lød|lydde|heter|hedder|heiter)\b")
_COMPANION = re.compile(
    r"(?i)\b(?:sonen|sønnen|dottera|datteren|svigers[øo]nn?en|svigerdatteren|svigerdottera|bror(?:en)?|broder|søster(?:en)?|syster"
    r"|systera|far(?:en)?|fader|mora|mor(?:en)?|moderen|lagkamerat(?:en)?|holdkammerat(?:en)?)"
    r"(?: (?:hans|hennes|hennar|hendes|deres|deira))?,? \Z"
)
"""Before the name of one who is told of only as somebody's own."""
_OFFICE = re.compile(
    r"(\b\w+ske?) (?:(?:stats|utenriks|utanriks|udenrigs|forsvars|justis|justits|energi|innenriks|innanriks)?ministe?r"
    r"|president|præsident|regjering|regering|myndighe[td]|styresmakt|politi|kystva[kg]t|marine|hær|påtale|diplomat"
    r"|ambassadør)",
    re.IGNORECASE,
)


def is_heard_from(text: str, start: int) -> bool:
    """Tell whether somebody has support, criticism, an order from those named: `får støtte av | MDG`."""
    return text[max(0, start - 4) : start].endswith(_FROM) and _search(_HEARD, text, start)


def is_met(text: str, start: int) -> bool:
    """Tell whether somebody has, or asks for, a meeting with those named: `krisemøte med | departementet`."""
    return " med " in text[max(0, start - SHORT) : start] and _search(_MET, text, start)


def is_agent(text: str, start: int) -> bool:
    """Tell whether those named do what is told in the passive, or come to terms: `kontrakten med | Falck`."""
    lead = text[max(0, start - NEAR) : start]
    if " med " in lead[-SHORT:] and _CONTRACT.search(lead):
        return True
    agent = _AGENT.search(lead[-SHORT:]) if " av " in lead[-SHORT:] or " af " in lead[-SHORT:] else None
    return agent is not None and agent["modal"] is None


def decides(text: str, start: int) -> bool:
    """Tell whether a body's board does something: `vedtok styret i | Helse Førde`; or it has work done for it."""
    if text[start - 1 : start] != " " or not text[max(0, start - 5) : start - 1].endswith(
        ("i", "r", "s", "v", "å", "a", "f")
    ):
        return False
    lead = text[max(0, start - SHORT) : start]
    board = _BOARD.search(lead)
    return (board is not None and board["link"] is None) or _COMMISSIONED.search(lead) is not None


def answers(text: str, mention: Mention) -> bool:
    """Tell whether a sentence opens with those among whom it tells of, or whose word it brings.

    `Hos | Brann glæder man sig`, `Fra | Kreml er reaksjonen kort`.
    """
    lead = text[max(0, mention.start - SHORT) : mention.start]
    if not lead.endswith(("os ", "ra ", "rå ")):
        return False
    following = text[mention.end : mention.end + NEAR]
    if _HOME.search(lead):
        return _FELT.match(following) is not None
    return _WORD_FROM.search(lead) is not None and _SOUNDS.match(following) is not None


def is_companion(text: str, mention: Mention) -> bool:
    """Tell whether somebody is told of as another's child, parent or team mate: `med sonen | Jonas`."""
    return text[mention.start - 1 : mention.start] == " " and _search(_COMPANION, text, mention.start)


def count_offices(text: str) -> Mapping[str, int]:
    """Return, for each state (alpha-3), how often an adjective names an office of it: `finsk politi`."""
    found = (territories.adjective_state(match[1]) for match in _OFFICE.finditer(text))
    return Counter(iso for iso in found if iso is not None)


def _search(pattern: re.Pattern[str], text: str, start: int) -> bool:
    return pattern.search(text[max(0, start - SHORT) : start]) is not None
