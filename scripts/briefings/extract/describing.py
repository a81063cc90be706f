"""Definite phrases of an article, given to the people and states they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import compress, count

from msgspec.structs import replace

from briefings.extract import accused, descriptions, focus, holders, titles, topics
from briefings.extract.covered import Covered
from briefings.extract.drafts import Draft, Located, give_role, met_in
from briefings.extract.parties import PARTY_BEHIND
from briefings.extract.roles import WHOSE
from briefings.extract.tokens import Token
from briefings.extract.wordlists import read_words
from briefings.findings import Mention, MentionType, Sentence
from briefings.model import ActorType, Article

_STATE, _PERSON, _ORGANISATION = ActorType.STATE, ActorType.PERSON, ActorType.ORGANISATION

TOPIC_RULE = "the one just told of"
FOCUS_RULE = "the one in focus"
OTHERS_RULE = "what it is to somebody else"
MOST_TIES = 50
"""Mentions of one person that are looked at for its age and those it belongs to."""
PHRASE_SCORE = 0.7
"""Of a definite phrase: not measured; below any named mention's usual score."""
_HELD = re.compile(
    r"\b(?:var|vært|været|vore|satt|sat|virket|virka|arbeidet|jobbet|jobba)(?: [a-zæøå]+)?(?: som)? (?:en? |ein )?\Z"
)
"""Right before what somebody once was: `var i ti år`, `har vært`, `satt som`."""
MOST_TO_HELD = 40
"""Characters before a role in which that is looked for."""


def add_descriptions(
    article: Article,
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Token]],
    located: Sequence[Located],
    drafts: Sequence[Draft],
) -> None:
    """Resolve definite phrases: first those with an owner, which tell more about their holders, then the others."""
    phrases = _phrases(rows, located, drafts)
    _describe_by_others(drafts)
    by_row = _entities_by_row(drafts)
    states = {draft.country: draft for draft in drafts if draft.type is _STATE}
    organisation_names = _names_by_row(drafts, rows)
    unmet: list[tuple[int, descriptions.Phrase]] = []
    for step in (0, 1, 2):
        chosen = [found for found in phrases if _step(found[1]) == step]
        if not chosen:
            continue
        left: list[tuple[int, descriptions.Phrase]] = []
        board = holders.Board(
            _holder(article, rows, organisation_names, index, draft)
            for index, draft in enumerate(drafts)
            if draft.type is _PERSON
        )
        for row, worded in chosen:
            start = rows[row][worded.first].start
            place = holders.Spot(start, sentences[row].at, frozenset(by_row.get(row, ())))
            phrase, found = _held(rows[row], worded, board, place)
            meant = states.get(phrase.state) if phrase.plural else None if found is None else drafts[found]
            if meant is not None:
                _describe(article, sentences[row].at, rows[row], phrase, meant)
            elif not phrase.plural:
                unmet.append((row, phrase))
                if topics.is_candidate(phrase) and not board.is_known_by(phrase):
                    left.append((row, phrase))
        if left:
            view = focus.Focus(article, sentences, rows, drafts)
            _add_topics(article, view, view.told({row for row, _ in left}), drafts, left)
    if unmet:
        _add_focus(article, focus.Focus(article, sentences, rows, drafts), drafts, unmet)


def _entities_by_row(drafts: Sequence[Draft]) -> dict[int, set[int]]:
    """Return the actors named in each sentence."""
    by_row: dict[int, set[int]] = {}
    for index, draft in enumerate(drafts):
        for one in draft.located:
            by_row.setdefault(one.row, set()).add(index)
    return by_row


def _add_focus(
    article: Article, view: focus.Focus, drafts: Sequence[Draft], left: Sequence[tuple[int, descriptions.Phrase]]
) -> None:
    """Give phrases that nothing ties to anybody to whoever is in focus where they stand."""
    known = {mention.start for draft in drafts for mention in draft.descriptions}
    ends = {role.start: role.end for draft in drafts for role in draft.roles}
    for row, phrase in left:
        tokens = view.rows[row]
        found = None if tokens[phrase.first].start in known else view.meant(row, phrase)
        if found is not None:
            # With where somebody is from, as his role has it: `Fiskaren frå Værøy`.
            told = ends.get(tokens[phrase.first].start, 0)
            end = max(phrase.end, sum(token.end <= told for token in tokens))
            _describe(article, view.sentences[row].at, tokens, replace(phrase, rule=FOCUS_RULE, end=end), drafts[found])


