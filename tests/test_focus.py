"""A definite noun that nothing ties to anybody means whoever a reader has just been told of, or nobody."""

from __future__ import annotations

import time

import pytest

from briefings.extract.entities import resolve
from briefings.extract.mentions import find_mentions
from briefings.extract.sentences import split
from briefings.extract.statements import find_statements
from briefings.findings import Entity, Sentence
from briefings.model import ActorType, Article, Kind, Lang, Paragraph, Seed


def read(*blocks: str, lang: Lang = "nb") -> tuple[Article, tuple[Sentence, ...], tuple[Entity, ...]]:
    """Return an article of these paragraphs, its sentences and its actors."""
    paragraphs: list[Paragraph] = []
    start = 0
    for n, block in enumerate(blocks, 1):
        paragraphs.append(Paragraph(n, Kind.PARAGRAPH, lang, start, start + len(block), start + len(block)))
        start += len(block) + 2
    article = Article(Seed("invented.txt", "\n\n".join(blocks)), lang, tuple(paragraphs))
    sentences = split(article)
    return article, sentences, resolve(article, sentences, find_mentions(article, sentences))[0]


def meant(phrase: str, *blocks: str, lang: Lang = "nb") -> str | None:
    """Return the name of the person that a phrase means in an article of these paragraphs."""
    _, _, entities = read(*blocks, lang=lang)
    found = [one.name for one in entities for said in one.descriptions if said.text == phrase]
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize(
    ("lang", "phrase", "blocks", "who"),
    [
        (
            "nn",
            "museumsleiaren",
            ("Direktør Asle Nes ved Kystmuseet gler seg.", "– Båten er frå 1702, seier museumsleiaren."),
            "Asle Nes",
        ),
        (
            "nb",
            "sykehussjefen",
            ("Direktør Karin Holt ved Nordsjø Sykehus varsler kutt.", "– Vi har ikke noe valg, sier sykehussjefen."),
            "Karin Holt",
        ),
        (
            "nb",
            "stortingsrepresentanten",
            ("Ap-politiker Siri Moen kaller forslaget «en hån».", "– Det er uhørt, sier stortingsrepresentanten."),
            "Siri Moen",
        ),
        (
            "nn",
            "læraren",
            ("Ein av lærarane, Gunn Aase Lid, er uroa.", "– Elevane frys, seier læraren."),
            "Gunn Aase Lid",
        ),
        (
            "nb",
            "rådgiveren",
            ("En av rådgiverne hans, Pavel Orlov, tviler.", "– Lukasjenko vil bli ringt til, sier rådgiveren til NTB."),
            "Pavel Orlov",
        ),
        (
            "nn",
            "generalen",
            ("Leiaren for delegasjonen, Hamid Nouri, viste til åtaket.", "– Me reiser heim, seier generalen."),
            "Hamid Nouri",
        ),
        (
            "da",
            "forskeren",
            ("Lektor Jeppe Krag ser et mønster, efter at Trump gav efter.", "”Trump vil ikke mere,” siger forskeren."),
            "Jeppe Krag",
        ),
        (
            "da",
            "statsministeren",
            ("Mette Frederiksen (S) er på vej ud.", "- Vi er ikke i mål, siger statsministeren til DR."),
            "Mette Frederiksen",
        ),
    ],
)
def test_noun_behind_speech_means_who_was_just_told_of(
    lang: Lang, phrase: str, blocks: tuple[str, ...], who: str
) -> None:
    assert meant(phrase, *blocks, lang=lang) == who


@pytest.mark.parametrize(
    ("phrase", "blocks"),
    [
        ("legen", ("Tone Berg ble kjørt til sykehus natt til fredag.", "– Hun er stabil, sier legen.")),
        ("forsvareren", ("Mette Sand er tiltalt. Hun nekter.", "– Hun gjorde ikke noe galt, sier forsvareren.")),
        ("politimesteren", ("Justisminister Anne Vik sier lite.", "– Mannen er på frifot, sier politimesteren.")),
        ("sportsdirektøren", ("Trener Mads Holt sier han er glad.", "– Han er best, sier sportsdirektøren.")),
        ("læremesteren", ("Musikeren Ola Rud mener vi sover.", "– Ola har helt rett, sier læremesteren.")),
        ("bonden", ("Ordfører Ola Ås åpnet broen. En bonde så på.", "– Den er stygg, sier bonden.")),
        ("bonden", ("Statsminister Ola Ås besøkte gården.", "– Vi trenger regn, sier bonden.")),
        ("byggsjefen", ("Kold møtte Ola Riis, tidligere sjef for Nes Bygg.", "– Trist, sier byggsjefen.")),
        ("styremedlemmet", ("Kari Kvam sa nei. En av dem sa ja.", "– Det var hardt, sier styremedlemmet.")),
    ],
)  # fmt: skip
def test_noun_behind_speech_means_nobody_where_somebody_else_may_speak(phrase: str, blocks: tuple[str, ...]) -> None:
    assert meant(phrase, *blocks) is None


