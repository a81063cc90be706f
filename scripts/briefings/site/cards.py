"""Pictures for those who show a link to a page: one for the site, one for each of the newest briefings.

PNG, 1200×630, drawn with Pillow in the fonts of the site (`docs/assets/fonts`), in sixteen colours:
10 ms and 20 KB each.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from anyascii import anyascii
from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont

from briefings.library_cards import BriefingCard
from briefings.markdown_text import one_line
from briefings.site.links import BRIEFINGS
from briefings.site.place import Site
from briefings.site.titles import title_of
from briefings.site.words import Words, capital

WIDTH, HEIGHT = 1200, 630
"""What Facebook, LinkedIn and X show whole; pixels, as all that follows."""
SITE_CARD = "card.png"
SERIF = tuple(f"assets/fonts/source-serif-4-{part}-wght-normal.woff2" for part in ("latin", "latin-ext"))
SANS = tuple(f"assets/fonts/source-sans-3-{part}-wght-normal.woff2" for part in ("latin", "latin-ext"))
FONTS = (*SERIF, *SANS)
"""Where a site has its fonts, by path in `docs/`."""
MARGIN, EDGE = 84, 18
ROOM = WIDTH - 2 * MARGIN
NAME_Y, TITLE_TOP, TITLE_BOTTOM, RULE_Y, FOOT_Y = 62, 150, 510, 532, 546
TITLE_SIZES = (76, 66, 58, 50, 44)
"""The largest at which a title fits is taken; what does not fit at the smallest ends in an ellipsis."""
LEADING = 1.18
SMALL = 36
LONGEST = 400
"""Characters of a text that are looked at: more never fit."""
INK, QUIET, RULE, PAPER = 0, 96, 215, 255
"""Grey values to draw with; the palette makes colours of them."""
SHADES = 15
ACCENT = 15
"""The index after the shades."""
_DARK, _LIGHT, _ACCENT = (0x15, 0x2A, 0x39), (0xFF, 0xFF, 0xFF), (0x9A, 0x3B, 0x26)
_NOWHERE = "\U0010fffe"
"""A character that no font has: what is drawn for it stands for every missing one."""


class Typeface(Struct, frozen=True):
    """A family at one weight; its files share the alphabet out among them."""

    files: tuple[bytes, ...]
    """Empty: the Latin font that Pillow brings along."""
    weight: int


class Setting(Struct, frozen=True):
    """A typeface at a size."""

    face: Typeface
    size: int


class Typefaces(Struct, frozen=True):
    """What cards are set in."""

    title: Typeface
    small: Typeface


def to_typefaces(files: Mapping[str, bytes]) -> Typefaces:
    """Return the fonts of a site from its files of `FONTS`, as far as it has them."""

    def of(paths: Sequence[str], weight: int) -> Typeface:
        return Typeface(tuple(files[path] for path in paths if path in files), weight)

    return Typefaces(of(SERIF, 600), of(SANS, 500))


def card_path(name: str) -> str:
    """Return where a briefing's card lies, beside its page."""
    return f"{BRIEFINGS}{name}/card.png"


def card_files(
    cards: Sequence[BriefingCard], site: Site, faces: Typefaces, words: Words
) -> Iterator[tuple[str, bytes]]:
    """Yield (path, PNG) of the site's card and that of each briefing given."""
    yield SITE_CARD, draw(site.description, site.name, "", faces)
    for card in cards:
        date = capital(words.date(card.date)) if card.date else words("undated")
        facts = [date, *([card.outlet] if card.outlet else [])]
        yield card_path(card.name), draw(title_of(card, words).text, site.name, " · ".join(facts), faces)


