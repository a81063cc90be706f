"""Which words of an article are read as dates, and what they mean seen from the day it appeared."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import yaml
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.edtf_date import contains, is_valid
from briefings.extract.date_openings import FOLLOWERS, NUMBERS, OTHERS, PHRASES, words_in
from briefings.extract.date_relative import openings, read_date
from briefings.extract.date_words import tokenise, vocabulary
from briefings.extract.dates import anchor, find_dates
from briefings.findings import DateMention, Sentence
from briefings.model import Article, Kind, Lang, Paragraph, Seed

CASES: dict[str, list[list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "fixtures" / "date_phrases.yml").read_text(encoding="utf-8")
)
NO_DATE = CASES.pop("no_date")
EDTF_OF_OUR_SUBSET = ("2023", "2023-07", "2023-07-26", "2023-22", "2022/2023", "199X", "2023~", "2014/..", "../2014")


def article(text: str, lang: Lang = "nb", kind: Kind = Kind.PARAGRAPH) -> Article:
    """An article whose paragraphs are the blocks between blank lines, all of one kind."""
    paragraphs, position = [], 0
    for number, block in enumerate(text.split("\n\n"), 1):
        paragraphs.append(Paragraph(number, kind, lang, position, position + len(block), position + len(block)))
        position += len(block) + 2
    return Article(Seed("invented.txt", text), lang, tuple(paragraphs))


def one_sentence_each(source: Article) -> tuple[Sentence, ...]:
    return tuple(Sentence(paragraph.start, paragraph.end, paragraph.n) for paragraph in source.paragraphs)


def dates_of(text: str, lang: Lang = "nb", published: str | None = None) -> tuple[DateMention, ...]:
    source = article(text, lang)
    return anchor(find_dates(source, one_sentence_each(source)), published)


@pytest.mark.parametrize(
    ("lang", "sentence", "published", "said", "value"), [case for group in CASES.values() for case in group]
)
def test_a_phrase_means_what_it_says(lang: Lang, sentence: str, published: str, said: str, value: str) -> None:
    found = {date.text: date.value for date in dates_of(sentence, lang, published or None)}
    assert said in found, found
    assert found[said] == (value or None)


@pytest.mark.parametrize(("lang", "sentence"), NO_DATE)
def test_a_number_or_name_that_is_no_date_is_not_read_as_one(lang: Lang, sentence: str) -> None:
    assert [date for date in dates_of(sentence, lang, "2023-07") if date.value is not None] == []


def test_the_table_covers_the_three_languages() -> None:
    languages = [case[0] for group in CASES.values() for case in group]
    assert len(languages) >= 150
    assert {language for language in languages if languages.count(language) >= 25} == {"nb", "nn", "da"}


@pytest.mark.parametrize("phrase", ["i går", "onsdag", "forrige uke", "for to uker siden", "i morgen", "denne uka"])
@pytest.mark.parametrize("published", ["2023-07", "2023"])
def test_a_date_reckoned_from_a_coarse_one_is_never_finer(phrase: str, published: str) -> None:
    (date,) = dates_of(f"De møttes {phrase}.", published=published)
    assert date.value is not None
    assert contains(date.value, published) or date.value == published


def test_a_date_that_stands_by_itself_has_no_anchor_and_a_relative_one_names_it() -> None:
    exact, relative = dates_of("De møttes 26. juli 2023 og i fjor.", published="2024-06")
    assert (exact.value, exact.anchor) == ("2023-07-26", None)
    assert (relative.value, relative.anchor) == ("2023", "2024-06")


def test_a_better_publication_date_replaces_what_was_reckoned_from_a_worse_one() -> None:
    from_the_year = dates_of("De møttes onsdag.", published="2023")
    assert [date.value for date in anchor(from_the_year, "2023-07-26")] == ["2023-07-26"]
    assert [date.value for date in anchor(from_the_year, None)] == [None]


@pytest.mark.parametrize(
    ("said", "published", "value"),
    [
        ("De møttes i går.", "2025-06-20~", "2025-06-19~"),
        ("De møttes i går.", "2025-06-20?", "2025-06-19?"),
        ("De møttes for to uker siden.", "2025-06-20~", "2025-06-06~"),
        ("De møttes for fem uker siden.", "2025-06-20?", "2025-05-16%"),
        ("De møttes forrige uke.", "2025-06-20~", "2025-06-09~/2025-06-15~"),
        ("De har bygget siden i går.", "2025-06-20~", "2025-06-19~/.."),
        ("De møttes i fjor.", "2025~", "2024~"),
        ("De møttes i fjor sommer.", "2025-06-20~", "2024-22"),
        ("De møttes 26. juli 2023.", "2025-06-20~", "2023-07-26"),
    ],
)
def test_a_day_reckoned_from_a_date_that_is_not_sure_is_no_surer(said: str, published: str, value: str) -> None:
    assert [date.value for date in dates_of(said, published=published)] == [value]


def test_an_invalid_publication_date_resolves_nothing() -> None:
    assert [date.value for date in dates_of("De møttes onsdag.", published="in July")] == [None]


def test_dates_of_stamps_are_found_in_boilerplate() -> None:
    source = article("Publisert 26.07.2023", kind=Kind.BOILERPLATE)
    assert [date.value for date in find_dates(source, ())] == ["2023-07-26"]


def test_a_phrase_does_not_run_from_one_paragraph_into_the_next() -> None:
    assert [date.text for date in dates_of("Det skjedde 26.\n\njuli 2023 var varm.")] == ["juli 2023"]


WORDS = """i på for siden fra til mellom og den 26 . juli 2023 31 juni onsdag kveld forrige uke år fire halvandet 1990
-tallet 70 års markeringen 3 – 5 mai 2022–23 kl 11.22 samme dag før 0000 0001 9999 99/99/9999 00.00.0000 9999-12-31 om
et halvt tiår neste i_år sommeren til jul første kvartal 29. februar året etter dagen , ( ) ? to .. ' ,- helgen"""
FRAGMENTS = st.sampled_from(WORDS.split()).map(lambda word: word.replace("_", " "))
TEXTS = st.lists(FRAGMENTS, max_size=14).map(" ".join) | st.text(max_size=60)


