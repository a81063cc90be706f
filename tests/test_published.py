"""When an article was published, where only its own words tell; and silence where they do not."""

from __future__ import annotations

import pytest

from briefings.extract.dates import find_dates
from briefings.extract.published import published_from_text
from briefings.findings import Sentence
from briefings.model import Article, Basis, Kind, Paragraph, Published, Seed

Block = tuple[Kind, str]
BODY = (Kind.PARAGRAPH, "Ordføreren åpnet brua, og mange møtte fram.")
REMEMBERED = "Det er 12 år siden angrepet i 2011."


def published(*blocks: Block) -> Published | None:
    text = "\n\n".join(words for _, words in blocks)
    paragraphs, sentences, position = [], [], 0
    for number, (kind, words) in enumerate(blocks, 1):
        paragraphs.append(Paragraph(number, kind, "nb", position, position + len(words), position + len(words)))
        sentences.append(Sentence(position, position + len(words), number))
        position += len(words) + 2
    article = Article(Seed("invented.txt", text), "nb", tuple(paragraphs))
    return published_from_text(article, find_dates(article, tuple(sentences)))


@pytest.mark.parametrize(
    "stamp",
    [
        "Publisert 26.07.2023",
        "Publisert 26. juli 2023 kl. 11.22",
        "Publiceret d. 26. juli 2023",
        "Publisert: 26.07.2023 11:22 Oppdatert: 28.07.2023 09:10",
        "Publisert 26.07.23",
        "26/07/2023 KL. 11:22",
        "Av Kari Dahl, Publisert 26.07.2023",
    ],
)
@pytest.mark.parametrize("kind", [Kind.BOILERPLATE, Kind.CREDIT])
def test_a_stamp_above_the_article_dates_it_to_the_day(stamp: str, kind: Kind) -> None:
    found = published((kind, stamp), BODY)
    assert found is not None
    assert (found.value, found.basis, found.at) == ("2023-07-26", Basis.TEXT, 1)
    assert found.said is not None
    assert found.said in stamp


STAMP = (Kind.BOILERPLATE, "26. juli 2023 06:00")
LONG = (Kind.PARAGRAPH, BODY[1] * 8)


@pytest.mark.parametrize(
    "blocks",
    [
        [(Kind.LEAD, "Ordføreren åpnet brua."), (Kind.BOILERPLATE, "Reykjavik, 26. juli 2023"), BODY],
        [(Kind.LEAD, "Ordføreren åpnet brua."), BODY, (Kind.SUBHEADING, "Kari Dahl"), STAMP, LONG],
    ],
    ids=["with a place", "under title, lead and byline"],
)
def test_a_stamp_between_lead_and_text_dates_the_article(blocks: list[Block]) -> None:
    found = published(*blocks)
    assert found is not None
    assert found.value == "2023-07-26"


@pytest.mark.parametrize(
    "blocks",
    [
        [LONG, BODY, STAMP, BODY],
        [BODY, BODY, BODY, STAMP, LONG],
        [(Kind.BOILERPLATE, "Les saken om brua 26. juli 2023"), BODY],
    ],
    ids=["links at the foot", "in the middle", "a line that tells something"],
)
def test_a_stamp_elsewhere_or_in_a_sentence_dates_nothing(blocks: list[Block]) -> None:
    assert published(*blocks) is None


@pytest.mark.parametrize(
    "blocks",
    [
        [(Kind.LEAD, "PYONGYANG, 26. juli 2023 (NTB): Ministeren landet i hovedstaden.")],
        [(Kind.LEAD, "Oslo 26. juli 2023 – Ministeren landet i hovedstaden.")],
        [BODY, (Kind.PARAGRAPH, "I dag, onsdag 26. juli 2023, åpner brua.")],
        [BODY, (Kind.PARAGRAPH, "Brua åpnet i går (25. juli 2023).")],
    ],
)
def test_a_dateline_or_an_explained_today_dates_it_to_the_day(blocks: list[Block]) -> None:
    found = published(*blocks)
    assert found is not None
    assert found.value == "2023-07-26"


