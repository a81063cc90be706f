"""Bring a new offer of the build into a page that people may have edited, and lose nothing they did.

Three texts meet: the page, the copy of what the build offered last, and what it offers now. What differs between page
and copy is what people did, and it stays; all else follows the new offer. Where both changed the same thing, the page
stays and a conflict is reported; the caller then keeps the new offer as the copy, so that it is reported once.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping
from typing import Any

from msgspec import Struct

from briefings.errors import BriefingsError, Problem
from briefings.merge_sections import merge_sections
from briefings.merge_values import MISSING, How, Outcome, Three, Verdict, merge_front, take_offer, three_way, weave
from briefings.page import BOM, Page, page_of_text, place_of, stage_of
from briefings.page_text import KEY_ORDER, render_key, typed
from briefings.sections import Section, split_sections
from briefings.yaml_patch import PatchError, line_end_of, patch
from briefings.yaml_scalar import inline

REVIEWED = "reviewed"
PEOPLES_OWN = ("stage", "tags", "thread", "translations")
"""Keys the build offers, if at all, as an empty place for people: taking the whole offer leaves them alone."""


def _itself(name: str) -> str:
    return name


class Change(Struct, frozen=True):
    """One thing in which a page and an offer differ."""

    path: str
    line: int
    """Where the page has it, or would have it; from 1."""
    column: int
    field: str
    """A key of the front matter, or a section's heading after `## `; `text before the first section`."""
    item: tuple[str, ...]
    """Within the field: an item's name, a key, or both; `order` for the order of a list."""
    page: str | None
    """What the page says; None where it has nothing."""
    offered: str | None
    """What the build offers; None where it offers nothing."""

    @property
    def name(self) -> str:
        """The field with the item in it: `actors: kim-jong-un: role`."""
        return ": ".join((self.field, *self.item))

    def __str__(self) -> str:
        """Return the place, and both values: short ones on the same line, texts as the lines that differ."""
        place = f"{self.path}:{self.line}: {self.name}"
        page, offered = (text if text is None else text.rstrip() for text in (self.page, self.offered))
        if not any("\n" in text for text in (page, offered) if text):
            return f"{place}: {_or_nothing(page)} (the build: {_or_nothing(offered)})"
        lines = difflib.unified_diff((offered or "").splitlines(), (page or "").splitlines(), lineterm="", n=0)
        return "\n".join(
            [f"{place} (+ the page, - the build)", *(f"  {line}" for line in list(lines)[2:] if line[0] != "@")]
        )

    @property
    def path_in_page(self) -> tuple[str, ...]:
        """The field and the item in it."""
        return (self.field, *self.item)


Conflict = Change
"""A change that the page and the new offer made differently."""


def _or_nothing(text: str | None) -> str:
    return "nothing" if text is None else f"“{text}”"


class Merge(Struct, frozen=True):
    """A page with a new offer brought in."""

    text: str
    """The whole file; the page's own text, to the byte, where nothing had to change."""
    took: tuple[Change, ...] = ()
    """What follows the new offer."""
    kept: tuple[Change, ...] = ()
    """What people did."""
    conflicts: tuple[Conflict, ...] = ()
    """What people and the new offer both changed, and differently."""
    held: tuple[Change, ...] = ()
    """On a reviewed page: what would have followed the new offer, or have been a conflict."""


class Offers(Struct, frozen=True):
    """What the build offers for a page, and what it is known to have offered before."""

    new: Page
    last: Page
    """What the page was made from: on a reviewed page not the newest offer, elsewhere the same."""
    once: frozenset[tuple[str, ...]] = frozenset()
    """Paths (field, item in it) of what was offered before that; see the module `once`."""


def merge(page: Page, offered: Page | None, new: Page | str, *, same_page: Callable[[str], str] = _itself) -> Merge:
    """Bring a new offer into a page; without a copy of the last offer, everything on the page is a person's.

    `same_page` maps a page name in `related` to the one that page is known by now. For a reviewed page the caller keeps
    the old copy, so that what is held back is taken once the stage changes. Raise BriefingsError where the front matter
    cannot be changed without touching what is people's.
    """
    new_page = new if isinstance(new, Page) else page_of_text(page.path, new)
    if offered is None:
        return Merge(page.text, kept=differences(page, new_page))
    if page.text == offered.text == new_page.text:  # as most are when a build is run again
        return Merge(page.text)
    data, body, changes = _merged(Three(page, offered, new_page), How(three_way, same_page))
    took, kept, conflicts = (tuple(change for each, change in changes if each is verdict) for verdict in Verdict)
    if stage_of(page) == REVIEWED:
        return Merge(page.text, kept=kept, held=(*took, *conflicts))
    if page.text == offered.text:
        return Merge(new_page.text, took)
    return Merge(_with(page, data, body), took, kept, conflicts)


def differences(page: Page, offered: Page) -> tuple[Change, ...]:
    """Return everything in which a page differs from an offer, the front matter first, in the order of the page."""
    _, _, changes = _merged(Three(page, offered, offered), How(three_way, _itself))
    return tuple(change for _, change in changes)


class Accepted(Struct, frozen=True):
    """A page with an offer taken."""

    text: str
    stays: tuple[str, ...] = ()
    """One line for each thing that is not as offered all the same: where, what and why."""