@settings(max_examples=400, deadline=None)
@given(
    TEXTS,
    st.sampled_from(
        ["2023", "2023-07", "2023-07-26", "0001-01-01", "9999-12-31", "2023-22", "2022/2023", "2023-07-26~", ""]
    ),
)
def test_whatever_the_text_every_date_quotes_it_and_is_valid(text: str, published: str) -> None:
    source = article(text)
    found = anchor(find_dates(source, one_sentence_each(source)), published or None)
    ends = [0]
    for date in found:
        assert source.text[date.start : date.end] == date.text
        assert date.start >= ends[-1]
        ends.append(date.end)
        if date.value is not None:
            assert is_valid(date.value)
            parse_edtf(date.value)


@pytest.mark.parametrize(
    "unit",
    [
        "i slutten av ",
        "for fire ",
        "26. ",
        "fra 3. til ",
        "11.",
        "1-",
        "samme dag ",
        "onsdag ",
        "nær 70 års ",
        "2023 ",
        "(",
    ],
)
def test_a_long_hostile_paragraph_takes_time_in_proportion(unit: str) -> None:
    def seconds(length: int) -> float:
        source = article(unit * (length // len(unit)))
        started = time.process_time()
        anchor(find_dates(source, one_sentence_each(source)), "2023-07-26")
        return time.process_time() - started

    seconds(1_000)
    # Eight times the length; quadratic time would be 64 times as much.
    assert seconds(160_000) < 24 * seconds(20_000) + 0.5


DATE_WORDS = sorted(
    {
        *words_in(
            *PHRASES, *NUMBERS, *OTHERS, "units", "all_units", "many_units", "short_months", "span_openers", "years"
        ),
        *(word for words in vocabulary().sets.values() for word in words),
        *FOLLOWERS,
        *("hundre", "70-årsdagen", "1990-tallet", "2023", "12.", "26", "2,5", ".", ",", "–", "(", "Kari", "hest"),
    }
)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(DATE_WORDS), min_size=2, max_size=9), st.sampled_from(["nn", "nb", "da"]))
def test_no_date_begins_where_none_is_looked_for(words: list[str], lang: Lang) -> None:
    text = " ".join(words)
    tokens = tokenise(text, 0, len(text))
    begins = {
        index for index in range(len(tokens.lows)) if (found := read_date(tokens, index, lang)) and found.end > index
    }
    assert begins <= set(openings(tokens))


def test_no_rule_needs_a_clock() -> None:
    package = Path(__file__).parents[1] / "scripts" / "briefings"
    sources = [*package.glob("extract/date*.py"), package / "edtf_date.py"]
    assert [path.name for path in sources if re.search(r"\b(today|now|time)\(", path.read_text("utf-8"))] == []