@pytest.mark.parametrize(
    "sentence",
    [
        "Møtet skjer like før 70 års markeringen for avslutningen av Korea-krigen i 1953.",
        "I år er det 70 år siden krigen tok slutt i 1953.",
        "50-årsdagen for kuppet i 1973 markeres i år.",
        "Her i 2023 er alt annerledes.",
        "Så langt i 2023 er det verre.",
        "Det er verre enn i fjor (2022).",
        "Landet begynte å ruste opp for tre år siden, kort tid etter invasjonen av nabolandet i februar 2020.",
        "Elva tok brua for tre år sidan, då flaumen kom i mai 2020.",
        "Firmaet flyttede for tre år siden, lige efter at fabrikken brændte i 2020.",
    ],
)
def test_a_year_that_can_be_reckoned_is_known_and_no_more(sentence: str) -> None:
    found = published(BODY, (Kind.PARAGRAPH, sentence))
    assert found is not None
    assert (found.value, found.basis, found.at) == ("2023", Basis.TEXT, 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hun sluttet for tre år siden, og banken ble solgt i 2021.",
        "Hun sluttet for tre år siden, to år etter at banken ble solgt i 2018.",
        "Hun sluttet for ti år siden, kort tid etter valget i 2011.",
        "– Jeg sluttet for tre år siden, sa hun like etter valget i 2011.",
    ],
)
def test_years_back_beside_another_matter_or_in_round_numbers_tell_no_year(sentence: str) -> None:
    assert published(BODY, (Kind.PARAGRAPH, sentence)) is None


@pytest.mark.parametrize(
    ("lead", "year"),
    [
        ("Nordlaks gikk 40 millioner i minus i andre kvartal 2023, viser kvartalsrapporten.", "2023"),
        ("Selskapet hadde eit overskot på 40 millionar i første halvår 2023, melder E24.", "2023"),
        ("Koncernen fik et overskud på 300 millioner euro i fjerde kvartal 2022.", "2023"),
    ],
)
def test_the_accounts_that_an_article_opens_with_tell_its_year(lead: str, year: str) -> None:
    found = published((Kind.LEAD, lead), BODY)
    assert found is not None
    assert (found.value, found.basis, found.at) == (year, Basis.TEXT, 1)


@pytest.mark.parametrize(
    "lead",
    [
        "Selskapet venter et overskudd på 40 millioner i første kvartal 2023.",
        "Omsetningen steg til 40 millioner, mot 38 millioner i første kvartal 2022.",
        "Avtalen skal etter planen være i havn i første kvartal 2023.",
    ],
    ids=["a forecast", "a comparison", "a plan"],
)
def test_a_quarter_of_which_no_accounts_are_told_dates_nothing(lead: str) -> None:
    assert published((Kind.LEAD, lead), BODY) is None


HEADLINE = (Kind.HEADLINE, "Dikteren Kari Nordvoll er død")


@pytest.mark.parametrize(
    ("born", "turns"),
    [
        ("Nordvoll ble født i Bodø i 1931.", "Hun ville ha fylt 92 år i oktober."),
        ("Ho er fødd i Odda i 1943.", "Kari Nordvoll fyller 80 år på laurdag."),
        ("Hun blev født i Thy i 1938 som datter af en smed.", "Hun ville være fyldt 85 år til august."),
        ("Far hennar var smed.", "Ho er fødd i 1953 og fyller 70 år i haust."),
        ("Faren var smed.", "Kari Nordvoll, som ble født i 1948, fyller 75 år lørdag."),
    ],
)
def test_who_would_have_turned_so_old_tells_the_year(born: str, turns: str) -> None:
    found = published(HEADLINE, (Kind.LEAD, turns), (Kind.PARAGRAPH, born))
    assert found is not None
    assert (found.value, found.basis, found.at) == ("2023", Basis.TEXT, 2)


