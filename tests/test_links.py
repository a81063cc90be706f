"""Which articles belong together."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefings.actors import identify
from briefings.background import find_background
from briefings.clean import to_article
from briefings.corpus import read_corpus
from briefings.extraction import extract
from briefings.likeness import likeness
from briefings.model import Basis, Published, Why
from briefings.profile import Profile, to_profile
from briefings.salience import salient
from briefings.same_event import group_same_events
from briefings.seed import read_seed
from briefings.words import informativeness, skeleton

FIXTURES = Path(__file__).parent / "fixtures"
VISIT = {"sergej-sjojgu": 3.0, "kim-jong-un": 2.4, "north-korea": 0.8}
SUMMIT = {"vladimir-putin": 3.0, "kim-jong-un": 3.0, "north-korea": 0.8}


def profile(
    stem: str, actors: dict[str, float], published: Published | None = None, words: str = "", weekdays: str = ""
) -> Profile:
    """Make a profile; `weekdays` are ISO numbers."""
    named = frozenset(actor for actor in actors if actor != "north-korea")
    told = {skeleton(word): 4.0 for word in words.split()}
    days = frozenset(int(day) for day in weekdays)
    return Profile(stem, published, actors, named, told, told, people=named, acting=named, weekdays=days)


def header(value: str) -> Published:
    return Published(value, Basis.HEADER)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("besøk", "besøg"),
        ("møte", "møde"),
        ("satellittar", "satellitterne"),
        ("våpen", "våben"),
        ("rakett", "raket"),
        ("våpenkvile", "våbenhvilen"),
        ("avtalen", "aftale"),
        ("kjøpte", "købt"),
        ("forhandlingane", "forhandlingerne"),
    ],
)
def test_the_same_word_in_two_languages_has_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert informativeness(skeleton("kosmodrom")) > informativeness(skeleton("regjeringa")) > 0


def test_articles_that_share_only_a_state_are_not_alike() -> None:
    assert likeness(profile("a", {"north-korea": 3.0}), profile("b", {"north-korea": 3.0})) == 0


def test_an_undated_article_joins_the_event_it_is_most_like_and_takes_its_month() -> None:
    found = group_same_events(
        [
            profile("a", VISIT, header("2023-07-26"), "besøk parade"),
            profile("b", SUMMIT, header("2023-09"), "romsenter toget"),
            profile("c", VISIT, None, "besøg parade"),
        ]
    )
    assert [pair[:2] for pair in found.pairs] == [("a", "c")]
    assert found.published["c"] == Published("2023-07", Basis.CORPUS, seed="a")


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("2023-07-26", "2023-07-28", True),
        ("2023-07-26", "2023-08-26", False),
        ("2023-07", "2023-07-28", True),
        ("2023-07", "2023-08", False),
        ("2023", "2023-08", True),
    ],
)
def test_dates_that_cannot_both_be_true_keep_articles_apart(one: str, other: str, *, linked: bool) -> None:
    found = group_same_events([profile("a", VISIT, header(one), "møte"), profile("b", VISIT, header(other), "møde")])
    assert bool(found.pairs) is linked


@pytest.mark.parametrize(
    ("words", "weekdays", "linked"),
    [
        (("streik", "avstemning"), ("1", "1"), True),
        (("streik", "avstemning"), ("", ""), False),
        (("streik", "avstemning"), ("1", "4"), False),
        (("streik møte tog", "streik parade brua"), ("1", "4"), False),
        (("streik møte tog", "streik parade brua"), ("1", "2"), True),
        (("streik møte tog", "streik møte tog"), ("1", "4"), True),
    ],
    ids=[
        "other words, one day",
        "other words",
        "other words and day",
        "some words, other day",
        "next day",
        "all words",
    ],
)
def test_the_same_people_make_one_event_by_its_words_or_by_its_day(
    words: tuple[str, str], weekdays: tuple[str, str], *, linked: bool
) -> None:
    who = {"kari-moe": 3.0, "ola-lie": 3.0, "per-dal": 3.0}
    one, other = (
        profile(stem, who, header("2023-07"), *told) for stem, *told in zip("ab", words, weekdays, strict=True)
    )
    assert bool(group_same_events([one, other]).pairs) is linked


@pytest.mark.parametrize(
    ("acting", "more", "linked"),
    [((), 3, False), (("per-dal",), 3, True), (("hospital", "council", "region"), 3, True), ((), 0, True)],
    ids=["they only speak", "one person acts", "three bodies act", "hardly anybody else"],
)
def test_where_words_hardly_agree_those_in_common_must_do_something_in_both(
    acting: tuple[str, ...], more: int, *, linked: bool
) -> None:
    both = {"per-dal": 1.0, "hospital": 0.5, "council": 0.5, "region": 0.5}
    profiles = [
        replace(
            profile(stem, both | {f"{stem}{number}": 1.2 for number in range(more)}, header("2023-07"), "møte", "1"),
            matter={"m": 1.0, stem: 2.4},
            acting=frozenset(acting),
            people=frozenset({"per-dal"}),
        )
        for stem in "ab"
    ]
    assert bool(group_same_events(profiles).pairs) is linked


@pytest.mark.parametrize(
    ("people", "matter", "linked"),
    [(("kari-moe", "ola-lie"), 1.8, True), (("kari-moe",), 1.8, False), (("kari-moe",), 0.7, True)],
    ids=["two people", "one", "one, in the same words"],
)
def test_the_next_day_a_prime_minister_may_be_in_other_news(
    people: tuple[str, ...], matter: float, *, linked: bool
) -> None:
    who = {"kari-moe": 2.0, "ola-lie": 2.0, "parliament": 1.0}
    profiles = [
        replace(
            profile(stem, who, header("2023-07"), "møte", day),
            matter={"m": 1.0, stem: matter},
            people=frozenset(people),
        )
        for stem, day in ("a1", "b2")
    ]
    assert bool(group_same_events(profiles).pairs) is linked


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [("havsula", "nordvind", False), ("havsula", "havsula", True), ("havsula", "", True)],
    ids=["two ships", "one ship", "a ship that only one names"],
)
def test_news_of_two_ships_is_not_one_event(one: str, other: str, *, linked: bool) -> None:
    who = {"kari-moe": 3.0, "coastguard": 3.0}
    profiles = [
        replace(
            profile(stem, who | ({f"thing:{ship}": 0.7} if ship else {}), header("2023-07"), "grunn skip slep"),
            named=frozenset(who),
            matter={"m": 1.0, stem: 1.0},
            things=frozenset({f"thing:{ship}"} if ship else ()),
        )
        for stem, ship in (("a", one), ("b", other))
    ]
    assert bool(group_same_events(profiles).pairs) is linked


DATED_BY: list[tuple[str, str | None]] = [
    ("a trial, and a judgment a month later on another weekday of the same court's week", "2025-04"),
    ("an undated article to the day a year after", "2025-10"),
    ("what a court found in May of last year, told where a contract is at stake", "2025"),
    ("what one town did in May of last year is not what two that share a mayor do now", None),
    ("a report three weeks after a day it names", "2025-03"),
]


@pytest.mark.parametrize(("claim", "value"), DATED_BY, ids=[claim for claim, _ in DATED_BY])
def test_an_undated_article_is_dated_by_how_long_ago_it_tells_anothers_news_to_be(
    claim: str, value: str | None
) -> None:
    pair = next(pair for pair in PAIRS if pair["claim"] == claim)
    seeds = [read_seed(f"{name}.txt", (pair[name] or "").encode())[0] for name in ("one", "two")]
    corpus = read_corpus([extract(to_article(seed)) for seed in seeds if seed])
    published = corpus.entries[1].extraction.published
    assert (published.value if published else None, published.basis if published else None) == (
        value,
        Basis.CORPUS if value else None,
    )


REACTING = {"antonio-guterres": 1.4, "kaja-kallas": 1.0, "lars-lokke-rasmussen": 1.0}


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ({"mali": 0.6}, {"georgia": 0.5}, False),
        ({"mali": 0.6, "norway": 0.4}, {"mali": 0.4, "denmark": 0.6}, True),
        ({"mali": 0.6, "denmark": 0.1}, {"georgia": 0.5, "denmark": 0.1}, False),
        ({"mali": 0.1}, {"georgia": 0.5}, True),
        ({"mali": 0.6, "place:doha": 0.5}, {"georgia": 0.5, "place:doha": 0.5}, True),
    ],
    ids=["two countries", "seen from home", "home beside them", "hardly named", "one place"],
)
def test_those_who_comment_on_much_do_not_join_news_of_two_countries(
    one: dict[str, float], other: dict[str, float], *, linked: bool
) -> None:
    told = "fordømmer avtale generalsekretær"
    both = [
        profile("a", REACTING | one, words=told),
        profile("b", REACTING | other, words=told + " kupp soldater mange flere ord"),
    ]
    named = [
        replace(
            each,
            named=frozenset(actor for actor in each.actors if actor in REACTING or actor.startswith("place:")),
            matter=matter,
        )
        for each, matter in zip(both, ({"a": 1.0, "b": 2.0}, {"b": 1.0, "c": 4.0, "a": 0.1}), strict=True)
    ]
    assert bool(group_same_events(named).pairs) is linked


def test_those_named_at_the_edge_of_both_do_not_make_one_event() -> None:
    who = {"johannes-klabo": 1.0, "cas": 0.5, "place:beitostolen": 0.4}
    one = profile("a", who | {"tiril-dahle": 4.0, "geir-dahle": 3.0}, words="sprint start løp fart")
    other = profile("b", who | {"alesia-mo": 4.0, "ebba-lind": 3.0}, words="sprint start løp fart")
    assert likeness(one, other) == 0


def test_an_article_that_refers_back_to_another_is_not_on_its_event() -> None:
    alike = [profile("a", VISIT, header("2023-07"), "møte"), profile("b", VISIT, None, "møde")]
    assert group_same_events(alike).pairs
    assert not group_same_events(alike, frozenset({("a", "b")})).pairs


def test_a_date_from_the_text_is_made_finer_but_never_contradicted() -> None:
    year = Published("2023", Basis.TEXT)
    found = group_same_events([profile("a", VISIT, header("2023-07"), "møte"), profile("b", VISIT, year, "møde")])
    assert found.published["b"].value == "2023-07"
    other = Published("2022", Basis.TEXT)
    found = group_same_events([profile("a", VISIT, header("2023-07"), "møte"), profile("b", VISIT, other, "møde")])
    assert found.published["b"] == other


profiles = st.lists(
    st.builds(
        profile,
        st.text("abcdefgh", min_size=1, max_size=3),
        st.dictionaries(st.sampled_from(["p", "q", "r", "north-korea"]), st.floats(0.1, 5), min_size=1),
        st.sampled_from(
            [None, header("2023-07"), header("2023-07-26"), header("2023-09"), Published("2023", Basis.TEXT)]
        ),
        st.sampled_from(["møte", "møte toget", "parade"]),
    ),
    max_size=8,
    unique_by=lambda one: one.stem,
)


@given(profiles, st.randoms())
def test_the_order_of_the_articles_makes_no_difference(found: list[Profile], random: Random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert group_same_events(found) == group_same_events(shuffled)


@given(profiles)
def test_no_pair_on_one_event_has_dates_that_exclude_each_other(found: list[Profile]) -> None:
    groups = group_same_events(found)
    months = {stem: published.value[:7] for stem, published in groups.published.items() if len(published.value) > 4}
    assert all(months[a] == months[b] for a, b, _ in groups.pairs if a in months and b in months)


PAIRS: list[dict[str, str | None]] = yaml.safe_load((FIXTURES / "pairs.yml").read_text(encoding="utf-8"))
LINKS = {
    "same event": {"one": [("two", Why.SAME_EVENT)], "two": [("one", Why.SAME_EVENT)]},
    "background": {"one": [], "two": [("one", Why.BACKGROUND)]},
    None: {"one": [], "two": []},
}


@pytest.mark.parametrize("pair", PAIRS, ids=[str(pair["claim"]) for pair in PAIRS])
def test_two_articles_are_linked_by_what_happened_not_by_who_tells_it(pair: dict[str, str | None]) -> None:
    seeds = [read_seed(f"{name}.txt", (pair[name] or "").encode())[0] for name in ("one", "two")]
    corpus = read_corpus([extract(to_article(seed)) for seed in seeds if seed])
    assert {entry.stem: [(link.stem, link.why) for link in entry.links] for entry in corpus.entries} == LINKS[
        pair["link"]
    ]


@pytest.mark.parametrize(("day", "stems"), [("2025-07-17", ["one"]), ("2025-07-16", [])], ids=["Thursday", "Wednesday"])
def test_an_article_of_a_month_refers_to_the_day_of_that_month_which_is_the_weekday_it_names(
    day: str, stems: list[str]
) -> None:
    one = f"""date {day}
