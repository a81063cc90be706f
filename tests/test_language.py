from __future__ import annotations

import pytest

from briefings.language import document_language, paragraph_language, weigh
from briefings.model import Lang


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nn", "Statsministeren seier at dei ikkje veit kva som skjer, men at fleire kjem frå utlandet no."),
        ("nn", "Ho har budd i bygda heile livet, og vil vere med på å byggje noko nytt saman med naboane."),
        ("nb", "Statsministeren sier at de ikke vet hva som skjer, men at flere kommer fra utlandet nå."),
        ("nb", "Hun har bodd i bygda hele livet, og vil være med på å bygge noe nytt sammen med naboene."),
        ("da", "Statsministeren siger, at de ikke ved, hvad der sker, men at flere kommer fra udlandet nu."),
        ("da", "Hun har boet i byen hele livet og vil gerne være med til at bygge noget nyt sammen med naboerne."),
        ("sv", "Statsministern säger att de inte vet vad som händer, men att fler kommer från utlandet nu."),
        ("en", "The prime minister says that they do not know what is happening, but that more will come."),
    ],
)
@pytest.mark.parametrize("fallback", ["nn", "nb", "da"])
def test_a_sentence_with_its_languages_small_words_is_known_whatever_the_document_is_in(
    lang: Lang, text: str, fallback: Lang
) -> None:
    assert document_language([weigh(text)]) == lang
    assert paragraph_language(weigh(text), fallback) == lang


@pytest.mark.parametrize("text", ["Uro ved grensen", "– Ja, sier han.", "", "Putin Kim Sjojgu Kirby Panda Xi"])
@pytest.mark.parametrize("fallback", ["nn", "nb", "da"])
def test_too_few_words_are_in_the_documents_language(text: str, fallback: Lang) -> None:
    assert paragraph_language(weigh(text), fallback) == fallback


def test_words_that_speak_for_no_language_leave_the_paragraph_in_the_documents() -> None:
    assert paragraph_language(weigh("Президент России прибыл в Китай с визитом"), "da") == "da"


def test_a_very_long_text_is_read_no_further_than_needed() -> None:
    assert document_language([weigh("ikkje " * 400_000)]) == "nn"
