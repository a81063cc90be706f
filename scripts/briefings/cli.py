"""The command `briefings`: it reads and writes through the store, and says what happened."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import track

from briefings.build import build, understand
from briefings.check import check_pages
from briefings.errors import BriefingsError, Problem, Severity
from briefings.explain import explain as explain_corpus
from briefings.explain import to_lines
from briefings.garbage import collect_seldom
from briefings.merge import REVIEWED, Offers, differences
from briefings.merge import accept as accept_offer
from briefings.offers import name_pages
from briefings.page import Page, stage_of
from briefings.recall import Recall
from briefings.seed import find_blocks, read_seed
from briefings.shelf import Shelf, name_of, read_names, read_shelf, unreadable_offers
from briefings.site.schemas import KINDS, read_schema
from briefings.site.words import LOCALES, words_in
from briefings.store import Cache, Change, File, Layout, Plan, Snapshot, Write, apply, locked, read_snapshot, shown
from briefings.telling import counted, plainly, report_problems, say, tell_build

SHOW_PROGRESS_FROM = 50
"""Seeds: fewer are done before a progress bar could be read."""

ABORTED = 130
"""The exit code after Ctrl-C: 128 and the signal's number, as shells have it."""

Command = TypeVar("Command", bound=Callable[..., Any])


def _with_layout(command: Command) -> Command:
    folder = click.Path(file_okay=False, path_type=Path)
    for name, what in (("docs", "pages"), ("seeds", "articles")):
        option = click.option(
            f"--{name}", type=folder, default=Path(name), show_default=True, help=f"Folder of the {what}."
        )
        command = option(command)
    return command


class _Commands(click.Group):
    """Commands that end as a shell expects when a person breaks them off."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command; Ctrl-C is said in a word, and told by the exit code."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            say("Aborted.", err=True)
            ctx.exit(ABORTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefings")
def main() -> None:
    """Turn news articles into briefing pages that people can edit."""
    collect_seldom()


@main.command("build")
@_with_layout
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if something would be written.")
def build_command(seeds: Path, docs: Path, *, only_check: bool) -> None:
    """Make or refresh the pages of all articles; what people edited stays.

    Exits with 1 if an article or a page could not be built; all others are.
    """
    layout = Layout(seeds, docs)
    if only_check:
        built = build(read_snapshot(layout), layout, _track)
        tell_build(built, built.problems, would=True)
        for write in built.plan.writes:
            say(f"would write {shown(write.path)}")
        sys.exit(1 if built.failed or built.plan.writes else 0)
    with plainly(), locked(layout) as held:
        read = Recall(Cache(layout.cache))
        built = build(read_snapshot(layout), layout, _track, read)
        applied = apply(built.plan, held)
        read.forget_others()
    problems = (*built.problems, *applied.problems)
    tell_build(built, problems, would=False)
    sys.exit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


@main.command("check")
@_with_layout
def check_command(seeds: Path, docs: Path) -> None:
    """Check every page that people can edit, and say how to mend what is wrong.

    Exits with 1 if there is an error; warnings alone do not fail.
    """
    with plainly():
        _need_folder(docs)
    layout = Layout(seeds, docs)
    problems = _check(read_snapshot(layout), layout)
    for problem in problems:
        say(str(problem))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    say(counted({"error": errors, "warning": len(problems) - errors}) if problems else "Nothing wrong.")
    sys.exit(1 if errors else 0)


@main.command("diff")
@_with_layout
@click.argument("pages", nargs=-1)
def diff_command(seeds: Path, docs: Path, pages: tuple[str, ...]) -> None:
    """Show where PAGES (all, if none is named) differ from what the build last offered."""
    with plainly():
        _need_folder(docs)
        shelf = read_shelf(read_snapshot(Layout(seeds, docs)))
        chosen = [_find(shelf, name) for name in pages] if pages else list(_with_offer(shelf))
    same = True
    for page, offers in chosen:
        found = differences(page, offers.new)
        for change in found:
            say(str(change))
        same = same and not found
    if same:
        say("No page differs from what the build last offered.")


@main.command("accept")
@_with_layout
@click.argument("page")
@click.argument("field", required=False)
def accept_command(seeds: Path, docs: Path, page: str, field: str | None) -> None:
    """Take what the build offers now for PAGE: one FIELD (or section), or everything.

    Either way, what the build offered before and offers no longer goes. Without FIELD, what people added and the build
    never offered stays, and is named; with FIELD it goes too, for the field is taken whole. What people alone decide
    (stage, tags, thread, translations) stays; only the stage is taken if it is named as FIELD.
    """
    layout = Layout(seeds, docs)
    with plainly():
        _need_folder(docs)
    with plainly(), locked(layout) as held:
        snapshot = read_snapshot(layout)
        found, offers = _find(read_shelf(snapshot), page)
        taken = accept_offer(found, offers, field)
        # The page's own path is the form it is shown in, which need not be the file's.
        path = next(file.path for file in (*snapshot.briefings, *snapshot.actors) if file.shown == found.path)
        applied = apply(Plan((Change(Write(path, taken.text.encode(), found.text.encode())),)), held)
        if applied.problems:
            raise BriefingsError(*applied.problems)
    for line in taken.stays:
        say(line)
    nothing = "there is nothing to take" if taken.stays else "is as offered already"
    say(f"{found.path}: {'took the offer' if applied.written else nothing}")


@main.command("explain")
@_with_layout
@click.argument("seed", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain_command(seeds: Path, docs: Path, seed: tuple[str, ...], form: str) -> None:
    """Show all that is found in each SEED (all, if none is named), with where it stands and why; writes nothing."""
    layout = Layout(seeds, docs)
    corpus, shelf, problems = understand(read_snapshot(layout), layout, _track)
    known = {entry.stem for entry in corpus.entries}
    wanted = [Path(name).name.removesuffix(".txt") for name in seed]
    meant = [problem for problem in problems if not wanted or Path(problem.path).stem in wanted]
    report_problems(problem for problem in problems if problem.severity is Severity.ERROR or problem in meant)
    missing = [name for name in wanted if name not in known]
    if missing:
        say(f"no such seed in {shown(seeds)}/: {', '.join(missing)}", err=True)
        sys.exit(1)
    for found in explain_corpus(corpus, name_pages(corpus, shelf), wanted):
        if form == "json":
            say(json.dumps(found, ensure_ascii=False))
        else:
            say("\n".join((*to_lines(found), "")))
    sys.exit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


@main.command("export")
@_with_layout
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(sorted(LOCALES)), default="en", show_default=True, help="Of the site.")
@click.option(
    "--source-text",
    "extent",
    type=click.Choice(["cited", "full", "none"]),
    default="cited",
    show_default=True,
    help="How much of the articles the pages show.",
)
def export_command(seeds: Path, docs: Path, folder: Path, language: str, extent: str) -> None:
    """Write the whole site as plain Markdown into FOLDER, new or empty, for other generators to publish.

    Exits with 1 if something is wrong with a page; it is written as the site shows it, and all others are written, too.
    """
    from briefings.export import export  # noqa: PLC0415 - only who exports waits for what lays out the site

    with plainly():
        _need_folder(docs)
        try:
            exported = export(Layout(seeds, docs), folder, words_in(language), extent)
        except KeyboardInterrupt:
            say(f"What lies in {shown(folder)}/ is not whole: delete it.", err=True)
            raise
    report_problems(exported.problems)
    say(f"{counted({'file': exported.files})} written to {shown(folder)}/")
    sys.exit(1 if any(problem.severity is Severity.ERROR for problem in exported.problems) else 0)


@main.command("schema")
@click.argument("kind", type=click.Choice(KINDS))
def schema_command(kind: str) -> None:
    """Print the JSON Schema of the site's `briefings.json` or `actors.json`."""
    say(read_schema(kind).rstrip())


