"""A second build reads only what is new, and nobody can tell it from one that reads everything."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefings.build import read_article
from briefings.recall import Recall, Told, key_of, of_entry, to_entry
from briefings.store import Cache, File
from desk import ROOT, Desk

ARTICLES = sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT / "tests/gold/articles").glob("*.txt"))[::4]
STORE = File(Path("seeds/a.txt"), "date 2023-07\n\nKari Vik sa onsdag 31. juli at ho går av.\n".encode())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_is_remembered_of_an_article_is_what_was_found_in_it(path: Path) -> None:
    told = Told(*read_article(File(path, path.read_bytes()), None, "seeds"))
    assert told.extraction is not None
    assert of_entry(to_entry(told)) == told


def test_an_article_is_not_read_again_until_it_or_what_is_known_of_it_changes(tmp_path: Path) -> None:
    read = Recall(Cache(tmp_path / "cache"))
    told = read(STORE, None, "seeds")
    # What stands there now would never be found in the article, so that it can only have been remembered.
    remembered = told._replace(extraction=read(File(STORE.path, b"Ola."), None, "seeds").extraction)
    (tmp_path / "cache" / key_of(STORE, None, "seeds")).write_bytes(to_entry(remembered))
    assert read(STORE, None, "seeds") == remembered
    edited = File(STORE.path, STORE.data.replace(b"Kari", b"Gro"))
    assert read(edited, None, "seeds") == Told(*read_article(edited, None, "seeds"))
    facts = b"outlet: NRK\n"
    assert read(STORE, facts, "seeds") == Told(*read_article(STORE, facts, "seeds"))
    assert key_of(STORE, b"", "seeds") != key_of(STORE, None, "seeds")


@pytest.mark.parametrize(
    "damage",
    [
        lambda entry: entry[: len(entry) // 2],
        lambda _: b"",
        lambda _: b"\x80\x04.",
        lambda _: zlib.compress(b"[null, 3]"),
        lambda _: zlib.compress(b"[" * 100_000),
        lambda entry: zlib.compress(zlib.decompress(entry).replace(b'"Kari Vik"', b"7")),
        lambda entry: zlib.compress(zlib.decompress(entry).replace(b'"Kari Vik"', b'"Gro Vik"')),
        lambda entry: zlib.compress(zlib.decompress(entry).replace(b'"person"', b'"robot"')),
    ],
    ids=["cut off", "empty", "pickled", "no article", "deep", "other types", "words not in the text", "no such kind"],
)
def test_an_entry_that_is_damaged_is_read_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    cache = Cache(tmp_path / "cache")
    told = Recall(cache)(STORE, None, "seeds")
    entry = tmp_path / "cache" / key_of(STORE, None, "seeds")
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert entry.read_bytes() != whole
    assert Recall(cache)(STORE, None, "seeds") == told
    assert entry.read_bytes() == whole


def entries(desk: Desk) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (desk.root / ".cache" / "briefings").glob("[0-9a-f]*")}


def test_a_build_from_memory_writes_the_same_pages(real_desk: Desk) -> None:
    real_desk.build()
    pages = {name: data for name, (data, _) in real_desk.files().items()}
    remembered = entries(real_desk)
    assert len(remembered) == 5
    shutil.rmtree(real_desk.docs)
    real_desk.docs.mkdir()
    real_desk.build()
    assert {name: data for name, (data, _) in real_desk.files().items()} == pages
    assert entries(real_desk) == remembered


def test_what_was_remembered_of_articles_that_are_gone_is_forgotten(real_desk: Desk) -> None:
    real_desk.build()
    before = entries(real_desk)
    min(real_desk.seeds.glob("*.txt")).unlink()
    real_desk.run("build")
    assert len(entries(real_desk)) == 4
    assert entries(real_desk).items() < before.items()


def test_a_check_reads_every_article_itself_and_remembers_nothing(real_desk: Desk) -> None:
    real_desk.run("build", "--check")
    assert sorted(path.name for path in real_desk.root.iterdir()) == ["docs", "seeds"]
    real_desk.build()
    one, other, *_ = sorted((real_desk.root / ".cache" / "briefings").glob("[0-9a-f]*"))
    one.write_bytes(other.read_bytes())
    assert real_desk.run("build", "--check").exit_code == 0


def test_what_is_remembered_never_enters_a_repository(real_desk: Desk) -> None:
    real_desk.build()
    assert (real_desk.root / ".cache" / "briefings" / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("link", [".cache", ".cache/briefings"])
def test_a_folder_that_is_a_link_is_left_alone(real_desk: Desk, tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere" / "briefings"
    elsewhere.mkdir(parents=True)
    theirs = elsewhere / ("0" * 64)
    theirs.write_bytes(b"theirs")
    target = elsewhere if "/" in link else elsewhere.parent
    (real_desk.root / link).parent.mkdir(exist_ok=True)
    (real_desk.root / link).symlink_to(target)
    real_desk.build()
    assert [path.name for path in elsewhere.iterdir()] == [theirs.name]
    assert theirs.read_bytes() == b"theirs"


def test_where_nothing_can_be_remembered_the_build_goes_on(real_desk: Desk) -> None:
    (real_desk.root / ".cache").write_bytes(b"a file, no folder")
    real_desk.build()
    assert len(list((real_desk.docs / "briefings").glob("*.md"))) == 5
