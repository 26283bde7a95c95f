"""Files of a deck besides its PDFs."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedeck.build import outputs
from casedeck.build.outputs import other_files, unready
from casedeck.cli import run
from casedeck.draw import OUTPUTS
from casedeck.draw.listing import draw_listing
from tests.support.decks import deck_of, planned


def test_each_output_makes_its_files() -> None:
    """Every output of the table makes files of a document that are called after it, each its own."""
    documents = planned(deck_of("with-link", "short-words")).documents
    pdfs = {each.file_name: b"%PDF" for each in documents}
    (document,) = documents
    made = other_files(["text", "pdf", "text"], documents, pdfs)
    name = document.file_name.removesuffix(".pdf")
    assert made == {f"{name}.txt": draw_listing(document.pages()).encode(), f"{name}.pdf": b"%PDF"}
    assert other_files([], documents, pdfs) == {}


def test_progress_is_told_of_each_page() -> None:
    """A watch hears what is made, how many pages are done, and of how many."""
    documents = planned(deck_of("with-link", "short-words")).documents
    heard: list[tuple[str, int, int]] = []
    other_files(["text"], documents, {documents[0].file_name: b""}, lambda *told: heard.append(told))
    assert heard == [("Making lists", 1, 2), ("Making lists", 2, 2)]


def test_what_is_asked_for_once_is_gone_the_next_time(tmp_path: Path) -> None:
    """Lists stand beside the PDFs that they list, and a build without them takes them away."""
    folder = tmp_path / "out"
    assert run(["build", "cool-spots", "--output", str(folder), "--also", "text"]) == 0
    assert {path.stem for path in folder.glob("*.txt")} == {path.stem for path in folder.glob("*.pdf")}
    assert run(["build", "cool-spots", "--output", str(folder)]) == 0
    assert list(folder.glob("*.txt")) == []


def test_a_missing_package_is_known_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package of an output is missing, the output is named; one that needs none never is."""
    monkeypatch.setattr(outputs, "find_spec", lambda _: None)
    assert list(unready(["text", "png"])) == [OUTPUTS["png"]]
    monkeypatch.undo()
    assert list(unready(OUTPUTS)) == []
