"""The page on spreadsheets: its example, its headings and its messages are what casedeck does."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from casedeck.cli import run
from casedeck.errors import DeckError
from casedeck.exchange.columns import TableColumn, columns
from casedeck.tables.read import READERS
from casedeck.tables.sheet import MAX_COLUMNS, MAX_ROWS
from tests.docs.support import example, library, page
from tests.support.tables import CHOIR, csv_bytes, grid, imported
from tests.support.workshops import workshop

NAME = "docs/importing.md"
MADE = "assets/case-studies/doorstep-choir.yaml"
FILES: Mapping[str, bytes] = {
    "collection.xls": b"",
    "collection.ods": b"",
    "collection.numbers": b"",
    "collection.pdf": b"%PDF",
    "locked.xlsx": b"\xd0\xcf\x11\xe0",
    "broken.xlsx": b"PK\x03\x04",
    "blank.csv": b"\n",
    "notes.csv": b"Milk,Eggs\n",
    "names.csv": b"Who,Summary,Location\n",
    "scan.csv": b"\x81\x8d,",
    "polish.csv": "Title,Łódź\n".encode("cp1250"),
    "mixed.csv": "Name\nCafé, à la carte\nBlack Caf".encode() + b"\xe9",
    "quotes.csv": b'Title,Overview,Storytelling\n\n"Shed" Leeds,Tools\n',
    "long.csv": csv_bytes([*grid(CHOIR), *[["1", "x"]] * MAX_ROWS]),
}


def shown(text: str) -> tuple[bytes, str, str]:
    """The spreadsheet of the page, the command below it and what it is said to print."""
    (sheet,) = re.findall(r"^```csv\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    command, said = re.findall(
        r"^```sh\n([^\n]+)\n```\n\n```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL
    )[0]
    return sheet.encode(), command, said


def test_the_example_is_imported_as_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The spreadsheet shown brings the report shown and the file shown, letter by letter; without the tags it
    does not.
    """
    sheet, command, said = shown(page(NAME))
    monkeypatch.chdir(workshop(tmp_path, {"our-collection.csv": sheet}))
    assert run(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out == said
    assert (tmp_path / MADE).read_text("utf-8") == example(NAME, MADE)
    (tmp_path / "our-collection.csv").write_bytes(sheet.replace(b"<u>", b""))
    assert run([*shlex.split(command)[1:], "--replace"]) == 0
    assert capsys.readouterr().out != said


def test_the_exports_work_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line that exports makes its file."""
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^casedeck export .+$", page(NAME), re.MULTILINE)
    assert [run(shlex.split(line)[1:]) for line in lines] == [0, 0, 0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["library.xlsx", "scotland.json", "two.csv"]


def unlisted(known: list[TableColumn], text: str) -> list[str]:
    """The headings and their other names that no row of a table gives; those of opportunities stand in the
    vocabulary.
    """
    words = [word for column in known if column.term is None for word in (column.heading, *column.also)]
    rows = [row for row in text.splitlines() if row.startswith("| ")]
    return [
        word
        for word in words
        if not any(re.search(rf"[|,] {re.escape(word)}(?: and so on)?(?:,| \|)", row) for row in rows)
    ]


def test_every_heading_is_listed() -> None:
    """The page names every heading with all its other names, every ending and both limits; one more heading
    is noticed.
    """
    known, text = columns(library().vocabularies), page(NAME)
    again = [name for number in (2, 3) for name in (f"Top benefit {number}", f"Top enabler {number}")]
    assert unlisted(known, text) == sorted(again, key=lambda name: (name[4:-1], name[-1]))
    assert unlisted([TableColumn("Colour", "colour", ("Paint",))], text) == ["Colour", "Paint"]
    assert all(f"`{kind}`" in text for kind in READERS if kind != ".xlsm")
    assert f"{MAX_ROWS:,} rows and {MAX_COLUMNS} columns" in text


def wrong_messages(text: str) -> Iterator[str]:
    """The rows of the table of messages whose file brings another one."""
    for name, message in re.findall(
        r"^\| `([a-z]+\.[a-z]+)` \| ([A-Z][0-9]{3} [^|]+) \|$", text, re.MULTILINE
    ):
        with pytest.raises(DeckError) as caught:
            imported(FILES[name], name)
        if not all(part.strip() in str(caught.value) for part in message.split("…")):
            yield f"{name}: {caught.value}"


def test_messages_are_as_documented() -> None:
    """Each file of the table brings the message that stands beside it; with other codes none does."""
    text = page(NAME)
    assert list(wrong_messages(text)) == []
    assert len(list(wrong_messages(re.sub(r"\| F1", "| Z1", text)))) == len(FILES)
