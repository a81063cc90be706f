"""The briefing that the build offers for one article."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefings.briefing import MAX_TITLE, best_role, brief, to_title
from briefings.excerpt import Linked, to_excerpt
from briefings.findings import Entity, Event, Extraction, Mention, MentionType, Place, Role, Sentence, Source, Statement
from briefings.model import ActorType, Article, Basis, Facts, Kind, Paragraph, Published, Seed, StatementKind, Why
from briefings.page_values import ActorRef, Related, Run

_LEAD = "Norges statsminister Nils Eik\nmøtte Kari Bøe i Oslo onsdag, og Nils Eiks råd var klart."


def _extraction(*blocks: tuple[Kind, str], facts: Facts | None = None) -> Extraction:
    text, paragraphs = "", []
    for number, (kind, words) in enumerate(blocks, start=1):
        paragraphs.append(Paragraph(number, kind, "nb", len(text), len(text) + len(words), len(text) + len(words)))
        text += words + "\n\n"
    sentences = tuple(
        Sentence(one.start, one.end, one.n) for one in paragraphs if one.kind not in {Kind.BOILERPLATE, Kind.CREDIT}
    )
    article = Article(Seed("a.txt", text, facts or Facts()), "nb", tuple(paragraphs))
    return Extraction(article, sentences, (), (), (), (), (), None)


def _entity(extraction: Extraction, name: str, kind: ActorType, *roles: str) -> Entity:
    text = extraction.article.text

    def at(offset: int) -> int:
        return next(one.n for one in extraction.article.paragraphs if one.start <= offset < one.end)

    mentions = tuple(
        Mention(one.group(), one.start(), one.end(), at(one.start()), MentionType(kind.value), "test", 1.0)
        for one in re.finditer(f"{name}s?", text)
    )
    found = tuple(
        Role(role, one.start(), one.end(), at(one.start())) for role in roles for one in re.finditer(role, text)
    )
    return Entity(name, kind, mentions, found)


def _with_people(*blocks: tuple[Kind, str]) -> Extraction:
    extraction = _extraction(*blocks)
    entities = (
        _entity(extraction, "Norge", ActorType.STATE),
        _entity(extraction, "Nils Eik", ActorType.PERSON, "Norges statsminister"),
        _entity(extraction, "Kari Bøe", ActorType.PERSON),
    )
    return replace(extraction, entities=tuple(one for one in entities if one.mentions))


_IDS = ("norway", "nils-eik", "kari-boe")


def test_the_title_is_the_sidecars_then_the_headline() -> None:
    blocks = ((Kind.HEADLINE, "Brua\nstenges"), (Kind.LEAD, _LEAD))
    assert to_title(_extraction(*blocks)) == "Brua stenges"
    assert to_title(_extraction(*blocks, facts=Facts(title="Brua blir stengt"))) == "Brua blir stengt"


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("Kommunen stenger brua.", "Kommunen stenger brua"),
        (
            "Den svenske forsvarsministeren Per Li ble tatt imot med musikk da han landet i Oslo sent onsdag kveld.",
            "Den svenske forsvarsministeren Per Li ble tatt imot med musikk…",
        ),
        (
            "Et endnu ikke fastsat antal embedsmænd får i næste uge besøg af den svenske statsminister, Per Li.",
            "Et endnu ikke fastsat antal embedsmænd får i næste uge besøg af den svenske statsminister…",
        ),
    ],
)
def test_without_a_headline_the_title_is_the_lead_cut_where_a_clause_ends(lead: str, title: str) -> None:
    assert to_title(_extraction((Kind.LEAD, lead))) == title


def test_a_correction_or_caption_first_does_not_become_the_title() -> None:
    blocks = ((Kind.CORRECTION, "Rettelse: Vi tok feil."), (Kind.CAPTION, "To menn."), (Kind.LEAD, "Brua stenges."))
    assert to_title(_extraction(*blocks)) == "Brua stenges"


@given(st.text(min_size=1, max_size=300))
def test_a_title_is_never_empty_long_or_invented(words: str) -> None:
    extraction = _extraction((Kind.LEAD, words))
    title = to_title(extraction)
    assert title
    if title != extraction.article.seed.stem:
        assert len(title) <= MAX_TITLE + 11
        assert " ".join(words.split()).startswith(title.removesuffix("…").strip())


def test_actors_come_with_their_role_the_salient_first_and_hidden_ones_not_at_all() -> None:
    extraction = _with_people((Kind.LEAD, _LEAD))
    assert brief(extraction, _IDS, ()).actors == (
        ActorRef("nils-eik", "Norges statsminister"),
        ActorRef("kari-boe"),
        ActorRef("norway"),
    )
    assert brief(extraction, (None, None, "kari-boe"), ()).actors == (ActorRef("kari-boe"),)


def test_two_entities_that_are_one_actor_are_listed_once() -> None:
    assert brief(_with_people((Kind.LEAD, _LEAD)), ("norway", "nils-eik", "nils-eik"), ()).actors == (
        ActorRef("nils-eik", "Norges statsminister"),
        ActorRef("norway"),
    )


def test_one_id_is_needed_for_each_entity() -> None:
    with pytest.raises(ValueError, match="2 ids for 3 entities"):
        brief(_with_people((Kind.LEAD, _LEAD)), ("a", "b"), ())


def _role(text: str, start: int, at: int) -> Role:
    return Role(text, start, start + len(text), at)


@pytest.mark.parametrize(
    ("roles", "best"),
    [
        ((), None),
        ((_role("president", 0, 1), _role("Russlands president", 90, 2)), "Russlands president"),
        ((_role("Nord-Koreas diktator", 0, 1), _role("Nord-Koreas leder", 9, 2), _role("Nord-Koreas leder", 99, 3)),
         "Nord-Koreas leder"),
        ((_role("russiske utenriksministeren", 0, 9), _role("Russlands forsvarsminister", 90, 2)),
         "Russlands forsvarsminister"),
        ((_role("Diktator", 0, 1), _role("diktator", 50, 2), _role("leder", 20, 1)), "Diktator"),
    ],
)  # fmt: skip
def test_the_role_shown_is_full_from_the_article_and_frequent(roles: tuple[Role, ...], best: str | None) -> None:
    entity = Entity("X", ActorType.PERSON, (), roles)
    assert best_role([entity], captions={9}) == best


def test_key_points_name_actors_with_their_genitive_once_a_sentence() -> None:
    excerpt = to_excerpt(
        _LEAD, 0, len(_LEAD), 4, [Linked(0, 6, "norway"), Linked(21, 29, "nils-eik"), Linked(62, 71, "nils-eik")]
    )
    assert excerpt.at == 4
    assert excerpt.runs == (
        Run("Norges", "norway"),
        Run(" statsminister "),
        Run("Nils Eik", "nils-eik"),
        Run(" møtte Kari Bøe i Oslo onsdag, og Nils Eiks råd var klart."),
    )


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=6))
def test_runs_always_give_back_the_words_on_one_line(text: str, spans: list[tuple[int, int]]) -> None:
    links: list[Linked] = []
    for start, length in sorted(spans):
        if (not links or links[-1].end <= start) and start + length <= len(text):
            links.append(Linked(start, start + length, f"a{start}"))
    excerpt = to_excerpt(text, 0, len(text), 1, links)
    assert excerpt.text == " ".join(text.split())


def test_the_timeline_is_sorted_by_date_then_place_and_says_nothing_twice() -> None:
    extraction = _extraction((Kind.LEAD, "Brua ble åpnet i 1954."), (Kind.PARAGRAPH, "Den ble malt i mai 1953."))
    first, second = extraction.sentences
    text = extraction.article.text
    opened = Event("1954", text[first.start : first.end], first.start, first.end, 1, "1954")
    painted = Event("1953-05", text[second.start : second.end], second.start, second.end, 2, "mai 1953")
    lines = brief(replace(extraction, events=(opened, painted, opened)), (), ()).timeline
    assert [(one.date, one.excerpt.text, one.excerpt.at) for one in lines] == [
        ("1953-05", "Den ble malt i mai 1953.", 2),
        ("1954", "Brua ble åpnet i 1954.", 1),
    ]


def test_the_timeline_has_no_speech_without_the_name_of_who_speaks() -> None:
    texts = ("– Jeg inviterer til møte 12. november, sier han.", "– Vi åpner 3. mai, sier Kari Bøe.")
    extraction = _extraction((Kind.LEAD, "Det er kaldt."), *((Kind.PARAGRAPH, text) for text in texts))
    days = ("12. november", "3. mai")
    events = tuple(
        Event(date, text, one.start, one.end, one.at, said)
        for date, said, text, one in zip(
            ("2024-11-12", "2024-05-03"), days, texts, extraction.sentences[1:], strict=True
        )
    )
    statements = tuple(
        _said(extraction, StatementKind.QUOTE, words, who)
        for words, who in (("Jeg inviterer til møte 12. november", "han"), ("Vi åpner 3. mai", "Kari Bøe"))
    )
    lines = brief(replace(extraction, events=events, statements=statements), (), ()).timeline
    assert [one.date for one in lines] == ["2024-05-03"]


@pytest.mark.parametrize(
    ("blocks", "line", "at"),
    [
        pytest.param(
            [["Retten har dømt to menn.", "Det melder NTB onsdag."]],
            "Retten har dømt to menn. Det melder NTB onsdag.",
            1,
            id="both sentences of one paragraph",
        ),
        pytest.param(
            [["Saken er lang.", "Retten har dømt to menn."], ["Det opplyser politiet onsdag."]],
            "Retten har dømt to menn.",
            1,
            id="the last sentence of the paragraph before",
        ),
        pytest.param(
            [["To menn ble pågrepet tirsdag."], ["Det opplyser politiet onsdag."]],
            "Det opplyser politiet onsdag.",
            2,
            id="not what has a date of its own",
        ),
        pytest.param(
            [["Retten har talt."], ["Det sier NTB at to ble frikjent onsdag."]],
            "Det sier NTB at to ble frikjent onsdag.",
            2,
            id="not where the sentence tells it itself",
        ),
        pytest.param([["Det opplyser politiet onsdag."]], "Det opplyser politiet onsdag.", 1, id="nothing before it"),
    ],
)
def test_the_timeline_tells_what_happened_rather_than_who_said_so(blocks: list[list[str]], line: str, at: int) -> None:
    extraction = _extraction(*((Kind.PARAGRAPH, " ".join(block)) for block in blocks))
    text = extraction.article.text
    sentences = tuple(
        Sentence(text.index(words), text.index(words) + len(words), n)
        for n, block in enumerate(blocks, start=1)
        for words in block
    )
    days = {"tirsdag": "2025-03-04", "onsdag": "2025-03-05"}
    events = tuple(
        Event(date, text[one.start : one.end], one.start, one.end, one.at, said)
        for one in sentences
        for said, date in days.items()
        if said in text[one.start : one.end]
    )
    lines = brief(replace(extraction, sentences=sentences, events=events), (), ()).timeline
    assert (lines[-1].date, lines[-1].excerpt.text, lines[-1].excerpt.at) == ("2025-03-05", line, at)


def _said(
    extraction: Extraction, kind: StatementKind, words: str, who: str | None, entity: int | None = None
) -> Statement:
    text = extraction.article.text
    start = text.index(words)
    source = Source(who, text.index(who), text.index(who) + len(who), entity) if who else None
    at = text.count("\n\n", 0, start) + 1
    return Statement(kind, words, start, start + len(words), at, source)


def test_a_speaker_is_shown_by_full_name_and_an_unnamed_one_as_worded() -> None:
    extraction = _with_people((Kind.PARAGRAPH, "Nils Eik smilte. Brua er fin, sa han, ifølge to  kilder."))
    quote = replace(_said(extraction, StatementKind.QUOTE, "Brua er fin", "han", 0),
                    via=(Source("to  kilder", 46, 56, None),))  # fmt: skip
    (line,) = brief(replace(extraction, statements=(quote,)), ("nils-eik",), ()).statements
    assert line.speaker == Run("Nils Eik", "nils-eik")
    assert line.via == (Run("to kilder"),)
    assert line.excerpt.text == "Brua er fin"


def test_fragments_are_listed_only_where_nothing_else_tells_them() -> None:
    claim = "Nils Eik sier at brua er «trygg nok»."
    extraction = _with_people(
        (Kind.PARAGRAPH, claim), (Kind.PARAGRAPH, "Møtet var «svært nyttig», og «helt annerledes».")
    )
    reported = _said(extraction, StatementKind.REPORTED, claim, "Nils Eik", 0)
    inside = _said(extraction, StatementKind.FRAGMENT, "trygg nok", "Nils Eik", 0)
    own = _said(extraction, StatementKind.FRAGMENT, "svært nyttig", "Nils Eik", 0)
    nobodys = _said(extraction, StatementKind.FRAGMENT, "helt annerledes", None)
    lines = brief(replace(extraction, statements=(reported, inside, own, nobodys)), ("nils-eik",), ()).statements
    assert [line.excerpt.text for line in lines] == [claim, "svært nyttig"]


def test_two_claims_of_one_speaker_in_one_sentence_are_one_line_those_of_two_are_two() -> None:
    words = "Nils Eik stadfestar turen, men nektar for at Kari Bøe kravde han."
    extraction = _with_people((Kind.PARAGRAPH, words))
    eik = _said(extraction, StatementKind.REPORTED, words, "Nils Eik", 0)
    boe = _said(extraction, StatementKind.REPORTED, words, "Kari Bøe", 1)
    lines = brief(replace(extraction, statements=(eik, eik, boe)), ("nils-eik", "kari-boe"), ()).statements
    assert [line.speaker for line in lines] == [Run("Nils Eik", "nils-eik"), Run("Kari Bøe", "kari-boe")]


def test_a_sentence_that_only_gives_the_source_is_not_listed_beside_its_claim() -> None:
    extraction = _with_people((Kind.PARAGRAPH, "Brua er trygg."), (Kind.PARAGRAPH, "Det sier Nils Eik."))
    claim = _said(extraction, StatementKind.REPORTED, "Brua er trygg.", "Nils Eik", 0)
    source = _said(extraction, StatementKind.REPORTED, "Det sier Nils Eik.", "Nils Eik", 0)
    lines = brief(replace(extraction, statements=(claim, source)), ("nils-eik",), ()).statements
    assert [line.excerpt.text for line in lines] == ["Brua er trygg."]


def test_date_basis_places_and_links_are_passed_on() -> None:
    extraction = _extraction((Kind.LEAD, "Fra Oslo til Bergen og Oslo."))
    mentions = [Mention(name, start, start + len(name), 1, MentionType.PLACE, "test", 1.0)
                for name, start in (("Oslo", 4), ("Bergen", 13))]  # fmt: skip
    extraction = replace(
        extraction,
        places=(Place("Bergen", (mentions[1],)), Place("Oslo", (mentions[0],))),
        published=Published("2023-09", Basis.CORPUS, seed="003_a"),
    )
    related = (Related("2023-09-x", Why.SAME_EVENT),)
    briefing = brief(extraction, (), related)
    assert (briefing.date, briefing.date_basis) == ("2023-09", "corpus 003_a")
    assert briefing.places == ("Oslo", "Bergen")
    assert briefing.related == related


def test_the_summary_leaves_out_the_times_of_a_running_list() -> None:
    words = "Kl. 06.45: Politiet leitar etter ein mann som er sakna på fjellet."
    assert brief(_extraction((Kind.PARAGRAPH, words)), (), ()).summary == words.removeprefix("Kl. 06.45: ")


@pytest.mark.parametrize("dateline", ["KARLSKRONA (VG) ", "FLATANGER: ", "OSLO/BERGEN (NTB): ", "KYIV (AP) — "])
def test_a_bottom_line_leaves_out_the_dateline(dateline: str) -> None:
    words = "Politiet leitar etter ein mann som er sakna på fjellet sidan laurdag."
    assert brief(_extraction((Kind.PARAGRAPH, dateline + words)), (), ()).summary == words


def test_a_bottom_line_keeps_capitals_that_are_no_dateline() -> None:
    words = "USA og Kina leitar etter ein mann som er sakna på fjellet sidan laurdag."
    assert brief(_extraction((Kind.PARAGRAPH, words)), (), ()).summary == words


def test_the_summary_is_on_one_line() -> None:
    assert brief(_with_people((Kind.LEAD, _LEAD)), _IDS, ()).summary == " ".join(_LEAD.split())
