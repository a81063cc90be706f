"""Mentions → who they are: all names of one actor in an article brought together, with roles and descriptions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from msgspec.structs import replace

from briefings.extract import (
    boundaries,
    capitals,
    cues,
    joining,
    kin,
    openings,
    organisations,
    parties,
    people,
    retyping,
    roles,
    roles_before,
    sites,
    state_bodies,
    territories,
    titles,
)
from briefings.extract.clients import add_clients
from briefings.extract.date_words import vocabulary
from briefings.extract.describing import add_descriptions
from briefings.extract.describing_bodies import add_teams, describe_named, describe_organisations
from briefings.extract.drafts import Draft, Located, add_roles, add_told_roles
from briefings.extract.speech import speech
from briefings.extract.tokens import Token, tokenise
from briefings.extract.wordlists import read_words
from briefings.findings import Entity, Mention, MentionType, Place, Sentence
from briefings.model import ActorType, Article, Lang
from briefings.names import fold, fullest, strip_genitive

_STATE, _ORGANISATION, _PERSON = ActorType.STATE, ActorType.ORGANISATION, ActorType.PERSON
_OF_PERSON, _OF_STATE, _OF_ORGANISATION, _OF_PLACE = (
    MentionType.PERSON,
    MentionType.STATE,
    MentionType.ORGANISATION,
    MentionType.PLACE,
)

_START, _EXTENT = attrgetter("start"), attrgetter("start", "end")

UNION = "EU"
NESTED_RULE = "name of a state inside an organisation’s"


def resolve(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[tuple[Entity, ...], tuple[Place, ...]]:
    """Return the article's actors, in order of first mention, and its places.

    The mentions of one actor do not overlap, nor do those of two, with one exception: a state named only inside the
    name of an
    organisation (`USAs nasjonale tryggingsråd`) has its mention there. Roles and descriptions may overlap mentions.
    """
    rows = [tokenise(article.text, sentence.start, sentence.end) for sentence in sentences]
    located = _locate(article, sentences, rows, boundaries.mend(article.text, sentences, rows, mentions))
    drafts, places = _draft_all(article, rows, located)
    add_roles(article, sentences, rows, located, drafts)
    add_told_roles(article, sentences, rows, located, drafts)
    add_descriptions(article, sentences, rows, located, drafts)
    describe_organisations(article, sentences, rows, located, drafts)
    add_teams(article, sentences, rows, drafts)
    describe_named(article, sentences, rows, drafts)
    add_clients(article, sentences, rows, drafts)
    drafts.sort(key=lambda draft: (draft.mentions[0].start, draft.mentions[0].end))
    return tuple(map(_entity, drafts)), places


def _locate(
    article: Article, sentences: Sequence[Sentence], rows: Sequence[Sequence[Token]], mentions: Sequence[Mention]
) -> list[Located]:
    """Find each mention's words and take off its genitive; mentions outside all sentences fall."""
    met = Counter(form for mention in mentions for form in (mention.text, *mention.text.split()))
    # `Assads fall` after `Bashar al-Assad`.
    met.update([bare for mention in mentions if (bare := cues.without_article(mention.text))])
    found: list[Located] = []
    row = 0
    for mention in sorted(mentions, key=_START):
        while row < len(sentences) and sentences[row].end <= mention.start:
            row += 1
        if row == len(sentences) or mention.start < sentences[row].start:
            continue
        tokens = rows[row]
        first = bisect_left(tokens, mention.start, key=_START)
        end = bisect_left(tokens, mention.end, lo=first, key=_START)
        if first < end:
            name = _base(article, tokens, first, end, met)
            found.append(Located(mention, row, first, end, name))
    return found


def _base(article: Article, tokens: Sequence[Token], first: int, end: int, met: Mapping[str, int]) -> str:
    name = " ".join(article.text[tokens[first].start : tokens[end - 1].end].split())
    eastern = end - first > 1 and cues.is_eastern(tokens[end - 2].text, tokens[end - 1].text)
    inner = organisations.compound_name(name) or organisations.member_name(name) or organisations.armed_name(name)
    if inner and not eastern:
        return inner
    if end - first == 1 and state_bodies.may_be_ministry(name):
        return name.removesuffix("s")
    if end - first == 1 and organisations.followers_of(name.lower()):
        return name.lower()
    prefix, hyphen, head = name.rpartition("-")
    if (
        end - first == 1
        and hyphen
        and cues.known_rule(name) is None
        and (cues.known_rule(prefix) or _is_met(prefix, met))
        and head[:1].islower()
        and not (cues.is_site(name) and cues.known_rule(prefix) not in {cues.STATE, cues.ORGANISATION})
        and not organisations.has_organisation_ending(f"xxx{head}")
    ):
        return organisations.known_organisation(prefix) or prefix if prefix.endswith("parti") else prefix
    base = cues.base_form(name, met)
    if base != name or not name.endswith("s"):
        return base
    after = tokens[end] if end < len(tokens) and tokens[end].follows else None
    owns = after is not None and (after.capital or after.lower not in read_words("cues", "not_owned"))
    if not owns or cues.known_rule(name) or (end - first == 1 and cues.is_first_name(name)):
        return name
    if end - first == 1 and organisations.has_organisation_ending(name[:-1], alone=True):
        # `Forsvarets talsmann`
        return name[:-1]
    # The name as it stands is among those met, and would decide that it is no genitive.
    once = met[name] == met[tokens[end - 1].text] == 1
    return strip_genitive(name, article.lang, () if once and _owns_thing(tokens, first, end) else met)


