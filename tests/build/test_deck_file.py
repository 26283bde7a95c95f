"""Deck files."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from hypothesis import given

from casedeck.build.deck_file import Breaks
from casedeck.choose.has import Has
from casedeck.choose.named import Named
from casedeck.choose.where import Where
from casedeck.errors import DeckError, Place, Report
from casedeck.library.library import Library
from casedeck.model.deck import Deck
from casedeck.notation.yaml import parse
from tests.support.nonsense import NONSENSE, mutated
from tests.support.reading import Overlay, lines, read_deck_file
from tests.support.repository import ROOT, stems

WHOLE = """\
title: Health team
subtitle: Away day
language: en-GB
session: {people: 24, date: 2027-03-12, starts: 13:30, activities: gallery}
cards:
  - Timpson
  - goodgym
  - where: {benefit: [health, wellbeing], location: England}
    at most: 5
print:
  - cards: {}
  - cards: {face: wall, paper: letter, theme: Ink Saver, copies: 3}
  - wall cards: {theme: high-contrast}
"""


@cache
def _library() -> Library:
    report = Report()
    library = Library(Overlay({"assets/case-studies/broken.yaml": "titel: x"}), report)
    assert lines(report) == []
    return library


def _read(text: str | bytes) -> tuple[Deck | None, list[str]]:
    return read_deck_file(text, _library(), "h.yaml")


def test_whole_file() -> None:
    """Everything that a deck file says is in the deck; names and words are found without regard to case and
    hyphens.
    """
    deck, problems = _read(WHOLE)
    assert problems == []
    assert deck is not None
    assert (deck.name, deck.title, deck.subtitle, deck.language) == (
        "test",
        "Health team",
        "Away day",
        "en-GB",
    )
    session = deck.session
    assert (session.people, session.date, session.starts) == (24, dt.date(2027, 3, 12), dt.time(13, 30))
    assert session.activities == ("gallery",)
    timpson, goodgym, where = deck.choices
    assert isinstance(timpson, Named)
    assert isinstance(goodgym, Named)
    assert isinstance(where, Where)
    assert (timpson.name, goodgym.name, where.at_most) == ("timpson", "goodgym", 5)
    assert where.conditions == (
        Has("benefit", ("Health", "Wellbeing"), Place("h.yaml", 8, 22)),
        Has("location", ("England",), Place("h.yaml", 8, 53)),
    )
    assert [(item.face, item.paper.id, item.theme.id, item.copies) for item in deck.prints] == [
        ("index", "A4", "default", 1),
        ("wall", "Letter", "ink-saver", 3),
        ("wall", "A3", "high-contrast", 1),
    ]


def test_all() -> None:
    """The word all chooses every case study, and what may be left out has a default."""
    deck, problems = _read("title: x\ncards: All\nprint:\n  - cards:\n")
    assert problems == []
    assert deck is not None
    assert [isinstance(choice, Where) and (choice.conditions, choice.at_most) for choice in deck.choices] == [
        ((), None)
    ]
    assert (deck.subtitle, deck.language) == ("", "en-GB")
    assert (deck.session.people, deck.session.date, deck.session.starts, deck.session.activities) == (
        None,
        None,
        None,
        (),
    )


def test_broken_case_is_known() -> None:
    """A case study whose own file has problems is not called unknown as well."""
    deck, problems = _read("title: x\ncards: [broken]\nprint:\n  - cards: {}\n")
    assert problems == []
    assert deck is not None


@pytest.mark.parametrize(
    ("right", "wrong", "problems"),
    [
        ("title: Health team\n", "", ['1:1: V102 "title" is missing in a deck']),
        (
            "title: Health team",
            f"title: {'x' * 61}",
            ["1:8: V104 the text has 61 characters; the limit is 60"],
        ),
        ("title: Health team", "title: 'a\\nb'\nx: y", ['2:1: V101 unknown key "x" in a deck']),
        (
            "language: en-GB",
            "language: fr",
            ['3:11: V106 unknown language "fr"; casedeck prints in UK English'],
        ),
        ("people: 24", "people: 0", ['4:19: V105 "0" is not a whole number from 1 to 500']),
        ("people: 24", "people: 501", ['4:19: V105 "501" is not a whole number from 1 to 500']),
        (
            "2027-03-12",
            "12 March",
            ['4:29: V108 "12 March" has no year; write it with its year, like 12 March 2027'],
        ),
        ("13:30", "25:00", ['4:49: V108 "25:00" is not a time of day; write it like "13:30" or 1.30pm']),
        (
            "activities: gallery",
            "activities: galery",
            ['4:68: V106 unknown activity "galery"; did you mean "gallery"?'],
        ),
        ("- Timpson", "- Timson", ['6:5: D101 unknown case study "Timson"; did you mean "timpson"?']),
        ("- Timpson", "- \U00012544\u200bx", ['6:5: D101 unknown case study "\ufffdx"']),
        ("- Timpson", "- ../../etc/passwd", ['6:5: D101 unknown case study "../../etc/passwd"']),
        ("- Timpson", "- [Timpson]", ["6:5: V103 a choice of cards needs keys and values here"]),
        (
            "benefit: [health, wellbeing]",
            "benefit: helth",
            ['8:22: V106 unknown benefit "helth"; did you mean "Health"?'],
        ),
        (
            "benefit: [health, wellbeing]",
            "barrier: time",
            ['8:13: V101 unknown key "barrier" in where; use one of: benefit, enabler'],
        ),
        (
            "{benefit: [health, wellbeing], location: England}",
            "{}",
            ["8:5: V102 where says nothing to look for; write it like {benefit: health}"],
        ),
        (
            "where: {benefit: [health, wellbeing], location: England}",
            "where:",
            ["8:5: V102 where says nothing to look for; write it like {benefit: health}"],
        ),
        ("at most: 5", "at most: 0", ['9:14: V105 "0" is not a whole number from 1 to 5,000']),
        ("at most: 5", "at most: 5001", ['9:14: V105 "5001" is not a whole number from 1 to 5,000']),
        ("copies: 3", "copies: 1001", ['12:66: V105 "1001" is not a whole number from 1 to 1,000']),
        ("copies: 3", "copies: 0", ['12:66: V105 "0" is not a whole number from 1 to 1,000']),
        (
            "paper: letter",
            "paper: A5",
            ['12:32: V106 unknown paper "A5"; smaller cards are cut from larger paper'],
        ),
        (
            "paper: letter",
            "paper: /etc/passwd",
            ['12:32: V106 unknown paper "/etc/passwd"; use one of: A3, A4, Letter, Tabloid'],
        ),
        (
            "theme: Ink Saver",
            "theme: ../x",
            ['12:47: V106 unknown theme "../x"; use one of: default, high-contrast, ink-saver'],
        ),
        (
            "- wall cards:",
            "- posters:",
            ['13:5: V106 unknown print item "posters"; use one of: cards, wall cards'],
        ),
        (
            "face: wall, paper: letter, theme: Ink Saver, ",
            "",
            ["12:12: D104 cards-index-a4.pdf would be written twice"],
        ),
        (
            "print:",
            "print: []\nx:",
            ["10:8: V109 the list has 0 items; 1 to 20 are needed", "11:1: V101 unknown key"],
        ),
    ],
)
def test_refused(right: str, wrong: str, problems: list[str]) -> None:
    """A slip in a deck is named at its line and column with what was typed, the limit and the way out."""
    assert right in WHOLE
    _, found = _read(WHOLE.replace(right, wrong, 1))
    assert [
        line.removeprefix("h.yaml:")[: len(problem)] for line, problem in zip(found, problems, strict=True)
    ] == problems


def test_twice() -> None:
    """Two print items that would write one file are refused with the line of the first and the way out."""
    _, (problem,) = _read("title: x\ncards: all\nprint:\n  - cards: {}\n  - cards: {paper: a4, copies: 2}\n")
    assert (
        problem == "h.yaml:5:12: D104 cards-index-a4.pdf would be written twice; it stands first in line 4; "
        "say copies there"
    )


@pytest.mark.parametrize(("count", "accepted"), [(1, True), (20, True), (21, False)])
def test_print_items(count: int, accepted: bool) -> None:
    """Up to twenty print items are read."""
    _, problems = _read("title: x\ncards: all\nprint:\n" + "  - cards: {}\n" * count)
    assert (f"h.yaml:4:3: V109 the list has {count:,} items; 1 to 20 are needed" not in problems) is accepted


@pytest.mark.parametrize(("count", "accepted"), [(5000, True), (5001, False)])
def test_most_cards(count: int, accepted: bool) -> None:
    """Up to five thousand choices are read."""
    _, problems = _read(f"title: x\ncards: [{'cook, ' * count}]\nprint:\n  - cards: {{}}\n")
    assert (problems == []) is accepted
    assert accepted or problems == [f"h.yaml:2:8: V109 the list has {count:,} items; 1 to 5000 are needed"]


@given(NONSENSE)
def test_nonsense(text: str) -> None:
    """Anything shaped like YAML is a deck, or problems, or a DeckError."""
    _read_or_refused(text.encode())


@given(mutated([WHOLE.encode(), *[(ROOT / f"decks/{name}.yaml").read_bytes() for name in stems("decks")]]))
def test_damaged_files(data: bytes) -> None:
    """A real deck with a few bytes or lines changed is a deck, or problems, or a DeckError."""
    _read_or_refused(data)


def _read_or_refused(data: bytes) -> None:
    deck: Deck | None = None
    try:
        deck, problems = _read(data)
    except DeckError as error:
        problems = [str(problem) for problem in error.problems]
    assert deck is not None or problems
    assert all(problem.startswith("h.yaml") and problem.isprintable() for problem in problems)
    if deck is not None and not problems:
        assert deck.choices
        assert deck.prints


@pytest.mark.parametrize(
    ("line", "problems"), [("Buffer: remote working", []), ("Buffer: remot working", ["V101", "V102"])]
)
def test_title_with_a_colon(line: str, problems: list[str]) -> None:
    """A title that holds a colon is found without quotes, though YAML takes it for a key and a value; what is
    no title is not.
    """
    deck, found = _read(f"title: x\ncards:\n  - Timpson\n  - {line}\nprint: [cards: ]\n")
    assert [each.split()[1] for each in found] == problems
    assert deck is not None
    assert (
        "buffer-remote-working" in [choice.name for choice in deck.choices if isinstance(choice, Named)]
    ) == (not problems)


@pytest.mark.parametrize(
    ("text", "minutes"), [("none", 0), ("No", 0), ("15 minutes", 15), ("20", 20), ("1 hour", 60)]
)
def test_breaks_are_minutes_or_none(text: str, minutes: int) -> None:
    """A deck says how long breaks are, or that there are none."""
    report = Report()
    assert Breaks().read(parse(text.encode(), "d.yaml"), report) == minutes
    assert report.problems == []


@pytest.mark.parametrize("text", ["0", "3 hours", "soon", "1.5 minutes", "[15]"])
def test_other_breaks_are_refused(text: str) -> None:
    """Breaks of no minutes, of half ones, of hours, and what is no length of time are refused."""
    report = Report()
    assert Breaks().read(parse(text.encode(), "d.yaml"), report) is None
    assert len(report.problems) == 1
