"""Writes the pages that follow from the code and the assets: python docs/generate.py."""  # noqa: INP001

from __future__ import annotations

from collections.abc import Callable, Mapping

from pages import architecture
from pages.activities import activities_page
from pages.commands import commands_page
from pages.errors import errors_page
from pages.prints import activity_page, deck_page
from pages.tables import DOCS
from pages.vocabulary import vocabulary_page
from pages.words import words_page
from pages.worksheets import worksheet_page

PAGES: Mapping[str, Callable[[], str]] = {
    "activities.md": activities_page,
    "activity-file.md": activity_page,
    "commands.md": commands_page,
    "deck-file.md": deck_page,
    "errors.md": errors_page,
    "vocabulary.md": vocabulary_page,
    "words-file.md": words_page,
    "worksheet-file.md": worksheet_page,
}
"""The generated pages by their file's name in docs/."""
ARCHITECTURE = DOCS.parent / "ARCHITECTURE.md"


def main() -> None:
    """Write every generated page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8", newline="\n")
        print(f"docs/{name}")
    text = architecture.filled(ARCHITECTURE.read_text("utf-8"))
    ARCHITECTURE.write_text(text, encoding="utf-8", newline="\n")
    print(ARCHITECTURE.name)


if __name__ == "__main__":
    main()
