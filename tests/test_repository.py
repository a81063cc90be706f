"""What the repository promises beside the program: its workflows, its words about itself, its articles."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tomllib
from collections import defaultdict
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefings.cli import main
from desk import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
FIRST_RELEASE = "0.1.0"
"""What the package is until the changelog has a release."""
PROSE = ("README.md", "CONTRIBUTING.md", "seeds/README.md", ".github/pull_request_template.md")

USES = re.compile(r"^\s*(?:- )?uses: (.*)$", re.MULTILINE)
PINNED = re.compile(r"(?P<action>[\w.-]+/[\w./-]+)@(?P<sha>[0-9a-f]{40}) # v\d+\.\d+\.\d+$")
CODE = re.compile(r"```.*?```|`[^`]+`", re.DOTALL)
UNSAID = {
    "a path of somebody's machine": re.compile(
        r"(?<![\w.])/(?:home|Users|root|work|opt|mnt)/\w|file:///|[A-Z]:\\Users"
    ),
    "the address of a package index": re.compile(r"--(?:extra-)?index-url|--find-links|--trusted-host|/simple(?:/|\b)"),
    "a secret": re.compile(
        r"-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_\w{20}|\bgithub_pat_\w|\bAKIA[0-9A-Z]{16}\b|\bpypi-AgE\w|://\w+:\w+@"
    ),
}
"""What no file of the repository may hold."""


def workflow(path: Path) -> dict[str, Any]:
    # BaseLoader: everything is a string, so that the key `on` stays one.
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes only strings
    return found


def jobs() -> dict[str, dict[str, Any]]:
    """Every job, by `<workflow>/<job>`."""
    return {f"{path.stem}/{name}": job for path in WORKFLOWS for name, job in workflow(path)["jobs"].items()}


def steps(job: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = job.get("steps", [])
    return found


def files() -> list[str]:
    """All files of the repository that git does not ignore."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git work tree: nothing tells the repository's files from others")
    return [name for name in sorted(set(listed.stdout.split("\0"))) if name and (ROOT / name).is_file()]


