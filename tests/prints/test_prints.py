"""A print item and a face are each one file and one line: proved in a copy of the package with one more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any, NamedTuple

import pikepdf
import pytest

from tests.support.repository import ROOT

TENT_CARD = '''"""Tent cards: a name to stand on a table, for each group."""

from casedeck.compose.kit import Kit
from casedeck.compose.stationery import Stationery
from casedeck.library.locale import fixed
from casedeck.model.deck import PrintItem
from casedeck.model.page import Group, Page
from casedeck.prints.bench import Bench
from casedeck.prints.document import Document, sheets_document
from casedeck.prints.entry import OF_A_SHEET, Print
from casedeck.session.supplied import Supplied


def _make(bench: Bench, item: PrintItem) -> list[Document]:
    words, size = bench.words("tent card"), item.paper.size.landscape
    stationery = bench.stationery(item, size)
    pages = [_side(stationery, text) for text in (words["name"], bench.deck.title)]
    return [sheets_document(item, words["name"], pages, stationery, bench.report, sides=1)]


def _side(stationery: Stationery, text: str) -> Page:
    words = Kit(stationery, 40).paragraph(text, 20, stationery.size.width - 40)
    return Page(stationery.size, (Group("Sect", (words.draw(20),)),), text, text)


PRINT = Print(
    "tent card",
    about="A card to fold and stand on a table",
    takes=OF_A_SHEET,
    words={"tent card": fixed("name")},
    make=_make,
    supplied=Supplied("A4", "mono", pages=2),
)
'''
DECK = """
title: Tents
session: {people: 17, activities: [camp], starts: "9:00", date: 2027-03-12}
cards:
  - where: {full card: yes}
    at most: 6
print: [pack, ITEM]
"""
SCRIPT = """
import json
from pathlib import Path
from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import build, draw, plan
from casedeck.build.schema import schema_text
from casedeck.disk.folder import Folder
from casedeck.errors import DeckError

def found(text):
    deck = DeckFile("camp", text.encode(), "camp.yaml", Folder(Path.cwd()))
    try:
        chosen, session = plan(deck)
        documents = build(deck).documents
    except DeckError as error:
        return {"problems": list(map(str, error.problems))}
    lines = [line for part in session.activities for line in part.prints if line.sheet]
    return {
        "problems": [],
        "plan": {line.name: line.sheets for line in lines},
        "files": {each.title.partition(": ")[2]: each.sheets for each in documents},
        "names": [each.file_name for each in documents],
        "drawn": draw(chosen.deck, documents[-1], lambda: None).decode("latin-1"),
        "schema": schema_text(chosen.library, "deck"),
    }

