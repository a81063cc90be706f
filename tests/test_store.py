from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import TypeVar

import pytest

from briefings.errors import BriefingsError, Problem, Severity
from briefings.store import (
    Applied,
    Change,
    File,
    Layout,
    Plan,
    Write,
    apply,
    locked,
    read_file,
    read_snapshot,
    shown,
)
from briefings.store.read import PAGE_LIMIT, SEED_LIMIT

DRIVER = Path(__file__).parent / "fixtures" / "store" / "killed_build.py"
NOBODY = 65534
T = TypeVar("T")
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="links, modes and signals of POSIX")


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    layout = Layout(tmp_path / "seeds", tmp_path / "docs")
    for folder in (layout.seeds, *layout.written):
        folder.mkdir(parents=True, exist_ok=True)
    return layout


@pytest.fixture
def open_layout() -> Iterator[Layout]:
    """A layout in a folder that another user can reach, for tests of permissions that must hold for root too."""
    root = Path("/tmp") / f"briefings-test-{os.getpid()}"  # noqa: S108  # pytest's own folders are closed to others
    layout = Layout(root / "seeds", root / "docs")
    for folder in (layout.seeds, *layout.written):
        folder.mkdir(parents=True, exist_ok=True)
    yield layout
    shutil.rmtree(root)


def as_nobody(call: Callable[[], T]) -> T:
    """Run a function without root's power to read and write everything."""
    if os.geteuid() != 0:
        return call()
    os.seteuid(NOBODY)
    try:
        return call()
    finally:
        os.seteuid(0)


def write(layout: Layout, plan: Plan) -> Applied:
    with locked(layout) as held:
        return apply(plan, held)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, problems
    return problems[0]


# --- reading --------------------------------------------------------------------------------------------------------


def test_seeds_come_in_the_order_of_their_names_whatever_order_they_were_made_in(layout: Layout) -> None:
    for name in ("b.txt", "æ.txt", "10.txt", "a.txt", "9.txt"):
        (layout.seeds / name).write_bytes(name.encode())
    assert [file.name for file in read_snapshot(layout).seeds] == ["10.txt", "9.txt", "a.txt", "b.txt", "æ.txt"]
    assert read_snapshot(layout).problems == ()


def test_a_sidecar_is_read_beside_its_seed_and_readme_and_dot_files_are_left_alone(layout: Layout) -> None:
    for name in ("a.txt", "a.yml", "README.md", ".gitkeep", "._a.txt", ".DS_Store"):
        (layout.seeds / name).write_bytes(b"x")
    snapshot = read_snapshot(layout)
    assert [file.name for file in snapshot.sidecars] == ["a.yml"]
    assert [file.name for file in snapshot.seeds] == ["a.txt"]
    assert snapshot.problems == ()


@pytest.mark.parametrize(
    ("name", "words", "fix"),
    [
        ("b.yml", "no seed b.txt", "add b.txt"),
        ("a.yaml", "expected in a.yml", "rename it to a.yml"),
        ("report.docx", "expected in a .txt file", "plain text"),
        ("A.TXT", "expected in a .txt file", "ends in .txt"),
        ("2023/", "folders in here are not read", "move its articles"),
    ],
)
def test_what_an_editor_put_in_seeds_by_mistake_is_warned_of_with_the_fix(
    layout: Layout, name: str, words: str, fix: str
) -> None:
    (layout.seeds / "a.txt").write_bytes(b"x")
    if name.endswith("/"):
        (layout.seeds / name).mkdir()
    else:
        (layout.seeds / name).write_bytes(b"x")
    problem = only(read_snapshot(layout).problems)
    assert problem.severity is Severity.WARNING
    assert words in problem.message
    assert fix in problem.fix
    assert problem.path.endswith(name.rstrip("/"))


def test_an_oversized_seed_is_one_problem_and_is_never_read_whole(layout: Layout) -> None:
    with (layout.seeds / "big.txt").open("wb") as handle:
        handle.truncate(20_000_000_000)  # sparse: reading it whole would need 20 GB of memory
    (layout.seeds / "ok.txt").write_bytes(b"x" * SEED_LIMIT)
    snapshot = read_snapshot(layout)
    assert [file.name for file in snapshot.seeds] == ["ok.txt"]
    assert "20,000,000,000 bytes, expected at most 2,000,000" in only(snapshot.problems).message


