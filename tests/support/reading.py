"""Reading pieces of files in tests, with problems as the lines that a user sees."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from casedeck.build.deck_file import read_deck
from casedeck.build.schema import schema_text
from casedeck.disk.folder import Folder
from casedeck.errors import DeckError, Report
from casedeck.library.files import Files
from casedeck.library.library import Library
from casedeck.model.deck import Deck
from casedeck.notation.fields import Field
from casedeck.notation.yaml import parse
from tests.support.repository import ROOT


class Overlay:
    """Files in memory laid over those that ship; a value of None is a name that leads out of the folder."""

    def __init__(self, files: Mapping[str, str | bytes | None]) -> None:
        self.files = files
        self.behind = Folder(ROOT)

    def names(self, folder: str) -> list[str]:
        """What is in a folder."""
        here = {name for name in self.files if name.rpartition("/")[0] == folder}
        return sorted(here | set(self.behind.names(folder)))

    def read(self, name: str) -> bytes:
        """A file's bytes."""
        data = self.files[name] if name in self.files else self.behind.read(name)
        if data is None:
            raise PermissionError(name)
        return data.encode() if isinstance(data, str) else data

    def kept(self, name: str) -> bytes:
        """Nothing is kept."""
        return b""

    def keep(self, name: str, data: bytes) -> None:
        """Nothing is kept."""

    def shown(self, name: str) -> str:
        """The name itself."""
        return name

    def own(self, name: str) -> bool:
        """Whether it is one of the files in memory."""
        return name in self.files


def read(field: Field, text: str, file: str = "test.yaml") -> tuple[Any, list[str]]:
    """The value that a field reads from YAML text, and the problems in words."""
    report = Report()
    value = field.read(parse(text.encode(), file), report)
    return value, lines(report)


def lines(report: Report) -> list[str]:
    """The problems of a report, sorted, in words."""
    return [str(problem) for problem in sorted(set(report.problems))]


def refused(data: str | bytes, file: str = "test.yaml") -> str:
    """The one problem for which a YAML file is refused."""
    with pytest.raises(DeckError) as caught:
        parse(data.encode() if isinstance(data, str) else data, file)
    (problem,) = caught.value.problems
    return str(problem)


def read_deck_file(text: str | bytes, library: Library, file: str) -> tuple[Deck | None, list[str]]:
    """The deck in a file's text, and the problems in words. Raises DeckError where it is not YAML."""
    report = Report()
    data = text.encode() if isinstance(text, str) else text
    return read_deck("test", parse(data, file), library, report), lines(report)


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of deck, case-study or theme files over the library that ships."""
    schema: dict[str, Any] = json.loads(schema_text(Library(Folder(ROOT), Report()), kind))
    return schema


def library_of(files: Files) -> tuple[Library, Report]:
    """The library in these files, and the report that its problems go to."""
    report = Report()
    return Library(files, report), report


def codes(problems: Iterable[str]) -> list[str]:
    """The codes in lines of problems."""
    return [line.split(": ", 1)[1].split(" ", 1)[0] for line in problems]
