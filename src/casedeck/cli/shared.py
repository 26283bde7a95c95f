"""What several commands need."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casedeck.cli.progress import progress
from casedeck.errors import Problem, Report, did_you_mean
from casedeck.wording import count, joined, unread

if TYPE_CHECKING:
    from casedeck.build.deck_file import DeckFile
    from casedeck.build.pipeline import Built, Changes, Chosen
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


def read_deck_file(deck: Path) -> tuple[DeckFile, Folder]:
    """The deck file that an argument means, and the folder around it. Raises click.ClickException where there is none that can be read."""
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
    folder = Folder(home_of(path), progress())
    return DeckFile(stem(path.name), data, show(path), folder), folder


def build_deck(deck: Path, changes: Changes) -> Built:
    """The deck that an argument means, ready to draw, its session changed where that is said; advice goes
    to standard error.
    """
    from casedeck.build.pipeline import build

    file, folder = read_deck_file(deck)
    built = build(file, changes, watch=progress())
    say(built.advice)
    warn_of_drafts(built.chosen)
    if hiding := folder.hiding():
        click.echo(f"yours, in place of what comes with casedeck: {joined(hiding)}", err=True)
    return built


def say(advice: Iterable[Problem]) -> None:
    """Say what could be better, and stops nothing, on standard error."""
    for each in sorted(set(advice)):
        click.echo(f"to look at: {each}", err=True)


def warn(problems: list[Problem]) -> None:
    """Say which files were left out on standard error, each with its first problem and how many more it has."""
    by_file: dict[str, list[Problem]] = {}
    for problem in sorted(problems):
        by_file.setdefault(problem.place.file, []).append(problem)
    for first, *others in by_file.values():
        more = f" (and {count(len(others), 'problem')} more)" if others else ""
        click.echo(f"left out: {first}{more}", err=True)


def warn_of_drafts(chosen: Chosen) -> None:
    """Say on standard error what the drafts among the cards still lack, and in one line which drafts the
    searches passed over.
    """
    for case in [card.case for card in chosen.cards if card.case.gaps]:
        lacking = joined([gap.part for gap in case.gaps], len(case.gaps))
        click.echo(
            f"draft: {case.place('').file} is stamped as {case.stamp}; still to fill in: {lacking}", err=True
        )
    if chosen.drafts:
        one = len(chosen.drafts) == 1
        them, are = ("it", "it is a draft") if one else ("them", "they are drafts")
        names = joined([case.id for case in chosen.drafts])
        click.echo(
            f"passed over by the searches, for {are}: {names}; name {them} among the cards to print {them}",
            err=True,
        )


def current_library() -> Library:
    """The library of the current folder, its broken case studies left out with a word to standard error.

    Raises DeckError where anything else has problems.
    """
    from casedeck.disk.folder import Folder

    library = library_of(Folder(Path.cwd(), progress()))
    warn([problem for problems in library.cases.broken.values() for problem in problems])
    return library


def library_of(files: Folder) -> Library:
    """The library of a folder. Raises DeckError where anything but its case studies has problems."""
    from casedeck.library.library import Library

    report = Report()
    library = Library(files, report)
    report.raise_if_any()
    return library
