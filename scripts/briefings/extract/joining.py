"""Which names of organisations in one article are the same organisation: abbreviations, short forms, party letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from briefings.extract import articled, cues, kinds, organisations, parties, people, state_bodies, territories
from briefings.extract.drafts import Draft, Located
from briefings.extract.expansions import spells
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words
from briefings.model import ActorType, Article
from briefings.names import fold

_ORGANISATION = ActorType.ORGANISATION

_CLOSING = frozenset({",", ".", ";", ""})
"""Behind letters that a comma parts from the name they stand for."""
MOST_BODIES = 400
"""Bodies among which the one is looked for that a bare head means: ten times as many as a long report names."""
ABBREVIATION_LETTERS = 8
"""Letters of the longest abbreviation in brackets that is joined to the name before it."""

Drafts = dict[str, Draft]
"""Key → organisation or state."""


def party_letters(article: Article, located: Sequence[Located], states: frozenset[str]) -> Mapping[str, str]:
    """Return letters that stand in brackets in the article → the party's name, where the article's country tells it."""
    text = article.text
    letters = {
        one.name
        for one in located
        if text.endswith("(", 0, one.mention.start) and organisations.is_party_letter(one.name)
    }
    named = {letter: parties.party_of(letter, article.lang, states) for letter in letters}
    return {letter: name for letter, name in named.items() if name}


def join(article: Article, rows: Sequence[Sequence[Token]], drafts: Drafts) -> None:
    """Bring together the drafts that are one organisation; nouns that only open a sentence are none."""
    _drop_nouns(rows, drafts)
    _join_abbreviations(article, drafts)
    _join_bynames(article, drafts)
    _join_small_ministries(drafts)
    _join_services(rows, drafts)
    _join_short_names(drafts)
    _join_heads(rows, drafts)


def _join_small_ministries(drafts: Drafts) -> None:
    """Let a ministry in small letters be the only one of its kind that is told with its state; of several, none."""
    small = [key for key, draft in _organisations(drafts).items() if _is_small_ministry(draft)]
    for key in small:
        head = organisations.short_form(drafts[key].name)
        whole = [
            other
            for other, draft in _organisations(drafts).items()
            if draft.country and other != key and organisations.short_form(_head(draft)) == head
        ]
        if whole:
            draft = drafts.pop(key)
            _call(draft, drafts[whole[0]].name)
            if len(whole) == 1:
                drafts[whole[0]].take(draft)


def _join_services(rows: Sequence[Sequence[Token]], drafts: Drafts) -> None:
    """Let `den latviske tryggingstenesta` be VDD where the article tells of `tryggingstenesta VDD`."""
    of_states = {
        key: organisations.short_form(draft.name.split()[-1])
        for key, draft in _organisations(drafts).items()
        if draft.country and all(_is_by_adjective(one.name) for one in draft.located)
    }
    if not of_states:
        return
    called: dict[str, set[tuple[str, str | None]]] = {}
    for key, draft in _organisations(drafts).items():
        known = draft.country or organisations.known_organisation(draft.name)
        for one in () if known else draft.located:
            noun, state = _noun_before(rows[one.row], one.first)
            called.setdefault(organisations.short_form(noun), set()).add((key, state))
    for key, head in of_states.items():
        named = {one for one, state in called.get(head, set()) if state in {None, drafts[key].country}}
        if len(named) == 1 and list(of_states.values()).count(head) == 1:
            draft = drafts.pop(key)
            (whole,) = named
            _call(draft, drafts[whole].name)
            drafts[whole].take(draft)


def _is_by_adjective(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[-2].endswith("e") and territories.adjective_state(words[-2]) is not None


def _noun_before(tokens: Sequence[Token], first: int) -> tuple[str, str | None]:
    """Return the noun in small letters right before a name, and the state (alpha-3) of the nationality before it."""
    if not first or not tokens[first].follows or tokens[first - 1].capital:
        return "", None
    return tokens[first - 1].text, territories.adjective_state(tokens[first - 2].text) if first > 1 else None


def _is_small_ministry(draft: Draft) -> bool:
    small = draft.name[:1].islower() and all(one.name[:1].islower() for one in draft.located)
    return small and draft.country is None and state_bodies.may_be_ministry(draft.name)


def _head(draft: Draft) -> str:
    """Return the word for what a state's body is: `utanriksdepartementet` also before `i Riga`."""
    words = draft.name.split()
    return words[0] if organisations.is_definite_state_head(words[0]) else words[-1]


