from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import Problem, Severity
from briefings.model import Facts
from briefings.seed import LONGEST_TEXT, find_blocks, normalise, read_blocks, read_header, read_seed


def text_of(data: bytes) -> str | None:
    seed, _ = read_seed("a.txt", data)
    return seed.text if seed else None


def problem_of(data: bytes, sidecar: bytes | None = None) -> Problem:
    (problem,) = read_seed("a.txt", data, sidecar)[1]
    return problem


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Blåbær på øya.".encode(), "Blåbær på øya."),
        (b"\xef\xbb\xbfHei.", "Hei."),
        (b"En.\r\n\r\nTo.\rTre.", "En.\n\nTo.\nTre."),
        ("Bla\u030aba\u0308r".encode(), "Blåbär"),
        ("26.\u00a0juli\u2009kl.\t11".encode(), "26. juli kl. 11"),
        ("Pu\u00adtin\u200b og \u2066Kim\u2069\ufeff".encode(), "Putin og Kim"),
        ("En.\u2028To.\u2029Tre.".encode(), "En.\nTo.\nTre."),
        (b"Han kom.\x0c" + b"a" * 200 + b"\x07", "Han kom.\n" + "a" * 200),
    ],
    ids=["plain", "mark", "line ends", "composed", "spaces", "invisible", "separators", "controls"],
)
def test_the_text_is_what_a_reader_sees(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Blåbær på øya – «sa han».".encode("cp1252"), "Blåbær på øya – «sa han»."),
        ("Blåbær på øya.".encode("utf-16"), "Blåbær på øya."),
        ("Blåbær på øya.".encode("utf-16-be"), None),
        ("Blåbær på ø".encode()[:-1], "Blåbær på "),
        ("Blåbær på øya og ".encode() + b"\xe5", "Blåbær på øya og "),
    ],
    ids=["cp1252", "utf-16", "utf-16 without mark", "cut in a character", "cut in a character's first byte"],
)
def test_another_encoding_is_read_where_it_can_be_told(data: bytes, text: str | None) -> None:
    assert text_of(data) == text


def test_another_encoding_is_warned_of() -> None:
    problem = problem_of("Blåbær på øya".encode("cp1252"))
    assert problem.severity is Severity.WARNING
    assert str(problem) == (
        "seeds/a.txt: warning: the file is Windows-1252 (Latin), not UTF-8 — save the file as UTF-8"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t\n",
        b"\xef\xbb\xbf",
        b"a\x00b",
        b"\xff\xd8\xff\xe0\x00",
        bytes(range(1, 256)),
        b"\x01\x02\x03a",
    ],
    ids=["empty", "blank", "mark only", "nul", "jpeg", "every byte", "controls"],
)
def test_what_is_no_article_is_refused_with_an_error(data: bytes) -> None:
    seed, (problem,) = read_seed("a.txt", data)
    assert seed is None
    assert problem.severity is Severity.ERROR


def test_a_bidirectional_override_is_left_out_and_reported_where_it_stood() -> None:
    seed, (problem,) = read_seed("a.txt", "Hei.\r\nHan \u202esa.".encode())
    assert seed is not None
    assert seed.text == "Hei.\nHan sa."
    assert (problem.line, problem.column) == (2, 5)


def test_a_header_without_a_real_date_is_reported_with_its_place() -> None:
    problem = problem_of(b"date 2023-02-30 Han reiste.")
    assert (problem.path, problem.line, problem.column) == ("seeds/a.txt", 1, 1)
    assert problem.fix == "state it as `published` in seeds/a.yml"


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        (" date 2023-07 Han reiste.", "2023-07", " Han reiste."),
        ("date 2025-09-02 Han", "2025-09-02", " Han"),
        ("Date: 2023-7-4 Han", "2023-07-04", " Han"),
        ("  DATE   2023\nHan", "2023", "\nHan"),
        ("date 2024-06-19T07:00:00+02:00 Han", "2024-06-19", " Han"),
        ("date 2023-13 Han", None, " Han"),
        ("date 2023-02-29 Han", None, " Han"),
        ("date none Han", None, " Han"),
    ],
)
def test_a_header_is_read_tolerantly_and_never_guessed(text: str, value: str | None, rest: str) -> None:
    header = read_header(text)
    assert header is not None
    assert header.value == value
    assert text[header.end :] == rest


@pytest.mark.parametrize("text", ["Han reiste date 2023-07", "date 500 Han", "date2023-07", "date 2023-071"])
def test_words_that_are_no_header_stay_the_articles(text: str) -> None:
    assert read_header(text) is None


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("En.\n\nTo.\n \n\n Tre. \n", ["En.", "To.", "Tre."]),
        ("En.\nTo.\n\nTre.", ["En.\nTo.", "Tre."]),
        ("\n\nEn.\nTo.\nTre.\n\n", ["En.", "To.", "Tre."]),
        (" date 2023-07 En.\n\nTo.", ["En.", "To."]),
        (" date 2023-07\nEn.\n\nTo.", ["En.", "To."]),
        ("date 2023-07\n\nEn.", ["date 2023-07", "En."]),
        ("date 2023-07 En.\nTo.", ["En.", "To."]),
        ("", []),
    ],
)
def test_blocks_stand_between_blank_lines_or_else_are_lines(text: str, blocks: list[str]) -> None:
    found = find_blocks(text)
    assert [text[block.start : block.end] for block in found] == blocks
    assert [block.n for block in found] == list(range(1, len(blocks) + 1))