def test_word_for_what_somebody_is_besides_a_post_opens_a_sentence() -> None:
    assert meant("Milliardæren", "Investoren Per Skaar eier halve laget. Milliardæren vil ikke si noe.") == "Per Skaar"
    assert meant("Fiskaren frå Værøy", "Sjå, sa Tor Lie.", "Fiskaren frå Værøy var med.", lang="nn") == "Tor Lie"
    assert meant("Kapteinen", "Statsadvokat Per Skaar tok ut tiltale. Kapteinen vil ikke si noe.") is None


def test_who_is_named_in_speech_only_is_not_just_told_of() -> None:
    paragraphs = (
        "Pavel Orlov tviler.",
        "– Aleksandr Lukasjenko vil bli ringt til, sier han.",
        "55-åringen er i eksil.",
    )
    assert meant("55-åringen", *paragraphs) == "Pavel Orlov"


@pytest.mark.parametrize(
    ("lang", "phrase", "text", "who"),
    [
        ("nn", "senterpartisten", "Nina Sæle (Sp) vil ha svar. Det er dyrt, seier senterpartisten.", "Nina Sæle"),
        ("nb", "Høyrekvinnen", "Ordfører Anne Lie (H) stemte imot. Høyrekvinnen mener det er dyrt.", "Anne Lie"),
        (
            "da",
            "venstremanden",
            "Borgmester Jens Holm (V) afviser det. Det er lovligt, siger venstremanden.",
            "Jens Holm",
        ),
        ("nn", "Arbeidarpartipolitikaren", "Kari Fosse (Ap) er glad. Arbeidarpartipolitikaren gret.", "Kari Fosse"),
        ("nb", "Høyremannen", "Kari Fosse (Ap) er glad. Høyremannen gråt.", None),
        ("nb", "Høyremannen", "Ola Fosse (H) og Tor Bø (H) er glade. Høyremannen gråt.", None),
    ],
)
def test_words_for_one_of_a_party_mean_its_only_member(lang: Lang, phrase: str, text: str, who: str | None) -> None:
    assert meant(phrase, text, lang=lang) == who


@pytest.mark.parametrize(
    ("lang", "phrase", "text", "who"),
    [
        ("nb", "Den 44 år gamle ministeren", "Minister Ole Berg kom. Den 44 år gamle ministeren tidde.", "Ole Berg"),
        ("da", "Den 46-årige", "Kasper Holt (46) nægter. Den 46-årige har anket dommen.", "Kasper Holt"),
        ("da", "Den 46-årige", "Kasper Holt (51) nægter. Den 46-årige har anket dommen.", None),
        ("nb", "20-åringen", "Sist så vi Sander Lie. 20-åringen lo. Mål: 0–1 Lie (12), 0–2 Moe (31).", "Sander Lie"),
        ("da", "mægleren", "Ejendomsmægler Kasper Holt tav. Retten fandt, at mægleren løj.", "Kasper Holt"),
        ("da", "eksministeren", "Tidligere minister Bo By tav. Den er ifølge eksministeren ny.", "Bo By"),
        ("da", "den tiltalte", "Retten fandt Kasper Holt skyldig. Hun sagde, at den tiltalte løj.", "Kasper Holt"),
        ("nn", "fiskarlagsleiaren", "Direktør Siv Nes i Fiskarlaget er uroa. No tier fiskarlagsleiaren.", "Siv Nes"),
        ("da", "skolelederen", "Leder Lise Dam i Center for Skoleforskning kom. Nu tier skolelederen.", None),
    ],
)  # fmt: skip
def test_age_trade_guilt_and_what_is_led_tell_whom_a_phrase_means(
    lang: Lang, phrase: str, text: str, who: str | None
) -> None:
    assert meant(phrase, text, lang=lang) == who


