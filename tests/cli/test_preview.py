"""`casedeck preview`: pictures of the pages, as others see them, and one contact sheet."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import click
import pytest
from PIL import Image

from casedeck.cli import run
from tests.support.workshops import workshop

Capture = pytest.CaptureFixture[str]
DECK = "title: A deck\ncards: [timpson, cook]\nprint:\n  - cards: {copies: 3}\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A facilitator's folder with a deck of two cards in three copies."""
    monkeypatch.chdir(workshop(tmp_path, {"decks/d.yaml": DECK}))
    return tmp_path


def grey(path: Path) -> bool:
    """Whether a picture has no colour."""
    red, green, blue = Image.open(BytesIO(path.read_bytes())).convert("RGB").split()
    return red.tobytes() == green.tobytes() == blue.tobytes()


def test_a_picture_a_page_and_one_of_all(home: Path, capsys: Capture) -> None:
    """Each page of one copy has its picture, and the contact sheet stands beside them."""
    assert run(["preview", "d"]) == 0
    assert capsys.readouterr().out == "output/d/preview: contact-sheet.png and pictures of 2 pages\n"
    made = sorted(path.name for path in (home / "output/d/preview").iterdir())
    pages = ["cards-index-a4-001-timpson.png", "cards-index-a4-002-cook.png"]
    assert made == [*pages, "contact-sheet.png", "manifest.json"]
    assert not grey(home / "output/d/preview" / pages[0])


def test_other_eyes_have_folders_of_their_own(home: Path) -> None:
    """Pictures in grey stand beside those in colour and those of people who see fewer, and replace none."""
    assert run(["preview", "d"]) == 0
    assert run(["preview", "d", "--grey"]) == 0
    assert run(["preview", "d", "--colour-blind", "tritanopia"]) == 0
    folder = home / "output/d/preview"
    assert grey(folder / "grey/cards-index-a4-001-timpson.png")
    pages = [folder / name / "cards-index-a4-001-timpson.png" for name in ("", "tritanopia")]
    assert len({path.read_bytes() for path in pages}) == len(pages)


def test_the_contact_sheet_can_be_opened(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """With --open the system is asked to show it, and where it cannot, that is said."""
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    assert run(["preview", "d", "--open"]) == 0
    assert [Path(each) for each in opened] == [Path("output/d/preview/contact-sheet.png")]
    monkeypatch.setattr(click, "launch", lambda _: 1)
    assert run(["preview", "d", "--open"]) == 1
    assert "is made, but nothing here can open it" in capsys.readouterr().err


def test_two_ways_to_see_are_one_too_many(home: Path, capsys: Capture) -> None:
    """Grey and fewer colours at once are refused, and nothing is made."""
    assert run(["preview", "d", "--grey", "--colour-blind", "protanopia"]) == 2
    assert "say either --grey or --colour-blind" in capsys.readouterr().err
    assert not (home / "output").exists()


def test_a_missing_package_is_named(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """Without what draws pictures, the line that fetches it is shown before anything is built."""
    monkeypatch.setattr("casedeck.build.outputs.find_spec", lambda _: None)
    assert run(["preview", "d"]) == 2
    assert "install pypdfium2" in capsys.readouterr().err
    assert not (home / "output").exists()