def test_an_oversized_page_is_one_problem_and_the_others_are_read(layout: Layout) -> None:
    (layout.briefings / "big.md").write_bytes(b"x" * (PAGE_LIMIT + 1))
    (layout.briefings / "ok.md").write_bytes(b"x")
    snapshot = read_snapshot(layout)
    assert [file.name for file in snapshot.briefings] == ["ok.md"]
    assert only(snapshot.problems).path.endswith("docs/briefings/big.md")


@posix_only
def test_links_inside_seeds_are_followed_and_links_that_lead_out_or_nowhere_are_problems(layout: Layout) -> None:
    (layout.seeds / "a.txt").write_bytes(b"article")
    (layout.seeds / "b.txt").symlink_to("a.txt")
    secret = layout.docs.parent / "secret"
    secret.write_bytes(b"secret")
    (layout.seeds / "out.txt").symlink_to(secret)
    (layout.seeds / "dangling.txt").symlink_to("nothing.txt")
    (layout.seeds / "loop.txt").symlink_to("loop.txt")
    snapshot = read_snapshot(layout)
    assert [(file.name, file.data) for file in snapshot.seeds] == [("a.txt", b"article"), ("b.txt", b"article")]
    said = {Path(problem.path).name: problem.message for problem in snapshot.problems}
    assert sorted(said) == ["dangling.txt", "loop.txt", "out.txt"]
    assert "leads nowhere" in said["dangling.txt"]
    assert "leads out of" in said["out.txt"]


@posix_only
def test_a_folder_or_a_pipe_that_looks_like_a_seed_or_page_is_a_problem_and_does_not_hang(layout: Layout) -> None:
    (layout.seeds / "folder.txt").mkdir()
    os.mkfifo(layout.seeds / "pipe.txt")
    os.mkfifo(layout.briefings / "pipe.md")
    problems = read_snapshot(layout).problems
    assert [Path(problem.path).name for problem in problems] == ["pipe.md", "folder.txt", "pipe.txt"]
    new = Plan((Change(Write(layout.briefings / "pipe.md", b"new", None)),))
    assert "a file of this name already" in only(write(layout, new).problems).message


@posix_only
def test_a_file_without_read_permission_is_a_problem_and_the_others_are_read(open_layout: Layout) -> None:
    (open_layout.seeds / "closed.txt").write_bytes(b"x")
    (open_layout.seeds / "closed.txt").chmod(0)
    (open_layout.seeds / "open.txt").write_bytes(b"x")
    closed_folder = open_layout.docs / "actors"
    closed_folder.chmod(0)
    snapshot = as_nobody(lambda: read_snapshot(open_layout))
    closed_folder.chmod(0o755)
    assert [file.name for file in snapshot.seeds] == ["open.txt"]
    messages = [problem.message for problem in snapshot.problems]
    assert messages == ["this folder cannot be read (permission denied)", "you have no permission to read this file"]


@posix_only
def test_a_hostile_file_name_is_shown_escaped_and_not_read(layout: Layout) -> None:
    for name in (b"a\nb.txt", b"\x1b[2Jc.txt", b"\xff.txt"):
        Path(os.fsdecode(bytes(layout.seeds) + b"/" + name)).write_bytes(b"x")
    snapshot = read_snapshot(layout)
    assert snapshot.seeds == ()
    assert sorted(problem.path.rpartition("/")[2] for problem in snapshot.problems) == [
        "\\udcff.txt",
        "\\x1b[2Jc.txt",
        "a\\nb.txt",
    ]


def test_a_missing_seeds_folder_is_said_and_missing_page_folders_are_simply_empty(tmp_path: Path) -> None:
    snapshot = read_snapshot(Layout(tmp_path / "seeds", tmp_path / "docs"))
    assert "no such folder" in only(snapshot.problems).message
    assert (snapshot.briefings, snapshot.actors, snapshot.names) == ((), (), None)


def test_paths_are_shown_as_the_person_typed_them() -> None:
    assert shown(Layout(Path("seeds"), Path("docs")).briefings / "a.md") == "docs/briefings/a.md"


def test_reading_one_file_says_why_it_cannot(tmp_path: Path) -> None:
    assert isinstance(read_file(tmp_path / "none", 10), Problem)
    (tmp_path / "some").write_bytes(b"x")
    assert read_file(tmp_path / "some", 10) == File(tmp_path / "some", b"x")


# --- writing --------------------------------------------------------------------------------------------------------


def test_identical_bytes_are_not_written_again(layout: Layout) -> None:
    page = layout.briefings / "a.md"
    page.write_bytes(b"same")
    os.utime(page, (1, 1))
    plan = Plan((Change(Write(page, b"same", b"same")),))
    assert plan.writes == ()
    assert write(layout, plan) == Applied((), ())
    assert page.stat().st_mtime == 1


