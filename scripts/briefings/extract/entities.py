"""Mentions → who they are: all names of one actor in an article brought together, with roles and descriptions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefings.extract import capitals, cues, descriptions, kinds, organisations, people, roles, territories, titles
from briefings.extract.tokens import Token, tokenise
from briefings.extract.wordlists import read_words
from briefings.model import (
    ActorType,
    Article,
    Entity,
    Mention,
    MentionType,
    Place,
    Role,
    Sentence,
)
from briefings.names import fold, fullest, strip_genitive

ABBREVIATION_LETTERS = 8
"""Letters of the longest abbreviation in brackets that is joined to the name before it."""
CAPITAL_RULE = "capital for its government"
KIND_RULE = "the only one of its kind named before"
MOST_TIES = 50
"""Mentions of one person that are looked at for its age and those it belongs to."""
PHRASE_SCORE = 0.7
"""Of a definite phrase: not measured; below any named mention's usual score."""
NESTED_RULE = "name of a state inside an organisation’s"


@dataclass(frozen=True, slots=True)
class _Located:
    """A mention with the words of its sentence around it."""

    mention: Mention
    row: int
    first: int
    """Token of the sentence."""
    end: int
    name: str
    """Without genitive or the rest of a compound."""


@dataclass(slots=True)
class _Draft:
    """An actor while its pieces are gathered."""

    type: ActorType
    name: str
    located: list[_Located]
    country: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    descriptions: list[Mention] = field(default_factory=list)