def required(name: str) -> set[str]:
    """The packages that a `requirements.in` names."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return {package(line) for line in lines if line and not line.startswith("#")}


def package(requirement: str) -> str:
    return re.split(r"[<>=!~;\[ ]", requirement)[0].lower()


DIRECT = {package(line) for line in PROJECT["dependencies"]}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
class TestEveryWorkflow:
    def test_pins_each_action_to_a_commit_and_says_its_version(self, path: Path) -> None:
        used = [line for line in USES.findall(path.read_text("utf-8")) if not line.startswith("./")]
        assert used
        assert [line for line in used if not PINNED.fullmatch(line)] == []

    def test_has_no_rights_but_those_a_job_asks_for(self, path: Path) -> None:
        found = workflow(path)
        assert found["permissions"] == {}
        assert [name for name, job in found["jobs"].items() if "permissions" not in job] == []

    def test_runs_once_at_a_time(self, path: Path) -> None:
        assert "group" in workflow(path)["concurrency"]

    def test_leaves_no_credentials_in_the_checkout(self, path: Path) -> None:
        checkouts = [
            step
            for job in workflow(path)["jobs"].values()
            for step in steps(job)
            if step.get("uses", "").startswith("actions/checkout@")
        ]
        assert [step for step in checkouts if step.get("with", {}).get("persist-credentials") != "false"] == []

    def test_runs_only_steps_that_exist(self, path: Path) -> None:
        known = set(re.findall(r"^(\w+)\(\) \{", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE))
        commands = [step["run"] for job in workflow(path)["jobs"].values() for step in steps(job) if "run" in step]
        assert [command for command in commands if not command.startswith(".ci/run ")] == []
        assert {name for command in commands for name in command.split()[1:]} <= known


def test_an_action_is_at_the_same_commit_everywhere() -> None:
    commits = defaultdict(set)
    for path in WORKFLOWS:
        for line in USES.findall(path.read_text("utf-8")):
            if found := PINNED.fullmatch(line):
                commits[found["action"]].add(found["sha"])
    assert {action: shas for action, shas in commits.items() if len(shas) > 1} == {}


def test_only_the_job_that_publishes_may_write_and_only_from_main_once_all_tests_passed() -> None:
    writing = {name: job for name, job in jobs().items() if "write" in job["permissions"].values()}
    assert list(writing) == ["publish/deploy"]
    deploy = writing["publish/deploy"]
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    assert deploy["if"] == "github.ref == 'refs/heads/main'"
    assert {jobs()[f"publish/{need}"].get("uses") for need in deploy["needs"]} == {None, "./.github/workflows/test.yml"}


def test_what_is_published_was_checked_and_built_twice_for_its_address() -> None:
    (build,) = [step for step in steps(jobs()["publish/site"]) if "run" in step]
    assert build["run"].split()[1:] == ["site", "check", "twice"]
    assert build["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}"
    assert "site_url: !ENV [SITE_URL" in (ROOT / "mkdocs.yml").read_text("utf-8")


def test_the_oldest_python_that_is_promised_is_tested_and_the_newest_publishes() -> None:
    oldest, newest = jobs()["test/test"]["strategy"]["matrix"]["python"]
    assert PROJECT["requires-python"] == f">={oldest}"
    assert f"Python {oldest} or newer" in (ROOT / "README.md").read_text("utf-8")
    named = [
        step["with"]["python-version"] for job in jobs().values() for step in steps(job) if "setup-python" in str(step)
    ]
    assert set(named) == {newest, "${{ matrix.python }}"}


@pytest.mark.parametrize("name", PROSE)
def test_each_command_the_prose_names_exists(name: str) -> None:
    code = " ".join(CODE.findall((ROOT / name).read_text("utf-8")))
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    # In a block of shell lines every line counts, between backticks only what stands first.
    assert set(re.findall(r"(?:`|^|\n|[A-Z_]+=\S+ )make ([a-z]+)", code)) <= targets
    assert set(re.findall(r"[`\n]briefings ([a-z]+)", code)) <= set(main.commands)


def test_each_file_the_prose_links_to_exists() -> None:
    for name in PROSE:
        folder = (ROOT / name).parent
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / name).read_text("utf-8"))
        assert [link for link in links if not (folder / link).exists()] == []


@pytest.mark.parametrize("unsaid", UNSAID)
def test_no_file_holds(unsaid: str) -> None:
    own = Path(__file__).relative_to(ROOT).as_posix()
    found = []
    for name in files():
        content = (ROOT / name).read_bytes()
        if name == own or b"\0" in content:
            continue
        lines = content.decode("utf-8", "replace").splitlines()
        found += [f"{name}:{number}: {line}" for number, line in enumerate(lines, 1) if UNSAID[unsaid].search(line)]
    assert found == []


def test_the_first_articles_are_byte_for_byte_as_they_came() -> None:
    recorded = [line.split() for line in (ROOT / "tests/fixtures/seeds.sha256").read_text("utf-8").splitlines()]
    assert recorded
    for digest, name in recorded:
        assert hashlib.sha256((ROOT / "seeds" / name).read_bytes()).hexdigest() == digest, name


def test_the_table_of_dependencies_has_each_one_and_no_other() -> None:
    table = CONTRIBUTING.split("## Dependencies", 1)[1].split("\n\n", 2)[1]
    cells = [re.sub(r"\*\w+:\*", "", row.split("|")[1]) for row in table.splitlines()[2:]]
    named = {name.strip().lower() for cell in cells for name in cell.split(",")}
    used = DIRECT | required("scripts/requirements.in") | required("tests/requirements.in")
    assert {name for name in used if not any(fnmatch(name, pattern) for pattern in named)} == set()
    assert {pattern for pattern in named if not any(fnmatch(name, pattern) for name in used)} == set()


@pytest.mark.parametrize(
    ("lock", "needed"),
    [
        ("scripts/requirements.txt", DIRECT | required("scripts/requirements.in")),
        ("tests/requirements.txt", required("tests/requirements.in")),
    ],
)
def test_each_dependency_is_pinned_with_its_hashes(lock: str, needed: set[str]) -> None:
    text = (ROOT / lock).read_text("utf-8")
    blocks = re.findall(r"^([\w.-]+)==\S+[^\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", text, re.MULTILINE)
    pinned = {name for name, _ in blocks}
    assert needed - pinned == set()
    assert set(re.findall(r"^([\w.-]+)", text, re.MULTILINE)) == pinned


def test_the_two_locks_name_the_same_version_of_what_both_hold() -> None:
    locks = [
        dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in ("scripts/requirements.txt", "tests/requirements.txt")
    ]
    both = sorted(locks[0].keys() & locks[1].keys())
    assert [name for name in both if locks[0][name] != locks[1][name]] == []


def test_each_hook_before_a_commit_is_a_tool_that_make_lint_installs() -> None:
    settings = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    entries = [hook["entry"].split()[0] for repository in settings["repos"] for hook in repository["hooks"]]
    installed = {f".venv/bin/{name}" for name in {*required("tests/requirements.in"), *PROJECT["scripts"]}}
    assert set(entries) <= installed


def test_the_changelog_is_at_the_version_of_the_package() -> None:
    headings = re.findall(r"^## \[([^]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] in {"Unreleased", PROJECT["version"]}
    released = [heading for heading in headings if heading != "Unreleased"]
    assert PROJECT["version"] == (released[0] if released else FIRST_RELEASE)
