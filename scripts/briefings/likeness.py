"""How alike two articles are, and whether they can be of one time.

Dates only ever forbid: articles of different months are not on the same event, however alike they are.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefings import edtf_date
from briefings.facts import agree, contradict
from briefings.profile import PLACE, THING, Profile

SAME_EVENT = 0.38
"""Least likeness of two articles on the same event."""
ENOUGH_SHARED = 3
"""Persons, organisations and places in common that are as good as any number."""
MOST_SHARERS = 200
"""An actor in more articles than this is no reason to compare them: keeps the comparing linear in the articles."""
SAME_MATTER = 0.05
"""Least likeness of what two articles tell, names left out; halved where one word makes it, which meets by chance."""
OTHER_DAY_MATTER = 0.4
"""The same where no weekday of one is, or is next to, one of the other, or where they are set in other countries."""
NEXT_DAY_MATTER = 0.1
"""The same where the weekdays of one are next to those of the other, and none is in both."""
WEAK_MATTER = 0.1
"""The same below which whom both name must do something in both, or be nearly all that either names."""
NEARLY_ALL = 0.45
"""Likeness of whom two articles name that is enough for that."""
NEXT_DAY_PEOPLE = 2
ONE_MANS_MATTER = 0.2
"""The same on the next day with fewer people in common: a prime minister is in all the news of a country."""
SAME_ACTORS = 0.08
"""Least likeness of whom two articles name: below it, those they share stand at the edge of both."""
ABOUT = 0.25
"""Least weight of a state that an article is set in: met once in its own matter, or four times."""
NEARLY_FOREMOST = 0.6
"""Share of the foremost state's weight from which others count with it: whose news it is, and where it happened."""
WEEK = 7
LONGEST_MONTH = 31
ACT_TOGETHER = 3
"""So many who act in both articles, on one weekday, are one event whatever its words: a vote, a final, an attack."""
SAME_DAY_NAMES = 4
"""So many in common, on one day of the year: people, bodies and places that meet once."""
CLOSE_DAYS = 4
"""Reports of one event appear within this many days."""


def likeness(left: Profile, right: Profile) -> float:
    """Return from 0 to 1 how alike two articles are; 0 where they share no name but states', or tell other matters."""
    shared = left.named & right.named
    if not shared:
        return 0.0
    actors = _cosine(left.actors, right.actors)
    if actors < SAME_ACTORS or contradict(left.facts, right.facts) or not _is_same_matter(left, right):
        return 0.0
    told = min(1.0, 2 * _cosine(left.words, right.words))
    return 0.5 * actors + 0.25 * min(1.0, len(shared) / ENOUGH_SHARED) + 0.25 * told


def _is_same_matter(left: Profile, right: Profile) -> bool:
    """Tell whether two articles tell the same thing of whom they share.

    Likeness without names says so; where the words differ, as they do across languages, several who do something on the
    same weekday, people among them (parties and parliaments vote on many things in a day), many names on one day of the
    year, or one result. News of the next day needs more, but not where three people do something in both. News of days
    that lie apart has to be very alike: the next match has the same players, too. So has news of other countries: one
    Secretary General condemns a coup here and welcomes an agreement there; and what is of two ships or storms.
    """
    shared = sum(word in right.matter for word in left.matter)
    alike = _cosine(left.matter, right.matter) * shared / (shared + 1)
    apart = [(one - other) % WEEK for one in left.weekdays for other in right.weekdays]
    nearest = min((min(days, WEEK - days) for days in apart), default=0)
    if nearest > 1 or _are_set_apart(left, right):
        return alike >= OTHER_DAY_MATTER
    together = left.acting & right.acting
    if nearest == 1 and len(together & left.people) < ACT_TOGETHER:
        return alike >= (NEXT_DAY_MATTER if len(left.people & right.people) >= NEXT_DAY_PEOPLE else ONE_MANS_MATTER)
    act_together = 0 in apart and len(together) >= ACT_TOGETHER and bool(together & left.people)
    is_one_day = bool(left.days & right.days) and len(left.named & right.named) >= SAME_DAY_NAMES
    if act_together or is_one_day or agree(left.facts, right.facts):
        return True
    return alike >= (SAME_MATTER if _is_of_them(left, right) else WEAK_MATTER)


def _is_of_them(left: Profile, right: Profile) -> bool:
    """Tell whether those that both articles name are whom both are of, not a region's hospital and its councillor.

    Three of them, or one person, do something in both beyond what they say, or few others are named in either.
    """
    together = left.acting & right.acting
    does = len(together) >= ACT_TOGETHER or bool(together & left.people)
    return does or _cosine(left.actors, right.actors) >= NEARLY_ALL


def _are_set_apart(left: Profile, right: Profile) -> bool:
    """Tell whether each of two articles is set in capitals, or in states, that the other does not name.

    They share no place: one that they share may be where it happened. Nor do two articles of two ships tell of one.
    """
    if left.things and right.things and left.things.isdisjoint(right.actors) and right.things.isdisjoint(left.actors):
        return True
    if any(name.startswith(PLACE) for name in left.named & right.named):
        return False
    if left.capitals and right.capitals:
        return left.capitals.isdisjoint(right.capitals)
    mine, theirs = _foremost_states(left), _foremost_states(right)
    return bool(mine and theirs) and not (mine & set(right.actors)) and not (theirs & set(left.actors))


def _foremost_states(profile: Profile) -> set[str]:
    """Return the states that an article is set in: actors that are neither persons, organisations nor places."""
    others = {actor: weight for actor, weight in profile.actors.items() if actor not in profile.named}
    states = {actor: weight for actor, weight in others.items() if not actor.startswith(THING)}
    least = max(ABOUT, NEARLY_FOREMOST * max(states.values(), default=0.0))
    return {state for state, weight in states.items() if weight >= least}


def by_actor(profiles: Sequence[Profile]) -> dict[str, list[str]]:
    """List, for each actor but states, the articles about it; those in too many to tell anything are left out."""
    index: dict[str, list[str]] = defaultdict(list)
    for profile in profiles:
        for actor in sorted(profile.named):
            index[actor].append(profile.stem)
    return {actor: stems for actor, stems in index.items() if len(stems) <= MOST_SHARERS}


def may_be_same_time(one: str | None, other: str | None) -> bool:
    """Tell whether two dates allow one event: coarse ones must overlap, two exact days may lie `CLOSE_DAYS` apart."""
    if one is None or other is None:
        return True
    (first, last), (other_first, other_last) = edtf_date.day_bounds(one), edtf_date.day_bounds(other)
    slack = CLOSE_DAYS if first == last and other_first == other_last else 0
    return edtf_date.shifted(first, -slack) <= other_last and edtf_date.shifted(other_first, -slack) <= last


def may_report(profile: Profile, published: str | None) -> bool:
    """Tell whether an undated article may be of a publication date (EDTF), as for the day its opening tells of."""
    if profile.reported is None or published is None:
        return True
    first, last = edtf_date.day_bounds(published)
    if (last - first).days > LONGEST_MONTH:
        return True
    days = (edtf_date.shifted(first, number) for number in range(-CLOSE_DAYS, (last - first).days + 1))
    return profile.reported in {(day.month, day.day) for day in days}


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    shared = sum(weight * right[key] for key, weight in sorted(left.items()) if key in right)
    lengths = math.sqrt(sum(w * w for w in left.values())) * math.sqrt(sum(w * w for w in right.values()))
    return shared / lengths if lengths else 0.0
