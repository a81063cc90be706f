"""The site's own words, in the language the site is set to; what they are stands in `data/labels.<language>.yml`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml
from anyascii import anyascii
from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal
from msgspec import Struct

from briefings.site.date_words import date_in_words

Label = str | Mapping[str, str]
"""A text, the forms of a plural, or a group of texts."""

LOCALES = {"en": "en_GB", "nb": "nb", "nn": "nn", "da": "da"}
"""Languages of the site, with the locale that Babel knows their dates, numbers and names of languages by."""
SOURCE_LANGUAGES = ("nn", "nb", "da", "sv", "en")
"""What a briefing's `lang` may be; nothing else becomes a `lang` attribute."""


class Words(Struct, frozen=True):
    """What the site says in one language; handed to all that lays out pages, so that nothing depends on a setting."""

    language: str
    """As in `<html lang>`: `en`, `nb`, `nn`, `da`."""
    labels: Mapping[str, Label]

    def __call__(self, key: str, **parts: str) -> str:
        """Return a text with its placeholders filled in; KeyError where there is no such text."""
        label = self.labels[key]
        if not isinstance(label, str):
            message = f"{key} is no text: use count() for a plural, one_of() for a group"
            raise TypeError(message)
        return label.format(**parts) if parts else label

    def count(self, key: str, number: int) -> str:
        """Return `1 briefing`, `2 briefings`, in the form of the plural that CLDR has for the number."""
        forms = self._several(key)
        return forms[self._locale.plural_form(number)].format(n=format_decimal(number, locale=self._locale))

    def one_of(self, key: str, value: str) -> str | None:
        """Return a text of a group; None where the group does not have it: people write what they like."""
        return self._several(key).get(value)

    def group(self, key: str) -> Mapping[str, str]:
        """Return all texts of a group."""
        return self._several(key)

    def date(self, value: str) -> str:
        """Return an EDTF date as people write it, as fine as it is; what is not valid comes back as it is."""
        return date_in_words(value, self.group("date_words"), self._locale)

    def month(self, value: str) -> str:
        """Return the name of the month `YYYY-MM`, without its year."""
        return str(self._locale.months["stand-alone"]["wide"][int(value[5:7])])

    def weekdays(self) -> tuple[tuple[int, str, str], ...]:
        """Return (number from 0 for Monday, name, short name) of the days of a week, the one it starts with first."""
        # Not "stand-alone", the same words here: Babel keeps what that stands for in what Bokmål and Nynorsk share.
        names = self._locale.days["format"]
        order = [(self._locale.first_week_day + at) % 7 for at in range(7)]
        return tuple((day, names["wide"][day], names["short"][day].rstrip(".")) for day in order)

    def month_in_short(self, month: int) -> str:
        """Return the short name of a month, from 1, as it stands alone: `Jul`."""
        return str(self._locale.months["stand-alone"]["abbreviated"][month])

    def name_of_language(self, code: str) -> str:
        """Return a language's name, such as `Danish`; the code itself where CLDR has no name for it."""
        name: str = self._locale.languages.get(code.replace("-", "_"), code)
        return name

    def listing(self, names: Sequence[str]) -> str:
        """Return `a`, `a and b`, `a, b and c`."""
        return format_list(names, locale=self._locale)

    @property
    def _locale(self) -> Locale:
        return _locale(self.language)

    def _several(self, key: str) -> Mapping[str, str]:
        label = self.labels[key]
        if isinstance(label, str):
            message = f"{key} is a text, neither plural nor group"
            raise TypeError(message)
        return label


def in_language(markdown: str, lang: str | None) -> str:
    """Return words of a page marked with the language they are in; unmarked where that is none we know."""
    return f'<span lang="{lang}">{markdown}</span>' if lang in SOURCE_LANGUAGES else markdown


def lang_mark(lang: str | None, *others: str) -> str:
    """Return what goes behind a heading, link or paragraph in Markdown to say its language, with other attributes.

    `{: .bottom-line lang="nn" }`; empty where there is nothing to say.
    """
    found = [*others, *([f'lang="{lang}"'] if lang in SOURCE_LANGUAGES else [])]
    return f"{{: {' '.join(found)} }}" if found else ""


@cache
def words_in(language: str) -> Words:
    """Return the words of one of the site's languages; KeyError where it has none."""
    if language not in LOCALES:
        raise KeyError(language)
    return Words(language, read_labels(language))


def read_labels(language: str) -> Mapping[str, Label]:
    """Read a file of labels."""
    text = files("briefings.site").joinpath("data", f"labels.{language}.yml").read_text(encoding="utf-8")
    labels: dict[str, Label] = yaml.safe_load(text)
    return labels


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(LOCALES[language])


def capital(text: str) -> str:
    """Return a text with a capital first letter: `juli 2023` as a title."""
    return text[:1].upper() + text[1:]


_NORDIC = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "ő": "|", "å": "}", "ü": "y", "ű": "y"})
_LETTERS = {"{": "Æ", "|": "Ø", "}": "Å"}
_BEFORE_A_NAME = re.compile(r"^[^0-9a-z{|}]+")
OTHER_LETTERS = "0–9"
"""What stands above names that begin with no letter."""


def nordic_order(name: str) -> str:
    """Return what to sort a name by, as CLDR does in Norwegian and Danish.

    Æ, ø, å come after z, aa is å, ä and ö stand with æ and ø, ü with y; case, accents and marks before a name are
    ignored, other scripts stand where their transliteration does.
    """
    letters = unicodedata.normalize("NFC", name.casefold()).replace("aa", "å").translate(_NORDIC)
    plain = "".join(char if char.isascii() else anyascii(char).lower() for char in letters)
    return _BEFORE_A_NAME.sub("", plain) or plain


def letter_of(name: str) -> str:
    """Return the letter that a name stands under in a list by `nordic_order`."""
    first = nordic_order(name)[:1]
    return _LETTERS.get(first) or (first.upper() if first.isalpha() else OTHER_LETTERS)
