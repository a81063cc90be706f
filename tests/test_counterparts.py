"""Bodies and states count where others hear from them, meet them or follow their boards; companions do not."""

from __future__ import annotations

import pytest

from briefings.clean import to_article
from briefings.extraction import extract
from briefings.model import Seed
from briefings.salience import salient


def names(text: str) -> set[str]:
    """Return whom an article is about that opens with a line of other matter."""
    found = extract(to_article(Seed("invented.txt", f"Det regnet i går.\n\nMange møtte likevel fram.\n\n{text}")))
    return {found.entities[index].name for index in salient(found)}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Senterpartiet", "Forslaget får støtte av Senterpartiet."),
        ("Mattilsynet", "Slakteriet fekk kritikk frå Mattilsynet i vår."),
        ("Frankrig", "Mødet holdes på opfordring fra Frankrig."),
        ("Samferdselsdepartementet", "Ordføreren vil ha krisemøte med Samferdselsdepartementet i morgen."),
        ("Helse Førde", "Måndag vedtok styret i Helse Førde å leggje ned avdelinga."),
        ("Vikefjord kommune", "Rapporten er skrive på oppdrag frå Vikefjord kommune."),
        ("Brann", "Hos Brann glæder alle sig over aftalen."),
        ("Kreml", "Fra Kreml er reaksjonen kort."),
        ("Mattilsynet", "Nå er Mattilsynet på vei til gården. Mattilsynet er på vei."),
        ("Finland", "Finland ligger der. Finsk politi gikk om bord. Den finske statsministeren er sint."),
    ],
)
def test_those_whom_others_deal_with_count(name: str, text: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Senterpartiet", "Han var medlem av Senterpartiet før."),
        ("Mattilsynet", "Tallene er hentet fra Mattilsynet."),
        ("Helse Førde", "Ho var medlem av styret i Helse Førde."),
        ("Finland", "Han bor i Finland. Finsk politi er på plass."),
    ],
)
def test_those_who_are_only_there_do_not(name: str, text: str) -> None:
    assert name not in names(text)


def test_one_who_is_only_somebodys_child_or_team_mate_does_not_count() -> None:
    assert not names("Mora hadde med seg sonen Jonas på møtet.")
    assert not names("Hun vant foran lagkameraten Mathias Nybakk i sprinten.")
    assert names("Ho vann, sa rektor. – Eg er glad, seier sonen Jonas Berg.") == {"Jonas Berg"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mattilsynet", "Tallene bestrides av Mattilsynet."),
        ("Røde Kors", "Passasjerane blir tekne imot av Røde Kors på kaia."),
        ("Falck", "Regionen overtager kørslen, når kontrakten med Falck udløber."),
        ("Sikkerhetsrådet", "Lederen har innkalt Sikkerhetsrådet til møte fredag."),
        ("Vestfold tingrett", "Seinere i uka kom dommen. I natt skjedde det. Vestfold tingrett varetektsfengslet ham."),
    ],
)
def test_who_does_what_is_told_in_the_passive_and_whom_a_contract_binds_takes_part(name: str, text: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mattilsynet", "Kjøpet må godkjennes av Mattilsynet."),
        ("Mattilsynet", "Hun er en av lederne i Mattilsynet."),
        ("Donald Trump", "Steve Witkoff, president Donald Trumps utsending, spiste lunsj."),
    ],
)
def test_who_is_only_to_do_it_or_only_owns_somebody_does_not(name: str, text: str) -> None:
    found = names(text)
    assert name not in found
    assert f"{name}s" not in found
