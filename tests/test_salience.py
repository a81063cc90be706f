"""Which actors an article is about."""

from __future__ import annotations

import re

import pytest

from briefings.findings import Entity, Extraction, Mention, MentionType, Role, Sentence, Source, Statement
from briefings.model import ActorType, Article, Kind, Paragraph, Seed, StatementKind
from briefings.salience import salient, weigh

_TYPES = {
    "Kari Bøe": ActorType.PERSON,
    "Ola Moen": ActorType.PERSON,
    "Reuters": ActorType.ORGANISATION,
    "Kreml": ActorType.ORGANISATION,
    "Norge": ActorType.STATE,
    "Chile": ActorType.STATE,
    "Polen": ActorType.STATE,
    "Bondelaget": ActorType.ORGANISATION,
    "Rogaland tingrett": ActorType.ORGANISATION,
}


def _extraction(
    *blocks: tuple[Kind, str],
    said: tuple[tuple[StatementKind, str, str], ...] = (),
    role: tuple[str, str] | None = None,
) -> Extraction:
    """Build an article; `said` gives each statement's kind, words and source, `role` an actor and its role."""
    text, paragraphs = "", []
    for number, (kind, words) in enumerate(blocks, start=1):
        paragraphs.append(Paragraph(number, kind, "nb", len(text), len(text) + len(words), len(text) + len(words)))
        text += words + "\n\n"

    def at(offset: int) -> int:
        return next(one.n for one in paragraphs if one.start <= offset < one.end)

    names = sorted((name for name in _TYPES if name in text), key=text.index)
    entities = tuple(
        Entity(
            name,
            _TYPES[name],
            tuple(
                Mention(one[0], *one.span(), at(one.start()), MentionType(_TYPES[name].value), "test", 1.0)
                for one in re.finditer(rf"{name}(?:s\b)?", text)
            ),
            (Role(role[1], text.index(role[1]), text.index(role[1]) + len(role[1]), 1),)
            if role and role[0] == name
            else (),
        )
        for name in names
    )
    statements = tuple(
        Statement(
            kind,
            words,
            text.index(words),
            text.index(words) + len(words),
            at(text.index(words)),
            Source(who, text.index(who), text.index(who) + len(who), names.index(who) if who in names else None),
        )
        for kind, words, who in said
    )
    sentences = tuple(Sentence(one.start, one.end, one.n) for one in paragraphs)
    article = Article(Seed("a.txt", text), "nb", tuple(paragraphs))
    return Extraction(article, sentences, entities, (), (), statements, (), None)


def _salient(extraction: Extraction) -> set[str]:
    return {extraction.entities[index].name for index in salient(extraction)}


@pytest.mark.parametrize(
    "extraction",
    [
        _extraction((Kind.HEADLINE, "Kari Bøe stenger brua")),
        _extraction((Kind.LEAD, "I går stengte Kari Bøe den gamle brua.")),
        _extraction((Kind.PARAGRAPH, "Kari Bøe stenger brua.")),
        _extraction((Kind.PARAGRAPH, "I går stengte ordfører Kari Bøe brua."), role=("Kari Bøe", "ordfører")),
        _extraction((Kind.PARAGRAPH, "Nei, sa Kari Bøe."), said=((StatementKind.QUOTE, "Nei", "Kari Bøe"),)),
    ],
    ids=["in the headline", "in the lead", "acts", "has a role", "speaks"],
)
def test_who_acts_speaks_or_is_led_with_is_salient(extraction: Extraction) -> None:
    assert _salient(extraction) == {"Kari Bøe"}


@pytest.mark.parametrize(
    "extraction",
    [
        _extraction((Kind.PARAGRAPH, "Prisene stiger i land som Chile.")),
        _extraction((Kind.PARAGRAPH, "En bok om Kari Bøe kom i fjor.")),
        _extraction((Kind.CAPTION, "Et bilde av ordfører Kari Bøe."), role=("Kari Bøe", "ordfører")),
        _extraction((Kind.CORRECTION, "Rettelse: Chile ble først nevnt.")),
    ],
    ids=["comparison", "passing mention", "only in a caption", "only in a correction"],
)
def test_mere_context_is_not_salient(extraction: Extraction) -> None:
    assert _salient(extraction) == set()


