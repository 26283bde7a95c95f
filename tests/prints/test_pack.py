"""The pack: for every activity and number of people, each number on each sheet agrees with the files beside
it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from casedeck.model.page import Page
from tests.support.audit import CHECKS, faults
from tests.support.marks import locale, with_words
from tests.support.packs import ACTIVITIES, PEOPLE, TWO, Pack, pack

SESSIONS = [*[(activity,) for activity in ACTIVITIES], TWO]


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize("activities", SESSIONS, ids="+".join)
def test_every_number_agrees(activities: tuple[str, ...], people: int) -> None:
    """Print lists, run sheets, scripts, session sheet, cards and index say what the PDFs beside
    them hold.
    """
    assert faults(pack(*activities, people=people)) == []


GROUPED, GROUPS = ("co-presentation",), "co-presentation-facilitator-sheet.pdf"
FACILITATOR, PRINTS, SESSION = "gallery-facilitator-sheet.pdf", "00-print-list.pdf", "00-print-list.pdf"
TWINS = {
    "sheets in the print list": (
        TWO,
        PRINTS,
        0,
        "response-slips",
        "7",
        "8",
        "response-slips.pdf has 7 pages, not 8 sheets",
    ),
    "paper in the print list": (TWO, PRINTS, 0, "wall-cards", "A3", "A4", "is on {'A3'}, not on A4"),
    "sides in the print list": (TWO, PRINTS, 0, FACILITATOR, "2", "1", "has 2 pages, not 1 sheets"),
    "colour in the print list": (TWO, PRINTS, 0, "wall-cards", "colour", "mono", "is in mono"),
    "a file's name": (TWO, PRINTS, 0, "", "01-gallery", "02-gallery", "not the files that are there"),
    "sheets in all": (TWO, PRINTS, 0, "", "In all: 6", "In all: 7", "print list: In all"),
    "sheets on the facilitator sheet": (
        TWO,
        FACILITATOR,
        0,
        "Wall cards",
        "16",
        "17",
        "Wall cards on 17 sheets of A3",
    ),
    "sheets in all on the facilitator sheet": (
        TWO,
        FACILITATOR,
        0,
        "Print list",
        "In all: 1",
        "In all: 2",
        "gallery-facilitator-sheet.pdf: In all",
    ),
    "paper on the facilitator sheet": (
        TWO,
        FACILITATOR,
        0,
        "Wall cards",
        "A3",
        "A4",
        "Wall cards on 16 sheets of A4",
    ),
    "copies of cards": (
        TWO,
        FACILITATOR,
        0,
        "Handheld card set",
        "1",
        "2",
        "2 copies, but 06-gallery-handheld",
    ),
    "copies of slips": (TWO, FACILITATOR, 0, "Response slips", "27", "29", "29 copies, but"),
    "a name on the facilitator sheet": (
        TWO,
        FACILITATOR,
        0,
        "Print list",
        "Wall cards",
        "Walls",
        "no file of Walls",
    ),
    "a clock time": (
        TWO,
        FACILITATOR,
        0,
        "Run sheet",
        "13:34",
        "13:35",
        "4 minutes from 13:30 are not 13:35",
    ),
    "minutes of a block": (TWO, FACILITATOR, 0, "13:30", "4", "5", "the run sheet is not to scale"),
    "a title": (
        TWO,
        SESSION,
        0,
        "The cards",
        "Amplify",
        "Simplify",
        "print list: other cards",
    ),
    "minutes in all": (TWO, FACILITATOR, 0, "", " minutes. 24", "9 minutes. 24", "the whole time is not"),
    "people": (TWO, FACILITATOR, 0, "", "24 people", "25 people", "not 24 people"),
    "minutes in the script": (
        TWO,
        FACILITATOR,
        1,
        "Script",
        "timer for 1",
        "timer for 2",
        "Silent walk: [23.0] do not make",
    ),
    "cards in the script": (TWO, FACILITATOR, 1, "Script", "are 16", "are 15", "there are 16 cards"),
    "a number in the deck": (
        TWO,
        FACILITATOR,
        0,
        "This deck",
        "1\N{NO-BREAK SPACE}Amplify",
        "2\N{NO-BREAK SPACE}Amplify",
        "the deck is not",
    ),
    "people on the session sheet": (TWO, SESSION, 0, "", "24 people", "25 people", "are not 24 people"),
    "minutes on the session sheet": (TWO, SESSION, 0, "", "cards, 8", "cards, 7", "are not 24 people"),
    "a clock time on the session sheet": (
        TWO,
        SESSION,
        0,
        "13:30",
        "14:",
        "15:",
        "minutes from 13:30 are not 15:",
    ),
    "the start of the session": (TWO, SESSION, 0, "Clock", "13:30", "13:00", "not from 13:30"),
    "a small card's number": (
        TWO,
        "handheld-card-set.pdf",
        1,
        "",
        "2",
        "3",
        "handheld-card-set.pdf: 3 is not Appliances Online",
    ),
    "a card's number": (TWO, "wall-cards.pdf", 4, "", "5 of", "6 of", "wall-cards.pdf: 6 is not Buffer"),
    "a card's count": (TWO, "wall-cards.pdf", 4, "", "of 16", "of 17", "wall-cards.pdf: 0 is not"),
    "the poster": (TWO, "gallery-prompt-poster.pdf", 0, "", "Which", "Whose", "another question"),
    "a number of groups": (
        ("co-presentation",),
        "co-presentation-facilitator-sheet.pdf",
        0,
        "",
        "6 groups",
        "5 groups",
        "5 of [4]",
    ),
    "a size of groups": (
        ("co-presentation",),
        "co-presentation-facilitator-sheet.pdf",
        0,
        "",
        "of 4",
        "of 3",
        "6 of [3]",
    ),
    "a group's number": (
        GROUPED,
        GROUPS,
        0,
        "Which group",
        "Group 2",
        "Group 3",
        "not a card for each of 6 groups",
    ),
    "the card of a group": (GROUPED, GROUPS, 0, "Group 1", "card 1,", "card 2,", "is another card"),
    "a placeholder": (TWO, FACILITATOR, 1, "", "case studies", "{case} studies", "{case}"),
}


def fault_of(made: Pack) -> str:
    """All that is found in a pack, in one text; a fault may hide what would come after it."""
    return "\n".join(faults(made))


@pytest.mark.parametrize("name", TWINS)
def test_a_wrong_number_is_found(name: str) -> None:
    """Twin: one number changed on one sheet, and it is said what does not agree."""
    activities, ending, page, after, old, new, said = TWINS[name]
    made = pack(*activities)
    pages = list(made.pages[file := made.file(ending)])
    pages[page] = with_words(pages[page], old, new, after)
    assert said in fault_of(made._replace(pages={**made.pages, file: tuple(pages)}))


def without_a_page(pdf: pikepdf.Pdf) -> None:
    """Leave out the first page."""
    del pdf.pages[0]


def on_letter(pdf: pikepdf.Pdf) -> None:
    """Print the first page on another paper."""
    pdf.pages[0].mediabox = pikepdf.Array([0, 0, 612, 792])


def with_another_bookmark(pdf: pikepdf.Pdf) -> None:
    """Change the title of the first page."""
    with pdf.open_outline() as outline:
        outline.root[0].title = "Another"


CHANGES: dict[str, tuple[str, Callable[[pikepdf.Pdf], None], str]] = {
    "a card is missing": ("wall-cards.pdf", without_a_page, "wall-cards.pdf has 15 pages, not 16 sheets"),
    "a slip is missing": (
        "response-slips.pdf",
        without_a_page,
        "response-slips.pdf has 6 pages, not 7 sheets",
    ),
    "another paper": ("harvest-sheet.pdf", on_letter, "not on A4"),
    "another title": ("wall-cards.pdf", with_another_bookmark, "the bookmarks are not the titles"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_wrong_file_is_found(name: str) -> None:
    """Twin: one PDF changed under a right print list, and it is said which."""
    ending, change, said = CHANGES[name]
    made = pack("gallery")
    file = made.file(ending)
    with pikepdf.open(BytesIO(made.files[file])) as pdf:
        change(pdf)
        saved = BytesIO()
        pdf.save(saved)
    assert said in fault_of(made._replace(files={**made.files, file: saved.getvalue()}))


def test_a_missing_sheet_is_found() -> None:
    """Twin: two activities without a running order, and cards in another order, are faults."""
    made = pack(*TWO)
    session, cards = made.file(SESSION), made.file("wall-cards.pdf")
    heading = locale()["session sheet"]["order"]
    (page,) = made.pages[session]
    assert "there is no running order" in fault_of(
        made._replace(pages={**made.pages, session: (with_words(page, heading, "Next"),)})
    )
    turned: tuple[Page, ...] = made.pages[cards][::-1]
    assert "not every card once, in order" in fault_of(made._replace(pages={**made.pages, cards: turned}))


@cache
def caught() -> set[str]:
    """The checks that some twin makes fail."""
    found = set()
    for activities, ending, page, after, old, new, _ in TWINS.values():
        made = pack(*activities)
        pages = list(made.pages[file := made.file(ending)])
        pages[page] = with_words(pages[page], old, new, after)
        changed = made._replace(pages={**made.pages, file: tuple(pages)})
        found |= {
            check.__name__
            for check in CHECKS
            if check.__name__ not in found and set(check(changed)) - set(check(made))
        }
    return found


def test_every_check_has_caught_something() -> None:
    """No check of the audit is one that can never fail."""
    assert caught() == {check.__name__ for check in CHECKS}
