"""Commands that exchange case studies with spreadsheets: import and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.filters import filter_options, typed_conditions
from casedeck.cli.progress import progress
from casedeck.cli.shared import SpeltPath, current_library, folder_option
from casedeck.errors import Report, WorkspaceError
from casedeck.wording import count, unread

if TYPE_CHECKING:
    from casedeck.cli.headings import OwnHeadings
    from casedeck.exchange.outcome import Import
    from casedeck.library.library import Library


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
    from casedeck.exchange.outcome import OWN, SHIPPED

    over = [whose for whose, said in ((OWN, replace), (SHIPPED, hide)) if said]
    _take_in(file, folder, over, rows, sheet_name, corrections)


def _take_in(
    file: Path,
    folder: Path,
    over: Sequence[str],
    rows: Sequence[int],
    sheet_name: str,
    corrections: Sequence[str],
) -> None:
    """Read a table, settle what its headings mean, write its case studies and report on every row."""
    from casedeck.cli.headings import settle
    from casedeck.disk.folder import show
    from casedeck.disk.workspace import add_case_studies, own_case_studies
    from casedeck.exchange.importing import read_import
    from casedeck.exchange.naming import FOLDER
    from casedeck.exchange.outcome import OWN
    from casedeck.exchange.report import report_lines

    data = _bytes_of(file)
    library, told = _library_and_headings(folder)
    table = partial(read_import, data, show(file), library, own_case_studies(folder))
    read = partial(table, over=over, only=rows, sheet_name=sheet_name)
    made, asked = settle(lambda: read(told=told.columns, watch=progress()), told, corrections)
    _need_rows(made, rows)
    add_case_studies(folder, made.files, [each.file for each in made.taken if each.there == OWN])
    told.keep(folder)
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


def _library_and_headings(folder: Path) -> tuple[Library, OwnHeadings]:
    """The library of a folder, and what is said there that headings mean. Raises DeckError."""
    from casedeck.cli.headings import OwnHeadings
    from casedeck.disk.folder import Folder
    from casedeck.library.library import Library

    report = Report()
    library = Library(Folder(folder, progress()), report)
    told = OwnHeadings(library, report)
    report.raise_if_any()
    return library, told


def _need_rows(made: Import, rows: Sequence[int]) -> None:
    """Raises click.BadParameter where rows were asked for that are not there."""
    from casedeck.exchange.report import which

    if nowhere := {*rows} - {each.row for each in made.outcomes}:
        message = f"no case study stands in {which(made.sheet.unit, nowhere)}"
        hint = "leave --row out to see what stands where"
        raise click.BadParameter(f"{message}; {hint}", param_hint="--row")


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
    from casedeck.api.cases import named
    from casedeck.choose.filters import filtered
    from casedeck.disk.workspace import put_file
    from casedeck.exchange.export import draw_table, reordered
    from casedeck.tables.write import WRITERS

    if file.suffix.lower() not in WRITERS:
        raise click.BadParameter(
            f"{file.name} needs one of the endings {', '.join(WRITERS)}", param_hint="FILE"
        )
    library = current_library()
    passed = filtered(typed_conditions(library, options), library.cases.values())
    cases = [case for case in named(library, names) if case in passed] if names else passed
    if not cases:
        raise WorkspaceError("no case study passes these filters; nothing is written")
    put_file(file, draw_table(cases, library.vocabularies, file.suffix.lower()), replace=replace)
    click.echo(f"Wrote {count(len(cases), 'case study')} to {file}.")
    for case in reordered(cases, library.vocabularies):
        click.echo(f'In "{case.id}" the opportunities now stand in the order of the columns.', err=True)
