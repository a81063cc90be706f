"""Bring a new offer of the build into a page that people may have edited, and lose nothing they did.

Three texts meet: the page, the copy of what the build offered last, and what it offers now. What differs between page
and copy is what people did, and it stays; all else follows the new offer. Where both changed the same thing, the page
stays and a conflict is reported; the caller then keeps the new offer as the copy, so that it is reported once.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Change:
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


Conflict = Change
"""A change that the page and the new offer made differently."""


def _or_nothing(text: str | None) -> str:
    return "nothing" if text is None else f"“{text}”"


@dataclass(frozen=True, slots=True)
class Merge:
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


def merge(page: Page, offered: Page | None, new: Page | str, *, same_page: Callable[[str], str] = _itself) -> Merge:
    """Bring a new offer into a page; without a copy of the last offer, everything on the page is a person's.

    `same_page` maps a page name in `related` to the one that page is known by now. For a reviewed page the caller keeps
    the old copy, so that what is held back is taken once the stage changes. Raise BriefingsError where the front matter
    cannot be changed without touching what is people's.
    """
    new_page = new if isinstance(new, Page) else page_of_text(page.path, new)
    if offered is None:
        return Merge(page.text, kept=differences(page, new_page))
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


def accept(page: Page, offered: Page, field: str | None = None) -> str:
    """Return the page's text with one field or section as offered, or with all that is offered.

    Taking all leaves what the build does not offer: people's own keys, items and sections. Taking one field takes it
    whole. Raise BriefingsError where the build offers no such field.
    """
    if field is not None:
        return _accept_one(page, offered, field)
    data, body, _ = _merged(Three(page, page, offered), How(take_offer, _itself))
    return _with(page, {key: page.data[key] if key in PEOPLES_OWN else value for key, value in data.items()}, body)


def _accept_one(page: Page, offered: Page, field: str) -> str:
    if field in offered.data:
        data = {**page.data, field: offered.data[field]}
        return _with(page, {key: data[key] for key in weave(page.data, [field], KEY_ORDER)}, page.body)
    heading = field.removeprefix("## ").casefold()
    chosen = [each for each in _sections(offered) if each.heading is not None and each.heading.casefold() == heading]
    if not chosen:
        offers = [*offered.data, *(f"“{each.heading}”" for each in _sections(offered) if each.heading is not None)]
        problem = Problem(page.path, 0, 0, f"the build offers no “{field}”", f"name one of: {', '.join(offers)}")
        raise BriefingsError(problem)
    sections = _sections(page)
    body = merge_sections(Three(sections, sections, tuple(chosen)), take_offer, line_end_of(page.text)).value
    return _with(page, page.data, body)


# --- both halves of a page ------------------------------------------------------------------------------------------


def _merged(pages: Three, how: How) -> tuple[dict[str, Any], str, tuple[tuple[Verdict, Change], ...]]:
    """Return the front matter and the body a page is to have, and what became of each part."""
    page = pages.page
    front = merge_front(pages.each(lambda each: each.data), KEY_ORDER, how)
    body = merge_sections(pages.each(_sections), how.decide, line_end_of(page.text))
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
