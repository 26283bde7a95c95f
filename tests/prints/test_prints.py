"""The table of what a deck can print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

import pytest

import casedeck.prints
from casedeck.compose.faces import FACES
from casedeck.library.locale import Placeholders
from casedeck.prints import PRINTS
from casedeck.prints.entry import Print
from casedeck.prints.session_needs import SHEETS
from casedeck.prints.words import SECTIONS

MODULES = [path.stem for path in Path(casedeck.prints.__file__).parent.glob("[a-z]*.py")]


def declared_in(values: Iterable[object]) -> list[Print]:
    """The prints among some values, and those in rows of them."""
    rows = [(each,) if isinstance(each, Print) else each for each in values]
    return [each for row in rows if isinstance(row, tuple) for each in row if isinstance(each, Print)]


DECLARED = [
    each for name in MODULES for each in declared_in(vars(import_module(f"casedeck.prints.{name}")).values())
]


def left_out(declared: Iterable[Print], table: Mapping[str, Print]) -> list[str]:
    """The prints that a module declares and the table does not have under their names."""
    return [each.name for each in declared if table.get(each.name) is not each]


def test_every_print_is_in_the_table() -> None:
    """What the modules of this folder say can be printed can be, under its own name, and so can each face."""
    assert left_out(DECLARED, PRINTS) == []
    assert [each.face for each in PRINTS.values() if each.face] == list(FACES)
    assert len(PRINTS) == len(DECLARED) + len(FACES)


@pytest.mark.parametrize("name", ["blank card", "tent card"])
def test_a_print_left_out_is_found(name: str) -> None:
    """Twin: a print that has no line, or whose name another has taken, is found."""
    mine = DECLARED[0]._replace(name=name)
    assert left_out([*DECLARED, mine], PRINTS) == [name]


def said_twice(prints: Iterable[Print]) -> set[str]:
    """The sections of words that two prints say differently."""
    found: dict[str, Placeholders] = {}
    return {
        name
        for each in prints
        for name, words in each.words.items()
        if found.setdefault(name, words) is not words
    }


def test_no_two_prints_differ_on_words() -> None:
    """Each section of the locale is said by one print; a second that says other words there is found."""
    assert said_twice(PRINTS.values()) == set()
    assert {name for each in PRINTS.values() for name in each.words} <= set(SECTIONS)
    other = PRINTS["card index"]._replace(words={"blank card": {"title": ()}})
    assert said_twice([*PRINTS.values(), other]) == {"blank card"}


def test_activities_can_name_what_is_supplied() -> None:
    """Faces, and the prints that say how they are supplied, are sheets for activities, and no others are."""
    supplied = {name for name, each in PRINTS.items() if each.supplied}
    assert set(SHEETS) == {*FACES, *supplied}
    assert supplied == {"card index", "blank card", "imagined blank card"}
