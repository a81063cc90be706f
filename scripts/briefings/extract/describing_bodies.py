"""Nouns of an article, and what bodies were before they got names, given to the organisations they mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from briefings.extract import echoes, kinds, namings, organisations, teams
from briefings.extract.covered import Covered
from briefings.extract.describing import MOST_TIES, PHRASE_SCORE
from briefings.extract.drafts import Draft, Located, give_role, met_in
from briefings.extract.tokens import Token
from briefings.findings import Mention, MentionType, Sentence
from briefings.model import ActorType, Article

_ORGANISATION, _PERSON, _STATE = ActorType.ORGANISATION, ActorType.PERSON, ActorType.STATE

KIND_RULE = "the only one of its kind named before"
FIRM_RULE = "the firm just told of"
ECHO_RULE = "repeats part of its name"
NAMED_RULE = "what it was before it got its name"


def describe_organisations(
    article: Article,
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Token]],
    located: Sequence[Located],
    drafts: Sequence[Draft],
) -> None:
    """Resolve `selskapet`, `klubben`, `tilsynet` to the only organisation of the kind named before."""
    theirs = [(role.start, role.end) for draft in drafts if draft.type is _ORGANISATION for role in draft.roles]
    taken = Covered([*theirs, *((one.mention.start, one.mention.end) for one in located)])
    held = Covered((role.start, role.end) for draft in drafts if draft.type is _PERSON for role in draft.roles)
    # `Rederiets direktør, X` is X.
    owners = {role.start for draft in drafts if draft.type is _PERSON for role in draft.roles}
    bodies = _bodies(drafts, held)
    ends = echoes.name_ends(bodies)
    told: set[int] = set()
    for row, tokens in enumerate(rows):
        for noun in kinds.find_nouns(tokens):
            token = tokens[noun.index]
            hidden = taken.holds(token.start) or (token.lower.endswith("s") and token.start in owners)
            end = tokens[noun.index + 2].end if noun.place else token.end
            if hidden:
                found = None
            elif noun.place:
                sitting = _told_in(noun.place, rows, drafts)
                found = kinds.seated_in(noun.place, noun.kind, bodies, sitting)
            else:
                found = kinds.body_of(noun, token.start, sentences[row].at, bodies)
            if found is not None:
                start = tokens[noun.index + 1 - noun.words].start
                told.add(token.start)
                drafts[found].descriptions.append(_mention(article, sentences[row].at, start, end, KIND_RULE))
        for index, found in echoes.find_echoes(tokens, ends, bodies) if bodies else ():
            start, end = tokens[index].start, tokens[index].end
            if start not in told and not taken.holds(start):
                told.add(start)
                drafts[found].descriptions.append(_mention(article, sentences[row].at, start, end, ECHO_RULE))
        opens = bool(bodies and tokens) and len(tokens[0].lower) >= kinds.SHORTEST_COMPOUND
        firm = kinds.firm_opening(tokens, sentences[row].at, bodies) if opens else None
        start, end = (tokens[0].start, tokens[0].end) if firm is not None else (0, 0)
        if firm is not None and start not in told and not taken.holds(start):
            drafts[firm].descriptions.append(_mention(article, sentences[row].at, start, end, FIRM_RULE))


def _mention(article: Article, at: int, start: int, end: int, rule: str) -> Mention:
    return Mention(article.text[start:end], start, end, at, MentionType.ORGANISATION, rule, PHRASE_SCORE)


def _bodies(drafts: Sequence[Draft], held: Covered) -> Sequence[kinds.Body]:
    """Return the organisations as far as nouns for them are concerned, in order; `held` are the roles of people."""
    bodies = [
        kinds.Body(
            index,
            tuple(sorted({draft.name, *(one.name for one in draft.located if one.name)})),
            draft.mentions[0].start,
            met_in(draft),
            frozenset(word for role in draft.roles for word in role.text.lower().split()) | _heads_behind(draft),
            any(not held.holds(one.mention.start) for one in draft.located[:MOST_TIES]),
        )
        for index, draft in enumerate(drafts)
        if draft.type is _ORGANISATION
    ]
    return sorted(bodies, key=lambda body: (body.first, body.entity))


def _heads_behind(draft: Draft) -> frozenset[str]:
    """Return what a name in no list stands before with a hyphen: `RSF-militsen` is a `militsen`."""
    texts = (one.mention.text for one in draft.located[:MOST_TIES])
    parts = (text.rpartition("-") for text in texts)
    return frozenset(
        form
        for name, hyphen, head in parts
        if hyphen and head.islower() and organisations.known_organisation(name) is None
        for form in (head, head.removesuffix("s"))
    )


def _told_in(place: str, rows: Sequence[Sequence[Token]], drafts: Sequence[Draft]) -> frozenset[int]:
    """Return the organisations right behind whose name the article says `i` and a place."""
    return frozenset(
        index
        for index, draft in enumerate(drafts)
        if draft.type is _ORGANISATION
        for one in draft.located[:MOST_TIES]
        if [token.text for token in rows[one.row][one.end : one.end + 2]] == ["i", place]
    )


def describe_named(
    article: Article, sentences: Sequence[Sentence], rows: Sequence[Sequence[Token]], drafts: Sequence[Draft]
) -> None:
    """Let what a body was before it got its name mean it wherever the article says it: `den nye bank`."""
    taken: set[tuple[str, ...]] = set()
    for draft in drafts:
        if draft.type is not _ORGANISATION:
            continue
        phrases: set[tuple[str, ...]] = set()
        told: set[int] = set()
        for one in draft.located:
            tokens = rows[one.row]
            stretch = namings.body_before(tokens, one.first)
            if stretch is None:
                continue
            phrases.add(tuple(token.lower for token in tokens[slice(*stretch)]))
            if tokens[stretch[1]].follows:
                # `Den nye banken heter X` gives a role, `selskapet, som heter X` another word for it.
                told.add(tokens[stretch[0]].start)
                give_role(article, one.mention.at, tokens, stretch, draft)
        for words in sorted(phrases - taken):
            draft.descriptions.extend(_said_again(article, sentences, rows, words, told))
        taken |= phrases


def _said_again(
    article: Article,
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Token]],
    words: Sequence[str],
    told: Collection[int],
) -> Iterator[Mention]:
    """Yield where the article says some words, in lower case, but for the places where they are told already."""
    for sentence, tokens in zip(sentences, rows, strict=True):
        for first in namings.places_of(words, tokens):
            start, end = tokens[first].start, tokens[first + len(words) - 1].end
            if start not in told:
                found = article.text[start:end], start, end, sentence.at
                yield Mention(*found, MentionType.ORGANISATION, NAMED_RULE, PHRASE_SCORE)


def add_teams(
    article: Article, sentences: Sequence[Sentence], rows: Sequence[Sequence[Token]], drafts: Sequence[Draft]
) -> None:
    """Let `U21-landsholdet` mean the state it plays for, if the article names it."""
    states = {draft.country: draft for draft in drafts if draft.type is _STATE}
    if not states or not teams.are_in(article.text):
        return
    for sentence, tokens in zip(sentences, rows, strict=True):
        for index in range(len(tokens)):
            found = teams.team_at(tokens, index, article.lang)
            draft = states.get(found[1]) if found else None
            if found and draft is not None:
                start, end = tokens[found[0]].start, tokens[index].end
                words = article.text[start:end]
                mention = Mention(words, start, end, sentence.at, MentionType.STATE, teams.RULE, PHRASE_SCORE)
                draft.descriptions.append(mention)
