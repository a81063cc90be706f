"""Who is who: which offered actor is which annotated one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from evaluation.gold import Json
from evaluation.likeness import bare, fold, same_source, same_words, without_article
from evaluation.pairing import best_pairs


def mention_texts(actor: Json) -> list[str]:
    """Return every way in which the build says the text means this actor, once each."""
    mentions = [*(actor.get("mentions") or ()), *(actor.get("descriptions") or ())]
    return list(dict.fromkeys(str(m["text"] if isinstance(m, Mapping) else m) for m in mentions))


def meets(surface: str, text: str, name: str) -> bool:
    """Tell whether a mention is this surface, or the name inside a compound (`Nato` of `Nato-lande`).

    An article in front counts neither way. A name that holds a hyphen itself is no compound: `Kim Jong` is not Kim
    Jong-un, nor `Nord` Nord-Korea.
    """
    surface, text = without_article(surface), without_article(text)
    return surface == text or (surface.startswith(text + "-") and bare(surface) not in fold(name))


def overlap(gold: Json, offer: Json) -> float:
    """Weigh how much an offered actor is the annotated one: surfaces in common, half for a name in a compound."""
    texts = mention_texts(offer)
    names = {bare(without_article(text)) for text in texts}
    exact = sum(bare(without_article(surface)) in names for surface in gold["surfaces"])
    inside = sum(any(meets(surface, text, gold["name"]) for text in texts) for surface in gold["surfaces"])
    return exact + 0.5 * inside


class Cast(Struct, frozen=True):
    """Who is who: annotated actors, offered actors, and which is which."""

    gold: Sequence[Json]
    offers: Sequence[Json]
    pairs: Sequence[tuple[int, int]]

    def both(self) -> Iterator[tuple[Json, Json]]:
        """Yield each annotated actor that was found, with what was found."""
        for i, j in self.pairs:
            yield self.gold[i], self.offers[j]

    def named(self, words: str) -> Json | None:
        """Return the annotated actor with this name or, else, this description."""
        for actor in self.gold:
            if actor["name"] == words:
                return actor
        for actor in self.gold:
            if fold(words) in map(fold, actor.get("descriptions") or ()):
                return actor
        return None

    def is_speaker(self, gold: str | None, offer: str | None) -> bool:
        """Tell whether an offered speaker (an actor's id, or words) is the annotated one (a name, or words)."""
        if gold is None or offer is None:
            return gold is offer
        actor = self.named(gold)
        place = next((j for j, other in enumerate(self.offers) if other["id"] == offer), None)
        if place is None:
            if actor is None:
                return same_source(gold, offer)
            known = [actor["name"], *actor["surfaces"], *(actor.get("descriptions") or ())]
            roles = actor.get("roles") or ()  # to the letter: `leder av rådet` is not whoever is `leder`
            return any(same_source(words, offer) for words in known) or any(same_words(role, offer) for role in roles)
        if actor is None:
            return False
        if place in {j for _, j in self.pairs}:
            return any(self.gold[i] is actor and j == place for i, j in self.pairs)
        return overlap(actor, self.offers[place]) > 0  # half of a split actor: that fault is counted under actors


def cast(gold: Json, offer: Json) -> Cast:
    """Pair annotated and offered actors one to one, so that splitting or merging two leaves one over."""
    ours, theirs = gold.get("actors") or [], offer.get("actors") or []
    return Cast(ours, theirs, best_pairs([[overlap(a, b) for b in theirs] for a in ours]))
