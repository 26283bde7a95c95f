"""One setting and one option for the paper at hand: everything is printed on it, counted on it and hung on
it.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
import yaml

from casedeck.build.pipeline import Changes, build
from casedeck.cli import run
from casedeck.disk.folder import Folder
from casedeck.errors import DeckError
from casedeck.model.page import Line, Page, leaves
from casedeck.model.paper import at_hand
from tests.session.support import A3, A4
from tests.support.audit import faults, read_pdf
from tests.support.decks import asked
from tests.support.packs import ACTIVITIES, Pack, built, pack_deck, refusals
from tests.support.pdfua import failures
from tests.support.repository import ROOT
from tests.support.sheets import unprintable

EVERYTHING = [
    {"pack": None},
    {"wall cards": None},
    {"cards": None},
    {"blank card": None},
    {"front matter": None},
    {"heatmap sheet": None},
]


def deck(*items: object, people: int = 24, activities: tuple[str, ...] = ACTIVITIES, **top: object) -> bytes:
    """A deck with a session of all activities that prints these items."""
    values = {**yaml.safe_load(pack_deck(*activities, people=people)), **top, "print": list(items)}
    return yaml.safe_dump(values, allow_unicode=True).encode()


@cache
def on(*papers: str) -> Pack:
    """Everything there is, for 24 people, on the papers that the command line names."""
    return built(deck(*EVERYTHING), Folder(ROOT), 24, Changes(papers=papers))


@pytest.mark.parametrize("papers", [("A4",), ("Letter",), ("Letter", "Tabloid")], ids="+".join)
def test_everything_is_on_the_paper_at_hand(papers: tuple[str, ...]) -> None:
    """An office with one paper, or a small and a large one of its own, prints all files on it; lists, copies
    and walls agree.
    """
    made = on(*papers)
    assert {paper for data in made.files.values() for paper in read_pdf(data).papers} == set(papers)
    assert faults(made) == []


@pytest.mark.parametrize("papers", [("A4",), ("Letter",)], ids="+".join)
def test_every_sheet_passes_the_gate(papers: tuple[str, ...]) -> None:
    """Sheets that are made for larger paper are tagged without a fault on smaller, and their lines to write
    on are 9 mm apart.
    """
    made = on(*papers)
    assert [name for name, data in made.files.items() if failures(data)] == []
    for ending in ("preparation-sheets.pdf", "blank-cards.pdf", "sorting-mats.pdf", "four-point-mat.pdf"):
        pages = made.pages[made.file(ending)]
        assert [too_close(page) for page in pages] == [[]] * len(pages)
        assert [unprintable(page) for page in pages] == [[]] * len(pages)


def too_close(page: Page, least: float = 9) -> list[float]:
    """Where a line to write on has less than 9 mm above it: where on the page, mm from the top."""
    level = [
        mark
        for mark in leaves(page.marks)
        if isinstance(mark, Line) and mark.y1 == mark.y2 and mark.width_pt < 1
    ]
    lines = sorted({(line.x1, line.y1) for line in level})
    return [y for (x, before), (other, y) in pairwise(lines) if x == other and y - before < least - 0.01]


def test_lines_too_close_are_found() -> None:
    """Twin: by a wider measure the lines of a preparation sheet on A4 are too close."""
    (page,) = on("A4").pages[on("A4").file("preparation-sheets.pdf")]
    assert too_close(page, 12.5) != []


def papers_of(data: bytes, *papers: str) -> dict[str, str]:
    """The paper of each file of a deck."""
    return {each.file_name: each.paper for each in build(asked(data, ROOT), Changes(papers=papers)).documents}


def test_the_nearest_word_counts() -> None:
    """What an item says of itself counts before what the deck says, and the command line before both."""
    data = deck(
        {"pack": None},
        {"wall cards": {"paper": "A3"}},
        {"cards": None},
        activities=("gallery",),
        paper="Letter",
    )
    found = papers_of(data)
    assert found.pop("cards-wall-a3.pdf") == "A3"
    assert set(found.values()) == {"Letter"}
    assert set(papers_of(data, "A4").values()) == {"A4"}


def test_the_pack_can_say_it_alone() -> None:
    """A paper behind the pack is for the pack and no more."""
    found = papers_of(deck({"pack": {"paper": "A4"}}, {"wall cards": None}, activities=("gallery",)))
    assert {name: paper for name, paper in found.items() if paper != "A4"} == {"cards-wall-a3.pdf": "A3"}


def test_items_that_become_one_are_printed_with_the_copies_of_both() -> None:
    """Cards on A4 and on A3 become one file on A4 alone, and no copy is lost."""
    data = deck({"cards": {"copies": 2}}, {"cards": {"paper": "A3", "copies": 3}}, activities=("gallery",))
    (document,) = build(asked(data, ROOT), Changes(papers=("A4",))).documents
    assert (document.file_name, document.copies) == ("cards-index-a4.pdf", 5)


@pytest.mark.parametrize(("people", "walls"), [(8, 1), (32, 1), (33, 2), (48, 2)])
def test_walls_follow_from_the_paper(people: int, walls: int) -> None:
    """Two people read an A4 card at once: 16 cards are one wall up to 32 people, in two rows."""
    made = built(
        deck({"pack": None}, people=people, activities=("gallery",)),
        Folder(ROOT),
        people,
        Changes(papers=("A4",)),
    )
    (plan,) = made.session.activities
    assert plan.wall is not None
    assert (len(plan.wall.labels), plan.wall.rows) == (walls, 2)
    assert read_pdf(made.files[made.file("wall-cards.pdf")]).pages == 16 * walls


@pytest.mark.parametrize(
    ("paper", "problem"),
    [
        ("A2", 'V106 unknown paper "A2"; use one of: A3, A4, Letter, Tabloid'),
        (
            ["A4", "Letter"],
            (
                "V106 A4 and Letter are both set like A4; name one of them, or a small one and a large "
                "one, as in A4, A3"
            ),
        ),
        (["A4", "A3", "Letter"], "V109 the list has 3 items; 1 to 2 are needed"),
    ],
)
def test_papers_that_cannot_be_are_refused(paper: object, problem: str) -> None:
    """A paper that is not known, or two of one kind, are refused with the way out, in the deck as on the
    command line.
    """
    (line,) = refusals(deck({"cards": None}, paper=paper))
    assert problem in line
    names = tuple(paper) if isinstance(paper, list) else (str(paper),)
    with pytest.raises(DeckError) as raised:
        papers_of(deck({"cards": None}), *names)
    assert problem in str(raised.value)


def test_options_go_with_a_deck(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Plan and check take the option; check without a deck says that it needs one."""
    monkeypatch.chdir(ROOT)
    assert run(["check", "--paper", "A4"]) == 2
    assert "--paper go with a deck" in capsys.readouterr().err
    for command in ("plan", "check"):
        assert run([command, "away-day", "--paper", "A4"]) == 0
        assert " A3 " not in capsys.readouterr().out


def test_a_paper_is_found_by_what_it_is_set_like() -> None:
    """Without a stock every sheet has its own paper; with one paper all have that; with two each has the one
    set like its own.
    """
    letter, tabloid = A4._replace(id="Letter"), A3._replace(id="Tabloid")
    assert at_hand(A3, ()) == A3
    assert at_hand(A3, (letter,)) == letter
    assert [at_hand(paper, (tabloid, letter)) for paper in (A4, A3)] == [letter, tabloid]
