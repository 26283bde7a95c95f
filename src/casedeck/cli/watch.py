"""The command that builds a deck again whenever a file that it is made of changes."""

from __future__ import annotations

from pathlib import Path
from time import sleep, strftime
from typing import TYPE_CHECKING

import click

from casedeck.cli.decks import changing_options
from casedeck.cli.progress import progress
from casedeck.cli.shared import SpeltPath, hidden, read_deck_file, warn
from casedeck.errors import DeckError
from casedeck.wording import count

if TYPE_CHECKING:
    from casedeck.build.pipeline import Changes
    from casedeck.disk.manifest import Pages
    from casedeck.disk.watched import Stamp

PAUSE = 0.5
"""Seconds between two looks at the files."""


@click.command()
@click.argument("deck", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--output", type=SpeltPath(file_okay=False), help="The folder to write to [default: output/<deck name>]."
)
@changing_options
def watch(deck: Path, output: Path | None, changes: Changes) -> None:
    """Make the PDFs of a DECK file, and make them again whenever you save a file that they are made of.

    Each time one line says which file has changed, and which pages. What is wrong is shown, and watching goes
    on. To stop, hold Ctrl and press C.

    \b
    Example:
      casedeck watch away-day
    """
    from casedeck.cli.build import folder_of

    file, _ = read_deck_file(deck)
    watched = _Watched(deck, output or folder_of(file.name), changes)
    try:
        watched.first()
        while True:
            pause()
            watched.look_again()
    except KeyboardInterrupt:
        click.echo(f"\nNo longer watched. What was built last is in {watched.folder}.")


def pause() -> None:
    """Wait until it is time for another look."""
    sleep(PAUSE)


def clock() -> str:
    """The time of day, such as 12:04:31."""
    return strftime("%H:%M:%S")


class _Watched:
    """A deck, where it goes, and what is known of the last build: the stamps of files when it began, the
    files that it read (None where it failed), and the digests of its pages.
    """

    def __init__(self, deck: Path, folder: Path, changes: Changes) -> None:
        from casedeck.disk.folder import find_deck, home_of

        self.deck, self.folder, self.changes = deck, folder, changes
        self.path = find_deck(deck).absolute()
        self.home = home_of(self.path)
        self.stamps: dict[Path, Stamp] = {}
        self.read: set[Path] | None = None
        self.others: set[Path] = {self.path}
        self.pages: Pages = {}
        self.said: set[str] = set()

    def first(self) -> None:
        """Build for the first time, and say what is watched."""
        try:
            click.echo(self._built())
        except (DeckError, click.ClickException) as error:
            click.echo(_wrong(error), err=True)
        many = f" and {count(len(self.read) - 1, 'file')} that it is made of" if self.read else ""
        click.echo(f"Watching {self.deck}{many}. Save one, and it is built again.")
        click.echo("To stop, hold Ctrl and press C.")

    def look_again(self) -> None:
        """Build again where a file is not as it was, once it stays as it is."""
        from casedeck.api.describe_deck import rebuilt
        from casedeck.disk.watched import differing

        if not differing(self.stamps, now := self._look(), self.read):
            return
        while now != (later := self._paused()):
            now = later
        files, before = differing(self.stamps, now, self.read), self.pages
        if not files:
            return
        try:
            self._built()
        except (DeckError, click.ClickException) as error:
            click.echo(f"{clock()} {', '.join(files)}: the deck is not built\n{_wrong(error)}", err=True)
        else:
            click.echo(f"{clock()} {rebuilt(files, before, self.pages)}")

    def _paused(self) -> dict[Path, Stamp]:
        pause()
        return self._look()

    def _look(self) -> dict[Path, Stamp]:
        from casedeck.disk.watched import look

        return look(self.home, self.others)

    def _built(self) -> str:
        """Build and write the deck; what was made, in words. Raises DeckError, click.ClickException."""
        from casedeck.api.describe_deck import remarks, summary
        from casedeck.build import pipeline
        from casedeck.cli.build import written

        self.stamps, self.read = self._look(), None
        file, home = read_deck_file(self.deck)
        built = pipeline.build(file, self.changes, watch=progress())
        lines = [line for line in (*remarks(built), *hidden(home)) if line not in self.said]
        warn(lines)
        self.said.update(lines)
        made = pipeline.drawn(built, watch=progress())
        written(self.folder, made.files, made.pages)
        self.pages = made.pages
        self.read = {self.path, *map(Path, home.found.values())}
        self._know(self.read)
        return summary(built, lambda name: str(self.folder / name), made)

    def _know(self, read: set[Path]) -> None:
        """Look at these files as well from now on."""
        self.others |= read
        self.stamps = {**self._look(), **self.stamps}


def _wrong(error: DeckError | click.ClickException) -> str:
    """What is wrong, as a build says it."""
    if isinstance(error, DeckError):
        return f"{error}\n{count(len(error.problems), 'problem')} found."
    return f"Error: {error}"
