"""Every worksheet that ships, on every paper and theme that it is printed on."""

from __future__ import annotations

import pytest

from casedeck.draw.pdf import draw_pdf
from casedeck.model.page import Line, Page, leaves
from casedeck.model.paper import CLEAR_MM
from casedeck.worksheets.page import worksheet_pages, worksheet_texts
from tests.support.decks import THEMES, stems
from tests.support.ink import groups, ink, overlapping, read_out, said, texts
from tests.support.marks import headings
from tests.support.pdfua import failures
from tests.support.worksheets import (
    LARGER,
    WORKSHEETS,
    activity,
    all_cards,
    barriers,
    composed,
    sheet_for,
    shipped_worksheet,
    worksheet_of,
)

SETTINGS = [
    (name, paper, theme)
    for name in WORKSHEETS
    for paper in LARGER[shipped_worksheet(name).paper]
    for theme in THEMES
]
every_setting = pytest.mark.parametrize(("name", "paper", "theme"), SETTINGS)


def nearest(page: Page) -> float:
    """How near any ink comes to the edge of the paper, mm."""
    return min(
        min(box.x, box.y, page.size.width - box.right, page.size.height - box.bottom) for box in ink(page)
    )


def sizes(page: Page) -> dict[str, float]:
    """Each line of text with its size in points."""
    return {said(text): run.size_pt for text in texts(page.marks) for run in text.runs}


@every_setting
def test_every_form_fits(name: str, paper: str, theme: str) -> None:
    """Nothing on a worksheet is too high or too wide, and there is a page to print."""
    pages = composed(shipped_worksheet(name), paper, theme)
    assert pages.over == {}
    assert pages.pages


@every_setting
def test_nothing_is_where_printers_clip(name: str, paper: str, theme: str) -> None:
    """All ink keeps 6 mm from the edge of the paper, cut guides included."""
    for page in composed(shipped_worksheet(name), paper, theme).pages:
        assert nearest(page) >= CLEAR_MM - 0.001


@every_setting
def test_text_is_large_enough(name: str, paper: str, theme: str) -> None:
    """Nothing is under 10 points, and nothing but tabs and the deck's name is under 12."""
    worksheet = shipped_worksheet(name)
    for page in composed(worksheet, paper, theme).pages:
        assert min(sizes(page).values()) >= 10
        small = {words for words, size in sizes(page).items() if size < 12}
        known = {"Relationships and health", "Gallery", "Our question", *worksheet.labels()}
        assert [words for words in small if not any(words in each for each in known)] == []


@every_setting
def test_no_two_texts_overlap(name: str, paper: str, theme: str) -> None:
    """The ink of no line meets that of another; figures, which have no ink below their line, may stand close
    above a title.
    """
    for page in composed(shipped_worksheet(name), paper, theme).pages:
        assert [pair for pair in overlapping(page) if not pair[0].isdigit()] == []


@pytest.mark.parametrize("name", WORKSHEETS)
def test_forms_are_tagged(name: str) -> None:
    """The PDF of a worksheet is tagged throughout, with a heading for each copy of it on the paper."""
    worksheet = shipped_worksheet(name)
    pages = composed(worksheet).pages
    assert (
        failures(draw_pdf(pages, sheet_for().fonts, title=worksheet.name, subject="", language="en-GB")) == []
    )
    assert all(
        len(list(groups(page.marks, "H1"))) in {worksheet.per_side, len(all_cards()) % worksheet.per_side}
        for page in pages
    )


@pytest.mark.parametrize("name", [name for name in stems("assets/activities") if name != "gallery"])
def test_prompts_of_every_activity_fit(name: str) -> None:
    """The question of each activity fits on its poster and slips, on A3 at 60 points or more."""
    for worksheet in map(shipped_worksheet, ("prompt-poster", "prompt-slips")):
        sheet = sheet_for(paper=worksheet.paper)
        pages = worksheet_pages(
            worksheet,
            sheet._replace(size=worksheet.size(sheet.size)),
            *worksheet_texts(worksheet, "Deck", activity(name)),
        )
        assert pages.over == {}
        if worksheet.id == "prompt-poster":
            assert max(sizes(pages.pages[0]).values()) >= 60


def test_what_does_not_fit_is_said_in_millimetres() -> None:
    """One line more than the paper holds is too high by about a line, and nothing is raised."""
    over = [
        composed(worksheet_of(f"  - lines: {{lines: {count}, pitch: 20mm}}\n")).over for count in (12, 13, 14)
    ]
    assert over[0] == {}
    assert 0 < over[1]["height"] < 20
    assert over[2]["height"] == pytest.approx(over[1]["height"] + 20)


def test_words_too_wide_are_said_in_millimetres() -> None:
    """A word wider than its column or tab is a fact of the pages, not an error."""
    for parts in (
        f"  - zones: {{areas: [{'m' * 60}, b, c]}}\n",
        f"  - words: {'m' * 100}\n",
        f"  - grid: {{columns: [{'m' * 40}, b, c, d]}}\n",
    ):
        assert composed(worksheet_of(parts)).over["width"] > 1


