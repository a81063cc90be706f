"""The name model can be trained again, measured honestly, and trusted with any text."""

from __future__ import annotations

import gzip
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.extract import name_model
from briefings.extract.name_features import document_attributes
from briefings.extract.name_model import find_names, spans_of
from briefings.train.__main__ import main
from briefings.train.corpus import MalformedCorpusError, Tagged, read_corpus
from briefings.train.fitting import told_apart, train_model
from briefings.train.scores import Score, evaluate, score_table

PACKAGED = files("briefings.extract").joinpath("data", "names.crf.gz")
MOST_BYTES = 5_000_000

INVENTED = """\
# doc one
Ordfører\tO
Kari\tB-PER
Nordheim\tI-PER
møter\tO
Helsetilsynet\tB-ORG
i\tO
Lillevik\tB-GPE
.\tO

Nordheim\tB-PER
liker\tO
Mjøsa\tB-LOC
.\tO

# doc two
Per\tB-PER
Dal\tI-PER
bor\tO
i\tO
Lillevik\tB-GPE
.\tO
"""


def written(folder: Path, text: str, name: str = "invented.tsv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


# --- training ---------------------------------------------------------------------------------------------------------


def test_the_same_data_give_the_same_model_which_knows_what_it_learned(tmp_path: Path) -> None:
    corpus = read_corpus(written(tmp_path, INVENTED))
    first, second = tmp_path / "first.crf.gz", tmp_path / "second.crf.gz"
    train_model([corpus], first)
    train_model([corpus], second)
    assert first.read_bytes() == second.read_bytes()
    tagger = name_model.load(first)
    assert tagger.tag([("Per", "Dal", "bor", "i", "Lillevik", ".")], "nb") == [
        ["B-PER", "I-PER", "O", "O", "B-GPE", "O"]
    ]
    assert evaluate(tagger, corpus)["all"] == Score(7, 7, 7)


def test_a_name_is_of_one_type_throughout_an_article() -> None:
    article = (
        "Lillevik slo Brann 3-0 i går .",
        "Hun bor i Lillevik .",
        "— Vi er fornøyde , sier Lillevik .",
        "Konsernet Lillevik solgte aksjene .",
        "Lilleviks fremtid er usikker .",
    )
    sentences = [tuple(sentence.split()) for sentence in article]
    tagger = name_model.load()
    tags = {
        tag
        for sentence, row in zip(sentences, tagger.tag(sentences, "nb"), strict=True)
        for word, tag in zip(sentence, row, strict=True)
        if word.startswith("Lillevik")
    }
    assert len(tags) == 1
    shares = {
        tuple(found.types.items())
        for sentence, names in zip(sentences, tagger.find(sentences, "nb"), strict=True)
        for found in names
        if sentence[found.first].startswith("Lillevik")
    }
    assert len(shares) == 1


def test_a_word_that_may_be_a_name_is_one_where_the_article_names_it_elsewhere() -> None:
    opened, named = ("Trollet", "kom", "."), ("—", "Vi", "er", "glade", ",", "sier", "trener", "Trollet", ".")
    tagger = name_model.load()
    assert tagger.tag([opened], "nb") == [["O", "O", "O"]]
    assert tagger.tag([opened, named], "nb")[0] == ["B-PER", "O", "O"]


@pytest.mark.parametrize(
    "name", ["Det internasjonale ski- og snowboardforbundet", "Norsk faglitterær forfatter- og oversetterforening"]
)
def test_a_name_that_opens_is_read_to_its_end_in_small_letters(name: str) -> None:
    words = (*name.split(), "mener", "at", "reglene", "er", "gode", "nok", ".")
    (stretches,) = document_attributes([words], "nb")
    assert [(stretch.first, len(stretch.attributes)) for stretch in stretches] == [(0, 5)]


@pytest.mark.parametrize("number", [1, 299, 301, 306, 1000])
def test_a_row_of_capitals_of_any_length_is_read_once(number: int) -> None:
    words = tuple(f"Navn{index}" for index in range(number))
    (stretches,) = document_attributes([words], "nb")
    read = [stretch.first + at for stretch in stretches for at in range(len(stretch.attributes))]
    assert read == list(range(number))


def test_words_far_from_capitals_and_a_frequent_word_that_opens_are_not_read() -> None:
    opened = ("Det", "er", "mange", "som", "bor", "her", "og", "kjenner", "Per", "fra", "før", ".")
    (stretches,) = document_attributes([opened], "nb")
    assert [(stretch.first, len(stretch.attributes)) for stretch in stretches] == [(6, 6)]
    assert list(document_attributes([("Mange", "bor", "her", ".")], "nb")) == [[]]


def test_a_frequent_word_that_opens_is_read_where_the_article_names_somebody_by_it() -> None:
    opened, named = ("Spekter", "venter", "på", "dem", "."), ("De", "møtte", "Spekter", "i", "dag", ".")
    assert list(document_attributes([opened], "nb")) == [[]]
    first, _ = document_attributes([opened, named], "nb")
    assert [stretch.first for stretch in first] == [0]


def test_known_states_and_bodies_far_from_other_names_are_not_asked_of_the_model() -> None:
    alone = ("Nå", "vil", "Norge", "og", "EU", "ha", "fisken", "til", "en", "helt", "annen", "pris", ".")
    beside = ("Nå", "vil", "Norge", "og", "Kari", "Dahl", "ha", "fisken", ".")
    rows = list(document_attributes([alone, beside], "nb", known=False))
    assert [[stretch.first for stretch in row] for row in rows] == [[], [0]]
    assert name_model.load().tag([alone], "nb")[0][2] == "B-GPE"


def test_the_commands_train_and_measure(tmp_path: Path) -> None:
    data, model = written(tmp_path, INVENTED), tmp_path / "model.crf.gz"
    assert run("train", data, "--model", model)[0] == 0
    code, output = run("evaluate", "--data", data, "--model", model)
    assert code == 0
    assert "all       100.0  100.0  100.0      7" in output


def test_the_model_in_the_package_is_what_evaluate_measures_by_default(tmp_path: Path) -> None:
    code, output = run("evaluate", "--data", written(tmp_path, INVENTED))
    assert code == 0
    assert "untyped" in output


def test_danish_places_are_learned_as_states_and_cities_where_lists_know_them() -> None:
    sentence = Tagged(("Danmark", "og", "Nordsøen", "og", "Odense"), ("B-LOC", "O", "B-LOC", "O", "B-LOC"))
    assert told_apart((sentence,))[0].tags == ("B-GPE", "O", "B-LOC", "O", "B-GPE")


# --- measuring --------------------------------------------------------------------------------------------------------


class Answers:
    """A tagger that gives the answers it was made with."""

    def __init__(self, *tags: str) -> None:
        self.answers = [tag.split() for tag in tags]

    def tag(self, _sentences: object, _lang: object) -> list[list[str]]:
        return self.answers


def test_a_name_counts_only_with_its_bounds_and_its_type() -> None:
    gold = Tagged(tuple("abcdef"), ("B-PER", "I-PER", "O", "B-ORG", "B-GPE", "B-PROD"))
    scores = evaluate(Answers("B-PER O O B-LOC B-GPE B-PROD"), [(gold,)])
    assert scores["PER"] == Score(0, 1, 1)
    assert scores["ORG"] == Score(0, 0, 1)
    assert scores["LOC"] == Score(0, 1, 0)
    assert scores["GPE"] == Score(1, 1, 1)
    assert scores["all"] == Score(1, 3, 3)
    assert scores["untyped"] == Score(2, 3, 3)
    assert (scores["all"].precision, scores["all"].recall, scores["all"].f1) == (1 / 3, 1 / 3, 1 / 3)
    assert scores["ORG"].f1 == scores["LOC"].f1 == 0


def test_where_the_data_have_no_states_every_place_is_a_place() -> None:
    gold = Tagged(("Danmark", "Nordsøen"), ("B-LOC", "B-LOC"))
    scores = evaluate(Answers("B-GPE B-LOC"), [(gold,)])
    assert scores["LOC"] == Score(2, 2, 2)
    assert "GPE" not in scores
    assert "GPE" not in score_table(scores)


def test_an_inside_tag_without_its_beginning_begins_a_name() -> None:
    assert list(spans_of(["I-PER", "I-PER", "I-ORG", "O", "B-LOC", "B-LOC"])) == [
        (0, 2, "PER"),
        (2, 3, "ORG"),
        (4, 5, "LOC"),
        (5, 6, "LOC"),
    ]


# --- files as they come -----------------------------------------------------------------------------------------------

MALFORMED = [
    ("empty.tsv", b"", "empty.tsv: no words in it"),
    ("headings.tsv", b"# doc a\n\n# doc b\n", "headings.tsv: no words in it"),
    ("untabbed.tsv", b"Per\tO\nKari Nordheim\n", "untabbed.tsv:2: expected a word, a tab and a tag"),
    ("tag.tsv", b"Per\tO\n\nKari\tB-HUMAN\n", "tag.tsv:3: unknown tag 'B-HUMAN'"),
    ("three.tsv", b"Per\tPROPN\tB-PER\n", "three.tsv:1: unknown tag"),
    ("latin.tsv", "Per\tO\nØystein\tO\n".encode("latin-1"), "latin.tsv:2: not UTF-8"),
    ("packed.tsv.gz", b"no gzip", "packed.tsv.gz: cannot be read"),
    ("half.tsv.gz", gzip.compress(INVENTED.encode())[:-12], "half.tsv.gz: cannot be read"),
]


@pytest.mark.parametrize(("name", "data", "expected"), MALFORMED, ids=[name for name, *_ in MALFORMED])
def test_a_malformed_file_is_named_with_its_line(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(MalformedCorpusError) as caught:
        read_corpus(path)
    assert expected in str(caught.value)
    code, output = run("evaluate", "--data", path)
    assert code == 1
    assert expected in " ".join(output.split())


def test_a_missing_file_and_a_file_that_is_no_model_are_named(tmp_path: Path) -> None:
    data = written(tmp_path, INVENTED)
    for arguments in (("--data", tmp_path / "gone.tsv"), ("--data", data, "--model", tmp_path / "gone.crf.gz")):
        code, output = run("evaluate", *arguments)
        assert code == 1
        assert "gone" in output
    assert run("evaluate", "--data", data, "--model", data)[0] == 1


@pytest.mark.parametrize("change", ["\r\n", "bom", "no last line end", "no doc lines", "packed"])
def test_harmless_differences_of_files_change_nothing(tmp_path: Path, change: str) -> None:
    expected = [sentence for document in read_corpus(written(tmp_path, INVENTED)) for sentence in document]
    text = {
        "\r\n": INVENTED.replace("\n", "\r\n"),
        "bom": "\ufeff" + INVENTED,
        "no last line end": INVENTED.rstrip("\n"),
        "no doc lines": "\n".join(line for line in INVENTED.split("\n") if not line.startswith("# doc")),
    }.get(change, INVENTED)
    path = tmp_path / ("other.tsv.gz" if change == "packed" else "other.tsv")
    path.write_bytes(gzip.compress(text.encode()) if change == "packed" else text.encode())
    assert [sentence for document in read_corpus(path) for sentence in document] == expected


# --- the model in the package -----------------------------------------------------------------------------------------


def test_the_model_is_small_and_its_card_names_data_licence_and_scores() -> None:
    assert len(PACKAGED.read_bytes()) <= MOST_BYTES
    card = PACKAGED.parent.joinpath("names.md").read_text(encoding="utf-8") if isinstance(PACKAGED, Path) else ""
    for word in ("CC BY-SA 4.0", "CC0", "NorNE", "UNER Danish-DDT", "briefings.train", "PER", "ORG", "GPE", "LOC"):
        assert word in card


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I går møtte statsråd Anne Lund ordførar Per Dal i Bergen.", ["Anne Lund", "Per Dal", "Bergen"]),
        ("Ifølge Equinor har Ingrid Solberg sagt nei til Norsk Hydro.", ["Equinor", "Ingrid Solberg", "Norsk Hydro"]),
        ("Det siger Lars Holm til Jyllands-Posten.", ["Lars Holm", "Jyllands-Posten"]),
        ("Dette er en setning uten navn.", []),
    ],
)
def test_names_are_found_where_they_stand(text: str, expected: list[str]) -> None:
    (names,) = find_names(text, [(0, len(text))], "nb")
    assert [text[name.start : name.end] for name in names] == expected
    assert all(0 < name.probability <= 1 for name in names)


@given(st.lists(st.text(max_size=200), max_size=4))
@settings(deadline=None, max_examples=60)
def test_any_text_is_tagged_the_same_twice_and_names_lie_in_their_sentences(blocks: list[str]) -> None:
    text = "\n".join(blocks)
    starts = [sum(len(block) + 1 for block in blocks[:index]) for index in range(len(blocks))]
    spans = [(start, start + len(block)) for start, block in zip(starts, blocks, strict=True)]
    found = find_names(text, spans, "da")
    assert found == find_names(text, spans, "da")
    for (start, end), names in zip(spans, found, strict=True):
        assert all(start <= name.start < name.end <= end for name in names)


def test_a_sentence_without_end_and_a_word_without_end_are_survived() -> None:
    endless = "Per Dal og " * 20_000 + "A" * 100_000 + "\ud800 \0 Kari"
    (names,) = find_names(endless, [(0, len(endless))], "nb")
    assert names
