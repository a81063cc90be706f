"""Who said what, in the ways Norwegian and Danish newspapers write it."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extract.quotations import find_quotations
from briefings.extract.speech import speech
from briefings.extract.statements import find_statements
from briefings.findings import Entity, Mention, MentionType, Role, Sentence, Source, Statement
from briefings.model import ActorType, Article, Kind, Paragraph, Seed, StatementKind

_PEOPLE = ("Kari Bøe", "Nora Vik", "Ola Moen", "Mette Holm", "Jens Krag", "Nils Eik", "Putin", "Kim", "Tor Vik")
_BODIES = (
    "Oslo tingrett",
    "Retten i Viborg",
    "Den internasjonale straffedomstolen",
    "Agder lagmannsrett",
    "Reuters",
    "NTB",
    "Ritzau",
    "KCNA",
    "NRK",
    "Kreml",
    "Tass",
    "NGU",
    "The Harbour Times",
)
_STATES = ("Russland", "Nord-Korea", "Sverige", "Danmark")
_NAMES = {
    **dict.fromkeys(_PEOPLE, ActorType.PERSON),
    **dict.fromkeys(_BODIES, ActorType.ORGANISATION),
    **dict.fromkeys(_STATES, ActorType.STATE),
}
_NAME = re.compile("|".join(f"(?<!\\w){re.escape(name)}s?(?!\\w)" for name in sorted(_NAMES, key=len, reverse=True)))
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[–A-ZÆØÅ«\"'])")


def _article(text: str, kinds: dict[int, Kind] | None = None) -> tuple[Article, tuple[Sentence, ...]]:
    """Read blocks between blank lines as paragraphs, and cut them at full stops before a capital or a dash."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(re.finditer(r"[^\n]+", text), start=1):
        kind = (kinds or {}).get(number, Kind.LEAD if number == 1 else Kind.PARAGRAPH)
        paragraphs.append(Paragraph(number, kind, "nb", block.start(), block.end(), block.end()))
        start = block.start()
        for cut in (*_SENTENCE_END.finditer(text, block.start(), block.end()), None):
            end = cut.start() if cut else block.end()
            sentences.append(Sentence(start, end, number))
            start = cut.end() if cut else end
    return Article(Seed("a.txt", text), "nb", tuple(paragraphs)), tuple(sentences)


def _entities(text: str, roles: dict[str, str] | None = None) -> tuple[Entity, ...]:
    found: dict[str, list[Mention]] = {}
    for match in _NAME.finditer(text):
        name = match.group() if match.group() in _NAMES else match.group().removesuffix("s")
        at = text.count("\n\n", 0, match.start()) + 1
        mention = Mention(match.group(), match.start(), match.end(), at, MentionType(_NAMES[name].value), "test", 1.0)
        found.setdefault(name, []).append(mention)
    return tuple(
        Entity(
            name,
            _NAMES[name],
            tuple(mentions),
            tuple(
                Role(words, text.index(words), text.index(words) + len(words), 1)
                for holder, words in (roles or {}).items()
                if holder == name
            ),
        )
        for name, mentions in found.items()
    )


def _statements(
    text: str, kinds: dict[int, Kind] | None = None, roles: dict[str, str] | None = None
) -> tuple[list[Statement], tuple[Entity, ...]]:
    article, sentences = _article(text, kinds)
    entities = _entities(text, roles)
    return list(find_statements(article, sentences, entities)), entities


def _who(source: Source | None, entities: tuple[Entity, ...]) -> str | None:
    if source is None:
        return None
    return source.text if source.entity is None else entities[source.entity].name


def _quotes(text: str, kind: StatementKind = StatementKind.QUOTE) -> list[tuple[str, str | None]]:
    found, entities = _statements(text)
    return [(one.text, _who(one.speaker, entities)) for one in found if one.kind is kind]


def _reported(text: str, **about: dict[str, str]) -> list[tuple[str | None, ...]]:
    found, entities = _statements(text, None, about.get("roles"))
    return [
        (_who(one.speaker, entities), *(_who(source, entities) for source in one.via))
        for one in found
        if one.kind is StatementKind.REPORTED
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("– Vi gir oss ikke, sier Kari Bøe.", [("Vi gir oss ikke", "Kari Bøe")]),
        ("— Me gjev oss ikkje, seier Kari Bøe.", [("Me gjev oss ikkje", "Kari Bøe")]),
        ("- Vi giver ikke op, siger Mette Holm.", [("Vi giver ikke op", "Mette Holm")]),
        ("«Vi gir oss ikke», skriver Kari Bøe.", [("Vi gir oss ikke", "Kari Bøe")]),
        ("“Vi giver ikke op,” siger Mette Holm.", [("Vi giver ikke op", "Mette Holm")]),
        ("”Vi giver ikke op,” siger Mette Holm.", [("Vi giver ikke op", "Mette Holm")]),
        ('"Vi giver ikke op," siger Mette Holm.', [("Vi giver ikke op", "Mette Holm")]),
        ("»Vi giver ikke op,« siger Mette Holm.", [("Vi giver ikke op", "Mette Holm")]),
        ("''Vi giver ikke op,'' siger Mette Holm.", [("Vi giver ikke op", "Mette Holm")]),
        ("'Vi giver ikke op,' siger Mette Holm.", [("Vi giver ikke op", "Mette Holm")]),
        ("Mette Holm siger: 'Vi giver ikke op.'", [("Vi giver ikke op.", "Mette Holm")]),
        ("– Det er et svik! sier Kari Bøe.", [("Det er et svik!", "Kari Bøe")]),
        ("– Vi må tru, trur eg, på betre tider, seier Tor Vik.", [("Vi må tru, trur eg, på betre tider", "Tor Vik")]),
    ],
)
def test_direct_speech_is_found_in_every_kind_of_mark_without_its_tag(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert _quotes(text) == expected


def test_speech_that_goes_on_after_its_tag_is_the_same_speakers() -> None:
    assert _quotes("– Brua er råtten, sier Ola Moen. – Det vet alle.") == [
        ("Brua er råtten", "Ola Moen"),
        ("Det vet alle.", "Ola Moen"),
    ]


def test_a_tag_inside_a_sentence_does_not_cut_the_speech_to_a_stump() -> None:
    assert _quotes("– Dette, sier Ola Moen, kan ikke fortsette slik lenger.") == [
        ("Dette, sier Ola Moen, kan ikke fortsette slik lenger.", "Ola Moen")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kari Bøe reagerer kraftig:\n\n– Dette er et svik.",
        "Kari Bøe er lei av ventingen.\n\n– Dette er et svik.",
        "– Dette er et svik.\n\nDet sier Kari Bøe.",
        "– Vi har ventet lenge, sier Kari Bøe.\n\n– Dette er et svik.",
        "– Dette er et svik.\n\n– Vi har ventet lenge, sier Kari Bøe.",
        "Kari Bøe har bestemt seg.\n\n– Dette er et svik, sier hun.",
    ],
)
def test_the_speaker_is_found_before_after_and_behind_a_pronoun(text: str) -> None:
    assert ("Dette er et svik", "Kari Bøe") in [(words.rstrip("."), who) for words, who in _quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Vi har ikke ret meget valg, har Mette Holm tidligere sagt.", "Mette Holm"),
        ("- Vi har ikke ret meget valg, har borgmesteren tidligere sagt.", "borgmesteren"),
        ("- Vi har ikke ret meget valg, har borgmesteren sagt til Ritzau.", "borgmesteren"),
        ("– Me har ikkje noko val, har ordførar Kari Bøe uttalt.", "Kari Bøe"),
        ("– Vi har ikke noe valg, hadde rektor Ola Moen forklart.", "Ola Moen"),
        ("»Vi har ikke ret meget valg,« har borgmester Mette Holm udtalt.", "Mette Holm"),
        ("– Vi har ikke noe valg, skriver Kari Bøe i en pressemelding.", "Kari Bøe"),
        ("– Vi har ikke noe valg, skriver statsadvokat i NGU Kari Bøe i en pressemelding.", "Kari Bøe"),
    ],
)
def test_a_tag_in_the_perfect_names_the_speaker_and_no_medium_before_it_does(text: str, expected: str) -> None:
    ((words, speaker),) = _quotes("Ifølge Reuters betyder aftalen nye tider.\n\n" + text)
    assert (words.split(",", maxsplit=1)[0][-4:], speaker) == (words[-4:], expected)


