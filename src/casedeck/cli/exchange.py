"""Commands that exchange case studies with spreadsheets: import and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.filters import filter_options, typed_conditions
from casedeck.cli.progress import progress
from casedeck.cli.shared import SpeltPath, current_library, folder_option
from casedeck.errors import WorkspaceError
from casedeck.wording import count, unread

if TYPE_CHECKING:
    from casedeck.api.exchange import Table

_OPTIONS = (
    click.argument("file", type=SpeltPath(dir_okay=False)),
    folder_option,
    click.option(
        "--replace",
        is_flag=True,
        help="Put rows in the place of case studies of the same name in your folder.",
    ),
    click.option(
        "--hide", is_flag=True, help="Let rows hide case studies of the same name that come with casedeck."
    ),
    click.option(
        "--row",
        "rows",
        type=int,
        multiple=True,
        metavar="NUMBER",
        help="Take only this row of the sheet; --row 12 --row 15 takes two.",
    ),
    click.option(
        "--sheet",
        "sheet_name",
        default="",
        metavar="NAME",
        help="Read the worksheet of this name, not the one that opens first.",
    ),
    click.option(
        "--column",
        "corrections",
        multiple=True,
        metavar="HEADING=FIELD",
        help='What a heading is read as, such as "Impact 1=benefit"; "Impact 1=" leaves it out. '
        "As often as you like.",
    ),
)
"""What an import can be told."""


def _import_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command("import")
@_import_options
def import_cases(
    file: Path,
    folder: Path,
    replace: bool,
    hide: bool,
    rows: tuple[int, ...],
    sheet_name: str,
    corrections: tuple[str, ...],
) -> None:
    """Make a case-study file of each row of a spreadsheet FILE: .xlsx, .csv or .json.

    The report says for each row what was taken and what was left. Nothing is overwritten unless you say so.
    Headings of your own are read as what they are likely to mean: in a terminal you are asked first. What you
    say is kept in assets/headings.yaml.

    \b
    Example:
      casedeck import our-collection.xlsx
      casedeck import our-collection.xlsx --replace --row 12
      casedeck import our-collection.xlsx --column "Impact 1=benefit"
    """
    from casedeck.api.exchange import Table
    from casedeck.disk.folder import show
    from casedeck.exchange.outcome import OWN, SHIPPED

    over = [whose for whose, said in ((OWN, replace), (SHIPPED, hide)) if said]
    _take_in(folder, Table(_bytes_of(file), show(file), over, rows, sheet_name), corrections)


def _take_in(folder: Path, table: Table, corrections: Sequence[str]) -> None:
    """Settle what a table's headings mean, write its case studies and report on every row."""
    from casedeck.api.exchange import in_place_of, incoming, need_rows
    from casedeck.cli.headings import settle
    from casedeck.disk.folder import Folder, show
    from casedeck.disk.workspace import add_case_studies, keep_headings, own_case_studies
    from casedeck.exchange.naming import FOLDER
    from casedeck.exchange.report import report_lines

    coming = incoming(Folder(folder, progress()), table, own_case_studies(folder))
    coming, made, asked = settle(coming, corrections)
    need_rows(made, table.rows)
    add_case_studies(folder, made.files, in_place_of(made))
    if coming.headings:
        path = keep_headings(folder, coming.headings)
        click.echo(f"What the headings mean is kept in {show(path)} for the next import.\n")
    click.echo("\n".join(report_lines(made, show(folder / FOLDER), mapping=not asked)))
    if made.left and not made.taken:
        raise WorkspaceError("no row could be taken; nothing is written")


def _bytes_of(file: Path) -> bytes:
    """What a file holds. Raises click.ClickException."""
    from casedeck.disk.folder import read_file

    try:
        return read_file(file)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {unread(error)}") from error


@click.command("export")
@click.argument("file", type=SpeltPath(dir_okay=False))
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--replace", is_flag=True, help="Write over a FILE that is there already.")
@filter_options
def export_cases(file: Path, names: tuple[str, ...], replace: bool, **options: Any) -> None:
    """Write case studies to a spreadsheet FILE: .xlsx, .csv or .json. Without a NAME, all of them that pass
    every filter.

    What is written can be imported again unchanged. A filter given twice takes either word.

    \b
    Example:
      casedeck export library.xlsx
    """
    from casedeck.api.exchange import ending_of, exported
    from casedeck.disk.workspace import put_file

    ending = ending_of(file.name)
    library = current_library()
    found = exported(library, ending, names, typed_conditions(library, options))
    if found is None:
        raise WorkspaceError("no case study passes these filters; nothing is written")
    put_file(file, found.data, replace=replace)
    click.echo(f"Wrote {count(len(found.cases), 'case study')} to {file}.")
    for case in found.reordered:
        click.echo(f'In "{case.id}" the opportunities now stand in the order of the columns.', err=True)
