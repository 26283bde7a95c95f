"""The command that makes PDFs, of one deck or of many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from casedeck.cli.decks import changing_options
from casedeck.cli.outputs import also_option, need
from casedeck.cli.progress import progress
from casedeck.cli.shared import SpeltPath, hidden, read_deck_file, warn
from casedeck.errors import DeckError, WorkspaceError
from casedeck.wording import Watch, count, in_sentence, joined

if TYPE_CHECKING:
    from casedeck.api.decks import Libraries
    from casedeck.build.pipeline import Built, Changes
    from casedeck.disk.folder import Folder
    from casedeck.disk.manifest import Pages


@click.command()
@click.argument(
    "decks", metavar="DECK...", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False)
)
@click.option(
    "--output",
    type=SpeltPath(file_okay=False),
    help="The folder to write to [default: output/<deck name>]; of several decks, each gets a folder in it.",
)
@click.option("--pictures", is_flag=True, help="Make a picture of every page as well, as a PNG file.")
@also_option
@changing_options
def build(
    decks: tuple[Path, ...], output: Path | None, pictures: bool, also: tuple[str, ...], changes: Changes
) -> None:
    """Make the PDFs of a DECK file, or of several. Options count before what a deck file says.

    Each deck gets a folder of its own. Where one of several cannot be built, the others are.

    \b
    Example:
      casedeck build starter
      casedeck build decks/monday.yaml decks/tuesday.yaml
    """
    from casedeck.api.decks import Libraries

    names = ("png", *also) if pictures else also
    need(names)
    run = _Run(changes, output, len(decks) > 1, names, Libraries(), {}, set(), set())
    if not run.several:
        click.echo(_made(decks[0], run, progress()))
        return
    _check_spaces(decks)
    failed = [deck for number, deck in enumerate(decks, 1) if not _tried(deck, run, number, len(decks))]
    if failed:
        are = "is" if len(failed) == 1 else "are"
        missed = joined([str(deck) for deck in failed])
        raise WorkspaceError(f"{len(failed)} of {count(len(decks), 'deck')} {are} not built: {missed}")


class _Run(NamedTuple):
    """What the decks that are built in one go share: what they are built with and where they go, what is read
    already, which lines have been said, and the folders written to.
    """

    changes: Changes
    output: Path | None
    several: bool
    also: tuple[str, ...]
    libraries: Libraries
    folders: dict[Path, Folder]
    said: set[str]
    written: set[Path]

    def folder(self, name: str) -> Path:
        """Where a deck of this name goes."""
        if self.output and not self.several:
            return self.output
        return folder_of(name, self.output)


def folder_of(name: str, within: Path | None = None) -> Path:
    """The folder for what is made of a deck of this name, `within` another than output/."""
    from casedeck.disk.folder import as_spelt

    return as_spelt((within or Path("output")) / name)


def _tried(deck: Path, run: _Run, number: int, of: int) -> bool:
    """True where one of several decks is built; what is wrong with it is said under its name."""

    def watch(stage: str, done: int, pages: int) -> None:
        progress()(f"Deck {number:,} of {of:,}, {in_sentence(stage)}", done, pages)

    try:
        made = _made(deck, run, watch)
    except (DeckError, click.ClickException) as error:
        said = str(error) if isinstance(error, DeckError) else f"Error: {error}"
        click.echo(f"{deck} is not built:\n{said}", err=True)
        return False
    click.echo(made)
    return True


def _made(deck: Path, run: _Run, watch: Watch) -> str:
    """Build a deck and write its folder; what was made, in words. Raises DeckError, click.ClickException."""
    from casedeck.api.describe_deck import remarks
    from casedeck.build import pipeline

    file, home = read_deck_file(deck, run.folders)
    folder = run.folder(file.name)
    if folder in run.written:
        raise click.ClickException(f"{folder} holds another deck of this run; build this one by itself")
    built = pipeline.build(file, run.changes, run.libraries.of(home), watch)
    lines = [line for line in (*remarks(built), *hidden(home)) if line not in run.said]
    warn(lines)
    run.said.update(lines)
    made = write_deck(built, folder, run.also, watch)
    run.written.add(folder)
    return made


def write_deck(built: Built, folder: Path, also: Sequence[str], watch: Watch) -> str:
    """Draw a deck's documents, write them to a folder, all or none, and return what was made in words; `also`
    names the outputs that are made besides PDFs.
    """
    from casedeck.api.describe_deck import changed_pages, summary
    from casedeck.build.pipeline import drawn

    made = drawn(built, also, watch)
    before = written(folder, made.files, made.pages)
    said = summary(built, lambda name: str(folder / name), made)
    return "\n".join(filter(None, (said, changed_pages(before, made.pages))))


def written(folder: Path, files: Mapping[str, bytes], pages: Pages | None = None) -> Pages:
    """Write files to a folder of what is made of a deck, all or none; the digests of the pages that were
    there before. Raises click.ClickException.
    """
    from casedeck.disk.manifest import pages_before
    from casedeck.disk.write import write_all
    from casedeck.wording import reason

    before = pages_before(folder)
    try:
        write_all(folder, files, pages)
    except OSError as error:
        raise click.ClickException(
            f"cannot write to {folder}: {reason(error)}; earlier files there are untouched"
        ) from error
    return before


def _check_spaces(decks: Sequence[Path]) -> None:
    """Refuse the name of a file that a space has made two of. Raises click.UsageError."""
    for first, second in pairwise(decks):
        whole = first.with_name(f"{first.name} {second}")
        if whole.exists() and not (first.exists() and second.exists()):
            raise click.UsageError(f'a name with a space stands in quotation marks: "{whole}"')
