"""casedeck run as a process of its own, with the memory it took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

TIMEOUT = 600
"""Seconds after which a process counts as hanging, on any machine."""
MOST_BYTES = 2_000_000_000
"""What a process may take before the system stops it, so that a test that fails harms nobody."""

_MEASURED = f"""
import os, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MOST_BYTES}, {MOST_BYTES}))
except ImportError:
    resource = None
from casedeck.cli import run
code = run(sys.argv[2:])
sys.stdout.flush()
peak = 0
if os.path.exists("/proc/self/status"):
    peak = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) * 1024
elif resource:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
open(sys.argv[1], "w").write(str(peak))
sys.exit(code)
"""


class Done(NamedTuple):
    """How a process ended: its exit code and what it said; the memory it took."""

    code: int
    out: str
    err: str
    megabytes: float = 0


def casedeck(*arguments: str, cwd: Path, user: int | None = None, **environment: str) -> Done:
    """`python -m casedeck` in a folder."""
    return _run([sys.executable, "-m", "casedeck", *arguments], cwd, user, environment)


def installed(*arguments: str, cwd: Path, **environment: str) -> Done:
    """The `casedeck` command in a folder."""
    return _run([str(Path(sys.executable).parent / "casedeck"), *arguments], cwd, None, environment)


def measured(*arguments: str, cwd: Path) -> Done:
    """Casedeck in a folder, with its peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        cost = Path(folder) / "peak"
        done = _run([sys.executable, "-P", "-c", _MEASURED, str(cost), *arguments], cwd, None, {})
        return done._replace(megabytes=int(cost.read_text()) / 1_000_000)


def python(code: str, *arguments: str, cwd: Path, user: int | None = None) -> Done:
    """A piece of Python in a folder."""
    return _run([sys.executable, "-P", "-c", code, *arguments], cwd, user, {})


def _run(command: list[str], cwd: Path, user: int | None, environment: dict[str, str]) -> Done:
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
        user=user,
    )
    return Done(
        done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    )