def _organisations(drafts: Drafts) -> Drafts:
    return {key: draft for key, draft in drafts.items() if draft.type is _ORGANISATION}


def _drop_nouns(rows: Sequence[Sequence[Token]], drafts: Drafts) -> None:
    """Let `Fonden` at a sentence's start be a noun for a fund that was named, where no capital elsewhere tells more."""
    for key, draft in _organisations(drafts).items():
        noun = kinds.is_noun(draft.name) and organisations.known_organisation(draft.name) is None
        if noun and all(rows[one.row][one.first].opens and one.end == one.first + 1 for one in draft.located):
            del drafts[key]


def _join_abbreviations(article: Article, drafts: Drafts) -> None:
    """Bring together an organisation and the abbreviation in brackets behind it, or made of its first letters."""
    bodies = _organisations(drafts)
    by_end = {one.mention.end: key for key, draft in bodies.items() for one in draft.located}
    by_start = {one.mention.start: key for key, draft in bodies.items() for one in draft.located}
    initials = _initials(bodies)
    for key, draft in sorted(bodies.items()):
        name = draft.name
        if len(name.split()) > 1 or not name[:1].isupper() or len(name) > ABBREVIATION_LETTERS or key not in drafts:
            continue
        whole = _bracketed_with(article, draft, by_end, by_start, bodies)
        if whole is not None and organisations.is_party_letter(name) and not initials.get(name):
            whole = whole if organisations.known_organisation(name) is None else None
        if whole is None and not organisations.is_party_letter(name):
            candidates = sorted(set(initials.get(name, [])))
            whole = candidates[0] if len(candidates) == 1 else None
        if whole and whole != key and whole in drafts:
            drafts[whole].take(drafts.pop(key))


def _bracketed_with(
    article: Article, draft: Draft, by_end: Mapping[int, str], by_start: Mapping[int, str], whole_of: Drafts
) -> str | None:
    """Return the key of the name an abbreviation stands in brackets behind, or that stands in brackets behind it."""
    for one in draft.located:
        start, end = one.mention.start, one.mention.end
        if article.text[start - 2 : start] == ", " and start - 2 in by_end and draft.name.isupper():
            key = by_end[start - 2]
            before = next(other.name for other in whole_of[key].located if other.mention.end == start - 2)
            if article.text[end : end + 1] in _CLOSING and _is_spelled_out(before, draft.name):
                return key
        if article.text[start - 2 : start] == " (" and start - 2 in by_end:
            return by_end[start - 2]
        if article.text[end : end + 2] == " (" and article.text[end + 2 : end + 3] == draft.name[0]:
            return by_start.get(end + 2)
    return None


def _is_spelled_out(name: str, letters: str) -> bool:
    """Say whether a name that only a comma parts from letters is what they stand for: `Dansk Industri, DI,`.

    With an article it is a body's official name, and the letters may be those of another language: `Den Internationale
    Cykelunion, UCI,`.
    """
    words = name.split()
    if len(words) < 2:  # noqa: PLR2004 — `LO, NHO, KS`
        return False
    return words[0] in articled.ARTICLES or (letters[0] == name[0] and spells(letters.casefold(), name.casefold()))


def _join_bynames(article: Article, drafts: Drafts) -> None:
    """Bring together a body and what it is better known as: `Den armenske føderasjon (ARF), kjent som Dasjnak`."""
    bodies = _organisations(drafts)
    by_end = {one.mention.end: key for key, draft in bodies.items() for one in draft.located}
    for key, draft in bodies.items():
        for one in draft.located:
            start = people.byname_start(article.text, one.mention.start)
            whole = None if start is None else by_end.get(start, by_end.get(start - len(")")))
            if whole is not None and whole != key and key in drafts and whole in drafts:
                drafts[whole].take(drafts.pop(key))


