"""Worksheets to compose in tests: those that ship, on any paper and theme, and those made of a few lines of
YAML.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from casedeck.compose.kit import Pages
from casedeck.compose.stationery import Stationery
from casedeck.disk.folder import Folder
from casedeck.errors import Place, Report
from casedeck.library.activities import ACTIVITIES
from casedeck.library.library import Library
from casedeck.library.locale import language_of
from casedeck.library.paper import PAPERS
from casedeck.library.shelf import File
from casedeck.library.theme import THEMES
from casedeck.model.activity import Activity
from casedeck.model.case_study import CaseStudy
from casedeck.model.deck import Card
from casedeck.model.geometry import Size
from casedeck.model.reason import BY_NAME, Reason
from casedeck.model.vocabulary import Term, Vocabulary
from casedeck.notation.yaml import parse
from casedeck.prints.words import LOCALE
from casedeck.worksheets import file
from casedeck.worksheets.model import Worksheet
from casedeck.worksheets.page import worksheet_pages, worksheet_texts
from tests.support.decks import ROOT, stems

WORKSHEETS = stems("assets/sheets")
NOWHERE = Place("test.yaml", 1, 1)
LARGER = {"A4": ("A4", "Letter"), "A3": ("A3", "Tabloid", "A4")}
"""The papers that a worksheet made for A4 or A3 is printed on."""


@cache
def _library() -> Library:
    return Library(Folder(ROOT), Report())


@cache
def shipped_worksheet(name: str) -> Worksheet:
    """A worksheet that ships."""
    report = Report()
    worksheet = _library().shelf(file.WORKSHEETS).find(name, NOWHERE, report)
    report.raise_if_any()
    assert worksheet
    return worksheet


def worksheet_of(parts: str, **keys: str) -> Worksheet:
    """A worksheet with these parts, in YAML; keys such as `per_side` change its head."""
    head = {
        "name": "Test worksheet",
        "paper": "A4",
        "orientation": "portrait",
        "title": "A worksheet for tests",
        **keys,
    }
    lines = [f"{name.replace('_', ' ')}: {value}\n" for name, value in head.items()]
    report = Report()
    node = parse(f"{''.join(lines)}parts:\n{parts}".encode(), "test.yaml")
    worksheet = file.read_worksheet(File("test", node), report)
    report.raise_if_any()
    assert worksheet
    return worksheet


@cache
def activity(name: str = "gallery") -> Activity:
    """An activity that ships."""
    report = Report()
    found = _library().shelf(ACTIVITIES).find(name, NOWHERE, report)
    report.raise_if_any()
    assert found
    return found


@cache
def all_cards() -> tuple[Card, ...]:
    """Every shipped case study with a full card, as the cards of one deck."""
    return _deck([case for case in _library().by_title() if case.full])


def mixed_cards() -> tuple[Card, ...]:
    """The first 22 cases by title as the cards of one deck, some full and some brief."""
    return _deck(_library().by_title()[:22])


def _deck(cases: Sequence[CaseStudy]) -> tuple[Card, ...]:
    return tuple(Card(case, number, len(cases), Reason(BY_NAME)) for number, case in enumerate(cases, 1))


def benefits() -> Vocabulary:
    """The benefits that ship."""
    return _library().vocabularies["benefits"]


@cache
def _plain_sheet(paper: str, theme: str) -> Stationery:
    library, report = _library(), Report()
    found, look = (
        library.shelf(PAPERS).find(paper, NOWHERE, report),
        library.shelf(THEMES).find(theme, NOWHERE, report),
    )
    report.raise_if_any()
    assert found
    assert look
    fonts, labels = library.fonts(look), library.labels("en-GB", LOCALE)
    assert fonts
    assert labels
    enablers = library.vocabularies["enablers"]
    return Stationery(
        found.size.portrait,
        found,
        look,
        fonts,
        {},
        None,
        labels,
        enablers,
        library.vocabularies["families"],
        "Relationships and health",
        language_of(labels),
    )


def sheet_for(
    size: Size | None = None, paper: str = "A4", theme: str = "default", smallest_body_pt: float = 0
) -> Stationery:
    """A paper in a theme, turned to a size; its smallest body may be set."""
    sheet = _plain_sheet(paper, theme)
    look = sheet.theme._replace(smallest_body_pt=max(smallest_body_pt, sheet.theme.smallest_body_pt))
    return sheet._replace(size=size or sheet.size, theme=look)


def barriers() -> tuple[Term, ...]:
    """The barriers that ship."""
    return tuple(_library().vocabularies["barriers"])


def composed(
    worksheet: Worksheet,
    paper: str = "",
    theme: str = "default",
    smallest_body_pt: float = 0,
    cards: int = 100,
) -> Pages:
    """The pages of a worksheet for the gallery, with the first of all cards."""
    sheet = sheet_for(None, paper or worksheet.paper, theme, smallest_body_pt)
    texts = worksheet_texts(worksheet, sheet.deck_title, activity(), all_cards()[:cards], barriers())
    return worksheet_pages(worksheet, sheet._replace(size=worksheet.size(sheet.size)), *texts)
