"""Pages as text: the goldens of what stands where on the cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedeck.draw.listing import draw_listing
from casedeck.model.geometry import Box, Size
from casedeck.model.page import Group, Image, Line, Link, Page, Run, Shape, Squares, Text
from tests.support.decks import pages_of
from tests.support.goldens import GoldenError, Goldens, gather
from tests.support.samples import sample

PAGES = [
    ("long-words", "index", "A4", "default"),
    ("long-words", "index", "A3", "default"),
    ("long-words", "index", "A4", "high-contrast"),
    ("long-words", "wall", "A3", "default"),
    ("long-words", "wall", "A4", "default"),
    ("short-words", "index", "A4", "default"),
    ("short-words", "wall", "A3", "high-contrast"),
    ("with-lists", "index", "A4", "default"),
    ("with-link", "index", "A4", "with-logo"),
    ("with-link", "wall", "A3", "default"),
    ("with-inline-link", "index", "A4", "ink-saver"),
    ("long-words", "sorter", "A4", "default"),
    ("with-link", "sorter", "A4", "with-logo"),
    ("with-lists", "pocket", "A4", "ink-saver"),
]


@pytest.mark.parametrize(("case", "face", "paper", "theme"), PAGES)
def test_pages_are_as_they_were(goldens: Goldens, case: str, face: str, paper: str, theme: str) -> None:
    """Every mark of a card is where it was when the golden was made."""
    one = sample(face, paper, theme, case)
    goldens.text(f"card-{case}-{face}-{paper.lower()}-{theme}", draw_listing(pages_of(one)))


def test_every_golden_is_compared_with_something() -> None:
    """No golden file is left over from a test that is gone."""
    names = {f"card-{case}-{face}-{paper.lower()}-{theme}" for case, face, paper, theme in PAGES}
    assert {path.stem for path in (Path(__file__).parents[1] / "golden").glob("card-*.txt")} == names


def test_every_kind_of_mark_has_a_line() -> None:
    """Positions in mm, sizes in points, colours, roles and alternative texts are all in the listing."""
    dot = Squares("dot", (b"\1",), 0)
    marks = (
        Text(10, 20.126, 30, (Run("Over ", "regular", 12, "#1D2530"), Run("50", "bold", 12, "#00558C"))),
        Line(10, 20, 30, 20, 1.2, "#1D2530"),
        Shape(Box(1, 2, 3, 4), 0.8, "", "#4A5560", 0.4),
        Group("Figure", (Image(Box(1, 2, 3, 4), dot, "#000000"),), "A dot"),
        Link(Box(1, 2, 3, 4), "https://example.org", "Example"),
    )
    assert draw_listing([Page(Size(297, 210), marks, "7", "Timpson")]).splitlines() == [
        "page 7 (297 x 210) Timpson",
        "  text 10.00 20.13 wide 30.00 [regular 12 #1D2530] Over  [bold 12 #00558C] 50",
        "  line 10.00 20.00 to 30.00 20.00 1.2pt #1D2530",
        "  shape 1.00 2.00 3.00 x 4.00 round 0.8 fill - border #4A5560 0.4pt",
        '  Figure "A dot"',
        "    image 1.00 2.00 3.00 x 4.00 dot #000000",
        "  link 1.00 2.00 3.00 x 4.00 https://example.org (Example)",
    ]


def test_a_golden_that_differs_is_reported(tmp_path: Path) -> None:
    """A change of one number fails, with a page that shows it before and after; all such pages are gathered
    into one.
    """
    goldens = Goldens(tmp_path, tmp_path / "report", update=False)
    (tmp_path / "card.txt").write_text("text 10.00\ntext 20.00\n", "utf-8")
    with pytest.raises(GoldenError, match=r"card\.html"):
        goldens.text("card", "text 10.00\ntext 20.50\n")
    report = gather(tmp_path / "report")
    assert report is not None
    shown = report.read_text("utf-8")
    assert "20.<span" in shown or "20.00" in shown
    assert (tmp_path / "card.txt").read_text("utf-8").endswith("20.00\n")


def test_updating_rewrites_only_what_differs(tmp_path: Path) -> None:
    """With --update-golden a file that is right is not touched, one that differs or is missing is written."""
    goldens = Goldens(tmp_path, tmp_path / "report", update=True)
    for name in ("right", "wrong"):
        (tmp_path / f"{name}.txt").write_text("as it was\n", "utf-8")
    before = (tmp_path / "right.txt").stat().st_mtime_ns
    goldens.text("right", "as it was\n")
    goldens.text("wrong", "new\n")
    goldens.text("missing", "new\n")
    assert (tmp_path / "right.txt").stat().st_mtime_ns == before
    assert (
        (tmp_path / "wrong.txt").read_text("utf-8")
        == (tmp_path / "missing.txt").read_text("utf-8")
        == "new\n"
    )
    assert gather(tmp_path / "report") is None
