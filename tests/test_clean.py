from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefings.clean import SILENT, explain_kinds, to_article
from briefings.extraction import extract
from briefings.model import Article, Basis, Facts, Kind, Published, Seed
from briefings.seed import LONGEST_TEXT, read_seed

CASES = Path(__file__).parent / "golden" / "clean"
SEEDS = Path(__file__).parent.parent / "seeds"

MAX_SECONDS = 10

FRAMES = {
    "nb": ("Presidenten møtte statsministeren i hovedstaden onsdag.", "De ble enige om å møtes igjen til høsten."),
    "nn": ("Presidenten møtte statsministeren i hovudstaden onsdag.", "Dei blei einige om å møtast igjen til hausten."),
    "da": ("Præsidenten mødte statsministeren i hovedstaden onsdag.", "De blev enige om at mødes igen til efteråret."),
}


class OneBlock(NamedTuple):
    lang: str
    kind: str
    block: str


class Whole(TypedDict):
    case: str
    lang: str
    headline: str | None
    published: str | None
    kinds: list[str]
    seed: str


class Page(TypedDict):
    case: str
    lang: str
    published: str | None
    blocks: list[dict[str, str]]


def read_blocks() -> list[OneBlock]:
    by_lang = yaml.safe_load((CASES / "blocks.yml").read_text(encoding="utf-8"))
    return [
        OneBlock(lang, kind, block)
        for lang, by_kind in by_lang.items()
        for kind, blocks in by_kind.items()
        for block in blocks
    ]


def read_articles() -> list[Whole]:
    articles: list[Whole] = yaml.safe_load((CASES / "articles.yml").read_text(encoding="utf-8"))
    return articles


def read_pages() -> list[Page]:
    files = (CASES / name for name in ("furniture.yml", "outlets.yml", "more_outlets.yml"))
    return [page for file in files for page in yaml.safe_load(file.read_text(encoding="utf-8"))]


def read_kept() -> list[tuple[str, str]]:
    by_lang = yaml.safe_load((CASES / "kept.yml").read_text(encoding="utf-8"))
    return [(lang, sentence) for lang, sentences in by_lang.items() for sentence in sentences]


def article(*blocks: str, facts: Facts | None = None) -> Article:
    return to_article(Seed("a.txt", "\n\n".join(blocks), facts or Facts()))


def kinds(*blocks: str) -> list[str]:
    return [paragraph.kind.value for paragraph in article(*blocks).paragraphs]


@pytest.mark.parametrize("case", read_blocks(), ids=lambda case: f"{case.lang} {case.kind} {case.block[:40]}")
def test_a_block_between_two_paragraphs_gets_the_kind_an_editor_would_give_it(case: OneBlock) -> None:
    before, after = FRAMES[case.lang]
    assert kinds(before, case.block, after)[1] == case.kind


@pytest.mark.parametrize(("lang", "sentence"), read_kept(), ids=lambda value: value[:50])
def test_no_sentence_of_an_article_is_lost_for_looking_like_noise(lang: str, sentence: str) -> None:
    before, after = FRAMES[lang]
    assert kinds(before, sentence, after)[1] in {"paragraph", "quote"}


