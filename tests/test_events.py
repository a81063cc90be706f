"""What an editor would put on a timeline, and what not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.clean import to_article
from briefings.edtf_date import is_valid
from briefings.extract.dates import anchor, find_dates
from briefings.extract.events import find_events
from briefings.extraction import extract
from briefings.findings import Entity, Event, Mention, MentionType, Sentence
from briefings.model import ActorType, Article, Basis, Kind, Paragraph, Published, Seed
from briefings.seed import read_seed

Block = tuple[Kind, str]
NAMES = ("Dahl", "Berg", "Norge")
JULY = Published("2023-07", Basis.HEADER)


def events(*blocks: Block, published: Published | None = JULY) -> tuple[Event, ...]:
    """The events of an article of these blocks; `Dahl`, `Berg` and `Norge` are its actors 0, 1 and 2."""
    text = "\n\n".join(words for _, words in blocks)
    paragraphs, sentences, position = [], [], 0
    for number, (kind, words) in enumerate(blocks, 1):
        paragraphs.append(Paragraph(number, kind, "nb", position, position + len(words), position + len(words)))
        if kind not in {Kind.BOILERPLATE, Kind.CREDIT}:
            found = re.finditer(r"\S.*?[.!?](?= [A-ZÆØÅ]|$)", words)
            sentences += [Sentence(position + each.start(), position + each.end(), number) for each in found]
        position += len(words) + 2
    article = Article(Seed("invented.txt", text), "nb", tuple(paragraphs))
    entities = tuple(
        Entity(
            name,
            ActorType.PERSON,
            tuple(
                Mention(name, each.start(), each.end(), 1, MentionType.PERSON, "by hand", 1.0)
                for each in re.finditer(name, text)
            ),
        )
        for name in NAMES
    )
    dates = anchor(find_dates(article, tuple(sentences)), published.value if published else None)
    return find_events(article, tuple(sentences), entities, dates, published)


def told(*blocks: Block, published: Published | None = JULY) -> list[tuple[str, str | None]]:
    return [(event.date, event.said) for event in events(*blocks, published=published)]


def body(words: str) -> Block:
    return (Kind.PARAGRAPH, words)


def test_a_dated_sentence_is_an_event_with_its_words_and_actors() -> None:
    (event,) = events((Kind.LEAD, "Dahl landet i Norge onsdag."), body("Det regnet mye."))
    assert event == Event("2023-07", "Dahl landet i Norge onsdag.", 0, 27, 1, "onsdag", (0, 2))


def test_a_sentence_with_two_dates_tells_of_two_events() -> None:
    sentence = body("Det er 24 år siden Dahl var i Norge sist, men de møttes i Berlin i fjor.")
    assert told(sentence) == [("1999", "24 år siden"), ("2022", "i fjor")]


def test_an_anniversary_gives_the_past_date_and_the_year_of_the_anniversary() -> None:
    assert told(body("I år er det 70 år siden krigen tok slutt.")) == [("1953", "70 år siden"), ("2023", "I år")]


@pytest.mark.parametrize(
    "sentence",
    [
        "De har vært allierte siden annen verdenskrig.",
        "Dahl har samarbeidet med Berg de siste 70 årene.",
        "Det siste halvåret har Dahl vært stille.",
        "Forholdet skal være stabilt i de næste 100 år.",
        "Dahl og Berg møtes hver onsdag.",
        "Dahl møtte Berg for noen år siden.",
        "På 1800-tallet var Norge fattig.",
        "Ingen hadde sett det før 2014.",
        "Dahl møtte Berg 31. juni 2023.",
        "Dahl møtte Berg for to uker siden.",
    ],
)
def test_a_duration_a_habit_or_what_cannot_be_told_is_no_event(sentence: str) -> None:
    assert told(body(sentence)) == []


TODAY = Published("2023-07-26", Basis.HEADER)


@pytest.mark.parametrize(
    "sentence",
    [
        "I dag er omkring 35 dansker i leiren.",
        "I dag bor Dahl i Norge.",
        "– Vi har 40 ansatte i Norge i dag, sier Dahl.",
        "- Vi kan ikke sende dem til Norge i dag, siger Berg.",
        "I dag har begge parter droner, sier Dahl.",
        "Selskapet har i dag 300 ansatte.",
        "– Jeg har ikke tenkt på annet i dag, sier Dahl.",
        "Dahl driver i dag en kafé i Norge.",
        "I dag koster en billett 400 kroner.",
        "Slik reglene er i dag, får Berg ingenting.",
        "Resultatet ble 41 millioner kroner, mot 118 millioner i fjor.",
        "Salget falt til 80 millioner, fra 90 millioner i 2021.",
        "Prisene er 12 prosent høyere enn i 2022.",
        "Norge skal kutte 70 prosent i forhold til 1990.",
        "Dahl har skrevet romanen «1984».",
        "Berg anmelder filmen »9. april«.",
        "Tallene for fjerde kvartal er svake.",
        "Fjerde kvartal blir bedre, sier Dahl.",
        "Bildet av Dahl er fra 2019.",
        "Tallene for Norge stammer fra 2022.",
        "Dahl er så langt i år den ivrigste.",
        "Det er det tredje ranet i år.",
        "Salget er et av de største i Norge i år.",
        "– Vi er rett og slett en øy i dag, sier Dahl.",
        "– I kveld finst det ingen vinnarar, seier Berg.",
        "– Vi trenger nye målere før jul, sier Berg.",
        "Dahl hever forventningene til 2025.",
        "Berg vender ikke tilbake til Norge i år.",
        "Ikke i august, sier Dahl.",
        "Dahl kjem ikkje i haust.",
        "Når juli kommer, reiser Dahl til Norge hvert år.",
        "Dei som går på isen i september, finn ofte spor.",
        "Hvis Dahl vinner i august, blir Norge mester.",
        "Dersom avtalen brytes i 2024, må Norge betale.",
        "Fredager har Dahl fri.",
        "Dahl pleier å reise til Norge i juli.",
        "Berg feirer alltid jul i Norge.",
        "Alle som bor i Norge i juli, får svar.",
        "Viss Berg ikkje vinn i september, går ho.",
        "Dahl plejer at rejse til Norge i august.",
        "Norge tapte for tredje gang i juli.",
        "Dahl hever målet for annen gang i år.",
        "– Det snør for første gang i år, sier Dahl.",
        "Berg vant for andre gong i sommar.",
        "Tolv lærere har sluttet siden nyttår, sier Dahl.",
        "Det er kommet færre fly fra Norge siden nytår.",
        "Norge har sendt 14 skip siden nyttår.",
        "Prisen har økt med 30 prosent siden nyttår.",
        "Dahl har stått her hver dag siden mandag.",
        "Berg har ringt hver natt siden i mai.",
        "Norge har mistet mange unge siden nittitallet.",
        "Dahl har bodd i Norge siden 1990-tallet.",
        "Norge går inn i 2024 uten avtale.",
        "Norge går ind i 2024 med underskud.",
        "– I kveld skal vi spise ost, sier Dahl.",
        "«I aften skal vi fejre Berg», siger Dahl.",
        "– Jeg inviterer gjerne Dahl med på en nattevakt i romjula.",
        "- Jeg lovede Berg at stoppe til nytår.",
        "– Jeg vil hjem til jul, sier Berg.",
        "Dahl, som i dag er rektor i Norge, svarer ikke.",
        "Berg, der i dag bor i Danmark, tier.",
        "Norge har aldri tapt i juli.",
        "– Jeg har ikke sovet så dårlig denne uka, sier Dahl.",
        "Berg hadde torsdag kveld ikke kommentert saken.",
        "Berg havde mandag aften ikke svaret Dahl.",
        "Dei har ikkje fått løn frå Noreg i juni.",
        "Bussen til Dahl går mandag, onsdag og lørdag.",
        "Butikken til Berg har åpent tirsdag, torsdag og lørdag.",
        "Avgang frå Noreg tysdag, torsdag og sundag klokka 06.30.",
        "»Spørg Dahl igen om et år,« siger Berg.",
        "– Kom tilbake til Norge om to uker, sa Dahl.",
        "For tjue år siden var tallet i Norge over 3100.",
        "I Norge var prisen den halve for fem år siden.",
        "Dahl fikk støtte for regnskapsåret 2024.",
        "Ingen i Norge skal sies opp før 2028.",
    ],
)
def test_how_things_stand_what_is_wished_and_what_is_reckoned_for_a_year_is_no_event(sentence: str) -> None:
    assert told(body(sentence), published=TODAY) == []


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("– I dag har vi fått en nøkkel, sier Dahl.", "2023-07-26"),
        ("– I dag åpner vi brua, sier Dahl.", "2023-07-26"),
        ("En arbeider ble drept i Norge i dag.", "2023-07-26"),
        ("Butikkens eier døde i dag.", "2023-07-26"),
        ("To andre ble drept i år.", "2023"),
        ("Den tredje mannen ble dømt i år.", "2023"),
        ("Stasjonene skal stå ferdig innen 1. desember, sier Dahl.", "2023-12-01"),
        ("Transporten er utsatt til 2025.", "2025"),
        ("Dahl kommer ikke fredag.", "2023-07-28"),
        ("Berg vet ikke om Norge spiller i august.", "2023-08"),
        ("Da Dahl kom hjem i dag, var huset borte.", "2023-07-26"),
        ("Dahl vet ikke når han får svar, sa Berg onsdag.", "2023-07-26"),
        ("Dahl ble pågrepet da han landet i Norge tirsdag.", "2023-07-25"),
        ("Norge svarer etter at Dahl ble skutt mandag.", "2023-07-24"),
        ("Dahl trekker seg før jul.", "2023-12"),
        ("Dahl kan bli løslatt i august.", "2023-08"),
        ("Dahl håper å være tilbake fredag.", "2023-07-28"),
        ("Manden, hvis bil blev stjålet i maj, er Dahl.", "2023-05"),
        ("De som ble pågrepet i mai, slipper fri.", "2023-05"),
        ("De som skal møte Dahl fredag, er mange.", "2023-07-28"),
        ("Dahl spurte tirsdag hvis skyld det var.", "2023-07-25"),
        ("Hvis Berg taper, skal Dahl ta over i september.", "2023-09"),
        ("– Dahl vet at de som kommer fredag, er sultne.", "2023-07-28"),
        ("Dahl og Berg møttes for første gang i mars.", "2023-03"),
        ("Norge vant for første gang i fjor.", "2022"),
        ("Norge vant for første gang i 1994.", "1994"),
        ("Norge tapte i går for tredje gang i juli.", "2023-07-25"),
        ("I juli tapte Norge for tredje gang.", "2023-07"),
        ("I dag åpnet Dahl skolen for første gang.", "2023-07-26"),
        ("Dahl har ledet Norge siden nyttår.", "2023"),
        ("Dahl siger, at selskabet siden nytår har fordoblet sin overvågning.", "2023"),
        ("Dahl har sittet i mekling siden mandag.", "2023-07-24"),
        ("Kuppet er det syvende i Norge siden 2020.", "2020"),
        ("Dahl går inn i styret i 2024.", "2024"),
        ("I kveld skal Dahl møte Berg.", "2023-07-26"),
        ("– I kveld åpner vi brua, sier Dahl.", "2023-07-26"),
        ("– I dag skal vi vedta loven, sier Dahl.", "2023-07-26"),
        ("I romjula møtte jeg Dahl.", "2022-12"),
        ("– Vi reiste til Norge før jul, sier Dahl.", "2022-12"),
        ("Dahl flytter til Norge til jul.", "2023-12"),
        ("Dahl og Berg har byttet plass hvert år siden 1979.", "1979"),
        ("Minister Dahl, som i dag legger ned Norge, er skuffet.", "2023-07-26"),
        ("Dahl har i juni solgt tomten og ikke kjøpt noen ny.", "2023-06"),
        ("Berg har i juni meldt fra om at han ikke kan betale.", "2023-06"),
        ("Dahl har ikke sagt hvem som skal reise fredag.", "2023-07-28"),
        ("Dahl kom ikke til Norge mandag.", "2023-07-24"),
        ("Politiet slo til mot Berg mandag.", "2023-07-24"),
        ("Brua til Berg åpner om et år.", "2024"),
        ("For tre år siden ble tallet i Norge doblet.", "2020"),
        ("Dahl ble ikke funnet før søndag.", "2023-07-23"),
        ("Berg fekk ikkje veta det før i juni.", "2023-06"),
        ("Ingen i Norge fikk beskjed før i juni.", "2023-06"),
        ("VG har etter ønske fra Dahl ikke omtalt saken før i juni.", "2023-06"),
        ("Det var ikke før i mai at Dahl ringte.", "2023-05"),
        ("Dahl kommer ikke før fredag.", "2023-07-28"),
        ("Norge ble ikke fritt før i 1814.", "1814"),
        ("Dahl venter ikke utbytte før tidligst 2028.", "2028"),
        ("Loven i Norge trer ikke i kraft før 1. januar 2027.", "2027-01-01"),
        ("Dahl har ventet på svar siden februar.", "2023-02"),
        ("Noreg selde 14.000 billettar i rekordåret 2022.", "2022"),
        ("I krigsåret 1943 brant gården til Dahl.", "1943"),
        ("Sykehuset i Norge utsetter operasjoner denne og neste uke.", "2023-07-24/2023-08-06"),
        ("Bussane til Dahl står i denne og neste veke.", "2023-07-24/2023-08-06"),
        ("Det er nøyaktig ti år siden Dahl døde.", "2013-07"),
        ("Det er præcis et år siden, at Dahl rejste.", "2022-07"),
        ("Det er ti år siden Dahl døde.", "2013"),
        ("Dahl må likevel stå over kampen mot Norge fredag.", "2023-07-28"),
        ("Nå må kommunen svare Dahl fredag.", "2023-07-28"),
        ("Dermed må han også møte Berg fredag.", "2023-07-28"),
        ("Dahl må forklare hva som skjedde fredag.", "2023-07-21"),
        ("Retten har i dag avsagt dom mot Dahl.", "2023-07-26"),
        ("Filmen har i dag premiere i Norge.", "2023-07-26"),
        ("Etter 2021 flyttet Dahl til Norge.", "2021"),
        ("Dahl tapte 0–1 mot ti mann i 2021.", "2021"),
        ("Dahl skrev »1984« i 1948.", "1948"),
        ("Salget til Norge falt i fjerde kvartal.", "2022-10/2022-12"),
        ("Dahl venter svar i første halvår 2024.", "2024-01/2024-06"),
        ("For to uker siden møtte Dahl Berg.", "2023-07-12"),
        ("For vel to uker siden møtte Dahl Berg.", "2023-07-12~"),
    ],
)
def test_what_happens_or_is_to_happen_is_an_event_though_it_is_told_in_the_present_or_by_somebody(
    sentence: str, date: str
) -> None:
    assert [value for value, _ in told(body(sentence), published=TODAY)] == [date]


@pytest.mark.parametrize(
    ("first", "second", "dates"),
    [
        ("I begyndelsen af april truede Dahl Norge.", "To uger senere kom Berg til Norge.", ["2023-04", "2023-04"]),
        ("I starten av juni 2021 kom Dahl.", "Ti dager senere reiste Berg.", ["2021-06", "2021-06"]),
        ("I slutten av april kom Dahl.", "To uker senere kom Berg.", ["2023-04"]),
    ],
)
def test_two_weeks_after_the_beginning_of_a_month_it_is_not_over(first: str, second: str, dates: list[str]) -> None:
    assert [value for value, _ in told(body(f"{first} {second}"), published=TODAY)] == dates


def test_so_many_weeks_ago_is_the_day_the_article_names_elsewhere() -> None:
    blocks = (body("Stormen traff Norge for to uker siden."), body("12. juli: Stormen kommer inn over Norge"))
    assert {value for value, _ in told(*blocks, published=TODAY)} == {"2023-07-12"}


def test_last_week_seen_from_a_month_is_of_that_month_and_next_week_is_not_told() -> None:
    assert told(body("Dahl møtte Berg i forrige uke.")) == [("2023-07", "i forrige uke")]
    assert told(body("Dahl skal møte Berg i neste uke.")) == []


def test_what_is_open_at_one_end_is_dated_by_the_other() -> None:
    assert told(body("Dahl har styrt siden 2014. Norge skal kutte utslippene innen 2030.")) == [
        ("2014", "siden 2014"),
        ("2030", "innen 2030"),
    ]


def test_a_happening_told_again_in_headline_caption_and_text_is_listed_once() -> None:
    assert told(
        (Kind.HEADLINE, "Dahl og Berg møttes onsdag."),
        (Kind.LEAD, "Dahl og Berg satt i et lukket møte på slottet onsdag."),
        (Kind.CAPTION, "Dahl og Berg smiler onsdag."),
        body("Onsdag satt Dahl og Berg i to timer i et lukket møte, før de spiste."),
    ) == [("2023-07", "onsdag")]


def test_two_happenings_of_one_day_are_two_events() -> None:
    found = told(body("Onsdag møtte Dahl pressen. Onsdag kveld reiste Berg hjem."))
    assert found == [("2023-07", "Onsdag"), ("2023-07", "Onsdag kveld")]


def test_a_caption_gives_a_date_that_the_text_has_not() -> None:
    found = told(
        body("I juli i år ble Dahl invitert til Norge."),
        (Kind.CAPTION, "Dahl på utstilling 26. juli 2023."),
        (Kind.CAPTION, "Dahl på tur i slutten av juli."),
    )
    assert found == [("2023-07", "I juli i år"), ("2023-07-26", "26. juli 2023")]


@pytest.mark.parametrize(
    ("text", "caption", "published", "expected"),
    [
        ("Dahl ble frikjent torsdag.", "Dahl på vei inn i retten tirsdag.", JULY, ["torsdag", "tirsdag"]),
        ("Dahl blev frifundet torsdag.", "Dahl forlader Norge i tirsdags.", JULY, ["torsdag", "i tirsdags"]),
        ("I går tapte Dahl valget.", "Berg forlot Norge tirsdag kveld.", TODAY, ["I går", "tirsdag kveld"]),
        ("Dahl ble dømt i går.", "Berg møtte pressen tirsdag.", TODAY, ["i går", "tirsdag"]),
        ("Dahl ble dømt onsdag.", "Dahl forlater Norge onsdag.", TODAY, ["onsdag"]),
        ("Onsdag kveld tapte Dahl.", "Dahl i Norge onsdag.", TODAY, ["Onsdag kveld"]),
        ("Dahl tapte onsdag.", "Dahl i Norge onsdag kveld.", TODAY, ["onsdag"]),
        ("Dahl ble valgt i juli i år.", "Dahl i Norge sist i juli.", TODAY, ["i juli i år"]),
    ],
)
def test_a_caption_gives_a_time_of_a_day_that_the_text_has_not(
    text: str, caption: str, published: Published, expected: list[str]
) -> None:
    assert [said for _, said in told(body(text), (Kind.CAPTION, caption), published=published)] == expected


LEAD = (Kind.LEAD, "Dahl mellomlandet i Norge på vei hjem.")


def test_a_lead_without_a_date_is_dated_by_the_article() -> None:
    (event,) = events(LEAD, body("Det regnet."))
    assert (event.date, event.said, event.entities) == ("2023-07", None, (0, 2))


@pytest.mark.parametrize(
    ("blocks", "published"),
    [
        ([LEAD], None),
        ([LEAD], Published("2023", Basis.TEXT)),
        ([LEAD], Published("2023-07", Basis.CORPUS, seed="other")),
        ([(Kind.LEAD, "Dahl skal mellomlande i Norge.")], JULY),
        ([(Kind.LEAD, "Norge får på et ikke fastsatt tidspunkt besøk av Dahl.")], JULY),
        ([(Kind.LEAD, "Det mellomlandet ingen her.")], JULY),
    ],
)
def test_a_lead_is_no_event_where_nothing_happened_or_the_date_is_not_its_own(
    blocks: list[Block], published: Published | None
) -> None:
    assert told(*blocks, published=published) == []


@pytest.mark.parametrize(
    ("lead", "following", "published"),
    [
        ("Retten fandt ikke Dahl skyldig.", ["Det regnede."], JULY),
        ("Dahl visste aldri at Norge tapte.", ["Det regnet."], JULY),
        ("Dahl fikk beskjeden i fengsel.", ["Prisen går til Norge.", "Komiteen kunngjorde den fredag."], JULY),
        ("Dahl blev frifundet.", ["Der lød klapsalver, da dommeren torsdag læste dommen op."], JULY),
        ("Dahl vart vald til leiar.", ["Berg gret.", "Det skjedde på eit møte i går."], TODAY),
        ("En kveld i Norge ble en kveld å huske for Dahl.", ["A.", "B.", "C.", "Berg mistet onsdagens kamp."], TODAY),
    ],
)
def test_a_lead_dated_below_it_or_of_what_was_not_is_no_event_of_the_articles_own_day(
    lead: str, following: list[str], published: Published
) -> None:
    found = told((Kind.LEAD, lead), *map(body, following), published=published)
    assert [date for date, said in found if said is None] == []


def test_a_lead_stands_beside_what_is_told_far_below_of_other_days() -> None:
    blocks = [body(words) for words in ("A.", "B.", "C.", "Berg reiste til Norge mandag.")]
    found = told((Kind.LEAD, "Dahl landet i Oslo."), *blocks, published=TODAY)
    assert found == [("2023-07-26", None), ("2023-07-24", "mandag")]


def test_a_lead_whose_event_the_text_dates_is_not_told_twice() -> None:
    assert told(LEAD, body("Onsdag kom Dahl til Norge.")) == [("2023-07", "Onsdag")]


def test_stamps_and_credits_are_no_events() -> None:
    assert told((Kind.BOILERPLATE, "Publisert 26.07.2023"), (Kind.CREDIT, "Foto: Dahl, 26. juli 2023")) == []


PIECES = st.lists(
    st.sampled_from(
        [
            "Dahl",
            "Berg",
            "møtte",
            "onsdag",
            "i fjor",
            "26. juli 2023",
            "siden 2014",
            "i dag",
            "samme dag",
            "skal",
            ".",
            "År",
        ]
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(Kind)), PIECES), min_size=1, max_size=5))
def test_events_stand_in_the_order_of_the_text_and_quote_it(blocks: list[Block]) -> None:
    found = events(*blocks)
    text = "\n\n".join(words for _, words in blocks)
    assert [event.start for event in found] == sorted(event.start for event in found)
    for event in found:
        assert text[event.start : event.end] == event.text
        assert is_valid(event.date)
        assert event.said is None or event.said in event.text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Dahl har gitt Berg en bot etter forliset utenfor Stad i september 2020.", []),
        ("Dahl er tiltalt for ulykken i mars 2021.", []),
        ("Berg får kritikk for beredskapen i forbindelse med stormen i januar 2022.", []),
        ("Dahl kræver svar om aftalen fra juni 2021.", []),
        ("Dahl fikk en bot etter forliset i september 2020.", [("2020-09", "i september 2020")]),
        ("Etter forliset i september 2020 har Dahl fått bot.", [("2020-09", "i september 2020")]),
        ("Dahl har kalt inn til møte om saken i august 2023.", [("2023-08", "i august 2023")]),
        ("Dahl har vært leder siden 2014.", [("2014", "siden 2014")]),
        ("Fjorårets dugnad i elva er bortkastet, sier Dahl.", []),
        ("Dahl legger fram budsjettet for neste år.", []),
        ("Berg løper kortere enn for ti år siden.", []),
        ("Dahl løp fortere for ti år siden.", [("2013", "for ti år siden")]),
    ],
)
def test_a_date_that_belongs_to_what_a_present_deed_is_about_does_not_date_the_deed(
    words: str, expected: list[tuple[str, str]]
) -> None:
    assert told((Kind.LEAD, "Det er kaldt."), body(words)) == expected


DATED = yaml.safe_load((Path(__file__).parent / "fixtures" / "dated_articles.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("told", DATED, ids=[told["text"].splitlines()[1] for told in DATED])
def test_an_article_gives_the_dates_of_all_that_happens_in_it_and_no_others(told: dict[str, Any]) -> None:
    seed, _ = read_seed("invented.txt", told["text"].encode())
    assert seed
    assert sorted({event.date for event in extract(to_article(seed)).events}) == told["events"]


@pytest.mark.parametrize("following", ["Det ble klart fredag.", "Dommen falt i retten torsdag."])
def test_what_the_next_sentence_dates_is_no_second_event_of_the_lead(following: str) -> None:
    lead = (Kind.LEAD, "Dahl ble dømt til fengsel i Norge.")
    assert [date for date, said in told(lead, body(following)) if said is None] == []
    assert told(lead, body("Berg anket."))[0] == ("2023-07", None)


def test_what_has_been_so_since_a_year_begins_when_another_sentence_says() -> None:
    both = (body("Berg har vært stengt ute siden 1993."), body("Dahl stengte grensen våren 1993."))
    assert told(*both) == [("1993-21", "våren 1993")]
    assert told(both[0]) == [("1993", "siden 1993")]


def test_days_with_both_ends_named_are_known_under_a_month() -> None:
    assert told(body("Dahl kjørte fire etapper fra 19. til 22. juli i år."))[0][0] == "2023-07-19/2023-07-22"