def test_a_plan_is_a_list_to_look_at_until_it_is_applied(layout: Layout) -> None:
    plan = Plan(
        (Change(Write(layout.briefings / "a.md", b"page", None), Write(layout.offered_briefings / "a.md", b"o", None)),)
    )
    assert [w.path for w in plan.writes] == [layout.offered_briefings / "a.md", layout.briefings / "a.md"]
    assert tree(layout.docs) == {}
    assert write(layout, plan).written == (layout.offered_briefings / "a.md", layout.briefings / "a.md")
    assert tree(layout.docs) == {"briefings/a.md": b"page", ".offered/briefings/a.md": b"o"}


def test_two_writes_to_one_file_are_refused_before_anything_is_written(layout: Layout) -> None:
    one = Change(Write(layout.names, b"1", None))
    with pytest.raises(ValueError, match=r"names\.yml"):
        Plan((one, one))


def test_what_a_person_saved_while_the_build_ran_is_kept_and_its_offered_copy_too(layout: Layout) -> None:
    page, offered = layout.briefings / "a.md", layout.offered_briefings / "a.md"
    page.write_bytes(b"old page")
    offered.write_bytes(b"old offer")
    plan = Plan(
        (
            Change(Write(page, b"new page", b"old page"), Write(offered, b"new offer", b"old offer")),
            Change(Write(layout.briefings / "b.md", b"b", None)),
        )
    )
    page.write_bytes(b"a person's page")
    applied = write(layout, plan)
    assert "changed while the build ran" in only(applied.problems).message
    assert applied.written == (layout.briefings / "b.md",)
    assert tree(layout.docs) == {
        "briefings/a.md": b"a person's page",
        "briefings/b.md": b"b",
        ".offered/briefings/a.md": b"old offer",
    }


def test_what_a_person_saves_at_the_last_moment_before_the_renames_is_kept(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, offered = layout.briefings / "a.md", layout.offered_briefings / "a.md"
    page.write_bytes(b"old page")
    offered.write_bytes(b"old offer")
    replace = os.replace

    def save_then_replace(source: Path, target: Path) -> None:
        if Path(target) == layout.journal:
            page.write_bytes(b"a person's page")
        replace(source, target)

    monkeypatch.setattr(os, "replace", save_then_replace)
    change = Change(Write(page, b"new page", b"old page"), Write(offered, b"new offer", b"old offer"))
    assert "changed while the build ran" in only(write(layout, Plan((change,))).problems).message
    assert tree(layout.docs) == {"briefings/a.md": b"a person's page", ".offered/briefings/a.md": b"old offer"}


def test_a_page_deleted_while_the_build_ran_is_not_brought_back(layout: Layout) -> None:
    plan = Plan((Change(Write(layout.briefings / "a.md", b"new", b"old")),))
    assert "changed while the build ran" in only(write(layout, plan).problems).message
    assert tree(layout.docs) == {}


def test_a_new_page_never_replaces_a_file_the_build_did_not_know(layout: Layout) -> None:
    (layout.briefings / "a.md").write_bytes(b"unread")
    plan = Plan(
        (Change(Write(layout.briefings / "a.md", b"new", None), Write(layout.offered_briefings / "a.md", b"o", None)),)
    )
    assert "a file of this name already" in only(write(layout, plan).problems).message
    assert tree(layout.docs) == {"briefings/a.md": b"unread"}


@posix_only
def test_an_existing_page_keeps_its_permissions_and_a_new_one_gets_the_usual_ones(layout: Layout) -> None:
    page, new = layout.briefings / "a.md", layout.briefings / "b.md"
    page.write_bytes(b"old")
    page.chmod(0o640)
    before = os.umask(0o022)
    try:
        write(layout, Plan((Change(Write(page, b"new", b"old")), Change(Write(new, b"new", None)))))
    finally:
        os.umask(before)
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o644


@posix_only
def test_a_page_that_is_a_link_is_written_through_and_stays_a_link(layout: Layout) -> None:
    elsewhere = layout.docs.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "real.md").write_bytes(b"old")
    link = layout.briefings / "a.md"
    link.symlink_to(elsewhere / "real.md")
    write(layout, Plan((Change(Write(link, b"new", b"old")),)))
    assert link.is_symlink()
    assert tree(elsewhere) == {"real.md": b"new"}


