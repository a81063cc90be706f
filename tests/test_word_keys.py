"""One key for the forms of a word, the same in the browser; the parts of compounds; names of places."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time

import pytest

from briefings.site.compounds import lexicon, parts
from briefings.site.place_names import other_names
from briefings.site.spellings import fold
from briefings.site.word_keys import FRAME, RULES, key, keys, words_of
from desk import ROOT

KNOWN = lexicon([])
SCRIPT = ROOT / "scripts" / "briefings" / "theme" / "assets" / "briefings" / "search.js"


@pytest.mark.parametrize(
    "forms",
    [
        "rakett raketten rakettar rakettane raketter rakettene rakettens raketterne",
        "minister ministeren ministrene ministerens ministre",
        "kongress kongressen kongres kongressens",
        "artikkel artikler artiklane artiklen artikkelen",
        "regjeringa regjeringen regeringen",
        "hjelp hjælp",
        "støtte støtter støttar støttet støtta",
        "levere leverer leverte levert leverede",
        "merke merker merket merkte",
        "arbeid arbejde arbeidet",
        "by byen byar byer byane",
        "sikkerhet sikkerheten sikkerheit sikkerheita sikkerhed sikkerheden",
        "sanksjon sanksjonane sanktion sanktionerne",
        "beredskap beredskapen beredskab beredskabet",
        "nyhet nyheten nyheder",
        "Oslo Oslos",
    ],
)
def test_forms_of_a_word_share_a_key(forms: str) -> None:
    assert len({key(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("mannen", "menn"),
        ("bok", "bøkene"),
        ("uke", "veker"),
        ("veka", "ugerne"),
        ("besøk", "besøget"),
        ("våpen", "våbnene"),
        ("vatn", "vannet"),
        ("gikk", "gjekk"),
        ("kjøpte", "køber"),
        ("natt", "nætter"),
        ("skole", "skulane"),
        ("tannlege", "tandlæger"),
        ("angrepet", "angrebene"),
        ("avtala", "aftalen"),
        ("ferja", "færgen"),
        ("barn", "børnene"),
        ("underskudd", "underskotet"),
    ],
)
def test_what_only_a_list_knows_is_added_to_the_page(typed: str, written: str) -> None:
    assert key(fold(typed)) in keys(words_of(written))


@pytest.mark.parametrize(
    ("one", "other"),
    [("land", "lån"), ("tog", "ta"), ("by", "bu"), ("hus", "hull"), ("norsk", "nord"), ("veit", "vei")],
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert key(fold(one)) != key(fold(other))


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("forsvarsministeren", "minister"),
        ("sykehusdirektør", "direktør"),
        ("lærebok", "bok"),
        ("kommunestyremøte", "møte"),
        ("hardangerfjorden", "fjord"),
        ("ishockeyhallen", "hall"),
        ("jernbaneulykka", "jernbane"),
    ],
)
def test_a_compound_is_found_by_its_parts(word: str, part: str) -> None:
    assert key(fold(part)) in keys(parts(fold(word), KNOWN))


@pytest.mark.parametrize(
    "word", ["personer", "satellitt", "presidenten", "ammunisjon", "regjeringa", "forandring", "b2b"]
)
def test_a_word_that_is_no_compound_stays_whole(word: str) -> None:
    assert parts(word, KNOWN) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I Hviterusslands hovedstad", "Belarus"),
        ("reiste til København i går", "Copenhagen"),
        ("from Ivory Coast or Côte d’Ivoire", "Elfenbeinskysten"),
        ("i Hellas", "Greece"),
        ("til Kairo.", "Cairo"),
        ("Sydafrika slog England", "Sør-Afrika"),
    ],
)
def test_places_are_found_under_their_names_in_other_languages(text: str, name: str) -> None:
    assert name in other_names(text)


@pytest.mark.parametrize("text", ["Man sa nei", "han er fra kina-restauranten i byen", "", "N N N"])
def test_words_that_only_look_like_places_are_none(text: str) -> None:
    assert other_names(text) == []


def test_hostile_words_neither_hang_nor_flood() -> None:
    begun = time.process_time()
    words = ["land" * 100_000, "s" * 1_000_000, "er" * 500_000, FRAME * 1000, *("landsby" * n for n in range(300))]
    found = keys(words_of(" ".join(words)))
    found |= keys(part for word in words_of(" ".join(words)) for part in parts(word, KNOWN))
    assert time.process_time() - begun < 10
    assert sum(map(len, found)) < 20_000


def test_the_browser_makes_the_same_keys() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node.js here; the browser tests try the same")
    source = SCRIPT.read_text("utf-8")
    rules = re.search(r"  const fold = .*?(?=\n  /\* The words asked for)", source, re.DOTALL)
    assert rules
    words = sorted({*KNOWN.forms, *map(fold, ("Tromsø", "Łódź", "hvalene", "köpt", "ÆØÅ", "ß"))})
    program = (
        f"const rules = {json.dumps(dict(RULES))};{rules[0]}\n"
        f"console.log(JSON.stringify({json.dumps(words)}.map((word) => keyOf(levelled(fold(word))))))"
    )
    done = subprocess.run([node, "-"], input=program, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [key(word) for word in words]
