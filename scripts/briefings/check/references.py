"""Check values that refer to something: an actor, a page, a paragraph, a seed, an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from briefings.check.kinds import number
from briefings.check.value import ID_LIKE, Value, World, nearest, slug, unquoted
from briefings.errors import Problem

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Say whether a text is an actor's id: small letters and figures without accents, words joined by hyphens."""
    return _ID.fullmatch(text) is not None


def actor_id(value: Value, world: World) -> Iterator[Problem]:
    """Expect the id of an actor that has a page."""
    if value.is_null:
        return
    if value.text is None:
        yield value.wrong(f"{value.name} is {value.shown}, expected an actor's id", "write an id such as kim-jong-un")
        return
    found = value.text
    if found in world.actors:
        return
    guess = _meant_actor(found, world)
    if not is_id(found):
        what = f"{value.name} is {value.shown}, expected an actor's id: small letters a-z, figures and hyphens"
        yield value.wrong(what, f"write {guess or slug(found) or 'an id such as kim-jong-un'}")
        return
    if "same_as" in value.name:  # the build starts pages for actors of briefings only
        like = guess or nearest(found, world.actors, 0)
        fix = f"write an existing id, such as {like}, or delete the line" if like else "delete the line"
        yield value.wrong(f"there is no actor page for {value.shown}", fix if not guess else f"write {guess}")
        return
    start = f"run `briefings build`, which starts docs/actors/{found}.md, or create that file"
    fix = f"write {guess} if you meant that one; else {start}" if guess else start
    yield value.wrong(f"there is no actor page for {value.shown}", fix)


def _meant_actor(found: str, world: World) -> str | None:
    as_id = slug(unquoted(found).rpartition("/")[2].removesuffix(".md"))
    if as_id in world.actors:
        return as_id
    return world.actor_names.get(as_id) or nearest(as_id, world.actors, ID_LIKE)


def page(value: Value, world: World) -> Iterator[Problem]:
    """Expect the name of a briefing page, the present one or one it had before."""
    if value.is_null:
        return
    if value.text is None:
        yield value.wrong(f"{value.name} is {value.shown}, expected a page's name", "write the file's name without .md")
        return
    found = value.text.removesuffix(".md")
    if found == value.source.name or world.former.get(found) == value.source.name:
        yield value.wrong(f"{value.name} names this very page", "name another page, or delete the line")
    elif found not in world.briefings and found not in world.former:
        bare = unquoted(found).rpartition("/")[2].removesuffix(".md")
        known = world.briefings | frozenset(world.former)
        guess = bare if bare in known else nearest(bare, known, ID_LIKE)
        fix = (
            f"write {guess}" if guess else "write the name of a file in docs/briefings/ without .md, or delete the line"
        )
        yield value.wrong(f"there is no briefing page {value.shown}", fix)


def paragraph(value: Value, world: World) -> Iterator[Problem]:
    """Expect the number of a paragraph that this page's seed has."""
    yield from number(value, world)
    last = world.paragraphs.get(value.source.seed or "")
    if last is not None and value.text is not None and value.text.isdecimal() and int(value.text) > last:
        yield value.wrong(f"{value.name} is {value.shown}, but the seed has {last} paragraphs", f"write 1 to {last}")


def seed(value: Value, world: World) -> Iterator[Problem]:
    """Expect the name of a file in `seeds/`."""
    if value.is_null:
        return
    if value.text is None:
        yield value.wrong(f"{value.name} is {value.shown}, expected a file's name", "write one name from seeds/")
    elif value.text not in world.seeds:
        bare = unquoted(value.text).rpartition("/")[2]
        guess = f"{bare}.txt" if f"{bare}.txt" in world.seeds else nearest(bare, world.seeds, ID_LIKE)
        fix = f"write {guess}" if guess else "put the file back; without it the page is kept, but never built again"
        yield value.doubtful(f"there is no file {value.shown} in seeds/", fix)


def web_address(value: Value, _: World) -> Iterator[Problem]:
    """Expect an address that begins with https:// or http://."""
    if value.is_null:
        return
    try:
        parts = urlsplit(value.text or "")
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc or re.search(r"\s", value.text or ""):
        what = f"{value.name} is {value.shown}, expected a web address"
        yield value.wrong(what, "copy it from the browser, with https:// at its start")
