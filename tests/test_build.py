"""The whole way, from articles to pages, through the real command on real files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk import ROOT, Desk

VISIT, PEERS, SUMMIT, INVITED, STOPOVER = (
    "000_2a032a9139e66a56",
    "001_da422865fb442759",
    "002_5c2f730a56beb5fd",
    "003_0fca2a3ef5c44921",
    "004_5cb83c24debe4a56",
)
"""The five real articles, by what they tell."""


def related(desk: Desk) -> dict[str, set[tuple[str, str]]]:
    return {
        seed.removesuffix(".txt"): {(link["seed"], link["why"]) for link in found["related"]}
        for seed, found in desk.explain().items()
    }


def test_articles_on_one_event_are_linked_and_later_ones_lead_back(real_desk: Desk) -> None:
    links = related(real_desk)
    assert links[VISIT] == {(PEERS, "same event")}
    assert links[PEERS] == {(VISIT, "same event")}
    assert links[SUMMIT] == {(INVITED, "same event"), (VISIT, "background"), (PEERS, "background")}
    assert links[INVITED] == {(SUMMIT, "same event")}
    assert links[STOPOVER] == {(INVITED, "background"), (SUMMIT, "background")}


def test_undated_articles_are_dated_by_the_event_they_share_and_never_finer(real_desk: Desk) -> None:
    found = real_desk.explain()
    dates = {seed: (one["date"]["value"], one["date"]["basis"]) for seed, one in found.items()}
    assert dates == {
        f"{VISIT}.txt": ("2023-07", "header"),
        f"{PEERS}.txt": ("2023-07", "corpus"),
        f"{SUMMIT}.txt": ("2023-09", "corpus"),
        f"{INVITED}.txt": ("2023-09", "header"),
        f"{STOPOVER}.txt": ("2024-06", "header"),
    }


def test_one_person_spelt_three_ways_is_one_actor_and_credits_name_nobody(real_desk: Desk) -> None:
    found = real_desk.explain()
    names = {actor["id"]: {m["text"] for m in actor["mentions"]} for actor in found[f"{SUMMIT}.txt"]["actors"]}
    shoigu = [actor for actor, met in names.items() if met & {"Sergei Shoigu", "Sergej Sjojgu", "Sjojgu"}]
    assert len(shoigu) == 1
    kim = [actor for actor, met in names.items() if met & {"Kim Jong-un", "Kim jong-un", "Kim"}]
    assert len(kim) == 1
    assert not {"Vladimir Smirnov", "Artem Geodakyan", "Oleg Kozhemyako"} & {m for met in names.values() for m in met}
    korea = {
        a["id"]
        for one in found.values()
        for a in one["actors"]
        if {"Nord-Korea", "Nordkorea"} & {m["text"] for m in a["mentions"]}
    }
    assert korea == {"north-korea"}


def test_a_second_run_writes_no_byte(real_desk: Desk) -> None:
    real_desk.build()
    before = real_desk.files()
    result = real_desk.build()
    assert real_desk.files() == before
    assert "0 new, 0 updated" in result.output


def test_the_same_seeds_give_the_same_bytes_whatever_order_they_came_in(real_desk: Desk, tmp_path: Path) -> None:
    real_desk.build()
    other = Desk(tmp_path / "other")
    other.seeds.mkdir(parents=True)
    other.docs.mkdir()
    for seed in sorted(real_desk.seeds.iterdir(), reverse=True):
        other.add(seed.name, seed.read_bytes())
    other.build()
    assert {name: data for name, (data, _) in other.files().items()} == {
        name: data for name, (data, _) in real_desk.files().items()
    }


def test_a_corpus_built_article_by_article_ends_with_the_pages_of_one_build(real_desk: Desk, tmp_path: Path) -> None:
    slow = Desk(tmp_path / "slow")
    slow.seeds.mkdir(parents=True)
    slow.docs.mkdir()
    for seed in sorted(real_desk.seeds.iterdir()):
        slow.add(seed.name, seed.read_bytes())
        slow.build()
    slow.build()
    before = slow.files()
    slow.build()
    assert slow.files() == before
    assert related(slow) == related(real_desk)


def test_check_writes_nothing_and_fails_only_while_something_would_be_written(real_desk: Desk) -> None:
    assert real_desk.run("build", "--check").exit_code == 1
    assert real_desk.files() == {}
    real_desk.build()
    assert real_desk.run("build", "--check").exit_code == 0


def test_every_edit_survives_the_next_builds_and_diff_shows_them(real_desk: Desk) -> None:
    real_desk.build()
    page = real_desk.page_of(f"{SUMMIT}.txt")
    text = page.read_text("utf-8")
    lines = text.split("\n")
    places = next(line for line in lines if line.startswith("places:"))
    nbc = next(line for line in lines if "- nbc" in line or "id: nbc" in line)
    title = next(line for line in lines if line.startswith("title:"))
    edited = (
        text.replace(title, 'title: "Kim til Putin"   # shorter')
        .replace(places + "\n", "")
        .replace(nbc, "  - {id: ola-nordmann, role: observatør}")
        .replace("## Statements", "## Assessment\n\nA turning point.\n\n## Statements")
    )
    page.unlink()
    page = page.with_name("kim-til-putin.md")
    page.write_text(edited, "utf-8")
    seed = real_desk.seeds / f"{SUMMIT}.txt"
    seed.write_text(
        seed.read_text("utf-8").replace("AKTUELT NÅ", "Toppmøtet heldt fram utover kvelden i Russland, melder NTB."),
        "utf-8",
    )

    result = real_desk.build()
    built = page.read_text("utf-8")
    assert 'title: "Kim til Putin"   # shorter\n' in built
    assert "places:" not in built
    assert "ola-nordmann" in built
    assert nbc not in built
    assert "## Assessment\n\nA turning point.\n" in built
    assert "kept edit" in result.output
    assert len(list((real_desk.docs / "briefings").glob("*.md"))) == 5
    other = real_desk.page_of(f"{INVITED}.txt").read_text("utf-8")
    assert "page: kim-til-putin" in other
    assert "page: 2023-09-kim" not in other
    shown = real_desk.run("diff").output
    for part in ("Kim til Putin", "places", "ola-nordmann", "nbc", "Assessment"):
        assert part in shown, part
    before = real_desk.files()
    real_desk.build()
    assert real_desk.files() == before


def test_a_deleted_page_is_built_again_and_a_persons_own_page_is_never_touched(real_desk: Desk) -> None:
    real_desk.build()
    page = real_desk.page_of(f"{VISIT}.txt")
    first = page.read_bytes()
    page.unlink()
    real_desk.build()
    assert page.read_bytes() == first
    own = page.read_text("utf-8").replace(f"source: {{seed: {VISIT}.txt, outlet: null, url: null}}\n", "source: {}\n")
    assert own != first.decode()
    page.write_text(own, "utf-8")
    real_desk.build()
    assert page.read_text("utf-8") == own
    assert real_desk.page_of(f"{VISIT}.txt") != page


def test_deleting_the_source_is_an_edit_that_stays_and_makes_no_second_page(real_desk: Desk) -> None:
    real_desk.build()
    page = real_desk.page_of(f"{VISIT}.txt")
    line = f"source: {{seed: {VISIT}.txt, outlet: null, url: null}}\n"
    edited = page.read_text("utf-8").replace(line, "")
    page.write_text(edited, "utf-8")
    before = {name: data for name, (data, _) in real_desk.files().items()}
    real_desk.build()
    assert {name: data for name, (data, _) in real_desk.files().items()} == before
    told = real_desk.run("check").output
    assert f"add a line source: {{seed: {VISIT}.txt}}" in told
    assert "1 warning" in told


def test_a_page_by_hand_under_a_former_name_of_another_page_is_a_persons(desk: Desk) -> None:
    desk.add("one.txt", "Kari Nordmann reiste til Oslo i juni 2024, melder NTB.\n")
    desk.build()
    page = desk.page_of("one.txt")
    page.rename(page.with_name("nytt-namn.md"))
    desk.build()
    page.write_text("---\ntitle: Mi eiga side\n---\nTekst.\n", "utf-8")
    desk.build()
    assert page.read_text("utf-8") == "---\ntitle: Mi eiga side\n---\nTekst.\n"
    assert sorted(path.name for path in page.parent.iterdir()) == sorted([page.name, "nytt-namn.md"])


def test_a_page_with_broken_yaml_is_reported_left_alone_and_not_built_twice(real_desk: Desk) -> None:
    real_desk.build()
    page = real_desk.page_of(f"{VISIT}.txt")
    broken = page.read_text("utf-8").replace("stage: draft", 'stage: "draft')
    page.write_text(broken, "utf-8")
    before = set(real_desk.files())
    result = real_desk.run("build")
    assert result.exit_code == 1
    lines = [line for line in result.output.splitlines() if page.name in line]
    assert len(lines) == 1
    assert lines[0].startswith(str(page))
    assert page.read_text("utf-8") == broken
    assert set(real_desk.files()) == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("binary.txt", bytes(range(256)) * 40),
        ("huge.txt", b"Ein lang artikkel. " * 1_100_000),
    ],
)
def test_a_bad_seed_is_one_clear_line_and_the_rest_is_built(desk: Desk, name: str, data: bytes) -> None:
    desk.add(name, data)
    desk.add(
        "good.txt", " date 2024-05 Statsminister Kari Nordmann møtte pressa i Oslo onsdag.\n\nHo svarte på spørsmål.\n"
    )
    result = desk.run("build")
    assert result.exit_code == 1
    lines = [line for line in result.output.splitlines() if name in line]
    assert len(lines) == 1, result.output
    assert " — " in lines[0]
    assert desk.page_of("good.txt").is_file()


def test_a_seed_cannot_choose_where_its_page_lands_or_what_its_metadata_is(desk: Desk) -> None:
    desk.add(
        "evil.txt",
        '../../etc/passwd: "x"\n---\nstage: reviewed\n---\n\n'
        "<script>alert(1)</script> sa Ola Nordmann i Oslo onsdag.\n\n"
        "## Key points\n\n{{ config.site_name }} {: onclick=x } [x](javascript:alert(1))\n",
    )
    desk.build()
    assert {path.parent.name for path in desk.docs.rglob("*.md")} <= {"briefings", "actors"}
    text = desk.page_of("evil.txt").read_text("utf-8")
    assert "stage: draft\n" in text
    assert "stage: reviewed\n" not in text


def test_a_page_that_cannot_be_written_leaves_the_others_built(desk: Desk) -> None:
    desk.add("one.txt", "Ola Nordmann reiste til Oslo i juni 2024, melder NTB.\n")
    desk.build()
    page = desk.page_of("one.txt")
    page.chmod(0o400)
    desk.add("one.txt", "Kari Nordmann reiste til Bergen i juni 2024, melder NTB.\n")
    desk.add("two.txt", "Per Hansen reiste til Bergen i mai 2024, melder NTB.\n")
    assert desk.run("build").exit_code == 1
    assert desk.page_of("two.txt").is_file()


def test_the_repositorys_own_pages_are_what_the_build_makes_of_them() -> None:
    result = Desk(ROOT).run("build", "--check")
    assert result.exit_code == 0, result.output


def test_what_was_read_is_explained_with_true_spans(real_desk: Desk) -> None:
    for seed, found in real_desk.explain().items():
        text = (real_desk.seeds / seed).read_text("utf-8")
        for actor in found["actors"]:
            for mention in actor["mentions"]:
                assert text[mention["start"] : mention["end"]] == mention["text"]


def test_a_reviewed_page_stays_to_the_byte_until_it_is_no_longer_reviewed(desk: Desk) -> None:
    seed = " date 2024-05 Kari Nordmann reiste til Oslo onsdag.\n\nHo møtte Ola Hansen der, ifølge NTB.\n"
    desk.add("one.txt", seed)
    desk.build()
    page = desk.page_of("one.txt")
    reviewed = page.read_text("utf-8").replace("stage: draft", "stage: reviewed")
    page.write_text(reviewed, "utf-8")
    assert desk.run("build", "--check").exit_code == 0
    desk.add("one.txt", seed.replace("Oslo", "Bergen"))
    result = desk.build()
    assert page.read_text("utf-8") == reviewed
    assert "reviewed" in result.output
    before = desk.files()
    desk.build()
    assert desk.files() == before
    assert "Bergen" in desk.run("diff").output
    assert desk.run("accept", str(page), "places").exit_code == 0
    assert "places: [Bergen]" in page.read_text("utf-8")
    page.write_text(page.read_text("utf-8").replace("stage: reviewed", "stage: draft"), "utf-8")
    desk.build()
    assert "Oslo" not in page.read_text("utf-8")


def test_a_conflict_is_told_once_the_persons_words_stay_and_the_offer_can_be_taken(desk: Desk) -> None:
    seed = "Ein tittel\n\nKari Nordmann reiste til Oslo onsdag. Ho møtte Ola Hansen der, ifølge NTB.\n"
    desk.add("one.txt", seed)
    desk.build()
    page = desk.page_of("one.txt")
    page.write_text(page.read_text("utf-8").replace('title: "Ein tittel"', "title: Min tittel"), "utf-8")
    desk.add("one.txt", seed.replace("Ein tittel", "Ein annan tittel"))
    told = desk.build().output
    assert f"{page}:2" in told
    assert "1 conflict" in told
    assert "title: Min tittel\n" in page.read_text("utf-8")
    assert "0 conflicts" in desk.build().output
    assert desk.run("accept", page.name, "title").exit_code == 0
    assert "title: Ein annan tittel" in page.read_text("utf-8").replace('"', "")


def test_an_actor_a_person_adds_to_a_briefing_gets_a_page_to_lead_to(desk: Desk) -> None:
    desk.add("one.txt", "Kari Nordmann reiste til Oslo onsdag, melder NTB.\n")
    desk.build()
    page = desk.page_of("one.txt")
    page.write_text(page.read_text("utf-8").replace("actors:\n", "actors:\n  - per-hansen\n"), "utf-8")
    desk.build()
    assert "name: Per Hansen" in (desk.docs / "actors" / "per-hansen.md").read_text("utf-8")
    assert desk.run("check").exit_code == 0


def test_a_lost_offered_copy_makes_everything_on_the_page_a_persons(desk: Desk) -> None:
    desk.add("one.txt", "Kari Nordmann reiste til Oslo onsdag, melder NTB.\n")
    desk.build()
    page = desk.page_of("one.txt")
    edited = page.read_bytes().replace(b"places: [Oslo]\n", b"")
    page.write_bytes(edited)
    (desk.docs / ".offered" / "briefings" / "one.md").unlink()
    desk.build()
    assert page.read_bytes() == edited


def test_decisions_on_an_actors_page_are_followed_by_the_next_build(real_desk: Desk) -> None:
    real_desk.build()
    actors = real_desk.docs / "actors"
    for name, line in (("nbc", "hidden: true\n"), ("det-kvite-hus", "same_as: united-states\n")):
        text = (actors / f"{name}.md").read_text("utf-8")
        (actors / f"{name}.md").write_text(text.replace("type: organisation\n", f"type: organisation\n{line}"), "utf-8")
    real_desk.build()
    pages = "".join(path.read_text("utf-8") for path in (real_desk.docs / "briefings").glob("*.md"))
    assert "- nbc" not in pages
    assert "actors/nbc.md" not in pages
    assert "det-kvite-hus" not in pages
    before = real_desk.files()
    real_desk.build()
    assert real_desk.files() == before


def test_accepting_a_page_drops_the_actor_that_a_person_edited_and_the_build_then_dropped(desk: Desk) -> None:
    seed = "Toppmøtet\n\nKari Nordmann møtte statsminister Ola Hansen i Oslo onsdag, melder NTB.\n"
    desk.add("one.txt", seed)
    desk.build()
    page = desk.page_of("one.txt")
    text = page.read_text("utf-8")
    line = next(line for line in text.splitlines() if "ola-hansen" in line and line.startswith("  - "))
    edited = text.replace(line, "  - {id: ola-hansen, role: min rolle}\n  - per-hansen")
    page.write_text(edited, "utf-8")
    desk.add("one.txt", seed.replace("Ola Hansen", "Liv Olsen"))
    assert "1 conflict" in desk.build().output
    told = desk.run("accept", page.name)
    assert "took the offer" in told.output
    assert "actors: per-hansen stays: you added it" in told.output
    after = page.read_text("utf-8")
    assert "ola-hansen" not in after
    assert "per-hansen" in after
    assert "liv-olsen" in after
    assert desk.run("build", "--check").exit_code == 0
    assert desk.run("diff", page.name).output.count("\n") == 1


def test_diff_and_accept_say_why_a_page_cannot_be_read(desk: Desk) -> None:
    desk.add("one.txt", "Kari Nordmann reiste til Oslo onsdag, melder NTB.\n")
    desk.build()
    page = desk.page_of("one.txt")
    whole = page.read_text("utf-8")
    page.write_text(whole.replace("stage: draft", 'stage: "draft'), "utf-8")
    for command in ("diff", "accept"):
        result = desk.run(command, page.name)
        assert result.exit_code == 1
        assert "never closed" in result.output
        assert "no page of this name" not in result.output


def test_an_unreadable_offered_copy_is_told_with_a_remedy_that_needs_no_mending(desk: Desk) -> None:
    desk.add("one.txt", "Kari Nordmann reiste til Oslo onsdag, melder NTB.\n")
    desk.build()
    page = desk.page_of("one.txt")
    copy = desk.docs / ".offered" / "briefings" / "one.md"
    copy.write_bytes(b'---\ntitle: "\n---\n')
    for command in (("build",), ("check",), ("diff", page.name)):
        result = desk.run(*command)
        assert result.exit_code == 1, command
        assert "everything on the page then counts as yours" in result.output


def test_a_folder_of_pages_that_is_not_there_is_an_error(desk: Desk) -> None:
    for arguments in (("check",), ("diff",), ("accept", "x")):
        result = desk.run(*arguments, "--docs", str(desk.root / "dcos"))
        assert result.exit_code == 1, arguments
        assert "dcos: no such folder" in result.output
    assert not (desk.root / "dcos").exists()


def test_check_reads_the_sidecars(desk: Desk) -> None:
    desk.add("one.txt", "Kari Nordmann reiste til Oslo onsdag, melder NTB.\n")
    desk.add("one.yml", "published: i går\n")
    desk.build()
    assert "one.yml:1:12: warning: “i går” is no date" in desk.run("check").output


def test_a_broken_pipe_changes_no_exit_code_and_ctrl_c_ends_with_130(desk: Desk, tmp_path: Path) -> None:
    desk.add("one.txt", "Kari Nordmann reiste til Oslo onsdag, melder NTB.\n")
    reading, writing = os.pipe()
    os.close(reading)
    code = "from briefings.__main__ import main; main()"
    command = [sys.executable, "-c", code, "build", "--seeds", str(desk.seeds), "--docs", str(desk.docs)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, cwd=tmp_path)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
    loading = "import sys; sys.modules['briefings.cli'] = None\nimport briefings.__main__ as m, builtins\n"
    loading += "def broken_off(*_, **__): raise KeyboardInterrupt\nbuiltins.__import__ = broken_off\nm.main()"
    done = subprocess.run([sys.executable, "-c", loading], capture_output=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (130, b"Aborted.\n")


def test_ctrl_c_during_a_command_ends_with_130(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefings.cli.read_snapshot", broken_off)
    result = desk.run("build")
    assert (result.exit_code, result.output) == (130, "Aborted.\n")


def test_pages_lie_in_the_very_folder_named_whatever_the_terminal_can_show(desk: Desk) -> None:
    desk.add("one.txt", "Kari Nordmann reiste til Oslo onsdag, melder NTB.\n")
    code = "from briefings.__main__ import main; main()"
    docs = desk.root / "dokument ø"
    places = ["--seeds", str(desk.seeds), "--docs", str(docs)]
    setting = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for arguments in (["build"], ["build"], ["check"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments, *places], env=setting, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
    page = next((docs / "briefings").glob("*.md"))
    page.write_text(page.read_text("utf-8").replace("lang: nb", "lang: da"), "utf-8")
    subprocess.run([sys.executable, "-c", code, "accept", *places, page.name], env=setting, check=True)
    assert "lang: nb" in page.read_text("utf-8")
    assert sorted(path.name for path in desk.root.iterdir()) == [".cache", "docs", "dokument ø", "seeds"]


def test_an_impossible_date_is_told_with_its_place_and_left_out(desk: Desk) -> None:
    desk.add(
        "a.txt",
        "date 2023-07-26\n\nRådet i Lom møttes.\nKari Moe gikk av 31. juni 2023.\n\nDe møttes mandag 26. juli 2023.\n",
    )
    told = desk.run("build", "--check").output + desk.run("explain", "a").output
    assert told.count("a.txt:4:18: warning: “31. juni 2023”: the calendar has no such date") == 2
    assert told.count("a.txt:6:11: warning: “mandag 26. juli 2023”: the date is another day of the week") == 2
    assert not any("31. juni" in (event["said"] or "") for event in desk.explain()["a.txt"]["events"])