def _owns_thing(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether what stands behind a name in `-s` is surely its own: `Per Dahls bil sto`, `fant Per Dahls bil`."""
    thing = tokens[end]
    if titles.is_person_title(thing.text):
        return True
    if end - first == 1 or tokens[end - 1].lower.endswith("as") or _may_be_verb(thing) or thing.capital:
        return False
    after, before = tokens[end + 1 : end + 2], tokens[first - 1 : first]
    told = bool(after) and (after[0].gap.startswith(",") or (after[0].follows and _may_be_verb(after[0])))
    return told or (bool(before) and tokens[first].follows and _may_be_verb(before[0]))


def _may_be_verb(token: Token) -> bool:
    known = vocabulary().sets
    acts = token.lower in known["past_words"] or token.lower in known["present_words"] or openings.is_act(token)
    return acts or token.lower in speech().finite or token.lower.endswith(_VERBAL)


_VERBAL = ("er", "ar", "te", "de", "et", "a", "s", "må", "bør", "får", "går", "står")
"""Ends of most verbs, and of some nouns."""


def _is_met(prefix: str, met: Mapping[str, int]) -> bool:
    """Say whether a name is met by itself, in capitals or not: `NUPI` for `Nupi-forskeren`."""
    return any(form in met for form in (prefix, prefix.upper(), prefix.title()))


# --- who is who -----------------------------------------------------------------------------------------------------


def _draft_all(
    article: Article, rows: Sequence[Sequence[Token]], located: Sequence[Located]
) -> tuple[list[Draft], tuple[Place, ...]]:
    drafts: dict[str, Draft] = {}
    places: dict[str, list[Located]] = {}
    capital_mentions: list[tuple[str, Located]] = []
    located = retyping.retype(article.text, located)
    persons = [one for one in located if one.mention.type is _OF_PERSON]
    states = frozenset(territories.state_of(one.name) or "" for one in located if one.mention.type is _OF_STATE)
    letters = joining.party_letters(article, located, states)
    for one in located:
        kind = one.mention.type
        if kind is _OF_STATE:
            iso = territories.state_named(one.name) or territories.state_of(one.mention.text)
            _put(drafts, f"state {iso or fold(one.name)}", _STATE, one, iso)
        elif kind is _OF_ORGANISATION:
            party = letters.get(one.name)
            key, iso = organisations.organisation_key(party or one.name)
            iso = iso or parties.country_of(party or one.name, article.lang)
            _put(drafts, f"organisation {key}", _ORGANISATION, one, iso)
            drafts[f"organisation {key}"].party = party or drafts[f"organisation {key}"].party
        elif kind is _OF_PLACE:
            iso = capitals.capital_state(one.mention.text)
            if iso and capitals.means_government(rows[one.row], one.first, one.end):
                capital_mentions.append((iso, one))
            else:
                places.setdefault(fold(one.name), []).append(one)
    joining.join(article, rows, drafts)
    for key, draft in list(drafts.items()):
        if draft.type is _ORGANISATION and sites.is_site(draft, rows):
            places.setdefault(fold(draft.name), []).extend(drafts.pop(key).located)
    everyone = [*drafts.values(), *_people(article, rows, persons)]
    for draft in everyone:
        _settle(draft, article.lang)
    _add_nested_states(article, everyone)
    _add_capitals(article, everyone, capital_mentions)
    return everyone, tuple(_place(group) for group in sorted(places.values(), key=lambda g: g[0].mention.start))


def _put(drafts: dict[str, Draft], key: str, kind: ActorType, one: Located, country: str | None) -> None:
    drafts.setdefault(key, Draft(kind, one.name, [], country)).located.append(one)


def _people(article: Article, rows: Sequence[Sequence[Token]], located: Sequence[Located]) -> Iterator[Draft]:
    named = []
    before = {(one.row, one.first): roles_before.role_before(rows[one.row], one.first) for one in located}
    for index, one in enumerate(located):
        stretch = before[one.row, one.first]
        title = roles.title_of(rows[one.row], stretch) if stretch else None
        named.append(people.Named(index, one.name, title, one.row, kin.is_kin(rows[one.row], one.first, one.end)))
    for group in people.with_bynames(article.text, [one.mention for one in located], people.group_people(named)):
        yield Draft(_PERSON, located[group[0]].name, [located[index] for index in group], before=before)


def _settle(draft: Draft, lang: Lang) -> None:
    """Choose the name that is shown, and put the mentions in the order of the text."""
    draft.located.sort(key=lambda one: one.mention.start)
    draft.mentions = [one.mention for one in draft.located]
    counts = Counter(one.name for one in draft.located)
    if draft.type is _PERSON:
        draft.name = fullest(counts.items())
    else:
        by_state = {name: organisations.state_body_name(name, lang) for name in counts} if draft.country else {}
        # Of several as good the first: a count keeps names in the order in which they were met.
        draft.name = min(
            counts, key=lambda name: (by_state.get(name) is not None, not name[:1].isupper(), -counts[name])
        )
        draft.name = by_state.get(draft.name) or organisations.followers_of(draft.name) or draft.name
        if draft.party and organisations.is_party_letter(draft.name):
            full = [name for name in counts if not organisations.is_party_letter(name) and name[:1].isupper()]
            draft.name = full[0] if full else draft.party


def _add_nested_states(article: Article, drafts: list[Draft]) -> None:
    """Give a state the mentions inside the names of its bodies; one that is named nowhere else is met there."""
    states = {draft.country: draft for draft in drafts if draft.type is _STATE}
    for draft in list(drafts):
        if draft.type is not _ORGANISATION or draft.country is None:
            continue
        for one in draft.located:
            found = _state_in(one, draft.country)
            if found is None:
                continue
            word, start = found
            mention = Mention(word, start, start + len(word), one.mention.at, _OF_STATE, NESTED_RULE, 0.8)
            if draft.country in states:
                states[draft.country].mentions.append(mention)
                continue
            bare = word.removesuffix("s")
            name = word if territories.state_named(word) else bare
            name = name if territories.state_named(name) else strip_genitive(word, article.lang)
            states[draft.country] = Draft(_STATE, name, [], draft.country, [mention])
            drafts.append(states[draft.country])


def _state_in(one: Located, country: str) -> tuple[str, int] | None:
    """Return the state's name, and its offset, in what a body of it is called: `Omans …`, `… i Sierra Leone`."""
    text, start = one.mention.text, one.mention.start
    first, _, rest = text.partition(" ")
    if first[:1].isupper() and territories.state_of(first) == country:
        own, head = one.name.split()[1:2], one.name.split()[-1]
        known = (
            organisations.is_state_head(head) or organisations.is_force(head) or any(map(organisations.is_mission, own))
        )
        return (first, start) if known else None
    state = rest.removeprefix("i ")
    return (state, start + len(text) - len(state)) if territories.state_named(state) == country else None


def _add_capitals(article: Article, drafts: list[Draft], found: Sequence[tuple[str, Located]]) -> None:
    """Let capitals that stand for a government describe their states; a state named no other way is met there."""
    states = {draft.country: draft for draft in drafts if draft.type is _STATE}
    union = next((d for d in drafts if d.type is _ORGANISATION and d.name == UNION), None)
    for iso, one in found:
        mention = replace(one.mention, type=_OF_STATE, rule=capitals.RULE)
        if iso == capitals.SEAT_OF_UNION:
            mention = replace(mention, type=_OF_ORGANISATION)
            if union is None:
                union = Draft(_ORGANISATION, UNION, [], None, [mention])
                drafts.append(union)
            else:
                union.descriptions.append(mention)
        elif iso in states:
            states[iso].descriptions.append(mention)
        else:
            names = dict(territories.state_names(iso))
            name = names.get(article.lang, names.get("en", one.name))
            states[iso] = Draft(_STATE, name, [], iso, [mention])
            drafts.append(states[iso])


def _place(group: Sequence[Located]) -> Place:
    counts = Counter(one.name for one in group)
    # Of several as often the first.
    return Place(counts.most_common(1)[0][0], tuple(one.mention for one in group))


# --- what is said of them -------------------------------------------------------------------------------------------


def _entity(draft: Draft) -> Entity:
    return Entity(
        name=draft.name,
        type=draft.type,
        mentions=tuple(sorted(draft.mentions, key=_START)),
        roles=tuple(sorted(set(draft.roles), key=_EXTENT)),
        country=draft.country,
        descriptions=tuple(sorted(draft.descriptions, key=_START)),
    )