@posix_only
def test_a_read_only_page_is_left_alone_with_its_offered_copy(layout: Layout) -> None:
    page, offered = layout.briefings / "a.md", layout.offered_briefings / "a.md"
    page.write_bytes(b"old")
    page.chmod(0o444)
    applied = write(layout, Plan((Change(Write(page, b"new", b"old"), Write(offered, b"offer", None)),)))
    assert "read-only" in only(applied.problems).message
    assert tree(layout.docs) == {"briefings/a.md": b"old"}


@posix_only
def test_a_folder_that_cannot_be_written_to_is_a_problem_and_the_rest_is_written(open_layout: Layout) -> None:
    for folder in open_layout.written:
        folder.chmod(0o777)
    open_layout.actors.chmod(0o555)
    plan = Plan(
        (
            Change(
                Write(open_layout.actors / "x.md", b"x", None), Write(open_layout.offered_actors / "x.md", b"x", None)
            ),
            Change(
                Write(open_layout.briefings / "a.md", b"a", None),
                Write(open_layout.offered_briefings / "a.md", b"a", None),
            ),
        )
    )
    applied = as_nobody(lambda: write(open_layout, plan))
    assert "cannot be written" in only(applied.problems).message
    assert tree(open_layout.docs) == {"briefings/a.md": b"a", ".offered/briefings/a.md": b"a"}


# --- killed ---------------------------------------------------------------------------------------------------------


def old_state(docs: Path) -> None:
    layout = Layout(Path("seeds"), docs)
    for folder in layout.written:
        folder.mkdir(parents=True, exist_ok=True)
    for name in ("a", "b"):
        (layout.briefings / f"{name}.md").write_bytes(f"{name} old page".encode())
        (layout.offered_briefings / f"{name}.md").write_bytes(f"{name} old offer".encode())
    layout.names.write_bytes(b"old index")


OLD_OR_NEW: dict[str, list[tuple[str | None, str | None]]] = {
    "a": [("a old page", "a old offer"), ("a new page", "a new offer")],
    "b": [("b old page", "b old offer"), ("b new page", "b new offer")],
    "c": [(None, None), ("c new page", "c new offer")],
}


def run_killed(docs: Path, step: int) -> bool:
    """Run the driver so that it dies at a step; False when it has fewer steps and ends by itself."""
    code = subprocess.run([sys.executable, str(DRIVER), str(docs), str(step)], check=False).returncode
    assert code in (0, -signal.SIGKILL)
    return code != 0