def draw(title: str, name: str, foot: str, faces: Typefaces) -> bytes:
    """Return a card as PNG: the site's name above, the title, and a line at the foot; the same bytes every time."""
    picture = Image.new("L", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    small = Setting(faces.small, SMALL)
    _write(pen, NAME_Y, _first_line(name, small), small, INK)
    setting, lines = _set_title(_drawable(title, faces.title), faces.title)
    for index, line in enumerate(lines):
        _write(pen, TITLE_TOP + round(index * setting.size * LEADING), line, setting, INK)
    if foot.strip():
        pen.line((MARGIN, RULE_Y, WIDTH - MARGIN, RULE_Y), fill=RULE, width=2)
        _write(pen, FOOT_Y, _first_line(foot, small), small, QUIET)
    coloured = picture.point([value * (SHADES - 1) // PAPER for value in range(256)])
    ImageDraw.Draw(coloured).rectangle((0, 0, EDGE, HEIGHT), fill=ACCENT)
    coloured.putpalette(_palette())
    file = io.BytesIO()
    coloured.save(file, "PNG", bits=4)
    return file.getvalue()


def _palette() -> list[int]:
    ends = tuple(zip(_DARK, _LIGHT, strict=True))
    steps = SHADES - 1
    return [*(dark + (light - dark) * step // steps for step in range(SHADES) for dark, light in ends), *_ACCENT]


# --- setting text ---------------------------------------------------------------------------------------------------


def _set_title(text: str, face: Typeface) -> tuple[Setting, list[str]]:
    """Return how large a title is set, and its lines."""
    for size in TITLE_SIZES:
        setting = Setting(face, size)
        lines = _wrap(text, setting)
        most = int((TITLE_BOTTOM - TITLE_TOP) // (size * LEADING))
        if len(lines) <= most:
            return setting, lines
    return setting, [*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), setting)]


def _wrap(text: str, setting: Setting) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if _width(longer, setting) <= ROOM:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while _width(line, setting) > ROOM:
            fitting = _fitting(line, setting, ROOM)
            lines.append(line[:fitting])
            line = line[fitting:]
    return [*lines, line] if line else lines


def _first_line(text: str, setting: Setting) -> str:
    clean = _drawable(text, setting.face)
    return clean if _width(clean, setting) <= ROOM else _shortened(clean, setting)


def _shortened(text: str, setting: Setting) -> str:
    """Return as much of a text as leaves room for an ellipsis."""
    return text[: _fitting(text, setting, ROOM - _width("…", setting))].rstrip(" ,.;:–-") + "…"


def _fitting(text: str, setting: Setting, room: float) -> int:
    """Return how many characters fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _width(text[:middle], setting) <= room else (low, middle - 1)
    return low


def _width(text: str, setting: Setting) -> float:
    return sum(font.getlength(part) for font, part in _runs(text, setting))


def _write(pen: ImageDraw.ImageDraw, top: float, text: str, setting: Setting, fill: int) -> None:
    left: float = MARGIN
    for font, part in _runs(text, setting):
        pen.text((left, top + setting.size), part, font=font, fill=fill, anchor="ls")
        left += font.getlength(part)


# --- fonts ----------------------------------------------------------------------------------------------------------


def _drawable(text: str, face: Typeface) -> str:
    """Return a text in letters that the fonts have: others are transliterated, what remains is left out."""
    short = one_line(text).strip()[:LONGEST]
    latin = "".join(char if _font_with(char, face) is not None else anyascii(char) for char in short)
    return " ".join("".join(char for char in latin if _font_with(char, face) is not None).split())


def _runs(text: str, setting: Setting) -> list[tuple[ImageFont.FreeTypeFont, str]]:
    fonts = _fonts(setting)
    parts = groupby(text, lambda char: _font_with(char, setting.face))
    return [(fonts[index or 0], "".join(part)) for index, part in parts]


@lru_cache(maxsize=4096)
def _font_with(char: str, face: Typeface) -> int | None:
    """Return which of a face's files has a character; None where none has it."""
    if char == " ":
        return 0
    for index, font in enumerate(_fonts(Setting(face, SMALL))):
        if bytes(font.getmask(char)) != bytes(font.getmask(_NOWHERE)):
            return index
    return None


@lru_cache(maxsize=64)
def _fonts(setting: Setting) -> tuple[ImageFont.FreeTypeFont, ...]:
    """Return the fonts of a face; laid out by Pillow itself, for its other engine depends on the machine."""
    basic = ImageFont.Layout.BASIC
    found = [ImageFont.truetype(io.BytesIO(data), setting.size, layout_engine=basic) for data in setting.face.files]
    for font in found:
        font.set_variation_by_axes([setting.face.weight])
    return tuple(found) or (ImageFont.load_default(setting.size),)  # type: ignore[return-value] # with FreeType, always such a font