def resolve(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[tuple[Entity, ...], tuple[Place, ...]]:
    """Return the article's actors, in order of first mention, and its places.

    The mentions of one actor do not overlap, nor do those of two, with one exception: a state named only inside the
    name of an
    organisation (`USAs nasjonale tryggingsråd`) has its mention there. Roles and descriptions may overlap mentions.
    """
    rows = [tokenise(article.text, sentence.start, sentence.end) for sentence in sentences]
    located = _locate(article, sentences, rows, mentions)
    drafts, places = _draft_all(article, rows, located)
    _add_roles(article, sentences, rows, located, drafts)
    _add_descriptions(article, sentences, rows, located, drafts)
    _describe_organisations(article, sentences, rows, located, drafts)
    drafts.sort(key=lambda draft: (draft.mentions[0].start, draft.mentions[0].end))
    return tuple(map(_entity, drafts)), places


def _locate(
    article: Article, sentences: Sequence[Sentence], rows: Sequence[Sequence[Token]], mentions: Sequence[Mention]
) -> list[_Located]:
    """Find each mention's words and take off its genitive; mentions outside all sentences fall."""
    met = frozenset(mention.text for mention in mentions)
    found: list[_Located] = []
    row = 0
    for mention in sorted(mentions, key=lambda mention: mention.start):
        while row < len(sentences) and sentences[row].end <= mention.start:
            row += 1
        if row == len(sentences) or mention.start < sentences[row].start:
            continue
        tokens = rows[row]
        first = bisect_left(tokens, mention.start, key=lambda token: token.start)
        end = bisect_left(tokens, mention.end, lo=first, key=lambda token: token.start)
        if first < end:
            name = _base(article, tokens, first, end, met)
            found.append(_Located(mention, row, first, end, name))
    return found


def _base(article: Article, tokens: Sequence[Token], first: int, end: int, met: frozenset[str]) -> str:
    name = " ".join(article.text[tokens[first].start : tokens[end - 1].end].split())
    if inner := organisations.compound_name(name):
        return inner
    if end - first == 1 and "-" in name and cues.known_rule(name) is None and cues.known_rule(name.rsplit("-", 1)[0]):
        prefix, head = name.rsplit("-", 1)
        if head[:1].islower() and not organisations.has_organisation_ending(f"xxx{head}"):
            return prefix
    base = cues.base_form(name, met)
    if base != name or not name.endswith("s"):
        return base
    after = tokens[end] if end < len(tokens) and tokens[end].follows else None
    owns = after is not None and (after.capital or after.lower not in read_words("cues", "not_owned"))
    if not owns or cues.known_rule(name) or (end - first == 1 and cues.is_first_name(name)):
        return name
    return strip_genitive(name, article.lang, met)


# --- who is who -----------------------------------------------------------------------------------------------------


def _draft_all(
    article: Article, rows: Sequence[Sequence[Token]], located: Sequence[_Located]
) -> tuple[list[_Draft], tuple[Place, ...]]:
    drafts: dict[str, _Draft] = {}
    places: dict[str, list[_Located]] = {}
    capital_mentions: list[tuple[str, _Located]] = []
    persons = [one for one in located if one.mention.type is MentionType.PERSON]
    for one in located:
        kind = one.mention.type
        if kind is MentionType.STATE:
            iso = territories.state_named(one.name) or territories.state_of(one.mention.text)
            _put(drafts, f"state {iso or fold(one.name)}", ActorType.STATE, one, iso)
        elif kind is MentionType.ORGANISATION:
            key, iso = organisations.organisation_key(one.name)
            _put(drafts, f"organisation {key}", ActorType.ORGANISATION, one, iso)
        elif kind is MentionType.PLACE:
            iso = capitals.capital_state(one.mention.text)
            if iso and capitals.means_government(rows[one.row], one.first, one.end):
                capital_mentions.append((iso, one))
            else:
                places.setdefault(fold(one.name), []).append(one)
    _join_abbreviations(article, drafts)
    _join_short_names(drafts)
    everyone = [*drafts.values(), *_people(rows, persons)]
    for draft in everyone:
        _settle(draft)
    _add_nested_states(article, everyone)
    _add_capitals(article, everyone, capital_mentions)
    return everyone, tuple(_place(group) for group in sorted(places.values(), key=lambda g: g[0].mention.start))


def _put(drafts: dict[str, _Draft], key: str, kind: ActorType, one: _Located, country: str | None) -> None:
    drafts.setdefault(key, _Draft(kind, one.name, [], country)).located.append(one)


def _join_abbreviations(article: Article, drafts: dict[str, _Draft]) -> None:
    """Bring together an organisation and the abbreviation in brackets behind it, or made of its first letters."""
    bodies = {key: draft for key, draft in drafts.items() if draft.type is ActorType.ORGANISATION}
    by_end = {one.mention.end: key for key, draft in bodies.items() for one in draft.located}
    initials: dict[str, list[str]] = {}
    for key, draft in bodies.items():
        words = draft.name.split()
        if len(words) > 2:  # noqa: PLR2004 — two letters abbreviate too much
            initials.setdefault("".join(word[0] for word in words if word[0].isupper()), []).append(key)
            initials.setdefault("".join(word[0].upper() for word in words), []).append(key)
    for key, draft in sorted(bodies.items()):
        name = draft.name
        if len(name.split()) > 1 or not name[:1].isupper() or len(name) > ABBREVIATION_LETTERS or key not in drafts:
            continue
        first = draft.located[0].mention
        whole = by_end.get(first.start - 2) if article.text[first.start - 2 : first.start] == " (" else None
        if whole is not None and organisations.is_party_letter(name) and not initials.get(name):
            whole = whole if organisations.known_organisation(name) is None else None
        if whole is None and name.isupper():
            candidates = sorted(set(initials.get(name, [])))
            whole = candidates[0] if len(candidates) == 1 else None
        if whole and whole != key and whole in drafts:
            drafts[whole].located.extend(drafts.pop(key).located)


def _join_short_names(drafts: dict[str, _Draft]) -> None:
    """Bring together an organisation and the first words of its name: `Statsforvalteren` is the one `i Innlandet`."""
    longer: dict[str, list[str]] = {}
    bodies = {key: draft for key, draft in drafts.items() if draft.type is ActorType.ORGANISATION}
    for key, draft in bodies.items():
        words = draft.name.split()
        for end in range(1, len(words)):
            longer.setdefault(fold(" ".join(words[:end])), []).append(key)
    for key, draft in bodies.items():
        whole = longer.get(fold(draft.name), [])
        if len(whole) == 1 and whole[0] in drafts and organisations.known_organisation(draft.name) is None:
            drafts[whole[0]].located.extend(drafts.pop(key).located)


def _people(rows: Sequence[Sequence[Token]], located: Sequence[_Located]) -> Iterator[_Draft]:
    named = []
    for index, one in enumerate(located):
        stretch = roles.role_before(rows[one.row], one.first)
        title = roles.title_of(rows[one.row], stretch) if stretch else None
        named.append(people.Named(index, one.name, title))
    for group in people.group_people(named):
        yield _Draft(ActorType.PERSON, located[group[0]].name, [located[index] for index in group])


def _settle(draft: _Draft) -> None:
    """Choose the name that is shown, and put the mentions in the order of the text."""
    draft.located.sort(key=lambda one: one.mention.start)
    draft.mentions = [one.mention for one in draft.located]
    counts = Counter(one.name for one in draft.located)
    if draft.type is ActorType.PERSON:
        draft.name = fullest(counts.items())
    else:
        first = {name: position for position, name in reversed(list(enumerate(one.name for one in draft.located)))}
        draft.name = min(counts, key=lambda name: (not name[:1].isupper(), -counts[name], first[name]))


def _add_nested_states(article: Article, drafts: list[_Draft]) -> None:
    """Give a state that is named only inside the name of one of its bodies a mention there."""
    named = {draft.country for draft in drafts if draft.type is ActorType.STATE}
    for draft in list(drafts):
        if draft.type is not ActorType.ORGANISATION or draft.country is None or draft.country in named:
            continue
        for one in draft.located:
            word = one.mention.text.split()[0]
            if not word[0].isupper() or territories.state_of(word) != draft.country:
                continue
            if not organisations.is_state_head(one.name.split()[-1]):
                continue
            start = one.mention.start
            mention = Mention(word, start, start + len(word), one.mention.at, MentionType.STATE, NESTED_RULE, 0.8)
            bare = word.removesuffix("s")
            name = bare if territories.state_named(bare) else strip_genitive(word, article.lang)
            drafts.append(_Draft(ActorType.STATE, name, [], draft.country, [mention]))
            named.add(draft.country)
            break


def _add_capitals(article: Article, drafts: list[_Draft], found: Sequence[tuple[str, _Located]]) -> None:
    """Let capitals that stand for a government describe their states; a state named no other way is met there."""
    states = {draft.country: draft for draft in drafts if draft.type is ActorType.STATE}
    for iso, one in found:
        mention = replace(one.mention, type=MentionType.STATE, rule=CAPITAL_RULE)
        if iso in states:
            states[iso].descriptions.append(mention)
        else:
            names = dict(territories.state_names(iso))
            name = names.get(article.lang, names.get("en", one.name))
            states[iso] = _Draft(ActorType.STATE, name, [], iso, [mention])
            drafts.append(states[iso])


def _place(group: Sequence[_Located]) -> Place:
    counts = Counter(one.name for one in group)
    first = {name: position for position, name in reversed(list(enumerate(one.name for one in group)))}
    name = min(counts, key=lambda name: (-counts[name], first[name]))
    return Place(name, tuple(one.mention for one in group))


# --- what is said of them -------------------------------------------------------------------------------------------


def _add_roles(
    article: Article,
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Token]],
    located: Sequence[_Located],
    drafts: Sequence[_Draft],
) -> None:
    """Add the roles before and behind names."""
    names: dict[int, set[int]] = {}
    begins: dict[tuple[int, int], int] = {}
    for one in located:
        names.setdefault(one.row, set()).add(one.first)
        begins[one.row, one.end] = one.first
    for draft in drafts:
        if draft.type is ActorType.STATE:
            continue
        for one in draft.located:
            tokens = rows[one.row]
            stretches = [roles.role_before(tokens, one.first, organisation=draft.type is ActorType.ORGANISATION)]
            if draft.type is ActorType.PERSON:
                draft.country = draft.country or _origin(tokens, one.end)
                stretches.append(roles.role_after(tokens, one.end, names[one.row]))
            for stretch in stretches:
                if stretch and stretch[1] == one.first:
                    # A compound is one word of the role: `Nordlys Kraft-sjef`.
                    stretch = min(stretch[0], begins.get((one.row, one.first), stretch[0])), stretch[1]
                if stretch and not (draft.type is ActorType.ORGANISATION and _only_passes_on(tokens, stretch)):
                    _give_role(article, sentences[one.row].at, tokens, stretch, draft)


