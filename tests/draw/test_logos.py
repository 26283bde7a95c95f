"""Logos on paper: what a build prints is what a viewer shows."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.Image import Transpose

from casedeck.cli import run
from casedeck.draw.pictures import draw_pictures
from tests.library.test_pictures_shown import BLUE, GREEN, GREYS, RED, WHITE, bars, cut_out, raw_png, saved
from tests.support.workshops import CALM, CALM_DECK, workshop

DPI = 200


def _sideways(form: str) -> bytes:
    note = Image.Exif()
    note[0x0112] = 6
    return saved(bars().transpose(Transpose.ROTATE_90), form, exif=note)


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 160"><path fill="#fff" d="M0 0h400v160H0z"/>'
    '<g><path style="fill:#dc0000" d="M2 0h129v160H2z"/><path d="M135 0h129v160H135z" fill="#008c3c"/>'
    '<rect x="268" width="129" height="160" fill="#003cc8"/></g>'
    '<path d="M66 12 20 148h92z" fill="white"/></svg>'
)
FILES = {
    "drawing.svg": DRAWING.encode(),
    "upright.png": saved(bars(), "PNG"),
    "phone.jpg": _sideways("JPEG"),
    "phone.png": _sideways("PNG"),
    "phone.webp": _sideways("WEBP"),
    "deep.png": raw_png(bars().convert("L"), 16),
    "clear.png": saved(cut_out("RGBA"), "PNG"),
    "inks.jpg": saved(bars().convert("CMYK"), "JPEG"),
    "large.jpg": saved(bars().resize((8000, 3200)), "JPEG"),
}


@pytest.mark.parametrize("name", FILES)
def test_printed(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the card, the logo is 40 mm wide and 16 mm high in the top right corner: bars from left to right,
    the triangle upright.
    """
    theme = CALM + f"logo: {{file: {name}, alt: A mark}}\n"
    files: dict[str, str | bytes | Path] = {
        "decks/d.yaml": CALM_DECK,
        "assets/themes/calm.yaml": theme,
        f"assets/pictures/{name}": FILES[name],
    }
    monkeypatch.chdir(workshop(tmp_path, files))
    assert run(["build", "d"]) == 0
    ((_, page),) = draw_pictures(Path("output/d/cards-index-a4-calm.pdf").read_bytes(), DPI)
    logo = _corner(Image.open(BytesIO(page)).convert("RGB"))
    assert abs(logo.width / DPI * 25.4 - 39.7) < 0.6
    assert abs(logo.height / DPI * 25.4 - 16) < 0.5
    colours = GREYS[:3] if name == "deep.png" else (RED, GREEN, BLUE)
    slack = 10
    for x, wanted in zip((0.01, 0.5, 0.83), colours, strict=True):
        assert _near(logo, x, 0.1, wanted, slack), (name, x)
    assert _near(logo, 0.16, 0.7, WHITE, slack)
    assert _near(logo, 0.28, 0.15, colours[0], slack)


def _corner(page: Image.Image) -> Image.Image:
    """What is dark or coloured below the tabs at the right: the logo."""
    left, top, foot = round(page.width * 0.81), round(page.height * 0.09), round(page.height * 0.2)
    part = page.crop((left, top, page.width, foot))
    box = part.convert("L").point([255 if grey < 200 else 0 for grey in range(256)]).getbbox()
    assert box is not None
    return part.crop(box)


def _near(picture: Image.Image, x: float, y: float, wanted: tuple[int, ...], slack: int) -> bool:
    dot = picture.getpixel((round(x * picture.width), round(y * picture.height)))
    assert isinstance(dot, tuple)
    return all(abs(one - other) <= slack for one, other in zip(dot, wanted, strict=True))
