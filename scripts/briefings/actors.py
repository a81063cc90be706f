"""Who is who across articles: entities of all extractions → actors with ids that never change.

What the articles say is brought together first, without looking at what the build itself wrote on actor pages; the
pages then only give the ids. So a second run over its own pages gives the same result, and a bare surname that an
earlier run filed as an alias proves nothing. What people decided comes last, `not_same_as` apart: `same_as` and the
aliases they added lead whole groups, ids and all, to another page, and `hidden` leaves them out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from briefings.actor_appearances import Appearance, appearances_of
from briefings.actor_groups import group_all
from briefings.actor_parties import Party, gather
from briefings.actor_proposals import Proposal, propose
from briefings.actor_rulings import KnownActor, rule
from briefings.extract import organisations, parties, territories
from briefings.findings import Extraction
from briefings.model import ActorType
from briefings.names import fullest
from briefings.page_values import Actor


class Identities(Struct, frozen=True):
    """Who all the entities are."""

    ids: tuple[tuple[str | None, ...], ...]
    """One row for each extraction, in the order given; in it one id for each entity, None where it has no page."""
    actors: tuple[Actor, ...]
    """All that are to have a page, sorted by id."""
    proposed: tuple[Proposal, ...]


def identify(extractions: Sequence[Extraction], known: Sequence[KnownActor] = ()) -> Identities:
    """Give every entity of every extraction its actor.

    The same for any order of the extractions (apart from the order of `ids`), which must have different seed names.
    Entities whose name is too long or has no letters, and those of hidden actors, have no actor.
    """
    ruling = rule(known)
    rows = sorted(range(len(extractions)), key=lambda row: extractions[row].article.seed.name)
    appearances = [one for row in rows for one in appearances_of(row, extractions[row])]
    grouped = group_all(appearances, ruling)
    parties = gather(grouped, ruling)
    shown = [party for party in parties.all if party.id not in ruling.hidden]
    actor_at = {(one.row, one.index): party.id for party in shown for one in party.members}
    return Identities(
        ids=tuple(
            tuple(actor_at.get((row, index)) for index in range(len(extraction.entities)))
            for row, extraction in enumerate(extractions)
        ),
        actors=tuple(_actor(party, ruling.pages.get(party.id)) for party in shown),
        proposed=propose(grouped, parties.ids, ruling, frozenset(party.id for party in shown)),
    )


# --- what a page says -----------------------------------------------------------------------------------------------


def _actor(party: Party, page: KnownActor | None) -> Actor:
    """Make what is offered as an actor's page from all its appearances.

    Name, type and a state's country are those it has by itself, or those of its page: whoever a person adds to an
    actor does not rename it. An alias that a person wrote is not offered, so that it stays known as theirs.
    """
    kind = _type(party.own) if party.own or page is None else page.type
    country = _country(party.own) or (page.country if page and not party.own else None)
    if kind is not ActorType.STATE:
        country = country or _country(party.members)
    names = territories.state_names(country) if kind is ActorType.STATE and country else ()
    name = dict(names).get("nb") or (_name(party.own) if party.own or page is None else page.name)
    aliases = {form for one in party.members for form, _ in one.forms} - {name} - party.decided
    return Actor(
        id=party.id,
        name=name,
        type=kind,
        aliases=tuple(sorted(aliases)),
        names=names,
        country=country,
        role=_role(party.members),
    )


def _type(members: Sequence[Appearance]) -> ActorType:
    kinds = Counter(one.type for one in members for _ in one.forms)
    return min(kinds, key=lambda kind: (-kinds[kind], kind.value))


def _country(members: Sequence[Appearance]) -> str | None:
    return _most_common(Counter(one.country for one in members if one.country))


def _role(members: Sequence[Appearance]) -> str | None:
    """Return the role to show: Norwegian before Danish, several words before a bare title, then the most used."""
    roles = Counter(role for one in members for role in one.roles)
    norwegian = Counter(role for one in members if one.norwegian for role in one.roles)
    chosen = norwegian or roles
    return min(
        chosen,
        key=lambda role: (" " not in role, -chosen[role], -len(role), role),
        default=None,
    )


def _name(members: Sequence[Appearance]) -> str:
    """Return the fullest name, a Norwegian article's before a Danish one's of the same number of words.

    A party goes by the name that its letters stand for.
    """
    if party := _most_common(Counter(one.name for one in members if parties.is_party_name(one.name))):
        return party
    most = max(len(form.split()) for one in members for form, _ in one.forms)
    forms: Counter[str] = Counter()
    norwegian: Counter[str] = Counter()
    for one in members:
        for form, count in one.forms:
            if one.type is not ActorType.PERSON or len(form.split()) == most:
                # `det tyrkiske utanriksdepartementet` goes by the name that was made of it.
                shown = one.name if organisations.state_body_name(form, "nb") else form
                forms[shown] += count
                norwegian[shown] += count * one.norwegian
    chosen = +norwegian or forms
    if members[0].type is ActorType.PERSON:
        return fullest(chosen.items())
    return min(chosen, key=lambda form: (not form[:1].isupper(), -chosen[form], -len(form), form))


def _most_common(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)
