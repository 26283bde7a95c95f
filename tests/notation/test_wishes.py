"""What casedeck cannot do yet is answered plainly, with what does work."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedeck.cli import run
from casedeck.notation.wishes import WISHES, way_out
from tests.support.workshops import CASE, workshop


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"assets/case-studies/timpson.yaml": f"{CASE}photo: us.jpg\n"},
            "picture: {file: us.jpg, alt: 'What it shows'}",
        ),
        (
            {"decks/d.yaml": "title: A\ncards: [timpson]\nprint:\n  - cards: {face: small}\n"},
            "cut from larger paper",
        ),
        (
            {"decks/d.yaml": "title: A\ncards: [timpson]\nprint:\n  - cards: {paper: A6}\n"},
            "cut from larger paper",
        ),
        (
            {"decks/d.yaml": "title: A\ncards: [timpson]\nprint:\n  - cards: {duplex: yes}\n"},
            "write backs: behind",
        ),
        (
            {"decks/d.yaml": "title: A\nlanguage: Welsh\ncards: [timpson]\nprint:\n  - cards:\n"},
            "in UK English",
        ),
        (
            {"decks/d.yaml": "title: A\ncards: [timpson]\nprint:\n  - cards:\n  - word:\n"},
            "casedeck makes PDFs",
        ),
        (
            {"decks/d.yaml": "title: A\ncards: [timpson]\nprint:\n  - small cards\n"},
            "cut from larger paper",
        ),
        (
            {"decks/d.yaml": "title: A\ncards: [timpson]\nprint:\n  - photo-cards\n"},
            "a picture stands in the file of its case study",
        ),
    ],
)
def test_a_wish_is_answered(
    files: dict[str, str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A key or a word that stands for something that is not possible yet names what does work."""
    monkeypatch.chdir(workshop(tmp_path, files))
    assert run(["check", "d"]) == 1
    assert said in capsys.readouterr().err


def test_slips_are_no_wishes() -> None:
    """A missing s is a slip, and any other word is compared with those that are known."""
    assert way_out("a deck", "colour", ["colours", "fonts"]) == 'did you mean "colours"?'
    assert way_out("a deck", "colour", ["theme", "paper"]) == WISHES["colour"]
    assert way_out("a worksheet", "size", ["paper"]) == "use one of: paper"
    assert way_out("a deck", "papr", ["theme", "paper"]) == 'did you mean "paper"?'
    assert way_out("a deck", "quux", ["theme", "paper"]) == "use one of: theme, paper"
