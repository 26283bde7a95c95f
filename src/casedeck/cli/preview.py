"""The command that shows what a deck looks like, without a PDF reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casedeck.cli.decks import changing_options
from casedeck.cli.outputs import need
from casedeck.cli.progress import progress
from casedeck.cli.shared import SpeltPath, hidden, read_deck_file, warn
from casedeck.model.colour import EYES

if TYPE_CHECKING:
    from casedeck.build.pipeline import Changes


@click.command()
@click.argument("deck", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--output",
    type=SpeltPath(file_okay=False),
    help="The folder to write to [default: output/<deck name>/preview].",
)
@click.option("--grey", is_flag=True, help="Show the pages as a printer without colour does.")
@click.option(
    "--colour-blind",
    type=click.Choice([*EYES]),
    metavar="KIND",
    help="Show the pages as people see them who cannot tell some colours apart: deuteranopia and "
    "protanopia are for red and green, tritanopia is for blue and yellow.",
)
@click.option("--open", "opened", is_flag=True, help="Open the contact sheet when it is made.")
@changing_options
def preview(
    deck: Path, output: Path | None, grey: bool, colour_blind: str | None, opened: bool, changes: Changes
) -> None:
    """Make pictures of all pages of a DECK file: each by itself, and all of them small on one contact sheet.

    Pictures in grey, or for people who see fewer colours, go into a folder of their own beside the others.

    \b
    Example:
      casedeck preview starter
      casedeck preview away-day --colour-blind deuteranopia --open
    """
    from casedeck.api.describe_deck import remarks
    from casedeck.api.preview import CONTACT_SHEET, told
    from casedeck.api.preview import preview as made_of
    from casedeck.build import pipeline
    from casedeck.cli.build import folder_of, written
    from casedeck.draw.contact_sheet import GREY

    if grey and colour_blind:
        raise click.UsageError("say either --grey or --colour-blind; each makes a folder of its own")
    need(("png",))
    vision = GREY if grey else colour_blind or ""
    file, home = read_deck_file(deck)
    built = pipeline.build(file, changes, watch=progress())
    warn((*remarks(built), *hidden(home)))
    folder = (output or folder_of(file.name) / "preview") / vision
    pictures = made_of(built, vision, progress())
    written(folder, pictures.files)
    click.echo(told(pictures, str(folder)))
    if opened and click.launch(str(folder / CONTACT_SHEET)):
        raise click.ClickException(f"{folder / CONTACT_SHEET} is made, but nothing here can open it")