def state(files: dict[str, bytes], name: str) -> tuple[str | None, str | None]:
    page, offered = files.get(f"briefings/{name}.md"), files.get(f".offered/briefings/{name}.md")
    return (page.decode() if page is not None else None, offered.decode() if offered is not None else None)


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The docs folders of builds killed at their first, second … step; the last build ended by itself."""
    root = tmp_path_factory.mktemp("killed")
    folders: list[Path] = []
    while True:
        docs = root / f"{len(folders)}"
        old_state(docs)
        folders.append(docs)
        if not run_killed(docs, len(folders) - 1):
            return tuple(folders)


def settled(docs: Path) -> dict[str, bytes]:
    """Do what the next build does first."""
    with locked(Layout(Path("seeds"), docs)):
        pass
    return tree(docs)


def copies(folders: tuple[Path, ...], tmp_path: Path) -> list[Path]:
    return [Path(shutil.copytree(folder, tmp_path / folder.name)) for folder in folders]


@posix_only
def test_a_build_killed_at_any_step_leaves_each_page_and_its_offered_copy_both_old_or_both_new(
    killed: tuple[Path, ...], tmp_path: Path
) -> None:
    assert len(killed) > 30
    torn = 0
    seen = set()
    for docs in copies(killed, tmp_path):
        before = tree(docs)
        torn += any(state(before, name) not in OLD_OR_NEW[name] for name in OLD_OR_NEW)
        after = settled(docs)
        for name, allowed in OLD_OR_NEW.items():
            assert state(after, name) in allowed, docs.name
            seen.add(state(after, name))
        assert after[".offered/names.yml"] in (b"old index", b"new index")
        assert not [path for path in after if "tmp" in path or ".journal" in path or ".lock" in path], docs.name
    assert torn > 5, "no kill fell between a page and its offered copy: nothing was tested"
    assert seen == {pair for pairs in OLD_OR_NEW.values() for pair in pairs}


@posix_only
def test_an_edit_made_after_the_kill_and_before_the_next_build_is_kept_on_the_right_base(
    killed: tuple[Path, ...], tmp_path: Path
) -> None:
    bases = set()
    for docs in copies(killed, tmp_path):
        page = docs / "briefings" / "a.md"
        edited = page.read_bytes() + b", edited by a person"
        page.write_bytes(edited)
        found = state(settled(docs), "a")
        assert found == (edited.decode(), "a new offer" if b"new" in edited else "a old offer"), docs.name
        bases.add(found[1])
    assert len(bases) == 2


@posix_only
def test_pages_put_back_by_git_after_a_kill_keep_their_old_offered_copies(
    killed: tuple[Path, ...], tmp_path: Path
) -> None:
    old = tmp_path / "old"
    old_state(old)
    for docs in copies(killed[:-1], tmp_path):
        for name, data in tree(old).items():
            (docs / name).write_bytes(data)
        after = settled(docs)
        assert {name: data for name, data in after.items() if name in tree(old)} == tree(old), docs.name


def test_a_journal_that_no_build_wrote_moves_nothing(layout: Layout) -> None:
    (layout.docs / "index.md").write_bytes(b"home")
    (layout.offered_briefings / ".briefings-1-2.tmp").write_bytes(b"evil")
    outside = (
        '[{"page": "briefings/a.md", "page_temporary": ".briefings-1-1.tmp", "before": null,'
        ' "offered": "../docs/index.md", "offered_temporary": ".briefings-1-2.tmp"}]'
    )
    for text in (
        outside,
        "[1]",
        "{",
        "[" * 100_000,
        '[{"page": 1, "page_temporary": 1, "before": 1, "offered": 1, "offered_temporary": 1}]',
    ):
        layout.journal.write_text(text)
        with locked(layout):
            pass
        assert tree(layout.docs) == {"index.md": b"home"}


def test_only_our_own_temporary_files_are_cleared_away(layout: Layout) -> None:
    for name in (".briefings-12-3.tmp", ".briefings-notes.tmp", ".a.md.swp", "a.tmp"):
        (layout.briefings / name).write_bytes(b"x")
    with locked(layout):
        pass
    assert sorted(tree(layout.briefings)) == [".a.md.swp", ".briefings-notes.tmp", "a.tmp"]


# --- the lock -------------------------------------------------------------------------------------------------------


def hold(layout: Layout, held: Event, release: Event) -> None:
    with locked(layout):
        held.set()
        release.wait(60)


def add_one(layout: Layout, times: int) -> None:
    """Count in a file, reading and writing under the lock: lost updates show in the sum."""
    counter = layout.names
    for _ in range(times):
        with locked(layout, wait=60) as held:
            before = counter.read_bytes() if counter.exists() else None
            data = str(int(before or b"0") + 1).encode()
            applied = apply(Plan((Change(Write(counter, data, before)),)), held)
            assert applied.problems == ()


def test_a_second_build_says_which_process_holds_the_lock_and_gets_it_when_the_first_is_done(layout: Layout) -> None:
    spawn = multiprocessing.get_context("spawn")
    held, release = spawn.Event(), spawn.Event()
    first = spawn.Process(target=hold, args=(layout, held, release))
    first.start()
    assert held.wait(60)
    with pytest.raises(BriefingsError, match=rf"another build \(process {first.pid}\)"), locked(layout, wait=0.2):
        pass
    release.set()
    with locked(layout, wait=60):
        assert layout.lock.read_text().strip() == str(os.getpid())
    first.join()
    assert tree(layout.docs) == {}


@posix_only
def test_a_build_killed_while_it_holds_the_lock_does_not_leave_it_behind(layout: Layout) -> None:
    spawn = multiprocessing.get_context("spawn")
    held, release = spawn.Event(), spawn.Event()
    first = spawn.Process(target=hold, args=(layout, held, release))
    first.start()
    assert held.wait(60)
    os.kill(first.pid or 0, signal.SIGKILL)
    first.join()
    assert layout.lock.exists()
    started = time.monotonic()
    with locked(layout):
        pass
    assert time.monotonic() - started < 2
    assert not layout.lock.exists()


def test_concurrent_builds_lose_none_of_each_others_writes(layout: Layout) -> None:
    spawn = multiprocessing.get_context("spawn")
    builds = [spawn.Process(target=add_one, args=(layout, 25)) for _ in range(3)]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert [build.exitcode for build in builds] == [0, 0, 0]
    assert tree(layout.docs) == {".offered/names.yml": b"75"}


@posix_only
def test_a_docs_folder_that_cannot_be_written_to_is_said_plainly(open_layout: Layout) -> None:
    def attempt() -> str:
        with pytest.raises(BriefingsError) as caught, locked(open_layout):
            pass
        return str(caught.value)

    said = str(as_nobody(attempt))
    assert "cannot write in it (permission denied)" in said
    assert "give yourself permission" in said
