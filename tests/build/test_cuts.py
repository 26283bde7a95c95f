"""What deck files say of cards that are cut from larger paper."""

from __future__ import annotations

import pytest

from casedeck.errors import DeckError
from casedeck.model.deck import PrintItem
from casedeck.model.sheet import BEHIND, BESIDE, LINES, LONG, MARKS, SHORT
from tests.support.decks import planned


def item(line: str) -> PrintItem:
    """The print item of a deck that says this of its cards. Raises DeckError."""
    deck = f"title: T\ncards: [short-words]\nprint:\n  - {line}\n"
    return planned(deck.encode()).deck.prints[0]


def refused(line: str) -> list[str]:
    """What is said of a deck that says this of its cards."""
    with pytest.raises(DeckError) as caught:
        item(line)
    return [str(problem) for problem in caught.value.problems]


def test_what_is_said_of_cutting_is_taken() -> None:
    """Size and cut stand in the item; what is left out is as it usually is."""
    asked = item("cards: {size: A4, paper: A3, cut: marks}")
    assert asked.size
    assert (asked.size.name, asked.backs, asked.flip, asked.cut) == ("A4", "", LONG, MARKS)
    assert asked.file_name == "cards-index-a4-on-a3.pdf"
    usual = item("cards: {}")
    assert (usual.size, usual.backs, usual.flip, usual.cut) == (None, "", LONG, LINES)


FULL = "D108 index cards are as large as their paper, and nothing is cut; say a size as well"
NO_BACKS = "D108 index cards have no backs; take backs out"
NOT_TURNED = "D108 the paper is not turned over: these cards have no backs; take flip out"


@pytest.mark.parametrize(
    ("line", "value", "said"),
    [
        ("cards: {cut: marks}", "marks", f"{FULL}, such as size: A5, or take cut out"),
        (f"cards: {{size: A4, paper: A3, backs: {BEHIND}}}", BEHIND, NO_BACKS),
        (f"cards: {{size: A4, paper: A3, backs: {BESIDE}, flip: {SHORT}}}", BESIDE, NO_BACKS),
        (f"cards: {{size: A4, paper: A3, flip: {SHORT}}}", SHORT, NOT_TURNED),
        (f"cards: {{size: A4, paper: A3, backs: none, flip: {SHORT}}}", SHORT, NOT_TURNED),
        ("cards: {size: 30x50mm}", "30x50mm", "V107 30mm is outside the range from 40mm to 1000mm"),
        ("cards: {flip: left}", "left", 'V106 unknown edge "left"; use one of: long edge, short edge'),
    ],
)
def test_what_makes_no_sense_is_refused(line: str, value: str, said: str) -> None:
    """What does not go with the cards is a problem at its place, with the way out."""
    (problem,) = refused(line)
    column = f"  - {line}".index(value) + 1
    assert problem.startswith(f"test.yaml:4:{column}: {said}")


def test_every_key_that_is_too_much_is_named() -> None:
    """Cards that fill their paper: each key about cutting is a problem of its own."""
    found = refused(f"cards: {{cut: marks, backs: none, flip: {LONG}}}")
    assert [problem.split(": ")[1][:4] for problem in found] == ["D108"] * 3
