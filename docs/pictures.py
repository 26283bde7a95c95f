"""Draws the pictures of the documents afresh from decks: python docs/pictures.py (`preview` extra)."""  # noqa: INP001

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image, ImageOps

from casedeck.build.pipeline import DeckFile, build, draw
from casedeck.disk.folder import Folder
from casedeck.draw.pictures import draw_pictures

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
FINE = 150
"""Dots to an inch before a picture is made smaller."""
FRAME, GREY = 2, "#9AA5B1"
"""The line around a page in dots, and its colour."""


class Shown(NamedTuple):
    """A part of a page of a deck: the deck's text, or its file in decks/ or in a block of the README, which
    of its documents, which page from 1, how wide the picture is in dots, and how much of the page's height
    it has.
    """

    deck: str
    document: str
    page: int = 1
    width: int = 1000
    share: float = 1.0


def cards(which: str, item: str) -> str:
    """A deck that prints one item for some cards."""
    return f"title: What makes relationships work\ncards: {which}\nprint:\n  - {item}\n"


SHOWN: Mapping[str, Shown] = {
    "index-card": Shown(cards("[COOK, GoodGym, Timpson]", "cards"), "cards-index"),
    "wall-card": Shown(cards("[GoodGym, COOK, The Wigan Deal]", "wall cards"), "cards-wall", 3),
    "small-cards": Shown(cards("[COOK, GoodGym, The Wigan Deal, Place2Be]", "sorter cards"), "cards-sorter"),
    "brief-card": Shown(cards("[Casserole Club, Chance UK]", "cards"), "cards-index"),
    "stamped-card": Shown("like-us.yaml", "cards-index"),
    "blank-card": Shown("our-own.yaml", "blank-card"),
    "facilitator-sheet": Shown("housing-team.yaml", "gallery-facilitator-sheet", width=760),
    "print-list": Shown("housing-team.yaml", "print-list", width=760, share=0.72),
    "heatmap-sheet": Shown(cards("[COOK]", "heatmap sheet: {paper: A3}"), "heatmap-sheet"),
    "why-these-cards": Shown("cool-spots.yaml", "why-these-cards", width=720),
}
"""Every picture by its name."""


def write_blocks(home: Path) -> None:
    """Write the files in the blocks of the README into a folder, and the shipped decks beside them."""
    text = (ROOT / "README.md").read_text("utf-8")
    blocks = dict(re.findall(r"```yaml\n# (\S+\.yaml)\n(.*?)```", text, re.DOTALL))
    shipped = {f"decks/{file.name}": file.read_text("utf-8") for file in (ROOT / "decks").glob("*.yaml")}
    for name, block in {**shipped, **blocks}.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(block, "utf-8")


def drawn(shown: Shown, home: Path) -> Image.Image:
    """The picture of a part of a page, framed."""
    data = shown.deck.encode()
    if shown.deck.endswith(".yaml"):
        data = (home / "decks" / shown.deck).read_bytes()
    built = build(DeckFile("pictures", data, "pictures.yaml", Folder(home)))
    document = next(each for each in built.documents if shown.document in each.file_name)
    pages = list(draw_pictures(draw(built.deck, document, lambda: None), FINE))
    page = Image.open(BytesIO(pages[shown.page - 1][1])).convert("RGB")
    part = page.crop((0, 0, page.width, round(page.height * shown.share)))
    height = round(part.height * shown.width / part.width)
    small = part.resize((shown.width - 2 * FRAME, height - 2 * FRAME), Image.Resampling.LANCZOS)
    return ImageOps.expand(small, FRAME, GREY).quantize(64, dither=Image.Dither.NONE)


def main() -> None:
    """Write every picture."""
    with TemporaryDirectory() as folder:
        write_blocks(Path(folder))
        for name, shown in SHOWN.items():
            drawn(shown, Path(folder)).save(PICTURES / f"{name}.png", optimize=True)
            print(f"docs/pictures/{name}.png")


if __name__ == "__main__":
    main()