def test_speech_with_a_tag_that_cannot_be_read_is_nobodys() -> None:
    text = "Kari Bøe er glad.\n\n– Det går bra, har selve den gamle gjengen sin uttalt."
    assert _quotes(text) == [("Det går bra", None)]


def test_to_have_said_something_inside_speech_is_no_tag() -> None:
    assert _quotes("– Det er dumt, har jeg sagt til dem, sier Kari Bøe.") == [
        ("Det er dumt, har jeg sagt til dem", "Kari Bøe")
    ]


def test_an_interviewers_question_is_nobodys_statement() -> None:
    text = "– Vi stenger brua, sier Kari Bøe.\n\n– Hvem skal betale?\n\n– Det må staten gjøre."
    assert _quotes(text) == [("Vi stenger brua", "Kari Bøe"), ("Det må staten gjøre.", "Kari Bøe")]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ifølge Reuters skal de ha spist middag.", ("Reuters",)),
        ("I følgje Reuters skal dei ha ete middag.", ("Reuters",)),
        ("Ifylgje Tor Vik ved NGU kan det kome fleire ras.", ("Tor Vik",)),
        ("Etter møtet skal de, ifølge Reuters, ha spist middag.", ("Reuters",)),
        ("Rakettene skal ha falt i havet, melder Reuters.", ("Reuters",)),
        ("Putin sier at møtet gikk bra, skriver Reuters.", ("Putin", "Reuters")),
        ("Ifølge Tass sier Putin at møtet gikk bra.", ("Putin", "Tass")),
        ("Putin sa til NRK at møtet gikk bra.", ("Putin", "NRK")),
        ("KCNA melder at Kim har sagt at møtet gikk bra, skriver Reuters.", ("Kim", "KCNA", "Reuters")),
        ("Kim har i den anledning sagt at møtet gikk bra.", ("Kim",)),
        ("Kim på si side skal ha uttalt at møtet gjekk bra.", ("Kim",)),
        ("Putin hevder, ifølge en talsperson for Kreml, at alt er i orden.", ("Putin", "en talsperson for Kreml")),
        ("Dette har Nord-Korea avvist flere ganger.", ("Nord-Korea",)),
        ("I fjor anklaget Sverige naboen for å lyve om tallene.", ("Sverige",)),
        ("Sverige anklager Danmark for å lyve om tallene.", ("Sverige",)),
        ("Amerikanske kilder sier at avtalen er klar.", ("Amerikanske kilder",)),
        ("Ifølge amerikanske kjelder er avtalen klar.", ("amerikanske kjelder",)),
        ("Ein talsperson for Kreml skal ha sagt at avtalen er klar.", ("Ein talsperson for Kreml",)),
        ("Ifølge Sveriges forsvarsminister er avtalen klar.", ("Sveriges forsvarsminister",)),
        ("Avtalen er klar, sier en rådgiver for Putin til NTB.", ("en rådgiver for Putin", "NTB")),
        ("Embedsmænd i både Danmark og Sverige siger, at aftalen er klar.", ("Embedsmænd i både Danmark og Sverige",)),
        ("Kari Bøe, leder i vegutvalget, sa at brua må stenges.", ("Kari Bøe",)),
        ("Kari Bøe (54) sier at brua må stenges.", ("Kari Bøe",)),
        ("Etter møtet sa lederen i utvalget, Kari Bøe, at brua må stenges.", ("Kari Bøe",)),
        ("Putin er sitert på at avtalen er klar.", ("Putin",)),
        ("Avtalen er klar, melder vestlige nyhetsbyråer som siterer KCNA.", ("KCNA", "vestlige nyhetsbyråer")),
        ("Parterne er enige om 'en varig fred for alle', som KCNA formulerer det.", ("KCNA",)),
    ],
)
def test_a_reported_claim_has_its_source_and_who_passed_it_on(text: str, chain: tuple[str, ...]) -> None:
    assert _reported(text) == [chain]


def test_a_source_in_a_sentence_of_its_own_belongs_to_the_sentence_before() -> None:
    text = "Putin svarte at de skal snakke om alt.\n\nDet melder Tass, ifølge Reuters."
    found, entities = _statements(text)
    claim = found[0]
    assert claim.text == "Putin svarte at de skal snakke om alt."
    assert (_who(claim.speaker, entities), *(_who(one, entities) for one in claim.via)) == ("Putin", "Tass", "Reuters")


def test_a_source_given_by_a_pronoun_in_a_sentence_of_its_own_is_no_claim() -> None:
    text = "Kari Bøe vil bygge ut. Det skriver hun i en kommentar."
    found, entities = _statements(text)
    assert [(one.text, _who(one.speaker, entities)) for one in found] == [("Kari Bøe vil bygge ut.", "Kari Bøe")]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        # The subject is what stands before the verb, whatever its noun.
        ("Huseieren forteller at taket blåste av.", ("Huseieren",)),
        ("En venn av paret sier til NRK at det er slutt.", ("En venn av paret", "NRK")),
        ("Naturvernarar på Jæren fortel at dei ikkje vart høyrde.", ("Naturvernarar på Jæren",)),
        ("Utbyggjaren meiner løyvet er gyldig.", ("Utbyggjaren",)),
        ("NGU mener fjellet rører seg.", ("NGU",)),
        ("Ein nabo som ikkje vil ha namnet på trykk, seier at det small.", ("Ein nabo",)),
        ("Kilder NRK har snakket med, sier at salget er avlyst.", ("Kilder",)),
        ("En kilde nær regjeringen opplyser til NRK at avtalen er klar.", ("En kilde nær regjeringen", "NRK")),
        ("Ritzau har talt med en kilde, der siger, at aftalen er klar.", ("en kilde",)),
        ("Etter kampen kom Ola Moen ut og sa at han gir seg.", ("Ola Moen",)),
        ("Statsforvaltaren varsla i går at saka skal granskast.", ("Statsforvaltaren",)),
        ("En av dem kaller planen «et stunt».", ("En av dem",)),
        # Danish commas, and verbs that go with a preposition.
        ("Mette Holm peger på, at prisen stiger.", ("Mette Holm",)),
        ("Mette Holm tvivler på, at broen holder.", ("Mette Holm",)),
        ("Mette Holm er enig i, at prisen er for høj.", ("Mette Holm",)),
        (
            "Jens Krag slutta. Han har gjennom advokaten sin, Kari Bøe, avvist at han er skuldig.",
            ("Jens Krag", "Kari Bøe"),
        ),
        # Titles and names beside each other.
        ("Det er trygt, sier politiets leder i Oktober, Kari Bøe, til NTB.", ("Kari Bøe", "NTB")),
        ("Mannen er uskuldig, ifølgje forsvararen hans, advokat Kari Bøe.", ("Kari Bøe",)),
        ("Støtten kommer fra Høyre: Stortingsrepresentant Ola Moen sier at planen er god.", ("Ola Moen",)),
        ("Anklager Mette Holm kræver de to fængslet.", ("Mette Holm",)),
        ("NGU-sjefen sier at fjellet rører seg.", ("NGU-sjefen",)),
        ("Kari Bøe skriver i en kronikk i NRK at brua må stenges.", ("Kari Bøe", "NRK")),
        ("Det er for sent, sier Kari Bøe, leder i laget, til NTB.", ("Kari Bøe", "NTB")),
        # Papers: what a report from NGU says is what NGU says.
        ("Ifølge en ny rapport fra NGU kan det komme flere ras.", ("NGU",)),
        ("Ifølgje ein rapport som NGU la fram i mai, kan det kome fleire ras.", ("NGU",)),
        ("Breen har minka med 84 meter, viser tal frå NGU.", ("NGU",)),
        ("Mer av breen ventes å falle, heter det i et varsel fra NGU.", ("NGU",)),
        ("I lovforslaget hedder det, at straffen hæves.", ("lovforslaget",)),
        ("Det kommer fram i rapporten at to prøver manglet.", ("rapporten",)),
        # `Der`, `heri`: the paper that was told of right before, or who it is from.
        ("Granskerne la fram rapporten i går. Der heter det også at to prøver manglet.", ("rapporten",)),
        ("Kommunen har fått et brev. Her står det blant annet at planen er ulovlig.", ("et brev",)),
        ("Departementet fekk ein rapport frå NGU. Der går det fram at breen minkar.", ("NGU",)),
        ("Udvalget har afleveret sin redegørelse. Heri hedder det, at loven er brudt.", ("redegørelse",)),
        # Whoever sent it out speaks in it.
        ("Det fremgår af en meddelelse, som NGU sendte ud torsdag, at breen smelter.", ("NGU",)),
        ("I et brev som NGU sendte kommunen, heter det at breen minker.", ("NGU",)),
        ("I en rapport, som er hemmelig, heter det at breen minker.", ("en rapport",)),
        ("I en e-post som ble sendt til alle tirsdag, står det at hallen stenger.", ("en e-post",)),
        # What a court rests on.
        ("Retten finder det bevist, at manden stod bag.", ("Retten",)),
        ("Tingretten fant det godtgjort at kvinnen løy.", ("Tingretten",)),
        ("Lagmannsretten legger til grunn at banken visste det.", ("Lagmannsretten",)),
        ("Ifølge anklageskriftet brugte Mette Holm pengene på rejser.", ("anklageskriftet",)),
        ("Jens Krag går av. Nedbemanningen skal ifølge ham ta to år.", ("Jens Krag",)),
        ("Hallen taper penger, opplyser forlaget.", ("forlaget",)),
        # Authorities without a name stay as worded.
        ("Russiske styresmakter har avvist at det var sabotasje.", ("Russiske styresmakter",)),
    ],
)
def test_the_source_is_found_by_its_place_in_the_sentence(text: str, chain: tuple[str, ...]) -> None:
    assert _reported(text) == [chain]


