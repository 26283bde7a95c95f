"""Small pictures of cards, compared with what was found good; and PNG files for looking at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from casedeck.draw.pdf import draw_pdf
from casedeck.draw.pictures import draw_pictures
from casedeck.model.geometry import PT_PER_MM, Box
from casedeck.model.page import Drawing, Group, Mark, Page, Shape, Text
from casedeck.model.page import Image as Picture
from tests.support.decks import deck_of, pages_of, pdf_of
from tests.support.goldens import GoldenError, Goldens, unlike
from tests.support.samples import sample, sample_case

WIDTH = 300
PICTURES = [
    ("long-words", "index", "A4", "default"),
    ("long-words", "wall", "A3", "default"),
    ("with-link", "index", "A4", "with-logo"),
    ("with-link", "wall", "A3", "high-contrast"),
    ("with-lists", "index", "A3", "ink-saver"),
    ("with-inline-link", "index", "Letter", "high-contrast"),
]


def pictured(
    case: str, face: str, paper: str, theme: str, change: Callable[[Mark], Mark] = lambda mark: mark
) -> Image.Image:
    """The first page of a sample in grey, WIDTH dots wide, after a change to its marks."""
    one = sample(face, paper, theme, case)
    (page,) = pages_of(one)
    data = draw_pdf([_changed(page, change)], one.sheet.fonts, title="A card", subject="", language="en-GB")
    inches = page.size.width * PT_PER_MM / 72
    ((_, png),) = draw_pictures(data, WIDTH / inches)
    return Image.open(BytesIO(png)).convert("L")


def _changed(page: Page, change: Callable[[Mark], Mark]) -> Page:
    def deep(mark: Mark) -> Mark:
        return change(mark._replace(marks=tuple(map(deep, mark.marks))) if isinstance(mark, Group) else mark)

    return page._replace(marks=tuple(map(deep, page.marks)))


@pytest.mark.parametrize(("case", "face", "paper", "theme"), PICTURES)
def test_cards_look_as_they_did(goldens: Goldens, case: str, face: str, paper: str, theme: str) -> None:
    """The picture of a card is the golden one, but for how its edges are smoothed."""
    goldens.picture(f"card-{case}-{face}-{paper.lower()}-{theme}", pictured(case, face, paper, theme))


def test_there_are_few_pictures_and_each_is_compared() -> None:
    """At most eight, none left over, all small and grey."""
    paths = sorted((Path(__file__).parents[1] / "golden").glob("card-*.png"))
    assert [path.stem for path in paths] == sorted(
        f"card-{case}-{face}-{paper.lower()}-{theme}" for case, face, paper, theme in PICTURES
    )
    assert len(paths) <= 8
    for path in paths:
        with Image.open(path) as picture:
            assert (picture.mode, path.stat().st_size < 60_000, abs(picture.width - WIDTH) <= 1) == (
                "L",
                True,
                True,
            )


def _move_tile(by: float, mark: Mark) -> Mark:
    is_tile = isinstance(mark, Shape) and 5 < mark.box.width == mark.box.height
    return (
        mark._replace(box=mark.box._replace(x=mark.box.x + by))
        if is_tile and isinstance(mark, Shape)
        else mark
    )


def _move_title(by: float, mark: Mark) -> Mark:
    return mark._replace(y=mark.y + by) if isinstance(mark, Text) and mark.runs[0].size_pt > 20 else mark


def _lose_icons(mark: Mark) -> Mark:
    is_icon = isinstance(mark, Picture) and isinstance(mark.picture, Drawing)
    return Shape(Box(100, 100, 0, 0), 0, "", "", 0) if is_icon else mark


def _lighten(mark: Mark) -> Mark:
    return mark._replace(fill="#FFFFFF") if isinstance(mark, Shape) and mark.fill == "#E6F1F8" else mark


@pytest.mark.parametrize(
    "change",
    [partial(_move_tile, 1.5), partial(_move_title, 1.5), _lose_icons, _lighten],
    ids=["tile", "title", "icons", "tint"],
)
def test_a_change_that_can_be_seen_is_caught(tmp_path: Path, change: Callable[[Mark], Mark]) -> None:
    """A tile or title that moves by 1.5 mm, icons that are gone, and a tint that is gone."""
    goldens = Goldens(tmp_path, tmp_path / "report", update=False)
    pictured(*PICTURES[0]).save(tmp_path / "card.png")
    with pytest.raises(GoldenError, match=r"card\.html"):
        goldens.picture("card", pictured(*PICTURES[0], change))


def test_smoothing_is_forgiven() -> None:
    """The same card drawn twice as large and made smaller, and one slightly blurred, are like the
    original.
    """
    original = pictured(*PICTURES[0])
    assert not unlike(original, original.filter(ImageFilter.GaussianBlur(0.4)))
    assert not unlike(original, original.point(lambda grey: min(255, int(grey * 1.02) + 3)))


def test_another_size_is_unlike() -> None:
    """A picture of another size is never the same."""
    original = pictured(*PICTURES[0])
    assert unlike(original, original.crop((0, 0, WIDTH, original.height - 1)))


def test_pictures_are_one_png_a_page() -> None:
    """As many as pages, as large as the resolution says, each with the title of its card."""
    pictures = list(draw_pictures(pdf_of(deck_of("with-link", "short-words")), 50))
    assert [title for title, _ in pictures] == [
        sample_case(name).title for name in ("with-link", "short-words")
    ]
    for _, data in pictures:
        picture = Image.open(BytesIO(data))
        assert (picture.format, picture.size) == ("PNG", (585, 414))