@pytest.mark.parametrize(
    ("born", "turns"),
    [
        ("Mannen Nils Lie ble født i 1931.", "Hun ville ha fylt 92 år i oktober."),
        ("Nordvoll ble født i 1931.", "Hun ville ha fylt 92 år neste år."),
        ("Nordvoll ble født i 1931, søsteren født i 1935.", "Hun ville ha fylt 92 år i oktober."),
        ("Nordvoll ble født i 2005.", "Hun fyller 18 år i oktober."),
        ("Han ble født i 1931.", "Hun fyller 80 år lørdag."),
        ("Faren var smed.", "Nils Lie ble født i 1950. Kari Nordvoll fyller 70 år i høst."),
    ],
    ids=["another's birth", "next year", "two births", "young", "he and she", "another's birth right before"],
)
def test_an_age_that_may_be_anothers_or_of_another_year_dates_nothing(born: str, turns: str) -> None:
    assert published(HEADLINE, (Kind.LEAD, turns), (Kind.PARAGRAPH, born)) is None


@pytest.mark.parametrize(
    ("told", "now"),
    [
        ("Han ble fengslet i mars 2018, rett etter presidentvalget.", "Nå er det fem år siden valget."),
        ("Jordskjelvet i Nepal i 2013 tok huset.", "No er det ti år sidan jordskjelvet."),
        ("Hun kom hjem 4. mai 2020, en uge efter branden på skolen.", "I dag er det tre år siden branden."),
    ],
)
def test_the_year_of_what_is_so_many_years_ago_may_stand_in_another_sentence(told: str, now: str) -> None:
    found = published(BODY, (Kind.PARAGRAPH, told), (Kind.PARAGRAPH, now))
    assert found is not None
    assert (found.value, found.basis, found.at) == ("2023", Basis.TEXT, 3)


@pytest.mark.parametrize(
    ("told", "now"),
    [
        ("Han ble fengslet i mars 2018.", "Nå er det fem år siden valget."),
        ("Valget i 2018 ble omstridt. Valget i 2014 også.", "Nå er det fem år siden valget."),
        ("Han ble fengslet i 2018, etter valget.", "Da var det fem år siden valget."),
        ("Han ble fengslet i 2018, etter valget.", "For fem år siden var alt annerledes, sier valgforskeren."),
    ],
    ids=["another matter", "two years", "then", "what was then"],
)
def test_years_since_something_else_or_seen_from_then_date_nothing(told: str, now: str) -> None:
    assert published(BODY, (Kind.PARAGRAPH, told), (Kind.PARAGRAPH, now)) is None


@pytest.mark.parametrize(
    "stamp", ["Oppdatert 26. juli 2023 kl. 14.32", "Opdateret 26.07.2023 14:32", "Sist oppdatert: 26.07.2023 08:10"]
)
def test_the_minute_of_the_last_change_above_the_text_dates_an_article_without_another_stamp(stamp: str) -> None:
    found = published((Kind.LEAD, "Ordføreren åpnet brua."), (Kind.BOILERPLATE, stamp), BODY)
    assert found is not None
    assert found.value == "2023-07-26"


@pytest.mark.parametrize(
    "blocks",
    [
        [BODY, BODY, (Kind.BOILERPLATE, "Oppdatert 26. juli 2023 kl. 14.32")],
        [(Kind.BOILERPLATE, "Publisert 12. juli kl. 10.00"), (Kind.BOILERPLATE, "Oppdatert 26.07.2023 14:32"), BODY],
        [(Kind.BOILERPLATE, "Sist oppdatert 26. juli 2023"), BODY],
    ],
    ids=["at the foot", "published another day", "a day alone"],
)
def test_a_change_that_may_be_much_later_dates_nothing(blocks: list[Block]) -> None:
    assert published(*blocks) is None


THIS_JULY = (Kind.PARAGRAPH, "I juli i år ble forsvarsminister Per Dahl invitert til hovedstaden.")
CAPTION = "Forsvarsminister Per Dahl på utstilling i hovedstaden 26. juli 2023."


def test_a_caption_gives_the_year_of_what_the_text_says_of_july_this_year() -> None:
    found = published(THIS_JULY, (Kind.CAPTION, CAPTION))
    assert found is not None
    assert (found.value, found.said, found.at) == ("2023", "I juli i år", 1)


