"""Headings of one's own: asked about in a terminal, corrected, and kept in the facilitator's folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casedeck.errors import Report, did_you_mean
from casedeck.exchange.columns import SINGLE, columns
from casedeck.exchange.own_headings import column_named, hint, read_told, told
from casedeck.exchange.report import mapping_lines
from casedeck.model.vocabulary import key
from casedeck.tables.heading_words import plain

if TYPE_CHECKING:
    from casedeck.exchange.headings import Told as Meant
    from casedeck.exchange.outcome import Import
    from casedeck.library.library import Library

_ASK = "Press Enter to import them like this. Or write what is different, such as Impact 1=benefit, or no"


class OwnHeadings:
    """What a facilitator's folder, and then the facilitator, say that headings mean."""

    def __init__(self, library: Library, report: Report) -> None:
        self.known = columns(library.vocabularies)
        self.words = read_told(library.files, self.known, report)
        self._kept = dict(self.words)

    @property
    def columns(self) -> Meant:
        """What headings mean, as an import takes it."""
        return told(self.words, self.known)

    def correct(self, correction: str) -> None:
        """Take a correction such as "Impact 1=benefit". Raises click.BadParameter for one that says
        nothing.
        """
        heading, equals, word = (part.strip().strip("\"'") for part in correction.rpartition("="))
        if not equals or not plain(heading):
            raise click.BadParameter(
                f'"{correction}" names no heading; write it like "Impact 1=benefit"', param_hint="--column"
            )
        if word and column_named(word, self.known) is None:
            raise click.BadParameter(
                f'"{word}" is nothing that a heading can be read as; {hint(word, self.known)}',
                param_hint="--column",
            )
        self._set(heading, word)

    def accept(self, made: Import) -> None:
        """Take what is likely for what is meant."""
        for index in made.headings.guessed:
            heading = made.headings.columns[index].heading
            self._set(made.headings.words[index], SINGLE.get(heading, heading).lower())

    def keep(self, folder: Path) -> None:
        """Write what is new into the facilitator's folder, for the next import."""
        from casedeck.disk.folder import show
        from casedeck.disk.workspace import keep_headings
        from casedeck.library.case_file import told_file

        if self.words != self._kept:
            path = keep_headings(folder, told_file(self.words))
            click.echo(f"What the headings mean is kept in {show(path)} for the next import.\n")

    def _set(self, heading: str, word: str) -> None:
        self.words = {each: said for each, said in self.words.items() if plain(each) != plain(heading)} | {
            heading: word
        }


def settle(read: Callable[[], Import], said: OwnHeadings, corrections: Iterable[str]) -> tuple[Import, bool]:
    """The import once it is clear what its headings mean: after corrections and, in a terminal, when somebody
    has seen what is likely.

    Also whether they have.
    """
    asked = False
    for each in corrections:
        said.correct(each)
    made = read()
    _check_there(made, corrections)
    while made.headings.guessed and sys.stdin.isatty() and sys.stdout.isatty():
        asked = True
        *lines, _ = mapping_lines(made)
        click.echo("\n".join(lines))
        answer = click.prompt(_ASK, default="", show_default=False).strip()
        if key(answer) in ("no", "n"):
            raise click.Abort
        if "=" not in answer:
            said.accept(made)
        for each in answer.split(";") if "=" in answer else ():
            try:
                said.correct(each)
            except click.BadParameter as error:
                click.echo(error.message)
        made = read()
    return made, asked


def _check_there(made: Import, corrections: Iterable[str]) -> None:
    """Refuse a correction of a heading that the sheet does not have. Raises click.BadParameter."""
    headings = made.headings
    words = [
        *headings.words.values(),
        *headings.unknown.values(),
        *headings.twice,
        *headings.unseen,
        *headings.dropped,
    ]
    for each in corrections:
        heading = each.rpartition("=")[0].strip()
        if plain(heading) not in map(plain, words):
            near = did_you_mean(heading, words)
            message = f'no heading is called "{heading}"' + (f"; {near}" if near else "")
            raise click.BadParameter(message, param_hint="--column")