def _only_passes_on(tokens: Sequence[Token], stretch: roles.Stretch) -> bool:
    """Say whether a single noun stands behind a verb of speech (`melder nyheitsbyrået AFP`): it tells no more than the verb."""
    first, end = stretch
    return end - first == 1 and first > 0 and tokens[first - 1].lower in read_words("persons", "speech_verbs")


def _origin(tokens: Sequence[Token], end: int) -> str | None:
    """Return the state (alpha-3) a person is said right behind the name to come from: `Ama Owusu frå Ghana`."""
    if end + 1 < len(tokens) and tokens[end].follows and tokens[end].lower in {"fra", "frå"}:
        return territories.state_of(tokens[end + 1].text)
    return None


def _give_role(article: Article, at: int, tokens: Sequence[Token], stretch: roles.Stretch, draft: _Draft) -> None:
    start, end = tokens[stretch[0]].start, tokens[stretch[1] - 1].end
    draft.roles.append(Role(article.text[start:end], start, end, at))
    draft.country = draft.country or roles.country_of(tokens, stretch)
    draft.titles.update(
        titles.title_key(token.text) for token in tokens[slice(*stretch)] if titles.is_person_title(token.text)
    )


def _add_descriptions(
    article: Article,
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Token]],
    located: Sequence[_Located],
    drafts: Sequence[_Draft],
) -> None:
    """Resolve definite phrases: first those with an owner, which tell more about their holders, then the others."""
    phrases = _phrases(rows, located, drafts)
    by_row: dict[int, set[int]] = {}
    for index, draft in enumerate(drafts):
        for one in draft.located:
            by_row.setdefault(one.row, set()).add(index)
    states = {draft.country: draft for draft in drafts if draft.type is ActorType.STATE}
    organisation_names = _names_by_row(drafts, rows)
    for owned in (True, False):
        board = descriptions.Board(
            _holder(article, rows, organisation_names, index, draft)
            for index, draft in enumerate(drafts)
            if draft.type is ActorType.PERSON
        )
        for row, phrase in phrases:
            if phrase.owned is not owned:
                continue
            start = rows[row][phrase.first].start
            found = None if phrase.plural else board.holder_of(phrase, by_row.get(row, set()), start)
            meant = states.get(phrase.state) if phrase.plural else None if found is None else drafts[found]
            if meant is not None:
                _describe(article, sentences[row].at, rows[row], phrase, meant)


