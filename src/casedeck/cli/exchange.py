"""Commands that exchange case studies with spreadsheets: import and export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.filters import conditions, filter_options
from casedeck.cli.progress import progress
from casedeck.cli.shared import SpeltPath, current_library, folder_option
from casedeck.errors import DeckError, Report, WorkspaceError, did_you_mean
from casedeck.wording import count, unread

if TYPE_CHECKING:
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
    from casedeck.cli.headings import Told, settle
    from casedeck.disk.folder import Folder, read_file, show
    from casedeck.disk.workspace import add_case_studies, own_case_studies
    from casedeck.exchange.importing import read_import
    from casedeck.exchange.naming import FOLDER
    from casedeck.exchange.outcome import OWN, SHIPPED
    from casedeck.exchange.report import report_lines, which
    from casedeck.library.library import Library

    try:
        data = read_file(file)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {unread(error)}") from error
    report = Report()
    library = Library(Folder(folder, progress()), report)
    told = Told(library, report)
    report.raise_if_any()
    over = [whose for whose, said in ((OWN, replace), (SHIPPED, hide)) if said]
    own = own_case_studies(folder)

    def read() -> Import:
        return read_import(
            data,
            show(file),
            library,
            own,
            over=over,
            only=rows,
            sheet_name=sheet_name,
            told=told.columns,
            watch=progress(),
        )

    made, asked = settle(read, told, corrections)
    if nowhere := {*rows} - {each.row for each in made.outcomes}:
        where = which(made.sheet.unit, nowhere)
        raise click.BadParameter(
            f"no case study stands in {where}; leave --row out to see what stands where", param_hint="--row"
        )
    add_case_studies(folder, made.files, [each.file for each in made.taken if each.there == OWN])
    told.keep(folder)
    click.echo("\n".join(report_lines(made, show(folder / FOLDER), mapping=not asked)))
    if made.left and not made.taken:
        raise WorkspaceError("no row could be taken; nothing is written")


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
    from casedeck.choose.filters import filtered
    from casedeck.disk.workspace import put_file
    from casedeck.exchange.export import draw_table, reordered
    from casedeck.tables.write import WRITERS

    if file.suffix.lower() not in WRITERS:
        raise click.BadParameter(
            f"{file.name} needs one of the endings {', '.join(WRITERS)}", param_hint="FILE"
        )
    library = current_library()
    passed = filtered(conditions(library, options), library.cases.values())
    cases = (
        [case for name in _named(library, names) if (case := library.cases[name]) in passed]
        if names
        else passed
    )
    if not cases:
        raise WorkspaceError("no case study passes these filters; nothing is written")
    put_file(file, draw_table(cases, library.vocabularies, file.suffix.lower()), replace=replace)
    click.echo(f"Wrote {count(len(cases), 'case study')} to {file}.")
    for case in reordered(cases, library.vocabularies):
        click.echo(f'In "{case.id}" the opportunities now stand in the order of the columns.', err=True)


def _named(library: Library, names: tuple[str, ...]) -> list[str]:
    """The ids of the case studies meant, each once. Raises click.BadParameter or DeckError."""
    ids: list[str] = []
    for name in names:
        found = library.cases.find(name)
        if not found:
            hint = did_you_mean(name, library.names())
            raise click.BadParameter(
                f'unknown case study "{name}"' + (f"; {hint}" if hint else ""), param_hint="NAME"
            )
        broken = [problem for each in found for problem in library.cases.broken.get(each, ())]
        if broken:
            raise DeckError(broken)
        ids += [each for each in found if each not in ids]
    return ids
