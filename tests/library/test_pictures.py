"""Pictures from users' files: five formats, with limits that are checked before a dot is decoded."""

from __future__ import annotations

import struct
import warnings
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casedeck.errors import Place, Report
from casedeck.library.pictures import MAX_BYTES, MAX_JPEG_PIXELS, MAX_PIXELS, read_picture
from casedeck.model.page import Raster
from tests.support.pictures import picture, png_of_nothing
from tests.support.reading import lines

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
NO_PICTURE = (
    "the picture logo.png is not a PNG, JPEG, WebP, GIF or BMP file; save it as PNG in a picture program"
)


def _read(data: bytes) -> tuple[Raster | None, list[str]]:
    report = Report()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return read_picture("logo.png", data, Place("calm.yaml", 3, 9), report), lines(report)


@pytest.mark.parametrize("form", FORMATS)
def test_formats(form: str) -> None:
    """PNG, JPEG, WebP, GIF and BMP files are read, whatever their names end in."""
    assert _read(picture(form)) == (Raster("logo.png", 8, 4, bytes(3 * 8 * 4), b""), [])


@pytest.mark.parametrize("form", ["TIFF", "EPS", "PDF", "ICO", "TGA"])
def test_other_formats(form: str) -> None:
    """Every other format is refused, above all EPS, whose pictures are programs."""
    assert _read(picture(form)) == (None, [f"calm.yaml:3:9: T103 {NO_PICTURE}"])


@pytest.mark.parametrize(
    "data", [b"", b"<html/>", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/tmp/x) deletefile\n"]
)
def test_no_picture(data: bytes) -> None:
    """What is not a picture at all is said to be none."""
    assert _read(data) == (None, [f"calm.yaml:3:9: T103 {NO_PICTURE}"])


def test_dots() -> None:
    """A picture of thirteen million dots is read; one row more is refused by its header, with the limit and
    the way out.
    """
    width = MAX_PIXELS // 1000
    found, problems = _read(png_of_nothing(width, 1000))
    assert (found and (found.width, found.height), problems) == ((945, 73), [])
    refused = ["calm.yaml:3:9: T103 the picture logo.png has more than 13 million dots; save it smaller"]
    assert _read(png_of_nothing(width, 1001)) == (None, refused)


def test_photographs() -> None:
    """What telephones take, of up to fifty million dots, is read as a JPEG file; one row more is refused."""
    height = MAX_JPEG_PIXELS // 10_000
    found, problems = _read(picture("JPEG", 10_000, height))
    assert (found and (found.width, found.height), problems) == ((850, 425), [])
    refused = ["calm.yaml:3:9: T103 the picture logo.png has more than 50 million dots; save it smaller"]
    assert _read(picture("JPEG", 10_000, height + 1)) == (None, refused)


@pytest.mark.parametrize(
    ("width", "height"), [(9_400, 9_400), (14_000, 14_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)]
)
def test_bombs(width: int, height: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that promises a huge picture is refused before a dot is decoded and without a warning of
    Pillow's on the screen.
    """
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", None)
    data = bytearray(png_of_nothing(9_400, 9_400) if width == 9_400 else png_of_nothing(8, 8))
    data[16:24] = struct.pack(">LL", width, height)
    data[29:33] = struct.pack(">L", zlib.crc32(bytes(data[12:29])))
    found, (problem,) = _read(bytes(data))
    assert (found, "T103 the picture logo.png has more than 13 million dots" in problem) == (None, True)


def test_bytes() -> None:
    """A file of twenty-five million bytes is looked at; one byte more is refused with both numbers."""
    data = picture()
    assert _read(data + bytes(MAX_BYTES - len(data)))[1] == []
    problem = "calm.yaml:3:9: T103 the picture logo.png has 25.1 MB; the limit is 25 MB; save it smaller"
    assert _read(data + bytes(MAX_BYTES + 1 - len(data))) == (None, [problem])


@pytest.mark.parametrize("form", FORMATS)
def test_cut_short(form: str) -> None:
    """A picture whose end is missing is damaged, and said to be."""
    data = picture(form, 400, 400)
    found, (problem,) = _read(data[: len(data) // 2])
    assert (found, problem.split(" T103 ")[1]) == (
        None,
        "the picture logo.png is damaged; open it in a picture program and save it again",
    )


@given(
    st.binary(max_size=100)
    | st.builds(
        lambda form, at, with_: picture(form)[:at] + with_ + picture(form)[at + len(with_) :],
        st.sampled_from(FORMATS),
        st.integers(0, 200),
        st.binary(min_size=1, max_size=6),
    )
)
@example(b"RIFF\x08\0\0\0WEBPVP8X")
@example(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
@example(b"\xff\xd8\xff")
def test_any_bytes(data: bytes) -> None:
    """Any bytes give a picture with a size, or one problem."""
    found, problems = _read(data)
    assert (found is None) == (len(problems) == 1)
    assert found is None or min(found.width, found.height) > 0
