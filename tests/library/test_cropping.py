"""Pictures of case studies, cropped and made as fine as print: photographs as JPEG, all else dot by dot."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PIL.Image import Transpose

from casedeck.library.cropping import Cropping, cropped, cropping_for, size_shown
from casedeck.library.not_shown import NotShownError
from casedeck.library.pictures import MAX_SIDE
from casedeck.model.geometry import Size
from casedeck.model.illustration import CENTRE, FOCUSES, Focus
from casedeck.model.page import Photo, Raster
from tests.library.test_pictures_shown import AS_TAKEN, display_p3, raw_png
from tests.support.pictures import QUARTERS, photo, png_of_nothing, saved

NINTH = Cropping(60, 45, CENTRE, grey=False)


def wanted(focus: str | Focus = CENTRE, width: int = 60, height: int = 60, *, grey: bool = False) -> Cropping:
    """So many dots around a focus."""
    return Cropping(width, height, FOCUSES[focus] if isinstance(focus, str) else focus, grey)


def dots(made: Photo | Raster) -> Image.Image:
    """What is seen of a picture."""
    if isinstance(made, Photo):
        return Image.open(BytesIO(made.jpeg)).convert("RGB")
    return Image.frombytes("RGB", (made.width, made.height), made.colours)


def at(made: Photo | Raster, across: float, down: float) -> tuple[int, int, int]:
    """The colour around a place, in shares of the picture, without its grain."""
    picture = dots(made)
    x, y = round(across * picture.width), round(down * picture.height)
    seen = picture.crop((x - 4, y - 4, x + 4, y + 4)).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(seen, tuple)
    red, green, blue = seen
    return red, green, blue


def near(seen: tuple[int, ...], colour: tuple[int, ...], slack: int = 45) -> bool:
    """True for a colour that is another but for the grain."""
    return all(abs(one - other) <= slack for one, other in zip(seen, colour, strict=True))


def corners_right(made: Photo | Raster) -> bool:
    """True for a picture that stands upright, with each quarter in its place."""
    places = {"top left": (0.15, 0.15), "top right": (0.85, 0.15), "bottom left": (0.15, 0.85)}
    return all(near(at(made, *place), QUARTERS[name]) for name, place in places.items())


@pytest.mark.parametrize("name", QUARTERS)
def test_the_focus_stays_in_sight(name: str) -> None:
    """A picture cropped to a tall strip shows the side that its focus is on, and all of its height."""
    made = cropped("us.jpg", saved(photo(800, 200), "JPEG"), wanted(name, 40, 80))
    assert (made.width, made.height) == (40, 80)
    side = name.split()[1]
    assert near(at(made, 0.5, 0.2), QUARTERS[f"top {side}"])
    assert near(at(made, 0.5, 0.8), QUARTERS[f"bottom {side}"])


def test_a_focus_in_per_cent() -> None:
    """The point that is named is in the middle of what is shown, where there is room around it."""
    line = photo(1000, 100)
    line.paste((0, 0, 0), (295, 0, 305, 100))
    made = dots(cropped("us.png", saved(line, "PNG"), wanted(Focus(30, 50), 100, 100))).convert("L")
    darkest = min(range(100), key=lambda x: made.crop((x, 0, x + 1, 100)).resize((1, 1)).tobytes())
    assert 47 <= darkest <= 52


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", AS_TAKEN)
def test_however_the_camera_was_held(form: str, orientation: int) -> None:
    """A photograph is upright, and cropped around its focus as it is seen."""
    way, note = AS_TAKEN[orientation], Image.Exif()
    note[0x0112] = orientation
    taken = photo() if way is None else photo().transpose(way)
    data = saved(taken, form, exif=note)
    assert size_shown(data) == (400, 300)
    assert corners_right(cropped("us", data, wanted(width=80, height=60)))
    right = cropped("us", data, wanted("top right", 20, 60))
    assert near(at(right, 0.5, 0.2), QUARTERS["top right"])


def test_the_note_is_what_turns() -> None:
    """Twin: without the note, the dots are shown as they lie."""
    made = cropped("us", saved(photo().transpose(Transpose.ROTATE_90), "JPEG"), wanted())
    assert not corners_right(made)


KINDS: dict[str, bytes] = {
    "inks of Adobe": saved(photo().convert("CMYK"), "JPEG", quality=95),
    "progressive": saved(photo(), "JPEG", progressive=True),
    "WebP": saved(photo(), "WEBP", quality=90),
    "few colours": saved(photo().quantize(64), "PNG"),
    "16 bits a colour": raw_png(photo(), 16),
    "a broken profile": saved(photo(), "JPEG", icc_profile=b"nonsense" * 40),
    "a wide profile": saved(photo(), "PNG", icc_profile=display_p3()),
    "the first of a film": saved(
        photo(), "WEBP", save_all=True, append_images=[Image.new("RGB", (400, 300))]
    ),
    "bitmap": saved(photo(), "BMP"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file(kind: str) -> None:
    """Whatever a file keeps its colours in, they are seen in their places."""
    assert corners_right(cropped("us", KINDS[kind], wanted(width=120, height=90)))


@pytest.mark.parametrize("depth", [16, 8])
def test_grey_files(depth: int) -> None:
    """A grey picture of 8 or 16 bits is a photograph with its shades."""
    made = cropped("us", raw_png(photo().convert("L"), depth), wanted(width=120, height=90))
    assert isinstance(made, Photo)
    assert at(made, 0.85, 0.85)[0] > at(made, 0.15, 0.15)[0] + 60


def test_a_profile_that_fits_is_followed() -> None:
    """Twin of the broken profile: a profile that can be read changes the colours."""
    plain = cropped("us", saved(photo(), "PNG"), wanted())
    assert dots(cropped("us", KINDS["a wide profile"], wanted())).tobytes() != dots(plain).tobytes()
    with_nonsense = saved(photo(), "PNG", icc_profile=b"nonsense" * 40)
    assert dots(cropped("us", with_nonsense, wanted())).tobytes() == dots(plain).tobytes()


def test_300_dots_to_an_inch() -> None:
    """A box in mm has 300 dots to an inch, and no more than the file has."""
    large = cropping_for(Size(83, 83), CENTRE, grey=False)
    assert large[:2] == (980, 980)
    made = cropped("us", saved(photo(), "JPEG"), large)
    assert (made.width, made.height) == (300, 300)
    assert cropping_for(Size(0.01, 0.01), CENTRE, grey=False)[:2] == (1, 1)
    narrow = cropped("us", saved(photo(400, 1), "PNG"), wanted(width=10, height=900))
    assert (narrow.width, narrow.height) == (1, 1)


def test_photographs_and_drawings() -> None:
    """A photograph becomes a JPEG file, whatever file it was; a drawing and what is clear in places keep
    their dots.
    """
    drawing = Image.new("RGB", (400, 300), (255, 255, 255))
    drawing.paste((0, 90, 160), (100, 50, 300, 250))
    clear = photo().convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize((400, 300)))
    assert isinstance(cropped("us", saved(photo(), "PNG"), wanted()), Photo)
    assert isinstance(cropped("us", saved(photo(), "PNG"), wanted(grey=True)), Photo)
    kept = cropped("us", saved(drawing, "PNG"), wanted())
    assert isinstance(kept, Raster)
    assert kept.solid == b""
    seen = cropped("us", saved(clear, "PNG"), wanted())
    assert isinstance(seen, Raster)
    assert len(seen.solid) == 60 * 60
    assert len(set(seen.solid)) > 40
    whole = photo().convert("RGBA")
    assert isinstance(cropped("us", saved(whole, "PNG"), wanted()), Photo)


def test_in_grey() -> None:
    """In grey, a photograph has one shade a dot, and a drawing three that are alike."""
    made = cropped("us", saved(photo(), "JPEG"), wanted(grey=True))
    assert isinstance(made, Photo)
    assert made.grey
    assert Image.open(BytesIO(made.jpeg)).mode == "L"
    flat = cropped("us", saved(Image.new("RGB", (90, 90), (200, 0, 0)), "PNG"), wanted(grey=True))
    assert isinstance(flat, Raster)
    assert len(set(flat.colours)) == 1
    assert cropped("us", saved(photo(), "JPEG"), wanted()).name != made.name


def test_nothing_of_the_camera_is_left() -> None:
    """Neither the place, the person and the comment that a file keeps, nor its profile, are in what is
    printed.
    """
    note = Image.Exif()
    note[0x013B] = "Ann Secret"
    note.get_ifd(0x8825)[1] = "N"
    data = saved(photo(), "JPEG", exif=note, comment=b"Secret road 7", icc_profile=display_p3())
    made = cropped("us", data, wanted())
    assert isinstance(made, Photo)
    assert b"Secret" in data
    for word in (b"Secret", b"Exif", b"ICC_PROFILE"):
        assert word not in made.jpeg


def test_the_same_bytes() -> None:
    """The same file gives the same bytes; another focus another picture, with another name."""
    data = saved(photo(), "JPEG")
    one, again, other = (
        cropped("us", data, wanted(focus, 30, 60)) for focus in ("left", "left", "top right")
    )
    assert one == again
    assert (one.name, other.name) == ("us at left, 30 x 60", "us at top right, 30 x 60")
    assert dots(one).tobytes() != dots(other).tobytes()


def cut(data: bytes) -> bytes:
    """The first half of a file."""
    return data[: len(data) // 2]


def promising(width: int, height: int) -> bytes:
    """A small PNG file whose header promises a picture of this size."""
    data = bytearray(png_of_nothing(8, 8))
    data[16:24] = struct.pack(">LL", width, height)
    data[29:33] = struct.pack(">L", zlib.crc32(bytes(data[12:29])))
    return bytes(data)


REFUSED: dict[str, tuple[bytes, str]] = {
    "text": (b"This is not a picture.", "is not a PNG, JPEG, WebP, GIF or BMP file"),
    "nothing": (b"", "is not a PNG, JPEG, WebP, GIF or BMP file"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "is in a format of telephones"),
    "20,000 wide and high": (promising(20_000, 20_000), "has more than 13 million dots"),
    "20,000 wide": (promising(20_000, 10), "is 20,000 dots long; the limit is 15,000"),
    "bomb": (png_of_nothing(9_400, 9_400), "has more than 13 million dots"),
    "cut JPEG": (cut(saved(photo(), "JPEG")), "is damaged"),
    "cut PNG": (cut(saved(photo(), "PNG")), "is damaged"),
    "cut WebP": (cut(saved(photo(), "WEBP")), "is damaged"),
}


@pytest.mark.parametrize("kind", REFUSED)
@pytest.mark.parametrize("look", [size_shown, lambda data: cropped("us", data, NINTH)])
def test_refused(kind: str, look: Any) -> None:
    """What is no picture, too large by its header, or damaged is refused, with what is wrong and a way
    out.
    """
    data, wrong = REFUSED[kind]
    with pytest.raises(NotShownError) as caught:
        look(data)
    assert caught.value.wrong.startswith(wrong)
    assert caught.value.hint


def test_the_longest_side() -> None:
    """Twin: a picture as long as the limit is shown."""
    assert size_shown(png_of_nothing(MAX_SIDE, 10)) == (MAX_SIDE, 10)
    with pytest.raises(NotShownError):
        size_shown(png_of_nothing(MAX_SIDE + 1, 10))


@pytest.mark.parametrize("kind", ["20,000 wide and high", "20,000 wide", "bomb"])
def test_refused_before_it_is_decoded(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that is too large is refused by its header alone."""
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", None)
    with pytest.raises(NotShownError):
        size_shown(REFUSED[kind][0])