@pytest.mark.parametrize(
    ("lang", "phrase", "text", "who"),
    [
        (
            "nb",
            "Den 29 år gamle tiltalte",
            "Rettssaken mot Ali Noor startet mandag. Den 29 år gamle tiltalte nekter.",
            "Ali Noor",
        ),
        (
            "nb",
            "Den 29 år gamle tiltalte",
            "En 29 år gammel mann er siktet. Ali Noor forsvarer ham. Den 29 år gamle tiltalte nekter.",
            None,
        ),
        (
            "nb",
            "57-åringen",
            "Den 57 år gamle mannen er siktet. Advokat Ali Noor forsvarer ham. 57-åringen nekter.",
            None,
        ),
        (
            "nb",
            "Partilederen",
            "«Dette er galt», skriver Venstre-leder Anne Moss. Partilederen får støtte fra SV.",
            "Anne Moss",
        ),
        (
            "nb",
            "Partilederen",
            "Høyre-leder Ine Foss møtte Ap-leder Jonas Berg. Partilederen ville ikke si noe.",
            None,
        ),
        ("nb", "Partilederen", "Nestleder Anne Moss i Venstre er ute. Partilederen støtter henne.", None),
        (
            "nb",
            "Den tidligere Venstre-lederen",
            "Trine Vik har skrevet bok. Den tidligere Venstre-lederen forteller om årene i regjering.",
            "Trine Vik",
        ),
        (
            "nb",
            "Den tidligere Venstre-lederen",
            "Venstre-leder Guri Vik talte. Den tidligere Venstre-lederen satt i salen.",
            None,
        ),
        (
            "da",
            "Lægen",
            "Overlæge Hanne Juhl har kritiseret regionen. Lægen siger, at patienter dør.",
            "Hanne Juhl",
        ),
        (
            "da",
            "Økonomen",
            "Professor emeritus Niels Juhl kalder aftalen historisk. Økonomen tror ikke, at den holder.",
            "Niels Juhl",
        ),
        (
            "da",
            "Økonomen",
            "Fodboldtræner Niels Juhl kalder aftalen historisk. Økonomen tror ikke, at den holder.",
            None,
        ),
        (
            "da",
            "løberen",
            "Mellemdistanceløberen Malthe Juhl er syg. Træneren siger, at løberen hviler.",
            "Malthe Juhl",
        ),
        ("nb", "Juristen", "Advokat Mari Helgesen vant saken. Juristen mener dommen er riktig.", "Mari Helgesen"),
        (
            "nn",
            "Forskaren",
            "Historikar Nils Eik har gått gjennom arkiva. Forskaren meiner at boka er feil.",
            "Nils Eik",
        ),
        ("nn", "Forskaren", "Bonde Nils Eik har selt garden. Forskaren meiner at det var dumt.", None),
    ],
)
def test_who_speaks_next_is_the_one_just_told_of_if_of_the_trade(
    lang: Lang, phrase: str, text: str, who: str | None
) -> None:
    assert meant(phrase, text, lang=lang) == who


@pytest.mark.parametrize("said", ["Det er dyrt, siger SF'eren.", "SF'eren kalder det »en gave«."])
def test_a_member_called_by_the_partys_letters_speaks_herself(said: str) -> None:
    article, sentences, entities = read("Karen Lind (SF) er rasende.", said, lang="da")
    assert [one.name for one in entities if one.type is ActorType.PERSON] == ["Karen Lind"]
    speakers = {one.speaker.entity for one in find_statements(article, sentences, entities) if one.speaker}
    assert {entities[index].name for index in speakers if index is not None} == {"Karen Lind"}


def test_a_members_name_begins_behind_the_partys_letters() -> None:
    _, _, entities = read("Det er dyrt, siger SF'eren Karen Lind.", lang="da")
    assert [one.name for one in entities if one.type is ActorType.PERSON] == ["Karen Lind"]


def test_researcher_called_by_her_institute_speaks_herself() -> None:
    article, sentences, entities = read(
        "Forskar Kari Lunde ved Norsk utanrikspolitisk institutt (NUPI) er uroa.",
        "NUPI-forskaren seier at svaret kjem snart.",
        lang="nn",
    )
    (said,) = find_statements(article, sentences, entities)
    assert said.speaker is not None
    assert said.speaker.entity is not None
    assert entities[said.speaker.entity].name == "Kari Lunde"


@pytest.mark.parametrize(
    "unit",
    [
        "Kari Moe smilte. «Det er fint», sier arkivleiaren. «Det er bra», seier ministeren. ",
        "Styresmaktene i Minsk sier nei. Havarikommisjonen svarer. Statens havarikommisjon kom. ",
        "Kari Moe og Ola Dahl kom. Milliardæren ønsker ikke å svare. ",
    ],
)
def test_a_long_hostile_paragraph_takes_time_in_proportion(unit: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        read("Det ble klart i går.", unit * times)
        return time.process_time() - started

    seconds(10)
    # Eight times the length; quadratic time would be 64 times as much.
    assert seconds(2_000) < 24 * seconds(250) + 0.5
