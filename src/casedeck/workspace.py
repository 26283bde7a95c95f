"""A facilitator's own folder."""

from __future__ import annotations

import os
from pathlib import Path

import click

from casedeck.compose.faces import PAPERS
from casedeck.errors import Report
from casedeck.folder import Folder, shipped
from casedeck.load.library import Library
from casedeck.load.schema import schema_text

_FOLDERS = ("decks", "assets/case-studies", "assets/pictures", "assets/fonts", "assets/themes", "output")
_SCHEMA_LINE = "# yaml-language-server: $schema=../deck.schema.json\n"


def make_folder(folder: Path) -> list[str]:
    """Make the folders, a deck to start from and its schema; return what was made.

    Raises click.ClickException, with nothing made, where a file that it would write is already there.
    """
    report = Report()
    library = Library(Folder(folder), report)
    report.raise_if_any()
    template = (shipped() / "decks" / "my-deck.yaml").read_text("utf-8")
    files = {"decks/my-deck.yaml": _SCHEMA_LINE + template, "deck.schema.json": schema_text(library, PAPERS, "deck") + "\n"}
    for name in files:
        if os.path.lexists(folder / name):
            raise click.ClickException(f"{folder / name} is already there; choose another folder")
    for name in _FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        with (folder / name).open("x", encoding="utf-8") as file:
            file.write(text)
    return [*(f"{name}/" for name in ("decks", "assets", "output")), *files]
