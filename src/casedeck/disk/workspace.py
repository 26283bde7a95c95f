"""A facilitator's own folder: a new one, and new files in it."""

from __future__ import annotations

import csv
import os
from collections.abc import Collection, Mapping
from io import StringIO
from itertools import chain, count
from pathlib import Path

from casedeck.build.schema import schema_text
from casedeck.disk.folder import Folder, as_spelt, shipped, show
from casedeck.disk.write import write_folder, write_new, write_together
from casedeck.errors import Report, WorkspaceError
from casedeck.exchange.own_headings import FILE as HEADINGS
from casedeck.library import links
from casedeck.library.case_file import slug_of
from casedeck.library.files import stem
from casedeck.library.library import Library
from casedeck.library.printer import FILE as PRINTER
from casedeck.model.vocabulary import key
from casedeck.tables.mending import disarmed
from casedeck.wording import reason

_FOLDERS = (
    "decks",
    "assets/case-studies",
    "assets/pictures",
    "assets/fonts",
    "assets/themes",
    "assets/vocabulary",
    "assets/activities",
    "assets/sheets",
    "output",
)
_SCHEMA_LINE = "# yaml-language-server: $schema=../deck.schema.json\n"


def make_folder(folder: Path) -> list[str]:
    """Make the folders, a deck to start from and its schema; return what was made.

    Raises WorkspaceError, with nothing made, where a file that it would write is already there.
    """
    report = Report()
    library = Library(Folder(folder), report)
    report.raise_if_any()
    template = (shipped() / "decks" / "my-deck.yaml").read_text("utf-8")
    files = {
        "decks/my-deck.yaml": _SCHEMA_LINE + template,
        "deck.schema.json": schema_text(library, "deck") + "\n",
    }
    try:
        write_folder(folder, _FOLDERS, {name: text.encode() for name, text in files.items()})
    except FileExistsError as error:
        raise WorkspaceError(f"{error.filename or folder} is already there; choose another folder") from error
    except OSError as error:
        raise WorkspaceError(f"cannot make {show(folder)}: {reason(error)}; nothing is made") from error
    return [*(f"{name}/" for name in ("decks", "assets", "output")), *files]


def case_study_path(folder: Path, slug: str) -> Path:
    """Where a new case study of this name goes in a facilitator's folder.

    Raises WorkspaceError where the folder, or what ships with casedeck, has one of the same name: it would be
    hidden.
    """
    path = _inside(folder, "assets/case-studies") / f"{slug}.yaml"
    taken = {key(stem(name)): name for name in Folder(folder).names("assets/case-studies")}.get(key(slug))
    here = path if os.path.lexists(path) else folder / taken if taken else path
    if os.path.lexists(here):
        raise WorkspaceError(f"{show(here)} is already there; open that, or choose another name")
    if taken:
        raise WorkspaceError(
            f'a case study that comes with casedeck is called "{slug}" already; choose another name'
        )
    return path


def deck_path(folder: Path, title: str) -> Path:
    """Where a new deck of this title goes in a facilitator's folder: decks/<title>.yaml, with a number where
    that is taken.

    Raises WorkspaceError where decks/ leads out of the folder.
    """
    slug = slug_of(title) or "my-session"
    names = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(
        path for name in names if not os.path.lexists(path := _inside(folder, "decks") / f"{name}.yaml")
    )


def add_deck(path: Path, text: str) -> None:
    """Write a new deck file, whole or not at all. Raises WorkspaceError."""
    _add(path, text)


def add_links(folder: Path) -> Path:
    """Start the file of links of a folder, with a row for each case study there is and the link that it has;
    return its path.

    Raises WorkspaceError where there is one already.
    """
    files = Folder(folder)
    if there := [name for name in files.names(links.FOLDER) if key(stem(name)) == links.NAME]:
        raise WorkspaceError(f"{show(folder / there[0])} is already there; open that")
    report = Report()
    library = Library(files, report)
    report.raise_if_any()
    path = _inside(folder, links.FOLDER) / f"{links.NAME}.csv"
    made = StringIO(newline="")
    rows = [
        (case.title if len(library.cases.find(case.title)) == 1 else case.id, case.link)
        for case in library.by_title()
    ]
    csv.writer(made).writerows([("Name", "Link"), *((disarmed(name), link) for name, link in rows)])
    _add(path, "\ufeff" + made.getvalue())
    return path


def add_case_study(path: Path, text: str) -> None:
    """Write a new case-study file, whole or not at all. Raises WorkspaceError."""
    _add(path, text)


def _add(path: Path, text: str) -> None:
    try:
        write_new(path, text.encode())
    except FileExistsError as error:
        raise WorkspaceError(f"{show(path)} is already there; open that, or choose another name") from error
    except OSError as error:
        raise WorkspaceError(f"cannot write {show(path)}: {reason(error)}; nothing is changed") from error


def own_case_studies(folder: Path) -> list[str]:
    """The names of the case-study files that stand in a facilitator's folder itself."""
    return [name for name in Folder(folder).names("assets/case-studies") if os.path.lexists(folder / name)]


def add_case_studies(folder: Path, files: Mapping[str, bytes], replaced: Collection[str]) -> None:
    """Write case-study files, all of them or none. Raises WorkspaceError."""
    if files:
        _write(_inside(folder, "assets/case-studies"), files, replaced)


def keep_headings(folder: Path, data: bytes) -> Path:
    """Write what headings mean into a facilitator's folder, over what is there; return where. Raises
    WorkspaceError.
    """
    return _keep(folder, HEADINGS, data)


def keep_printer(folder: Path, text: str) -> Path:
    """Write what is known of a printer into a facilitator's folder, over what is there; return where. Raises
    WorkspaceError.
    """
    return _keep(folder, PRINTER, text.encode())


def _keep(folder: Path, name: str, data: bytes) -> Path:
    path = _inside(folder, "assets") / name.rpartition("/")[2]
    path.parent.mkdir(parents=True, exist_ok=True)
    put_file(path, data, replace=True)
    return path


def _inside(folder: Path, name: str) -> Path:
    """A folder in a facilitator's folder. Raises WorkspaceError where it leads elsewhere, from where casedeck
    would not read.
    """
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        why = "casedeck reads nothing from there, so it writes nothing either"
        raise WorkspaceError(f"{show(path)} leads out of your folder; {why}")
    return path


def put_file(path: Path, data: bytes, *, replace: bool) -> None:
    """Write a file, whole or not at all, over one that is there only with `replace`.

    Raises WorkspaceError.
    """
    path = as_spelt(path)
    _write(path.parent, {path.name: data}, (path.name,) if replace else ())


def _write(folder: Path, files: Mapping[str, bytes], replaced: Collection[str]) -> None:
    try:
        write_together(folder, files, replaced)
    except FileExistsError as error:
        raise WorkspaceError(
            f"{error.filename} is already there; choose another name, or --replace"
        ) from error
    except OSError as error:
        raise WorkspaceError(
            f"cannot write to {show(folder)}: {reason(error)}; nothing is changed"
        ) from error
