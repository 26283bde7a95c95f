"""Where the repository is, and what ships in it."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]


def stems(folder: str) -> list[str]:
    """The names of the YAML files in a folder of the repository, without their ending."""
    return sorted(path.stem for path in (ROOT / folder).glob("*.yaml"))
