"""Names are found in articles nobody has seen, and words that are no names are left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extract.mentions import find_mentions
from briefings.findings import Mention, Sentence
from briefings.model import Article, Kind, Lang, Paragraph, Seed


def article_of(*blocks: str, lang: Lang = "nb", kind: Kind = Kind.PARAGRAPH) -> tuple[Article, tuple[Sentence, ...]]:
    """Make an article of blocks that are one sentence each."""
    paragraphs: list[Paragraph] = []
    start = 0
    for n, block in enumerate(blocks, 1):
        end = start + len(block)
        paragraphs.append(Paragraph(n, kind, lang, start, end, end))
        start = end + 2
    article = Article(Seed("invented.txt", "\n\n".join(blocks)), lang, tuple(paragraphs))
    return article, tuple(Sentence(p.start, p.end, p.n) for p in paragraphs)


def names_in(*blocks: str, lang: Lang = "nb") -> list[tuple[str, str]]:
    return [(mention.text, mention.type.value) for mention in find_mentions(*article_of(*blocks, lang=lang))]


SENTENCES = [
    (
        "nb",
        "Statsminister Jonas Gahr Støre (Ap) møter Emmanuel Macron i Paris.",
        "Jonas Gahr Støre:person Ap:organisation Emmanuel Macron:person Paris:place",
    ),
    (
        "nb",
        "Ifølge NTB har Oslo kommune klaget til Helsetilsynet.",
        "NTB:organisation Oslo kommune:organisation Helsetilsynet:organisation",
    ),
    (
        "nb",
        "Det var Ursula von der Leyen som ringte Mohammed bin Salman.",
        "Ursula von der Leyen:person Mohammed bin Salman:person",
    ),
    ("nn", "Ordførar Kari Nordheim seier at Noreg treng hjelp.", "Kari Nordheim:person Noreg:state"),
    ("nn", "Den russiske ambassadøren kom frå Kviterussland i går.", "Kviterussland:state"),
    (
        "da",
        "Hviderusland og Sydkorea har ifølge Ritzau talt sammen.",
        "Hviderusland:state Sydkorea:state Ritzau:organisation",
    ),
    (
        "da",
        "Det siger Mette Frederiksen (S) til DR i København.",
        "Mette Frederiksen:person S:organisation DR:organisation København:place",
    ),
    ("da", "USA's præsident besøger Nato-landene på tirsdag.", "USA's:state Nato-landene:organisation"),
    ("nb", "Onsdag i mars feiret Vesten Koreakrigen i Champions League.", ""),
    (
        "nb",
        "Den britiske avisen The Guardian skriver om Det hvite hus.",
        "The Guardian:organisation Det hvite hus:organisation",
    ),
    (
        "nb",
        "Russlands forsvarsdepartement og det russiske utenriksdepartementet er enige.",
        "Russlands forsvarsdepartement:organisation det russiske utenriksdepartementet:organisation",
    ),
    ("nb", "Vi så Nord Korea slå England, sier hun.", "Nord Korea:state England:state"),
    (
        "nb",
        "Forskerne ved Universitetet i Bergen fikk støtte fra Norges Bank.",
        "Universitetet i Bergen:organisation Norges Bank:organisation",
    ),
    ("nb", "Politiet sier at TV-serien og Brexit-avtalen er kjent.", ""),
    (
        "nb",
        "Leiesoldatene i Wagner-gruppa ble ledet av Jevgenij Prigozjin.",
        "Wagner-gruppa:organisation Jevgenij Prigozjin:person",
    ),
    (
        "nb",
        "Ap-leder Jonas Gahr Støre møtte Equinor-sjefen Anders Opedal.",
        "Ap-leder:organisation Jonas Gahr Støre:person Equinor-sjefen:organisation Anders Opedal:person",
    ),
    (
        "da",
        "Det oplyser Midt- og Vestsjællands Politi og Østjyllands Politi.",
        "Midt- og Vestsjællands Politi:organisation Østjyllands Politi:organisation",
    ),
    ("nb", "I går slo Bodø/Glimt laget fra Trondheim.", "Bodø/Glimt:organisation Trondheim:place"),
    ("nn", "Seinare gjekk Fatmata Jalloh og Lamin Touray heim.", "Fatmata Jalloh:person Lamin Touray:person"),
    ("nb", "Bildet ble tatt av Frances Benjamin Johnston i 1903.", "Frances Benjamin Johnston:person"),
    ("nb", "Hun er på Ullevik universitetssjukehus.", "Ullevik universitetssjukehus:organisation"),
    ("nb", "Det opplyser Statsministerens kontor.", "Statsministerens kontor:organisation"),
    ("nb", "Ifølge FNs matvareprogram sulter folk.", "FNs matvareprogram:organisation"),
    ("nb", "Det vil justis- og beredskapskomiteen ha svar på.", "justis- og beredskapskomiteen:organisation"),
    ("nb", "I dag kutter Helse Bergen.", "Helse Bergen:organisation"),
    ("nn", "Kommunestyret i Vindafjord vedtok planen.", "Kommunestyret i Vindafjord:organisation"),
    (
        "da",
        "Ifølge det svenske forsvarsministerium leder den islandske kystvagt.",
        "det svenske forsvarsministerium:organisation den islandske kystvagt:organisation",
    ),
    ("nn", "Statssekretæren i det norske Utanriksdepartementet svarer.", "Utanriksdepartementet:organisation"),
    ("nb", "Wagner-gruppen kjempet videre.", "Wagner-gruppen:organisation"),
    ("nb", "Taliban-regjeringen sier nei.", "Taliban-regjeringen:organisation"),
    ("nb", "Houthiene skjøt, sa en houthi-kriger.", "Houthiene:organisation houthi-kriger:organisation"),
    ("nb", "Konkurrenten Tormo er oppe.", "Tormo:organisation"),
    ("nb", "Salget av Brandmo er klart.", "Brandmo:organisation"),
    ("nb", "– Det er leit, sier hun til Strilen.", "Strilen:organisation"),
    ("nb", "Det skriver Faktisk.no om Opec+.", "Faktisk.no:organisation Opec+:organisation"),
    ("nb", "Soldatene er i Camp Solvang.", "Camp Solvang:place"),
    ("nn", "Abdulmalik al-Qadri, som førte ordet, sa nei.", "Abdulmalik al-Qadri:person"),
    ("nb", "Hun skrev det på Facebook.", ""),
    ("nb", "Gjensidige beskyldninger preget møtet.", ""),
    ("nb", "Gjensidige melder om overskudd.", "Gjensidige:organisation"),
    ("nb", "Nordstrøm Air innstiller alle avganger.", "Nordstrøm Air:organisation"),
    ("nn", "Havgløtt Leasing krev pengane attende.", "Havgløtt Leasing:organisation"),
    ("da", "Solvig Aviation fyrer alle ansatte.", "Solvig Aviation:organisation"),
    ("nb", "Tor Air Hansen vant.", "Tor Air Hansen:person"),
    ("da", "Valget blev vundet af Vinflokkurin.", "Vinflokkurin:organisation"),
]


@pytest.mark.parametrize(("lang", "sentence", "expected"), SENTENCES, ids=[row[1][:30] for row in SENTENCES])
def test_names_are_found_with_their_type(lang: Lang, sentence: str, expected: str) -> None:
    found = " ".join(f"{text}:{kind}" for text, kind in names_in(sentence, lang=lang))
    assert found == expected


def test_a_word_that_begins_a_sentence_is_a_name_if_it_stands_as_one_elsewhere() -> None:
    assert ("Hauk", "person") in names_in("Hauk vant rennet.", "Etter rennet roste treneren Lars Hauk.")
    assert names_in("Arbeidet fortsetter.", "Han liker arbeidet.") == []


def test_a_label_in_capitals_names_nobody_but_what_follows_does() -> None:
    article, sentences = article_of("GODE VENNER: Her møtes Anne Lund og Per Dal.", kind=Kind.CAPTION)
    assert [mention.text for mention in find_mentions(article, sentences)] == ["Anne Lund", "Per Dal"]


def test_photo_credits_name_nobody() -> None:
    text = "Anne Lund taler. Foto: Per Dal / AFP"
    paragraph = Paragraph(1, Kind.CAPTION, "nb", 0, len(text), text.index("Foto"))
    article = Article(Seed("invented.txt", text), "nb", (paragraph,))
    assert [m.text for m in find_mentions(article, (Sentence(0, len(text), 1),))] == ["Anne Lund"]
    silent, sentences = article_of("Foto: Per Dal / AFP", kind=Kind.CREDIT)
    assert find_mentions(silent, sentences) == ()


def test_each_mention_says_by_which_rule_it_was_found() -> None:
    article, sentences = article_of("Da kom statsråd Anne Lund til Russland.")
    person, state = find_mentions(article, sentences)
    assert person.rule == "name model"
    assert state.rule == "name of a state"
    assert 0 < person.score <= 1
    (slip,) = [found for found in find_mentions(*article_of("Her sto Putin og Km.")) if found.text == "Km"]
    assert slip.rule == "joined to a name"


def check_spans(article: Article, mentions: tuple[Mention, ...]) -> None:
    last = 0
    for mention in mentions:
        assert article.text[mention.start : mention.end] == mention.text
        assert mention.start >= last
        assert mention.end > mention.start
        last = mention.end


PIECES = st.sampled_from(
    [
        *"abc ABC.,:;-–'’\"«»()&/\n 19",
        *("Kim ", "Putin", "s ", " og ", "’s", "Den nasjonale ", "Russlands ", "forsvarsdepartement", "i ", "von der "),
        *("USA-", "(Ap)"),
    ]
)


@given(st.lists(st.lists(PIECES, max_size=30).map("".join), min_size=1, max_size=4))
def test_no_text_makes_names_that_overlap_or_spans_that_lie(blocks: list[str]) -> None:
    article, sentences = article_of(*blocks)
    check_spans(article, find_mentions(article, sentences))


@given(st.text(max_size=200))
def test_any_text_at_all_passes(text: str) -> None:
    article, sentences = article_of(text)
    check_spans(article, find_mentions(article, sentences))


@pytest.mark.parametrize(
    "piece", ["Aa Bb ", "A", "A. ", "a-", "Kim-", "«", "Putins' s's ", "den russiske ", "Universitetet i "]
)
def test_a_hostile_paragraph_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        article, sentences = article_of(piece * (length // len(piece)))
        start = time.process_time()
        find_mentions(article, sentences)
        return time.process_time() - start

    seconds(2_000)
    assert seconds(80_000) < 20 * seconds(10_000) + 0.5


# --- sentences in capitals, and bodies that open one ------------------------------------------------------------------

SHOUTED = [
    ("nb", ["KIM JONG-UN MØTTE PUTIN"], ["KIM JONG-UN", "PUTIN"]),
    ("nb", ["ERNA NORDHEIM FÅR PRISEN", "Prisen gikk til Erna Nordheim."], ["ERNA NORDHEIM", "Erna Nordheim"]),
    ("da", ["METTE HOLM VINDER VALG I AARHUS"], ["METTE HOLM", "AARHUS"]),
    ("nn", ["MEIR REGN PÅ VESTLANDET"], ["VESTLANDET"]),
    ("nb", ["DETTE ER SAKEN OM STRØMPRISEN"], []),
    ("da", ["POLITIET ADVARER MOD GLATTE VEJE"], []),
]


@pytest.mark.parametrize(("lang", "blocks", "expected"), SHOUTED, ids=[blocks[0] for _, blocks, _ in SHOUTED])
def test_a_headline_in_capitals_names_those_it_would_name_without_them(
    lang: Lang, blocks: list[str], expected: list[str]
) -> None:
    assert [name for name, _ in names_in(*blocks, lang=lang)] == expected


OPENING = [
    ("nb", "Wagner-gruppa har trukket seg ut av byen.", ["Wagner-gruppa"]),
    ("nb", "Munch-museet åpner i dag.", ["Munch-museet"]),
    ("nb", "Narko-gruppa ved politiet vokser.", []),
    ("nb", "Arbeids-gruppa er ferdig.", []),
    ("nb", "IT-selskapet gikk konkurs.", []),
]


@pytest.mark.parametrize(("lang", "text", "expected"), OPENING, ids=[text for _, text, _ in OPENING])
def test_a_body_called_after_a_name_is_found_where_it_opens_a_sentence(
    lang: Lang, text: str, expected: list[str]
) -> None:
    assert [name for name, _ in names_in(text, lang=lang)] == expected


def test_a_team_is_not_its_league_nor_its_opponent() -> None:
    assert [name for name, _ in names_in("Lazio i Europa League mot Bodø/Glimt torsdag.")] == ["Lazio", "Bodø/Glimt"]
    assert [name for name, _ in names_in("Lazio slo Glimt 3-1 på Aspmyra.")][:2] == ["Lazio", "Glimt"]


def test_an_east_asian_name_is_whole_though_its_end_looks_like_a_compound() -> None:
    assert names_in("Taiwans president Lai Ching-te kalte avtalen en bro.")[1] == ("Lai Ching-te", "person")


@pytest.mark.parametrize(
    "name", ["Choe Son-hui", "Ban Ki-moon", "Tsai Ing-wen", "Han Duck-soo", "Son Heung-min", "Qiu Bing-wen"]
)
@pytest.mark.parametrize("words", ["{} kom til Oslo.", "Møtet med {} er over.", "– Det er bra, sier {} til Nationen."])
def test_a_name_with_its_surname_first_and_a_hyphen_is_a_persons(name: str, words: str) -> None:
    assert (name, "person") in names_in("Det ble klart i går.", words.format(name))


@pytest.mark.parametrize(
    "words", ["Ny Nato-sjef kom.", "Møtet i Oslo SV-topper vil ha er over.", "Paris G7-møte er slutt."]
)
def test_a_compound_behind_a_short_name_is_no_given_name(words: str) -> None:
    assert "person" not in {kind for _, kind in names_in(words)}


def test_small_nordic_places_and_the_old_spelling_of_aa_are_known() -> None:
    assert names_in("Det brant i Aarhus, i Tvøroyri og i Rubbestadneset.", lang="da") == [
        ("Aarhus", "place"),
        ("Tvøroyri", "place"),
        ("Rubbestadneset", "place"),
    ]


def test_surnames_and_first_names_are_no_places_though_villages_bear_them() -> None:
    assert [kind for _, kind in names_in("Lunde og Moen er uenige.", "Kari Lunde møtte Per Moen.")] == ["person"] * 4


def test_a_noun_that_stands_in_small_letters_elsewhere_is_no_name_where_it_opens_a_sentence() -> None:
    assert names_in("Støv fortel om tørke.", "Det er støvet som er interessant, seier Kari Moe.") == [
        ("Kari Moe", "person")
    ]


def test_a_dateline_with_its_medium_names_nobody() -> None:
    assert names_in("VEJLE (Aftenposten): Kari Moe kom torsdag.") == [("Kari Moe", "person")]