@pytest.mark.parametrize(
    "blocks",
    [
        [THIS_JULY, (Kind.CAPTION, f"ARKIV: {CAPTION}")],
        [THIS_JULY, (Kind.CAPTION, CAPTION), (Kind.CAPTION, "Hagen 3. juli 2019.")],
        [THIS_JULY, (Kind.CAPTION, "Roser ligger på torget 26. juli 2011.")],
        [THIS_JULY, (Kind.CAPTION, CAPTION), (Kind.PARAGRAPH, REMEMBERED.replace("Det er", "Det var"))],
        [THIS_JULY, (Kind.CAPTION, CAPTION), (Kind.PARAGRAPH, "I 2024 ble han avsatt.")],
    ],
)
def test_a_caption_of_another_matter_or_year_gives_nothing(blocks: list[Block]) -> None:
    assert published(*blocks) is None


@pytest.mark.parametrize(
    "blocks",
    [
        [BODY],
        [BODY, (Kind.PARAGRAPH, "Han ble valgt 12. mars 2019.")],
        [BODY, (Kind.PARAGRAPH, "Valget holdes 12. mars 2027.")],
        [(Kind.BOILERPLATE, "Oppdatert 28.07.2023"), BODY],
        [(Kind.BOILERPLATE, "Publisert i går"), BODY],
        [BODY, (Kind.BOILERPLATE, "Les også: Ministeren går av 12.03.2019")],
        [BODY, (Kind.PARAGRAPH, "Det var 50 år siden krigen i 1953, sa han den gang.")],
        [BODY, (Kind.PARAGRAPH, "I 2013 ble 60-årsdagen for freden markert.")],
        [BODY, (Kind.PARAGRAPH, REMEMBERED), (Kind.PARAGRAPH, "Han gikk av i 2024.")],
    ],
)
def test_a_date_that_is_only_mentioned_never_dates_the_article(blocks: list[Block]) -> None:
    assert published(*blocks) is None


def test_two_stamps_that_disagree_date_nothing() -> None:
    stamps = [(Kind.BOILERPLATE, "Publisert 26.07.2023"), (Kind.BOILERPLATE, "Publisert 01.02.2019")]
    assert published(*stamps, BODY) is None


def test_a_stamp_outweighs_what_can_only_be_reckoned() -> None:
    found = published((Kind.BOILERPLATE, "Publisert 26.07.2023"), (Kind.PARAGRAPH, "Her i 2022 er alt bra."))
    assert found is not None
    assert found.value == "2023-07-26"


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        (["Landene går inn i 2024 uten avtale.", "I går, onsdag 13. desember, reiste de hjem."], "2023-12-14"),
        (["Noreg går inn i 2024 utan avtale. I dag, onsdag 13. desember, reiste dei heim."], "2023-12-13"),
        (
            ["Loven ble vedtatt i 2023.", "I dag, torsdag 5. juni, ble den endret.", "Den skal gjelde fra 2026."],
            "2025-06-05",
        ),
        (
            ["I dag, torsdag den 5. juni, åbner broen. Den blev vedtaget i 2024 og skal være betalt inden 2028."],
            "2025-06-05",
        ),
        (["I morgen, lørdag 17. mai, går toget. I 2024 ble det avlyst. I 2026 skal det gå lenger."], "2025-05-16"),
        (["I dag (tirsdag 3. mars) åpner banen, som ble påbegynt i 2022. Den skal forlenges i 2027."], "2026-03-03"),
        # an anniversary
        (
            [
                "I dag, onsdag den 30. april, markerer byen, at det er 50 år siden, krigen sluttede.",
                "I 1975 faldt porten.",
            ],
            "2025-04-30",
        ),
        (
            [
                "Her til aften, fredag den 30. juni, lukkede rådet missionen.",
                "Ti år efter at de kom i 2013, er det slut.",
            ],
            "2023-06-30",
        ),
        (
            ["I kveld, laurdag 1. februar, feirar laget seg sjølv.", "Det er 100 år sidan det vart skipa i 1920."],
            "2020-02-01",
        ),
        (["I går, søndag 8. mai, markerte byen at det er 77 år siden krigen tok slutt i 1945."], "2022-05-09"),
    ],
)
def test_a_weekday_gives_the_year_where_the_text_leaves_but_one(sentences: list[str], value: str) -> None:
    found = published(*((Kind.PARAGRAPH, words) for words in sentences))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    [
        # no bound, or only one
        "I går, onsdag 13. desember, reiste de hjem.",
        "I går, onsdag 13. desember, reiste de hjem. Sist det ble brudd, i 2010, varte det lenge.",
        "I går, onsdag 13. desember, reiste de hjem. Avtalen skal fornyes i 2024.",
        # 2017 and 2023 are both Wednesdays
        "I går, onsdag 13. desember, reiste de hjem. I 2016 ble det brudd. Avtalen skal fornyes i 2024.",
        # no such weekday
        "I går, mandag 13. desember, reiste de hjem. Landene går inn i 2024 uten avtale.",
        # no weekday; nothing says how it lies to the article's day
        "I går, 13. desember, reiste de hjem. Landene går inn i 2024 uten avtale.",
        "Onsdag 13. desember reiste de hjem. Landene går inn i 2024 uten avtale.",
        # they went into it long ago
        "I går, onsdag 13. desember, reiste de hjem. Landene gikk inn i 2024 uten avtale.",
        # so many years after something else, told as over
        "I dag, fredag 30. juni, åpner brua. Han døde ti år etter ulykken i 2003, og ble gravlagt i 2013.",
        "I dag, onsdag 14. mai, møtte hun. Femten år etter ulykken i 2010 ble hun dømt.",
        # an anniversary on another weekday, or told before what the article names
        "I dag, fredag 30. juni, åpner brua. Ti år etter at den ble tegnet i 2014, er den ferdig.",
        "I dag, fredag 30. juni, åpner brua. Ti år etter at den ble tegnet i 2013, er den her. I 2025 sprakk den.",
        # the article tells of what has been since
        "I går, onsdag 13. desember, reiste de hjem. Laget går inn i 2024 uten trener. I 2026 ble det brudd.",
    ],
)
def test_a_weekday_gives_no_year_where_the_text_leaves_several_or_none(text: str) -> None:
    assert published((Kind.PARAGRAPH, text)) is None


