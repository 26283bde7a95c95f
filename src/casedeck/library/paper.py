"""Paper files."""

from __future__ import annotations

import math

from casedeck.errors import Report
from casedeck.library.shelf import File, Kind, Shelf
from casedeck.model.geometry import Size
from casedeck.model.paper import SETTINGS, Half, Paper, nearest_setting
from casedeck.notation.amounts import Length
from casedeck.notation.fields import OneOf, Text
from casedeck.notation.records import Key, Read, Record, Shape

PAPER = Record(
    "a paper",
    {
        "name": Key(Text(40), "The paper's name.", required=True),
        "width": Key(Length(60, 1000), "The shorter side."),
        "height": Key(Length(60, 1500), "The longer side."),
        "two of": Key(Text(40), "Instead of its sides: the paper of which two sheets are glued together."),
        "like": Key(
            OneOf("setting", SETTINGS),
            "The paper whose sizes of type it uses, where these do not grow with its own.",
        ),
    },
    shapes=(
        Shape(("two of",), known_by=("two of",), without=("width", "height")),
        Shape(("width", "height")),
    ),
)


def read_paper(file: File, report: Report) -> Paper | None:
    """The paper in a file, or None with problems recorded."""
    part = report.part()
    values: Read | None = PAPER.read(file.node, report)
    if values is None or not part.clean:
        return None
    half = _half(file, values, report) if "two of" in values else None
    if "two of" in values and half is None:
        return None
    size = half.glued if half else Size(values["width"], values["height"]).portrait
    like = values.get("like", nearest_setting(size))
    return Paper(file.id, values["name"], size, like, "like" in values, half=half)


def _half(file: File, values: Read, report: Report) -> Half | None:
    """The paper of which two sheets are glued together; None with problems recorded, also where that is two
    sheets itself.
    """
    place = values.places["two of"]
    other = file.beside(values["two of"], place, report)
    sides: Read | None = PAPER.read(other.node, report) if other else None
    if sides is None:
        return None
    if not {"width", "height"} <= sides.keys():
        report.add(
            place,
            "V106",
            f"{values['two of']} is no single sheet",
            "name paper that has a width and a height",
        )
        return None
    return Half(sides["name"], Size(sides["width"], sides["height"]).portrait)


PAPERS = Kind("assets/papers", "paper", "the file", read_paper)


def larger(papers: Shelf[Paper], paper: Paper) -> list[Paper]:
    """The papers on a shelf that are larger than one, the smallest first; none that are glued together."""
    sheets = [each for each in papers.sound() if not each.half]
    found = [each for each in sheets if math.prod(each.size) > math.prod(paper.size)]
    return sorted(found, key=lambda each: math.prod(each.size))
