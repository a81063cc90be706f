"""One actor has one id in all articles, today and after people have edited the pages."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.actor_rulings import KnownActor
from briefings.actors import Identities, identify
from briefings.findings import Entity, Extraction, Mention, MentionType, Role
from briefings.model import ActorType, Article, Seed
from briefings.page_values import Actor

PERSON, ORGANISATION, STATE = ActorType.PERSON, ActorType.ORGANISATION, ActorType.STATE


def entity(name: str, kind: ActorType = PERSON, *, role: str = "", country: str | None = None) -> Entity:
    mention = Mention(name, 0, len(name), 1, MentionType(kind.value), "a test", 1.0)
    return Entity(name, kind, (mention,), (Role(role, 0, len(role), 1),) if role else (), country)


def extraction(seed: str, *entities: Entity, lang: str = "nb") -> Extraction:
    article = Article(Seed(f"{seed}.txt", ""), lang, ())  # type: ignore[arg-type]  # a test gives only real languages
    return Extraction(article, (), entities, (), (), (), (), None)


def pages(actors: Sequence[Actor]) -> tuple[KnownActor, ...]:
    """Return what the build would read back from the pages it wrote."""
    return tuple(KnownActor(a.id, a.name, a.type, a.aliases, a.names, a.country) for a in actors)


def by_id(found: Identities) -> dict[str, Actor]:
    return {actor.id: actor for actor in found.actors}


RUSSIA = entity("Russland", STATE, country="RUS")
SJOJGU = entity("Sergej Sjojgu", role="Russlands forsvarsminister", country="RUS")


def test_a_state_has_one_id_in_every_language() -> None:
    found = identify(
        [
            extraction("a", entity("Nord-Korea", STATE, country="PRK")),
            extraction("b", entity("Nordkorea", STATE, country="PRK"), lang="da"),
        ]
    )
    assert found.ids == (("north-korea",), ("north-korea",))
    actor = by_id(found)["north-korea"]
    assert actor.name == "Nord-Korea"
    assert actor.aliases == ("Nordkorea",)
    assert dict(actor.names)["en"] == "North Korea"


def test_spellings_merge_and_the_norwegian_one_is_shown() -> None:
    found = identify(
        [extraction("a", entity("Sergei Shoigu"), lang="da"), extraction("b", entity("Sergej Sjojgu"), lang="nn")]
    )
    assert [actor.name for actor in found.actors] == ["Sergej Sjojgu"]
    assert found.actors[0].aliases == ("Sergei Shoigu",)


def test_a_full_name_is_the_same_with_and_without_its_carons() -> None:
    found = identify([extraction("a", entity("Andrej Babiš")), extraction("b", entity("Andrej Babis"), lang="da")])
    assert [(actor.name, actor.aliases) for actor in found.actors] == [("Andrej Babiš", ("Andrej Babis",))]
    russian = identify([extraction("a", entity("Sergej Šojgu")), extraction("b", entity("Sergej Shoigu"))])
    assert len(russian.actors) == 1


def test_people_can_keep_apart_what_differs_by_a_caron() -> None:
    articles = [extraction("a", entity("Andrej Babiš")), extraction("b", entity("Andrej Babis"))]
    apart = (
        KnownActor("andrej-babis", "Andrej Babis", PERSON, not_same_as=("andrej-babis-2",)),
        KnownActor("andrej-babis-2", "Andrej Babiš", PERSON),
    )
    assert identify(articles, apart).ids == (("andrej-babis-2",), ("andrej-babis",))


def test_a_supported_surname_joins_its_bearer_and_an_unsupported_one_is_proposed() -> None:
    full = extraction("a", SJOJGU, RUSSIA)
    supported = extraction("b", entity("Sjojgu", role="Forsvarsminister"))
    unsupported = extraction("c", entity("Sjojgu"))
    found = identify([full, supported, unsupported])
    assert found.ids[1] == ("sergej-sjojgu",)
    assert found.ids[2] == ("sjojgu",)
    assert [(p.a, p.b) for p in found.proposed] == [("sergej-sjojgu", "sjojgu")]


def test_a_surname_with_two_bearers_joins_neither_without_a_title() -> None:
    russia = entity("Russland", STATE, country="RUS")
    found = identify(
        [
            extraction("a", entity("Ivan Petrov", country="RUS"), russia),
            extraction("b", entity("Oleg Petrov", country="RUS"), russia),
            extraction("c", entity("Petrov"), russia),
        ]
    )
    assert found.ids[2][0] == "petrov"
    assert {(p.a, p.b) for p in found.proposed} == {("ivan-petrov", "petrov"), ("oleg-petrov", "petrov")}


def test_an_id_stays_when_a_fuller_name_is_met() -> None:
    first = identify([extraction("a", entity("Sjojgu", country="RUS"), RUSSIA)])
    assert first.ids[0][0] == "sjojgu"
    later = identify(
        [extraction("a", entity("Sjojgu", country="RUS"), RUSSIA), extraction("b", SJOJGU)], pages(first.actors)
    )
    assert later.ids == (("sjojgu", "russia"), ("sjojgu",))
    assert by_id(later)["sjojgu"].name == "Sergej Sjojgu"


def test_a_ministry_is_one_whether_genitive_or_adjective() -> None:
    found = identify(
        [
            extraction("a", entity("Russlands forsvarsdepartement", ORGANISATION)),
            extraction("b", entity("russiske forsvarsdepartementet", ORGANISATION)),
        ]
    )
    assert found.ids[0] == found.ids[1]


def test_the_aliases_of_the_build_prove_nothing_but_those_of_people_do() -> None:
    built = KnownActor("kim-jong-un", "Kim Jong-un", PERSON, aliases=("Kim",))
    seeds = [extraction("a", entity("Kim"))]
    assert identify(seeds, [built]).ids == (("kim",),)
    decided = KnownActor("kim-jong-un", "Kim Jong-un", PERSON, aliases=("Kim",), decided_aliases=("Kim",))
    assert identify(seeds, [decided]).ids == (("kim-jong-un",),)


def test_same_as_is_followed_to_its_end_and_a_circle_does_not_hang() -> None:
    seeds = [extraction("a", entity("Ola Nordmann"))]
    chain = [
        KnownActor("ola-nordmann", "Ola Nordmann", PERSON, same_as="ola"),
        KnownActor("ola", "Ola N.", PERSON, same_as="ole-nordmann"),
        KnownActor("ole-nordmann", "Ole Nordmann", PERSON),
    ]
    assert identify(seeds, chain).ids == (("ole-nordmann",),)
    circle = [
        KnownActor("ola-nordmann", "Ola Nordmann", PERSON, same_as="ole"),
        KnownActor("ole", "Ole", PERSON, same_as="ola-nordmann"),
    ]
    assert identify(seeds, circle).ids == (("ola-nordmann",),)


def test_people_can_keep_two_of_nearly_one_name_apart() -> None:
    seeds = [extraction("a", entity("Alexander Lund")), extraction("b", entity("Aleksander Lund"))]
    assert len(identify(seeds).actors) == 1
    apart = [
        KnownActor("alexander-lund", "Alexander Lund", PERSON, not_same_as=("aleksander-lund",)),
        KnownActor("aleksander-lund", "Aleksander Lund", PERSON),
    ]
    found = identify(seeds, apart)
    assert found.ids == (("alexander-lund",), ("aleksander-lund",))
    assert found.proposed == ()


def test_the_hidden_have_no_page() -> None:
    known = [KnownActor("ola-nordmann", "Ola Nordmann", PERSON, hidden=True)]
    found = identify([extraction("a", entity("Ola Nordmann"), RUSSIA)], known)
    assert found.ids == ((None, "russia"),)
    assert [actor.id for actor in found.actors] == ["russia"]


def test_what_is_too_long_or_has_no_letters_is_no_name() -> None:
    found = identify([extraction("a", entity("A" * 300), entity("–"), entity(""))])
    assert found.ids == ((None, None, None),)
    assert found.actors == ()


def test_a_renamed_page_keeps_its_actor() -> None:
    known = [KnownActor("sergej-sjojgu", "S. K. Sjojgu", PERSON)]
    assert identify([extraction("a", SJOJGU)], known).ids == (("sergej-sjojgu",),)


NAMES = [
    "Kim",
    "Kim Jong-un",
    "Kim Jong-il",
    "Ola Berg",
    "Kari Berg",
    "Berg",
    "Sjojgu",
    "Shoigu",
    "Sergej Sjojgu",
    "Ford",
    "Ford AS",
    "x",
]
ENTITIES = st.builds(
    lambda name, kind, role, country: entity(name, kind, role=role, country=country),
    st.sampled_from(NAMES),
    st.sampled_from([PERSON, ORGANISATION]),
    st.sampled_from(["", "president", "Russlands president"]),
    st.sampled_from([None, "RUS", "NOR"]),
)
STATES = st.sampled_from([RUSSIA, entity("Norge", STATE, country="NOR")])
CORPORA = st.lists(st.lists(ENTITIES | STATES, max_size=5), max_size=6).map(
    lambda rows: [extraction(f"s{index}", *row) for index, row in enumerate(rows)]
)


@settings(max_examples=200)
@given(CORPORA, st.randoms(use_true_random=False))
def test_a_second_run_over_its_own_pages_changes_nothing_in_any_order(
    corpus: list[Extraction], random: st.random_module
) -> None:
    first = identify(corpus)
    assert identify(corpus, pages(first.actors)) == first
    order = list(range(len(corpus)))
    random.shuffle(order)  # type: ignore[attr-defined]  # Hypothesis gives a random.Random
    shuffled = identify([corpus[index] for index in order], tuple(reversed(pages(first.actors))))
    assert shuffled.actors == first.actors
    assert shuffled.proposed == first.proposed
    assert shuffled.ids == tuple(first.ids[index] for index in order)
    assert len({actor.id for actor in first.actors}) == len(first.actors)


# --- organisations across articles ----------------------------------------------------------------------------------


def named_as(name: str, *forms: str) -> Entity:
    """Return an organisation that the article names in several ways."""
    mentions = tuple(Mention(form, 0, len(form), 1, MentionType.ORGANISATION, "a test", 1.0) for form in forms)
    return Entity(name, ORGANISATION, mentions, (), None)


INSTITUTE = "Nordisk institutt for havrett"


def test_an_abbreviation_told_in_one_article_is_the_name_in_the_others() -> None:
    found = identify(
        [
            extraction("a", entity("Nihr", ORGANISATION)),
            extraction("b", named_as("Nihr", INSTITUTE, "Nihr")),
            extraction("c", entity(INSTITUTE, ORGANISATION)),
        ]
    )
    assert len(set(found.ids)) == 1


def test_an_abbreviation_of_two_names_joins_neither() -> None:
    found = identify(
        [
            extraction("a", named_as("Kommunesektorens organisasjon", "Kommunesektorens organisasjon", "KS")),
            extraction("b", named_as("Kongsberg Satellittservice", "Kongsberg Satellittservice", "KS")),
            extraction("c", entity("KS", ORGANISATION)),
        ]
    )
    assert len(set(found.ids)) == 3


def test_people_can_keep_an_abbreviation_apart_from_the_name() -> None:
    known = (
        KnownActor("nihr", "Nihr", ORGANISATION, not_same_as=("nordisk-institutt-for-havrett",)),
        KnownActor("nordisk-institutt-for-havrett", INSTITUTE, ORGANISATION),
    )
    found = identify(
        [
            extraction("a", entity("Nihr", ORGANISATION)),
            extraction("b", named_as(INSTITUTE, INSTITUTE, "Nihr")),
        ],
        known,
    )
    assert found.ids == (("nihr",), ("nordisk-institutt-for-havrett",))


def test_two_parties_of_one_name_are_told_by_their_countries_whichever_was_first() -> None:
    danish = extraction("b", entity("Venstre", ORGANISATION, country="DNK"), lang="da")
    norwegian = extraction("a", entity("Venstre", ORGANISATION, country="NOR"))
    first = identify([danish])
    assert first.ids == (("venstre",),)
    both = identify([norwegian, danish], pages(first.actors))
    assert both.ids == (("venstre-2",), ("venstre",))
    assert identify([norwegian, danish], pages(both.actors)).ids == both.ids
    assert identify([norwegian], pages(both.actors)).ids == (("venstre-2",),)


def test_a_capital_is_no_other_name_of_its_state() -> None:
    mention = Mention("Minsk", 0, 5, 1, MentionType.STATE, "capital for its government", 1.0)
    found = identify([extraction("a", Entity("Belarus", STATE, (mention,), (), "BLR"))])
    assert found.actors[0].aliases == ()


# --- questions ------------------------------------------------------------------------------------------------------


def asked(*entities: Entity) -> list[tuple[str, str]]:
    """Return (page that is to say `same_as`, id it is to name) for entities that stand in an article each."""
    nato = entity("Nato", ORGANISATION)
    found = identify([extraction(f"s{n}", one, nato) for n, one in enumerate(entities)])
    return [(proposal.leave, proposal.keep) for proposal in found.proposed]


def test_a_name_without_its_middle_and_a_slip_are_asked_about_never_merged() -> None:
    assert asked(entity("Tedros Ghebreyesus"), entity("Tedros Adhanom Ghebreyesus")) == [
        ("tedros-ghebreyesus", "tedros-adhanom-ghebreyesus")
    ]
    assert asked(entity("Jens Stoltenber"), entity("Jens Stoltenberg")) == [("jens-stoltenber", "jens-stoltenberg")]


def test_names_that_nothing_but_likeness_supports_are_not_asked_about() -> None:
    alone = identify([extraction("a", entity("Ole Hansen")), extraction("b", entity("Ole Petter Hansen"))])
    assert alone.proposed == ()
    assert asked(entity("Kari Hansen", country="NOR"), entity("Kari Anne Hansen", country="DNK")) == []
    assert asked(entity("Kari Lund"), entity("Mari Lund")) == []
    assert asked(entity("Per Hansen"), entity("Per Jansen")) == []
