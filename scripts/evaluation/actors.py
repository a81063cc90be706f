"""Scores of the actors: who was found, and what is said of those found."""

from __future__ import annotations

from evaluation.cast import Cast, meets, mention_texts
from evaluation.gold import Case
from evaluation.likeness import ARTICLE, fold, same_role
from evaluation.pairing import tally_pairs
from evaluation.tally import Tallies, Tally


def score_surfaces(case: Case, who: Cast) -> Tally:
    """Score the spellings of the actors found, to the letter; descriptions and capitals are scored as resolved."""
    tally = Tally()
    elsewhere = {_plain(words) for words in _described(case, who)}
    for actor, offer in who.both():
        texts = mention_texts(offer)
        for surface in actor["surfaces"]:
            ok = any(meets(surface, text, actor["name"]) for text in texts)
            tally.expect(ok=ok, label=f"{surface} of {actor['name']}")
        for text in texts:
            if _plain(text) not in elsewhere:
                ok = any(meets(surface, text, actor["name"]) for surface in actor["surfaces"])
                tally.offer(ok=ok, label=f"{text} of {actor['name']}")
    return tally


def score_roles(who: Cast) -> Tally:
    """Score what the actors found are said to be: one right role an actor is enough."""
    tally = Tally()
    for actor, offer in who.both():
        roles = offer.get("roles") or [offer["role"]] if offer.get("role") or offer.get("roles") else []
        wanted = [*(actor.get("roles") or ()), *(actor.get("descriptions") or ())]
        ok = any(same_role(a, b) for a in wanted for b in roles)
        if actor.get("roles"):
            tally.expect(ok=ok, label=f"{actor['name']}: {' | '.join(actor['roles'])}")
        if roles:
            tally.offer(ok=ok, label=f"{actor['name']}: {' | '.join(roles)}")
    return tally


def score_resolved(case: Case, who: Cast) -> Tally:
    """Score descriptions and capitals that mean an actor without naming it, of the actors found.

    A description of somebody else is a mistake, unless it names this actor too or is a compound of its name
    (`FN-toppen`). What is annotated for nobody is judged under surfaces.
    """
    tally = Tally()
    described = _described(case, who)
    elsewhere = {_plain(words) for words in described}
    for actor, offer in who.both():
        texts = mention_texts(offer)
        meant = {_plain(words): words for words, names in described.items() if actor["name"] in names}
        offered = {_plain(text): text for text in texts}
        for plain, words in meant.items():
            tally.expect(ok=plain in offered, label=f"{words} is {actor['name']}")
        for plain, words in offered.items():
            own = any(meets(words, surface, actor["name"]) for surface in (actor["name"], *actor["surfaces"]))
            if plain in meant or (plain in elsewhere and not own):
                tally.offer(ok=plain in meant, label=f"{words} is {actor['name']}")
    return tally


def _described(case: Case, who: Cast) -> dict[str, set[str]]:
    """Return each annotated description, and each capital that stands for a state, with the names of whom it means."""
    found: dict[str, set[str]] = {}
    for actor in who.gold:
        for words in actor.get("descriptions") or ():
            found.setdefault(words, set()).add(actor["name"])
    for city, state in (case.gold.get("metonyms") or {}).items():
        found.setdefault(city, set()).add(state)
    return found


def _plain(words: str) -> str:
    """Return words folded and without an article in front."""
    return ARTICLE.sub("", fold(words))


def score_actors(case: Case, who: Cast) -> Tallies:
    """Score who was found, and what is said of those found."""
    types, salient = Tally(), Tally()
    for actor, offer in who.both():
        types.judge(ok=actor["type"] == offer.get("type"), label=f"{actor['name']}: {offer.get('type')}")
        if actor["salient"]:
            salient.expect(ok=bool(offer.get("salient")), label=actor["name"])
        if offer.get("salient"):
            salient.offer(ok=actor["salient"], label=actor["name"])
    labels = [f"{a['id']} ({', '.join(mention_texts(a))})" for a in who.offers]
    return {
        "actors": tally_pairs([a["name"] for a in who.gold], labels, who.pairs),
        "surfaces": score_surfaces(case, who),
        "types": types,
        "salient": salient,
        "roles": score_roles(who),
        "resolved": score_resolved(case, who),
    }
