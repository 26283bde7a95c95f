"""What commands say of kinds of files besides PDFs: the options that ask for them, and what one needs."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casedeck.cli.values import Written

if TYPE_CHECKING:
    from casedeck.notation.fields import Field


def _output() -> Field:
    from casedeck.draw import OUTPUTS
    from casedeck.notation.fields import OneOf

    return OneOf("kind of file", tuple(OUTPUTS))


class Also(click.Option):
    """An option that takes the name of a kind of file; its help says what there is."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """How it is typed, and what each kind is."""
        from casedeck.draw import OUTPUTS

        kinds = [f"{name}, {output.about}" for name, output in OUTPUTS.items() if name != "pdf"]
        self.help = f"Make another kind of file of every document as well: {'; or '.join(kinds)}."
        return super().get_help_record(ctx)


also_option = click.option("--also", cls=Also, type=Written(_output), multiple=True, metavar="NAME")


def need(names: Sequence[str]) -> None:
    """Say so at once where the package of an output is missing, with the command that brings it, rather than
    after everything is drawn. Raises click.UsageError.
    """
    from casedeck.build.outputs import unready

    for output in unready(names):
        line = install_line(sys.prefix, output.needs)
        raise click.UsageError(
            f"{output.what} need one more package. Fetch it with this line, then build again:\n  {line}"
        )


def install_line(prefix: str, package: str) -> str:
    """The command that adds a package to the environment at `prefix`."""
    if "pipx" in Path(prefix).parts:
        return f"pipx inject casedeck {package}"
    return shlex.join([sys.executable, "-m", "pip", "install", package])