DEAD = (Kind.HEADLINE, "Torgeir Vik er død")
LIVED = (Kind.LEAD, "Felespilleren ble 88 år.")


@pytest.mark.parametrize(
    ("born", "told", "value"),
    [
        ("Vik ble født på Voss 12. mars 1938.", "Gravferden er fra Vang kirke fredag 27. november.", "2026-11"),
        ("Vik ble født på Voss i 1938.", "Han begraves fredag 27. november.", "2026-11"),
        ("Han ble født 12. mars 1938.", "Han bisettes torsdag 3. desember.", "2026"),
        ("Han ble født 12. mars 1938.", "Han døde tirsdag 14. april på sykehjemmet.", "2026"),
    ],
    ids=["birthday", "year of birth", "death may be of another month", "day of death"],
)
def test_how_old_somebody_was_and_when_the_funeral_is_date_an_obituary(born: str, told: str, value: str) -> None:
    found = published(DEAD, LIVED, (Kind.PARAGRAPH, told), (Kind.PARAGRAPH, born))
    assert found is not None
    assert found.value == value


def test_an_obituary_calls_who_died_by_any_name_and_tells_the_age_behind_the_day() -> None:
    lead = (Kind.LEAD, "Spelemannen Torgeir Nesse Vik døydde søndag 2. mars, 87 år gammal.")
    found = published(DEAD, lead, (Kind.PARAGRAPH, "Torgeir Nesse vart fødd på Voss 14. januar 1938."))
    assert found is not None
    assert found.value == "2025"


@pytest.mark.parametrize(
    ("born", "told"),
    [
        ("Han ble født 12. mars 1938.", "Han bisettes onsdag 27. november."),
        ("Han ble født i 1938.", "Han begraves 27. november."),
        ("Han ble født 12. mars 1938.", "Han bisettes fredag 8. januar."),
        ("Han ble født 12. mars 1938.", "Hans far døde 14. april."),
        ("Sønnen ble født 12. mars 1938.", "Han begraves fredag 27. november."),
        ("Han ble født 12. mars 1938.", "Konserten er fredag 27. november."),
    ],
    ids=["no such weekday", "two years fit", "may be of last year", "another's death", "another's birth", "a concert"],
)
def test_an_obituary_that_leaves_two_years_has_no_date(born: str, told: str) -> None:
    assert published(DEAD, LIVED, (Kind.PARAGRAPH, told), (Kind.PARAGRAPH, born)) is None
