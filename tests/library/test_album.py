"""The pictures of case studies and decks: looked at first, cropped when they are asked for, few kept."""

from __future__ import annotations

import pytest

from casedeck.errors import DeckError, Place, Report
from casedeck.library import album
from casedeck.library.album import Album
from casedeck.model.geometry import Size
from casedeck.model.illustration import CENTRE, FOCUSES, Illustration
from casedeck.model.page import Photo, Raster
from tests.support.pictures import photo, saved
from tests.support.reading import Overlay, lines

PLACE = Place("assets/case-studies/us.yaml", 9, 9)
OUTSIDE = "leads out of the folder, or to something that is not a file; put a copy of the file itself there"
US = Illustration("us.jpg", "Us", CENTRE)
BOX = Size(10, 10)


class Counting(Overlay):
    """Files that count how often they are read."""

    def __init__(self, **pictures: bytes | None) -> None:
        super().__init__(
            {f"assets/pictures/{name.replace('_', '.')}": data for name, data in pictures.items()}
        )
        self.times = 0

    def read(self, name: str) -> bytes:
        """The bytes of a file, counted."""
        self.times += 1
        return super().read(name)


def looked_at(files: Overlay, name: str) -> list[str]:
    """The problems of a picture of this name."""
    report = Report()
    Album(files).look_at(US._replace(file=name), PLACE, report)
    return lines(report)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("none.jpg", 'T103 there is no picture "none.jpg" in assets/pictures; put the file there'),
        ("us.jpeg", 'T103 there is no picture "us.jpeg" in assets/pictures; did you mean "us.heic"?'),
        (
            "assets/pictures/Text.png",
            (
                'T103 there is no picture "assets/pictures/Text.png" in assets/pictures; did you mean '
                '"text.png"?'
            ),
        ),
        ("../../etc/passwd", f'F108 the picture "../../etc/passwd" {OUTSIDE}'),
        ("link.jpg", f'F108 the picture "link.jpg" {OUTSIDE}'),
        (
            "text.png",
            (
                "T103 the picture text.png is not a PNG, JPEG, WebP, GIF or BMP file; save it as PNG in a "
                "picture program"
            ),
        ),
        (
            "cut.jpg",
            "T103 the picture cut.jpg is damaged; open it in a picture program and save it again",
        ),
        (
            "us.heic",
            (
                "T103 the picture us.heic is in a format of telephones (HEIC or AVIF) that casedeck does not "
                "read; open it on the telephone or computer, and export or share it as JPEG"
            ),
        ),
    ],
)
def test_what_cannot_be_shown(name: str, problem: str) -> None:
    """A picture that is not there, leads out of the folder or cannot be shown is a problem where its file is
    named.
    """
    files = Counting(
        link_jpg=None,
        text_png=b"No picture.",
        cut_jpg=saved(photo(), "JPEG")[:3000],
        us_heic=b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        us_jpg=saved(photo(), "JPEG"),
    )
    assert looked_at(files, name) == [f"assets/case-studies/us.yaml:9:9: {problem}"]
    assert looked_at(files, "us.jpg") == []


def test_looking_at_it() -> None:
    """A picture is looked at once, and its size or its problem said at each place that names it."""
    files = Counting(us_jpg=saved(photo(), "JPEG"), bad_jpg=b"")
    made, report = Album(files), Report()
    assert [made.look_at(US, PLACE._replace(line=line), report) for line in (1, 2)] == [(400, 300)] * 2
    bad = US._replace(file="bad.jpg")
    assert [made.look_at(bad, PLACE._replace(line=line), report) for line in (3, 4)] == [None, None]
    assert [(problem.place.line, problem.code) for problem in report.problems] == [(3, "T103"), (4, "T103")]
    assert files.times == 2
    assert made.cropped(bad, BOX) is None


def test_cropped() -> None:
    """A picture is cropped once for each size, focus and shade."""
    files = Counting(us_jpg=saved(photo(), "JPEG"))
    made = Album(files)
    one = made.cropped(US, BOX)
    assert isinstance(one, Photo)
    assert (one.width, one.height) == (118, 118)
    assert made.cropped(US, BOX) is one
    assert files.times == 1
    others = [
        made.cropped(US, Size(10, 20)),
        made.cropped(US, BOX, grey=True),
        made.cropped(US._replace(focus=FOCUSES["left"]), BOX),
    ]
    assert len({one.name, *(each.name for each in others if each)}) == 4
    assert files.times == 4


def test_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for more, those that were asked for longest ago are made again."""
    monkeypatch.setattr(album, "ROOM", 120_000)
    files = Counting(us_jpg=saved(photo(), "JPEG"))
    made = Album(files)
    for size in range(10, 30):
        made.cropped(US, Size(size, size))
        assert sum(map(album._bytes, made._kept.values())) == made._bytes <= 120_000
    assert 1 < len(made._kept) < 20
    last = made.cropped(US, Size(29, 29))
    before = files.times
    assert made.cropped(US, Size(29, 29)) is last
    assert files.times == before
    made.cropped(US, Size(10, 10))
    assert files.times == before + 1
    monkeypatch.setattr(album, "ROOM", 10)
    assert isinstance(made.cropped(US, Size(12, 12)), Photo | Raster)
    assert len(made._kept) == 1


def test_changed_meanwhile() -> None:
    """A picture that was there when it was looked at, and cannot be shown when its page is made, stops the
    run.
    """
    files = Counting(us_jpg=saved(photo(), "JPEG"))
    made, report = Album(files), Report()
    assert made.look_at(US, PLACE, report)
    files.files = {"assets/pictures/us.jpg": b"cut"}
    with pytest.raises(DeckError, match=r"assets/pictures/us.jpg: T103 the picture us.jpg is not a PNG"):
        made.cropped(US, BOX)
    files.files = {}
    with pytest.raises(DeckError, match=r'T103 there is no picture "us.jpg" in assets/pictures'):
        made.cropped(US, BOX)
