"""A print item and a face are each one file and one line: proved in a copy of the package with one more."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import pikepdf
import pytest

from tests.support.newcomers import Copy
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


PAGES = """
import runpy, sys
sys.path.insert(0, sys.argv[1].rpartition("/")[0])
made = runpy.run_path(sys.argv[1])["PAGES"]
print(*[made[name]() for name in ("deck-file.md", "activity-file.md", "words-file.md")])
"""


def deal(copy: Copy, sheet: str, per: str, item: str) -> None:
    """An activity that names a sheet, and a deck with it that prints an item beside the pack."""
    camp = (ROOT / "assets/activities/gallery.yaml").read_text("utf-8")
    for right, changed in (
        ("name: Gallery", "name: Camp"),
        ("supplies:\n", f"supplies:\n  - {{name: Something new, sheet: {sheet}, per: {per}}}\n"),
        ("hand: 0", "hand: 3"),
    ):
        camp = camp.replace(right, changed, 1)
    copy.write("assets/activities/camp.yaml", camp)
    copy.write("decks/camp.yaml", DECK.replace("ITEM", item))


def found(copy: Copy) -> dict[str, Any]:
    """What the deck comes to: its problems, or the sheets of paper that the plan has of each thing, and those
    that its file takes.
    """
    code, said = copy.python(["-c", SCRIPT])
    assert code == 0, said
    made: dict[str, Any] = json.loads(said)
    return made


def with_tents(folder: Path) -> Copy:
    """A copy with one new print in a file of its own, which nothing knows yet."""
    copy = Copy(folder)
    copy.add("prints/tent_card.py", TENT_CARD)
    deal(copy, "tent card", "person", "tent card: {copies: 2}")
    return copy


def entered(copy: Copy) -> Copy:
    """The same with the print in a line of the table, and its word in the locale."""
    table = "src/casedeck/prints/__init__.py"
    copy.change(table, "    why_these_cards,\n)", "    tent_card,\n    why_these_cards,\n)")
    copy.change(table, "        pack.PRINT,\n", "        pack.PRINT,\n        tent_card.PRINT,\n")
    copy.change(
        "assets/locales/en-GB.yaml", "\nblank card:", "\ntent card:\n  name: Our table\n\nblank card:"
    )
    return copy


def test_a_new_print_is_one_file_and_one_line(tmp_path: Path) -> None:
    """Its file is made for the deck and for an activity, on as many sheets as the plan says; messages, the
    schema and the docs know it.
    """
    copy = entered(with_tents(tmp_path))
    made = found(copy)
    assert made["problems"] == []
    assert made["names"][-1] == "tent-card-a4.pdf"
    with pikepdf.open(BytesIO(made["drawn"].encode("latin-1"))) as pdf:
        assert len(pdf.pages) == 4
    assert made["plan"]["Something new"] == made["files"]["Something new"] == 2 * 17
    assert {name: made["files"][name] for name in made["plan"]} == made["plan"]
    copy.change("../mine/decks/camp.yaml", "copies: 2", "face: wall")
    (problem,) = found(copy)["problems"]
    assert "V101 the tent card takes no face; say only its paper, theme and copies" in problem
    assert '"tent card"' in made["schema"]
    copytree(ROOT / "docs", copy.home / "docs", ignore=ignore_patterns("pictures"))
    code, pages = copy.python(["-c", PAGES, str(copy.home / "docs/generate.py")])
    assert code == 0, pages
    for row in (
        "| `tent card` | A card to fold and stand on a table | `paper`, `theme`, `copies` |",
        "| `tent card` | A card to fold and stand on a table |\n",
        "| `name` | Our table |",
    ):
        assert row in pages


def test_a_print_that_is_not_entered_is_refused(tmp_path: Path) -> None:
    """Twin: with the file but without the line, the deck's item and the activity's sheet are unknown."""
    copy = with_tents(tmp_path)
    assert any('V106 unknown print item "tent card"' in problem for problem in found(copy)["problems"])
    copy.change("../mine/decks/camp.yaml", "tent card: {copies: 2}", "cards")
    assert any('"tent card"' in problem for problem in found(copy)["problems"])


@pytest.mark.parametrize(
    ("set_for", "per", "sheets"),
    [("", "card in hand", 17 * 3 + 17), ("table", "table", 4 * 6), ("wall", "card", 2 * 6)],
)
def test_a_new_face_is_counted_as_it_is_printed(tmp_path: Path, set_for: str, per: str, sheets: int) -> None:
    """A face of one file and one line has its own item in decks and, dealt, laid on tables or hung, takes as
    many sheets as the plan says, slips for the seats among them.
    """
    copy = Copy(tmp_path)
    index = (copy.package / "compose/faces/index.py").read_text("utf-8")
    broadsheet = index.replace('name="index"', 'name="broadsheet"').replace(
        'set_for="table"', f'set_for="{set_for}"'
    )
    copy.add("compose/faces/broadsheet.py", broadsheet)
    table = "src/casedeck/compose/faces/__init__.py"
    copy.change(table, "import index, ", "import broadsheet, index, ")
    copy.change(table, "        wall.FACE,\n", "        wall.FACE,\n        broadsheet.FACE,\n")
    deal(copy, "broadsheet", per, "broadsheet cards: {copies: 2}")
    made = found(copy)
    assert made["problems"] == []
    assert made["names"][-1] == "cards-broadsheet-a4.pdf"
    assert {name: made["files"][name] for name in made["plan"]} == made["plan"]
    assert made["plan"]["Something new"] == sheets


def with_broadsheet(folder: Path, face: str) -> Copy:
    """A copy with one new face in a file of its own, with words of its own, and a deck whose cards are on
    what the deck calls `face`.
    """
    copy = Copy(folder)
    index = (copy.package / "compose/faces/index.py").read_text("utf-8")
    words = 'words={"broadsheet": {"for whom": ("count",)}},\n    name="broadsheet"'
    copy.add("compose/faces/broadsheet.py", index.replace('name="index"', words))
    deal(copy, "index", "table", f"cards: {{face: {face}}}")
    return copy


def with_words(copy: Copy) -> Copy:
    """The same with the face in a line of the table."""
    table = "src/casedeck/compose/faces/__init__.py"
    copy.change(table, "import index, ", "import broadsheet, index, ")
    copy.change(table, "        wall.FACE,\n", "        wall.FACE,\n        broadsheet.FACE,\n")
    return copy


def test_a_new_face_says_its_own_words(tmp_path: Path) -> None:
    """The words that a face names are wanted from the locale; with them, cards are set on it, and the schema
    knows it.
    """
    copy = with_words(with_broadsheet(tmp_path, "broadsheet"))
    assert any('V102 "broadsheet" is missing in a locale' in problem for problem in found(copy)["problems"])
    locale = "assets/locales/en-GB.yaml"
    copy.change(locale, "\nblank card:", "\nbroadsheet:\n  for whom: For {count} readers\n\nblank card:")
    made = found(copy)
    assert made["problems"] == []
    assert made["names"][-1] == "cards-broadsheet-a4.pdf"
    assert '"broadsheet"' in made["schema"]


def test_a_face_that_is_not_entered_is_refused(tmp_path: Path) -> None:
    """Twin: with the file but without the line, the face is unknown, and one that is nearly called so is
    named where there is one.
    """
    (problem,) = found(with_broadsheet(tmp_path / "unknown", "broadsheet"))["problems"]
    assert 'V106 unknown face "broadsheet"; use one of: index, wall' in problem
    problems = found(with_words(with_broadsheet(tmp_path / "nearly", "braodsheet")))["problems"]
    assert any(
        'V106 unknown face "braodsheet"; did you mean "broadsheet"?' in problem for problem in problems
    )