PATTERNS: tuple[tuple[str, tuple[str, ...], list[str]], ...] = (
    ("a month header and the lead on one line", (" date 2023-07 Den russiske ministeren kom.",), ["lead"]),
    ("no header at all", ("Den russiske ministeren kom onsdag.",), ["lead"]),
    ("a day-exact header", ("date 2025-09-02\n\nMinisteren kom onsdag.",), ["boilerplate", "lead"]),
    ("a headline on the header line", ("date 2025-09 Ministeren til Kyiv", "Han kom."), ["headline", "lead"]),
    ("a menu line", ("Hopp til innhold", "Ministeren til Kyiv", "Han kom."), ["boilerplate", "headline", "lead"]),
    ("no headline", ("Hopp til innhold", "Ministeren kom onsdag."), ["boilerplate", "lead"]),
    ("a headline repeated", ("Putin i Kina nå", "Putin i Kina nå", "Han kom."), ["headline", "boilerplate", "lead"]),
    ("a photo credit on its own line", ("Han kom.", "Foto: KCNA / AP", "Han dro."), ["lead", "credit", "paragraph"]),
    ("a credit at a caption's end", ("Han kom.", "Kim på tur. Foto: AP", "Han dro."), ["lead", "caption", "paragraph"]),
    (
        "a caption with capitals and a colon",
        ("Han kom.", "GODE VENNER: Kim tok imot ham.", "Han dro."),
        ["lead", "caption", "paragraph"],
    ),
    (
        "a court's dateline",
        ("Han kom.", "RETTEN I VIBORG: Der var stille, da hun kom ind.", "Han dro."),
        ["lead", "paragraph", "paragraph"],
    ),
    (
        "a dateline of two places",
        ("Hun kom.", "GAZA/OSLO: Amina (40) sto i kø. Hun fikk ikke mat.", "Hun dro."),
        ["lead", "paragraph", "paragraph"],
    ),
    (
        "a dateline below the lead",
        ("Hun kom.", "BERGEN: Kari Moe sto på kaia. Det regnet.", "Hun dro."),
        ["lead", "paragraph", "paragraph"],
    ),
    (
        "a caption that names a place",
        ("Hun kom.", "BERGEN: Kari Moe sto på kaia. Det regnet. Foto: Per Dal", "Hun dro."),
        ["lead", "caption", "paragraph"],
    ),
    (
        "a caption of two sentences",
        ("Hun kom.", "VÅTT: Kari Moe sto på kaia. Det regnet.", "Hun dro."),
        ["lead", "caption", "paragraph"],
    ),
    (
        "a picture from court",
        ("Han kom.", "I RETTEN: Kari Moe møtte pressen.", "Han dro."),
        ["lead", "caption", "paragraph"],
    ),
    (
        "a study's reference",
        ("Han kom.", "Kjelde: E. Moe m.fl.: Ice cores of the Pamir. Nature.", "Han dro."),
        ["lead", "credit", "paragraph"],
    ),
    (
        "a picture description",
        ("Han kom.", "To menn i dress smiler foran et flagg.", "GODE VENNER: Kim og gjesten.", "Han dro."),
        ["lead", "caption", "caption", "paragraph"],
    ),
    ("an advert's label", ("Han kom.", "Annonse:", "Han dro."), ["lead", "boilerplate", "paragraph"]),
    ("a list of links", ("Han kom.", "AKTUELT NÅ", "Han dro."), ["lead", "boilerplate", "paragraph"]),
    ("a correction", ("Rettelse: Han kom tirsdag.", "Han kom."), ["correction", "lead"]),
    ("a subheading", ("Han kom.", "Frykter krig", "Han dro."), ["lead", "subheading", "paragraph"]),
    ("a quote opened by a dash", ("Han kom.", "– Vi er klare.", "Han dro."), ["lead", "quote", "paragraph"]),
    ("a quote in «»", ("Han kom.", "«Vi er klare.»", "Han dro."), ["lead", "quote", "paragraph"]),
    ("a quote in “”", ("Han kom.", "“Vi er klare.”", "Han dro."), ["lead", "quote", "paragraph"]),
    ("a quote in ''", ("Han kom.", "'Vi er klar.'", "Han dro."), ["lead", "quote", "paragraph"]),
    ("NTB", ("Han kom.", "NTB"), ["lead", "credit"]),
    ("/ritzau/Reuters/", ("Han kom.", "/ritzau/Reuters/"), ["lead", "credit"]),
    ("(©NPK)", ("Han kom.", "(©NPK)"), ["lead", "credit"]),
    ("(©NPK) and a name", ("Ho kom.", "(©NPK) Kari Moe", "Ho drog."), ["lead", "credit", "paragraph"]),
    ("(NTB) and what is told", ("Ho kom.", "(NTB) Kari Moe fekk prisen.", "Ho drog."), ["lead", *["paragraph"] * 2]),
    ("Få nyheitsbrevet", ("Ho kom.", "Få nyheitsbrevet vårt om fjell og fjord!"), ["lead", "boilerplate"]),
    ("Få vårt nyhetsbrev", ("Ho kom.", "Få vårt nyhetsbrev om energi"), ["lead", "boilerplate"]),
    ("Få avisene", ("Han kom.", "Få leser nyhetsbrevet.", "Han dro."), ["lead", "paragraph", "paragraph"]),
    ("Les også", ("Han kom.", "Les også: Putin i Kina", "Han dro."), ["lead", "boilerplate", "paragraph"]),
    ("Les mer", ("Han kom.", "Les mer", "Han dro."), ["lead", "boilerplate", "paragraph"]),
    ("Vis mere", ("Han kom.", "Vis mere", "Han dro."), ["lead", "boilerplate", "paragraph"]),
    ("Se video", ("Han kom.", "Se video: Her er han", "Han dro."), ["lead", "boilerplate", "paragraph"]),
    (
        "Artiklen fortsætter",
        ("Han kom.", "Artiklen fortsætter under billedet", "Han dro."),
        ["lead", "boilerplate", "paragraph"],
    ),
    ("a stamp with slashes", ("Han kom.", "19/09/2023 KL. 11:22", "Han dro."), ["lead", "boilerplate", "paragraph"]),
    (
        "Publisert … Oppdatert …",
        ("Han kom.", "Publisert 26.07.2023 Oppdatert 27.07.2023", "Han dro."),
        ["lead", "boilerplate", "paragraph"],
    ),
    ("an editor's aside", ("Han kom.", "Han dro den dagen (tirsdag, red.).", "Slutt."), ["lead", *["paragraph"] * 2]),
    ("text cut off mid-word", ("Han kom onsdag.", "Han ble møtt av flere tusen på flypl"), ["lead", "paragraph"]),
)
"""Each pattern that the design names (section 4), as the blocks of a seed, and the kind of each."""