def _initials(bodies: Drafts) -> Mapping[str, list[str]]:
    """Return first letters, of all words and of those with capitals → keys of the organisations they may stand for."""
    initials: dict[str, list[str]] = {}
    for key, draft in bodies.items():
        words = draft.name.split()
        if len(words) == 2 and words[0].isupper():  # noqa: PLR2004 — `FC Midtjylland` is FCM
            initials.setdefault(f"{words[0]}{words[1][0]}", []).append(key)
        if len(words) > 2:  # noqa: PLR2004 — two letters abbreviate too much
            initials.setdefault("".join(word[0] for word in words if word[0].isupper()), []).append(key)
            initials.setdefault("".join(word[0].upper() for word in words), []).append(key)
            initials.setdefault("".join(word[0] for word in words), []).append(key)
    return initials


def _join_short_names(drafts: Drafts) -> None:
    """Bring together an organisation and the first words of its name: `Statsforvalteren` is the one `i Innlandet`.

    `Wagner` is `Wagner-gruppa` too, `Friidrettsforbundet` is `Norges Friidrettsforbund`, `Aarsleff` is
    `Per Aarsleff A/S`.
    """
    bodies = _organisations(drafts)
    longer = _longer_names(bodies)
    for key, draft in bodies.items():
        # `Skjereggs forsvarer`, where only `Skjeregg Sjømat` is named besides
        whole = longer.get(fold(draft.name)) or longer.get(fold(draft.name.removesuffix("s")), [])
        if len(whole) == 1 and whole[0] in drafts and organisations.known_organisation(draft.name) is None:
            if fold(draft.name) not in longer:
                _call(draft, drafts[whole[0]].name)
            drafts[whole[0]].take(drafts.pop(key))


def _longer_names(bodies: Drafts) -> Mapping[str, list[str]]:
    """Return what organisations may be called in short, folded → keys of those."""
    longer: dict[str, list[str]] = {}
    for key, draft in bodies.items():
        words = draft.name.split()
        for end in range(1, len(words)):
            longer.setdefault(fold(" ".join(words[:end])), []).append(key)
        if len(words) > 1 and organisations.has_organisation_ending(words[-1], alone=True):
            for ending in ("et", "en", "a"):
                longer.setdefault(fold(f"{words[-1]}{ending}"), []).append(key)
        if organisations.has_legal_form(draft.name) and cues.is_first_name(words[0]):
            longer.setdefault(fold(words[-2]), []).append(key)
        if len(words) > 1 and organisations.is_cue(words[0]) and words[0].endswith(("en", "et", "a")):
            # `Arbeidsgiverforeningen Spekter` at a sentence's start is Spekter.
            longer.setdefault(fold(" ".join(words[1:])), []).append(key)
        prefix, hyphen, head = draft.name.rpartition("-")
        if hyphen and (organisations.is_cue(head) or organisations.is_cue(f"{head}n")):
            longer.setdefault(fold(prefix), []).append(key)
    return longer


def _join_heads(rows: Sequence[Sequence[Token]], drafts: Drafts) -> None:
    """Bring `Rådet` and `Havarikommisjonen`, where no capital is due, together with the only body that ends so."""
    bodies = _organisations(drafts)
    if len(bodies) > MOST_BODIES:
        return
    heads: dict[str, str] | None = None
    for key, draft in bodies.items():
        name = draft.name
        if " " in name or "-" in name or name.isupper() or not name.endswith(("en", "et", "a")):
            continue
        if organisations.known_organisation(name) or not organisations.has_organisation_ending(name, alone=True):
            continue
        if all(rows[one.row][one.first].opens for one in draft.located):
            continue
        if heads is None:
            heads = {other: organisations.short_form(each.name.split()[-1]) for other, each in bodies.items()}
        short = heads[key]
        # `Utenriksdepartementet` is the home one beside `Kinas utenriksdepartement`.
        bare = name.lower() in read_words("organisations", "suffixes")
        whole = [
            other
            for other, head in heads.items()
            if head.endswith(short) and other != key and other in drafts and (bare or drafts[other].country is None)
        ]
        if len(whole) == 1:
            _call(draft, drafts[whole[0]].name)
            drafts[whole[0]].take(drafts.pop(key))


def _call(draft: Draft, name: str) -> None:
    """Let a short form count as the whole name, which is to be shown."""
    draft.located = [replace(one, name=name) for one in draft.located]