def accept(page: Page, offers: Offers, field: str | None = None) -> Accepted:
    """Take one field or section as offered, or all that is offered.

    One rule for both: what the build offers is taken, what it offered before and offers no longer goes. Taking all
    leaves what people added and the build never offered; taking one field takes it whole. People's own keys stay.
    Raise BriefingsError where the build offers no such field, and never did.
    """
    if field is not None:
        return _accept_one(page, offers, field)
    own = {key for key in PEOPLES_OWN if key in page.data}
    three = Three(page, offers.last, offers.new)
    how = How(take_offer, _itself, offers.once)
    data, body, changes = _merged(three, how, lambda each: _without(each.data, own))
    keys = [key for key in weave(page.data, data, KEY_ORDER) if key in data or key in own]
    stays = [_stays(change, NEVER_OFFERED) for verdict, change in changes if verdict is Verdict.KEPT]
    theirs = (change for change in differences(page, offers.new) if change.field in own)
    stays += [_stays(change, PEOPLE_DECIDE) for change in theirs]
    return Accepted(_with(page, {key: data.get(key, page.data.get(key)) for key in keys}, body), tuple(stays))


NEVER_OFFERED = "you added it, and the build never offered it"
PEOPLE_DECIDE = "that is for people to decide, whatever the build offers"
ONLY_PEOPLES = ("tags", "thread", "translations")
"""Keys that are not even taken one by one: the build has nothing to offer for them."""


def _stays(change: Change, why: str) -> str:
    return f"{change.path}:{change.line}: {change.name} stays: {why}"


def _without(data: Mapping[str, Any], keys: Collection[str]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in keys}


def _accept_one(page: Page, offers: Offers, field: str) -> Accepted:
    offered = offers.new
    if field in ONLY_PEOPLES:
        line, _ = place_of(page, (field,))
        return Accepted(page.text, (f"{page.path}:{line}: {field} stays: {PEOPLE_DECIDE}",))
    if field in offered.data:
        data = {**page.data, field: offered.data[field]}
        return Accepted(_with(page, {key: data[key] for key in weave(page.data, [field], KEY_ORDER)}, page.body))
    if field in offers.last.data or (field,) in offers.once:
        return Accepted(_with(page, _without(page.data, [field]), page.body))
    heading = field.removeprefix("## ").casefold()
    named = [each.heading for each in (*_sections(offered), *_sections(offers.last)) if each.heading is not None]
    named += [path[0].removeprefix("## ") for path in offers.once if path[0].startswith("## ")]
    if heading not in (each.casefold() for each in named):
        known = [*offered.data, *(f"“{each.heading}”" for each in _sections(offered) if each.heading is not None)]
        problem = Problem(page.path, 0, 0, f"the build offers no “{field}”", f"name one of: {', '.join(known)}")
        raise BriefingsError(problem)
    three = Three(page, offers.last, offered).each(_sections)
    how = How(take_offer, _itself, offers.once)
    return Accepted(_with(page, page.data, merge_sections(three, how, line_end_of(page.text), heading).value))


# --- both halves of a page ------------------------------------------------------------------------------------------


def _data(page: Page) -> Mapping[str, Any]:
    return page.data


def _merged(
    pages: Three, how: How, front_of: Callable[[Page], Mapping[str, Any]] = _data
) -> tuple[dict[str, Any], str, tuple[tuple[Verdict, Change], ...]]:
    """Return the front matter and the body a page is to have, and what became of each part."""
    page = pages.page
    front = merge_front(pages.each(front_of), KEY_ORDER, how)
    body = merge_sections(pages.each(_sections), how, line_end_of(page.text))
    changes = [(each.verdict, _change(page, each, place_of(page, each.at))) for each in front.outcomes]
    changes += [(each.verdict, _change(page, each, (int(each.at[0]), 1))) for each in body.outcomes]
    return front.value, body.value, tuple(changes)


def _sections(page: Page) -> tuple[Section, ...]:
    return split_sections(page.body, page.body_line)


def _change(page: Page, outcome: Outcome, place: tuple[int, int]) -> Change:
    field, *item = outcome.name
    return Change(page.path, *place, field, tuple(item), _shown(outcome.page), _shown(outcome.new))


def _shown(value: Any) -> str | None:  # noqa: ANN401 - any value front matter can hold
    if value is MISSING or value is None:
        return None
    return value if isinstance(value, str) else inline(value)


def _with(page: Page, data: Mapping[str, Any], body: str) -> str:
    """Return the page's text with other front matter and body, all else to the byte; raise BriefingsError."""
    if data == page.data and body == page.body:
        return page.text
    line_end = line_end_of(page.text)
    try:
        front = patch(page.front, typed(data), render_key, line_end=line_end) or line_end
    except PatchError as error:
        fix = "write its keys as the build does, one `key: value` a line"
        raise BriefingsError(Problem(page.path, page.front_line, 0, str(error), fix)) from error
    if page.front_line:
        fence = page.text[page.front_start + len(page.front) : len(page.text) - len(page.body)]
        return page.text[: page.front_start] + front + fence + body
    if not data:
        return page.text[: len(page.text) - len(page.body)] + body
    mark = BOM if page.text.startswith(BOM) else ""
    return f"{mark}---{line_end}{front}---{line_end}{body}"
