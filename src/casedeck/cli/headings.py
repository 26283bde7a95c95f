"""Headings of one's own: shown in a terminal, and asked about."""

from __future__ import annotations

import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

import click

from casedeck.api.exchange import need_headings, to_ask
from casedeck.cli.progress import progress
from casedeck.errors import RefusedError
from casedeck.model.vocabulary import key

if TYPE_CHECKING:
    from casedeck.api.exchange import Incoming
    from casedeck.exchange.outcome import Import

_ASK = "Press Enter to import them like this. Or write what is different, such as Impact 1=benefit, or no"


def settle(coming: Incoming, corrections: Collection[str]) -> tuple[Incoming, Import, bool]:
    """A table once it is clear what its headings mean, and what it makes: after corrections and, in a
    terminal, when somebody has seen what is likely.

    Also whether they have. Raises RefusedError for a correction that says nothing, DeckError where the table
    cannot be understood, click.Abort where somebody says no.
    """
    for each in corrections:
        coming = coming.corrected(each)
    made = coming.read(progress())
    need_headings(made, corrections)
    asked = False
    while (lines := to_ask(made)) and sys.stdin.isatty() and sys.stdout.isatty():
        asked = True
        click.echo("\n".join(lines))
        coming = _answered(coming, made, click.prompt(_ASK, default="", show_default=False).strip())
        made = coming.read(progress())
    return coming, made, asked


def _answered(coming: Incoming, made: Import, answer: str) -> Incoming:
    """A table after an answer: what is likely is meant, or some headings mean something else."""
    if key(answer) in ("no", "n"):
        raise click.Abort
    if "=" not in answer:
        return coming.accepted(made)
    for each in answer.split(";"):
        try:
            coming = coming.corrected(each)
        except RefusedError as error:
            click.echo(error.message)
    return coming
