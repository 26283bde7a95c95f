"""Activity files that cannot be read."""

from __future__ import annotations

import pytest

from casedeck.errors import Place, Report
from casedeck.load.activity import load_activity
from tests.support.reading import Overlay, lines

FILE = "assets/activities/gallery.yaml"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (None, ": F108 the activity leads out of the folder, or to something that is not a file; put a copy of the file itself there"),
        ("a: *b", ":1:4: F105 aliases and anchors"),
        ("- a", ":1:1: V103 an activity needs keys and values here"),
    ],
)
def test_refused(data: str | None, problem: str) -> None:
    """An activity whose file is a link out of the folder, or holds nonsense, is refused at its place."""
    report = Report()
    assert load_activity("gallery", Overlay({FILE: data}), Place("d.yaml", 1, 1), report) is None
    (line,) = lines(report)
    assert line.startswith(FILE + problem)
