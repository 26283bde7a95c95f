"""What several commands need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.progress import progress
from casedeck.errors import Report, did_you_mean
from casedeck.wording import joined, unread

if TYPE_CHECKING:
    from casedeck.build.deck_file import DeckFile
    from casedeck.disk.folder import Folder
    from casedeck.library.library import Library


class SpeltPath(click.Path):
    """A path that a command is given, found whatever its capitals and however its letters and accents are put
    together.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(path_type=Path, **settings)
        self.name = "folder" if self.name == "directory" else self.name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path as it is spelt on the disk."""
        from casedeck.disk.folder import as_spelt

        try:
            return super().convert(as_spelt(Path(value)), param, ctx)
        except OSError as error:
            return self.fail(f"{value}: {unread(error)}", param, ctx)


folder_option = click.option(
    "--folder",
    type=SpeltPath(file_okay=False, exists=True),
    default=Path(),
    help="Your folder of decks and case studies [default: where you are].",
)
"""Whose folder a command reads and writes."""


def read_deck_file(deck: Path, folders: dict[Path, Folder] | None = None) -> tuple[DeckFile, Folder]:
    """The deck file that an argument means, and the folder around it, one of those known if it is.

    Raises click.ClickException where there is none that can be read.
    """
    from casedeck.build.deck_file import DeckFile
    from casedeck.disk.folder import Folder, deck_names, find_deck, home_of, read_file, show
    from casedeck.library.files import stem

    if not deck.stem.strip("."):
        raise click.ClickException(f"{deck} is no name for a deck; call it something like away-day.yaml")
    try:
        path = find_deck(deck)
        data = read_file(path)
    except FileNotFoundError as error:
        hint = did_you_mean(deck.stem, deck_names())
        raise click.ClickException(f"there is no deck file {deck}" + (f"; {hint}" if hint else "")) from error
    except OSError as error:
        raise click.ClickException(f"{deck} cannot be read: {unread(error)}") from error
    home, known = home_of(path), {} if folders is None else folders
    folder = known.setdefault(home, known.get(home) or Folder(home, progress()))
    return DeckFile(stem(path.name), data, show(path), folder), folder


def warn(lines: Iterable[str]) -> None:
    """Say something that stops nothing on standard error."""
    for line in lines:
        click.echo(line, err=True)


def hidden(folder: Folder) -> Iterator[str]:
    """What a folder has in place of what comes with casedeck, to be said where there is any."""
    if found := folder.hiding():
        yield f"yours, in place of what comes with casedeck: {joined(found)}"


def current_library() -> Library:
    """The library of the current folder, its broken case studies left out with a word to standard error.

    Raises DeckError where anything else has problems.
    """
    from casedeck.api.describe_deck import left_out
    from casedeck.disk.folder import Folder

    library = library_of(Folder(Path.cwd(), progress()))
    warn(left_out(problem for problems in library.cases.broken.values() for problem in problems))
    return library


def library_of(files: Folder) -> Library:
    """The library of a folder. Raises DeckError where anything but its case studies has problems."""
    from casedeck.library.library import Library

    report = Report()
    library = Library(files, report)
    report.raise_if_any()
    return library