@pytest.mark.parametrize(
    "text",
    [
        "Alt dette krever en statsråd med kraft.",
        "Planen vil følge nøye med på veksten.",
        "Landene får plass etter det latinske alfabetet.",
        "Mener Ola Moen at laget er svakt, så kommer Kari Bøe med tips.",
        "Fiskeriministeren har ikke svart på spørsmål.",
        "Kari Bøe sa nei i juni.",
        "Opposisjonen tror henne ikke.",
        "Hele 68 prosent av de som sier de vil stemme, ønsker seg brua.",
        "Hendelsen viser at det haster.",
        "I går viste det seg at døra var åpen.",
        "I filmen «Broer» beskrev Ola Moen selv en lignende sak.",
        "Kari Bøe reiste til Voss. Der het det seg at alt var stengt.",
        "Ola Moen fant det vanskelig å sove.",
    ],
)
def test_objects_answers_and_adverbs_are_no_sources(text: str) -> None:
    assert _reported("NGU var der.\n\n" + text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nora Vik møtte Jens Krag. – Det går bra, sier hun.", "Nora Vik"),
        ("Nora Vik møtte Jens Krag. – Det går bra, sier han.", "Jens Krag"),
        ("Jens Krag sier at det går bra.\n\nNora Vik er uenig.\n\n– Det går dårlig, sier hun.", "Nora Vik"),
        ("Nora Vik er lei.\n\nEin nabo som budde ved brua, er samd.\n\n– Det small, seier ho.", "Ein nabo"),
        (
            "Nora Vik malte. Det regnet.\n\nSå gikk hun. Det snødde.\n\nAlle kom. Det var fest.\n\n– Nå, sa hun.",
            "Nora Vik",
        ),
        (
            "Politiet leter.\n\nNora Vik så mannen.\n\nPolitiet opplyser at det haster.\n\n– Det small, sier hun.",
            "Nora Vik",
        ),
    ],
)
def test_a_pronoun_means_the_last_person_of_its_gender(text: str, speaker: str) -> None:
    assert [who for _, who in _quotes(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nå kommer beskjeden fra NGU: Feltet er trygt.", [("NGU",)]),
        ("Så kom meldinga frå NGU om at feltet er trygt.", [("NGU",)]),
        ("Svaret fra NGU er at feltet er trygt.", [("NGU",)]),
        ("Nora Vik fikk beskjeden fra NGU om at alt var trygt.", []),
        ("Beskeden fra NGU kom som et chok for naboerne.", []),
        ("Statsråden går av, erfarer NTB fra kilder i partiet.", [("kilder i partiet", "NTB")]),
        (
            "De skal være ude inden jul, erfarer det russiske nyhedsbureau Tass fra en kilde i Kreml.",
            [("en kilde i Kreml", "Tass")],
        ),
        ("Skipet er funnet, får NRK opplyst av politiet.", [("politiet", "NRK")]),
        ("NRK får opplyst at skipet er funnet.", [("NRK",)]),
        ("Familien fikk opplyst at han var død.", []),
        ("Kari Bøe får bekreftet kontrakten onsdag.", []),
        ("Ifølge to diplomater NTB har snakket med, er avtalen død.", [("to diplomater", "NTB")]),
        ("Ifølgje tre kjelder NRK har vore i kontakt med, er avtalen klar.", [("tre kjelder", "NRK")]),
    ],
)
def test_news_comes_from_whom_it_was_learnt_from_by_way_of_who_learnt_it(
    text: str, expected: list[tuple[str, ...]]
) -> None:
    assert _reported(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ordførar i Solund, Kari Bøe (Sp), seier kommunen stiller med mottak.", "Kari Bøe"),
        ("Kari Bøe (H) i Justisdepartementet sier at politiet må få mer.", "Kari Bøe"),
        ("Nora Vik (47) fra Odda mener at kommunen har sviktet.", "Nora Vik"),
    ],
)
def test_a_party_or_an_age_in_brackets_parts_no_speaker_from_the_verb(text: str, speaker: str) -> None:
    assert [who for who, *_ in _reported(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A new person on the way to a meeting, and then the questions.
        (
            (
                "Grunder Kari Bøe selger bakeriet.\n\n– Jeg gråt litt, sier Bøe.\n\nDaglig leder Nils Eik var på vei "
                "inn da avisa fikk tak i ham.\n\nHva nå?\n\n– Trygghet, først og fremst.\n\nMå noen "
                "slutte?\n\n– Nei, det har vi papir på."
            ),
            "Nils Eik",
        ),
        # A colleague spoke last, but the article is about somebody else.
        (
            (
                "Kari Bøe vant NM i brød.\n\n– Hun er streng, sier lærlingen Nils Eik.\n\nOvnen er varm."
                "\n\nHva tenkte du da?\n\n– At de hadde lest feil.\n\nAngrer du på noe?\n\n– Ja, på at jeg ventet."
            ),
            "Kari Bøe",
        ),
        # What is told of others between the questions changes nothing.
        (
            (
                "Forskeren Kari Bøe svarer om valget.\n\nHvorfor nå?\n\n– Fordi de måtte.\n\nNils Eik har "
                "vært imot.\n\nHva sier naboene?\n\n– At det er for sent."
            ),
            "Kari Bøe",
        ),
        # Who only stands beside is not asked.
        (
            (
                "Kari Bøe spiller Hedda.\n\n– Jeg øver om natta, sier Bøe.\n\nPå scenen står Nils Eik.\n\nHvorfor "
                "kom du hjem?\n\n– Jeg savnet regnet.\n\nVar det vanskelig?\n\n– Det var som å lære å gå."
            ),
            "Kari Bøe",
        ),
    ],
)
def test_untagged_answers_are_whose_the_questions_were_put_to(text: str, expected: str) -> None:
    assert [speaker for _, speaker in _quotes(text)[-2:]] == [expected, expected]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kari Bøe takket kollegaene for «tolv gode år».", "Kari Bøe"),
        ("Mette Holm glæder sig over »et solidt resultat«.", "Mette Holm"),
        ("Nils Eik hilste planen «hjertelig velkommen».", "Nils Eik"),
        ("Ola Moen drøymer om «eit nytt Silicon Valley» på Lista.", "Ola Moen"),
        ("Tor Vik håpar på «ein fin kveld».", "Tor Vik"),
        ("Putin lader forstå, at aftalen er »så godt som færdig«.", "Putin"),
        ("Nora Vik vil ikke kommentere «spekulasjoner i pressen».", "Nora Vik"),
        ("Mette Holm ønsker ikke at kommentere »gamle historier«.", "Mette Holm"),
        ("NGU avviser kritikken. «Rent oppspinn», heter det i en pressemelding.", "NGU"),
        ("Kreml bekrefter møtet. «Et viktig skritt», heter det i en kort uttalelse.", "Kreml"),
        ("Nora Vik får ros for «en god tale».", None),
        ("Kari Bøe leste avtalen. «Grov uaktsomhet», heter det i avtalen.", None),
    ],
)
def test_words_of_thanks_hope_and_refusal_are_whoever_gives_them(text: str, speaker: str | None) -> None:
    assert [who for _, who in _quotes(text, StatementKind.FRAGMENT)] in (
        [speaker],
        [] if speaker is None else [speaker],
    )


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # `Også` and `Heller ikke` before a subject change nothing.
        ("Også NGU advarer mot planen.", ["NGU"]),
        ("Òg Ola Moen krev stans.", ["Ola Moen"]),
        ("Heller ikke Mette Holm mener, at loven holder.", ["Mette Holm"]),
        # What is not told is no claim.
        ("Kari Bøe sa ikke hvor pengene ble av.", []),
        ("Ola Moen seier ikkje kvifor han gjekk.", []),
        ("Mette Holm oplyste ikke, hvem der er anholdt.", []),
        ("Nils Eik sier ikke at det er over.", ["Nils Eik"]),
        # A noun says what somebody thinks of something.
        ("Nora Vik kaller dommen en milepæl.", ["Nora Vik"]),
        ("Mette Holm kalder sin nye bog en drøm.", ["Mette Holm"]),
        ("Ola Moen kallar vedtaket ein siger for bygda.", ["Ola Moen"]),
        ("Nils Eik kalte spilleren en gang til.", []),
        ("Nils Eik kalte inn laget til en samling.", []),
        # What a court or a board finds.
        ("Oslo tingrett kom til at omplasseringen var ulovlig.", ["Oslo tingrett"]),
        ("Nemnda har kome til at dei tilsette hadde krav på løn.", ["Nemnda"]),
        ("Oslo tingrett dømte ham. En enstemmig rett kommer til at Nora Vik må i fengsel.", ["Oslo tingrett"]),
        ("Retten kommer til at ligge i Odense.", []),
        # A reason or a time within what somebody else tells.
        ("Ifølge Reuters stanset møtet da Russland avviste teksten.", ["Reuters"]),
        ("Møtet brøt ifølge to diplomater sammen fordi Sverige krevde mer tid.", ["to diplomater"]),
        ("Ifølge en exitpoll fra NGU vinner Kari Bøe.", ["NGU"]),
        # A title with its body before a hyphen, behind the verb.
        ("I går skrev Equinor-sjef Ola Moen at prisen stiger.", ["Ola Moen"]),
        ("Det er feil, mener FN-ekspert Nora Vik.", ["Nora Vik"]),
        ("Ifølge Novo-chef Mette Holm er det slut.", ["Mette Holm"]),
        # To whom it is said, and who is only one of them, do not speak.
        ("Overfor NRK sier Kari Bøe at hun angrer.", ["Kari Bøe"]),
        ("Kritikerne, deriblant Kari Bøe, mener loven er for svak.", ["Kritikerne"]),
        # What was said before is turned down.
        ("Den kritikken avviser Ola Moen.", ["Ola Moen"]),
        ("Det avtalen truer Sverige.", []),
    ],
)
def test_claims_are_told_from_what_only_looks_like_one(text: str, speakers: list[str]) -> None:
    assert [who for who, *_ in _reported(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "En av dem som tapte, er en 61 år gammel kvinne fra Moss.\n\n– Jeg trodde på det, sier hun.",
            "en 61 år gammel kvinne fra Moss",
        ),
        ("Ein av dei som såg det, var ein mann i 40-åra.\n\n– Det small, seier han.", "ein mann i 40-åra"),
        ("Blandt de ramte er en 24-årig studerende.\n\n– Jeg mistede alt, siger hun.", "en 24-årig studerende"),
    ],
)
def test_a_sentence_leads_to_somebody_without_a_name(text: str, speaker: str) -> None:
    assert [who for _, who in _quotes(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Two titles, one person; a definite one is another's.
        ("– Vi er enige, sier forfatter og lege Ola Moen.", "Ola Moen"),
        ("– Vi er enige, siger formand og læge Mette Holm til NTB.", "Mette Holm"),
        # One of several, with the name beside it.
        ("– Det var skummelt, forteller en av passasjerene, Ola Moen.", "Ola Moen"),
        ("– Vi har ikkje tid, seier ei av dei, Kari Bøe.", "Kari Bøe"),
        ("– Det var skummelt, forteller en av passasjerene.", "en av passasjerene"),
        # Nobody else is heard or named in between.
        ("– Jeg fikk nok, sier Kari Bøe.\n\nDet blåser kaldt på kaia.\n\n– Nå vil jeg hjem.", "Kari Bøe"),
        ("– Jeg fikk nok, sier Kari Bøe.\n\nMengden svarer.\n\n– Hun lenge leve!", None),
        ("– Jeg fikk nok, sier Kari Bøe.\n\nI fjor tapte Sverige.\n\n– Det var bra.", None),
    ],
)
def test_speech_is_whose_it_was_before_or_whose_name_stands_beside_one_of_several(
    text: str, speaker: str | None
) -> None:
    assert _quotes(text)[-1][1] == speaker