def test_who_only_reports_is_not_salient_however_often() -> None:
    lines = [(Kind.PARAGRAPH, f"Avtale {number} er klar, melder Reuters.") for number in range(6)]
    said = tuple((StatementKind.REPORTED, words, "Reuters") for _, words in lines)
    assert _salient(_extraction(*lines, said=said)) == set()


def test_a_body_whose_unnamed_spokesman_speaks_is_salient() -> None:
    words = "En talsperson for Kreml sier at avtalen er klar."
    said = ((StatementKind.REPORTED, words, "En talsperson for Kreml"),)
    assert _salient(_extraction((Kind.PARAGRAPH, words), said=said)) == {"Kreml"}


def test_a_state_is_salient_when_the_article_keeps_coming_back_to_it() -> None:
    lines = [(Kind.PARAGRAPH, f"Handelen med Norge økte i år {number}.") for number in range(5)]
    assert _salient(_extraction(*lines[:3])) == set()
    assert _salient(_extraction(*lines)) == {"Norge"}


def test_every_reason_can_be_shown() -> None:
    extraction = _extraction((Kind.HEADLINE, "Kari Bøe stenger brua"))
    assert {reason.name for reason in weigh(extraction)[0]} == {
        "person",
        "in the headline",
        "acts",
        "opens a sentence",
    }


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Norge og Chile undertegnet avtalen tirsdag.", {"Norge", "Chile"}),
        ("Kreml, som eier huset, fordømte salget.", {"Kreml"}),
        ("Prisen steg da Norge åpnet feltet.", set()),
        ("Reisen gikk gjennom Norge mandag.", set()),
        ("Norges havner ble stengt.", set()),
        ("Både Norge og Chile bakker opp.", {"Norge", "Chile"}),
        ("Det samme har Kreml.", {"Kreml"}),
        ("Det er Kreml som skal betale.", {"Kreml"}),
        ("Toget, som Norge betaler, er et Kreml som ingen liker.", {"Norge"}),
    ],
    ids=[
        "subjects joined",
        "apposition between",
        "circumstance",
        "only a place",
        "only an owner",
        "any present tense",
        "the same",
        "cleft",
        "no cleft",
    ],
)
def test_a_state_or_body_is_salient_where_it_acts_itself(sentence: str, about: set[str]) -> None:
    assert _salient(_extraction((Kind.PARAGRAPH, "I går ble det mye prat."), (Kind.PARAGRAPH, sentence))) == about


def test_a_body_that_only_a_figure_is_taken_from_is_not_salient() -> None:
    words = "Det bor 400 her, ifølge Kreml."
    assert _salient(_extraction((Kind.PARAGRAPH, words), said=((StatementKind.REPORTED, words, "Kreml"),))) == set()


