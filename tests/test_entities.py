"""All mentions of one actor in an article come together, with what the text says of them."""

from __future__ import annotations

from briefings.extract.entities import resolve
from briefings.extract.mentions import find_mentions
from briefings.model import Article, Entity, Kind, Lang, Paragraph, Place, Seed, Sentence


def read(*blocks: str, lang: Lang = "nb") -> tuple[dict[str, Entity], tuple[Place, ...]]:
    """Return the entities, by name, and places of an article of blocks that are one sentence each."""
    paragraphs: list[Paragraph] = []
    start = 0
    for n, block in enumerate(blocks, 1):
        paragraphs.append(Paragraph(n, Kind.PARAGRAPH, lang, start, start + len(block), start + len(block)))
        start += len(block) + 2
    article = Article(Seed("invented.txt", "\n\n".join(blocks)), lang, tuple(paragraphs))
    sentences = tuple(Sentence(p.start, p.end, p.n) for p in paragraphs)
    entities, places = resolve(article, sentences, find_mentions(article, sentences))
    for entity in entities:
        for span in (*entity.mentions, *entity.roles, *entity.descriptions):
            assert article.text[span.start : span.end] == span.text
    assert len({entity.name for entity in entities}) == len(entities)
    return {entity.name: entity for entity in entities}, places


def surfaces(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.mentions]


def roles(entity: Entity) -> list[str]:
    return [role.text for role in entity.roles]


def meant(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.descriptions]


def test_surname_genitive_and_first_name_join_the_full_name() -> None:
    found, _ = read("I går talte Erna Solberg.", "Senere svarte Solberg, og Solbergs svar ble roset.")
    assert surfaces(found["Erna Solberg"]) == ["Erna Solberg", "Solberg", "Solbergs"]


def test_two_people_of_one_surname_stay_two() -> None:
    found, _ = read(
        "Statsminister Erna Solberg møtte ordfører Petra Solberg.",
        "Etterpå sa ordfører Solberg nei, men statsminister Solberg sa ja.",
    )
    assert len(found["Erna Solberg"].mentions) == 2
    assert len(found["Petra Solberg"].mentions) == 2


def test_case_typos_and_transliterations_are_one_person() -> None:
    found, _ = read(
        "Leiaren Kim Jong-un kom med Sergej Sjojgu.",
        "Så gikk Kim jong-un, og Kim smilte, mens Putin og Km satt.",
        "Der sto også Sergei Shoigu.",
    )
    assert surfaces(found["Kim Jong-un"]) == ["Kim Jong-un", "Kim jong-un", "Kim", "Km"]
    assert surfaces(found["Sergej Sjojgu"]) == ["Sergej Sjojgu", "Sergei Shoigu"]


def test_states_are_one_in_every_spelling_and_carry_their_code() -> None:
    found, _ = read("Nord-Korea truer Sør-Korea.", "I Nord Korea og Nordkoreas hær er det stille.")
    assert found["Nord-Korea"].country == "PRK"
    assert surfaces(found["Nord-Korea"]) == ["Nord-Korea", "Nord Korea", "Nordkoreas"]


def test_an_organisation_and_its_abbreviation_are_one() -> None:
    found, _ = read("Ifølge Verdens helseorganisasjon (WHO) er det trygt.", "Sjefen i WHO er enig.")
    assert any(surfaces(entity) == ["Verdens helseorganisasjon", "WHO", "WHO"] for entity in found.values())


def test_roles_are_the_words_before_and_after_the_name() -> None:
    found, _ = read(
        "Da kom Russlands forsvarsminister Sergej Sjojgu og den øverste leder i Nordkorea, Kim Jong-un, til byen.",
        "Li Hongzhong, viseformann i Den nasjonale folkekongressen i Kina, var der.",
        "Forskar og forfattar Ankit Panda snakka med det svenske statlige nyhetsbyrået TT.",
    )
    assert roles(found["Sergej Sjojgu"]) == ["Russlands forsvarsminister"]
    assert found["Sergej Sjojgu"].country == "RUS"
    assert roles(found["Kim Jong-un"]) == ["øverste leder i Nordkorea"]
    assert roles(found["Li Hongzhong"]) == ["viseformann i Den nasjonale folkekongressen i Kina"]
    assert roles(found["Ankit Panda"]) == ["Forskar og forfattar"]
    assert roles(found["TT"]) == ["svenske statlige nyhetsbyrået"]
    assert found["TT"].country == "SWE"


def test_a_definite_phrase_means_the_one_who_holds_the_role() -> None:
    found, _ = read(
        "Her er Frankrikes utenriksminister Anne Morel og Spanias utenriksminister Luis Vega.",
        "Den franske utenriksministeren smilte.",
        "Den russiske utenriksministeren gråt.",
        "Utenriksministeren sov.",
    )
    assert meant(found["Anne Morel"]) == ["Den franske utenriksministeren"]
    assert meant(found["Luis Vega"]) == []


def test_a_person_who_is_only_a_title_is_nobody() -> None:
    found, _ = read("Ifølge Sør-Koreas forsvarsminister er alt stille, sier Japan.")
    assert sorted(found) == ["Japan", "Sør-Korea"]


def test_a_capital_that_acts_is_its_government_and_otherwise_a_place() -> None:
    found, places = read(
        "Russland og Kina er venner.",
        "Moskva og Beijing har vært allierte lenge.",
        "De møttes i Moskva.",
        "USA vil overtale Beijing til å snu.",
    )
    assert meant(found["Russland"]) == ["Moskva"]
    assert meant(found["Kina"]) == ["Beijing", "Beijing"]
    assert [(place.name, len(place.mentions)) for place in places] == [("Moskva", 1)]


def test_peoples_and_authorities_mean_their_state() -> None:
    found, _ = read("I går svarte USA.", "Senere sa amerikanerne nei, og amerikanske myndigheter var enige.")
    assert meant(found["USA"]) == ["amerikanerne", "amerikanske myndigheter"]


def test_houses_and_ministries_are_organisations() -> None:
    found, _ = read("Verken Kreml, Det hvite hus eller Russlands forsvarsdepartement svarer.")
    assert {entity.type.value for name, entity in found.items() if name != "Russland"} == {"organisation"}
    assert {"Kreml", "Det hvite hus", "Russlands forsvarsdepartement", "Russland"} == set(found)


def test_resolving_twice_gives_the_same() -> None:
    blocks = ("Da kom Anne Lund til Oslo.", "Lund og Per Dal møtte Russland.")
    assert read(*blocks) == read(*blocks)
