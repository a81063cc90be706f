"""`python -m briefings.train train DATA… --model FILE` and `… evaluate --data FILE`."""

from __future__ import annotations

from pathlib import Path

import click

from briefings.extract import name_model
from briefings.train.corpus import MalformedCorpusError, read_corpus
from briefings.train.fitting import train_model
from briefings.train.scores import evaluate, score_table

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def main() -> None:
    """Train the name model, or measure it."""


@main.command("train")
@click.argument("data", nargs=-1, required=True, type=_FILE)
@click.option("--model", required=True, type=_FILE, help="The model file to write.")
def train_command(data: tuple[Path, ...], model: Path) -> None:
    """Train a model from `word TAB tag` files and write it."""
    try:
        documents = [read_corpus(path) for path in data]
        train_model(documents, model)
    except (MalformedCorpusError, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{model}: {model.stat().st_size / 1e6:.1f} MB")


@main.command("evaluate")
@click.option("--data", required=True, multiple=True, type=_FILE, help="A `word TAB tag` file; may be repeated.")
@click.option("--model", type=_FILE, help="Another model than the one in the package.")
def evaluate_command(data: tuple[Path, ...], model: Path | None) -> None:
    """Print strict precision, recall and F1 of the names in `word TAB tag` files, on the words as given."""
    try:
        tagger = name_model.load(model)
        for path in data:
            click.echo(f"{path}\n{score_table(evaluate(tagger, read_corpus(path)))}")
    except (MalformedCorpusError, name_model.UnreadableModelError) as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main(prog_name="python -m briefings.train")