def _check(snapshot: Snapshot, layout: Layout) -> tuple[Problem, ...]:
    problems = list(snapshot.problems)
    names = read_names(snapshot.names, problems)
    problems.extend(unreadable_offers(snapshot))
    sidecars = {file.name: file.data for file in snapshot.sidecars}
    folder = shown(layout.seeds)
    paragraphs = {}
    for file in snapshot.seeds:
        sidecar = sidecars.get(f"{file.name.removesuffix('.txt')}.yml")
        seed, found = read_seed(file.name, file.data, sidecar, folder=folder)
        problems.extend(found)
        if seed:
            paragraphs[file.name] = len(find_blocks(seed.text))
    # A seed that cannot be read is there all the same: its page is not to blame as well.
    unread = (PurePath(problem.path).name for problem in snapshot.problems)
    seeds = frozenset({*(file.name for file in snapshot.seeds), *unread})
    return tuple(sorted({*problems, *check_pages(snapshot.briefings, snapshot.actors, seeds, names, paragraphs)}))


def _track(files: Sequence[File]) -> Iterable[File]:
    console = Console(stderr=True)
    if len(files) < SHOW_PROGRESS_FROM or not console.is_terminal:
        return files
    return track(files, description="Reading", console=console, transient=True)


def _with_offer(shelf: Shelf) -> Iterator[tuple[Page, Offers]]:
    """Yield each page with what is offered for it, which a reviewed page may hold back."""
    for key, page in sorted(shelf.briefings.items(), key=lambda item: item[1].path):
        if last := shelf.offered_briefings.get(key):
            held = shelf.held.get(key) if stage_of(page) == REVIEWED else None
            yield page, Offers(held or last, last, shelf.once.get(key, frozenset()))
    for key, page in sorted(shelf.actors.items()):
        if last := shelf.offered_actors.get(key):
            yield page, Offers(last, last, shelf.once.get(f"actors/{key}", frozenset()))


def _find(shelf: Shelf, name: str) -> tuple[Page, Offers]:
    """Return the page that a person means by its path or its name. Raises BriefingsError where there is none."""
    found = [pair for pair in _with_offer(shelf) if name_of(pair[0].path) == name_of(name)]
    exact = [pair for pair in found if Path(pair[0].path) == Path(name)]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        raise BriefingsError(Problem(name, 0, 0, "a briefing and an actor both have this name", "give the path"))
    if why := _why_not(shelf, name_of(name)):
        raise BriefingsError(*why)
    message = "no page of this name that the build has offered anything for"
    raise BriefingsError(Problem(name, 0, 0, message, "name a file in docs/briefings or docs/actors"))


def _why_not(shelf: Shelf, name: str) -> tuple[Problem, ...]:
    """Return what keeps a page, or the offered copy of it, from being read."""
    copies = {stem for stem, page in shelf.briefings.items() if name_of(page.path) == name}
    meant = {name, *copies}
    errors = (problem for problem in shelf.problems if problem.severity is Severity.ERROR)
    return tuple(problem for problem in errors if name_of(problem.path) in meant)


def _need_folder(docs: Path) -> None:
    """Raise BriefingsError where there are no pages to look at: most likely the folder's name is a slip."""
    if not docs.is_dir():
        fix = "name the folder of the pages with --docs, or run `briefings build`, which makes it"
        raise BriefingsError(Problem(shown(docs), 0, 0, "no such folder", fix))