def test_a_relative_is_whoever_the_text_brings_in_so() -> None:
    found, entities = _statements(
        "Faren, Ola Moen, leter.\n\n– Jeg sover ikke, sier faren.", roles={"Ola Moen": "Faren"}
    )
    assert [_who(one.speaker, entities) for one in found if one.kind is StatementKind.QUOTE] == ["Ola Moen"]


def test_an_answers_pronoun_means_who_is_interviewed_whoever_the_question_names() -> None:
    text = (
        "Jens Krag tar imot hjemme. Krag er i form.\n\nHvordan går det?\n\n– Bra.\n\n"
        "Treneren, Ola Moen, sier at du blir. Stemmer det?\n\n– Spør ham, sier han."
    )
    assert _quotes(text) == [("Bra.", "Jens Krag"), ("Spør ham", "Jens Krag")]


@pytest.mark.parametrize("verb", ["tordnet", "fleipa", "hulkede", "undres", "mimrer", "parerte"])
def test_how_somebody_speaks_tags_direct_speech(verb: str) -> None:
    assert _quotes(f"– Dette er helt galt, {verb} Kari Bøe.") == [("Dette er helt galt", "Kari Bøe")]


def test_how_somebody_speaks_makes_no_claim() -> None:
    assert _reported("Kari Bøe fleiper med at det regner. Nora Vik tenker at det går. Ola Moen gråter.") == []