@pytest.mark.parametrize("unit", ["Han kom. ", "Han kom.\n\n", "ja\n", "a", " ", "«"])
def test_an_article_of_megabytes_is_read_up_to_a_whole_word_and_its_writer_is_told_where(unit: str) -> None:
    data = f"Tittel\n\n{unit * (2_000_000 // len(unit))}slutt".encode()
    seed, (problem,) = read_seed("a.txt", data)
    assert seed is not None
    blocks, every = read_blocks(seed.text), find_blocks(seed.text)
    assert blocks[-1].end <= LONGEST_TEXT
    assert [(block.n, block.start) for block in blocks] == [(block.n, block.start) for block in every[: len(blocks)]]
    assert not seed.text[blocks[-1].end - 1].isspace()
    assert not seed.text[blocks[-1].end].isalnum() or unit == "a"
    assert problem.severity is Severity.WARNING
    assert problem.path == "seeds/a.txt"
    assert "200,000" in problem.message
    assert f"paragraph {blocks[-1].n}" in problem.message


def test_an_article_as_long_as_is_read_is_read_whole_without_a_word() -> None:
    seed, problems = read_seed("a.txt", ("Han kom. " * 30_000)[:LONGEST_TEXT].encode())
    assert seed is not None
    assert read_blocks(seed.text) == find_blocks(seed.text)
    assert not problems


def test_a_sidecar_states_what_the_text_does_not_and_keeps_what_was_written() -> None:
    sidecar = b"url: https://avis.example/sak?id=1\noutlet: NRK\npublished: 2023-07-26\ntitle: 'Kim: ja'\nlang: nn\n"
    seed, problems = read_seed("a.txt", b"Hei.", sidecar)
    assert problems == ()
    assert seed is not None
    assert seed.facts == Facts("https://avis.example/sak?id=1", "NRK", "2023-07-26", "Kim: ja", "nn")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2023", "2023"),
        ("2023-07", "2023-07"),
        ("2023-07-26T11:22:00+02:00", "2023-07-26"),
        ("2023-07~", "2023-07~"),
        ("2023-21", "2023-21"),
        ("", None),
        ("~", None),
        ("12:30", None),
        ("2023-02-30", None),
        ("26.07.2023", None),
        ("[2023]", None),
    ],
)
def test_a_published_date_keeps_its_precision_or_is_refused(written: str, value: str | None) -> None:
    seed, _ = read_seed("a.txt", b"Hei.", f"published: {written}\n".encode())
    assert seed is not None
    assert seed.facts.published == value


@pytest.mark.parametrize(
    ("sidecar", "line", "column", "words"),
    [
        ("outlet: NRK\nforfatter: X\n", 2, 1, "unknown key “forfatter”"),
        ("url: javascript:alert(1)\n", 1, 6, "no web address"),
        ('url: https://a.example/"><script>\n', 1, 6, "no web address"),
        ("url: https://user@a.example/\n", 1, 6, "no web address"),
        ("lang: no\n", 1, 7, "none of the languages"),
        ("title: [a, b]\n", 1, 1, "must be one value"),
        ("title: a\ntitle: b\n", 2, 1, "a second time"),
        ("- a\n- b\n", 1, 1, "expected `key: value` lines"),
        ("title: 'a\n", 2, 1, "no valid YAML"),
        ("a: &x [1]\nurl: *x\n", 1, 1, "unknown key"),
    ],
)
def test_what_is_wrong_in_a_sidecar_is_reported_where_it_stands_and_costs_no_seed(
    sidecar: str, line: int, column: int, words: str
) -> None:
    seed, problems = read_seed("a.txt", b"Hei.", sidecar.encode())
    assert seed is not None
    assert problems[0].path == "seeds/a.yml"
    assert (problems[0].line, problems[0].column) == (line, column)
    assert words in problems[0].message


@pytest.mark.parametrize("sidecar", ["[" * 9_000, "{" * 400_000, "- " * 4_000, "x" * 100_000, "", "# ingenting\n"])
def test_a_hostile_or_empty_sidecar_costs_no_seed(sidecar: str) -> None:
    seed, _ = read_seed("a.txt", b"Hei.", sidecar.encode())
    assert seed is not None
    assert seed.facts == Facts()


def test_the_folder_is_named_as_the_person_knows_it() -> None:
    _, (problem,) = read_seed("a.txt", b"", folder="inn/artikler")
    assert problem.path == "inn/artikler/a.txt"


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(alphabet=st.sampled_from("a \n.date2023-07"), max_size=80))
def test_blocks_are_trimmed_ordered_and_leave_out_nothing_but_space_and_header(text: str) -> None:
    blocks = find_blocks(text)
    words = [text[block.start : block.end] for block in blocks]
    assert all(word == word.strip() and word for word in words)
    header = read_header(text)
    left = text if header is None or (words and words[0] == text[header.start : header.end]) else text[header.end :]
    assert "".join("".join(words).split()) == "".join(left.split())


@given(st.binary(max_size=300), st.binary(max_size=200))
def test_no_bytes_crash_the_reading(data: bytes, sidecar: bytes) -> None:
    read_seed("a.txt", data, sidecar)
