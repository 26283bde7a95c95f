"""The columns that a table of case studies can have: the heading of each, and what a case-study file calls
what stands below it.
"""

from __future__ import annotations

from typing import NamedTuple

from casedeck.model.vocabulary import Term, Vocabularies, key

FILE_NAME, NOT_READ = "file name", ""


class TableColumn(NamedTuple):
    """A column: its heading, the key of a case-study file that it fills (or FILE_NAME), other headings, an
    opportunity's term.
    """

    heading: str
    key: str
    also: tuple[str, ...] = ()
    term: Term | None = None


_BEFORE = (
    TableColumn("File name", FILE_NAME, ("File", "Id", "Slug")),
    TableColumn("Title", "title", ("Name", "Organisation", "Project", "Case study")),
    TableColumn("Strapline", "strapline", ("Tagline",)),
    TableColumn("Overview", "overview", ("Summary", "Story", "Description")),
    TableColumn(
        "Relationship spotlight",
        "relationship spotlight",
        ("Relationships spotlight", "Relational spotlight", "Spotlight"),
    ),
    TableColumn("Keywords", "keywords", ("Keyword", "Key words")),
    *(TableColumn(f"Benefit {number}", "benefits", (f"Top benefit {number}",)) for number in (1, 2, 3)),
    *(TableColumn(f"Enabler {number}", "enablers", (f"Top enabler {number}",)) for number in (1, 2, 3)),
    TableColumn("Key learning", "key learning", ("Learning", "Lesson")),
    TableColumn("Link", "link", ("Website", "Web address", "Address", "URL")),
    TableColumn("Picture", "picture file", ("Photo", "Photograph", "Image", "Picture file")),
    TableColumn("Picture in words", "picture alt", ("Picture alt", "Alt text", "Alternative text")),
    TableColumn("Picture focus", "picture focus", ("Focus of picture",)),
    TableColumn("Picture credit", "picture credit", ("Photo credit", "Credit of picture")),
    TableColumn("Type of place", "type of place", ("Types of place", "Place", "Place type", "Type")),
    TableColumn("Sectors", "sectors", ("Sector",)),
    TableColumn("Location", "location", ("Locations", "Where")),
)
_AFTER = (
    TableColumn("Facts", "facts", ("Fact", "Other facts", "More facts")),
    TableColumn("Sources", "sources", ("Source",)),
    TableColumn("Status", "status"),
    TableColumn("Author", "author", ("Authors", "Written by")),
    TableColumn("Date", "date", ("Written on",)),
    TableColumn("Consent", "consent"),
)
MAIN = tuple(column for column in _BEFORE if column.key in ("title", "overview", "relationship spotlight"))
"""The columns without which no row makes a case study, but for its opportunities."""

NUMBER = TableColumn("No.", NOT_READ, ("Number", "Row", "#", "Nr"))
MANY = (
    TableColumn("Benefits", "benefits", ("Benefit", "Top benefits", "Top benefit")),
    TableColumn("Enablers", "enablers", ("Enabler", "Top enablers", "Top enabler")),
)
"""Columns that hold one or several, on lines of their own, and of which a sheet may have several."""
SINGLE = {"Benefits": "Benefit", "Enablers": "Enabler"}
"""What one of them is called."""


def columns(vocabularies: Vocabularies) -> list[TableColumn]:
    """Every column of a table of case studies, in the order in which casedeck writes them."""
    terms = vocabularies["opportunities"]
    return [
        *_BEFORE,
        *(TableColumn(term.name, "opportunities", (term.id, *term.aliases), term) for term in terms),
        *_AFTER,
    ]


def meant_by(known: list[TableColumn]) -> dict[str, TableColumn]:
    """The columns by every heading that means them, in the form that `key` gives it; where two have one, the
    first is meant.
    """
    meant: dict[str, TableColumn] = {}
    for column in (*known, *MANY, NUMBER):
        meant.setdefault(key(column.heading), column)
    for column in (*known, *MANY, NUMBER):
        for word in column.also:
            meant.setdefault(key(word), column)
    return meant