def _describe_by_others(drafts: Sequence[Draft]) -> None:
    """Let what somebody is only to another, before a name, describe it, too: `Hans etterfølger, Birgitte Juhl,`."""
    for draft in drafts:
        for role in draft.roles if draft.type is _PERSON else ():
            whose, _, title = role.text.partition(" ")
            if whose.lower() in WHOSE and titles.title_key(title) in read_words("titles", "relations"):
                mention = Mention(
                    role.text, role.start, role.end, role.at, MentionType.PERSON, OTHERS_RULE, PHRASE_SCORE
                )
                draft.descriptions.append(mention)


def _held(
    tokens: Sequence[Token], phrase: descriptions.Phrase, board: holders.Board, place: holders.Spot
) -> tuple[descriptions.Phrase, int | None]:
    """Return a phrase, as far as it reaches, and the person it means by what people are called."""
    if not phrase.seated:
        return phrase, None if phrase.plural else board.holder_of(phrase, place)
    end = phrase.end + 1
    while end < len(tokens) and tokens[end].follows and tokens[end].capital:
        end += 1
    body = " ".join(token.text for token in tokens[phrase.end + 1 : end])
    found = board.seated(phrase.title or "", body)
    return (phrase if found is None else replace(phrase, end=end)), found


def _step(phrase: descriptions.Phrase) -> int:
    """Return when a phrase is resolved: those that tell more about whom they mean come first."""
    if phrase.owned:
        return 0
    return 1 if phrase.age is not None or phrase.former or phrase.changing else 2


def _add_topics(
    article: Article,
    view: focus.Focus,
    told: Sequence[topics.Row],
    drafts: Sequence[Draft],
    left: Sequence[tuple[int, descriptions.Phrase]],
) -> None:
    """Give phrases that nobody was introduced by to the one just told of; those that open an article to the next."""
    often = {index: len(draft.located) for index, draft in enumerate(drafts) if draft.type is _PERSON}
    for row, phrase in left:
        at, tokens = told[row].at, told[row].tokens
        if phrase.age is not None and topics.is_unnamed(article.text, phrase.age):
            continue
        once = phrase.former or phrase.changing
        marked = topics.is_marked(tokens, phrase) or (once and topics.is_next(told, row) and not told[row].people)
        found = topics.just_told_of(told, row) if marked else None
        if found is not None and not view.may_mean(row, phrase, found):
            continue
        if found is None and tokens[phrase.first].opens and not phrase.seated:
            found = topics.next_told_of(told, row, often)
        if found is None or not _may_be(article, told, row, phrase, drafts[found]):
            continue
        draft = drafts[found]
        if phrase.title is not None and not draft.roles:
            give_role(article, at, tokens, topics.whole(tokens, phrase), draft)
            if not (once or topics.is_another_word(tokens, phrase)):
                continue
        _describe(article, at, tokens, replace(phrase, rule=TOPIC_RULE), draft)
        draft.country = draft.country or phrase.state
        if phrase.work is not None:
            draft.titles.add(phrase.work)


def _may_be(article: Article, told: Sequence[topics.Row], row: int, phrase: descriptions.Phrase, draft: Draft) -> bool:
    """Say whether nothing that is told of a person speaks against its being meant by a phrase."""
    if phrase.age is not None and _ages(article, [one.tokens for one in told], draft):
        # An age is told, and it is another.
        return False
    if topics.needs_next(phrase) and (draft.roles or not topics.is_next(told, row)):
        return False
    once = phrase.former or phrase.changing
    if once and (held := draft.titles - _former(article, draft)):
        of_party = phrase.member_of is not None and any(title.endswith(phrase.title or "") for title in held)
        if of_party or phrase.title in held:
            return False
    return topics.fits(phrase.state, draft.country)


def _names_by_row(drafts: Sequence[Draft], rows: Sequence[Sequence[Token]]) -> dict[int, frozenset[str]]:
    """Return the organisations' names in each sentence, full and short."""
    met: dict[int, set[str]] = {}
    for draft in drafts:
        if draft.type is _ORGANISATION:
            forms = {one.name for one in draft.located}
            for one in draft.located:
                met.setdefault(one.row, set()).update(forms)
    return {row: frozenset(met.get(row, ())) for row in range(len(rows))}


