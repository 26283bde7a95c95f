"""Minutes that somebody typed into a text which is printed for a session, where they would be wrong as soon
as the plan changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from tests.support.times import times

WORKED_OUT = ("minutes", "parts", "cut to")
"""Keys that say to the plan how long things take; they are numbers, not words."""


def typed_minutes(paths: Iterable[Path]) -> Iterator[str]:
    """Each text of the files that names a number of minutes, in figures or in letters."""
    for path in paths:
        for text in _texts(yaml.safe_load(path.read_text("utf-8"))):
            if times(text):
                yield f"{path.name}: {text}"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in WORKED_OUT:
                yield from _texts(each)