@pytest.mark.parametrize("tag", ["heter det i dommen", "skriver retten", "står det i kjennelsen"])
@pytest.mark.parametrize("court", ["Oslo tingrett", "Retten i Viborg", "Den internasjonale straffedomstolen"])
def test_a_ruling_speaks_for_the_court_that_is_named_first(tag: str, court: str) -> None:
    text = f"Mannen er dømt i {court}. Agder lagmannsrett er neste.\n\n– Det er skjerpende, {tag}."
    assert _quotes(text) == [("Det er skjerpende", court)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("– Er den om Jens Krag? spør programlederen.\n\n– Ja, ler Kari Bøe.", [("Ja", "Kari Bøe")]),
        (
            "– Jeg gleder meg, sier Kari Bøe.\n\nHva sier familien din?\n\n– De sier jeg må bli.",
            [("Jeg gleder meg", "Kari Bøe"), ("De sier jeg må bli.", "Kari Bøe")],
        ),
        (
            "– Nei, sier Jens Krag.\n\n– Ja, sier Kari Bøe.\n\nOla Moen er lei.\n\nHva nå?\n\n– Vi må vente.",
            [("Nei", "Jens Krag"), ("Ja", "Kari Bøe"), ("Vi må vente.", None)],
        ),
        ("– Angrer du? – Nei, sier Kari Bøe.", [("Nei", "Kari Bøe")]),
        ("Kari Bøe gikk foran.\n\n«Dra hjem, alle sammen!» sto det på plakaten.", [("Dra hjem, alle sammen!", None)]),
        ("Kari Bøe er lei.\n\nNora Vik er glad. Hun sier det slik:\n\n– Jeg vant.", [("Jeg vant.", "Nora Vik")]),
        ("NGU er fornøyd med svaret.\n\n– Dette er et svik.", [("Dette er et svik.", None)]),
        ("– Eg høyrde «hjelp», fortel ein nabo som ikkje vil stå fram.", [("Eg høyrde «hjelp»", "ein nabo")]),
        ("»Jeg løb ud,« siger den 33-årige lærer til Ritzau.", [("Jeg løb ud", "den 33-årige lærer")]),
    ],
)
def test_questions_posters_and_unnamed_speakers_are_told_apart(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _quotes(text) == expected


@pytest.mark.parametrize("verb", ["kaller boten for lav", "kallar bota for låg", "kalder den nye plan for uklog"])
def test_calling_something_by_a_judgement_is_a_claim(verb: str) -> None:
    assert _reported(f"Ola Moen {verb}.") == [("Ola Moen",)]


def test_speakers_joined_by_and_each_have_the_claim() -> None:
    assert _reported("Både Sverige og Danmark har tidligere avvist at avtalen finnes.") == [("Sverige",), ("Danmark",)]


@pytest.mark.parametrize(
    "text",
    [
        "Politiet sa nei. Ifølge planen skal brua stå ferdig i mai.",
        "Kari Bøe møtte Ola Moen i går.",
        "Det ble sagt mye rart den kvelden.",
        "Putin har en fin hatt.",
        "Sverige svarte med nye tiltak mot handelen.",
    ],
)
def test_what_nobody_claims_is_not_reported(text: str) -> None:
    assert not [chain for chain in _reported(text) if chain != ("Politiet",)]


def test_direct_speech_is_not_reported_as_well() -> None:
    found, _ = _statements("– Vi mener at brua må stenges, sier Kari Bøe.")
    assert [one.kind for one in found] == [StatementKind.QUOTE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin sa at de skal snakke om «alle spørsmål».", [("alle spørsmål", "Putin")]),
        ("Delegasjonen skulle drøfte «felles interesser».", [("felles interesser", None)]),
        ("Han fikk «æren» av å åpne brua.", []),
        ("En påstand svenske myndigheter har kalt «absurd».", [("absurd", "svenske myndigheter")]),
        ("Kari Bøe har lest boka «Broer i nord».", []),
        ("Per «Bamse» Li vant rennet.", []),
        (
            "Her skal de drøfte «alle spørsmål». Putin sa at de skal snakke om «alle spørsmål».",
            [("alle spørsmål", "Putin"), ("alle spørsmål", "Putin")],
        ),
        ("KCNA melder at de hadde en “vennlig prat”.", [("vennlig prat", "KCNA")]),
    ],
)
def test_quoted_words_inside_a_sentence_are_told_from_irony_and_titles(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _quotes(text, StatementKind.FRAGMENT) == expected


@pytest.mark.parametrize("kind", [Kind.HEADLINE, Kind.SUBHEADING, Kind.CREDIT, Kind.BOILERPLATE])
def test_headings_credits_and_menus_say_nothing(kind: Kind) -> None:
    found, _ = _statements("– Vi gir oss ikke, sier Kari Bøe.", {1: kind})
    assert found == []


def test_a_caption_tells_what_somebody_says_but_quotes_no_single_words() -> None:
    assert len(_statements("– Vi gir oss ikke, sier Kari Bøe.", {1: Kind.CAPTION})[0]) == 1
    assert len(_statements("Kari Bøe sier at brua må stenges.", {1: Kind.CAPTION})[0]) == 1
    assert _statements("«GLAD»: Kari Bøe ved brua.", {1: Kind.CAPTION})[0] == []


def test_a_description_that_repeats_a_role_means_who_holds_it() -> None:
    text = "Det statslige nordkoreanske nyhedsbureau KCNA var her. Kim taler, oplyser det nordkoreanske nyhedsbureau."
    assert _reported(text, roles={"KCNA": "statslige nordkoreanske nyhedsbureau"}) == [("KCNA",)]


def test_no_word_of_the_vocabulary_was_read_as_something_else() -> None:
    vocabulary = speech()
    for words in (vocabulary.finite, vocabulary.participles, vocabulary.breaks, vocabulary.determiners):
        assert all(isinstance(word, str) and word == word.lower() for word in words)
    assert "nei" in vocabulary.complements


_PIECES = st.sampled_from(
    [
        "Putin",
        "Kim ",
        "det melder ",
        "han ",
        "Reuters",
        " har kalt ",
        "e\u0301",
        "🙂",
        " som siterer ",
        "NRK siterte ",
        " sa at ",
        ", sier ",
        "ifølge ",
        "– ",
        "«",
        "»",
        '"',
        "'",
        "''",
        "“",
        "”",
        ": ",
        ". ",
        "?",
        " og ",
        "\n\n",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_every_span_holds_its_words_whatever_the_text(text: str) -> None:
    text = text.strip()
    article, sentences = _article(text)
    for one in find_statements(article, sentences, _entities(text)):
        assert text[one.start : one.end] == one.text != ""
        paragraph = article.paragraphs[one.at - 1]
        assert paragraph.start <= one.start < one.end <= paragraph.end
        for source in (one.speaker, *one.via):
            assert source is None or text[source.start : source.end] == source.text != ""


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_quotations_stand_in_order_and_apart(text: str) -> None:
    found = find_quotations(text, 0, len(text))
    assert all(one.outer_end <= following.outer_start for one, following in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["Putin sa at ", "«Vi gir oss», sa Putin. ", "– Nei, sier Kim. ", '"', "« ", ", sier "]
)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        paragraph = Paragraph(1, Kind.PARAGRAPH, "nb", 0, size, size)
        cuts = [*range(0, size, 900), size]
        sentences = [Sentence(start, end, 1) for start, end in pairwise(cuts)]
        article, entities = Article(Seed("a.txt", text), "nb", (paragraph,)), _entities(text)
        before = time.process_time()
        find_statements(article, sentences, entities)
        return time.process_time() - before

    seconds(5_000)
    assert seconds(80_000) < 8 * seconds(20_000) + 0.5


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kari Bøe snakket om «en ny tid».", "Kari Bøe"),
        ("Mette Holm har flere gange talt om »en varslet ulykke«.", "Mette Holm"),
        ("To timar seinare sa verten at det finst «ei opning».", "verten"),
        ("Seks timer senere sa manageren at turneen var «helt trygg».", "manageren"),
        ("Ifølge en rapport fra NGU, som NRK omtalte i juni, var fjellet «ikke trygt nok».", "NGU"),
        ("Jens Krag skriver, at Danmark er klar til at begynde »i morgen tidlig«.", "Jens Krag"),
        ("Kari Bøe sier at Sverige melder seg ut «før jul».", "Kari Bøe"),
        ("Utsendingen, Nora Vik, ba partene om å «puste med magen».", "Nora Vik"),
        ("Nora Vik vant, mens Kari Bøe er «svært skuffet».", "Kari Bøe"),
        ("I Thisted er borgmester Jens Krag (V) »dybt bekymret«.", "Jens Krag"),
        ("Broen er rykket »en tomme nærmere«.\nDet siger Mette Holm efter mødet.", "Mette Holm"),
        ("Putin er «en trussel mot freden».", None),
    ],
)
def test_quoted_words_are_theirs_who_speak_not_of_whom_is_spoken(text: str, speaker: str | None) -> None:
    assert [who for _, who in _quotes(text, StatementKind.FRAGMENT)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("»Vi var for små,« siger adm. direktør Mette Holm.", "Mette Holm"),
        ("«Vi var for små», sier fhv. ordfører Kari Bøe.", "Kari Bøe"),
        ("– Hun har vært flink, sier en av dem.", "en av dem"),
        ("– Vi kørte i otte timer, siger to af dem.", "to af dem"),
        ("– Det skjer ikkje to gonger, sa han ifølgje Tass.", None),
    ],
)
def test_a_tag_is_read_over_abbreviations_and_never_gives_speech_to_who_passes_it_on(
    text: str, speaker: str | None
) -> None:
    assert [who for _, who in _quotes(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Sverige melder seg ut av avtalen etter nyttår, trass i alt.",
        "Kari Bøe svara ikkje på spørsmål om kvifor skipet ikkje stansa.",
        "Danmark er klar til at hjælpe med oversættelsen.",
        "Kari Bøe snakket med venner om fisk i Bergen.",
    ],
)
def test_nothing_is_claimed_where_nothing_is_said(text: str) -> None:
    assert _reported(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An interview whose answers bear no tag: the introduction says whom it is with.
        (
            "Kari Bøe er klar.\nHvorfor nå?\n– Det er tid.\nHva så?\n– Ja.\n– Fint, sier Ola Moen.\nOg no?\n– Ja, så.",
            ["Kari Bøe", "Kari Bøe", "Ola Moen", "Kari Bøe"],
        ),
        # Shouts are speech, not an interviewer's questions.
        (
            "Ola Moen møtte folket.\n– Har du lest planen? ropte ein frå benken.\n– Ja, svarte Ola Moen, – to ganger.",
            ["ein frå benken", "Ola Moen"],
        ),
        (
            "Mette Holm mødte borgerne.\n- Lytter I? råbte en fra bagerste række.\n- Vi lytter, sagde Mette Holm.",
            ["en fra bagerste række", "Mette Holm"],
        ),
        ("– Det er mye vann, sier vakthavende meteorolog Kari Bøe.", ["Kari Bøe"]),
        ("Ola Moen hilste til laget. «Vi kommer tilbake», lød det.", ["Ola Moen"]),
        ("Jens Krag sendte en hilsen.\n»Vi kommer tilbage,« lød det.", ["Jens Krag"]),
        ("«Vi kommer tilbake», lød det fra Ola Moen.", ["Ola Moen"]),
        ("– Vi kommer tilbake, var beskjeden fra Ola Moen.", ["Ola Moen"]),
        ("Jens Krag er i sorg.\nKari Bøe er lettet: – Vi klarte det.", ["Kari Bøe"]),
        # Epithets mean whoever is being talked about; not where two speak by turns.
        ("Ola Moen vant rennet.\n– Det var tungt, sa trønderen.", ["Ola Moen"]),
        ("Kari Bøe tok sølv i går.\n– Det var tungt, sier 34-åringen.", ["Kari Bøe"]),
        ("Jens Krag fandt skibet.\n- Jeg var heldig, siger den pensionerede maskinmester.", ["Jens Krag"]),
        (
            "– Det var tungt, sier Kari Bøe.\n– Hun er best, sier Ola Moen.\n– Jeg ga alt, sier debutanten.",
            ["Kari Bøe", "Ola Moen", "debutanten"],
        ),
        # Somebody without a name.
        ("En 51 år gammel mann er tiltalt for svindel.\n– Jeg angrer, sa han.", ["En 51 år gammel mann"]),
        ("Saken mot 51-åringen startet mandag.\n– Jeg angrer, sa han i retten.", ["51-åringen"]),
        ("– Jeg angrer, sa tiltalte i retten.", ["tiltalte"]),
    ],
)
def test_speakers_are_known_from_what_surrounds_their_words(text: str, expected: list[str | None]) -> None:
    assert [who for _, who in _quotes(text)] == expected


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Kari Bøe gav uttrykk for at elva er farleg.", ("Kari Bøe",)),
        ("Ola Moen tok til orde for at skolen skal bestå.", ("Ola Moen",)),
        ("Mette Holm gjorde det klart, at firmaet lukker.", ("Mette Holm",)),
        ("Jens Krag hæfter sig ved, at gælden er vokset.", ("Jens Krag",)),
        ("Jens Krag fremhæver, at aftalen er bred.", ("Jens Krag",)),
        ("Jens Krag vurderer i en erklæring, at sporet er ældre.", ("Jens Krag",)),
        ("Studien tyder på at mobilen er årsaken.", ("Studien",)),
        ("Juryen roser boka for språket.", ("Juryen",)),
        ("Kari Bøe syntes det hele var trist.", ("Kari Bøe",)),
        ("NGU har få timer før slått fast at fjellet rører seg.", ("NGU",)),
        # Who stands behind a participle is its object.
        ("Putin har på sin side hyllet Kari Bøe for å ha vist mot.", ("Putin",)),
        # Denials of what was said before.
        ("Ola Moen ble beskyldt for juks. Det avviser Kari Bøe.", ("Kari Bøe",)),
        ("Russland har støttet hæren, men avviser å ha sendt våpen.", ("Russland",)),
        # Names for things, and what they are called.
        ("Kari Bøe kaller vedtaket historisk.", ("Kari Bøe",)),
        ("Kari Bøe stempler planen som en skandale.", ("Kari Bøe",)),
        ("Mette Holm kalder i et svar til Ritzau aftalen for en åbning.", ("Mette Holm", "Ritzau")),
        ("Mette Holm siger, at Jens Krag ser aftalen som «et vigtigt skridt».", ("Jens Krag", "Mette Holm")),
        ("Mette Holm besøgte stedet og omtalte fundet som «en hilsen».", ("Mette Holm",)),
        ("Slik beskriver forskerne funnet på fjellet.", ("forskerne",)),
        # What a paper says is said by whoever it is from.
        ("Ifølge ei fråsegn frå styrken er det roleg.", ("styrken",)),
        ("Ifølge brevet fra rektoren skal skolen stenge.", ("rektoren",)),
        ("Kari Bøe var i fjor en av dem som advarte mot planen.", ("Kari Bøe",)),
        ("Ola Moen er blant dem som mener at skolen må stenge.", ("Ola Moen",)),
        ("Hun sier gjennom sin forsvarer Kari Bøe at hun er uskyldig.", ("Kari Bøe",)),
        (
            "En kvinne i 40-årene er tiltalt, og hun sier gjennom sin advokat Kari Bøe at det var arv.",
            ("En kvinne i 40-årene", "Kari Bøe"),
        ),
        ("NGU har saksøkt staten, som NGU mener burde ha varslet.", ("NGU",)),
        ("NGU melder om ras i nord.", ("NGU",)),
        ("I notatet åtvarar direktoratet Energidepartementet om at vatnet stig.", ("direktoratet",)),
        # Whom it was said to.
        ("Kari Bøe fortæller til tv-stationen Kanalen, at flyet er lettet.", ("Kari Bøe", "tv-stationen Kanalen")),
        ("Det er for sent, skriver Kari Bøe i ein e-post til Forsking.no.", ("Kari Bøe", "Forsking.no")),
        ("Det er for seint, seier Kari Bøe til Grenda etter møtet.", ("Kari Bøe", "Grenda")),
    ],
)
def test_whose_a_claim_is_is_read_from_turns_of_phrase(text: str, chain: tuple[str, ...]) -> None:
    assert _reported(text) == [chain]


