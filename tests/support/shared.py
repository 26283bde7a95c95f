"""What many tests read is read once: the same bytes say the same, and what is read of them cannot be
changed.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import pytest

from casedeck.build import pipeline
from casedeck.disk.folder import Folder
from casedeck.errors import Report
from casedeck.library.files import Files
from casedeck.library.library import Library
from casedeck.notation.yaml import parse
from casedeck.wording import unwatched
from tests.support.decks import WORKSHOP
from tests.support.repository import ROOT


def share(patch: pytest.MonkeyPatch) -> None:
    """From here on, YAML that was read before is not read again, nor are the case studies that ship or that
    tests share.
    """
    patch.setattr("casedeck.library.files.parse", lru_cache(2_000)(parse))
    patch.setattr(pipeline, "Library", _library)


def _library(files: Files, report: Report) -> Library:
    """The library in these files; one that is read already is not read again."""
    if not isinstance(files, Folder) or files.home not in (ROOT, WORKSHOP) or files._watch is not unwatched:
        return Library(files, report)
    return _read(files.home).again(report)


@cache
def _read(home: Path) -> Library:
    report = Report()
    library = Library(Folder(home), report)
    assert report.problems == []
    return library
