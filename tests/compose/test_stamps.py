"""Stamped cards: nobody takes a draft, a mock-up or an imagined case for a published one."""

from __future__ import annotations

from functools import cache

import pytest

from casedeck.compose import headings
from casedeck.compose.fit import fit_cards
from casedeck.compose.stationery import Stationery
from casedeck.draw.pdf import draw_pdf
from casedeck.model.case_study import PUBLISHED, STATUSES
from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark, Page, Shape, bounds_of
from tests.support.decks import FACE_NAMES, PAPERS, THEMES
from tests.support.ink import groups, ink, overlapping, said, texts
from tests.support.pdfua import failures
from tests.support.samples import card_with, sample_sheet, sides_of_cards

SETTINGS = [
    (face, paper, theme) for face in FACE_NAMES for paper in PAPERS for theme in (*THEMES, "with-logo")
]
every_setting = pytest.mark.parametrize(("face", "paper", "theme"), SETTINGS)
TITLES = ("Timpson", "The Riverside repair table and Saturday workshop")
LINKS = ("", "https://example.org/repair-table")
WORDS = {"draft": "DRAFT", "mock-up": "MOCK-UP", "imagined": "IMAGINED"}


@cache
def sheet(face: str, paper: str, theme: str) -> Stationery:
    """The sheet of the samples, made once."""
    return sample_sheet(face, paper, theme)


def composed(face: str, paper: str, theme: str, **fields: object) -> Page:
    """The page of the sample case with fields changed; its other texts are short, so that it always fits."""
    short = dict.fromkeys(("strapline", "spotlight", "learning"), card_with().case.benefits[0].text)
    fitted = fit_cards(face, [card_with(**{**short, **fields})], sheet(face, paper, theme))
    assert fitted.fits[0].body_pt is not None
    return next(sides_of_cards(face, fitted, sheet(face, paper, theme)))[0]


def stamps(page: Page) -> list[Group]:
    """The paragraphs of a page with a frame around them."""
    return [
        group
        for group in groups(page.marks, "P")
        if isinstance(group.marks[0], Group) and group.marks[0].role == "Artifact"
    ]


def in_order(page: Page) -> list[Group]:
    """The page's headings, paragraphs and figures in reading order."""
    found: list[Group] = []

    def walk(marks: tuple[Mark, ...]) -> None:
        for mark in marks:
            if isinstance(mark, Group) and mark.role in ("H1", "H2", "P", "Figure"):
                found.append(mark)
            elif isinstance(mark, Group) and mark.role != "Artifact":
                walk(mark.marks)

    walk(page.marks)
    return found


def meets(box: Box, page: Page, stamp: Group) -> list[str]:
    """The texts and figures of a page, without the stamp, that stand in a box."""
    others = [(said(text), bounds_of((text,))) for text in texts(page.marks) if text not in texts([stamp])]
    others += [(figure.alt, bounds_of((figure,))) for figure in groups(page.marks, "Figure")]
    return [name for name, other in others if _overlap(box, other)]


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


@every_setting
def test_stamps_stand_clear(face: str, paper: str, theme: str) -> None:
    """Every stamp is whole on its card, beside the title and clear of every text, code and logo, with a link
    or without.
    """
    for title, link, status in [
        (title, link, status) for title in TITLES for link in LINKS for status in STATUSES
    ]:
        page = composed(face, paper, theme, title=title, link=link, status=status)
        (stamp,) = stamps(page)
        box = bounds_of((stamp,))
        assert meets(box, page, stamp) == []
        assert overlapping(page) == []
        assert all(
            min(each.x, each.y, page.size.width - each.right, page.size.height - each.bottom)
            >= page.clear - 0.001
            for each in ink(page)
        )
        assert box.bottom < page.size.height / 3
        word = bounds_of(tuple(texts([stamp])))
        assert (box.x < word.x, box.y < word.y, box.right > word.right, box.bottom > word.bottom) == (
            True,
        ) * 4


def test_what_stands_in_a_stamp_is_found() -> None:
    """Twin: a stamp moved over the title meets it."""
    page = composed("index", "A4", "default", status="imagined")
    (stamp,) = stamps(page)
    title = bounds_of((next(groups(page.marks, "H1")),))
    assert meets(title, page, stamp)


@every_setting
def test_stamps_are_read_after_the_title(face: str, paper: str, theme: str) -> None:
    """The stamp is real text in the structure, a paragraph right behind the title and before the strapline,
    in the locale's word.
    """
    for status in STATUSES:
        page = composed(face, paper, theme, status=status)
        read = in_order(page)
        title = [group.role for group in read].index("H1")
        second, third = read[title + 1 : title + 3]
        assert (second.role, third.role) == ("P", "P")
        assert [said(text) for text in texts([second])] == [WORDS[status]]
        assert second == stamps(page)[0]


@every_setting
def test_stamps_have_a_heavy_frame(face: str, paper: str, theme: str) -> None:
    """The frame is an artifact of at least 1.5 points in the colour of the words, which have at least 12."""
    (stamp,) = stamps(composed(face, paper, theme, status="draft"))
    (frame,) = [mark for group in groups([stamp], "Artifact") for mark in group.marks]
    (run,) = texts([stamp])[0].runs
    assert isinstance(frame, Shape)
    assert frame.border_pt >= 1.5
    assert (frame.border, frame.fill, run.weight) == (run.colour, "", "black")
    assert run.size_pt >= 12


@pytest.mark.parametrize("face", FACE_NAMES)
def test_published_cards_have_no_stamp(face: str) -> None:
    """A case without a status has no stamp, and its title the whole width; the same case with one has."""
    assert stamps(composed(face, "A4", "default")) == []
    assert headings.stamp(sheet(face, "A4", "default"), PUBLISHED, 26) is None
    assert len(stamps(composed(face, "A4", "default", status="draft"))) == 1


@pytest.mark.parametrize("face", FACE_NAMES)
def test_fitting_leaves_room_for_the_stamp(face: str) -> None:
    """A single word as wide as the head fits without a stamp and not with one, and the fit says so."""
    on = sheet(face, "A4", "default")
    short = dict.fromkeys(("strapline", "spotlight", "learning"), card_with().case.benefits[0].text)
    count = 10
    while (
        fit_cards(face, [card_with(title="m" * (count + 1), link="", **short)], on).fits[0].body_pt
        is not None
    ):
        count += 1
    free = fit_cards(face, [card_with(title="m" * count, link="", **short)], on).fits[0]
    stamped = fit_cards(face, [card_with(title="m" * count, link="", status="imagined", **short)], on).fits[0]
    assert free.region == ""
    assert (stamped.body_pt, stamped.region) == (None, "width")


@pytest.mark.parametrize(("face", "paper"), [(face, paper) for face in FACE_NAMES for paper in PAPERS])
def test_stamped_cards_are_tagged(face: str, paper: str) -> None:
    """The PDF of stamped cards passes the checks for people who use a screen reader."""
    made = [composed(face, paper, "default", status=status, link=LINKS[1]) for status in STATUSES]
    assert (
        failures(
            draw_pdf(made, sheet(face, paper, "default").fonts, title="Stamps", subject="", language="en-GB")
        )
        == []
    )