@pytest.mark.parametrize(
    "text",
    [
        "Brua er stengt. Dette sa Ola Moen i 2019: – Vi gir oss aldri, aldri.",
        "Sporene tyder på at mannen gikk.",
        "Kari Bøe nektet å stå på pallen.",
        "Mette Holm nægter at udtale sig.",
        "Danmark erklærte krig i mars.",
        "Danmark erklærte seg nøytral i 1914.",
        "Kari Bøe lovar ikkje noko.",
        "Kari Bøe lover ingenting.",
        "Kari Bøe kalte inn til møte mandag.",
        "Kari Bøe kaller sønnen Ola.",
        "NGU kalte seg grønt.",
        "Ola Moen holdt fast ved rattet.",
        "Ola Moen la til rette for at alle fikk spille.",
        "Ola Moen tok ledelsen etter to minutter.",
        "Ola Moen ga ballen til laget.",
        "Ola Moen la fram utskrifter i går.",
        "I går, da anklager Mette Holm læste tiltalen op, var der stille.",
        "Kari Bøe var blant dem som vant.",
        "Slik ble ulykken forklart.",
        "Retten la vekt på at Kari Bøe er ung.",
        "Retten lægger vægt på, at Mette Holm er ung.",
        "Juryen har lagt vekt på at romanen er modig.",
    ],
)
def test_deeds_are_no_claims(text: str) -> None:
    assert _reported(text) == []


