"""docs/words-file.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casedeck.disk.folder import Folder
from casedeck.errors import Report
from casedeck.library.activities import ACTIVITIES
from casedeck.library.front_matter import FRONT_MATTER, front_matter_record
from casedeck.library.library import Library
from casedeck.model.text import plain
from casedeck.notation.combined import Checked
from casedeck.notation.records import Key, Record
from casedeck.prints.words import LOCALE, SECTIONS
from pages.tables import DOCS, NOTE, table

_LONG = 60
"""The longest text quoted in a table, in characters."""


_INTRO = """\
No word that casedeck prints stands in its code. The words on cards and sheets are in
`assets/locales/en-GB.yaml`, those that stand before the cards in `assets/front-matter/en-GB.yaml`. To print
other words, copy a file into the same place in your own folder and change it there. Your file takes the
place of the whole list, so keep every key. A word that is missing is error V102, and one that is not known
V101.

A word in braces, such as `{number}`, is replaced when the sheet is made. A text can have the placeholders
that its row names, in any order, and no others in curly brackets: that is error V106. Put quotes around a
text that starts with one.

## Another language

A language is a file. Copy `en-GB.yaml` to `assets/locales/fr.yaml` in your own folder, put every text in the
other language, and write `language: fr` in the deck. Days, lists, numbers and times are put as the file
says: the words of `weekdays`, `months`, `letters` and `numbers` have commas between them, and there must be
7 weekdays, from Monday on, and 12 months; a list of another length is error V109. To print the front matter
too, copy its file to `assets/front-matter/fr.yaml`. The texts of activities, worksheets and vocabulary stand
in their own files; those keep their names, and so do the PDFs.
"""
_FRONT_MATTER = """\
`activities` lists the activities that come first, by name; the others follow in order of the alphabet. The
pages have their words under the keys below. `sections`, on the page about using the cards, holds headings of
your own, each with paragraphs or a list. `{cards}` is the number of cards, and `{sourced}` says how many of
them name their sources.
"""
_PARTS = """\
Below `parts`, each part has what it is for as `about`, and a `name` where the cards have no heading for it.
"""


def words_page() -> str:
    """docs/words-file.md: every word that is printed by casedeck itself, with its placeholders."""
    report = Report()
    library = Library(Folder(DOCS.parent), report)
    labels = library.labels("en-GB", LOCALE)
    front = front_matter_record(library.shelf(ACTIVITIES).names())
    said = library.shelf(FRONT_MATTER).needed("en-GB", report)
    words = said and front.read(said, report)
    report.raise_if_any()
    assert labels
    assert words
    parts = words["how to read"]["parts"]
    return "\n".join(
        [
            *(NOTE, "# Words files\n", _INTRO, "## On cards\n", _words_table(LOCALE.keys, labels)),
            *[text for kind in SECTIONS for text in _section("##", kind, LOCALE, labels)],
            *("## Front matter\n", _FRONT_MATTER),
            *[text for kind in _PAGES for text in _section("###", kind, front, words)],
            *("### The parts of a card\n", _PARTS),
            table(
                ("Key", "What it is for"),
                [(f"`{part}`", plain(value["about"])) for part, value in parts.items()],
            ),
        ]
    )


_PAGES = ("cover", "how to use", "how to read", "activity card")
"""The pages of the front matter."""


def _section(level: str, kind: str, record: Record, words: Mapping[str, Any]) -> tuple[str, str, str]:
    """The words below one key of a file."""
    below = _words_table(_record(record, kind).keys, words[kind])
    return f"{level} {kind.capitalize()}\n", f"These stand below `{kind}`.\n", below


def _record(record: Record, name: str) -> Record:
    found = record.keys[name].field
    assert isinstance(found, Record)
    return found


def _words_table(keys: Mapping[str, Key], words: Mapping[str, Any]) -> str:
    """The plain texts of a record; a longer one is cut."""
    rows = []
    for name, entry in keys.items():
        if isinstance(words[name], str) and isinstance(entry.field, Checked):
            allowed = getattr(entry.field.convert, "names", ())
            text = words[name] if len(words[name]) <= _LONG else f"{words[name][:_LONG].rsplit(' ', 1)[0]} …"
            rows.append((f"`{name}`", text, ", ".join(f"`{{{each}}}`" for each in allowed)))
    return table(("Key", "Printed", "Placeholders"), rows)