@pytest.mark.parametrize(
    ("blocks", "expected"), [(b, e) for _, b, e in PATTERNS], ids=[name for name, _, _ in PATTERNS]
)
def test_every_pattern_that_the_design_names_is_known(blocks: tuple[str, ...], expected: list[str]) -> None:
    assert kinds(*blocks) == expected


def read_pages_of_single_lines() -> list[Page]:
    return [
        page for page in read_pages() if not any("\n" in text for block in page["blocks"] for text in block.values())
    ]


@pytest.mark.parametrize("case", read_pages_of_single_lines(), ids=lambda case: case["case"])
@pytest.mark.parametrize(("joint", "end"), [("\n", "\n"), ("\r\n\r\n", "\r\n"), ("\n \n\n", "\n")])
def test_a_pages_kinds_hang_on_no_layout_of_its_lines(case: Page, joint: str, end: str) -> None:
    texts = [text for block in case["blocks"] for text in block.values()]
    seed, _ = read_seed("a.txt", (joint.join(texts) + end).encode())
    assert seed is not None
    assert [paragraph.kind for paragraph in to_article(seed).paragraphs] == [
        paragraph.kind for paragraph in article(*texts).paragraphs
    ]


@pytest.mark.parametrize("case", read_articles(), ids=lambda case: case["case"])
def test_a_whole_article_is_read_as_an_editor_would_read_it(case: Whole) -> None:
    seed, problems = read_seed("a.txt", case["seed"].encode())
    assert seed is not None
    assert problems == ()
    found = to_article(seed)
    assert [paragraph.kind.value for paragraph in found.paragraphs] == case["kinds"]
    assert found.headline == case["headline"]
    assert found.lang == case["lang"]
    assert (found.published.value if found.published else None) == case["published"]


@pytest.mark.parametrize("case", read_pages(), ids=lambda case: case["case"])
def test_what_stands_around_an_article_on_its_page_is_told_from_it(case: Page) -> None:
    blocks = [(kind, text) for block in case["blocks"] for kind, text in block.items()]
    found = article(*(text for _, text in blocks))
    said = [
        ("noise" if paragraph.kind in SILENT else paragraph.kind.value, text)
        for paragraph, (_, text) in zip(found.paragraphs, blocks, strict=True)
    ]
    assert said == blocks
    assert found.lang == case["lang"]
    known = extract(found).published
    assert (known.value if known else None) == case["published"]