def test_what_a_caption_says_of_somebodys_opinion_is_reported() -> None:
    found, entities = _statements(
        "Det er strid om planen.\nUENIG: Ordfører Kari Bøe tror ikke planen holder.", {2: Kind.CAPTION}
    )
    assert [(one.kind, _who(one.speaker, entities)) for one in found] == [(StatementKind.REPORTED, "Kari Bøe")]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        # A role of somebody's, or of a body's: neither is the source.
        ("Ifølge kommunens tekniske sjef, Kari Bøe, er vannet trygt.", ("Kari Bøe",)),
        ("Ifølge Bærum kommunes tekniske sjef, Kari Bøe, er vannet trygt.", ("Kari Bøe",)),
        ("Det bekrefter Oslo-politiets pressevakt, Kari Bøe.", ("Kari Bøe",)),
        ("Broen åbner i maj, fortæller Danmarks nye direktør for anlæg, Mette Holm.", ("Mette Holm",)),
        ("Han anker, sier Ola Moens nye forsvarer, Kari Bøe.", ("Kari Bøe",)),
        ("Ifølge Ola Moens forsvarer, advokat Kari Bøe, anker han.", ("Kari Bøe",)),
        ("Ifølge partileder Ola Moens nestleder, Kari Bøe, er det stille.", ("Kari Bøe",)),
        # What the role hangs on.
        ("Brua er trygg, seier leiaren for utvalet, Nora Vik.", ("Nora Vik",)),
        (
            "Det oplyser formandens udsending til Yemen, Mette Holm, i en udtalelse, skriver Reuters.",
            ("Mette Holm", "Reuters"),
        ),
        ("Det melder spesialutsendingen for Jemen, svensken Nils Eik.", ("Nils Eik",)),
        ("Forskeren bak studien, Nora Vik ved NGU, sier at breen krymper.", ("Nora Vik",)),
        ("Forskeren bag studiet, Mette Holm, siger, at isen smelter.", ("Mette Holm",)),
        ("Han anker, sier forsvareren til Ola Moen, Kari Bøe.", ("Kari Bøe",)),
        # A noun that is none for speakers, and two for one.
        ("Konserten er avlyst, siger forgængeren for Jens Krag, Mette Holm.", ("Mette Holm",)),
        ("Konserten er avlyst, sier festivalleder og initiativtaker, Kari Bøe.", ("Kari Bøe",)),
        ("Konserten er avlyst, sier festivalens leder, Kari Bøe (44).", ("Kari Bøe",)),
        # Who passes a judgement on stands before it.
        ("Regjeringens sjef, Kari Bøe, kaller ifølge nyhetsbyrået Tass avtalen «et svik».", ("Kari Bøe", "Tass")),
    ],
)
def test_a_role_with_a_name_beside_it_speaks_with_that_name(text: str, chain: tuple[str, ...]) -> None:
    assert _reported(text) == [chain]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Politiet opplyser at ordføreren, Kari Bøe, er skadd.", "Politiet"),
        ("Ifølge naboene ropte ordføreren, Kari Bøe, om hjelp.", "naboene"),
        ("Ordføreren sa i går, Kari Bøe var ikke til stede, at vegen stenges.", "Ordføreren"),
        ("Ola Moen sa til FNs utsending, Kari Bøe, at krigen er over.", "Ola Moen"),
        ("Ola Moen kritiserer lederen for utvalget, Kari Bøe.", "Ola Moen"),
        ("I går møtte Nils Eiks tidligere rådgiver Kari Bøe, som sier at avtalen er god.", "Kari Bøe"),
        ("Ola Moen er tilbake. Han møtte FNs utsending, Kari Bøe, og sa at krigen er over.", "Ola Moen"),
    ],
)
def test_a_name_beside_a_role_that_does_not_speak_is_no_source(text: str, speaker: str) -> None:
    assert _reported(text) == [(speaker,)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ifølge en måling, som NGU har lavet for avisen Tass, er det roligt.", ("NGU", "Tass")),
        ("Ifølge en måling, NGU har foretaget for NRK, er det roligt.", ("NGU", "NRK")),
        ("Ifølgje ei måling som NGU har laga for NRK, er det roleg.", ("NGU", "NRK")),
        ("Ifølge en måling utført av NGU for NRK, er det rolig.", ("NGU", "NRK")),
        ("Ifølge rapporten som NGU la fram mandag, er det rolig.", ("NGU",)),
        ("Ifølge en rapport som NRK har lest, er det rolig.", ("en rapport", "NRK")),
        ("Det er roleg, går det fram av eit notat som NRK har sett.", ("eit notat", "NRK")),
        ("Ifølge rapporten, som NRK omtalte mandag, er det rolig.", ("rapporten",)),
    ],
)
def test_a_paper_speaks_for_who_made_it_through_whom_it_was_made_for(text: str, chain: tuple[str, ...]) -> None:
    assert _reported(text) == [chain]


@pytest.mark.parametrize(
    ("speech_and_tag", "who"),
    [
        ("– Det gikk bra, sier en av passasjerene til NTB.", "en av passasjerene"),
        ("– Me song i mørkret, fortel ein av songarane.", "ein av songarane"),
        ("»Nej,« siger en af de tilskadekomne.", "en af de tilskadekomne"),
        ("– Vi venter, seier to av dei streikande.", "to av dei streikande"),
        ("– Vi er glade, sa Kari Bøe bagefter.", "Kari Bøe"),
        ("– Vi vant, sier Ola Moen stille.", "Ola Moen"),
    ],
)
def test_one_of_several_speaks_and_an_adverb_may_end_a_tag(speech_and_tag: str, who: str) -> None:
    assert [speaker for _, speaker in _quotes(speech_and_tag)] == [who]


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("NGU hevder på sin side at fjellet er trygt.", ["NGU"]),
        ("Kreml, som eig røyra, meiner på si side at summen er feil.", ["Kreml"]),
        ("Kari Bøe skyter inn at tolv har sluttet.", ["Kari Bøe"]),
        ("NGU kom i går fram til at fjellet er trygt.", ["NGU"]),
        ("Fjellet er trygt, viser data fra NGU.", ["NGU"]),
        ("NTB melder likevel om kamper i byen.", ["NTB"]),
        ("Kampen ble flyttet, opplyste forbundets kampdelegat.", ["forbundets kampdelegat"]),
        ("Ola Moen forklarer hvorfor han streiker.", []),
        ("Ola Moen forklarte korleis motoren verkar.", []),
        ("Ola Moen forklarer at motoren virker.", ["Ola Moen"]),
        ("Ola Moen skjøt inn 2–1 etter pause.", []),
        ("Kari Bøe kom fram til hytta i går.", []),
        ("Kari Bøe tror på en avtale.", []),
        ("En av grunnene sier seg selv.", []),
    ],
)
def test_claims_are_told_from_deeds_by_what_follows_the_verb(sentence: str, sources: list[str]) -> None:
    assert [source for source, *_ in _reported(sentence)] == sources


def test_what_is_told_to_a_medium_over_for_comes_by_way_of_it() -> None:
    assert _reported("Det avviser Kremls talsmand, Jens Krag, over for Ritzau.") == [("Jens Krag", "Ritzau")]


def test_answers_below_a_heading_are_those_of_whom_it_asks() -> None:
    blocks = (
        "Ola Moen vant, sier Nora Vik.",
        "Tre spørsmål til Kari Bøe, forsker",
        "– Hvorfor nå?",
        "– Fordi det er vinter.",
        "– Hva skjer så?",
        "– Ingen vet.",
        "– Blir det mer?",
        "Bøe tror ikke det.",
        "Mer om saken",
        "– Og nå?",
        "– Nå er det slutt.",
    )
    text = "\n\n".join(blocks)
    paragraphs, start = [], 0
    for number, block in enumerate(blocks, start=1):
        kind = Kind.SUBHEADING if number in {2, 9} else Kind.QUOTE if block[0] == "–" else Kind.PARAGRAPH
        paragraphs.append(Paragraph(number, kind, "nb", start, start + len(block), start + len(block)))
        start += len(block) + 2
    article = Article(Seed("a.txt", text), "nb", tuple(paragraphs))
    sentences = tuple(Sentence(one.start, one.end, one.n) for one in paragraphs)
    entities = _entities(text)
    quotes = [one for one in find_statements(article, sentences, entities) if one.kind is StatementKind.QUOTE]
    assert [(one.text, _who(one.speaker, entities)) for one in quotes[:2]] == [
        ("Fordi det er vinter.", "Kari Bøe"),
        ("Ingen vet.", "Kari Bøe"),
    ]
    assert "Blir det mer?" not in {one.text for one in quotes}


def test_a_definite_noun_is_the_unnamed_source_told_of_before() -> None:
    text = (
        "En amerikansk tjenestemann sier at planen er klar. Tjenestemannen mener den er god. Kilden sier nei til alt."
    )
    assert [source for source, *_ in _reported(text)][:2] == ["En amerikansk tjenestemann"] * 2
    assert "Legen" in {source for source, *_ in _reported("En nabo sier at det brant. Legen mener at ingen er skadet.")}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Tre kilder sier at sjefen må gå. Ifølge kildene er styret splittet.", "Tre kilder"),
        ("Fleire diplomatar seier at avtalen er død. Diplomatane meiner at han aldri levde.", "Fleire diplomatar"),
        ("To embedsmænd siger, at planen er klar. Embedsmændene mener, at den er god.", "To embedsmænd"),
        ("Tre kilder sier at sjefen må gå. Naboene mener at han må bli.", "Naboene"),
        ("En nabo sier at det brant. Ifølge mannen sto døra åpen.", "En nabo"),
        ("En nabo sier at det brant. Ifølge kvinnen sto døra åpen.", "En nabo"),
        ("En kvinde fra opgangen siger, at hun hørte råb. Manden siger, at der var stille.", "Manden"),
        ("Politiet har siktet en mann. En nabo sier at han hørte skrik. Mannen sier at han sov.", "Mannen"),
        ("Forskere ved universitetet har målt lekkasjen. De mener at den er farlig.", "Forskere ved universitetet"),
        ("Naboer har klaget i årevis. De hevder at anlegget bråker.", "Naboer"),
    ],
)
def test_a_definite_noun_or_a_pronoun_is_the_source_without_a_name_told_of_before(text: str, last: str) -> None:
    assert [source for source, *_ in _reported(text)][-1] == last