def _holder(
    article: Article,
    rows: Sequence[Sequence[Token]],
    organisation_names: Mapping[int, frozenset[str]],
    index: int,
    draft: Draft,
) -> holders.Holder:
    """Return a person with what phrases may call it by: titles, country, ages, those it belongs to."""
    ties = {word for role in draft.roles for part in role.text.split() for word in (part, part.split("-")[0])}
    for one in draft.located[:MOST_TIES]:
        if _is_titled(draft, one):
            ties |= organisation_names[one.row]
        if bracket := PARTY_BEHIND.match(article.text, one.mention.end):
            ties.add(bracket[1])
    accusations = {accused.TITLE} if accused.is_accused(draft, rows) else set()
    return holders.Holder(
        index,
        frozenset(draft.titles | accusations),
        draft.country,
        _ages(article, rows, draft),
        frozenset(ties),
        draft.mentions[0].start,
        met_in(draft),
        _former(article, draft),
    )


def _former(article: Article, draft: Draft) -> frozenset[str]:
    """Return the titles that somebody is told to have held, and none that is told otherwise."""
    once: set[str] = set()
    now: set[str] = set()
    for role in draft.roles:
        words = role.text.lower().split()
        keys = {titles.title_key(word) for word in words if titles.is_person_title(word)}
        past = _HELD.search(article.text, max(0, role.start - MOST_TO_HELD), role.start)
        (once if past or not read_words("titles", "former").isdisjoint(words) else now).update(keys)
    return frozenset(once - now)


def _ages(article: Article, rows: Sequence[Sequence[Token]], draft: Draft) -> frozenset[int]:
    """Return the ages told beside a person's name."""
    near = (
        token
        for one in draft.located[:MOST_TIES]
        if not _scores(rows[one.row], one.first)
        for token in (*rows[one.row][max(0, one.first - 2) : one.first], *rows[one.row][one.end : one.end + 1])
    )
    return frozenset(int(token.text[:2]) for token in near if _is_age(token, article))


def _scores(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a name stands behind a score, as in `0–1 Okonjo (12)`, where no age follows."""
    return first > 1 and tokens[first - 1].text.isdigit() and tokens[first - 2].text.isdigit()


def _is_age(token: Token, article: Article) -> bool:
    """Say whether a word next to a name is an age: `36-årige`, `(36)`, `, 36,`."""
    if token.text[:2].isdigit() and token.lower[2:].startswith(("-år", "år")):
        return True
    if len(token.text) != len("36") or not token.text.isdigit():
        return False
    return (token.gap, article.text[token.end : token.end + 1]) in {(" (", ")"), (", ", ",")}


def _is_titled(draft: Draft, one: Located) -> bool:
    """Say whether the person is given a role right there."""
    return any(
        role.end + 1 >= one.mention.start >= role.start or role.start == one.mention.end + 2 for role in draft.roles
    )


def _describe(article: Article, at: int, tokens: Sequence[Token], phrase: descriptions.Phrase, draft: Draft) -> None:
    if phrase.owned:
        give_role(article, at, tokens, (phrase.first, phrase.end), draft)
        return
    start, end = tokens[phrase.first].start, tokens[phrase.end - 1].end
    kind = MentionType.STATE if phrase.plural else MentionType.PERSON
    draft.descriptions.append(Mention(article.text[start:end], start, end, at, kind, phrase.rule, PHRASE_SCORE))


def _phrases(
    rows: Sequence[Sequence[Token]], located: Sequence[Located], drafts: Sequence[Draft]
) -> list[tuple[int, descriptions.Phrase]]:
    """Return (sentence, phrase) for all phrases outside names and roles."""
    roles = Covered((role.start, role.end) for draft in drafts for role in draft.roles)
    taken: dict[int, set[int]] = {}
    for one in located:
        taken.setdefault(one.row, set()).update(range(one.first, one.end))
    found: list[tuple[int, descriptions.Phrase]] = []
    for row, tokens in enumerate(rows):
        telling = list(compress(count(), map(descriptions.tells_phrase, [token.text for token in tokens])))
        if not telling:
            continue
        near = roles.meets(tokens[0].start, tokens[-1].end)
        covered = {index for index, token in enumerate(tokens) if roles.holds(token.start)} if near else set()
        found.extend(
            (row, phrase)
            for phrase in descriptions.find_phrases(tokens, telling, covered | taken.get(row, set()))
            if phrase.member_of or covered.isdisjoint(range(phrase.first, phrase.end))
        )
    return found
