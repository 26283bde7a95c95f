"""The command that asks what a test page showed, and keeps it for every build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.progress import progress
from casedeck.cli.shared import folder_option, library_of
from casedeck.cli.values import Written
from casedeck.cli.words import command

if TYPE_CHECKING:
    from casedeck.library.library import Library
    from casedeck.notation.fields import Field

_WELCOME = """\
What did your test page show? Every deck of this folder is made for your printer from now on.
Press Return to take an answer in [brackets]. To stop, hold Ctrl and press C.
"""
_QUESTIONS = (
    ("name", "What do you call the printer? Leave it empty if you have only one"),
    ("offset", "1 Front and back, across and down, such as 1.5mm, -0.5mm"),
    ("offset lying", "  The same on the sheet that lies"),
    ("scale", "2 Size: how long is the line of 100 mm, such as 98.5"),
    ("margins", "3 Edges: the outermost frame that is whole, such as 4mm. Leave it empty if you do not know"),
    ("colour", "Does it print in colour, yes or no"),
    ("largest", "What is the largest paper that it takes, such as A4 or A3"),
    ("duplex", "Over which edge does it turn the paper: long edge, short edge, or none for one side only"),
)
"""What is asked, by the keys of a printer's file."""


def _field(name: str) -> Callable[[], Field]:
    """A field of a printer's file, for the papers of the folder where the command runs."""

    def field() -> Field:
        from casedeck.disk.folder import Folder
        from casedeck.errors import Report
        from casedeck.library.library import Library
        from casedeck.library.printer import printer_record

        return printer_record(Library(Folder(Path.cwd()), Report()).shelf).keys[name].field

    return field


@click.command()
@folder_option
@click.option("--name", type=Written(_field("name")), metavar="TEXT", help="What you call the printer.")
@click.option(
    "--margins", type=Written(_field("margins")), metavar="LENGTH", help="What it leaves white, such as 5mm."
)
@click.option(
    "--scale", type=Written(_field("scale")), metavar="NUMBER", help="How long 100 mm come out, such as 98.5."
)
@click.option(
    "--offset",
    type=Written(_field("offset")),
    metavar="LENGTHS",
    help="Where backs come out, across and down, such as 1.5mm,-0.5mm.",
)
@click.option(
    "--offset-lying",
    "offset_lying",
    type=Written(_field("offset lying")),
    metavar="LENGTHS",
    help="The same on paper that lies on its long side.",
)
@click.option("--mono/--colour", "mono", default=None, help="It prints black only, or colours.")
@click.option(
    "--largest",
    type=Written(_field("largest")),
    metavar="NAME",
    help="The largest paper that it takes, such as A4.",
)
@click.option(
    "--duplex",
    type=click.Choice(["long-edge", "short-edge", "none"]),
    help="Over which edge it turns the paper; none where it prints one side only.",
)
@click.option("--show", is_flag=True, help="Show what is known of your printer, and write nothing.")
def printer(folder: Path, show: bool, mono: bool | None, **values: Any) -> None:
    """Tell casedeck what the test page showed of your printer. It asks, unless you say it as options.

    It is kept in assets/printer.yaml in your folder, and every build is made for that printer: true to size,
    backs behind their fronts, clear of its margins, on the paper that it takes.

    \b
    Example:
      casedeck printer --scale 98.5 --offset 1.5mm,-0.5mm --largest A4
      casedeck printer --show
    """
    from casedeck.api import printers
    from casedeck.disk.folder import Folder
    from casedeck.disk.folder import show as path_shown
    from casedeck.disk.workspace import keep_printer
    from casedeck.library.printer import changed, printer_file

    library = library_of(Folder(folder, progress()))
    known = library.printer
    library.report.raise_if_any()
    if show:
        click.echo(printers.shown(known))
        return
    given = {name.replace("_", " "): value for name, value in values.items() if value is not None}
    if mono is not None:
        given["colour"] = not mono
    made = changed(known, _plainly(given) if given else _answers(library))
    path = keep_printer(folder, printers.NOTE + printer_file(made))
    click.echo(f"Made {path_shown(path)}.\n{printers.shown(made)}")
    click.echo(f"To see it, build a deck. To measure anew: {command()} build test-page")


def _plainly(given: dict[str, Any]) -> dict[str, Any]:
    """Values of options as they are in a file."""
    duplex = given.get("duplex")
    return {**given, "duplex": duplex.replace("-", " ")} if duplex else given


def _answers(library: Library) -> dict[str, Any]:
    """What the answers say, by the keys of a printer's file."""
    from casedeck.cli.start import asked
    from casedeck.library.printer import as_said, printer_record

    click.echo(_WELCOME)
    keys, usual = printer_record(library.shelf).keys, as_said(library.printer)
    return {name: asked(question, keys[name].field, usual[name]) for name, question in _QUESTIONS}
