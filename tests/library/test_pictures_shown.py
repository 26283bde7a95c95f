"""Pictures of every kind come out as a viewer shows them: red, green and blue from left to right, a white
triangle pointing up.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw
from PIL.Image import Transpose

from casedeck.errors import Place, Report
from casedeck.library.pictures import read_picture
from casedeck.model.page import Raster

WIDTH, HEIGHT = 400, 160
RED, GREEN, BLUE, WHITE = (220, 0, 0), (0, 140, 60), (0, 60, 200), (255, 255, 255)
GREYS = (66, 66, 66), (89, 89, 89), (58, 58, 58), WHITE
SPOTS = (0.02, 0.1), (0.5, 0.5), (0.83, 0.5), (0.165, 0.6)
"""Where the red, the green and the blue bar are, and the foot of the triangle on the red one; its point
leaves red at both sides.
"""
CORNERS = (0.03, 0.15), (0.3, 0.15)


def bars() -> Image.Image:
    """The picture, upright."""
    made = Image.new("RGB", (WIDTH, HEIGHT), WHITE)
    draw = ImageDraw.Draw(made)
    for at, colour in enumerate((RED, GREEN, BLUE)):
        draw.rectangle((at * 133 + 2, 0, at * 133 + 130, HEIGHT), fill=colour)
    draw.polygon([(66, 12), (20, 148), (112, 148)], fill=WHITE)
    return made


def saved(picture: Image.Image, form: str, **how: Any) -> bytes:
    """The picture as a file."""
    buffer = BytesIO()
    picture.save(buffer, form, **({"quality": 95, "subsampling": 0} if form == "JPEG" else {}), **how)
    return buffer.getvalue()


def shown(data: bytes) -> Raster:
    """What the reader makes of a file."""
    report = Report()
    found = read_picture("logo.png", data, Place("calm.yaml", 3, 9), report)
    assert found is not None, report.problems
    return found


def dots(picture: Raster) -> list[tuple[int, ...]]:
    """The colours at the spots; those of clear dots with nothing after them."""
    found = []
    for x, y in (*SPOTS, *CORNERS):
        at = int(y * picture.height) * picture.width + int(x * picture.width)
        clear = picture.solid and not picture.solid[at]
        found.append(() if clear else tuple(picture.colours[3 * at : 3 * at + 3]))
    return found


def like(found: Raster, colours: tuple[tuple[int, ...], ...], slack: int = 4) -> bool:
    """True where the bars stand as they should, in these colours but for a little."""
    wanted = [*colours, colours[0], colours[0]]
    size = (found.width, found.height) == (WIDTH, HEIGHT)
    return size and all(
        len(one) == len(other) and all(abs(a - b) <= slack for a, b in zip(one, other, strict=True))
        for one, other in zip(dots(found), wanted, strict=True)
    )


AS_TAKEN = {
    1: None,
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}
"""How the dots of a file lie for each EXIF orientation."""


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", AS_TAKEN)
def test_orientation(form: str, orientation: int) -> None:
    """A picture taken with the camera held in any way is upright, and as wide as it looks."""
    way = AS_TAKEN[orientation]
    note = Image.Exif()
    note[0x0112] = orientation
    picture = bars() if way is None else bars().transpose(way)
    found = shown(saved(picture, form, exif=note, **({"lossless": True} if form == "WEBP" else {})))
    assert like(found, (RED, GREEN, BLUE, WHITE))


def test_the_note_is_what_turns() -> None:
    """Without the note, the same dots come out as they lie."""
    assert not like(shown(saved(bars().transpose(Transpose.ROTATE_90), "JPEG")), (RED, GREEN, BLUE, WHITE))
    assert not like(
        shown(saved(bars().transpose(Transpose.FLIP_LEFT_RIGHT), "PNG")), (RED, GREEN, BLUE, WHITE)
    )


@pytest.mark.parametrize("note", [b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0", b"nonsense"])
def test_damaged_notes(note: bytes) -> None:
    """A photograph whose notes are damaged is shown as it lies."""
    assert like(shown(saved(bars(), "JPEG", exif=note)), (RED, GREEN, BLUE, WHITE))


def raw_png(picture: Image.Image, depth: int, clear: tuple[int, ...] = ()) -> bytes:
    """A PNG file of a grey or coloured picture with so many bits for each value, and one colour of it
    clear.
    """
    rows = []
    for y in range(picture.height):
        values = picture.crop((0, y, picture.width, y + 1)).tobytes()
        if depth == 16:
            rows.append(b"\0" + b"".join([struct.pack(">H", value * 257) for value in values]))
        else:
            scaled, per = [value >> (8 - depth) for value in values], 8 // depth
            packed = [
                sum(scaled[at + i] << (8 - depth * (i + 1)) for i in range(per))
                for at in range(0, len(scaled), per)
            ]
            rows.append(b"\0" + bytes(packed))
    header = struct.pack(
        ">LLBBBBB", picture.width, picture.height, depth, 2 if picture.mode == "RGB" else 0, 0, 0, 0
    )
    chunks = [(b"IHDR", header), *([(b"tRNS", struct.pack(f">{len(clear)}H", *clear))] if clear else [])]
    chunks += [(b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b"")]
    packed_chunks = [
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
        for kind, data in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed_chunks)


@pytest.mark.parametrize(("depth", "slack"), [(16, 1), (8, 1), (4, 16), (2, 64)])
@pytest.mark.parametrize("clear", [False, True])
def test_grey(depth: int, slack: int, clear: bool) -> None:
    """Grey of any depth shows three grey bars and the triangle, which is white, or clear where the file says
    so.
    """
    found = shown(raw_png(bars().convert("L"), depth, ((1 << depth) - 1,) if clear else ()))
    triangle: tuple[int, ...] = () if clear else WHITE
    assert like(found, (*GREYS[:3], triangle), slack)


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("clear", [False, True])
def test_colour(depth: int, clear: bool) -> None:
    """Colours of eight or sixteen bits stay what they are, with white clear where the file says so."""
    found = shown(raw_png(bars(), depth, ((1 << depth) - 1,) * 3 if clear else ()))
    triangle: tuple[int, ...] = () if clear else WHITE
    assert like(found, (RED, GREEN, BLUE, triangle), 1)


def cut_out(mode: str) -> Image.Image:
    """The bars with nothing where they are white."""
    picture = bars().convert("RGBA")
    picture.putalpha(bars().convert("L").point([0 if grey > 250 else 255 for grey in range(256)]))
    return picture.convert(mode)


def test_clear_backgrounds() -> None:
    """What is clear stays clear, in all ways in which files say so."""
    few = bars().quantize(8)
    white = few.getpixel((66, 100))
    assert isinstance(white, int)
    for data in (
        saved(cut_out("RGBA"), "PNG"),
        saved(cut_out("RGBA"), "WEBP", lossless=True),
        saved(few, "PNG", transparency=white),
        saved(few, "PNG", transparency=bytes([0 if at == white else 255 for at in range(8)])),
        saved(few, "GIF", transparency=white),
    ):
        assert like(shown(data), (RED, GREEN, BLUE, ()))
    assert like(shown(saved(cut_out("LA"), "PNG")), (*GREYS[:3], ()))


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP", "MPO"])
def test_moving_pictures(form: str) -> None:
    """The first picture of a film is shown."""
    black = Image.new("RGB", (WIDTH, HEIGHT))
    how: dict[str, Any] = {"lossless": True} if form == "WEBP" else {"quality": 95} if form == "MPO" else {}
    found = shown(saved(bars(), form, save_all=True, append_images=[black], **how))
    assert like(found, (RED, GREEN, BLUE, WHITE))


@pytest.mark.parametrize("adobe", [True, False])
def test_inks(adobe: bool) -> None:
    """A JPEG of four inks has its colours, whether they are stored as Adobe does, turned round, or not."""
    inks = bars().convert("CMYK")
    data = saved(inks if adobe else ImageChops.invert(inks), "JPEG")
    if not adobe:
        start = data.index(b"\xff\xee")
        (length,) = struct.unpack(">H", data[start + 2 : start + 4])
        data = data[:start] + data[start + 2 + length :]
    assert like(shown(data), (RED, GREEN, BLUE, WHITE), 6)


def display_p3() -> bytes:
    """A profile with the primaries of Display P3, written out: three columns of a matrix and one curve."""
    columns = {
        "rXYZ": (0.51512, 0.2412, -0.00105),
        "gXYZ": (0.29198, 0.69225, 0.04189),
        "bXYZ": (0.1571, 0.06657, 0.78407),
    }
    tags = {
        name: b"XYZ \0\0\0\0" + struct.pack(">3l", *[round(value * 65536) for value in each])
        for name, each in columns.items()
    }
    tags["wtpt"] = b"XYZ \0\0\0\0" + struct.pack(">3l", 63190, 65536, 54061)
    curve = b"para\0\0\0\0\0\3\0\0" + struct.pack(
        ">5l", *[round(each * 65536) for each in (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)]
    )
    tags |= dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve)
    tags["desc"] = b"desc\0\0\0\0" + struct.pack(">L", 8) + b"Broad P\0" + bytes(78)
    tags["cprt"] = b"text\0\0\0\0none\0\0\0\0"
    table, body = struct.pack(">L", len(tags)), b""
    for name, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        table += name.encode() + struct.pack(">LL", 128 + 4 + 12 * len(tags) + len(body), len(data))
        body += padded
    size = 128 + len(table) + len(body)
    head = (
        struct.pack(">L4sL4s4s4s", size, b"lcms", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
        + bytes(12)
        + b"acsp"
        + bytes(28)
    )
    return (head + struct.pack(">3l", 63190, 65536, 54061)).ljust(128, b"\0") + table + body


def test_colour_profiles() -> None:
    """The colours of a wide screen are turned into those of the usual one: the same numbers are a stronger
    red there.
    """
    assert (
        shown(saved(bars(), "PNG", icc_profile=display_p3())).colours != shown(saved(bars(), "PNG")).colours
    )
    usual = ImageCms.profileToProfile(
        bars(),
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(BytesIO(display_p3())),
        outputMode="RGB",
    )
    assert usual is not None
    usual.info.clear()
    assert not like(shown(saved(usual, "PNG")), (RED, GREEN, BLUE, WHITE))
    for form in ("PNG", "JPEG", "WEBP"):
        how: dict[str, Any] = {"lossless": True} if form == "WEBP" else {}
        found = shown(saved(usual, form, icc_profile=display_p3(), **how))
        assert like(found, ((220, 0, 0), (0, 140, 60), (0, 60, 200), WHITE), 6)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_profiles_that_do_not_fit(mode: str) -> None:
    """A colour profile that is damaged, or one of another kind of colours, is passed over."""
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (usual, display_p3()[:200], b"nonsense"):
        found = shown(saved(bars().convert(mode), "JPEG", icc_profile=profile))
        assert like(found, GREYS if mode == "L" else (RED, GREEN, BLUE, WHITE), 6)


def test_profiles_larger_than_any() -> None:
    """A colour profile of more than five million bytes is passed over, and one that comes close is heeded."""
    plain = shown(saved(bars(), "JPEG")).colours
    assert shown(saved(bars(), "JPEG", icc_profile=display_p3() + bytes(5_000_000))).colours == plain
    assert shown(saved(bars(), "JPEG", icc_profile=display_p3() + bytes(4_900_000))).colours != plain


def test_bilevel() -> None:
    """Black and white stay so, and white is clear where the file says so."""
    two = bars().convert("L").point([0 if grey < 128 else 255 for grey in range(256)])
    assert dots(shown(raw_png(two, 1)))[:4] == [(0, 0, 0)] * 3 + [WHITE]
    assert dots(shown(raw_png(two, 1, (1,))))[:4] == [(0, 0, 0)] * 3 + [()]


@pytest.mark.parametrize(
    ("form", "size"), [("PNG", (4000, 1600)), ("JPEG", (8000, 3200)), ("WEBP", (4000, 1600))]
)
def test_larger_than_print(form: str, size: tuple[int, int]) -> None:
    """A picture with more dots than any printer shows is made smaller, and looks the same."""
    found = shown(saved(bars().resize(size), form))
    assert (found.width, found.height) == (945, 378)
    small = Image.frombytes("RGB", (945, 378), found.colours).resize((WIDTH, HEIGHT))
    assert like(Raster("", WIDTH, HEIGHT, small.tobytes(), b""), (RED, GREEN, BLUE, WHITE), 8)


def test_edges_of_what_is_clear() -> None:
    """Making a picture smaller lets no colour in from dots that are clear."""
    picture = Image.new("RGBA", (3000, 1000), (255, 0, 255, 0))
    picture.paste((0, 60, 200, 255), (0, 0, 1501, 1000))
    found = shown(saved(picture, "PNG"))
    seen = [found.colours[3 * at : 3 * at + 3] for at, solid in enumerate(found.solid) if solid > 8]
    assert max(colour[0] for colour in seen) < 20
