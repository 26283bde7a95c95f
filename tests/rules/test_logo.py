"""A logo that nobody will see, and one that is ragged, are said before anything is printed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from casedeck.cli import run
from casedeck.errors import Place, Report
from casedeck.library.pictures import read_picture
from casedeck.model.page import Raster
from casedeck.model.theme import Logo
from casedeck.rules.logo import logo_clear, logo_seen, logo_sharp
from tests.support.samples import sample_item, sample_sheet
from tests.support.values import changed
from tests.support.workshops import CALM, CALM_DECK, workshop

CLEAR, WHITE, BLACK = (0, 0, 0, 0), (255, 255, 255, 255), (0, 0, 0, 255)
PLACE = Place("calm.yaml", 3, 9)


def mark(
    ground: tuple[int, ...],
    front: tuple[int, ...] | None,
    size: tuple[int, int] = (400, 160),
    part: float = 0.5,
) -> bytes:
    """A PNG file of a ground, with a box of another colour that takes a part of its width."""
    picture = Image.new("RGBA", size, ground)
    if front:
        ImageDraw.Draw(picture).rectangle((4, 4, round(size[0] * part), size[1] - 4), fill=front)
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def found(data: bytes, paper: str = "#FFFFFF") -> tuple[list[str], list[str]]:
    """What stops a deck with this logo, and what is to look at."""
    report = Report()
    raster = read_picture("mark.png", data, PLACE, report)
    assert isinstance(raster, Raster)
    theme = sample_sheet().theme
    theme = changed(theme, logo=Logo("mark.png", "A mark", PLACE), colours={**theme.colours, "paper": paper})
    sheet = changed(sample_sheet(), logo=raster, theme=theme)
    item = sample_item()
    advice = [*logo_clear(item, sheet, ()), *logo_sharp(item, sheet, ())]
    return [problem.message for problem in logo_seen(item, sheet, ())], [
        problem.message for problem in advice
    ]


@pytest.mark.parametrize(
    ("ground", "front", "paper"),
    [
        (CLEAR, WHITE, "#FFFFFF"),
        (WHITE, None, "#FFFFFF"),
        (WHITE, (250, 250, 250, 255), "#FFFFFF"),
        (CLEAR, (0, 0, 0, 8), "#FFFFFF"),
        (CLEAR, (255, 244, 200, 255), "#FFF4C8"),
    ],
)
def test_unseen(ground: tuple[int, ...], front: tuple[int, ...] | None, paper: str) -> None:
    """White on white, nearly clear, or the colour of the paper: the logo stops the deck, with its
    contrast.
    """
    (problem,), _ = found(mark(ground, front), paper)
    assert problem.startswith("the logo mark.png cannot be seen on the paper: its contrast is 1.0")


def test_clear() -> None:
    """A logo of which nothing is printed is said to be clear all over."""
    assert found(mark(CLEAR, None))[0] == ["the logo mark.png is clear all over: nothing of it is printed"]


@pytest.mark.parametrize(
    ("ground", "front", "part"),
    [
        (CLEAR, BLACK, 0.5),
        (WHITE, BLACK, 0.03),
        ((0, 85, 140, 255), WHITE, 0.9),
        (CLEAR, (255, 190, 0, 255), 0.9),
        (BLACK, None, 1),
    ],
)
def test_seen(ground: tuple[int, ...], front: tuple[int, ...] | None, part: float) -> None:
    """Dark on light, a fine line, white on a ground of its own and a strong yellow are printed without a
    word.
    """
    assert found(mark(ground, front, part=part)) == ([], [])


def test_hardly_seen() -> None:
    """A pale yellow is looked at, and stops nothing."""
    stops, advice = found(mark(WHITE, (255, 242, 0, 255)))
    assert (stops, advice) == (
        [],
        ["the logo mark.png can hardly be seen on the paper: its contrast is 1.17 to 1"],
    )


def test_mostly_unseen() -> None:
    """White letters beside a coloured sign, on nothing, are looked at; the same on a ground are not."""
    picture = Image.open(BytesIO(mark(CLEAR, WHITE, part=0.4)))
    ImageDraw.Draw(picture).rectangle((350, 10, 390, 150), fill=(200, 0, 0, 255))
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    assert found(buffer.getvalue()) == (
        [],
        ["more than half of the logo mark.png cannot be seen on the paper"],
    )
    whole = Image.new("RGBA", picture.size, (0, 85, 140, 255))
    whole.alpha_composite(picture)
    buffer = BytesIO()
    whole.save(buffer, "PNG")
    assert found(buffer.getvalue()) == ([], [])


@pytest.mark.parametrize(
    ("size", "ragged"), [((237, 95), False), ((236, 95), True), ((100, 107), False), ((90, 96), True)]
)
def test_dots(size: tuple[int, int], ragged: bool) -> None:
    """Fewer than 150 dots to an inch of the printed size are said, from the first that is missing."""
    _, advice = found(mark(WHITE, BLACK, size))
    assert bool(advice) is ragged


def test_dots_needed() -> None:
    """A small logo is named with its dots, its size in print, and the dots that would do."""
    sheet = changed(sample_sheet(), logo=Raster("mark.png", 60, 24, bytes(3 * 60 * 24), b""))
    sheet = changed(sheet, theme=changed(sheet.theme, logo=Logo("mark.png", "A mark", PLACE)))
    (problem,) = logo_sharp(sample_item(), sheet, ())
    assert str(problem) == (
        "calm.yaml:3:9: T107 the logo mark.png has 60 by 24 dots, which is 38 to an inch at 40 mm; its "
        "edges will be ragged; "
        "use a picture of at least 237 by 95 dots"
    )


@pytest.mark.parametrize("item", ["cards: {theme: calm}", "front matter: {theme: calm}"])
def test_builds(
    item: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build stops at a logo that nobody sees, and goes on past advice, which it says once."""
    deck = CALM_DECK.replace("cards: {theme: calm}", item)
    monkeypatch.chdir(
        workshop(
            tmp_path,
            {"decks/d.yaml": deck, "assets/themes/calm.yaml": CALM + "logo: {file: mark.png, alt: A mark}\n"},
        )
    )
    (tmp_path / "assets/pictures").mkdir()
    (tmp_path / "assets/pictures/mark.png").write_bytes(mark(CLEAR, WHITE))
    assert run(["build", "d"]) == 1
    assert "T106 the logo mark.png cannot be seen on the paper" in capsys.readouterr().err
    (tmp_path / "assets/pictures/mark.png").write_bytes(mark(WHITE, BLACK, (60, 24)))
    assert run(["build", "d"]) == 0
    assert capsys.readouterr().err.startswith(
        "to look at: assets/themes/calm.yaml:3:14: T107 the logo mark.png has 60 by 24 dots"
    )
