"""The words of the search box, in the site's language; what Pagefind says itself it translates itself."""

from __future__ import annotations

from collections.abc import Mapping

SEARCH_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "search": "Search",
        "hint": "Words, names in any spelling, places",
        "filters": "Narrow the results",
        "type": "Kind",
        "actor": "Actor",
        "year": "Year",
        "language": "Language",
        "any": "any",
        "sort": "Order",
        "best": "Best match",
        "newest": "Newest first",
        "move": "move",
        "open": "open",
        "close": "close",
    },
    "nb": {
        "search": "Søk",
        "hint": "Ord, navn i alle skrivemåter, steder",
        "filters": "Avgrens treffene",
        "type": "Slag",
        "actor": "Aktør",
        "year": "År",
        "language": "Språk",
        "any": "alle",
        "sort": "Rekkefølge",
        "best": "Beste treff",
        "newest": "Nyeste først",
        "move": "flytt",
        "open": "åpne",
        "close": "lukk",
    },
    "nn": {
        "search": "Søk",
        "hint": "Ord, namn i alle skrivemåtar, stader",
        "filters": "Avgrens treffa",
        "type": "Slag",
        "actor": "Aktør",
        "year": "År",
        "language": "Språk",
        "any": "alle",
        "sort": "Rekkjefølgje",
        "best": "Beste treff",
        "newest": "Nyaste først",
        "move": "flytt",
        "open": "opne",
        "close": "lukk",
    },
    "da": {
        "search": "Søg",
        "hint": "Ord, navne i alle stavemåder, steder",
        "filters": "Afgræns resultaterne",
        "type": "Art",
        "actor": "Aktør",
        "year": "År",
        "language": "Sprog",
        "any": "alle",
        "sort": "Rækkefølge",
        "best": "Bedste resultat",
        "newest": "Nyeste først",
        "move": "flyt",
        "open": "åbn",
        "close": "luk",
    },
}


def search_words(language: str | None) -> Mapping[str, str]:
    """Return the words for a language of the theme (`nb`, `nn`, `da`; English for any other)."""
    return SEARCH_WORDS.get({"no": "nb"}.get(language or "", language or ""), SEARCH_WORDS["en"])
