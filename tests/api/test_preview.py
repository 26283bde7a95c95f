"""Previews: what stands on a contact sheet, and under what name."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from casedeck.api.preview import CONTACT_SHEET, preview, told
from casedeck.build.deck_file import DeckFile
from casedeck.build.pipeline import Built, build
from casedeck.disk.folder import Folder
from casedeck.draw import contact_sheet
from tests.support.repository import ROOT

DECK = b"title: A deck\ncards: [timpson, cook]\nprint: [cards, wall cards]\n"


@pytest.fixture(scope="module")
def built() -> Built:
    """Four pages of two documents."""
    return build(DeckFile("d", DECK, "d.yaml", Folder(ROOT)))


def test_every_page_is_told(built: Built) -> None:
    """Each page has a file, each stage is watched, and the sheet comes first."""
    done: list[tuple[str, int, int]] = []
    made = preview(built, watch=lambda *told: done.append(told))
    assert next(iter(made.files)) == CONTACT_SHEET
    assert (made.shown, made.pages, len(made.files)) == (4, 4, 5)
    assert done[-4:] == [("Making pictures", number, 4) for number in (1, 2, 3, 4)]
    assert told(made, "out") == "out: contact-sheet.png and pictures of 4 pages"


def test_a_large_deck_is_shown_in_part(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit pages have their pictures, and it is said how many stand on the sheet."""
    monkeypatch.setattr(contact_sheet, "MOST", 3)
    made = preview(built)
    assert (made.shown, made.pages) == (3, 4)
    assert told(made, "out").endswith("pictures of 4 pages, of which the first 3 stand on it")


def test_the_sheet_is_as_wide_as_its_pages(built: Built) -> None:
    """Four pages stand in one row, none over another."""
    made = preview(built)
    sheet = Image.open(BytesIO(made.files[CONTACT_SHEET]))
    assert sheet.width == 4 * (contact_sheet.side_of(4) + contact_sheet._GAP) + contact_sheet._GAP
