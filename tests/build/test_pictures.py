"""Pictures from a facilitator's folder to a PDF: made when their page is, and refused before anything is
written.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from casedeck.api.one_card import desk_of, edited
from casedeck.build.pipeline import build, drawn, select
from casedeck.cli import run
from casedeck.compose.faces import FACES
from casedeck.compose.layout import Layout
from casedeck.compose.picture import placed
from casedeck.compose.stationery import Stationery
from casedeck.disk.folder import Folder
from casedeck.errors import DeckError
from casedeck.library import album, cropping
from casedeck.model.deck import Card
from casedeck.model.geometry import Box
from casedeck.model.page import Image, Mark, Photo, Raster, leaves
from tests.support.decks import asked
from tests.support.pdfua import failures
from tests.support.pictures import photo, png_of_nothing, saved
from tests.support.workshops import CASE, contents, workshop

PICTURE = "picture: {file: us.jpg, alt: Five people at a table, focus: left}\n"
TIMPSON = "assets/case-studies/timpson.yaml"
COOK = "assets/case-studies/cook.yaml"
LINE = CASE.count("\n") + 1
BOX = Box(20, 20, 60, 60)


class ToySetter:
    """A card with nothing on it but its picture, and at the foot of that the deck's."""

    def __init__(self, card: Card, sheet: Stationery) -> None:
        self.card, self.sheet = card, sheet

    def at(self, body_pt: float) -> Layout:
        """The card at any size."""
        return Layout({}, (self.marks,))

    def marks(self) -> tuple[Mark, ...]:
        """The pictures that there are."""
        found = (self.card.case.picture, self.sheet.deck_picture)
        boxes = (BOX, BOX._replace(y=100))
        return tuple(placed(self.sheet, each, box) for each, box in zip(found, boxes, strict=True) if each)


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The index face shows pictures and nothing else."""
    assert isinstance(FACES, dict)
    monkeypatch.setitem(FACES, "index", FACES["index"]._replace(setter=ToySetter))


def folder(path: Path, **more: str | bytes) -> Path:
    """A folder with a deck of two cards with a picture each, and one for the deck."""
    return workshop(
        path,
        {
            "decks/d.yaml": f"title: A\n{PICTURE}cards: [timpson, cook]\nprint:\n  - cards:\n",
            TIMPSON: CASE + PICTURE,
            COOK: CASE.replace("title: Timpson", "title: Cook") + PICTURE.replace("left", "right"),
            "assets/pictures/us.jpg": saved(photo(1200, 900), "JPEG"),
            **{name.replace("__", "/"): data for name, data in more.items()},
        },
    )


def images_of(data: bytes) -> Iterator[tuple[str, int]]:
    """How each image in a PDF is packed, and its width in dots."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image":
                yield str(each["/Filter"]), int(each["/Width"])


@pytest.mark.usefixtures("toy")
def test_a_deck_with_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each picture is in the PDF as a JPEG of its box, one that stands on two cards once, with its words; the
    file is the same each time.
    """
    home = folder(tmp_path)
    monkeypatch.chdir(home)
    deck = (home / "decks/d.yaml").read_bytes()
    (data,) = drawn(build(asked(deck, home))).files.values()
    (again,) = drawn(build(asked(deck, home))).files.values()
    assert data == again
    assert list(images_of(data)) == [("/DCTDecode", 709)] * 2
    assert failures(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        said = [
            str(each["/Alt"])
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert said == ["Five people at a table"] * 4


@pytest.mark.usefixtures("toy")
def test_pictures_are_made_with_their_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Composing and judging a deck makes no picture; each page makes its own when it is asked for."""
    made: list[str] = []

    def counted(name: str, data: bytes, wanted: cropping.Cropping) -> Photo | Raster:
        made.append(name)
        return cropping.cropped(name, data, wanted)

    monkeypatch.setattr(album, "cropped", counted)
    monkeypatch.setattr(album, "ROOM", 0)
    home = folder(tmp_path)
    monkeypatch.chdir(home)
    built = build(asked((home / "decks/d.yaml").read_bytes(), home))
    assert made == []
    pages = built.documents[0].each_page()
    first = next(pages)
    assert len(made) == 1
    photos = [mark.picture for mark in leaves(first.marks) if isinstance(mark, Image)]
    assert all(isinstance(each, Photo) for each in photos)
    next(pages)
    assert len(made) == 3