Velt i rundkjøringa

Tjue syklistar gjekk i bakken i Skjervøy. Anders Tveit braut kragebeinet. Per Aalrud vann.

– Vakta såg på telefonen, seier lagleiar Tone Bakken.
"""
    two = """date 2025-07
– Mamma ringde klokka seks

Per Aalrud (22) overtok leiinga torsdag, då Anders Tveit braut kragebeinet i Skjervøy.

– Han sende melding. Då grein eg, seier Aalrud.
"""
    seeds = [read_seed(f"{name}.txt", words.encode())[0] for name, words in (("one", one), ("two", two))]
    extractions = [extract(to_article(seed)) for seed in seeds if seed]
    ids = identify(extractions).ids
    earlier = to_profile(extractions[0], ids[0], salient(extractions[0]))
    assert [link.stem for link in find_background(extractions[1], ids[1], [earlier], {})] == stems


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("date 2023-02\n", "torsdag 29. februar"),
        ("date 0001-01-01\n", "mandag"),
        ("date 0001-01-01\n", "torsdag 2. januar"),
        ("date 0001-01-01\n", "tirsdag i forrige uke"),
        ("date 9999-12-31\n", "fredag 31. desember"),
    ],
)
def test_days_that_a_year_or_the_calendar_has_not_stop_no_build(header: str, day: str) -> None:
    told = "Møte i Bergen\n\nMinister Kari Dahl møtte direktør Ola Moe i Bergen {}. De skrev under, sier Per Vik."
    for second in (told.format(day), header + told.format(day)):
        texts = (header + told.format("onsdag"), second)
        seeds = [read_seed(f"{name}.txt", text.encode())[0] for name, text in zip(("one", "two"), texts, strict=True)]
        corpus = read_corpus([extract(to_article(seed)) for seed in seeds if seed])
        assert [entry.stem for entry in corpus.entries] == ["one", "two"]


@pytest.mark.parametrize("header", ["date 2025-06-20\n", "date 2025-06\n"])
def test_a_day_that_is_told_only_about_stops_no_build(header: str) -> None:
    told = "Møte i Bergen\n\nMinister Kari Dahl {} direktør Ola Moe i Bergen {}. De skrev under, sier Per Vik."
    texts = (
        header + told.format("møtte", "for to uker siden"),
        told.format("skal møte", "6. juni"),
        told.format("møtte", "omtrent to uker etter 3. juni 2025"),
    )
    sidecars = (None, None, b"published: 2025-06-20~\n")
    seeds = [
        read_seed(f"{number}.txt", text.encode(), sidecar)[0]
        for number, (text, sidecar) in enumerate(zip(texts, sidecars, strict=True))
    ]
    corpus = read_corpus([extract(to_article(seed)) for seed in seeds if seed])
    assert [entry.stem for entry in corpus.entries] == ["0", "1", "2"]
