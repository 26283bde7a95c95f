"""What people write on: lines, boxes, grids, zones, axes, and text as large as fits."""

from __future__ import annotations

from itertools import pairwise

import pytest

from casedeck.errors import DeckError
from casedeck.model.geometry import Size, mm
from casedeck.model.page import Group, Line, Mark, Page, Shape, leaves
from casedeck.worksheets.model import Worksheet
from casedeck.worksheets.parts.boxes import BOX
from casedeck.worksheets.parts.grid import NUMBER
from tests.support.ink import groups, said, texts
from tests.support.worksheets import WORKSHEETS, composed, shipped_worksheet, worksheet_of


def only_page(worksheet: Worksheet, **setting: float) -> Page:
    """The one page of a worksheet."""
    (page,) = composed(worksheet, **setting).pages  # type: ignore[arg-type]
    return page


def level(page: Page, least: float = 20) -> list[Line]:
    """The lines across the page that one can write on, from the top down."""
    lines = [
        mark
        for mark in leaves(page.marks)
        if isinstance(mark, Line) and mark.y1 == mark.y2 and mark.x2 - mark.x1 > least
    ]
    return sorted(lines, key=lambda line: line.y1)


def steps(page: Page) -> list[float]:
    """The distances between neighbouring lines, mm."""
    ys = sorted({line.y1 for line in level(page)})
    return [round(below - above, 6) for above, below in pairwise(ys)]


def squares(page: Page) -> list[Shape]:
    """The empty boxes of a page."""
    return [
        mark
        for mark in leaves(page.marks)
        if isinstance(mark, Shape) and not mark.fill and mark.box.width < 20
    ]


def artifacts(marks: tuple[Mark, ...]) -> set[int]:
    """The marks that are inside an artifact."""
    return {id(leaf) for group in groups(marks, "Artifact") for leaf in leaves(group.marks)}


@pytest.mark.parametrize("pitch", [9, 10, 12])
def test_lines_keep_their_pitch(pitch: float) -> None:
    """Writing lines are exactly as far apart as the file says, however much room is left."""
    for count in ("3", "fill"):
        assert set(steps(only_page(worksheet_of(f"  - lines: {{lines: {count}, pitch: {pitch}mm}}\n")))) == {
            pitch
        }


def test_lines_of_large_print() -> None:
    """Lines stand at least 12 mm apart in a theme for large print."""
    worksheet = worksheet_of("  - lines: {lines: 3}\n")
    assert set(steps(only_page(worksheet))) == {9}
    assert set(steps(only_page(worksheet, smallest_body_pt=18))) == {12}


def test_lines_fill_what_is_left() -> None:
    """No further line would fit below lines that fill."""
    page = only_page(worksheet_of("  - lines: {lines: fill}\n"))
    assert page.size.height - 12 - 9 < level(page)[-1].y1 <= page.size.height - 12


def test_two_that_fill_share_what_is_left() -> None:
    """Two parts that fill get about the same number of lines."""
    page = only_page(
        worksheet_of("  - lines: {label: One, lines: fill}\n  - lines: {label: Two, lines: fill}\n")
    )
    two = next(text for text in texts(page.marks) if said(text) == "Two")
    above = [line for line in level(page) if line.y1 < two.y]
    assert abs(2 * len(above) - len(level(page))) <= 1


def test_a_label_beside_its_line() -> None:
    """The first line starts after the label and the label stands on it; further lines have the full width."""
    page = only_page(worksheet_of("  - lines: {label: because, lines: 2, beside: yes}\n"))
    label = next(text for text in texts(page.marks) if said(text) == "because")
    first, second = level(page)
    assert first.x1 > label.x + label.width + 1
    assert second.x1 == pytest.approx(label.x)
    assert 0 < first.y1 - label.y < 3


@pytest.mark.parametrize("name", WORKSHEETS)
def test_boxes_are_square(name: str) -> None:
    """Boxes for card numbers are squares of 12 mm, or of 14 in a row of a grid, the line that draws them
    included.
    """
    for page in composed(shipped_worksheet(name)).pages:
        for shape in squares(page):
            edge = mm(shape.border_pt)
            assert shape.box.width == pytest.approx(shape.box.height)
            assert any(shape.box.width + edge == pytest.approx(side) for side in (BOX, NUMBER))


