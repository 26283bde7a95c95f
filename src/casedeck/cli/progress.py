"""How far long work has come: a line on a terminal, from the first second on, that is gone when the work is
done.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from typing import Self, TextIO

import click

FIRST, NEXT = 1.0, 0.1
"""Seconds of work before anything is shown, and between two looks."""


class Progress:
    """A line such as "Fitting cards: 120 of 2,000" on the terminal that errors go to, and nowhere else."""

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream or sys.stderr, clock
        self._started, self._last, self._width = clock(), 0.0, 0
        self._terminal = self._stream.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def __call__(self, stage: str, done: int, of: int) -> None:
        """So many of so many are done at a stage of the work."""
        if not self._terminal:
            return
        now = self._clock()
        if done >= of:
            self.clear()
        elif now - self._started >= FIRST and now - self._last >= NEXT:
            self._last = now
            self._show(f"{stage}: {done:,} of {of:,}")

    def clear(self) -> None:
        """Take the line away, so that what is said stands on an empty one."""
        if self._width:
            self._stream.write(f"\r{' ' * self._width}\r")
            self._stream.flush()
            self._width = 0

    def _show(self, text: str) -> None:
        text = text[: max(1, shutil.get_terminal_size().columns - 1)]
        self._stream.write(f"\r{text.ljust(self._width)}")
        self._stream.flush()
        self._width = len(text)


def progress() -> Progress:
    """What the command that runs shows its progress with."""
    context = click.get_current_context(silent=True)
    found = context.find_object(Progress) if context else None
    return found or Progress()
