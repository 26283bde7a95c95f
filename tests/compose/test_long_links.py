"""Addresses that are longer than a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casedeck.build.pipeline import build
from casedeck.compose.qr import shorter_addresses
from casedeck.model.page import Group, Link, Mark
from tests.support.decks import FACE_NAMES, ROOT, asked, deck_of
from tests.support.ink import said, texts

SITE, PAGE = "www.example.org", "www.example.org/a/page/about/relationships-between-neighbours-in-spring"
LONG = f"https://{PAGE}?source=newsletter&medium=email&campaign=spring-2027-relationships-and-more&reader=42"


def links(marks: tuple[Mark, ...]) -> Iterator[Link]:
    """The places to click among marks."""
    for mark in marks:
        if isinstance(mark, Group):
            yield from links(mark.marks)
        elif isinstance(mark, Link):
            yield mark


@pytest.mark.parametrize("face", FACE_NAMES)
def test_a_long_link_stops_no_card(tmp_path: Path, face: str) -> None:
    """As much of it is printed as one line holds; a click leads to the whole of it."""
    folder = tmp_path / "assets" / "case-studies"
    folder.mkdir(parents=True)
    text = (ROOT / "assets/case-studies/goodgym.yaml").read_text("utf-8")
    (folder / "linked.yaml").write_text(f"{text}\nlink: {LONG}\n", "utf-8")
    (document,) = build(asked(deck_of("linked", face=face), tmp_path)).documents
    pages = [*document.each_page()]
    shown = {said(text) for page in pages for text in texts(page.marks) if SITE in said(text)}
    assert shown <= {*shorter_addresses(LONG)}
    assert {link.address for page in pages for link in links(page.marks)} == {LONG}
    assert shown


def test_less_and_less_of_an_address_is_shown() -> None:
    """All of it, without what a form adds, and the site alone; a short one is the same each time."""
    assert [*shorter_addresses(LONG)][1:] == [PAGE, SITE]
    assert {*shorter_addresses("https://example.org/")} == {"example.org"}