def test_ink_too_near_the_edge_is_seen() -> None:
    """Twin: on a worksheet with more lines than the paper holds, the check sees ink too near the edge."""
    worksheet = worksheet_of("  - lines: {lines: 40}\n")
    assert nearest(composed(worksheet).pages[0]) < CLEAR_MM


def test_several_stand_on_a_side_between_guides() -> None:
    """Four worksheets stand on a landscape side in reading order, each in its quarter, with broken lines
    between them.
    """
    (page,) = composed(worksheet_of("  - words: Here\n", orientation="landscape", per_side="4")).pages
    assert page.size.width > page.size.height
    spots = [(text.x, text.y) for text in texts(page.marks) if said(text) == "Here"]
    assert spots == sorted(spots, key=lambda spot: (spot[1] > page.size.height / 2, spot[0]))
    assert len({(x > page.size.width / 2, y > page.size.height / 2) for x, y in spots}) == 4
    dashes = [mark for mark in leaves(page.marks) if isinstance(mark, Line)]
    assert {round(line.x1 - page.size.width / 2, 3) for line in dashes if line.x1 == line.x2} == {0}
    assert {round(line.y1 - page.size.height / 2, 3) for line in dashes if line.y1 == line.y2} == {0}


@pytest.mark.parametrize(("orientation", "landscape"), [("landscape", False), ("portrait", True)])
def test_halves_turn_the_paper(orientation: str, landscape: bool) -> None:
    """Two that are held landscape come from a portrait side, and the other way round."""
    (page,) = composed(worksheet_of("  - words: Here\n", orientation=orientation, per_side="2")).pages
    assert (page.size.width > page.size.height) == landscape
    assert len([text for text in texts(page.marks) if said(text) == "Here"]) == 2


def test_one_for_each_card() -> None:
    """Number labels carry each card's number and title in the deck's order, four to a side, the last side not
    filled up.
    """
    pages = composed(shipped_worksheet("number-labels"), cards=6).pages
    labels = [[said(text) for text in texts([label])] for page in pages for label in groups(page.marks, "H1")]
    assert labels == [[str(number)] for number in range(1, 7)]
    assert [len(list(groups(page.marks, "H1"))) for page in pages] == [4, 2]
    words = " ".join(read_out(page.marks) for page in pages)
    assert all(card.case.title.split()[0] in words for card in all_cards()[:6])
    assert [page.title for page in pages] == ["Number labels 1", "Number labels 2"]


def test_one_for_each_prompt() -> None:
    """Prompt slips show the main prompt and then the three others."""
    (page,) = composed(shipped_worksheet("prompt-slips")).pages
    shown = [read_out([head]) for head in groups(page.marks, "H1")]
    gallery = activity()
    assert shown == [
        "".join(span.text for span in prompt) for prompt in (gallery.prompt, *gallery.other_prompts)
    ]


def test_one_for_each_barrier() -> None:
    """Barrier labels carry each barrier's name, six to a side, with lines to cut along between them all."""
    (page,) = composed(shipped_worksheet("barrier-labels")).pages
    assert headings([page]) == [term.name for term in barriers()]
    level = [
        mark
        for mark in leaves(page.marks)
        if isinstance(mark, Line) and mark.y1 == mark.y2 and mark.width_pt == 0.4
    ]
    assert [round(y) for y in sorted({line.y1 for line in level})] == [70, 140]


def test_a_form_without_its_activity() -> None:
    """Without an activity there is no tab, and where the prompt would stand its placeholder is seen."""
    sheet = sheet_for()
    worksheet = shipped_worksheet("harvest-sheet")
    (page,) = worksheet_pages(worksheet, sheet, *worksheet_texts(worksheet, "Deck")).pages
    assert "Gallery" not in {said(text) for text in texts(page.marks)}
    poster = shipped_worksheet("prompt-poster")
    assert "prompt" in poster.needs
    (page,) = worksheet_pages(poster, sheet, *worksheet_texts(poster, "Deck")).pages
    assert "{prompt}" in {said(text) for text in texts(page.marks)}


@pytest.mark.parametrize("name", WORKSHEETS)
def test_forms_in_large_print(name: str) -> None:
    """In a theme for large print nothing but tabs is under 18 points, and every worksheet that ships still
    fits on its paper.
    """
    worksheet = shipped_worksheet(name)
    pages = composed(worksheet, smallest_body_pt=18)
    assert pages.over == {}
    for page in pages.pages:
        small = {words for words, size in sizes(page).items() if size < 18}
        known = {"Relationships and health", "Gallery", "Our question", *worksheet.labels()}
        assert [words for words in small if not any(words in each for each in known)] == []
        assert min(sizes(page).values()) >= 15