@pytest.mark.parametrize(
    ("stem", "special"),
    [
        (
            "000_2a032a9139e66a56",
            {1: "lead", **dict.fromkeys((5, 12, 15, 18), "caption"), **dict.fromkeys((6, 13, 19), "subheading")}
            | dict.fromkeys((10, 23), "quote"),
        ),
        ("001_da422865fb442759", {1: "caption", 2: "headline", 3: "lead", 9: "caption", 18: "caption"}),
        (
            "002_5c2f730a56beb5fd",
            {1: "boilerplate", 2: "headline", 3: "lead", 52: "boilerplate"}
            | dict.fromkeys((4, 5, 10, 11, 22, 23, 33, 34, 42, 43), "caption")
            | dict.fromkeys((6, 12, 24, 35, 44), "credit")
            | dict.fromkeys((25, 36, 49), "subheading")
            | dict.fromkeys((15, 17, 19, 47), "quote"),
        ),
        ("003_0fca2a3ef5c44921", {1: "lead", 7: "boilerplate"}),
        ("004_5cb83c24debe4a56", {1: "correction", 2: "lead", 7: "subheading", 12: "subheading"}),
    ],
)
def test_the_blocks_of_the_real_seeds_that_are_not_plain_are_known(stem: str, special: dict[int, str]) -> None:
    seed, _ = read_seed(f"{stem}.txt", (SEEDS / f"{stem}.txt").read_bytes())
    assert seed is not None
    found = {p.n: p.kind.value for p in to_article(seed).paragraphs if p.kind is not Kind.PARAGRAPH}
    assert found == special


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("Presidenten på besøk. Foto: Ola Nordmann / NTB", "Presidenten på besøk."),
        ("Presidenten på besøk. FOTO: HEIKO JUNGE", "Presidenten på besøk."),
        ("Presidenten på besøk (Foto: NTB)", "Presidenten på besøk"),
        ("Presidenten på besøk. Arkivfoto: Reuters", "Presidenten på besøk."),
        ("Presidenten på besøk.Illustrasjon: Kari Nordmann", "Presidenten på besøk."),
        ("Præsidenten på besøg. Billede: KCNA", "Præsidenten på besøg."),
        ("Præsidenten på besøg. - Foto: Bo Lund/Ritzau Scanpix", "Præsidenten på besøg. -"),
        ("Presidenten på besøk. Kim Hong-Ji / Reuters", "Presidenten på besøk."),
        ("Møtet varte i to timer, opplyser kilder. (NTB)", "Møtet varte i to timer, opplyser kilder."),
        ("Mødet varede to timer, oplyser kilder. /ritzau/Reuters", "Mødet varede to timer, oplyser kilder."),
        ("Det sier partilederen (Ap).", "Det sier partilederen (Ap)."),
        ("På foto: ingen. Men han var der, sier politiet.", "På foto: ingen. Men han var der, sier politiet."),
    ],
)
def test_names_in_a_credit_or_signature_at_the_end_are_not_said_by_the_block(block: str, said: str) -> None:
    found = article("Presidenten reiste onsdag.", block, "Han kom hjem torsdag.")
    paragraph = found.paragraphs[1]
    assert found.text[paragraph.start : paragraph.said_end] == said


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        (" date 2023-07 Han reiste.", Facts(), Published("2023-07", Basis.HEADER, "date 2023-07", 1)),
        ("DATE: 2025-09-02\n\nHan reiste.", Facts(), Published("2025-09-02", Basis.HEADER, "DATE: 2025-09-02", 1)),
        ("date 2023 Han reiste.", Facts(), Published("2023", Basis.HEADER, "date 2023", 1)),
        ("date 2023-13 Han reiste.", Facts(), None),
        ("Han reiste.", Facts(), None),
        (" date 2023-07 Han reiste.", Facts(published="2023-07-26"), Published("2023-07-26", Basis.SIDECAR)),
    ],
)
def test_the_date_is_the_sidecars_or_else_the_headers(text: str, facts: Facts, expected: Published | None) -> None:
    assert to_article(Seed("a.txt", text, facts)).published == expected


def test_the_first_paragraph_begins_after_the_header() -> None:
    found = to_article(Seed("a.txt", " date 2023-07 Han reiste."))
    assert found.text[found.paragraphs[0].start :] == "Han reiste."


def test_a_header_alone_in_its_block_is_no_paragraph_of_the_article() -> None:
    assert kinds(" date 2023-07", "Han reiste onsdag.") == ["boilerplate", "lead"]


def test_the_language_a_person_states_wins_over_the_words() -> None:
    found = article("Dei er i byen no, og eg veit ikkje kva dei vil gjere.", facts=Facts(lang="nb"))
    assert found.lang == "nb"


def test_a_quoted_paragraph_in_another_language_keeps_its_own() -> None:
    found = article(
        "Dei er i byen no, og eg veit ikkje kva dei vil gjere der.",
        "– We will stand with them as long as it takes, and they know that.",
    )
    assert [paragraph.lang for paragraph in found.paragraphs] == ["nn", "en"]