print(json.dumps(found(Path("decks/camp.yaml").read_text("utf-8"))))
"""


class House(NamedTuple):
    """A copy of the package with its docs, and a facilitator's folder beside it."""

    code: Path
    mine: Path

    def write(self, name: str, text: str) -> None:
        """A new file of the package."""
        assert not (self.code / name).exists()
        (self.code / name).write_text(text, "utf-8")

    def change(self, name: str, right: str, changed: str) -> None:
        """A file of the copy in which something stands once, changed."""
        text = (self.code / name).read_text("utf-8")
        assert text.count(right) == 1, name
        (self.code / name).write_text(text.replace(right, changed), "utf-8")

    def deal(self, sheet: str, per: str, item: str) -> None:
        """An activity that names a sheet, and a deck with it that prints an item beside the pack."""
        gallery = (ROOT / "assets/activities/gallery.yaml").read_text("utf-8")
        supply = f"supplies:\n  - {{name: Something new, sheet: {sheet}, per: {per}}}\n"
        camp = gallery.replace("name: Gallery", "name: Camp", 1).replace("supplies:\n", supply, 1)
        camp = camp.replace("cards: [6, 24]", "cards: [3, 24]", 1).replace("hand: 0", "hand: 3", 1)
        for name, text in (("assets/activities/camp", camp), ("decks/camp", DECK.replace("ITEM", item))):
            path = self.mine / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def run(self, *command: str) -> tuple[int, str]:
        """The exit code of a command in the facilitator's folder, and what it says."""
        paths = {"PYTHONPATH": str(self.code / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-P", *command],
            cwd=self.mine,
            env={**os.environ, **paths},
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        return done.returncode, done.stdout + done.stderr

    def found(self) -> dict[str, Any]:
        """What the deck comes to: its problems, or the sheets of paper that the plan has of each thing, and
        those that its file takes.
        """
        code, said = self.run("-c", SCRIPT)
        assert code == 0, said
        found: dict[str, Any] = json.loads(said)
        return found


def house(folder: Path) -> House:
    """A copy as it is."""
    copied = House(folder / "checkout", folder / "mine")
    for name in ("src/casedeck", "assets", "decks", "docs"):
        copytree(ROOT / name, copied.code / name, ignore=ignore_patterns("__pycache__", "pictures"))
    copied.mine.mkdir()
    return copied


def with_tents(folder: Path) -> House:
    """A copy with one new print in a file of its own, which nothing knows yet."""
    copied = house(folder)
    copied.write("src/casedeck/prints/tent_card.py", TENT_CARD)
    copied.deal("tent card", "person", "tent card: {copies: 2}")
    return copied


def entered(copied: House) -> House:
    """The same with the print in a line of the table, and its word in the locale."""
    table = "src/casedeck/prints/__init__.py"
    copied.change(table, "    why_these_cards,\n)", "    tent_card,\n    why_these_cards,\n)")
    copied.change(table, "        pack.PRINT,\n", "        pack.PRINT,\n        tent_card.PRINT,\n")
    copied.change(
        "assets/locales/en-GB.yaml", "\nblank card:", "\ntent card:\n  name: Our table\n\nblank card:"
    )
    return copied


def test_a_new_print_is_one_file_and_one_line(tmp_path: Path) -> None:
    """Its file is made for the deck and for an activity, on as many sheets as the plan says; messages, the
    schema and the docs know it.
    """
    copied = entered(with_tents(tmp_path))
    made = copied.found()
    assert made["problems"] == []
    assert made["names"][-1] == "tent-card-a4.pdf"
    with pikepdf.open(BytesIO(made["drawn"].encode("latin-1"))) as pdf:
        assert len(pdf.pages) == 4
    assert made["plan"]["Something new"] == made["files"]["Something new"] == 2 * 17
    assert {name: made["files"][name] for name in made["plan"]} == made["plan"]
    copied.change("../mine/decks/camp.yaml", "copies: 2", "face: wall")
    (problem,) = copied.found()["problems"]
    assert "V101 the tent card takes no face; say only its paper, theme and copies" in problem
    assert '"tent card"' in made["schema"]
    assert copied.run(str(copied.code / "docs/generate.py"))[0] == 0
    for page, row in (
        ("deck-file", "| `tent card` | A card to fold and stand on a table | `paper`, `theme`, `copies` |"),
        ("activity-file", "| `tent card` | A card to fold and stand on a table |"),
        ("words-file", "| `name` | Our table |"),
    ):
        assert row in (copied.code / f"docs/{page}.md").read_text("utf-8")


def test_a_print_that_is_not_entered_is_refused(tmp_path: Path) -> None:
    """Twin: with the file but without the line, the deck's item and the activity's sheet are unknown."""
    copied = with_tents(tmp_path)
    assert any('V106 unknown print item "tent card"' in problem for problem in copied.found()["problems"])
    copied.change("../mine/decks/camp.yaml", "tent card: {copies: 2}", "cards")
    assert any('"tent card"' in problem for problem in copied.found()["problems"])


@pytest.mark.parametrize(
    ("set_for", "per", "sheets"),
    [("", "card in hand", 17 * 3 + 17), ("table", "table", 4 * 6), ("wall", "card", 2 * 6)],
)
def test_a_new_face_is_counted_as_it_is_printed(tmp_path: Path, set_for: str, per: str, sheets: int) -> None:
    """A face of one file and one line has its own item in decks. Dealt, laid on tables or hung, it takes as
    many sheets as the plan says, slips for the seats among them.
    """
    copied = house(tmp_path)
    index = (copied.code / "src/casedeck/compose/faces/index.py").read_text("utf-8")
    reader = index.replace('name="index"', 'name="reader"').replace('set_for="table"', f'set_for="{set_for}"')
    copied.write("src/casedeck/compose/faces/reader.py", reader)
    table = "src/casedeck/compose/faces/__init__.py"
    copied.change(table, "import index, wall", "import index, reader, wall")
    copied.change(table, "        wall.FACE,\n", "        wall.FACE,\n        reader.FACE,\n")
    copied.deal("reader", per, "reader cards: {copies: 2}")
    made = copied.found()
    assert made["problems"] == []
    assert made["names"][-1] == "cards-reader-a4.pdf"
    assert {name: made["files"][name] for name in made["plan"]} == made["plan"]
    assert made["plan"]["Something new"] == sheets
