"""The tables of docs/deck-file.md and docs/activity-file.md that follow from the code."""

from __future__ import annotations

from casedeck.compose.faces import FACES
from casedeck.prints import PRINTS
from pages.tables import DOCS, between, table

_SETS = {
    "wall": "With `per: card`, one whole set for each wall.",
    "table": "With `per: card`, one whole set; with `per: table`, one for each table.",
}
"""What full sets of the cards of a face are for, by what it is set for."""


def prints_table() -> str:
    """What can stand under `print` in a deck, for its page."""
    rows = [
        (f"`{each.name}`", each.about, ", ".join(f"`{name}`" for name in each.takes))
        for each in PRINTS.values()
    ]
    return table(("Key", "What it prints", "Its keys"), rows)


def sheets_table() -> str:
    """What an activity can name as a sheet, for its page."""
    faces = [
        (f"`{each.name}`", f"{each.about} {_SETS.get(each.set_for, '')}".strip()) for each in FACES.values()
    ]
    prints = [(f"`{each.name}`", each.about) for each in PRINTS.values() if each.supplied]
    others = "A worksheet: `assets/sheets/<name>.yaml`, see [worksheet files](worksheet-file.md)"
    return table(("Sheet", "What it is"), [*faces, *prints, ("any other name", others)])


def deck_page() -> str:
    """docs/deck-file.md: written by hand, but for what the prints say of themselves."""
    return between((DOCS / "deck-file.md").read_text(encoding="utf-8"), "prints", prints_table())


def activity_page() -> str:
    """docs/activity-file.md: written by hand, but for what can be named as a sheet."""
    return between((DOCS / "activity-file.md").read_text(encoding="utf-8"), "sheets", sheets_table())