def _names_by_row(drafts: Sequence[_Draft], rows: Sequence[Sequence[Token]]) -> dict[int, frozenset[str]]:
    """Return the organisations' names in each sentence, full and short."""
    met: dict[int, set[str]] = {}
    for draft in drafts:
        if draft.type is ActorType.ORGANISATION:
            forms = {one.name for one in draft.located}
            for one in draft.located:
                met.setdefault(one.row, set()).update(forms)
    return {row: frozenset(met.get(row, ())) for row in range(len(rows))}


def _holder(
    article: Article,
    rows: Sequence[Sequence[Token]],
    organisation_names: Mapping[int, frozenset[str]],
    index: int,
    draft: _Draft,
) -> descriptions.Holder:
    """Return a person with what phrases may call it by: titles, country, ages, those it belongs to."""
    ages: set[int] = set()
    ties = {word for role in draft.roles for part in role.text.split() for word in (part, part.split("-")[0])}
    for one in draft.located[:MOST_TIES]:
        tokens = rows[one.row]
        near = tokens[max(0, one.first - 2) : one.first] + tokens[one.end : one.end + 1]
        ages.update(int(token.text[:2]) for token in near if _is_age(token, article))
        if _is_titled(draft, one):
            ties |= organisation_names[one.row]
    return descriptions.Holder(
        index, frozenset(draft.titles), draft.country, frozenset(ages), frozenset(ties), draft.mentions[0].start
    )


