"""docs/vocabulary.md."""

from __future__ import annotations

from collections.abc import Iterable

from casedeck.disk.folder import Folder
from casedeck.errors import Report
from casedeck.library.vocabulary import load_vocabularies
from casedeck.model.vocabulary import Term, Vocabulary
from pages.tables import DOCS, NOTE, table

_VOCABULARIES = {
    "families": (
        "Four kinds of benefit. The strip of a card has the colour of the family of its first "
        "benefit, and says its name."
    ),
    "benefits": (
        "What changed for people, a place or an organisation. A full case study names three of the eight."
    ),
    "enablers": (
        "What made good relationships possible. A full case study names three of the nine. "
        "Each has its tab at the top of a card."
    ),
    "opportunities": (
        "Ways in for an organisation that wants better relationships. A case study may "
        "illustrate any of the ten."
    ),
    "barriers": (
        "What gets in the way. They are words for the room, and stand on the back of blank "
        "cards; files do not use them."
    ),
    "sectors": "The fields that a case study works in.",
    "places": "The type of place a case study is: what kind of organisation or group.",
    "countries": (
        "Where a case study is at work: the last part of its location. To look for the UK "
        "finds its four nations as well."
    ),
}


def vocabulary_page() -> str:
    """docs/vocabulary.md: every vocabulary with meanings and aliases, and the crosswalk."""
    report = Report()
    vocabularies = load_vocabularies(Folder(DOCS.parent), report)
    report.raise_if_any()
    parts = [
        NOTE,
        "# Vocabulary\n",
        (
            "These are the words that deck files and case-study files can use. Capitals, spaces and "
            "hyphens do not matter: `co-design`,\n"
            "`Co design` and `CODESIGN` are one word. The words in a table's last column are "
            "understood too; the card prints the name.\n"
        ),
        (
            "An enabler is never the same thing as an opportunity, even where they share a name. The table "
            "at the end says how they relate.\n"
        ),
        (
            "Each list is one file in `assets/vocabulary/`. Under its id, a term has a `name`, and it "
            "can have a `meaning`, an `icon`,\n"
            "`aliases` and, for an opportunity, `enablers` and `partly`: the enablers that are the "
            "same idea, or partly so. A benefit has its\n"
            "`family`, and a country can be `within` a larger one. A file of the same name in your own "
            "folder takes the place of the whole list.\n"
        ),
    ]
    for kind, about in _VOCABULARIES.items():
        parts += [
            f"## {kind.capitalize() if kind != 'places' else 'Types of place'}\n",
            about + "\n",
            _terms(vocabularies[kind]),
        ]
    parts += [
        "## How opportunities and enablers relate\n",
        _crosswalk(vocabularies["opportunities"], vocabularies["enablers"]),
    ]
    return "\n".join(parts)


def _terms(vocabulary: Vocabulary) -> str:
    if any(term.meaning for term in vocabulary):
        return table(
            ("Name", "Meaning", "Also understood"),
            [(term.name, term.meaning, ", ".join(term.aliases)) for term in vocabulary],
        )
    return table(("Name", "Also understood"), [(term.name, ", ".join(term.aliases)) for term in vocabulary])


def _crosswalk(opportunities: Vocabulary, enablers: Vocabulary) -> str:
    def names(ids: Iterable[str]) -> str:
        return ", ".join(term.name for term in map(enablers.find, ids) if term) or "none"

    rows = [(term.name, names(term.enablers), names(term.partly)) for term in opportunities]
    lines = [table(("Opportunity", "The same idea among the enablers", "Partly the same idea"), rows)]
    alone = [
        term.name
        for term in enablers
        if not any(_mentions(opportunity, term) for opportunity in opportunities)
    ]
    if alone:
        lines.append(f"No opportunity stands for this enabler: {', '.join(alone)}.\n")
    return "\n".join(lines)


def _mentions(opportunity: Term, enabler: Term) -> bool:
    return enabler.id in (*opportunity.enablers, *opportunity.partly)