def test_what_is_so_by_somebodys_opinion_is_whose_opinion_it_is() -> None:
    assert _reported("Etter Ola Moens mening er loven uklar.") == [("Ola Moen",)]
    assert _reported("Efter Mette Holms vurdering er loven uklar.") == [("Mette Holm",)]
    assert _reported("Etter Ola Moens død ble loven endret.") == []


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Kari Bøe sier saken er alvorlig.", [("Kari Bøe",)]),
        ("Nora Vik seier planen ikkje held.", [("Nora Vik",)]),
        ("Kari Bøe sier nei til avtalen.", []),
        ("Kari Bøe sier takk for maten.", []),
        ("NGU er kritisk og mener planen er for svak.", [("NGU",)]),
        ("NGU er fri, sier Ola Moen og mener planen er for svak.", [("Ola Moen",)]),
        ("Kari Bøe ser ikkje bort frå at skulen må stengje.", [("Kari Bøe",)]),
        ("Kari Bøe ser bort frå reglane i saka.", []),
        ("Kari Bøe stiller seg uforstående til kritikken.", [("Kari Bøe",)]),
        ("Kari Bøe stiller seg i køen.", []),
        ("Mette Holm anerkender, at sagen er gået for langsomt.", [("Mette Holm",)]),
        ("Etter hva NRK kjenner til, er mannen løslatt.", [("NRK",)]),
        ("Etter hva som skjedde, er alle glade.", []),
        ("Kari Bøe skal ha truet naboen, ifølge NTB.", [("NTB",)]),
        ("Kari Bøe har truet naboen.", [("Kari Bøe",)]),
        ("Brua er stengd. Det får NRK stadfesta av Kari Bøe.", [("Kari Bøe", "NRK")]),
    ],
)
def test_what_is_said_without_at_and_what_is_only_hearsay(text: str, chains: list[tuple[str, ...]]) -> None:
    assert _reported(text) == chains


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Tallet bestrides af Kreml.", [("Kreml",)]),
        ("Skuldingane blir avviste av Russland.", [("Russland",)]),
        ("Anklagene ble tirsdag tilbakevist av Kreml.", [("Kreml",)]),
        ("Opplysningene bekreftes av Kari Bøe.", [("Kari Bøe",)]),
        ("Opplysningene er ikke bekreftet av Kreml.", []),
        ("Påstandene har ikke kunnet bekreftes av NGU.", []),
        ("Søknaden ble avvist av NGU.", []),
        ("Mette Holm kalder på Facebook aftalen for »en menneskelig sejr«.", [("Mette Holm",)]),
        ("Ola Moen kaller i en e-post til NTB vedtaket «et svik».", [("Ola Moen", "NTB")]),
        ("Ola Moen kaller på hjelp når noen skriver «stans».", []),
        ("Døra sto åpen, sier en person med kjennskap til saken.", [("en person",)]),
        ("En lege, som NRK har snakket med, vurderer, at faren er over.", [("En lege", "NRK")]),
        ("Ifølge personer NRK har snakket med, har sjefen gått.", [("personer", "NRK")]),
        ("Prisen falt, ifølge estimater som NGU har samlet inn.", [("NGU",)]),
        ("Alle er fri. Det oplyser begge landes udenrigsministerier onsdag.", [("begge landes udenrigsministerier",)]),
    ],
)  # fmt: skip
def test_who_answers_a_claim_or_names_it_from_afar_is_its_source(text: str, chains: list[tuple[str, ...]]) -> None:
    assert _reported(text) == chains


def test_what_a_speaker_tells_of_anothers_deed_is_the_speakers() -> None:
    assert _reported("Kaptein Ola Moen nekter straffskyld, opplyser forsvareren Kari Bøe.") == [("Kari Bøe",)]
    assert _reported("Kaptein Ola Moen nekter straffskyld, sier forsvareren Kari Bøe.") == [("Kari Bøe",)]
    assert _reported("NGU avviser kritikken, melder NTB.") == [("NGU", "NTB")]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Kari Bøe la ikkje skjul på at ho var skuffa.", [("Kari Bøe",)]),
        ("Mette Holm lægger ikke skjul på, at hun er skuffet.", [("Mette Holm",)]),
        ("Tor Vik la på røret.", []),
        ("Ola Moen åpnet møtet med å si at skolen må stenge.", [("Ola Moen",)]),
        ("Kreml nøyer seg med å si at avtalen står.", [("Kreml",)]),
        ("Ola Moen skylder på været.", [("Ola Moen",)]),
        ("Ola Moen skylder banken en million.", []),
        ("Oslo tingrett fant at avtalen var ulovlig.", [("Oslo tingrett",)]),
        ("Oslo tingrett fann det prova at han stal.", [("Oslo tingrett",)]),
        ("Ola Moen fant en lapp der det sto at alt var stengt.", []),
        ("Nora Vik bekrefter det overfor NRK.", [("Nora Vik", "NRK")]),
        ("Nora Vik bekrefter bookingen på telefon.", []),
        # The medium before the verb, behind a verb of telling, or among who tells.
        ("Ola Moen er sint. Til NRK sier han at saken må prøves.", [("Ola Moen", "NRK")]),
        ("Ola Moen er sint. I en sms til NTB skriver han at det haster.", [("Ola Moen", "NTB")]),
        ("Kari Bøe har fortalt Reuters at det haster.", [("Kari Bøe", "Reuters")]),
        ("To ansatte, som NTB har snakket med, hevder at prisen er for lav.", [("To ansatte", "NTB")]),
        # Whose clause it is.
        ("Kritikken kom fra Nora Vik (S), som mener at regjeringen bør vente.", [("Nora Vik",)]),
        ("En lov som slår fast at alle må betale, ble vedtatt.", []),
        ("Kari Bøe tror investorene frykter at det går galt.", [("Kari Bøe",)]),
        ("Kari Bøe vil ikke svare på om hun mener Russland står bak.", []),
        ("Det var Nils Eik, som i går kom og krevde at alle måtte gå.", [("Nils Eik",)]),
        ("Ola Moen er skeptisk. Planen er etter hans mening for dyr.", [("Ola Moen",)]),
        ("Etter hans mors død flyttet Ola Moen.", []),
        (
            "Ola Moen presset på. Talspersonen hans avviser det. Hun sier at Moen er bortreist.",
            [
                ("Talspersonen hans",),
                ("Talspersonen hans",),
            ],
        ),
        # Deeds, hopes for a ship, and what nobody believes.
        ("Tre leger har sagt opp jobben på kort tid.", []),
        ("Mette Holm sagde op efter blot seks måneder i jobbet.", []),
        ("Skuta «Havgula» er venta heim til Florø i mars.", []),
    ],
)
def test_a_claim_is_read_by_its_turn_of_phrase_and_comes_by_way_of_a_medium(
    text: str, chains: list[tuple[str, ...]]
) -> None:
    assert _reported(text) == chains


def test_a_belief_that_is_denied_is_not_the_source_of_the_sentence_before() -> None:
    assert _reported("Alle skal nå fram i tide. Det tror ikke Ola Moen noe på.") == [("Ola Moen",)]
    assert _reported("Alle skal nå fram i tide. Det tror Ola Moen.") == [("Ola Moen",)]


@pytest.mark.parametrize(
    "tag", ["sa Ola Moen fra talerstolen.", "sier Ola Moen utenfor retten.", "fortel Ola Moen framfor huset."]
)
def test_a_tag_may_tell_where_it_was_said(tag: str) -> None:
    assert _quotes(f"– Vi mangler folk, {tag}") == [("Vi mangler folk", "Ola Moen")]


def test_a_state_that_owns_a_title_with_a_hyphen_does_not_speak_for_whom_a_comma_names() -> None:
    assert _quotes("– Vi beklager valget, sier Danmarks FN-ambassadør, Jens Krag, etter møtet.") == [
        ("Vi beklager valget", "Jens Krag")
    ]