WRONG: dict[str, tuple[dict[str, str | bytes], str, str]] = {
    "missing": ({}, "none.jpg", 'T103 there is no picture "none.jpg" in assets/pictures'),
    "outside": ({}, "../../secret.jpg", 'F108 the picture "../../secret.jpg" leads out of the folder'),
    "no picture": (
        {"assets__pictures__us.png": "words"},
        "us.png",
        "T103 the picture us.png is not a PNG, JPEG",
    ),
    "cut off": (
        {"assets__pictures__cut.jpg": saved(photo(), "JPEG")[:4000]},
        "cut.jpg",
        "T103 the picture cut.jpg is damaged; open it in a picture program and save it again",
    ),
    "bomb": (
        {"assets__pictures__bomb.png": png_of_nothing(9400, 9400)},
        "bomb.png",
        "T103 the picture bomb.png has more than 13 million dots; save it smaller",
    ),
}


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("where", ["deck", "case study"])
def test_nothing_is_written(
    kind: str, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A picture that cannot be shown is said where its file is named, by build and by check, and nothing is
    written.
    """
    files, name, problem = WRONG[kind]
    home = folder(tmp_path, **files)
    file = home / ("decks/d.yaml" if where == "deck" else TIMPSON)
    file.write_text(file.read_text("utf-8").replace("us.jpg", name), "utf-8")
    monkeypatch.chdir(home)
    before = contents(home)
    line, shown = (2, "decks/d.yaml") if where == "deck" else (LINE, TIMPSON)
    commands = [["build", "d"], ["check", "d"], *([] if where == "deck" else [["check"]])]
    for command in commands:
        assert run(command) == 1, command
        assert f"{shown}:{line}:17: {problem}" in capsys.readouterr().err
    assert contents(home) == before


def test_a_good_folder_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twin: with a picture that can be shown, everything passes; one with few dots is pointed out."""
    monkeypatch.chdir(folder(tmp_path))
    for command in (["build", "d"], ["check", "d"], ["check"]):
        assert run(command) == 0, capsys.readouterr().err
        assert "T109" not in capsys.readouterr().err
    (tmp_path / "assets/pictures/us.jpg").write_bytes(saved(photo(), "JPEG"))
    for command in (["build", "d"], ["check", "d"], ["check"]):
        assert run(command) == 0
        said = capsys.readouterr()
        few = "T109 the picture us.jpg has 400 by 300 dots, which is too few to be sharp at 83 mm"
        assert few in said.out + said.err, command


@pytest.mark.usefixtures("toy")
def test_a_picture_that_goes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture whose file is broken between composing and drawing stops the run."""
    home = folder(tmp_path)
    monkeypatch.chdir(home)
    built = build(asked((home / "decks/d.yaml").read_bytes(), home))
    (home / "assets/pictures/us.jpg").write_bytes(b"words")
    with pytest.raises(DeckError, match=r"T103 the picture us.jpg is not a PNG"):
        drawn(built)


@pytest.mark.usefixtures("toy")
def test_one_card_that_is_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A card whose picture is being named has a frame in its place and the problem, and the picture as soon
    as there is one.
    """
    home = folder(tmp_path)
    monkeypatch.chdir(home)
    chosen = select(asked((home / "decks/d.yaml").read_bytes(), Folder(home)))
    desk = desk_of(chosen, chosen.deck.prints[0], "timpson")
    text = (CASE + PICTURE).encode()
    for data, problems, images in ((text.replace(b"us.jpg", b"u.jpg"), 1, 1), (text, 0, 2)):
        made = edited(desk, data, TIMPSON)
        assert len(made.problems) == problems
        (page,) = made.pages()
        assert len([mark for mark in leaves(page.marks) if isinstance(mark, Image)]) == images
