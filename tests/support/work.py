"""Work counted in lines of Python, which no machine makes more or fewer: for promises that something ends
soon.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class TooMuchWorkError(AssertionError):
    """More lines were run than a test allows."""


@contextmanager
def at_most(lines: int) -> Iterator[list[int]]:
    """Stops what runs inside when it has run so many lines of Python; gives a list that ends with how many it
    has run.
    """
    run = [0]

    def count(frame: FrameType, event: str, argument: Any) -> Any:
        if event == "line":
            run[0] += 1
            if run[0] > lines:
                raise TooMuchWorkError(f"more than {lines:,} lines were run")
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        yield run
    finally:
        sys.settrace(before)
    if run[0] > lines:  # what runs inside may have caught the error
        raise TooMuchWorkError(f"more than {lines:,} lines were run")
