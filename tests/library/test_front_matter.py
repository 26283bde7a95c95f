"""Front-matter files."""

from __future__ import annotations

import pytest

from casedeck.library.activities import ACTIVITIES
from casedeck.library.front_matter import FRONT_MATTER, read_front_matter
from casedeck.model.front_matter import CARD_PARTS, FrontMatter
from tests.support.reading import Overlay, library_of, lines
from tests.support.repository import ROOT, stems
from tests.support.worksheets import sheet_for

FILE = "assets/front-matter/en-GB.yaml"
TEXT = (ROOT / FILE).read_text("utf-8")


def load(text: str | None = TEXT) -> tuple[FrontMatter | None, list[str]]:
    """The front matter in a text, and the problems in words."""
    library, report = library_of(Overlay({FILE: text}))
    node = library.shelf(FRONT_MATTER).needed("en-GB", report)
    names = library.shelf(ACTIVITIES).names()
    matter = node and read_front_matter(node, names, sheet_for().labels, report)
    return matter, lines(report)


def test_the_shipped_file_is_whole() -> None:
    """It has no problems, puts every shipped activity in order, and explains every part of a card."""
    matter, problems = load()
    assert problems == []
    assert matter is not None
    assert sorted(matter.order) == stems("assets/activities")
    assert len(matter.parts) == len(CARD_PARTS)
    assert all(part.name and part.about for part in matter.parts)


def test_parts_are_called_as_on_the_cards() -> None:
    """A part that has a heading on the cards is called by it."""
    matter, _ = load()
    assert matter is not None
    labels = sheet_for().labels
    called = {name: part.name for name, part in zip(CARD_PARTS, matter.parts, strict=True)}
    assert {name: called[name] for name in CARD_PARTS if name in labels} == {
        name: labels[name] for name in CARD_PARTS if name in labels
    }
    assert len([name for name in CARD_PARTS if name in labels]) == 5


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "activities: [gallery,",
            "activities: [galery,",
            'V106 unknown activity "galery"; did you mean "gallery"?',
        ),
        ("  page: Cover\n", "", 'V102 "page" is missing in the words of the cover'),
        (
            "  page: Cover\n",
            "  page: Cover\n  colour: red\n",
            'V101 unknown key "colour" in the words of the cover',
        ),
        (
            "{cards} case studies",
            "{count} case studies",
            'V106 "{count} case studies" holds other words in {} than {cards}',
        ),
        (
            "{sourced} To check",
            "{source} To check",
            'V106 "Where the facts come from" holds other words in {} than {cards} and {sourced}',
        ),
        (
            "Card {numbers} is",
            "Card {number} is",
            'V106 "Card {number} is brief. It shows opport…" holds other words in {} than {numbers}',
        ),
        ("      name: Tabs\n", "", 'V102 "name" is missing in the part tabs'),
    ],
)
def test_slips_are_problems(old: str, new: str, problem: str) -> None:
    """Each slip gives one problem with its place, and no front matter."""
    assert old in TEXT
    matter, problems = load(TEXT.replace(old, new))
    assert matter is None
    assert len(problems) == 1
    assert problem in problems[0]
    assert problems[0].startswith(f"{FILE}:")


def test_text_that_is_no_yaml_is_a_problem() -> None:
    """It is said like that of any other file."""
    matter, problems = load("cover: [")
    assert matter is None
    assert " F104 " in problems[0]


def test_a_language_without_a_file_is_a_problem() -> None:
    """The file that is not there is named."""
    library, report = library_of(Overlay({}))
    assert library.shelf(FRONT_MATTER).needed("xx", report) is None
    assert "xx.yaml: F101 the file of front matter cannot be read" in lines(report)[0]