def test_who_is_named_together_with_others_is_told_who_they_are() -> None:
    assert _salient(_extraction((Kind.PARAGRAPH, "I går lette folk etter søsknene Kari Bøe og Ola Moen."))) == {
        "Kari Bøe",
        "Ola Moen",
    }
    assert _salient(_extraction((Kind.PARAGRAPH, "I går lette folk etter noe som Kari Bøe og Ola Moen eide."))) == set()


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("I går takket han Norge, Chile og Polen for hjelpen.", {"Norge", "Chile", "Polen"}),
        ("Ho skuldar Norge for å ha brote avtalen.", {"Norge"}),
        ("I kaia lå to skip, hvor to mann støtter Norge hver søndag.", set()),
        ("Rundt bordet satt utsendinger fra Norge, Chile og Polen.", {"Norge", "Chile", "Polen"}),
        ("Ved bordet sad diplomater fra Chile.", {"Chile"}),
        ("På bordet lå en vase fra Chile.", set()),
        ("Ordføraren fekk det til saman med Bondelaget.", {"Bondelaget"}),
        ("Han sammenlignet Bondelaget med et orkester.", set()),
        ("I Bondelaget er uroa stor.", {"Bondelaget"}),
        ("Hos Bondelaget var formand Jens Due mere afmålt.", {"Bondelaget"}),
        ("I Bondelaget er det mange medlemer.", set()),
        ("Fredag ble han dømt til fem års fengsel i Rogaland tingrett.", {"Rogaland tingrett"}),
        ("Saken starter i Rogaland tingrett på mandag.", set()),
        ("Bondelaget, som organiserer de fleste, er avventende.", {"Bondelaget"}),
        ("Bondelaget er i Oslo.", set()),
        ("Bondelaget sin nestleder, Per Bie, er uenig.", set()),
        ("Bondelaget skummer av raseri.", {"Bondelaget"}),
        ("I fjor opphevet Bondelaget hele ordningen.", set()),
        ("Men Bondelaget opphevet hele ordningen.", {"Bondelaget"}),
        ("Bondelaget ventes å komme med sitt svar i morgen.", {"Bondelaget"}),
        ("Til møtet var også Norge invitert.", {"Norge"}),
        ("Der er også Norge invitert.", set()),
        ("Norge var også til stede.", {"Norge"}),
        ("Reglen var godkendt af Bondelaget, så sent som i går.", set()),
        ("Analytiker Per Bie i laget Bondelaget hadde ventet mer.", set()),
    ],
)
def test_a_state_or_body_is_salient_where_it_is_dealt_with_or_takes_part(sentence: str, about: set[str]) -> None:
    found = _salient(_extraction((Kind.PARAGRAPH, "I går ble det mye prat."), (Kind.PARAGRAPH, sentence)))
    assert found - {"Per Bie"} == about


def test_a_state_is_salient_where_it_is_named_twice_and_its_minister_speaks() -> None:
    said = ((StatementKind.QUOTE, "Vi venter", "Kari Bøe"),)
    once = (Kind.QUOTE, "– Vi venter, sier Polens statsminister Kari Bøe.")
    again = (Kind.PARAGRAPH, "Grensen mot Polen er åpen.")
    role = ("Kari Bøe", "Polens statsminister")
    assert _salient(_extraction(once, said=said, role=role)) == {"Kari Bøe"}
    assert _salient(_extraction(once, again, said=said, role=role)) == {"Kari Bøe", "Polen"}
    assert _salient(_extraction(once, again, said=said, role=("Kari Bøe", "statsminister"))) == {"Kari Bøe"}


def test_a_state_that_is_only_where_things_are_is_not_salient_for_standing_in_the_lead() -> None:
    lines = [(Kind.LEAD, "Alt er billigere i Polen."), (Kind.PARAGRAPH, "To busser kjørte til Polen.")]
    assert _salient(_extraction(*lines)) == set()


def test_who_a_sentence_is_about_is_not_past_for_a_clause_put_in() -> None:
    lines = [(Kind.PARAGRAPH, "Norge og Chile, som var med i 2015, har bedt om et møte.")]
    assert _salient(_extraction(*lines)) == {"Norge", "Chile"}


@pytest.mark.parametrize("source", ["kilder i Kreml", "Kreml-forskeren", "en professor ved Kreml"])
def test_who_only_works_for_a_body_does_not_make_it_speak(source: str) -> None:
    words = f"Det blir snart kaldere, sier {source}."
    assert _salient(_extraction((Kind.PARAGRAPH, words), said=((StatementKind.REPORTED, words, source),))) == set()


def test_a_person_told_of_and_shown_is_salient() -> None:
    told = (Kind.PARAGRAPH, "Målet kom etter et innlegg fra Kari Bøe.")
    assert _salient(_extraction(told)) == set()
    assert _salient(_extraction(told, (Kind.CAPTION, "Jubel etter pasningen til Kari Bøe."))) == {"Kari Bøe"}
