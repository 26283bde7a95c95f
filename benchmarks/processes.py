"""Whole processes, run in turn and measured. Needs a system with os.wait4 (Linux, macOS, BSD)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

PATIENCE_S = 60
"""A program that has taken this long is not run again."""

Command = Sequence[str | Path]


class Run(NamedTuple):
    """One whole process: wall time, processor time, and the most memory it held."""

    seconds: float
    cpu: float
    bytes: int


def process(command: Command, folder: Path) -> Run:
    """Run a command in a folder to its end. Ends the benchmark where it fails."""
    started = perf_counter()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"this failed: {' '.join(map(str, command))}")
    return Run(
        seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    )


def alternating(commands: Mapping[str, Command], folder: Path, runs: int) -> dict[str, list[Run]]:
    """The runs of each command, one of each in turn."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            if sum(run.seconds for run in found[name]) < PATIENCE_S:
                found[name].append(process(command, folder))
    return found


def seconds(runs: Sequence[Run]) -> float:
    """The median time."""
    return median(run.seconds for run in runs)


def worked(runs: Sequence[Run]) -> float:
    """The median time of the processor."""
    return median(run.cpu for run in runs)


def peak(runs: Sequence[Run]) -> float:
    """The median of the most memory held, in bytes."""
    return median(run.bytes for run in runs)
