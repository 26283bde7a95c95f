"""Paper files."""

from __future__ import annotations

import math

from casedeck.errors import Report
from casedeck.library.shelf import File, Kind, Shelf
from casedeck.model.geometry import Size
from casedeck.model.paper import SETTINGS, Paper, nearest_setting
from casedeck.notation.amounts import Length
from casedeck.notation.fields import OneOf, Text
from casedeck.notation.records import Key, Read, Record

PAPER = Record(
    "a paper",
    {
        "name": Key(Text(40), "The paper's name.", required=True),
        "width": Key(Length(60, 1000), "The shorter side.", required=True),
        "height": Key(Length(60, 1500), "The longer side.", required=True),
        "like": Key(
            OneOf("setting", SETTINGS),
            "The paper whose sizes of type it uses, where these do not grow with its own.",
        ),
    },
)


def read_paper(file: File, report: Report) -> Paper | None:
    """The paper in a file, or None with problems recorded."""
    part = report.part()
    values: Read | None = PAPER.read(file.node, report)
    if values is None or not part.clean:
        return None
    size = Size(values["width"], values["height"]).portrait
    like = values.get("like", nearest_setting(size))
    return Paper(file.id, values["name"], size, like, "like" in values)


PAPERS = Kind("assets/papers", "paper", "the file", read_paper)


def larger(papers: Shelf[Paper], paper: Paper) -> list[Paper]:
    """The papers on a shelf that are larger than one, the smallest first."""
    found = [each for each in papers.sound() if math.prod(each.size) > math.prod(paper.size)]
    return sorted(found, key=lambda each: math.prod(each.size))