@pytest.mark.parametrize("heading", ["Mest lest siste 24 timer", "Se også", "Seneste nyt", "Relaterte artikler"])
def test_the_title_right_above_the_text_is_the_headline_though_a_heading_of_links_stands_above_it(heading: str) -> None:
    before, after = FRAMES["nb"]
    own, other = "Nå er avtalen i havn", "Slik blir været i påsken på hele Vestlandet"
    assert kinds(heading, own, before, after) == ["boilerplate", "headline", "lead", "paragraph"]
    assert kinds(heading, other, own, before, after)[1:3] == ["boilerplate", "headline"]
    assert kinds(own, heading, other, before, after)[:3] == ["headline", "boilerplate", "boilerplate"]


@pytest.mark.parametrize(("button", "kept"), [("Les mer", True), ("Læs mere", True), ("Les også", False)])
def test_a_button_that_unfolds_the_article_takes_no_subheading_away(button: str, *, kept: bool) -> None:
    blocks = ("Krever ny bryter på 14 båter", "Produsenten har levert det samme utstyret til 14 båter langs kysten.")
    before, after = FRAMES["nb"]
    found = kinds("Nå er avtalen i havn", before, after, button, *blocks, "Styret vil ikke si hvorfor.")
    assert found[3:5] == ["boilerplate", "subheading" if kept else "boilerplate"]


def test_a_lead_above_a_picture_without_a_caption_stays_the_lead() -> None:
    assert kinds(
        "Presidenten reiser til Kina", "Han skal møte lederne der onsdag, sier talsmannen.", "Foto: AP", "Han er glad."
    ) == ["headline", "lead", "credit", "paragraph"]


@pytest.mark.parametrize(
    "first", ["«Vi er klare.»", '"Vi er klar," siger ministeren.', "(Han smiler.)", "– Vi er klare."]
)
def test_speech_or_an_aside_that_opens_an_article_is_no_headline(first: str) -> None:
    assert article(first, "Han reiste onsdag.", "Han kom hjem.").headline is None


def test_a_title_at_the_very_end_is_a_paragraph_cut_off() -> None:
    assert kinds("Han reiste onsdag.", "Deretter dro de til")[1] == "paragraph"


BYLINE = "Av Kari Moe"
LONG = "Tolv bilister og en hund ble sittende fast på fjellet natt til onsdag, og ingen visste når bilen kom."


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (("De ventet i timer. Så kom bilen.", LONG, BYLINE, "Bilen kom."), ["headline", "lead", "credit", "paragraph"]),
        (("De ventet i timer. Så kom bilen.", LONG, "Bilen kom."), ["lead", "paragraph", "paragraph"]),
        (("Fjellet er stengt igjen", "De ventet. Så kom bilen.", LONG, BYLINE), ["headline", "lead", "paragraph"]),
        (("Kongen kom onsdag.", LONG, BYLINE, "Bilen kom."), ["lead", "paragraph", "credit", "paragraph"]),
    ],
    ids=["above deck and byline", "no byline", "below a headline", "one sentence"],
)
def test_two_sentences_are_a_headline_only_above_deck_and_byline(blocks: tuple[str, ...], expected: list[str]) -> None:
    assert kinds(*blocks)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("above", "kind"), [(("Kongen kom onsdag", BYLINE), "credit"), (("Kari Moe kom onsdag",), "paragraph")]
)
def test_what_is_said_of_a_person_is_the_papers_own_only_if_a_byline_names_her(
    above: tuple[str, ...], kind: str
) -> None:
    assert kinds(*above, "Hun reiste tirsdag.", "Hun kom hjem.", "Kari Moe er redaktør i bladet.")[-1] == kind


@pytest.mark.parametrize(
    "block",
    [
        "Politiet har fått en video. Der ser en to menn i hvit bil.",
        "To menn sitter i varetekt etter brannen.",
        "Et av dyrene er en krabbe. Den står på bakbeina og vinker.",
        "Tre personer ligger skadd på sykehus.",
    ],
)
def test_what_is_told_above_a_picture_is_no_description_of_it(block: str) -> None:
    caption = "Huset brant ned til grunnen. Foto: Ola Dahl / NTB"
    assert kinds("Det brant onsdag.", "Ingen kom til skade.", block, caption)[2:] == ["paragraph", "caption"]


def test_speech_that_ends_an_article_is_kept_though_links_follow() -> None:
    assert (
        kinds("Han reiste onsdag.", "Han rakte frem en skål.", "– Drops?", "Les også", "Putin i Kina nå")[2] == "quote"
    )


