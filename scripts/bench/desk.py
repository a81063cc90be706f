"""As many briefings as a news desk has after some years: pages, their actors and their seeds, always the same.

Actors come back as they do in news: a few in very many briefings, most in one or two, ever new ones. Stories go on over
several briefings, one of them for as long as the desk exists. Dates are as exact as articles make them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from msgspec import Struct, field

from bench.articles import SYLLABLES, make_articles
from briefings.slug import actor_id

FIRST_DAY = date(2019, 1, 1)
DAYS = 6 * 365
STATES = (
    ("norway", "NOR"),
    ("denmark", "DNK"),
    ("sweden", "SWE"),
    ("finland", "FIN"),
    ("iceland", "ISL"),
    ("russia", "RUS"),
    ("ukraine", "UKR"),
    ("china", "CHN"),
    ("united-states", "USA"),
    ("germany", "DEU"),
)
ACTORS_AT_THOUSAND, GROWTH = 1500, 0.6
"""Actors of a thousand briefings; of n thousand, n to this power times as many (Heaps' law): 6,000 of ten thousand."""
ACTORS_EACH = 8
OPEN_STORIES = 30
GOES_ON = 0.4
"""Share of briefings that go on with a story; of the rest, some belong to the one that never ends."""
ENDLESS = 0.08
REFERS_ELSEWHERE = 0.03
ROLES = ("statsminister", "leiar", "talsperson", "forskar", "administrerende direktør", "udenrigsminister", "trener")


class _Story(Struct):
    cast: list[str]
    pages: list[str] = field(default_factory=list)


class _Desk(Struct):
    """What has been written so far."""

    chance: Random
    actors: dict[str, str] = field(default_factory=dict)
    """Id → name, the oldest first."""
    ids: list[str] = field(default_factory=list)
    stories: list[_Story] = field(default_factory=list)
    endless: _Story = field(default_factory=lambda: _Story([]))
    pages: list[str] = field(default_factory=list)


def write_desk(folder: Path, number: int) -> None:
    """Write `docs/` and `seeds/` of so many briefings into a folder."""
    for path, text in make_desk(number):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def make_desk(number: int) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every file."""
    desk = _Desk(Random(number))  # noqa: S311  # invented pages are no secret
    for state, _ in STATES:
        _join(desk, state, state.replace("-", " ").title())
    desk.endless.cast = [_newcomer(desk) for _ in range(ACTORS_EACH)]
    names = []
    for index, article in enumerate(make_articles(number)):
        seed = f"{index:06}_{index * 2654435761 % 2**32:08x}"
        page, text, source = _briefing(desk, index, number, article.data.decode("utf-8-sig"), seed)
        names.append(f"{page}: {seed}")
        yield f"docs/briefings/{page}.md", text
        yield f"seeds/{seed}.txt", source
    yield "docs/.offered/names.yml", "\n".join(sorted(names)) + "\n"
    countries = dict(STATES)
    for at, (actor, name) in enumerate(desk.actors.items()):
        kind = "state" if actor in countries else "organisation" if at % 4 == 0 else "person"
        country = countries.get(actor) or (STATES[at % len(STATES)][1] if at % 3 else "")
        lines = [f"name: {name}", f"type: {kind}", f"aliases: [{name.split()[-1]}]", "names: {}"]
        lines += [f"country: {country}"] if country else []
        lines += [f"role: {ROLES[at % len(ROLES)]}"] if kind == "person" else []
        yield f"docs/actors/{actor}.md", "---\n" + "\n".join(lines) + "\n---\n"


def _briefing(desk: _Desk, index: int, number: int, article: str, seed: str) -> tuple[str, str, str]:
    """Return the name of a page, its text, and that of its seed."""
    chance = desk.chance
    story = _story(desk)
    cast = _cast(desk, story, index)
    blocks = [
        f"{desk.actors[actor]} {block[:1].lower()}{block[1:]}"
        for actor, block in zip(cast * 9, [block for block in article.split("\n\n") if block.strip()], strict=False)
    ]
    lines = [_linked(cast[at % len(cast)], desk.actors[cast[at % len(cast)]], block) for at, block in enumerate(blocks)]
    title = " ".join(blocks[0].split()[:9]).rstrip(".,:–").replace('"', "").replace("\\", "")
    when = _date(chance, FIRST_DAY + timedelta(days=index * DAYS // number))
    page = f"{when or 'undated'}-{actor_id(title)[:50]}-{index}".replace("/", "-")
    related = _related(desk, story)
    marks = [f"{line} [¶{at}](#p{at})" for at, line in enumerate(lines, 1)]
    dates = sorted(_date(chance, FIRST_DAY + timedelta(days=chance.randrange(DAYS))) or "2018" for _ in range(4))
    front = [f'title: "{title}"', *([f"date: {when}", "date_basis: text"] if when else [])]
    front += [f"lang: {('nb', 'nn', 'da')[index % 3]}", "stage: draft", "summary: >-"]
    front += [f"  {' '.join(block.split()[:25])}" for block in blocks[1:3]]
    front += ["actors:", *(f"  - {{id: {actor}, role: {ROLES[len(actor) % len(ROLES)]}}}" for actor in cast[:4])]
    front += [f"  - {actor}" for actor in cast[4:]]
    front += ["places: [Oslo, Tromsø]", *(["related:", *related] if related else ["related: []"]), "tags: []"]
    front += [f"source: {{seed: {seed}.txt, outlet: null, url: null}}"]
    speakers = [f"[{desk.actors[actor]}](../actors/{actor}.md)" for actor in cast]
    quotes = [
        f"> {line}\n\n— {speaker} [¶{at}](#p{at})\n"
        for at, (speaker, line) in enumerate(zip(speakers, lines[:3], strict=False), 1)
    ]
    said = [f"- {speaker}: {mark}" for speaker, mark in zip(speakers, marks[3:6], strict=False)]
    body = ["## Key points", *(f"- {mark}" for mark in marks[:4]), "", "## Timeline"]
    body += [f"- **{day}** {mark}" for day, mark in zip(dates, marks[2:], strict=False)]
    body += ["", "## Statements", *quotes, *said]
    desk.pages.append(page)
    story.pages.append(page)
    return page, "\n".join(["---", *front, "---", *body]) + "\n", "\n\n".join(blocks) + "\n"


def _linked(actor: str, name: str, block: str) -> str:
    """Return a paragraph's first sentences as a line that leads to the actor."""
    text = " ".join(block.removeprefix(name).split()[:30])
    plain = "".join(char for char in text if char not in "[]()*_<>`#|\\")
    return f"[{name}](../actors/{actor}.md) {plain}"


def _story(desk: _Desk) -> _Story:
    chance = desk.chance.random()
    if chance < ENDLESS:
        return desk.endless
    if chance < ENDLESS + GOES_ON and desk.stories:
        return desk.chance.choice(desk.stories[-OPEN_STORIES:])
    story = _Story([_known(desk) for _ in range(3)])
    desk.stories.append(story)
    return story


def _cast(desk: _Desk, story: _Story, index: int) -> list[str]:
    """Return who is named: a few of the story's, one or two states, newcomers, and whoever comes along."""
    found = dict.fromkeys(desk.chance.sample(story.cast, 3))
    found |= dict.fromkeys(STATES[int(len(STATES) * desk.chance.random() ** 2)][0] for _ in range(2))
    due = int(ACTORS_AT_THOUSAND * ((index + 1) / 1000) ** GROWTH)
    while len(found) < ACTORS_EACH:
        new = len(desk.ids) < due
        found[_newcomer(desk) if new else _known(desk)] = None
    return list(found)


def _known(desk: _Desk) -> str:
    return desk.ids[int(len(desk.ids) * desk.chance.random() ** 3)]


def _newcomer(desk: _Desk) -> str:
    name = " ".join("".join(desk.chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
    actor = actor_id(name)
    _join(desk, actor, name)
    return actor


def _join(desk: _Desk, actor: str, name: str) -> None:
    if actor not in desk.actors:
        desk.actors[actor] = name
        desk.ids.append(actor)


def _related(desk: _Desk, story: _Story) -> list[str]:
    lines: list[str] = []
    if story.pages:
        lines.append(f"  - {{page: {story.pages[-1]}, why: same event}}")
        earlier = desk.chance.choice(story.pages)
        if earlier != story.pages[-1]:
            lines.append(f"  - {{page: {earlier}, why: background, at: 3}}")
    elif desk.pages and desk.chance.random() < REFERS_ELSEWHERE:
        lines.append(f"  - {{page: {desk.chance.choice(desk.pages)}, why: background, at: 3}}")
    return lines


def _date(chance: Random, day: date) -> str | None:
    """Return a day as exactly as articles tell it."""
    lot = chance.random()
    whole = day.isoformat()
    years = f"{day.year}/{day.year + 1}"
    for share, said in ((0.75, whole), (0.9, whole[:7]), (0.93, whole[:4]), (0.95, years)):
        if lot < share:
            return said
    return None