def test_boxes_are_as_many_as_asked() -> None:
    """Boxes that find no room on one line go on below it, and none touches another."""
    for count in (1, 3, 12):
        page = only_page(
            worksheet_of(
                f"  - boxes: {{label: Cards, boxes: {count}}}\n", orientation="landscape", per_side="4"
            )
        )
        boxes = sorted({(round(shape.box.x, 2), round(shape.box.y, 2)) for shape in squares(page)})
        assert len(boxes) == 4 * count


def test_grid_has_heads_and_rows() -> None:
    """A grid is a table with a head for each column; its rows are parted by rules of 1.5 points, and lines
    inside keep their pitch, are finer, and stop before those between columns.
    """
    page = only_page(
        worksheet_of("  - grid: {columns: [Card, {heading: Idea, share: 3}], rows: 3, lines: 2}\n")
    )
    assert [said(text) for head in groups(page.marks, "TH") for text in texts([head])] == ["Card", "Idea"]
    assert set(steps(page)) == {9}
    by_height = {line.y1: [each for each in level(page) if each.y1 == line.y1] for line in level(page)}
    widths = [[line.width_pt for line in lines] for lines in by_height.values()]
    assert widths == [[1.5], *[[0.25, 0.25], [1.5]] * 3]
    (before, after) = next(lines for lines in by_height.values() if len(lines) == 2)
    assert (before.x2, after.x1) == (12 + 186 / 4 - 2, 12 + 186 / 4 + 2)
    upright = [mark for mark in leaves(page.marks) if isinstance(mark, Line) and mark.x1 == mark.x2]
    assert [round(line.x1, 3) for line in upright] == [12 + 186 / 4]


def test_a_row_of_a_grid_can_hold_a_number() -> None:
    """A column for numbers has a box in each row, with no line through it; no other column has one."""
    page = only_page(
        worksheet_of("  - grid: {columns: [{heading: Card, number: yes}, Idea], rows: 3, lines: 4}\n")
    )
    boxes = [shape.box for shape in squares(page)]
    assert [box.x for box in boxes] == [boxes[0].x] * 3
    for box in boxes:
        assert not [line for line in level(page) if box.y < line.y1 < box.bottom and line.x1 < box.right]
    usual = only_page(worksheet_of("  - grid: {columns: [Card, Idea], rows: 3, lines: 4}\n"))
    assert squares(usual) == []


def test_grid_fills_to_the_foot() -> None:
    """Rows of several lines share out what is left above their first line, and keep at least the pitch."""
    page = only_page(worksheet_of("  - grid: {columns: [Card, Idea], rows: 3, lines: fill}\n"))
    assert level(page)[-1].y1 == pytest.approx(page.size.height - 12)
    assert min(steps(page)) == 9
    assert max(steps(page)) < 18


def test_zones_stand_side_by_side() -> None:
    """Zones have the same size, their labels in tabs above them, and reach the foot of the page."""
    page = only_page(worksheet_of("  - zones: {areas: [Close, Maybe, Not now]}\n", orientation="landscape"))
    areas = [
        mark.box
        for mark in leaves(page.marks)
        if isinstance(mark, Shape) and not mark.fill and mark.box.width > 40
    ]
    assert len(areas) == 3
    assert len({(round(box.y, 3), round(box.width, 3), round(box.height, 3)) for box in areas}) == 1
    assert areas[0].bottom == pytest.approx(page.size.height - 12, abs=0.2)
    assert [said(text) for head in groups(page.marks, "H2") for text in texts([head])] == [
        "Close",
        "Maybe",
        "Not now",
    ]


CARD = Size(142, 99)
"""A sorting card, four to a sheet of A4."""


def free_areas(page: Page) -> list[Size]:
    """The room in each area of a mat that no word takes: beside or below its tab, or all of it."""
    shapes = [mark for mark in leaves(page.marks) if isinstance(mark, Shape)]
    tabs = [mark.box for mark in shapes if mark.fill]
    found = []
    for box in [mark.box for mark in shapes if not mark.fill and mark.box.width > 40]:
        inside = [tab for tab in tabs if box.x <= tab.x < box.right and box.y <= tab.y < box.bottom]
        found.append(Size(box.width - max([tab.width for tab in inside], default=0.0), box.height))
    return found


