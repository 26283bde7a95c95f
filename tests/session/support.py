"""Cases, loads and activities to plan with."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from casedeck.compose.faces import FACES
from casedeck.disk.folder import Folder
from casedeck.errors import Place, Report
from casedeck.library.activities import ACTIVITIES
from casedeck.library.shelf import Shelf
from casedeck.model.activity import NEVER, Activity, Block, Minutes
from casedeck.model.case_study import CaseStudy, Claim
from casedeck.model.geometry import Size
from casedeck.model.paper import Paper
from casedeck.model.text import rich
from casedeck.model.vocabulary import Term
from casedeck.prints.session_needs import SHEETS, cut_from
from casedeck.session.blocks import Load
from casedeck.session.supplied import Supplied
from casedeck.worksheets.file import WORKSHEETS, supplied

ROOT = Path(__file__).parents[2]
READING = 166 / 175
A3 = Paper("A3", "A3", Size(297, 420), "A3")
A4 = Paper("A4", "A4", Size(210, 297), "A4")
PAPERS = {"A3": A3, "A4": A4}
FAR = 10_000


def sheets() -> dict[str, Supplied]:
    """How everything that ships is printed: SHEETS, with cards cut from A4 and A3, and the worksheets."""
    found = Shelf(WORKSHEETS, Folder(ROOT)).sound()
    faces = {name: SHEETS[name]._replace(cut=cut_from(face, PAPERS.values())) for name, face in FACES.items()}
    return {**SHEETS, **faces, **{each.name.lower(): supplied(each, 6) for each in found}}


ALL_SHEETS = sheets()


def case(name: str, enablers: str = "", benefits: str = "", sectors: str = "", words: int = 1) -> CaseStudy:
    """A case whose terms are the letters of each word given, and whose title has so many words."""
    nothing = rich("")
    helped, shown = (
        tuple(Claim(Term(letter, letter), nothing) for letter in letters) for letters in (benefits, enablers)
    )
    terms = tuple(Term(letter, letter) for letter in sectors)
    title = " ".join([name] * words)
    return CaseStudy(
        name,
        title,
        nothing,
        (),
        nothing,
        (),
        helped,
        shown,
        nothing,
        "",
        (),
        terms,
        "",
        (),
        (),
        (),
        {"": Place("x")},
    )


@lru_cache
def shipped(name: str) -> Activity:
    """An activity that ships."""
    report = Report()
    found = Shelf(ACTIVITIES, Folder(ROOT)).find(name, Place("x"), report)
    report.raise_if_any()
    assert found
    return found


def rule(
    fixed: float = 0, each: float = 0, per: str = "", *, reading: bool = False, up_to: int = FAR
) -> Minutes:
    """Minutes without bounds."""
    return Minutes(fixed, each, per, reading, 0, FAR, up_to)


def block(name: str, minutes: Minutes | float, cut: int = 0, cut_to: float = 0) -> Block:
    """A block with one rule for its minutes."""
    return Block(
        name,
        (minutes if isinstance(minutes, Minutes) else rule(minutes),),
        cut,
        NEVER._replace(fixed=cut_to),
        (),
    )


def activity(
    name: str, *blocks: Block, people: tuple[int, int] = (2, 60), cards: tuple[int, int] = (1, 60)
) -> Activity:
    """A gallery of another name, with other blocks and ranges."""
    return shipped("gallery")._replace(name=name, blocks=blocks, people=people, cards=cards, room_holds=24)


def load(people: int = 20, cards: int = 16, hand: int = 3, cards_read: int = 8, rooms: int = 1) -> Load:
    """A load with the reading time of the median card."""
    return Load(people, cards, READING, hand, cards_read, rooms)
