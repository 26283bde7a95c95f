"""Where the ink of a page is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from casedeck.model.geometry import Box
from casedeck.model.page import Group, Mark, Page, Text, bounds, leaves


def ink(page: Page) -> list[Box]:
    """The box of each mark."""
    return [_box(mark) for mark in leaves(page.marks)]


def texts(marks: Sequence[Mark]) -> list[Text]:
    """The lines of text among marks."""
    return [mark for mark in leaves(tuple(marks)) if isinstance(mark, Text)]


def said(text: Text) -> str:
    """The words of a line."""
    return "".join(run.text for run in text.runs).replace("\N{NO-BREAK SPACE}", " ")


def read_out(marks: Sequence[Mark]) -> str:
    """The words of all lines among marks with single spaces between them; a word that goes on in the next
    line is one word.
    """
    made = "".join(
        said(text).rstrip("\N{SOFT HYPHEN}") + ("" if text.parted else " ") for text in texts(marks)
    )
    return " ".join(made.split())


def overlapping(page: Page) -> list[str]:
    """Pairs of lines of text whose ink meets."""
    lines = [(text, _box(text)) for text in texts(page.marks)]
    return [f"{said(one)} / {said(other)}" for (one, a), (other, b) in combinations(lines, 2) if _meet(a, b)]


def groups(marks: Sequence[Mark], role: str) -> Iterator[Group]:
    """Every group of a role, however deep."""
    for mark in marks:
        if isinstance(mark, Group):
            if mark.role == role:
                yield mark
            yield from groups(mark.marks, role)


def _box(mark: Mark) -> Box:
    assert not isinstance(mark, Group)
    left, top, right, bottom = bounds(mark)
    return Box(left, top, right - left, bottom - top)


def _meet(a: Box, b: Box) -> bool:
    slack = 0.01
    return (
        a.x < b.right - slack and b.x < a.right - slack and a.y < b.bottom - slack and b.y < a.bottom - slack
    )