@given(st.text(alphabet=st.sampled_from("Foto: /NTB\n«»–.A a(date2023-07)"), max_size=200))
def test_any_text_becomes_paragraphs_in_order_that_lie_inside_it(text: str) -> None:
    seed, _ = read_seed("a.txt", text.encode())
    if seed is None:
        return
    found = to_article(seed)
    assert [paragraph.n for paragraph in found.paragraphs] == list(range(1, len(found.paragraphs) + 1))
    end = 0
    for paragraph in found.paragraphs:
        assert end <= paragraph.start < paragraph.end
        assert paragraph.start <= paragraph.said_end <= paragraph.end
        end = paragraph.end


@pytest.mark.parametrize(
    "text",
    [
        "Foto: " * 50_000,
        "A:" * 200_000,
        "«a» " * 100_000,
        "x" * 500_000,
        "Hei\n" * 5_000,
        "Les også\n\n" * 3_000,
        "Han kom.\n\n" + "En linje\n\n" * 20_000,
        "Han kom.\n\n" + "En linje\n\nAnnonse\n\n" * 10_000 + "Han gikk.",
        "Meld deg " * 50_000,
        "I en tidligere " * 50_000,
    ],
    ids=["credits", "colons", "quotes", "one word", "lines", "links", "tail", "adverts", "notices", "corrections"],
)
def test_a_hostile_text_is_read_in_seconds(text: str) -> None:
    began = time.process_time()
    assert to_article(Seed("a.txt", text)).paragraphs
    assert time.process_time() - began < MAX_SECONDS


def test_of_an_article_of_megabytes_no_more_is_read_than_is_said_to_be() -> None:
    for text in ("Han kom til Oslo. " * 120_000, "Han kom til Oslo.\n\n" * 120_000):
        paragraphs = to_article(Seed("a.txt", text, Facts())).paragraphs
        assert LONGEST_TEXT - len("Han kom til Oslo.") <= paragraphs[-1].end <= LONGEST_TEXT


def test_every_decision_names_its_rule() -> None:
    assert explain_kinds(("Hopp til innhold", "Han reiste onsdag.")) == (
        (Kind.BOILERPLATE, "page furniture"),
        (Kind.LEAD, "first paragraph"),
    )


def test_the_text_of_a_live_blogs_entry_is_no_caption_of_the_picture_below_it() -> None:
    found = kinds(
        "LIVE: Store skader etter uværet",
        "Uværet har herjet hele natten. Følg med her.",
        "18.20: Veien er åpnet",
        "Politiet opplyser at riksvei 7 er åpnet igjen etter raset.",
        "Foto: Kari Vik / NTB",
        "17.55: Tre er evakuert",
        "Naboene i Dalevegen er hentet ut med båt.",
    )
    assert found == ["headline", "lead", "subheading", "paragraph", "credit", "subheading", "paragraph"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Dette er saken:", "subheading"),
        ("Sagen kort", "subheading"),
        ("Slik er saken:", "subheading"),
        ("Dette sa han:", "paragraph"),
        ("Slik svarer ministeren:", "paragraph"),
        ("Slik går fergene:", "subheading"),
        ("Sådan gik kampen:", "subheading"),
        ("Han la til dette:", "paragraph"),
        ("Fem raske spørsmål til Kari Moe, som forsker på is ved Universitetet i Bergen (UiB)", "subheading"),
        ("3 spørgsmål til overlæge Ole Due", "subheading"),
        ("Han hadde tre spørsmål til styret.", "paragraph"),
        ("Av Kari Moe, utenriksredaksjonen", "credit"),
        ("Af Ole Due, udlandsredaktionen", "credit"),
        ("E24 gjør oppmerksom på at Schibsted-ansatte kan eie aksjer i selskaper som omtales.", "boilerplate"),
        ("Finansavisen gjør oppmerksom på at denne artikkelen er skrevet med hjelp av KI.", "boilerplate"),
        ("Politiet gjør oppmerksom på at veien er stengt.", "paragraph"),
    ],
)
def test_recaps_interviews_desks_and_notes_of_the_paper_are_known(block: str, expected: str) -> None:
    before, after = FRAMES["nb"]
    assert kinds("Nå er avtalen i havn", before, after, block, before.replace("onsdag", "i går"), after)[3] == expected