def _is_age(token: Token, article: Article) -> bool:
    """Say whether a word next to a name is an age: `36-årige`, `(36)`, `, 36,`."""
    if token.text[:2].isdigit() and token.lower[2:].startswith(("-år", "år")):
        return True
    after = article.text[token.end : token.end + 1]
    return len(token.text) == len("36") and token.text.isdigit() and (token.gap, after) in {(" (", ")"), (", ", ",")}


def _is_titled(draft: _Draft, one: _Located) -> bool:
    """Say whether the person is given a role right there."""
    return any(
        role.end + 1 >= one.mention.start >= role.start or role.start == one.mention.end + 2 for role in draft.roles
    )


def _describe_organisations(
    article: Article,
    sentences: Sequence[Sentence],
    rows: Sequence[Sequence[Token]],
    located: Sequence[_Located],
    drafts: Sequence[_Draft],
) -> None:
    """Resolve `selskapet`, `klubben`, `tilsynet` to the only organisation of the kind named before."""
    spans = [(role.start, role.end) for draft in drafts for role in draft.roles]
    taken = sorted([*spans, *((one.mention.start, one.mention.end) for one in located)])
    bodies = [
        kinds.Body(
            index,
            draft.name,
            draft.mentions[0].start,
            frozenset(word for role in draft.roles for word in role.text.lower().split()),
        )
        for index, draft in enumerate(drafts)
        if draft.type is ActorType.ORGANISATION
    ]
    bodies.sort(key=lambda body: (body.first, body.entity))
    place = 0
    for row, tokens in enumerate(rows):
        covered: set[int] = set()
        for index, token in enumerate(tokens):
            while place < len(taken) and taken[place][1] <= token.start:
                place += 1
            if place < len(taken) and taken[place][0] <= token.start:
                covered.add(index)
        for noun in kinds.find_nouns(tokens, covered):
            token = tokens[noun.index]
            found = kinds.body_of(noun, token.start, bodies)
            if found is not None:
                mention = Mention(
                    token.text,
                    token.start,
                    token.end,
                    sentences[row].at,
                    MentionType.ORGANISATION,
                    KIND_RULE,
                    PHRASE_SCORE,
                )
                drafts[found].descriptions.append(mention)


def _describe(article: Article, at: int, tokens: Sequence[Token], phrase: descriptions.Phrase, draft: _Draft) -> None:
    if phrase.owned:
        _give_role(article, at, tokens, (phrase.first, phrase.end), draft)
        return
    start, end = tokens[phrase.first].start, tokens[phrase.end - 1].end
    kind = MentionType.STATE if phrase.plural else MentionType.PERSON
    draft.descriptions.append(Mention(article.text[start:end], start, end, at, kind, phrase.rule, PHRASE_SCORE))


def _phrases(
    rows: Sequence[Sequence[Token]], located: Sequence[_Located], drafts: Sequence[_Draft]
) -> list[tuple[int, descriptions.Phrase]]:
    """Return (sentence, phrase) for all phrases outside names and roles."""
    spans = sorted((role.start, role.end) for draft in drafts for role in draft.roles)
    taken: dict[int, set[int]] = {}
    for one in located:
        taken.setdefault(one.row, set()).update(range(one.first, one.end))
    found: list[tuple[int, descriptions.Phrase]] = []
    place = 0
    for row, tokens in enumerate(rows):
        covered: set[int] = set()
        for index, token in enumerate(tokens):
            while place < len(spans) and spans[place][1] <= token.start:
                place += 1
            if place < len(spans) and spans[place][0] <= token.start:
                covered.add(index)
        names = frozenset(taken.get(row, set()) | covered)
        found.extend(
            (row, phrase)
            for phrase in descriptions.find_phrases(tokens, names)
            if phrase.member_of or covered.isdisjoint(range(phrase.first, phrase.end))
        )
    return found


def _entity(draft: _Draft) -> Entity:
    return Entity(
        name=draft.name,
        type=draft.type,
        mentions=tuple(sorted(draft.mentions, key=lambda mention: mention.start)),
        roles=tuple(sorted(set(draft.roles), key=lambda role: (role.start, role.end))),
        country=draft.country,
        descriptions=tuple(sorted(draft.descriptions, key=lambda mention: mention.start)),
    )