@pytest.mark.parametrize(("paper", "fit"), [("A3", True), ("Tabloid", False), ("A4", False)])
def test_sorting_cards_fit_the_mat(paper: str, fit: bool) -> None:
    """On A3 each of three areas of the sorting mat holds a sorting card as it lies, its words beside it;
    Tabloid is not high enough for that and A4 too small, so their areas stand side by side.
    """
    (page,) = composed(shipped_worksheet("sorting-mat"), paper=paper).pages
    areas = free_areas(page)
    assert len(areas) == 3
    assert all(area.width >= CARD.width and area.height >= CARD.height for area in areas) is fit
    assert [said(text) for head in groups(page.marks, "H2") for text in texts([head])][-1] == "Not now"


def test_sorting_cards_fit_the_four_point_mat() -> None:
    """On A3 each quarter of the four-point mat holds a sorting card as it lies."""
    (page,) = composed(shipped_worksheet("four-point-mat"), paper="A3").pages
    (whole,) = [mark.box for mark in leaves(page.marks) if isinstance(mark, Shape) and mark.box.width > 200]
    assert whole.width / 2 >= CARD.width
    assert whole.height / 2 >= CARD.height


def test_both_sides_of_a_card_are_said() -> None:
    """A mat that is told one side of a card is told that the other is missing."""
    with pytest.raises(DeckError, match='V102 "card height" is missing in zones'):
        worksheet_of("  - zones: {areas: [Close, Maybe, Not now], card width: 142mm}\n")


def test_axes_cross_in_the_middle() -> None:
    """The two axes cross in the middle of the mat, each between its words."""
    page = only_page(
        worksheet_of("  - axes: {across: [Left, Right], down: [Top, Foot]}\n", orientation="landscape")
    )
    lines = [mark for mark in leaves(page.marks) if isinstance(mark, Line)]
    (across,) = [line for line in lines if line.y1 == line.y2 and line.x2 - line.x1 > 100]
    (down,) = [line for line in lines if line.x1 == line.x2 and line.y2 - line.y1 > 60]
    assert down.x1 == pytest.approx(page.size.width / 2)
    spots = {said(text): text for text in texts(page.marks)}
    assert spots["Left"].x < across.x1 < across.x2 < spots["Right"].x + spots["Right"].width
    assert spots["Top"].y < down.y1 < across.y1 < down.y2 < spots["Foot"].y


def test_big_text_is_as_large_as_fits() -> None:
    """Big text ends where the page does, is no larger than its most, and too long a text is too high at its
    least.
    """
    short, long = "Why?", "word " * 50
    sizes = []
    for words, most in ((short, 120), (short, 600), (long, 600)):
        (text, *_) = [
            text
            for text in texts(
                only_page(worksheet_of(f"  - big: {{text: {words}, least: 60pt, most: {most}pt}}\n")).marks
            )
            if text.y > 40
        ]
        sizes.append(text.runs[0].size_pt)
    assert sizes[0] == 120
    assert sizes[1] > sizes[0]
    assert sizes[2] == 60
    assert composed(worksheet_of(f"  - big: {{text: {long}, least: 60pt, most: 600pt}}\n")).over["height"] > 0


def test_what_is_written_on_is_no_content() -> None:
    """Lines and boxes are artifacts on every worksheet, so that nobody has to listen to them."""
    for name in WORKSHEETS:
        for page in composed(shipped_worksheet(name)).pages:
            drawn = {id(mark) for mark in leaves(page.marks) if isinstance(mark, Line | Shape)}
            assert drawn <= artifacts(page.marks)


def test_drawing_outside_an_artifact_is_seen() -> None:
    """Twin: a line that is part of a paragraph is not among the artifacts."""
    line = Line(0, 0, 9, 0, 1, "#000000")
    assert artifacts((Group("P", (line,)),)) == set()
    assert artifacts((Group("Artifact", (line,)),)) == {id(line)}


def test_placeholders_are_filled() -> None:
    """Words of a worksheet name the deck, the activity and its prompt; a placeholder in bold is filled with
    bold words.
    """
    page = only_page(worksheet_of('  - words: "**{deck}** with {activity}"\n'))
    runs = [
        (run.text.strip(), run.weight)
        for text in texts(page.marks)
        for run in text.runs
        if "with" in said(text)
    ]
    assert runs == [("Relationships and health", "bold"), ("with Gallery", "regular")]
