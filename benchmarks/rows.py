"""What was measured, as lines of one table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from processes import Run, peak, seconds, worked


class Row(NamedTuple):
    """One line of the table."""

    what: str
    runs: int
    found: str
    cpu: str = ""
    peak: str = ""
    target: str = ""


def row(what: str, runs: Sequence[Run]) -> Row:
    """Times and memory of these runs."""
    return Row(
        what, len(runs), f"{seconds(runs):.3f} s", f"{worked(runs):.3f} s", f"{peak(runs) / 2**20:,.0f} MiB"
    )


def judged(what: str, runs: int, value: float, unit: str, most: float) -> Row:
    """A number that should be at most so much."""
    verdict = f"at most {most:g} {unit}".rstrip() + (": met" if value <= most else ": missed")
    return Row(what, runs, f"{value:.2f} {unit}".rstrip(), target=verdict)


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    cells = [
        ("What", "Runs", "Median", "Processor", "Peak memory", "Target"),
        *(tuple(map(str, each)) for each in rows),
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        " | ".join(
            [line[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(line[1:], widths[1:], strict=True))]
        )
        for line in cells
    ]
    lines.insert(1, " | ".join(["-" * widths[0], *("-" * (w - 1) + ":" for w in widths[1:])]))
    return "\n".join(f"| {line} |" for line in lines)
