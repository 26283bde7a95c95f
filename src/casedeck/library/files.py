"""The door to files: every name is relative to a folder that holds `decks/` and `assets/`."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import Protocol
from unicodedata import category

from casedeck.errors import DeckError, Place, Problem, Report
from casedeck.model.signs import typed
from casedeck.model.vocabulary import key
from casedeck.notation.yaml import Node, parse
from casedeck.wording import short, unread

ENDINGS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
"""What a YAML file may end in; Notepad adds .txt without saying so."""


class Files(Protocol):
    """Where a facilitator's folder, what ships and the font package look like one folder; what stands in the
    first wins.
    """

    def names(self, folder: str) -> Iterable[str]:
        """The names of the files in a folder such as "assets/themes", each as "assets/themes/calm.yaml",
        sorted.
        """

    def read(self, name: str) -> bytes:
        """The bytes of a file.

        The name may be spelt with other capitals, or with accents put together otherwise. Raises
        FileNotFoundError where there is none; SameNamesError where that leaves two files; PermissionError
        without a number where the name leads out of the folders or is not that of a file; OSError where it
        cannot be read.
        """

    def shown(self, name: str) -> str:
        """The name by which a user knows the file."""

    def own(self, name: str) -> bool:
        """True for a file of the facilitator's, False for one that ships."""

    def kept(self, name: str) -> bytes:
        """What was kept under a name; nothing where nothing was."""

    def keep(self, name: str, data: bytes) -> None:
        """Keep what can be made again from the facilitator's files, all or nothing, or not at all where that
        cannot be.
        """


class SameNamesError(OSError):
    """Two files have names that differ in nothing but capitals, or in how letters and accents are put
    together.
    """

    def __init__(self, one: str, other: str) -> None:
        alike = ", which look the same but are spelt with other signs" if typed(one) == typed(other) else ""
        super().__init__(
            errno.EEXIST, f"it may be either of two files, {one} and {other}{alike}; rename one of them"
        )


def read_problem(error: OSError, place: Place, what: str) -> Problem:
    """What to tell the user when `read` raised: F108 where the name leads out of the folders, F109 where it
    is two, else F101.
    """
    if isinstance(error, SameNamesError):
        wrong, _, hint = str(error.strerror).rpartition("; ")
        return Problem(place, "F109", f"{what} is not one file: {wrong}", hint)
    if isinstance(error, PermissionError) and error.errno is None:
        return Problem(
            place,
            "F108",
            f"{what} leads out of the folder, or to something that is not a file",
            "put a copy of the file itself there",
        )
    return Problem(place, "F101", f"{what} cannot be read: {unread(error)}")


def read_node(files: Files, name: str, what: str, report: Report) -> Node | None:
    """What a YAML file says, or None with the problems recorded; `what` is what messages call the file."""
    data = read_bytes(files, name, what, report)
    return None if data is None else parsed(data, files.shown(name), report)


def read_bytes(
    files: Files, name: str, what: str, report: Report, missing: Problem | None = None
) -> bytes | None:
    """The bytes of a file, or None with the problem recorded: `missing`, where that is given and there is no
    such file, and any other at the same place; else at the file.
    """
    try:
        return files.read(name)
    except OSError as error:
        place = missing.place if missing else Place(files.shown(name))
        absent = isinstance(error, FileNotFoundError)
        report.problems.append(missing if missing and absent else read_problem(error, place, what))
        return None


def parsed(data: bytes, shown: str, report: Report) -> Node | None:
    """What YAML says, or None with the problems recorded."""
    try:
        return parse(data, shown)
    except DeckError as error:
        report.problems.extend(error.problems)
        return None


def stem(name: str) -> str:
    """The last part of a file's name, without its ending, each letter and its accents as one sign, and
    without signs that nobody sees.
    """
    last = name.rsplit("/", 1)[-1]
    if last[-4:].lower() == ".txt" and last[:-4].lower().endswith((".yaml", ".yml")):
        last = last[:-4]
    return typed(last.rsplit(".", 1)[0])


def yaml_names(files: Files, folder: str, report: Report) -> list[tuple[str, str]]:
    """The id and name of every YAML file in a folder. Names that are unfit or stand for the same thing twice
    are recorded.
    """
    found: dict[str, tuple[str, str]] = {}
    for name in files.names(folder):
        if not name.lower().endswith(ENDINGS):
            continue
        if not (name.isprintable() or all(char.isprintable() or category(char) == "Zs" for char in name)):
            report.add(
                Place(short(files.shown(name))),
                "F101",
                "the file's name holds signs that cannot be shown",
                "rename the file",
            )
            continue
        said = stem(name)
        _, first = found.setdefault(key(said), (said, name))
        if first != name:
            report.add(
                Place(files.shown(name)),
                "F109",
                f'"{said}" is also described in {files.shown(first)}',
                "rename one of the files",
            )
    return list(found.values())
