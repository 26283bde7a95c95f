"""Commands for a facilitator's own folder: init and schema."""

from __future__ import annotations

from pathlib import Path

import click

from casedeck.cli.console import say_json
from casedeck.cli.shared import SpeltPath, current_library
from casedeck.cli.words import command, quoted


@click.command()
@click.argument("folder", type=SpeltPath(file_okay=False))
def init(folder: Path) -> None:
    """Make a FOLDER of your own for decks and case studies, ready to build.

    \b
    Example:
      casedeck init my-workshops
    """
    from casedeck.disk.workspace import make_folder

    made = make_folder(folder)
    click.echo(f"Made {folder} with {', '.join(made)}.")
    click.echo("Next, go into it and build its first deck:")
    click.echo(f"  cd {quoted(str(folder))}\n  {command(folder)} build decks/my-deck.yaml")


@click.command()
@click.argument(
    "kind",
    type=click.Choice(["deck", "case-study", "theme", "activity", "worksheet", "printer"]),
    default="deck",
)
def schema(kind: str) -> None:
    """Print what deck files (or files of another KIND) can say, as a JSON Schema: for editors that complete
    and check as you type.

    \b
    Example:
      casedeck schema > deck.schema.json
    """
    from casedeck.build.schema import schema_text

    say_json(schema_text(current_library(), kind))
